import { dutchDateOf, formatLong } from '../../../shared/plain-date.ts'
import { formatMonth, formatNumber } from '../../../ui/format.ts'
import { FilterDate, FilterSelect } from '../../../ui/table-filters.tsx'

/** How many months back one can choose. */
const MAANDEN = 36

/** `12,5 procent`, `41 dagen`, `12`; what is hidden or has nothing to count from says so. */
export function waardeInWoorden(waarde: number | null, eenheid: string, afgeschermd: boolean): string {
  if (waarde === null) return afgeschermd ? 'Niet getoond' : 'Niets om te meten'
  if (eenheid === 'procent') return formatNumber(waarde, { unit: 'procent', decimals: 1 })
  return eenheid === 'dagen'
    ? `${formatNumber(waarde)} ${waarde === 1 ? 'dag' : 'dagen'}`
    : formatNumber(waarde)
}

/** `Peildatum 31 maart 2026, zoals nu bekend.` */
export function peilRegel(stand: { peildatum: string; bekendOp: string | null }): string {
  const bekend = stand.bekendOp ? `zoals bekend op ${formatLong(stand.bekendOp)}` : 'zoals nu bekend'
  return `Peildatum ${formatLong(stand.peildatum)}, ${bekend}.`
}

/** Which month, and as it was known when. */
export function Maandfilters() {
  return (
    <>
      <FilterSelect
        name="maand"
        label="Maand"
        allLabel={`Laatste: ${maandNaam(maandenTerug(1))}`}
        options={eerdereMaanden()}
      />
      <FilterDate name="bekendOp" label="Zoals bekend op (leeg is nu)" />
    </>
  )
}

export const maandNaam = (maand: string) => formatMonth(`${maand}-01`)

/** Months that are over, the last one first. */
export const maandkeuzes = () => [
  { value: maandenTerug(1), label: maandNaam(maandenTerug(1)) },
  ...eerdereMaanden(),
]

/** Months that are over, newest first, from that many ago. */
export function eerdereMaanden(vanaf = 2) {
  return Array.from({ length: MAANDEN - 1 }, (_, i) => maandenTerug(i + vanaf)).map((value) => ({
    value,
    label: maandNaam(value),
  }))
}

function maandenTerug(aantal: number): string {
  const vandaag = dutchDateOf(new Date())
  const index = Number(vandaag.slice(0, 4)) * 12 + Number(vandaag.slice(5, 7)) - 1 - aantal
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}
