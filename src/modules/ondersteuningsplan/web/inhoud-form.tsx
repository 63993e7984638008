import { RadioField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { type PlanDetail, type PlanVersie, postInhoud } from '../domain/api.ts'
import { perspectieven } from '../domain/woorden.ts'
import { conflictWords, optionsOf, usePlanstap } from './keuzes.ts'

/** The story and the perspective: werk, vrijwilligerswerk, opleiding, and dagbesteding last. */
export function InhoudForm({ plan, versie }: { plan: PlanDetail; versie: PlanVersie }) {
  const send = usePlanstap(postInhoud, plan.id, 'Opgeslagen in het plan.')
  return (
    <Form
      draftKey={`plan-${plan.id}-inhoud`}
      schema={postInhoud.body}
      conflictWords={conflictWords}
      defaultValues={{
        versie: plan.versie,
        eigenVerhaal: versie.eigenVerhaal,
        perspectief: versie.perspectief,
        perspectiefWoorden: versie.perspectiefWoorden,
        perspectiefMotivering: versie.perspectiefMotivering,
        evaluatieOp: versie.evaluatieOp,
      }}
      onSubmit={send}
      submitLabel="Verhaal en perspectief opslaan"
    >
      {(form) => (
        <>
          <TextAreaField
            name="eigenVerhaal"
            label="Wat vindt de cliënt belangrijk?"
            hint="In de woorden van de cliënt"
            rows={4}
            max={4000}
            empty={null}
            optional
          />
          <RadioField
            name="perspectief"
            label="Waar werkt de cliënt naartoe?"
            hint="Bespreek ze in deze volgorde. Kies het eerste dat past."
            options={optionsOf(perspectieven)}
            optional
          />
          {form.watch('perspectief') === 'dagbesteding' && (
            <TextAreaField
              name="perspectiefMotivering"
              label="Waarom kunnen werk, vrijwilligerswerk en een opleiding nu niet?"
              rows={3}
              max={1000}
              empty={null}
            />
          )}
          <TextAreaField
            name="perspectiefWoorden"
            label="Hoe zegt de cliënt dat zelf?"
            hint="Nodig voordat iemand akkoord kan gaan"
            rows={3}
            max={1000}
            empty={null}
            optional
          />
          <DateField
            name="evaluatieOp"
            label="Uiterlijk weer bespreken op"
            hint="Leeg: dan geldt de termijn van de regio"
            empty={null}
            optional
          />
        </>
      )}
    </Form>
  )
}
