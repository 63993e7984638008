/** A number of a report in words: what is hidden says so, and what has nothing to count from as well. */
export function waardeIn(waarde: number | null, eenheid: string, afgeschermd: boolean): string {
  if (waarde === null) return afgeschermd ? 'niet getoond' : 'niets om te meten'
  const getal = waarde.toLocaleString('nl-NL', { maximumFractionDigits: 1 })
  return eenheid === 'procent'
    ? `${getal}%`
    : eenheid === 'dagen'
      ? `${getal} ${waarde === 1 ? 'dag' : 'dagen'}`
      : getal
}
