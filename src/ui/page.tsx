import { Breadcrumb, Heading } from '@amsterdam/design-system-react'
import { Link, useLocation } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'

export interface Crumb {
  label: string
  to: string
}

export interface PageProps {
  title: string
  /** One or two lines under the title. */
  lead?: ReactNode
  /** Buttons and links for the page as a whole. */
  actions?: ReactNode
  /** The way here, without the page itself. */
  breadcrumbs?: readonly Crumb[]
  /** Beside the title, e.g. a StatusBadge. */
  status?: ReactNode
  /** A column to read in; tables and dashboards take the whole width. */
  narrow?: boolean
  children: ReactNode
}

/** The first page after loading leaves the focus at the top, where the browser starts. */
let firstPath: string | undefined

/** One screen: title, document title, and after a change of page the focus on the heading, so it is read out. */
export function Page({ title, lead, actions, breadcrumbs, status, narrow, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { pathname } = useLocation()
  useEffect(() => {
    document.title = `${title} – Onderdak`
  }, [title])
  useEffect(() => {
    firstPath ??= pathname
    if (firstPath === pathname) return
    firstPath = ''
    heading.current?.focus()
  }, [pathname])
  return (
    <div className={narrow ? 'od-pagina od-pagina--smal' : 'od-pagina'}>
      {breadcrumbs && breadcrumbs.length > 0 && (
        <Breadcrumb>
          {breadcrumbs.map((crumb) => (
            <li key={crumb.to} className="ams-breadcrumb__item">
              <Link to={crumb.to as never} className="ams-breadcrumb__link">
                {crumb.label}
              </Link>
            </li>
          ))}
        </Breadcrumb>
      )}
      <div className="od-pagina__kop">
        <div>
          <div className="od-pagina__titel">
            <Heading level={1} ref={heading} tabIndex={-1}>
              {title}
            </Heading>
            {status}
          </div>
          {lead && <div className="od-pagina__inleiding">{lead}</div>}
        </div>
        {actions && <div className="od-pagina__acties">{actions}</div>}
      </div>
      {children}
    </div>
  )
}

/** A part of a page with its own heading. */
export function Section({
  title,
  actions,
  children,
}: {
  title: string
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <section className="od-deel">
      <div className="od-pagina__kop">
        <Heading level={2}>{title}</Heading>
        {actions && <div className="od-pagina__acties">{actions}</div>}
      </div>
      {children}
    </section>
  )
}
