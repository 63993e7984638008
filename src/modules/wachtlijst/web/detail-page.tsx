import { Heading, UnorderedList } from '@amsterdam/design-system-react'
import { Link, useParams } from '@tanstack/react-router'
import { Alert } from '../../../ui/alert.tsx'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { getWachtlijstplaatsing, type WachtDetail } from '../domain/contract.ts'
import { overbruggingen, richtingen, risicos, telwijzen, teNoemenEigenschappen } from '../domain/rules.ts'
import { Acties } from './acties.tsx'
import { geleden, WachtStatus } from './teksten.tsx'

const kruimels = [{ label: 'Wachtlijst', to: '/wachtlijst' }]

/** `/wachtlijst/$id`: since when, why this place, and what to do. */
export function DetailPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const mag = useMag()
  const { data, error } = useEndpoint(getWachtlijstplaatsing, { params: { id } })
  if (!data)
    return (
      <Page title="Wachtlijst" breadcrumbs={kruimels}>
        {error && <ProblemAlert problem={error} />}
      </Page>
    )
  const wacht = data.rang !== null
  return (
    <Page
      title={data.naam}
      status={<WachtStatus status={data.status} />}
      breadcrumbs={kruimels}
      lead={
        <>
          Wacht op {data.product} ({richtingen[data.richting].toLowerCase()}).{' '}
          <Link to={`/clienten/${data.persoonId}` as never}>Open het dossier</Link>
        </>
      }
      actions={
        <>
          {wacht && (
            <ButtonLink to="/wachtlijst/vergelijken" search={{ een: data.id }} variant="secondary">
              Vergelijk met iemand anders
            </ButtonLink>
          )}
          {data.status === 'wachtend' && mag('voorstel.doen') && (
            <ButtonLink to="/voorstellen/nieuw" search={{ wachtlijstplaatsing: data.id }}>
              Plek voorstellen
            </ButtonLink>
          )}
        </>
      }
    >
      <Meldingen data={data} />
      {wacht && <Plaats data={data} />}
      <Section title="Sinds wanneer">
        <Klokken data={data} />
      </Section>
      <Section title="Gegevens">
        <Gegevens data={data} />
      </Section>
      <Section title="Contact tijdens het wachten">
        <Contacten data={data} />
      </Section>
      {wacht && <Acties data={data} />}
    </Page>
  )
}

function Meldingen({ data }: { data: WachtDetail }) {
  return (
    <>
      {data.teBevestigen && (
        <Alert heading="Vraag of deze persoon nog wacht" tone="let_op">
          <p>
            Dat moest voor <DateText date={data.bevestigenVoor} long />. Leg onderaan het contact vast.
            Niemand valt vanzelf van de lijst.
          </p>
        </Alert>
      )}
      {data.nietPlaatsbaarRedenen.length > 0 && (
        <Alert heading="Nergens in de regio past een plek" tone="let_op">
          <ul>
            {data.nietPlaatsbaarRedenen.map((reden) => (
              <li key={reden}>{reden}</li>
            ))}
          </ul>
        </Alert>
      )}
      {data.dubbel && (
        <Alert heading="Deze persoon staat er dubbel op" tone="let_op">
          <p>
            Dat komt door samengevoegde dossiers. Beëindig een van beide regels met de reden "Dubbel
            geregistreerd".
          </p>
        </Alert>
      )}
    </>
  )
}

function Plaats({ data }: { data: WachtDetail }) {
  return (
    <Section title={`Plaats ${data.rang} van ${data.aantalOpLijst}`}>
      <UnorderedList>
        {data.uitleg.map((zin) => (
          <UnorderedList.Item key={zin}>{zin}</UnorderedList.Item>
        ))}
      </UnorderedList>
      {data.buren.length > 0 && (
        <>
          <Heading level={3}>Vergeleken met wie er direct boven en onder staat</Heading>
          <ol className="od-tijdlijn">
            {data.buren.map((buur) => (
              <li key={buur.rang}>
                <p className="od-tijdlijn__kop">
                  Plaats {buur.rang}:{' '}
                  {buur.id ? (
                    <Link to={`/wachtlijst/${buur.id}` as never}>{buur.naam}</Link>
                  ) : (
                    'iemand anders'
                  )}
                </p>
                <p>{buur.zin}</p>
              </li>
            ))}
          </ol>
        </>
      )}
    </Section>
  )
}

function Klokken({ data }: { data: WachtDetail }) {
  const { klokken } = data
  const regels = [
    ['Gemeld', klokken.gemeldOp, geleden(data.dagenGemeld)],
    ['Besluit', klokken.beslotenOp, `${geleden(data.dagenBesloten)}; hiermee telt de wachttijd`],
    [
      'Plaatsing kan',
      klokken.plaatsbaarOp,
      data.dagenPlaatsbaar === null ? '' : geleden(data.dagenPlaatsbaar),
    ],
    ['Laatste voorstel', klokken.voorgesteldOp, ''],
    ['Verblijf gestart', klokken.gestartOp, ''],
    ...(klokken.beeindigdOp ? [['Wachten beëindigd', klokken.beeindigdOp, data.eindreden ?? '']] : []),
  ] as [string, string | null, string][]
  return (
    <ol className="od-tijdlijn" aria-label="Klokken">
      {regels.map(([naam, op, uitleg]) => (
        <li key={naam}>
          <p className="od-tijdlijn__kop">{naam}</p>
          <p>{op ? <DateText date={op} long /> : <span className="od-hint">Nog niet</span>}</p>
          {op && uitleg && <p className="od-hint">{uitleg}</p>}
        </li>
      ))}
    </ol>
  )
}

function Gegevens({ data }: { data: WachtDetail }) {
  return (
    <TermList>
      <Term label="Mensen">
        {data.personen === 1 ? '1 persoon' : `${data.personen} personen`}
        {data.kinderen > 0 && `, van wie ${data.kinderen} kind${data.kinderen === 1 ? '' : 'eren'}`}
      </Term>
      <Term label="Gemeente">{data.gemeente ?? `Onbekend: ${data.gemeenteOnbekendReden}`}</Term>
      <Term label="Waarom wacht">{data.wachtreden}</Term>
      <Term label="Situatie" empty="Niets bijzonders genoemd">
        {data.eigenschappen.map((code) => teNoemenEigenschappen[code]).join(', ') || null}
      </Term>
      <Term label="Moet de plek hebben" empty="Geen eisen">
        {data.vereisteKenmerken.map((kenmerk) => kenmerk.naam).join(', ') || null}
      </Term>
      <Term label="Gewenste locatie" empty="Geen voorkeur">
        {data.voorkeurLocatie}
      </Term>
      <Term label="Cliëntprofiel">{data.clientprofiel?.naam}</Term>
      <Term label="Intussen">
        {data.overbrugging === 'geen' ? (
          <StatusBadge label="Niets" tone="let_op" />
        ) : (
          overbruggingen[data.overbrugging]
        )}
        {data.overbruggingToelichting && <> {data.overbruggingToelichting}</>}
      </Term>
      <Term label="Vragen of het nog klopt">
        voor <DateText date={data.bevestigenVoor} long />; laatst gevraagd op{' '}
        <DateText date={data.laatstBevestigdOp} long />
      </Term>
      {data.voorrang && (
        <Term label="Voorrang met de hand">
          {data.voorrangReden} (door {data.voorrangDoor})
        </Term>
      )}
      {data.aantalWeigeringen > 0 && (
        <Term label="Keer zelf geweigerd">{String(data.aantalWeigeringen)}</Term>
      )}
      {data.inleesbron && (
        <Term label="Ingelezen uit">
          {data.inleesbron}, stand van <DateText date={data.inleesdatum} long />
          {data.inleestelwijze && `. ${telwijzen[data.inleestelwijze]}.`}
        </Term>
      )}
    </TermList>
  )
}

function Contacten({ data }: { data: WachtDetail }) {
  if (data.contacten.length === 0) return <p className="od-hint">Er is nog geen contact vastgelegd.</p>
  return (
    <ol className="od-tijdlijn">
      {data.contacten.map((contact) => (
        <li key={contact.id}>
          <p className="od-tijdlijn__kop">
            <DateText date={contact.op} long />{' '}
            {contact.door && <span className="od-hint">door {contact.door}</span>}
          </p>
          <p>
            {contact.wachtNog ? 'Wacht nog.' : 'Zegt niet meer te wachten.'} {contact.uitkomst}{' '}
            {contact.risico !== 'geen' && <StatusBadge label={risicos[contact.risico]} tone="let_op" />}
          </p>
        </li>
      ))}
    </ol>
  )
}
