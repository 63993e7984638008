import { Link, useParams } from '@tanstack/react-router'
import { type ReactNode, useId } from 'react'
import { Alert } from '../../../ui/alert.tsx'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag } from '../../../ui/session.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import {
  type BesluitDetail,
  getBestuursbesluit,
  postBestuursbesluitintrekking,
} from '../domain/besluit-contract.ts'
import { orgaannaam } from '../domain/besluitpad.ts'
import { uitkomsten } from '../domain/keuzes.ts'
import { ActieTabel, NieuweActie } from './acties.tsx'
import { WijzigBesluit } from './besluit-form.tsx'
import { useZend } from './delen.tsx'
import { PadForm } from './pad-form.tsx'
import { Besluitstand } from './standen.tsx'

/** `/besluiten/$id`: the decision and its way. */
export function BesluitPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const mag = useMag()('overleg.schrijven')
  const { data, error } = useEndpoint(getBestuursbesluit, { params: { id } })
  const magNog = mag && data?.ingetrokkenOp === null
  return (
    <Page
      title={data ? `${data.nummer} ${data.titel}` : 'Besluit'}
      status={data && <Besluitstand stand={data.stand} />}
      breadcrumbs={[
        { label: 'Overleg en besluiten', to: '/overleggen' },
        { label: 'Besluiten', to: '/besluiten' },
      ]}
    >
      {error && !data && <ProblemAlert problem={error} />}
      {data?.ingetrokkenOp && (
        <Alert heading="Dit besluit is ingetrokken" tone="let_op">
          <p>
            Op <DateText date={data.ingetrokkenOp} long />. {data.ingetrokkenReden}
          </p>
        </Alert>
      )}
      {data && <Uitkomst besluit={data} />}
      {data && <Feiten besluit={data} />}
      {data && <Weg besluit={data} mag={magNog} />}
      {data && (
        <Section title="Acties">
          <ActieTabel prefix="" query={{ besluitId: data.id }} />
          {magNog && <NieuweActie besluitId={data.id} />}
        </Section>
      )}
      {data && magNog && (
        <Section title="Bijwerken">
          <FormDisclosure
            label={
              data.beslotenOp ? 'Besluit wijzigen' : 'Besluit wijzigen, of vastleggen dat het is genomen'
            }
          >
            {(sluit) => <WijzigBesluit besluit={data} sluit={sluit} />}
          </FormDisclosure>
          <FormDisclosure label="Besluit intrekken">{() => <IntrekForm besluit={data} />}</FormDisclosure>
        </Section>
      )}
    </Page>
  )
}

function Feiten({ besluit }: { besluit: BesluitDetail }) {
  return (
    <TermList>
      <Term label="Wie besluit">{orgaannaam(besluit.orgaan, besluit.gemeente)}</Term>
      <Term label="Besloten op">
        <DateText date={besluit.beslotenOp} long empty="Nog niet: dit is een voornemen" />
      </Term>
      <Term label="Vergadering" empty="Geen">
        {besluit.vergadering && (
          <Link to={'/vergaderingen/$id' as never} params={{ id: besluit.vergaderingId } as never}>
            {besluit.vergadering}
          </Link>
        )}
      </Term>
      <Term label="Besluit">{besluit.tekst}</Term>
      <Term label="Gaat over" empty="Geen programma of activiteit gekozen">
        {besluit.over && <Onderwerpen besluit={besluit} />}
      </Term>
    </TermList>
  )
}

function Onderwerpen({ besluit }: { besluit: BesluitDetail }) {
  const { programma, besluitmoment: moment, activiteiten } = besluit
  return (
    <ul>
      {programma && (
        <li>
          <Link to={'/programma/$id' as never} params={{ id: programma.id } as never}>
            {programma.naam}
          </Link>
        </li>
      )}
      {moment && (
        <li>
          <Momentlink activiteitId={moment.activiteitId}>{moment.activiteit}</Momentlink>
          <span className="od-regel">Besluitmoment: {moment.waarover}</span>
        </li>
      )}
      {activiteiten
        .filter(({ id }) => id !== moment?.activiteitId)
        .map(({ id, naam }) => (
          <li key={id}>
            <Link to={'/activiteiten/$id' as never} params={{ id } as never}>
              {naam}
            </Link>
          </li>
        ))}
    </ul>
  )
}

function Momentlink({ activiteitId, children }: { activiteitId: string; children: ReactNode }) {
  return (
    <Link
      to={'/activiteiten/$id' as never}
      params={{ id: activiteitId } as never}
      search={{ tab: 'voortgang' } as never}
    >
      {children}
    </Link>
  )
}

/** The outcome is a choice of its own, with a reason: it does not follow from the decision being taken. */
function Uitkomst({ besluit }: { besluit: BesluitDetail }) {
  const { besluitmoment: moment } = besluit
  const isGenomen = besluit.stand === 'onderweg' || besluit.stand === 'rond'
  if (!moment || !isGenomen || moment.beslotenOp !== null) return null
  return (
    <Alert heading="Leg ook de uitkomst vast" tone="let_op">
      <p>
        Bij het besluitmoment staat nog niet of de activiteit doorgaat, stopt of groter wordt. Leg dat vast
        bij <Momentlink activiteitId={moment.activiteitId}>{moment.activiteit}</Momentlink>.
      </p>
    </Alert>
  )
}

function Weg({ besluit, mag }: { besluit: BesluitDetail; mag: boolean }) {
  return (
    <Section title="De weg van dit besluit">
      {besluit.nogNodig ? (
        <p>
          <strong>Nog nodig:</strong> {besluit.nogNodig}.
          {besluit.aanZet.length > 0 && ` Nu aan zet: ${besluit.aanZet.join(', ')}.`}
        </p>
      ) : (
        besluit.stand === 'rond' && <p>Alles wat nodig was, is gedaan.</p>
      )}
      {besluit.stappen.length === 0 ? (
        <p>Er zijn geen andere stappen nodig.</p>
      ) : (
        <Stappen besluit={besluit} />
      )}
      {mag && (
        <FormDisclosure label="Stappen wijzigen">
          {(sluit) => <PadForm besluit={besluit} sluit={sluit} />}
        </FormDisclosure>
      )}
    </Section>
  )
}

const kop = ['Beurt', 'Wie', 'Gepland', 'Gedaan', 'Uitkomst']

function Stappen({ besluit }: { besluit: BesluitDetail }) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard (WCAG 2.1.1)
    <section className="ams-table od-tabelvak" aria-labelledby={id} tabIndex={0}>
      <table className="ams-table__table od-tabel">
        <caption className="ams-visually-hidden" id={id}>
          Stappen van dit besluit
        </caption>
        <thead>
          <tr>
            {kop.map((naam) => (
              <th key={naam} scope="col" className="ams-table__header-cell">
                {naam}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {besluit.stappen.map((stap) => (
            <tr key={`${stap.beurt} ${stap.orgaan} ${stap.gemeenteCode} ${stap.omschrijving}`}>
              <td className="ams-table__cell">{stap.beurt}</td>
              <th scope="row" className="ams-table__cell">
                {orgaannaam(stap.orgaan, stap.gemeente)}
                {stap.omschrijving && <span className="od-regel od-hint">{stap.omschrijving}</span>}
              </th>
              <td className="ams-table__cell">
                <DateText date={stap.geplandOp} />
              </td>
              <td className="ams-table__cell">
                <DateText date={stap.gedaanOp} />
              </td>
              <td className="ams-table__cell">{stap.uitkomst ? uitkomsten[stap.uitkomst] : 'Nog nodig'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function IntrekForm({ besluit }: { besluit: BesluitDetail }) {
  const send = useZend(postBestuursbesluitintrekking, besluit.id, 'Het besluit is ingetrokken.')
  return (
    <Form
      schema={postBestuursbesluitintrekking.body}
      defaultValues={{ versie: besluit.versie, reden: '' }}
      submitLabel="Besluit intrekken"
      draftKey={`besluit-${besluit.id}-intrekking`}
      onSubmit={send}
    >
      <TextAreaField
        name="reden"
        label="Waarom trekt u dit besluit in?"
        hint="Het blijft te lezen, en verandert daarna niet meer."
        rows={3}
        max={500}
      />
    </Form>
  )
}
