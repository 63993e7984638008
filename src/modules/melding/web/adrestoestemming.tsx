import { Button } from '@amsterdam/design-system-react'
import { useState } from 'react'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { CheckboxField, RadioField, SelectField, YesNoField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import {
  type Adrestoestemming,
  listAdrestoestemmingen,
  RegisterAdrestoestemming,
  registerAdrestoestemming,
} from '../domain/klantcontact-contract.ts'
import { leeftijdsklassen } from '../domain/status.ts'
import { codesOf, keuzesOf, useOpties } from './opties.ts'

/** Part of the dossier: whether this person may use a postal address and the opvang (TOE-16). */
export function AdrestoestemmingSectie({ persoonId }: { readonly persoonId: string }) {
  const mag = useMag()
  const [open, setOpen] = useState(false)
  const answer = useEndpoint(listAdrestoestemmingen, { params: { id: persoonId } })
  if (answer.error && !answer.data) return <ProblemAlert problem={answer.error} />
  if (!answer.data) return <p role="status">Bezig met laden…</p>
  const besloten = answer.data.results
  return (
    <div className="od-stapel">
      {besloten.length === 0 && <p>Over een postadres of opvang is nog niets besloten.</p>}
      {besloten.length > 0 && (
        <ul className="od-kaarten">
          {besloten.map((een) => (
            <li key={een.id}>
              <Besluit een={een} />
            </li>
          ))}
        </ul>
      )}
      {open && <ToestemmingForm persoonId={persoonId} onDone={() => setOpen(false)} />}
      {!open && mag('melding.besluiten') && (
        <div>
          <Button type="button" variant="secondary" onClick={() => setOpen(true)}>
            Toestemming vastleggen
          </Button>
        </div>
      )}
    </div>
  )
}

function Besluit({ een }: { een: Adrestoestemming }) {
  const waarvoor = [een.voorPostadres && 'postadres', een.voorOpvang && 'opvang'].filter(Boolean).join(' en ')
  return (
    <>
      <p>
        <StatusBadge
          label={een.toestemming ? 'Wel toestemming' : 'Geen toestemming'}
          tone={een.toestemming ? 'goed' : 'let_op'}
        />{' '}
        voor {waarvoor}
      </p>
      <p className="od-hint">
        <DateText date={een.op} />, {een.loket}
        {een.gemeente && `, gemeente ${een.gemeente}`}
        {een.reden && `. Reden: ${een.reden}`}
      </p>
    </>
  )
}

/** With a person from the dossier, or at the desk for somebody without one: then age and gemeente make the count. */
export function ToestemmingForm({ persoonId, onDone }: { persoonId?: string; onDone?: () => void }) {
  const toast = useToast()
  const opties = useOpties()
  // At the desk the next person starts with an empty form, so that nobody is counted twice.
  const [volgende, setVolgende] = useState(0)
  const register = useCommand(registerAdrestoestemming, {
    onDone: () => {
      toast.show('Vastgelegd. Het telt mee in de aantallen van het jaar.')
      setVolgende(volgende + 1)
      onDone?.()
    },
  })
  return (
    <Form
      key={volgende}
      schema={RegisterAdrestoestemming}
      defaultValues={{ persoonId: persoonId ?? null, voorPostadres: true, voorOpvang: true }}
      {...(persoonId && { draftKey: `adrestoestemming-${persoonId}` })}
      submitLabel="Toestemming vastleggen"
      onSubmit={(body) => register.run({ body: { ...body, reden: body.toestemming ? null : body.reden } })}
      actions={
        onDone && (
          <Button type="button" variant="tertiary" onClick={onDone}>
            Annuleren
          </Button>
        )
      }
    >
      {(form) => (
        <>
          <YesNoField name="toestemming" label="Is er toestemming?" />
          <CheckboxField name="voorPostadres" label="Dit geldt voor een postadres of briefadres" />
          <CheckboxField name="voorOpvang" label="Dit geldt voor de opvang" />
          {form.watch('toestemming') === false && (
            <TextAreaField name="reden" label="Waarom niet?" rows={3} max={500} empty={null} />
          )}
          <DateField name="op" label="Besloten op" today />
          {!persoonId && (
            <RadioField name="leeftijdsklasse" label="Leeftijd" options={codesOf(leeftijdsklassen)} />
          )}
          <SelectField
            name="gemeenteCode"
            label="Gemeente"
            options={keuzesOf(opties?.gemeenten)}
            emptyLabel="Onbekend"
            empty={null}
            optional
          />
        </>
      )}
    </Form>
  )
}
