import { Checkbox, ErrorMessage, Field, Radio, Select } from '@amsterdam/design-system-react'
import { useController } from 'react-hook-form'
import { FieldFrame, GroupFrame } from './field-frame.tsx'
import { type FieldProps, useField } from './form-context.ts'

export interface Option {
  value: string
  label: string
  /** Explains a radio or checkbox in one line. */
  hint?: string
}

/** Every word of a list as a choice, in its order. */
export const optionsOf = (words: Readonly<Record<string, string>>): Option[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

export interface SelectFieldProps extends FieldProps {
  options: readonly Option[]
  /** Text of the empty choice. */
  emptyLabel?: string
  empty?: null
}

export function SelectField(props: SelectFieldProps) {
  const { id, control, fault, describedBy } = useField(props)
  const { field } = useController({ name: props.name, control })
  return (
    <FieldFrame id={id} label={props.label} hint={props.hint} optional={props.optional} fault={fault}>
      <Select
        id={id}
        name={props.name}
        ref={field.ref}
        value={typeof field.value === 'string' ? field.value : ''}
        disabled={props.disabled}
        invalid={fault !== undefined}
        aria-describedby={describedBy}
        aria-required={!props.optional}
        onBlur={field.onBlur}
        onChange={(event) => field.onChange(event.target.value === '' ? props.empty : event.target.value)}
      >
        <Select.Option value="">
          {props.emptyLabel ?? (props.optional ? 'Geen keuze' : 'Maak een keuze')}
        </Select.Option>
        {props.options.map((option) => (
          <Select.Option key={option.value} value={option.value}>
            {option.label}
          </Select.Option>
        ))}
      </Select>
    </FieldFrame>
  )
}

export interface RadioFieldProps extends FieldProps {
  options: readonly Option[]
}

/** For up to seven choices that people should see side by side; else SelectField or ComboboxField. */
export function RadioField(props: RadioFieldProps) {
  const { id, control, fault } = useField(props)
  const { field } = useController({ name: props.name, control })
  return (
    <GroupFrame
      id={id}
      label={props.label}
      hint={props.hint}
      optional={props.optional}
      fault={fault}
      role="radiogroup"
    >
      {props.options.map((option, index) => (
        <Radio
          key={option.value}
          id={index === 0 ? id : `${id}-${index}`}
          name={id}
          ref={index === 0 ? field.ref : undefined}
          value={option.value}
          checked={field.value === option.value}
          disabled={props.disabled}
          invalid={fault !== undefined}
          onBlur={field.onBlur}
          onChange={() => field.onChange(option.value)}
        >
          <OptionText option={option} />
        </Radio>
      ))}
    </GroupFrame>
  )
}

/** Yes or no as RadioField, stored as boolean; empty until answered. */
export function YesNoField(props: FieldProps) {
  const { id, control, fault } = useField(props)
  const { field } = useController({ name: props.name, control })
  return (
    <GroupFrame
      id={id}
      label={props.label}
      hint={props.hint}
      optional={props.optional}
      fault={fault}
      role="radiogroup"
    >
      {[true, false].map((answer) => (
        <Radio
          key={String(answer)}
          id={answer ? id : `${id}-nee`}
          name={id}
          ref={answer ? field.ref : undefined}
          checked={field.value === answer}
          disabled={props.disabled}
          invalid={fault !== undefined}
          onBlur={field.onBlur}
          onChange={() => field.onChange(answer)}
        >
          {answer ? 'Ja' : 'Nee'}
        </Radio>
      ))}
    </GroupFrame>
  )
}

/** One statement to tick; stored as boolean. */
export function CheckboxField(props: FieldProps) {
  const { id, control, fault, describedBy } = useField(props)
  const { field } = useController({ name: props.name, control })
  return (
    <Field invalid={fault !== undefined} className="od-veld">
      {fault && <ErrorMessage id={`${id}-fout`}>{fault}</ErrorMessage>}
      <Checkbox
        id={id}
        name={props.name}
        ref={field.ref}
        checked={field.value === true}
        disabled={props.disabled}
        invalid={fault !== undefined}
        aria-describedby={describedBy}
        onBlur={field.onBlur}
        onChange={(event) => field.onChange(event.target.checked)}
      >
        {props.label}
      </Checkbox>
      {props.hint && (
        <p className="od-hint od-hint--ingesprongen" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
    </Field>
  )
}

export interface CheckboxGroupFieldProps extends FieldProps {
  options: readonly Option[]
}

/** Any number of choices; stored as an array in the order of `options`. */
export function CheckboxGroupField(props: CheckboxGroupFieldProps) {
  const { id, control, fault } = useField(props)
  const { field } = useController({ name: props.name, control })
  const chosen: readonly unknown[] = Array.isArray(field.value) ? field.value : []
  const toggle = (value: string, on: boolean) =>
    field.onChange(
      props.options
        .map((option) => option.value)
        .filter((one) => (one === value ? on : chosen.includes(one))),
    )
  return (
    <GroupFrame id={id} label={props.label} hint={props.hint} optional={props.optional} fault={fault}>
      {props.options.map((option, index) => (
        <Checkbox
          key={option.value}
          id={index === 0 ? id : `${id}-${index}`}
          name={props.name}
          ref={index === 0 ? field.ref : undefined}
          checked={chosen.includes(option.value)}
          disabled={props.disabled}
          invalid={fault !== undefined}
          onBlur={field.onBlur}
          onChange={(event) => toggle(option.value, event.target.checked)}
        >
          <OptionText option={option} />
        </Checkbox>
      ))}
    </GroupFrame>
  )
}

function OptionText({ option }: { option: Option }) {
  if (!option.hint) return option.label
  return (
    <span>
      {option.label}
      <span className="od-hint od-keuze-uitleg">{option.hint}</span>
    </span>
  )
}
