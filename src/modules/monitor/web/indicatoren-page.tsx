import { Link } from '@tanstack/react-router'
import { formatLong } from '../../../shared/plain-date.ts'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { Page } from '../../../ui/page.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { indicatorsoorten, niveaus } from '../domain/indicator.ts'
import { type Indicatorcijfer, listIndicatorcijfers } from '../domain/indicator-contract.ts'
import { Maandfilters, maandNaam, waardeInWoorden } from './indicator-tekst.tsx'

const kolommen: readonly Column<Indicatorcijfer>[] = [
  {
    key: 'naam',
    label: 'Indicator',
    sortable: true,
    render: (rij) => <IndicatorLink rij={rij} />,
  },
  {
    key: 'waarde',
    label: 'Waarde',
    align: 'end',
    render: (rij) => waardeInWoorden(rij.waarde, rij.eenheid, rij.afgeschermd),
  },
  {
    key: 'vorigeMaand',
    label: 'Maand ervoor',
    align: 'end',
    render: (rij) => waardeInWoorden(rij.vorigeMaand, rij.eenheid, rij.vorigeMaandAfgeschermd),
  },
  {
    key: 'vorigJaar',
    label: 'Jaar ervoor',
    align: 'end',
    render: (rij) => waardeInWoorden(rij.vorigJaar, rij.eenheid, rij.vorigJaarAfgeschermd),
  },
  { key: 'soort', label: 'Soort', render: (rij) => indicatorsoorten[rij.soort] },
  { key: 'eigenaar', label: 'Eigenaar', sortable: true, defaultHidden: true },
  { key: 'definitie', label: 'Definitie', defaultHidden: true },
]

function IndicatorLink({ rij }: { rij: Indicatorcijfer }) {
  const { get } = useSearchParams()
  const [maand, bekendOp] = [get('maand'), get('bekendOp')]
  return (
    <Link
      to={'/indicatoren/$indicator' as never}
      params={{ indicator: rij.id } as never}
      search={{ ...(maand && { maand }), ...(bekendOp && { bekendOp }) } as never}
    >
      {rij.naam}
    </Link>
  )
}

/** `/indicatoren`: every figure that the partners agreed on, each with its definition. */
export function IndicatorenPage() {
  const { get } = useSearchParams()
  const [maand, bekendOp, niveau] = [get('maand'), get('bekendOp'), get('niveau')]
  const { data } = useEndpoint(listIndicatorcijfers, {
    query: {
      ...(maand && { maand }),
      ...(bekendOp && { bekendOp }),
      ...(niveau && { niveau }),
      pagina: '1',
      aantalPerPagina: '200',
    } as never,
  })
  return (
    <Page
      title="Indicatoren"
      lead="Wat we samen hebben afgesproken te meten. Kies een indicator voor wat er precies telt, het verloop en de gevallen erachter."
    >
      {data && (
        <p>
          Over {maandNaam(data.maand)}, tot en met {formatLong(data.peildatum)},{' '}
          {data.bekendOp ? `zoals bekend aan het eind van ${formatLong(data.bekendOp)}` : 'zoals nu bekend'}.
          {data.kleinsteGetal !== null &&
            ` Aantallen van 1 tot en met ${data.kleinsteGetal - 1} staan er niet.`}
        </p>
      )}
      <DataTable
        id="indicatoren"
        caption="Indicatoren van de maand"
        captionHidden
        endpoint={listIndicatorcijfers}
        pageSize={200}
        columns={kolommen}
        rowKey={(rij) => rij.id}
        filters={
          <>
            <Maandfilters />
            <FilterSelect
              name="niveau"
              label="Voor wie"
              options={Object.entries(niveaus).map(([value, label]) => ({ value, label }))}
            />
          </>
        }
        empty={{ title: 'Geen indicatoren', text: 'Kies een ander niveau.' }}
      />
    </Page>
  )
}
