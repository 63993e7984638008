import { Alert } from '../../../ui/alert.tsx'
import { useCommand } from '../../../ui/api-hooks.ts'
import { SelectField, YesNoField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import {
  herzieVeiligheidsplan,
  maakVeiligheidsplan,
  sluitVeiligheidsplan,
  type VrouwenopvangDossier,
} from '../domain/contract.ts'
import { afsluitredenen } from '../domain/keuzes.ts'
import { naPlanActie, planActies, planToestanden } from '../domain/toestanden.ts'
import { optionsOf } from './opties.ts'

type Props = { readonly persoonId: string; readonly data: VrouwenopvangDossier }
type Plan = VrouwenopvangDossier['plannen'][number]

export function PlanDeel({ persoonId, data }: Props) {
  const mag = useMag()('vrouwenopvang.wijzigen')
  const loopt = data.plannen.some((plan) => plan.status === 'loopt')
  return (
    <>
      <TermList width="medium">
        <Term label="Vast aanspreekpunt" empty="Nog niemand: begin eerst een traject">
          {data.aanspreekpunt}
        </Term>
      </TermList>
      {data.planNodigVoor && (
        <Alert tone="let_op" heading="Er is nog geen veiligheidsplan">
          <p>
            Het plan moet er zijn op <DateText date={data.planNodigVoor} long />.
          </p>
        </Alert>
      )}
      {data.plannen.length === 0 && !data.planNodigVoor && <p>Er is geen veiligheidsplan.</p>}
      {data.plannen.map((plan) => (
        <PlanFeiten key={plan.id} plan={plan} mag={mag} />
      ))}
      {mag && !loopt && (
        <FormDisclosure label="Veiligheidsplan maken">
          {(close) => <PlanForm persoonId={persoonId} onDone={close} />}
        </FormDisclosure>
      )}
    </>
  )
}

function PlanFeiten({ plan, mag }: { plan: Plan; mag: boolean }) {
  const [nieuwste, ...ouder] = plan.versies
  return (
    <div className="od-stapel">
      <p>
        <StatusBadge
          label={planToestanden[plan.status]}
          tone={plan.status === 'loopt' ? 'goed' : 'neutraal'}
        />{' '}
        sinds <DateText date={plan.begonnenOp} />.{' '}
        {plan.afgeslotenOp && plan.afsluitreden ? (
          <>
            Afgesloten op <DateText date={plan.afgeslotenOp} />:{' '}
            {afsluitredenen[plan.afsluitreden].toLowerCase()}.
          </>
        ) : (
          <>
            Bespreek het opnieuw op <DateText date={plan.besprekenOp} />.
          </>
        )}
      </p>
      {nieuwste && <Versie versie={nieuwste} />}
      {ouder.length > 0 && (
        <details>
          <summary>Eerdere versies ({ouder.length})</summary>
          {ouder.map((versie) => (
            <Versie key={versie.nummer} versie={versie} />
          ))}
        </details>
      )}
      {mag && naPlanActie(plan.status, 'herzien') && (
        <FormDisclosure label={planActies.herzien}>
          {(close) => <HerzieForm plan={plan} onDone={close} />}
        </FormDisclosure>
      )}
      {mag && naPlanActie(plan.status, 'afsluiten') && (
        <FormDisclosure label={planActies.afsluiten}>
          {(close) => <SluitForm plan={plan} onDone={close} />}
        </FormDisclosure>
      )}
    </div>
  )
}

function Versie({ versie }: { versie: Plan['versies'][number] }) {
  return (
    <TermList width="medium">
      <Term label={`Versie ${versie.nummer}`}>
        <DateText date={versie.opgesteldOp} /> door {versie.door ?? 'het systeem'},{' '}
        {versie.metClient ? 'samen met de cliënt' : `zonder de cliënt: ${versie.zonderClientReden}`}
      </Term>
      <Term label="Dreiging">{versie.dreiging}</Term>
      <Term label="Signalen">{versie.signalen}</Term>
      <Term label="Afspraken">{versie.afspraken}</Term>
      <Term label="Voor de kinderen">{versie.kinderen}</Term>
      <Term label="Wie bellen">{versie.bellen}</Term>
    </TermList>
  )
}

function Velden({ metClient }: { metClient: boolean | undefined }) {
  return (
    <>
      <DateField name="opgesteldOp" label="Gemaakt op" />
      <YesNoField name="metClient" label="Is het plan samen met de cliënt gemaakt?" />
      {metClient === false && (
        <TextField name="zonderClientReden" label="Waarom zonder de cliënt?" empty={null} />
      )}
      <TextAreaField name="dreiging" label="Waar komt de dreiging vandaan?" rows={3} max={2000} />
      <TextAreaField name="signalen" label="Waaraan ziet u dat het misgaat?" rows={3} max={2000} />
      <TextAreaField name="afspraken" label="Wat is er afgesproken?" rows={4} max={4000} />
      <TextAreaField
        name="kinderen"
        label="Afspraken voor de kinderen"
        rows={2}
        max={2000}
        empty={null}
        optional
      />
      <TextField name="bellen" label="Wie wordt er gebeld?" />
      <DateField name="besprekenOp" label="Wanneer bespreekt u het opnieuw?" />
    </>
  )
}

function PlanForm({ persoonId, onDone }: { persoonId: string; onDone: () => void }) {
  const toast = useToast()
  const save = useCommand(maakVeiligheidsplan, {
    onDone: () => {
      toast.show('Het veiligheidsplan is vastgelegd.')
      onDone()
    },
  })
  return (
    <Form
      schema={maakVeiligheidsplan.body}
      defaultValues={{} as never}
      draftKey={`veiligheidsplan-${persoonId}`}
      submitLabel="Veiligheidsplan vastleggen"
      onSubmit={(body) => save.run({ params: { id: persoonId }, body })}
    >
      {(form) => <Velden metClient={form.watch('metClient')} />}
    </Form>
  )
}

function HerzieForm({ plan, onDone }: { plan: Plan; onDone: () => void }) {
  const toast = useToast()
  const save = useCommand(herzieVeiligheidsplan, {
    onDone: () => {
      toast.show('De nieuwe versie is vastgelegd. De vorige blijft bewaard.')
      onDone()
    },
  })
  const { dreiging, signalen, afspraken, kinderen, bellen } = plan.versies[0]!
  return (
    <Form
      schema={herzieVeiligheidsplan.body}
      defaultValues={{ dreiging, signalen, afspraken, kinderen, bellen, versie: plan.versie } as never}
      draftKey={`veiligheidsplan-${plan.id}-versie`}
      submitLabel="Nieuwe versie vastleggen"
      onSubmit={(body) => save.run({ params: { id: plan.id }, body })}
    >
      {(form) => <Velden metClient={form.watch('metClient')} />}
    </Form>
  )
}

function SluitForm({ plan, onDone }: { plan: Plan; onDone: () => void }) {
  const toast = useToast()
  const save = useCommand(sluitVeiligheidsplan, {
    onDone: () => {
      toast.show('Het veiligheidsplan is afgesloten.')
      onDone()
    },
  })
  return (
    <Form
      schema={sluitVeiligheidsplan.body}
      defaultValues={{ versie: plan.versie } as never}
      submitLabel="Veiligheidsplan afsluiten"
      onSubmit={(body) => save.run({ params: { id: plan.id }, body })}
    >
      <SelectField name="reden" label="Waarom kan het plan dicht?" options={optionsOf(afsluitredenen)} />
    </Form>
  )
}
