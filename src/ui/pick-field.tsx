import { Button, Select } from '@amsterdam/design-system-react'
import { useState } from 'react'
import { useController } from 'react-hook-form'
import type { Option } from './choice-fields.tsx'
import { FieldFrame } from './field-frame.tsx'
import { type FieldProps, useField } from './form-context.ts'

export interface PickFieldProps extends FieldProps {
  options: readonly Option[]
  /** What one of them is called on the button, e.g. `indicator`. */
  one: string
}

/** Some of a long list: choose one, add it, and see what was chosen below. Stored as an array of values. */
export function PickField(props: PickFieldProps) {
  const { id, control, fault, describedBy } = useField(props)
  const { field } = useController({ name: props.name, control })
  const [next, setNext] = useState('')
  const chosen = (Array.isArray(field.value) ? field.value : []) as readonly string[]
  const left = props.options.filter(({ value }) => !chosen.includes(value))
  const labelOf = (value: string) => props.options.find((option) => option.value === value)?.label ?? value
  return (
    <FieldFrame id={id} label={props.label} hint={props.hint} optional={props.optional} fault={fault}>
      <div className="od-kies">
        <Select
          id={id}
          ref={field.ref}
          value={next}
          disabled={props.disabled || left.length === 0}
          invalid={fault !== undefined}
          aria-describedby={describedBy}
          onBlur={field.onBlur}
          onChange={(event) => setNext(event.target.value)}
        >
          <Select.Option value="">{left.length === 0 ? 'Alles is gekozen' : 'Maak een keuze'}</Select.Option>
          {left.map((option) => (
            <Select.Option key={option.value} value={option.value}>
              {option.label}
            </Select.Option>
          ))}
        </Select>
        <Button
          type="button"
          variant="secondary"
          disabled={next === ''}
          onClick={() => {
            field.onChange([...chosen, next])
            setNext('')
          }}
        >
          {props.one} toevoegen
        </Button>
      </div>
      {chosen.length > 0 && (
        <ul className="od-gekozen" aria-label={`Gekozen bij ${props.label}`}>
          {chosen.map((value) => (
            <li key={value}>
              <span>{labelOf(value)}</span>
              <Button
                type="button"
                variant="tertiary"
                aria-label={`${labelOf(value)} weghalen`}
                onClick={() => field.onChange(chosen.filter((one) => one !== value))}
              >
                Weghalen
              </Button>
            </li>
          ))}
        </ul>
      )}
    </FieldFrame>
  )
}
