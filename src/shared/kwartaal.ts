import { addMonths, type PlainDate } from './plain-date.ts'

// Counts that are protected come per whole quarter: periods that overlap would give away by subtraction what each hides.

/** Quarter as `2026-2`, with its days `[van, tot)`. */
export function kwartaalOf(day: PlainDate): string {
  return `${day.slice(0, 4)}-${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

export function periodeVanKwartaal(kwartaal: string): { van: PlainDate; tot: PlainDate } {
  const [jaar, nummer] = kwartaal.split('-').map(Number) as [number, number]
  const van = `${jaar}-${String(nummer * 3 - 2).padStart(2, '0')}-01`
  return { van, tot: addMonths(van, 3) }
}

/** The quarter of `day` and those before it, newest first. */
export function kwartalenTot(day: PlainDate, aantal: number): string[] {
  const { van } = periodeVanKwartaal(kwartaalOf(day))
  return Array.from({ length: aantal }, (_, i) => kwartaalOf(addMonths(van, -3 * i)))
}

/** The last quarter that is over on `day`: the running one still changes. */
export function laatsteHeleKwartaal(day: PlainDate): string {
  return kwartaalOf(addMonths(periodeVanKwartaal(kwartaalOf(day)).van, -3))
}

const namen = ['eerste', 'tweede', 'derde', 'vierde']

export function kwartaalNaam(kwartaal: string): string {
  const [jaar, nummer] = kwartaal.split('-')
  return `${namen[Number(nummer) - 1]} kwartaal ${jaar}`
}
