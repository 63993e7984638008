import { useId } from 'react'
import { maandNaam, waardeInWoorden } from './indicator-tekst.tsx'

interface MaandtabelProps {
  readonly naam: string
  readonly eenheid: string
  readonly verloop: readonly {
    maand: string
    waarde: number | null
    gevallen: number | null
    afgeschermd: boolean
  }[]
}

/** The figures of a line chart in a table. */
export function Maandtabel({ naam, eenheid, verloop }: MaandtabelProps) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard (WCAG 2.1.1)
    <section className="ams-table od-tabelvak" aria-labelledby={id} tabIndex={0}>
      <table className="ams-table__table od-tabel">
        <caption className="ams-table__caption" id={id}>
          {naam} per maand
        </caption>
        <thead className="ams-table__header">
          <tr>
            {['Maand', 'Waarde', 'Gevallen'].map((kop, i) => (
              <th
                key={kop}
                scope="col"
                className={`ams-table__header-cell${i > 0 ? ' ams-table__header-cell--align-end' : ''}`}
              >
                {kop}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {verloop.map((rij) => (
            <tr key={rij.maand}>
              <th scope="row" className="ams-table__header-cell">
                {maandNaam(rij.maand)}
              </th>
              <td className="ams-table__cell ams-table__cell--align-end">
                {waardeInWoorden(rij.waarde, eenheid, rij.afgeschermd)}
              </td>
              <td className="ams-table__cell ams-table__cell--align-end">{rij.gevallen ?? 'Niet getoond'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
