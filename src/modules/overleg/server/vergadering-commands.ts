import { openChanges, tooLate } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, type Rejection } from '../../../shared/rejection.ts'
import { type AndereVergadering, type VastPunt, vastePuntenOp } from '../domain/agenda.ts'
import type { Gedaan } from '../domain/contract.ts'
import type {
  Agendapunt,
  AgendaWijziging,
  VergaderingInvoer,
  VergaderingWijziging,
} from '../domain/vergadering-contract.ts'
import { fouten } from './fouten.ts'
import { type Gezien, insertRij, lockRij, type Rij, replaceDelen, updateRij } from './store.ts'

const record = (work: Work, soort: string, id: Id, gegevens: Record<string, unknown>) =>
  work.record({ soort, onderwerpSoort: 'vergadering', onderwerpId: id, op: work.today, gegevens })

const kolommen = (input: VergaderingInvoer | VergaderingWijziging) => ({
  datum: input.datum,
  begin_om: input.beginOm,
  eind_om: input.eindOm,
  plaats: input.plaats,
  werkbezoek: input.werkbezoek,
})

/** The fixed items of the overleg, and what the other meetings have on their agenda. */
async function vastePuntenVan(work: Work, overlegId: Id, datum: string): Promise<VastPunt[]> {
  const punten = await work.db
    .selectFrom('overleg_agendapunt')
    .select(['titel', 'soort', 'herhaling'])
    .where('regio_id', '=', work.regioId)
    .where('overleg_id', '=', overlegId)
    .orderBy('nummer')
    .execute()
  const anderen = await work.db
    .selectFrom('vergadering as v')
    .innerJoin('vergadering_agendapunt as p', 'p.vergadering_id', 'v.id')
    .select(['v.datum', 'p.titel'])
    .where('v.regio_id', '=', work.regioId)
    .where('v.overleg_id', '=', overlegId)
    .where('v.status', '<>', 'afgelast')
    .execute()
  const perDag = new Map<string, string[]>()
  for (const { datum: dag, titel } of anderen) perDag.set(dag, [...(perDag.get(dag) ?? []), titel])
  const vergaderingen: AndereVergadering[] = [...perDag].map(([dag, titels]) => ({ datum: dag, titels }))
  return vastePuntenOp(punten as VastPunt[], datum, vergaderingen)
}

const alsRij = (punt: Agendapunt, i: number) => ({
  nummer: i + 1,
  titel: punt.titel,
  soort: punt.soort,
  is_vast: punt.isVast,
  toelichting: punt.toelichting,
  stuk: punt.stuk,
  activiteit_id: punt.activiteitId,
  programma_id: punt.programmaId,
  rapport_id: punt.rapportId,
})

export async function planVergadering(work: Work, input: VergaderingInvoer): Promise<Gedaan | Rejection> {
  const vast = await vastePuntenVan(work, input.overlegId as Id, input.datum)
  const id = await insertRij(work, 'vergadering', { overleg_id: input.overlegId as Id, ...kolommen(input) })
  if (isRejection(id)) return id
  const punten = vast.map(({ titel, soort }, i) =>
    alsRij(
      {
        titel,
        soort,
        isVast: true,
        toelichting: null,
        stuk: null,
        activiteitId: null,
        programmaId: null,
        rapportId: null,
      },
      i,
    ),
  )
  const refused = await replaceDelen(work, 'vergadering_agendapunt', id, punten)
  if (refused) return refused
  await record(work, 'VergaderingGepland', id, { versie: 1, datum: input.datum })
  return { id, versie: 1 }
}

/** What was called off does not change; who did that, and that a new one can be planned, is said. */
async function lockOpen(work: Work, id: Id): Promise<Rij<'vergadering'> | Rejection> {
  const row = await lockRij(work, 'vergadering', id)
  if (isRejection(row) || row.status !== 'afgelast') return row
  return tooLate(work, 'vergadering', id, {
    code: 'kan_nu_niet',
    reden: 'Deze vergadering is afgelast. Plan een nieuwe.',
  })
}

async function change(
  work: Work,
  seen: Gezien,
  soort: string,
  set: Partial<Rij<'vergadering'>>,
): Promise<Gedaan | Rejection> {
  const row = await lockOpen(work, seen.id)
  if (isRejection(row)) return row
  const versie = await updateRij(work, 'vergadering', seen, set)
  if (isRejection(versie)) return versie
  await record(work, soort, row.id, { versie, wijzigingen: openChanges(row, set, []) })
  return { id: row.id, versie }
}

export const changeVergadering = (work: Work, input: VergaderingWijziging & { readonly id: Id }) =>
  change(work, input, 'VergaderingGewijzigd', kolommen(input))

export const concludeVergadering = (work: Work, input: Gezien & { readonly verslag: string | null }) =>
  change(work, input, 'VergaderingGehouden', { status: 'gehouden', verslag: input.verslag })

export const cancelVergadering = (work: Work, input: Gezien & { readonly reden: string }) =>
  change(work, input, 'VergaderingAfgelast', {
    status: 'afgelast',
    afgelast_reden: input.reden,
    verslag: null,
  })

async function agendaVan(work: Work, id: Id): Promise<string[]> {
  const rows = await work.db
    .selectFrom('vergadering_agendapunt')
    .select('titel')
    .where('vergadering_id', '=', id)
    .orderBy('nummer')
    .execute()
  return rows.map(({ titel }) => titel)
}

export async function changeAgenda(
  work: Work,
  input: AgendaWijziging & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const row = await lockRij(work, 'vergadering', input.id)
  if (isRejection(row)) return row
  if (row.status === 'afgelast') return fouten.vergadering_agenda_open!
  const voor = await agendaVan(work, row.id)
  const versie = await updateRij(work, 'vergadering', input, {})
  if (isRejection(versie)) return versie
  const refused = await replaceDelen(work, 'vergadering_agendapunt', row.id, input.punten.map(alsRij))
  if (refused) return refused
  await record(work, 'AgendaGewijzigd', row.id, {
    versie,
    wijzigingen: openChanges({ punten: voor }, { punten: await agendaVan(work, row.id) }, []),
  })
  return { id: row.id, versie }
}
