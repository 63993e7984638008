import { sql } from 'kysely'
import type { z } from 'zod'
import { listPage } from '../../../platform/list-page.ts'
import { asStatistics } from '../../../platform/statistics.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { hideSmall } from '../../../shared/kleine-cel.ts'
import { isRejection, type Rejection } from '../../../shared/rejection.ts'
import { estimateRest, protectStappen, type Stap, type Waarneming } from '../domain/overleving.ts'
import type { listCurvepunten } from '../domain/wachtcurve-contract.ts'
import { monthsBefore, namesOf } from './stand.ts'
import { kaderVan, type Maandstand, readMaandstand } from './telling.ts'

/** Who joined the list in so many months up to and with the month. */
const MAANDEN = 24

type Rij = Waarneming & { readonly productId: Id }

/**
 * From the decision to the first night. Who still waits, or left the list without a place, is known to have waited that long and no more:
 * so they count as long as they were in sight.
 */
async function listWaarnemingen(work: Work, stand: Maandstand, van: string): Promise<Rij[]> {
  const { feit } = kaderVan(stand)
  const geplaatst = sql`coalesce(f.gestart_op <= ${stand.peildatum}::date, false)`
  const { rows } = await asStatistics(work, () =>
    sql<Rij>`select f.product_id as "productId", case when ${geplaatst} then f.gestart_op else least(f.tot, ${stand.peildatum}::date) end - f.besloten_op as duur,
      (count(*) filter (where ${geplaatst}))::int as gebeurd, (count(*) filter (where not ${geplaatst}))::int as afgebroken
    from ${feit('wacht')} f where f.besloten_op between ${van}::date and ${stand.peildatum}::date
      and case when ${geplaatst} then f.gestart_op else least(f.tot, ${stand.peildatum}::date) end >= f.besloten_op
    group by 1, 2`.execute(work.db),
  )
  return rows
}

const omvang = (rijen: readonly Waarneming[]) =>
  rijen.reduce((sum, one) => sum + one.gebeurd + one.afgebroken, 0)

/** Products of which the group may be told beside the whole list. */
function showable(rijen: readonly Rij[], min: number | null): Id[] {
  const ids = [...new Set(rijen.map((one) => one.productId))].sort()
  if (min === null) return ids
  const cellen = ids.map((id) => ({
    aantal: omvang(rijen.filter((one) => one.productId === id)),
    open: false,
  }))
  const hidden = hideSmall(cellen, [ids.map((_, i) => i)], min)
  return ids.filter((_, i) => !hidden.has(i))
}

const procent = (deel: number) => Math.round(deel * 100)
const toPunt = ({ duur, rest, onder, boven, risico }: Stap) => ({
  dag: duur,
  wachtNog: procent(rest),
  onder: procent(onder),
  boven: procent(boven),
  risico,
})

/** The curve of the whole list or of one product, as far as it may be told. */
export async function readWachtcurve(
  work: Work,
  query: z.output<(typeof listCurvepunten)['query']>,
): Promise<z.output<(typeof listCurvepunten)['response']> | Rejection> {
  const stand = await readMaandstand(work, query)
  if (isRejection(stand)) return stand
  const van = monthsBefore(stand.van, MAANDEN - 1)
  const alle = await listWaarnemingen(work, stand, van)
  const toonbaar = showable(alle, stand.kleinsteGetal)
  const nameOf = await namesOf(work, 'product')
  const rijen = query.productId ? alle.filter((one) => one.productId === query.productId) : alle
  const [aantal, min] = [omvang(rijen), stand.kleinsteGetal]
  const mag = query.productId
    ? toonbaar.includes(query.productId)
    : min === null || aantal === 0 || aantal >= min
  const punten = mag ? protectStappen(estimateRest(rijen), min).map(toPunt) : []
  return {
    ...listPage(punten, query, 'dag'),
    maand: stand.maand,
    van,
    peildatum: stand.peildatum,
    bekendOp: stand.bekendOp,
    kleinsteGetal: min,
    aantal: mag || aantal === 0 ? aantal : null,
    helft: punten.find((one) => one.wachtNog <= 50)?.dag ?? null,
    producten: toonbaar
      .map((id) => ({ id, naam: nameOf(id) }))
      .sort((a, b) => a.naam.localeCompare(b.naam, 'nl')),
  }
}
