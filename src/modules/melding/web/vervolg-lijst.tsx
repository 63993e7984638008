import { Button } from '@amsterdam/design-system-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { RadioField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Form } from '../../../ui/form.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { listVervolgen, RecordVervolg, recordVervolg, type VervolgRegel } from '../domain/besluit-contract.ts'
import { slaapplekken, vervolgUitkomsten } from '../domain/status.ts'
import { codesOf } from './opties.ts'

/** Follow-up moments of one melding, open ones first with their form. */
export function VervolgLijst({ meldingId }: { meldingId: string }) {
  // One read: between two of them a line that a colleague finishes would be gone for a moment, with what is typed in it.
  const data = useEndpoint(listVervolgen, { query: { meldingId, stand: 'alle' } }).data
  if (!data) return <p role="status">Bezig met laden…</p>
  if (data.count === 0)
    return (
      <EmptyState
        title="Geen vervolg"
        text="Na een weigering of doorverwijzing staat hier wanneer iemand nakijkt hoe het gaat."
      />
    )
  return (
    <ul className="od-stapel">
      {[
        ...data.results.filter((one) => one.gedaanOp === null),
        ...data.results.filter((one) => one.gedaanOp !== null).reverse(),
      ].map((vervolg) => (
        <li key={vervolg.id}>
          <VervolgKaart vervolg={vervolg} />
        </li>
      ))}
    </ul>
  )
}

export function VervolgKaart({ vervolg, metNaam }: { vervolg: VervolgRegel; metNaam?: boolean }) {
  const mag = useMag()
  const [edit, setEdit] = useState(false)
  const [isChanged, setChanged] = useState(false)
  const isGedaan = vervolg.gedaanOp !== null
  return (
    <div className="od-kaart od-stapel">
      <p>
        {metNaam && (
          <>
            <Link to={`/meldingen/${vervolg.meldingId}` as never} search={{ tab: 'vervolg' } as never}>
              {vervolg.naam} ({vervolg.nummer})
            </Link>
            {': '}
          </>
        )}
        <strong>{vervolg.wat}</strong>{' '}
        {vervolg.dagenTeLaat > 0 && (
          <StatusBadge
            label={`${vervolg.dagenTeLaat} ${vervolg.dagenTeLaat === 1 ? 'dag' : 'dagen'} te laat`}
            tone="fout"
          />
        )}
        {vervolg.uitkomst && <StatusBadge label={vervolgUitkomsten[vervolg.uitkomst]} tone="goed" />}
      </p>
      <p className="od-hint">
        {vervolg.gedaanOp ? (
          <>
            Gedaan op <DateText date={vervolg.gedaanOp} />
          </>
        ) : (
          <>
            Uiterlijk <DateText date={vervolg.geplandOp} />
          </>
        )}
        , {vervolg.contactpersoon}, {vervolg.organisatie}
        {vervolg.besluit && `. Besluit: ${vervolg.besluit.toLowerCase()}`}
      </p>
      {vervolg.toelichting && <p>{vervolg.toelichting}</p>}
      {(!isGedaan || isChanged) &&
        mag('melding.behandelen') &&
        (edit ? (
          <NakijkForm
            vervolg={vervolg}
            onDone={() => setEdit(false)}
            onChanged={setChanged}
            closed={isGedaan ? 'Dit vervolg is al afgerond.' : undefined}
          />
        ) : (
          <div>
            <Button
              type="button"
              variant="secondary"
              aria-label={`Vastleggen hoe het gaat: ${vervolg.naam}, ${vervolg.nummer}`}
              onClick={() => setEdit(true)}
            >
              Vastleggen hoe het gaat
            </Button>
          </div>
        ))}
    </div>
  )
}

function NakijkForm(props: {
  vervolg: VervolgRegel
  onDone: () => void
  onChanged: (isChanged: boolean) => void
  closed: string | undefined
}) {
  const { vervolg, onDone } = props
  const toast = useToast()
  const save = useCommand(recordVervolg, {
    onDone: (answer) => {
      toast.show(answer.nieuweMeldingId ? 'Er is een nieuwe melding gestart.' : 'Vastgelegd hoe het gaat.')
      onDone()
    },
  })
  return (
    <Form
      schema={RecordVervolg}
      defaultValues={{}}
      draftKey={`vervolg-${vervolg.id}`}
      onChanged={props.onChanged}
      closed={props.closed}
      submitLabel="Opslaan"
      onSubmit={(body) => save.run({ params: { id: vervolg.id }, body })}
      actions={
        <Button type="button" variant="tertiary" onClick={onDone}>
          Annuleren
        </Button>
      }
    >
      {(form) => (
        <>
          <DateField name="op" label="Wanneer heeft u dit nagekeken?" today />
          <RadioField name="uitkomst" label="Hoe gaat het?" options={codesOf(vervolgUitkomsten)} />
          <TextAreaField name="toelichting" label="Toelichting" rows={2} max={2000} empty={null} optional />
          {form.watch('uitkomst') === 'opnieuw_gemeld' ? (
            <>
              <TextAreaField
                name="nieuweHulpvraag"
                label="Wat is er nu aan de hand?"
                hint="Hiermee start een nieuwe melding, met een verwijzing naar deze."
                rows={3}
                max={5000}
                empty={null}
              />
              <RadioField
                name="slaapplekVannacht"
                label="Is er vannacht een slaapplek?"
                options={codesOf(slaapplekken)}
                optional
              />
            </>
          ) : (
            vervolg.isLaatste && (
              <>
                <p>Dit is het laatste moment. Zeg wat er nu gebeurt, zodat niemand uit beeld raakt.</p>
                <TextField name="volgendeStap" label="Wat gebeurt er nu?" empty={null} />
                <DateField name="volgendeStapOp" label="Uiterlijk op" empty={null} />
              </>
            )
          )}
        </>
      )}
    </Form>
  )
}
