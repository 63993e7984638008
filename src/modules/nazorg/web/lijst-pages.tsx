import { Link } from '@tanstack/react-router'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Page } from '../../../ui/page.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { listUitstroom, listWaakvlam, uitstroomStanden } from '../domain/api.ts'
import { nazorgToestanden } from '../domain/toestanden.ts'
import { dagen, toestandTone, weken } from './woorden.ts'

const naarDossier = (persoonId: string, naam: string) => (
  <Link to={`/clienten/${persoonId}` as never} search={{ tab: 'nazorg' } as never}>
    {naam}
  </Link>
)

/** `/nazorg`: who left the chain, and whether nazorg is agreed. */
export function UitstroomPage() {
  return (
    <Page
      title="Nazorg"
      lead="Wie uit de keten vertrok. Voor iedereen spreekt u nazorg af, of u legt vast waarom die er niet komt."
    >
      <DataTable
        id="nazorg"
        caption="Uitstroom die u mag zien"
        captionHidden
        endpoint={listUitstroom}
        rowKey={(row) => `${row.verblijfId} ${row.persoonId}`}
        defaultSort="-vertrokkenOp"
        columns={[
          {
            key: 'naam',
            label: 'Cliënt',
            sortable: true,
            render: (row) => naarDossier(row.persoonId, row.naam),
          },
          {
            key: 'vertrokkenOp',
            label: 'Vertrokken op',
            sortable: true,
            render: (row) => (
              <>
                <DateText date={row.vertrokkenOp} />{' '}
                <span className="od-hint">{dagen(row.dagenGeleden)} geleden</span>
              </>
            ),
          },
          { key: 'bestemming', label: 'Waarheen', render: (row) => row.bestemming },
          {
            key: 'stand',
            label: 'Nazorg',
            render: (row) => (
              <>
                {row.stand ? (
                  <StatusBadge label={nazorgToestanden[row.stand]} tone={toestandTone[row.stand]} />
                ) : (
                  <StatusBadge label="Niets afgesproken" tone="let_op" />
                )}
                {row.isTerug && <StatusBadge label="Verblijft weer" tone="info" />}
                {row.aanbieder && <span className="od-hint">{row.aanbieder}</span>}
              </>
            ),
          },
          { key: 'organisatie', label: 'Verbleef bij', render: (row) => row.organisatie ?? 'Onbekend' },
          { key: 'product', label: 'Product', defaultHidden: true, render: (row) => row.product },
        ]}
        filters={
          <FilterSelect
            name="stand"
            label="Tonen"
            allLabel={uitstroomStanden.zonder}
            options={Object.entries(uitstroomStanden)
              .filter(([value]) => value !== 'zonder')
              .map(([value, label]) => ({ value, label }))}
          />
        }
        empty={{
          title: 'Niemand',
          text: 'Er is geen uitstroom die hierbij past en die u mag zien.',
        }}
      />
    </Page>
  )
}

/** `/nazorg/contacten`: running nazorg, the contact that is longest late on top. */
export function ContactenPage() {
  return (
    <Page
      title="Contact na vertrek"
      lead="Lopende nazorg met de volgende contactdag. Wie het langst te laat is staat bovenaan."
    >
      <DataTable
        id="nazorg-contacten"
        caption="Lopende nazorg die u mag zien"
        captionHidden
        endpoint={listWaakvlam}
        rowKey={(row) => row.id}
        defaultSort="contactOp"
        columns={[
          {
            key: 'naam',
            label: 'Cliënt',
            sortable: true,
            render: (row) => naarDossier(row.persoonId, row.naam),
          },
          {
            key: 'contactOp',
            label: 'Volgend contact',
            sortable: true,
            render: (row) => (
              <>
                <DateText date={row.contactOp} />{' '}
                {row.dagenTeLaat > 0 && (
                  <StatusBadge label={`${dagen(row.dagenTeLaat)} te laat`} tone="fout" />
                )}
              </>
            ),
          },
          { key: 'elkeWeken', label: 'Hoe vaak', render: (row) => `Elke ${weken(row.elkeWeken)}` },
          {
            key: 'laatsteContactOp',
            label: 'Laatste contact',
            render: (row) =>
              row.laatsteContactOp ? (
                <>
                  <DateText date={row.laatsteContactOp} />: {row.laatsteUitkomst?.toLowerCase()}
                </>
              ) : (
                'Nog geen'
              ),
          },
          { key: 'contactpersoon', label: 'Contactpersoon', render: (row) => row.contactpersoon ?? 'Geen' },
          { key: 'aanbieder', label: 'Nazorg door', render: (row) => row.aanbieder },
          {
            key: 'tot',
            label: 'Loopt tot',
            sortable: true,
            render: (row) => <DateText date={row.tot} />,
          },
        ]}
        filters={
          <>
            <FilterSelect
              name="stand"
              label="Tonen"
              allLabel="Alle lopende nazorg"
              options={[
                { value: 'te_laat', label: 'Contact te laat' },
                { value: 'deze_week', label: 'Contact binnen een week' },
              ]}
            />
            <FilterSelect
              name="van"
              label="Contactpersoon"
              allLabel="Alle contactpersonen"
              options={[
                { value: 'mij', label: 'Ik' },
                { value: 'organisatie', label: 'Mijn organisatie' },
              ]}
            />
          </>
        }
        empty={{
          title: 'Geen lopende nazorg',
          text: 'Er is geen nazorg die hierbij past en die u mag zien.',
        }}
      />
    </Page>
  )
}
