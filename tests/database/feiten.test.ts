import { beforeAll, describe, expect, it } from 'vitest'
import { closeOpvolging, setOpvolging } from '../../src/modules/opvolging/server/commands.ts'
import { mergeDossiers, splitDossiers } from '../../src/modules/opvolging/server/samenvoeg-commands.ts'
import { setUitstroomgereed, startSpoedverblijf } from '../../src/modules/verblijf/server/commands.ts'
import { appRole, createPool } from '../../src/platform/db/connect.ts'
import type { Vrager } from '../../src/platform/work.ts'
import type { Id } from '../../src/shared/id.ts'
import { useDatabase } from '../given/database.ts'
import { givenLangeKeten } from '../given/keten.ts'
import { doe, type Ketenwereld, query, versieVan } from '../given/keten-beeld.ts'
import { accepted, testPlatform } from '../given/platform.ts'
import { givenRegio } from '../given/regio.ts'
import { givenPersoon } from '../given/verblijf.ts'

// Facts: what the figures are counted from, under a pseudonym, with what was known when.

const database = useDatabase()
let k: Ketenwereld
let loket: Vrager
let plekken: readonly Id[]

beforeAll(async () => {
  const platform = testPlatform(database)
  platform.clock.set('2026-01-05')
  const regio = await givenRegio(platform)
  k = { database, platform, regio }
  const keten = await givenLangeKeten(platform, regio)
  loket = await regio.als('loket', 'toegangsmedewerker')
  plekken = keten.locaties.crisis.plekIds
}, 120_000)

const op = (dag: string) => k.platform.clock.set(dag)

async function plaats(persoonId: Id, plekId: Id): Promise<Id> {
  const { id } = await doe(k, loket, async (work) =>
    accepted(
      await startSpoedverblijf(work, {
        meldingId: null,
        persoonId,
        isNn: false,
        roepnaam: null,
        achternaam: null,
        geslacht: 'man',
        geboortejaar: null,
        volwassenen: 1,
        kinderen: 0,
        gemeenteCode: 'GM0622',
        hulpvraag: 'Kan nergens slapen',
        kanaal: 'balie',
        melderSoort: 'zelf',
        plekId,
        op: work.today,
        eindigVorigVerblijf: false,
        afwijkingReden: null,
        gezinReden: null,
      }),
    ),
  )
  return id
}

const versies = (verblijfId: Id) =>
  query(
    k,
    `select pseudoniem, van::text, uitstroomgereed_op::text as gereed, (bekend_van at time zone 'Europe/Amsterdam')::date::text as vanaf,
       case when bekend_tot < 'infinity' then (bekend_tot at time zone 'Europe/Amsterdam')::date::text end as tot
     from onderdak.feit_verblijf where sleutel = $1 order by bekend_van`,
    [verblijfId],
  )

/** The facts must always be what the register says now. */
const verschillen = async () => [
  ...(await query(k, 'select * from onderdak.controleer_feiten()')),
  ...(await query(k, 'select * from onderdak.controleer_bezetting()')),
  ...(await query(k, 'select * from onderdak.controleer_ethos()')),
]

describe('feiten', () => {
  let persoonId: Id
  let verblijfId: Id

  it('een verblijf is meteen een feit, onder een pseudoniem dat niets zegt', async () => {
    persoonId = await givenPersoon(k.platform, loket)
    verblijfId = await plaats(persoonId, plekken[0]!)
    const [feit] = await versies(verblijfId)
    expect(feit).toMatchObject({ van: '2026-01-05', gereed: null, vanaf: '2026-01-05', tot: null })
    expect(feit.pseudoniem).not.toBe(persoonId)
    expect(await verschillen()).toEqual([])
  })

  it('wat later bekend wordt, verandert niet wat eerder bekend was', async () => {
    op('2026-02-10')
    await doe(k, loket, async (work) =>
      accepted(
        await setUitstroomgereed(work, {
          verblijfId,
          versie: await versieVan(k, 'verblijf', verblijfId),
          op: '2026-02-01',
          wachtOp: 'herstel_niet_af',
        }),
      ),
    )
    expect(await versies(verblijfId)).toMatchObject([
      { gereed: null, vanaf: '2026-01-05', tot: '2026-02-10' },
      { gereed: '2026-02-01', vanaf: '2026-02-10', tot: null },
    ])
    expect(await verschillen()).toEqual([])
  })

  it('na samenvoegen telt het als één mens, en na losmaken weer als twee', async () => {
    const dubbel = await givenPersoon(k.platform, loket)
    const ander = await plaats(dubbel, plekken[1]!)
    const wie = async (id: Id) => (await versies(id)).at(-1)!.pseudoniem as string
    const eerst = [await wie(verblijfId), await wie(ander)]
    expect(new Set(eerst).size).toBe(2)
    // Two files of one person can not both stay somewhere: the second one left first.
    await query(
      k,
      `with weg as (update onderdak.verblijf_persoon set tot = van + 1 where verblijf_id = $1)
       update onderdak.verblijf set geeindigd_op = begonnen_op + 1, eindreden = 'vertrokken', bestemming = 'onbekend' where id = $1`,
      [ander],
    )
    op('2026-02-12')
    const { id: samenvoegingId } = await doe(k, loket, async (work) =>
      accepted(
        await mergeDossiers(work, { persoonId: dubbel, opgegaanIn: persoonId, reden: 'Dezelfde man' }),
      ),
    )
    expect(await wie(ander)).toBe(eerst[0])
    expect(await verschillen()).toEqual([])
    op('2026-02-13')
    await doe(k, loket, (work) => splitDossiers(work, { samenvoegingId, reden: 'Toch niet' }))
    expect([await wie(verblijfId), await wie(ander)]).toEqual(eerst)
    expect(await verschillen()).toEqual([])
  })

  it('wie op één dag uit beeld gaat en weer terugkomt, staat er twee keer', async () => {
    const wie = await givenPersoon(k.platform, loket)
    const stap = () =>
      doe(k, loket, async (work) => {
        await setOpvolging(work, { persoonId: wie }, { volgendeStap: 'Bellen', volgendeStapOp: work.today })
        return undefined
      })
    const dicht = () =>
      doe(k, loket, (work) =>
        closeOpvolging(
          work,
          { persoonId: wie },
          { reden: 'geen_hulp_nodig', toelichting: 'Belt zelf', op: work.today },
        ),
      )
    await stap()
    for (const wat of [dicht, stap, dicht, stap]) {
      k.platform.clock.advance(60_000)
      await wat()
    }
    const spellen = await query(
      k,
      `select keer, tot - van as dagen from onderdak.feit_in_beeld where bekend_tot = 'infinity' and sleutel = (select id from onderdak.opvolging where persoon_id = $1) order by keer`,
      [wie],
    )
    expect(spellen).toEqual([
      { keer: 1, dagen: 0 },
      { keer: 2, dagen: 0 },
      { keer: 3, dagen: null },
    ])
    expect(await verschillen()).toEqual([])
  })

  it('elk feit is met een index te vinden aan zijn sleutel, hoeveel er ook zijn', async () => {
    const { rows } = await database.login.query<{ feit: string }>(`
      select c.relname as feit from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'sleutel'
      where c.relnamespace = 'onderdak'::regnamespace and c.relkind = 'r' and c.relname like 'feit\\_%'
        and not exists (select 1 from pg_index i where i.indrelid = c.oid and i.indkey[0] = a.attnum)`)
    expect(rows).toEqual([])
  })

  it('een feit dat niet klopt, komt aan het licht', async () => {
    await query(
      k,
      "update onderdak.feit_verblijf set van = van - 1 where sleutel = $1 and bekend_tot = 'infinity'",
      [verblijfId],
    )
    expect((await verschillen()).map(({ feit, sleutel, wat }) => [feit, sleutel, wat])).toEqual([
      ['verblijf', verblijfId, 'ontbreekt'],
      ['verblijf', verblijfId, 'klopt niet meer'],
    ])
    await query(
      k,
      "update onderdak.feit_verblijf set van = van + 1 where sleutel = $1 and bekend_tot = 'infinity'",
      [verblijfId],
    )
  })

  it('een maand van de bezetting die niet de som van haar dagen is, komt aan het licht en is opnieuw te maken', async () => {
    await query(k, "update onderdak.bezetting_maand set mensen = mensen + 1 where maand = '2026-01-01'")
    expect((await verschillen()).map(({ dag }) => dag)).toContain('2026-01-01')
    await query(k, 'select onderdak.herreken_bezetting()')
    expect(await verschillen()).toEqual([])
  })
})

describe('de rol van de statistiek', () => {
  it('leest feiten en configuratie, en geen enkele tabel met een naam, nummer, adres of vrije tekst', async () => {
    const rows = await query(
      k,
      `select c.relname as tabel, a.attname as kolom from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relnamespace = 'onderdak'::regnamespace and c.relkind in ('r', 'v', 'p', 'm') and has_column_privilege('onderdak_statistiek', c.oid, a.attnum, 'select') order by 1, 2`,
    )
    const tabellen = [...new Set(rows.map((row) => row.tabel as string))]
    expect(tabellen.filter((tabel) => !tabel.startsWith('feit_'))).toEqual([
      'bezetting_maand',
      'bezetting_stap',
      'ethos_periode',
      'ethos_regel',
    ])
    expect(tabellen).toHaveLength(24)
    expect(tabellen).toEqual(
      expect.arrayContaining(['feit_adrestoestemming', 'feit_clientprofiel', 'feit_klantcontact']),
    )
    // Of a person the key is the person itself.
    expect(rows.filter((row) => row.tabel === 'feit_persoon' && row.kolom === 'sleutel')).toEqual([])
    expect(
      rows.filter((row) =>
        /naam|bsn|adres|tekst|toelichting|telefoon|mail|motivering|hulpvraag|geboortedatum|persoon_id|kenmerk/.test(
          row.kolom,
        ),
      ),
    ).toEqual([])
  })

  it('kan in geen feit een zin lezen: elke tekst is een code, dat houdt de database vast', async () => {
    const rows = await query(
      k,
      `select c.relname || '.' || a.attname as kolom from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relnamespace = 'onderdak'::regnamespace and c.relname like 'feit\\_%' and has_column_privilege('onderdak_statistiek', c.oid, a.attnum, 'select')
         and a.atttypid not in ('uuid'::regtype, 'date'::regtype, 'timestamptz'::regtype, 'int'::regtype, 'boolean'::regtype)
         and not exists (select 1 from pg_constraint x where x.conrelid = c.oid and x.conname = c.relname || '_' || a.attname || '_is_code')`,
    )
    expect(rows).toEqual([])
  })

  it('ziet alleen de eigen regio, en komt nergens anders bij', async () => {
    const pool = createPool({ url: database.url, role: appRole, max: 1 })
    try {
      const als = async (text: string, regio: Id) => {
        await pool.query('begin')
        try {
          await pool.query("select set_config('app.regio', $1, true)", [regio])
          await pool.query('set local role onderdak_statistiek')
          return (await pool.query(text)).rows
        } finally {
          await pool.query('rollback')
        }
      }
      expect(await als('select 1 from onderdak.feit_verblijf', k.regio.regioId)).not.toEqual([])
      expect(await als('select 1 from onderdak.feit_verblijf', k.platform.newId())).toEqual([])
      const dicht = await query(
        k,
        "select relname as naam from pg_class where relnamespace = 'onderdak'::regnamespace and relkind = 'v' and relname like 'nu\\_%'",
      )
      const register = [
        'persoon',
        'pseudoniem',
        'gezinspseudoniem',
        'verblijf',
        'gebeurtenis',
        'klantcontact',
      ]
      const overzichten = dicht.map((row) => row.naam as string)
      expect(overzichten).toEqual(
        expect.arrayContaining(['nu_adrestoestemming', 'nu_clientprofiel', 'nu_klantcontact', 'nu_verblijf']),
      )
      for (const tabel of [...register, 'adrestoestemming', ...overzichten])
        await expect(als(`select 1 from onderdak.${tabel}`, k.regio.regioId)).rejects.toMatchObject({
          code: '42501',
        })
      await expect(database.app.query('select 1 from onderdak.feit_verblijf')).rejects.toMatchObject({
        code: '42501',
      })
      await expect(als('select onderdak.controleer_feiten()', k.regio.regioId)).rejects.toMatchObject({
        code: '42501',
      })
    } finally {
      await pool.end()
    }
  })
})
