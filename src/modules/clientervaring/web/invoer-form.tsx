import { FieldSet } from '@amsterdam/design-system-react'
import { useNavigate } from '@tanstack/react-router'
import { dutchDateOf } from '../../../shared/plain-date.ts'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { optionsOf, RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { Page } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import {
  type ClientervaringDetail,
  getClientervaringkeuzes,
  postClientervaring,
  putClientervaring,
} from '../domain/contract.ts'
import { domeinen, HELE_REGIO, telwijzen } from '../domain/keuzes.ts'

type Keuze = { readonly code: string; readonly naam: string }

/** `/clientervaring/nieuw` */
export function NieuweClientervaringPage() {
  const navigate = useNavigate()
  const toast = useToast()
  const { data, error } = useEndpoint(getClientervaringkeuzes, {})
  const save = useCommand(postClientervaring, {
    onDone: ({ id }) => {
      toast.show('De uitkomst is vastgelegd. Leg hier ook vast wanneer zij is geleverd.')
      void navigate({ to: `/clientervaring/${id}` as never })
    },
  })
  return (
    <Page
      title="Uitkomst vastleggen"
      lead="Leg per gebied en domein vast wat het onderzoeksbureau optelde. Van één jaar, gebied en domein geldt één uitkomst."
      breadcrumbs={[{ label: 'Cliëntervaring', to: '/clientervaring' }]}
      narrow
    >
      {error && !data && <ProblemAlert problem={error} />}
      {data && (
        <Form
          schema={postClientervaring.body}
          defaultValues={{
            jaar: Number(dutchDateOf(new Date()).slice(0, 4)) - 1,
            gemeenteCode: null,
            vragen: data.vragen.map(({ code }) => ({ vraag: code, positief: null })),
          }}
          submitLabel="Uitkomst vastleggen"
          draftKey="clientervaring-nieuw"
          onSubmit={(body) => save.run({ body })}
          actions={
            <ButtonLink to="/clientervaring" variant="tertiary">
              Annuleren
            </ButtonLink>
          }
        >
          <Velden gemeenten={data.gemeenten} vragen={data.vragen} />
        </Form>
      )}
    </Page>
  )
}

export function VerbeterForm(props: {
  uitkomst: ClientervaringDetail
  invoer: NonNullable<ClientervaringDetail['invoer']>
  sluit: () => void
}) {
  const { uitkomst, invoer, sluit } = props
  const toast = useToast()
  const { data } = useEndpoint(getClientervaringkeuzes, {})
  const save = useCommand(putClientervaring, {
    onDone: () => {
      toast.show('De uitkomst is verbeterd.')
      sluit()
    },
  })
  if (!data) return null
  const namen = new Map([
    ...uitkomst.antwoorden.map((een) => [een.vraag, een.naam] as const),
    ...data.vragen.map((een) => [een.code, een.naam] as const),
  ])
  return (
    <Form
      schema={putClientervaring.body}
      defaultValues={{ ...invoer, versie: uitkomst.versie }}
      submitLabel="Verbetering opslaan"
      draftKey={`clientervaring-${uitkomst.id}`}
      onSubmit={(body) => save.run({ params: { id: uitkomst.id }, body })}
    >
      <Velden
        gemeenten={data.gemeenten}
        vragen={invoer.vragen.map(({ vraag }) => ({ code: vraag, naam: namen.get(vraag) ?? vraag }))}
      />
    </Form>
  )
}

function Velden({ gemeenten, vragen }: { gemeenten: readonly Keuze[]; vragen: readonly Keuze[] }) {
  return (
    <>
      <NumberField name="jaar" label="Over welk jaar?" hint="Vier cijfers" size={6} />
      <SelectField
        name="gemeenteCode"
        label="Gebied"
        emptyLabel={HELE_REGIO}
        empty={null}
        options={gemeenten.map(({ code, naam }) => ({ value: code, label: naam }))}
      />
      <RadioField name="domein" label="Domein" options={optionsOf(domeinen)} />
      <NumberField name="uitgenodigd" label="Hoeveel cliënten zijn uitgenodigd?" />
      <NumberField name="beantwoord" label="Hoeveel cliënten antwoordden?" />
      <DateField
        name="onderzoekOp"
        label="Dag van het onderzoek"
        hint="De laatste dag waarop cliënten konden antwoorden. Bijvoorbeeld 1-4-2026"
      />
      <TextField name="bron" label="Bron" hint="Het rapport, of het bureau dat het onderzoek deed" />
      <RadioField name="telwijze" label="Hoe geeft de bron de antwoorden?" options={optionsOf(telwijzen)} />
      <FieldSet legend="Hoeveel cliënten waren positief?" className="od-groep">
        <p className="od-hint">
          Vul per vraag het aantal of het percentage in. Is een vraag niet gesteld? Laat haar leeg.
        </p>
        {vragen.map(({ code, naam }, i) => (
          <NumberField key={code} name={`vragen.${i}.positief`} label={naam} optional empty={null} />
        ))}
      </FieldSet>
    </>
  )
}
