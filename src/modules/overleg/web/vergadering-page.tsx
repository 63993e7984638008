import { Link, useParams } from '@tanstack/react-router'
import { formatLong } from '../../../shared/plain-date.ts'
import { Alert } from '../../../ui/alert.tsx'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { getVergadering, type VergaderingDetail } from '../domain/vergadering-contract.ts'
import { ActieTabel, NieuweActie } from './acties.tsx'
import { AgendaForm } from './agenda-form.tsx'
import { Vergaderstand } from './standen.tsx'
import { AfgelastForm, GehoudenForm, WijzigVergadering } from './vergadering-forms.tsx'
import { Vindplaats } from './vindplaats.tsx'

/** `/vergaderingen/$id`: when and where, the agenda, and what came out of it. */
export function VergaderingPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const mag = useMag()('overleg.schrijven')
  const { data, error } = useEndpoint(getVergadering, { params: { id } })
  return (
    <Page
      title={data ? `${data.overleg}, ${formatLong(data.datum)}` : 'Vergadering'}
      breadcrumbs={[
        { label: 'Overleg en besluiten', to: '/overleggen' },
        ...(data ? [{ label: data.overleg, to: `/overleggen/${data.overlegId}` }] : []),
      ]}
      status={data && <Vergaderstand stand={data.status} />}
    >
      {error && !data && <ProblemAlert problem={error} />}
      {data?.afgelastReden && (
        <Alert heading="Deze vergadering is afgelast" tone="let_op">
          <p>{data.afgelastReden}</p>
        </Alert>
      )}
      {data && <Stukken vergadering={data} mag={mag} />}
      {data && <Feiten vergadering={data} />}
      {data && <Agenda vergadering={data} mag={mag && data.status !== 'afgelast'} />}
      {data && <Uitkomst vergadering={data} mag={mag} />}
      {data && mag && data.status !== 'afgelast' && (
        <Section title="Bijwerken">
          <FormDisclosure label={data.status === 'gehouden' ? 'Verslag vastleggen' : 'Gehouden: vastleggen'}>
            {(sluit) => <GehoudenForm vergadering={data} sluit={sluit} />}
          </FormDisclosure>
          <FormDisclosure label="Dag, tijd of plaats wijzigen">
            {(sluit) => <WijzigVergadering vergadering={data} sluit={sluit} />}
          </FormDisclosure>
          <FormDisclosure label="Vergadering afgelasten">
            {() => <AfgelastForm vergadering={data} />}
          </FormDisclosure>
        </Section>
      )}
    </Page>
  )
}

function Feiten({ vergadering }: { vergadering: VergaderingDetail }) {
  return (
    <TermList>
      <Term label="Wanneer">
        <DateText date={vergadering.datum} long />, {vergadering.beginOm} tot {vergadering.eindOm} uur
      </Term>
      <Term label="Waar">{vergadering.plaats}</Term>
      <Term label="Werkbezoek" empty="Geen">
        {vergadering.werkbezoek}
      </Term>
      <Term label="Stukken uiterlijk">
        <DateText date={vergadering.stukkenOp} long empty="Geen stukken" />
      </Term>
      {vergadering.status === 'gehouden' && (
        <Term label="Verslag" empty="Nog niet vastgelegd">
          {vergadering.verslag && <Vindplaats waar={vergadering.verslag} />}
        </Term>
      )}
    </TermList>
  )
}

/** From the day on which the papers must be there: which items have none. */
function Stukken({ vergadering, mag }: { vergadering: VergaderingDetail; mag: boolean }) {
  const zonder = vergadering.punten.filter(({ stuk }) => stuk === null).length
  if (!vergadering.vraagtStukken || zonder === 0) return null
  return (
    <Alert heading="Nog niet alle stukken zijn er" tone="let_op">
      <p>
        De stukken moeten er zijn op <DateText date={vergadering.stukkenOp} long />.{' '}
        {zonder === 1 ? 'Bij één punt staat' : `Bij ${zonder} punten staat`} nog niet waar het stuk is.
        {mag && ' Vul dat in bij de agenda.'}
      </p>
    </Alert>
  )
}

/** What an item points to has a page of its own. */
function padVan(punt: VergaderingDetail['punten'][number]): string {
  if (punt.activiteitId) return `/activiteiten/${punt.activiteitId}`
  return punt.programmaId ? `/programma/${punt.programmaId}` : `/rapporten/${punt.rapportId}`
}

function Agenda({ vergadering, mag }: { vergadering: VergaderingDetail; mag: boolean }) {
  return (
    <Section title="Agenda">
      {vergadering.punten.length === 0 ? (
        <p>Er staat nog niets op de agenda.</p>
      ) : (
        <ol aria-label="Agenda">
          {vergadering.punten.map((punt) => (
            <li key={`${punt.titel} ${punt.toelichting ?? ''}`}>
              <strong>{punt.titel}</strong>
              {punt.isVast && <span className="od-hint"> Vast punt</span>}
              {punt.verwijzing && (
                <span className="od-regel">
                  Over: <Link to={padVan(punt) as never}>{punt.verwijzing}</Link>
                </span>
              )}
              {punt.toelichting && <span className="od-regel">{punt.toelichting}</span>}
              {punt.stuk && (
                <span className="od-regel">
                  Stuk: <Vindplaats waar={punt.stuk} />
                </span>
              )}
              {vergadering.vraagtStukken && !punt.stuk && (
                <span className="od-regel">
                  <StatusBadge label="Nog geen stuk" tone="let_op" />
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
      {mag && (
        <FormDisclosure label="Agenda wijzigen">
          {(sluit) => <AgendaForm vergadering={vergadering} sluit={sluit} />}
        </FormDisclosure>
      )}
    </Section>
  )
}

function Uitkomst({ vergadering, mag }: { vergadering: VergaderingDetail; mag: boolean }) {
  return (
    <>
      <Section
        title="Besluiten"
        actions={
          mag &&
          vergadering.status !== 'afgelast' && (
            <ButtonLink to="/besluiten/nieuw" search={{ vergadering: vergadering.id }} variant="secondary">
              Besluit vastleggen
            </ButtonLink>
          )
        }
      >
        {vergadering.besluiten.length === 0 ? (
          <p>Bij deze vergadering hoort nog geen besluit.</p>
        ) : (
          <ul className="ams-unordered-list">
            {vergadering.besluiten.map(({ id, naam }) => (
              <li key={id}>
                <Link to={'/besluiten/$id' as never} params={{ id } as never}>
                  {naam}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title="Acties">
        <ActieTabel prefix="" query={{ vergaderingId: vergadering.id }} />
        {mag && <NieuweActie vergaderingId={vergadering.id} />}
      </Section>
    </>
  )
}
