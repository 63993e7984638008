import { Button } from '@amsterdam/design-system-react'
import { Link, useParams } from '@tanstack/react-router'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { SelectField } from '../../../ui/choice-fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { tellers } from '../../duiding/domain/keuzes.ts'
import { adviesstanden, ideestanden } from '../domain/keuzes.ts'
import {
  type Activiteitparticipatie,
  getActiviteitparticipatie,
  getParticipatiekeuzes,
  postActiviteitverhaal,
  verbreekActiviteitverhaal,
} from '../domain/verband-contract.ts'
import { InzetLijst } from './inzet-deel.tsx'
import { keuzesVan, useZend } from './velden.tsx'

const participaties = {
  ja: 'Het programma zegt: er is participatie.',
  nee: 'Het programma zegt: er is geen participatie.',
  nog_niet_bepaald: 'Het programma heeft nog niet bepaald of er participatie is.',
} as const

/** `/participatie/activiteiten/$id`: who takes part in an activiteit, and what they said. */
export function ActiviteitparticipatiePage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error } = useEndpoint(getActiviteitparticipatie, { params: { id } })
  return (
    <Page
      title={data ? `Participatie bij ${data.activiteit}` : 'Participatie bij een activiteit'}
      lead={data?.programma}
      breadcrumbs={[{ label: 'Partners en participatie', to: '/participatie' }]}
    >
      {error && !data && <ProblemAlert problem={error} />}
      {data && (
        <>
          <p>
            {participaties[data.participatie]} {data.participatieHoe}
          </p>
          <Section title="Groepen die meedoen">
            <InzetLijst inzet={data.inzet} toon="groep" />
          </Section>
          <Adviezen data={data} />
          <Ideeen data={data} />
          <Punten data={data} />
          <Verhalen data={data} />
        </>
      )}
    </Page>
  )
}

type Props = { data: Activiteitparticipatie }

function Adviezen({ data }: Props) {
  return (
    <Section title="Adviezen">
      {data.adviezen.length === 0 ? (
        <p>Er is geen advies over deze activiteit.</p>
      ) : (
        <ul className="od-kaarten">
          {data.adviezen.map((een) => (
            <li key={een.id}>
              <Link to={`/participatie/adviezen/${een.id}` as never}>{een.onderwerp}</Link>
              <span>
                {een.raad} <StatusBadge label={adviesstanden[een.stand]} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Ideeen({ data }: Props) {
  return (
    <Section title="Ideeën van inwoners">
      {data.ideeen.length === 0 ? (
        <p>Er is nog geen idee in deze activiteit overgenomen.</p>
      ) : (
        <ul className="od-kaarten">
          {data.ideeen.map((een) => (
            <li key={een.id}>
              <Link to={`/participatie/ideeen/${een.id}` as never}>{een.titel}</Link>
              <StatusBadge label={ideestanden[een.status]} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Punten({ data }: Props) {
  if (data.punten.length === 0) return null
  return (
    <Section title="Uit raadplegingen">
      <ul className="od-kaarten">
        {data.punten.map((een) => (
          <li key={een.id}>
            {een.tekst}
            <Link to={`/participatie/raadplegingen/${een.raadplegingId}` as never}>{een.gelegenheid}</Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Verhalen({ data }: Props) {
  const mag = useMag()
  return (
    <Section title="Verhalen">
      {data.verhalen.length === 0 ? (
        <p>
          Er hoort nog geen verhaal bij deze activiteit. Koppel er een bij{' '}
          <Link to={'/participatie?tab=verhalen' as never}>de verhalen</Link>.
        </p>
      ) : (
        <ul className="od-kaarten">
          {data.verhalen.map((een) => (
            <li key={een.id}>
              <strong>{een.titel}</strong>
              <span className="od-tekst">{een.tekst}</span>
              <span className="od-hint">{tellers[een.teller]}</span>
              {mag('participatie.schrijven') && <Verbreek id={een.koppelingId} titel={een.titel} />}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

export function Verbreek({ id, titel }: { id: string; titel: string }) {
  const weg = useZend(verbreekActiviteitverhaal, 'Het verhaal hoort hier niet meer bij.')
  return (
    <>
      {weg.problem && <ProblemAlert problem={weg.problem} focus />}
      <Button
        type="button"
        variant="tertiary"
        disabled={weg.busy}
        aria-label={`Hoort hier niet bij: ${titel}`}
        onClick={() => void weg.run({ params: { id }, body: {} }).catch(() => undefined)}
      >
        Hoort hier niet bij
      </Button>
    </>
  )
}

/** "Hoort bij activiteit" for one story. */
export function HoortBij({ verhaalId, sluit }: { verhaalId: string; sluit: () => void }) {
  const { data } = useEndpoint(getParticipatiekeuzes, {})
  const save = useZend(postActiviteitverhaal, 'Het verhaal hoort nu bij de activiteit.', sluit)
  return (
    <Form
      schema={postActiviteitverhaal.body}
      defaultValues={{ verhaalId } as never}
      submitLabel="Koppelen"
      draftKey={`verhaal-${verhaalId}-activiteit`}
      onSubmit={(body) => save.run({ body })}
    >
      <SelectField
        name="activiteitId"
        label="Hoort bij activiteit"
        options={keuzesVan(data?.activiteiten ?? [])}
      />
    </Form>
  )
}
