import { SkipLink } from '@amsterdam/design-system-react'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Brand } from '../../../ui/app-shell.tsx'
import { Page } from '../../../ui/page.tsx'
import { Gemeente, Gemeentekeuze, useGemeentenaam } from './wegwijzer.tsx'

const base = '/waar-kan-ik-heen'

/** Without account: no menu, only the way to the start and to signing in. */
export function Openbaar({ children }: { children: ReactNode }) {
  return (
    <div className="od-schil">
      <SkipLink href="#inhoud">Naar de inhoud</SkipLink>
      <header className="od-kop">
        <Link to={base as never} className="od-kop__naam">
          <Brand />
        </Link>
      </header>
      <main id="inhoud" className="od-inhoud" tabIndex={-1}>
        {children}
      </main>
      <footer className="od-voet">
        <p>Onderdak · informatie voor de keten van beschermd wonen en opvang</p>
        <ul>
          <li>
            <Link to={base as never}>Waar kan ik heen?</Link>
          </li>
          <li>
            <Link to={'/toelatingscriteria' as never}>Wie wordt toegelaten?</Link>
          </li>
          <li>
            <Link to={'/signaal' as never}>Zorgen om iemand?</Link>
          </li>
          <li>
            <Link to={'/idee' as never}>Uw idee</Link>
          </li>
          <li>
            <Link to={'/open' as never}>Openbare cijfers</Link>
          </li>
          <li>
            <Link to={'/voortgang' as never}>Voortgang van programma’s</Link>
          </li>
          <li>
            <Link to={'/aanspreekpunt' as never}>Aanspreekpunt van de regio</Link>
          </li>
          <li>
            <Link to={'/nieuwsbrief' as never}>Nieuwsbrieven</Link>
          </li>
          <li>
            <Link to={'/inloggen' as never}>Inloggen voor medewerkers</Link>
          </li>
        </ul>
      </footer>
    </div>
  )
}

/** `/waar-kan-ik-heen` */
export function OpenbareWegwijzerPage() {
  return (
    <Openbaar>
      <Page
        title="Waar kan ik heen?"
        lead="Heeft u geen plek om te slapen, of is het thuis niet veilig? Kies uw gemeente en zie waar u terechtkunt."
        narrow
      >
        <Gemeentekeuze base={base} />
      </Page>
    </Openbaar>
  )
}

/** `/waar-kan-ik-heen/$code` */
export function OpenbareGemeentePage() {
  const { code } = useParams({ strict: false }) as { code: string }
  const naam = useGemeentenaam(code)
  return (
    <Openbaar>
      <Page
        title={naam ? `Waar kan ik heen in ${naam}?` : 'Waar kan ik heen?'}
        breadcrumbs={[{ label: 'Waar kan ik heen?', to: base }]}
        narrow
      >
        <Gemeente code={code} />
      </Page>
    </Openbaar>
  )
}
