import { Label, Select } from '@amsterdam/design-system-react'
import { useId, useState } from 'react'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { optionsOf, SelectField } from '../../../ui/choice-fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { PickField } from '../../../ui/pick-field.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { onderdeelsoorten } from '../domain/keuzes.ts'
import {
  getProgrammakeuzes,
  type Onderdeel,
  type ProgrammaDetail,
  postProgrammaonderdeel,
  putProgrammaonderdeel,
} from '../domain/programma-contract.ts'

export function NieuwOnderdeel({ programma, sluit }: { programma: ProgrammaDetail; sluit: () => void }) {
  const toast = useToast()
  const save = useCommand(postProgrammaonderdeel, {
    onDone: () => {
      toast.show('Het onderdeel is toegevoegd.')
      sluit()
    },
  })
  return (
    <Form
      schema={postProgrammaonderdeel.body}
      defaultValues={{ programmaId: programma.id, naar: [], bron: programma.bron } as never}
      submitLabel="Onderdeel toevoegen"
      draftKey={`programma-${programma.id}-onderdeel`}
      onSubmit={(body) => save.run({ body })}
    >
      <Velden programma={programma} />
    </Form>
  )
}

/** First which one, then its form. */
export function WijzigOnderdelen({ programma }: { programma: ProgrammaDetail }) {
  const id = useId()
  const [gekozen, setGekozen] = useState('')
  const onderdeel = programma.onderdelen.find((een) => een.id === gekozen)
  return (
    <>
      <div className="od-filter">
        <Label htmlFor={id}>Welk onderdeel?</Label>
        <Select id={id} value={gekozen} onChange={(event) => setGekozen(event.target.value)}>
          <Select.Option value="">Maak een keuze</Select.Option>
          {programma.onderdelen.map((een) => (
            <Select.Option key={een.id} value={een.id}>
              {een.code} {een.naam}
            </Select.Option>
          ))}
        </Select>
      </div>
      {onderdeel && <WijzigOnderdeel key={onderdeel.id} programma={programma} onderdeel={onderdeel} />}
    </>
  )
}

function WijzigOnderdeel({ programma, onderdeel }: { programma: ProgrammaDetail; onderdeel: Onderdeel }) {
  const toast = useToast()
  const save = useCommand(putProgrammaonderdeel, { onDone: () => toast.show('Het onderdeel is verbeterd.') })
  const { soort, code, naam, toelichting, onderId, naar, bron, versie } = onderdeel
  return (
    <Form
      schema={putProgrammaonderdeel.body}
      defaultValues={{ soort, code, naam, toelichting, onderId, naar, bron, versie } as never}
      submitLabel="Opslaan"
      draftKey={`programmaonderdeel-${onderdeel.id}`}
      onSubmit={(body) => save.run({ params: { id: onderdeel.id }, body })}
    >
      <Velden programma={programma} zelf={onderdeel.id} />
    </Form>
  )
}

function Velden({ programma, zelf }: { programma: ProgrammaDetail; zelf?: string }) {
  const { data } = useEndpoint(getProgrammakeuzes, {})
  const anderen = programma.onderdelen.filter(({ id }) => id !== zelf)
  return (
    <>
      <SelectField name="soort" label="Soort" options={optionsOf(onderdeelsoorten)} />
      <TextField name="code" label="Code" hint="Uniek in dit programma, bijvoorbeeld P1 of T2" />
      <TextField name="naam" label="Naam" />
      <TextAreaField name="toelichting" label="Toelichting" max={4000} optional empty={null} />
      <SelectField
        name="onderId"
        label="Valt onder"
        hint="Bijvoorbeeld de pijler van een doel"
        options={anderen.map(({ id, code, naam }) => ({ value: id, label: `${code} ${naam}` }))}
        optional
        empty={null}
      />
      <PickField
        name="naar"
        label="Draagt bij aan"
        one="Onderdeel"
        hint="Onderdelen van dit of een ander programma, bijvoorbeeld de pijlers van de visie"
        options={(data?.onderdelen ?? [])
          .filter(({ id }) => id !== zelf)
          .map((een) => ({ value: een.id, label: `${een.code} ${een.naam} (${een.programma})` }))}
        optional
      />
      <TextField name="bron" label="Bron" hint="Document en paragraaf" />
    </>
  )
}
