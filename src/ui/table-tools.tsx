import { Checkbox, Label, Select } from '@amsterdam/design-system-react'
import { ColumnsIcon, DownloadIcon } from '@amsterdam/design-system-react-icons'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { Disclosure } from './disclosure.tsx'
import { formatNumber } from './format.ts'
import { useSearchParams } from './search-params.ts'

interface ColumnChoice {
  key: string
  label: string
  defaultHidden?: boolean
}

/** Which columns a person hides in this browser. Holds names of columns only, no data. */
export function useHiddenColumns(table: string, columns: readonly ColumnChoice[]) {
  const place = `onderdak.kolommen.${table}`
  const [hidden, setHidden] = useState<readonly string[]>(
    () => read(place) ?? columns.filter((column) => column.defaultHidden).map((column) => column.key),
  )
  return [
    hidden,
    (next: readonly string[]) => {
      setHidden(next)
      try {
        localStorage.setItem(place, JSON.stringify(next))
      } catch {
        // Storage can be full or forbidden; the choice then lasts as long as the page.
      }
    },
  ] as const
}

function read(place: string): readonly string[] | undefined {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(place) ?? 'null')
    return Array.isArray(stored) ? stored.filter((one) => typeof one === 'string') : undefined
  } catch {
    return undefined
  }
}

interface ColumnMenuProps {
  columns: readonly ColumnChoice[]
  hidden: readonly string[]
  onChange: (hidden: readonly string[]) => void
}

export function ColumnMenu({ columns, hidden, onChange }: ColumnMenuProps) {
  const id = useId()
  const last = columns.length - hidden.length <= 1
  return (
    <Disclosure label="Kolommen" icon={ColumnsIcon}>
      <fieldset className="od-menu">
        <legend>Toon deze kolommen</legend>
        {columns.map((column) => {
          const on = !hidden.includes(column.key)
          return (
            <Checkbox
              key={column.key}
              id={`${id}-${column.key}`}
              checked={on}
              disabled={on && last}
              onChange={() =>
                onChange(on ? [...hidden, column.key] : hidden.filter((key) => key !== column.key))
              }
            >
              {column.label}
            </Checkbox>
          )
        })}
      </fieldset>
    </Disclosure>
  )
}

interface SortMenuProps {
  columns: readonly (ColumnChoice & { sortable?: boolean })[]
  sort: string
  onSort: (sort: string) => void
}

/** On a narrow screen rows stand as cards without headings to press: the order is chosen here. */
export function SortMenu({ columns, sort, onSort }: SortMenuProps) {
  const id = useId()
  const sortable = columns.filter((column) => column.sortable)
  if (sortable.length === 0) return null
  return (
    <div className="od-filter od-alleen-smal">
      <Label htmlFor={id}>Volgorde</Label>
      <Select id={id} value={sort} onChange={(event) => onSort(event.target.value)}>
        <Select.Option value="">Gewone volgorde</Select.Option>
        {sortable.flatMap(({ key, label }) => [
          <Select.Option key={key} value={key}>{`${label}, oplopend`}</Select.Option>,
          <Select.Option key={`-${key}`} value={`-${key}`}>{`${label}, aflopend`}</Select.Option>,
        ])}
      </Select>
    </div>
  )
}

const formats = [
  ['ods', 'Rekenblad (ODS)'],
  ['xlsx', 'Excel (XLSX)'],
  ['csv', 'Kommabestand (CSV)'],
] as const

export function ExportMenu({
  urlFor,
  label = 'Exporteren',
}: {
  urlFor: (formaat: 'csv' | 'ods' | 'xlsx') => string
  /** Says what goes along where a page has more than one. */
  label?: string
}) {
  return (
    <Disclosure label={label} icon={DownloadIcon}>
      <ul className="od-menu">
        {formats.map(([formaat, label]) => (
          <li key={formaat}>
            <a href={urlFor(formaat)} download>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}

/** Where you are in the list, and the way to its other pages. */
export function Pages(props: { caption: string; count: number; prefix: string; pageSize: number }) {
  const { caption, count, prefix } = props
  const { get } = useSearchParams()
  const size = Number(get(`${prefix}aantalPerPagina`)) || props.pageSize
  const last = Math.max(1, Math.ceil(count / size))
  const page = Math.min(last, Math.max(1, Number(get(`${prefix}pagina`)) || 1))
  const first = (page - 1) * size + 1
  const numbers = [...new Set([1, page - 1, page, page + 1, last])].filter((n) => n >= 1 && n <= last)
  return (
    <div className="od-paginering">
      <p role="status">
        {formatNumber(first)} tot en met {formatNumber(Math.min(count, page * size))} van{' '}
        {formatNumber(count)}
      </p>
      {last > 1 && (
        <nav aria-label={`Pagina’s van ${caption}`}>
          <ul>
            {page > 1 && (
              <li>
                <PageLink to={page - 1} prefix={prefix} label="Vorige" />
              </li>
            )}
            {numbers.map((n, index) => (
              <li key={n}>
                {index > 0 && n - numbers[index - 1]! > 1 && <span aria-hidden="true">… </span>}
                <PageLink to={n} prefix={prefix} label={formatNumber(n)} current={n === page} />
              </li>
            ))}
            {page < last && (
              <li>
                <PageLink to={page + 1} prefix={prefix} label="Volgende" />
              </li>
            )}
          </ul>
        </nav>
      )}
    </div>
  )
}

function PageLink(props: { to: number; prefix: string; label: string; current?: boolean }) {
  const change = (before: Record<string, unknown>) => ({
    ...before,
    [`${props.prefix}pagina`]: String(props.to),
  })
  return (
    <Link
      to="."
      search={change as never}
      resetScroll={false}
      activeOptions={{ exact: true }}
      activeProps={{ 'aria-current': undefined, className: '' }}
      aria-current={props.current ? 'page' : undefined}
      aria-label={/^\d/.test(props.label) ? `Pagina ${props.label}` : `${props.label} pagina`}
    >
      {props.label}
    </Link>
  )
}
