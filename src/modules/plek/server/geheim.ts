import { type RawBuilder, sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'

/**
 * Whether the asker may reach the house itself: of a secret locatie only its own organisation and who coordinates the
 * vrouwenopvang, with the right to secret addresses (VO-03). `l` is the locatie, `v` its voorziening.
 */
export function magHuisSql({ vrager }: Work): RawBuilder<boolean> {
  if (vrager.isSysteem) return sql<boolean>`true`
  if (!vrager.permissies.has('geheim_adres.lezen')) return sql<boolean>`(not l.is_geheim)`
  return sql<boolean>`(not l.is_geheim or v.organisatie_id = ${vrager.organisatieId}::uuid or exists (
    select 1 from onderdak.organisatie e where e.id = ${vrager.organisatieId}::uuid and 'vo_coordinatie' = any (e.taken)))`
}
