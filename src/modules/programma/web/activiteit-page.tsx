import { Link, useParams } from '@tanstack/react-router'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag } from '../../../ui/session.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { type ActiviteitDetail, getActiviteit } from '../domain/activiteit-contract.ts'
import { activiteitsoorten, onderdeelsoorten, participaties } from '../domain/keuzes.ts'
import { planningTekst } from '../domain/planning.ts'
import { Geld } from './geld.tsx'
import { Metingen } from './metingen.tsx'
import { Resultaten } from './resultaten.tsx'
import { Voortgang } from './voortgang.tsx'
import { StandForm } from './voortgang-forms.tsx'
import { Standbadge } from './waarden.tsx'

/** `/activiteiten/$id`: one activiteit or pilot with everything that is known of it. */
export function ActiviteitPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error } = useEndpoint(getActiviteit, { params: { id } })
  const magSchrijven = useMag()('programma.schrijven')
  return (
    <Page
      title={data ? `${data.code} ${data.naam}` : 'Activiteit'}
      lead={data && `${activiteitsoorten[data.soort]} van ${data.programma}, ${planningTekst(data)}`}
      breadcrumbs={[
        { label: 'Programma', to: '/programma' },
        ...(data ? [{ label: data.programma, to: `/programma/${data.programmaId}` }] : []),
      ]}
      status={data && <Standbadge stand={data.stand} koers={data.koers} />}
      actions={
        data &&
        magSchrijven && (
          <ButtonLink to={`/activiteiten/${id}/wijzigen`} variant="secondary">
            Verbeteren
          </ButtonLink>
        )
      }
    >
      {error && !data && <ProblemAlert problem={error} />}
      {data?.reden && (
        <p>
          <strong>Reden:</strong> {data.reden} (<DateText date={data.standOp!} />)
        </p>
      )}
      {data && (
        <Tabs
          items={[
            { id: 'overzicht', label: 'Overzicht', content: <Overzicht activiteit={data} /> },
            { id: 'resultaten', label: 'Resultaten', content: <Resultaten activiteit={data} /> },
            { id: 'voortgang', label: 'Voortgang en besluiten', content: <Voortgang activiteit={data} /> },
            { id: 'metingen', label: 'Nul- en nameting', content: <Metingen activiteit={data} /> },
            { id: 'geld', label: 'Geld', content: <Geld activiteit={data} /> },
          ]}
        />
      )}
    </Page>
  )
}

function Overzicht({ activiteit }: { activiteit: ActiviteitDetail }) {
  const mag = useMag()
  const [magSchrijven, magMeedoen] = [mag('programma.schrijven'), mag('participatie.lezen')]
  return (
    <>
      {magSchrijven && (
        <FormDisclosure label="Stand melden of stoppen">
          {(sluit) => <StandForm activiteit={activiteit} sluit={sluit} />}
        </FormDisclosure>
      )}
      <TermList>
        <Term label={activiteit.soort === 'pilot' ? 'Bedoeling' : 'Toelichting'}>
          {activiteit.toelichting && <span className="od-tekst">{activiteit.toelichting}</span>}
        </Term>
        <Term label="Doel">{activiteit.doel && <span className="od-tekst">{activiteit.doel}</span>}</Term>
        <Term label="Waar is het voor?">
          {activiteit.dient.length > 0 && (
            <ul>
              {activiteit.dient.map((een) => (
                <li key={een.id}>
                  {onderdeelsoorten[een.soort as 'thema']} {een.code} {een.naam}{' '}
                  <span className="od-hint">{een.programma}</span>
                </li>
              ))}
            </ul>
          )}
        </Term>
        <Term label="Aandachtsgroepen">
          {activiteit.groepen.length > 0 && (
            <ul>
              {activiteit.groepen.map((groep) => (
                <li key={groep.code}>
                  {groep.naam}
                  {groep.isVast && <span className="od-hint"> altijd</span>}
                </li>
              ))}
            </ul>
          )}
        </Term>
        <Term label="Wanneer">
          {planningTekst(activiteit)}
          {activiteit.planningBron && (
            <span className="od-hint"> In het programma: {activiteit.planningBron}</span>
          )}
        </Term>
        <Term label="Kartrekker">{activiteit.trekkers.map(({ naam }) => naam).join(', ') || null}</Term>
        <Term label="Wie zijn nodig">
          <Partijen partijen={activiteit.nodig} />
        </Term>
        <Term label="Doen inwoners mee?">
          {participaties[activiteit.participatie]}
          {activiteit.participatieHoe && <p className="od-tekst">{activiteit.participatieHoe}</p>}
          {magMeedoen && (
            <p>
              <Link to={'/participatie/activiteiten/$id' as never} params={{ id: activiteit.id } as never}>
                Groepen en verhalen bij deze activiteit
              </Link>
            </p>
          )}
        </Term>
        <Term label="Andere programma’s">{activiteit.verbanden.join('; ') || null}</Term>
        <Term label="Opmerkingen">
          {activiteit.opmerkingen && <span className="od-tekst">{activiteit.opmerkingen}</span>}
        </Term>
        <Term label="Vorige versie" empty="Geen">
          {activiteit.vervolgOp && (
            <Link to={'/activiteiten/$id' as never} params={{ id: activiteit.vervolgOp.id } as never}>
              {activiteit.vervolgOp.naam}
            </Link>
          )}
        </Term>
        <Term label="Bron">{activiteit.bron}</Term>
      </TermList>
      {activiteit.stappen.length > 0 && (
        <Section title="Hoe gaat het?">
          <ol>
            {activiteit.stappen.map((stap) => (
              <li key={stap.omschrijving}>
                {stap.omschrijving}
                {stap.gereedOp && (
                  <span className="od-hint">
                    {' '}
                    klaar op <DateText date={stap.gereedOp} />
                  </span>
                )}
              </li>
            ))}
          </ol>
        </Section>
      )}
    </>
  )
}

function Partijen({ partijen }: { partijen: ActiviteitDetail['nodig'] }) {
  if (partijen.length === 0) return null
  return (
    <ul>
      {partijen.map(({ naam, partnerId }) => (
        <li key={naam}>
          {partnerId ? (
            <Link to={'/partners/$id' as never} params={{ id: partnerId } as never}>
              {naam}
            </Link>
          ) : (
            naam
          )}
        </li>
      ))}
    </ul>
  )
}
