import { z } from 'zod'

/** UUID version 7 as text; made in the app because PostgreSQL 15 cannot (stack.md §5). */
export const Id = z.uuid({ error: 'Dit is geen geldig kenmerk.' })
export type Id = z.infer<typeof Id>

export type NewId = () => Id

const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/**
 * UUIDv7 source: 48 bits of milliseconds, then a 12-bit counter that keeps ids of one millisecond in order,
 * then 62 random bits (RFC 9562 §5.7, method 1).
 */
export function createIdSource(now: () => number, random: (bytes: number) => Uint8Array): NewId {
  let last = 0
  let counter = 0
  return () => {
    const time = Math.max(now(), last)
    counter = time === last ? counter + 1 : 0
    last = counter > 0xfff ? time + 1 : time
    if (counter > 0xfff) counter = 0
    const tail = random(8)
    const bytes = new Uint8Array(16)
    for (let i = 0; i < 6; i++) bytes[i] = Math.floor(last / 2 ** (8 * (5 - i))) & 0xff
    bytes[6] = 0x70 | (counter >> 8)
    bytes[7] = counter & 0xff
    bytes.set(tail, 8)
    bytes[8] = 0x80 | (bytes[8]! & 0x3f)
    let hex = ''
    for (const byte of bytes) hex += hexOf[byte]
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  }
}
