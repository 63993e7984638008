import { useId } from 'react'

/** A table of texts: the first column names the row, the others are counts. */
export function Tabel(props: {
  readonly caption: string
  readonly koppen: readonly string[]
  /** How many columns name the row. */
  readonly namen?: number
  readonly rijen: readonly (readonly string[])[]
}) {
  const id = useId()
  const namen = props.namen ?? 1
  const end = (index: number, kind: string) =>
    `ams-table__${kind}${index >= namen ? ` ams-table__${kind}--align-end` : ''}`
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard (WCAG 2.1.1)
    <section className="ams-table od-tabelvak" aria-labelledby={id} tabIndex={0}>
      <table className="ams-table__table od-tabel">
        <caption className="ams-table__caption" id={id}>
          {props.caption}
        </caption>
        <thead className="ams-table__header">
          <tr>
            {props.koppen.map((naam, index) => (
              <th key={naam} scope="col" className={end(index, 'header-cell')}>
                {naam}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rijen.map((rij) => (
            <tr key={rij.slice(0, namen).join(' ')}>
              {rij.map((tekst, index) =>
                index === 0 ? (
                  <th key={props.koppen[index]} scope="row" className="ams-table__header-cell">
                    {tekst}
                  </th>
                ) : (
                  <td key={props.koppen[index]} className={end(index, 'cell')}>
                    {tekst}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
