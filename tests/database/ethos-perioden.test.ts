import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createPool } from '../../src/platform/db/connect.ts'
import { addDays } from '../../src/shared/plain-date.ts'
import { useDatabase } from '../given/database.ts'
import { idVan } from '../given/feiten.ts'
import { testPlatform } from '../given/platform.ts'
import { givenRegio } from '../given/regio.ts'

// The stretches of ETHOS Light as known now say of everybody on every day what ethos_op says, and that is what the first form of it said,
// which looked at one day at a time (migration 0046).

const database = useDatabase()
let regios: string[]
let pool: pg.Pool
let client: pg.PoolClient

beforeAll(async () => {
  const platform = testPlatform(database)
  platform.clock.set('2026-02-28')
  regios = [(await givenRegio(platform)).regioId, '00000000-0000-4000-8000-0000000000aa']
  pool = createPool({ url: database.url, role: 'login', max: 12 })
  client = await pool.connect()
  await client.query('set search_path = onderdak, public')
  await client.query("insert into regio (id, code, naam) values ($1, 'AND', 'Andere')", [regios[1]])
  await client.query(
    `insert into ethos_regel (regio_id, grond, code, klasse, van, tot) select $1, grond, code, klasse, van, tot from ethos_regel where regio_id = $2`,
    [regios[1], regios[0]],
  )
  const eerste = await readFile(new URL('../../db/migrations/0046_ethos.sql', import.meta.url), 'utf8')
  const begin = eerste.indexOf('create function ethos_op(')
  const tekst = eerste.slice(begin, eerste.indexOf('$$;', begin) + 3)
  await client.query(tekst.replace('ethos_op(', 'ethos_op_per_dag('))
})
afterAll(async () => {
  client.release()
  // A test that failed may still hold a connection; the database goes anyway.
  void pool.end()
})

const [BEGIN, DAGEN] = ['2025-10-20', 170] as const
/** Ends of months among them: a month before the 31st is a question of its own. */
const dag = fc.oneof(
  fc.integer({ min: 0, max: DAGEN }).map((n) => addDays(BEGIN, n)),
  fc.constantFrom(
    '2025-12-31',
    '2026-01-28',
    '2026-01-31',
    '2026-02-28',
    '2026-03-01',
    '2026-03-28',
    '2026-03-31',
  ),
)
const eind = fc.option(dag, { nil: null, freq: 2 })
const wie = fc.option(fc.integer({ min: 0, max: 2 }), { nil: null, freq: 8 })
const mens = fc.integer({ min: 0, max: 2 })
const producten = ['BW', 'Opvang', 'Nacht', 'Onbekend'] as const
const product = fc.constantFrom(...producten)
const periode = fc
  .tuple(dag, eind)
  .map(([a, b]) => ({ van: b !== null && b < a ? b : a, tot: b !== null && b < a ? a : b }))

const feit = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      naam: fc.constant('verblijf' as const),
      wie: mens,
      product,
      periode,
      soort: fc.constantFrom('regulier', 'time_out'),
      gereed: eind,
      bestemming: fc.constantFrom('straat', 'eigen_woning', 'vertrokken', null),
      gemeente: fc.constantFrom('GM0622', null),
    }),
  },
  fc.record({
    naam: fc.constant('wacht' as const),
    wie: mens,
    product,
    periode,
    overbrugging: fc.constantFrom('eigen_netwerk', 'opvang', 'geen'),
    kinderen: fc.integer({ min: 0, max: 2 }),
  }),
  {
    weight: 3,
    arbitrary: fc.record({
      naam: fc.constant('melding' as const),
      wie,
      op: dag,
      besloten: eind,
      gesloten: eind,
      woonsituatie: fc.constantFrom('straat', 'bij_anderen', 'eigen_woning', 'onbekend', null),
      kinderen: fc.integer({ min: 0, max: 2 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ naam: fc.constant('in_beeld' as const), wie, periode }) },
  { weight: 2, arbitrary: fc.record({ naam: fc.constant('huurcontract' as const), wie: mens, periode }) },
  fc.record({ naam: fc.constant('signaal' as const), wie, op: dag, ontruiming: eind, afgerond: eind }),
  fc.record({ naam: fc.constant('winternacht' as const), wie, op: dag }),
)
type Feit = typeof feit extends fc.Arbitrary<infer T> ? T : never

const nr = fc.integer({ min: 0, max: 30 })
const stap = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ doe: fc.constant('nieuw' as const), regio: fc.constantFrom(0, 0, 0, 1), feit }),
  },
  { weight: 3, arbitrary: fc.record({ doe: fc.constant('verbeter' as const), welk: nr, feit }) },
  fc.record({ doe: fc.constant('weg' as const), welk: nr }),
  fc.record({ doe: fc.constant('voeg_samen' as const), van: mens, naar: mens }),
  fc.record({
    doe: fc.constant('regel' as const),
    grond: fc.constantFrom(
      'domein MO',
      'domein BW',
      'verblijfsoort time_out',
      'uitstroom geen_woning',
      'woonsituatie straat',
      'bestemming straat',
      'winterkou nacht',
      'product nachtopvang',
    ),
    klasse: fc.constantFrom('E1', 'E4', 'niet'),
    op: dag,
  }),
  fc.record({ doe: fc.constant('product' as const), product, domein: fc.constantFrom('MO', 'BW', 'BT') }),
  { weight: 2, arbitrary: fc.record({ doe: fc.constant('leg_vast' as const) }) },
)
type Stap = typeof stap extends fc.Arbitrary<infer T> ? T : never

/** Columns of a fact as the register would have them. */
const productVan = (regio: string, woord: string) => idVan(`${regio} ${woord}`)

function rijVan(regio: string, f: Feit): Record<string, unknown> {
  const pseudoniem = f.wie === null ? null : idVan(`mens ${f.wie}`)
  if (f.naam === 'verblijf')
    return {
      pseudoniem,
      is_hoofd: true,
      heeft_reden: false,
      product_id: productVan(regio, f.product),
      soort: f.soort,
      ...f.periode,
      uitstroomgereed_op: f.gereed,
      bestemming: f.periode.tot === null ? null : f.bestemming,
      gemeente_code: f.gemeente,
    }
  if (f.naam === 'wacht')
    return {
      pseudoniem,
      product_id: productVan(regio, f.product),
      richting: 'instroom',
      gemeente_code: 'GM0622',
      personen: 1,
      kinderen: f.kinderen,
      gemeld_op: f.periode.van,
      besloten_op: f.periode.van,
      tot: f.periode.tot,
      overbrugging: f.overbrugging,
    }
  if (f.naam === 'melding')
    return {
      pseudoniem,
      meldingsdatum: f.op,
      besloten_op: f.besloten,
      gesloten_op: f.gesloten,
      woonsituatie: f.woonsituatie,
      kinderen: f.kinderen,
      volwassenen: 1,
      gemeente_code: 'GM0556',
      uiterlijk_op: f.op,
      is_spoed: false,
      slaapplek_vannacht: 'nee',
      vorige_geweigerd: false,
      is_herinstroom: false,
    }
  if (f.naam === 'in_beeld') return { pseudoniem, keer: 1, ...f.periode }
  if (f.naam === 'huurcontract')
    return {
      pseudoniem,
      soort: 'huurovereenkomst',
      gemeente_code: 'GM0622',
      begonnen_op: f.periode.van,
      geeindigd_op: f.periode.tot,
    }
  if (f.naam === 'signaal')
    return {
      pseudoniem,
      bron: 'partner',
      categorie: 'zorg',
      gemeld_op: f.op,
      oppakken_voor: f.op,
      ontruiming_op: f.ontruiming,
      afgerond_op: f.afgerond,
    }
  return { pseudoniem, nacht: f.op, gemeente_code: 'GM0622' }
}

async function voegToe(naam: string, rij: Record<string, unknown>): Promise<void> {
  const alle = Object.entries({ bekend_van: nu(), ...rij })
  await client.query(
    `insert into feit_${naam} (${alle.map(([kolom]) => kolom).join(', ')}) values (${alle.map((_, i) => `$${i + 1}`).join(', ')})`,
    alle.map(([, waarde]) => waarde),
  )
}
let tik = 0
const nu = () => new Date(Date.UTC(2026, 3, 20) + ++tik * 1000).toISOString()

const tabellen = [
  'verblijf',
  'wacht',
  'melding',
  'in_beeld',
  'huurcontract',
  'signaal',
  'winternacht',
] as const
type Bekend = { naam: (typeof tabellen)[number]; sleutel: string; regio: string }

/** What the register does to the facts, in as many transactions as there are steps "leg_vast". */
async function beleef(stappen: readonly Stap[]): Promise<void> {
  const bekend: Bekend[] = []
  const sluit = (b: Bekend) =>
    client.query(`update feit_${b.naam} set bekend_tot = $2 where sleutel = $1 and bekend_tot = 'infinity'`, [
      b.sleutel,
      nu(),
    ])
  await client.query('begin')
  for (const s of stappen) {
    if (s.doe === 'leg_vast') {
      await client.query('commit')
      await client.query('begin')
    } else if (s.doe === 'nieuw') {
      const b = { naam: s.feit.naam, sleutel: idVan(`zaak ${bekend.length}`), regio: regios[s.regio]! }
      bekend.push(b)
      await voegToe(b.naam, { regio_id: b.regio, sleutel: b.sleutel, ...rijVan(b.regio, s.feit) })
    } else if (s.doe === 'voeg_samen') {
      for (const naam of tabellen)
        await client.query(
          `update feit_${naam} set pseudoniem = $2 where pseudoniem = $1 and regio_id = $3 and bekend_tot = 'infinity'`,
          [idVan(`mens ${s.van}`), idVan(`mens ${s.naar}`), regios[0]],
        )
    } else if (s.doe === 'regel') {
      const [grond, code] = s.grond.split(' ')
      const sleutel = [regios[0], grond, code, s.op]
      await client.query(
        'delete from ethos_regel where regio_id = $1 and grond = $2 and code = $3 and van >= $4',
        sleutel,
      )
      await client.query(
        'update ethos_regel set tot = $4 where regio_id = $1 and grond = $2 and code = $3 and (tot is null or tot > $4)',
        sleutel,
      )
      await client.query(
        'insert into ethos_regel (regio_id, grond, code, van, klasse) values ($1, $2, $3, $4, $5)',
        [...sleutel, s.klasse],
      )
    } else if (s.doe === 'product') {
      await client.query('update feit_product set domein = $2 where sleutel = $1', [
        productVan(regios[0]!, s.product),
        s.domein,
      ])
    } else if (bekend.length > 0) {
      const b = bekend[s.welk % bekend.length]!
      await sluit(b)
      if (s.doe === 'verbeter' && s.feit.naam === b.naam)
        await voegToe(b.naam, { regio_id: b.regio, sleutel: b.sleutel, ...rijVan(b.regio, s.feit) })
    }
  }
  await client.query('commit')
}

async function leeg(): Promise<void> {
  await client.query('rollback')
  await client.query('begin')
  for (const naam of [...tabellen, 'product']) await client.query(`delete from feit_${naam}`)
  await client.query(`delete from ethos_regel`)
  await client.query(
    `insert into ethos_regel (regio_id, grond, code, klasse, van) select r.id, x.grond, x.code, x.klasse, '2020-01-01' from regio r cross join (values ('domein', 'MO', 'E3'), ('domein', 'BW', 'niet'), ('product', 'nachtopvang', 'E2'),
       ('verblijfsoort', 'time_out', 'niet'), ('winterkou', 'nacht', 'E2'), ('uitstroom', 'geen_woning', 'E4'), ('woonsituatie', 'straat', 'E1'), ('woonsituatie', 'bij_anderen', 'E6'), ('woonsituatie', 'eigen_woning', 'niet'),
       ('overbrugging', 'eigen_netwerk', 'E6'), ('overbrugging', 'opvang', 'E3'), ('bestemming', 'straat', 'E1'), ('bestemming', 'eigen_woning', 'niet'), ('woning', 'huurcontract', 'niet'), ('ontruiming', 'binnen_een_maand', 'E7')) x (grond, code, klasse)`,
  )
  for (const regio of regios)
    for (const [i, woord] of producten.slice(0, 3).entries())
      await voegToe('product', {
        regio_id: regio,
        sleutel: productVan(regio, woord),
        code: ['bw', 'opvang', 'nachtopvang'][i],
        domein: i === 0 ? 'BW' : 'MO',
        bekend_van: '2020-01-01',
      })
  await client.query('commit')
}

const kolommen = 'wie, klasse, zaak, grond, code, gemeente, product, aanbieder, kinderen'
/** Rows of one way of asking that the other does not have, on any day. */
async function verschil(regio: string, een: string, ander: string) {
  await client.query("select set_config('app.regio', $1, false)", [regio])
  const van = (bron: string) =>
    `select d::date as dag, ${kolommen} from generate_series(date '${BEGIN}' - 40, date '${BEGIN}' + ${DAGEN + 60}, interval '1 day') d cross join lateral ${bron}(d::date) e`
  const { rows } = await client.query(
    `(select '${een}', x.* from (${van(een)} except all ${van(ander)}) x) union all (select '${ander}', x.* from (${van(ander)} except all ${van(een)}) x) order by 2, 3 limit 6`,
  )
  return rows
}
const gezien = new Set<string | null>()
const gebroken = async () => (await client.query('select * from controleer_ethos()')).rows

describe('de perioden van ETHOS Light', () => {
  it('zeggen op elke dag wat ethos_op zegt, bij verbeteringen, samenvoegen, andere regels en andere producten', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(stap, { minLength: 4, maxLength: 30 }), async (stappen) => {
        await leeg()
        await beleef(stappen)
        expect(await gebroken()).toEqual([])
        for (const { grond } of (await client.query('select distinct grond from ethos_periode')).rows)
          gezien.add(grond)
        expect((await client.query('select * from ethos_herzien')).rows).toEqual([])
        for (const regio of regios) {
          expect(await verschil(regio, 'ethos_nu', 'ethos_op')).toEqual([])
          expect(await verschil(regio, 'ethos_op', 'ethos_op_per_dag')).toEqual([])
        }
      }),
      // The same histories each time: whether all grounds are seen must not be luck. Another ZAAD looks further.
      {
        numRuns: Number(process.env.RONDEN ?? 60),
        seed: Number(process.env.ZAAD ?? 20261129),
        endOnFailure: false,
      },
    )
    // Histories in which something never decides would prove nothing of it.
    expect([...gezien].map(String).sort()).toEqual([
      'bestemming',
      'domein',
      'null',
      'ontruiming',
      'overbrugging',
      'product',
      'uitstroom',
      'verblijfsoort',
      'winterkou',
      'woning',
      'woonsituatie',
    ])
  })
})

/** A transaction of its own, for who writes at the same moment. */
const lopend = new Set<pg.PoolClient>()
async function transactie() {
  const eigen = await pool.connect()
  lopend.add(eigen)
  await eigen.query('set search_path = onderdak, public')
  await eigen.query('begin')
  return {
    doe: (tekst: string, waarden: unknown[] = []) => eigen.query(tekst, waarden),
    klaar: async () => {
      lopend.delete(eigen)
      await eigen.query('commit').finally(() => eigen.release())
    },
  }
}
type Transactie = Awaited<ReturnType<typeof transactie>>

const straat = (t: Transactie, naam: string, dag: string) =>
  t.doe(
    `insert into feit_melding (regio_id, sleutel, pseudoniem, meldingsdatum, slaapplek_vannacht, is_spoed, volwassenen, kinderen, uiterlijk_op, vorige_geweigerd, is_herinstroom, woonsituatie, bekend_van)
     values ($1, $2, $3, $4, 'nee', false, 1, 0, $4, false, false, 'straat', now())`,
    [regios[0], idVan(`melding van ${naam} op ${dag}`), idVan(naam), dag],
  )
const inBeeld = (t: Transactie, naam: string, dag: string) =>
  t.doe(
    `insert into feit_in_beeld (regio_id, sleutel, keer, pseudoniem, van, bekend_van) values ($1, $2, 1, $3, $4, now())`,
    [regios[0], idVan(`${naam} in beeld`), idVan(naam), dag],
  )
/** What the end of a transaction does, already now: the other has to wait for it. */
const nuAl = (t: Transactie) => t.doe('set constraints all immediate')
const klasseVan = async (naam: string) =>
  (
    await client.query(`select klasse, van::text from ethos_periode where wie = $1 order by van`, [
      idVan(naam),
    ])
  ).rows

/** True once a connection waits for a lock. */
async function wacht(): Promise<boolean> {
  for (let i = 0; i < 200; i++) {
    const { rows } = await client.query("select 1 from pg_locks where locktype = 'advisory' and not granted")
    if (rows.length > 0) return true
    await new Promise((verder) => setTimeout(verder, 10))
  }
  return false
}

describe('een dag binnen een maand', () => {
  it('begint op de eerste dag waar een maand bij opgeteld niet te vroeg is, ook van de 29e tot en met de 31e', async () => {
    const { rows } = await client.query(
      `select b::date::text as dag from generate_series(date '2023-12-01', date '2025-03-31', interval '1 day') b
       where maand_ervoor(b::date) <> (select min(op)::date from generate_series(b - interval '35 days', b, interval '1 day') op where op::date + interval '1 month' >= b::date)`,
    )
    expect(rows).toEqual([])
  })
})

describe('tegelijk', () => {
  beforeAll(leeg)
  // A test that failed leaves nothing that another would wait for.
  afterEach(async () => {
    for (const eigen of lopend) await eigen.query('rollback').finally(() => eigen.release())
    lopend.clear()
  })

  it('wie op hetzelfde moment iets anders van iemand vastlegt, wacht en ziet dan beide', async () => {
    const [een, ander] = [await transactie(), await transactie()]
    await straat(een, 'Tegelijk', '2026-01-05')
    await inBeeld(ander, 'Tegelijk', '2026-01-02')
    await nuAl(een)
    const laatste = ander.klaar()
    expect(await wacht()).toBe(true)
    await een.klaar()
    await laatste
    expect(await klasseVan('Tegelijk')).toEqual([
      { klasse: 'onbekend', van: '2026-01-02' },
      { klasse: 'E1', van: '2026-01-05' },
    ])
    expect(await gebroken()).toEqual([])
  })

  it('wie een regel verandert, wacht op wie feiten vastlegt, en andersom', async () => {
    for (const eerst of ['regel', 'feit'] as const) {
      const naam = `Eerst ${eerst}`
      const [regel, feiten] = [await transactie(), await transactie()]
      const klasse = eerst === 'regel' ? 'E2' : 'E3'
      await regel.doe(
        "update ethos_regel set klasse = $2 where regio_id = $1 and code = 'straat' and grond = 'woonsituatie'",
        [regios[0], klasse],
      )
      await straat(feiten, naam, '2026-01-05')
      await inBeeld(feiten, naam, '2026-01-05')
      const [a, b] = eerst === 'regel' ? [regel, feiten] : [feiten, regel]
      await nuAl(a)
      const laatste = b.klaar()
      expect(await wacht()).toBe(true)
      await a.klaar()
      await laatste
      expect(await klasseVan(naam)).toEqual([{ klasse, van: '2026-01-05' }])
      expect(await gebroken()).toEqual([])
    }
  })

  it('velen tegelijk met dezelfde mensen in een andere volgorde staan elkaar niet in de weg', async () => {
    const t = await transactie()
    for (const naam of ['Velen 0', 'Velen 3']) await inBeeld(t, naam, '2025-12-01')
    await t.klaar()
    await Promise.all(
      Array.from({ length: 40 }, async (_, i) => {
        const t = await transactie()
        const mensen = Array.from(
          { length: 5 },
          (__, k) => `Velen ${(i * 7 + k * (i % 2 === 0 ? 1 : 4)) % 5}`,
        )
        for (const naam of mensen) await straat(t, naam, addDays('2026-01-01', i))
        await t.klaar()
      }),
    )
    expect(await klasseVan('Velen 3')).toHaveLength(41)
    expect(await gebroken()).toEqual([])
  })

  it('wat niet doorgaat laat niets achter', async () => {
    const t = await transactie()
    await inBeeld(t, 'Toch niet', '2026-01-05')
    await nuAl(t)
    await t.doe('rollback')
    await t.klaar()
    expect(await klasseVan('Toch niet')).toEqual([])
  })

  it('een periode die niet klopt komt aan het licht, en opnieuw maken herstelt haar', async () => {
    await client.query("update ethos_periode set klasse = 'E7' where wie = $1", [idVan('Tegelijk')])
    expect((await gebroken()).map(({ wat }) => wat)).toEqual([
      'ontbreekt',
      'ontbreekt',
      'klopt niet meer',
      'klopt niet meer',
    ])
    await client.query('select herbouw_ethos_perioden($1)', [regios[0]])
    expect(await gebroken()).toEqual([])
  })
})
