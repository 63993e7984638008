import { type ReactNode, useState } from 'react'

/** A form that opens on request; what is inside closes it when it is done. */
export function Uitklap({ titel, children }: { titel: string; children: (close: () => void) => ReactNode }) {
  const [open, setOpen] = useState(false)
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{titel}</summary>
      {open && children(() => setOpen(false))}
    </details>
  )
}

export const optionsOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }))
