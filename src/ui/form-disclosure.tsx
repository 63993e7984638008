import { type ReactNode, useState } from 'react'

export interface FormDisclosureProps {
  label: string
  /** What opens; a function gets the way to close it, for a form that is done. */
  children: ReactNode | ((close: () => void) => ReactNode)
}

/** A form that opens where it belongs when somebody asks for it. Closed it does not exist, so it asks the server nothing. */
export function FormDisclosure({ label, children }: FormDisclosureProps) {
  const [open, setOpen] = useState(false)
  return (
    <details className="od-meer" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{label}</summary>
      {open && (
        <div className="od-stapel">
          {typeof children === 'function' ? children(() => setOpen(false)) : children}
        </div>
      )}
    </details>
  )
}
