import { useNavigate, useParams } from '@tanstack/react-router'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { CheckboxGroupField, SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormPage } from '../../../ui/form-page.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import {
  getLocatie,
  type LocatieDetail,
  postLocatieEinde,
  postPlekken,
  postVoorzieningEinde,
  putPlek,
} from '../domain/api.ts'
import { plekSoorten, tijdelijkRedenen } from '../domain/contract.ts'
import { optionsOf, usePlekkeuzes } from './keuzes.ts'

function PlekFields() {
  const keuzes = usePlekkeuzes()
  return (
    <>
      <TextField name="naam" label="Naam" hint="Bijvoorbeeld: Kamer 3, of Bed." />
      <SelectField name="productId" label="Product" options={keuzes.producten} />
      <SelectField name="soort" label="Soort plek" options={optionsOf(plekSoorten)} />
      <TextField
        name="kamer"
        label="Gedeelde kamer"
        hint="Alleen als plekken een kamer delen."
        optional
        empty={null}
      />
      <NumberField name="personenMaximum" label="Hoeveel mensen passen op één plek?" suffix="personen" />
      <CheckboxGroupField name="kenmerken" label="Kenmerken" options={keuzes.lijst('kenmerk')} optional />
      <DateField name="van" label="Vanaf" />
      <SelectField
        name="tijdelijkReden"
        label="Tijdelijke plek?"
        options={optionsOf(tijdelijkRedenen)}
        optional
        empty={null}
        emptyLabel="Nee, vast"
      />
      <DateField
        name="tot"
        label="Tot"
        hint="Alleen bij een tijdelijke plek. Op deze dag telt de plek niet meer."
        optional
        empty={null}
      />
    </>
  )
}

/** `/locaties/$id/plekken/nieuw`: one plek, or ten that are the same. */
export function NieuwePlekkenPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const navigate = useNavigate()
  const toast = useToast()
  const save = useCommand(postPlekken, {
    onDone: async ({ ids }) => {
      toast.show(ids.length === 1 ? 'Plek toegevoegd.' : `${ids.length} plekken toegevoegd.`)
      await navigate({ to: `/locaties/${id}` as never })
    },
  })
  return (
    <FormPage
      title="Plekken toevoegen"
      lead="Voeg één plek toe, of in één keer een aantal gelijke plekken."
      breadcrumbs={[{ label: 'Locatie', to: `/locaties/${id}` }]}
      schema={postPlekken.body}
      draftKey={`locatie-${id}-plekken`}
      defaultValues={{ locatieId: id, aantal: 1, personenMaximum: 1, soort: 'regulier', kenmerken: [] }}
      onSubmit={(body) => save.run({ body })}
      submitLabel="Plekken opslaan"
    >
      <NumberField
        name="aantal"
        label="Hoeveel gelijke plekken?"
        hint="Bij meer dan 1 krijgt de naam een nummer."
        suffix="plekken"
      />
      <PlekFields />
    </FormPage>
  )
}

type Plek = LocatieDetail['plekken'][number]

/** What the form edits: not the stand of tonight. */
const fieldsOf = (
  locatieId: string,
  { stand: _stand, verwachtVrijOp: _vrij, product: _naam, ...plek }: Plek,
) => ({
  ...plek,
  locatieId,
})

/** `/locaties/$id/plekken/$plekId/wijzigen` */
export function WijzigPlekPage() {
  const { id, plekId } = useParams({ strict: false }) as { id: string; plekId: string }
  const navigate = useNavigate()
  const toast = useToast()
  const answer = useEndpoint(getLocatie, { params: { id } })
  const save = useCommand(putPlek, {
    onDone: async () => {
      toast.show('De plek is gewijzigd.')
      await navigate({ to: `/locaties/${id}` as never })
    },
  })
  const find = (locatie: LocatieDetail | undefined) => locatie?.plekken.find((plek) => plek.id === plekId)
  const plek = find(answer.data)
  if (!answer.data || !plek)
    return (
      <Page title="Plek wijzigen" breadcrumbs={[{ label: 'Locatie', to: `/locaties/${id}` }]} narrow>
        {answer.error && <ProblemAlert problem={answer.error} />}
        {answer.data && <p>Deze plek hoort niet bij deze locatie.</p>}
      </Page>
    )
  return (
    <FormPage
      title={`${plek.naam} wijzigen`}
      breadcrumbs={[{ label: answer.data.naam, to: `/locaties/${id}` }]}
      schema={putPlek.body}
      draftKey={`plek-${plekId}`}
      defaultValues={fieldsOf(id, plek) as never}
      onSubmit={(body) => save.run({ params: { id: plekId }, body })}
      onReload={async () => {
        const newest = find((await answer.refetch()).data)
        return (newest && fieldsOf(id, newest)) as never
      }}
      submitLabel="Wijziging opslaan"
    >
      <PlekFields />
    </FormPage>
  )
}

const eindes = {
  voorziening: {
    endpoint: postVoorzieningEinde,
    title: 'Voorziening beëindigen',
    uitleg: 'Dat kan als alle locaties op die dag zijn beëindigd.',
  },
  locatie: {
    endpoint: postLocatieEinde,
    title: 'Locatie beëindigen',
    uitleg: 'Dat kan als alle plekken op die dag zijn beëindigd.',
  },
} as const

/** From a day it is no longer there; what was there before stays in the figures. */
export function Einde(props: { soort: keyof typeof eindes; id: string; naam: string; versie: number }) {
  const { endpoint, title, uitleg } = eindes[props.soort]
  const toast = useToast()
  const end = useCommand(endpoint, { onDone: () => toast.show(`Het einde van ${props.naam} is vastgelegd.`) })
  return (
    <Section title={title}>
      <p>{uitleg} Wat er tot die dag was, blijft in de cijfers.</p>
      <Form
        schema={endpoint.body}
        defaultValues={{ versie: props.versie }}
        warnOnLeave={false}
        onSubmit={(body) => end.run({ params: { id: props.id }, body })}
        submitLabel={title}
      >
        <DateField name="tot" label={`Vanaf welke dag is deze ${props.soort} er niet meer?`} />
      </Form>
    </Section>
  )
}
