import { Tabs as DesignTabs } from '@amsterdam/design-system-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useSearchParams } from './search-params.ts'

export interface TabItem {
  /** In the address as `?tab=…`, so that a link opens the right one. */
  id: string
  label: string
  content: ReactNode
}

export function Tabs({ items, param = 'tab' }: { items: readonly TabItem[]; param?: string }) {
  const { get, set } = useSearchParams()
  const wanted = get(param)
  const active = items.find((item) => item.id === wanted) ?? items[0]
  const tabs = useRef<HTMLDivElement>(null)
  // A link may open a tab that stands outside the strip: only the strip moves, never the page.
  useEffect(() => {
    const tab = tabs.current?.querySelector<HTMLElement>(`[role="tab"][aria-controls="${active?.id}"]`)
    const strip = tab?.closest<HTMLElement>('[role="tablist"]')
    if (!tab || !strip) return
    const [seen, own] = [strip.getBoundingClientRect(), tab.getBoundingClientRect()]
    // To its start: the strip snaps there anyway.
    if (own.left < seen.left || own.right > seen.right) strip.scrollLeft += own.left - seen.left
  }, [active?.id])
  return (
    // The key makes the design system see tabs that come or go; it looks at them once.
    <DesignTabs
      ref={tabs}
      key={items.map((item) => item.id).join()}
      activeTab={active?.id}
      onTabChange={(id) => set({ [param]: id })}
    >
      <DesignTabs.List>
        {items.map((item) => (
          <DesignTabs.Button key={item.id} aria-controls={item.id}>
            {item.label}
          </DesignTabs.Button>
        ))}
      </DesignTabs.List>
      {items.map((item) => (
        <DesignTabs.Panel key={item.id} id={item.id}>
          {item.id === active?.id && <div className="od-stapel">{item.content}</div>}
        </DesignTabs.Panel>
      ))}
    </DesignTabs>
  )
}
