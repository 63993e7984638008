import {
  kwartaalNaam,
  kwartalenTot,
  laatsteHeleKwartaal,
  periodeVanKwartaal,
} from '../../../shared/kwartaal.ts'
import { addDays, dutchDateOf } from '../../../shared/plain-date.ts'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { formatCount } from '../../../ui/format.ts'
import { useSearchParams } from '../../../ui/search-params.ts'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { listReiscijfers, type Reiscijfer } from '../domain/contract.ts'
import { CijferTabel } from './cijfer-tabel.tsx'
import { telKolom } from './kolommen.tsx'

/** How many quarters back one can look. */
const KWARTALEN = 8

/** Days per step of the chain, and where people stand longest (TRJ-16). */
export function Clientreis() {
  const { get } = useSearchParams()
  const [productId, kwartaal, op] = [get('product'), get('kwartaal'), get('op')]
  const query = { ...(productId && { productId }), ...(kwartaal && { kwartaal }) }
  const { data } = useEndpoint(listReiscijfers, {
    query: { ...query, ...(op && { op }), pagina: '1', aantalPerPagina: '100' } as never,
  })
  const laatste = laatsteHeleKwartaal(addDays(op || dutchDateOf(new Date()), 1))
  const [, ...eerder] = kwartalenTot(periodeVanKwartaal(laatste).van, KWARTALEN)
  const knelpunt = data?.results.find((rij) => rij.knelpunt)
  return (
    <>
      <search className="od-filters" aria-label="Van welk product en kwartaal">
        <FilterSelect
          name="product"
          label="Product"
          allLabel="Alle producten samen"
          options={(data?.producten ?? []).map(({ id, naam }) => ({ value: id, label: naam }))}
        />
        <FilterSelect
          name="kwartaal"
          label="Kwartaal"
          allLabel={`Laatste: ${kwartaalNaam(laatste)}`}
          options={eerder.map((value) => ({ value, label: kwartaalNaam(value) }))}
        />
      </search>
      {knelpunt && (
        <p>
          Hier staan mensen het langst: <strong>{knelpunt.naam.toLowerCase()}</strong>. De helft van wie er
          nog mee bezig is, wacht al langer dan {formatCount(knelpunt.nogInMediaan ?? 0, 'dag', 'dagen')}.
        </p>
      )}
      <CijferTabel
        id="clientreis"
        endpoint={listReiscijfers}
        query={query}
        rowKey={(rij) => rij.stap}
        columns={[
          {
            key: 'naam',
            label: 'Stap',
            render: (rij: Reiscijfer) => (
              <>
                {rij.naam} {rij.knelpunt && <StatusBadge label="Langst" tone="let_op" />}
              </>
            ),
          },
          telKolom<Reiscijfer>('afgerond', 'Klaar'),
          telKolom<Reiscijfer>('afgerondMediaan', 'Klaar: dagen (mediaan)', { leegKan: true }),
          telKolom<Reiscijfer>('nogIn', 'Nog bezig'),
          telKolom<Reiscijfer>('nogInMediaan', 'Nog bezig: dagen (mediaan)', { leegKan: true }),
        ]}
        staaf={{
          titel: 'Mediaan dagen per stap',
          label: (rij) => rij.naam,
          // A step that nobody took or is in has no bar, instead of one that seems hidden.
          staven: (rij) => [
            ...(rij.afgerond === 0 ? [] : [{ naam: 'Klaar', waarde: rij.afgerondMediaan }]),
            ...(rij.nogIn === 0 ? [] : [{ naam: 'Nog bezig', waarde: rij.nogInMediaan }]),
          ],
        }}
      />
    </>
  )
}
