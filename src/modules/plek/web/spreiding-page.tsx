import { Link } from '@tanstack/react-router'
import { formatLong } from '../../../shared/plain-date.ts'
import { Alert } from '../../../ui/alert.tsx'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { BarChart } from '../../../ui/bar-chart.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { useMag } from '../../../ui/session.tsx'
import { FilterDate, FilterSelect } from '../../../ui/table-filters.tsx'
import { listSpreiding, type SpreidingRij } from '../domain/bord-api.ts'
import { domeinen } from '../domain/contract.ts'
import { optionsOf } from './keuzes.ts'

const count = (key: 'plekken' | 'lokaal' | 'regionaal', label: string): Column<SpreidingRij> => ({
  key,
  label,
  sortable: true,
  align: 'end',
  render: (rij) => formatNumber(rij[key]),
})

/** `/plekken/spreiding`: is the capacity spread evenly over gemeenten and wijken (CAP-15)? */
export function SpreidingPage() {
  const { get } = useSearchParams()
  const perWijk = get('per') === 'wijk'
  return (
    <Page
      title="Spreiding van plekken"
      lead="Hoeveel plekken er zijn in elke gemeente of wijk, en hoeveel dat er zijn per 1.000 inwoners."
      breadcrumbs={[{ label: 'Plekkenbord', to: '/plekken' }]}
    >
      {!perWijk && <InwonersOnbekend />}
      <Staven perWijk={perWijk} />
      <DataTable
        id="spreiding"
        caption="Plekken per gemeente of wijk"
        captionHidden
        endpoint={listSpreiding}
        rowKey={(rij) => `${rij.gemeente} ${rij.wijk}`}
        defaultSort="gemeente"
        columns={[
          { key: 'gemeente', label: 'Gemeente', sortable: true },
          ...(perWijk ? [wijkKolom] : []),
          count('plekken', 'Plekken'),
          count('lokaal', 'Lokaal'),
          count('regionaal', 'Regionaal'),
          ...(perWijk ? [] : inwonerKolommen),
        ]}
        filters={
          <>
            <FilterSelect
              name="per"
              label="Tel per"
              allLabel="Gemeente"
              options={[{ value: 'wijk', label: 'Wijk' }]}
            />
            <FilterSelect name="domein" label="Deel van de keten" options={optionsOf(domeinen)} />
            <FilterDate name="op" label="Peildatum (leeg is vandaag)" />
          </>
        }
        empty={{
          title: 'Geen plekken op deze dag',
          text: 'Kies een andere dag of een ander deel van de keten.',
        }}
      />
      <p className="od-hint">
        {perWijk
          ? 'Een wijk telt mee als die bij de locatie is ingevuld. Hoeveel mensen er in een wijk wonen, houdt Onderdak niet bij.'
          : 'Het aantal inwoners komt van Beheer, Gemeenten.'}{' '}
        Hele regio: plekken die niet bij één gemeente horen. Zij tellen bij geen gemeente mee. Geheime plekken
        horen ook bij geen gemeente; alleen wie ze mag zien, ziet ze als Geheim.
      </p>
    </Page>
  )
}

/** Of which gemeenten there is no rate, and where that is mended by who may. */
function InwonersOnbekend() {
  const { get } = useSearchParams()
  const mag = useMag()
  const query = { ...(get('op') && { op: get('op') }), pagina: '1', aantalPerPagina: '200' }
  const rijen = useEndpoint(listSpreiding, { query }).data?.results ?? []
  const zonder = rijen.filter((rij) => rij.gemeenteCode !== null && rij.inwoners === null)
  if (zonder.length === 0) return null
  return (
    <Alert tone="let_op" heading="Van een deel is er geen aantal per 1.000 inwoners">
      <p>
        Het aantal inwoners is niet ingevuld bij: {zonder.map((rij) => rij.gemeente).join(', ')}.{' '}
        {mag('beheer.wijzigen') ? (
          <Link to={'/beheer/gemeenten' as never}>Vul het aantal inwoners in bij Gemeenten</Link>
        ) : (
          'De functioneel beheerder vult dat in bij Beheer, Gemeenten.'
        )}
      </p>
    </Alert>
  )
}

const wijkKolom: Column<SpreidingRij> = {
  key: 'wijk',
  label: 'Wijk',
  sortable: true,
  render: (rij) => rij.wijk ?? 'Niet bekend',
}
const inwonerKolommen: Column<SpreidingRij>[] = [
  {
    key: 'inwoners',
    label: 'Inwoners',
    sortable: true,
    align: 'end',
    render: (rij) => (rij.inwoners === null ? 'Niet bekend' : formatNumber(rij.inwoners)),
  },
  {
    key: 'per1000',
    label: 'Per 1.000 inwoners',
    sortable: true,
    align: 'end',
    render: (rij) => (rij.per1000 === null ? '–' : formatNumber(rij.per1000, { decimals: 2 })),
  },
]

/** Bars of what is compared: per 1.000 inwoners where every gemeente of the region has a number, otherwise plekken. */
function Staven({ perWijk }: { perWijk: boolean }) {
  const { get } = useSearchParams()
  const domein = get('domein') as keyof typeof domeinen | ''
  const query = {
    ...(perWijk && { per: 'wijk' as const }),
    ...(get('op') && { op: get('op') }),
    ...(domein && { domein }),
    pagina: '1',
    aantalPerPagina: '200',
  }
  const data = useEndpoint(listSpreiding, { query }).data
  if (!data || data.count === 0) return null
  const inRegio = data.results.filter((rij) => rij.gemeenteCode !== null)
  const perInwoner = !perWijk && inRegio.length > 0 && inRegio.every((rij) => rij.per1000 !== null)
  const rijen = perInwoner ? inRegio : data.results
  return (
    <BarChart
      titel={`${perInwoner ? 'Plekken per 1.000 inwoners' : 'Plekken'} op ${formatLong(data.op)}`}
      rijen={rijen.map((rij) => ({
        label: perWijk ? `${rij.gemeente}, ${rij.wijk ?? 'wijk niet bekend'}` : rij.gemeente,
        staven: [perInwoner ? { waarde: rij.per1000, decimals: 2 } : { waarde: rij.plekken }],
      }))}
      bestand={{
        regels: [
          `Peildatum ${formatLong(data.op)}. ${domein ? `Alleen ${domeinen[domein].toLowerCase()}.` : 'De hele keten.'} Bron: plekken in Onderdak.`,
        ],
      }}
    />
  )
}
