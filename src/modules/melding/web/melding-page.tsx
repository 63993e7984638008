import { Button } from '@amsterdam/design-system-react'
import { Link, useParams } from '@tanstack/react-router'
import { Alert } from '../../../ui/alert.tsx'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { DateText } from '../../../ui/date-text.tsx'
import { Page } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag, useSessie } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { getMelding, type MeldingDetail, pickUpMelding } from '../domain/contract.ts'
import { isOpen } from '../domain/status.ts'
import { BesluitPanel } from './besluit-panel.tsx'
import { conflictWords } from './conflict.ts'
import { GegevensPanel } from './gegevens-panel.tsx'
import { NotitiesPanel } from './notities-panel.tsx'
import { OnderzoekPanel } from './onderzoek-panel.tsx'
import { OverdrachtPanel } from './overdracht-panel.tsx'
import { MeldingStatus, Termijn } from './status.tsx'
import { TriagePanel } from './triage-panel.tsx'
import { VervolgLijst } from './vervolg-lijst.tsx'
import { VolgendeStappen } from './volgende-stappen.tsx'

/** `/meldingen/$id`: one melding from report to follow-up. */
export function MeldingPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const answer = useEndpoint(getMelding, { params: { id } })
  const melding = answer.data
  if (!melding || melding.id !== id)
    return answer.error ? (
      <Page title="Melding" breadcrumbs={[{ label: 'Meldingen', to: '/meldingen' }]}>
        <ProblemAlert problem={answer.error} />
      </Page>
    ) : (
      <p role="status">Bezig met laden…</p>
    )
  return (
    <Page
      title={`Melding ${melding.nummer}`}
      lead={
        melding.persoonId ? (
          <Link to={`/clienten/${melding.persoonId}` as never}>{melding.naam}</Link>
        ) : (
          'Anoniem: er is nog geen cliënt gekoppeld'
        )
      }
      breadcrumbs={[{ label: 'Meldingen', to: '/meldingen' }]}
      status={
        <>
          <MeldingStatus status={melding.status} />
          {melding.isSpoed && <StatusBadge label="Spoed" tone="fout" />}
          {melding.isGeheim && <StatusBadge label="Geheim dossier" tone="let_op" />}
        </>
      }
    >
      <WatNu melding={melding} />
      <Tabs
        items={[
          {
            id: 'gegevens',
            label: 'Gegevens',
            content: <GegevensPanel key={melding.id} melding={melding} />,
          },
          { id: 'triage', label: 'Triage', content: <TriagePanel key={melding.id} melding={melding} /> },
          { id: 'onderzoek', label: 'Onderzoek', content: <OnderzoekPanel melding={melding} /> },
          { id: 'besluit', label: 'Besluit', content: <BesluitPanel key={melding.id} melding={melding} /> },
          { id: 'vervolg', label: 'Vervolg', content: <VervolgLijst meldingId={melding.id} /> },
          {
            id: 'notities',
            label: 'Notities',
            content: <NotitiesPanel key={melding.id} melding={melding} />,
          },
          {
            id: 'overdracht',
            label: 'Overdragen',
            content: <OverdrachtPanel key={melding.id} melding={melding} />,
          },
        ]}
      />
    </Page>
  )
}

/** What must happen now and who does it; the warnings that a colleague must not miss. */
function WatNu({ melding }: { melding: MeldingDetail }) {
  const mag = useMag()
  const sessie = useSessie()
  const toast = useToast()
  const pickUp = useCommand(pickUpMelding, { onDone: () => toast.show('De melding staat op uw naam.') })
  const vanMij = melding.behandelaarId === sessie.gebruiker.id
  const magOppakken =
    isOpen(melding.status) &&
    mag('melding.behandelen') &&
    melding.organisatieId === sessie.organisatie.id &&
    !vanMij
  return (
    <div className="od-stapel">
      <Alert heading={melding.volgendeStap ?? 'Er staat geen volgende stap'} tone={toneOf(melding)}>
        <p>
          {melding.volgendeStapOp && (
            <>
              Uiterlijk <DateText date={melding.volgendeStapOp} long />.{' '}
            </>
          )}
          {melding.verantwoordelijke && (
            <>
              Verantwoordelijk: {melding.verantwoordelijke}
              {melding.contactpersoon && `, ${melding.contactpersoon}`}.
            </>
          )}
        </p>
        {melding.dagenOver !== null && (
          <p>
            Onderzoek klaar uiterlijk <DateText date={melding.uiterlijkOp} long /> (
            <Termijn dagen={melding.dagenOver} />
            ).
          </p>
        )}
        {magOppakken && (
          <div>
            <Button
              type="button"
              disabled={pickUp.busy}
              onClick={() =>
                void pickUp
                  .run({ params: { id: melding.id }, body: { versie: melding.versie } })
                  .catch(() => undefined)
              }
            >
              {melding.behandelaarId ? 'Overnemen van collega' : 'Oppakken'}
            </Button>
          </div>
        )}
      </Alert>
      {pickUp.problem && (
        <ProblemAlert
          problem={pickUp.problem}
          conflictWords={conflictWords}
          onReloaded={pickUp.reset}
          focus
        />
      )}
      {isOpen(melding.status) && melding.slaapplekVannacht === 'nee' && (
        <Alert heading="Geen slaapplek vannacht" tone="fout" headingLevel={3}>
          <p>Regel vandaag een plek. Dat kan meteen; het onderzoek loopt door (Wmo 2015 art. 2.3.3).</p>
        </Alert>
      )}
      <VolgendeStappen melding={melding} />
      {melding.vorige && (
        <Alert
          heading={melding.vorige.geweigerd ? 'Eerder niet toegelaten, nu opnieuw gemeld' : 'Eerder gemeld'}
          tone={melding.vorige.geweigerd ? 'let_op' : 'info'}
          headingLevel={3}
        >
          <p>
            <Link to={`/meldingen/${melding.vorige.id}` as never}>Melding {melding.vorige.nummer}</Link>,{' '}
            {melding.vorige.dagen} {melding.vorige.dagen === 1 ? 'dag' : 'dagen'} eerder.
          </p>
        </Alert>
      )}
      {melding.isHerinstroom && (
        <Alert heading="Herinstroom" tone="let_op" headingLevel={3}>
          <p>
            Het laatste verblijf eindigde {melding.dagenSindsUitstroom} dagen voor deze melding. Dit is de{' '}
            {melding.aantalHerinstroom}e keer dat deze cliënt terugkomt.
          </p>
        </Alert>
      )}
    </div>
  )
}

function toneOf(melding: MeldingDetail): 'info' | 'let_op' {
  return melding.isSpoed || (melding.dagenOver !== null && melding.dagenOver < 0) ? 'let_op' : 'info'
}
