import { Label, Select, TextInput } from '@amsterdam/design-system-react'
import { useEffect, useId, useState } from 'react'
import { formatShort, isPlainDate } from '../shared/plain-date.ts'
import type { Option } from './choice-fields.tsx'
import { parseDutchDate } from './format.ts'
import { useSearchParams } from './search-params.ts'

export interface FilterProps {
  /** Name in the query of the list's contract; with the table's `prefix` in front. */
  name: string
  label: string
  /** The table's prefix, when it has one. */
  prefix?: string
}

function useFilter({ name, prefix = '' }: FilterProps, clears: readonly string[] = []) {
  const { get, set } = useSearchParams()
  return [
    get(prefix + name),
    (value: string) =>
      set({
        ...(value && Object.fromEntries(clears.map((other) => [prefix + other, undefined]))),
        [prefix + name]: value || undefined,
        [`${prefix}pagina`]: undefined,
      }),
  ] as const
}

/** Searches while typing, after a short rest. */
export function FilterText(props: FilterProps & { size?: number }) {
  const id = useId()
  const [value, setValue] = useFilter(props)
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  useEffect(() => {
    if (text === value) return
    const timer = setTimeout(() => setValue(text), 400)
    return () => clearTimeout(timer)
  })
  return (
    <div className="od-filter">
      <Label htmlFor={id}>{props.label}</Label>
      <TextInput
        id={id}
        value={text}
        size={props.size ?? 20}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
      />
    </div>
  )
}

export function FilterSelect(
  props: FilterProps & {
    options: readonly Option[]
    allLabel?: string
    /** Other filters that go when this one is chosen: they cannot be had together. */
    clears?: readonly string[]
  },
) {
  const id = useId()
  const [value, setValue] = useFilter(props, props.clears)
  return (
    <div className="od-filter">
      <Label htmlFor={id}>{props.label}</Label>
      <Select id={id} value={value} onChange={(event) => setValue(event.target.value)}>
        <Select.Option value="">{props.allLabel ?? 'Alles'}</Select.Option>
        {props.options.map((option) => (
          <Select.Option key={option.value} value={option.value}>
            {option.label}
          </Select.Option>
        ))}
      </Select>
    </div>
  )
}

/** A day, typed the Dutch way; takes effect on leaving the field. */
export function FilterDate(props: FilterProps) {
  const id = useId()
  const [value, setValue] = useFilter(props)
  const shown = isPlainDate(value) ? formatShort(value) : value
  const [text, setText] = useState(shown)
  useEffect(() => setText(shown), [shown])
  const wrong = text.trim() !== '' && parseDutchDate(text) === undefined
  return (
    <div className="od-filter">
      <Label htmlFor={id}>{props.label}</Label>
      <TextInput
        id={id}
        value={text}
        size={12}
        placeholder="d-m-jjjj"
        autoComplete="off"
        invalid={wrong}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => !wrong && setValue(parseDutchDate(text) ?? '')}
        onKeyDown={(event) => event.key === 'Enter' && !wrong && setValue(parseDutchDate(text) ?? '')}
      />
    </div>
  )
}
