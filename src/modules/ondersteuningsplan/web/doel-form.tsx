import { Button } from '@amsterdam/design-system-react'
import { RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { type Doel, type PlanDetail, postDoel, postDoelwijziging, postUitkomst } from '../domain/api.ts'
import { doelsoorten, gezondheidsdelen, herstelsoorten } from '../domain/woorden.ts'
import { choicesOf, conflictWords, type FormProps, optionsOf, usePlanstap } from './keuzes.ts'

/** A new goal in the version that is being made. */
export function NieuwDoel({ plan, keuzes }: FormProps) {
  const send = usePlanstap(postDoel, plan.id, 'Het doel staat in het plan.')
  return (
    <Form
      draftKey={`plan-${plan.id}-doel`}
      startsAgain
      schema={postDoel.body}
      conflictWords={conflictWords}
      defaultValues={{ versie: plan.versie, soort: 'gewoon' } as never}
      onSubmit={send}
      submitLabel="Doel toevoegen"
    >
      <DoelVelden keuzes={keuzes} />
    </Form>
  )
}

export function WijzigDoel({ plan, keuzes, doel, onDone }: FormProps & { doel: Doel; onDone: () => void }) {
  const send = usePlanstap(postDoelwijziging, doel.id, 'Het doel is gewijzigd.', onDone)
  const { leefgebied, soort, eigenWoorden, afspraken, bouwsteen, organisatieId } = doel
  return (
    <Form
      draftKey={`plandoel-${doel.id}`}
      schema={postDoelwijziging.body}
      conflictWords={conflictWords}
      defaultValues={{
        versie: plan.versie,
        leefgebied,
        soort,
        eigenWoorden,
        afspraken,
        bouwsteen,
        organisatieId,
        herstel: doel.herstel,
        positieveGezondheid: doel.positieveGezondheid,
      }}
      onSubmit={send}
      submitLabel="Doel opslaan"
      actions={
        <Button type="button" variant="tertiary" onClick={onDone}>
          Annuleren
        </Button>
      }
    >
      <DoelVelden keuzes={keuzes} doel={doel} />
    </Form>
  )
}

/** A choice that the region ended, or an organisation that left, stays in the list of the goal that has it. */
const metGekozen = (
  options: readonly { value: string; label: string }[],
  value: string | null | undefined,
  label: string | null | undefined,
) =>
  value && !options.some((one) => one.value === value)
    ? [...options, { value, label: label ?? value }]
    : options

function DoelVelden({ keuzes, doel }: { keuzes: FormProps['keuzes']; doel?: Doel }) {
  const organisaties = keuzes.organisaties.map(({ id, naam }) => ({ value: id, label: naam }))
  return (
    <>
      <SelectField
        name="leefgebied"
        label="Leefgebied"
        options={metGekozen(choicesOf(keuzes.leefgebieden), doel?.leefgebied, doel?.leefgebiedNaam)}
      />
      <SelectField name="soort" label="Wat voor doel?" options={optionsOf(doelsoorten)} />
      <TextAreaField
        name="eigenWoorden"
        label="Het doel"
        hint="In de woorden van de cliënt, bijvoorbeeld: ik wil mijn dochter weer zien"
        rows={3}
        max={1000}
      />
      <TextAreaField name="afspraken" label="Wat doen we, en wie doet wat?" rows={3} max={2000} />
      <SelectField
        name="organisatieId"
        label="Welke organisatie werkt hieraan?"
        emptyLabel="De cliënt zelf, met het eigen netwerk"
        options={metGekozen(organisaties, doel?.organisatieId, doel?.organisatie)}
        empty={null}
        optional
      />
      <SelectField
        name="bouwsteen"
        label="Bouwsteen"
        options={metGekozen(choicesOf(keuzes.bouwstenen), doel?.bouwsteen, doel?.bouwsteenNaam)}
        empty={null}
        optional
      />
      <SelectField
        name="herstel"
        label="Bij welk herstel hoort dit?"
        options={optionsOf(herstelsoorten)}
        empty={null}
        optional
      />
      <SelectField
        name="positieveGezondheid"
        label="Bij welk deel van positieve gezondheid?"
        options={optionsOf(gezondheidsdelen)}
        empty={null}
        optional
      />
    </>
  )
}

/** How a goal went, in the version that holds. */
export function Uitkomst({ plan, doel, onDone }: { plan: PlanDetail; doel: Doel; onDone: () => void }) {
  const send = usePlanstap(postUitkomst, doel.id, 'Vastgelegd bij het doel.', onDone)
  return (
    <Form
      draftKey={`plandoel-${doel.id}-uitkomst`}
      schema={postUitkomst.body}
      conflictWords={conflictWords}
      defaultValues={{ versie: plan.versie } as never}
      onSubmit={send}
      submitLabel="Uitkomst vastleggen"
      actions={
        <Button type="button" variant="tertiary" onClick={onDone}>
          Annuleren
        </Button>
      }
    >
      <RadioField
        name="stand"
        label="Hoe is het afgelopen?"
        options={[
          { value: 'behaald', label: 'Het doel is behaald' },
          { value: 'gestopt', label: 'Het doel is gestopt' },
        ]}
      />
      <DateField name="op" label="Op welke dag?" today />
      <TextAreaField name="uitkomst" label="Wat heeft het opgeleverd?" rows={3} max={1000} />
    </Form>
  )
}
