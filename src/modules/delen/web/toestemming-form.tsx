import { Button } from '@amsterdam/design-system-react'
import { useFormContext, useWatch } from 'react-hook-form'
import { Alert } from '../../../ui/alert.tsx'
import { useCommand } from '../../../ui/api-hooks.ts'
import { RadioField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { legToestemmingVast } from '../domain/contract.ts'
import { gevers, vertegenwoordigerRedenen, vormen } from '../domain/keuzes.ts'
import { judge } from '../domain/rules.ts'
import { type DelenData, OntvangerVelden, useGekozen } from './ontvanger-velden.tsx'

const optionsOf = (keuzes: Readonly<Record<string, string>>) =>
  Object.entries(keuzes).map(([value, label]) => ({ value, label }))

/** Records what the cliënt, or the representative, agreed to: free, specific and provable (AVG art. 7). */
export function ToestemmingForm(props: { persoonId: string; data: DelenData; onDone: () => void }) {
  const toast = useToast()
  const save = useCommand(legToestemmingVast, {
    onDone: () => {
      toast.show('De toestemming is vastgelegd.')
      props.onDone()
    },
  })
  return (
    <Form
      schema={legToestemmingVast.body}
      defaultValues={{ ontvanger: { organisatieId: null, soort: null, naam: null } }}
      draftKey={`client-${props.persoonId}-toestemming`}
      submitLabel="Toestemming vastleggen"
      actions={
        <Button type="button" variant="tertiary" onClick={props.onDone}>
          Annuleren
        </Button>
      }
      onSubmit={(body) => save.run({ params: { id: props.persoonId }, body })}
    >
      <p>
        Leg de cliënt uit wie wat krijgt en waarvoor. Nee zeggen mag, en intrekken kan altijd, zonder reden.
      </p>
      <OntvangerVelden data={props.data} />
      <GeenToestemmingNodig data={props.data} />
      <TextField name="doel" label="Waarvoor?" hint="Zo dat de cliënt het begrijpt" />
      <RadioField name="vorm" label="Hoe is de toestemming gegeven?" options={optionsOf(vormen)} />
      <DateField name="gegevenOp" label="Op welke dag?" today />
      <RadioField
        name="gegevenDoor"
        label="Wie gaf de toestemming?"
        options={optionsOf(gevers)}
        hint="Is de cliënt jonger dan 12, of kan die het niet overzien? Dan de wettelijk vertegenwoordiger."
      />
      <VertegenwoordigerVelden />
    </Form>
  )
}

function GeenToestemmingNodig({ data }: { data: DelenData }) {
  const { aan, set } = useGekozen(data)
  if (!aan || !set) return null
  const oordeel = judge({ van: data.deler, aan, set, grond: 'UITDRUKKELIJKE_TOESTEMMING' })
  if (oordeel.uitkomst !== 'verboden') return null
  return (
    <Alert tone="let_op" heading="Toestemming past hier niet">
      <p>
        {oordeel.uitleg} ({oordeel.artikel})
      </p>
    </Alert>
  )
}

function VertegenwoordigerVelden() {
  const { control } = useFormContext()
  if (useWatch({ control, name: 'gegevenDoor' }) !== 'vertegenwoordiger') return null
  return (
    <>
      <TextField name="vertegenwoordigerNaam" label="Naam van de vertegenwoordiger" empty={null} />
      <RadioField
        name="vertegenwoordigerReden"
        label="Waarom een vertegenwoordiger?"
        options={optionsOf(vertegenwoordigerRedenen)}
      />
    </>
  )
}
