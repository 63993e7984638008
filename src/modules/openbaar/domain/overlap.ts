import type { PlainDate } from '../../../shared/plain-date.ts'
import {
  addTabellen,
  type Deel,
  hideTabel,
  type Openbaar,
  protectAgain,
  protectTabel,
  type Regel,
  type Tabel,
} from './bescherming.ts'
import { REGIO } from './openbare-indicatoren.ts'

// What was public once stays known, also after it was withdrawn. So a table is looked at beside every other of the same people.

/** Which people, over which days `[van, tot)`. */
export interface Vak {
  readonly indicator: string
  /** Indicators of one family count the same people. */
  readonly familie: string
  readonly populatie: string
  readonly van: PlainDate
  readonly tot: PlainDate
}

/** A number that went public before, or was hidden then. */
export interface Eerder extends Vak, Openbaar {
  readonly gebied: string
  /** It holds now: not withdrawn. */
  readonly geldt: boolean
}

/** It says something of the people it counts: a number that was counted, or that they are few. A sum says nothing new. */
const isGeteld = ({ grondslag, verborgen }: Eerder) => grondslag === 'geteld' || verborgen === 'klein'

const isSame = (a: Vak, b: Vak) => a.indicator === b.indicator && a.van === b.van && a.tot === b.tot

/**
 * What of a table goes public. `eerder` is all that ever was public in the region, oldest first; `perKwartaal` the periods that
 * this one is made of, none for a quarter. Nothing is counted that overlaps with what was counted before.
 */
export function decideTabel(vraag: {
  readonly vak: Vak
  readonly delen: readonly Deel[]
  readonly regel: Regel
  readonly eerder: readonly Eerder[]
  readonly perKwartaal: readonly { readonly van: PlainDate; readonly tot: PlainDate }[]
}): Tabel {
  const { vak, delen, regel, eerder, perKwartaal } = vraag
  const samen = eerder.filter((rij) => rij.populatie === vak.populatie && rij.familie === vak.familie)
  const raakt = samen.filter((rij) => rij.van < vak.tot && rij.tot > vak.van && isGeteld(rij))
  // A total that everybody can add up is no table with parts.
  const vorm = vak.populatie === 'vo' ? 'totaal' : undefined
  if (raakt.length === 0) return protectTabel(delen, regel, vorm)
  if (raakt.every((rij) => isSame(rij, vak)))
    return protectAgain(
      delen,
      regel,
      strictest(raakt),
      raakt.some(({ gebied }) => gebied !== REGIO) ? 'delen' : 'totaal',
    )
  if (raakt.some((rij) => rij.indicator !== vak.indicator)) return hideTabel(delen)
  const tabellen = perKwartaal.flatMap((dagen) => {
    const rijen = samen.filter((rij) => rij.geldt && isSame(rij, { ...vak, ...dagen }))
    return rijen.length > 0 ? [strictest(rijen)] : []
  })
  const isHeel = perKwartaal.length > 0 && tabellen.length === perKwartaal.length
  return isHeel ? addTabellen(delen, tabellen) : hideTabel(delen)
}

/** Of one table that went public more than once: hidden once is hidden. */
function strictest(rijen: readonly Eerder[]): Tabel {
  const per = new Map<string, Eerder>()
  for (const rij of rijen) if (per.get(rij.gebied)?.waarde !== null) per.set(rij.gebied, rij)
  const totaal = per.get(REGIO) ?? { waarde: null, grondslag: null, verborgen: 'eerder' as const }
  return { totaal, delen: per }
}
