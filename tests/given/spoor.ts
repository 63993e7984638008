import {
  aandeel,
  gemeenten,
  huizen,
  ketendelen,
  type Product,
  producten,
  seizoen,
  TERUG_NA,
  woningenPerJaar,
} from '../../seed/mvs/verloop/keten.ts'
import { huisVan, type Mens, type Stap } from '../../seed/mvs/verloop/spoor.ts'
import type { Parameter } from '../../src/modules/prognose/domain/contract.ts'
import type { Ketenfeiten, Verblijffeit, Wachtfeit } from '../../src/modules/prognose/domain/ketenfeiten.ts'
import { TERUG_BINNEN } from '../../src/modules/prognose/domain/ketenloop.ts'
import type { Id } from '../../src/shared/id.ts'
import { addDays, type PlainDate } from '../../src/shared/plain-date.ts'

type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** What the core drew, told as the register would tell it if nothing came between; the codes of the products are their ids. */
export function feitenVan(spoor: readonly Stap[], peildatum: PlainDate): Ketenfeiten {
  const verblijven: Writable<Verblijffeit>[] = []
  const wachtenden: Writable<Wachtfeit>[] = []
  const hier = new Map<Mens, Writable<Verblijffeit>>()
  const wacht = new Map<Mens, Writable<Wachtfeit>>()
  const begin = (mens: Mens, huis: string, van: PlainDate) => {
    const leeg = { gereedOp: null, tot: null, bestemming: null }
    const productId = huisVan(huis).product as string as Id
    const rij = { wie: `p${mens.nummer}`, productId, locatieId: huis as Id, van, ...leeg }
    hier.set(mens, rij)
    verblijven.push(rij)
  }
  const einde = (mens: Mens, tot: PlainDate, bestemming: string) => {
    Object.assign(hier.get(mens)!, { tot, bestemming })
    hier.delete(mens)
  }
  for (const { soort, dag, mens, huis, product } of spoor) {
    if (dag > peildatum) break
    switch (soort) {
      case 'bewoner':
        begin(mens, huis!, addDays('2020-06-01', (37 * mens.nummer) % 500))
        break
      case 'komst':
      case 'terug': {
        const rij = {
          wie: `p${mens.nummer}`,
          productId: product as string as Id,
          gemeente: mens.gemeente,
          op: dag,
          gestartOp: null,
          wegOp: null,
        }
        wacht.set(mens, rij)
        wachtenden.push(rij)
        break
      }
      case 'plek':
        if (hier.has(mens)) einde(mens, dag, 'opvang')
        else wacht.get(mens)!.gestartOp = dag
        begin(mens, huis!, dag)
        break
      case 'klaar':
        hier.get(mens)!.gereedOp = dag
        break
      case 'woning':
      case 'vertrek':
        einde(mens, dag, soort === 'woning' ? 'eigen_woning' : 'andere_regio')
        break
      case 'afhaken':
        wacht.get(mens)!.wegOp = dag
    }
  }
  return {
    peildatum,
    producten: producten.map((code) => ({
      id: code as string as Id,
      naam: code,
      domein: 'MO',
      termijn: null,
    })),
    gemeenten: gemeenten.map((code) => ({ code, naam: code })),
    verblijven: verblijven.filter(({ van, tot }) => tot === null || tot > van),
    wachtenden,
    plekken: huizen.flatMap(({ code, product, plekken }) =>
      Array.from({ length: plekken }, () => ({
        productId: product as string as Id,
        locatieId: code as Id,
        van: '2020-01-01',
        tot: null,
      })),
    ),
  }
}

interface Gevonden {
  readonly waarde: number
  readonly laag: number
  readonly hoog: number
}

export interface Vergelijking {
  readonly naam: string
  readonly waar: number
  readonly gevonden: Gevonden
}

/** An estimate with its interval; undefined when there is none. */
function schattingVan(rij: Parameter | undefined): Gevonden | undefined {
  if (!rij || rij.waarde === null) return undefined
  return { waarde: rij.waarde, laag: rij.laag ?? rij.waarde, hoog: rij.hoog ?? rij.waarde }
}

/** Every estimate of a calibration beside the number that the chain was drawn with. Too few to be told is left out. */
export function vergelijk(rijen: readonly Parameter[], idVan: (product: Product) => string): Vergelijking[] {
  const found: Vergelijking[] = []
  const add = (naam: string, waar: number, id: string) => {
    const rij = rijen.find((one) => one.id === id)
    const gevonden = schattingVan(rij)
    if (rij && rij.gevallen !== null && gevonden) found.push({ naam, waar, gevonden })
  }
  for (const product of producten) {
    const deel = ketendelen[product]
    const id = idVan(product)
    for (const code of gemeenten)
      add(`instroom ${product} ${code}`, deel.instroom * aandeel[code], `instroom ${id} ${code}`)
    add(`verblijf ${product}`, deel.verblijf, `verblijfsduur ${id}`)
    add(`afhaken ${product}`, deel.geduld, `afhaken ${id}`)
    for (const [naar, kans] of Object.entries(deel.vervolg))
      add(
        `vervolg ${product} ${naar}`,
        100 * kans,
        `vervolg ${id} ${naar === 'woning' ? naar : idVan(naar as Product)}`,
      )
    const binnen = 1 - Math.exp(-TERUG_BINNEN / TERUG_NA)
    add(`terugkeer ${product}`, 100 * deel.terug * binnen, `terugkeer ${id}`)
    // There is no growth: it shows only when chance looks like it. The page tells no interval of the wave; chance alone gives this one.
    const groei = schattingVan(rijen.find((one) => one.id === `groei ${id}`))
    found.push({ naam: `groei ${product}`, waar: 0, gevonden: groei ?? { waarde: 0, laag: 0, hoog: 0 } })
    const golf = rijen.find((one) => one.id === `golf ${id}`)
    if (!golf || golf.waarde === null) continue
    const marge = 196 * Math.sqrt(2 / golf.gevallen!)
    const gevonden = { waarde: golf.waarde, laag: golf.waarde - marge, hoog: golf.waarde + marge }
    found.push({ naam: `golf ${product}`, waar: 100 * seizoen.amplitude, gevonden })
  }
  add('woningen', woningenPerJaar, 'woningen')
  return found
}

export const isMis = ({ waar, gevonden }: Vergelijking) => waar < gevonden.laag || waar > gevonden.hoog

/** How far an estimate is off, in standard errors; positive when it is too high. */
export function afwijking({ waar, gevonden: { waarde, laag, hoog } }: Vergelijking): number {
  if (waarde === waar) return 0
  return (1.96 * (waarde - waar)) / (waarde > waar ? waarde - laag : hoog - waarde)
}

/** Of `k` intervals of 95% so many miss at most, but for one time in a thousand. */
export function meesteMissers(k: number): number {
  let chance = 0.95 ** k
  let sum = chance
  let m = 0
  while (sum < 0.999) {
    chance *= (((k - m) / (m + 1)) * 0.05) / 0.95
    sum += chance
    m++
  }
  return m
}
