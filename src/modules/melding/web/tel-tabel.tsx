import { useId } from 'react'
import { formatNumber } from '../../../ui/format.ts'

/** A small table of counts: first column is what, the rest are numbers. */
export function TelTabel(props: {
  caption: string
  kop: readonly string[]
  rijen: readonly (readonly [string, ...number[]])[]
}) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard (WCAG 2.1.1)
    <section className="ams-table od-tabelvak" aria-labelledby={id} tabIndex={0}>
      <table className="ams-table__table od-tabel">
        <caption className="ams-table__caption" id={id}>
          {props.caption}
        </caption>
        <thead className="ams-table__header">
          <tr>
            {props.kop.map((naam, index) => (
              <th
                key={naam}
                scope="col"
                className={`ams-table__header-cell${index > 0 ? ' ams-table__header-cell--align-end' : ''}`}
              >
                {naam}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rijen.map(([naam, ...aantallen]) => (
            <tr key={naam}>
              <th scope="row" className="ams-table__header-cell">
                {naam}
              </th>
              {aantallen.map((aantal, index) => (
                <td key={props.kop[index + 1]} className="ams-table__cell ams-table__cell--align-end">
                  {formatNumber(aantal)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
