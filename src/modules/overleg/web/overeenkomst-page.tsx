import { useParams } from '@tanstack/react-router'
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
import { onderwerpen, overeenkomstsoorten } from '../domain/keuzes.ts'
import {
  getOvereenkomst,
  type OvereenkomstDetail,
  postOvereenkomstafsluiting,
} from '../domain/overeenkomst-contract.ts'
import { useZend } from './delen.tsx'
import { WijzigOvereenkomst } from './overeenkomst-form.tsx'
import { Overeenkomststand } from './standen.tsx'
import { Vindplaats } from './vindplaats.tsx'

/** `/overeenkomsten/$id` */
export function OvereenkomstPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const mag = useMag()('overleg.schrijven')
  const { data, error } = useEndpoint(getOvereenkomst, { params: { id } })
  return (
    <Page
      title={data?.naam ?? 'Overeenkomst'}
      status={data && <Overeenkomststand stand={data.stand} />}
      breadcrumbs={[
        { label: 'Overleg en besluiten', to: '/overleggen' },
        { label: 'Overeenkomsten', to: '/overeenkomsten' },
      ]}
    >
      {error && !data && <ProblemAlert problem={error} />}
      {data?.afgeslotenOp && (
        <Alert heading="Deze overeenkomst is afgesloten" tone="let_op">
          <p>
            Op <DateText date={data.afgeslotenOp} long />. {data.afgeslotenReden}
          </p>
        </Alert>
      )}
      {data && <Feiten overeenkomst={data} />}
      {data && (
        <Section title={`Wat is waar geregeld? (${data.geregeld} van 10)`}>
          <TermList>
            {data.onderwerpen.map(({ onderwerp, waar }) => (
              <Term key={onderwerp} label={onderwerpen[onderwerp]} empty="Niet geregeld, of niet bekend">
                {waar}
              </Term>
            ))}
          </TermList>
          <p className="od-hint">De tien onderwerpen komen uit de regiovisie MVS 2024, paragraaf 7.3.</p>
        </Section>
      )}
      {data && mag && !data.afgeslotenOp && (
        <Section title="Bijwerken">
          <FormDisclosure label="Overeenkomst wijzigen of herzien">
            {(sluit) => <WijzigOvereenkomst overeenkomst={data} sluit={sluit} />}
          </FormDisclosure>
          <FormDisclosure label="Overeenkomst afsluiten">
            {() => <AfsluitForm overeenkomst={data} />}
          </FormDisclosure>
        </Section>
      )}
    </Page>
  )
}

function Feiten({ overeenkomst }: { overeenkomst: OvereenkomstDetail }) {
  const { opzegtermijnMaanden: maanden } = overeenkomst
  return (
    <TermList>
      <Term label="Soort">{overeenkomstsoorten[overeenkomst.soort]}</Term>
      <Term label="Partijen">{overeenkomst.partijen.map(({ naam }) => naam).join(', ')}</Term>
      <Term label="Eerste dag">
        <DateText date={overeenkomst.begintOp} long />
      </Term>
      <Term label="Laatste dag">
        <DateText date={overeenkomst.eindigtOp} long empty="Geen einde afgesproken" />
      </Term>
      <Term label="Opzegtermijn" empty="Niet bekend">
        {maanden !== null && (maanden === 1 ? '1 maand' : `${maanden} maanden`)}
      </Term>
      {overeenkomst.opzeggenVoor && (
        <Term label="Opzeggen tot en met">
          <DateText date={overeenkomst.opzeggenVoor} long />
        </Term>
      )}
      <Term label="Opnieuw bekijken">
        <DateText date={overeenkomst.herzienOp} long empty="Niet afgesproken" />
      </Term>
      <Term label="Waar staat de tekst" empty="Niet bekend">
        {overeenkomst.vindplaats && <Vindplaats waar={overeenkomst.vindplaats} />}
      </Term>
      {overeenkomst.toelichting && <Term label="Toelichting">{overeenkomst.toelichting}</Term>}
      <Term label="Bron">{overeenkomst.bron}</Term>
    </TermList>
  )
}

function AfsluitForm({ overeenkomst }: { overeenkomst: OvereenkomstDetail }) {
  const send = useZend(postOvereenkomstafsluiting, overeenkomst.id, 'De overeenkomst is afgesloten.')
  return (
    <Form
      schema={postOvereenkomstafsluiting.body}
      defaultValues={{ versie: overeenkomst.versie, reden: '' }}
      submitLabel="Overeenkomst afsluiten"
      draftKey={`overeenkomst-${overeenkomst.id}-afsluiting`}
      onSubmit={send}
    >
      <TextAreaField
        name="reden"
        label="Waarom wordt zij niet meer gevolgd?"
        hint="Bijvoorbeeld: opgezegd, of vervangen door een nieuwe. Zij blijft te lezen."
        rows={3}
        max={500}
      />
    </Form>
  )
}
