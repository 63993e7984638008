import type { Column } from '../../../ui/data-table.tsx'
import { formatNumber } from '../../../ui/format.ts'

/** A count in a table: hidden is said, nothing to count is a dash. */
export function telKolom<Rij extends { afgeschermd: boolean }>(
  key: keyof Rij & string,
  label: string,
  options: { unit?: 'procent'; defaultHidden?: boolean; leegKan?: boolean } = {},
): Column<Rij> {
  return {
    key,
    label,
    sortable: true,
    align: 'end',
    ...(options.defaultHidden && { defaultHidden: true }),
    render: (rij) => {
      const value = rij[key]
      if (typeof value === 'number')
        return formatNumber(value, options.unit && { unit: options.unit, decimals: 1 })
      return rij.afgeschermd && !options.leegKan ? 'Niet getoond' : '–'
    },
  }
}
