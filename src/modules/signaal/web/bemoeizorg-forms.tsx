import { useFormContext, useWatch } from 'react-hook-form'
import { formatLong } from '../../../shared/plain-date.ts'
import { useCommand } from '../../../ui/api-hooks.ts'
import { RadioField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import {
  type Bemoeizorg,
  postBemoeizorg,
  postWeging,
  putBemoeizorg,
  stopBemoeizorg,
} from '../domain/bemoeizorg-contract.ts'
import { eindredenen, grondenZonderToestemming } from '../domain/keuzes.ts'
import type { PersoonSignalen } from './bemoeizorg-sectie.tsx'
import { Annuleren } from './signaal-forms.tsx'
import { optionsOf } from './velden.tsx'

interface Props {
  readonly one: Bemoeizorg
  readonly onDone: () => void
}

function useGedaan(onDone: () => void) {
  const toast = useToast()
  return (text: string) => () => {
    toast.show(text)
    onDone()
  }
}

function PlanVelden() {
  return (
    <>
      <TextAreaField name="zorgen" label="Waarom zijn er zorgen?" max={2000} />
      <TextAreaField name="plan" label="Wat gaan wij doen, wie en wanneer?" max={4000} />
    </>
  )
}

/** The weighing instead of consent. The article follows from the ground; the form shows it. */
function WeegVelden({ data }: { data: PersoonSignalen }) {
  const { control } = useFormContext()
  const grond = useWatch({ control, name: 'grond' })
  const gronden = Object.entries(grondenZonderToestemming).filter(
    ([, { alleen }]) => alleen === null || (alleen === 'aanbieder') === data.isAanbieder,
  )
  const uiterlijk = grond === 'VITAAL_BELANG' ? data.termijn.vitaal : data.termijn.gewoon
  return (
    <>
      <RadioField
        name="grond"
        label="Waarom mag dit zonder toestemming?"
        options={gronden.map(([value, { naam, artikel }]) => ({ value, label: naam, hint: artikel }))}
      />
      <TextAreaField name="noodzaak" label="Waarom is het nodig?" rows={3} max={1000} />
      <TextAreaField name="nietMetMinder" label="Waarom kan het niet met minder?" rows={3} max={1000} />
      <TextAreaField name="informeren" label="Wanneer en hoe hoort de persoon dit?" rows={2} max={500} />
      <DateField
        name="heroverwegenVoor"
        label="Wanneer wegen wij opnieuw?"
        hint={`Uiterlijk ${formatLong(uiterlijk)}`}
      />
    </>
  )
}

export function BeginForm(props: { persoonId: string; data: PersoonSignalen; onDone: () => void }) {
  const gedaan = useGedaan(props.onDone)
  const save = useCommand(postBemoeizorg, { onDone: gedaan('De bemoeizorg is begonnen.') })
  return (
    <Form
      schema={postBemoeizorg.body}
      draftKey={`bemoeizorg-${props.persoonId}`}
      defaultValues={{} as never}
      submitLabel="Bemoeizorg beginnen"
      actions={<Annuleren onDone={props.onDone} />}
      onSubmit={(body) => save.run({ params: { id: props.persoonId }, body })}
    >
      <PlanVelden />
      <WeegVelden data={props.data} />
    </Form>
  )
}

export function PlanForm({ one, onDone }: Props) {
  const gedaan = useGedaan(onDone)
  const save = useCommand(putBemoeizorg, { onDone: gedaan('Het plan is bijgewerkt.') })
  return (
    <Form
      schema={putBemoeizorg.body}
      draftKey={`bemoeizorg-${one.id}-plan`}
      defaultValues={{ versie: one.versie, zorgen: one.zorgen, plan: one.plan }}
      submitLabel="Plan opslaan"
      actions={<Annuleren onDone={onDone} />}
      onSubmit={(body) => save.run({ params: { id: one.id }, body })}
    >
      <PlanVelden />
    </Form>
  )
}

export function WeegForm({ one, data, onDone }: Props & { data: PersoonSignalen }) {
  const gedaan = useGedaan(onDone)
  const save = useCommand(postWeging, { onDone: gedaan('De weging is vastgelegd.') })
  return (
    <Form
      schema={postWeging.body}
      draftKey={`bemoeizorg-${one.id}-weging`}
      defaultValues={{ versie: one.versie } as never}
      submitLabel="Weging vastleggen"
      actions={<Annuleren onDone={onDone} />}
      onSubmit={(body) => save.run({ params: { id: one.id }, body })}
    >
      <WeegVelden data={data} />
    </Form>
  )
}

export function StopForm({ one, onDone }: Props) {
  const gedaan = useGedaan(onDone)
  const save = useCommand(stopBemoeizorg, { onDone: gedaan('De bemoeizorg is gestopt.') })
  return (
    <Form
      schema={stopBemoeizorg.body}
      draftKey={`bemoeizorg-${one.id}-einde`}
      defaultValues={{ versie: one.versie, toelichting: null } as never}
      submitLabel="Bemoeizorg stoppen"
      actions={<Annuleren onDone={onDone} />}
      onSubmit={(body) => save.run({ params: { id: one.id }, body })}
    >
      <RadioField name="reden" label="Waarom stopt het?" options={optionsOf(eindredenen)} />
      <TextAreaField name="toelichting" label="Toelichting" rows={2} max={500} empty={null} optional />
    </Form>
  )
}
