import { bevindingen } from './bevindingen.ts'

// What other modules may ask: what a finding is called. How many there are stands in feit_bevinding.

/** By its code, the findings that these rights let somebody put right. */
export const bevindingenVoor = (
  permissies: ReadonlySet<string>,
): Readonly<Record<string, { naam: string }>> =>
  Object.fromEntries(
    bevindingen.filter((one) => permissies.has(one.recht)).map(({ id, naam }) => [id, { naam }]),
  )
