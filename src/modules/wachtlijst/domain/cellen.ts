/** Counts that go outside: below `min` (setting kleine_cel) a cell says nothing (WL-10). */
export interface Cel {
  readonly dossiers: number
  readonly personen: number
  readonly registraties: number
}

/**
 * Which cells to hide. First every cell below `min`; then, because the total is shown, the smallest others until what is
 * hidden together is at least `min`: otherwise the total minus the shown cells would give the hidden one away.
 */
export function hiddenCells(cellen: readonly Cel[], min: number): Set<number> {
  const smallest = (cel: Cel) => Math.min(cel.dossiers, cel.personen, cel.registraties)
  const hidden = new Set(cellen.flatMap((cel, i) => (smallest(cel) < min ? [i] : [])))
  if (hidden.size === 0) return hidden
  const rest = cellen
    .map((cel, i) => ({ i, size: smallest(cel) }))
    .filter(({ i }) => !hidden.has(i))
    .sort((a, b) => a.size - b.size || a.i - b.i)
  const together = () => [...hidden].reduce((sum, i) => sum + smallest(cellen[i]!), 0)
  while ((hidden.size < 2 || together() < min) && rest.length > 0) hidden.add(rest.shift()!.i)
  return hidden
}

/** Whether the total may be shown: not when it is small itself, nor when everything hidden adds up to something small. */
export function totalIsSafe(cellen: readonly Cel[], hidden: ReadonlySet<number>, min: number): boolean {
  const sum = (list: readonly Cel[]) => list.reduce((total, cel) => total + cel.registraties, 0)
  if (sum(cellen) < min) return false
  const together = sum(cellen.filter((_, i) => hidden.has(i)))
  return hidden.size === 0 || (hidden.size > 1 && together >= min)
}
