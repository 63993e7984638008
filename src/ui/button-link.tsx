import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

export interface ButtonLinkProps {
  to: string
  search?: Record<string, string>
  variant?: 'primary' | 'secondary' | 'tertiary'
  children: ReactNode
}

/** Goes to a page and looks like a button. A deed is a Button. */
export function ButtonLink({ to, search, variant = 'primary', children }: ButtonLinkProps) {
  return (
    <Link to={to as never} search={search as never} className={`ams-button ams-button--${variant}`}>
      {children}
    </Link>
  )
}
