import { Button } from '@amsterdam/design-system-react'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { optionsOf, RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { NumberField } from '../../../ui/number-field.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag } from '../../../ui/session.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { puntsoorten } from '../domain/keuzes.ts'
import {
  getRaadpleging,
  postRaadpleging,
  postRaadplegingpunt,
  putRaadpleging,
  putRaadplegingpunt,
  type Raadplegingdetail,
  type Raadplegingpunt,
  verwijderRaadplegingpunt,
} from '../domain/raadpleging-contract.ts'
import { getParticipatiekeuzes } from '../domain/verband-contract.ts'
import { terugNaar } from './groep-pages.tsx'
import { keuzesVan, useZend } from './velden.tsx'

const terug = terugNaar('raadplegingen', 'Raadplegingen')

/** `/participatie/raadplegingen/nieuw` */
export function NieuweRaadplegingPage() {
  const navigate = useNavigate()
  const toast = useToast()
  const save = useCommand(postRaadpleging, {
    onDone: ({ id }) => {
      toast.show('De raadpleging is vastgelegd. Voeg nu de stellingen en wensen toe.')
      void navigate({ to: `/participatie/raadplegingen/${id}` as never })
    },
  })
  return (
    <Page
      title="Raadpleging vastleggen"
      lead="Een keer dat u partners, cliënten of inwoners vroeg wat zij vinden en wensen. Daarna voegt u toe wat zij zeiden."
      breadcrumbs={terug}
      narrow
    >
      <Form
        schema={postRaadpleging.body}
        defaultValues={{ aanwezig: null } as never}
        submitLabel="Raadpleging vastleggen"
        draftKey="raadpleging-nieuw"
        onSubmit={(body) => save.run({ body })}
        actions={
          <ButtonLink to="/participatie" search={{ tab: 'raadplegingen' }} variant="tertiary">
            Annuleren
          </ButtonLink>
        }
      >
        <Velden />
      </Form>
    </Page>
  )
}

function Velden() {
  return (
    <>
      <DateField name="op" label="Dag" today />
      <TextField
        name="gelegenheid"
        label="Waarbij is het gevraagd?"
        hint="Bijvoorbeeld: netwerkbijeenkomst"
      />
      <TextField
        name="wie"
        label="Wie deden mee?"
        hint="Noem geen namen. Bijvoorbeeld: aanbieders, corporaties en adviesraden"
      />
      <NumberField name="aanwezig" label="Hoeveel mensen deden mee?" size={6} optional empty={null} />
      <TextField name="bron" label="Bron" hint="Bijvoorbeeld: verslag van de bijeenkomst" />
    </>
  )
}

/** `/participatie/raadplegingen/$id` */
export function RaadplegingPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const mag = useMag()
  const { data, error } = useEndpoint(getRaadpleging, { params: { id } })
  const magSchrijven = mag('participatie.schrijven')
  return (
    <Page title={data?.gelegenheid ?? 'Raadpleging'} breadcrumbs={terug}>
      {error && !data && <ProblemAlert problem={error} />}
      {data && (
        <>
          <TermList>
            <Term label="Dag">
              <DateText date={data.op} long />
            </Term>
            <Term label="Wie deden mee">{data.wie}</Term>
            {data.aanwezig !== null && <Term label="Hoeveel mensen">{formatNumber(data.aanwezig)}</Term>}
            <Term label="Bron">{data.bron}</Term>
          </TermList>
          {magSchrijven && (
            <FormDisclosure label="Raadpleging verbeteren">
              {(sluit) => <Verbeteren raadpleging={data} sluit={sluit} />}
            </FormDisclosure>
          )}
          <Punten titel="Stellingen" punten={data.punten.filter(({ soort }) => soort === 'stelling')} />
          <Punten titel="Wensen" punten={data.punten.filter(({ soort }) => soort === 'wens')} />
          {magSchrijven && (
            <FormDisclosure label="Stelling of wens toevoegen">
              {(sluit) => <NieuwPunt raadplegingId={data.id} sluit={sluit} />}
            </FormDisclosure>
          )}
        </>
      )}
    </Page>
  )
}

function Verbeteren({ raadpleging, sluit }: { raadpleging: Raadplegingdetail; sluit: () => void }) {
  const save = useZend(putRaadpleging, 'De raadpleging is verbeterd.', sluit)
  const { id, op, gelegenheid, wie, aanwezig, bron, versie } = raadpleging
  return (
    <Form
      schema={putRaadpleging.body}
      defaultValues={{ op, gelegenheid, wie, aanwezig, bron, versie }}
      submitLabel="Verbetering opslaan"
      draftKey={`raadpleging-${id}`}
      onSubmit={(body) => save.run({ params: { id }, body })}
    >
      <Velden />
    </Form>
  )
}

const procent = (waarde: number) => `${formatNumber(waarde)}%`

/** The shares in words; who gave no opinion is the rest. */
function aandelenVan({ eens, oneens }: Raadplegingpunt): string | null {
  if (eens === null || oneens === null) return null
  const rest = Math.round((100 - eens - oneens) * 10) / 10
  return `${procent(eens)} eens, ${procent(oneens)} oneens${rest > 0 ? `, ${procent(rest)} gaf geen mening` : ''}`
}

function Punten({ titel, punten }: { titel: string; punten: readonly Raadplegingpunt[] }) {
  const mag = useMag()
  return (
    <Section title={titel}>
      {punten.length === 0 ? (
        <p>Nog geen {titel.toLowerCase()} vastgelegd.</p>
      ) : (
        <ul className="od-kaarten">
          {punten.map((punt) => (
            <li key={punt.id}>
              <strong>{punt.tekst}</strong>
              {aandelenVan(punt)}
              {punt.toelichting && <span className="od-tekst">{punt.toelichting}</span>}
              <span className={punt.reactie ? 'od-tekst' : 'od-hint'}>
                {punt.reactie
                  ? `Wat de regio doet: ${punt.reactie}`
                  : 'Nog niet opgeschreven wat de regio ermee doet.'}
              </span>
              {punt.activiteitId && (
                <span>
                  Opgepakt in{' '}
                  <Link to={`/participatie/activiteiten/${punt.activiteitId}` as never}>
                    {punt.activiteit}
                  </Link>
                </span>
              )}
              {mag('participatie.schrijven') && (
                <>
                  <FormDisclosure label="Verbeteren of reactie geven">
                    {(sluit) => <PuntWijzigen punt={punt} sluit={sluit} />}
                  </FormDisclosure>
                  <Verwijder punt={punt} />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function PuntVelden() {
  const { data } = useEndpoint(getParticipatiekeuzes, {})
  const { setValue } = useFormContext()
  const soort = useWatch({ name: 'soort' })
  // What was filled in before the choice changed to a wens is gone with its field.
  useEffect(() => {
    if (soort === 'wens') for (const naam of ['eens', 'oneens']) setValue(naam, null)
  }, [soort, setValue])
  return (
    <>
      <RadioField name="soort" label="Wat is het?" options={optionsOf(puntsoorten)} />
      <TextAreaField name="tekst" label="Wat vonden of wensten zij?" hint="Noem geen namen." max={500} />
      {soort === 'stelling' && (
        <>
          <NumberField name="eens" label="Eens, in procenten" size={6} suffix="%" empty={null} />
          <NumberField name="oneens" label="Oneens, in procenten" size={6} suffix="%" empty={null} />
        </>
      )}
      <TextAreaField
        name="toelichting"
        label="Wat is erbij gezegd?"
        hint="Noem geen namen."
        max={2000}
        optional
        empty={null}
      />
      <TextAreaField name="reactie" label="Wat doet de regio ermee?" max={1000} optional empty={null} />
      <SelectField
        name="activiteitId"
        label="Welke activiteit pakt het op?"
        options={keuzesVan(data?.activiteiten ?? [])}
        optional
        empty={null}
      />
    </>
  )
}

function NieuwPunt({ raadplegingId, sluit }: { raadplegingId: string; sluit: () => void }) {
  const save = useZend(postRaadplegingpunt, 'Toegevoegd.', sluit)
  return (
    <Form
      schema={postRaadplegingpunt.body}
      defaultValues={
        { eens: null, oneens: null, toelichting: null, reactie: null, activiteitId: null } as never
      }
      submitLabel="Toevoegen"
      draftKey={`raadpleging-${raadplegingId}-punt`}
      onSubmit={(body) => save.run({ params: { id: raadplegingId }, body })}
    >
      <PuntVelden />
    </Form>
  )
}

function PuntWijzigen({ punt, sluit }: { punt: Raadplegingpunt; sluit: () => void }) {
  const save = useZend(putRaadplegingpunt, 'Opgeslagen.', sluit)
  const { id, nummer: _, activiteit: __, ...velden } = punt
  return (
    <Form
      schema={putRaadplegingpunt.body}
      defaultValues={velden}
      submitLabel="Opslaan"
      draftKey={`raadplegingpunt-${id}`}
      onSubmit={(body) => save.run({ params: { id }, body })}
    >
      <PuntVelden />
    </Form>
  )
}

function Verwijder({ punt }: { punt: Raadplegingpunt }) {
  const [vraagt, vraag] = useState(false)
  const weg = useZend(verwijderRaadplegingpunt, 'Weggehaald.', () => vraag(false))
  const naam = puntsoorten[punt.soort].toLowerCase()
  return (
    <>
      {weg.problem && <ProblemAlert problem={weg.problem} focus />}
      <Button
        type="button"
        variant="tertiary"
        aria-label={`Weghalen: ${punt.tekst}`}
        onClick={() => vraag(true)}
      >
        Weghalen
      </Button>
      <ConfirmDialog
        open={vraagt}
        heading={`Deze ${naam} weghalen?`}
        confirmLabel={`${puntsoorten[punt.soort]} weghalen`}
        danger
        busy={weg.busy}
        onConfirm={() =>
          void weg.run({ params: { id: punt.id }, body: { versie: punt.versie } }).catch(() => vraag(false))
        }
        onCancel={() => vraag(false)}
      >
        <p>{punt.tekst}</p>
      </ConfirmDialog>
    </>
  )
}
