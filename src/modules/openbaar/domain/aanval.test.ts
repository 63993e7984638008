import { describe, expect, it } from 'vitest'
import { type Bekend, grensVan } from '../../../../tests/given/openbaar-aanval.ts'
import { createRandom } from '../../../../tests/given/random-requests.ts'
import { type Deel, protectTabel, type Regel, regelVan, round, type Tabel } from './bescherming.ts'
import { familieVan, REGIO } from './openbare-indicatoren.ts'
import { decideTabel, type Eerder, type Vak } from './overlap.ts'
import { dagenVan, kwartalenVan, periodeVan } from './rules.ts'

// The attack on what is public. The attacker knows the rule, all that ever was public also when it was withdrawn, and has all the
// time: tries every table there is, or solves the system of sums. What is secret must stay as wide as the rule says.

const regel = regelVan(7, 5)
/** Of every small number at least this much must stay possible between lowest and highest. */
const BREEDTE = regel.geheimTot

const gebieden = (aantallen: readonly number[]): Deel[] =>
  aantallen.map((aantal, i) => ({ gebied: `GM000${i}`, aantal }))

const getoond = ({ totaal, delen }: Tabel) =>
  [totaal, ...delen.values()].map(({ waarde, verborgen }) => waarde ?? verborgen).join(' ')

/** Tries every table of `hoeveel` parts up to `tot`: per thing that can be read, between what each small part lies. */
function zoekSmalste(hoeveel: number, tot: number, publiceer: (delen: readonly Deel[]) => string) {
  const gevonden = new Map<string, { van: number[]; tot: number[]; klein: boolean[] }>()
  const aantallen = Array.from({ length: hoeveel }, () => 0)
  for (;;) {
    const blijk = publiceer(gebieden(aantallen))
    const groep = gevonden.get(blijk)
    if (!groep)
      gevonden.set(blijk, { van: [...aantallen], tot: [...aantallen], klein: aantallen.map((n) => n <= 7) })
    else
      for (const [i, n] of aantallen.entries()) {
        groep.van[i] = Math.min(groep.van[i]!, n)
        groep.tot[i] = Math.max(groep.tot[i]!, n)
        groep.klein[i] ||= n <= 7
      }
    const next = aantallen.findIndex((n) => n < tot)
    if (next === -1) break
    aantallen.fill(0, 0, next)
    aantallen[next]!++
  }
  const breedtes = [...gevonden.values()].flatMap((groep) =>
    groep.klein.flatMap((klein, i) => (klein ? [groep.tot[i]! - groep.van[i]!] : [])),
  )
  return { blijken: gevonden.size, smalste: Math.min(...breedtes) }
}

describe('wie alle tabellen naloopt die er kunnen zijn', () => {
  it.each([
    [2, 130],
    [3, 42],
    [4, 22],
  ])(
    '%i delen tot %i: van elk klein aantal blijft alles van 0 tot en met 7 mogelijk',
    (hoeveel, tot) => {
      const { blijken, smalste } = zoekSmalste(hoeveel, tot, (delen) => getoond(protectTabel(delen, regel)))
      expect(blijken).toBeGreaterThan(90)
      expect(smalste).toBeGreaterThanOrEqual(BREEDTE)
    },
    60_000,
  )

  it('vindt de fout als er bij een geheim aantal geen tweede verborgen wordt', () => {
    const zonder = (delen: readonly Deel[]) => {
      const som = delen.reduce((sum, { aantal }) => sum + aantal, 0)
      return [som, ...delen.map(({ aantal }) => aantal)]
        .map((n) => (n <= 7 ? 'x' : round(n, regel)))
        .join(' ')
    }
    expect(zoekSmalste(2, 60, zonder).smalste).toBeLessThan(BREEDTE)
  })

  it('vindt ook de fout van het totaal verbergen alleen als dat nodig is: dat het nodig was, zegt wat er stond', () => {
    const alsHetMoet = (delen: readonly Deel[]) => {
      const toon = (n: number) => (n <= 7 ? null : round(n, regel))
      const cellen = delen.map(({ aantal }) => toon(aantal))
      const totaal = delen.reduce((sum, { aantal }) => sum + aantal, 0)
      const kennis = (metTotaal: boolean): Bekend[] => [
        ...cellen.map((waarde, i) => bounds([i], waarde, waarde === null)),
        ...(metTotaal ? [bounds([...delen.keys()], toon(totaal), false)] : []),
      ]
      const waar = delen.map(({ aantal }) => aantal)
      const isSmal = [...delen.keys()].some((i) => waar[i]! <= 7 && width([i], waar, kennis(true)) < 5)
      return [isSmal ? 'x' : totaal, ...cellen.map((waarde) => waarde ?? 'x')].join(' ')
    }
    expect(zoekSmalste(3, 16, alsHetMoet).smalste).toBeLessThanOrEqual(1)
  }, 60_000)
})

/** What the attacker reads in one number of a rule. */
function bounds(atomen: readonly number[], waarde: number | null, isKlein: boolean): Bekend {
  if (waarde !== null) return { atomen, van: waarde - 2, tot: waarde + 2 }
  return { atomen, van: 0, tot: isKlein ? regel.geheimTot : null }
}

function width(atomen: readonly number[], waar: readonly number[], bekend: readonly Bekend[]): number {
  const { van, tot } = grensVan(atomen, waar, bekend)
  return tot === null ? Number.POSITIVE_INFINITY : tot - van
}

const plaatsen = ['GM0606', 'GM0622', 'GM0556', 'overig']
const kwartalen = ['2025-1', '2025-2', '2025-3', '2025-4'] as const
/** Groups that together are everybody who stays: two that can be public by themselves, and the rest. */
const groepen = ['kinderen_in_de_keten', 'jongeren_in_de_keten', 'rest'] as const

/** A region with everything that can be counted in it: an atom per place and quarter, and for who stays per group as well. */
class Wereld {
  readonly instroom: number[]
  readonly verblijf: number[]
  readonly eerder: Eerder[] = []
  constructor(random: () => number) {
    const groot = random() < 0.5
    // Where rounding always goes the same way, sums of it stray furthest.
    const rand = Math.floor(random() * 5)
    const trek = () => {
      if (random() < (groot ? 0.1 : 0.4)) return Math.floor(random() * 9)
      return 8 + Math.floor(random() * (groot ? 20 : 4)) * 5 + rand
    }
    this.instroom = Array.from({ length: kwartalen.length * plaatsen.length }, trek)
    this.verblijf = Array.from({ length: this.instroom.length * groepen.length }, trek)
  }
  /** Which atoms an indicator adds up in a place. */
  atomen(indicator: string, periode: string, plaats: string): number[] {
    const gevraagd = kwartalen.filter((kwartaal) => kwartaal === periode || !periode.includes('-'))
    return gevraagd.flatMap((kwartaal) => {
      const i = kwartalen.indexOf(kwartaal) * plaatsen.length + plaatsen.indexOf(plaats)
      if (indicator === 'instroom') return [i]
      const alle = groepen.map((_, g) => i * groepen.length + g)
      return indicator === 'verblijvenden'
        ? alle
        : [alle[groepen.indexOf(indicator as (typeof groepen)[number])]!]
    })
  }
  waarVan(indicator: string): number[] {
    return indicator === 'instroom' ? this.instroom : this.verblijf
  }
  publish(indicator: string, periode: string, by = decideTabel): void {
    const dagen = periodeVan(periode)
    const tijd = indicator === 'instroom' ? 'periode' : 'stand'
    const vak: Vak = {
      indicator,
      familie: familieVan(indicator),
      populatie: 'zonder_vo',
      ...dagenVan(dagen, tijd),
    }
    const waar = this.waarVan(indicator)
    const delen = plaatsen.map((gebied) => ({
      gebied,
      aantal: this.atomen(indicator, periode, gebied).reduce((sum, atoom) => sum + waar[atoom]!, 0),
    }))
    const tabel = by({ vak, delen, regel, eerder: this.eerder, perKwartaal: kwartalenVan(dagen) })
    this.withdraw(vak)
    this.eerder.push({ ...vak, ...tabel.totaal, gebied: REGIO, geldt: true })
    for (const [gebied, een] of tabel.delen) this.eerder.push({ ...vak, ...een, gebied, geldt: true })
  }
  withdraw(vak: Pick<Vak, 'indicator' | 'van' | 'tot'>): void {
    for (const [i, rij] of this.eerder.entries())
      if (rij.indicator === vak.indicator && rij.van === vak.van && rij.tot === vak.tot)
        this.eerder[i] = { ...rij, geldt: false }
  }
  /** The least that is left of any small number, with all that ever was public. */
  smalste(soort: 'instroom' | 'verblijvenden'): number {
    const waar = this.waarVan(soort)
    const rijen = this.eerder.filter((rij) => familieVan(rij.indicator) === familieVan(soort))
    const atomenVan = (rij: Eerder) => {
      const eind = rij.tot === '2026-01-01' ? '2025-4' : kwartalen.find((k) => periodeVan(k).tot === rij.tot)!
      const periode =
        rij.indicator === 'instroom' && rij.van === '2025-01-01' && rij.tot === '2026-01-01' ? '2025' : eind
      const waarin = rij.gebied === REGIO ? plaatsen : [rij.gebied]
      return waarin.flatMap((plaats) => this.atomen(rij.indicator, periode, plaats))
    }
    const bekend = rijen
      .filter((rij) => rij.grondslag === 'geteld' || rij.verborgen === 'klein')
      .map((rij) => bounds(atomenVan(rij), rij.waarde, rij.verborgen === 'klein'))
    const sommen = [...waar.keys()].map((i) => [i]).concat(rijen.map(atomenVan))
    const klein = sommen.filter((atomen) => atomen.reduce((sum, i) => sum + waar[i]!, 0) <= regel.geheimTot)
    return Math.min(...klein.map((atomen) => width(atomen, waar, bekend)))
  }
}

const indicatoren = ['instroom', 'verblijvenden', 'kinderen_in_de_keten', 'jongeren_in_de_keten'] as const

/** Publishes, withdraws and publishes again in any order, quarters and years. */
function speel(random: () => number, by?: typeof decideTabel): Wereld {
  const wereld = new Wereld(random)
  const kies = <T>(alle: readonly T[]) => alle[Math.floor(random() * alle.length)]!
  for (let beurt = 0; beurt < 14; beurt++) {
    const indicator = kies(indicatoren)
    const periode = indicator === 'instroom' && random() < 0.3 ? '2025' : kies(kwartalen)
    wereld.publish(indicator, periode, by)
  }
  return wereld
}

describe('wie het stelsel van alles wat ooit openbaar was oplost', () => {
  it('krijgt geen klein aantal smaller dan de regel: over de tijd, over gebieden en over groepen', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const wereld = speel(createRandom(seed))
      for (const soort of ['instroom', 'verblijvenden'] as const)
        expect(wereld.smalste(soort), `wereld ${seed}, ${soort}`).toBeGreaterThanOrEqual(BREEDTE)
    }
  }, 60_000)

  it('vindt kleine aantallen zodra er niet naar eerdere publicaties wordt gekeken', () => {
    const vergeet: typeof decideTabel = (vraag) => decideTabel({ ...vraag, eerder: [] })
    const smalste = Array.from({ length: 40 }, (_, i) => {
      const wereld = speel(createRandom(i + 1), vergeet)
      return Math.min(wereld.smalste('instroom'), wereld.smalste('verblijvenden'))
    })
    expect(Math.min(...smalste)).toBeLessThan(BREEDTE)
  }, 60_000)
})

describe('de regel van een regio', () => {
  it('maakt het eerste getal dat te zien is niet fijner dan de andere', () => {
    const eerste = ({ geheimTot, afronding }: Regel) =>
      [0, 1].map((i) => round(geheimTot + i, { geheimTot, afronding }))
    for (const [geheimTot, afronding] of [
      [7, 5],
      [8, 5],
      [10, 10],
      [20, 7],
    ] as const) {
      const strenger = regelVan(geheimTot, afronding)
      expect(strenger.geheimTot).toBeGreaterThanOrEqual(geheimTot)
      const [geheim, getoond] = eerste(strenger)
      expect(getoond).toBe(geheim! + afronding)
    }
    expect(regelVan(7, 5)).toEqual({ geheimTot: 7, afronding: 5 })
  })
})
