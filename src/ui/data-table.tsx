import { Button, Icon } from '@amsterdam/design-system-react'
import { SortAscendingIcon, SortDescendingIcon, SortIcon } from '@amsterdam/design-system-react-icons'
import { type ReactNode, useId } from 'react'
import { z } from 'zod'
import type { Endpoint } from '../shared/endpoint.ts'
import { type CallInput, urlOf } from './api.ts'
import { useEndpoint } from './api-hooks.ts'
import { EmptyState, type EmptyStateProps } from './empty-state.tsx'
import { ProblemAlert } from './problem-alert.tsx'
import { useSearchParams } from './search-params.ts'
import { ColumnMenu, ExportMenu, Pages, SortMenu, useHiddenColumns } from './table-tools.tsx'

export interface Column<Row> {
  /** Name in the contract; also the value of `sorteer`. */
  key: string
  label: string
  sortable?: boolean
  align?: 'center' | 'end'
  /** Left out: the row's own text or number under `key`. */
  render?: (row: Row) => ReactNode
  /** Not shown until the user asks for it. */
  defaultHidden?: boolean
}

type ListAnswer = z.ZodType<{ count: number; results: unknown[] }>

export interface DataTableProps<P extends z.ZodType, Q extends z.ZodType, R extends ListAnswer> {
  /** Names the table in the browser's memory for the choice of columns. */
  id: string
  caption: string
  /** Hides the caption from view when the page's heading already says it. */
  captionHidden?: boolean
  endpoint: Endpoint<P, Q, z.ZodUndefined, R>
  params?: z.input<P>
  /** Set by the page, not by the user; not in the address. */
  query?: Partial<z.input<Q>>
  columns: readonly Column<z.output<R>['results'][number]>[]
  rowKey: (row: z.output<R>['results'][number]) => string
  /** `naam` or `-ontvangenOp` (descending). */
  defaultSort?: string
  /** FilterText, FilterSelect …; they and the table share the address. */
  filters?: ReactNode
  /** Says what to do when there is nothing at all. */
  empty: EmptyStateProps
  /** Put before the parameter names when a page has more than one table, e.g. `wacht-`. */
  prefix?: string
  /** For a list that is read as a whole; 25 rows unless said otherwise, 200 at most. */
  pageSize?: number
}

const own = ['pagina', 'aantalPerPagina', 'sorteer', 'formaat']

/**
 * List whose filters, order and page live in the address, so that a link shows the same to a colleague (who sees no more
 * than is allowed to them). The server filters, sorts, counts and exports.
 */
export function DataTable<P extends z.ZodType, Q extends z.ZodType, R extends ListAnswer>(
  props: DataTableProps<P, Q, R>,
) {
  type Row = z.output<R>['results'][number]
  const { endpoint, prefix = '', columns, pageSize = 25 } = props
  const captionId = useId()
  const { search, get, set } = useSearchParams()
  const [hidden, setHidden] = useHiddenColumns(props.id, columns)
  const sort = get(`${prefix}sorteer`) || props.defaultSort || ''
  const filters = filtersOf(endpoint.query, search, prefix)
  const active = Object.keys(filters).length > 0
  const query = { ...filters, ...props.query, ...(sort && { sorteer: sort }) }
  const answer = useEndpoint(endpoint, {
    ...(props.params !== undefined && { params: props.params }),
    query: { ...query, ...paging(get, prefix, pageSize) },
  } as Omit<CallInput<P, Q, z.ZodUndefined>, 'idempotencyKey' | 'signal'>)
  const data = answer.data as { count: number; results: Row[] } | undefined
  const shown = columns.filter((column) => !hidden.includes(column.key))

  const resort = (next: string) =>
    set({ [`${prefix}sorteer`]: next || undefined, [`${prefix}pagina`]: undefined })
  const clear = () => {
    const gone: Record<string, undefined> = { [`${prefix}pagina`]: undefined }
    for (const name of Object.keys(filters)) gone[prefix + name] = undefined
    set(gone)
  }

  return (
    <div className="od-lijst">
      <div className="od-lijst__balk">
        {props.filters && (
          <search className="od-filters" aria-label={`Filters bij ${props.caption}`}>
            {props.filters}
            {active && (
              <Button type="button" variant="tertiary" onClick={clear}>
                Filters wissen
              </Button>
            )}
          </search>
        )}
        <div className="od-lijst__knoppen">
          <SortMenu columns={shown} sort={sort} onSort={resort} />
          <ColumnMenu columns={columns} hidden={hidden} onChange={setHidden} />
          <ExportMenu
            urlFor={(formaat) => urlOf(endpoint, { params: props.params, query: { ...query, formaat } })}
          />
        </div>
      </div>
      {answer.error && !data ? (
        <div className="od-stapel">
          <ProblemAlert problem={answer.error} />
          <Button type="button" variant="secondary" onClick={() => void answer.refetch()}>
            Opnieuw proberen
          </Button>
        </div>
      ) : (
        <section
          className="ams-table od-tabelvak"
          aria-labelledby={captionId}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard (WCAG 2.1.1)
          tabIndex={0}
          aria-busy={answer.isFetching}
        >
          <table className="ams-table__table od-tabel od-tabel--stapelt od-tabel--lijst">
            <caption
              className={props.captionHidden ? 'ams-visually-hidden' : 'ams-table__caption'}
              id={captionId}
            >
              {props.caption}
            </caption>
            <thead className="ams-table__header">
              <tr>
                {shown.map((column) => (
                  <HeaderCell key={column.key} column={column} sort={sort} onSort={resort} />
                ))}
              </tr>
            </thead>
            <tbody>
              {data?.results.map((row) => (
                <tr key={props.rowKey(row)}>
                  {shown.map((column) => (
                    <td
                      key={column.key}
                      data-label={column.label}
                      className={cellClass('ams-table__cell', column.align)}
                    >
                      {column.render ? column.render(row) : plainText(row, column.key)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {!data && <p role="status">Bezig met laden…</p>}
        </section>
      )}
      {data?.count === 0 &&
        (active ? (
          <EmptyState
            title="Niets gevonden met deze filters"
            text="Verander een filter of wis alle filters."
            action={
              <Button type="button" variant="secondary" onClick={clear}>
                Alle filters wissen
              </Button>
            }
          />
        ) : (
          <EmptyState {...props.empty} />
        ))}
      {data && data.count > 0 && (
        <Pages caption={props.caption} count={data.count} prefix={prefix} pageSize={pageSize} />
      )}
    </div>
  )
}

function HeaderCell<Row>(props: { column: Column<Row>; sort: string; onSort: (next: string) => void }) {
  const { column, sort } = props
  const direction = sort === column.key ? 'ascending' : sort === `-${column.key}` ? 'descending' : undefined
  const icon = { ascending: SortAscendingIcon, descending: SortDescendingIcon, none: SortIcon }[
    direction ?? 'none'
  ]
  return (
    <th
      scope="col"
      className={cellClass('ams-table__header-cell', column.align)}
      aria-sort={column.sortable ? (direction ?? 'none') : undefined}
    >
      {column.sortable ? (
        <button
          type="button"
          className="od-sorteerknop"
          onClick={() => props.onSort(direction === 'ascending' ? `-${column.key}` : column.key)}
        >
          {column.label}
          <Icon svg={icon} size="small" />
        </button>
      ) : (
        column.label
      )}
    </th>
  )
}

function cellClass(base: string, align: 'center' | 'end' | undefined): string {
  return align ? `${base} ${base}--align-${align}` : base
}

function plainText(row: unknown, key: string): ReactNode {
  const value = (row as Record<string, unknown>)[key]
  return typeof value === 'string' || typeof value === 'number' ? value : '–'
}

function paging(get: (name: string) => string, prefix: string, size: number) {
  return {
    pagina: get(`${prefix}pagina`) || '1',
    aantalPerPagina: get(`${prefix}aantalPerPagina`) || String(size),
  }
}

/** Only what the contract knows: a page may keep other things in its address, like a tab. */
function filtersOf(
  schema: z.ZodType,
  search: Record<string, unknown>,
  prefix: string,
): Record<string, unknown> {
  const known = schema instanceof z.ZodObject ? Object.keys(schema.shape) : undefined
  const found: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(search)) {
    if (!name.startsWith(prefix) || value === '') continue
    const key = name.slice(prefix.length)
    if (!own.includes(key) && (known === undefined || known.includes(key))) found[key] = value
  }
  return found
}
