import { useFormContext, useWatch } from 'react-hook-form'
import type { z } from 'zod'
import { SelectField } from '../../../ui/choice-fields.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { haalDelen } from '../domain/contract.ts'
import {
  type GegevenssetCode,
  gegevenssets,
  type Ontvangersoort,
  ontvangersoorten,
} from '../domain/keuzes.ts'

export type DelenData = z.output<typeof haalDelen.response>

/** An organisation of the region, or an external party by kind and name; and which data, with exactly what is in it. */
export function OntvangerVelden({ data }: { data: DelenData }) {
  const { control } = useFormContext()
  const organisatieId = useWatch({ control, name: 'ontvanger.organisatieId' }) as string | null | undefined
  const gekozen = useGekozen(data)
  return (
    <>
      <SelectField
        name="ontvanger.organisatieId"
        label="Wie krijgt de gegevens?"
        hint="Staat de partij er niet bij? Kies dan de eerste regel."
        emptyLabel="Een partij buiten deze lijst"
        optional
        empty={null}
        options={data.organisaties.map(({ id, naam }) => ({ value: id, label: naam }))}
      />
      {!organisatieId && (
        <>
          <SelectField
            name="ontvanger.soort"
            label="Wat voor partij?"
            empty={null}
            options={Object.entries(ontvangersoorten)
              .filter(([soort]) => soort !== 'college' && soort !== 'aanbieder')
              .map(([value, label]) => ({ value, label }))}
          />
          <TextField name="ontvanger.naam" label="Naam van de partij" empty={null} />
        </>
      )}
      <SelectField
        name="gegevensset"
        label="Welke gegevens?"
        options={Object.entries(gegevenssets).map(([value, { naam }]) => ({ value, label: naam }))}
      />
      {gekozen.set && (
        <p className="od-hint" role="status">
          Dit gaat mee, en niets anders: {gegevenssets[gekozen.set].gegevens.join(', ')}.
        </p>
      )}
    </>
  )
}

/** What is chosen so far: the kind of recipient and the set decide which grounds there are. */
export function useGekozen(data: DelenData): {
  aan: Ontvangersoort | undefined
  set: GegevenssetCode | undefined
} {
  const { control } = useFormContext()
  const [organisatieId, soort, set] = useWatch({
    control,
    name: ['ontvanger.organisatieId', 'ontvanger.soort', 'gegevensset'],
  }) as [string | null | undefined, Ontvangersoort | null | undefined, GegevenssetCode | undefined]
  const aan = organisatieId
    ? data.organisaties.find(({ id }) => id === organisatieId)?.soort
    : (soort ?? undefined)
  return { aan, set: set || undefined }
}
