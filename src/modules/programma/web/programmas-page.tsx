import { Link } from '@tanstack/react-router'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { optionsOf } from '../../../ui/choice-fields.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Page } from '../../../ui/page.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { programmasoorten } from '../domain/keuzes.ts'
import { listProgrammas, type Programmarij } from '../domain/programma-contract.ts'

/** `/programma`: what the region wants and does, each in its versions. */
export function ProgrammasPage() {
  const magSchrijven = useMag()('programma.schrijven')
  return (
    <Page
      title="Programma"
      lead="Wat wij willen (visies) en wat wij daarvoor doen (programma’s met hun activiteiten en pilots)."
      actions={
        <>
          <ButtonLink to="/programma/doelen" variant="secondary">
            Doelen en gaten
          </ButtonLink>
          <ButtonLink to="/programma/besluiten" variant="secondary">
            Besluiten over het vervolg
          </ButtonLink>
          {magSchrijven && (
            <ButtonLink to="/programma/inlezen" variant="secondary">
              Bestand inlezen
            </ButtonLink>
          )}
          {magSchrijven && <ButtonLink to="/programma/nieuw">Programma vastleggen</ButtonLink>}
        </>
      }
    >
      <DataTable
        id="programmas"
        caption="Visies en programma’s"
        captionHidden
        endpoint={listProgrammas}
        rowKey={(rij) => rij.id}
        defaultSort="-van"
        filters={<FilterSelect name="soort" label="Soort" options={optionsOf(programmasoorten)} />}
        columns={[
          {
            key: 'naam',
            label: 'Naam',
            sortable: true,
            render: (rij: Programmarij) => (
              <Link to={'/programma/$id' as never} params={{ id: rij.id } as never}>
                {rij.naam}
              </Link>
            ),
          },
          {
            key: 'soort',
            label: 'Soort',
            sortable: true,
            render: (rij: Programmarij) => programmasoorten[rij.soort],
          },
          { key: 'van', label: 'Geldt', sortable: true, render: (rij: Programmarij) => <Geldt rij={rij} /> },
          {
            key: 'gemeenten',
            label: 'Waar',
            render: (rij: Programmarij) =>
              rij.gemeenten.length === 0 ? 'Hele regio' : rij.gemeenten.join(', '),
          },
          { key: 'activiteiten', label: 'Activiteiten', align: 'end' },
          { key: 'vertraagd', label: 'Vertraagd', align: 'end' },
          { key: 'klaar', label: 'Klaar of gestopt', align: 'end' },
          {
            key: 'isOpenbaar',
            label: 'Openbaar',
            defaultHidden: true,
            render: (rij: Programmarij) => (rij.isOpenbaar ? 'Ja' : 'Nee'),
          },
        ]}
        empty={{
          title: 'Nog geen programma’s',
          text: 'Leg een visie of programma vast, of lees een bestand in.',
        }}
      />
    </Page>
  )
}

function Geldt({ rij }: { rij: Programmarij }) {
  return (
    <>
      vanaf <DateText date={rij.van} />
      {rij.tot && (
        <>
          {' '}
          tot <DateText date={rij.tot} />
        </>
      )}{' '}
      {rij.isVervangen && <StatusBadge label="Vervangen" tone="neutraal" />}
    </>
  )
}
