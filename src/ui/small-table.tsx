interface SmallTableProps {
  titel: string
  /** Where the title stands above it already: then only the region around the table has it as its name. */
  captionHidden?: boolean
  /** The first one names the rows. */
  kop: readonly string[]
  rijen: readonly (readonly string[])[]
  /** Columns of words, not of numbers. */
  isTekst?: boolean
}

/** Everything is there at once, so there is nothing to sort or to page. */
export function SmallTable({ titel, captionHidden, kop, rijen, isTekst }: SmallTableProps) {
  const align = (i: number) => (i > 0 && !isTekst ? 'end' : 'start')
  return (
    <section
      className="ams-table od-tabelvak"
      aria-label={titel}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
    >
      <table className="ams-table__table od-tabel">
        {!captionHidden && <caption className="ams-table__caption">{titel}</caption>}
        <thead>
          <tr>
            {kop.map((naam, i) => (
              <th
                key={naam}
                scope="col"
                className={`ams-table__header-cell ams-table__header-cell--align-${align(i)}`}
              >
                {naam}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rijen.map((rij, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two rows may have one name, and no row moves
            <tr key={`${n} ${rij[0]}`}>
              {rij.map((cel, i) =>
                i === 0 ? (
                  <th key={kop[i]} scope="row" className="ams-table__cell">
                    {cel}
                  </th>
                ) : (
                  <td key={kop[i]} className={`ams-table__cell ams-table__cell--align-${align(i)}`}>
                    {cel}
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
