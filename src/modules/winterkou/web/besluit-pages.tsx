import { Button, FieldSet } from '@amsterdam/design-system-react'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { FormPage } from '../../../ui/form-page.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { NumberField } from '../../../ui/number-field.tsx'
import { Page } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { optionsOf, usePlekkeuzes } from '../../plek/web/keuzes.ts'
import {
  haalWinterkou,
  listWintercapaciteit,
  postEinde,
  postWintercapaciteit,
  postWinterperiode,
  winterSoorten,
} from '../domain/contract.ts'

const crumbs = [{ label: 'Winterkou en calamiteit', to: '/winterkou' }]

function useKlaar(tekst: string) {
  const navigate = useNavigate()
  const toast = useToast()
  return async () => {
    toast.show(tekst)
    await navigate({ to: '/winterkou' as never })
  }
}

function Besluit() {
  return (
    <>
      <TextField
        name="beslotenDoor"
        label="Wie besloot dit?"
        hint="Naam en functie, bijvoorbeeld: A. de Vries, coördinator opvang"
      />
      <DateField name="beslotenOp" label="Dag van het besluit" today />
    </>
  )
}

/** `/winterkou/aanzetten` */
export function StartPage() {
  const stand = useEndpoint(haalWinterkou, { query: {} })
  const save = useCommand(postWinterperiode, { onDone: useKlaar('Aangezet. De extra bedden tellen nu mee.') })
  const data = stand.data
  if (!data)
    return (
      <Page title="Aanzetten" breadcrumbs={crumbs}>
        {stand.error && <ProblemAlert problem={stand.error} />}
      </Page>
    )
  return (
    <FormPage
      title="Aanzetten"
      lead={`${data.regel} Nu ingesteld: onder ${formatNumber(data.drempel)} °C.`}
      breadcrumbs={crumbs}
      schema={postWinterperiode.body}
      draftKey="winterkou-aanzetten"
      defaultValues={{
        soort: 'winterkou',
        van: data.nacht,
        temperatuur: null,
        afwijkingReden: null,
        beslotenOp: data.nacht,
        locaties: [],
      }}
      onSubmit={(body) => save.run({ body })}
      submitLabel="Aanzetten"
    >
      {(form) => (
        <>
          <RadioField name="soort" label="Wat zet u aan?" options={optionsOf(winterSoorten)} />
          <DateField name="van" label="Eerste nacht" hint="De dag waarop de nacht begint" />
          <TextAreaField name="reden" label="Waarom?" rows={2} max={500} />
          {form.watch('soort') === 'calamiteit' ? (
            <Beperkingen percentage={data.percentage} />
          ) : (
            <>
              <NumberField
                name="temperatuur"
                label="Laagste temperatuur die wordt verwacht (°C)"
                hint="Onder nul met een min ervoor, bijvoorbeeld -4"
                empty={null}
                optional
              />
              <TextAreaField
                name="afwijkingReden"
                label="Waarom toch, als het niet koud genoeg is?"
                hint="Alleen invullen als de temperatuur niet onder de regel komt, bijvoorbeeld bij harde wind"
                rows={2}
                max={500}
                optional
              />
            </>
          )}
          <Besluit />
        </>
      )}
    </FormPage>
  )
}

type Velden = { locaties: { locatieId: string; percentage: number }[] }

/** Where less people fit, e.g. by a distance rule; the board shows it as long as the calamiteit lasts. */
function Beperkingen({ percentage }: { percentage: number }) {
  const { control } = useFormContext<Velden>()
  const rijen = useFieldArray({ control, name: 'locaties' })
  const { locaties } = usePlekkeuzes()
  return (
    <FieldSet legend="Waar kunnen minder mensen terecht?" className="od-groep">
      <p className="od-hint">
        Noem de locaties met een afstandsregel. Het plekkenbord rekent daar zo lang met minder plekken.
      </p>
      {rijen.fields.map((rij, index) => (
        <FieldSet key={rij.id} legend={`Locatie ${index + 1}`} className="od-groep">
          <SelectField name={`locaties.${index}.locatieId`} label="Locatie" options={locaties} />
          <NumberField
            name={`locaties.${index}.percentage`}
            label="Welk deel van de plekken is te gebruiken? (%)"
            suffix="%"
          />
          <div>
            <Button type="button" variant="tertiary" onClick={() => rijen.remove(index)}>
              Locatie {index + 1} weghalen
            </Button>
          </div>
        </FieldSet>
      ))}
      <div>
        <Button
          type="button"
          variant="secondary"
          onClick={() =>
            rijen.append(
              { locatieId: '', percentage },
              { focusName: `locaties.${rijen.fields.length}.locatieId` },
            )
          }
        >
          {rijen.fields.length === 0 ? 'Locatie toevoegen' : 'Nog een locatie toevoegen'}
        </Button>
      </div>
    </FieldSet>
  )
}

/** `/winterkou/perioden/$id/einde` */
export function EindePage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const stand = useEndpoint(haalWinterkou, { query: {} })
  const save = useCommand(postEinde, { onDone: useKlaar('Het einde is vastgelegd.') })
  const periode = stand.data?.perioden.find((one) => one.id === id)
  if (!stand.data || !periode)
    return (
      <Page title="Beëindigen" breadcrumbs={crumbs}>
        {stand.error && <ProblemAlert problem={stand.error} />}
        {stand.data && <p>Deze periode loopt niet (meer).</p>}
      </Page>
    )
  return (
    <FormPage
      title={`${winterSoorten[periode.soort]} beëindigen`}
      lead="In de nacht van het einde zijn de extra bedden er niet meer. Kiest u de eerste nacht, dan trekt u de periode in. Dat kan zolang er niemand is genoteerd."
      breadcrumbs={crumbs}
      schema={postEinde.body}
      draftKey={`winterkou-einde-${id}`}
      defaultValues={{ versie: periode.versie, tot: stand.data.nacht, beslotenOp: stand.data.nacht }}
      onSubmit={(body) => save.run({ params: { id }, body })}
      submitLabel="Einde vastleggen"
    >
      <DateField name="tot" label="Eerste nacht waarin het niet meer geldt" />
      <TextAreaField name="reden" label="Waarom stopt het?" rows={2} max={500} />
      <Besluit />
    </FormPage>
  )
}

/** `/winterkou/bedden` */
export function BeddenPage() {
  const plan = useEndpoint(listWintercapaciteit, { query: { aantalPerPagina: 100 } })
  const stand = useEndpoint(haalWinterkou, { query: {} })
  const save = useCommand(postWintercapaciteit, { onDone: useKlaar('Het plan is opgeslagen.') })
  if (!plan.data || !stand.data)
    return (
      <Page title="Bedden vastleggen" breadcrumbs={crumbs}>
        {plan.error && <ProblemAlert problem={plan.error} />}
      </Page>
    )
  return (
    <FormPage
      title="Bedden vastleggen"
      lead="Hoeveel extra bedden heeft een locatie zodra de regeling aan staat? Nachten die voorbij zijn, veranderen niet."
      breadcrumbs={crumbs}
      schema={postWintercapaciteit.body}
      draftKey="winterkou-bedden"
      defaultValues={{ van: stand.data.nacht }}
      onSubmit={(body) => save.run({ body })}
      submitLabel="Bedden opslaan"
    >
      <SelectField
        name="locatieId"
        label="Locatie"
        options={plan.data.keuzes.map((one) => ({ value: one.id, label: one.naam }))}
      />
      <NumberField
        name="bedden"
        label="Extra bedden"
        hint="Vul 0 in als de locatie niet meer meedoet"
        suffix="bedden"
      />
      <DateField name="van" label="Vanaf de nacht van" />
    </FormPage>
  )
}
