/** Screen words for fields and for their codes, by the names of the contract. */
export interface ConflictWords {
  readonly fields?: Readonly<Record<string, string>>
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/**
 * Label of a field that somebody else changed: the first that knows it; else its own name, which is Dutch, without what only
 * tells its type: `volgendeStapOp` is "Volgende stap op", `gemeenteCode` is "Gemeente".
 */
export function fieldWord(veld: string, ...known: readonly (ConflictWords | undefined)[]): string {
  for (const words of known) if (words?.fields?.[veld] !== undefined) return words.fields[veld]
  const text = veld
    .replace(/^is(?=[A-Z])/, '')
    .replace(/(?<=[a-z])(Id|Code)$/, '')
    .replace(/[._]/g, ' ')
    .replace(/(?<=[a-z0-9])([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`)
    .toLowerCase()
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Word for a value: of a choice its label, of another code its own word with spaces. Text stays as it was written. */
export function valueWord(
  veld: string,
  waarde: string | null,
  ...known: readonly (ConflictWords | undefined)[]
): string {
  if (waarde === null) return 'leeg'
  for (const words of known)
    if (words?.values?.[veld]?.[waarde] !== undefined) return words.values[veld][waarde]
  return /^[a-z]+(_[a-z0-9]+)+$/.test(waarde) ? waarde.replaceAll('_', ' ') : waarde
}
