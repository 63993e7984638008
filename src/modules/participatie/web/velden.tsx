import { TextArea } from '@amsterdam/design-system-react'
import { useState } from 'react'
import { useController } from 'react-hook-form'
import { useCommand } from '../../../ui/api-hooks.ts'
import type { Option } from '../../../ui/choice-fields.tsx'
import { FieldFrame } from '../../../ui/field-frame.tsx'
import { type FieldProps, useField } from '../../../ui/form-context.ts'
import { useToast } from '../../../ui/toast.tsx'

export const woorden = (names: Readonly<Record<string, string>>): Option[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

export const keuzesVan = (rijen: readonly { readonly id: string; readonly naam: string }[]): Option[] =>
  rijen.map(({ id, naam }) => ({ value: id, label: naam }))

/** Sends a form and says that it is done. */
export function useZend<E extends Parameters<typeof useCommand>[0]>(
  endpoint: E,
  gedaan: string,
  sluit?: () => void,
) {
  const toast = useToast()
  return useCommand(endpoint, {
    onDone: () => {
      toast.show(gedaan)
      sluit?.()
    },
  })
}

/** One name on each line; stored as an array. */
export function NamenVeld(props: FieldProps) {
  const { id, control, fault, describedBy } = useField(props)
  const { field } = useController({ name: props.name, control })
  const namen: readonly string[] = Array.isArray(field.value) ? field.value : []
  // What is typed stays as it is: a line that is empty now may get a name.
  const [text, setText] = useState(namen.join('\n'))
  const shown = regelsVan(text).join('\n') === namen.join('\n') ? text : namen.join('\n')
  return (
    <FieldFrame id={id} label={props.label} hint={props.hint} optional={props.optional} fault={fault}>
      <TextArea
        id={id}
        name={props.name}
        ref={field.ref}
        value={shown}
        rows={3}
        resize="vertical"
        invalid={fault !== undefined}
        aria-describedby={describedBy}
        aria-required={!props.optional}
        onBlur={field.onBlur}
        onChange={(event) => {
          setText(event.target.value)
          field.onChange(regelsVan(event.target.value))
        }}
      />
    </FieldFrame>
  )
}

const regelsVan = (text: string) =>
  text
    .split('\n')
    .map((regel) => regel.trim())
    .filter(Boolean)
