/** The keys of a list of words, in its order, as `z.enum` wants them. */
export const keysOf = <K extends string>(words: Readonly<Record<K, unknown>>) =>
  Object.keys(words) as [K, ...K[]]
