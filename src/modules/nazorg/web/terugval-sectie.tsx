import { Button } from '@amsterdam/design-system-react'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import {
  getNazorgVan,
  type NazorgVan,
  postAfhandeling,
  postRisicodag,
  postRisicodagEinde,
  postSignaal,
  putTerugvalplan,
} from '../domain/api.ts'
import { risicosoorten } from '../domain/contract.ts'
import { dagen, optionsOf } from './woorden.ts'

/** In the dossier: the plan of the cliënt for when it gets worse, the hard days, and what naasten told. */
export function TerugvalSectie({ persoonId }: { readonly persoonId: string }) {
  const { data, error } = useEndpoint(getNazorgVan, { params: { id: persoonId } })
  if (!data) return error ? <ProblemAlert problem={error} /> : <p role="status">Bezig met laden…</p>
  const deel = { persoonId, data }
  return (
    <>
      <Plan {...deel} />
      <h3 className="od-tussenkop">Moeilijke dagen</h3>
      <Risicodagen {...deel} />
      <h3 className="od-tussenkop">Signalen van naasten</h3>
      <Signalen {...deel} />
    </>
  )
}

interface Props {
  readonly persoonId: string
  readonly data: NazorgVan
}

function Plan({ persoonId, data }: Props) {
  const toast = useToast()
  const plan = data.terugvalplan
  const save = useCommand(putTerugvalplan, { onDone: () => toast.show('Het terugvalplan is opgeslagen.') })
  return (
    <>
      {plan ? (
        <TermList width="medium">
          <Term label="Signalen">{plan.signalen}</Term>
          <Term label="Wat helpt">{plan.watHelpt}</Term>
          <Term label="Wie bellen">{plan.wieBellen}</Term>
          <Term label="Besproken op">
            <DateText date={plan.besprokenOp} />
          </Term>
        </TermList>
      ) : (
        <p>Er is nog geen terugvalplan.</p>
      )}
      {data.magWijzigen && (
        <FormDisclosure label={plan ? 'Terugvalplan wijzigen' : 'Terugvalplan maken'}>
          <Form
            draftKey={`terugvalplan-${persoonId}`}
            schema={putTerugvalplan.body}
            defaultValues={(plan ? { ...plan, id: undefined } : { versie: null }) as never}
            onSubmit={(body) => save.run({ params: { id: persoonId }, body })}
            submitLabel="Terugvalplan opslaan"
          >
            <p>Schrijf op in de woorden van de cliënt.</p>
            <TextAreaField name="signalen" label="Waaraan merk ik dat het slechter gaat?" rows={3} />
            <TextAreaField name="watHelpt" label="Wat helpt mij dan?" rows={3} />
            <TextAreaField name="wieBellen" label="Wie kan ik bellen, of wie mag mij bellen?" rows={2} />
            <DateField name="besprokenOp" label="Besproken op" today />
          </Form>
        </FormDisclosure>
      )}
    </>
  )
}

function Risicodagen({ persoonId, data }: Props) {
  const toast = useToast()
  const save = useCommand(postRisicodag, { onDone: () => toast.show('De dag is vastgelegd.') })
  const end = useCommand(postRisicodagEinde, { onDone: () => toast.show('De dag geldt niet meer.') })
  return (
    <>
      {data.risicodagen.length === 0 && <p>Er zijn geen moeilijke dagen vastgelegd.</p>}
      <ul className="od-werklijst">
        {data.risicodagen.map((een) => (
          <li key={een.id}>
            <span className="od-werklijst__wie">
              {een.naam}
              <span className="od-hint">
                {een.isJaarlijks ? 'Elk jaar' : 'Eén keer'}, sein {dagen(een.dagenVooraf)} vooraf
              </span>
            </span>
            <span className="od-werklijst__wanneer">
              {een.volgendeOp ? <DateText date={een.volgendeOp} /> : 'voorbij'}{' '}
              {een.isNabij && <StatusBadge label="Komt eraan" tone="let_op" />}
              {data.magWijzigen && (
                <Button
                  type="button"
                  variant="tertiary"
                  aria-label={`Geldt niet meer: ${een.naam}`}
                  disabled={end.busy}
                  onClick={() => void end.run({ params: { id: een.id }, body: {} }).catch(() => undefined)}
                >
                  Geldt niet meer
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {end.problem && <ProblemAlert problem={end.problem} focus />}
      {data.magWijzigen && (
        <FormDisclosure label="Moeilijke dag toevoegen">
          <Form
            draftKey={`risicodag-${persoonId}`}
            startsAgain
            schema={postRisicodag.body}
            defaultValues={{ dagenVooraf: 14 } as never}
            onSubmit={(body) => save.run({ params: { id: persoonId }, body })}
            submitLabel="Dag toevoegen"
          >
            <TextField
              name="naam"
              label="Welke dag is dat?"
              hint="Bijvoorbeeld: Kerst, of de sterfdag van mijn zus"
            />
            <RadioField name="soort" label="Komt de dag elk jaar terug?" options={optionsOf(risicosoorten)} />
            <DateField name="datum" label="Datum" hint="Bij elk jaar tellen alleen dag en maand" />
            <NumberField name="dagenVooraf" label="Hoeveel dagen vooraf een sein?" suffix="dagen" size={3} />
          </Form>
        </FormDisclosure>
      )}
    </>
  )
}

function Signalen({ persoonId, data }: Props) {
  const toast = useToast()
  const save = useCommand(postSignaal, { onDone: () => toast.show('Het signaal is vastgelegd.') })
  return (
    <>
      {data.signalen.length === 0 && <p>Er zijn geen signalen.</p>}
      <ul>
        {data.signalen.map((een) => (
          <li key={een.id}>
            <DateText date={een.ontvangenOp} />, {een.van}: {een.signaal}{' '}
            {een.opgepaktOp ? (
              <span className="od-hint">
                Opgepakt op <DateText date={een.opgepaktOp} />: {een.uitkomst}
              </span>
            ) : (
              <StatusBadge label="Nog niet opgepakt" tone="let_op" />
            )}
            {data.magWijzigen && !een.opgepaktOp && <Afhandeling id={een.id} van={een.van} />}
          </li>
        ))}
      </ul>
      {data.magWijzigen && data.naasten.length === 0 && (
        <p>
          Wil een naaste iets kunnen laten weten? Leg dan bij Delen eerst de toestemming van de cliënt vast
          voor familie of een andere naaste.
        </p>
      )}
      {data.magWijzigen && data.naasten.length > 0 && (
        <FormDisclosure label="Signaal van een naaste vastleggen">
          <Form
            draftKey={`netwerksignaal-${persoonId}`}
            startsAgain
            schema={postSignaal.body}
            defaultValues={{} as never}
            onSubmit={(body) => save.run({ params: { id: persoonId }, body })}
            submitLabel="Signaal vastleggen"
          >
            <SelectField
              name="toestemmingId"
              label="Van wie?"
              hint="U kiest uit naasten voor wie de cliënt toestemming gaf."
              options={data.naasten.map((een) => ({ value: een.toestemmingId, label: een.naam }))}
            />
            <DateField name="op" label="Op welke dag?" today />
            <TextAreaField name="signaal" label="Wat is er gezegd?" rows={3} />
          </Form>
        </FormDisclosure>
      )}
    </>
  )
}

function Afhandeling({ id, van }: { id: string; van: string }) {
  const toast = useToast()
  const save = useCommand(postAfhandeling, { onDone: () => toast.show('Vastgelegd.') })
  return (
    <FormDisclosure label={`Signaal van ${van} oppakken`}>
      <Form
        schema={postAfhandeling.body}
        defaultValues={{} as never}
        draftKey={`netwerksignaal-${id}-afhandeling`}
        onSubmit={(body) => save.run({ params: { id }, body })}
        submitLabel="Vastleggen wat u deed"
      >
        <DateField name="op" label="Op welke dag?" today />
        <TextField name="uitkomst" label="Wat heeft u gedaan?" />
      </Form>
    </FormDisclosure>
  )
}
