import { changesOf } from '../../../platform/conflict.ts'

/**
 * What changed, for the book. A gebeurtenis without a person can be read in the whole region and stays for ever, so of `dicht`
 * it tells only that it was filled in.
 */
export function openChanges(
  before: object,
  after: object,
  dicht: readonly string[],
): Record<string, [unknown, unknown]> {
  const hide = (value: unknown) => (value === null || value === undefined || value === '' ? null : {})
  return Object.fromEntries(
    Object.entries(changesOf(before as Record<string, unknown>, after as Record<string, unknown>)).map(
      ([veld, [oud, nieuw]]) => [veld, dicht.includes(veld) ? [hide(oud), hide(nieuw)] : [oud, nieuw]],
    ),
  )
}
