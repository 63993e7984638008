import type { ReactNode } from 'react'

interface ChartFrameProps {
  /** What the top and the bottom of the drawing stand for, and its left and right side. */
  boven: string
  onder: string
  links: string
  rechts: string
  /** The drawing. */
  children: ReactNode
}

/** A scale around a drawing, for the eye only: the text and the table beside it say the same. */
export function ChartFrame({ boven, onder, links, rechts, children }: ChartFrameProps) {
  return (
    <div className="od-schaal" aria-hidden="true">
      <div className="od-schaal__y">
        <span>{boven}</span>
        <span>{onder}</span>
      </div>
      {children}
      <div className="od-schaal__x">
        <span>{links}</span>
        <span>{rechts}</span>
      </div>
    </div>
  )
}
