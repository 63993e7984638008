import { useParams } from '@tanstack/react-router'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag } from '../../../ui/session.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { herhalingen, niveaus, overlegsoorten } from '../domain/keuzes.ts'
import { getOverleg, type OverlegDetail } from '../domain/overleg-contract.ts'
import { WijzigOverleg } from './overleg-form.tsx'
import { hoeVaak } from './overleggen-page.tsx'
import { Vergadertabel } from './vergadertabel.tsx'

/** `/overleggen/$id` */
export function OverlegPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const mag = useMag()('overleg.schrijven')
  const { data, error } = useEndpoint(getOverleg, { params: { id } })
  return (
    <Page
      title={data?.naam ?? 'Overleg'}
      breadcrumbs={[{ label: 'Overleg en besluiten', to: '/overleggen' }]}
      actions={
        data &&
        mag && (
          <ButtonLink to="/vergaderingen/nieuw" search={{ overleg: id }}>
            Vergadering plannen
          </ButtonLink>
        )
      }
    >
      {error && !data && <ProblemAlert problem={error} />}
      {data && <Feiten overleg={data} />}
      {data && (
        <Section title="Vergaderingen">
          <Vergadertabel prefix="" query={{ overlegId: id }} sort="-datum" />
        </Section>
      )}
      {data && mag && (
        <FormDisclosure label="Overleg wijzigen">
          {(sluit) => <WijzigOverleg overleg={data} sluit={sluit} />}
        </FormDisclosure>
      )}
    </Page>
  )
}

function Feiten({ overleg }: { overleg: OverlegDetail }) {
  return (
    <>
      <TermList>
        <Term label="Soort">{overlegsoorten[overleg.soort]}</Term>
        <Term label="Niveau">{niveaus[overleg.niveau]}</Term>
        <Term label="Hoe vaak">{hoeVaak(overleg.perJaar)}</Term>
        <Term label="Stukken">
          {overleg.stukkenDagen === null
            ? 'Geen'
            : overleg.stukkenDagen === 0
              ? 'Op de dag zelf'
              : `Uiterlijk ${overleg.stukkenDagen} dagen van tevoren`}
        </Term>
        <Term label="Waar" empty="Wisselt">
          {overleg.plaats}
        </Term>
        {overleg.tot && (
          <Term label="Gestopt per">
            <DateText date={overleg.tot} long />
          </Term>
        )}
        {overleg.toelichting && <Term label="Toelichting">{overleg.toelichting}</Term>}
        <Term label="Bron">{overleg.bron}</Term>
      </TermList>
      <Section title="Wie doen mee?">
        {overleg.leden.length === 0 ? (
          <p>Er zijn nog geen leden vastgelegd.</p>
        ) : (
          <ul className="ams-unordered-list">
            {overleg.leden.map((lid) => (
              <li key={`${lid.functie} ${lid.organisatie}`}>
                {lid.functie}, {lid.organisatie}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title="Vaste punten op de agenda">
        {overleg.vastePunten.length === 0 ? (
          <p>Er zijn geen vaste punten.</p>
        ) : (
          <ol>
            {overleg.vastePunten.map((punt) => (
              <li key={punt.titel}>
                {punt.titel} <span className="od-hint">{herhalingen[punt.herhaling]}</span>
              </li>
            ))}
          </ol>
        )}
      </Section>
    </>
  )
}
