import { Button, FieldSet } from '@amsterdam/design-system-react'
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { useCommand } from '../../../ui/api-hooks.ts'
import { optionsOf, RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { gepaard, stellingrichtingen } from '../domain/keuzes.ts'
import { type Meting, postMeting, putMeting } from '../domain/meting-contract.ts'

const leeg = (nummer: number) => ({
  nummer,
  stelling: '',
  richting: 'hoger',
  nul: null,
  na: null,
  verschil: null,
  spreidingNul: null,
  spreidingNa: null,
  spreidingVerschil: null,
})

export function NieuweMeting({ activiteitId, sluit }: { activiteitId: string; sluit: () => void }) {
  const toast = useToast()
  const save = useCommand(postMeting, {
    onDone: () => {
      toast.show('De meting is vastgelegd.')
      sluit()
    },
  })
  return (
    <Form
      schema={postMeting.body}
      defaultValues={{ schaalVan: 1, schaalTot: 10, stellingen: [leeg(1)] } as never}
      submitLabel="Meting vastleggen"
      draftKey={`activiteit-${activiteitId}-meting`}
      onSubmit={(body) => save.run({ params: { id: activiteitId }, body })}
    >
      <Velden />
    </Form>
  )
}

export function WijzigMeting({ meting, sluit }: { meting: Meting; sluit: () => void }) {
  const toast = useToast()
  const save = useCommand(putMeting, {
    onDone: () => {
      toast.show('De meting is verbeterd.')
      sluit()
    },
  })
  const { id, conclusie: _, stellingen, ...waarden } = meting
  return (
    <Form
      schema={putMeting.body}
      defaultValues={{
        ...waarden,
        stellingen: stellingen.map(({ wijktAf: __, interval: ___, oordeel: ____, isBerekend, ...een }) => ({
          ...een,
          verschil: isBerekend ? null : een.verschil,
        })),
      }}
      submitLabel="Opslaan"
      draftKey={`meting-${id}`}
      onSubmit={(body) => save.run({ params: { id }, body })}
    >
      <Velden />
    </Form>
  )
}

function Velden() {
  const soort = useWatch({ name: 'gepaard' })
  const { control, getValues } = useFormContext()
  const volgende = () =>
    Math.max(0, ...(getValues('stellingen') as { nummer: number }[]).map(({ nummer }) => nummer)) + 1
  const { fields, append, remove } = useFieldArray({ control, name: 'stellingen' })
  return (
    <>
      <TextField name="naam" label="Naam van de meting" hint="Bijvoorbeeld de pilot en de groep" />
      <NumberField name="schaalVan" label="Laagste antwoord" />
      <NumberField name="schaalTot" label="Hoogste antwoord" />
      <RadioField
        name="gepaard"
        label="Antwoordden voor en na dezelfde mensen?"
        options={optionsOf(gepaard)}
      />
      <DateField name="nulOp" label="Dag van de nulmeting" optional empty={null} />
      <NumberField name="aantalNul" label="Hoeveel mensen bij de nulmeting?" optional empty={null} />
      <DateField name="naOp" label="Dag van de nameting" optional empty={null} />
      <NumberField name="aantalNa" label="Hoeveel mensen bij de nameting?" optional empty={null} />
      {fields.map((field, i) => (
        <FieldSet key={field.id} legend={`Stelling ${i + 1}`} className="od-groep">
          <TextField name={`stellingen.${i}.stelling`} label={`Tekst van stelling ${i + 1}`} />
          <SelectField
            name={`stellingen.${i}.richting`}
            label={`Wat is beter bij stelling ${i + 1}?`}
            options={optionsOf(stellingrichtingen)}
          />
          <NumberField
            name={`stellingen.${i}.nul`}
            label={`Nulmeting ${i + 1}, gemiddelde`}
            optional
            empty={null}
          />
          <NumberField
            name={`stellingen.${i}.na`}
            label={`Nameting ${i + 1}, gemiddelde`}
            optional
            empty={null}
          />
          <NumberField
            name={`stellingen.${i}.verschil`}
            label={`Verschil ${i + 1} volgens de bron`}
            hint="Leeg laten mag: dan rekent Onderdak het uit"
            optional
            empty={null}
          />
          {soort === 'ja' && (
            <NumberField
              name={`stellingen.${i}.spreidingVerschil`}
              label={`Standaardafwijking van het verschil ${i + 1}`}
              optional
              empty={null}
            />
          )}
          {soort === 'nee' && (
            <>
              <NumberField
                name={`stellingen.${i}.spreidingNul`}
                label={`Standaardafwijking van nulmeting ${i + 1}`}
                optional
                empty={null}
              />
              <NumberField
                name={`stellingen.${i}.spreidingNa`}
                label={`Standaardafwijking van nameting ${i + 1}`}
                optional
                empty={null}
              />
            </>
          )}
          {fields.length > 1 && (
            <div>
              <Button type="button" variant="tertiary" onClick={() => remove(i)}>
                Stelling {i + 1} weghalen
              </Button>
            </div>
          )}
        </FieldSet>
      ))}
      <div>
        <Button type="button" variant="secondary" onClick={() => append(leeg(volgende()))}>
          Stelling toevoegen
        </Button>
      </div>
      <TextField name="bron" label="Bron" hint="Document en tabel" />
    </>
  )
}
