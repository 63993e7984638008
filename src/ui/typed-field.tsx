import { Button, TextInput } from '@amsterdam/design-system-react'
import { useEffect, useState } from 'react'
import { useController } from 'react-hook-form'
import { FieldFrame } from './field-frame.tsx'
import { type FieldProps, useField } from './form-context.ts'

interface TypedFieldProps<T> extends FieldProps {
  parse: (text: string) => T | undefined
  format: (value: T) => string
  /** Tells a stored value from text that could not be read. */
  holds: (value: unknown) => value is T
  empty?: null
  size: number
  inputMode: 'numeric' | 'decimal' | 'text'
  suffix?: string
  /** One press fills the usual answer in. */
  shortcut?: { label: string; value: () => T } | undefined
}

/**
 * Text field whose stored value is not the text. Text that cannot be read is stored as it is, so that the contract refuses
 * it with its own message and nothing that was typed is lost.
 */
export function TypedField<T>(props: TypedFieldProps<T>) {
  const { id, control, fault, describedBy } = useField(props)
  const { field } = useController({ name: props.name, control })
  const { format, holds } = props
  const shown = holds(field.value) ? format(field.value) : typeof field.value === 'string' ? field.value : ''
  const [text, setText] = useState(shown)
  const [typing, setTyping] = useState(false)
  useEffect(() => {
    // A restored draft or a fresh version from the server comes in from outside.
    if (!typing) setText(shown)
  }, [shown, typing])
  return (
    <FieldFrame id={id} label={props.label} hint={props.hint} optional={props.optional} fault={fault}>
      <div className="od-invoer">
        <TextInput
          id={id}
          name={props.name}
          ref={field.ref}
          value={text}
          size={props.size}
          inputMode={props.inputMode}
          autoComplete="off"
          disabled={props.disabled}
          invalid={fault !== undefined}
          aria-describedby={describedBy}
          aria-required={!props.optional}
          onFocus={() => setTyping(true)}
          onChange={(event) => {
            const typed = event.target.value
            setText(typed)
            field.onChange(typed.trim() === '' ? props.empty : (props.parse(typed) ?? typed))
          }}
          onBlur={() => {
            setTyping(false)
            field.onBlur()
          }}
        />
        {props.shortcut && (
          <Button
            type="button"
            variant="tertiary"
            disabled={props.disabled}
            aria-describedby={`${id}-naam`}
            onClick={() => field.onChange(props.shortcut!.value())}
          >
            {props.shortcut.label}
          </Button>
        )}
        {props.suffix && <span aria-hidden="true">{props.suffix}</span>}
      </div>
    </FieldFrame>
  )
}
