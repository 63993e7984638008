import { RadioField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { beeindigOpschorting, sluitAanvraag, startOpschorting } from '../domain/contract.ts'
import { opschortgronden, sluitingen } from '../domain/keuzes.ts'
import { type ActieProps, Terug, useActie } from './actie-page.tsx'
import { optionsOf } from './labels.tsx'

export function OpschortForm({ data }: ActieProps) {
  const send = useActie(startOpschorting, data, 'De termijn staat stil.')
  return (
    <Form
      schema={startOpschorting.body}
      defaultValues={{ versie: data.versie, antwoordUiterlijk: null } as never}
      draftKey={`beschikking-${data.id}-opschorting`}
      onSubmit={send}
      submitLabel="Termijn stilzetten"
      actions={<Terug data={data} />}
    >
      <RadioField name="grond" label="Waarom staat de termijn stil?" options={optionsOf(opschortgronden)} />
      <DateField
        name="gevraagdOp"
        label="Op welke dag vroeg u erom, of ging het in?"
        hint="De termijn staat stil vanaf de dag erna. Bijvoorbeeld 1-4-2026"
      />
      <DateField
        name="antwoordUiterlijk"
        label="Tot en met welke dag heeft de aanvrager de tijd?"
        hint="Verplicht als u om gegevens vroeg of uitstel afsprak. Daarna loopt de termijn vanzelf weer."
        optional
        empty={null}
      />
      <TextAreaField name="reden" label="Wat heeft u nodig?" rows={3} max={500} />
    </Form>
  )
}

export function HervatForm({ data }: ActieProps) {
  const send = useActie(beeindigOpschorting, data, 'De termijn loopt weer.')
  return (
    <Form
      schema={beeindigOpschorting.body}
      defaultValues={{ versie: data.versie } as never}
      onSubmit={send}
      submitLabel="Termijn weer laten lopen"
      actions={<Terug data={data} />}
    >
      <DateField name="op" label="Op welke dag kwamen de gegevens binnen?" today />
    </Form>
  )
}

export function SluitForm({ data }: ActieProps) {
  const send = useActie(sluitAanvraag, data, 'De aanvraag is gesloten.')
  return (
    <Form
      schema={sluitAanvraag.body}
      defaultValues={{ versie: data.versie } as never}
      draftKey={`beschikking-${data.id}-sluiten`}
      onSubmit={send}
      submitLabel="Aanvraag sluiten"
      actions={<Terug data={data} />}
    >
      <RadioField name="sluiting" label="Waarom sluit u de aanvraag?" options={optionsOf(sluitingen)} />
      <DateField name="op" label="Op welke dag?" />
      <TextAreaField
        name="motivering"
        label="Toelichting"
        hint="Bij buiten behandeling komt deze tekst letterlijk in de brief."
        max={8000}
      />
    </Form>
  )
}
