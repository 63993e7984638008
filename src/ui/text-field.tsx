import { PasswordInput, TextInput } from '@amsterdam/design-system-react'
import { useController } from 'react-hook-form'
import { FieldFrame } from './field-frame.tsx'
import { type FieldProps, useField } from './form-context.ts'

export interface TextFieldProps extends FieldProps {
  type?: 'text' | 'email' | 'tel' | 'password'
  /** Width in characters when the answer has a known length, e.g. 7 for a postcode. */
  size?: number
  autoComplete?: string
  inputMode?: 'text' | 'numeric'
  /** What an empty field means in the contract; undefined unless said otherwise. */
  empty?: null | ''
}

export function TextField(props: TextFieldProps) {
  const { id, control, fault, describedBy } = useField(props)
  const { field } = useController({ name: props.name, control })
  const common = {
    id,
    name: props.name,
    ref: field.ref,
    value: typeof field.value === 'string' ? field.value : '',
    onBlur: field.onBlur,
    disabled: props.disabled,
    invalid: fault !== undefined,
    'aria-describedby': describedBy,
    'aria-required': !props.optional,
    size: props.size,
    autoComplete: props.autoComplete ?? 'off',
    onChange: (event: { target: { value: string } }) =>
      field.onChange(event.target.value === '' ? props.empty : event.target.value),
  }
  return (
    <FieldFrame id={id} label={props.label} hint={props.hint} optional={props.optional} fault={fault}>
      {props.type === 'password' ? (
        <PasswordInput {...common} />
      ) : (
        <TextInput {...common} type={props.type ?? 'text'} inputMode={props.inputMode} />
      )}
    </FieldFrame>
  )
}
