import { useLocation, useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'

/** Search part of an address as plain texts; a name that occurs more than once gives a list. */
export type SearchParams = Record<string, string | string[]>

/** For the router: readable addresses, without the JSON quoting that it does by itself. */
export function parseSearch(text: string): SearchParams {
  const found: SearchParams = {}
  for (const [name, value] of new URLSearchParams(text)) {
    const before = found[name]
    found[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]
  }
  return found
}

export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') params.append(name, String(one))
    }
  }
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}

/** Reads and changes the address of the current page. `set` replaces, so that Back leaves the page and not one filter. */
export function useSearchParams() {
  const search: SearchParams = useLocation().search
  const navigate = useNavigate()
  const set = useCallback(
    (changes: Record<string, string | string[] | undefined>) =>
      void navigate({
        to: '.',
        search: (before: Record<string, unknown>) => ({ ...before, ...changes }),
        replace: true,
        resetScroll: false,
      } as never),
    [navigate],
  )
  const get = useCallback(
    (name: string): string => {
      const value = search[name]
      return Array.isArray(value) ? (value[0] ?? '') : (value ?? '')
    },
    [search],
  )
  return { search, get, set }
}
