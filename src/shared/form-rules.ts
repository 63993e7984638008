import type { z } from 'zod'

/** A form of which some fields may have a fault of their own: those are undefined, also within lists. */
export type Deels<T> = T extends readonly (infer Een)[]
  ? readonly (Deels<Een> | undefined)[]
  : T extends object
    ? { readonly [Veld in keyof T]: Deels<T[Veld]> | undefined }
    : T

export type Fout = (path: (string | number)[], message: string) => void

/**
 * Rules between the fields of a form. Zod skips those as soon as one field has a fault, so that somebody hears of the rest only
 * after the next try. Here they always run, on the fields that are right: a rule keeps silent about what is undefined.
 */
export function withRules<Schema extends z.ZodObject>(
  schema: Schema,
  check: (one: Deels<z.output<Schema>>, fout: Fout) => void,
): Schema {
  return schema.superRefine(
    (value, { issues, addIssue }) => {
      const right = withoutFaults(
        value,
        issues.map(({ path }) => path ?? []),
      )
      check(right as Deels<z.output<Schema>>, (path, message) =>
        addIssue({ code: 'custom', path, message, input: value }),
      )
    },
    // A fault without a path is about the whole: then there are no fields.
    { when: ({ issues }) => issues.every(({ path }) => path !== undefined && path.length > 0) },
  )
}

function withoutFaults(value: unknown, paths: readonly PropertyKey[][]): unknown {
  if (paths.length === 0) return value
  if (paths.some((path) => path.length === 0)) return undefined
  const within = (key: PropertyKey) =>
    paths.flatMap(([first, ...rest]) => (String(first) === String(key) ? [rest] : []))
  if (Array.isArray(value)) return value.map((one, i) => withoutFaults(one, within(i)))
  return Object.fromEntries(
    Object.entries(value as object).map(([key, one]) => [key, withoutFaults(one, within(key))]),
  )
}
