import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormContext } from 'react-hook-form'
import type { z } from 'zod'
import { urlOf } from '../../../ui/api.ts'
import { useCommand } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText, MomentText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { telwijzen } from '../../wachtlijst/domain/rules.ts'
import { type Inleesbestand, type Reeks, reeksen, sjablonen, soortenVan } from '../domain/contract.ts'
import { kolommen, type Soort, soorten } from '../domain/kolommen.ts'
import { FileField } from './file-field.tsx'

export const tones = { gecontroleerd: 'info', afgekeurd: 'fout', ingelezen: 'goed' } as const

const hints: Readonly<Record<Soort, string>> = {
  plekken: 'Eén rij per plek. Voorzieningen en locaties die er nog niet zijn, worden gemaakt.',
  verblijven: 'Eén rij per persoon die nu ergens verblijft. Lees eerst de plekken in.',
  wachtlijst: 'Eén rij per persoon en product waarop iemand wacht.',
  programmas: 'Eén rij per visie of programma. Lees dit bestand eerst in.',
  onderdelen: 'Eén rij per pijler, doel, speerpunt, thema of ambitie.',
  activiteiten: 'Eén rij per activiteit of pilot, met de stand van zaken als u die heeft.',
  resultaten: 'Eén rij per resultaat, en een rij erbij voor elk volgend getal.',
  besluitmomenten: 'Eén rij per besluit over het vervolg.',
  knelpunten: 'Eén rij per knelpunt.',
  metingen: 'Eén rij per stelling van een nul- en nameting.',
  partners: 'Eén rij per organisatie waarmee de regio samenwerkt. Geen personen.',
}

export const paden: Readonly<Record<Reeks, string>> = {
  keten: '/inlezen',
  programma: '/programma/inlezen',
  partners: '/partners/inlezen',
}
export const terugVan = (reeks: Reeks) => [
  ...(reeks === 'programma' ? [{ label: 'Programma', to: '/programma' }] : []),
  ...(reeks === 'partners' ? [{ label: 'Partners', to: '/partners' }] : []),
  { label: 'Bestanden inlezen', to: paden[reeks] },
]

const columnsVan = (reeks: Reeks): readonly Column<Inleesbestand>[] => [
  { key: 'gemaaktOp', label: 'Aangeboden', render: (row) => <MomentText at={row.gemaaktOp} /> },
  {
    key: 'bestandsnaam',
    label: 'Bestand',
    render: (row) => (
      <ButtonLink to={`${paden[reeks]}/${row.id}`} variant="tertiary">
        {row.bestandsnaam}
      </ButtonLink>
    ),
  },
  { key: 'soortNaam', label: 'Wat erin staat' },
  { key: 'bron', label: 'Bron', defaultHidden: true },
  { key: 'peildatum', label: 'Peildatum', render: (row) => <DateText date={row.peildatum} /> },
  { key: 'rijen', label: 'Rijen', align: 'end' },
  { key: 'aantalFouten', label: 'Fouten', align: 'end' },
  {
    key: 'status',
    label: 'Stand',
    render: (row) => <StatusBadge label={row.statusNaam} tone={tones[row.status]} />,
  },
]

/** `/inlezen`: places, people with a stay, and waiting lists. */
export function InlezenPage() {
  return <Inlezen reeks="keten" />
}

/** `/programma/inlezen`: visions, programmes, activities and their results. */
export function ProgrammaInlezenPage() {
  return <Inlezen reeks="programma" />
}

/** `/partners/inlezen`: with whom the region works. */
export function PartnersInlezenPage() {
  return <Inlezen reeks="partners" />
}

function Inlezen({ reeks }: { reeks: Reeks }) {
  const navigate = useNavigate()
  const [naam, setNaam] = useState('')
  const { list, check: checkBestand } = reeksen[reeks]
  const check = useCommand(checkBestand, {
    invalidates: [list],
    onDone: (answer) => navigate({ to: `${paden[reeks]}/${answer.id}` as never }),
  })
  const schema = checkBestand.body.omit({ bestandsnaam: true })
  const soortenHier = Object.keys(soortenVan[reeks]) as Soort[]
  return (
    <Page
      title="Bestanden inlezen"
      breadcrumbs={terugVan(reeks).slice(0, -1)}
      narrow
      lead="Zet over wat u nu in Excel of een ander systeem hebt. Onderdak controleert eerst het hele bestand. Pas als alles klopt, leest u het in."
    >
      <Form
        schema={schema}
        defaultValues={{} as z.input<typeof schema>}
        submitLabel="Bestand controleren"
        busyLabel="Bezig met controleren…"
        onSubmit={(values) => check.run({ body: { ...values, bestandsnaam: naam } })}
      >
        <RadioField
          name="soort"
          label="Wat staat er in het bestand?"
          options={soortenHier.map((soort) => ({
            value: soort,
            label: soorten[soort],
            hint: hints[soort],
          }))}
        />
        <FileField
          name="inhoud"
          label="Bestand"
          hint="CSV, Excel (.xlsx) of OpenDocument (.ods), niet groter dan 10 MB en 5.000 rijen."
          accept=".csv,.xlsx,.ods,.txt"
          maximumBytes={10 * 1024 * 1024}
          onName={setNaam}
        />
        <TextField
          name="bron"
          label="Waar komen de gegevens vandaan?"
          hint={
            reeks === 'keten'
              ? 'Bijvoorbeeld: cliëntregistratie Pameijer. Dit blijft bij de gegevens staan.'
              : 'Bijvoorbeeld: Voortgangsrapportage 2025. Dit blijft bij de gegevens staan.'
          }
        />
        <DateField name="peildatum" label="Op welke dag golden deze gegevens?" />
        <TelwijzeField />
        {check.busy && <Progress label="Het bestand wordt gecontroleerd" />}
      </Form>
      <Section title="Voorbeeldbestanden">
        <p>Vul een voorbeeldbestand in, of geef uw eigen kolommen dezelfde namen.</p>
        {soortenHier.map((soort) => (
          <Sjabloon key={soort} soort={soort} />
        ))}
      </Section>
      <Section title="Eerder aangeboden">
        <DataTable
          id={`inleesbestanden-${reeks}`}
          caption="Eerder aangeboden bestanden van uw organisatie"
          captionHidden
          endpoint={list}
          columns={columnsVan(reeks)}
          rowKey={(row) => row.id}
          empty={{
            title: 'Er is nog geen bestand aangeboden',
            text: 'Kies hierboven een bestand en laat het controleren.',
          }}
        />
      </Section>
    </Page>
  )
}

/** Asked of a waiting list only: without it two lists are added up wrongly. */
function TelwijzeField() {
  const { watch } = useFormContext<{ soort?: Soort }>()
  if (watch('soort') !== 'wachtlijst') return null
  return (
    <SelectField
      name="telwijze"
      label="Hoe telt deze lijst?"
      hint="Dit blijft bij de gegevens staan."
      options={Object.entries(telwijzen).map(([value, label]) => ({ value, label }))}
      emptyLabel="Dat is niet bekend"
      optional
      empty={null}
    />
  )
}

function Sjabloon({ soort }: { soort: Soort }) {
  const url = (formaat: string) => urlOf(sjablonen[soort], { query: { formaat } })
  return (
    <details className="od-stapel">
      <summary>{soorten[soort]}</summary>
      <p>
        <a href={url('xlsx')} download>
          Download voor Excel (.xlsx)
        </a>{' '}
        of{' '}
        <a href={url('csv')} download>
          als CSV
        </a>
      </p>
      <dl>
        {kolommen[soort].map((kolom) => (
          <div key={kolom.sleutel}>
            <dt>
              <strong>{kolom.naam}</strong>
              {kolom.verplicht ? '' : ' (niet verplicht)'}
            </dt>
            <dd>{kolom.uitleg}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
