import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import { nachtOp } from '../../../shared/nacht.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'
import { isKeuze } from '../../beheer/server/lookup.ts'
import type { NachtInvoer } from '../domain/contract.ts'
import { canRecordAt, checkNacht } from '../domain/rules.ts'
import { upsertNacht } from './store.ts'

/**
 * Who was there in the night that begins on `nacht`: everyone of the list at once. Sending the same again changes nothing;
 * another answer replaces the first.
 */
export async function recordNacht(
  work: Work,
  input: NachtInvoer,
): Promise<{ vastgelegd: number; gewijzigd: number } | Rejection> {
  const early = checkNacht(input.nacht, nachtOp(work.now))
  if (early) return early
  for (const reden of new Set(
    input.rijen.flatMap((rij) => (rij.aanwezig || !rij.afwezigReden ? [] : [rij.afwezigReden])),
  ))
    if (!(await isKeuze(work, 'afwezig_reden', reden)))
      return reject('reden_onbekend', 'Kies een reden van afwezigheid uit de lijst.', {
        field: 'rijen',
        status: 422,
      })
  const rijen = [
    ...new Map(input.rijen.map((rij) => [`${rij.verblijfId} ${rij.persoonId}`, rij])).values(),
  ].sort((a, b) => (a.verblijfId + a.persoonId < b.verblijfId + b.persoonId ? -1 : 1))
  const refused = await checkBewoners(work, input.nacht, rijen)
  if (refused) return refused
  const gewijzigd = await upsertNacht(work, input.nacht, rijen)
  work.saw(...rijen.map((rij) => rij.persoonId))
  if (gewijzigd > 0)
    for (const verblijfId of new Set(rijen.map((rij) => rij.verblijfId))) {
      const own = rijen.filter((rij) => rij.verblijfId === verblijfId)
      await work.record({
        soort: 'NachtGeregistreerd',
        onderwerpSoort: 'verblijf',
        onderwerpId: verblijfId,
        persoonId: own[0]!.persoonId,
        op: input.nacht,
        gegevens: {
          aanwezig: own.filter((rij) => rij.aanwezig).length,
          afwezig: own.filter((rij) => !rij.aanwezig).length,
        },
      })
    }
  return { vastgelegd: rijen.length, gewijzigd }
}

/** Everyone named must stay there that night, in a place where the asker may record. */
async function checkBewoners(
  work: Work,
  nacht: string,
  rijen: readonly { verblijfId: string; persoonId: string }[],
): Promise<undefined | Rejection> {
  const found = await work.db
    .selectFrom('verblijf_persoon as p')
    .innerJoin('verblijf as v', 'v.id', 'p.verblijf_id')
    .innerJoin('locatie as l', 'l.id', 'v.locatie_id')
    .innerJoin('voorziening as z', 'z.id', 'l.voorziening_id')
    .select(['p.verblijf_id as verblijfId', 'p.persoon_id as persoonId', 'z.organisatie_id as organisatieId'])
    .where(
      sql<boolean>`(p.verblijf_id, p.persoon_id) in (select * from unnest(${rijen.map((rij) => rij.verblijfId)}::uuid[], ${rijen.map((rij) => rij.persoonId)}::uuid[]))`,
    )
    .where('p.van', '<=', nacht)
    .where((e) => e.or([e('p.tot', 'is', null), e('p.tot', '>', nacht)]))
    .execute()
  const known = new Set(found.map((row) => `${row.verblijfId} ${row.persoonId}`))
  if (rijen.some((rij) => !known.has(`${rij.verblijfId} ${rij.persoonId}`)))
    return reject(
      'verblijft_hier_niet',
      'Iemand op de lijst verblijft hier die nacht niet (meer). Laad de lijst opnieuw.',
      { field: 'rijen' },
    )
  const foreign = found.find((row) => !canRecordAt(work.vrager, row.organisatieId).ok)
  return foreign
    ? reject('geen_recht', 'U kunt alleen nachten vastleggen bij de eigen organisatie.', { status: 403 })
    : undefined
}
