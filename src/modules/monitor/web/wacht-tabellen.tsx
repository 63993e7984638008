import { useSearchParams } from '../../../ui/search-params.ts'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import type { Richtingrij } from '../../wachtlijst/domain/overzicht-contract.ts'
import { listRichtingcijfers } from '../domain/contract.ts'
import { CijferTabel } from './cijfer-tabel.tsx'
import { telKolom } from './kolommen.tsx'

export function Richtingen() {
  const per = useSearchParams().get('groep') === 'locatie' ? ('locatie' as const) : ('product' as const)
  return (
    <>
      <search className="od-filters" aria-label="Waarop tellen we de wachtlijst">
        <FilterSelect
          name="groep"
          label="Tel per"
          allLabel="Product"
          options={[{ value: 'locatie', label: 'Gewenste locatie' }]}
        />
      </search>
      <CijferTabel
        id="richtingen"
        endpoint={listRichtingcijfers}
        query={{ per }}
        rowKey={(rij) => rij.groep ?? 'totaal'}
        columns={[
          { key: 'naam', label: per === 'product' ? 'Product' : 'Gewenste locatie', sortable: true },
          telKolom<Richtingrij>('instroom', 'Instroom'),
          telKolom<Richtingrij>('doorstroom', 'Doorstroom'),
          telKolom<Richtingrij>('uitstroom', 'Uitstroom'),
          telKolom<Richtingrij>('samen', 'Samen'),
        ]}
        tegels={[
          { label: 'Instroom', veld: 'instroom' },
          { label: 'Doorstroom', veld: 'doorstroom' },
          { label: 'Uitstroom', veld: 'uitstroom' },
          { label: 'Samen', veld: 'samen' },
        ]}
        staaf={{
          titel: 'Registraties die wachten',
          label: (rij) => rij.naam,
          staven: (rij) => [{ waarde: rij.samen }],
        }}
      />
    </>
  )
}
