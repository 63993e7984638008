import { useNavigate, useParams } from '@tanstack/react-router'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { CheckboxField, CheckboxGroupField, SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { FormPage } from '../../../ui/form-page.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { Page } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { useMag } from '../../../ui/session.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { getLocatie, type LocatieDetail, postLocatie, putLocatie } from '../domain/api.ts'
import { usePlekkeuzes } from './keuzes.ts'

function LocatieFields({ nieuw }: { nieuw: boolean }) {
  const keuzes = usePlekkeuzes()
  const mag = useMag()
  return (
    <>
      <TextField name="naam" label="Naam" hint="Bij een geheime locatie: een schuilnaam." />
      {mag('vrouwenopvang.lezen') && (
        <CheckboxField
          name="isGeheim"
          label="Geheime locatie"
          hint="Alleen de vrouwenopvang ziet deze locatie."
        />
      )}
      <CheckboxField name="isExtern" label="Buiten de regio" hint="We leggen dan geen adres vast." />
      <SelectField
        name="gemeenteCode"
        label="Gemeente"
        options={keuzes.gemeenten}
        optional
        empty={null}
        emptyLabel="Geheim, verspreid of buiten de regio"
      />
      <TextField
        name="wijk"
        label="Wijk"
        optional
        hint="Alleen samen met een gemeente. Nodig om de spreiding over wijken te tonen."
      />
      <TextField
        name="adres"
        label="Adres"
        optional
        hint={
          nieuw
            ? 'Wordt versleuteld bewaard.'
            : 'Laat leeg om het adres te houden zoals het is. Weghalen kan op de pagina van de locatie, bij Gegevens.'
        }
      />
      <TextField name="telefoon" label="Telefoon" optional />
      <NumberField
        name="reactietijdMinuten"
        label="Afgesproken reactietijd in minuten"
        suffix="minuten"
        optional
        empty={null}
      />
      <CheckboxGroupField
        name="kenmerken"
        label="Kenmerken van de hele locatie"
        options={keuzes.lijst('kenmerk')}
        optional
      />
      <DateField name="van" label="Vanaf" />
    </>
  )
}

/** `/locaties/nieuw?voorziening=…` */
export function NieuweLocatiePage() {
  const { get } = useSearchParams()
  const navigate = useNavigate()
  const toast = useToast()
  const voorzieningId = get('voorziening')
  const save = useCommand(postLocatie, {
    onDone: async ({ id }) => {
      toast.show('Locatie toegevoegd. Voeg nu plekken toe.')
      await navigate({ to: `/locaties/${id}` as never })
    },
  })
  return (
    <FormPage
      title="Locatie toevoegen"
      breadcrumbs={[
        { label: 'Voorzieningen', to: '/voorzieningen' },
        { label: 'Voorziening', to: `/voorzieningen/${voorzieningId}` },
      ]}
      schema={postLocatie.body}
      draftKey={`locatie-nieuw-${voorzieningId}`}
      defaultValues={{ voorzieningId, kenmerken: [] }}
      onSubmit={(body) => save.run({ body })}
      submitLabel="Locatie opslaan"
    >
      <LocatieFields nieuw />
    </FormPage>
  )
}

/** What the form edits; a draft need not hold every plek of the locatie. */
function fieldsOf({
  plekken: _plekken,
  openingen: _openingen,
  buitenGebruik: _uit,
  ...fields
}: LocatieDetail) {
  return fields
}

/** `/locaties/$id/wijzigen` */
export function WijzigLocatiePage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const navigate = useNavigate()
  const answer = useEndpoint(getLocatie, { params: { id } })
  const save = useCommand(putLocatie, { onDone: () => navigate({ to: `/locaties/${id}` as never }) })
  if (!answer.data)
    return <Page title="Locatie wijzigen">{answer.error && <ProblemAlert problem={answer.error} />}</Page>
  return (
    <FormPage
      title="Locatie wijzigen"
      breadcrumbs={[{ label: answer.data.naam, to: `/locaties/${id}` }]}
      schema={putLocatie.body}
      draftKey={`locatie-${id}`}
      defaultValues={fieldsOf(answer.data) as never}
      // An empty field means: leave the address as it is.
      onSubmit={({ adres, ...body }) => save.run({ params: { id }, body: adres ? { ...body, adres } : body })}
      onReload={async () => {
        const { data } = await answer.refetch()
        return (data && fieldsOf(data)) as never
      }}
      submitLabel="Wijziging opslaan"
    >
      <LocatieFields nieuw={false} />
    </FormPage>
  )
}
