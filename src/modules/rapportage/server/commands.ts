import { tooLate } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import { Blokinhoud, geldendVan, veranderingVan } from '../domain/blok.ts'
import type { RapportageInvoer } from '../domain/contract.ts'
import type { Soort } from '../domain/keuzes.ts'
import type { Vastgesteld } from '../domain/vastgesteld.ts'
import { findProgramma } from './concept.ts'
import {
  bewaardVan,
  freezeRapportage,
  insertRapportage,
  listBlokken,
  lockRapportage,
  type RapportageRij,
  takeAll,
  updateRapportage,
} from './store.ts'

type Gedaan = { readonly id: Id; readonly versie: number }
type Gezien = { readonly id: Id; readonly versie: number }

export const TAAK = 'rapportage-opstellen'

function record(work: Work, soort: string, id: Id, gegevens: Record<string, unknown>) {
  return work.record({ soort, onderwerpSoort: 'rapportage', onderwerpId: id, op: work.today, gegevens })
}

const enqueue = (work: Work, id: Id) =>
  work.enqueue({ naam: TAAK, gegevens: { rapportageId: id }, sleutel: `${TAAK} ${id}` })

/** Begins a rapportage; its text comes behind the screen. */
export async function startRapportage(work: Work, input: RapportageInvoer): Promise<Gedaan | Rejection> {
  const programma = await findProgramma(work, input.programmaId)
  if (!programma)
    return reject('programma_onbekend', 'Kies een programma uit de lijst.', {
      status: 422,
      field: 'programmaId',
    })
  if (input.soort === 'nieuwsbrief' && programma.openbaar_sinds === null)
    return reject(
      'programma_niet_openbaar',
      'Dit programma is niet openbaar. Maak het eerst openbaar, of kies een ander programma.',
      { status: 422, field: 'programmaId' },
    )
  const id = await insertRapportage(work, input)
  if (isRejection(id)) return id
  await enqueue(work, id)
  const { soort, van, tot } = input
  await record(work, 'RapportageBegonnen', id, { versie: 1, soort, van, tot })
  return { id, versie: 1 }
}

/** The row when it can still be changed. */
export async function lockConcept(work: Work, id: Id): Promise<RapportageRij | Rejection> {
  const row = await lockRapportage(work, id)
  return isRejection(row) || row.vastgesteld_op === null ? row : alVastgesteld(work, row.id)
}

export const alVastgesteld = (work: Work, id: Id) =>
  tooLate(work, 'rapportage', id, {
    code: 'rapportage_vastgesteld',
    reden: 'Deze rapportage is vastgesteld en verandert niet meer.',
  })

export async function renameRapportage(
  work: Work,
  input: Gezien & { readonly titel: string },
): Promise<Gedaan | Rejection> {
  const row = await lockConcept(work, input.id)
  if (isRejection(row)) return row
  const versie = await updateRapportage(work, input, { titel: input.titel })
  if (isRejection(versie)) return versie
  await record(work, 'RapportageHernoemd', row.id, {
    versie,
    wijzigingen: { titel: [row.titel, input.titel] },
  })
  return { id: row.id, versie }
}

/** Looks again at what is known; again while it is busy does nothing more. */
export async function askVerversing(work: Work, id: Id): Promise<Gedaan | Rejection> {
  const row = await lockConcept(work, id)
  if (isRejection(row)) return row
  if (row.bezig_sinds !== null) return { id, versie: row.versie }
  const versie = await updateRapportage(work, row, { bezig_sinds: work.now })
  if (isRejection(versie)) return versie
  await enqueue(work, id)
  await record(work, 'RapportageVerversingGevraagd', id, { versie })
  return { id, versie }
}

/** Drafts are looked at each night, so that who opens one sees what changed. */
export async function refreshConcepten(work: Work): Promise<void> {
  const rows = await work.db
    .selectFrom('rapportage')
    .select('id')
    .where('regio_id', '=', work.regioId)
    .where('vastgesteld_op', 'is', null)
    .execute()
  for (const { id } of rows) await enqueue(work, id)
}

export async function takeNieuweTeksten(work: Work, input: Gezien): Promise<Gedaan | Rejection> {
  const row = await lockConcept(work, input.id)
  if (isRejection(row)) return row
  const versie = await updateRapportage(work, input, {})
  if (isRejection(versie)) return versie
  const aantal = await takeAll(work, row.id)
  await record(work, 'RapportageNieuweTekstenOvergenomen', row.id, { versie, aantal })
  return { id: row.id, versie }
}

/** Final: words and figures never change again. Of stories only which, so that a withdrawn one is gone here as well. */
export async function adoptRapportage(work: Work, input: Gezien): Promise<Gedaan | Rejection> {
  const row = await lockConcept(work, input.id)
  if (isRejection(row)) return row
  if (row.bezig_sinds !== null || row.levend_op === null)
    return reject(
      'rapportage_bezig',
      'Het concept wordt nog opgesteld. Wacht tot het klaar is en kijk het na.',
    )
  const blokken = await listBlokken(work, row.id)
  const open = blokken.filter((blok) => !blok.is_weggelaten && veranderingVan(bewaardVan(blok)) !== 'geen')
  if (open.length > 0)
    return reject(
      'rapportage_heeft_keuzes_open',
      `Bij ${open.length === 1 ? 'één stuk' : `${open.length} stukken`} zijn de gegevens veranderd. Kies eerst de nieuwe tekst, of houd wat er staat.`,
    )
  const teksten = blokken.filter(({ is_weggelaten }) => !is_weggelaten)
  if (teksten.length === 0)
    return reject('rapportage_leeg', 'Alle stukken zijn weggelaten. Zet minstens één stuk terug.')
  const programma = await findProgramma(work, row.programma_id)
  const { naam } = await work.db
    .selectFrom('regio')
    .select('naam')
    .where('id', '=', work.regioId)
    .executeTakeFirstOrThrow()
  const inhoud: Vastgesteld = {
    vorm: 1,
    soort: row.soort as Soort,
    titel: row.titel,
    programma: programma!.naam,
    regio: naam,
    van: row.van,
    tot: row.tot,
    levendOp: row.levend_op.toISOString(),
    blokken: teksten.map((blok) => ({
      hoofdstuk: blok.hoofdstuk,
      inhoud: Blokinhoud.parse(JSON.parse(geldendVan(blok))),
    })),
  }
  const versie = await freezeRapportage(work, input, JSON.stringify(inhoud))
  if (isRejection(versie)) return versie
  await record(work, 'RapportageVastgesteld', row.id, { versie, stukken: teksten.length })
  return { id: row.id, versie }
}
