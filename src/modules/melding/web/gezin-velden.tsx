import { Button, FieldSet } from '@amsterdam/design-system-react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { RadioField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { geslachten, huishoudenRollen } from '../../persoon/domain/keuzes.ts'
import type { NieuweMelding } from './nieuw-page.tsx'
import { codesOf } from './opties.ts'

const { aanspreekpunt: _, ...rollen } = huishoudenRollen

/** Who comes along: with a file of their own, a family waits and stays as a whole. */
export function GezinVelden() {
  const { control, watch } = useFormContext<NieuweMelding>()
  const leden = useFieldArray({ control, name: 'huishouden' })
  return (
    <FieldSet legend="Wie horen erbij?" className="od-groep">
      <p className="od-hint">
        Voeg een partner en kinderen toe. Dan zoeken we een plek voor iedereen samen. Weet u het nog niet? Vul
        dan straks alleen de aantallen in.
      </p>
      {leden.fields.map((lid, index) => (
        <FieldSet key={lid.id} legend={`Gezinslid ${index + 1}`} className="od-groep">
          <RadioField
            name={`huishouden.${index}.rol`}
            label="Plaats in het huishouden"
            options={codesOf(rollen)}
          />
          <TextField name={`huishouden.${index}.roepnaam`} label="Roepnaam" size={20} empty={null} />
          <TextField
            name={`huishouden.${index}.achternaam`}
            label="Achternaam"
            hint="Leeg als die hetzelfde is."
            size={30}
            empty={null}
            optional
          />
          <DateField name={`huishouden.${index}.geboortedatum`} label="Geboortedatum" empty={null} />
          {!watch(`huishouden.${index}.geboortedatum`) && (
            <NumberField
              name={`huishouden.${index}.geboortejaar`}
              label="Of geschat geboortejaar"
              size={6}
              empty={null}
              optional
            />
          )}
          <RadioField name={`huishouden.${index}.geslacht`} label="Geslacht" options={codesOf(geslachten)} />
          <div>
            <Button type="button" variant="tertiary" onClick={() => leden.remove(index)}>
              Gezinslid {index + 1} weghalen
            </Button>
          </div>
        </FieldSet>
      ))}
      <div>
        <Button
          type="button"
          variant="secondary"
          onClick={() =>
            leden.append({ geslacht: 'onbekend' } as never, {
              focusName: `huishouden.${leden.fields.length}.rol`,
            })
          }
        >
          {leden.fields.length === 0 ? 'Gezinslid toevoegen' : 'Nog een gezinslid toevoegen'}
        </Button>
      </div>
    </FieldSet>
  )
}
