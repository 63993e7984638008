import { Icon, SkipLink } from '@amsterdam/design-system-react'
import { LogOutIcon, MenuIcon, PersonFillIcon } from '@amsterdam/design-system-react-icons'
import { Link, useLocation } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import type { Sessie } from '../shared/sessie.ts'
import { Disclosure } from './disclosure.tsx'
import { type NavItem, navGroups } from './web-module.ts'

export interface AppShellProps {
  sessie: Sessie
  navigation: readonly NavItem[]
  onLogout: () => void
  onSwitchRole: (rol: string) => void
  children: ReactNode
}

export function AppShell({ sessie, navigation, onLogout, onSwitchRole, children }: AppShellProps) {
  const { pathname } = useLocation()
  const [open, setOpen] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: closes the menu after a choice in it
  useEffect(() => setOpen(false), [pathname])
  const visible = navigation
    .filter((item) => !item.permission || sessie.permissies.includes(item.permission))
    // Where the day starts stands first, whichever module brings it.
    .sort((a, b) => Number(b.to === '/') - Number(a.to === '/'))
  return (
    <div className="od-schil">
      <SkipLink href="#inhoud">Naar de inhoud</SkipLink>
      <header className="od-kop">
        <button
          type="button"
          className="od-kop__menuknop"
          aria-expanded={open}
          aria-controls="hoofdmenu"
          onClick={() => setOpen(!open)}
        >
          <Icon svg={MenuIcon} />
          Menu
        </button>
        <Link to="/" className="od-kop__naam">
          <Brand />
        </Link>
        <p className="od-kop__regio">{sessie.regio.naam}</p>
        <UserMenu sessie={sessie} onLogout={onLogout} onSwitchRole={onSwitchRole} />
        {sessie.demo && (
          <p className="od-demobalk">Dit is een demo. Alle personen en gegevens zijn verzonnen.</p>
        )}
      </header>
      <div className="od-schil__midden">
        <nav id="hoofdmenu" className={open ? 'od-nav od-nav--open' : 'od-nav'} aria-label="Hoofdmenu">
          {navGroups.map(([group, label]) => (
            <NavPart
              key={group}
              label={label}
              items={visible.filter((item) => item.group === group)}
              current={currentOf(visible, pathname)}
            />
          ))}
        </nav>
        <main id="inhoud" className="od-inhoud" tabIndex={-1}>
          {children}
        </main>
      </div>
      <footer className="od-voet">
        <p>Onderdak · informatie voor de keten van beschermd wonen en opvang</p>
        <ul>
          <li>
            <Link to={'/toegankelijkheid' as never}>Toegankelijkheid</Link>
          </li>
          <li>
            <Link to={'/privacy' as never}>Privacy</Link>
          </li>
        </ul>
      </footer>
    </div>
  )
}

export function Brand() {
  return (
    <>
      <svg viewBox="0 0 32 32" aria-hidden="true" className="od-merk">
        <path d="M4 16 16 5l12 11" />
        <path d="M10 14v12h12V14" />
      </svg>
      <span>Onderdak</span>
    </>
  )
}

/** The page of the menu that this one belongs to: the longest path that it starts with. */
function currentOf(items: readonly NavItem[], pathname: string): string | undefined {
  return items
    .map((item) => item.to)
    .filter((to) => pathname === to || (to !== '/' && pathname.startsWith(`${to}/`)))
    .sort((a, b) => b.length - a.length)[0]
}

function NavPart(props: { label: string; items: readonly NavItem[]; current: string | undefined }) {
  const { label, items, current } = props
  if (items.length === 0) return null
  return (
    <div className="od-nav__groep">
      {label && <p className="od-nav__kop">{label}</p>}
      <ul>
        {items.map((item) => (
          <li key={item.to}>
            <Link
              to={item.to as never}
              activeOptions={{ exact: true, includeSearch: false }}
              activeProps={{ 'aria-current': undefined, className: '' }}
              aria-current={item.to === current ? 'page' : undefined}
            >
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

function UserMenu({
  sessie,
  onLogout,
  onSwitchRole,
}: Pick<AppShellProps, 'sessie' | 'onLogout' | 'onSwitchRole'>) {
  const others = sessie.rollen.filter((one) => one.rol !== sessie.rol)
  return (
    <div className="od-kop__gebruiker">
      <Disclosure key={sessie.rol} label={sessie.gebruiker.naam} icon={PersonFillIcon}>
        <div className="od-menu">
          <p>
            <strong>{sessie.rolNaam}</strong>
            <br />
            {sessie.organisatie.naam}
            <br />
            {sessie.regio.naam}
          </p>
          {others.length > 0 && (
            <>
              <p className="od-nav__kop">Verder werken als</p>
              <ul>
                {others.map((one) => (
                  <li key={one.rol}>
                    <button type="button" onClick={() => onSwitchRole(one.rol)}>
                      {one.rolNaam}
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )}
          <ul>
            <li>
              <button type="button" onClick={onLogout}>
                <Icon svg={LogOutIcon} size="small" /> Uitloggen
              </button>
            </li>
          </ul>
        </div>
      </Disclosure>
      <p className="od-kop__rol">
        {sessie.rolNaam}, {sessie.organisatie.naam}
      </p>
    </div>
  )
}
