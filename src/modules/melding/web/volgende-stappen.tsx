import { useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { useMag } from '../../../ui/session.tsx'
import { getBesluit } from '../domain/besluit-contract.ts'
import type { MeldingDetail } from '../domain/contract.ts'
import { isOpen } from '../domain/status.ts'

/** The way from this melding to the next screen of the chain, with everything that is known going along. */
export function VolgendeStappen({ melding }: { melding: MeldingDetail }) {
  const { persoonId } = melding
  if (!persoonId) return null
  if (melding.status === 'besloten') return <NaBesluit meldingId={melding.id} persoonId={persoonId} />
  if (!isOpen(melding.status)) return null
  return <Vannacht melding={melding} />
}

/** A place tonight need not wait for the onderzoek (Wmo 2015 art. 2.3.3). */
function Vannacht({ melding }: { melding: MeldingDetail }) {
  const mag = useMag()
  const nodig = melding.triageUitkomst === 'spoedplaatsing' || melding.slaapplekVannacht === 'nee'
  if (!nodig || !mag('verblijf.vastleggen') || !mag('melding.registreren')) return null
  return (
    <div className="od-knoppen">
      <ButtonLink
        to="/verblijven/spoed"
        search={{ melding: melding.id }}
        variant={melding.triageUitkomst === 'spoedplaatsing' ? 'primary' : 'secondary'}
      >
        Spoedplaatsing vastleggen
      </ButtonLink>
      <ButtonLink to="/plekken" search={{ alleenVrij: 'ja' }} variant="tertiary">
        Waar is plek?
      </ButtonLink>
    </div>
  )
}

function NaBesluit({ meldingId, persoonId }: { meldingId: string; persoonId: string }) {
  const mag = useMag()
  const besluit = useEndpoint(getBesluit, { params: { id: meldingId } }).data?.besluit
  if (besluit?.uitkomst !== 'toegelaten') return null
  const metBeschikking = besluit.productToegang === 'beschikking'
  return (
    <div className="od-knoppen">
      {metBeschikking && mag('melding.behandelen') && (
        <ButtonLink to="/beschikkingen/nieuw" search={{ melding: meldingId }}>
          Aanvraag vastleggen
        </ButtonLink>
      )}
      {mag('wachtlijst.plaatsen') && (
        <ButtonLink
          to="/wachtlijst/nieuw"
          search={{
            persoon: persoonId,
            melding: meldingId,
            ...(besluit.productId && { product: besluit.productId }),
          }}
          variant={metBeschikking ? 'secondary' : 'primary'}
        >
          Op de wachtlijst zetten
        </ButtonLink>
      )}
    </div>
  )
}
