import { Button } from '@amsterdam/design-system-react'
import { useState } from 'react'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { DateText } from '../../../ui/date-text.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Form } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { listVerwijzingen, writeBericht } from '../domain/samenwerking-contract.ts'

/** `/verwijzingen`: what became of the meldingen that the own organisation made, without a file. */
export function VerwijzingenPage() {
  const answer = useEndpoint(listVerwijzingen, {})
  return (
    <Page
      title="Mijn verwijzingen"
      lead="Meldingen die uw organisatie deed. U ziet hoe ver het is en de berichten, niet het dossier."
      narrow
    >
      {answer.error && <ProblemAlert problem={answer.error} />}
      {answer.data?.count === 0 && (
        <EmptyState
          title="Nog geen verwijzingen"
          text="Als een loket uw organisatie als melder vastlegt, volgt u hier de stand."
        />
      )}
      <ul className="od-stapel">
        {(answer.data?.results ?? []).map((verwijzing) => (
          <li key={verwijzing.meldingId} className="od-kaart od-stapel">
            <p>
              <strong>Melding {verwijzing.nummer}</strong> van{' '}
              <DateText date={verwijzing.meldingsdatum} long />{' '}
              <StatusBadge label={verwijzing.stand} tone={verwijzing.isOpen ? 'info' : 'neutraal'} />
            </p>
            <Timeline
              label={`Berichten bij ${verwijzing.nummer}`}
              items={verwijzing.berichten.map((bericht) => ({
                id: bericht.id,
                at: bericht.geschrevenOp,
                title: bericht.tekst,
                by: bericht.organisatie,
              }))}
            />
            {verwijzing.isOpen && <Bericht meldingId={verwijzing.meldingId} nummer={verwijzing.nummer} />}
          </li>
        ))}
      </ul>
    </Page>
  )
}

function Bericht({ meldingId, nummer }: { meldingId: string; nummer: string }) {
  const toast = useToast()
  const [open, setOpen] = useState(false)
  const write = useCommand(writeBericht, {
    onDone: () => {
      toast.show('Uw bericht is verstuurd.')
      setOpen(false)
    },
  })
  if (!open)
    return (
      <div>
        <Button
          type="button"
          variant="secondary"
          aria-label={`Bericht sturen bij ${nummer}`}
          onClick={() => setOpen(true)}
        >
          Bericht sturen
        </Button>
      </div>
    )
  return (
    <Form
      schema={writeBericht.body}
      defaultValues={{ tekst: '' }}
      draftKey={`melding-${meldingId}-bericht`}
      submitLabel="Bericht versturen"
      onSubmit={(body) => write.run({ params: { id: meldingId }, body })}
      actions={
        <Button type="button" variant="tertiary" onClick={() => setOpen(false)}>
          Annuleren
        </Button>
      }
    >
      <TextAreaField name="tekst" label="Uw bericht aan het loket" rows={3} max={5000} />
    </Form>
  )
}
