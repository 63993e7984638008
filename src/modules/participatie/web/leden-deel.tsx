import { Button } from '@amsterdam/design-system-react'
import { useState } from 'react'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { type Groepslid, getGroepsleden, postGroepslid, trekGroepslidIn } from '../domain/groep-contract.ts'
import { useZend } from './velden.tsx'

/** Closed until somebody asks: opening it asks the server, and that is in the audit book. */
export function Leden({ groepId, aantal }: { groepId: string; aantal: number }) {
  const [open, setOpen] = useState(false)
  return (
    <Section title="Namen, alleen met toestemming">
      {!open && (
        <>
          <p>
            {aantal === 0
              ? 'Er zijn geen namen vastgelegd. Dat hoeft ook niet.'
              : `Er ${aantal === 1 ? 'is één naam' : `zijn ${aantal} namen`} vastgelegd.`}{' '}
            Wie kijkt, staat in het logboek.
          </p>
          {aantal > 0 && (
            <div className="od-knoppen">
              <Button type="button" variant="secondary" onClick={() => setOpen(true)}>
                Namen tonen
              </Button>
            </div>
          )}
        </>
      )}
      {open && <Lijst groepId={groepId} />}
      <FormDisclosure label="Naam toevoegen met toestemming">
        {(sluit) => <NieuwLid groepId={groepId} sluit={sluit} />}
      </FormDisclosure>
    </Section>
  )
}

function Lijst({ groepId }: { groepId: string }) {
  const { data, error } = useEndpoint(getGroepsleden, { params: { id: groepId } })
  if (error && !data) return <ProblemAlert problem={error} />
  if (!data) return <p role="status">Bezig met laden…</p>
  return (
    <ul className="od-kaarten">
      {data.leden.map((lid) => (
        <li key={lid.id}>
          <Lid lid={lid} />
        </li>
      ))}
    </ul>
  )
}

function Lid({ lid }: { lid: Groepslid }) {
  const trekIn = useZend(trekGroepslidIn, 'De naam is gewist.')
  return (
    <>
      <strong>{lid.naam ?? 'Gewist'}</strong>
      <span className="od-hint">
        Toestemming tot en met <DateText date={lid.toestemmingTotEnMet} />, {lid.toestemmingWaar}
      </span>
      {trekIn.problem && <ProblemAlert problem={trekIn.problem} focus />}
      {!lid.gewistOp && (
        <div className="od-knoppen">
          <Button
            type="button"
            variant="tertiary"
            disabled={trekIn.busy}
            onClick={() => void trekIn.run({ params: { id: lid.id }, body: {} }).catch(() => undefined)}
          >
            Intrekken en wissen
          </Button>
        </div>
      )}
    </>
  )
}

function NieuwLid({ groepId, sluit }: { groepId: string; sluit: () => void }) {
  const save = useZend(postGroepslid, 'De naam is vastgelegd.', sluit)
  return (
    <Form
      schema={postGroepslid.body}
      defaultValues={{} as never}
      submitLabel="Naam vastleggen"
      draftKey={`participatiegroep-${groepId}-lid`}
      onSubmit={(body) => save.run({ params: { id: groepId }, body })}
    >
      <TextField name="naam" label="Naam en hoe te bereiken" />
      <DateField name="toestemmingOp" label="Dag van de toestemming" today />
      <DateField
        name="toestemmingTotEnMet"
        label="Toestemming tot en met"
        hint="Daarna wist Onderdak de naam zelf."
      />
      <TextField
        name="toestemmingWaar"
        label="Waar ligt de toestemming?"
        hint="Bijvoorbeeld het nummer van het formulier. Geen naam."
      />
    </Form>
  )
}
