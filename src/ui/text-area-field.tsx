import { TextArea } from '@amsterdam/design-system-react'
import { useController } from 'react-hook-form'
import { FieldFrame } from './field-frame.tsx'
import { type FieldProps, useField } from './form-context.ts'
import { formatNumber } from './format.ts'

export interface TextAreaFieldProps extends FieldProps {
  rows?: number
  /** Shows how many characters are left; the contract refuses what is too long. */
  max?: number
  empty?: null | ''
}

export function TextAreaField(props: TextAreaFieldProps) {
  const { id, control, fault, describedBy } = useField(props)
  const { field } = useController({ name: props.name, control })
  const value = typeof field.value === 'string' ? field.value : ''
  const left = props.max === undefined ? undefined : props.max - value.length
  return (
    <FieldFrame id={id} label={props.label} hint={props.hint} optional={props.optional} fault={fault}>
      <TextArea
        id={id}
        name={props.name}
        ref={field.ref}
        value={value}
        rows={props.rows ?? 4}
        resize="vertical"
        disabled={props.disabled}
        invalid={fault !== undefined}
        aria-describedby={
          [describedBy, left === undefined ? '' : `${id}-ruimte`].filter(Boolean).join(' ') || undefined
        }
        aria-required={!props.optional}
        onBlur={field.onBlur}
        onChange={(event) => field.onChange(event.target.value === '' ? props.empty : event.target.value)}
      />
      {left !== undefined && (
        <p className={left < 0 ? 'od-hint od-hint--fout' : 'od-hint'} id={`${id}-ruimte`}>
          {left >= 0 ? `Nog ${formatNumber(left)} tekens` : `${formatNumber(-left)} tekens te veel`}
        </p>
      )}
    </FieldFrame>
  )
}
