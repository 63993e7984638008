/** A copy without the keys whose value is null or undefined; what is unknown is left out of the book. */
export function withoutNull(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== null && v !== undefined))
}
