import { useEndpoint } from '../../../ui/api-hooks.ts'
import { DateText } from '../../../ui/date-text.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { domeinen } from '../../beheer/domain/soorten.ts'
import { listToelatingscriteria, type Toelating } from '../domain/contract.ts'
import { Openbaar } from './openbaar.tsx'

type Versie = Toelating['versies'][number]

/** `/toelatingscriteria`: for regions next to this one and for inwoners, with the versions that held before. */
export function OpenbareCriteriaPage() {
  const { data, error } = useEndpoint(listToelatingscriteria, {})
  return (
    <Openbaar>
      <Page
        title="Wie wordt toegelaten?"
        lead="De vragen die elke regio stelt voordat iemand een plek krijgt. Iedereen krijgt dezelfde vragen. Een besluit blijft bij de versie die gold op de dag van het besluit."
        narrow
      >
        {error && <ProblemAlert problem={error} />}
        {data?.results.length === 0 && (
          <EmptyState title="Nog geen criteria" text="Geen regio heeft criteria vastgelegd." />
        )}
        {data?.results.map((toelating) => (
          <Section
            key={`${toelating.regio} ${toelating.domein}`}
            title={`${domeinen[toelating.domein]}, regio ${toelating.regio}`}
          >
            <Versies versies={toelating.versies} vandaag={data.vandaag} />
          </Section>
        ))}
      </Page>
    </Openbaar>
  )
}

function Versies({ versies, vandaag }: { versies: readonly Versie[]; vandaag: string }) {
  const later = versies.filter((versie) => versie.van > vandaag)
  const nu = versies.filter(
    (versie) => versie.van <= vandaag && (versie.tot === null || versie.tot > vandaag),
  )
  const eerder = versies.filter((versie) => versie.tot !== null && versie.tot <= vandaag)
  return (
    <>
      {nu.length === 0 && <p>Vandaag gelden hier geen criteria.</p>}
      {[...nu, ...later].map((versie) => (
        <EenVersie key={versie.id} versie={versie} />
      ))}
      {eerder.length > 0 && (
        <details className="od-meer">
          <summary>
            Eerder ({eerder.length} {eerder.length === 1 ? 'versie' : 'versies'})
          </summary>
          {eerder.map((versie) => (
            <EenVersie key={versie.id} versie={versie} />
          ))}
        </details>
      )}
    </>
  )
}

function EenVersie({ versie }: { versie: Versie }) {
  return (
    <>
      <h3>{versie.naam}</h3>
      <p>
        Geldt vanaf <DateText date={versie.van} long />
        {versie.tot && (
          <>
            {' '}
            en tot <DateText date={versie.tot} long />
          </>
        )}
        .{versie.bron && ` Bron: ${versie.bron}.`}
      </p>
      <ol>
        {versie.criteria.map(({ tekst, toelichting }) => (
          <li key={tekst}>
            {tekst}
            {toelichting && ` (${toelichting})`}
          </li>
        ))}
      </ol>
    </>
  )
}
