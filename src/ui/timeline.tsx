import type { ReactNode } from 'react'
import { MomentText } from './date-text.tsx'

export interface TimelineItem {
  id: string
  /** Instant at which it was recorded. */
  at: string
  title: string
  /** Who did it, with the organisatie when that matters. */
  by?: string
  body?: ReactNode
}

/** What happened, newest first as given. */
export function Timeline({ items, label }: { items: readonly TimelineItem[]; label: string }) {
  return (
    <ol className="od-tijdlijn" aria-label={label}>
      {items.map((item) => (
        <li key={item.id}>
          <p className="od-tijdlijn__kop">{item.title}</p>
          <p className="od-hint">
            <MomentText at={item.at} />
            {item.by && <> door {item.by}</>}
          </p>
          {item.body}
        </li>
      ))}
    </ol>
  )
}
