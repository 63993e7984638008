import { z } from 'zod'

/** UUID version 7 as text; made in the app because PostgreSQL 15 cannot (stack.md §5). */
export const Id = z.uuid({
  // Nothing chosen in a list on screen is not the same as a key that somebody mistyped.
  error: ({ input }) => (input ? 'Dit is geen geldig kenmerk.' : 'Maak een keuze.'),
})
export type Id = z.infer<typeof Id>

export type NewId = () => Id

const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
const perMillisecond = 0x1000

/**
 * UUIDv7 source: 48 bits of milliseconds, then a 12-bit counter that keeps ids of one millisecond in order,
 * then 62 random bits (RFC 9562 §5.7, method 1).
 */
export function createIdSource(now: () => number, random: (bytes: number) => Uint8Array): NewId {
  let last = -1
  let head = ''
  let counter = 0
  return () => {
    const time = now()
    if (time > last) setTime(time)
    else if (++counter === perMillisecond) setTime(last + 1)
    const tail = random(8)
    return `${head}${(0x7000 | counter).toString(16)}-${hexOf[0x80 | (tail[0]! & 0x3f)]}${hexOf[tail[1]!]}-${hexOf[tail[2]!]}${hexOf[tail[3]!]}${hexOf[tail[4]!]}${hexOf[tail[5]!]}${hexOf[tail[6]!]}${hexOf[tail[7]!]}`
  }

  function setTime(time: number): void {
    last = time
    counter = 0
    const hex = time.toString(16).padStart(12, '0')
    head = `${hex.slice(0, 8)}-${hex.slice(8)}-`
  }
}
