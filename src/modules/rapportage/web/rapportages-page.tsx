import { Link } from '@tanstack/react-router'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { optionsOf } from '../../../ui/choice-fields.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Page } from '../../../ui/page.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { listRapportages, type Rapportagerij } from '../domain/contract.ts'
import { soorten } from '../domain/keuzes.ts'
import { periodeNaam } from '../domain/periode.ts'

/** `/rapportages`: what the region told of its programmes, and what is being written. */
export function RapportagesPage() {
  const mag = useMag()
  return (
    <Page
      title="Rapportages"
      lead="Voortgangsrapportages, jaarverslagen en nieuwsbrieven over uw programma’s. Onderdak stelt een concept op uit wat bekend is. U bewerkt het en stelt het vast."
      actions={
        <>
          {mag('rapportage.maken') && <ButtonLink to="/rapportages/nieuw">Rapportage maken</ButtonLink>}
          <ButtonLink to="/nieuwsbrieven" variant="secondary">
            Nieuwsbrief versturen
          </ButtonLink>
        </>
      }
    >
      <DataTable
        id="rapportages"
        caption="Rapportages"
        captionHidden
        endpoint={listRapportages}
        rowKey={(rij) => rij.id}
        defaultSort="-gemaaktOp"
        filters={<FilterSelect name="soort" label="Soort" options={optionsOf(soorten)} />}
        columns={[
          {
            key: 'titel',
            label: 'Titel',
            sortable: true,
            render: (rij: Rapportagerij) => (
              <Link to={'/rapportages/$id' as never} params={{ id: rij.id } as never}>
                {rij.titel}
              </Link>
            ),
          },
          { key: 'soort', label: 'Soort', render: (rij: Rapportagerij) => soorten[rij.soort] },
          { key: 'programma', label: 'Programma' },
          { key: 'van', label: 'Periode', sortable: true, render: (rij: Rapportagerij) => periodeNaam(rij) },
          { key: 'isVastgesteld', label: 'Stand', render: (rij: Rapportagerij) => <Stand rij={rij} /> },
          { key: 'gemaaktDoor', label: 'Begonnen door', defaultHidden: true },
          {
            key: 'gemaaktOp',
            label: 'Begonnen op',
            sortable: true,
            defaultHidden: true,
            render: (rij: Rapportagerij) => <DateText date={rij.gemaaktOp} />,
          },
        ]}
        empty={{
          title: 'Nog geen rapportages',
          text: 'Maak een rapportage over een programma en een periode.',
        }}
      />
    </Page>
  )
}

export function Stand({ rij }: { rij: Pick<Rapportagerij, 'isBezig' | 'isVastgesteld'> }) {
  if (rij.isVastgesteld) return <StatusBadge label="Vastgesteld" tone="goed" />
  return rij.isBezig ? (
    <StatusBadge label="Wordt opgesteld" tone="wacht" />
  ) : (
    <StatusBadge label="Concept" tone="info" />
  )
}
