import { beforeAll, describe, expect, it } from 'vitest'
import {
  registerAdrestoestemming,
  registerKlantcontact,
} from '../../src/modules/melding/server/klantcontact-commands.ts'
import { mergeDossiers } from '../../src/modules/opvolging/server/samenvoeg-commands.ts'
import { appRole, createPool } from '../../src/platform/db/connect.ts'
import type { Vrager } from '../../src/platform/work.ts'
import { useDatabase } from '../given/database.ts'
import { doe, type Ketenwereld, query } from '../given/keten-beeld.ts'
import { accepted, testPlatform } from '../given/platform.ts'
import { givenRegio } from '../given/regio.ts'
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
