import { Link, useParams } from '@tanstack/react-router'
import { addDays } from '../../../shared/plain-date.ts'
import { Alert } from '../../../ui/alert.tsx'
import { call } from '../../../ui/api.ts'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { DateText, MomentText } from '../../../ui/date-text.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import { haalConceptbrief } from '../domain/brief-contract.ts'
import { type Beschikking, haalBeschikking } from '../domain/contract.ts'
import { intrekgronden, opschortgronden, verzendwijzen } from '../domain/keuzes.ts'
import { titleOf } from '../domain/rules.ts'
import { BriefDownloads, BriefKnop } from './brief-knop.tsx'
import { gebeurtenissen } from './gebeurtenissen.ts'
import { StandBadge, TermijnBadge } from './labels.tsx'

export function BeschikkingPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const answer = useEndpoint(haalBeschikking, { params: { id } })
  if (answer.error && !answer.data)
    return (
      <Page title="Beschikking" breadcrumbs={[{ label: 'Beschikkingen', to: '/beschikkingen' }]}>
        <ProblemAlert problem={answer.error} focus />
      </Page>
    )
  if (!answer.data) return <p role="status">Bezig met laden…</p>
  const data = answer.data
  return (
    <Page
      title={`${data.status === 'aangevraagd' ? 'Aanvraag' : 'Beschikking'} ${data.nummer}`}
      breadcrumbs={[{ label: 'Beschikkingen', to: '/beschikkingen' }]}
      status={<StandBadge row={data} />}
      lead={
        <>
          {data.product?.naam} voor{' '}
          <Link to={`/clienten/${data.persoon.id}` as never}>{data.persoon.naam}</Link>
        </>
      }
    >
      {data.persoon.isGeheim && (
        <Alert tone="let_op" heading="Geheim dossier">
          <p>Verstuur niets per post of e-mail. Gebruik alleen het afgesproken veilige kanaal.</p>
        </Alert>
      )}
      <Acties data={data} />
      {data.status === 'aangevraagd' && <Termijn data={data} />}
      {data.status !== 'aangevraagd' && <Besluit data={data} />}
      <Feiten data={data} />
      <Brieven data={data} />
      <Section title="Geschiedenis">
        <Timeline
          label="Wat er gebeurde, nieuwste eerst"
          items={data.geschiedenis.map((one) => ({
            id: one.id,
            at: one.op,
            title: gebeurtenissen[one.soort] ?? one.soort,
            by: one.door ?? 'het systeem',
          }))}
        />
      </Section>
    </Page>
  )
}

const acties = [
  ['beslissen', 'beslissen', 'Beslissen'],
  ['verzenden', 'verzenden', 'Brief versturen'],
  ['opschortingBeeindigen', 'hervatten', 'Termijn weer laten lopen'],
  ['opschorten', 'opschorten', 'Termijn stilzetten'],
  ['sluiten', 'sluiten', 'Sluiten zonder besluit'],
  ['heronderzoeken', 'heronderzoek', 'Heronderzoek vastleggen'],
  ['herzien', 'herzien', 'Herzien'],
  ['herzien', 'intrekken', 'Intrekken'],
] as const

/** What the dossier waits for; the rest is possible, but nobody has to. */
const hoofdacties = ['beslissen', 'verzenden']

/** Only what can be done now, the most likely first; when nothing can, it says why. */
function Acties({ data }: { data: Beschikking }) {
  const possible = acties.filter(([mag]) => data.mag[mag].ok)
  const key = data.status === 'aangevraagd' ? data.mag.beslissen : data.mag.verzenden
  if (possible.length === 0) return 'reden' in key ? <p className="od-hint">{key.reden}</p> : null
  const first = hoofdacties.find((path) => possible.some(([, one]) => one === path))
  return (
    <div className="od-pagina__acties">
      {possible.map(([, path, label]) => (
        <ButtonLink
          key={path}
          to={`/beschikkingen/${data.id}/${path}`}
          variant={path === first ? 'primary' : 'secondary'}
        >
          {label}
        </ButtonLink>
      ))}
    </div>
  )
}

function Termijn({ data }: { data: Beschikking }) {
  const { termijn } = data
  return (
    <Section title="Wanneer moet er besloten zijn?">
      <p>
        {termijn.voorlopig ? 'Nu: ' : 'Uiterlijk '}
        <strong>
          <DateText date={termijn.uiterlijkOp} long />
        </strong>{' '}
        <TermijnBadge stand={termijn.stand} dagenOver={termijn.dagenOver} />
      </p>
      <ul>
        {termijn.uitleg.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {data.opschortingen.length > 0 && (
        <TermList>
          {data.opschortingen.map((one) => (
            <Term key={one.id} label={opschortgronden[one.grond]}>
              Vanaf <DateText date={one.van} />
              {one.tot && (
                <>
                  {' '}
                  tot <DateText date={one.tot} />
                </>
              )}
              : {one.reden}
            </Term>
          ))}
        </TermList>
      )}
    </Section>
  )
}

function Besluit({ data }: { data: Beschikking }) {
  return (
    <Section title="Het besluit">
      <TermList>
        <Term label="Besluit">{titleOf(data)}</Term>
        <Term label="Besloten op">
          <DateText date={data.beschiktOp} long />
        </Term>
        <Term label="Besloten door">{data.beslisser}</Term>
        {data.geldigVan && (
          <Term label={data.soort === 'intrekking' ? 'Gaat in op' : 'Geldt van'}>
            <DateText date={data.geldigVan} long />
          </Term>
        )}
        {data.geldigVan && data.soort !== 'intrekking' && (
          <Term label="Geldt tot en met">
            {data.geldigTot ? <DateText date={addDays(data.geldigTot, -1)} long /> : 'Geen einddatum'}
          </Term>
        )}
        {data.heronderzoekOp && (
          <Term label="Opnieuw bekijken op">
            <DateText date={data.heronderzoekOp} long />
          </Term>
        )}
        {data.intrekgrond && (
          <Term label="Grond (Wmo artikel 2.3.10)">
            {data.intrekgrond}. {intrekgronden[data.intrekgrond]}
          </Term>
        )}
        <Term label="Motivering">
          <span className="od-tekst">{data.motivering}</span>
        </Term>
        <Term label="Brief verstuurd" empty="Nog niet verstuurd">
          {data.verzondenOp && (
            <>
              <DateText date={data.verzondenOp} long />, {verzendwijzen[data.verzondenVia!].toLowerCase()}
            </>
          )}
        </Term>
        {data.bezwaarTot && (
          <Term label="Bezwaar kan tot en met">
            <DateText date={data.bezwaarTot} long />
          </Term>
        )}
      </TermList>
    </Section>
  )
}

function Feiten({ data }: { data: Beschikking }) {
  return (
    <Section title="De aanvraag">
      <TermList>
        <Term label="Cliënt">
          <Link to={`/clienten/${data.persoon.id}` as never}>{data.persoon.naam}</Link>
        </Term>
        <Term label="Product">{data.product?.naam}</Term>
        <Term label="Aangevraagd op">
          <DateText date={data.aangevraagdOp} long />
        </Term>
        <Term label="Wie beslist">
          {data.organisatie.naam}, namens de gemeente {data.gemeente.naam}
        </Term>
        <Term label="Mandaat" empty="Niet nodig: de gemeente beslist zelf">
          {data.mandaat?.grondslag}
        </Term>
        {data.melding && (
          <Term label="Melding">
            <Link to={`/meldingen/${data.melding.id}` as never}>{data.melding.nummer}</Link>
          </Term>
        )}
        {data.vorige && (
          <Term label="Komt in plaats van">
            <Link to={`/beschikkingen/${data.vorige.id}` as never}>{data.vorige.nummer}</Link>
          </Term>
        )}
        {data.volgende.map((one) => (
          <Term key={one.id} label={one.soort === 'intrekking' ? 'Ingetrokken met' : 'Herzien met'}>
            <Link to={`/beschikkingen/${one.id}` as never}>{one.nummer}</Link>
          </Term>
        ))}
        {data.heronderzoeken.map((one) => (
          <Term key={one.id} label="Heronderzoek gedaan">
            <DateText date={one.gedaanOp} />: {one.toelichting}
          </Term>
        ))}
      </TermList>
    </Section>
  )
}

function Brieven({ data }: { data: Beschikking }) {
  if (data.brieven.length === 0 && !data.mag.verzenden.ok) return null
  return (
    <Section title="Brieven">
      {data.mag.verzenden.ok && (
        <p>
          De brief is nog niet verstuurd. Lees eerst het concept.{' '}
          <BriefKnop
            label="Concept van de brief downloaden"
            load={() =>
              call(haalConceptbrief, {
                params: { id: data.id },
                query: { via: data.persoon.isGeheim ? 'veilig_kanaal' : 'uitgereikt' },
              })
            }
          />
        </p>
      )}
      {data.brieven.map((brief) => (
        <p key={brief.id}>
          {brief.titel}, <MomentText at={brief.gemaaktOp} /> <BriefDownloads brief={brief} />
        </p>
      ))}
    </Section>
  )
}
