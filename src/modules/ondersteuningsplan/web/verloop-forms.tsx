import { Button, FieldSet } from '@amsterdam/design-system-react'
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { type PlanDetail, postEvaluatie, postMeting, postReactie } from '../domain/api.ts'
import { deelnemersoorten, evaluatiebesluiten, reactiewijzen, scorewoorden } from '../domain/woorden.ts'
import { choicesOf, conflictWords, type FormProps, optionsOf, usePlanstap } from './keuzes.ts'

const scores = Object.entries(scorewoorden).map(([value, label]) => ({ value, label: `${value} ${label}` }))

/** One form for all leefgebieden; only what gets a score is sent. */
export function Meting({ plan, keuzes }: FormProps) {
  const send = usePlanstap(postMeting, plan.id, 'De scores zijn vastgelegd.')
  return (
    <Form
      draftKey={`plan-${plan.id}-meting`}
      startsAgain
      schema={postMeting.body}
      defaultValues={{ scores: [{}] } as never}
      onSubmit={send}
      submitLabel="Scores vastleggen"
    >
      <p className="od-hint">{plan.schaal}: van 1 (acuut probleem) tot en met 5 (volledig zelfredzaam).</p>
      <DateField name="op" label="Op welke dag is dit besproken?" today />
      <ScoreRijen leefgebieden={choicesOf(keuzes.leefgebieden)} />
    </Form>
  )
}

function ScoreRijen({ leefgebieden }: { leefgebieden: readonly { value: string; label: string }[] }) {
  const { control } = useFormContext()
  const rijen = useFieldArray({ control, name: 'scores' })
  return (
    <>
      {rijen.fields.map((rij, index) => (
        <FieldSet key={rij.id} legend={`Score ${index + 1}`} className="od-groep">
          <SelectField name={`scores.${index}.leefgebied`} label="Leefgebied" options={leefgebieden} />
          <SelectField name={`scores.${index}.score`} label="Score" options={scores} />
          <TextField name={`scores.${index}.toelichting`} label="Toelichting" optional empty={null} />
          {index > 0 && (
            <div>
              <Button type="button" variant="tertiary" onClick={() => rijen.remove(index)}>
                Score {index + 1} weghalen
              </Button>
            </div>
          )}
        </FieldSet>
      ))}
      <div>
        <Button
          type="button"
          variant="secondary"
          onClick={() => rijen.append({}, { focusName: `scores.${rijen.fields.length}.leefgebied` })}
        >
          Nog een leefgebied
        </Button>
      </div>
    </>
  )
}

export function Bespreking({ plan, keuzes }: FormProps) {
  const send = usePlanstap(postEvaluatie, plan.id, 'De bespreking is vastgelegd.')
  return (
    <Form
      draftKey={`plan-${plan.id}-evaluatie`}
      startsAgain
      schema={postEvaluatie.body}
      conflictWords={conflictWords}
      defaultValues={{ versie: plan.versie, deelnemers: [{ soort: 'client' }] } as never}
      onSubmit={send}
      submitLabel="Bespreking vastleggen"
    >
      <DateField name="op" label="Op welke dag is het plan besproken?" today />
      <Deelnemers organisaties={keuzes.organisaties.map(({ id, naam }) => ({ value: id, label: naam }))} />
      <TextAreaField name="bevindingen" label="Wat is er besproken?" rows={4} max={4000} />
      <RadioField name="besluit" label="Hoe gaat het verder?" options={optionsOf(evaluatiebesluiten)} />
      <DateField name="volgendeOp" label="Uiterlijk weer bespreken op" />
    </Form>
  )
}

function Deelnemers({ organisaties }: { organisaties: readonly { value: string; label: string }[] }) {
  const { control } = useFormContext()
  const rijen = useFieldArray({ control, name: 'deelnemers' })
  return (
    <>
      {rijen.fields.map((rij, index) => (
        <FieldSet key={rij.id} legend={`Wie was erbij? Deelnemer ${index + 1}`} className="od-groep">
          <SelectField
            name={`deelnemers.${index}.soort`}
            label="Wie?"
            options={optionsOf(deelnemersoorten)}
          />
          <Wie index={index} organisaties={organisaties} />
          {rijen.fields.length > 1 && (
            <div>
              <Button type="button" variant="tertiary" onClick={() => rijen.remove(index)}>
                Deelnemer {index + 1} weghalen
              </Button>
            </div>
          )}
        </FieldSet>
      ))}
      <div>
        <Button
          type="button"
          variant="secondary"
          onClick={() => rijen.append({}, { focusName: `deelnemers.${rijen.fields.length}.soort` })}
        >
          Nog een deelnemer
        </Button>
      </div>
    </>
  )
}

function Wie({
  index,
  organisaties,
}: {
  index: number
  organisaties: readonly { value: string; label: string }[]
}) {
  const { control } = useFormContext()
  const soort = useWatch({ control, name: `deelnemers.${index}.soort` }) as string | undefined
  if (!soort || soort === 'client') return null
  return (
    <>
      {soort === 'organisatie' && (
        <SelectField
          name={`deelnemers.${index}.organisatieId`}
          label="Welke organisatie?"
          options={organisaties}
          empty={null}
        />
      )}
      <TextField
        name={`deelnemers.${index}.naam`}
        label="Naam"
        optional={soort === 'organisatie'}
        empty={null}
      />
    </>
  )
}

/** What the cliënt thinks of the plan: on its own words, also when it differs from what the begeleider thinks. */
export function Reactie({ plan, keuzes }: { plan: PlanDetail; keuzes: FormProps['keuzes'] }) {
  const send = usePlanstap(postReactie, plan.id, 'De reactie staat bij het plan.')
  return (
    <Form
      draftKey={`plan-${plan.id}-reactie`}
      startsAgain
      schema={postReactie.body}
      defaultValues={{} as never}
      onSubmit={send}
      submitLabel="Reactie vastleggen"
    >
      <TextAreaField
        name="eigenWoorden"
        label="Wat vindt de cliënt van het plan?"
        hint="Schrijf het op zoals de cliënt het zegt, ook als u het anders ziet"
        rows={4}
        max={2000}
      />
      <SelectField
        name="leefgebied"
        label="Waar gaat het over?"
        emptyLabel="Het hele plan"
        options={choicesOf(keuzes.leefgebieden)}
        empty={null}
        optional
      />
      <RadioField name="hoe" label="Hoe kwam de reactie?" options={optionsOf(reactiewijzen)} />
      <DateField name="op" label="Op welke dag?" today />
    </Form>
  )
}
