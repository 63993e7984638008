import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenPublicatie, givenVerblijvenden, setInstelling } from '../../../../tests/given/openbaar.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenProduct } from '../../../../tests/given/plek.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { appRole, createPool } from '../../../platform/db/connect.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { publish, withdraw } from './commands.ts'
import { readPublicatie, readVoorbeeld } from './queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let manager: Vrager
let opvang: Id
let vo: Id

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  manager = await regio.als('centrumgemeente', 'programmamanager')
  opvang = await givenProduct(platform, regio, { naam: 'Opvang', domein: 'MO' })
  vo = await givenProduct(platform, regio, { naam: 'Schuilhuis', domein: 'VO' })
  const add = (aantal: number, gemeente: string | null, productId: Id, van?: string) =>
    givenVerblijvenden(database, regio.regioId, { aantal, gemeente, productId, ...(van && { van }) })
  await add(103, 'GM0622', opvang)
  await add(62, 'GM0606', opvang)
  await add(3, null, opvang)
  await add(41, 'GM0606', vo)
  await add(33, 'GM0622', opvang, '2025-11-05')
  await add(6, 'GM0606', opvang, '2025-11-06')
  await add(9, 'GM0622', vo, '2025-11-07')
}, 60_000)

const als = <T>(run: Parameters<typeof workAs<T>>[2]) => workAs(platform, manager, run)
const voorbeeld = async (periode: string, indicator: string) => {
  const { indicatoren } = accepted(await als((work) => readVoorbeeld(work, periode)))
  const found = indicatoren.find((one) => one.indicator === indicator)!
  return {
    ...found,
    kort: found.cijfers.map(({ populatie, gebied, waarde, verborgen }) => [
      populatie,
      gebied,
      waarde ?? verborgen,
    ]),
  }
}

describe('wat er openbaar wordt', () => {
  it('een stand per kwartaal, afgerond op vijf, zonder vrouwenopvang; het totaal is wat de gemeenten samen zijn', async () => {
    expect((await voorbeeld('2025-4', 'verblijvenden')).kort).toEqual([
      ['zonder_vo', 'regio', 205],
      ['zonder_vo', 'GM0606', 70],
      ['zonder_vo', 'GM0622', 135],
      ['zonder_vo', 'overig', 'klein'],
    ])
  })

  it('is een gemeente te klein voor het geheel, dan alleen de regio', async () => {
    expect((await voorbeeld('2025-4', 'instroom')).kort).toEqual([
      ['zonder_vo', 'regio', 40],
      ['zonder_vo', 'GM0606', 'samen'],
      ['zonder_vo', 'GM0622', 'samen'],
      ['zonder_vo', 'overig', 'samen'],
    ])
  })

  it('vrouwenopvang alleen per jaar en alleen de hele regio', async () => {
    expect((await voorbeeld('2025', 'verblijvenden')).kort).toEqual([['vo', 'regio', 50]])
    const stroom = await voorbeeld('2025', 'instroom')
    expect(stroom.kort.filter(([populatie]) => populatie === 'vo')).toEqual([['vo', 'regio', 50]])
  })

  it('plekken zijn geen mensen en staan er zoals ze zijn', async () => {
    expect((await voorbeeld('2025-4', 'plekken')).kort[0]).toEqual(['zonder_vo', 'regio', 0])
  })

  it('een periode die nog loopt niet', async () => {
    expect(await als((work) => readVoorbeeld(work, '2026-1'))).toMatchObject({ code: 'periode_niet_voorbij' })
  })
})

describe('publiceren', () => {
  let id: Id

  it('legt vast wat het voorbeeld liet zien, en nergens het echte aantal', async () => {
    id = await givenPublicatie(platform, manager, '2025-4', ['verblijvenden', 'instroom'])
    const publicatie = accepted(await als((work) => readPublicatie(work, id)))
    expect(publicatie).toMatchObject({ status: 'gepubliceerd', getoond: 4, verborgen: 4, isOpen: false })
    const { rows } = await database.login.query('select waarde from onderdak.publicatie_cijfer order by 1')
    expect(rows.map(({ waarde }) => waarde)).toEqual([40, 70, 135, 205, null, null, null, null])
  })

  it('niet twee keer over een periode, en niet twee cijfers over dezelfde mensen', async () => {
    const kies = async (periode: string, gekozen: readonly string[]) => ({
      periode,
      indicatoren: await Promise.all(
        gekozen.map(async (indicator) => ({
          indicator,
          controle: (await voorbeeld(periode, indicator)).controle,
        })),
      ),
    })
    const nogEens = await kies('2025-4', ['uitstroom'])
    expect(await als((work) => publish(work, nogEens))).toMatchObject({ code: 'periode_al_openbaar' })
    const dubbel = await kies('2025-3', ['verblijvenden', 'kinderen_in_de_keten'])
    expect(await als((work) => publish(work, dubbel))).toMatchObject({
      code: 'cijfers_tellen_dezelfde_mensen',
    })
    const oud = await kies('2025-3', ['verblijvenden'])
    await givenVerblijvenden(database, regio.regioId, {
      aantal: 9,
      gemeente: 'GM0622',
      productId: opvang,
      van: '2025-08-01',
    })
    expect(await als((work) => publish(work, oud))).toMatchObject({ code: 'voorbeeld_verouderd' })
  })

  it('verandert nooit: niet de publicatie, niet haar cijfers, en er komt niets bij', async () => {
    const vast = { constraint: 'publicatie_staat_vast' }
    const weiger = (text: string) => expect(database.login.query(text)).rejects.toMatchObject(vast)
    await weiger("update onderdak.publicatie set periode = '2025-3'")
    await weiger('delete from onderdak.publicatie')
    await weiger('update onderdak.publicatie_cijfer set waarde = 210 where waarde = 205')
    await weiger('delete from onderdak.publicatie_cijfer')
    await weiger(
      `insert into onderdak.publicatie_indicator select publicatie_id, regio_id, 'nieuw', 99, naam, definitie, eenheid, tijd, teller, eigenaar, 1 from onderdak.publicatie_indicator limit 1`,
    )
  })

  it('de database weigert een klein of precies aantal mensen, vrouwenopvang in een kwartaal, en getallen die overlappen', async () => {
    const insert = (set: Record<string, string>) => {
      const kolommen = {
        ...{ publicatie_id: 'publicatie_id', regio_id: 'regio_id', soort: 'soort', geheim_tot: 'geheim_tot' },
        ...{ afronding: 'afronding', indicator: 'indicator', familie: 'familie', is_mensen: 'is_mensen' },
        ...{ populatie: 'populatie', gebied: "'GM0001'", gebied_naam: "'Proef'", van: 'van', tot: 'tot' },
        ...{ waarde: '20', grondslag: "'geteld'" },
        ...set,
      }
      return workAs(platform, manager, async () =>
        database.login.query(
          `with klok as (select set_config('app.nu', (select gepubliceerd_op::text from onderdak.publicatie where id = $1), false))
           insert into onderdak.publicatie_cijfer (${Object.keys(kolommen).join(', ')})
           select ${Object.values(kolommen).join(', ')} from onderdak.publicatie_cijfer, klok where publicatie_id = $1 and indicator = 'verblijvenden' and gebied = 'GM0606'`,
          [id],
        ),
      )
    }
    const weiger = async (set: Record<string, string>, constraint: string) =>
      expect(await insert(set).catch((error) => error)).toMatchObject({ constraint })
    await weiger({ waarde: '5' }, 'publicatie_cijfer_grof')
    await weiger({ waarde: '21' }, 'publicatie_cijfer_grof')
    await weiger({ populatie: "'vo'" }, 'publicatie_cijfer_vo_regio_jaar')
    await weiger({ gebied: "'GM0002'", van: "'2025-10-01'::date" }, 'publicatie_cijfer_dagen_overlappen_niet')
    await weiger(
      { gebied: "'regio'", populatie: "'zonder_vo'", indicator: "'instroom'" },
      'publicatie_cijfer_pkey',
    )
    await weiger(
      {
        familie: "'instroom'",
        van: "'2025-10-01'::date",
        tot: "'2026-01-01'::date",
        indicator: "'instroom'",
        gebied: "'GM0003'",
      },
      'publicatie_cijfer_gebieden_overlappen_niet',
    )
    await weiger({ gebied: "'GM0004'", indicator: "'instroom'" }, 'publicatie_cijfer_groepen_overlappen_niet')
    await database.login.query("select set_config('app.nu', '', false)")
  })
})

describe('wat overlapt met wat al openbaar is', () => {
  it('een jaar waarvan niet elk kwartaal te zien is blijft verborgen', async () => {
    expect((await voorbeeld('2025', 'instroom')).kort).toContainEqual(['zonder_vo', 'regio', 'eerder'])
    for (const kwartaal of ['2025-1', '2025-2', '2025-3'])
      await givenPublicatie(platform, manager, kwartaal, ['instroom'])
    // In the second quarter 103 and 62 came, in the third 9: shown as 165, and as 10.
    const { kort } = await voorbeeld('2025', 'instroom')
    expect(kort).toContainEqual(['zonder_vo', 'regio', 'eerder'])
    expect((await voorbeeld('2025-1', 'instroom')).kort[0]).toEqual(['zonder_vo', 'regio', 'klein'])
  })

  it('wie hetzelfde opnieuw publiceert houdt verborgen wat verborgen was', async () => {
    const { rows } = await database.login.query("select id from onderdak.publicatie where periode = '2025-1'")
    accepted(await als((work) => withdraw(work, { id: rows[0].id, reden: 'Er was te laat vastgelegd' })))
    expect(await als((work) => withdraw(work, { id: rows[0].id, reden: 'Nog eens' }))).toMatchObject({
      code: 'al_ingetrokken',
    })
    await givenVerblijvenden(database, regio.regioId, {
      aantal: 20,
      gemeente: 'GM0622',
      productId: opvang,
      van: '2025-02-01',
    })
    expect((await voorbeeld('2025-1', 'instroom')).kort[0]).toEqual(['zonder_vo', 'regio', 'eerder'])
    // What was not public yet is free.
    expect((await voorbeeld('2025-1', 'verblijvenden')).kort[0]).toEqual(['zonder_vo', 'regio', 20])
  })
})

describe('de rol van het publiek', () => {
  const alsPubliek = async (text: string) => {
    const pool = createPool({ url: database.url, role: appRole, max: 1 })
    try {
      await pool.query('begin')
      await pool.query("select set_config('app.vandaag', '2026-03-02', true)")
      await pool.query('set local role onderdak_publiek')
      return (await pool.query(text)).rows
    } finally {
      await pool.end()
    }
  }
  const cijfers = 'select c.waarde from onderdak.publicatie_cijfer c'

  it('leest gepubliceerde rijen en geen enkele andere tabel', async () => {
    const { rows } = await database.login.query(
      `select c.relname as tabel, a.attname as kolom from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relnamespace = 'onderdak'::regnamespace and c.relkind in ('r', 'v', 'p', 'm') and has_column_privilege('onderdak_publiek', c.oid, a.attnum, 'select, insert, update')`,
    )
    expect([...new Set(rows.map(({ tabel }) => tabel))].sort()).toEqual([
      'activiteit',
      'activiteit_dient',
      'activiteit_resultaat',
      'activiteit_stand',
      'activiteit_voortgang',
      'programma',
      'programmaonderdeel',
      'publicatie',
      'publicatie_cijfer',
      'publicatie_indicator',
      'resultaat_waarde',
    ])
    // Which body adopted a programma is public; which user wrote something is not.
    const door = rows
      .filter(({ kolom }) => kolom.endsWith('_door'))
      .map(({ tabel, kolom }) => `${tabel}.${kolom}`)
    expect(door).toEqual(['programma.vastgesteld_door'])
    expect(rows.filter(({ tabel, kolom }) => tabel.startsWith('activiteit') && kolom === 'reden')).toEqual([])
    const { rows: schrijven } = await database.login.query(
      `select c.relname from pg_class c where c.relnamespace = 'onderdak'::regnamespace and c.relkind in ('r', 'v', 'p', 'm')
       and has_table_privilege('onderdak_publiek', c.oid, 'insert, update, delete, truncate')`,
    )
    expect(schrijven).toEqual([])
    for (const tabel of ['persoon', 'verblijf', 'feit_verblijf', 'instelling', 'gebruiker', 'gebeurtenis'])
      await expect(alsPubliek(`select 1 from onderdak.${tabel}`)).rejects.toMatchObject({ code: '42501' })
    await expect(alsPubliek('select gepubliceerd_door from onderdak.publicatie')).rejects.toMatchObject({
      code: '42501',
    })
  })

  it('ziet niets zolang open data uit staat, en van wat is ingetrokken alleen de reden', async () => {
    expect(await alsPubliek(cijfers)).toEqual([])
    expect(await alsPubliek('select id from onderdak.publicatie')).toEqual([])
    await setInstelling(database, regio.regioId, 'open_data', 'ja')
    expect(await alsPubliek(`${cijfers} where c.indicator = 'verblijvenden' and c.gebied = 'regio'`)).toEqual(
      [{ waarde: 205 }],
    )
    const ingetrokken = await alsPubliek(
      "select id, intrekreden from onderdak.publicatie where status = 'ingetrokken'",
    )
    expect(ingetrokken).toMatchObject([{ intrekreden: 'Er was te laat vastgelegd' }])
    expect(await alsPubliek(`${cijfers} where c.publicatie_id = '${ingetrokken[0].id}'`)).toEqual([])
    await setInstelling(database, regio.regioId, 'open_data', 'nee')
  })
})
