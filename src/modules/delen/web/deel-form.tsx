import { Button } from '@amsterdam/design-system-react'
import { useFormContext, useWatch } from 'react-hook-form'
import { Alert } from '../../../ui/alert.tsx'
import { useCommand } from '../../../ui/api-hooks.ts'
import { CheckboxField, RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { legDelingVast } from '../domain/contract.ts'
import {
  type GegevenssetCode,
  type Grond,
  gegevenssets,
  gronden,
  setsMetHulp,
  zonderJeugdgegevens,
} from '../domain/keuzes.ts'
import { judge, possibleGronden, vraagtWeging } from '../domain/rules.ts'
import { type DelenData, OntvangerVelden, useGekozen } from './ontvanger-velden.tsx'

/** Shares data: the form shows only grounds that the law has for this recipient and these data. */
export function DeelForm(props: { persoonId: string; data: DelenData; onDone: () => void }) {
  const toast = useToast()
  const save = useCommand(legDelingVast, {
    onDone: ({ artikel }) => {
      toast.show(`Vastgelegd. Het delen rust op ${artikel}.`)
      props.onDone()
    },
  })
  return (
    <Form
      schema={legDelingVast.body}
      defaultValues={{ ontvanger: { organisatieId: null, soort: null, naam: null } }}
      draftKey={`client-${props.persoonId}-deling`}
      submitLabel="Delen vastleggen"
      actions={
        <Button type="button" variant="tertiary" onClick={props.onDone}>
          Annuleren
        </Button>
      }
      onSubmit={(body) => save.run({ params: { id: props.persoonId }, body })}
    >
      <OntvangerVelden data={props.data} />
      <TextField name="doel" label="Waarvoor?" hint="Kort, bijvoorbeeld: een woning vinden" />
      <GrondVelden data={props.data} />
      <Jeugdvraag data={props.data} />
      <DateField
        name="vervaltOp"
        label="Tot wanneer?"
        hint="Daarna mag de ander de gegevens niet meer gebruiken"
      />
    </Form>
  )
}

function GrondVelden({ data }: { data: DelenData }) {
  return <Grondkeuze data={data} {...useGekozen(data)} />
}

function Jeugdvraag({ data }: { data: DelenData }) {
  const { set } = useGekozen(data)
  return <Jeugdgegevens nodig={data.jeugdwetToestemmingNodig} set={set} />
}

/** Who turned 18 in the chain did not agree that what is from before goes along: then only without it. Also for a step that shares. */
export function Jeugdgegevens({ nodig, set }: { nodig: boolean; set: GegevenssetCode | undefined }) {
  if (!nodig || !set || !setsMetHulp.includes(set)) return null
  return (
    <CheckboxField
      name="zonderJeugdgegevens"
      label={zonderJeugdgegevens}
      hint="De cliënt vond niet goed dat die gegevens meegaan, of dat is nog niet gevraagd (Wmo 2015 art. 5.1.1 lid 4). Schrijf alleen op wat van na de achttiende verjaardag is, of vraag het de cliënt bij de route naar 18 jaar."
    />
  )
}

/** The grounds that the law has for this recipient and these data, with what each asks; also for a step that shares. */
export function Grondkeuze({ data, aan, set }: { data: DelenData } & ReturnType<typeof useGekozen>) {
  const { control } = useFormContext()
  const grond = useWatch({ control, name: 'grond' }) as Grond | undefined
  if (!aan || !set) return <p className="od-hint">Kies eerst wie wat krijgt. Dan ziet u waarom dat mag.</p>
  const vraag = { van: data.deler, aan, set }
  const mogelijk = possibleGronden(vraag)
  if (mogelijk.length === 0)
    return (
      <Alert tone="let_op" heading={`${gegevenssets[set].naam} mag niet naar deze ontvanger`}>
        <p>
          {judge({ ...vraag, grond: 'UITDRUKKELIJKE_TOESTEMMING' }).uitleg} (
          {judge({ ...vraag, grond: 'UITDRUKKELIJKE_TOESTEMMING' }).artikel})
        </p>
      </Alert>
    )
  return (
    <>
      <RadioField
        name="grond"
        label="Waarom mag dit?"
        options={mogelijk.map((code) => {
          const { uitleg, artikel } = judge({ ...vraag, grond: code })
          return { value: code, label: gronden[code], hint: `${uitleg} (${artikel})` }
        })}
      />
      {grond === 'UITDRUKKELIJKE_TOESTEMMING' && <ToestemmingKeuze data={data} set={set} />}
      {grond && vraagtWeging(grond) && (
        <TextAreaField
          name="weging"
          label="Waarom is dit nodig?"
          hint="Leg ook uit waarom het niet kan met minder gegevens of met toestemming"
          rows={3}
          max={1000}
          empty={null}
        />
      )}
      {grond === 'WETTELIJKE_VERPLICHTING_OVERIG' && (
        <TextField name="wetsartikel" label="Welke wet en welk artikel?" empty={null} />
      )}
    </>
  )
}

/** Only consents that hold for what is chosen. */
function ToestemmingKeuze({ data, set }: { data: DelenData; set: GegevenssetCode }) {
  const geldig = data.toestemmingen.filter((one) => one.ingetrokkenOp === null && one.gegevensset === set)
  if (geldig.length === 0)
    return (
      <Alert tone="let_op" heading="Er is nog geen toestemming">
        <p>Vraag de cliënt om toestemming en leg die eerst vast. Daarna kunt u delen.</p>
      </Alert>
    )
  return (
    <SelectField
      name="toestemmingId"
      label="Op welke toestemming?"
      empty={null}
      options={geldig.map((one) => ({ value: one.id, label: `${one.ontvanger}: ${one.doel}` }))}
    />
  )
}
