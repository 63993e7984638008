import { useEndpoint } from '../../../ui/api-hooks.ts'
import { formatCount, formatMonth } from '../../../ui/format.ts'
import { useSearchParams } from '../../../ui/search-params.ts'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import type { Richtingrij, Voorrangrij } from '../../wachtlijst/domain/overzicht-contract.ts'
import {
  listRichtingcijfers,
  listVerloopcijfers,
  listVerwachtcijfers,
  listVoorrangcijfers,
  type Verloopcijfer,
  type Verwachtcijfer,
} from '../domain/contract.ts'
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

/** The list month by month, of all products or one, and under it what the pace makes of today's list. */
export function Verloop() {
  const { get } = useSearchParams()
  const productId = get('product')
  const producten = useEndpoint(listVerwachtcijfers, { query: { aantalPerPagina: 200 } }).data?.results ?? []
  return (
    <>
      <search className="od-filters" aria-label="Van welk product">
        <FilterSelect
          name="product"
          label="Product"
          allLabel="Alle producten samen"
          options={producten.map((rij) => ({ value: rij.groep ?? '', label: rij.naam }))}
        />
      </search>
      <CijferTabel
        id="verloop"
        endpoint={listVerloopcijfers}
        query={productId ? { productId } : {}}
        rowKey={(rij) => rij.maand}
        columns={[
          {
            key: 'maand',
            label: 'Maand',
            sortable: true,
            render: (rij: Verloopcijfer) => formatMonth(rij.maand),
          },
          telKolom<Verloopcijfer>('begin', 'Wacht aan het begin'),
          telKolom<Verloopcijfer>('erbij', 'Erbij'),
          telKolom<Verloopcijfer>('geplaatst', 'Plek gekregen'),
          telKolom<Verloopcijfer>('anders', 'Anders van de lijst'),
          telKolom<Verloopcijfer>('eind', 'Wacht aan het eind'),
          telKolom<Verloopcijfer>('startMediaan', 'Dagen tot plek, mediaan', { leegKan: true }),
          telKolom<Verloopcijfer>('startP90', 'Dagen tot plek, 90 procent', { leegKan: true }),
          telKolom<Verloopcijfer>('wachtMediaan', 'Dagen wachtend, mediaan', { leegKan: true }),
          telKolom<Verloopcijfer>('wachtP90', 'Dagen wachtend, 90 procent', { leegKan: true }),
          {
            key: 'sluit',
            label: 'Sluit',
            render: (rij: Verloopcijfer) =>
              rij.sluit ? 'Ja' : <StatusBadge label="Sluit niet" tone="fout" />,
          },
        ]}
        lijn={{
          titel: 'Wachtenden aan het eind van de maand',
          maand: (rij) => rij.maand,
          reeksen: [{ naam: 'Wacht aan het eind', waarde: (rij) => rij.eind }],
        }}
      />
    </>
  )
}

const standen = {
  te_weinig: 'Te weinig gegevens',
  niemand: 'Niemand wacht',
  niet_getoond: 'Niet getoond',
} as const

export function Verwachting() {
  return (
    <CijferTabel
      id="verwachting"
      endpoint={listVerwachtcijfers}
      query={{}}
      rowKey={(rij) => rij.groep ?? 'geen'}
      columns={[
        { key: 'naam', label: 'Product', sortable: true },
        {
          key: 'midden',
          label: 'Verwachte wachttijd',
          sortable: true,
          render: (rij: Verwachtcijfer) =>
            rij.stand === 'verwacht'
              ? `ongeveer ${formatCount(rij.midden ?? 0, 'maand', 'maanden')}`
              : standen[rij.stand],
        },
        {
          key: 'van',
          label: 'Marge (95 procent)',
          render: (rij: Verwachtcijfer) =>
            rij.stand === 'verwacht'
              ? `${rij.van} tot ${formatCount(rij.tot ?? 0, 'maand', 'maanden')}`
              : '–',
        },
        telKolom<Verwachtcijfer>('wachtend', 'Wacht nu'),
        telKolom<Verwachtcijfer>('vertrokken', 'Van de lijst gegaan'),
        { key: 'maanden', label: 'In hele maanden', align: 'end' },
      ]}
    />
  )
}

const voorrangKop = { maand: 'Maand', product: 'Product', gebruiker: 'Wie gaf voorrang' } as const

export function Voorrang() {
  const chosen = useSearchParams().get('tel')
  const tel = chosen === 'product' || chosen === 'gebruiker' ? chosen : ('maand' as const)
  const naamVan = (rij: Voorrangrij) => (tel === 'maand' ? formatMonth(rij.naam) : rij.naam)
  return (
    <>
      <search className="od-filters" aria-label="Hoe tellen we de voorrang">
        <FilterSelect
          name="tel"
          label="Tel per"
          allLabel="Maand"
          options={[
            { value: 'product', label: 'Product' },
            { value: 'gebruiker', label: 'Wie voorrang gaf' },
          ]}
        />
      </search>
      <CijferTabel
        id="voorrang"
        endpoint={listVoorrangcijfers}
        query={{ tel }}
        rowKey={(rij) => rij.groep ?? 'totaal'}
        columns={[
          { key: 'naam', label: voorrangKop[tel], sortable: true, render: naamVan },
          telKolom<Voorrangrij>('gegeven', 'Voorrang gegeven'),
          telKolom<Voorrangrij>('ingetrokken', 'Daarvan ingetrokken'),
          telKolom<Voorrangrij>('gepasseerd', 'Anderen gepasseerd'),
          telKolom<Voorrangrij>('zonderTelling', 'Gegeven voor deze telling', { defaultHidden: true }),
        ]}
        tegels={[
          { label: 'Voorrang gegeven', veld: 'gegeven' },
          { label: 'Anderen gepasseerd', veld: 'gepasseerd' },
        ]}
        staaf={{
          titel: 'Voorrang gegeven',
          label: naamVan,
          staven: (rij) => [{ waarde: rij.gegeven }],
        }}
      />
    </>
  )
}
