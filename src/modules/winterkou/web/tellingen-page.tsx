import { Button } from '@amsterdam/design-system-react'
import { useState } from 'react'
import { formatLong, formatShort } from '../../../shared/plain-date.ts'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { BarChart } from '../../../ui/bar-chart.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { LineChart } from '../../../ui/line-chart.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { useMag } from '../../../ui/session.tsx'
import { StatTile, StatTiles } from '../../../ui/stat-tile.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import {
  listWinterkosten,
  listWinternachten,
  listWinterseizoenen,
  postIntrekking,
  postWinterkosten,
  winterSoorten,
} from '../domain/contract.ts'

const euro = (bedrag: number) => formatNumber(bedrag, { unit: 'euro' })

/** `/winterkou/tellingen`: how many slept there, per night and per season, and what it cost. */
export function TellingenPage() {
  return (
    <Page
      title="Tellingen en kosten"
      lead="Alleen aantallen, zonder personen. Een nacht waarin niemand kwam, telt als 0."
      breadcrumbs={[{ label: 'Winterkou en calamiteit', to: '/winterkou' }]}
    >
      <Tabs
        items={[
          { id: 'nachten', label: 'Per nacht', content: <Nachten /> },
          { id: 'seizoenen', label: 'Per seizoen', content: <Seizoenen /> },
          { id: 'kosten', label: 'Kosten', content: <Kosten /> },
        ]}
      />
    </Page>
  )
}

function Nachten() {
  const { get } = useSearchParams()
  const seizoen = get('seizoen')
  const { data } = useEndpoint(listWinternachten, {
    query: { ...(seizoen && { seizoen }), aantalPerPagina: 1 },
  })
  return (
    <>
      {data && data.perNacht.length > 1 && (
        <LineChart
          titel={`Gasten per nacht, seizoen ${data.seizoen}`}
          punten={data.perNacht.map((one) => formatShort(one.nacht))}
          reeksen={[
            { naam: 'Gasten', waarden: data.perNacht.map((one) => one.gasten) },
            { naam: 'Bedden', waarden: data.perNacht.map((one) => one.bedden) },
          ]}
          tabel="Nacht van"
          bestand={{
            regels: [
              `Alle locaties samen, tot en met de nacht van ${formatLong(data.perNacht.at(-1)!.nacht)}. Bron: nachtlijsten in Onderdak.`,
            ],
          }}
        />
      )}
      <DataTable
        id="winternachten"
        caption="Gasten per nacht en locatie"
        captionHidden
        endpoint={listWinternachten}
        rowKey={(row) => `${row.nacht} ${row.locatieId}`}
        defaultSort="-nacht"
        filters={
          <FilterSelect
            name="seizoen"
            label="Seizoen"
            allLabel="Dit seizoen"
            options={(data?.seizoenen ?? []).map((one) => ({ value: one, label: one }))}
          />
        }
        columns={[
          {
            key: 'nacht',
            label: 'Nacht van',
            sortable: true,
            render: (row) => <DateText date={row.nacht} />,
          },
          { key: 'locatie', label: 'Locatie', sortable: true },
          { key: 'soort', label: 'Soort', render: (row) => winterSoorten[row.soort], defaultHidden: true },
          { key: 'gasten', label: 'Gasten', sortable: true, align: 'end' },
          { key: 'anoniem', label: 'Zonder naam', sortable: true, align: 'end' },
          { key: 'bekend', label: 'Bekend', sortable: true, align: 'end' },
          { key: 'bedden', label: 'Bedden', sortable: true, align: 'end' },
          { key: 'bijgezet', label: 'Bijgezet', sortable: true, align: 'end' },
        ]}
        empty={{
          title: 'Geen nachten in dit seizoen',
          text: 'Kies een ander seizoen, of zet de regeling aan als het vriest.',
        }}
      />
    </>
  )
}

const maanden = Array.from({ length: 12 }, (_, i) =>
  new Intl.DateTimeFormat('nl-NL', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, i, 1)),
)

function Seizoenen() {
  const { data } = useEndpoint(listWinterseizoenen, { query: { aantalPerPagina: 20, sorteer: 'seizoen' } })
  return (
    <>
      {data && data.results.length > 0 && (
        <BarChart
          titel="Overnachtingen per seizoen"
          rijen={data.results.map((one) => ({ label: one.seizoen, staven: [{ waarde: one.gasten }] }))}
          bestand={{
            regels: [
              `Een seizoen begint op 1 ${maanden[data.beginmaand - 1]}. Een gast telt elke nacht opnieuw. Bron: nachtlijsten in Onderdak, zoals nu bekend.`,
            ],
          }}
        />
      )}
      <p className="od-hint">
        {data &&
          `Een seizoen loopt van 1 ${maanden[data.beginmaand - 1]} tot 1 ${maanden[data.beginmaand - 1]}. `}
        Een gast telt elke nacht opnieuw.
      </p>
      <DataTable
        id="winterseizoenen"
        prefix="s-"
        caption="Winterkou per seizoen"
        captionHidden
        endpoint={listWinterseizoenen}
        rowKey={(row) => row.seizoen}
        defaultSort="-seizoen"
        columns={[
          { key: 'seizoen', label: 'Seizoen', sortable: true },
          { key: 'nachten', label: 'Nachten', sortable: true, align: 'end' },
          { key: 'gasten', label: 'Overnachtingen', sortable: true, align: 'end' },
          { key: 'anoniem', label: 'Zonder naam', sortable: true, align: 'end' },
          { key: 'bijgezet', label: 'Bijgezet', sortable: true, align: 'end' },
          { key: 'drukste', label: 'Drukste nacht', sortable: true, align: 'end' },
          { key: 'kosten', label: 'Kosten', sortable: true, align: 'end', render: (row) => euro(row.kosten) },
        ]}
        empty={{
          title: 'Nog geen seizoenen',
          text: 'Zodra de regeling aan heeft gestaan, staat hier de telling.',
        }}
      />
    </>
  )
}

function Kosten() {
  const mag = useMag()
  const { get } = useSearchParams()
  const seizoen = get('k-seizoen')
  const { data } = useEndpoint(listWinterkosten, {
    query: { ...(seizoen && { seizoen }), aantalPerPagina: 1 },
  })
  const nachten = useEndpoint(listWinternachten, { query: { aantalPerPagina: 1 } })
  const beslist = mag('winterkou.beslissen')
  return (
    <>
      {data && (
        <StatTiles>
          <StatTile
            label={`Kosten in seizoen ${data.seizoen}`}
            value={euro(data.totaal)}
            note={`${data.count} regels`}
          />
        </StatTiles>
      )}
      <DataTable
        id="winterkosten"
        prefix="k-"
        caption="Kosten"
        captionHidden
        endpoint={listWinterkosten}
        rowKey={(row) => row.id}
        defaultSort="-op"
        filters={
          <FilterSelect
            name="k-seizoen"
            label="Seizoen"
            allLabel="Dit seizoen"
            options={(nachten.data?.seizoenen ?? []).map((one) => ({ value: one, label: one }))}
          />
        }
        columns={[
          { key: 'op', label: 'Dag', sortable: true, render: (row) => <DateText date={row.op} /> },
          { key: 'omschrijving', label: 'Waarvoor', sortable: true },
          { key: 'bedrag', label: 'Bedrag', sortable: true, align: 'end', render: (row) => euro(row.bedrag) },
          { key: 'door', label: 'Vastgelegd door', defaultHidden: true },
          ...(beslist
            ? [
                {
                  key: 'id',
                  label: 'Herstellen',
                  render: (row: { id: string; omschrijving: string }) => <Intrekken {...row} />,
                },
              ]
            : []),
        ]}
        empty={{ title: 'Geen kosten in dit seizoen', text: 'Leg kosten vast, of kies een ander seizoen.' }}
      />
      {beslist && <NieuweKosten />}
    </>
  )
}

function NieuweKosten() {
  const toast = useToast()
  const save = useCommand(postWinterkosten, { onDone: () => toast.show('Kosten vastgelegd.') })
  return (
    <Section title="Kosten vastleggen">
      <Form
        schema={postWinterkosten.body}
        defaultValues={{}}
        draftKey="winterkosten"
        startsAgain
        onSubmit={(body) => save.run({ body })}
        submitLabel="Kosten vastleggen"
      >
        <DateField name="op" label="Dag" today />
        <NumberField name="bedrag" label="Bedrag in euro" hint="Bijvoorbeeld 1250,50" />
        <TextField name="omschrijving" label="Waarvoor?" hint="Bijvoorbeeld: beveiliging in januari" />
      </Form>
    </Section>
  )
}

/** A mistaken line is withdrawn with a reason; it no longer counts and stays in the book. */
function Intrekken({ id, omschrijving }: { id: string; omschrijving: string }) {
  const [open, setOpen] = useState(false)
  const toast = useToast()
  const stop = useCommand(postIntrekking, { onDone: () => toast.show('De regel telt niet meer mee.') })
  if (!open)
    return (
      <Button
        type="button"
        variant="tertiary"
        aria-label={`${omschrijving} intrekken`}
        onClick={() => setOpen(true)}
      >
        Intrekken
      </Button>
    )
  return (
    <>
      {stop.problem && <ProblemAlert problem={stop.problem} />}
      <Form
        schema={postIntrekking.body}
        defaultValues={{}}
        draftKey={`winterkosten-${id}-intrekken`}
        onSubmit={(body) => stop.run({ params: { id }, body })}
        submitLabel="Regel intrekken"
      >
        <TextField name="reden" label="Waarom telt deze regel niet?" />
      </Form>
    </>
  )
}
