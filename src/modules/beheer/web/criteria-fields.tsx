import { Button } from '@amsterdam/design-system-react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { TextField } from '../../../ui/text-field.tsx'

/** The questions of one version of the criteria. */
export function CriteriaVelden() {
  const { control } = useFormContext()
  const { fields, append, remove } = useFieldArray({ control, name: 'waarde.vragen' })
  return (
    <div className="od-stapel">
      {fields.map((field, i) => (
        <fieldset key={field.id} className="od-kaart">
          <legend className="ams-heading ams-heading--4">Criterium {i + 1}</legend>
          <TextField name={`waarde.vragen.${i}.tekst`} label={`Vraag ${i + 1}`} />
          <TextField
            name={`waarde.vragen.${i}.toelichting`}
            label={`Toelichting bij ${i + 1}`}
            optional
            empty=""
          />
          <TextField
            name={`waarde.vragen.${i}.code`}
            label={`Code van ${i + 1}`}
            hint="Kleine letters en _, bijvoorbeeld niet_zelf."
          />
          <Button type="button" variant="tertiary" onClick={() => remove(i)}>
            Criterium {i + 1} weghalen
          </Button>
        </fieldset>
      ))}
      <div>
        <Button
          type="button"
          variant="secondary"
          onClick={() => append({ code: '', tekst: '', toelichting: '' })}
        >
          Criterium toevoegen
        </Button>
      </div>
    </div>
  )
}
