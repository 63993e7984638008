export interface ListQuery {
  readonly pagina: number
  readonly aantalPerPagina: number
  readonly sorteer?: string | undefined
}

const collator = new Intl.Collator('nl', { numeric: true })

/**
 * One page of rows that were counted in memory: sorted by a column (`-` in front: descending), what is empty last. Ties keep
 * the order in which they came.
 */
export function listPage<T extends object>(rows: readonly T[], query: ListQuery, fallback: string) {
  const key = query.sorteer ?? fallback
  const veld = key.replace(/^-/, '') as keyof T
  const sign = key.startsWith('-') ? -1 : 1
  const sorted = [...rows].sort((a, b) => {
    const [x, y] = [a[veld], b[veld]]
    if (x === null || x === undefined) return y === null || y === undefined ? 0 : 1
    if (y === null || y === undefined) return -1
    return typeof x === 'number' && typeof y === 'number'
      ? sign * (x - y)
      : sign * collator.compare(String(x), String(y))
  })
  const start = (query.pagina - 1) * query.aantalPerPagina
  return { count: rows.length, results: sorted.slice(start, start + query.aantalPerPagina) }
}
