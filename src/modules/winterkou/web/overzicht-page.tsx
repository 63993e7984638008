import { Link } from '@tanstack/react-router'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import {
  haalWinterkou,
  listWintercapaciteit,
  listWinterperioden,
  type Winterperiode,
  winterSoorten,
} from '../domain/contract.ts'
import { periodeToestanden } from '../domain/toestanden.ts'
import { BeddenLijst } from './bedden-lijst.tsx'

const tonen = { gepland: 'wacht', loopt: 'goed', geeindigd: 'neutraal', ingetrokken: 'neutraal' } as const

/** `/winterkou`: is it on, why and by whom, and what is there tonight. */
export function OverzichtPage() {
  const mag = useMag()
  const answer = useEndpoint(haalWinterkou, { query: {} })
  const data = answer.data
  return (
    <Page
      title="Winterkou en calamiteit"
      lead="Als het vriest, krijgt iedereen die nergens anders kan slapen een gratis bed. Niemand hoeft te zeggen wie hij is."
      actions={
        <>
          {mag('winterkou.registreren') && <ButtonLink to="/winterkou/vannacht">Gast noteren</ButtonLink>}
          {mag('winterkou.beslissen') && (
            <ButtonLink to="/winterkou/aanzetten" variant="secondary">
              Aanzetten
            </ButtonLink>
          )}
          {mag('winterkou.registreren') && (
            <ButtonLink to="/winterkou/intakes" variant="secondary">
              Intakes aanbieden
            </ButtonLink>
          )}
          <ButtonLink to="/winterkou/tellingen" variant="secondary">
            Tellingen en kosten
          </ButtonLink>
        </>
      }
    >
      {answer.error && <ProblemAlert problem={answer.error} />}
      {data && (
        <>
          <Section title="Staat het aan?">
            {data.perioden.length === 0 ? (
              <EmptyState title="De regeling staat uit" text="Er zijn vannacht geen extra bedden." />
            ) : (
              <ul className="od-kaarten">
                {data.perioden.map((one) => (
                  <PeriodeKaart key={one.id} periode={one} />
                ))}
              </ul>
            )}
            <p className="od-hint">
              De regel: {data.regel} Nu ingesteld: onder {formatNumber(data.drempel)} °C. De regio past dit
              aan bij de instellingen, met een datum.
            </p>
          </Section>
          {data.locaties.length > 0 && (
            <Section title="Bedden vannacht">
              <p>
                Nacht van <DateText date={data.nacht} long />.
              </p>
              <BeddenLijst locaties={data.locaties} />
            </Section>
          )}
        </>
      )}
      <Plan />
      <Section title="Alle perioden">
        <Perioden />
      </Section>
    </Page>
  )
}

function PeriodeKaart({ periode }: { periode: Winterperiode }) {
  return (
    <li>
      <h3>
        {winterSoorten[periode.soort]}{' '}
        <StatusBadge label={periodeToestanden[periode.toestand]} tone={tonen[periode.toestand]} />
      </h3>
      <p>
        Vanaf de nacht van <DateText date={periode.van} long />
        {periode.tot && (
          <>
            {' '}
            tot de nacht van <DateText date={periode.tot} long />
          </>
        )}
        . {periode.reden}
      </p>
      {periode.temperatuur !== null && <p>Verwacht: {formatNumber(periode.temperatuur)} °C.</p>}
      {periode.afwijkingReden && <p>Toch aangezet, omdat: {periode.afwijkingReden}</p>}
      <p className="od-hint">
        Besloten door {periode.beslotenDoor} op <DateText date={periode.beslotenOp} />.
        {periode.eindeBeslotenDoor &&
          ` Einde besloten door ${periode.eindeBeslotenDoor}: ${periode.eindeReden}`}
      </p>
      {periode.locaties.length > 0 && (
        <ul>
          {periode.locaties.map((one) => (
            <li key={one.locatieId}>
              {one.locatie}: {one.percentage} % van de plekken te gebruiken
            </li>
          ))}
        </ul>
      )}
      {periode.kanEindigen && (
        <ButtonLink to={`/winterkou/perioden/${periode.id}/einde`} variant="secondary">
          {`${winterSoorten[periode.soort]} beëindigen`}
        </ButtonLink>
      )}
    </li>
  )
}

/** What each fallback locatie has ready (WIN-03). */
function Plan() {
  const mag = useMag()
  const plan = useEndpoint(listWintercapaciteit, { query: { aantalPerPagina: 100 } })
  if (!plan.data) return null
  return (
    <Section title="Vaste uitwijklocaties">
      <p>
        Deze bedden tellen alleen mee als de regeling aan staat.{' '}
        {mag('winterkou.beslissen') && <Link to={'/winterkou/bedden' as never}>Bedden vastleggen</Link>}
      </p>
      {plan.data.results.length === 0 ? (
        <EmptyState
          title="Nog geen uitwijklocatie"
          text="Leg vast hoeveel extra bedden een locatie heeft. Anders zijn er geen bedden als het vriest."
        />
      ) : (
        <ul>
          {plan.data.results.map((one) => (
            <li key={one.id}>
              {one.locatie}: {one.bedden} bedden, vanaf <DateText date={one.van} />
              {one.tot && (
                <>
                  {' '}
                  tot <DateText date={one.tot} />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Perioden() {
  return (
    <DataTable
      id="winterperioden"
      caption="Perioden van winterkou en calamiteit"
      captionHidden
      endpoint={listWinterperioden}
      rowKey={(row) => row.id}
      columns={[
        { key: 'soort', label: 'Soort', render: (row) => winterSoorten[row.soort] },
        {
          key: 'toestand',
          label: 'Stand',
          render: (row) => <StatusBadge label={periodeToestanden[row.toestand]} tone={tonen[row.toestand]} />,
        },
        { key: 'van', label: 'Eerste nacht', render: (row) => <DateText date={row.van} /> },
        { key: 'tot', label: 'Tot', render: (row) => (row.tot ? <DateText date={row.tot} /> : 'loopt') },
        { key: 'reden', label: 'Reden' },
        {
          key: 'temperatuur',
          label: 'Verwacht',
          align: 'end',
          render: (row) => (row.temperatuur === null ? '–' : `${formatNumber(row.temperatuur)} °C`),
        },
        { key: 'beslotenDoor', label: 'Besloten door' },
        { key: 'eindeReden', label: 'Reden van het einde', defaultHidden: true },
      ]}
      empty={{ title: 'Nog geen perioden', text: 'Zet de regeling aan als het gaat vriezen.' }}
    />
  )
}
