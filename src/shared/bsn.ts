/** Nine digits that pass the elfproef. Never log it, never put it in a URL or an error text. */
export type Bsn = string

/** Elfproef: the sum of digit × weight is a multiple of 11 (iWmo, Besluit burgerservicenummer). */
const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1] as const

/** Range that example and test data may use; no person has these numbers (iwmo.md §7). */
const TEST_RANGE = { van: 999900006, totEnMet: 999999990 } as const

/** True for exactly nine digits, not all zero, that pass the elfproef. */
export function isBsn(text: string): boolean {
  if (!/^\d{9}$/.test(text) || text === '000000000') return false
  let sum = 0
  for (let i = 0; i < WEIGHTS.length; i++) sum += Number(text[i]) * WEIGHTS[i]!
  return sum % 11 === 0
}

/** True for a valid number in the test range; demo and test data use only these. */
export function isTestBsn(text: string): boolean {
  return isBsn(text) && Number(text) >= TEST_RANGE.van && Number(text) <= TEST_RANGE.totEnMet
}

/**
 * A typed or imported number without spaces, points and dashes; eight digits get back the zero that a spreadsheet drops.
 * Undefined when the result is not a BSN.
 */
export function normaliseBsn(text: string): Bsn | undefined {
  const digits = text.replace(/[\s.\u00a0-]/g, '')
  const bsn = digits.length === 8 ? `0${digits}` : digits
  return isBsn(bsn) ? bsn : undefined
}

/** For a screen where the number is shown by its last digits only: `•••••• 006`. */
export function maskBsn(bsn: Bsn): string {
  return `•••••• ${bsn.slice(-3)}`
}
