import { Alert as DesignAlert } from '@amsterdam/design-system-react'
import { type ReactNode, useEffect, useRef } from 'react'

export type Tone = 'info' | 'goed' | 'let_op' | 'fout'

export interface AlertProps {
  heading: string
  tone?: Tone
  headingLevel?: 2 | 3 | 4
  children?: ReactNode
  /** Takes the focus when it appears: for the answer to what the user just did. */
  focus?: boolean
}

const severity = { info: undefined, goed: 'success', let_op: 'warning', fout: 'error' } as const

export function Alert({ heading, tone = 'info', headingLevel = 2, children, focus = false }: AlertProps) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (focus) ref.current?.focus()
  }, [focus])
  return (
    <DesignAlert
      ref={ref}
      heading={heading}
      headingLevel={headingLevel}
      severity={severity[tone]}
      tabIndex={focus ? -1 : undefined}
    >
      {children}
    </DesignAlert>
  )
}
