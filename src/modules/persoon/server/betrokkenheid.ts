import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'

/** Grounds of privacy-security.md §1 (Wmo 2015 chapter 5). */
export type Grond =
  | 'WETTELIJKE_TAAK_COLLEGE'
  | 'UITVOERING_AANBIEDER'
  | 'UITDRUKKELIJKE_TOESTEMMING'
  | 'BEROEPSHALVE_MEDEWERKING'
  | 'VEILIG_THUIS'
  | 'VITAAL_BELANG'
  | 'WETTELIJKE_VERPLICHTING_OVERIG'

export interface Betrokkenheid {
  readonly persoonId: Id
  readonly organisatieId: Id
  /** Purpose in words of the chain: intake, wachtlijst, voorstel, verblijf, casus … */
  readonly doel: string
  readonly grond: Grond
  /** The step of the chain that makes it: table and row. */
  readonly bronSoort: string
  readonly bronId: Id
  readonly van?: PlainDate
  /** Only users with the right to women's shelter files. */
  readonly vereist?: 'vo' | null
}

/**
 * Makes an organisation involved with a person. The asker must be involved already, or give it to the own organisation
 * (intake). Giving the same again reopens it.
 */
export async function giveBetrokkenheid(work: Work, input: Betrokkenheid): Promise<void> {
  await sql`select onderdak.geef_betrokkenheid(${work.newId()}::uuid, ${input.persoonId}::uuid, ${input.organisatieId}::uuid, ${input.doel}, ${input.grond},
    ${input.bronSoort}, ${input.bronId}::uuid, ${input.van ?? work.today}::date, ${input.vereist ?? null})`.execute(
    work.db,
  )
}

/** Ends what a step of the chain made, for one organisation or for all of them. */
export async function endBetrokkenheid(
  work: Work,
  input: { bronSoort: string; bronId: Id; organisatieId?: Id; tot?: PlainDate },
): Promise<void> {
  await sql`select onderdak.beeindig_betrokkenheid(${input.bronSoort}, ${input.bronId}::uuid, ${input.organisatieId ?? null}::uuid, ${input.tot ?? work.today}::date)`.execute(
    work.db,
  )
}

/**
 * After a handover: what the giver still sees of a person until some day is only to read. What it does itself goes on without an
 * end, so that stays whole.
 */
export async function limitToReading(
  work: Work,
  input: { organisatieId: Id; persoonIds: readonly Id[] },
): Promise<void> {
  await sql`select onderdak.laat_meelezen(${input.organisatieId}::uuid, ${[...input.persoonIds]}::uuid[])`.execute(
    work.db,
  )
}

/** First day on which the asker no longer reads along with a person; undefined when it may do more, or sees nothing. */
export async function findMeelezenTot(work: Work, persoonId: Id): Promise<PlainDate | undefined> {
  const { rows } = await sql<{ tot: PlainDate | null }>`
    select max(tot) as tot from onderdak.betrokkenheid
    where persoon_id = ${persoonId}::uuid and organisatie_id = onderdak.organisatie() and alleen_lezen
      and ${persoonId}::uuid = any ((select onderdak.leest_mee())::uuid[])`.execute(work.db)
  return rows[0]?.tot ?? undefined
}
