import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { findInstelling } from '../../beheer/server/lookup.ts'
import { hiddenCells, totalIsSafe } from '../domain/cellen.ts'
import type { Telling, Tellingen } from '../domain/contract.ts'

interface Row {
  readonly productId: Id | null
  readonly product: string | null
  readonly gemeenteCode: string | null
  readonly gemeente: string | null
  readonly richting: Telling['richting']
  readonly totaal: boolean
  readonly dossiers: number
  readonly personen: number
  readonly registraties: number
  readonly mediaanDagen: number
  readonly langsteDagen: number
  readonly mediaanDagenGemeld: number
}

/** These keep or steer the list, and may see small numbers; everyone else gets the protected figures. */
const takenMetZicht = ['wachtlijst', 'vo_coordinatie', 'coordinatie']

/** Counts of the whole region, also of people out of sight, without persons. `extern`: always protected. */
export async function getTellingen(work: Work, options: { extern: boolean }): Promise<Tellingen> {
  const rows = await readRows(work)
  const min = await findKleinsteGetal(work, options)
  const cellen = rows.filter((row) => !row.totaal)
  const totaal = rows.find((row) => row.totaal)
  const hidden = min === null ? new Set<number>() : hiddenCells(cellen, min)
  const totalHidden = min !== null && !totalIsSafe(cellen, hidden, min)
  return {
    peildatum: work.today,
    kleinsteGetal: min,
    regels: cellen.map((row, i) => toTelling(row, hidden.has(i))),
    totaal: totaal && cellen.length > 0 ? toTelling(totaal, totalHidden) : leeg,
  }
}

/** Below this a count is hidden; null for who keeps or steers the list. `extern`: never null. */
export async function findKleinsteGetal(work: Work, options: { extern: boolean }): Promise<number | null> {
  const beschermd = options.extern || !(await keepsTheList(work))
  return beschermd ? Number((await findInstelling(work, 'kleine_cel')) ?? '8') : null
}

const leeg: Telling = {
  productId: null,
  product: null,
  gemeenteCode: null,
  gemeente: null,
  richting: null,
  dossiers: 0,
  personen: 0,
  registraties: 0,
  mediaanDagen: null,
  langsteDagen: null,
  mediaanDagenGemeld: null,
}

function toTelling({ totaal: _, ...row }: Row, verborgen: boolean): Telling {
  if (!verborgen) return row
  return {
    ...row,
    dossiers: null,
    personen: null,
    registraties: null,
    mediaanDagen: null,
    langsteDagen: null,
    mediaanDagenGemeld: null,
  }
}

async function readRows(work: Work): Promise<Row[]> {
  const { rows } =
    await sql<Row>`select c.product_id as "productId", t.naam as product, c.gemeente_code as "gemeenteCode", g.naam as gemeente,
      c.richting, c.totaal, c.dossiers, c.personen, c.registraties, c.mediaan_dagen as "mediaanDagen", c.langste_dagen as "langsteDagen",
      c.mediaan_dagen_gemeld as "mediaanDagenGemeld"
    from onderdak.wachtlijst_tellingen() c left join onderdak.product t on t.id = c.product_id left join onderdak.gemeente g on g.code = c.gemeente_code
    order by c.totaal, t.naam, g.naam nulls last, c.richting`.execute(work.db)
  return rows
}

async function keepsTheList(work: Work): Promise<boolean> {
  if (work.vrager.isSysteem) return true
  if (work.vrager.organisatieId === null) return false
  const row = await work.db
    .selectFrom('organisatie')
    .select('taken')
    .where('id', '=', work.vrager.organisatieId)
    .executeTakeFirst()
  return row?.taken.some((taak) => takenMetZicht.includes(taak)) ?? false
}
