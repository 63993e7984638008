import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Alert } from '../../../ui/alert.tsx'
import { call } from '../../../ui/api.ts'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { SensitiveText } from '../../../ui/sensitive-text.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { type TabItem, Tabs } from '../../../ui/tabs.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { type Dossier, haalDossier, toonBsn } from '../domain/contract.ts'
import {
  briefadresStatussen,
  contactvoorkeuren,
  geenBsnRedenen,
  geslachten,
  herkomstBewijzen,
  onbekendRedenen,
} from '../domain/keuzes.ts'
import { Adressen } from './adressen.tsx'
import { type DossierSectie, dossierSecties, dossierTabs } from './dossier-secties.ts'
import { Huishouden } from './huishouden.tsx'
import { gemeenteLabel } from './opties.ts'
import { Tijdlijn } from './tijdlijn.tsx'
import { Veiligheid } from './veiligheid.tsx'

/** `/clienten/$id`: one person, as far as the viewer may see. */
export function DossierPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const mag = useMag()
  const answer = useEndpoint(haalDossier, { params: { id } })
  const dossier = answer.data
  if (!dossier)
    return answer.error ? (
      <Page title="Dossier" breadcrumbs={[{ label: 'Cliënten', to: '/clienten' }]}>
        <ProblemAlert problem={answer.error} />
      </Page>
    ) : (
      <p role="status">Bezig met laden…</p>
    )
  const secties = dossierSecties().filter((sectie) => !sectie.permission || mag(sectie.permission))
  return (
    <Page
      title={dossier.naam}
      lead={leadOf(dossier)}
      breadcrumbs={[{ label: 'Cliënten', to: '/clienten' }]}
      status={dossier.gegevens.isGeheim ? <StatusBadge label="Geheim dossier" tone="let_op" /> : undefined}
      actions={
        <>
          {mag('persoon.wijzigen') && !dossier.meelezenTot && (
            <ButtonLink variant="secondary" to={`/clienten/${dossier.id}/wijzigen`}>
              Gegevens wijzigen
            </ButtonLink>
          )}
          {mag('persoon.samenvoegen') && !dossier.meelezenTot && (
            <ButtonLink variant="tertiary" to={`/clienten/${dossier.id}/samenvoegen`}>
              Dubbele dossiers
            </ButtonLink>
          )}
        </>
      }
    >
      <Waarschuwingen dossier={dossier} bekeken={id} />
      {secties
        .filter((sectie) => sectie.tab === 'kop')
        .map(({ titel, Component }) => (
          <Section key={titel} title={titel}>
            <Component persoonId={dossier.id} />
          </Section>
        ))}
      <Tabs items={tabsOf(dossier, secties, mag('veiligheid.lezen'))} />
      <p className="od-hint">
        Kenmerk van dit dossier, voor vragen over inzage: <code>{dossier.id}</code>
      </p>
    </Page>
  )
}

/** The tabs that have something in them for this viewer; only the open one asks the server for its parts. */
function tabsOf(dossier: Dossier, secties: readonly DossierSectie[], magVeiligheid: boolean): TabItem[] {
  const delen: { tab: DossierSectie['tab']; titel: string; deel: ReactNode }[] = [
    ...secties.map(({ tab, titel, Component }) => ({
      tab,
      titel,
      deel: <Component persoonId={dossier.id} />,
    })),
    { tab: 'overzicht', titel: 'Tijdlijn', deel: <Tijdlijn persoonId={dossier.id} /> },
    { tab: 'huishouden', titel: 'Huishouden', deel: <Huishouden dossier={dossier} /> },
    ...(magVeiligheid
      ? [{ tab: 'huishouden' as const, titel: 'Veiligheid', deel: <Veiligheid persoonId={dossier.id} /> }]
      : []),
    { tab: 'gegevens', titel: 'Gegevens', deel: <Gegevens dossier={dossier} /> },
    { tab: 'gegevens', titel: 'Adressen', deel: <Adressen dossier={dossier} /> },
    { tab: 'delen', titel: 'Betrokken organisaties', deel: <Betrokkenen dossier={dossier} /> },
  ]
  return Object.entries(dossierTabs)
    .map(([id, label]) => ({ id, label, delen: delen.filter((een) => een.tab === id) }))
    .filter((tab) => tab.delen.length > 0)
    .map((tab) => ({
      id: tab.id,
      label: tab.label,
      content: tab.delen.map(({ titel, deel }) => (
        <Section key={titel} title={titel}>
          {deel}
        </Section>
      )),
    }))
}

function leadOf({ gegevens, leeftijd, overledenOp }: Dossier) {
  const facts = [
    gegevens.geslacht === 'onbekend' ? undefined : geslachten[gegevens.geslacht],
    leeftijd === null
      ? gegevens.geboortejaar
        ? `geboren rond ${gegevens.geboortejaar}`
        : 'leeftijd onbekend'
      : `${leeftijd} jaar`,
  ].filter(Boolean)
  return (
    <>
      {facts.join(', ')}
      {gegevens.geboortedatum && (
        <>
          , geboren op <DateText date={gegevens.geboortedatum} long />
        </>
      )}
      {overledenOp && (
        <>
          , overleden op <DateText date={overledenOp} long />
        </>
      )}
    </>
  )
}

function Waarschuwingen({ dossier, bekeken }: { dossier: Dossier; bekeken: string }) {
  const { veiligContact, tolkNodig, taal } = dossier.gegevens
  return (
    <>
      {dossier.meelezenTot && (
        <Alert heading="U leest mee in dit dossier">
          <p>
            Uw organisatie heeft deze cliënt overgedragen. U leest mee tot{' '}
            <DateText date={dossier.meelezenTot} long /> en kunt niets meer wijzigen. Een toestemming
            intrekken kan altijd, bij Delen. Weet u iets nieuws? Geef het door aan wie nu verantwoordelijk is.
            Komt de cliënt weer bij u? Zoek de cliënt en sluit aan.
          </p>
        </Alert>
      )}
      {veiligContact && (
        <Alert tone="let_op" heading="Let op: veilig contact">
          <p>{veiligContact}</p>
        </Alert>
      )}
      {tolkNodig && <p>Er is een tolk nodig{taal ? `: ${taal}` : ''}.</p>}
      {bekeken !== dossier.id && (
        <Alert heading="Dit dossier is samengevoegd">
          <p>U opende een dossier dat hierin is opgegaan. U ziet nu het dossier dat geldt.</p>
        </Alert>
      )}
    </>
  )
}

function Gegevens({ dossier }: { dossier: Dossier }) {
  const mag = useMag()
  const { gegevens } = dossier
  const gemeente = (
    code: string | null | undefined,
    reden: keyof typeof onbekendRedenen | null | undefined,
  ) =>
    code
      ? gemeenteLabel(code)
      : `onbekend: ${reden ? onbekendRedenen[reden].toLowerCase() : 'geen reden bekend'}`
  const rows: [string, React.ReactNode][] = [
    [
      'Volledige naam',
      [gegevens.voornamen, gegevens.tussenvoegsel, gegevens.achternaam].filter(Boolean).join(' ') ||
        'onbekend',
    ],
    ['Roepnaam', gegevens.roepnaam],
    [
      'Burgerservicenummer',
      dossier.heeftBsn ? (
        <SensitiveText
          key={dossier.id}
          label="Bekend"
          onReveal={
            mag('bsn.lezen')
              ? async () => (await call(toonBsn, { params: { id: dossier.id } })).bsn
              : undefined
          }
        />
      ) : (
        `geen: ${gegevens.geenBsnReden ? geenBsnRedenen[gegevens.geenBsnReden].toLowerCase() : 'reden onbekend'}`
      ),
    ],
    [
      'Herkomst',
      `${gemeente(gegevens.herkomstGemeente, gegevens.herkomstOnbekendReden)}${gegevens.herkomstBewijs ? ` (${herkomstBewijzen[gegevens.herkomstBewijs].toLowerCase()})` : ''}`,
    ],
    ['Woonplaats', gemeente(gegevens.woonplaatsGemeente, gegevens.woonplaatsOnbekendReden)],
    ['Briefadres', briefadresStatussen[gegevens.briefadresStatus]],
    ['Telefoon', gegevens.telefoon],
    ['E-mail', gegevens.email],
    ['Contact het liefst via', gegevens.contactvoorkeur ? contactvoorkeuren[gegevens.contactvoorkeur] : null],
    ['Taal', gegevens.taal],
  ]
  return (
    <TermList width="medium">
      {rows.map(([naam, waarde]) => (
        <Term key={naam} label={naam}>
          {waarde}
        </Term>
      ))}
    </TermList>
  )
}

const doelen: Readonly<Record<string, string>> = {
  intake: 'aanmelding',
  nood: 'noodprocedure',
}

function Betrokkenen({ dossier }: { dossier: Dossier }) {
  return (
    <ul className="od-kaarten">
      {dossier.betrokkenen.map((een) => (
        <li key={`${een.organisatie}-${een.doel}-${een.van}`}>
          <p>
            <strong>{een.organisatie}</strong>, voor {doelen[een.doel] ?? een.doel.replaceAll('_', ' ')}
          </p>
          <p className="od-hint">
            Sinds <DateText date={een.van} />
            {een.tot && (
              <>
                , tot <DateText date={een.tot} />
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}
