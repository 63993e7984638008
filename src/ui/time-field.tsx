import { dutchTimeOf } from '../shared/plain-date.ts'
import type { FieldProps } from './form-context.ts'
import { TypedField } from './typed-field.tsx'

export interface TimeFieldProps extends FieldProps {
  /** Store null instead of undefined when empty. */
  empty?: null
  /** A button that fills in the time that it is now. */
  now?: boolean
}

const holdsTime = (value: unknown): value is string =>
  typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)

/** Reads `9:05`, `09.05`, `905` and `23:05`; undefined if there is no such time. */
function parseTime(text: string): string | undefined {
  const match = /^(\d{1,2})[:.]?(\d{2})$/.exec(text.trim())
  const time = match && `${match[1]!.padStart(2, '0')}:${match[2]}`
  return holdsTime(time) ? time : undefined
}

const nu = { label: 'Nu', value: () => dutchTimeOf(new Date()) }

/** A time of day in 24 hours, stored as `23:05`. */
export function TimeField({ now, ...props }: TimeFieldProps) {
  return (
    <TypedField<string>
      {...props}
      hint={props.hint ?? 'Bijvoorbeeld 23:05'}
      parse={parseTime}
      format={(time) => time}
      holds={holdsTime}
      size={8}
      shortcut={now ? nu : undefined}
      inputMode="text"
    />
  )
}
