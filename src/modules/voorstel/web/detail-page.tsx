import { Link, useParams } from '@tanstack/react-router'
import { Alert } from '../../../ui/alert.tsx'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { DateText, MomentText } from '../../../ui/date-text.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag } from '../../../ui/session.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { getVoorstel, type VoorstelDetail } from '../domain/contract.ts'
import { Antwoord } from './antwoord.tsx'
import { LoketActies } from './loket-acties.tsx'
import { VoorstelStatus } from './teksten.tsx'

const kruimels = [{ label: 'Voorstellen', to: '/voorstellen' }]

/** `/voorstellen/$id`: on a phone the answer comes right after who it is and when. */
export function DetailPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error } = useEndpoint(getVoorstel, { params: { id } })
  if (!data)
    return (
      <Page title="Voorstel" breadcrumbs={kruimels}>
        {error && <ProblemAlert problem={error} />}
      </Page>
    )
  return (
    <Page
      title={`${data.naam} naar ${data.locatie}`}
      status={<VoorstelStatus status={data.status} />}
      breadcrumbs={kruimels}
      lead={
        <>
          {data.personen === 1 ? '1 persoon' : `${data.personen} personen`}, vanaf{' '}
          <DateText date={data.vanaf} long />.
          {data.status === 'voorgesteld' && (
            <>
              {' '}
              Antwoord voor <MomentText at={data.reagerenVoor} />.
            </>
          )}
        </>
      }
    >
      <Uitkomst data={data} />
      <Aankomst data={data} />
      {data.kan.beantwoorden && <Antwoord data={data} />}
      <Section title="Over het voorstel">
        <Gegevens data={data} />
      </Section>
      <LoketActies data={data} />
    </Page>
  )
}

/** What is left after yes: they come, or they do not. */
function Aankomst({ data }: { data: VoorstelDetail }) {
  const mag = useMag()
  if (data.status !== 'aanvaard') return null
  const mijn = mag('verblijf.vastleggen') && (data.aanOns || mag('voorstel.doen'))
  return (
    <Alert heading="Aanvaard: de plek is vastgehouden" tone="goed">
      <p>
        Verwacht op <DateText date={data.vanaf} long />. Leg de aankomst vast zodra zij er zijn. Komt er
        niemand? Leg dat daar ook vast.
      </p>
      {mijn && (
        <div>
          <ButtonLink to={`/voorstellen/${data.id}/aankomst`}>Aankomst vastleggen</ButtonLink>
        </div>
      )}
    </Alert>
  )
}

function Uitkomst({ data }: { data: VoorstelDetail }) {
  const { bezwaar } = data
  return (
    <>
      {data.status === 'geweigerd' && (
        <Alert
          heading={
            data.weigerZijde === 'persoon' ? 'De cliënt heeft geweigerd' : 'De aanbieder heeft geweigerd'
          }
          tone="let_op"
        >
          <p>
            {data.weigerReden}. {data.weigerToelichting}
          </p>
          <p>Wat er nu gebeurt: {data.volgendeStap}</p>
        </Alert>
      )}
      {data.status === 'vervallen' && (
        <Alert heading="Niet op tijd beantwoord" tone="let_op">
          <p>De plek is weer vrij. De cliënt houdt de plaats op de lijst. Het loket zoekt verder.</p>
        </Alert>
      )}
      {(data.eindeReden || data.nietVerschenenReden) && (
        <Alert heading={data.status === 'ingetrokken' ? 'Ingetrokken' : 'Niet verschenen'} tone="let_op">
          {data.nietVerschenenReden && <p>{data.nietVerschenenReden}</p>}
          {data.eindeReden && <p>{data.eindeReden}</p>}
        </Alert>
      )}
      {bezwaar && (
        <Alert
          heading={
            bezwaar.uitkomst === null ? 'Er is bezwaar tegen de weigering' : `Bezwaar ${bezwaar.uitkomst}`
          }
          tone={bezwaar.uitkomst === null ? 'let_op' : 'info'}
        >
          <p>
            Op <DateText date={bezwaar.op} long />: {bezwaar.tekst}
          </p>
          {bezwaar.toelichting && <p>Besluit: {bezwaar.toelichting}</p>}
        </Alert>
      )}
    </>
  )
}

function Gegevens({ data }: { data: VoorstelDetail }) {
  const mag = useMag()
  return (
    <TermList>
      <Term label="Cliënt">
        <Link to={`/clienten/${data.persoonId}` as never}>{data.naam}</Link>
        {data.leeftijd !== null && `, ${data.leeftijd} jaar`}
      </Term>
      <Term label="Product">{data.product}</Term>
      <Term label="Aanbieder">{data.aanbieder}</Term>
      <Term label="Plek" empty="Wordt uiterlijk bij aankomst gekozen">
        {data.plek}
      </Term>
      <Term label="Moet de plek hebben" empty="Geen eisen">
        {data.vereisteKenmerken.join(', ') || null}
      </Term>
      <Term label="Toelichting" empty="Geen">
        {data.toelichting}
      </Term>
      <Term label="Voorgesteld">
        <MomentText at={data.voorgesteldOp} />
        {data.voorgesteldDoor && ` door ${data.voorgesteldDoor}`}
      </Term>
      {data.afwijkingReden && <Term label="Waarom niet de eerste of maatwerk">{data.afwijkingReden}</Term>}
      {data.overboekingReden && <Term label="Waarom boven de capaciteit">{data.overboekingReden}</Term>}
      {mag('wachtlijst.lezen') && (
        <Term label="Wachtlijst">
          <Link to={`/wachtlijst/${data.wachtlijstplaatsingId}` as never}>Plaats op de lijst bekijken</Link>
        </Term>
      )}
    </TermList>
  )
}
