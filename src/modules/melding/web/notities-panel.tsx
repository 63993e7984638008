import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { CheckboxField } from '../../../ui/choice-fields.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Form } from '../../../ui/form.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import { useToast } from '../../../ui/toast.tsx'
import type { MeldingDetail } from '../domain/contract.ts'
import { listNotities, writeNotitie } from '../domain/samenwerking-contract.ts'

/** Notes of the team, and messages to and from the referrer. */
export function NotitiesPanel({ melding }: { melding: MeldingDetail }) {
  const mag = useMag()
  const toast = useToast()
  const answer = useEndpoint(listNotities, { params: { id: melding.id } })
  const write = useCommand(writeNotitie, { onDone: () => toast.show('De notitie is opgeslagen.') })
  const notities = answer.data?.results ?? []
  return (
    <>
      {mag('melding.behandelen') && (
        <Form
          schema={writeNotitie.body}
          defaultValues={{ tekst: '', voorVerwijzer: false }}
          draftKey={`melding-${melding.id}-notitie`}
          startsAgain
          submitLabel="Notitie opslaan"
          onSubmit={(body) => write.run({ params: { id: melding.id }, body })}
        >
          <TextAreaField name="tekst" label="Notitie" rows={3} max={5000} />
          {melding.melderOrganisatie && (
            <CheckboxField
              name="voorVerwijzer"
              label={`Ook voor de verwijzer: ${melding.melderOrganisatie}`}
              hint="De verwijzer leest deze notitie en de stand, verder niets."
            />
          )}
        </Form>
      )}
      {answer.data && notities.length === 0 && (
        <EmptyState title="Nog geen notities" text="Schrijf op wat een collega of de verwijzer moet weten." />
      )}
      <Timeline
        label="Notities"
        items={notities.map((notitie) => ({
          id: notitie.id,
          at: notitie.geschrevenOp,
          title: notitie.tekst,
          by: [notitie.door, notitie.organisatie].filter(Boolean).join(', '),
          body: notitie.voorVerwijzer ? (
            <StatusBadge label="Gedeeld met de verwijzer" tone="info" />
          ) : undefined,
        }))}
      />
    </>
  )
}
