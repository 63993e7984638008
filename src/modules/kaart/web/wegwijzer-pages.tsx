import { useParams } from '@tanstack/react-router'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { Page } from '../../../ui/page.tsx'
import { useMag } from '../../../ui/session.tsx'
import { Gemeente, Gemeentekeuze, useGemeentenaam } from './wegwijzer.tsx'

const base = '/wegwijzer'

/** `/wegwijzer`: for the professional, the same that an inwoner sees. */
export function WegwijzerPage() {
  return (
    <Page
      title="Waar kan iemand heen?"
      lead="Toegang, loketten en inloop per gemeente. Inwoners zien hetzelfde op de openbare pagina, zonder in te loggen."
      actions={
        <ButtonLink to="/waar-kan-ik-heen" variant="secondary">
          Openbare pagina
        </ButtonLink>
      }
      narrow
    >
      <Gemeentekeuze base={base} />
    </Page>
  )
}

/** `/wegwijzer/$code` */
export function GemeentePage() {
  const { code } = useParams({ strict: false }) as { code: string }
  const mag = useMag()
  const naam = useGemeentenaam(code)
  return (
    <Page
      title={naam ? `Waar kan iemand heen in ${naam}?` : 'Waar kan iemand heen?'}
      breadcrumbs={[{ label: 'Waar kan iemand heen?', to: base }]}
      actions={
        mag('beheer.wijzigen') && (
          <>
            <ButtonLink to="/beheer/organisaties" variant="secondary">
              Loketten wijzigen
            </ButtonLink>
            <ButtonLink to="/beheer/keuzelijsten" variant="secondary">
              Routes wijzigen
            </ButtonLink>
          </>
        )
      }
      narrow
    >
      <Gemeente code={code} />
    </Page>
  )
}
