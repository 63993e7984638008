import { routes } from '../../../src/app/modules.ts'
import type { Route } from '../../../src/platform/http/route.ts'
import { createServer } from '../../../src/platform/http/server.ts'
import type { Vrager } from '../../../src/platform/work.ts'
import type { Id } from '../../../src/shared/id.ts'
import type { TestDatabase } from '../database.ts'
import { givenMandaat } from '../dossier.ts'
import { testPlatform } from '../platform.ts'
import { givenLocatie, givenProduct } from '../plek.ts'
import { givenRegio } from '../regio.ts'

/** Who asks: enough to open a session. */
export type Vraagsteller = Pick<Vrager, 'gebruikerId' | 'rol' | 'naam'>

/** One change that is accepted as it stands; making it again makes a new record to change. */
export interface Schrijfproef {
  readonly als: Vraagsteller
  /** Fills the parameter in the path. */
  readonly id?: string
  readonly body?: object
  /** The same route with another body, where changing one field of `body` does not give a sound one. */
  readonly anders?: object
  /** An edit by someone else that makes `body.versie` stale. */
  readonly eerder?: Wijziging
}

export interface Wijziging {
  readonly als: Vraagsteller
  readonly route: string
  readonly id?: string
  readonly body: object
  /** What the same person did before that. */
  readonly eerst?: Wijziging
}

export type Schrijfproeven = Record<string, (w: Schrijfwereld) => Promise<Schrijfproef>>
export type Schrijfwereld = Awaited<ReturnType<typeof givenSchrijfwereld>>

export const nameOf = (route: Route) => `${route.endpoint.method} ${route.endpoint.path}`

/** A region with users in each role of the chain, reached through the API only. */
export async function givenSchrijfwereld(database: TestDatabase) {
  const platform = testPlatform(database)
  const regio = await givenRegio(platform)
  const server = await createServer({ platform, routes, isDemo: true, publicUrl: 'http://127.0.0.1:1' })
  await server.app.ready()
  const sessies = new Map<string, string>()
  let serial = 0

  async function tokenOf({ gebruikerId, rol }: Vraagsteller): Promise<string> {
    const known = sessies.get(`${gebruikerId} ${rol}`)
    if (known) return known
    const token = await server.sessions.start(gebruikerId!, rol, '127.0.0.1', 'test')
    sessies.set(`${gebruikerId} ${rol}`, token)
    return token
  }

  /** Sends a change; `sleutel: null` leaves the Idempotency-Key out. */
  async function stuur(
    als: Vraagsteller,
    route: string,
    input: { id?: string; body?: object; sleutel?: string | null } = {},
  ) {
    const [method, path] = route.split(' ') as ['POST', string]
    const token = await tokenOf(als)
    const sleutel = input.sleutel === undefined ? nieuweSleutel() : input.sleutel
    return server.app.inject({
      method,
      url: `/api/v1${path.replace(/:\w+/, input.id ?? '')}`,
      cookies: { onderdak: token },
      headers: {
        'x-csrf-token': platform.cipher.sign('csrf', token),
        ...(sleutel !== null && { 'idempotency-key': sleutel }),
      },
      ...(input.body && { payload: input.body }),
    })
  }

  /** Does what someone else did meanwhile. */
  async function doeEerder({ als, route, body, id, eerst }: Wijziging): Promise<void> {
    if (eerst) await doeEerder(eerst)
    await doe(als, route, body, id)
  }

  /** The same for arranging: the answer, or an error that shows why it was refused. */
  async function doe(als: Vraagsteller, route: string, body?: object, id?: string): Promise<Antwoord> {
    const answer = await stuur(als, route, { ...(id && { id }), ...(body && { body }) })
    if (answer.statusCode >= 300) throw new Error(`${route}: ${answer.statusCode} ${answer.body}`)
    return answer.json()
  }

  const nieuweSleutel = () => `schrijven-${++serial}`
  const mo = await givenProduct(platform, regio, { domein: 'MO', maximum: { aantal: 12, eenheid: 'weken' } })
  const bw = await givenProduct(platform, regio, { domein: 'BW' })
  await database.login.query(
    "update onderdak.product set toegang = case when id = $1 then 'direct' else 'beschikking' end",
    [mo],
  )
  for (const gemeenteCode of ['GM0622', 'GM0606'])
    await givenMandaat(platform, regio.systeem, {
      gemeenteCode,
      organisatieId: regio.organisaties.rogplus,
      domein: 'BW',
    })

  return {
    database,
    platform,
    regio,
    stuur,
    doe,
    doeEerder,
    nieuweSleutel,
    /** A number that occurs once, for names and codes that must be unique. */
    volgnummer: () => ++serial,
    loket: await regio.als('loket', 'toegangsmedewerker'),
    collega: await regio.als('loket', 'consulent_daklozenloket'),
    wachtlijstbeheerder: await regio.als('loket', 'wachtlijstbeheerder'),
    planner: await regio.als('aanbieder', 'aanbieder_planner'),
    beslisser: await regio.als('rogplus', 'centrumgemeente_beslisser'),
    beheerder: await regio.als('centrumgemeente', 'functioneel_beheerder'),
    andereBeheerder: await regio.als('loket', 'functioneel_beheerder'),
    privacyOfficer: await regio.als('centrumgemeente', 'privacy_officer'),
    /** A product that needs no decision, and one that needs a beschikking. */
    mo,
    bw,
    locatie: (plekken = 1) =>
      givenLocatie(platform, regio, {
        productId: mo,
        plekken: Array.from({ length: plekken }, () => ({ personenMaximum: 4 })),
      }),
    /** Every table with its number of rows and a sum over their content, work to be done included. */
    async stand(): Promise<Record<string, string>> {
      const { rows: tabellen } = await database.login.query<{ naam: string }>(
        `select relname as naam from pg_class c where relnamespace = 'onderdak'::regnamespace and relkind in ('r', 'p')
           and not relispartition`,
      )
      const delen = tabellen.map(
        ({ naam }) =>
          `select '${naam}' as naam, concat(count(*), ' ', sum(hashtextextended(t::text, 0)::numeric)) as stand from onderdak.${naam} t`,
      )
      // Starting helpers for some two hundred small tables takes longer than reading them.
      await database.login.query('set max_parallel_workers_per_gather = 0')
      const { rows } = await database.login.query<{ naam: string; stand: string }>(
        `${delen.join(' union all ')} union all select 'taken', count(*)::text from graphile_worker.jobs`,
      )
      return Object.fromEntries(rows.map(({ naam, stand }) => [naam, stand]))
    },
  }
}

export interface Antwoord extends Record<string, unknown> {
  readonly id: Id
  readonly versie: number
}

/** The version of a record, as a screen that was just opened has it. */
export const versieVan = async (w: Schrijfwereld, tabel: string, id: string) =>
  (await w.database.login.query(`select versie from onderdak.${tabel} where id = $1`, [id])).rows[0]
    .versie as number
