import { createRekenaar, type Rekenantwoord, type Rekenopdracht } from '../domain/rekenen.ts'

const reken = createRekenaar()

/** Runs in a thread of its own, so that nobody at the screen waits for it. */
export default function bereken(opdracht: Rekenopdracht): Rekenantwoord {
  return reken(opdracht)
}
