import { useWatch } from 'react-hook-form'
import { RadioField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { beslis, herzie, legHeronderzoekVast, trekIn } from '../domain/contract.ts'
import { intrekgronden } from '../domain/keuzes.ts'
import { type ActieProps, Terug, useActie } from './actie-page.tsx'

const grondOpties = Object.entries(intrekgronden).map(([value, label]) => ({
  value,
  label: `${value}. ${label}`,
}))

function Motivering() {
  return (
    <TextAreaField
      name="motivering"
      label="Motivering"
      hint="Waarom besluit u dit? Deze tekst komt letterlijk in de brief aan de cliënt. Schrijf dus aan de cliënt."
      rows={8}
      max={8000}
    />
  )
}

function Geldigheid() {
  return (
    <>
      <DateField name="geldigVan" label="Eerste dag waarop het geldt" />
      <DateField
        name="geldigTotEnMet"
        label="Laatste dag waarop het geldt"
        hint="Laat leeg als er geen einddatum is."
        optional
        empty={null}
      />
      <DateField
        name="heronderzoekOp"
        label="Opnieuw bekijken op"
        hint="Laat leeg voor de vaste termijn van uw regio."
        optional
        empty={null}
      />
    </>
  )
}

export function BeslisForm({ data }: ActieProps) {
  const send = useActie(beslis, data, 'Het besluit is vastgelegd. Verstuur nu de brief.')
  return (
    <Form
      schema={beslis.body}
      defaultValues={{ versie: data.versie } as never}
      draftKey={`beschikking-${data.id}-beslissen`}
      onSubmit={send}
      submitLabel="Besluit vastleggen"
      actions={<Terug data={data} />}
    >
      <RadioField
        name="soort"
        label="Wat besluit u?"
        options={[
          { value: 'toekenning', label: `Toekennen: de cliënt krijgt ${data.product?.naam.toLowerCase()}` },
          { value: 'afwijzing', label: 'Afwijzen' },
        ]}
      />
      <DateField name="beschiktOp" label="Dag van het besluit" today />
      <AlsToekenning />
      <Motivering />
    </Form>
  )
}

function AlsToekenning() {
  return useWatch({ name: 'soort' }) === 'toekenning' ? <Geldigheid /> : null
}

export function HerzieForm({ data }: ActieProps) {
  const send = useActie(herzie, data, 'De herziening is vastgelegd. Verstuur nu de brief.')
  return (
    <Form
      schema={herzie.body}
      defaultValues={{ versie: data.versie } as never}
      draftKey={`beschikking-${data.id}-herzien`}
      onSubmit={send}
      submitLabel="Herziening vastleggen"
      actions={<Terug data={data} />}
    >
      <RadioField name="grond" label="Op welke grond uit de wet?" options={grondOpties} />
      <DateField name="beschiktOp" label="Dag van het besluit" today />
      <Geldigheid />
      <Motivering />
    </Form>
  )
}

export function IntrekForm({ data }: ActieProps) {
  const send = useActie(trekIn, data, 'De intrekking is vastgelegd. Verstuur nu de brief.')
  return (
    <Form
      schema={trekIn.body}
      defaultValues={{ versie: data.versie } as never}
      draftKey={`beschikking-${data.id}-intrekken`}
      onSubmit={send}
      submitLabel="Intrekking vastleggen"
      actions={<Terug data={data} />}
    >
      <RadioField name="grond" label="Op welke grond uit de wet?" options={grondOpties} />
      <DateField name="beschiktOp" label="Dag van het besluit" today />
      <DateField name="ingangOp" label="Eerste dag waarop de cliënt er geen recht meer op heeft" />
      <Motivering />
    </Form>
  )
}

export function HeronderzoekForm({ data }: ActieProps) {
  const send = useActie(legHeronderzoekVast, data, 'Het heronderzoek is vastgelegd.')
  return (
    <Form
      schema={legHeronderzoekVast.body}
      defaultValues={{ versie: data.versie } as never}
      draftKey={`beschikking-${data.id}-heronderzoek`}
      onSubmit={send}
      submitLabel="Heronderzoek vastleggen"
      actions={<Terug data={data} />}
    >
      <DateField name="gedaanOp" label="Gedaan op" today />
      <TextAreaField
        name="toelichting"
        label="Wat heeft u bekeken, en waarom verandert er niets?"
        max={2000}
      />
      <DateField name="volgendeOp" label="Volgende keer op" />
    </Form>
  )
}
