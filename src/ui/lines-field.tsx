import { TextArea } from '@amsterdam/design-system-react'
import { useEffect, useState } from 'react'
import { useController } from 'react-hook-form'
import { FieldFrame } from './field-frame.tsx'
import { type FieldProps, useField } from './form-context.ts'

export interface LinesFieldProps<T> extends FieldProps {
  rows?: number
  /** A line as the contract wants it; the same text again gives the same thing, so that nothing beside it is lost. */
  toItem: (line: string, earlier: readonly T[]) => T
  toLine: (item: T) => string
}

/** A list as people paste it: one thing a line. Stored as an array. */
export function LinesField<T>({ toItem, toLine, ...props }: LinesFieldProps<T>) {
  const { id, control, fault, describedBy } = useField(props)
  const { field } = useController({ name: props.name, control })
  const items = Array.isArray(field.value) ? (field.value as readonly T[]) : []
  const joined = items.map(toLine).join('\n')
  const [text, setText] = useState(joined)
  // What comes from elsewhere (a draft, newer values) shows; an empty line while typing stays.
  useEffect(() => {
    setText((now) => (linesOf(now).join('\n') === joined ? now : joined))
  }, [joined])
  return (
    <FieldFrame id={id} label={props.label} hint={props.hint} optional={props.optional} fault={fault}>
      <TextArea
        id={id}
        name={props.name}
        ref={field.ref}
        value={text}
        rows={props.rows ?? 4}
        resize="vertical"
        disabled={props.disabled}
        invalid={fault !== undefined}
        aria-describedby={describedBy}
        onBlur={field.onBlur}
        onChange={(event) => {
          setText(event.target.value)
          field.onChange(linesOf(event.target.value).map((line) => toItem(line, items)))
        }}
      />
    </FieldFrame>
  )
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
