import { Button } from '@amsterdam/design-system-react'
import { useNavigate } from '@tanstack/react-router'
import { useFormContext, useWatch } from 'react-hook-form'
import { useCommand } from '../../../ui/api-hooks.ts'
import { RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { ComboboxField } from '../../../ui/combobox-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { geefSignaalDoor, koppelSignaal, rondSignaalAf, type SignaalDetail } from '../domain/contract.ts'
import { uitkomsten } from '../domain/keuzes.ts'
import { loadClienten, optiesVan, optionsOf, type Signaalkeuzes, useSignaalkeuzes } from './velden.tsx'

interface Props {
  readonly one: SignaalDetail
  readonly onDone: () => void
}

const { melding_gemaakt: _, ...afrondUitkomsten } = uitkomsten

export function AfrondForm({ one, onDone }: Props) {
  const toast = useToast()
  const keuzes = useSignaalkeuzes()
  const save = useCommand(rondSignaalAf, {
    onDone: () => {
      toast.show('Het signaal is afgerond.')
      onDone()
    },
  })
  return (
    <Form
      schema={rondSignaalAf.body}
      draftKey={`signaal-${one.id}-afronden`}
      defaultValues={{ versie: one.versie, reden: null, toelichting: null } as never}
      submitLabel="Signaal afronden"
      actions={<Annuleren onDone={onDone} />}
      onSubmit={(body) => save.run({ params: { id: one.id }, body })}
    >
      <RadioField name="uitkomst" label="Wat is er gedaan?" options={optionsOf(afrondUitkomsten)} />
      <Waarom keuzes={keuzes} />
      <SelectField
        name="terugkoppeling"
        label="Wat leest de melder?"
        hint="Een vaste zin, zodat er niets over de persoon in staat."
        options={optiesVan(keuzes.terugkoppelingen)}
      />
    </Form>
  )
}

function Waarom({ keuzes }: { keuzes: Signaalkeuzes }) {
  const { control } = useFormContext()
  const uitkomst = useWatch({ control, name: 'uitkomst' })
  return (
    <>
      {uitkomst === 'geen_actie' && (
        <SelectField
          name="reden"
          label="Waarom geen actie?"
          empty={null}
          options={optiesVan(keuzes.redenenGeenActie)}
        />
      )}
      <TextAreaField
        name="toelichting"
        label={uitkomst === 'doorverwezen' ? 'Naar wie?' : 'Toelichting'}
        hint="Alleen voor uw organisatie."
        rows={2}
        max={1000}
        empty={null}
        optional={uitkomst !== 'doorverwezen'}
      />
    </>
  )
}

export function KoppelForm({ one, onDone }: Props) {
  const toast = useToast()
  const save = useCommand(koppelSignaal, {
    onDone: () => {
      toast.show('Het signaal hoort nu bij het dossier.')
      onDone()
    },
  })
  return (
    <Form
      schema={koppelSignaal.body}
      defaultValues={{ versie: one.versie } as never}
      submitLabel="Koppelen"
      actions={<Annuleren onDone={onDone} />}
      onSubmit={(body) => save.run({ params: { id: one.id }, body })}
    >
      <ComboboxField
        name="persoonId"
        label="Om welke cliënt gaat het?"
        hint="Daarna ziet alleen wie bij deze cliënt betrokken is het signaal."
        load={loadClienten}
        {...(one.persoon && { initialLabel: one.persoon })}
      />
    </Form>
  )
}

export function DoorgeefForm({ one, onDone }: Props) {
  const toast = useToast()
  const navigate = useNavigate()
  const keuzes = useSignaalkeuzes()
  const save = useCommand(geefSignaalDoor, {
    onDone: async () => {
      toast.show('Het signaal is doorgegeven. Uw organisatie ziet het niet meer.')
      await navigate({ to: '/signalen' as never })
    },
  })
  return (
    <Form
      schema={geefSignaalDoor.body}
      draftKey={`signaal-${one.id}-doorgeven`}
      defaultValues={{ versie: one.versie } as never}
      submitLabel="Signaal doorgeven"
      actions={<Annuleren onDone={onDone} />}
      onSubmit={(body) => save.run({ params: { id: one.id }, body })}
    >
      <SelectField
        name="organisatieId"
        label="Wie pakt het op?"
        hint="Daarna ziet uw organisatie dit signaal niet meer."
        options={optiesVan(keuzes.behandelaars)}
      />
      <TextAreaField
        name="reden"
        label="Waarom geeft u het door?"
        hint="Alleen voor wie het overneemt."
        rows={2}
        max={500}
      />
    </Form>
  )
}

export function Annuleren({ onDone }: { onDone: () => void }) {
  return (
    <Button type="button" variant="tertiary" onClick={onDone}>
      Annuleren
    </Button>
  )
}
