import type { PlainDate } from '../../../shared/plain-date.ts'
import type { PersoonRegel, Zoekresultaat } from './contract.ts'
import { normaliseNaam } from './rules.ts'

/** What is compared of two files; `bsn` is the look-up hash as text, never the number. */
export interface Vergelijking {
  readonly zoeknaam: string
  readonly achternaam: string | null
  readonly geboortedatum: PlainDate | null
  readonly geboortejaar: number | null
  readonly bsn: string | null
}

export interface Oordeel {
  readonly redenen: readonly string[]
  /** True when there is hardly room for doubt; a person still decides. */
  readonly zeker: boolean
}

/** Why two files may be of one person; no reasons means: not alike. Symmetric. Two different BSNs are two persons. */
export function compareDossiers(a: Vergelijking, b: Vergelijking): Oordeel {
  const none: Oordeel = { redenen: [], zeker: false }
  if (a.bsn !== null && b.bsn !== null) {
    if (a.bsn !== b.bsn) return none
    return {
      redenen: ['Hetzelfde burgerservicenummer', ...nameReasons(a, b), ...birthReasons(a, b)],
      zeker: true,
    }
  }
  const name = nameReasons(a, b)
  const birth = birthReasons(a, b)
  const sameName = a.zoeknaam !== '' && a.zoeknaam === b.zoeknaam
  const sameBirth = a.geboortedatum !== null && a.geboortedatum === b.geboortedatum
  if (name.length === 0 || (birth.length === 0 && !sameName)) return none
  return { redenen: [...name, ...birth], zeker: sameName && sameBirth }
}

/** What is typed of a person who has no file yet. */
export interface Getypt {
  readonly voornaam: string | null
  readonly tussenvoegsel: string | null
  readonly achternaam: string | null
  readonly geboortedatum: PlainDate | null
  readonly geboortejaar: number | null
}

export interface MogelijkDubbel {
  /** Null when another organisation has the file: then only that it exists is told. */
  readonly persoon: PersoonRegel | null
  readonly redenen: readonly string[]
  readonly zeker: boolean
}

/** Of the found files those that may be of the person who is typed, with why, the surest first (search before create). */
export function pickMogelijkDubbel(
  getypt: Getypt,
  gevonden: readonly Pick<Zoekresultaat, 'persoon' | 'bekendElders' | 'reden'>[],
): MogelijkDubbel[] {
  const naam = [getypt.voornaam, getypt.tussenvoegsel, getypt.achternaam].filter(Boolean).join(' ')
  const een: Vergelijking = {
    zoeknaam: normaliseNaam(naam),
    achternaam: getypt.achternaam,
    geboortedatum: getypt.geboortedatum,
    geboortejaar: getypt.geboortejaar,
    bsn: null,
  }
  const dubbelen = gevonden.flatMap(({ persoon, bekendElders, reden }): MogelijkDubbel[] => {
    if (persoon === null) return bekendElders ? [{ persoon, redenen: [reden], zeker: true }] : []
    const oordeel = compareDossiers(een, {
      zoeknaam: normaliseNaam(persoon.naam),
      achternaam: persoon.naam.split(' ').at(-1) ?? null,
      geboortedatum: persoon.geboortedatum,
      geboortejaar: null,
      bsn: null,
    })
    return oordeel.redenen.length === 0 ? [] : [{ persoon, ...oordeel }]
  })
  return dubbelen.sort((a, b) => Number(b.zeker) - Number(a.zeker) || b.redenen.length - a.redenen.length)
}

function nameReasons(a: Vergelijking, b: Vergelijking): string[] {
  if (a.zoeknaam === '' || b.zoeknaam === '') return []
  if (a.zoeknaam === b.zoeknaam) return ['Dezelfde naam']
  if (sameWords(a.zoeknaam, b.zoeknaam)) return ['Dezelfde namen in een andere volgorde']
  const [one, other] = [soundOf(a.achternaam ?? ''), soundOf(b.achternaam ?? '')]
  if (one !== '' && one === other) return ['De achternaam klinkt hetzelfde']
  if (trigramSimilarity(a.zoeknaam, b.zoeknaam) >= 0.5) return ['De namen lijken op elkaar']
  return []
}

function birthReasons(a: Vergelijking, b: Vergelijking): string[] {
  if (a.geboortedatum !== null && b.geboortedatum !== null) {
    if (a.geboortedatum === b.geboortedatum) return ['Dezelfde geboortedatum']
    return swapDayAndMonth(a.geboortedatum) === b.geboortedatum
      ? ['De dag en de maand van geboorte zijn verwisseld']
      : []
  }
  const [one, other] = [yearOf(a), yearOf(b)]
  return one !== null && one === other ? ['Hetzelfde geboortejaar'] : []
}

function yearOf(a: Vergelijking): number | null {
  return a.geboortedatum === null ? a.geboortejaar : Number(a.geboortedatum.slice(0, 4))
}

function swapDayAndMonth(date: PlainDate): PlainDate {
  return `${date.slice(0, 4)}-${date.slice(8, 10)}-${date.slice(5, 7)}`
}

function sameWords(a: string, b: string): boolean {
  const sorted = (text: string) => text.split(' ').sort().join(' ')
  return sorted(a) === sorted(b)
}

/** How a Dutch surname sounds: spellings that are said alike become the same (Meijer, Meyer, Meier; Schmidt, Smit). */
export function soundOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/sch(?=[mnlw])/g, 's')
    .replace(/e?ij|ey|ei|y/g, 'i')
    .replace(/au|ou/g, 'au')
    .replace(/ph/g, 'f')
    .replace(/ck|q|c(?=[aoukrl])/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/th|dt|d$/g, 't')
    .replace(/gh|ch/g, 'g')
    .replace(/z/g, 's')
    .replace(/v/g, 'f')
    .replace(/(.)\1+/g, '$1')
}

/** The measure of pg_trgm: shared groups of three letters over all of them, 0 to 1. */
export function trigramSimilarity(a: string, b: string): number {
  const [one, other] = [trigramsOf(a), trigramsOf(b)]
  const shared = [...one].filter((gram) => other.has(gram)).length
  const all = one.size + other.size - shared
  return all === 0 ? 0 : shared / all
}

function trigramsOf(text: string): ReadonlySet<string> {
  const grams = new Set<string>()
  for (const word of text.split(' ').filter(Boolean)) {
    const padded = `  ${word} `
    for (let i = 0; i + 3 <= padded.length; i++) grams.add(padded.slice(i, i + 3))
  }
  return grams
}
