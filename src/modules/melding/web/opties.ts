import { useEndpoint } from '../../../ui/api-hooks.ts'
import type { Option } from '../../../ui/choice-fields.tsx'
import { getOpties } from '../domain/contract.ts'

/** Choices that hold today; undefined until they are there. */
export function useOpties() {
  return useEndpoint(getOpties, {}).data
}

export function keuzesOf(list: readonly { waarde: string; naam: string }[] | undefined): Option[] {
  return (list ?? []).map(({ waarde, naam }) => ({ value: waarde, label: naam }))
}

export function codesOf(names: Readonly<Record<string, string>>): Option[] {
  return Object.entries(names).map(([value, label]) => ({ value, label }))
}
