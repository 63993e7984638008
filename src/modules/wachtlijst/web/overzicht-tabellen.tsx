import { Link } from '@tanstack/react-router'
import { formatLong } from '../../../shared/plain-date.ts'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { formatCount, formatMonth } from '../../../ui/format.ts'
import { useSearchParams } from '../../../ui/search-params.ts'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { getWachtlijstKeuzes } from '../domain/contract.ts'
import {
  listRichtingen,
  listRisicos,
  listVoorrang,
  type Richtingrij,
  type Risicorij,
  type Voorrangrij,
} from '../domain/overzicht-contract.ts'
import { richtingen, risicos } from '../domain/rules.ts'
import { dagen, optionsOf } from './teksten.tsx'

/** Who waits with which risk, the most urgent first. */
export function Risicos() {
  const { data } = useEndpoint(getWachtlijstKeuzes, {})
  return (
    <DataTable
      id="wachtlijst-risicos"
      caption="Wie wacht met welk risico, het dringendst eerst"
      endpoint={listRisicos}
      columns={[
        {
          key: 'naam',
          label: 'Naam',
          render: (row: Risicorij) => <Link to={`/wachtlijst/${row.id}` as never}>{row.naam}</Link>,
        },
        { key: 'risico', label: 'Risico', render: (row: Risicorij) => <Risico rij={row} /> },
        {
          key: 'volgendeOp',
          label: 'Opnieuw kijken',
          render: (row: Risicorij) => (
            <>
              <DateText date={row.volgendeOp} />{' '}
              {row.dagenTeLaat > 0 && (
                <StatusBadge label={`${formatCount(row.dagenTeLaat, 'dag', 'dagen')} te laat`} tone="fout" />
              )}
            </>
          ),
        },
        {
          key: 'beoordeeldOp',
          label: 'Laatst gekeken',
          render: (row: Risicorij) => (row.beoordeeldOp ? <DateText date={row.beoordeeldOp} /> : 'Nog niet'),
        },
        {
          key: 'uitkomst',
          label: 'Uitkomst',
          render: (row: Risicorij) =>
            row.uitkomst ? `${row.uitkomst}${row.door ? ` (${row.door})` : ''}` : '–',
        },
        {
          key: 'product',
          label: 'Wacht op',
          render: (row: Risicorij) => (
            <>
              {row.product} <span className="od-hint">{richtingen[row.richting]}</span>
            </>
          ),
        },
        {
          key: 'dagenBesloten',
          label: 'Sinds besluit',
          render: (row: Risicorij) => dagen(row.dagenBesloten),
        },
      ]}
      rowKey={(row) => row.id}
      filters={
        <>
          <FilterSelect
            name="risico"
            label="Risico"
            options={[
              { value: 'gezien', label: 'Elk gezien risico' },
              ...optionsOf(risicos),
              { value: 'niet_beoordeeld', label: 'Nog niet beoordeeld' },
            ]}
          />
          <FilterSelect
            name="teLaat"
            label="Opnieuw kijken"
            options={[
              { value: 'ja', label: 'Te laat' },
              { value: 'nee', label: 'Op tijd' },
            ]}
          />
          <FilterSelect
            name="productId"
            label="Wacht op"
            options={(data?.producten ?? []).map(({ id, naam }) => ({ value: id, label: naam }))}
          />
        </>
      }
      empty={{
        title: 'Er wacht niemand',
        text: 'Bij elk contact tijdens het wachten legt u vast of u een risico ziet. Dat komt hier te staan.',
      }}
    />
  )
}

function Risico({ rij }: { rij: Risicorij }) {
  if (rij.risico === null) return <StatusBadge label="Nog niet beoordeeld" tone="wacht" />
  if (rij.risico === 'geen') return <>{risicos.geen}</>
  const ernstig = rij.risico === 'onveilig' || rij.risico === 'escalatie'
  return <StatusBadge label={risicos[rij.risico]} tone={ernstig ? 'fout' : 'let_op'} />
}

const telling = (key: keyof typeof richtingen | 'samen', label: string) => ({
  key,
  label,
  align: 'end' as const,
  render: (rij: Richtingrij) => rij[key] ?? 'niet getoond',
})

/** Registrations per product or wanted locatie, in every direction. */
export function Aantallen() {
  const per = useSearchParams().get('per') === 'locatie' ? ('locatie' as const) : ('product' as const)
  const { data } = useEndpoint(listRichtingen, { query: { per, aantalPerPagina: 1 } })
  const totaal = data?.totaal
  return (
    <>
      {totaal && (
        <p>
          Hele regio: {totaal.samen ?? 'aantal niet getoond'} registraties.{' '}
          {data.kleinsteGetal !== null &&
            `Aantallen van 1 tot en met ${data.kleinsteGetal - 1} staan er niet, en soms een groter getal erbij: anders is te raden over wie het gaat.`}
        </p>
      )}
      <DataTable
        id="wachtlijst-aantallen"
        caption="Hoeveel registraties er wachten, per richting"
        endpoint={listRichtingen}
        columns={[
          { key: 'naam', label: per === 'product' ? 'Product' : 'Gewenste locatie' },
          telling('instroom', 'Instroom'),
          telling('doorstroom', 'Doorstroom'),
          telling('uitstroom', 'Uitstroom'),
          telling('samen', 'Samen'),
        ]}
        rowKey={(rij) => rij.groep ?? 'totaal'}
        filters={
          <FilterSelect
            name="per"
            label="Tel per"
            allLabel="Product"
            options={[{ value: 'locatie', label: 'Gewenste locatie' }]}
          />
        }
        empty={{ title: 'Niemand wacht', text: 'Zodra iemand op de lijst staat, telt die hier mee.' }}
      />
    </>
  )
}

const voorrangKop = { maand: 'Maand', product: 'Product', gebruiker: 'Wie gaf voorrang' } as const

const voorrangTelling = (key: 'gegeven' | 'ingetrokken' | 'gepasseerd', label: string) => ({
  key,
  label,
  align: 'end' as const,
  render: (rij: Voorrangrij) => rij[key] ?? 'niet getoond',
})

/** How often somebody got priority by hand, by whom, and how many others it passed over. */
export function Voorrang() {
  const chosen = useSearchParams().get('per')
  const per = chosen === 'product' || chosen === 'gebruiker' ? chosen : ('maand' as const)
  const { data } = useEndpoint(listVoorrang, { query: { per, aantalPerPagina: 1 } })
  return (
    <>
      {data && (
        <p>
          Van {formatLong(data.van)} tot en met {formatLong(data.peildatum)}:{' '}
          {data.totaal
            ? `${data.totaal.gegeven ?? 'aantal niet getoond'} keer voorrang gegeven, ${data.totaal.gepasseerd ?? 'aantal niet getoond'} keer iemand gepasseerd.`
            : 'geen voorrang gegeven.'}{' '}
          Gepasseerd is wie op dat moment hoger stond en daardoor lager kwam.
        </p>
      )}
      <DataTable
        id="wachtlijst-voorrang"
        caption="Voorrang die met de hand is gegeven"
        endpoint={listVoorrang}
        columns={[
          {
            key: 'naam',
            label: voorrangKop[per],
            render: (rij: Voorrangrij) => (per === 'maand' ? formatMonth(rij.naam) : rij.naam),
          },
          voorrangTelling('gegeven', 'Voorrang gegeven'),
          voorrangTelling('ingetrokken', 'Daarvan ingetrokken'),
          voorrangTelling('gepasseerd', 'Anderen gepasseerd'),
        ]}
        rowKey={(rij) => rij.groep ?? 'totaal'}
        filters={
          <FilterSelect
            name="per"
            label="Tel per"
            allLabel="Maand"
            options={[
              { value: 'product', label: 'Product' },
              { value: 'gebruiker', label: 'Wie voorrang gaf' },
            ]}
          />
        }
        empty={{
          title: 'Niemand kreeg voorrang met de hand',
          text: 'Geeft iemand voorrang, dan komt dat hier te staan, met wie het deed en hoeveel anderen zijn gepasseerd.',
        }}
      />
    </>
  )
}
