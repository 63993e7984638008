import { ErrorMessage, Field, FieldSet, Label } from '@amsterdam/design-system-react'
import type { ReactNode } from 'react'

interface FrameProps {
  id: string
  label: string
  hint?: string
  optional?: boolean
  fault?: string
  children: ReactNode
}

/** Label, hint, fault and control of one field, in the order in which they are read out. */
export function FieldFrame({ id, label, hint, optional, fault, children }: FrameProps) {
  return (
    <Field invalid={fault !== undefined} className="od-veld">
      <Label htmlFor={id} id={`${id}-naam`} optional={optional}>
        {label}
      </Label>
      {hint && (
        <p className="od-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault && <ErrorMessage id={`${id}-fout`}>{fault}</ErrorMessage>}
      {children}
    </Field>
  )
}

/** The same for a group of radios or checkboxes. */
export function GroupFrame({
  id,
  label,
  hint,
  optional,
  fault,
  children,
  role,
}: FrameProps & { role?: 'radiogroup' }) {
  return (
    <FieldSet
      invalid={fault !== undefined}
      legend={label}
      optional={optional}
      role={role}
      aria-invalid={role && fault ? true : undefined}
      aria-describedby={
        [hint ? `${id}-hint` : '', fault ? `${id}-fout` : ''].filter(Boolean).join(' ') || undefined
      }
      className="od-veld"
    >
      {hint && (
        <p className="od-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault && <ErrorMessage id={`${id}-fout`}>{fault}</ErrorMessage>}
      <div className="od-keuzes">{children}</div>
    </FieldSet>
  )
}
