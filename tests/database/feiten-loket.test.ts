import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import {
  registerAdrestoestemming,
  registerKlantcontact,
} from '../../src/modules/melding/server/klantcontact-commands.ts'
import { mergeDossiers } from '../../src/modules/opvolging/server/samenvoeg-commands.ts'
import { appRole, createPool } from '../../src/platform/db/connect.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import type { Vrager } from '../../src/platform/work.ts'
import { useDatabase } from '../given/database.ts'
import { doe, type Ketenwereld, query } from '../given/keten-beeld.ts'
import { accepted, testPlatform } from '../given/platform.ts'
import { givenRegio } from '../given/regio.ts'
import { dropDatabase, makeEmptyDatabase, migrationsDir } from '../given/template.ts'
import { givenPersoon } from '../given/verblijf.ts'

// Facts of the daklozenloket: what somebody wrote at the desk, and what of it may be counted.

const database = useDatabase()
let k: Ketenwereld
let loket: Vrager

beforeAll(async () => {
  const platform = testPlatform(database)
  platform.clock.set('2026-02-10')
  k = { database, platform, regio: await givenRegio(platform) }
  loket = await k.regio.als('loket', 'toegangsmedewerker')
}, 120_000)

const tel = (input: object) =>
  doe(k, loket, async (work) =>
    accepted(
      await registerKlantcontact(work, {
        op: work.today,
        soort: 'contact',
        leeftijdsklasse: 'vanaf_23',
        gezinKenmerk: null,
        ...input,
      }),
    ),
  )
const beslis = (input: object) =>
  doe(k, loket, async (work) =>
    accepted(
      await registerAdrestoestemming(work, { op: work.today, toestemming: true, reden: null, ...input }),
    ),
  )
const feiten = (feit: string, kolommen: string) =>
  query(k, `select ${kolommen} from onderdak.feit_${feit} where bekend_tot = 'infinity' order by sleutel`)
/** Whoever writes these down in the wrong place must still not be found in a count. */
const nooit = ['Familie Jansen', 'Belt steeds, woont bij zijn zus in de Kerkstraat']

describe('feiten van het loket', () => {
  it('een gezin is in elk gesprek hetzelfde, onder een getal dat niets zegt', async () => {
    for (const gezinKenmerk of [nooit[0], 'G-2', nooit[0]])
      await tel({ soort: 'gezinsgesprek', gezinKenmerk, gemeenteCode: 'GM0622' })
    const [eerste, tweede, derde] = await feiten(
      'klantcontact',
      'gezin, soort, gemeente_code, organisatie_id',
    )
    expect(eerste).toMatchObject({
      soort: 'gezinsgesprek',
      gemeente_code: 'GM0622',
      organisatie_id: k.regio.organisaties.loket,
    })
    expect(eerste.gezin).toMatch(/^[0-9a-f-]{36}$/)
    expect(derde.gezin).toBe(eerste.gezin)
    expect(tweede.gezin).not.toBe(eerste.gezin)
  })

  it('een gemeente die niet bij de regio hoort is van elders, vanaf de dag dat zij dat niet meer doet', async () => {
    await tel({ gemeenteCode: 'GM0599' })
    await tel({ vanElders: true })
    await tel({})
    const herkomst = async () =>
      (
        await query(
          k,
          `select gemeente_code as gemeente, van_elders as elders from onderdak.feit_klantcontact where soort = 'contact' and bekend_tot = 'infinity' order by sleutel`,
        )
      ).map(({ gemeente, elders }) => [gemeente, elders])
    expect(await herkomst()).toEqual([
      [null, true],
      [null, true],
      [null, false],
    ])
    k.platform.clock.advance(60_000)
    await query(
      k,
      `insert into onderdak.regio_gemeente (regio_id, gemeente_code, van) values ($1, 'GM0599', '2026-01-01')`,
      [k.regio.regioId],
    )
    expect((await herkomst())[0]).toEqual(['GM0599', false])
    await query(
      k,
      "update onderdak.regio_gemeente set tot = '2026-02-10' where regio_id = $1 and gemeente_code = 'GM0599'",
      [k.regio.regioId],
    )
    expect((await herkomst())[0]).toEqual([null, true])
    await query(k, "delete from onderdak.regio_gemeente where regio_id = $1 and gemeente_code = 'GM0599'", [
      k.regio.regioId,
    ])
    expect((await herkomst())[0]).toEqual([null, true])
  })

  it('van een beslissing is bekend of het mag en over wie het gaat, en niet waarom', async () => {
    const persoonId = await givenPersoon(k.platform, loket)
    const dubbel = await givenPersoon(k.platform, loket)
    await beslis({ persoonId, toestemming: false, reden: nooit[1], gemeenteCode: 'GM0622' })
    await beslis({ persoonId: dubbel, gemeenteCode: 'GM0599' })
    await beslis({ leeftijdsklasse: 'onder_23' })
    const eerst = await feiten('adrestoestemming', 'toestemming, pseudoniem, gemeente_code, van_elders')
    expect(
      eerst.map(({ toestemming, gemeente_code, van_elders }) => [toestemming, gemeente_code, van_elders]),
    ).toEqual([
      [false, 'GM0622', false],
      [true, null, true],
      [true, null, false],
    ])
    expect(eerst.map(({ pseudoniem }) => pseudoniem === null)).toEqual([false, false, true])
    expect(eerst[0].pseudoniem).not.toBe(persoonId)
    await doe(k, loket, async (work) =>
      accepted(
        await mergeDossiers(work, { persoonId: dubbel, opgegaanIn: persoonId, reden: 'Dezelfde man' }),
      ),
    )
    const [een, ander] = await feiten('adrestoestemming', 'pseudoniem')
    expect(ander.pseudoniem).toBe(een.pseudoniem)
  })

  it('zijn wat het register zegt', async () => {
    expect(await query(k, 'select * from onderdak.controleer_feiten()')).toEqual([])
  })

  it('wie telt leest er niets van wat iemand zelf opschreef', async () => {
    const pool = createPool({ url: database.url, role: appRole, max: 1 })
    try {
      await pool.query('begin')
      await pool.query("select set_config('app.regio', $1, true)", [k.regio.regioId])
      await pool.query('set local role onderdak_statistiek')
      const gelezen = await Promise.all(
        ['klantcontact', 'adrestoestemming'].map(
          async (feit) => (await pool.query(`select f::text as rij from onderdak.feit_${feit} f`)).rows,
        ),
      )
      expect(gelezen.map((rows) => rows.length > 0)).toEqual([true, true])
      const alles = JSON.stringify(gelezen)
      for (const woord of ['Jansen', 'Belt', 'zus', 'Kerkstraat']) expect(alles).not.toContain(woord)
    } finally {
      await pool.query('rollback')
      await pool.end()
    }
  })
})

describe('een regio die al telde', () => {
  it('houdt wat er was, bekend vanaf de dag zelf', async () => {
    const url = await makeEmptyDatabase(inject('templateUrl'))
    const pool = createPool({ url, role: 'login' })
    try {
      await migrate({ url, dir: migrationsDir, upTo: 61 })
      const [regio, loketje] = [randomUUID(), randomUUID()]
      await pool.query(`
        set search_path = onderdak, public;
        insert into regio (id, code, naam) values ('${regio}', 'OUD', 'Oude regio');
        insert into gemeente (code, naam) values ('GM0622', 'Vlaardingen'), ('GM0599', 'Rotterdam') on conflict do nothing;
        insert into organisatie (id, regio_id, naam, soort, van) values ('${loketje}', '${regio}', 'Loket', 'gemeente', '2020-01-01');
        insert into regio_gemeente (regio_id, gemeente_code, van) values ('${regio}', 'GM0622', '2020-01-01');
        insert into klantcontact (id, regio_id, organisatie_id, op, soort, gemeente_code, leeftijdsklasse, gezin_kenmerk)
          select gen_random_uuid(), '${regio}', '${loketje}', '2025-03-01', x.soort, x.gemeente, 'onbekend', x.gezin
          from (values ('contact', 'GM0622', null), ('contact', 'GM0599', null), ('gezinsgesprek', null, 'G'), ('gezinsgesprek', null, 'G')) x (soort, gemeente, gezin);
        insert into adrestoestemming (id, regio_id, organisatie_id, op, toestemming, leeftijdsklasse, reden) values (gen_random_uuid(), '${regio}', '${loketje}', '2025-03-01', false, 'onbekend', 'Woont elders')`)
      await migrate({ url, dir: migrationsDir })
      const { rows } = await pool.query(`
        select soort, gemeente_code, van_elders, count(*)::int as n, count(distinct gezin)::int as gezinnen, min(bekend_van at time zone 'Europe/Amsterdam')::text as bekend
        from onderdak.feit_klantcontact group by 1, 2, 3 order by 1, 2`)
      const bekend = '2025-03-01 00:00:00'
      expect(rows).toEqual([
        { soort: 'contact', gemeente_code: 'GM0622', van_elders: false, n: 1, gezinnen: 0, bekend },
        { soort: 'contact', gemeente_code: null, van_elders: true, n: 1, gezinnen: 0, bekend },
        { soort: 'gezinsgesprek', gemeente_code: null, van_elders: false, n: 2, gezinnen: 1, bekend },
      ])
      const toestemming = await pool.query(
        'select toestemming, pseudoniem from onderdak.feit_adrestoestemming',
      )
      expect(toestemming.rows).toEqual([{ toestemming: false, pseudoniem: null }])
      expect((await pool.query('select * from onderdak.controleer_feiten()')).rows).toEqual([])
    } finally {
      await pool.end()
      await dropDatabase(url)
    }
  })
})
