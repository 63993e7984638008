import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import type { Prioriteitsregel } from '../domain/rangorde.ts'
import type { Richting, Status } from '../domain/rules.ts'

export { listPersonen } from './feiten.ts'
export { readRichtingen } from './richtingen.ts'
export { dueOn } from './termijnen.ts'
export { readVoorrang } from './voorrang-queries.ts'

// What other modules may ask about the waiting list. The order is regional and knows no persons.

export interface Rangregel {
  readonly id: Id
  readonly productId: Id
  readonly richting: Richting
  readonly status: Status
  readonly rang: number
  /** How many stand on this list. */
  readonly aantal: number
  readonly poortOpen: boolean
  readonly geslotenPoort: number | null
  readonly voorrang: boolean
  readonly trede: number | null
  readonly beslotenOp: PlainDate
  readonly volgnummer: number
  /** The same person stands on this list twice, through merged files. */
  readonly dubbel: boolean
  readonly personen: number
  readonly kinderen: number
  readonly geslacht: string
  readonly vereisteKenmerken: readonly string[]
  readonly alleenLocatieId: Id | null
}

/**
 * The whole list of a product and direction in order, also of people whom the asker may not see: for deciding, never to
 * answer with. Use ids only together with rows that row-level security lets through.
 */
export async function listRangorde(work: Work, productId: Id, richting?: Richting): Promise<Rangregel[]> {
  const { rows } =
    await sql<Rangregel>`select id, product_id as "productId", richting, status, rang, aantal, poort_open as "poortOpen",
      gesloten_poort as "geslotenPoort", voorrang, trede, besloten_op as "beslotenOp", volgnummer, dubbel, personen, kinderen, geslacht,
      vereiste_kenmerken as "vereisteKenmerken", alleen_locatie_id as "alleenLocatieId"
    from onderdak.wachtlijst_volgorde(${productId}::uuid) where ${richting ?? null}::text is null or richting = ${richting ?? null}
    order by richting, rang`.execute(work.db)
  return rows
}

/** The rules of order of one part of the chain that hold today. */
export async function listPrioriteitsregels(work: Work, domein: string): Promise<Prioriteitsregel[]> {
  return work.db
    .selectFrom('prioriteitsregel')
    .select(['soort', 'volgorde', 'voorwaarde', 'naam', 'uitleg'])
    .where('regio_id', '=', work.regioId)
    .where('domein', '=', domein)
    .where('van', '<=', work.today)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', work.today)]))
    .orderBy('soort')
    .orderBy('volgorde')
    .execute() as Promise<Prioriteitsregel[]>
}
