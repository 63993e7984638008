import { createContext, useContext } from 'react'
import { type ControllerFieldState, get, useFormContext, useFormState } from 'react-hook-form'

export interface FormKit {
  /** Prefix of the ids of this form's fields, so that the error summary can link to them. */
  id: string
  busy: boolean
  /** Labels by field name, filled by the fields themselves: faults and conflicts are told in screen words. */
  labels: Map<string, string>
  /** Words of the choices by field name and code, filled in the same way. */
  choices: Map<string, ReadonlyMap<string, string>>
}

export const FormKitContext = createContext<FormKit | undefined>(undefined)

/** What every field takes. `name` is the path in the contract, e.g. `adres.postcode`. */
export interface FieldProps {
  name: string
  label: string
  hint?: string
  /** Adds "(niet verplicht)". Required is the rule, so it is not marked. */
  optional?: boolean
  disabled?: boolean
}

interface WithOptions {
  options?: readonly { value: string; label: string }[]
}

export function fieldId(formId: string, name: string): string {
  return `${formId}-${name.replace(/[^A-Za-z0-9]+/g, '-')}`
}

/** Ids, fault text and ARIA of one field. Must be inside a Form. */
export function useField(props: FieldProps & WithOptions) {
  const kit = useContext(FormKitContext)
  if (!kit) throw new Error(`Field ${props.name} is not inside a Form`)
  const { control } = useFormContext()
  const { errors } = useFormState({ control, name: props.name })
  const error = get(errors, props.name) as ControllerFieldState['error']
  kit.labels.set(props.name, props.label)
  if (props.options)
    kit.choices.set(props.name, new Map(props.options.map((option) => [option.value, option.label])))
  const id = fieldId(kit.id, props.name)
  const fault = error?.message ?? error?.root?.message
  const describedBy = [props.hint ? `${id}-hint` : '', fault ? `${id}-fout` : ''].filter(Boolean).join(' ')
  return { id, control, fault, describedBy: describedBy || undefined, labels: kit.labels }
}
