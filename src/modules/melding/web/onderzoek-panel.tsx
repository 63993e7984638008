import { Button, FieldSet } from '@amsterdam/design-system-react'
import { useState } from 'react'
import { Alert } from '../../../ui/alert.tsx'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Form } from '../../../ui/form.tsx'
import { formatCount } from '../../../ui/format.ts'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag, useSessie } from '../../../ui/session.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import type { MeldingDetail } from '../domain/contract.ts'
import {
  completeOnderzoek,
  EditOnderzoek,
  editOnderzoek,
  getOnderzoek,
  type Onderzoek,
} from '../domain/onderzoek-contract.ts'
import { onderdelen } from '../domain/onderzoek-rules.ts'
import { isOpen, ondersteuningUitkomsten } from '../domain/status.ts'
import { conflictWords } from './conflict.ts'
import { codesOf, keuzesOf, useOpties } from './opties.ts'

const scores = [
  { value: '1', label: '1 Acuut probleem' },
  { value: '2', label: '2 Niet zelfredzaam' },
  { value: '3', label: '3 Beperkt zelfredzaam' },
  { value: '4', label: '4 Voldoende zelfredzaam' },
  { value: '5', label: '5 Volledig zelfredzaam' },
]

export function OnderzoekPanel({ melding }: { melding: MeldingDetail }) {
  const mag = useMag()
  const sessie = useSessie()
  const answer = useEndpoint(getOnderzoek, { params: { id: melding.id } })
  if (answer.error && !answer.data) return <ProblemAlert problem={answer.error} />
  if (!answer.data) return <p role="status">Bezig met laden…</p>
  const onderzoek = answer.data.onderzoek
  if (!onderzoek)
    return (
      <EmptyState
        title="Nog geen onderzoek"
        text="Het onderzoek begint als de triage daartoe besluit. Doe eerst de triage."
      />
    )
  const magWijzigen =
    isOpen(melding.status) && mag('melding.behandelen') && melding.organisatieId === sessie.organisatie.id
  return (
    <>
      <TermList>
        <Term label="Begonnen">
          <DateText date={onderzoek.gestartOp} long />
        </Term>
        <Term label="Klaar uiterlijk">
          <DateText date={onderzoek.uiterlijkOp} long />
        </Term>
        <Term label="Afgerond" empty="Nog niet">
          {onderzoek.afgerondOp && <DateText date={onderzoek.afgerondOp} long />}
        </Term>
      </TermList>
      {!onderzoek.afgerondOp && (
        <Afronden melding={melding} onderzoek={onderzoek} magAfronden={magWijzigen} />
      )}
      <OnderzoekForm key={onderzoek.id} melding={melding} onderzoek={onderzoek} magWijzigen={magWijzigen} />
    </>
  )
}

function Afronden(props: { melding: MeldingDetail; onderzoek: Onderzoek; magAfronden: boolean }) {
  const { melding, onderzoek } = props
  const toast = useToast()
  const complete = useCommand(completeOnderzoek, { onDone: () => toast.show('Het onderzoek is afgerond.') })
  if (onderzoek.ontbreekt.length > 0)
    return (
      <Alert
        heading={`Nog ${formatCount(onderzoek.ontbreekt.length, 'ding', 'dingen')} voor u kunt afronden`}
        headingLevel={3}
      >
        <ul>
          {onderzoek.ontbreekt.map((one) => (
            <li key={one.veld}>{one.melding}</li>
          ))}
        </ul>
      </Alert>
    )
  return (
    <Alert heading="Alles is ingevuld" tone="goed" headingLevel={3}>
      {complete.problem && (
        <ProblemAlert
          problem={complete.problem}
          conflictWords={conflictWords}
          onReloaded={complete.reset}
          focus
        />
      )}
      {props.magAfronden && (
        <Button
          type="button"
          disabled={complete.busy}
          onClick={() =>
            void complete
              .run({ params: { id: melding.id }, body: { versie: onderzoek.versie } })
              .catch(() => undefined)
          }
        >
          Onderzoek afronden
        </Button>
      )}
    </Alert>
  )
}

function OnderzoekForm(props: { melding: MeldingDetail; onderzoek: Onderzoek; magWijzigen: boolean }) {
  const { melding, onderzoek } = props
  const toast = useToast()
  const opties = useOpties()
  // What somebody began stays, also when a colleague decides meanwhile.
  const [typed, setTyped] = useState(false)
  const save = useCommand(editOnderzoek, { onDone: () => toast.show('Het onderzoek is opgeslagen.') })
  if (!opties) return <p role="status">Bezig met laden…</p>
  if (!props.magWijzigen && !typed) return <Gelezen onderzoek={onderzoek} />
  return (
    <Form
      schema={EditOnderzoek}
      defaultValues={valuesOf(onderzoek, opties.leefgebieden)}
      onChanged={setTyped}
      closed={props.magWijzigen ? undefined : 'Over deze melding is intussen besloten.'}
      conflictWords={conflictWords}
      draftKey={`melding-${melding.id}-onderzoek`}
      submitLabel="Onderzoek opslaan"
      onSubmit={(body) => save.run({ params: { id: melding.id }, body })}
    >
      <FieldSet legend="Vooraf: plan en ondersteuning" className="od-groep">
        <DateField name="planUitgelegdOp" label="Persoonlijk plan uitgelegd op" today empty={null} optional />
        <DateField name="planOntvangenOp" label="Persoonlijk plan ontvangen op" today empty={null} optional />
        <TextAreaField name="planSamenvatting" label="Kern van het plan" rows={3} empty={null} optional />
        <DateField
          name="ondersteuningAangebodenOp"
          label="Gratis cliëntondersteuning aangeboden op"
          empty={null}
          optional
        />
        <SelectField
          name="ondersteuningUitkomst"
          label="Wat wil de inwoner?"
          options={codesOf(ondersteuningUitkomsten)}
          empty={null}
          optional
        />
        <DateField
          name="identiteitGezienOp"
          label="Identiteitsbewijs gezien op"
          today
          empty={null}
          optional
        />
        <TextField
          name="identiteitDocument"
          label="Soort identiteitsbewijs"
          hint="Alleen de soort, bijvoorbeeld paspoort. Geen nummer en geen kopie."
          size={20}
          empty={null}
          optional
        />
      </FieldSet>
      <FieldSet legend="De zeven onderdelen van het onderzoek" className="od-groep">
        {Object.entries(onderdelen).map(([veld, label]) => (
          <TextAreaField key={veld} name={veld} label={label} rows={3} empty={null} optional />
        ))}
        <DateField
          name="pgbUitgelegdOp"
          label="Keuze voor een pgb uitgelegd op"
          today
          empty={null}
          optional
        />
      </FieldSet>
      <FieldSet legend="Leefgebieden, samen met de inwoner" className="od-groep">
        {opties.leefgebieden.map((leefgebied, index) => (
          <FieldSet key={leefgebied.waarde} legend={leefgebied.naam}>
            <TextAreaField
              name={`leefgebieden.${index}.eigenWoorden`}
              label="In eigen woorden"
              rows={2}
              empty={null}
              optional
            />
            <TextAreaField
              name={`leefgebieden.${index}.bevinding`}
              label="Wat u ziet"
              rows={2}
              empty={null}
              optional
            />
            <ScoreField name={`leefgebieden.${index}.zelfredzaamheid`} />
            <TextField
              name={`leefgebieden.${index}.herkomstInformatie`}
              label="Van wie is de informatie?"
              hint="Leeg als het van de inwoner zelf is."
              empty={null}
              optional
            />
          </FieldSet>
        ))}
      </FieldSet>
      <FieldSet legend="Afronding" className="od-groep">
        <SelectField
          name="clientprofiel"
          label="Cliëntprofiel"
          hint="Nodig om een passende plek te vinden."
          options={keuzesOf(opties.clientprofielen)}
          empty={null}
          optional
        />
        <DateField name="verslagVerzondenOp" label="Verslag verstuurd op" today empty={null} optional />
        <TextAreaField
          name="reactieClient"
          label="Opmerkingen van de inwoner"
          rows={3}
          empty={null}
          optional
        />
      </FieldSet>
    </Form>
  )
}

/** The score is a number in the contract; a list of words is easier than typing one. */
function ScoreField({ name }: { name: string }) {
  return (
    <SelectField
      name={name}
      label="Zelfredzaamheid"
      options={scores}
      emptyLabel="Nog geen score"
      empty={null}
      optional
    />
  )
}

/** Every leefgebied of the region has its place in the form, also when nothing is written yet. */
function valuesOf(onderzoek: Onderzoek, leefgebieden: readonly { waarde: string }[]): EditOnderzoek {
  const {
    id: _,
    meldingId: __,
    gestartOp: ___,
    uiterlijkOp: ____,
    afgerondOp: _____,
    ontbreekt: ______,
    ...velden
  } = onderzoek
  return {
    ...velden,
    leefgebieden: leefgebieden.map(({ waarde }) => {
      const known = onderzoek.leefgebieden.find((one) => one.leefgebied === waarde)
      return known
        ? { ...known, zelfredzaamheid: known.zelfredzaamheid ? String(known.zelfredzaamheid) : null }
        : { leefgebied: waarde }
    }),
  }
}

function Gelezen({ onderzoek }: { onderzoek: Onderzoek }) {
  return (
    <TermList>
      {Object.entries(onderdelen).map(([veld, label]) => (
        <Term key={veld} label={label}>
          {onderzoek[veld as keyof typeof onderdelen]}
        </Term>
      ))}
      <Term label="Cliëntprofiel">{onderzoek.clientprofiel}</Term>
      <Term label="Opmerkingen van de inwoner" empty="Geen">
        {onderzoek.reactieClient}
      </Term>
    </TermList>
  )
}
