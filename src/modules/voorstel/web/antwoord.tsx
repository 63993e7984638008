import { Button } from '@amsterdam/design-system-react'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useCommand } from '../../../ui/api-hooks.ts'
import { RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { Section } from '../../../ui/page.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { acceptVoorstel, refuseVoorstel, type VoorstelDetail } from '../domain/contract.ts'
import { gevolgen } from '../domain/weigering.ts'

/** The answer of the aanbieder: yes with as few taps as possible, no with a reason and a next step. */
export function Antwoord({ data }: { data: VoorstelDetail }) {
  const [weigert, setWeigert] = useState(false)
  return (
    <Section title={weigert ? 'Weigeren' : 'Uw antwoord'}>
      {weigert ? (
        <Weigeren data={data} onBack={() => setWeigert(false)} />
      ) : (
        <Aanvaarden data={data} onWeiger={() => setWeigert(true)} />
      )}
    </Section>
  )
}

function Aanvaarden({ data, onWeiger }: { data: VoorstelDetail; onWeiger: () => void }) {
  const toast = useToast()
  const accept = useCommand(acceptVoorstel, {
    onDone: () => toast.show('Aanvaard. De plek blijft vastgehouden tot de aankomst.'),
  })
  return (
    <Form
      schema={acceptVoorstel.body}
      defaultValues={{ versie: data.versie, plekId: null }}
      onSubmit={(body) => accept.run({ params: { id: data.id }, body })}
      submitLabel="Voorstel aanvaarden"
      warnOnLeave={false}
      actions={
        <Button type="button" variant="secondary" onClick={onWeiger}>
          Weigeren
        </Button>
      }
    >
      <SelectField
        name="plekId"
        label="Plek"
        hint="U mag de plek ook bij aankomst kiezen."
        optional
        empty={null}
        emptyLabel="Later kiezen"
        options={data.plekken.map((plek) => ({
          value: plek.id,
          label: plek.past ? plek.naam : `${plek.naam} (${plek.redenen.join(', ').toLowerCase()})`,
        }))}
      />
    </Form>
  )
}

function Weigeren({ data, onBack }: { data: VoorstelDetail; onBack: () => void }) {
  const toast = useToast()
  const refuse = useCommand(refuseVoorstel, {
    onDone: ({ gevolg }) => toast.show(`De weigering is vastgelegd. ${gevolgen[gevolg]}`),
  })
  return (
    <Form
      schema={refuseVoorstel.body}
      defaultValues={{ versie: data.versie, zijde: 'aanbieder' }}
      draftKey={`voorstel-${data.id}-weigering`}
      onSubmit={(body) => refuse.run({ params: { id: data.id }, body })}
      submitLabel="Weigering vastleggen"
      actions={
        <Button type="button" variant="tertiary" onClick={onBack}>
          Terug
        </Button>
      }
    >
      <RadioField
        name="zijde"
        label="Wie weigert?"
        options={[
          {
            value: 'aanbieder',
            label: 'Wij, de aanbieder',
            hint: 'De cliënt houdt de plaats op de lijst. Het loket kan bezwaar maken.',
          },
          { value: 'persoon', label: 'De cliënt zelf' },
        ]}
      />
      <WeigerRedenen data={data} />
    </Form>
  )
}

function WeigerRedenen({ data }: { data: VoorstelDetail }) {
  const zijde = useWatch({ name: 'zijde' })
  const redenen = zijde === 'persoon' ? data.redenenPersoon : data.redenenAanbieder
  return <WeigerVelden redenen={redenen} />
}

/** Reason and next step: the same for every refusal. */
export function WeigerVelden({ redenen }: { redenen: readonly { code: string; naam: string }[] }) {
  return (
    <>
      <SelectField
        name="reden"
        label="Waarom?"
        options={redenen.map(({ code, naam }) => ({ value: code, label: naam }))}
      />
      <TextAreaField name="toelichting" label="Toelichting" optional max={1000} />
      <TextField
        name="volgendeStap"
        label="Wat gebeurt er nu?"
        hint="Bijvoorbeeld: het loket zoekt een plek op de begane grond."
      />
    </>
  )
}
