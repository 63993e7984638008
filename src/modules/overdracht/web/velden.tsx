import { SelectField } from '../../../ui/choice-fields.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { wetsovergangen } from '../domain/rules.ts'

export const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** What every handover says: which law, why, and what the other must know. */
export function InhoudVelden({ samenvatting }: { samenvatting: string }) {
  return (
    <>
      <SelectField
        name="wetsovergang"
        label="Verandert de wet of wie betaalt?"
        hint="Bij een andere wet raken mensen eerder uit beeld. U ziet dan een waarschuwing."
        options={optionsOf(wetsovergangen)}
      />
      <TextAreaField name="reden" label="Waarom deze overdracht?" rows={2} max={500} />
      <TextAreaField
        name="samenvatting"
        label={samenvatting}
        hint="Wat gaat goed, wat is nodig, welke afspraken en risico’s zijn er? Schrijf geen adres en geen diagnose op."
        rows={6}
        max={4000}
      />
    </>
  )
}
