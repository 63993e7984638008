import { sql } from 'kysely'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { lockPersonen } from './huishouden-commands.ts'
import { lockPersoon } from './read-persoon.ts'

export interface Samenvoeging {
  /** The file that goes into the other; it stays, and can be taken apart again. */
  readonly persoonId: Id
  /** The file that counts from now. */
  readonly opgegaanIn: Id
  /** Why it is the same person. */
  readonly reden: string
}

/**
 * Makes one person of two files. Nothing is moved or deleted: the one points to the other, and who was involved with one is
 * involved with both. Call it through `mergeDossiers` of opvolging, which also keeps the person in sight.
 */
export async function mergePersonen(work: Work, input: Samenvoeging): Promise<{ id: Id } | Rejection> {
  if (input.persoonId === input.opgegaanIn)
    return reject('zelfde_dossier', 'Kies twee verschillende dossiers.', { field: 'opgegaanIn', status: 422 })
  if (!(await lockPersonen(work, [input.persoonId, input.opgegaanIn]))) return notFound('Een van de dossiers')
  const from = (await lockPersoon(work, input.persoonId))!
  const into = (await lockPersoon(work, input.opgegaanIn))!
  const refused = await refusalOf(work, from, into)
  if (refused) return refused
  const id = work.newId()
  await work.db
    .insertInto('samenvoeging')
    .values({
      id,
      regio_id: work.regioId,
      persoon_id: from.id,
      opgegaan_in: into.id,
      reden: input.reden,
      samengevoegd_op: work.now,
      samengevoegd_door: work.vrager.gebruikerId,
    })
    .execute()
  await sql`select onderdak.kopieer_betrokkenheid(${id}::uuid)`.execute(work.db)
  await point(work, from, into.id)
  await recordBoth(work, 'DossierSamengevoegd', id, [from.id, into.id], { reden: input.reden })
  return { id }
}

/** Undoes a merge: both files count again, and the involvement that only the merge gave ends. */
export async function splitPersonen(
  work: Work,
  input: { readonly samenvoegingId: Id; readonly reden: string },
): Promise<{ persoonId: Id; opgegaanIn: Id } | Rejection> {
  const merge = await work.db
    .selectFrom('samenvoeging')
    .select(['id', 'persoon_id', 'opgegaan_in', 'teruggedraaid_op'])
    .where('id', '=', input.samenvoegingId)
    .forUpdate()
    .executeTakeFirst()
  if (!merge || !(await lockPersonen(work, [merge.persoon_id, merge.opgegaan_in])))
    return notFound('De samenvoeging')
  if (merge.teruggedraaid_op !== null)
    return reject('al_teruggedraaid', 'Deze samenvoeging is al teruggedraaid.')
  const from = (await lockPersoon(work, merge.persoon_id))!
  await work.db
    .updateTable('samenvoeging')
    .set({
      teruggedraaid_op: work.now,
      teruggedraaid_door: work.vrager.gebruikerId,
      terugdraaireden: input.reden,
    })
    .where('id', '=', merge.id)
    .execute()
  const pointed = await catchConstraint(point(work, from, null), {
    persoon_bsn_uniek: () =>
      reject(
        'bsn_bestaat',
        'Terugdraaien kan niet: beide dossiers hebben hetzelfde burgerservicenummer. Haal het nummer eerst weg uit het dossier dat blijft.',
        { field: 'bsn' },
      ),
  })
  if (isRejection(pointed)) return pointed
  await recordBoth(work, 'SamenvoegingTeruggedraaid', merge.id, [merge.persoon_id, merge.opgegaan_in], {
    reden: input.reden,
  })
  // Last, because the asker may be one of those whose sight of the other file ends here.
  await sql`select onderdak.herstel_betrokkenheid(${merge.id}::uuid)`.execute(work.db)
  return { persoonId: merge.persoon_id, opgegaanIn: merge.opgegaan_in }
}

type Row = NonNullable<Awaited<ReturnType<typeof lockPersoon>>>

async function refusalOf(work: Work, from: Row, into: Row): Promise<Rejection | undefined> {
  if (from.samengevoegd_in !== null || into.samengevoegd_in !== null)
    return reject(
      'al_samengevoegd',
      'Een van deze dossiers is al samengevoegd. Kies het dossier waarin het is opgegaan.',
    )
  if (from.is_geheim !== into.is_geheim)
    return reject(
      'geheim_en_open',
      'Een geheim dossier kan alleen samengaan met een ander geheim dossier. Laat de vrouwenopvang dit doen.',
    )
  const carries = await work.db
    .selectFrom('samenvoeging')
    .select('id')
    .where('opgegaan_in', '=', from.id)
    .where('teruggedraaid_op', 'is', null)
    .executeTakeFirst()
  return carries
    ? reject(
        'heeft_al_samenvoeging',
        'In dit dossier is al een ander dossier opgegaan. Voeg andersom samen: laat dit dossier blijven.',
        { possible: ['Kies dit dossier als het dossier dat blijft.'] },
      )
    : undefined
}

async function point(work: Work, from: Row, into: Id | null): Promise<undefined> {
  await work.db
    .updateTable('persoon')
    .set({
      samengevoegd_in: into,
      versie: from.versie + 1,
      gewijzigd_op: work.now,
      gewijzigd_door: work.vrager.gebruikerId,
    })
    .where('id', '=', from.id)
    .execute()
  return undefined
}

async function recordBoth(
  work: Work,
  soort: string,
  id: Id,
  personen: readonly Id[],
  gegevens: Record<string, unknown>,
): Promise<void> {
  for (const persoonId of personen)
    await work.record({
      soort,
      onderwerpSoort: 'samenvoeging',
      onderwerpId: id,
      persoonId,
      op: work.today,
      gegevens,
    })
}
