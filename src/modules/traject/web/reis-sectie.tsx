import { useEndpoint } from '../../../ui/api-hooks.ts'
import { DateText } from '../../../ui/date-text.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { getReisVan } from '../domain/api.ts'

const standen = {
  afgerond: { label: 'Klaar', tone: 'neutraal' },
  loopt: { label: 'Nog bezig', tone: 'info' },
  anders: { label: 'Anders verder of gestopt', tone: 'neutraal' },
} as const

/** In the dossier: the steps from melding to nazorg with how many days each took (TRJ-16). */
export function ReisSectie({ persoonId }: { readonly persoonId: string }) {
  const { data, error } = useEndpoint(getReisVan, { params: { id: persoonId } })
  if (error && !data) return <ProblemAlert problem={error} />
  if (!data) return <p role="status">Bezig met laden…</p>
  if (data.stappen.length === 0)
    return <p>Er zijn nog geen stappen. Van een gezin staan ze bij wie het aanspreekpunt is.</p>
  return (
    <div className="ams-table">
      <table className="ams-table__table od-tabel od-tabel--stapelt">
        <caption className="ams-table__caption">
          Stappen met hun dagen, van de oudste naar de nieuwste
        </caption>
        <thead className="ams-table__header">
          <tr>
            {['Stap', 'Product', 'Van', 'Tot'].map((kop) => (
              <th key={kop} scope="col" className="ams-table__header-cell">
                {kop}
              </th>
            ))}
            <th scope="col" className="ams-table__header-cell ams-table__header-cell--align-end">
              Dagen
            </th>
            <th scope="col" className="ams-table__header-cell">
              Stand
            </th>
          </tr>
        </thead>
        <tbody>
          {data.stappen.map((een) => (
            <tr key={`${een.stap} ${een.van} ${een.tot} ${een.product}`}>
              <th scope="row" className="ams-table__header-cell">
                {een.naam}
              </th>
              <td data-label="Product" className="ams-table__cell">
                {een.product ?? 'Nog geen'}
              </td>
              <td data-label="Van" className="ams-table__cell">
                <DateText date={een.van} />
              </td>
              <td data-label="Tot" className="ams-table__cell">
                {een.tot ? <DateText date={een.tot} /> : '–'}
              </td>
              <td data-label="Dagen" className="ams-table__cell ams-table__cell--align-end">
                {formatNumber(een.dagen)}
              </td>
              <td data-label="Stand" className="ams-table__cell">
                <StatusBadge {...standen[een.stand]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
