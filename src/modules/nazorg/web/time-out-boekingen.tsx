import { useNavigate } from '@tanstack/react-router'
import type { z } from 'zod'
import { useCommand } from '../../../ui/api-hooks.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { Section } from '../../../ui/page.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { type getTimeOut, postBoekingBegin, postBoekingEinde } from '../domain/api.ts'

type Boeking = z.output<(typeof getTimeOut)['response']>['boekingen'][number]

/** What is held for this traject: beginning the stay on the day, or cancelling. */
export function Boekingen({ boekingen, trajectId }: { boekingen: readonly Boeking[]; trajectId: string }) {
  return (
    <Section title="Geboekt">
      <ul className="od-werklijst">
        {boekingen.map((one) => (
          <Regel key={one.id} one={one} trajectId={trajectId} />
        ))}
      </ul>
    </Section>
  )
}

function Regel({ one, trajectId }: { one: Boeking; trajectId: string }) {
  return (
    <li>
      <div className="od-werklijst__wie">
        {one.locatie}, {one.plek}
        <span className="od-hint">
          Van <DateText date={one.van} long /> tot <DateText date={one.tot} long />. {one.reden}
        </span>
        {one.beginNietOmdat && <span className="od-hint">{one.beginNietOmdat}</span>}
        <div className="od-stapel">
          {one.beginNietOmdat === null && (
            <FormDisclosure label="De cliënt is er">
              <Begin one={one} trajectId={trajectId} />
            </FormDisclosure>
          )}
          <FormDisclosure label="Boeking annuleren">
            <Annuleren one={one} />
          </FormDisclosure>
        </div>
      </div>
    </li>
  )
}

function Begin({ one, trajectId }: { one: Boeking; trajectId: string }) {
  const toast = useToast()
  const navigate = useNavigate()
  const save = useCommand(postBoekingBegin, {
    onDone: () => {
      toast.show('De time-out is begonnen. Het traject loopt door.')
      void navigate({ to: `/trajecten/${trajectId}` as never })
    },
  })
  return (
    <Form
      draftKey={`time-outboeking-${one.id}-begin`}
      schema={postBoekingBegin.body}
      defaultValues={{ versie: one.versie } as never}
      submitLabel="Time-out beginnen"
      onSubmit={(body) => save.run({ params: { id: one.id }, body })}
    >
      <TextField name="volgendeStap" label="Volgende stap" />
      <DateField name="volgendeStapOp" label="Uiterlijk op" />
    </Form>
  )
}

function Annuleren({ one }: { one: Boeking }) {
  const toast = useToast()
  const save = useCommand(postBoekingEinde, {
    onDone: () => toast.show('De boeking is geannuleerd. De plek is weer vrij.'),
  })
  return (
    <Form
      draftKey={`time-outboeking-${one.id}-annulering`}
      schema={postBoekingEinde.body}
      defaultValues={{ versie: one.versie } as never}
      submitLabel="Boeking annuleren"
      onSubmit={(body) => save.run({ params: { id: one.id }, body })}
    >
      <TextField name="reden" label="Waarom gaat het niet door?" />
    </Form>
  )
}
