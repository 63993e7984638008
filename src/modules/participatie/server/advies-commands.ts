import { openChanges, tooLate } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import {
  type AdviesAntwoord,
  type AdviesInvoer,
  type AdviesWijziging,
  adviesstandVan,
} from '../domain/advies-contract.ts'
import type { Gedaan } from '../domain/delen.ts'
import { type Adviesstand, adviserend } from '../domain/keuzes.ts'
import { boek, checkBestaat, inToekomst } from './kiezen.ts'
import { insertRow, lockRow, updateRow } from './store.ts'

const kolommen = (input: AdviesInvoer | AdviesWijziging) => ({
  raad_id: input.raadId,
  is_gevraagd: input.isGevraagd,
  onderwerp: input.onderwerp,
  activiteit_id: input.activiteitId,
  programma_id: input.programmaId,
  // What was filled in before the choice was changed does not stay.
  gevraagd_op: input.isGevraagd ? input.gevraagdOp : null,
  verwacht_op: input.isGevraagd ? input.verwachtOp : null,
  ontvangen_op: input.ontvangenOp,
  tekst: input.tekst,
})

async function checkRaad(work: Work, id: Id, had?: Id): Promise<Rejection | undefined> {
  if (id === had) return undefined
  const raad = await work.db
    .selectFrom('partner')
    .select('soort')
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .executeTakeFirst()
  return raad && adviserend.includes(raad.soort)
    ? undefined
    : reject('raad_past_niet', 'Kies een adviesraad of ervaringsorganisatie uit de lijst.', {
        status: 422,
        field: 'raadId',
      })
}

async function checkAdvies(
  work: Work,
  input: AdviesInvoer | AdviesWijziging,
  had?: Id,
): Promise<Rejection | undefined> {
  const nogNiet = (op: PlainDate | null, field: string) =>
    op === null ? undefined : inToekomst(work, op, field)
  return (
    (input.isGevraagd ? nogNiet(input.gevraagdOp, 'gevraagdOp') : undefined) ??
    nogNiet(input.ontvangenOp, 'ontvangenOp') ??
    (await checkRaad(work, input.raadId, had)) ??
    (await checkBestaat(work, 'activiteit', input.activiteitId, {
      wat: 'Deze activiteit',
      field: 'activiteitId',
    })) ??
    (await checkBestaat(work, 'programma', input.programmaId, {
      wat: 'Dit programma',
      field: 'programmaId',
    }))
  )
}

/** Asked for, or on the council's own initiative (PAR-03). */
export async function registerAdvies(work: Work, input: AdviesInvoer): Promise<Gedaan | Rejection> {
  const refused = await checkAdvies(work, input)
  if (refused) return refused
  const id = await insertRow(work, 'advies', kolommen(input))
  if (isRejection(id)) return id
  const { raadId, isGevraagd, onderwerp } = input
  await boek(work, 'AdviesVastgelegd', { tabel: 'advies', id }, { versie: 1, raadId, isGevraagd, onderwerp })
  return { id, versie: 1 }
}

/** The row while its state allows this. */
async function lockAdvies(work: Work, id: Id, mag: readonly Adviesstand[], reden: string) {
  const row = await lockRow(work, 'advies', id)
  if (isRejection(row)) return row
  const stand = adviesstandVan({
    ontvangenOp: row.ontvangen_op,
    antwoordOp: row.antwoord_op,
    vervallenOp: row.vervallen_op,
  })
  return mag.includes(stand) ? row : tooLate(work, 'advies', id, { code: 'kan_nu_niet', reden })
}

type Row = Exclude<Awaited<ReturnType<typeof lockAdvies>>, Rejection>

async function save(
  work: Work,
  row: Row,
  versieGezien: number,
  step: { readonly soort: string; readonly set: Partial<Row> },
): Promise<Gedaan | Rejection> {
  const versie = await updateRow(work, 'advies', { id: row.id, versie: versieGezien }, step.set)
  if (isRejection(versie)) return versie
  await boek(
    work,
    step.soort,
    { tabel: 'advies', id: row.id },
    {
      versie,
      wijzigingen: openChanges(row, step.set, ['tekst', 'antwoord', 'motivering']),
    },
  )
  return { id: row.id, versie }
}

export async function changeAdvies(
  work: Work,
  input: AdviesWijziging & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const row = await lockAdvies(
    work,
    input.id,
    ['gevraagd', 'ontvangen'],
    'Dit advies is al beantwoord of vervallen.',
  )
  if (isRejection(row)) return row
  const refused = await checkAdvies(work, input, row.raad_id)
  if (refused) return refused
  return save(work, row, input.versie, { soort: 'AdviesGewijzigd', set: kolommen(input) })
}

interface Gezien {
  readonly id: Id
  readonly versie: number
}

export async function receiveAdvies(
  work: Work,
  input: Gezien & { readonly ontvangenOp: PlainDate; readonly tekst: string },
): Promise<Gedaan | Rejection> {
  const refused = inToekomst(work, input.ontvangenOp, 'ontvangenOp')
  if (refused) return refused
  const row = await lockAdvies(work, input.id, ['gevraagd'], 'Dit advies is al ontvangen of vervallen.')
  if (isRejection(row)) return row
  return save(work, row, input.versie, {
    soort: 'AdviesOntvangen',
    set: { ontvangen_op: input.ontvangenOp, tekst: input.tekst },
  })
}

/** The answer of the college, or a better wording of it. */
export async function answerAdvies(
  work: Work,
  input: AdviesAntwoord & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const refused = inToekomst(work, input.antwoordOp, 'antwoordOp')
  if (refused) return refused
  const row = await lockAdvies(
    work,
    input.id,
    ['ontvangen', 'beantwoord'],
    'Dit advies is nog niet ontvangen, of het is vervallen.',
  )
  if (isRejection(row)) return row
  return save(work, row, input.versie, {
    soort: 'AdviesBeantwoord',
    set: {
      antwoord_op: input.antwoordOp,
      antwoord: input.antwoord,
      overgenomen: input.overgenomen,
      motivering: input.motivering,
    },
  })
}

export async function dropAdvies(
  work: Work,
  input: Gezien & { readonly reden: string },
): Promise<Gedaan | Rejection> {
  const row = await lockAdvies(
    work,
    input.id,
    ['gevraagd', 'ontvangen'],
    'Dit advies is al beantwoord of vervallen.',
  )
  if (isRejection(row)) return row
  return save(work, row, input.versie, {
    soort: 'AdviesVervallen',
    set: { vervallen_op: work.today, vervallen_reden: input.reden },
  })
}
