import { useParams } from '@tanstack/react-router'
import { dutchDateOf } from '../../../shared/plain-date.ts'
import { Alert } from '../../../ui/alert.tsx'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { optionsOf, SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { useMag } from '../../../ui/session.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { nvoAfspraken, nvoStatussen } from '../domain/keuzes.ts'
import { listNvoAntwoorden, type Nvorij, postNvoAntwoord, putNvoAntwoord } from '../domain/nvo-contract.ts'
import { useZend } from './delen.tsx'
import { Nvostand } from './standen.tsx'
import { Vindplaats } from './vindplaats.tsx'

/** `/nvo/$afspraak`: one agreement through the years, the newest first. */
export function NvoAfspraakPage() {
  const params = useParams({ strict: false }) as { afspraak: string }
  const afspraak = Number(params.afspraak)
  const naam = nvoAfspraken[afspraak as keyof typeof nvoAfspraken]
  const mag = useMag()('overleg.schrijven')
  const { get } = useSearchParams()
  const jaar = Number(get('jaar')) || Number(dutchDateOf(new Date()).slice(0, 4))
  const { data, error } = useEndpoint(
    listNvoAntwoorden,
    { query: { afspraak, sorteer: '-jaar', aantalPerPagina: 200 } },
    { enabled: naam !== undefined },
  )
  const antwoorden = (data?.results ?? []).filter(({ id }) => id !== null)
  const heeftJaar = antwoorden.some((een) => een.jaar === jaar)
  return (
    <Page
      title={naam ? `Afspraak ${afspraak}` : 'Deze afspraak bestaat niet'}
      lead={naam}
      breadcrumbs={[
        { label: 'Overleg en besluiten', to: '/overleggen' },
        { label: 'Zelftoets', to: '/nvo' },
      ]}
      narrow
    >
      {!naam && <p>Kies een van de acht afspraken op de pagina Zelftoets.</p>}
      {error && !data && <ProblemAlert problem={error} />}
      {data && !heeftJaar && (
        <Section title={String(jaar)}>
          <p>Over dit jaar is er nog geen antwoord.</p>
          {mag && (
            <FormDisclosure label={`Antwoord over ${jaar} vastleggen`}>
              {(sluit) => <NieuwForm jaar={jaar} afspraak={afspraak} sluit={sluit} />}
            </FormDisclosure>
          )}
        </Section>
      )}
      {antwoorden.map((een) => (
        <Section key={een.sleutel} title={String(een.jaar)}>
          {een.status === null && <NogNiet mag={mag} />}
          <Antwoord rij={een} />
          {mag && (
            <FormDisclosure
              label={`Antwoord over ${een.jaar} ${een.status === null ? 'beoordelen of wijzigen' : 'wijzigen'}`}
            >
              {(sluit) => <WijzigForm rij={een} sluit={sluit} />}
            </FormDisclosure>
          )}
        </Section>
      ))}
    </Page>
  )
}

/** An answer that only tells how, for example as a regiovisie has it: whether that is enough is for the region to say. */
function NogNiet({ mag }: { mag: boolean }) {
  return (
    <Alert heading="Nog niet beoordeeld" tone="let_op">
      <p>
        Hier staat hoe de regio het doet, niet of dat genoeg is.{' '}
        {mag
          ? 'Kies hieronder of de regio voldoet, en vul in waaruit dat blijkt.'
          : 'De programmamanager kan dat vastleggen.'}
      </p>
    </Alert>
  )
}

function Antwoord({ rij }: { rij: Nvorij }) {
  return (
    <TermList>
      <Term label="Stand">
        <Nvostand status={rij.status} isBeantwoord />
      </Term>
      <Term label="Hoe">{rij.toelichting}</Term>
      <Term label="Bewijs">{rij.bewijs}</Term>
      <Term label="Waar staat dat">{rij.vindplaats && <Vindplaats waar={rij.vindplaats} />}</Term>
      <Term label={rij.status === null ? 'Opgeschreven door' : 'Beoordeeld door'}>
        {rij.beoordeeldDoor}, <DateText date={rij.beoordeeldOp} long />
      </Term>
    </TermList>
  )
}

function Velden() {
  return (
    <>
      <SelectField
        name="status"
        label="Voldoet de regio?"
        options={optionsOf(nvoStatussen)}
        optional
        empty={null}
        emptyLabel="Nog niet beoordeeld"
      />
      <TextAreaField name="toelichting" label="Hoe doet de regio dit?" max={4000} />
      <TextAreaField
        name="bewijs"
        label="Waaruit blijkt dat?"
        hint="Verplicht als de regio voldoet"
        rows={3}
        max={1000}
        optional
        empty={null}
      />
      <TextField
        name="vindplaats"
        label="Waar staat dat?"
        hint="Verplicht als de regio voldoet. Bijvoorbeeld een besluit of een document"
        optional
        empty={null}
      />
      <TextField name="beoordeeldDoor" label="Wie beoordeelde dit?" hint="Een functie, geen naam" />
      <DateField name="beoordeeldOp" label="Op welke dag?" today />
    </>
  )
}

function NieuwForm({ jaar, afspraak, sluit }: { jaar: number; afspraak: number; sluit: () => void }) {
  const toast = useToast()
  const save = useCommand(postNvoAntwoord, {
    onDone: () => {
      toast.show('Het antwoord is vastgelegd.')
      sluit()
    },
  })
  return (
    <Form
      schema={postNvoAntwoord.body}
      defaultValues={{ jaar, afspraak, status: null, bewijs: null, vindplaats: null }}
      submitLabel="Antwoord vastleggen"
      draftKey={`nvo-${jaar}-${afspraak}`}
      onSubmit={(body) => save.run({ body })}
    >
      <Velden />
    </Form>
  )
}

function WijzigForm({ rij, sluit }: { rij: Nvorij; sluit: () => void }) {
  const send = useZend(putNvoAntwoord, rij.id!, 'Het antwoord is gewijzigd.', sluit)
  const { status, toelichting, bewijs, vindplaats, beoordeeldDoor, beoordeeldOp, versie } = rij
  return (
    <Form
      schema={putNvoAntwoord.body}
      defaultValues={{
        ...{ status, bewijs, vindplaats, versie: versie! },
        ...{ toelichting: toelichting!, beoordeeldDoor: beoordeeldDoor!, beoordeeldOp: beoordeeldOp! },
      }}
      submitLabel="Wijziging opslaan"
      draftKey={`nvo-${rij.id}`}
      onSubmit={send}
    >
      <Velden />
    </Form>
  )
}
