import { Icon, type IconProps } from '@amsterdam/design-system-react'
import { ChevronDownIcon } from '@amsterdam/design-system-react-icons'
import { type ReactNode, useEffect, useRef } from 'react'

export interface DisclosureProps {
  label: string
  icon?: IconProps['svg']
  align?: 'start' | 'end'
  children: ReactNode
}

/** Button that opens a small panel. Escape, or a click or Tab outside, closes it. */
export function Disclosure({ label, icon, align = 'end', children }: DisclosureProps) {
  const ref = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const details = ref.current
    if (!details) return
    const onOutside = (event: Event) => {
      if (details.open && !details.contains(event.target as Node)) details.open = false
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !details.open) return
      details.open = false
      details.querySelector('summary')?.focus()
    }
    document.addEventListener('pointerdown', onOutside)
    document.addEventListener('focusin', onOutside)
    details.addEventListener('keydown', onKeyDown)
    return () => {
      document.removeEventListener('pointerdown', onOutside)
      document.removeEventListener('focusin', onOutside)
      details.removeEventListener('keydown', onKeyDown)
    }
  }, [])
  return (
    <details ref={ref} className="od-uitklap">
      <summary>
        {icon && <Icon svg={icon} size="small" />}
        {label}
        <Icon svg={ChevronDownIcon} size="small" />
      </summary>
      <div className={`od-uitklap__paneel od-uitklap__paneel--${align}`}>{children}</div>
    </details>
  )
}
