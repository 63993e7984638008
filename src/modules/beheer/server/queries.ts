import { sql } from 'kysely'
import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { permissies } from '../../../shared/permissies.ts'
import { notFound, type Rejection } from '../../../shared/rejection.ts'
import {
  configuratieTabellen,
  type getBeheeroverzicht,
  type listBronconflicten,
  type listGemeenten,
  type listOrganisaties,
  type listProducten,
  type listRollen,
  type listWijzigingen,
  type Organisatie,
} from '../domain/contract.ts'
import {
  criteria,
  escalatieniveau,
  ethosRegel,
  fase,
  instelling,
  keuze,
  mandaat,
  prioriteitsregel,
  productOvergang,
  productRegel,
  regioGemeente,
  rolPermissie,
  streefaantal,
  termijn,
  woningafspraak,
} from '../domain/soorten.ts'

type Out<E extends { response: z.ZodType }> = z.output<E['response']>

const tables = [
  termijn,
  instelling,
  keuze,
  productRegel,
  fase,
  escalatieniveau,
  ethosRegel,
  productOvergang,
  streefaantal,
  woningafspraak,
  criteria,
  prioriteitsregel,
  mandaat,
  regioGemeente,
  rolPermissie,
] as const

function organisaties(work: Work) {
  return work.db
    .selectFrom('organisatie as o')
    .leftJoin('gemeente as m', 'm.code', 'o.gemeente_code')
    .where('o.regio_id', '=', work.regioId)
}

function organisatieColumns(query: ReturnType<typeof organisaties>, work: Work) {
  return query.select((e) => [
    'o.id',
    'o.naam',
    'o.soort',
    'o.taken',
    'o.telefoon',
    'o.openingstijden',
    'o.bron',
    'o.van',
    'o.tot',
    'o.versie',
    'o.gemeente_code as gemeenteCode',
    'o.agb_code as agbCode',
    'o.kvk_nummer as kvkNummer',
    'm.naam as gemeente',
    e
      .selectFrom('gebruiker as g')
      .select((g) => g.fn.countAll<number>().as('n'))
      .whereRef('g.organisatie_id', '=', 'o.id')
      .where((g) => g.or([g('g.tot', 'is', null), g('g.tot', '>', work.today)]))
      .as('gebruikers'),
  ])
}

const orders: Readonly<Record<string, ReturnType<typeof sql>>> = {
  naam: sql`o.naam collate "und-x-icu"`,
  soort: sql`o.soort, o.naam collate "und-x-icu"`,
  gebruikers: sql`(select count(*) from gebruiker g where g.organisatie_id = o.id)`,
}

export async function findOrganisaties(
  work: Work,
  query: z.output<typeof listOrganisaties.query>,
): Promise<Out<typeof listOrganisaties>> {
  let found = organisaties(work)
  if (query.soort) found = found.where('o.soort', '=', query.soort)
  if (query.zoek) found = found.where('o.naam', 'ilike', `%${escapeLike(query.zoek)}%`)
  if (query.stand === 'actief')
    found = found.where((e) => e.or([e('o.tot', 'is', null), e('o.tot', '>', work.today)]))
  if (query.stand === 'beeindigd') found = found.where('o.tot', '<=', work.today)
  const { count } = await found.select((e) => e.fn.countAll<string>().as('count')).executeTakeFirstOrThrow()
  const descending = query.sorteer?.startsWith('-')
  const order = orders[query.sorteer?.replace(/^-/, '') ?? 'naam'] ?? orders.naam!
  const rows = await organisatieColumns(found, work)
    .orderBy(order, descending ? 'desc' : 'asc')
    .orderBy('o.id')
    .limit(query.aantalPerPagina)
    .offset((query.pagina - 1) * query.aantalPerPagina)
    .execute()
  return { count: Number(count), results: rows.map(toOrganisatie) }
}

export async function getOrganisatieById(
  work: Work,
  id: Id,
): Promise<z.output<typeof Organisatie> | Rejection> {
  const row = await organisatieColumns(organisaties(work), work).where('o.id', '=', id).executeTakeFirst()
  return row ? toOrganisatie(row) : notFound('Deze organisatie')
}

type OrganisatieRow = Awaited<ReturnType<ReturnType<typeof organisatieColumns>['execute']>>[number]

function toOrganisatie(row: OrganisatieRow): z.output<typeof Organisatie> {
  // The CHECK constraints of the table hold the same codes as the contract.
  const { soort, taken } = row as Pick<z.output<typeof Organisatie>, 'soort' | 'taken'>
  return { ...row, soort, taken, gebruikers: Number(row.gebruikers) }
}

export async function findProducten(work: Work): Promise<Out<typeof listProducten>> {
  const rows = await work.db
    .selectFrom('product')
    .select([
      'id',
      'code',
      'naam',
      'domein',
      'omschrijving',
      'nachtregistratie',
      'gezinnen',
      'toegang',
      'bron',
      'van',
      'tot',
      'versie',
    ])
    .where('regio_id', '=', work.regioId)
    .orderBy('domein')
    .orderBy(sql`naam collate "und-x-icu"`)
    .execute()
  return { producten: rows as Out<typeof listProducten>['producten'] }
}

export async function findRollen(work: Work): Promise<Out<typeof listRollen>> {
  const rollen = await work.db
    .selectFrom('rol')
    .select(['code', 'naam', 'omschrijving'])
    .orderBy('volgorde')
    .execute()
  return { rollen, permissies: Object.entries(permissies).map(([code, naam]) => ({ code, naam })) }
}

export async function findGemeenten(
  work: Work,
  query: z.output<typeof listGemeenten.query>,
): Promise<Out<typeof listGemeenten>> {
  let found = work.db.selectFrom('gemeente').select(['code', 'naam'])
  if (query.zoek)
    found = found.where((e) =>
      e.or([
        e('naam', 'ilike', `%${escapeLike(query.zoek!)}%`),
        e('code', 'ilike', `%${escapeLike(query.zoek!)}%`),
      ]),
    )
  return { gemeenten: await found.orderBy(sql`naam collate "und-x-icu"`).execute() }
}

export async function findBronconflicten(work: Work): Promise<Out<typeof listBronconflicten>> {
  const conflicten = await work.db
    .selectFrom('bronconflict')
    .select([
      'id',
      'onderwerp',
      'waarde_a as waardeA',
      'bron_a as bronA',
      'waarde_b as waardeB',
      'bron_b as bronB',
      'gebruikt',
      'toelichting',
    ])
    .where('regio_id', '=', work.regioId)
    .orderBy('onderwerp')
    .orderBy('id')
    .execute()
  return { conflicten }
}

/** What a coming change is told by, where the table has no name of its own. */
const naamkolommen: Readonly<Record<string, string>> = {
  product_regel: 'product_id',
  product_overgang: 'van_product_id',
  streefaantal: 'product_id',
  woningafspraak: 'gemeente_code',
  mandaat: 'gemeente_code',
  regio_gemeente: 'gemeente_code',
  rol_permissie: 'permissie',
  ethos_regel: 'code',
}

export async function getOverzicht(work: Work): Promise<Out<typeof getBeheeroverzicht>> {
  const { regioId, today } = work
  const regio = await work.db
    .selectFrom('regio')
    .select(['code', 'naam'])
    .where('id', '=', regioId)
    .executeTakeFirstOrThrow()
  const counts = await Promise.all(
    (['organisatie', 'gebruiker', 'product', 'bronconflict', ...tables.map((t) => t.tabel)] as const).map(
      async (tabel) => {
        const dated =
          tabel === 'bronconflict' ? sql`true` : sql`van <= ${today} and (tot is null or tot > ${today})`
        const { rows } = await sql<{ n: number }>`
          select count(*)::int as n from ${sql.table(tabel)} where regio_id = ${regioId} and ${dated}`.execute(
          work.db,
        )
        return [tabel, rows[0]!.n] as const
      },
    ),
  )
  const gepland: Out<typeof getBeheeroverzicht>['gepland'] = []
  for (const soort of tables) {
    const name = sql.ref(naamkolommen[soort.tabel] ?? 'naam')
    const { rows } = await sql<{ wat: string; op: string; begint: boolean }>`
      select * from (
        select ${name}::text as wat, van as op, true as begint from ${sql.table(soort.tabel)} where regio_id = ${regioId} and van > ${today}
        union all
        select ${name}::text, t.tot, false from ${sql.table(soort.tabel)} t where regio_id = ${regioId} and t.tot > ${today}
          and not exists (select 1 from ${sql.table(soort.tabel)} n where n.regio_id = t.regio_id and n.van = t.tot)
      ) gepland order by op, wat limit 20`.execute(work.db)
    gepland.push(...rows.map((row) => ({ ...row, onderdeel: soort.tabel })))
  }
  return {
    regio,
    aantallen: Object.fromEntries(counts),
    gepland: gepland.sort((a, b) => (a.op < b.op ? -1 : 1)).slice(0, 20),
  }
}

/** Changes of configuration, newest first. About rules only: gebeurtenissen with a persoon are not in it. */
export async function findWijzigingen(
  work: Work,
  query: z.output<typeof listWijzigingen.query>,
): Promise<Out<typeof listWijzigingen>> {
  const tabellen = query.tabel ? [query.tabel] : Object.keys(configuratieTabellen)
  const found = work.db
    .selectFrom('gebeurtenis as e')
    .leftJoin('gebruiker as g', 'g.id', 'e.gebruiker_id')
    .leftJoin('organisatie as o', 'o.id', 'e.onderwerp_id')
    .leftJoin('product as p', 'p.id', 'e.onderwerp_id')
    .leftJoin('gebruiker as b', 'b.id', 'e.onderwerp_id')
    .where('e.regio_id', '=', work.regioId)
    .where('e.persoon_id', 'is', null)
    .where('e.onderwerp_soort', 'in', tabellen)
  const { count } = await found.select((e) => e.fn.countAll<string>().as('count')).executeTakeFirstOrThrow()
  const rows = await found
    .select(['e.id', 'e.soort', 'e.op', 'e.vastgelegd_op', 'e.gegevens', 'g.naam'])
    .select((e) => e.fn.coalesce('o.naam', 'p.naam', 'b.naam').as('onderwerp'))
    .orderBy('e.vastgelegd_op', 'desc')
    .orderBy('e.id', 'desc')
    .limit(query.aantalPerPagina)
    .offset((query.pagina - 1) * query.aantalPerPagina)
    .execute()
  return {
    count: Number(count),
    results: rows.map((row) => {
      const gegevens = row.gegevens as {
        sleutel?: Record<string, unknown>
        reden?: string
        wijzigingen?: Record<string, [unknown, unknown]>
      }
      const wijzigingen = Object.entries(gegevens.wijzigingen ?? {}).map(([veld, [oud, nieuw]]) => ({
        veld: veld.replace(/^waarde\./, ''),
        oud: text(oud),
        nieuw: text(nieuw),
      }))
      return {
        id: row.id,
        soort: row.soort,
        sleutel: gegevens.sleutel ?? (row.onderwerp ? { naam: row.onderwerp } : {}),
        vanaf: row.op,
        reden: gegevens.reden ?? null,
        wijzigingen,
        verschil: wijzigingen.map(({ veld, oud, nieuw }) => `${veld}: van ${oud} naar ${nieuw}`).join('; '),
        door: row.naam ?? 'het systeem',
        op: row.vastgelegd_op.toISOString(),
      }
    }),
  }
}

function text(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'leeg'
  if (typeof value === 'boolean') return value ? 'ja' : 'nee'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

export function escapeLike(value: string): string {
  return value.replace(/[\\%_]/g, (sign) => `\\${sign}`)
}
