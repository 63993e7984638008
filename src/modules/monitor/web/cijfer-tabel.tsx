import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { Endpoint } from '../../../shared/endpoint.ts'
import { formatLong } from '../../../shared/plain-date.ts'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { BarChart, type Staaf } from '../../../ui/bar-chart.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { formatMonth, formatNumber } from '../../../ui/format.ts'
import { LineChart } from '../../../ui/line-chart.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { StatTile, StatTiles } from '../../../ui/stat-tile.tsx'

type Definitie = { naam: string; tekst: string; versie: number; bron: string }
export interface CijferAntwoord<Rij> {
  count: number
  results: Rij[]
  totaal?: Rij | null | undefined
  definitie: Definitie
  van: string | null
  peildatum: string
  kleinsteGetal: number | null
}

export interface CijferTabelProps<Q extends z.ZodType, Rij> {
  id: string
  endpoint: Endpoint<z.ZodObject, Q, z.ZodUndefined, z.ZodType<CijferAntwoord<Rij>>>
  query: Partial<z.input<Q>>
  columns: readonly Column<Rij>[]
  rowKey: (rij: Rij) => string
  /** Tiles above: what the whole region comes to. */
  tegels?: readonly { label: string; veld: keyof Rij & string; unit?: 'procent' }[]
  /** More about the same day, under the tiles. */
  erbij?: (antwoord: CijferAntwoord<Rij>) => ReactNode
  staaf?: { titel: string; label: (rij: Rij) => string; staven: (rij: Rij) => readonly Staaf[] }
  /** Drawn over the months, from the first to the last. */
  lijn?: {
    titel: string
    maand: (rij: Rij) => string
    reeksen: readonly { naam: string; waarde: (rij: Rij) => number | null }[]
  }
}

/** One figure: what it is, of when, a chart, and the table with the same numbers and its export. */
export function CijferTabel<Q extends z.ZodType, Rij>(props: CijferTabelProps<Q, Rij>) {
  const { get } = useSearchParams()
  const op = get('op')
  const query = { ...props.query, ...(op && { op }) } as Partial<z.input<Q>>
  const answer = useEndpoint(props.endpoint, {
    query: { ...(query as object), pagina: '1', aantalPerPagina: '100' },
  } as never)
  const data = answer.data as CijferAntwoord<Rij> | undefined
  return (
    <>
      {data && <Uitleg data={data} />}
      {data?.totaal && props.tegels && (
        <StatTiles>
          {props.tegels.map(({ label, veld, unit }) => (
            <StatTile key={veld} label={label} value={textOf(data.totaal?.[veld], unit)} note="Hele regio" />
          ))}
        </StatTiles>
      )}
      {data && props.erbij?.(data)}
      {data && data.results.length > 0 && <Grafiek {...props} data={data} />}
      <DataTable
        id={`cijfers-${props.id}`}
        caption={data?.definitie.naam ?? 'Cijfers'}
        endpoint={props.endpoint}
        query={query}
        columns={props.columns}
        rowKey={props.rowKey}
        empty={{
          title: 'Niets te tellen op deze dag',
          text: 'Kies een latere peildatum. Cijfers beginnen op de dag waarop organisaties in Onderdak gingen werken.',
        }}
      />
    </>
  )
}

function Grafiek<Rij>({
  data,
  staaf,
  lijn,
}: Pick<CijferTabelProps<z.ZodType, Rij>, 'staaf' | 'lijn'> & { data: CijferAntwoord<Rij> }) {
  const rijen = data.results
  const { definitie, van, peildatum } = data
  const bestand = {
    regels: [
      `${van ? `Van ${formatLong(van)} tot en met` : 'Peildatum'} ${formatLong(peildatum)}. ${definitie.naam}, definitie versie ${definitie.versie}.`,
      `Bron: ${definitie.bron}.`,
    ],
  }
  if (lijn) {
    const sorted = rijen.toSorted((a, b) => lijn.maand(a).localeCompare(lijn.maand(b)))
    return (
      <LineChart
        titel={lijn.titel}
        punten={sorted.map((rij) => formatMonth(lijn.maand(rij)))}
        reeksen={lijn.reeksen.map(({ naam, waarde }) => ({ naam, waarden: sorted.map(waarde) }))}
        bestand={bestand}
      />
    )
  }
  if (!staaf) return null
  return (
    <BarChart
      titel={staaf.titel}
      rijen={rijen.map((rij) => ({ label: staaf.label(rij), staven: staaf.staven(rij) }))}
      bestand={bestand}
    />
  )
}

export function textOf(value: unknown, unit?: 'procent'): string {
  return typeof value === 'number' ? formatNumber(value, unit && { unit, decimals: 1 }) : 'Niet getoond'
}

function Uitleg({ data }: { data: CijferAntwoord<unknown> }) {
  const { definitie, van, peildatum, kleinsteGetal } = data
  return (
    <div className="od-stapel">
      <p>
        {van ? `Van ${formatLong(van)} tot en met ${formatLong(peildatum)}.` : `Op ${formatLong(peildatum)}.`}{' '}
        {kleinsteGetal !== null &&
          `Aantallen van 1 tot en met ${kleinsteGetal - 1} staan er niet, en soms een groter getal erbij: anders is te raden over wie het gaat.`}
      </p>
      <details className="od-meer">
        <summary>Wat tellen we?</summary>
        <p>{definitie.tekst}</p>
        <p className="od-hint">
          Bron: {definitie.bron}. Definitie versie {definitie.versie}.
        </p>
      </details>
    </div>
  )
}
