import { useNavigate, useParams } from '@tanstack/react-router'
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
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import {
  type Adviesdetail,
  beantwoordAdvies,
  getAdvies,
  laatAdviesVervallen,
  ontvangAdvies,
  postAdvies,
  putAdvies,
} from '../domain/advies-contract.ts'
import { type Adviesstand, adviesstanden, overnames } from '../domain/keuzes.ts'
import { getParticipatiekeuzes } from '../domain/verband-contract.ts'
import { terugNaar } from './groep-pages.tsx'
import { keuzesVan, useZend } from './velden.tsx'

const tonen = { gevraagd: 'info', ontvangen: 'wacht', beantwoord: 'goed', vervallen: 'neutraal' } as const

export function AdviesBadge({ stand, isTeLaat }: { stand: Adviesstand; isTeLaat: boolean }) {
  return isTeLaat ? (
    <StatusBadge label={`${adviesstanden[stand]}, te laat`} tone="fout" />
  ) : (
    <StatusBadge label={adviesstanden[stand]} tone={tonen[stand]} />
  )
}

/** `/participatie/adviezen/nieuw` */
export function NieuwAdviesPage() {
  const navigate = useNavigate()
  const toast = useToast()
  const save = useCommand(postAdvies, {
    onDone: ({ id }) => {
      toast.show('Het advies is vastgelegd.')
      void navigate({ to: `/participatie/adviezen/${id}` as never })
    },
  })
  return (
    <Page
      title="Advies vastleggen"
      lead="Een vraag om advies aan een raad, of een advies dat een raad uit eigen beweging gaf."
      breadcrumbs={terugNaar('adviezen', 'Adviezen')}
      narrow
    >
      <Form
        schema={postAdvies.body}
        defaultValues={
          {
            activiteitId: null,
            programmaId: null,
            gevraagdOp: null,
            verwachtOp: null,
            ontvangenOp: null,
            tekst: null,
          } as never
        }
        submitLabel="Advies vastleggen"
        draftKey="advies-nieuw"
        onSubmit={(body) => save.run({ body })}
        actions={
          <ButtonLink to="/participatie" search={{ tab: 'adviezen' }} variant="tertiary">
            Annuleren
          </ButtonLink>
        }
      >
        <Velden />
      </Form>
    </Page>
  )
}

function Velden() {
  const { data } = useEndpoint(getParticipatiekeuzes, {})
  const isGevraagd: unknown = useWatch({ name: 'isGevraagd' })
  return (
    <>
      <SelectField
        name="raadId"
        label="Welke raad?"
        hint="Adviesraden en ervaringsorganisaties uit de lijst van partners."
        options={keuzesVan(data?.raden ?? [])}
      />
      <TextField name="onderwerp" label="Waarover?" />
      <SelectField
        name="activiteitId"
        label="Activiteit"
        options={keuzesVan(data?.activiteiten ?? [])}
        emptyLabel="Geen activiteit"
        empty={null}
        optional
      />
      <SelectField
        name="programmaId"
        label="Programma"
        hint="Alleen als het over een heel programma gaat."
        options={keuzesVan(data?.programmas ?? [])}
        emptyLabel="Geen programma"
        empty={null}
        optional
      />
      <YesNoField name="isGevraagd" label="Is om dit advies gevraagd?" />
      {isGevraagd === true && (
        <>
          <DateField name="gevraagdOp" label="Gevraagd op" today empty={null} />
          <DateField name="verwachtOp" label="Uiterlijk verwacht op" empty={null} />
        </>
      )}
      {isGevraagd !== undefined && (
        <>
          <DateField
            name="ontvangenOp"
            label="Ontvangen op"
            {...(isGevraagd === true && { hint: 'Leeg zolang het advies er nog niet is.', optional: true })}
            today
            empty={null}
          />
          <TextAreaField
            name="tekst"
            label="Wat adviseert de raad?"
            max={4000}
            empty={null}
            {...(isGevraagd === true && { optional: true })}
          />
        </>
      )}
    </>
  )
}

/** `/participatie/adviezen/$id` */
export function AdviesPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const mag = useMag()
  const { data, error } = useEndpoint(getAdvies, { params: { id } })
  return (
    <Page
      title={data?.onderwerp ?? 'Advies'}
      breadcrumbs={terugNaar('adviezen', 'Adviezen')}
      status={data && <AdviesBadge stand={data.stand} isTeLaat={data.isTeLaat} />}
    >
      {error && !data && <ProblemAlert problem={error} />}
      {data?.vervallenOp && (
        <Alert heading="Dit advies is vervallen" tone="let_op">
          <p>
            Op <DateText date={data.vervallenOp} long />. {data.vervallenReden}
          </p>
        </Alert>
      )}
      {data && <Feiten advies={data} />}
      {data && mag('participatie.schrijven') && <Stappen advies={data} />}
    </Page>
  )
}

function Feiten({ advies }: { advies: Adviesdetail }) {
  return (
    <>
      <TermList>
        <Term label="Raad">{advies.raad}</Term>
        <Term label="Over" empty="Geen activiteit of programma">
          {advies.waarover}
        </Term>
        {advies.isGevraagd && advies.gevraagdOp && advies.verwachtOp && (
          <Term label="Gevraagd">
            op <DateText date={advies.gevraagdOp} long />, verwacht op{' '}
            <DateText date={advies.verwachtOp} long />
          </Term>
        )}
        <Term label="Ontvangen" empty="Nog niet">
          {advies.ontvangenOp && (
            <>
              op <DateText date={advies.ontvangenOp} long />
              {!advies.isGevraagd && ', uit eigen beweging'}
            </>
          )}
        </Term>
        {advies.antwoordVoor && (
          <Term label="Antwoord uiterlijk">
            <DateText date={advies.antwoordVoor} long />
          </Term>
        )}
      </TermList>
      {advies.tekst && (
        <Section title="Het advies">
          <p className="od-tekst">{advies.tekst}</p>
        </Section>
      )}
      {advies.antwoordOp && advies.overgenomen && (
        <Section title="Het antwoord van het college">
          <p>
            <StatusBadge
              label={overnames[advies.overgenomen]}
              tone={advies.overgenomen === 'nee' ? 'neutraal' : 'goed'}
            />{' '}
            op <DateText date={advies.antwoordOp} long />
          </p>
          <p className="od-tekst">{advies.antwoord}</p>
          {advies.motivering && <p className="od-tekst">Waarom: {advies.motivering}</p>}
        </Section>
      )}
    </>
  )
}

/** What can be done with it now. */
function Stappen({ advies }: { advies: Adviesdetail }) {
  const { stand } = advies
  if (stand === 'vervallen') return null
  return (
    <Section title="Bijwerken">
      {stand === 'gevraagd' && (
        <FormDisclosure label="Ontvangst vastleggen">
          {(sluit) => <Ontvangst advies={advies} sluit={sluit} />}
        </FormDisclosure>
      )}
      {(stand === 'ontvangen' || stand === 'beantwoord') && (
        <FormDisclosure label={stand === 'ontvangen' ? 'Antwoord vastleggen' : 'Antwoord verbeteren'}>
          {(sluit) => <Antwoord advies={advies} sluit={sluit} />}
        </FormDisclosure>
      )}
      {stand !== 'beantwoord' && (
        <>
          <FormDisclosure label="Advies verbeteren">
            {(sluit) => <Wijzigen advies={advies} sluit={sluit} />}
          </FormDisclosure>
          <FormDisclosure label="Laten vervallen">{() => <Verval advies={advies} />}</FormDisclosure>
        </>
      )}
    </Section>
  )
}

interface Props {
  advies: Adviesdetail
  sluit: () => void
}

function Ontvangst({ advies, sluit }: Props) {
  const save = useZend(ontvangAdvies, 'De ontvangst is vastgelegd.', sluit)
  return (
    <Form
      schema={ontvangAdvies.body}
      defaultValues={{ versie: advies.versie } as never}
      submitLabel="Ontvangst vastleggen"
      draftKey={`advies-${advies.id}-ontvangst`}
      onSubmit={(body) => save.run({ params: { id: advies.id }, body })}
    >
      <DateField name="ontvangenOp" label="Ontvangen op" today />
      <TextAreaField name="tekst" label="Wat adviseert de raad?" max={4000} />
    </Form>
  )
}

function Antwoord({ advies, sluit }: Props) {
  const save = useZend(beantwoordAdvies, 'Het antwoord is vastgelegd.', sluit)
  const { versie, antwoordOp, antwoord, overgenomen, motivering } = advies
  return (
    <Form
      schema={beantwoordAdvies.body}
      defaultValues={
        {
          versie,
          motivering,
          ...(antwoordOp && { antwoordOp, antwoord, overgenomen }),
        } as never
      }
      submitLabel="Antwoord vastleggen"
      draftKey={`advies-${advies.id}-antwoord`}
      onSubmit={(body) => save.run({ params: { id: advies.id }, body })}
    >
      <DateField name="antwoordOp" label="Dag van het antwoord" today />
      <TextAreaField name="antwoord" label="Wat antwoordt het college?" max={4000} />
      <RadioField name="overgenomen" label="Is het advies overgenomen?" options={optionsOf(overnames)} />
      <TextAreaField
        name="motivering"
        label="Waarom?"
        hint="Nodig als het advies deels of niet is overgenomen."
        max={2000}
        optional
        empty={null}
      />
    </Form>
  )
}

function Wijzigen({ advies, sluit }: Props) {
  const save = useZend(putAdvies, 'Het advies is verbeterd.', sluit)
  const { raadId, isGevraagd, onderwerp, activiteitId, programmaId } = advies
  const { gevraagdOp, verwachtOp, ontvangenOp, tekst, versie } = advies
  return (
    <Form
      schema={putAdvies.body}
      defaultValues={{
        raadId,
        isGevraagd,
        onderwerp,
        activiteitId,
        programmaId,
        gevraagdOp,
        verwachtOp,
        ontvangenOp,
        tekst,
        versie,
      }}
      submitLabel="Verbetering opslaan"
      draftKey={`advies-${advies.id}`}
      onSubmit={(body) => save.run({ params: { id: advies.id }, body })}
    >
      <Velden />
    </Form>
  )
}

function Verval({ advies }: Pick<Props, 'advies'>) {
  const save = useZend(laatAdviesVervallen, 'Het advies is vervallen.')
  return (
    <Form
      schema={laatAdviesVervallen.body}
      defaultValues={{ versie: advies.versie, reden: '' }}
      submitLabel="Laten vervallen"
      draftKey={`advies-${advies.id}-verval`}
      onSubmit={(body) => save.run({ params: { id: advies.id }, body })}
    >
      <TextAreaField name="reden" label="Waarom vervalt dit advies?" max={500} />
    </Form>
  )
}
