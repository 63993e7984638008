import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { getPlanVan, type PlanDetail, postPlan } from '../domain/api.ts'
import { perspectieven } from '../domain/woorden.ts'
import { EvaluatieStand, VersieStand } from './delen.tsx'
import { Doelen } from './doelen.tsx'

/** In the dossier: the plan of now with its goals, and the way to write in it. */
export function PlanSectie({ persoonId }: { readonly persoonId: string }) {
  const { data, error } = useEndpoint(getPlanVan, { params: { id: persoonId } })
  if (error && !data) return <ProblemAlert problem={error} />
  if (!data) return <p role="status">Bezig met laden…</p>
  return (
    <>
      {data.plannen.length === 0 && <p>Er is nog geen ondersteuningsplan.</p>}
      {data.plannen.map((plan) => (
        <Plan key={plan.id} plan={plan} />
      ))}
      {data.magBeginnen && <Begin persoonId={persoonId} />}
    </>
  )
}

function Plan({ plan }: { plan: PlanDetail }) {
  const geldt = plan.versies.find((one) => one.status === 'vastgesteld')
  const [nieuwste] = plan.versies
  const toon = geldt ?? nieuwste!
  return (
    <div className="od-stapel">
      <div className="od-pagina__kop">
        <p>
          Versie {toon.nummer}: <VersieStand status={toon.status} />{' '}
          <EvaluatieStand stand={plan.evaluatieStand} />
        </p>
        <ButtonLink to={`/ondersteuningsplannen/${plan.id}`} variant="secondary">
          {plan.magWijzigen ? 'Plan bijwerken' : 'Plan bekijken'}
        </ButtonLink>
      </div>
      {!plan.geldt && <p>Dit plan komt uit een samengevoegd dossier en is alleen te lezen.</p>}
      <TermList width="medium">
        {nieuwste!.id !== toon.id && (
          <Term label="Nieuwe versie">
            Versie {nieuwste!.nummer}: <VersieStand status={nieuwste!.status} />
          </Term>
        )}
        <Term label="Perspectief" empty="Nog niet besproken">
          {toon.perspectief && perspectieven[toon.perspectief]}
        </Term>
        <Term label="Uiterlijk weer bespreken" empty="Nog niet gepland">
          {plan.evaluatieOp && <DateText date={plan.evaluatieOp} long />}
        </Term>
        <Term label="Meegegeven op" empty="Nog niet meegegeven">
          {toon.meegegeven && <DateText date={toon.meegegeven.op} long />}
        </Term>
      </TermList>
      <Doelen plan={plan} versie={{ ...toon, acties: [] }} />
    </div>
  )
}

function Begin({ persoonId }: { persoonId: string }) {
  const toast = useToast()
  const save = useCommand(postPlan, { onDone: () => toast.show('Het plan staat klaar om in te schrijven.') })
  return (
    <Form
      schema={postPlan.body}
      defaultValues={{} as never}
      onSubmit={(body) => save.run({ params: { id: persoonId }, body })}
      submitLabel="Plan beginnen"
    >
      <DateField name="op" label="Sinds welke dag werkt u met de cliënt aan het plan?" today />
    </Form>
  )
}
