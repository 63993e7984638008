import { type ListQuery, listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
import type { SpreidingRij } from '../domain/bord-api.ts'
import { collator, loadPlaatsen, loadStand } from './stand.ts'

export interface SpreidingQuery extends ListQuery {
  op?: PlainDate | undefined
  domein?: string | undefined
  per: 'gemeente' | 'wijk'
}

/** CAP-15: plekken per gemeente or wijk and per 1.000 inwoners; secret plekken are in no gemeente. */
export async function listSpreidingRijen(work: Work, query: SpreidingQuery) {
  const op = query.op ?? work.today
  const filters = query.domein ? { domein: query.domein } : {}
  const stand = await loadStand(work, op, addDays(op, 1), filters, await loadPlaatsen(work, op))
  const gemeenten = await listGemeenten(work, op)
  const groups = new Map<string, SpreidingRij>()
  const groupOf = (gemeente: string, wijk: string | null) => {
    const key = JSON.stringify([gemeente, wijk])
    const row = groups.get(key) ?? emptyRow(gemeente, wijk, query.per, gemeenten)
    groups.set(key, row)
    return row
  }
  // A gemeente without plekken is what the table is about; a wijk is known only from its plekken.
  if (query.per === 'gemeente') for (const naam of gemeenten.keys()) groupOf(naam, null)
  for (const plek of stand.plekken) {
    const plaats = stand.locaties.get(plek.locatieId)!
    const row = groupOf(plaats.gemeente, query.per === 'wijk' ? plaats.wijk : null)
    row.plekken++
    if (plaats.bereik === 'lokaal') row.lokaal++
    else row.regionaal++
  }
  const rijen = [...groups.values()]
    .map((row) => ({ ...row, per1000: rateOf(row) }))
    .sort(
      (a, b) =>
        collator.compare(a.gemeente, b.gemeente) || collator.compare(a.wijk ?? '\uffff', b.wijk ?? '\uffff'),
    )
  return { ...listPage(rijen, query, 'gemeente'), op }
}

function emptyRow(
  gemeente: string,
  wijk: string | null,
  per: 'gemeente' | 'wijk',
  gemeenten: ReadonlyMap<string, { code: string; inwoners: number | null }>,
): SpreidingRij {
  const known = gemeenten.get(gemeente)
  return {
    gemeenteCode: known?.code ?? null,
    gemeente,
    wijk,
    plekken: 0,
    lokaal: 0,
    regionaal: 0,
    // Of a wijk the region does not keep how many people live there.
    inwoners: per === 'gemeente' ? (known?.inwoners ?? null) : null,
    per1000: null,
  }
}

const rateOf = ({ plekken, inwoners }: SpreidingRij) =>
  inwoners === null ? null : Math.round((plekken / inwoners) * 100_000) / 100

async function listGemeenten(work: Work, op: PlainDate) {
  const rows = await work.db
    .selectFrom('regio_gemeente as r')
    .innerJoin('gemeente as g', 'g.code', 'r.gemeente_code')
    .select(['g.code', 'g.naam', 'r.inwoners'])
    .where('r.regio_id', '=', work.regioId)
    .where('r.van', '<=', op)
    .where((e) => e.or([e('r.tot', 'is', null), e('r.tot', '>', op)]))
    .execute()
  return new Map(rows.map((row) => [row.naam, row]))
}
