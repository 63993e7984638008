import { formatGemeente, GEMEENTEN } from '../../../shared/gemeenten.ts'
import type { Option } from '../../../ui/choice-fields.tsx'
import type { ComboboxOption } from '../../../ui/combobox-field.tsx'
import { normaliseNaam } from '../domain/rules.ts'

/** A list of codes and names as choices. */
export function optionsOf(names: Readonly<Record<string, string>>): Option[] {
  return Object.entries(names).map(([value, label]) => ({ value, label }))
}

const gemeenten = GEMEENTEN.map((gemeente) => ({
  value: gemeente.code,
  label: formatGemeente(gemeente),
  zoek: normaliseNaam(`${formatGemeente(gemeente)} ${gemeente.naam}`),
}))

/** Gemeenten that start with what was typed first, then those that hold it. */
export async function loadGemeenten(text: string): Promise<ComboboxOption[]> {
  const zoek = normaliseNaam(text)
  const found = gemeenten.filter((gemeente) => gemeente.zoek.includes(zoek))
  return found
    .sort((a, b) => Number(b.zoek.startsWith(zoek)) - Number(a.zoek.startsWith(zoek)))
    .slice(0, 10)
    .map(({ value, label }) => ({ value, label }))
}

export function gemeenteLabel(code: string | null | undefined): string {
  return gemeenten.find((gemeente) => gemeente.value === code)?.label ?? ''
}
