import { useEndpoint } from '../../../ui/api-hooks.ts'
import { listPlekkeuzes } from '../domain/api.ts'

const none = { producten: [], gemeenten: [], organisaties: [], locaties: [], lijsten: {} }

/** Choices of the region for the screens of plek and verblijf; empty lists while they load. */
export function usePlekkeuzes() {
  const { data } = useEndpoint(listPlekkeuzes, {})
  const keuzes = data ?? none
  return {
    ...keuzes,
    loaded: data !== undefined,
    lijst: (naam: string) =>
      (keuzes.lijsten as Record<string, { value: string; label: string }[]>)[naam] ?? [],
    /** The word of a code; the code itself when the choice has ended. */
    naamVan: (lijst: string, code: string) =>
      (keuzes.lijsten as Record<string, { value: string; label: string }[]>)[lijst]?.find(
        (one) => one.value === code,
      )?.label ?? code,
  }
}

export function optionsOf(names: Readonly<Record<string, string>>) {
  return Object.entries(names).map(([value, label]) => ({ value, label }))
}
