import { kwartaalOf, periodeVanKwartaal } from '../../../shared/kwartaal.ts'
import { addDays, addMonths, type PlainDate } from '../../../shared/plain-date.ts'
import type { Planning } from './keuzes.ts'

export interface Gepland {
  readonly planning: Planning
  readonly vanKwartaal: string | null
  readonly totKwartaal: string | null
}

const kort = (kwartaal: string) => `Q${kwartaal.slice(5)} ${kwartaal.slice(0, 4)}`

/** `Q4 2024 t/m Q2 2025`, `doorlopend vanaf Q1 2025` or `nog niet bepaald`. */
export function planningTekst({ planning, vanKwartaal, totKwartaal }: Gepland): string {
  if (planning === 'open') return 'nog niet bepaald'
  if (planning === 'doorlopend')
    return vanKwartaal === null ? 'doorlopend' : `doorlopend vanaf ${kort(vanKwartaal)}`
  return vanKwartaal === totKwartaal ? kort(vanKwartaal!) : `${kort(vanKwartaal!)} t/m ${kort(totKwartaal!)}`
}

/** The quarter that many after (or before, when negative) another. */
export const schuifKwartaal = (kwartaal: string, aantal: number): string =>
  kwartaalOf(addMonths(periodeVanKwartaal(kwartaal).van, 3 * aantal))

/** Every quarter from the first up to and including the last. */
export function kwartalenVan(eerste: string, laatste: string): string[] {
  const kwartalen: string[] = []
  for (let een = eerste; een <= laatste; een = schuifKwartaal(een, 1)) kwartalen.push(een)
  return kwartalen
}

/** The quarters that a timeline shows: those of the programma and of every activiteit in it, at most ten years. */
export function tijdlijnVan(
  programma: { readonly van: PlainDate; readonly tot: PlainDate | null },
  geplande: readonly Gepland[],
): string[] {
  const genoemd = geplande
    .flatMap(({ vanKwartaal, totKwartaal }) => [vanKwartaal, totKwartaal])
    .filter((een) => een !== null)
  const eerste = [kwartaalOf(programma.van), ...genoemd].sort()[0]!
  const einde =
    programma.tot === null
      ? schuifKwartaal(kwartaalOf(programma.van), 7)
      : kwartaalOf(addDays(programma.tot, -1))
  const laatste = [einde, ...genoemd].sort().at(-1)!
  return kwartalenVan(eerste, laatste).slice(0, 40)
}

/** Moved as a whole, as somebody drags it; stays as long as it was. */
export function verschuif(gepland: Gepland, aantal: number): Gepland {
  const schuif = (kwartaal: string | null) => (kwartaal === null ? null : schuifKwartaal(kwartaal, aantal))
  return { ...gepland, vanKwartaal: schuif(gepland.vanKwartaal), totKwartaal: schuif(gepland.totKwartaal) }
}

/** Its end moved, never before its begin. */
export function verleng(gepland: Gepland, aantal: number): Gepland {
  if (gepland.totKwartaal === null) return gepland
  const tot = schuifKwartaal(gepland.totKwartaal, aantal)
  return { ...gepland, totKwartaal: tot < gepland.vanKwartaal! ? gepland.vanKwartaal : tot }
}

/** Whether the last quarter is over on a day, so that it should be done. */
export const isVoorbij = ({ totKwartaal }: Gepland, dag: PlainDate): boolean =>
  totKwartaal !== null && totKwartaal < kwartaalOf(dag)
