import type { FieldProps } from './form-context.ts'
import { formatNumberInput, parseDutchNumber } from './format.ts'
import { TypedField } from './typed-field.tsx'

export interface NumberFieldProps extends FieldProps {
  size?: number
  /** Unit behind the field, e.g. `plekken` or `%`; say it in the label too. */
  suffix?: string
  empty?: null
}

const holdsNumber = (value: unknown): value is number => typeof value === 'number'

export function NumberField({ size = 8, ...props }: NumberFieldProps) {
  return (
    <TypedField<number>
      {...props}
      parse={parseDutchNumber}
      format={formatNumberInput}
      holds={holdsNumber}
      size={size}
      inputMode="decimal"
    />
  )
}
