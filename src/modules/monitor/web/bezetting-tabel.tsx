import { useEndpoint } from '../../../ui/api-hooks.ts'
import { formatMonth } from '../../../ui/format.ts'
import { useSearchParams } from '../../../ui/search-params.ts'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { type Bezettingcijfer, listBezettingcijfers } from '../domain/contract.ts'
import { CijferTabel } from './cijfer-tabel.tsx'
import { telKolom } from './kolommen.tsx'

/** Five years of occupancy as a line, and per month. */
export function Bezettingsverloop() {
  const { get } = useSearchParams()
  const [productId, tel] = [get('product'), get('tel')]
  const query = { ...(productId && { productId }), ...(tel && { tel: tel as 'mensen' }) }
  const { data } = useEndpoint(listBezettingcijfers, {
    query: { pagina: '1', aantalPerPagina: '100' } as never,
  })
  return (
    <>
      <search className="od-filters" aria-label="Van welk product, en wie telt">
        <FilterSelect
          name="product"
          label="Product"
          allLabel="Alle producten samen"
          options={(data?.producten ?? []).map(({ id, naam }) => ({ value: id, label: naam }))}
        />
        <FilterSelect
          name="tel"
          label="Tel"
          allLabel="Huishoudens"
          options={[{ value: 'mensen', label: 'Mensen' }]}
        />
      </search>
      <CijferTabel
        id="bezetting"
        endpoint={listBezettingcijfers}
        query={query}
        rowKey={(rij) => rij.maand}
        columns={[
          {
            key: 'maand',
            label: 'Maand',
            sortable: true,
            render: (rij: Bezettingcijfer) => formatMonth(rij.maand),
          },
          telKolom<Bezettingcijfer>('gemiddeld', 'Gemiddeld'),
          telKolom<Bezettingcijfer>('hoogste', 'Hoogste dag'),
          telKolom<Bezettingcijfer>('laagste', 'Laagste dag'),
          telKolom<Bezettingcijfer>('eind', 'Laatste dag'),
        ]}
        lijn={{
          titel: 'Gemiddeld per maand',
          maand: (rij) => rij.maand,
          reeksen: [{ naam: 'Gemiddeld', waarde: (rij) => rij.gemiddeld }],
        }}
      />
    </>
  )
}
