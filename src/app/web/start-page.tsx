import { Page } from '../../ui/page.tsx'
import { useSessie } from '../../ui/session.tsx'

/** Until a module offers a start screen of its own. */
export function StartPage() {
  const sessie = useSessie()
  return (
    <Page
      title={`Welkom, ${sessie.gebruiker.naam}`}
      lead={`U werkt als ${sessie.rolNaam} bij ${sessie.organisatie.naam}.`}
    >
      <p>Kies in het menu waar u aan wilt werken.</p>
    </Page>
  )
}
