import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'
import { deadline, type Termijn } from '../../../shared/termijn.ts'
import { type GrondZonderToestemming, grondenZonderToestemming } from './keuzes.ts'

/** Code of a wijk in the list of the region: the gemeente first, so that a wijk cannot be of another gemeente. */
export function isWijkVan(wijk: string, gemeenteCode: string): boolean {
  return wijk.startsWith(`${gemeenteCode.toLowerCase()}_`)
}

/** Last day to take a signaal up: the term of the region, and before an eviction that comes sooner. */
export function oppakkenVoor(
  gemeldOp: PlainDate,
  termijn: Termijn,
  ontruimingOp: PlainDate | null,
): PlainDate {
  const { uiterlijk } = deadline(gemeldOp, termijn, { algemeneTermijnenwet: false })
  if (ontruimingOp === null || ontruimingOp > uiterlijk) return uiterlijk
  const voor = addDays(ontruimingOp, -1)
  return voor < gemeldOp ? gemeldOp : voor
}

/** Alphabet without letters and digits that look alike, so that the code can be read aloud. */
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const CODE_LENGTE = 12

/** The code that the reporter keeps, from bytes that nobody can guess: three groups of four, 60 bits. */
export function codeOf(bytes: Uint8Array): string {
  const code = Array.from(bytes.subarray(0, CODE_LENGTE), (byte) => letters[byte % 32]).join('')
  return code.match(/.{4}/g)!.join('-')
}

/** The code as kept: without dashes, spaces and small letters. Undefined when it cannot be a code. */
export function readCode(text: string): string | undefined {
  const code = text.toUpperCase().replace(/[\s-]/g, '')
  const sound = code.length === CODE_LENGTE && [...code].every((letter) => letters.includes(letter))
  return sound ? code : undefined
}

/** Danger to life carries an act for a short while only, as it does for sharing. */
const VITAAL_DAGEN = 30

/** Last day on which a weighing must be made again (privacy-security.md §1: bemoeizorg without consent). */
export function latestHeroverweging(
  gewogenOp: PlainDate,
  grond: GrondZonderToestemming,
  termijn: Termijn,
): PlainDate {
  const { uiterlijk } = deadline(gewogenOp, termijn, { algemeneTermijnenwet: false })
  const vitaal = addDays(gewogenOp, VITAAL_DAGEN)
  return grond === 'VITAAL_BELANG' && vitaal < uiterlijk ? vitaal : uiterlijk
}

/** A weighing names a ground of the asker's own kind of organisation and is made again in time; the article follows. */
export function decideWeging(input: {
  readonly grond: GrondZonderToestemming
  readonly heroverwegenVoor: PlainDate
  readonly isAanbieder: boolean
  readonly termijn: Termijn
  readonly today: PlainDate
}): { artikel: string } | Rejection {
  const grond = grondenZonderToestemming[input.grond]
  if (grond.alleen && (grond.alleen === 'aanbieder') !== input.isAanbieder)
    return reject(
      'grond_past_niet',
      grond.alleen === 'aanbieder'
        ? 'Deze grond is alleen voor een aanbieder die de hulp uitvoert. Kies de taak van het college.'
        : 'Deze grond is alleen voor het college en wie namens het college werkt. Kies de uitvoering door de aanbieder.',
      { status: 422, field: 'grond' },
    )
  const latest = latestHeroverweging(input.today, input.grond, input.termijn)
  if (input.heroverwegenVoor <= input.today || input.heroverwegenVoor > latest)
    return reject(
      'heroverwegen_te_laat',
      input.grond === 'VITAAL_BELANG'
        ? 'Weeg bij direct gevaar opnieuw binnen 30 dagen, en niet vandaag.'
        : `Weeg opnieuw binnen ${input.termijn.aantal} ${input.termijn.eenheid}, en niet vandaag.`,
      { status: 422, field: 'heroverwegenVoor' },
    )
  return { artikel: grond.artikel }
}
