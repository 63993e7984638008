import { type SelectQueryBuilder, sql } from 'kysely'
import type { DB } from '../../../platform/db/tables.ts'
import { type ListQuery, listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays } from '../../../shared/plain-date.ts'
import { isRejection, notFound } from '../../../shared/rejection.ts'
import type { Cijfer } from '../domain/contract.ts'
import { familieVan } from '../domain/openbare-indicatoren.ts'
import { checkPeriode, listPerioden, periodeNaam } from '../domain/rules.ts'
import { countOpenbaar, findRegel } from './tellen.ts'

/** Whether everyone can see the figures of this region today. */
async function isOpenData(work: Work): Promise<boolean> {
  const { rows } = await sql<{ aan: boolean }>`select onderdak.open_data_aan(${work.regioId}) as aan`.execute(
    work.db,
  )
  return rows[0]!.aan
}

/** What would go out. True numbers do not leave the server. */
export async function readVoorbeeld(work: Work, gevraagd: string | undefined) {
  const perioden = listPerioden(work.today)
  const periode = checkPeriode(gevraagd ?? perioden[0]!, work.today)
  if (isRejection(periode)) return periode
  const bestaande = await work.db
    .selectFrom('publicatie')
    .select('id')
    .where('regio_id', '=', work.regioId)
    .where('periode', '=', periode.periode)
    .where('status', '=', 'gepubliceerd')
    .executeTakeFirst()
  const geteld = await countOpenbaar(work, periode)
  return {
    periode: periode.periode,
    perioden: perioden.map((one) => ({ periode: one, naam: periodeNaam(one) })),
    van: periode.van,
    totEnMet: addDays(periode.tot, -1),
    ...(await findRegel(work)),
    isOpen: await isOpenData(work),
    bestaande: bestaande?.id ?? null,
    indicatoren: geteld.map(({ indicator, kaart, cijfers, controle }) => ({
      indicator,
      naam: kaart.naam,
      definitie: kaart.definitie,
      eenheid: kaart.eenheid,
      tijd: kaart.tijd,
      familie: familieVan(indicator),
      cijfers: [...cijfers],
      controle,
    })),
  }
}

function selectPublicaties(work: Work) {
  return work.db
    .selectFrom('publicatie as p')
    .innerJoin('gebruiker as g', 'g.id', 'p.gepubliceerd_door')
    .where('p.regio_id', '=', work.regioId)
}

async function readRijen(
  query: SelectQueryBuilder<DB & { p: DB['publicatie']; g: DB['gebruiker'] }, 'p' | 'g', object>,
) {
  const rows = await query
    .select(['p.id', 'p.periode', 'p.gepubliceerd_op', 'g.naam as door', 'p.status'])
    .select((e) => [
      e
        .selectFrom('publicatie_cijfer as c')
        .select((x) => x.fn.count<number>('c.waarde').as('n'))
        .whereRef('c.publicatie_id', '=', 'p.id')
        .as('getoond'),
      e
        .selectFrom('publicatie_cijfer as c')
        .select((x) => x.fn.count<number>('c.verborgen').as('n'))
        .whereRef('c.publicatie_id', '=', 'p.id')
        .as('verborgen'),
    ])
    .orderBy('p.gepubliceerd_op', 'desc')
    .execute()
  return rows.map(({ id, periode, gepubliceerd_op, door, status, getoond, verborgen }) => ({
    id,
    periode,
    periodeNaam: periodeNaam(periode),
    gepubliceerdOp: gepubliceerd_op.toISOString(),
    door,
    status: status as 'gepubliceerd' | 'ingetrokken',
    getoond: Number(getoond ?? 0),
    verborgen: Number(verborgen ?? 0),
  }))
}

export async function listRijen(work: Work, query: ListQuery) {
  return listPage(await readRijen(selectPublicaties(work)), query, '-periode')
}

export async function readPublicatie(work: Work, id: Id) {
  const [rij] = await readRijen(selectPublicaties(work).where('p.id', '=', id))
  if (!rij) return notFound('Deze publicatie')
  const rest = await work.db
    .selectFrom('publicatie')
    .select(['geheim_tot', 'afronding', 'intrekreden', 'ingetrokken_op'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const indicatoren = await work.db
    .selectFrom('publicatie_indicator')
    .select(['indicator', 'naam', 'definitie', 'eenheid', 'tijd'])
    .where('publicatie_id', '=', id)
    .orderBy('volgorde')
    .execute()
  const cijfers = await work.db
    .selectFrom('publicatie_cijfer')
    .select(['indicator', 'populatie', 'gebied', 'gebied_naam', 'waarde', 'grondslag', 'verborgen'])
    .where('publicatie_id', '=', id)
    .orderBy('populatie', 'desc')
    .orderBy(sql`gebied = 'regio'`, 'desc')
    .orderBy(sql`gebied = 'overig'`)
    .orderBy(sql`gebied_naam collate "und-x-icu"`)
    .execute()
  return {
    ...rij,
    geheimTot: rest.geheim_tot,
    afronding: rest.afronding,
    intrekreden: rest.intrekreden,
    ingetrokkenOp: rest.ingetrokken_op?.toISOString() ?? null,
    isOpen: await isOpenData(work),
    indicatoren: indicatoren.map((one) => ({
      ...one,
      tijd: one.tijd as 'stand' | 'periode',
      cijfers: cijfers
        .filter(({ indicator }) => indicator === one.indicator)
        .map(
          ({ indicator: _, gebied_naam, ...cijfer }) => ({ ...cijfer, gebiedNaam: gebied_naam }) as Cijfer,
        ),
    })),
  }
}
