import type { ReactNode } from 'react'

export interface EmptyStateProps {
  title: string
  /** Why it is empty and what to do. */
  text: string
  action?: ReactNode
}

export function EmptyState({ title, text, action }: EmptyStateProps) {
  return (
    <div className="od-leeg">
      <p className="od-leeg__titel">{title}</p>
      <p>{text}</p>
      {action}
    </div>
  )
}
