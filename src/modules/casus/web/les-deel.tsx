import { Button } from '@amsterdam/design-system-react'
import { useCommand } from '../../../ui/api-hooks.ts'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { type Les, postLes, publiceerLes, putLes, trekLesIn } from '../domain/les-contract.ts'
import { canCasus, casusActies, lesActies, lesOvergangen, lesToestanden } from '../domain/toestanden.ts'
import { type DeelProps, type FormProps, useZend } from './delen.tsx'

const tonen = { concept: 'wacht', gepubliceerd: 'goed', ingetrokken: 'neutraal' } as const

/** What policy can learn of it. Somebody else than the writer checks the text before it appears. */
export function LesDeel({ one }: DeelProps) {
  return (
    <Section title="Lessen">
      {one.lessen.length === 0 && <p>Er is nog geen les geschreven.</p>}
      {one.lessen.map((les) => (
        <Kaart key={les.id} les={les} kan={one.kan} />
      ))}
      {one.kan && canCasus(one.status, 'les').ok && (
        <FormDisclosure label={casusActies.les}>
          {(sluit) => <NieuwForm one={one} sluit={sluit} />}
        </FormDisclosure>
      )}
    </Section>
  )
}

function Kaart({ les, kan }: { les: Les; kan: boolean }) {
  return (
    <div className="od-kaart od-stapel">
      <h3 className="od-tussenkop">
        {les.titel} <StatusBadge label={lesToestanden[les.status]} tone={tonen[les.status]} />
      </h3>
      <p className="od-tekst">{les.tekst}</p>
      <p className="od-hint">
        Geschreven door {les.schrijver}.
        {les.controleur && (
          <>
            {' '}
            Gecontroleerd door {les.controleur} op <DateText date={les.gepubliceerdOp} />.
          </>
        )}
        {les.status === 'concept' && les.isVanMij && ' Een collega controleert en publiceert deze les.'}
      </p>
      {kan && <Knoppen les={les} />}
    </div>
  )
}

function Knoppen({ les }: { les: Les }) {
  const toast = useToast()
  const publiceer = useCommand(publiceerLes, {
    onDone: () => toast.show('De les is gepubliceerd, met alleen het kwartaal.'),
  })
  const trekIn = useCommand(trekLesIn, { onDone: () => toast.show('De les is ingetrokken.') })
  const problem = publiceer.problem ?? trekIn.problem
  const stappen = lesOvergangen[les.status]
  return (
    <>
      {problem && <ProblemAlert problem={problem} focus />}
      <div className="od-knoppen">
        {'publiceren' in stappen && !les.isVanMij && (
          <Button
            type="button"
            variant="primary"
            disabled={publiceer.busy}
            onClick={() =>
              void publiceer
                .run({ params: { id: les.id }, body: { versie: les.versie } })
                .catch(() => undefined)
            }
          >
            {lesActies.publiceren}
          </Button>
        )}
        {'intrekken' in stappen && (
          <Button
            type="button"
            variant="secondary"
            disabled={trekIn.busy}
            onClick={() => void trekIn.run({ params: { id: les.id }, body: {} }).catch(() => undefined)}
          >
            {lesActies.intrekken}
          </Button>
        )}
      </div>
      {'wijzigen' in stappen && (
        <FormDisclosure label={lesActies.wijzigen}>
          {(sluit) => <WijzigForm les={les} sluit={sluit} />}
        </FormDisclosure>
      )}
    </>
  )
}

function LesVelden() {
  return (
    <>
      <TextField name="titel" label="Titel" />
      <TextAreaField
        name="tekst"
        label="Wat kan beleid hiervan leren?"
        hint="Noem geen naam, geboortedatum, nummer of adres van de cliënt of het huishouden."
        max={2000}
      />
    </>
  )
}

function NieuwForm({ one, sluit }: FormProps) {
  const send = useZend(postLes, one.id, 'De les is opgeslagen. Een collega controleert haar.', sluit)
  return (
    <Form
      schema={postLes.body}
      draftKey={`casus-${one.id}-les`}
      defaultValues={{} as never}
      submitLabel="Les opslaan"
      onSubmit={send}
    >
      <LesVelden />
    </Form>
  )
}

function WijzigForm({ les, sluit }: { les: Les; sluit: () => void }) {
  const send = useZend(putLes, les.id, 'De les is opgeslagen. Een ander controleert haar.', sluit)
  return (
    <Form
      schema={putLes.body}
      draftKey={`casusles-${les.id}`}
      defaultValues={{ versie: les.versie, titel: les.titel, tekst: les.tekst }}
      submitLabel="Les opslaan"
      onSubmit={send}
    >
      <LesVelden />
    </Form>
  )
}
