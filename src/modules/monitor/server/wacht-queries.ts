import { sql } from 'kysely'
import { type ListQuery, listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { hideSmall, isSafe } from '../../../shared/kleine-cel.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { readRichtingen, readVoorrang } from '../../wachtlijst/server/lookup.ts'
import type { Verloopcijfer, Verwachtcijfer } from '../domain/contract.ts'
import { definities } from '../domain/definities.ts'
import { decideVerwachting } from '../domain/verwachting.ts'
import { type Beschermd, protectVerloop, type Verlooprij } from '../domain/wachtverloop.ts'
import { monthsBefore, namesOf, readStand } from './stand.ts'

/** Who waits on a day, per product or wanted locatie, in every direction. */
export async function readRichtingcijfers(
  work: Work,
  query: ListQuery & { readonly op?: PlainDate | undefined; readonly per: 'product' | 'locatie' },
) {
  const stand = await readStand(work, query.op)
  if (isRejection(stand)) return stand
  const { rijen, totaal } = await readRichtingen(work, {
    op: stand.op,
    per: query.per,
    min: stand.kleinsteGetal,
  })
  return {
    ...listPage(rijen, query, 'naam'),
    totaal,
    definitie: definities.richtingen,
    van: null,
    peildatum: stand.op,
    kleinsteGetal: stand.kleinsteGetal,
  }
}

interface Rij extends Verlooprij {
  readonly totaal: boolean
  readonly startMediaan: number | null
  readonly startP90: number | null
  readonly wachtMediaan: number | null
  readonly wachtP90: number | null
}

type Beschermdrij = Beschermd<
  Pick<Verlooprij, 'maand' | 'productId' | 'begin' | 'erbij' | 'geplaatst' | 'anders' | 'eind'>
>

/** A year of whole months and the running one, of every product and all together. */
const MAANDEN = 13

async function readVerloopRijen(work: Work, op: PlainDate | undefined) {
  const stand = await readStand(work, op)
  if (isRejection(stand)) return stand
  const van = monthsBefore(stand.op, MAANDEN - 1)
  const { rows } =
    await sql<Rij>`select c.maand, c.product_id as "productId", c.totaal, c.begin, c.erbij, c.geplaatst, c.anders, c.eind,
      c.start_mediaan as "startMediaan", c.start_p90 as "startP90", c.wacht_mediaan as "wachtMediaan", c.wacht_p90 as "wachtP90", c.zichtbaar
    from onderdak.cijfer_wachtverloop(${van}::date, ${stand.morgen}::date) c`.execute(work.db)
  const beschermd = protectVerloop(
    rows.filter((row) => !row.totaal),
    stand.kleinsteGetal,
  )
  return { stand, van, rows, beschermd }
}

export async function readVerloop(
  work: Work,
  query: ListQuery & { readonly op?: PlainDate | undefined; readonly productId?: Id | undefined },
) {
  const read = await readVerloopRijen(work, query.op)
  if (isRejection(read)) return read
  const { stand, van, rows, beschermd } = read
  const productId = query.productId ?? null
  const results = beschermd
    .filter((rij) => rij.productId === productId)
    .map((rij) => {
      const raw = rows.find(
        (row) =>
          row.maand === rij.maand && row.totaal === (productId === null) && row.productId === productId,
      )
      return toVerloop(rij, raw, stand.kleinsteGetal)
    })
  return {
    ...listPage(results, query, '-maand'),
    definitie: definities.verloop,
    van,
    peildatum: stand.op,
    kleinsteGetal: stand.kleinsteGetal,
  }
}

/** Days rest on the count behind them: hidden with it, and when it is small. */
function toVerloop(rij: Beschermdrij, raw: Rij | undefined, min: number | null): Verloopcijfer {
  const rests = (count: number | null, days: number | null | undefined) =>
    count === null || (min !== null && !raw?.zichtbaar && count < min) ? null : (days ?? null)
  const { productId: _, ...shown } = rij
  return {
    ...shown,
    sluit: raw === undefined || raw.begin + raw.erbij - raw.geplaatst - raw.anders === raw.eind,
    startMediaan: rests(rij.geplaatst, raw?.startMediaan),
    startP90: rests(rij.geplaatst, raw?.startP90),
    wachtMediaan: rests(rij.eind, raw?.wachtMediaan),
    wachtP90: rests(rij.eind, raw?.wachtP90),
  }
}

/** Per product: what the pace of the last whole months makes of the list of today. */
export async function readVerwachting(
  work: Work,
  query: ListQuery & { readonly op?: PlainDate | undefined },
) {
  const read = await readVerloopRijen(work, query.op)
  if (isRejection(read)) return read
  const { stand, van, rows, beschermd } = read
  const naam = await namesOf(work, 'product')
  const lopend = monthsBefore(stand.op, 0)
  const producten = [...new Set(rows.flatMap((row) => (row.productId === null ? [] : [row.productId])))]
  const results: Verwachtcijfer[] = producten.map((productId) => {
    const own = beschermd.filter((rij) => rij.productId === productId)
    const real = rows.filter((row) => row.productId === productId)
    const since = real.map((row) => row.maand).sort()[0]!
    const wholeMonths = own.filter((rij) => rij.maand < lopend && rij.maand >= since)
    const wachtend = own.find((rij) => rij.maand === lopend)?.eind ?? null
    const { vertrokken, toonbaar } = sumVertrokken(wholeMonths, real, stand.kleinsteGetal)
    const found = decideVerwachting({ wachtend, vertrokken, toonbaar, maanden: wholeMonths.length })
    const verwacht = found.stand === 'verwacht' ? found : { midden: null, van: null, tot: null }
    return {
      groep: productId,
      naam: naam(productId),
      wachtend,
      vertrokken: found.n,
      maanden: wholeMonths.length,
      stand: found.stand,
      midden: verwacht.midden,
      van: verwacht.van,
      tot: verwacht.tot,
      afgeschermd: wachtend === null || found.n === null,
    }
  })
  return {
    ...listPage(results, query, 'naam'),
    definitie: definities.verwachting,
    van,
    peildatum: stand.op,
    kleinsteGetal: stand.kleinsteGetal,
  }
}

/** Who left in these months, and whether to tell: not when the months that show would give a hidden one away, nor when small. */
function sumVertrokken(
  months: readonly Beschermdrij[],
  real: readonly Rij[],
  min: number | null,
): { vertrokken: number; toonbaar: boolean } {
  const cellen = months.flatMap((rij) => {
    const row = real.find((one) => one.maand === rij.maand)
    return (['geplaatst', 'anders'] as const).map((stroom) => ({
      aantal: row?.[stroom] ?? 0,
      open: row?.zichtbaar ?? true,
      hidden: rij[stroom] === null,
    }))
  })
  const vertrokken = cellen.reduce((total, cel) => total + cel.aantal, 0)
  if (min === null) return { vertrokken, toonbaar: true }
  const hidden = new Set(cellen.flatMap((cel, i) => (cel.hidden ? [i] : [])))
  const all = cellen.map((_, i) => i)
  const small = hideSmall([{ aantal: vertrokken, open: cellen.every((cel) => cel.open) }], [], min).size > 0
  return { vertrokken, toonbaar: !small && isSafe(cellen, hidden, all, min) }
}

/** Priority by hand in thirteen months, per month, product or who gave it. */
export async function readVoorrangcijfers(
  work: Work,
  query: ListQuery & { readonly op?: PlainDate | undefined; readonly tel: 'maand' | 'product' | 'gebruiker' },
) {
  const stand = await readStand(work, query.op)
  if (isRejection(stand)) return stand
  const van = monthsBefore(stand.op, MAANDEN - 1)
  const { rijen, totaal } = await readVoorrang(work, {
    van,
    tot: stand.morgen,
    per: query.tel,
    min: stand.kleinsteGetal,
  })
  return {
    ...listPage(rijen, query, query.tel === 'maand' ? '-naam' : '-gegeven'),
    totaal,
    definitie: definities.voorrang,
    van,
    peildatum: stand.op,
    kleinsteGetal: stand.kleinsteGetal,
  }
}
