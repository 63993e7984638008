import type { EthosKlasse } from '../../../shared/ethos.ts'
import type { bronnen, duren, geslachten, gezinnen, herkomsten, leeftijden, Oordeel } from './keuzes.ts'

/**
 * The published rule. Certain: the same first letter, three letters of the family name, year and month of birth and gender.
 * Doubtful: the same first letters and year of birth. Of one person the lowest group counts, and of the rest what is known.
 */
export const regel = [
  'Zeker dezelfde mens: dezelfde eerste letter van de voornaam, eerste drie letters van de achternaam, geboortejaar en geboortemaand, en hetzelfde geslacht.',
  'Misschien dezelfde mens: dezelfde eerste letter van voor- en achternaam en hetzelfde geboortejaar. Iemand kiest dan: dezelfde mens, of twee mensen.',
  'Van één mens telt de groep met het laagste nummer. Van de andere vragen telt het eerste antwoord dat bekend is.',
  'Over wie te weinig bekend is om te vergelijken, telt elk antwoord als een mens.',
  'Het laagste aantal rekent alle onbesliste twijfelgevallen als dezelfde mens, het hoogste als twee mensen.',
] as const

export interface Antwoord {
  readonly id: string
  /** Null when it comes from the own registration. */
  readonly organisatieId: string | null
  readonly klasse: EthosKlasse
  readonly leeftijd: keyof typeof leeftijden
  readonly geslacht: keyof typeof geslachten
  readonly gezin: keyof typeof gezinnen
  readonly kinderen: number
  readonly herkomst: keyof typeof herkomsten
  readonly duur: keyof typeof duren
  readonly oorzaken: readonly string[]
  /** Text of the code; null when too little is known. */
  readonly code: string | null
  readonly codeKort: string | null
}

export interface Paar {
  readonly een: string
  readonly ander: string
  readonly oordeel: Oordeel | null
}

/** One person as counted. */
export interface Mens extends Omit<Antwoord, 'id' | 'organisatieId' | 'code' | 'codeKort'> {
  readonly bron: keyof typeof bronnen
}

const group = <T>(rows: readonly T[], key: (row: T) => string | null): T[][] => {
  const found = new Map<string, T[]>()
  for (const row of rows) {
    const k = key(row)
    if (k !== null) found.set(k, [...(found.get(k) ?? []), row])
  }
  return [...found.values()]
}

const isEigen = (one: Antwoord) => one.organisatieId === null

/** Links between answers of one person, for sure. The own registration holds every person once: two of it never are the same. */
export function zekereParenVan(antwoorden: readonly Antwoord[]): [string, string][] {
  return group(antwoorden, (one) => one.code).flatMap((zelfde) => {
    const eigen = zelfde.filter(isEigen)
    const buiten = zelfde.filter((one) => !isEigen(one))
    // With two own persons of one code nobody can say which of them it is: then they are doubtful.
    const kern = eigen.length === 1 ? [...eigen, ...buiten] : buiten
    return kern.slice(1).map((one): [string, string] => [kern[0]!.id, one.id])
  })
}

/** Doubtful pairs: one for each two persons, of whom the short code is equal and the long one is not the same for sure. */
export function twijfelparenVan(antwoorden: readonly Antwoord[]): { een: string; ander: string }[] {
  const hoofd = clusters(antwoorden, zekereParenVan(antwoorden))
  const paren = new Map<string, { een: string; ander: string }>()
  for (const zelfde of group(antwoorden, (one) => one.codeKort))
    for (const [i, a] of zelfde.entries())
      for (const b of zelfde.slice(i + 1)) {
        const [x, y] = [hoofd(a.id), hoofd(b.id)]
        if (x === y || (isEigen(a) && isEigen(b))) continue
        const [een, ander] = x < y ? [x, y] : [y, x]
        paren.set(`${een} ${ander}`, { een, ander })
      }
  return [...paren.values()]
}

/** The representative of each answer when the given pairs are one person. */
function clusters(antwoorden: readonly Antwoord[], paren: readonly (readonly [string, string])[]) {
  const boven = new Map(antwoorden.map(({ id }) => [id, id]))
  const hoofd = (id: string): string => (boven.get(id) === id ? id : hoofd(boven.get(id)!))
  for (const [a, b] of paren) {
    const [x, y] = [hoofd(a), hoofd(b)].sort()
    boven.set(y!, x!)
  }
  return hoofd
}

/** The persons of a count: `twijfel` says whether an undecided pair is one person or two. */
export function mensenVan(antwoorden: readonly Antwoord[], paren: readonly Paar[], twijfel: Oordeel): Mens[] {
  const zelfde = paren
    .filter(({ oordeel }) => (oordeel ?? twijfel) === 'zelfde')
    .map(({ een, ander }): [string, string] => [een, ander])
  const hoofd = clusters(antwoorden, [...zekereParenVan(antwoorden), ...zelfde])
  return group(
    [...antwoorden].sort((a, b) => (a.id < b.id ? -1 : 1)),
    ({ id }) => hoofd(id),
  ).map(samen)
}

function samen(delen: readonly Antwoord[]): Mens {
  const bekend = <K extends 'leeftijd' | 'geslacht' | 'gezin' | 'herkomst' | 'duur'>(veld: K) =>
    (delen.find((one) => one[veld] !== 'onbekend') ?? delen[0]!)[veld]
  const redenen = [...new Set(delen.flatMap((one) => one.oorzaken))].filter((one) => one !== 'onbekend')
  return {
    klasse: delen.map((one) => one.klasse).sort()[0]!,
    leeftijd: bekend('leeftijd'),
    geslacht: bekend('geslacht'),
    gezin: bekend('gezin'),
    kinderen: Math.max(...delen.map((one) => one.kinderen)),
    herkomst: bekend('herkomst'),
    duur: bekend('duur'),
    oorzaken: redenen.length > 0 ? redenen : ['onbekend'],
    bron: !delen.some(isEigen) ? 'buiten' : delen.every(isEigen) ? 'eigen' : 'beide',
  }
}

export interface Cijfer {
  readonly klasse: EthosKlasse
  readonly verdeling:
    | 'samen'
    | 'kinderen'
    | 'leeftijd'
    | 'geslacht'
    | 'gezin'
    | 'herkomst'
    | 'duur'
    | 'bron'
    | 'oorzaak'
  readonly waarde: string
  readonly aantal: number
  /** When all undecided pairs are one person; only of `samen`. */
  readonly minimum: number | null
}

/** The table that stays: per group the persons, and each split of them. */
export function cijfersVan(antwoorden: readonly Antwoord[], paren: readonly Paar[]): Cijfer[] {
  const hoogst = mensenVan(antwoorden, paren, 'verschillend')
  const laagst = mensenVan(antwoorden, paren, 'zelfde')
  return group(hoogst, (mens) => mens.klasse).flatMap((mensen) => {
    const { klasse } = mensen[0]!
    // A merge can move somebody to a lower group, so that the other count there is the higher one.
    const anders = laagst.filter((mens) => mens.klasse === klasse).length
    const [minimum, aantal] = [Math.min(anders, mensen.length), mensen.length]
    const deel = (verdeling: Cijfer['verdeling'], van: (mens: Mens) => readonly string[]): Cijfer[] =>
      group(
        mensen.flatMap((mens) => van(mens)),
        (waarde) => waarde,
      ).map((zelfde) => ({ klasse, verdeling, waarde: zelfde[0]!, aantal: zelfde.length, minimum: null }))
    const kinderen = mensen.reduce((sum, mens) => sum + mens.kinderen, 0)
    return [
      { klasse, verdeling: 'samen' as const, waarde: 'samen', aantal, minimum },
      ...(kinderen > 0
        ? [{ klasse, verdeling: 'kinderen' as const, waarde: 'samen', aantal: kinderen, minimum: null }]
        : []),
      ...(['leeftijd', 'geslacht', 'gezin', 'herkomst', 'duur', 'bron'] as const).flatMap((veld) =>
        deel(veld, (mens) => [mens[veld]]),
      ),
      ...deel('oorzaak', (mens) => mens.oorzaken),
    ]
  })
}
