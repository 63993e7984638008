import { formatLong } from '../../../shared/plain-date.ts'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { BarChart } from '../../../ui/bar-chart.tsx'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { useMag } from '../../../ui/session.tsx'
import { FilterDate } from '../../../ui/table-filters.tsx'
import { type DoelRij, listPlekdoelen } from '../domain/bord-api.ts'

/** `/plekken/doelen`: how many plekken the region wants, and how many there are (CAP-17). */
export function DoelenPage() {
  const mag = useMag()
  return (
    <Page
      title="Doelen voor plekken"
      lead="Hoeveel plekken de regio van een product wil hebben, en hoeveel er zijn."
      breadcrumbs={[{ label: 'Plekkenbord', to: '/plekken' }]}
      actions={
        mag('beheer.lezen') && (
          <ButtonLink to="/beheer/streefaantallen" variant="secondary">
            Streefaantallen beheren
          </ButtonLink>
        )
      }
    >
      <Staven />
      <DataTable
        id="plekdoelen"
        caption="Doel en aantal plekken per product"
        captionHidden
        endpoint={listPlekdoelen}
        rowKey={(rij) => rij.productId}
        defaultSort="product"
        columns={[
          { key: 'product', label: 'Product', sortable: true },
          {
            key: 'doel',
            label: 'Doel',
            sortable: true,
            align: 'end',
            render: (rij) => (
              <>
                {formatNumber(rij.doel)}
                {rij.uitgangspunt !== null && (
                  <span className="od-hint">
                    {' '}
                    ({formatNumber(rij.uitgangspunt)} plus {formatNumber(rij.doel - rij.uitgangspunt)})
                  </span>
                )}
              </>
            ),
          },
          { key: 'gerealiseerd', label: 'Zijn er nu', sortable: true, align: 'end' },
          { key: 'verschil', label: 'Verschil', sortable: true, align: 'end', render: verschilTekst },
          { key: 'buitenGebruik', label: 'Daarvan buiten gebruik', sortable: true, align: 'end' },
          {
            key: 'vanaf',
            label: 'Doel geldt vanaf',
            sortable: true,
            render: (rij) => <DateText date={rij.vanaf} />,
          },
          { key: 'bron', label: 'Bron', render: (rij) => rij.bron ?? 'Niet ingevuld' },
        ]}
        filters={<FilterDate name="op" label="Peildatum (leeg is vandaag)" />}
        empty={{
          title: 'Geen streefaantallen op deze dag',
          text: 'Een functioneel beheerder legt ze vast bij Beheer, Streefaantallen.',
        }}
      />
      <p className="od-hint">
        Zijn er nu: alle plekken van het product die op de peildatum bestaan, ook bezette plekken en plekken
        die buiten gebruik zijn.
      </p>
    </Page>
  )
}

/** The sign in words as well: a minus is easily missed. */
function verschilTekst({ verschil }: DoelRij): string {
  if (verschil === 0) return 'Gehaald'
  return verschil < 0 ? `${formatNumber(-verschil)} te weinig` : `${formatNumber(verschil)} meer dan het doel`
}

function Staven() {
  const op = useSearchParams().get('op')
  const query = { ...(op && { op }), pagina: '1', aantalPerPagina: '200' }
  const data = useEndpoint(listPlekdoelen, { query }).data
  if (!data || data.count === 0) return null
  return (
    <BarChart
      titel={`Doel en aantal plekken op ${formatLong(data.op)}`}
      rijen={data.results.map((rij) => ({
        label: rij.product,
        staven: [
          { naam: 'Doel', waarde: rij.doel },
          { naam: 'Zijn er nu', waarde: rij.gerealiseerd },
        ],
      }))}
      bestand={{
        regels: [
          `Peildatum ${formatLong(data.op)}. Zijn er nu: alle plekken van het product, ook bezette plekken en plekken die buiten gebruik zijn. Bron: plekken en streefaantallen in Onderdak.`,
        ],
      }}
    />
  )
}
