import { Button } from '@amsterdam/design-system-react'
import { type ReactNode, useState } from 'react'
import { call } from '../../../ui/api.ts'
import { useCommand } from '../../../ui/api-hooks.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { saveBase64 } from '../../../ui/save-file.ts'
import { useMag } from '../../../ui/session.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import {
  haalLeveringbestand,
  type Levering,
  postIntrekking,
  postVerzending,
  postVrijgave,
} from '../domain/contract.ts'

/** What who looks may do now, and why not. */
export function Stappen({ levering }: { levering: Levering }) {
  const mag = useMag()
  const [maakt, geeftVrij, haaltOp] = [
    mag('levering.maken'),
    mag('levering.vrijgeven'),
    mag('levering.bestand'),
  ]
  const { id } = levering
  if (levering.status === 'ingetrokken') return null
  return (
    <Section title="Volgende stap">
      {geeftVrij && levering.status === 'gemaakt' && (
        <Mits mogelijk={levering.mag.vrijgeven}>
          <Vrijgeven id={id} />
        </Mits>
      )}
      {haaltOp && (
        <Mits mogelijk={levering.mag.bestand}>
          <Ophalen id={id} />
        </Mits>
      )}
      {maakt && levering.mag.verzenden.ok && (
        <FormDisclosure label="Vastleggen dat het verstuurd is">
          {(sluit) => <Verzenden id={id} sluit={sluit} />}
        </FormDisclosure>
      )}
      {maakt && levering.mag.intrekken.ok && (
        <FormDisclosure label="Intrekken">{(sluit) => <Intrekken id={id} sluit={sluit} />}</FormDisclosure>
      )}
      {!geeftVrij && levering.status === 'gemaakt' && (
        <p>De privacy officer bekijkt het controleverslag en geeft de levering vrij.</p>
      )}
    </Section>
  )
}

function Mits({ mogelijk, children }: { mogelijk: Levering['mag']['bestand']; children: ReactNode }) {
  return mogelijk.ok ? children : <p>{mogelijk.reden}</p>
}

function Vrijgeven({ id }: { id: string }) {
  const [asked, setAsked] = useState(false)
  const toast = useToast()
  const save = useCommand(postVrijgave, { onDone: () => toast.show('De levering is vrijgegeven.') })
  const confirm = () => {
    setAsked(false)
    void save.run({ params: { id } }).catch(() => {})
  }
  return (
    <>
      {save.problem && <ProblemAlert problem={save.problem} focus />}
      <div className="od-knoppen">
        <Button type="button" disabled={save.busy} onClick={() => setAsked(true)}>
          {save.busy ? 'Bezig…' : 'Vrijgeven'}
        </Button>
      </div>
      <ConfirmDialog
        open={asked}
        heading="Levering vrijgeven?"
        confirmLabel="Vrijgeven"
        busy={save.busy}
        onConfirm={confirm}
        onCancel={() => setAsked(false)}
      >
        <p>
          Een functioneel beheerder kan daarna het bestand met burgerservicenummers ophalen. Wat erin zit,
          verandert niet meer.
        </p>
      </ConfirmDialog>
    </>
  )
}

function Ophalen({ id }: { id: string }) {
  const [bezig, setBezig] = useState(false)
  const [klaar, setKlaar] = useState<string>()
  const [problem, setProblem] = useState<Error>()
  async function haal() {
    setBezig(true)
    setProblem(undefined)
    try {
      const { inhoud, bestandsnaam, mime, sha256 } = await call(haalLeveringbestand, { params: { id } })
      saveBase64(inhoud, bestandsnaam, mime)
      setKlaar(sha256)
    } catch (error) {
      if (!(error instanceof Error)) throw error
      setProblem(error)
    } finally {
      setBezig(false)
    }
  }
  return (
    <>
      {problem && <ProblemAlert problem={problem} focus />}
      <p>
        In dit bestand staan burgerservicenummers. Bewaar het niet langer dan nodig en verstuur het alleen
        langs een veilige weg. Van ieder in het bestand komt in het logboek dat u het ophaalde.
      </p>
      <div className="od-knoppen">
        <Button type="button" disabled={bezig} onClick={() => void haal()}>
          {bezig ? 'Bezig…' : 'Bestand ophalen'}
        </Button>
      </div>
      {klaar && (
        <p role="status" className="od-hint od-lang">
          Opgehaald. SHA-256 van het bestand, voor de ontvanger:{' '}
          <code className="od-controlegetal">{klaar}</code>
        </p>
      )}
    </>
  )
}

function Verzenden({ id, sluit }: { id: string; sluit: () => void }) {
  const toast = useToast()
  const save = useCommand(postVerzending, {
    onDone: () => {
      toast.show('Vastgelegd dat de levering is verstuurd.')
      sluit()
    },
  })
  return (
    <Form
      schema={postVerzending.body}
      defaultValues={{} as never}
      submitLabel="Vastleggen"
      draftKey={`levering-verzenden-${id}`}
      onSubmit={(body) => save.run({ params: { id }, body })}
    >
      <DateField name="op" label="Op welke dag is het verstuurd?" today />
      <TextField name="aan" label="Aan wie?" hint="Organisatie en afdeling, geen naam van een cliënt." />
      <TextField
        name="via"
        label="Langs welke veilige weg?"
        hint="Bijvoorbeeld het uploadportaal van de ontvanger."
      />
    </Form>
  )
}

function Intrekken({ id, sluit }: { id: string; sluit: () => void }) {
  const toast = useToast()
  const save = useCommand(postIntrekking, {
    onDone: () => {
      toast.show('De levering is ingetrokken.')
      sluit()
    },
  })
  return (
    <Form
      schema={postIntrekking.body}
      defaultValues={{} as never}
      submitLabel="Intrekken"
      draftKey={`levering-intrekken-${id}`}
      onSubmit={(body) => save.run({ params: { id }, body })}
    >
      <TextAreaField
        name="reden"
        label="Waarom trekt u deze levering in?"
        hint="Schrijf geen gegevens van cliënten. Is het bestand al verstuurd? Zeg het dan ook de ontvanger."
        max={500}
      />
    </Form>
  )
}
