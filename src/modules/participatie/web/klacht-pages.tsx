import { useNavigate, useParams } from '@tanstack/react-router'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { optionsOf, RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { afzenders, klachtaarden, klachtonderwerpen, klachtuitkomsten } from '../domain/keuzes.ts'
import {
  beantwoordKlacht,
  getKlacht,
  type Klachtdetail,
  type Klachtrij,
  postKlacht,
} from '../domain/klacht-contract.ts'
import { terugNaar } from './groep-pages.tsx'
import { useZend } from './velden.tsx'

export function KlachtBadge({ rij }: { rij: Pick<Klachtrij, 'uitkomst' | 'isTeLaat'> }) {
  if (rij.uitkomst) return <StatusBadge label={klachtuitkomsten[rij.uitkomst]} tone="goed" />
  return rij.isTeLaat ? (
    <StatusBadge label="Nog geen antwoord, te laat" tone="fout" />
  ) : (
    <StatusBadge label="Wacht op antwoord" tone="wacht" />
  )
}

/** `/participatie/klachten/nieuw` */
export function NieuweKlachtPage() {
  const navigate = useNavigate()
  const toast = useToast()
  const save = useCommand(postKlacht, {
    onDone: ({ id }) => {
      toast.show('Vastgelegd.')
      void navigate({ to: `/participatie/klachten/${id}` as never })
    },
  })
  return (
    <Page
      title="Klacht of feedback vastleggen"
      lead="Over de samenwerking of het programma. Een klacht over zorg of over een besluit hoort bij de aanbieder of de gemeente."
      breadcrumbs={terugNaar('klachten', 'Klachten en feedback')}
      narrow
    >
      <Form
        schema={postKlacht.body}
        defaultValues={{ contact: null } as never}
        submitLabel="Vastleggen"
        draftKey="klacht-nieuw"
        onSubmit={(body) => save.run({ body })}
        actions={
          <ButtonLink to="/participatie" search={{ tab: 'klachten' }} variant="tertiary">
            Annuleren
          </ButtonLink>
        }
      >
        <RadioField name="aard" label="Wat is het?" options={optionsOf(klachtaarden)} />
        <SelectField name="onderwerp" label="Waarover?" options={optionsOf(klachtonderwerpen)} />
        <SelectField name="afzender" label="Van wie kwam het?" options={optionsOf(afzenders)} />
        <DateField name="ontvangenOp" label="Ontvangen op" today />
        <TextAreaField
          name="omschrijving"
          label="Wat is er gezegd?"
          hint="Schrijf alleen op wat nodig is. Dit staat nooit in een lijst of bestand."
          max={4000}
        />
        <TextField
          name="contact"
          label="Hoe kunt u antwoorden?"
          hint="E-mailadres of telefoonnummer. Wordt na het antwoord gewist."
          optional
          empty={null}
        />
      </Form>
    </Page>
  )
}

/** `/participatie/klachten/$id` */
export function KlachtPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error } = useEndpoint(getKlacht, { params: { id } })
  return (
    <Page
      title={
        data
          ? `${klachtaarden[data.aard]} over ${klachtonderwerpen[data.onderwerp].toLowerCase()}`
          : 'Klacht of feedback'
      }
      breadcrumbs={terugNaar('klachten', 'Klachten en feedback')}
      status={data && <KlachtBadge rij={data} />}
    >
      {error && !data && <ProblemAlert problem={error} />}
      {data && <Feiten klacht={data} />}
      {data && !data.gewistOp && (
        <FormDisclosure label={data.uitkomst ? 'Antwoord verbeteren' : 'Antwoord vastleggen'}>
          {(sluit) => <Antwoord klacht={data} sluit={sluit} />}
        </FormDisclosure>
      )}
    </Page>
  )
}

function Feiten({ klacht }: { klacht: Klachtdetail }) {
  return (
    <>
      <TermList>
        <Term label="Van">{afzenders[klacht.afzender]}</Term>
        <Term label="Ontvangen">
          <DateText date={klacht.ontvangenOp} long />
        </Term>
        {klacht.contact && <Term label="Antwoorden naar">{klacht.contact}</Term>}
        {klacht.antwoordVoor && (
          <Term label="Antwoord uiterlijk">
            <DateText date={klacht.antwoordVoor} long />
          </Term>
        )}
        {klacht.antwoordOp && (
          <>
            <Term label="Beantwoord">
              <DateText date={klacht.antwoordOp} long />
            </Term>
            <Term label="Wat is geleerd">{klacht.geleerd}</Term>
          </>
        )}
      </TermList>
      <Section title="Wat er is gezegd">
        {klacht.gewistOp ? (
          <p>
            Gewist op <DateText date={klacht.gewistOp} long />.
          </p>
        ) : (
          <p className="od-tekst">{klacht.omschrijving}</p>
        )}
      </Section>
    </>
  )
}

function Antwoord({ klacht, sluit }: { klacht: Klachtdetail; sluit: () => void }) {
  const save = useZend(beantwoordKlacht, 'Het antwoord is vastgelegd.', sluit)
  const { versie, antwoordOp, uitkomst, geleerd } = klacht
  return (
    <Form
      schema={beantwoordKlacht.body}
      defaultValues={{ versie, geleerd, ...(antwoordOp && { antwoordOp, uitkomst }) } as never}
      submitLabel="Antwoord vastleggen"
      draftKey={`klacht-${klacht.id}-antwoord`}
      onSubmit={(body) => save.run({ params: { id: klacht.id }, body })}
    >
      <DateField name="antwoordOp" label="Beantwoord op" today />
      <SelectField name="uitkomst" label="Uitkomst" options={optionsOf(klachtuitkomsten)} />
      <TextAreaField
        name="geleerd"
        label="Wat is ervan geleerd?"
        hint="Noem geen namen. Dit staat in de lijst."
        max={1000}
        optional
        empty={null}
      />
    </Form>
  )
}
