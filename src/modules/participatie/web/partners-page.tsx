import { Link } from '@tanstack/react-router'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { optionsOf } from '../../../ui/choice-fields.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Page } from '../../../ui/page.tsx'
import { useMag } from '../../../ui/session.tsx'
import { FilterSelect, FilterText } from '../../../ui/table-filters.tsx'
import { partnersoorten } from '../domain/keuzes.ts'
import { listPartners, type Partnerrij } from '../domain/partner-contract.ts'

/** `/partners`: with whom the region works together. */
export function PartnersPage() {
  const mag = useMag()
  return (
    <Page
      title="Partners"
      lead="Organisaties waarmee de regio samenwerkt, ook als zij zelf niet met Onderdak werken."
      breadcrumbs={[{ label: 'Partners en participatie', to: '/participatie' }]}
      actions={
        mag('participatie.schrijven') && (
          <>
            <ButtonLink to="/partners/nieuw">Partner toevoegen</ButtonLink>
            <ButtonLink to="/partners/inlezen" variant="secondary">
              Bestand inlezen
            </ButtonLink>
          </>
        )
      }
    >
      <DataTable
        id="partners"
        caption="Partners van de regio"
        captionHidden
        endpoint={listPartners}
        rowKey={(rij) => rij.id}
        defaultSort="naam"
        filters={
          <>
            <FilterText name="zoek" label="Naam of andere naam" />
            <FilterSelect name="soort" label="Soort" options={optionsOf(partnersoorten)} />
            <FilterSelect
              name="stand"
              label="Stand"
              allLabel="Werkt nu mee"
              options={[
                { value: 'gestopt', label: 'Gestopt' },
                { value: 'alle', label: 'Alle' },
              ]}
            />
          </>
        }
        columns={[
          {
            key: 'naam',
            label: 'Naam',
            sortable: true,
            render: (rij: Partnerrij) => (
              <>
                <Link to={`/partners/${rij.id}` as never}>{rij.naam}</Link>
                {rij.andereNamen.length > 0 && (
                  <span className="od-hint od-keuze-uitleg">Ook: {rij.andereNamen.join(', ')}</span>
                )}
              </>
            ),
          },
          {
            key: 'soort',
            label: 'Soort',
            sortable: true,
            render: (rij: Partnerrij) => partnersoorten[rij.soort],
          },
          { key: 'trekt', label: 'Trekt', sortable: true, align: 'end' },
          { key: 'nodig', label: 'Nodig bij', sortable: true, align: 'end' },
          { key: 'organisatie', label: 'In Onderdak als', defaultHidden: true },
          {
            key: 'totEnMet',
            label: 'Werkt mee tot en met',
            sortable: true,
            defaultHidden: true,
            render: (rij: Partnerrij) => rij.totEnMet && <DateText date={rij.totEnMet} />,
          },
          { key: 'bron', label: 'Bron', defaultHidden: true },
        ]}
        empty={{
          title: 'Nog geen partners',
          text: 'Voeg een partner toe, of lees een bestand met partners in.',
        }}
      />
    </Page>
  )
}
