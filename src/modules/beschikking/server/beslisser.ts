import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'

export interface Beslisser {
  readonly organisatieId: Id
  readonly naam: string
  /** Null when the gemeente decides itself. */
  readonly mandaatId: Id | null
}

/** Beschermd thuis is a form of beschermd wonen in a mandate; dwellings are never decided on under the Wmo mandate. */
export function mandaatdomeinOf(domein: string): string | null {
  if (domein === 'WONEN') return null
  return domein === 'BT' ? 'BW' : domein
}

/** Who decides for every gemeente and domein of the region on `op`: the mandate first (Wmo 2015 art. 2.6.3 lid 2), else the gemeente. */
export async function listBeslissers(
  work: Work,
  op: PlainDate,
): Promise<(Beslisser & { gemeenteCode: string; domein: string | null })[]> {
  const { rows } = await sql<Beslisser & { gemeenteCode: string; domein: string | null }>`
    select m.gemeente_code as "gemeenteCode", m.domein, o.id as "organisatieId", o.naam, m.id as "mandaatId"
    from mandaat m join organisatie o on o.id = m.organisatie_id
    where m.regio_id = ${work.regioId} and m.van <= ${op} and (m.tot is null or m.tot > ${op})
    union all
    select o.gemeente_code, null, o.id, o.naam, null
    from organisatie o
    where o.regio_id = ${work.regioId} and o.soort = 'gemeente' and o.gemeente_code is not null
      and o.van <= ${op} and (o.tot is null or o.tot > ${op})
    order by 1, 2 nulls last, 4`.execute(work.db)
  return rows
}

export function pickBeslisser(
  list: readonly (Beslisser & { gemeenteCode: string; domein: string | null })[],
  gemeenteCode: string,
  domein: string,
): Beslisser | undefined {
  const own = list.filter((one) => one.gemeenteCode === gemeenteCode)
  const mandaatdomein = mandaatdomeinOf(domein)
  return (
    own.find((one) => one.domein !== null && one.domein === mandaatdomein) ??
    own.find((one) => one.domein === null)
  )
}

/** Who decides; a Rejection on the gemeente when nobody may. */
export async function findBeslisser(
  work: Work,
  input: { gemeenteCode: string; domein: string; op: PlainDate },
): Promise<Beslisser | Rejection> {
  const found = pickBeslisser(await listBeslissers(work, input.op), input.gemeenteCode, input.domein)
  return (
    found ??
    reject(
      'geen_beslisser',
      'Voor deze gemeente mag in Onderdak nog niemand beslissen: de gemeente zelf is geen organisatie en er is geen mandaat.',
      {
        field: 'namensGemeente',
        possible: ['Vraag de beheerder om de gemeente of een mandaat vast te leggen.'],
      },
    )
  )
}

/** May the asker decide on this day? Otherwise a Rejection that names who may. */
export async function checkMagBeslissen(
  work: Work,
  input: { gemeenteCode: string; domein: string; op: PlainDate },
): Promise<Beslisser | Rejection> {
  const beslisser = await findBeslisser(work, input)
  if ('rejected' in beslisser || work.vrager.isSysteem) return beslisser
  if (beslisser.organisatieId === work.vrager.organisatieId) return beslisser
  return reject(
    'geen_mandaat',
    `Uw organisatie mag hier niet over beslissen. Dat mag alleen ${beslisser.naam}${beslisser.mandaatId ? ', met mandaat van de gemeente' : ''}.`,
    { status: 403, possible: [`Vraag ${beslisser.naam} om te beslissen.`] },
  )
}
