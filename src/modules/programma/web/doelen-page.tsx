import { Link } from '@tanstack/react-router'
import { optionsOf } from '../../../ui/choice-fields.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Page } from '../../../ui/page.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { onderdeelsoorten } from '../domain/keuzes.ts'
import { gatsoorten, listProgrammaonderdelen, type Onderdeelrij } from '../domain/programma-contract.ts'
import { euro } from './waarden.tsx'

/** `/programma/doelen`: for each pijler, doel or thema what serves it, and where nothing does. */
export function DoelenPage() {
  return (
    <Page
      title="Doelen en gaten"
      lead="Per pijler, doel, speerpunt, thema of ambitie: welke activiteiten, indicatoren en welk geld het dienen. Een gat is een doel waar niemand aan werkt, of waarvan niemand ziet of het helpt."
      breadcrumbs={[{ label: 'Programma', to: '/programma' }]}
    >
      <Onderdeeltabel />
    </Page>
  )
}

/** The same table for one programma, on its own page. */
export function Onderdeeltabel({ programmaId }: { programmaId?: string }) {
  return (
    <DataTable
      id={programmaId ? 'programmaonderdelen' : 'doelen'}
      {...(programmaId && { prefix: 'deel-', query: { programmaId } })}
      caption="Doelen en wat ze dient"
      captionHidden
      endpoint={listProgrammaonderdelen}
      rowKey={(rij) => rij.id}
      defaultSort="programma"
      filters={
        <>
          <FilterSelect
            {...(programmaId && { prefix: 'deel-' })}
            name="soort"
            label="Soort"
            options={optionsOf(onderdeelsoorten)}
          />
          <FilterSelect
            {...(programmaId && { prefix: 'deel-' })}
            name="gat"
            label="Wat ontbreekt"
            options={optionsOf(gatsoorten)}
          />
        </>
      }
      columns={[
        {
          key: 'code',
          label: 'Onderdeel',
          sortable: true,
          render: (rij: Onderdeelrij) => (
            <>
              <strong>{rij.code}</strong> {rij.naam}
              <p className="od-hint">
                {onderdeelsoorten[rij.soort]}
                {!programmaId && ` van ${rij.programma}`}
              </p>
            </>
          ),
        },
        {
          key: 'toelichting',
          label: 'Toelichting',
          defaultHidden: true,
          render: (rij: Onderdeelrij) => rij.toelichting ?? '–',
        },
        {
          key: 'ontbreekt',
          label: 'Wat ontbreekt',
          render: (rij: Onderdeelrij) =>
            rij.gaten.length === 0
              ? '–'
              : rij.gaten.map((gat) => <StatusBadge key={gat} label={gatsoorten[gat]} tone="let_op" />),
        },
        {
          key: 'aantalActiviteiten',
          label: 'Activiteiten en pilots',
          render: (rij: Onderdeelrij) => <Dienende rij={rij} />,
        },
        {
          key: 'indicatoren',
          label: 'Indicatoren',
          render: (rij: Onderdeelrij) =>
            rij.indicatoren.length === 0 ? '–' : rij.indicatoren.map(({ naam }) => naam).join(', '),
        },
        {
          key: 'kosten',
          label: 'Kosten per jaar',
          align: 'end',
          render: (rij: Onderdeelrij) => (rij.kosten === null ? '–' : euro(rij.kosten)),
        },
        { key: 'bron', label: 'Bron', defaultHidden: true },
      ]}
      empty={{ title: 'Nog geen doelen', text: 'Voeg bij een programma een pijler, doel of thema toe.' }}
    />
  )
}

function Dienende({ rij }: { rij: Onderdeelrij }) {
  if (rij.activiteiten.length === 0) return <>Geen</>
  const [eerst, rest] = [rij.activiteiten.slice(0, 3), rij.activiteiten.slice(3)]
  return (
    <>
      <Rijtje activiteiten={eerst} />
      {rest.length > 0 && (
        <details className="od-meer">
          <summary>Nog {rest.length}</summary>
          <Rijtje activiteiten={rest} />
        </details>
      )}
    </>
  )
}

function Rijtje({ activiteiten }: { activiteiten: Onderdeelrij['activiteiten'] }) {
  return (
    <ul>
      {activiteiten.map((een) => (
        <li key={een.id}>
          <Link to={'/activiteiten/$id' as never} params={{ id: een.id } as never}>
            {een.code} {een.naam}
          </Link>
          {een.via && <span className="od-hint"> via {een.via}</span>}
        </li>
      ))}
    </ul>
  )
}
