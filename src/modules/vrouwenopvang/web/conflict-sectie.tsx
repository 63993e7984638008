import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { CheckboxField, RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import {
  eindigBelangenconflict,
  haalBelangenconflicten,
  legBelangenconflictVast,
} from '../domain/contract.ts'
import { conflictredenen } from '../domain/keuzes.ts'
import { optionsOf } from './opties.ts'

/** On the dossier: who may never see it, whatever the chain does. */
export function BelangenconflictSectie({ persoonId }: { readonly persoonId: string }) {
  const { data, error } = useEndpoint(haalBelangenconflicten, { params: { id: persoonId } })
  if (!data) return error ? <ProblemAlert problem={error} /> : <p role="status">Bezig met laden…</p>
  return (
    <>
      {data.conflicten.length === 0 && <p>Er is niemand uitgesloten van dit dossier.</p>}
      <ul className="od-werklijst">
        {data.conflicten.map((conflict) => (
          <li key={conflict.id}>
            <span className="od-werklijst__wie">
              {conflict.wie}
              <span className="od-hint">
                {conflictredenen[conflict.reden]}
                {conflict.toelichting && `: ${conflict.toelichting}`}
                {conflict.eindeReden && `. Opgeheven: ${conflict.eindeReden}`}
              </span>
              {conflict.tot === null && (
                <FormDisclosure label={`Blokkade opheffen voor ${conflict.wie}`}>
                  {(close) => <OphefForm id={conflict.id} onDone={close} />}
                </FormDisclosure>
              )}
            </span>
            <span className="od-werklijst__wanneer">
              sinds <DateText date={conflict.van} />
              {conflict.tot && (
                <>
                  {' '}
                  tot <DateText date={conflict.tot} />
                </>
              )}{' '}
              <StatusBadge
                label={conflict.tot ? 'Opgeheven' : 'Ziet niets'}
                tone={conflict.tot ? 'neutraal' : 'let_op'}
              />
            </span>
          </li>
        ))}
      </ul>
      <FormDisclosure label="Belangenconflict vastleggen">
        {(close) => (
          <ConflictForm
            persoonId={persoonId}
            medewerkers={data.medewerkers}
            organisaties={data.organisaties}
            onDone={close}
          />
        )}
      </FormDisclosure>
    </>
  )
}

type Keuze = readonly { readonly id: string; readonly naam: string }[]
const keuzes = (list: Keuze) => list.map((one) => ({ value: one.id, label: one.naam }))

function ConflictForm(props: {
  persoonId: string
  medewerkers: Keuze
  organisaties: Keuze
  onDone: () => void
}) {
  const toast = useToast()
  const save = useCommand(legBelangenconflictVast, {
    onDone: ({ aantal }) => {
      toast.show(
        aantal === 1
          ? 'Vastgelegd. Deze partij ziet de cliënt nergens meer.'
          : `Vastgelegd. Deze partij ziet ${aantal} mensen uit dit huishouden nergens meer.`,
      )
      props.onDone()
    },
  })
  return (
    <Form
      schema={legBelangenconflictVast.body}
      defaultValues={{ heelHuishouden: false } as never}
      draftKey={`belangenconflict-${props.persoonId}`}
      submitLabel="Blokkade vastleggen"
      onSubmit={(body) => save.run({ params: { id: props.persoonId }, body })}
    >
      {(form) => (
        <>
          <RadioField
            name="soort"
            label="Wie mag dit dossier niet zien?"
            options={optionsOf({ medewerker: 'Een medewerker', organisatie: 'Een hele organisatie' })}
          />
          {form.watch('soort') === 'medewerker' && (
            <SelectField
              name="gebruikerId"
              label="Medewerker"
              options={keuzes(props.medewerkers)}
              empty={null}
            />
          )}
          {form.watch('soort') === 'organisatie' && (
            <SelectField
              name="organisatieId"
              label="Organisatie"
              options={keuzes(props.organisaties)}
              empty={null}
            />
          )}
          <CheckboxField
            name="heelHuishouden"
            label="Ook alle anderen uit het huishouden"
            hint="Opheffen doet u daarna per persoon."
          />
          <SelectField name="reden" label="Waarom?" options={optionsOf(conflictredenen)} />
          <TextField name="toelichting" label="Toelichting" empty={null} optional />
        </>
      )}
    </Form>
  )
}

function OphefForm({ id, onDone }: { id: string; onDone: () => void }) {
  const toast = useToast()
  const save = useCommand(eindigBelangenconflict, {
    onDone: () => {
      toast.show('De blokkade is opgeheven.')
      onDone()
    },
  })
  return (
    <Form
      schema={eindigBelangenconflict.body}
      defaultValues={{} as never}
      draftKey={`belangenconflict-${id}-einde`}
      submitLabel="Blokkade opheffen"
      onSubmit={(body) => save.run({ params: { id }, body })}
    >
      <TextField name="reden" label="Waarom is dit niet meer nodig?" />
    </Form>
  )
}
