import { openChanges } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import { isKeuze } from '../../beheer/server/lookup.ts'
import { indicatornamen } from '../../duiding/domain/indicatornamen.ts'
import type { ActiviteitInvoer, ActiviteitWijziging, Resultaat } from '../domain/activiteit-contract.ts'
import type { Planning } from '../domain/keuzes.ts'
import {
  insertActiviteit,
  insertResultaat,
  type Lijsten,
  listLopende,
  lockActiviteit,
  lockDienende,
  readLijsten,
  replaceActiviteit,
  replaceDient,
  updateActiviteit,
} from './activiteit-store.ts'
import { lockProgramma } from './programma-store.ts'

type Gedaan = { readonly id: Id; readonly versie: number }
type Gezien = { readonly id: Id; readonly versie: number }

const record = (work: Work, soort: string, id: Id, gegevens: Record<string, unknown>) =>
  work.record({ soort, onderwerpSoort: 'activiteit', onderwerpId: id, op: work.today, gegevens })

const kolommen = (input: ActiviteitInvoer | ActiviteitWijziging) => ({
  soort: input.soort,
  code: input.code,
  paragraaf: input.paragraaf,
  naam: input.naam,
  toelichting: input.toelichting,
  heeft_vaste_groepen: input.heeftVasteGroepen,
  groepen: [...new Set(input.groepen)].sort(),
  doel: input.doel,
  planning: input.planning,
  van_kwartaal: input.vanKwartaal,
  tot_kwartaal: input.totKwartaal,
  planning_bron: input.planningBron,
  opmerkingen: input.opmerkingen,
  participatie: input.participatie,
  participatie_hoe: input.participatieHoe,
  bron: input.bron,
})

/** Groups of the region and indicators that there are; what it had already may stay. */
async function checkKeuzes(
  work: Work,
  input: ActiviteitInvoer | ActiviteitWijziging,
  had: readonly string[] = [],
): Promise<Rejection | undefined> {
  for (const code of input.groepen)
    if (!had.includes(code) && !(await isKeuze(work, 'aandachtsgroep', code)))
      return reject('groep_onbekend', `De aandachtsgroep “${code}” staat niet in de lijst van de regio.`, {
        status: 422,
        field: 'groepen',
      })
  return checkIndicatoren([
    ...input.indicatoren.map((code) => ({ code, field: 'indicatoren' })),
    ...input.resultaten.map(({ indicator: code }, i) => ({ code, field: `resultaten.${i}.indicator` })),
  ])
}

function checkIndicatoren(
  gevolgd: readonly { readonly code: string | null; readonly field: string }[],
): Rejection | undefined {
  const vreemd = gevolgd.find(({ code }) => code !== null && indicatornamen[code] === undefined)
  return vreemd === undefined
    ? undefined
    : reject('indicator_onbekend', `De indicator “${vreemd.code}” bestaat niet. Kies een uit de lijst.`, {
        status: 422,
        field: vreemd.field,
      })
}

export async function registerActiviteit(work: Work, input: ActiviteitInvoer): Promise<Gedaan | Rejection> {
  const programma = await lockProgramma(work, input.programmaId)
  if (isRejection(programma)) return programma
  const refused = await checkKeuzes(work, input)
  if (refused) return refused
  const id = await insertActiviteit(work, { programma_id: programma.id, ...kolommen(input) }, input)
  if (isRejection(id)) return id
  await record(work, 'ActiviteitVastgelegd', id, { versie: 1, programma: programma.id, code: input.code })
  return { id, versie: 1 }
}

/** The lists as the book tells them: one line each. */
const inWoorden = (lijsten: Lijsten) => ({
  dient: [...new Set(lijsten.dient)].sort(),
  stappen: lijsten.stappen.map(({ omschrijving, gereedOp }) =>
    [omschrijving, gereedOp].filter(Boolean).join(' '),
  ),
  resultaten: [...lijsten.resultaten]
    .sort((a, b) => a.nummer - b.nummer)
    .map((een) =>
      [
        een.nummer,
        een.naam,
        een.soort,
        een.streefwaarde,
        een.eenheid,
        een.streefOp,
        een.richting,
        een.indicator,
        een.toelichting,
      ]
        .filter((deel) => deel !== null)
        .join(' '),
    ),
  kartrekkers: [
    ...lijsten.kartrekkers.map(({ naam }) => naam),
    ...lijsten.resultaten.flatMap(({ nummer, kartrekkers }) =>
      kartrekkers.map(({ naam }) => `${nummer}: ${naam}`),
    ),
  ],
  nodig: lijsten.nodig.map(({ naam }) => naam),
  verbanden: [...lijsten.verbanden],
  indicatoren: [...new Set(lijsten.indicatoren)].sort(),
})

export async function changeActiviteit(
  work: Work,
  input: ActiviteitWijziging & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const row = await lockActiviteit(work, input.id)
  if (isRejection(row)) return row
  const refused = await checkKeuzes(work, input, row.groepen)
  if (refused) return refused
  const had = await readLijsten(work, row.id)
  const set = kolommen(input)
  const versie = await replaceActiviteit(work, input, set, input)
  if (isRejection(versie)) return versie
  await record(work, 'ActiviteitGewijzigd', row.id, {
    versie,
    wijzigingen: openChanges(
      { ...row, groepen: [...row.groepen].sort(), ...inWoorden(had) },
      { ...set, ...inWoorden(input) },
      [],
    ),
  })
  return { id: row.id, versie }
}

/** One more result beside those that are there. Who has the activiteit open in a form must look again first. */
export async function addResultaat(
  work: Work,
  input: { readonly activiteitId: Id; readonly resultaat: Resultaat },
): Promise<{ id: Id } | Rejection> {
  const row = await lockActiviteit(work, input.activiteitId)
  if (isRejection(row)) return row
  const { resultaat } = input
  const refused = checkIndicatoren([{ code: resultaat.indicator, field: 'indicator' }])
  if (refused) return refused
  const id = await insertResultaat(work, row.id, resultaat)
  if (isRejection(id)) return id
  const versie = await updateActiviteit(work, row, {})
  if (isRejection(versie)) return versie
  await record(work, 'ActiviteitGewijzigd', row.id, {
    versie,
    wijzigingen: { resultaten: [null, `${resultaat.nummer} ${resultaat.naam}`] },
  })
  return { id }
}

/** Moved on the timeline: nothing but its quarters changes. */
export async function planActiviteit(
  work: Work,
  input: Gezien & {
    readonly planning: Planning
    readonly vanKwartaal: string | null
    readonly totKwartaal: string | null
  },
): Promise<Gedaan | Rejection> {
  const row = await lockActiviteit(work, input.id)
  if (isRejection(row)) return row
  const set = { planning: input.planning, van_kwartaal: input.vanKwartaal, tot_kwartaal: input.totKwartaal }
  const versie = await updateActiviteit(work, input, set)
  if (isRejection(versie)) return versie
  await record(work, 'ActiviteitGepland', row.id, { versie, wijzigingen: openChanges(row, set, []) })
  return { id: row.id, versie }
}

/** What still runs goes along to the new version of a programma, without its progress; returns how many. */
export async function copyActiviteiten(
  work: Work,
  van: Id,
  naar: Id,
  onderdelen: ReadonlyMap<Id, Id>,
): Promise<number | Rejection> {
  const lopende = await listLopende(work, van)
  for (const {
    id,
    regio_id: _,
    volgorde: __,
    aangemaakt_op: ___,
    gewijzigd_op: ____,
    gewijzigd_door: _____,
    versie: ______,
    ...row
  } of lopende) {
    const lijsten = await readLijsten(work, id)
    const made = await insertActiviteit(
      work,
      { ...row, programma_id: naar, vervolg_op_id: id },
      { ...lijsten, dient: lijsten.dient.map((een) => onderdelen.get(een) ?? een) },
    )
    if (isRejection(made)) return made
    await record(work, 'ActiviteitVastgelegd', made, { versie: 1, programma: naar, vervolgOp: id })
  }
  return lopende.length
}

/**
 * What still runs in other programmes serves the parts of the new version from now on; the old links are in its history. Who
 * has such an activiteit open in a form must look again first.
 */
export async function followOnderdelen(
  work: Work,
  programmaId: Id,
  onderdelen: ReadonlyMap<Id, Id>,
): Promise<Rejection | undefined> {
  for (const row of await lockDienende(work, programmaId)) {
    const { dient: had } = await readLijsten(work, row.id)
    const dient = had.map((een) => onderdelen.get(een) ?? een)
    const versie = await replaceDient(work, row, dient)
    if (isRejection(versie)) return versie
    await record(work, 'ActiviteitGewijzigd', row.id, {
      versie,
      wijzigingen: openChanges({ dient: had }, { dient: dient.toSorted() }, []),
    })
  }
  return undefined
}
