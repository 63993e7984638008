import { useNavigate } from '@tanstack/react-router'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { CheckboxGroupField, optionsOf, SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { programmasoorten } from '../domain/keuzes.ts'
import {
  getProgrammakeuzes,
  type ProgrammaDetail,
  postProgramma,
  postProgrammaversie,
  putProgramma,
} from '../domain/programma-contract.ts'

/** `/programma/nieuw` */
export function NieuwProgrammaPage() {
  const navigate = useNavigate()
  const toast = useToast()
  const save = useCommand(postProgramma, {
    leaves: true,
    onDone: ({ id }) => {
      toast.show('Het programma is vastgelegd. Voeg nu onderdelen en activiteiten toe.')
      void navigate({ to: `/programma/${id}` as never })
    },
  })
  return (
    <Page
      title="Programma vastleggen"
      lead="Leg een visie of programma vast. Heeft u veel activiteiten? Lees ze in met een bestand."
      breadcrumbs={[{ label: 'Programma', to: '/programma' }]}
      narrow
    >
      <Form
        schema={postProgramma.body}
        defaultValues={{ gemeenten: [] } as never}
        submitLabel="Programma vastleggen"
        draftKey="programma-nieuw"
        onSubmit={(body) => save.run({ body })}
        actions={
          <ButtonLink to="/programma" variant="tertiary">
            Terug
          </ButtonLink>
        }
      >
        <Velden />
      </Form>
    </Page>
  )
}

export function WijzigProgramma({ programma, sluit }: { programma: ProgrammaDetail; sluit: () => void }) {
  const toast = useToast()
  const save = useCommand(putProgramma, {
    onDone: () => {
      toast.show('Het programma is verbeterd.')
      sluit()
    },
  })
  const { code, naam, soort, van, tot, vastgesteldOp, vastgesteldDoor, toelichting, bron, versie } = programma
  return (
    <Form
      schema={putProgramma.body}
      defaultValues={
        {
          code,
          naam,
          soort,
          van,
          tot,
          vastgesteldOp,
          vastgesteldDoor,
          gemeenten: programma.gemeentecodes,
          toelichting,
          bron,
          versie,
        } as never
      }
      submitLabel="Opslaan"
      draftKey={`programma-${programma.id}`}
      onSubmit={(body) => save.run({ params: { id: programma.id }, body })}
    >
      <Velden />
    </Form>
  )
}

function Velden() {
  const { data, error } = useEndpoint(getProgrammakeuzes, {})
  return (
    <>
      {error && !data && <ProblemAlert problem={error} />}
      <TextField name="naam" label="Naam" />
      <TextField
        name="code"
        label="Code"
        hint="Een korte naam, bijvoorbeeld UP of SV. U gebruikt hem ook in bestanden."
      />
      <SelectField name="soort" label="Soort" options={optionsOf(programmasoorten)} />
      <DateField name="van" label="Geldt vanaf" />
      <DateField
        name="tot"
        label="Geldt tot"
        hint="De eerste dag waarop het niet meer geldt"
        optional
        empty={null}
      />
      <CheckboxGroupField
        name="gemeenten"
        label="Voor welke gemeenten?"
        hint="Kies niets als het voor de hele regio is."
        optional
        options={(data?.gemeenten ?? []).map(({ code, naam }) => ({ value: code, label: naam }))}
      />
      <DateField name="vastgesteldOp" label="Vastgesteld op" optional empty={null} />
      <TextField
        name="vastgesteldDoor"
        label="Vastgesteld door"
        hint="Bijvoorbeeld: de gemeenteraden"
        optional
        empty={null}
      />
      <TextAreaField name="toelichting" label="Toelichting" max={4000} optional empty={null} />
      <TextField name="bron" label="Bron" hint="Document en paragraaf" />
    </>
  )
}

export function VersieForm({ programma }: { programma: ProgrammaDetail }) {
  const navigate = useNavigate()
  const toast = useToast()
  const save = useCommand(postProgrammaversie, {
    leaves: true,
    onDone: ({ id }) => {
      toast.show('De nieuwe versie is begonnen. Wat nog loopt, is meegegaan.')
      void navigate({ to: `/programma/${id}` as never })
    },
  })
  return (
    <Form
      schema={postProgrammaversie.body}
      defaultValues={{ versie: programma.versie, naam: programma.naam } as never}
      submitLabel="Nieuwe versie beginnen"
      draftKey={`programma-${programma.id}-versie`}
      onSubmit={(body) => save.run({ params: { id: programma.id }, body })}
    >
      <p>
        Onderdelen en activiteiten die nog lopen, gaan mee. Hun voortgang blijft bij deze versie, die niet
        verandert.
      </p>
      <TextField name="naam" label="Naam van de nieuwe versie" />
      <TextField name="code" label="Code van de nieuwe versie" hint="Een andere dan die van deze versie" />
      <DateField name="van" label="Geldt vanaf" />
      <DateField name="tot" label="Geldt tot" optional empty={null} />
    </Form>
  )
}
