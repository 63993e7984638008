import { afsluitredenen } from '../../opvolging/domain/contract.ts'

/** What is kept books of, as double-entry: begin + in − out = end. */
export const boeken = {
  verblijf: {
    naam: 'Wie er verblijft',
    definitie: {
      registraties:
        'Verblijven, geteld bij het aanspreekpunt van het huishouden. Wie op één dag komt en gaat, staat bij in en bij uit.',
      personen:
        'Iedereen die in de keten slaapt, ieder mens één keer. Wie op één dag van de ene plek naar de andere gaat, gaat de keten niet in of uit, maar wel een locatie, product of gemeente. Wie geen nacht bleef, telt niet.',
    },
    feit: 'feit_verblijf',
    per: ['product', 'gemeente', 'locatie', 'cel'],
    in: {
      van_buiten: 'Van buiten de keten',
      van_andere_plek: 'Van een andere plek',
      time_out: 'Time-out begint',
    },
    uit: {
      naar_andere_plek: 'Naar een andere plek',
      uitstroom: 'Uitstroom',
      overleden: 'Overleden',
      time_out: 'Time-out voorbij',
      verder_zonder_plek: 'Verder in de keten, plek niet bekend',
      onbekend: 'Reden niet bekend',
    },
  },
  wachtlijst: {
    naam: 'Wie er wacht',
    definitie: {
      registraties:
        'Elke keer dat iemand op de wachtlijst staat, vanaf het besluit tot de plek of het einde. Wie op twee dingen wacht, telt twee keer.',
      personen:
        'Iedereen die wacht, met het huishouden erbij. Een huishouden dat op twee dingen wacht, telt één keer, met het grootste aantal mensen.',
    },
    feit: 'feit_wacht',
    per: ['product', 'gemeente', 'cel'],
    in: { nieuw: 'Nieuw op de lijst', al_op_lijst: 'Stond al op een andere lijst' },
    uit: {
      geplaatst: 'Kreeg een plek',
      zonder_plek: 'Van de lijst zonder plek',
      onbekend: 'Reden niet bekend',
    },
  },
  in_beeld: {
    naam: 'Wie er in beeld is',
    definitie: {
      registraties:
        'Opvolgingen: elke keer dat iemand in beeld kwam, van de eerste volgende stap tot de afsluiting.',
      personen:
        'Mensen voor wie iemand verantwoordelijk is en een volgende stap klaarstaat, ieder één keer. Een anonieme melding telt als één mens. De gemeente is die van herkomst.',
    },
    feit: 'feit_in_beeld',
    per: ['gemeente', 'organisatie', 'cel'],
    in: { nieuw: 'Voor het eerst in beeld', terug: 'Terug in beeld' },
    uit: { ...afsluitredenen, onbekend: 'Reden niet bekend' },
  },
} as const

export type Boek = keyof typeof boeken
export type Eenheid = 'registraties' | 'personen'
export const eenheden = { registraties: 'Registraties', personen: 'Mensen' } as const
export const splitsingen = {
  product: 'Product',
  gemeente: 'Gemeente',
  locatie: 'Locatie',
  organisatie: 'Organisatie',
  cel: 'Alles tegelijk',
} as const
export type Splitsing = keyof typeof splitsingen

/** Of what a cell of the finest split is made, in this order. */
export const celdelen: Readonly<Record<Boek, readonly Exclude<Splitsing, 'cel'>[]>> = {
  verblijf: ['product', 'gemeente', 'locatie'],
  wachtlijst: ['product', 'gemeente'],
  in_beeld: ['gemeente', 'organisatie'],
}

/** One line as it is counted: so many at the begin, in, out or at the end, with what tells their kind. */
export interface Boekregel {
  readonly groep: string
  readonly wat: 'begin' | 'in' | 'uit' | 'eind'
  /** Stayed or waited in another place the night before (in) or after (out). */
  readonly elders: boolean
  readonly soort: string | null
  readonly eindreden: string | null
  readonly bestemming: string | null
  readonly uitstroom: boolean
  readonly aantal: number
}

/** Key of the column in which an in or out counts. */
export function soortVan(boek: Boek, regel: Omit<Boekregel, 'groep' | 'aantal'>): string {
  return regel.wat === 'in' ? `in_${soortIn(boek, regel)}` : `uit_${soortUit(boek, regel)}`
}

type Kenmerk = Pick<Boekregel, 'elders' | 'soort' | 'eindreden' | 'bestemming' | 'uitstroom'>

function soortIn(boek: Boek, { elders, soort }: Kenmerk): string {
  if (boek === 'in_beeld') return soort === 'terug' ? 'terug' : 'nieuw'
  if (boek === 'wachtlijst') return elders ? 'al_op_lijst' : 'nieuw'
  if (soort === 'time_out') return 'time_out'
  return elders ? 'van_andere_plek' : 'van_buiten'
}

function soortUit(boek: Boek, { elders, soort, eindreden, bestemming, uitstroom }: Kenmerk): string {
  if (boek === 'in_beeld') return eindreden !== null && eindreden in afsluitredenen ? eindreden : 'onbekend'
  if (boek === 'wachtlijst')
    return soort === 'geplaatst' ? 'geplaatst' : eindreden === null ? 'onbekend' : 'zonder_plek'
  if (soort === 'time_out') return 'time_out'
  if (elders) return 'naar_andere_plek'
  if (eindreden === null) return 'onbekend'
  if (bestemming === 'overleden') return 'overleden'
  return uitstroom ? 'uitstroom' : 'verder_zonder_plek'
}

/** A book of one group: `begin`, `erin`, `eruit` and `eind`, each counted by itself, and per kind `in_…`, `uit_…`, `naar_…`. */
export interface Boekstand {
  readonly groep: string
  readonly aantallen: Readonly<Record<string, number>>
}

export const soortenVan = (boek: Boek) => ({
  in: Object.keys(boeken[boek].in).map((soort) => `in_${soort}`),
  uit: Object.keys(boeken[boek].uit).map((soort) => `uit_${soort}`),
})

/** Lines that were counted, as books: one per group, in the order in which the groups come. */
export function maakBoeken(boek: Boek, regels: readonly Boekregel[]): Boekstand[] {
  const { in: erin, uit } = soortenVan(boek)
  const leeg = Object.fromEntries(['begin', 'erin', 'eruit', 'eind', ...erin, ...uit].map((key) => [key, 0]))
  const groepen = new Map<string, Record<string, number>>()
  for (const regel of regels) {
    const aantallen = groepen.get(regel.groep) ?? { ...leeg }
    groepen.set(regel.groep, aantallen)
    for (const key of kolommenVan(boek, regel)) aantallen[key] = (aantallen[key] ?? 0) + regel.aantal
  }
  return [...groepen].map(([groep, aantallen]) => ({ groep, aantallen }))
}

function kolommenVan(boek: Boek, regel: Boekregel): string[] {
  if (regel.wat === 'begin' || regel.wat === 'eind') return [regel.wat]
  const soort = soortVan(boek, regel)
  if (regel.wat === 'in') return ['erin', soort]
  return soort === 'uit_uitstroom'
    ? ['eruit', soort, `naar_${regel.bestemming ?? 'onbekend'}`]
    : ['eruit', soort]
}

/** How much is missing (above nought) or too many (below) at the end; nought when the book closes. */
export function verschilVan(aantallen: Readonly<Record<string, number>>): number {
  const { begin = 0, erin = 0, eruit = 0, eind = 0 } = aantallen
  return begin + erin - eruit - eind
}

/** Why a book can fail to close or has a hole, and what to do about it. */
export const balansoorzaken = {
  begin_ontbreekt: {
    naam: 'Het begin ontbreekt of ligt na het einde',
    herstel: 'Herstel de begindatum: zonder begin staat iemand bij uit, maar nooit bij in.',
  },
  verder_zonder_plek: {
    naam: 'Zou verder gaan in de keten, maar slaapt nergens',
    herstel: 'Leg het volgende verblijf vast met dezelfde dag als het vertrek, of herstel de bestemming.',
  },
  reden_onbekend: {
    naam: 'Ging weg, maar waarom staat er niet',
    herstel: 'Leg de reden en de bestemming vast.',
  },
} as const
export type Balansoorzaak = keyof typeof balansoorzaken

/** What is wrong with a book, by its counts. */
export function gatenVan(aantallen: Readonly<Record<string, number>>): Balansoorzaak[] {
  return [
    ...(verschilVan(aantallen) === 0 ? [] : (['begin_ontbreekt'] as const)),
    ...((aantallen.uit_verder_zonder_plek ?? 0) > 0 ? (['verder_zonder_plek'] as const) : []),
    ...((aantallen.uit_onbekend ?? 0) > 0 ? (['reden_onbekend'] as const) : []),
  ]
}
