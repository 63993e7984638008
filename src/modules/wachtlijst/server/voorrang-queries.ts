import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { hideSmall, isSafe } from '../../../shared/kleine-cel.ts'
import { addDays, addMonths, type PlainDate } from '../../../shared/plain-date.ts'
import type { Voorrangrij } from '../domain/overzicht-contract.ts'
import { findKleinsteGetal } from './tellingen.ts'

export type VoorrangPer = 'maand' | 'product' | 'gebruiker'

interface Rij {
  readonly groep: string | null
  readonly totaal: boolean
  readonly gegeven: number
  readonly ingetrokken: number
  readonly gepasseerd: number
  readonly zonderTelling: number
  readonly zichtbaar: boolean
}

/** How often priority was given by hand in a period, and how many others it passed over. Below `min` a row says nothing. */
export async function readVoorrang(
  work: Work,
  input: {
    readonly van: PlainDate
    readonly tot: PlainDate
    readonly per: VoorrangPer
    readonly min: number | null
  },
): Promise<{ rijen: Voorrangrij[]; totaal: Voorrangrij | null }> {
  const { rows } =
    await sql<Rij>`select c.groep, c.totaal, c.gegeven, c.ingetrokken, c.gepasseerd, c.zonder_telling as "zonderTelling", c.zichtbaar
    from onderdak.cijfer_voorrang(${input.van}::date, ${input.tot}::date, ${input.per}) c order by c.groep`.execute(
      work.db,
    )
  const rijen = rows.filter((row) => !row.totaal)
  const totaal = rows.find((row) => row.totaal)
  const naam = await namesOf(work, input.per)
  const cellen = rijen.map((row) => ({ aantal: row.gegeven, open: row.zichtbaar }))
  const all = cellen.map((_, i) => i)
  const { min } = input
  const hidden = min === null ? new Set<number>() : hideSmall(cellen, [all], min)
  const totalHidden =
    min !== null &&
    totaal !== undefined &&
    !totaal.zichtbaar &&
    (totaal.gegeven < min || !isSafe(cellen, hidden, all, min))
  return {
    rijen: rijen.map((row, i) => toRij(row, naam(row.groep!), hidden.has(i))),
    totaal: totaal ? toRij(totaal, 'Hele regio', totalHidden) : null,
  }
}

/** Of the last twelve months, for the list itself: who keeps it sees small numbers as well. */
export async function listVoorrang(
  work: Work,
  query: { readonly per: VoorrangPer; readonly pagina: number; readonly aantalPerPagina: number },
) {
  const kleinsteGetal = await findKleinsteGetal(work, { extern: false })
  const van = addMonths(addDays(work.today, 1), -12)
  const { rijen, totaal } = await readVoorrang(work, {
    van,
    tot: addDays(work.today, 1),
    per: query.per,
    min: kleinsteGetal,
  })
  const start = (query.pagina - 1) * query.aantalPerPagina
  return {
    count: rijen.length,
    results: rijen.slice(start, start + query.aantalPerPagina),
    totaal,
    van,
    peildatum: work.today,
    kleinsteGetal,
  }
}

function toRij({ totaal: _, zichtbaar: __, ...row }: Rij, naam: string, afgeschermd: boolean): Voorrangrij {
  if (!afgeschermd) return { ...row, naam, afgeschermd }
  return {
    groep: row.groep,
    naam,
    gegeven: null,
    ingetrokken: null,
    gepasseerd: null,
    zonderTelling: null,
    afgeschermd,
  }
}

async function namesOf(work: Work, per: VoorrangPer): Promise<(groep: string) => string> {
  if (per === 'maand') return (groep) => groep
  const rows: { id: Id; naam: string }[] = await work.db
    .selectFrom(per)
    .select(['id', 'naam'])
    .where('regio_id', '=', work.regioId)
    .execute()
  const names = new Map<string, string>(rows.map((row) => [row.id, row.naam]))
  return (groep) => names.get(groep) ?? 'Onbekend'
}
