import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection } from '../../../shared/rejection.ts'
import type { ActiviteitDetail } from '../domain/activiteit-contract.ts'
import type { Meting } from '../domain/meting-contract.ts'
import type { ProgrammaDetail } from '../domain/programma-contract.ts'
import type { Activiteitdraad, Draadpunt } from '../domain/voortgang-contract.ts'
import { listActiviteitrijen, readActiviteit } from './activiteit-queries.ts'
import { readProgramma } from './programma-queries.ts'
import { activiteitVoor } from './toen.ts'
import { readDraad, readMetingen } from './voortgang-queries.ts'

// What a report over a programma, and a file that is read in, may ask.

export interface Activiteitverslag {
  /** With its texts, planning and kartrekkers as they were at the end; how it stood is in `stand`. */
  readonly activiteit: Omit<
    ActiviteitDetail,
    'stand' | 'koers' | 'standOp' | 'reden' | 'openKnelpunten' | 'volgendBesluitOp' | 'bijgewerktOp'
  >
  /** Everything of the period, oldest first; its last progress text and how it stood at the end may be older. */
  readonly punten: readonly Draadpunt[]
  readonly voortgang: Extract<Draadpunt, { soort: 'voortgang' }> | undefined
  readonly stand: Extract<Draadpunt, { soort: 'stand' }> | undefined
  readonly draad: Activiteitdraad
  /** Those done before the end, and those of which nobody wrote the day. */
  readonly metingen: readonly Meting[]
}

export interface Verslag {
  readonly programma: ProgrammaDetail
  readonly activiteiten: readonly Activiteitverslag[]
}

/** A programma and which activities it has, in their order; undefined when there is no such programma. */
export async function readVerslagbegin(
  work: Work,
  programmaId: Id,
): Promise<{ readonly programma: ProgrammaDetail; readonly activiteiten: readonly Id[] } | undefined> {
  const programma = await readProgramma(work, programmaId)
  if (isRejection(programma)) return undefined
  const rijen = await listActiviteitrijen(work, { programmaId })
  return { programma, activiteiten: rijen.map(({ id }) => id) }
}

/** All that is known of one activiteit in `[van, tot)`; undefined when it is gone. */
export async function readActiviteitverslag(
  work: Work,
  id: Id,
  { van, tot }: { readonly van: PlainDate; readonly tot: PlainDate },
): Promise<Activiteitverslag | undefined> {
  const nu = await readActiviteit(work, id)
  const draad = await readDraad(work, id)
  const gemeten = await readMetingen(work, id)
  if (isRejection(nu) || isRejection(draad) || isRejection(gemeten)) return undefined
  const tijdig = draad.punten.filter(({ op }) => op < tot)
  return {
    activiteit: await activiteitVoor(work, nu, tot),
    punten: tijdig.filter(({ op }) => op >= van).toReversed(),
    voortgang: tijdig.find((punt) => punt.soort === 'voortgang'),
    stand: tijdig.find((punt) => punt.soort === 'stand'),
    draad,
    metingen: gemeten.metingen.filter(({ nulOp, naOp }) => (naOp ?? nulOp ?? '') < tot),
  }
}

/** The programma with this code; undefined when there is none. */
export async function findProgrammaBijCode(work: Work, code: string): Promise<Id | undefined> {
  const row = await work.db
    .selectFrom('programma')
    .select('id')
    .where('regio_id', '=', work.regioId)
    .where('code', '=', code.toUpperCase())
    .executeTakeFirst()
  return row?.id
}

export async function findOnderdeelBijCode(
  work: Work,
  van: { readonly programmaId: Id; readonly code: string },
): Promise<Id | undefined> {
  const row = await work.db
    .selectFrom('programmaonderdeel')
    .select('id')
    .where('regio_id', '=', work.regioId)
    .where('programma_id', '=', van.programmaId)
    .where((e) => e(e.fn('lower', ['code']), '=', van.code.toLowerCase()))
    .executeTakeFirst()
  return row?.id
}

/** By code; with the paragraaf when a code stands there twice. Undefined when there is none, or more than one. */
export async function findActiviteitBijCode(
  work: Work,
  van: { readonly programmaId: Id; readonly code: string; readonly paragraaf: string | null },
): Promise<Id | undefined> {
  const rows = await work.db
    .selectFrom('activiteit')
    .select(['id', 'paragraaf'])
    .where('regio_id', '=', work.regioId)
    .where('programma_id', '=', van.programmaId)
    .where((e) => e(e.fn('lower', ['code']), '=', van.code.toLowerCase()))
    .execute()
  const passend = van.paragraaf === null ? rows : rows.filter(({ paragraaf }) => paragraaf === van.paragraaf)
  return passend.length === 1 ? passend[0]!.id : undefined
}

/** The result of an activiteit with this number; undefined when there is none. */
export async function findResultaatBijNummer(
  work: Work,
  van: { readonly activiteitId: Id; readonly nummer: number },
): Promise<Id | undefined> {
  const row = await work.db
    .selectFrom('activiteit_resultaat')
    .select('id')
    .where('regio_id', '=', work.regioId)
    .where('activiteit_id', '=', van.activiteitId)
    .where('nummer', '=', van.nummer)
    .executeTakeFirst()
  return row?.id
}
