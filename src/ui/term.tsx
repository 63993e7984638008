import { DescriptionList } from '@amsterdam/design-system-react'
import { Children, type ReactNode } from 'react'

/** Facts about one thing: `<TermList><Term label="Status">…</Term></TermList>`. */
export function TermList({ children, width }: { children: ReactNode; width?: 'narrow' | 'medium' | 'wide' }) {
  return (
    <DescriptionList termsWidth={width} className="od-feiten">
      {children}
    </DescriptionList>
  )
}

/** An absent value shows `empty`, so that nobody wonders whether it was forgotten on screen. */
export function Term({
  label,
  children,
  empty = 'Niet ingevuld',
}: {
  label: string
  children?: ReactNode
  empty?: string
}) {
  const given = Children.toArray(children).length > 0
  return (
    <>
      <DescriptionList.Term>{label}</DescriptionList.Term>
      <DescriptionList.Description>
        {given ? children : <span className="od-hint">{empty}</span>}
      </DescriptionList.Description>
    </>
  )
}
