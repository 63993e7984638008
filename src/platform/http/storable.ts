/** NUL and halves of surrogate pairs: JSON can carry them, PostgreSQL text cannot. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is what is looked for
const unstorable = /\u0000|\p{Surrogate}/u

/** No contract nests deeper; what does would only exhaust the stack further on. */
const deepest = 30

/** Path of the first text (key or value) that cannot be stored, or of what is nested too deep; undefined when all is well. */
export function findUnstorable(value: unknown, path = '', depth = 0): string | undefined {
  if (depth > deepest) return path.slice(0, 60)
  if (typeof value === 'string') return unstorable.test(value) ? path || '(invoer)' : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, part] of Object.entries(value)) {
    if (unstorable.test(key)) return path || '(invoer)'
    const found = findUnstorable(part, path ? `${path}.${key}` : key, depth + 1)
    if (found !== undefined) return found
  }
  return undefined
}
