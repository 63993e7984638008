import { useCommand } from '../../../src/ui/api-hooks.ts'
import { CheckboxField, CheckboxGroupField, RadioField, SelectField } from '../../../src/ui/choice-fields.tsx'
import { ComboboxField } from '../../../src/ui/combobox-field.tsx'
import { DateField } from '../../../src/ui/date-field.tsx'
import { FormPage } from '../../../src/ui/form-page.tsx'
import { NumberField } from '../../../src/ui/number-field.tsx'
import { TextAreaField } from '../../../src/ui/text-area-field.tsx'
import { TextField } from '../../../src/ui/text-field.tsx'
import { useToast } from '../../../src/ui/toast.tsx'
import { bewaarKit } from './contract.ts'

const gemeenten = ['Almere', 'Almelo', 'Alkmaar', 'Zwolle'].map((label) => ({
  value: label.toLowerCase(),
  label,
}))

export function KitForm() {
  const toast = useToast()
  const save = useCommand(bewaarKit, { onDone: () => toast.show('Plek opgeslagen.') })
  return (
    <FormPage
      title="Plek toevoegen"
      lead="Vul in wat u weet. U kunt later verder."
      breadcrumbs={[{ label: 'Lijst', to: '/lijst' }]}
      schema={bewaarKit.body}
      defaultValues={{ versie: 1 }}
      onSubmit={(body) => save.run({ body })}
      onReload={async () => ({ naam: 'Nieuwe naam van een ander', versie: 2 })}
      submitLabel="Plek opslaan"
      draftKey="kit"
    >
      <TextField name="naam" label="Naam" hint="Zoals de bewoners hem kennen." />
      <TextAreaField name="toelichting" label="Toelichting" optional max={50} />
      <DateField name="vanaf" label="Beschikbaar vanaf" />
      <NumberField name="aantal" label="Aantal plekken" suffix="plekken" />
      <SelectField
        name="soort"
        label="Soort"
        options={[
          { value: 'intramuraal', label: 'In een voorziening' },
          { value: 'thuis', label: 'Thuis' },
        ]}
      />
      <RadioField
        name="vorm"
        label="Woonvorm"
        options={[
          { value: 'groep', label: 'In een groep', hint: 'Met een gedeelde keuken.' },
          { value: 'eigen', label: 'Eigen voordeur' },
        ]}
      />
      <CheckboxGroupField
        name="kenmerken"
        label="Kenmerken"
        hint="Kies alles wat past."
        options={[
          { value: 'rolstoel', label: 'Geschikt voor een rolstoel' },
          { value: 'huisdier', label: 'Huisdier mag mee' },
        ]}
      />
      <ComboboxField
        name="gemeente"
        label="Gemeente"
        load={async (zoek) =>
          gemeenten.filter((one) => one.label.toLowerCase().startsWith(zoek.toLowerCase()))
        }
      />
      <CheckboxField name="akkoord" label="De persoon is akkoord" />
    </FormPage>
  )
}
