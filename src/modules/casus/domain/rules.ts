import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'
import type { GegevenssetCode } from '../../delen/domain/keuzes.ts'
import { type DeelgegevenCode, deelgegevens } from './keuzes.ts'

export interface Niveau {
  readonly nummer: number
  readonly naam: string
  readonly wie: string
  readonly dagen: number
}

/** Last day for an overleg or a besluit on a level that begins on `van`. */
export function uiterlijkVan(van: PlainDate, niveau: Pick<Niveau, 'dagen'>): PlainDate {
  return addDays(van, niveau.dagen)
}

/** The level where a casus begins: the lowest that the region has. */
export function eersteNiveau(niveaus: readonly Niveau[]): Niveau | Rejection {
  const [eerste] = [...niveaus].sort((a, b) => a.nummer - b.nummer)
  return (
    eerste ??
    reject(
      'geen_escalatieniveau',
      'De regio heeft nog geen niveaus voor een casus. Vraag de functioneel beheerder om ze vast te leggen.',
    )
  )
}

/** To another level that the region has; with the reason, which the form already asks. */
export function decideNiveau(
  niveaus: readonly Niveau[],
  nu: number,
  naar: number,
): { niveau: Niveau; richting: 'omhoog' | 'omlaag' } | Rejection {
  const niveau = niveaus.find((one) => one.nummer === naar)
  if (!niveau)
    return reject('niveau_onbekend', 'Kies een niveau uit de lijst.', { field: 'nummer', status: 422 })
  if (naar === nu)
    return reject('niveau_is_al', 'De casus ligt al op dit niveau.', { field: 'nummer', status: 422 })
  return { niveau, richting: naar > nu ? 'omhoog' : 'omlaag' }
}

const UUR = 3_600_000
/** An invited party sees data from the invitation on, so a meeting is not planned further ahead than needed. */
export const VOORUIT_DAGEN = 60
const LANGSTE_UREN = 12

/** A meeting ends after it begins, within a day's work, and lies ahead. */
export function decideOverlegtijd(
  overleg: { readonly beginOp: Date; readonly eindOp: Date },
  now: Date,
): undefined | Rejection {
  const fout = (code: string, message: string, field: string) => reject(code, message, { field, status: 422 })
  if (overleg.eindOp <= overleg.beginOp)
    return fout('einde_voor_begin', 'Het einde moet na het begin liggen.', 'tot')
  if (overleg.eindOp.getTime() - overleg.beginOp.getTime() > LANGSTE_UREN * UUR)
    return fout('overleg_te_lang', `Een overleg duurt hooguit ${LANGSTE_UREN} uur.`, 'tot')
  if (overleg.eindOp <= now) return fout('overleg_voorbij', 'Dit overleg ligt in het verleden.', 'dag')
  if (overleg.beginOp.getTime() - now.getTime() > VOORUIT_DAGEN * 24 * UUR)
    return fout(
      'overleg_te_ver',
      `Plan een overleg hooguit ${VOORUIT_DAGEN} dagen vooruit. Wie u uitnodigt ziet de gegevens tot dan.`,
      'dag',
    )
  return undefined
}

/** As what the chosen data stand in the register of sharing, each once. */
export function delensetsVan(gegevens: readonly DeelgegevenCode[]): GegevenssetCode[] {
  return [...new Set(gegevens.map((code) => deelgegevens[code].set))]
}

const kaal = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The parts of an address by which a home is found: street and postcode. The place alone points at nobody. */
export function adresdelen(adres: string): string[] {
  const straat = /^[^\d,\n]+/.exec(adres)?.[0].trim() ?? ''
  const postcodes = adres.match(/\b[1-9]\d{3}\s?[A-Za-z]{2}\b/g) ?? []
  return [straat, ...postcodes].filter((deel) => kaal(deel).replace(/[^a-z0-9]/g, '').length >= 4)
}

const letterlijk = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A text without what may not be told: words (names) as a whole word, parts of addresses wherever they stand. */
export function maskeer(
  text: string,
  verborgen: { readonly namen: readonly string[]; readonly adresdelen: readonly string[] },
): string {
  const delen = verborgen.adresdelen.map((deel) => ({
    zoek: letterlijk(kaal(deel)).replace(/\s+/g, '\\s*'),
    // A house number goes with its street.
    meer: '(?:\\s*\\d+\\s?[a-z]?(?![a-z0-9]))?',
    door: '[adres]',
  }))
  const namen = verborgen.namen.map((naam) => ({
    zoek: `(?<![a-z])${letterlijk(kaal(naam))}s?(?![a-z])`,
    meer: '',
    door: '[naam]',
  }))
  return [...delen, ...namen].reduce(replaceBare, text)
}

/** Finds in the text without accents and replaces in the text as written: both have the same letters in the same places. */
function replaceBare(
  text: string,
  { zoek, meer, door }: { zoek: string; meer: string; door: string },
): string {
  const letters = [...text.normalize('NFC')]
  const bare = letters.map((letter) => kaal(letter).charAt(0) || ' ').join('')
  const parts: string[] = []
  let at = 0
  for (const found of bare.matchAll(new RegExp(zoek + meer, 'g'))) {
    parts.push(letters.slice(at, found.index).join(''), door)
    at = found.index + found[0].length
  }
  return parts.join('') + letters.slice(at).join('')
}

/** `2026-1` as people say it. */
export function kwartaalNaam(kwartaal: string): string {
  const [jaar, nummer] = kwartaal.split('-')
  return `${nummer}e kwartaal ${jaar}`
}
