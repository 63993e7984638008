import { sql } from 'kysely'
import { type ListQuery, listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection } from '../../../shared/rejection.ts'
import { findInstelling } from '../../beheer/server/lookup.ts'
import { hideVerslag } from '../domain/afscherming.ts'
import type { Levering, Leveringrij } from '../domain/contract.ts'
import type { Leveringcijfer, Uitkomst, Weggelaten } from '../domain/inhoud.ts'
import { canBestand, canStap, canVrijgeven, periodeNaam } from '../domain/rules.ts'
import { controleVan, type Soort, type Status, soorten, statussen } from '../domain/soorten.ts'
import { redenNaam, verslagregels } from '../domain/verslag.ts'

function selectLeveringen(work: Work) {
  return work.db
    .selectFrom('levering as l')
    .innerJoin('gebruiker as g', 'g.id', 'l.gemaakt_door')
    .leftJoin('gebruiker as v', 'v.id', 'l.vrijgegeven_door')
    .select(['l.id', 'l.soort', 'l.periode', 'l.status', 'l.gemaakt_op', 'l.verstuurd_op', 'l.verstuurd_aan'])
    .select(['g.naam as gemaaktDoor', 'v.naam as vrijgegevenDoor'])
    .where('l.regio_id', '=', work.regioId)
    .orderBy('l.gemaakt_op', 'desc')
    .orderBy('l.id')
}

type Row = Awaited<ReturnType<ReturnType<typeof selectLeveringen>['execute']>>[number]

function rijVan(row: Row): Leveringrij {
  const [soort, status] = [row.soort as Soort, row.status as Status]
  return {
    id: row.id,
    soort,
    soortNaam: soorten[soort].naam,
    periode: row.periode,
    periodeNaam: periodeNaam(row.periode),
    status,
    statusNaam: statussen[status],
    gemaaktOp: row.gemaakt_op.toISOString(),
    gemaaktDoor: row.gemaaktDoor,
    vrijgegevenDoor: row.vrijgegevenDoor,
    verstuurdOp: row.verstuurd_op,
    verstuurdAan: row.verstuurd_aan,
  }
}

export async function readLeveringen(work: Work, query: ListQuery & { readonly soort?: Soort | undefined }) {
  const rows = await selectLeveringen(work)
    .$if(query.soort !== undefined, (q) => q.where('l.soort', '=', query.soort!))
    .execute()
  return listPage(rows.map(rijVan), query, '-gemaaktOp')
}

export async function readLevering(work: Work, id: Id): Promise<Levering | Rejection> {
  const row = await selectLeveringen(work)
    .select(['l.van', 'l.tot', 'l.definitie', 'l.indeling_versie', 'l.gemaakt_door', 'l.vrijgegeven_op'])
    .select(['l.verstuurd_via', 'l.ingetrokken_op', 'l.intrekreden'])
    .where('l.id', '=', id)
    .executeTakeFirst()
  if (!row) return notFound('Deze levering')
  const rij = rijVan(row)
  const { ontvanger, indeling, onbekend } = soorten[rij.soort]
  const kleinsteGetal = await findKleinsteGetal(work)
  const verslag = hideVerslag(await readVerslag(work, id), kleinsteGetal)
  return {
    ...rij,
    van: row.van,
    totEnMet: addDays(row.tot, -1),
    definitie: row.definitie,
    ontvanger,
    indelingVersie: row.indeling_versie,
    indeling,
    onbekend: [...onbekend],
    vrijgegevenOp: row.vrijgegeven_op?.toISOString() ?? null,
    verstuurdVia: row.verstuurd_via,
    ingetrokkenOp: row.ingetrokken_op?.toISOString() ?? null,
    intrekreden: row.intrekreden,
    kleinsteGetal,
    cijfers: verslag.cijfers,
    weggelaten: verslag.weggelaten.map(({ reden, detail, aantal }) => ({
      reden,
      naam: redenNaam(reden, detail),
      aantal,
    })),
    controles: verslag.controles.map((controle) => ({
      ...controle,
      ...controleVan(controle.code, rij.soort),
    })),
    mag: {
      vrijgeven: canVrijgeven({ status: rij.status, gemaaktDoor: row.gemaakt_door }, work.vrager.gebruikerId),
      verzenden: canStap(rij.status, 'verzending'),
      intrekken: canStap(rij.status, 'intrekking'),
      bestand: canBestand(rij.status),
    },
  }
}

/** Who may have the file knows who is in it; for everybody else a small count is hidden. */
async function findKleinsteGetal(work: Work): Promise<number | null> {
  if (work.vrager.isSysteem || work.vrager.permissies.has('levering.bestand')) return null
  return Number((await findInstelling(work, 'kleine_cel')) ?? '8')
}

async function readVerslag(work: Work, id: Id) {
  const cijfers = await work.db
    .selectFrom('levering_cijfer')
    .select(['verdeling', 'waarde', 'naam', 'regels', 'personen'])
    .where('levering_id', '=', id)
    .orderBy(sql`array_position(array['totaal', 'klasse', 'product', 'gemeente'], verdeling)`)
    .orderBy(sql`waarde = 'onbekend'`)
    .orderBy(sql`naam collate "und-x-icu"`)
    .orderBy('waarde')
    .execute()
  const weggelaten = await work.db
    .selectFrom('levering_weggelaten')
    .select(['reden', 'detail', 'aantal'])
    .where('levering_id', '=', id)
    .orderBy('reden')
    .orderBy('detail')
    .execute()
  const uitkomsten = await work.db
    .selectFrom('levering_controle')
    .select(['code', 'aantal', 'verwacht'])
    .where('levering_id', '=', id)
    .orderBy(sql`array_position(array['bsn', 'dagen', 'overlap', 'indicator'], code)`)
    .execute()
  return {
    cijfers: cijfers as (Leveringcijfer & { naam: string })[],
    weggelaten: weggelaten as Weggelaten[],
    controles: uitkomsten as Uitkomst[],
  }
}

export async function listVerslag(work: Work, id: Id, query: ListQuery) {
  const levering = await readLevering(work, id)
  if (isRejection(levering)) return levering
  const regels = verslagregels(levering)
  const start = (query.pagina - 1) * query.aantalPerPagina
  return { count: regels.length, results: regels.slice(start, start + query.aantalPerPagina) }
}
