import { Button } from '@amsterdam/design-system-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { Alert } from '../../../ui/alert.tsx'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { optionsOf, RadioField, SelectField, YesNoField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { ReadabilityHint } from '../../../ui/readability-hint.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge, type StatusTone } from '../../../ui/status-badge.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import {
  beantwoordIdee,
  controleerIdee,
  getIdee,
  type Ideedetail,
  type Ideerij,
  postIdee,
  verzendIdee,
} from '../domain/idee-contract.ts'
import { ideekanalen, ideestanden } from '../domain/keuzes.ts'
import { getParticipatiekeuzes } from '../domain/verband-contract.ts'
import { terugNaar } from './groep-pages.tsx'
import { keuzesVan, useZend } from './velden.tsx'

const tonen: Record<Ideerij['status'], StatusTone> = {
  ontvangen: 'let_op',
  wordt_bekeken: 'wacht',
  overgenomen: 'goed',
  niet_overgenomen: 'neutraal',
}

export function IdeeBadge({ status, isTeLaat }: Pick<Ideerij, 'status' | 'isTeLaat'>) {
  return isTeLaat ? (
    <StatusBadge label={`${ideestanden[status]}, te laat`} tone="fout" />
  ) : (
    <StatusBadge label={ideestanden[status]} tone={tonen[status]} />
  )
}

const { website: _, ...kanalen } = ideekanalen

/** `/participatie/ideeen/nieuw`: what somebody told, on the telephone or at the desk (PAR-06). */
export function NieuwIdeePage() {
  const { data } = useEndpoint(getParticipatiekeuzes, {})
  const [code, setCode] = useState<string>()
  const save = useCommand(postIdee, { onDone: (answer) => setCode(answer.code) })
  return (
    <Page
      title={code ? 'Het idee is vastgelegd' : 'Idee vastleggen'}
      lead={
        !code &&
        'Voor wie belt, langskomt of schrijft. De inwoner krijgt dezelfde code als wie het formulier invult.'
      }
      breadcrumbs={terugNaar('ideeen', 'Ideeën')}
      narrow
    >
      {code ? (
        <Alert tone="goed" heading="Geef deze code aan de inwoner" focus>
          <p>
            <strong>{code}</strong>
          </p>
          <p>
            Met de code is op de openbare pagina te zien wat er met het idee gebeurt. Wij kunnen de code niet
            opnieuw tonen.
          </p>
          <p>
            <Link to={'/participatie?tab=ideeen' as never}>Naar alle ideeën</Link>
          </p>
        </Alert>
      ) : (
        <Form
          schema={postIdee.body}
          defaultValues={{ email: null } as never}
          submitLabel="Idee vastleggen"
          draftKey="idee-nieuw"
          onSubmit={(body) => save.run({ body })}
          actions={
            <ButtonLink to="/participatie" search={{ tab: 'ideeen' }} variant="tertiary">
              Annuleren
            </ButtonLink>
          }
        >
          <RadioField name="kanaal" label="Hoe kwam het idee binnen?" options={optionsOf(kanalen)} />
          <DateField name="ontvangenOp" label="Ontvangen op" today />
          <SelectField
            name="gemeenteCode"
            label="Voor welke gemeente?"
            options={(data?.gemeenten ?? []).map((een) => ({ value: een.code, label: een.naam }))}
          />
          <TextAreaField name="tekst" label="Wat is het idee?" hint="Noem niemand bij naam." max={2000} />
          <TextField
            name="email"
            label="E-mailadres voor een antwoord"
            hint="Alleen als de inwoner dat wil. Het wordt na het antwoord gewist."
            type="email"
            optional
            empty={null}
          />
        </Form>
      )}
    </Page>
  )
}

/** `/participatie/ideeen/$id` */
export function IdeePage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const mag = useMag()
  const { data, error } = useEndpoint(getIdee, { params: { id } })
  const magSchrijven = mag('participatie.schrijven')
  return (
    <Page
      title={data?.titel ?? 'Nieuw idee'}
      breadcrumbs={terugNaar('ideeen', 'Ideeën')}
      status={data && <IdeeBadge status={data.status} isTeLaat={data.isTeLaat} />}
    >
      {error && !data && <ProblemAlert problem={error} />}
      {data && <Feiten idee={data} />}
      {data && magSchrijven && !data.nagekekenOp && (
        <Section title="Nakijken">
          <p>
            Lees het idee. Schrijf het zo op dat niemand te herkennen is. Wat is gestuurd, wordt daarna
            gewist.
          </p>
          <Controle idee={data} sluit={() => undefined} />
        </Section>
      )}
      {data?.nagekekenOp && magSchrijven && <Stappen idee={data} />}
    </Page>
  )
}

function Feiten({ idee }: { idee: Ideedetail }) {
  return (
    <>
      <TermList>
        <Term label="Gemeente">{idee.gemeente}</Term>
        <Term label="Ontvangen">
          <DateText date={idee.ontvangenOp} long />, {ideekanalen[idee.kanaal].toLowerCase()}
        </Term>
        {idee.reactieVoor && (
          <Term label="Reactie uiterlijk">
            <DateText date={idee.reactieVoor} long />
          </Term>
        )}
        {idee.nagekekenOp && (
          <>
            <Term label="Nagekeken">
              <DateText date={idee.nagekekenOp} long />
              {idee.nagekekenDoor && ` door ${idee.nagekekenDoor}`}
            </Term>
            <Term label="Openbaar">{idee.isOpenbaar ? 'Ja, iedereen kan het lezen' : 'Nee'}</Term>
          </>
        )}
        {idee.activiteit && (
          <Term label="Overgenomen in">
            <Link to={`/participatie/activiteiten/${idee.activiteitId}` as never}>{idee.activiteit}</Link>
          </Term>
        )}
      </TermList>
      {idee.gestuurd && (
        <Section title="Zoals het is gestuurd">
          <p className="od-tekst">{idee.gestuurd}</p>
        </Section>
      )}
      {!idee.gestuurd && !idee.tekst && <p>Een collega kijkt dit idee na. Daarna is het hier te lezen.</p>}
      {idee.tekst && (
        <Section title="Het idee">
          <p className="od-tekst">{idee.tekst}</p>
        </Section>
      )}
      {idee.reactie && (
        <Section title="Onze reactie">
          <p className="od-tekst">{idee.reactie}</p>
        </Section>
      )}
    </>
  )
}

function Stappen({ idee }: { idee: Ideedetail }) {
  return (
    <Section title="Bijwerken">
      {idee.moetGemaild && <Mailen idee={idee} />}
      <FormDisclosure label={idee.reactieOp ? 'Reactie verbeteren' : 'Reageren'}>
        {(sluit) => <Reactie idee={idee} sluit={sluit} />}
      </FormDisclosure>
      <FormDisclosure label="Tekst verbeteren of niet meer tonen">
        {(sluit) => <Controle idee={idee} sluit={sluit} />}
      </FormDisclosure>
    </Section>
  )
}

function Mailen({ idee }: { idee: Ideedetail }) {
  const send = useZend(verzendIdee, 'Vastgelegd. Het e-mailadres is gewist.')
  return (
    <Alert tone="let_op" heading="Mail de reactie naar de inwoner">
      {idee.email && (
        <p>
          <a href={`mailto:${idee.email}`}>{idee.email}</a>
        </p>
      )}
      <p>Onderdak verstuurt zelf geen mail. Zeg hier dat u het deed: dan wordt het adres gewist.</p>
      {send.problem && <ProblemAlert problem={send.problem} focus />}
      <Button
        type="button"
        variant="secondary"
        disabled={send.busy}
        onClick={() =>
          void send.run({ params: { id: idee.id }, body: { versie: idee.versie } }).catch(() => undefined)
        }
      >
        De reactie is gemaild
      </Button>
    </Alert>
  )
}

interface Props {
  idee: Ideedetail
  sluit: () => void
}

function Controle({ idee, sluit }: Props) {
  const save = useZend(controleerIdee, 'Het idee is nagekeken.', sluit)
  return (
    <Form
      schema={controleerIdee.body}
      defaultValues={
        {
          versie: idee.versie,
          titel: idee.titel ?? '',
          tekst: idee.tekst ?? idee.gestuurd ?? '',
          ...(idee.nagekekenOp && { isOpenbaar: idee.isOpenbaar }),
        } as never
      }
      submitLabel={idee.nagekekenOp ? 'Tekst opslaan' : 'Nagekeken'}
      draftKey={`idee-${idee.id}-controle`}
      onSubmit={(body) => save.run({ params: { id: idee.id }, body })}
    >
      <TextField name="titel" label="Korte titel" />
      <TextAreaField
        name="tekst"
        label="Het idee, zonder namen"
        hint="Noem geen namen, hele datums, nummers of adressen."
        max={2000}
      />
      <ReadabilityHint name="tekst" />
      <YesNoField name="isOpenbaar" label="Mag iedereen dit idee lezen op de openbare pagina?" />
    </Form>
  )
}

function Reactie({ idee, sluit }: Props) {
  const save = useZend(beantwoordIdee, 'De reactie is vastgelegd.', sluit)
  const isKlaar = idee.status === 'overgenomen' || idee.status === 'niet_overgenomen'
  return (
    <Form
      schema={beantwoordIdee.body}
      defaultValues={
        {
          versie: idee.versie,
          activiteitId: idee.activiteitId,
          reactie: idee.reactie ?? '',
          ...(isKlaar && { uitkomst: idee.status }),
        } as never
      }
      submitLabel="Reactie vastleggen"
      draftKey={`idee-${idee.id}-reactie`}
      onSubmit={(body) => save.run({ params: { id: idee.id }, body })}
    >
      <RadioField
        name="uitkomst"
        label="Wat doet u met het idee?"
        options={[
          { value: 'overgenomen', label: 'Overnemen', hint: 'Het komt in een activiteit.' },
          { value: 'niet_overgenomen', label: 'Niet overnemen', hint: 'Zeg in de reactie waarom.' },
        ]}
      />
      <Waarin />
      <TextAreaField
        name="reactie"
        label="Reactie"
        hint="Is het idee openbaar? Dan staat de reactie erbij. Noem geen namen."
        max={2000}
      />
      <ReadabilityHint name="reactie" />
    </Form>
  )
}

function Waarin() {
  const { data } = useEndpoint(getParticipatiekeuzes, {})
  const uitkomst: unknown = useWatch({ name: 'uitkomst' })
  if (uitkomst !== 'overgenomen') return null
  return (
    <SelectField
      name="activiteitId"
      label="In welke activiteit?"
      options={keuzesVan(data?.activiteiten ?? [])}
      empty={null}
    />
  )
}
