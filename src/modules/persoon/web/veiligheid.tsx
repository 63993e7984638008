import { Link } from '@tanstack/react-router'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { RadioField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import {
  haalVeiligheid,
  legVeiligheidVast,
  type Veiligheidslid,
  type Veiligheidsstatus,
} from '../domain/veiligheid-contract.ts'

type Keuzes = readonly { readonly waarde: string; readonly naam: string; readonly uitleg: string }[]

/** On the dossier, for who has the right: how safe it is for each member of the household, each for itself (TRJ-14). */
export function Veiligheid({ persoonId }: { readonly persoonId: string }) {
  const mag = useMag()('veiligheid.wijzigen')
  const { data, error } = useEndpoint(haalVeiligheid, { params: { id: persoonId } })
  if (!data) return error ? <ProblemAlert problem={error} /> : <p role="status">Bezig met laden…</p>
  return (
    <>
      <p className="od-hint">
        Hoe veilig het is, verschilt per persoon, ook binnen één huishouden. Niet iedereen ziet dit deel van
        het dossier.
      </p>
      <ul className="od-kaarten" aria-label="Veiligheid per persoon">
        {data.leden.map((lid) => (
          <li key={lid.persoonId}>
            <p>
              {lid.persoonId === persoonId ? (
                <strong>{lid.naam}</strong>
              ) : (
                <Link to={`/clienten/${lid.persoonId}` as never}>{lid.naam}</Link>
              )}{' '}
              <StatusBadge
                label={lid.nu?.naam ?? 'Nog niet vastgelegd'}
                tone={lid.nu && lid.nu.status !== 'veilig' ? 'let_op' : 'neutraal'}
              />
            </p>
            {lid.nu && <Regel status={lid.nu} />}
            {lid.eerder.length > 0 && (
              <details className="od-meer">
                <summary>Eerder bij {lid.naam}</summary>
                <ul>
                  {lid.eerder.map((status) => (
                    <li key={`${status.van} ${status.tot} ${status.status}`}>
                      {status.naam}
                      <Regel status={status} />
                    </li>
                  ))}
                </ul>
              </details>
            )}
            {mag && (
              <FormDisclosure label={`Veiligheid van ${lid.naam} vastleggen`}>
                {(close) => <StatusForm lid={lid} keuzes={data.keuzes} onDone={close} />}
              </FormDisclosure>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Regel({ status }: { status: Veiligheidsstatus }) {
  return (
    <p className="od-hint">
      Sinds <DateText date={status.van} />
      {status.tot && (
        <>
          {' '}
          tot <DateText date={status.tot} />
        </>
      )}
      , vastgelegd door {status.door ?? 'het systeem'}
      {status.organisatie && `, ${status.organisatie}`}
      {status.toelichting && `. ${status.toelichting}`}
    </p>
  )
}

function StatusForm(props: { lid: Veiligheidslid; keuzes: Keuzes; onDone: () => void }) {
  const { lid, onDone } = props
  const toast = useToast()
  const save = useCommand(legVeiligheidVast, {
    onDone: () => {
      toast.show(`De veiligheid van ${lid.naam} is vastgelegd.`)
      onDone()
    },
  })
  return (
    <Form
      schema={legVeiligheidVast.body}
      defaultValues={{ versie: lid.versie } as never}
      draftKey={`veiligheid-${lid.persoonId}`}
      submitLabel="Veiligheid vastleggen"
      conflictWords={{ fields: { status: 'Veiligheid' } }}
      onSubmit={(body) => save.run({ params: { id: lid.persoonId }, body })}
    >
      <RadioField
        name="status"
        label={`Hoe veilig is het voor ${lid.naam}?`}
        options={props.keuzes.map(({ waarde, naam, uitleg }) => ({
          value: waarde,
          label: naam,
          ...(uitleg && { hint: uitleg }),
        }))}
      />
      <DateField name="van" label="Vanaf welke dag?" />
      <TextAreaField
        name="toelichting"
        label="Waaruit blijkt dat?"
        hint="Noem geen adres."
        rows={2}
        max={1000}
        optional
        empty={null}
      />
    </Form>
  )
}
