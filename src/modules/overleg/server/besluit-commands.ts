import { conflict, openChanges, tooLate } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import type { BesluitInvoer, BesluitWijziging, PadWijziging, Stapinvoer } from '../domain/besluit-contract.ts'
import { findPadfouten, stapnaam } from '../domain/besluitpad.ts'
import type { Gedaan } from '../domain/contract.ts'
import { inToekomst, readGemeenten, vreemdeGemeente } from './checks.ts'
import { type Gezien, insertRij, lockRij, type Rij, replaceDelen, updateRij } from './store.ts'

const record = (work: Work, soort: string, id: Id, gegevens: Record<string, unknown>) =>
  work.record({ soort, onderwerpSoort: 'bestuursbesluit', onderwerpId: id, op: work.today, gegevens })

const kolommen = (input: BesluitInvoer | BesluitWijziging) => ({
  orgaan: input.orgaan,
  gemeente_code: input.gemeenteCode,
  nummer: input.nummer,
  titel: input.titel,
  tekst: input.tekst,
  besloten_op: input.beslotenOp,
  vergadering_id: input.vergaderingId,
  programma_id: input.programmaId,
  besluitmoment_id: input.besluitmomentId,
})

/** What a decision had already may stay, even when the gemeente left the region. */
async function checkInhoud(
  work: Work,
  input: BesluitInvoer | BesluitWijziging,
  had: string | null = null,
): Promise<Rejection | undefined> {
  const later = inToekomst(work, input.beslotenOp, 'beslotenOp')
  if (later) return later
  const { gemeenteCode } = input
  if (gemeenteCode === null || gemeenteCode === had) return undefined
  return (await readGemeenten(work)).has(gemeenteCode) ? undefined : vreemdeGemeente('gemeenteCode')
}

const replaceActiviteiten = (work: Work, id: Id, ids: readonly string[]) =>
  replaceDelen(
    work,
    'bestuursbesluit_activiteit',
    id,
    [...new Set(ids)].map((activiteit_id) => ({ activiteit_id: activiteit_id as Id })),
  )

export async function registerBesluit(work: Work, input: BesluitInvoer): Promise<Gedaan | Rejection> {
  const refused = await checkInhoud(work, input)
  if (refused) return refused
  const id = await insertRij(work, 'bestuursbesluit', kolommen(input) as never)
  if (isRejection(id)) return id
  const fout = await replaceActiviteiten(work, id, input.activiteitIds)
  if (fout) return fout
  await record(work, 'BestuursbesluitVastgelegd', id, { versie: 1, nummer: input.nummer })
  return { id, versie: 1 }
}

async function lockGeldend(work: Work, id: Id): Promise<Rij<'bestuursbesluit'> | Rejection> {
  const row = await lockRij(work, 'bestuursbesluit', id)
  if (isRejection(row) || row.ingetrokken_op === null) return row
  return tooLate(work, 'bestuursbesluit', id, {
    code: 'kan_nu_niet',
    reden: 'Dit besluit is ingetrokken. Leg een nieuw besluit vast.',
  })
}

async function activiteitenVan(work: Work, id: Id): Promise<string[]> {
  const rows = await work.db
    .selectFrom('bestuursbesluit_activiteit')
    .select('activiteit_id')
    .where('bestuursbesluit_id', '=', id)
    .orderBy('activiteit_id')
    .execute()
  return rows.map(({ activiteit_id }) => activiteit_id)
}

export async function changeBesluit(
  work: Work,
  input: BesluitWijziging & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const row = await lockGeldend(work, input.id)
  if (isRejection(row)) return row
  const refused = await checkInhoud(work, input, row.gemeente_code)
  if (refused) return refused
  const voor = await activiteitenVan(work, row.id)
  const set = kolommen(input)
  const versie = await updateRij(work, 'bestuursbesluit', input, set as never)
  if (isRejection(versie)) return versie
  const fout = await replaceActiviteiten(work, row.id, input.activiteitIds)
  if (fout) return fout
  const na = await activiteitenVan(work, row.id)
  const wijzigingen = openChanges({ ...row, activiteit_ids: voor }, { ...set, activiteit_ids: na }, [])
  await record(work, 'BestuursbesluitGewijzigd', row.id, { versie, wijzigingen })
  return { id: row.id, versie }
}

/** Every fault of the path at its own field; the first one is what the message says. */
function checkPad(work: Work, stappen: readonly Stapinvoer[], gemeenten: ReadonlyMap<string, string>) {
  const faults: { field: string; message: string }[] = []
  for (const [i, stap] of stappen.entries()) {
    if (stap.gemeenteCode !== null && !gemeenten.has(stap.gemeenteCode))
      faults.push({
        field: `stappen.${i}.gemeenteCode`,
        message: vreemdeGemeente('gemeenteCode').message,
      })
    const later = inToekomst(work, stap.gedaanOp, 'gedaanOp')
    if (later) faults.push({ field: `stappen.${i}.gedaanOp`, message: later.message })
  }
  const naam = (stap: Stapinvoer) =>
    stapnaam(
      stap.orgaan,
      stap.gemeenteCode && (gemeenten.get(stap.gemeenteCode) ?? stap.gemeenteCode),
      stap.omschrijving,
    )
  for (const { stap, veld, melding } of findPadfouten(stappen, naam))
    if (!faults.some(({ field }) => field === `stappen.${stap}.${veld}`))
      faults.push({ field: `stappen.${stap}.${veld}`, message: melding })
  const [first] = faults
  if (!first) return undefined
  return reject(
    'pad_past_niet',
    faults.length === 1 ? first.message : `Er zijn ${faults.length} fouten in de stappen.`,
    {
      status: 422,
      field: first.field,
      faults,
    },
  )
}

interface StapRij {
  readonly beurt: number
  readonly orgaan: string
  readonly gemeente_code: string | null
  readonly gepland_op: string | null
  readonly gedaan_op: string | null
  readonly uitkomst: string | null
}

/** A step as one line of the book. */
const inWoorden = (stap: StapRij) =>
  [stap.beurt, stap.orgaan, stap.gemeente_code, stap.gedaan_op ?? stap.gepland_op, stap.uitkomst]
    .filter((deel) => deel !== null)
    .join(' ')

export async function changePad(
  work: Work,
  input: PadWijziging & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const row = await lockGeldend(work, input.id)
  if (isRejection(row)) return row
  // Before the faults: those may come from what somebody else changed meanwhile.
  if (row.versie !== input.versie) return conflict(work, 'bestuursbesluit', row.id, input.versie)
  const voor = await work.db
    .selectFrom('bestuursbesluit_stap')
    .selectAll()
    .where('bestuursbesluit_id', '=', row.id)
    .orderBy('nummer')
    .execute()
  const gemeenten = new Map(await readGemeenten(work))
  for (const { gemeente_code } of voor)
    if (gemeente_code !== null && !gemeenten.has(gemeente_code)) gemeenten.set(gemeente_code, gemeente_code)
  const refused = checkPad(work, input.stappen, gemeenten)
  if (refused) return refused
  const versie = await updateRij(work, 'bestuursbesluit', input, {})
  if (isRejection(versie)) return versie
  const na = input.stappen.map((stap, i) => ({
    nummer: i + 1,
    beurt: stap.beurt,
    orgaan: stap.orgaan,
    gemeente_code: stap.gemeenteCode,
    omschrijving: stap.omschrijving,
    gepland_op: stap.geplandOp,
    gedaan_op: stap.gedaanOp,
    uitkomst: stap.uitkomst,
  }))
  const fout = await replaceDelen(work, 'bestuursbesluit_stap', row.id, na)
  if (fout) return fout
  const wijzigingen = openChanges({ stappen: voor.map(inWoorden) }, { stappen: na.map(inWoorden) }, [])
  await record(work, 'BesluitpadGewijzigd', row.id, { versie, wijzigingen })
  return { id: row.id, versie }
}

export async function withdrawBesluit(
  work: Work,
  input: Gezien & { readonly reden: string },
): Promise<Gedaan | Rejection> {
  const row = await lockGeldend(work, input.id)
  if (isRejection(row)) return row
  const set = { ingetrokken_op: work.today, ingetrokken_reden: input.reden }
  const versie = await updateRij(work, 'bestuursbesluit', input, set)
  if (isRejection(versie)) return versie
  await record(work, 'BestuursbesluitIngetrokken', row.id, { versie, wijzigingen: openChanges(row, set, []) })
  return { id: row.id, versie }
}
