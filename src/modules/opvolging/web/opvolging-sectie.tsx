import { Button } from '@amsterdam/design-system-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatLong } from '../../../shared/plain-date.ts'
import { Alert } from '../../../ui/alert.tsx'
import { call } from '../../../ui/api.ts'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag, useSessie } from '../../../ui/session.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import {
  afsluitredenen,
  haalOpvolging,
  listContactpersonen,
  type Opvolging,
  sluitOpvolging,
  startOpvolging,
  wijzigOpvolging,
} from '../domain/contract.ts'
import { canChange } from '../domain/rules.ts'
import { dagenTekst } from './dagen.ts'

/** On the dossier: who is responsible, who to call, what happens next and when. */
export function OpvolgingSectie({ persoonId }: { persoonId: string }) {
  const mag = useMag()
  const sessie = useSessie()
  const [open, setOpen] = useState<'wijzigen' | 'sluiten' | 'beginnen' | undefined>()
  const answer = useEndpoint(haalOpvolging, { params: { id: persoonId } })
  if (answer.error && !answer.data) return <ProblemAlert problem={answer.error} />
  if (!answer.data) return <p role="status">Bezig met laden…</p>
  const { opvolging, via } = answer.data
  const done = () => setOpen(undefined)
  if (opvolging === null || opvolging.status === 'afgesloten') {
    return (
      <>
        <p>
          {opvolging === null
            ? 'Niemand is nu verantwoordelijk voor een volgende stap.'
            : closedText(opvolging)}
        </p>
        {mag('opvolging.wijzigen') &&
          (open === 'beginnen' ? (
            <StartForm persoonId={persoonId} onDone={done} />
          ) : (
            <p>
              <Button type="button" variant="secondary" onClick={() => setOpen('beginnen')}>
                Volgende stap plannen
              </Button>
            </p>
          ))}
      </>
    )
  }
  if (via)
    return (
      <>
        <p>
          Loopt via het huishouden, op naam van{' '}
          <Link to={`/clienten/${via.persoonId}` as never}>{via.naam}</Link>.
        </p>
        <Stand opvolging={opvolging} />
      </>
    )
  const allowed = canChange(opvolging, sessie.organisatie.id)
  return (
    <>
      <Stand opvolging={opvolging} />
      {open === 'wijzigen' && <StapForm opvolging={opvolging} onDone={done} />}
      {open === 'sluiten' && <SluitForm opvolging={opvolging} onDone={done} />}
      {open === undefined &&
        mag('opvolging.wijzigen') &&
        (allowed.ok ? (
          <div className="od-knoppen">
            <Button type="button" variant="secondary" onClick={() => setOpen('wijzigen')}>
              Volgende stap wijzigen
            </Button>
            <Button type="button" variant="tertiary" onClick={() => setOpen('sluiten')}>
              Opvolging afsluiten
            </Button>
          </div>
        ) : (
          <p className="od-hint">{allowed.reden}</p>
        ))}
    </>
  )
}

function closedText(opvolging: Opvolging): string {
  const reden = opvolging.afsluitreden ? afsluitredenen[opvolging.afsluitreden].toLowerCase() : ''
  return `Afgesloten op ${opvolging.afgeslotenOp ? formatLong(opvolging.afgeslotenOp) : ''}: ${reden}.`
}

function Stand({ opvolging }: { opvolging: Opvolging }) {
  return (
    <>
      {opvolging.dagenTeLaat > 0 && (
        <Alert tone="fout" heading={`De volgende stap is ${dagenTekst(opvolging.dagenTeLaat)} te laat`}>
          <p>Doe de stap nu, of plan een nieuwe.</p>
        </Alert>
      )}
      <TermList width="medium">
        <Term label="Verantwoordelijk">{opvolging.organisatie}</Term>
        <Term label="Contactpersoon">{opvolging.contactpersoon}</Term>
        <Term label="Volgende stap">{opvolging.volgendeStap}</Term>
        <Term label="Uiterlijk op">{opvolging.volgendeStapOp && formatLong(opvolging.volgendeStapOp)}</Term>
        <Term label="Kenmerk">{opvolging.kenmerk}</Term>
      </TermList>
    </>
  )
}

const Cancel = ({ onDone }: { onDone: () => void }) => (
  <Button type="button" variant="tertiary" onClick={onDone}>
    Annuleren
  </Button>
)

function StapFields() {
  return (
    <>
      <TextField
        name="volgendeStap"
        label="Wat moet er gebeuren?"
        hint="Kort en zonder namen, bijvoorbeeld: bellen over de intake"
      />
      <DateField name="volgendeStapOp" label="Uiterlijk op" />
    </>
  )
}

function StartForm({ persoonId, onDone }: { persoonId: string; onDone: () => void }) {
  const toast = useToast()
  const save = useCommand(startOpvolging, {
    onDone: () => {
      toast.show('De volgende stap is gepland.')
      onDone()
    },
  })
  return (
    <Form
      schema={startOpvolging.body}
      defaultValues={{}}
      draftKey={`opvolging-begin-${persoonId}`}
      submitLabel="Volgende stap plannen"
      actions={<Cancel onDone={onDone} />}
      onSubmit={(body) => save.run({ params: { id: persoonId }, body })}
    >
      <p>Uw organisatie wordt verantwoordelijk en u wordt de contactpersoon.</p>
      <StapFields />
    </Form>
  )
}

function StapForm({ opvolging, onDone }: { opvolging: Opvolging; onDone: () => void }) {
  const toast = useToast()
  const contacten = useEndpoint(listContactpersonen, { params: { id: opvolging.id } })
  const save = useCommand(wijzigOpvolging, {
    onDone: () => {
      toast.show('De volgende stap is gewijzigd.')
      onDone()
    },
  })
  const personen = contacten.data?.results ?? []
  return (
    <Form
      schema={wijzigOpvolging.body}
      defaultValues={{
        versie: opvolging.versie,
        volgendeStap: opvolging.volgendeStap ?? '',
        volgendeStapOp: opvolging.dagenTeLaat > 0 ? undefined : (opvolging.volgendeStapOp ?? undefined),
        contactpersoonId: opvolging.contactpersoonId,
      }}
      draftKey={`opvolging-${opvolging.id}-stap`}
      submitLabel="Volgende stap opslaan"
      actions={<Cancel onDone={onDone} />}
      onReload={async () => {
        const { opvolging: fresh } = await call(haalOpvolging, { params: { id: opvolging.persoonId! } })
        return {
          versie: fresh!.versie,
          volgendeStap: fresh!.volgendeStap ?? '',
          volgendeStapOp: fresh!.volgendeStapOp ?? undefined,
          contactpersoonId: fresh!.contactpersoonId,
        }
      }}
      onSubmit={(body) =>
        save.run({
          params: { id: opvolging.id },
          // Whoever is chosen brings the organisation along.
          body: {
            ...body,
            organisatieId: personen.find((persoon) => persoon.id === body.contactpersoonId)?.organisatieId,
          },
        })
      }
    >
      <StapFields />
      <SelectField
        name="contactpersoonId"
        label="Contactpersoon"
        hint="Kiest u iemand van een andere organisatie, dan wordt die verantwoordelijk"
        options={personen.map((persoon) => ({
          value: persoon.id,
          label: `${persoon.naam} (${persoon.organisatie})`,
        }))}
      />
    </Form>
  )
}

function SluitForm({ opvolging, onDone }: { opvolging: Opvolging; onDone: () => void }) {
  const toast = useToast()
  const save = useCommand(sluitOpvolging, {
    onDone: () => {
      toast.show('De opvolging is afgesloten.')
      onDone()
    },
  })
  const redenen = Object.entries(afsluitredenen).filter(([code]) => code !== 'samengevoegd')
  return (
    <Form
      schema={sluitOpvolging.body}
      defaultValues={{ versie: opvolging.versie }}
      draftKey={`opvolging-${opvolging.id}-afsluiten`}
      submitLabel="Opvolging afsluiten"
      actions={<Cancel onDone={onDone} />}
      onSubmit={(body) => save.run({ params: { id: opvolging.id }, body })}
    >
      <p>Na het afsluiten is niemand meer verantwoordelijk. Dat kan alleen als er niets meer open staat.</p>
      <SelectField
        name="reden"
        label="Waarom sluit u af?"
        options={redenen.map(([value, label]) => ({ value, label }))}
      />
      <TextAreaField name="toelichting" label="Toelichting" rows={3} max={500} />
      <DateField name="op" label="Op welke dag?" />
    </Form>
  )
}
