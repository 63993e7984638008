import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { StatusBadge } from './status-badge.tsx'

export interface StatTileProps {
  label: string
  /** Already formatted, or a NumberText. */
  value: ReactNode
  /** Comparison, unit or date of the figure. */
  note?: ReactNode
  /** Where the figure comes from: the list behind it. */
  to?: string
  search?: Record<string, string>
  tone?: 'let_op' | 'fout'
}

export function StatTile({ label, value, note, to, search, tone }: StatTileProps) {
  return (
    <div className={tone ? `od-tegel od-tegel--${tone}` : 'od-tegel'}>
      <p className="od-tegel__naam">
        {to ? (
          <Link to={to as never} search={search as never}>
            {label}
          </Link>
        ) : (
          label
        )}
      </p>
      <p className="od-tegel__waarde">
        {value} {tone && <StatusBadge label={tone === 'fout' ? 'Actie nodig' : 'Let op'} tone={tone} />}
      </p>
      {note && <p className="od-hint">{note}</p>}
    </div>
  )
}

export function StatTiles({ children }: { children: ReactNode }) {
  return <div className="od-tegels">{children}</div>
}
