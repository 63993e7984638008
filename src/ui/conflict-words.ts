/** Words for fields and for their codes, by the names of the contract. */
export interface ConflictWords {
  readonly fields?: Readonly<Record<string, string>>
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

interface Known {
  /** Labels of the fields on this screen. */
  readonly labels: ReadonlyMap<string, string>
  /** Choices of the fields on this screen, by field: code to word. */
  readonly choices: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly words?: ConflictWords | undefined
}

/** The screen word for a field. One that no form shows is told by its own name, which is Dutch: `gewijzigdOp` → “Gewijzigd op”. */
export function fieldWord(veld: string, { labels, words }: Known): string {
  const known = labels.get(veld) ?? words?.fields?.[veld]
  if (known) return known
  const plain = veld
    .replace(/(Id|Code)$/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
  return plain.charAt(0).toUpperCase() + plain.slice(1)
}

/** The screen word for a value. A code without a word is at least readable: `wacht_op_besluit` → “wacht op besluit”. */
export function valueWord(veld: string, waarde: string | null, { choices, words }: Known): string {
  if (waarde === null) return 'leeg'
  const known = words?.values?.[veld]?.[waarde] ?? choices.get(veld)?.get(waarde)
  if (known) return known
  return /^[a-z0-9]+(_[a-z0-9]+)+$/.test(waarde) ? waarde.replaceAll('_', ' ') : waarde
}
