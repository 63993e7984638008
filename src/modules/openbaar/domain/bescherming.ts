// What of a table of counts may go public. The rule is public, and so must be safe for who knows it: also the choice of what is
// hidden may tell nothing. Therefore no two numbers that are counted ever overlap, and a total beside its parts is the
// sum of what stands there already. Hiding "one more" when a sum would give a number away is not enough: that it was needed tells what
// it hid (aanval.test.ts plants that fault and finds numbers to within one).

/** The rule of a region; CBS: 0 to 7 is secret, the rest is rounded to fives (privacy-security.md §7). */
export interface Regel {
  /** Highest count that is never shown. */
  readonly geheimTot: number
  /** Every shown count is rounded to a multiple of this. */
  readonly afronding: number
}

/** Part of a region with its true count. */
export interface Deel {
  readonly gebied: string
  readonly aantal: number
}

/** `klein`: small itself. `samen`: not split, because too much of it would be small. `eerder`: with what was published before it would give away another. */
export type Verborgen = 'klein' | 'samen' | 'eerder'

export interface Openbaar {
  /** Null when hidden. */
  readonly waarde: number | null
  /** Counted and rounded by itself, or the sum of numbers that are public already. */
  readonly grondslag: 'geteld' | 'opgeteld' | null
  readonly verborgen: Verborgen | null
}

export interface Tabel {
  readonly totaal: Openbaar
  readonly delen: ReadonlyMap<string, Openbaar>
}

/** Published with its parts, or as a total only. */
export type Vorm = 'delen' | 'totaal'

/** Parts are shown when what is hidden of them is at most this share of what is shown: then their sum is still the total. */
export const HOOGSTENS_WEG = 0.1

const hidden = (verborgen: Verborgen): Openbaar => ({ waarde: null, grondslag: null, verborgen })

export const round = (aantal: number, { afronding }: Regel): number =>
  Math.round(aantal / afronding) * afronding

function counted(aantal: number, regel: Regel): Openbaar {
  return aantal <= regel.geheimTot
    ? hidden('klein')
    : { waarde: round(aantal, regel), grondslag: 'geteld', verborgen: null }
}

/** Which form a table gets. It looks at nothing but what the form with parts would show. */
export function vormVan(delen: readonly Deel[], regel: Regel): Vorm {
  const getoond = delen.map(({ aantal }) => counted(aantal, regel).waarde)
  const weg = getoond.filter((waarde) => waarde === null).length * regel.geheimTot
  const som = getoond.reduce<number>((sum, waarde) => sum + (waarde ?? 0), 0)
  return som > 0 && weg <= HOOGSTENS_WEG * som ? 'delen' : 'totaal'
}

/**
 * The rule as it is used: secret up to where a step of the rounding ends. Otherwise the first number that shows would stand for
 * fewer numbers than the others.
 */
export function regelVan(geheimTot: number, afronding: number): Regel {
  let tot = geheimTot
  while (round(tot, { geheimTot, afronding }) === round(tot + 1, { geheimTot, afronding })) tot++
  return { geheimTot: tot, afronding }
}

/** A table that overlaps with nothing that was published before. `vorm` when it was published in that form already. */
export function protectTabel(delen: readonly Deel[], regel: Regel, vorm = vormVan(delen, regel)): Tabel {
  if (vorm === 'totaal') {
    const totaal = delen.reduce((sum, { aantal }) => sum + aantal, 0)
    return {
      totaal: counted(totaal, regel),
      delen: new Map(delen.map(({ gebied }) => [gebied, hidden('samen')])),
    }
  }
  const beschermd = new Map(delen.map(({ gebied, aantal }) => [gebied, counted(aantal, regel)]))
  return { totaal: addUp([...beschermd.values()].filter(({ waarde }) => waarde !== null)), delen: beschermd }
}

/** The sum of public numbers; hidden when one of them is. */
export function addUp(getallen: readonly Openbaar[]): Openbaar {
  if (getallen.length === 0 || getallen.some(({ waarde }) => waarde === null)) return hidden('eerder')
  const waarde = getallen.reduce((sum, one) => sum + one.waarde!, 0)
  return { waarde, grondslag: 'opgeteld', verborgen: null }
}

/** A table of which all stays hidden, because of what is public already. */
export function hideTabel(delen: readonly Deel[]): Tabel {
  return {
    totaal: hidden('eerder'),
    delen: new Map(delen.map(({ gebied }) => [gebied, hidden('eerder')])),
  }
}

/**
 * The same table once more, after the first was withdrawn: in the form it had, and without what was hidden then. What was shown
 * cannot be unsaid.
 */
export function protectAgain(delen: readonly Deel[], regel: Regel, was: Tabel, vorm: Vorm): Tabel {
  const nieuw = protectTabel(delen, regel, vorm)
  const keep = (oud: Openbaar | undefined, nu: Openbaar): Openbaar =>
    nu.waarde !== null && oud?.waarde == null ? hidden('eerder') : nu
  if (vorm === 'totaal') return { ...nieuw, totaal: keep(was.totaal, nieuw.totaal) }
  const beschermd = new Map([...nieuw.delen].map(([gebied, nu]) => [gebied, keep(was.delen.get(gebied), nu)]))
  return { totaal: addUp([...beschermd.values()].filter(({ waarde }) => waarde !== null)), delen: beschermd }
}

/** A table over periods that were published one by one: the sum of what they show. */
export function addTabellen(delen: readonly Deel[], perioden: readonly Tabel[]): Tabel {
  return {
    totaal: addUp(perioden.map(({ totaal }) => totaal)),
    delen: new Map(
      delen.map(({ gebied }) => [
        gebied,
        addUp(perioden.map((een) => een.delen.get(gebied) ?? hidden('eerder'))),
      ]),
    ),
  }
}
