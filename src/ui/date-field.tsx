import { dutchDateOf, formatShort, isPlainDate, type PlainDate } from '../shared/plain-date.ts'
import type { FieldProps } from './form-context.ts'
import { parseDutchDate } from './format.ts'
import { TypedField } from './typed-field.tsx'

export interface DateFieldProps extends FieldProps {
  /** Store null instead of undefined when empty. */
  empty?: null
  /** A button that fills in today: for what people usually record on the day itself. */
  today?: boolean
}

const holdsDate = (value: unknown): value is PlainDate => typeof value === 'string' && isPlainDate(value)

const vandaag = { label: 'Vandaag', value: () => dutchDateOf(new Date()) }

/** A day typed the Dutch way and stored as ISO. No native date input: that follows the browser's language, not ours. */
export function DateField(props: DateFieldProps) {
  return (
    <TypedField<PlainDate>
      {...props}
      hint={props.hint ?? 'Bijvoorbeeld 1-4-2026'}
      parse={parseDutchDate}
      format={formatShort}
      holds={holdsDate}
      size={14}
      shortcut={props.today ? vandaag : undefined}
      inputMode="text"
    />
  )
}
