import { timingSafeEqual } from 'node:crypto'
import type { Cipher } from '../../../platform/cipher.ts'
import { Id } from '../../../shared/id.ts'

// The codes in a mail name one subscriber and one deed. They follow from the secret of Onderdak, so that nothing needs to be kept.

const doelen = { bevestigen: 'nieuwsbrief bevestigen', afmelden: 'nieuwsbrief afmelden' } as const

export interface Abonneesleutel {
  readonly regioId: Id
  readonly id: Id
}

const teken = (cipher: Cipher, doel: keyof typeof doelen, { regioId, id }: Abonneesleutel) =>
  cipher.sign(doelen[doel], `${regioId} ${id}`)

export const codeVan = (cipher: Cipher, doel: keyof typeof doelen, sleutel: Abonneesleutel) =>
  `${sleutel.regioId}.${sleutel.id}.${teken(cipher, doel, sleutel)}`

/** Undefined for a guess, or a code of another deed. */
export function readCode(
  cipher: Cipher,
  doel: keyof typeof doelen,
  code: string,
): Abonneesleutel | undefined {
  const [regio, abonnee, gegeven, ...rest] = code.trim().split('.')
  const [regioId, id] = [Id.safeParse(regio), Id.safeParse(abonnee)]
  if (!regioId.success || !id.success || gegeven === undefined || rest.length > 0) return undefined
  const sleutel = { regioId: regioId.data, id: id.data }
  const [a, b] = [Buffer.from(gegeven), Buffer.from(teken(cipher, doel, sleutel))]
  return a.length === b.length && timingSafeEqual(a, b) ? sleutel : undefined
}

/** The same address in two regions has two keys: nobody can match them. */
export const adresIndex = (cipher: Cipher, regioId: Id, email: string) =>
  cipher.blindIndex(`nieuwsbrief ${regioId} ${email}`)
