import type { Inhoud } from '../domain/rules.ts'
import type { VersieRow } from './store.ts'

/** What a version says about the perspective, as the rules read it. */
export function inhoudVan(
  row: Pick<VersieRow, 'perspectief' | 'perspectief_woorden' | 'perspectief_motivering'>,
): Inhoud {
  return {
    perspectief: row.perspectief as Inhoud['perspectief'],
    perspectiefWoorden: row.perspectief_woorden,
    perspectiefMotivering: row.perspectief_motivering,
  }
}
