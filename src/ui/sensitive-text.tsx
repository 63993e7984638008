import { Button, Icon } from '@amsterdam/design-system-react'
import { LockIcon } from '@amsterdam/design-system-react-icons'
import { useState } from 'react'
import { ApiProblem } from './api.ts'

export interface SensitiveTextProps {
  /** What it is, e.g. "Geheim adres". */
  label: string
  /** Fetches it for those who may see it; the server logs who looked. Left out: this person may not see it. */
  onReveal?: () => Promise<string>
}

/** Never on screen by itself: someone may be looking along. */
export function SensitiveText({ label, onReveal }: SensitiveTextProps) {
  const [text, setText] = useState<string | undefined>()
  const [fault, setFault] = useState('')
  if (text !== undefined) {
    return (
      <span className="od-geheim">
        <span>{text}</span>
        <Button type="button" variant="tertiary" onClick={() => setText(undefined)}>
          Verbergen
        </Button>
      </span>
    )
  }
  return (
    <span className="od-geheim">
      <Icon svg={LockIcon} size="small" />
      <strong>{label}</strong>
      {onReveal ? (
        <Button
          type="button"
          variant="tertiary"
          aria-label={`${label} tonen`}
          onClick={() =>
            onReveal().then(setText, (error) =>
              setFault(error instanceof ApiProblem ? error.detail : 'Tonen is niet gelukt.'),
            )
          }
        >
          Tonen (wordt vastgelegd)
        </Button>
      ) : (
        <span className="od-hint">U mag dit niet zien.</span>
      )}
      <span role="status">{fault}</span>
    </span>
  )
}
