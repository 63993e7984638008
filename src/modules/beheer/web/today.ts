import { dutchDateOf, type PlainDate } from '../../../shared/plain-date.ts'

/** The Dutch day on this device, for what to show; the server decides with its own clock. */
export function today(): PlainDate {
  return dutchDateOf(new Date())
}
