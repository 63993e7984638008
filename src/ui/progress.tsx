import { Button } from '@amsterdam/design-system-react'
import { useId } from 'react'
import { formatNumber } from './format.ts'

export interface ProgressProps {
  /** What is being done, e.g. "Prognose berekenen". */
  label: string
  /** 0 to 1; undefined while the size of the work is unknown. */
  value?: number
  /** Where it is now, e.g. "Run 120 van 500". */
  detail?: string
  onCancel?: () => void
}

export function Progress({ label, value, detail, onCancel }: ProgressProps) {
  const id = useId()
  const percentage = value === undefined ? undefined : Math.round(value * 100)
  return (
    <div className="od-voortgang">
      <label htmlFor={id}>{label}</label>
      <progress id={id} max={100} value={percentage} />
      <p className="od-hint" role="status">
        {percentage === undefined ? 'Bezig…' : formatNumber(percentage, { unit: 'procent' })}
        {detail && ` · ${detail}`}
      </p>
      {onCancel && (
        <Button type="button" variant="secondary" onClick={onCancel}>
          Stoppen
        </Button>
      )}
    </div>
  )
}
