import { Link } from '@tanstack/react-router'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Page } from '../../../ui/page.tsx'
import { FilterSelect, FilterText } from '../../../ui/table-filters.tsx'
import { type BeschikkingRij, listBeschikkingen, listHeronderzoeken } from '../domain/contract.ts'
import { statussen } from '../domain/keuzes.ts'
import { optionsOf, StandBadge, TermijnBadge } from './labels.tsx'

const nummer: Column<BeschikkingRij> = {
  key: 'nummer',
  label: 'Kenmerk',
  sortable: true,
  render: (row) => (
    <Link to={`/beschikkingen/${row.id}` as never}>
      <span className="od-kenmerk">{row.nummer}</span>
    </Link>
  ),
}
const client: Column<BeschikkingRij> = { key: 'persoonNaam', label: 'Cliënt', sortable: true }
const product: Column<BeschikkingRij> = { key: 'productNaam', label: 'Product' }

const columns: readonly Column<BeschikkingRij>[] = [
  {
    key: 'termijnstand',
    label: 'Termijn',
    render: (row) =>
      row.termijnstand === 'klaar' ? (
        toSend(row) ? (
          'Brief nog versturen'
        ) : (
          'Klaar'
        )
      ) : (
        <TermijnBadge stand={row.termijnstand} dagenOver={row.dagenOver} />
      ),
  },
  nummer,
  client,
  product,
  { key: 'status', label: 'Status', render: (row) => <StandBadge row={row} /> },
  {
    key: 'uiterlijkOp',
    label: 'Uiterlijk op',
    sortable: true,
    render: (row) => <DateText date={row.status === 'aangevraagd' ? row.uiterlijkOp : null} />,
  },
  { key: 'organisatieNaam', label: 'Wie beslist' },
  {
    key: 'aangevraagdOp',
    label: 'Aangevraagd op',
    sortable: true,
    defaultHidden: true,
    render: (row) => <DateText date={row.aangevraagdOp} />,
  },
  {
    key: 'beschiktOp',
    label: 'Beslist op',
    sortable: true,
    defaultHidden: true,
    render: (row) => <DateText date={row.beschiktOp} />,
  },
  { key: 'gemeenteNaam', label: 'Namens gemeente', defaultHidden: true },
]

function toSend(row: BeschikkingRij): boolean {
  return row.verzondenOp === null && (row.status === 'beschikt' || row.status === 'buiten_behandeling')
}

const ja = [{ value: 'ja', label: 'Ja' }]

export function BeschikkingenPage() {
  return (
    <Page
      title="Beschikkingen"
      lead="Aanvragen en besluiten. Wat te laat is, staat bovenaan."
      actions={
        <ButtonLink to="/beschikkingen/heronderzoeken" variant="secondary">
          Opnieuw bekijken
        </ButtonLink>
      }
    >
      <DataTable
        id="beschikkingen"
        caption="Aanvragen en beschikkingen"
        captionHidden
        endpoint={listBeschikkingen}
        rowKey={(row) => row.id}
        columns={columns}
        filters={
          <>
            <FilterSelect
              name="termijn"
              label="Termijn"
              options={[
                { value: 'te_laat', label: 'Te laat' },
                { value: 'binnenkort', label: 'Vandaag of binnenkort' },
                { value: 'staat_stil', label: 'Staat stil' },
              ]}
            />
            <FilterSelect name="status" label="Status" options={optionsOf(statussen)} />
            <FilterSelect name="teVerzenden" label="Brief nog versturen" options={ja} />
            <FilterSelect name="vanMijnOrganisatie" label="Van mijn organisatie" options={ja} />
            <FilterText name="nummer" label="Kenmerk" size={12} />
          </>
        }
        empty={{
          title: 'Nog geen aanvragen',
          text: 'Een aanvraag begint bij een cliënt of een melding. Open daar het dossier en kies Aanvraag vastleggen.',
        }}
      />
    </Page>
  )
}

export function HeronderzoekenPage() {
  return (
    <Page
      title="Opnieuw bekijken"
      lead="Geldige beschikkingen waarvoor in de komende vier weken een heronderzoek nodig is."
      breadcrumbs={[{ label: 'Beschikkingen', to: '/beschikkingen' }]}
    >
      <DataTable
        id="heronderzoeken"
        caption="Heronderzoeken"
        captionHidden
        endpoint={listHeronderzoeken}
        rowKey={(row) => row.id}
        defaultSort="heronderzoekOp"
        columns={[
          {
            key: 'heronderzoekOp',
            label: 'Heronderzoek op',
            sortable: true,
            render: (row) => <DateText date={row.heronderzoekOp} />,
          },
          nummer,
          client,
          product,
          { key: 'organisatieNaam', label: 'Wie beslist' },
        ]}
        filters={<FilterSelect name="vanMijnOrganisatie" label="Van mijn organisatie" options={ja} />}
        empty={{
          title: 'Niets om opnieuw te bekijken',
          text: 'De komende vier weken is er geen heronderzoek nodig.',
        }}
      />
    </Page>
  )
}
