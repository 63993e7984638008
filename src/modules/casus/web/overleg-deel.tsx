import { Button } from '@amsterdam/design-system-react'
import { dutchDateOf, dutchTimeOf } from '../../../shared/plain-date.ts'
import { useCommand } from '../../../ui/api-hooks.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { MomentText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { TimeField } from '../../../ui/time-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { gronden } from '../../delen/domain/keuzes.ts'
import { deelgegevens } from '../domain/keuzes.ts'
import {
  annuleerOverleg,
  type Overleg,
  postOverleg,
  putOverleg,
  rondOverlegAf,
  trekUitnodigingIn,
} from '../domain/overleg-contract.ts'
import { canCasus, canOverleg, casusActies, type OverlegActie, overlegActies } from '../domain/toestanden.ts'
import { DeelnemerForm } from './deelnemer-form.tsx'
import { type DeelProps, type FormProps, OverlegStand, useZend } from './delen.tsx'

/** The meetings, with who may see what and until when. */
export function OverlegDeel({ one }: DeelProps) {
  return (
    <Section title="Overleg">
      {one.overleggen.length === 0 && <p>Er is nog geen overleg gepland.</p>}
      {one.overleggen.map((overleg) => (
        <Kaart key={overleg.id} one={one} overleg={overleg} />
      ))}
      {one.kan && canCasus(one.status, 'overleg').ok && (
        <FormDisclosure label={casusActies.overleg}>
          {(sluit) => <PlanForm one={one} sluit={sluit} />}
        </FormDisclosure>
      )}
    </Section>
  )
}

interface OverlegProps extends DeelProps {
  readonly overleg: Overleg
}

function Kaart({ one, overleg }: OverlegProps) {
  const begin = { status: overleg.status, beginOp: new Date(overleg.beginOp) }
  const kan = (actie: OverlegActie) => one.kan && canOverleg(begin, actie, new Date()).ok
  return (
    <div className="od-kaart od-stapel">
      <h3 className="od-tussenkop">
        <MomentText at={overleg.beginOp} /> tot {dutchTimeOf(new Date(overleg.eindOp))}{' '}
        {overleg.isVoorbij ? (
          <StatusBadge label="Tijd voorbij: rond af" tone="let_op" />
        ) : (
          <OverlegStand stand={overleg.status} />
        )}
      </h3>
      <p>
        <strong>Doel:</strong> {overleg.doel}
      </p>
      {overleg.plaats && <p className="od-hint">Waar: {overleg.plaats}</p>}
      {overleg.redenAnnuleren && <p className="od-hint">Ging niet door: {overleg.redenAnnuleren}</p>}
      <Deelnemers overleg={overleg} kan={kan('uitnodigen')} />
      {kan('uitnodigen') && !overleg.isVoorbij && (
        <FormDisclosure label={overlegActies.uitnodigen}>
          {(sluit) => <DeelnemerForm one={one} overleg={overleg} sluit={sluit} />}
        </FormDisclosure>
      )}
      {kan('afronden') && <Afronden overleg={overleg} />}
      {kan('verzetten') && (
        <FormDisclosure label={overlegActies.verzetten}>
          {(sluit) => <WijzigForm overleg={overleg} sluit={sluit} />}
        </FormDisclosure>
      )}
      {kan('annuleren') && (
        <FormDisclosure label={overlegActies.annuleren}>
          {(sluit) => <AnnuleerForm overleg={overleg} sluit={sluit} />}
        </FormDisclosure>
      )}
    </div>
  )
}

function Deelnemers({ overleg, kan }: { overleg: Overleg; kan: boolean }) {
  const toast = useToast()
  const trekIn = useCommand(trekUitnodigingIn, {
    onDone: () => toast.show('De uitnodiging is ingetrokken. De deelnemer ziet de gegevens niet meer.'),
  })
  if (overleg.deelnemers.length === 0) return <p>Er is nog niemand uitgenodigd.</p>
  return (
    <>
      {trekIn.problem && <ProblemAlert problem={trekIn.problem} focus />}
      <ul className="od-werklijst">
        {overleg.deelnemers.map((one) => (
          <li key={one.id}>
            <span className="od-werklijst__wie">
              {one.naam}, {one.organisatie}
              <span className="od-hint">
                {one.gegevens.map((code) => deelgegevens[code].naam).join(', ')}. {one.waarom}
              </span>
              <span className="od-hint">
                Grond: {gronden[one.grond].toLowerCase()} ({one.artikelen.join(', ')})
              </span>
            </span>
            {one.ingetrokkenOp ? (
              <StatusBadge label="Ingetrokken" />
            ) : (
              kan && (
                <Button
                  type="button"
                  variant="tertiary"
                  disabled={trekIn.busy}
                  onClick={() => void trekIn.run({ params: { id: one.id }, body: {} }).catch(() => undefined)}
                >
                  Uitnodiging van {one.naam} intrekken
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Afronden({ overleg }: { overleg: Overleg }) {
  const toast = useToast()
  const done = useCommand(rondOverlegAf, {
    onDone: () => toast.show('Het overleg is afgerond. Wie was uitgenodigd ziet de gegevens niet meer.'),
  })
  return (
    <>
      {done.problem && <ProblemAlert problem={done.problem} focus />}
      <div className="od-knoppen">
        <Button
          type="button"
          variant="primary"
          disabled={done.busy}
          onClick={() => void done.run({ params: { id: overleg.id }, body: {} }).catch(() => undefined)}
        >
          {overlegActies.afronden}
        </Button>
      </div>
    </>
  )
}

function TijdVelden() {
  return (
    <>
      <TextAreaField
        name="doel"
        label="Waarvoor is het overleg?"
        hint="Elke deelnemer leest dit. Noem geen naam."
        rows={2}
        max={200}
      />
      <DateField name="dag" label="Dag" hint="Hooguit 60 dagen vooruit" />
      <TimeField name="van" label="Begin" hint="Bijvoorbeeld 09:30" />
      <TimeField name="tot" label="Einde" hint="Vanaf dit moment ziet een deelnemer de gegevens niet meer" />
      <TextField name="plaats" label="Waar?" optional empty={null} />
    </>
  )
}

function PlanForm({ one, sluit }: FormProps) {
  const send = useZend(
    postOverleg,
    one.id,
    'Het overleg is gepland. Nodig nu uit wie erbij moet zijn.',
    sluit,
  )
  return (
    <Form
      schema={postOverleg.body}
      draftKey={`casus-${one.id}-overleg`}
      defaultValues={{ plaats: null } as never}
      submitLabel="Overleg plannen"
      onSubmit={send}
    >
      <TijdVelden />
    </Form>
  )
}

interface OverlegFormProps {
  readonly overleg: Overleg
  readonly sluit: () => void
}

function WijzigForm({ overleg, sluit }: OverlegFormProps) {
  const send = useZend(putOverleg, overleg.id, 'Het overleg is gewijzigd.', sluit)
  const [begin, eind] = [new Date(overleg.beginOp), new Date(overleg.eindOp)]
  const waarden = {
    versie: overleg.versie,
    doel: overleg.doel,
    plaats: overleg.plaats,
    dag: dutchDateOf(begin),
    van: dutchTimeOf(begin),
    tot: dutchTimeOf(eind),
  }
  return (
    <Form
      schema={putOverleg.body}
      draftKey={`casusoverleg-${overleg.id}`}
      defaultValues={waarden}
      submitLabel="Overleg opslaan"
      onSubmit={send}
    >
      <TijdVelden />
    </Form>
  )
}

function AnnuleerForm({ overleg, sluit }: OverlegFormProps) {
  const send = useZend(annuleerOverleg, overleg.id, 'Het overleg is geannuleerd.', sluit)
  return (
    <Form
      schema={annuleerOverleg.body}
      defaultValues={{} as never}
      draftKey={`casusoverleg-${overleg.id}-annuleren`}
      submitLabel="Overleg annuleren"
      onSubmit={send}
    >
      <TextAreaField name="reden" label="Waarom gaat het niet door?" rows={2} max={500} />
    </Form>
  )
}
