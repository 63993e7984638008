import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import type { Rejection } from '../../../shared/rejection.ts'
import type { Telwijze } from '../../wachtlijst/domain/rules.ts'
import { fold } from '../domain/cel.ts'
import type { Rij } from '../domain/controle.ts'

/** What all rows of a file share. */
export interface Inlezing {
  readonly bron: string
  readonly peildatum: PlainDate
  readonly telwijze: Telwijze | null
  /** Who becomes responsible for the persons in the file. */
  readonly opvolging: { readonly organisatieId: Id; readonly contactpersoonId: Id }
  readonly telling: Telling
}

/** Counts for the summary. */
export interface Telling {
  plekken: number
  voorzieningen: number
  nieuwePersonen: number
  bestaandePersonen: number
  verblijven: number
  wachtenden: number
  programmas: number
  onderdelen: number
  activiteiten: number
  resultaten: number
  waarden: number
  besluitmomenten: number
  knelpunten: number
  metingen: number
  partners: number
}

/** A fault in a row, by column key. */
export interface Celfout {
  readonly sleutel: string
  readonly melding: string
}

export type Verwerk = (work: Work, rijen: readonly Rij[], inlezing: Inlezing) => Promise<readonly Celfout[]>

export const text = (rij: Rij, sleutel: string): string | null => {
  const waarde = rij.cellen[sleutel]
  return typeof waarde === 'string' ? waarde : null
}
export const regels = (rij: Rij, sleutel: string): readonly string[] => {
  const waarde = rij.cellen[sleutel]
  return Array.isArray(waarde) ? waarde : []
}
export const number = (rij: Rij, sleutel: string): number | null => {
  const waarde = rij.cellen[sleutel]
  return typeof waarde === 'number' ? waarde : null
}

/** Faults of a refused command on the columns of the file; what has no column of its own goes to `anders`. */
export function toCelfouten(
  rejection: Rejection,
  kolomVan: Readonly<Record<string, string>>,
  anders: string,
): Celfout[] {
  const detail = rejection.conflictsWith ? ` ${rejection.conflictsWith}.` : ''
  if (!rejection.faults?.length)
    return [{ sleutel: kolomVan[rejection.field ?? ''] ?? anders, melding: rejection.message + detail }]
  return rejection.faults.map((fault) => ({
    sleutel: kolomVan[fault.field] ?? anders,
    melding: fault.message,
  }))
}

/** The product that a cell names by code or name; undefined when the region has none like it. */
export async function findProductBijTekst(
  work: Work,
  tekst: string,
): Promise<{ id: Id; domein: string } | undefined> {
  const rows = await work.db
    .selectFrom('product')
    .select(['id', 'code', 'naam', 'domein'])
    .where('regio_id', '=', work.regioId)
    .where('van', '<=', work.today)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', work.today)]))
    .execute()
  return (
    rows.find((row) => fold(row.code) === fold(tekst)) ?? rows.find((row) => fold(row.naam) === fold(tekst))
  )
}

export const productOnbekend: Celfout = {
  sleutel: 'product',
  melding: 'Dit product kennen wij niet. Gebruik de code of de naam uit de instellingen van de regio.',
}
