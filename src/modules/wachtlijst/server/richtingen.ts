import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import { hideInTable } from '../../../shared/kleine-cel-tabel.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { geheimeLocatie } from '../../plek/domain/contract.ts'
import type { Richtingrij } from '../domain/overzicht-contract.ts'
import { type Richting, richtingen } from '../domain/rules.ts'
import { findKleinsteGetal } from './tellingen.ts'

const kolommen = Object.keys(richtingen) as Richting[]

interface Cel {
  readonly groep: string
  readonly richting: Richting
  readonly registraties: number
  readonly zichtbaar: boolean
}

/**
 * Registrations that wait on a day, per product or wanted locatie and direction, with totals both ways (WL-03). Below `min`
 * a count is hidden, and what would give it away; null hides nothing.
 */
export async function readRichtingen(
  work: Work,
  input: { readonly op: PlainDate; readonly per: 'product' | 'locatie'; readonly min: number | null },
): Promise<{ rijen: Richtingrij[]; totaal: Richtingrij | null }> {
  const { rows } =
    await sql<Cel>`select c.groep, c.richting, c.registraties, c.zichtbaar from onderdak.cijfer_wachtlijst_richting(${input.op}::date, ${input.per}) c`.execute(
      work.db,
    )
  if (rows.length === 0) return { rijen: [], totaal: null }
  const groepen = [...new Set(rows.map((row) => row.groep))].sort()
  const naam = await namesOf(work, input.per)
  const { aantallen, verborgen } = hideInTable(
    groepen.map((groep) => {
      const own = rows.filter((row) => row.groep === groep)
      const count = (richting: Richting) => own.find((row) => row.richting === richting)?.registraties ?? 0
      return { aantallen: kolommen.map(count), open: own.every((row) => row.zichtbaar) }
    }),
    input.min,
  )
  const toRij = (r: number, groep: string | null): Richtingrij => {
    const [instroom, doorstroom, uitstroom, samen] = aantallen[r]!.map((n, c) => (verborgen(r, c) ? null : n))
    return {
      groep,
      naam: groep === null ? 'Hele regio' : naam(groep),
      instroom: instroom!,
      doorstroom: doorstroom!,
      uitstroom: uitstroom!,
      samen: samen!,
      afgeschermd: [0, 1, 2, 3].some((c) => verborgen(r, c)),
    }
  }
  return { rijen: groepen.map((groep, r) => toRij(r, groep)), totaal: toRij(groepen.length, null) }
}

/** For the list itself: who keeps it sees small numbers as well. */
export async function listRichtingen(
  work: Work,
  query: { readonly per: 'product' | 'locatie'; readonly pagina: number; readonly aantalPerPagina: number },
) {
  const kleinsteGetal = await findKleinsteGetal(work, { extern: false })
  const { rijen, totaal } = await readRichtingen(work, {
    op: work.today,
    per: query.per,
    min: kleinsteGetal,
  })
  const collator = new Intl.Collator('nl', { numeric: true })
  const sorted = rijen.toSorted((a, b) => collator.compare(a.naam, b.naam))
  const start = (query.pagina - 1) * query.aantalPerPagina
  return {
    count: rijen.length,
    results: sorted.slice(start, start + query.aantalPerPagina),
    totaal,
    peildatum: work.today,
    kleinsteGetal,
  }
}

async function namesOf(work: Work, per: 'product' | 'locatie'): Promise<(groep: string) => string> {
  const rows = await work.db
    .selectFrom(per)
    .select(['id', 'naam'])
    .where('regio_id', '=', work.regioId)
    .execute()
  const names = new Map<string, string>(rows.map((row) => [row.id, row.naam]))
  return (groep) =>
    names.get(groep) ??
    (per === 'product' ? 'Onbekend' : groep === 'geen' ? 'Geen gewenste locatie' : geheimeLocatie)
}
