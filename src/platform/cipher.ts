import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Encryption of single fields and a keyed index to look them up without decrypting. */
export interface Cipher {
  /** AES-256-GCM; the result is text `v1.<nonce>.<tag>.<data>` in base64url. */
  encrypt(plain: string): string
  /** Throws when the text was made with another key or was changed. */
  decrypt(text: string): string
  /** HMAC-SHA-256 for exact look-up, e.g. of a BSN (privacy-security.md §2). */
  blindIndex(value: string): Buffer
  /** HMAC in base64url for tokens that must be recomputable, such as the CSRF token of a session. */
  sign(purpose: string, value: string): string
}

/** @param secret at least 32 bytes; every purpose gets its own key through HKDF. */
export function createCipher(secret: Buffer): Cipher {
  const key = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, 'onderdak', purpose, 32))
  const fieldKey = key('veld')
  const indexKey = key('index')
  return {
    encrypt(plain) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', fieldKey, nonce)
      const data = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return [
        'v1',
        nonce.toString('base64url'),
        cipher.getAuthTag().toString('base64url'),
        data.toString('base64url'),
      ].join('.')
    },
    decrypt(text) {
      const [version, nonce, tag, data] = text.split('.')
      if (version !== 'v1' || !nonce || !tag || data === undefined)
        throw new Error('Unknown form of encrypted field')
      const decipher = createDecipheriv('aes-256-gcm', fieldKey, Buffer.from(nonce, 'base64url'))
      decipher.setAuthTag(Buffer.from(tag, 'base64url'))
      return Buffer.concat([decipher.update(Buffer.from(data, 'base64url')), decipher.final()]).toString(
        'utf8',
      )
    },
    blindIndex: (value) => createHmac('sha256', indexKey).update(value).digest(),
    sign: (purpose, value) =>
      createHmac('sha256', key(`teken:${purpose}`))
        .update(value)
        .digest('base64url'),
  }
}
