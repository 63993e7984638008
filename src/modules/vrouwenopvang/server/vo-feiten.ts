import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { addTermijn, type Termijn } from '../../../shared/termijn.ts'
import { getTermijn } from '../../beheer/server/lookup.ts'

// What this module derives from the steps before it.

/** The code of the newest melding that has one. */
export async function findVoCode(work: Work, dossiers: readonly Id[]) {
  const row = await work.db
    .selectFrom('melding')
    .select(['id as meldingId', 'vo_code as code', 'triage_op as triageOp', 'meldingsdatum'])
    .select(
      // What the region called it on the day that it was given.
      sql<
        string | null
      >`(select k.naam from onderdak.keuze k where k.regio_id = melding.regio_id and k.lijst = 'vo_code' and k.code = melding.vo_code
        and k.van <= coalesce(melding.triage_op, melding.meldingsdatum) order by k.van desc limit 1)`.as(
        'naam',
      ),
    )
    .where('persoon_id', 'in', dossiers)
    .where('vo_code', 'is not', null)
    .orderBy('meldingsdatum', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (!row) return undefined
  return {
    meldingId: row.meldingId,
    code: row.code as 'rood' | 'oranje' | 'groen',
    naam: row.naam ?? row.code!,
    op: row.triageOp ?? row.meldingsdatum,
  }
}

/** Running stays in the vrouwenopvang that these files are part of; of a household also those that stand in another's name. */
export async function listVoVerblijven(work: Work, dossiers: readonly Id[]) {
  return work.db
    .selectFrom('verblijf as v')
    .innerJoin('verblijf_persoon as x', 'x.verblijf_id', 'v.id')
    .innerJoin('product as p', 'p.id', 'v.product_id')
    .select(['v.id', 'v.begonnen_op as begonnenOp', 'p.naam as product', 'v.persoon_id as hoofdId'])
    .where('x.persoon_id', 'in', dossiers)
    .where('x.tot', 'is', null)
    .where('v.geeindigd_op', 'is', null)
    .where('p.domein', '=', 'VO')
    .orderBy('v.begonnen_op')
    .execute()
}

/** The last day for a safety plan of a stay that began on `begonnenOp`. */
export async function planVoor(work: Work, begonnenOp: PlainDate): Promise<PlainDate> {
  return addTermijn(begonnenOp, (await getTermijn(work, 'veiligheidsplan')) as Termijn)
}

/** The vast aanspreekpunt of the running traject. */
export async function findAanspreekpunt(work: Work, dossiers: readonly Id[]): Promise<string | undefined> {
  const row = await work.db
    .selectFrom('aanspreekpunt as a')
    .innerJoin('traject as t', 't.id', 'a.traject_id')
    .innerJoin('gebruiker as g', 'g.id', 'a.gebruiker_id')
    .innerJoin('organisatie as o', 'o.id', 'a.organisatie_id')
    .select(sql<string>`g.naam || ', ' || o.naam`.as('naam'))
    .where('t.persoon_id', 'in', dossiers)
    .where('t.geeindigd_op', 'is', null)
    .where('a.tot', 'is', null)
    .executeTakeFirst()
  return row?.naam
}
