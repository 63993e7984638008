import { RadioField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import {
  type PlanDetail,
  type PlanVersie,
  postAkkoord,
  postNieuweVersie,
  postUitreiking,
} from '../domain/api.ts'
import { akkoordgevers, akkoordwijzen, meegeefwijzen } from '../domain/woorden.ts'
import { conflictWords, optionsOf, usePlanstap } from './keuzes.ts'

interface Props {
  readonly plan: PlanDetail
  readonly versie: PlanVersie
}

/** Both agree to the same text; whoever still has to, has a form. */
export function Akkoorden({ plan, versie }: Props) {
  if (versie.ontbreekt.length > 0)
    return (
      <>
        <p>Voordat iemand akkoord kan gaan, is nog nodig:</p>
        <ul>
          {versie.ontbreekt.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </>
    )
  return (
    <div className="od-stapel">
      {versie.acties.includes('akkoord_client') && <Akkoord plan={plan} wie="client" />}
      {versie.acties.includes('akkoord_begeleider') && <Akkoord plan={plan} wie="begeleider" />}
    </div>
  )
}

function Akkoord({ plan, wie }: { plan: PlanDetail; wie: 'client' | 'begeleider' }) {
  const client = wie === 'client'
  const send = usePlanstap(postAkkoord, plan.id, 'Het akkoord is vastgelegd.')
  return (
    <>
      <h3>{client ? 'Akkoord van de cliënt' : 'Akkoord van de begeleider'}</h3>
      {!client && <p>U legt uw eigen akkoord vast. Uw naam en organisatie komen in het plan.</p>}
      <Form
        draftKey={`plan-${plan.id}-akkoord-${wie}`}
        schema={postAkkoord.body}
        conflictWords={conflictWords}
        defaultValues={{ versie: plan.versie, wie, door: client ? 'client' : null } as never}
        onSubmit={send}
        submitLabel={client ? 'Akkoord van de cliënt vastleggen' : 'Mijn akkoord vastleggen'}
      >
        {(form) => (
          <>
            {client && (
              <RadioField name="door" label="Wie gaf het akkoord?" options={optionsOf(akkoordgevers)} />
            )}
            {client && form.watch('door') === 'vertegenwoordiger' && (
              <TextField name="vertegenwoordigerNaam" label="Naam van de vertegenwoordiger" empty={null} />
            )}
            <RadioField name="hoe" label="Hoe?" options={optionsOf(akkoordwijzen)} />
            <DateField name="op" label="Op welke dag?" today />
          </>
        )}
      </Form>
    </>
  )
}

export function Meegeven({ plan }: { plan: PlanDetail }) {
  const send = usePlanstap(postUitreiking, plan.id, 'Vastgelegd dat de cliënt het plan heeft.')
  return (
    <Form
      draftKey={`plan-${plan.id}-meegeven`}
      startsAgain
      schema={postUitreiking.body}
      conflictWords={conflictWords}
      defaultValues={{ versie: plan.versie } as never}
      onSubmit={send}
      submitLabel="Meegeven vastleggen"
    >
      <RadioField name="hoe" label="Hoe kreeg de cliënt het plan?" options={optionsOf(meegeefwijzen)} />
      <DateField name="op" label="Op welke dag?" today />
    </Form>
  )
}

export function NieuweVersie({ plan }: { plan: PlanDetail }) {
  const send = usePlanstap(postNieuweVersie, plan.id, 'De nieuwe versie staat klaar om in te schrijven.')
  return (
    <Form
      draftKey={`plan-${plan.id}-versie`}
      startsAgain
      schema={postNieuweVersie.body}
      conflictWords={conflictWords}
      defaultValues={{ versie: plan.versie } as never}
      onSubmit={send}
      submitLabel="Nieuwe versie beginnen"
    >
      <p>
        Wat nu loopt, komt mee. Deze versie blijft gelden tot de cliënt en de begeleider akkoord zijn met de
        nieuwe.
      </p>
      <TextField name="reden" label="Waarom komt er een nieuwe versie?" />
    </Form>
  )
}
