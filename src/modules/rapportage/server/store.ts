import { type Selectable, sql, type Updateable } from 'kysely'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { DB } from '../../../platform/db/tables.ts'
import { updateRow } from '../../../platform/update-row.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import type { Bewaard, Samenvoeging } from '../domain/blok.ts'
import type { RapportageInvoer } from '../domain/contract.ts'

// The only place that writes rapportage and rapportage_blok.

export type RapportageRij = Selectable<DB['rapportage']>
export type BlokRij = Selectable<DB['rapportage_blok']>
type Gezien = { readonly id: Id; readonly versie: number }

const constraints: Readonly<Record<string, Rejection>> = {
  rapportage_blijft: reject(
    'rapportage_vastgesteld',
    'Deze rapportage is vastgesteld en verandert niet meer. Maak een nieuwe voor de volgende periode.',
  ),
  rapportage_een_vervolg: reject(
    'vervolg_bestaat',
    'Er is al een rapportage die hierop volgt. Werk verder in die rapportage.',
    { field: 'vorigeId' },
  ),
  rapportage_volgt_hetzelfde: reject(
    'vorige_past_niet',
    'De vorige rapportage moet van hetzelfde programma en dezelfde soort zijn.',
    { status: 422, field: 'vorigeId' },
  ),
  rapportage_periode_loopt_op: reject('periode_past_niet', 'Kies een periode van hooguit drie jaar.', {
    status: 422,
    field: 'tot',
  }),
  rapportage_regio_id_programma_id_fkey: reject('programma_onbekend', 'Kies een programma uit de lijst.', {
    status: 422,
    field: 'programmaId',
  }),
}

export async function insertRapportage(work: Work, input: RapportageInvoer): Promise<Id | Rejection> {
  const id = work.newId()
  return catchConstraint(
    work.db
      .insertInto('rapportage')
      .values({
        id,
        regio_id: work.regioId,
        programma_id: input.programmaId,
        soort: input.soort,
        van: input.van,
        tot: input.tot,
        titel: input.titel,
        vorige_id: input.vorigeId,
        bezig_sinds: work.now,
        gemaakt_door: work.vrager.gebruikerId!,
        aangemaakt_op: work.now,
        gewijzigd_op: work.now,
        gewijzigd_door: work.vrager.gebruikerId,
      })
      .execute()
      .then(() => id),
    constraints,
  )
}

/** The row for this transaction, whatever its version: the state says first what can be done. */
export async function lockRapportage(work: Work, id: Id): Promise<RapportageRij | Rejection> {
  const row = await work.db
    .selectFrom('rapportage')
    .selectAll()
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ?? notFound('Deze rapportage')
}

/** A block with its rapportage: that one is locked first, so that two editors and the freezing never wait for each other in a ring. */
export async function lockBlok(
  work: Work,
  id: Id,
): Promise<{ readonly blok: BlokRij; readonly rapportage: RapportageRij } | Rejection> {
  const van = await work.db
    .selectFrom('rapportage_blok')
    .select('rapportage_id')
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!van) return notFound('Dit stuk')
  const rapportage = await lockRapportage(work, van.rapportage_id)
  if ('rejected' in rapportage) return rapportage
  const blok = await work.db
    .selectFrom('rapportage_blok')
    .selectAll()
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .executeTakeFirst()
  return blok ? { blok, rapportage } : notFound('Dit stuk')
}

export const updateRapportage = (work: Work, seen: Gezien, values: Updateable<DB['rapportage']>) =>
  updateRow(work, 'rapportage', seen, values, constraints)

/** Writes a block with the version that the editor saw, and says of the whole that something changed. */
export async function updateBlok(
  work: Work,
  rapportage: RapportageRij,
  seen: Gezien,
  values: Updateable<DB['rapportage_blok']>,
): Promise<number | Rejection> {
  const versie = await updateRow(work, 'rapportage_blok', seen, values, constraints)
  if (typeof versie === 'number') await touch(work, rapportage)
  return versie
}

/** Another version of the whole: who wants to freeze it must have seen this. */
export async function touch(work: Work, { id, versie }: RapportageRij): Promise<void> {
  await work.db
    .updateTable('rapportage')
    .set({ versie: versie + 1, gewijzigd_op: work.now, gewijzigd_door: work.vrager.gebruikerId })
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .execute()
}

export async function listBlokken(work: Work, rapportageId: Id): Promise<BlokRij[]> {
  return work.db
    .selectFrom('rapportage_blok')
    .selectAll()
    .where('regio_id', '=', work.regioId)
    .where('rapportage_id', '=', rapportageId)
    .orderBy('volgorde')
    .execute()
}

export const bewaardVan = (rij: BlokRij): Bewaard => ({
  id: rij.id,
  sleutel: rij.sleutel,
  hoofdstuk: rij.hoofdstuk,
  gemaakt: rij.gemaakt,
  levend: rij.levend,
  eigen: rij.eigen,
  gezien: rij.gezien,
  isNieuw: rij.is_nieuw,
})

/** How far the drafting is. No other version: nobody edits this. In the night nobody waits, and nothing is noted. */
export async function noteVoortgang(
  work: Work,
  id: Id,
  { gedaan, totaal }: { readonly gedaan: number; readonly totaal: number },
): Promise<void> {
  await work.db
    .updateTable('rapportage')
    .set({ bezig_gedaan: gedaan, bezig_totaal: totaal })
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .where('bezig_sinds', 'is not', null)
    .execute()
}

/** What was drafted anew beside what was kept. A first draft brings no news: everything is new then. */
export async function saveSamenvoeging(
  work: Work,
  rapportage: RapportageRij,
  { levend, erbij, volgorde }: Samenvoeging,
  bekekenOp: Date,
): Promise<void> {
  const isEerste = rapportage.levend_op === null
  if (levend.length > 0)
    await sql`update onderdak.rapportage_blok b set levend = n.levend, versie = b.versie + 1, gewijzigd_op = ${work.now}
      from jsonb_to_recordset(${JSON.stringify(levend)}::jsonb) as n (id uuid, levend text) where b.regio_id = ${work.regioId} and b.id = n.id`.execute(
      work.db,
    )
  if (erbij.length > 0 && volgorde.length > 0)
    await sql`update onderdak.rapportage_blok b set volgorde = n.volgorde
      from jsonb_to_recordset(${JSON.stringify(volgorde)}::jsonb) as n (id uuid, volgorde int) where b.regio_id = ${work.regioId} and b.id = n.id and b.volgorde <> n.volgorde`.execute(
      work.db,
    )
  const rijen = erbij.map(({ blok, volgorde: plaats }) => {
    const inhoud = JSON.stringify(blok.inhoud)
    return {
      id: work.newId(),
      regio_id: work.regioId,
      rapportage_id: rapportage.id,
      sleutel: blok.sleutel,
      hoofdstuk: blok.hoofdstuk,
      volgorde: plaats,
      gemaakt: inhoud,
      levend: inhoud,
      is_nieuw: !isEerste,
      aangemaakt_op: work.now,
      gewijzigd_op: work.now,
    }
  })
  for (let i = 0; i < rijen.length; i += 500)
    await work.db
      .insertInto('rapportage_blok')
      .values(rijen.slice(i, i + 500))
      .execute()
  await work.db
    .updateTable('rapportage')
    .set({
      bezig_sinds: null,
      bezig_gedaan: null,
      bezig_totaal: null,
      levend_op: bekekenOp,
      versie: rapportage.versie + 1,
      gewijzigd_op: work.now,
    })
    .where('regio_id', '=', work.regioId)
    .where('id', '=', rapportage.id)
    .execute()
}

/** An own block right after another one, in the same chapter. */
export async function insertEigenBlok(
  work: Work,
  { blok, rapportage }: { readonly blok: BlokRij; readonly rapportage: RapportageRij },
  eigen: string,
): Promise<Id | Rejection> {
  const id = work.newId()
  const done = await catchConstraint(
    sql`with opzij as (update onderdak.rapportage_blok set volgorde = volgorde + 1 where regio_id = ${work.regioId} and rapportage_id = ${rapportage.id} and volgorde > ${blok.volgorde} returning 1)
      insert into onderdak.rapportage_blok (id, regio_id, rapportage_id, hoofdstuk, volgorde, eigen, aangemaakt_op, gewijzigd_op, gewijzigd_door)
      select ${id}, ${work.regioId}, ${rapportage.id}, ${blok.hoofdstuk}, ${blok.volgorde + 1}, ${eigen}, ${work.now}, ${work.now}, ${work.vrager.gebruikerId} from (select count(*) from opzij) x`.execute(
      work.db,
    ),
    constraints,
  )
  if ('rejected' in done) return done
  await touch(work, rapportage)
  return id
}

/** The block before or after it in its chapter; undefined at the end. */
export function findBuur(work: Work, blok: BlokRij, richting: 'omhoog' | 'omlaag') {
  return work.db
    .selectFrom('rapportage_blok')
    .select(['id', 'volgorde'])
    .where('regio_id', '=', work.regioId)
    .where('rapportage_id', '=', blok.rapportage_id)
    .where('hoofdstuk', '=', blok.hoofdstuk)
    .where('volgorde', richting === 'omhoog' ? '<' : '>', blok.volgorde)
    .orderBy('volgorde', richting === 'omhoog' ? 'desc' : 'asc')
    .executeTakeFirst()
}

/** The place of another block; the uniqueness of places is looked at when the transaction ends. */
export async function movePlace(work: Work, id: Id, volgorde: number): Promise<void> {
  await work.db
    .updateTable('rapportage_blok')
    .set({ volgorde })
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .execute()
}

export async function deleteBlok(work: Work, rapportage: RapportageRij, id: Id): Promise<void> {
  await work.db
    .deleteFrom('rapportage_blok')
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .execute()
  await touch(work, rapportage)
}

/** Of every block without an own text the newest one; what is gone goes away. Returns how many. */
export async function takeAll(work: Work, rapportageId: Id): Promise<number> {
  const gone =
    await sql`delete from onderdak.rapportage_blok where regio_id = ${work.regioId} and rapportage_id = ${rapportageId}
    and sleutel is not null and eigen is null and levend is null and gezien is distinct from 'weg'`.execute(
      work.db,
    )
  const taken =
    await sql`update onderdak.rapportage_blok set gemaakt = levend, gezien = null, is_nieuw = false, versie = versie + 1, gewijzigd_op = ${work.now}, gewijzigd_door = ${work.vrager.gebruikerId}
    where regio_id = ${work.regioId} and rapportage_id = ${rapportageId} and sleutel is not null and eigen is null and levend is not null and ((levend <> gemaakt and levend is distinct from gezien) or is_nieuw)`.execute(
      work.db,
    )
  return Number((gone.numAffectedRows ?? 0n) + (taken.numAffectedRows ?? 0n))
}

/** Frozen from here on; the database counts the checksum over what it keeps. */
export function freezeRapportage(work: Work, seen: Gezien, tekst: string): Promise<number | Rejection> {
  return updateRapportage(work, seen, {
    inhoud: tekst,
    controlegetal: sql<string>`encode(sha256(convert_to(${tekst}, 'UTF8')), 'hex')` as never,
    vastgesteld_op: work.now,
    vastgesteld_door: work.vrager.gebruikerId,
  })
}
