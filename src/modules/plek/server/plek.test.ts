import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenLocatie, givenProduct } from '../../../../tests/given/plek.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Id } from '../../../shared/id.ts'
import { listBord } from './bord-queries.ts'
import {
  changeLocatie,
  changeVoorziening,
  endPlek,
  registerLocatie,
  registerPlek,
  registerPlekken,
  registerVoorziening,
} from './commands.ts'
import { listGraden, listKalender } from './kalender-queries.ts'
import { changeOpening, confirmStand, takeIntoUse, takeOutOfUse } from './locatie-commands.ts'
import { checkRuimte, findVrijePlekken, listBezetting, lockLocatie } from './lookup.ts'
import { findAdres, findLocatieDetail, findVoorzieningMetLocaties, listVoorzieningRijen } from './queries.ts'
import { listSpreidingRijen } from './spreiding-queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let product: Id

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  product = await givenProduct(platform, regio)
})

const bord = { pagina: 1, aantalPerPagina: 200, personen: 1 }

describe('wie wat beheert (invariant 6)', () => {
  it('een planner beheert alleen de eigen voorzieningen; functioneel beheer alle', async () => {
    const { voorzieningId } = await givenLocatie(platform, regio, { productId: product, plekken: [{}] })
    const locatie = { voorzieningId, naam: 'Nieuw', gemeenteCode: 'GM0622', van: '2026-01-01' }
    const other = await regio.als('andereAanbieder', 'aanbieder_planner')
    expect(await workAs(platform, other, (work) => registerLocatie(work, locatie))).toMatchObject({
      code: 'geen_recht',
      status: 403,
    })
    const own = await regio.als('aanbieder', 'aanbieder_planner')
    accepted(await workAs(platform, own, (work) => registerLocatie(work, locatie)))
    const beheerder = await regio.als('centrumgemeente', 'functioneel_beheerder')
    accepted(
      await workAs(platform, beheerder, (work) => registerLocatie(work, { ...locatie, naam: 'Nog een' })),
    )
  })

  it('een voorziening kan niet naar een andere organisatie worden geschoven of worden ingepikt', async () => {
    const { voorzieningId } = await givenLocatie(platform, regio, { productId: product, plekken: [{}] })
    const own = await regio.als('aanbieder', 'aanbieder_planner')
    const other = await regio.als('andereAanbieder', 'aanbieder_planner')
    const change = {
      id: voorzieningId,
      versie: 1,
      code: 'X1',
      naam: 'Anders',
      soort: 'verblijf' as const,
      domein: 'MO' as const,
      bereik: 'lokaal' as const,
      organisatieId: regio.organisaties.andereAanbieder,
      van: '2020-01-01',
    }
    for (const vrager of [own, other])
      expect(await workAs(platform, vrager, (work) => changeVoorziening(work, change))).toMatchObject({
        code: 'geen_recht',
      })
  })

  it('de stand bevestigt alleen de eigen aanbieder, en dan is zij niet meer verouderd', async () => {
    const { locatieId } = await givenLocatie(platform, regio, { productId: product, plekken: [{}] })
    const row = async () =>
      (await workAs(platform, regio.systeem, (work) => listBord(work, { ...bord, locatieId }))).results[0]!
    expect(await row()).toMatchObject({ verouderd: true, bevestigdOp: null })
    const other = await regio.als('andereAanbieder', 'aanbieder_begeleider')
    expect(await workAs(platform, other, (work) => confirmStand(work, locatieId))).toMatchObject({
      code: 'geen_recht',
    })
    const own = await regio.als('aanbieder', 'aanbieder_begeleider')
    accepted(await workAs(platform, own, (work) => confirmStand(work, locatieId)))
    expect(await row()).toMatchObject({
      verouderd: false,
      bevestigdDoor: 'Proef aanbieder_begeleider aanbieder',
    })
    platform.clock.advance(24 * 3_600_000 + 1)
    expect((await row()).verouderd).toBe(true)
    platform.clock.set('2026-03-02')
  })
})

describe('wat geweigerd wordt en waarom', () => {
  it('dubbele namen en codes, tijdelijke plekken zonder einde, onbekende kenmerken', async () => {
    const { locatieId } = await givenLocatie(platform, regio, { productId: product, plekken: [{}] })
    const plek = { locatieId, productId: product, naam: 'Plek 1', van: '2026-01-01' }
    const planner = await regio.als('aanbieder', 'aanbieder_planner')
    const tryPlek = (more: object) =>
      workAs(platform, planner, (work) => registerPlek(work, { ...plek, naam: 'Plek 9', ...more }))
    expect(await tryPlek({ naam: 'Plek 1' })).toMatchObject({ code: 'plek_naam_bestaat', field: 'naam' })
    expect(await tryPlek({ tijdelijkReden: 'winterkou' })).toMatchObject({ code: 'tijdelijk_zonder_einde' })
    expect(await tryPlek({ kenmerken: ['zeezicht'] })).toMatchObject({ code: 'kenmerk_onbekend' })
    expect(await tryPlek({ tot: '2026-01-01' })).toMatchObject({ code: 'einde_voor_begin' })
    expect(await tryPlek({ productId: planner.organisatieId })).toMatchObject({ code: 'product_onbekend' })
    const voorziening = {
      organisatieId: planner.organisatieId,
      code: 'DUBBEL',
      naam: 'A',
      soort: 'inloop' as const,
      domein: 'MO' as const,
      bereik: 'lokaal' as const,
      van: '2026-01-01',
    }
    accepted(await workAs(platform, planner, (work) => registerVoorziening(work, voorziening)))
    expect(await workAs(platform, planner, (work) => registerVoorziening(work, voorziening))).toMatchObject({
      code: 'voorziening_code_bestaat',
    })
  })

  it('een externe plek heeft geen adres, ook niet als de toets wordt overgeslagen', async () => {
    const { voorzieningId } = await givenLocatie(platform, regio, { productId: product, plekken: [{}] })
    const extern = { voorzieningId, naam: 'Terneuzen', isExtern: true, van: '2026-01-01' }
    expect(
      await workAs(platform, regio.systeem, (work) =>
        registerLocatie(work, { ...extern, adres: 'Straat 1' }),
      ),
    ).toMatchObject({ code: 'extern_zonder_adres' })
    const { id } = accepted(await workAs(platform, regio.systeem, (work) => registerLocatie(work, extern)))
    await expect(
      database.login.query("update onderdak.locatie set adres_versleuteld = 'x' where id = $1", [id]),
    ).rejects.toThrow(/locatie_extern_zonder_adres/)
  })

  it('wie een oude versie wijzigt hoort wie wat veranderde', async () => {
    const { locatieId, voorzieningId } = await givenLocatie(platform, regio, {
      productId: product,
      plekken: [{}],
    })
    const planner = await regio.als('aanbieder', 'aanbieder_planner')
    const change = {
      id: locatieId,
      versie: 1,
      voorzieningId,
      naam: 'Kade',
      gemeenteCode: 'GM0622',
      van: '2020-01-01',
    }
    accepted(await workAs(platform, planner, (work) => changeLocatie(work, { ...change, adres: 'Kade 1' })))
    expect(await workAs(platform, planner, (work) => changeLocatie(work, change))).toMatchObject({
      code: 'versie_verouderd',
      // That there is an address now, never which.
      wijzigingen: [
        { veld: 'naam', nieuw: 'Kade' },
        { veld: 'adres', oud: 'leeg', nieuw: 'een adres' },
      ],
    })
    accepted(await workAs(platform, planner, (work) => changeLocatie(work, { ...change, versie: 2 })))
    expect(await workAs(platform, planner, (work) => findAdres(work, locatieId))).toEqual({ adres: 'Kade 1' })
  })
})

describe('capaciteit per dag', () => {
  it('buiten gebruik telt in de eigen dagen, en een tijdelijke plek in de eigen periode', async () => {
    const { locatieId, plekIds } = await givenLocatie(platform, regio, {
      productId: product,
      plekken: [{}, {}, { tijdelijkReden: 'winterkou', van: '2026-03-05', tot: '2026-03-07' }],
    })
    const planner = await regio.als('aanbieder', 'aanbieder_planner')
    const out = {
      plekId: plekIds[0]!,
      van: '2026-03-03',
      tot: '2026-03-06',
      reden: 'onderhoud',
      toelichting: null,
    }
    const { id } = accepted(await workAs(platform, planner, (work) => takeOutOfUse(work, out)))
    expect(
      await workAs(platform, planner, (work) => takeOutOfUse(work, { ...out, van: '2026-03-05', tot: null })),
    ).toMatchObject({ code: 'al_buiten_gebruik' })
    const days = async () => {
      const { rijen } = await workAs(platform, planner, (work) =>
        listKalender(work, {
          locatieId,
          van: '2026-03-02',
          weken: 1,
          personen: 1,
          pagina: 1,
          aantalPerPagina: 25,
        }),
      )
      return rijen[0]!.dagen.map((dag) => `${dag.totaal}/${dag.buitenGebruik}/${dag.vrij}`)
    }
    expect(await days()).toEqual(['2/0/2', '2/1/1', '2/1/1', '3/1/2', '3/0/3', '2/0/2', '2/0/2'])
    accepted(await workAs(platform, planner, (work) => takeIntoUse(work, { id, tot: '2026-03-04' })))
    expect(await days()).toEqual(['2/0/2', '2/1/1', '2/0/2', '3/0/3', '3/0/3', '2/0/2', '2/0/2'])
  })

  it('voegt veel plekken in één keer toe, alles of niets', async () => {
    const { locatieId } = await givenLocatie(platform, regio, { productId: product, plekken: [{}] })
    const many = (naam: (i: number) => string) =>
      workAs(platform, regio.systeem, (work) =>
        registerPlekken(work, {
          plekken: Array.from({ length: 2500 }, (_, i) => ({
            locatieId,
            productId: product,
            naam: naam(i),
            van: '2020-01-01',
          })),
        }),
      )
    expect(await many((i) => `K${i % 2499}`)).toMatchObject({ code: 'plek_naam_bestaat' })
    expect(accepted(await many((i) => `K${i}`)).ids).toHaveLength(2500)
    const vrij = await workAs(platform, regio.systeem, (work) =>
      findVrijePlekken(work, { locatieId, vanaf: '2026-03-02', personen: 2, kenmerken: ['rolstoel'] }),
    )
    expect(vrij).toHaveLength(2501)
    expect(vrij[0]).toMatchObject({
      past: false,
      redenen: [{ code: 'te_klein' }, { code: 'kenmerk_ontbreekt', kenmerk: 'rolstoel' }],
    })
  })

  it('plekken staan in de volgorde waarin mensen tellen: bed 2 voor bed 10', async () => {
    const { locatieId } = await givenLocatie(platform, regio, {
      productId: product,
      plekken: [{ naam: 'Bed 10' }, { naam: 'Bed 2' }, { naam: 'Bed 1' }],
    })
    const detail = accepted(
      await workAs(platform, regio.systeem, (work) => findLocatieDetail(work, locatieId)),
    )
    expect(detail.plekken.map((plek) => plek.naam)).toEqual(['Bed 1', 'Bed 2', 'Bed 10'])
  })

  it('een plek eindigt niet eerder dan zij begon, en de openingstijd wisselt op een dag', async () => {
    const { locatieId, plekIds } = await givenLocatie(platform, regio, { productId: product, plekken: [{}] })
    const planner = await regio.als('aanbieder', 'aanbieder_planner')
    const end = (tot: string) =>
      workAs(platform, planner, (work) => endPlek(work, { id: plekIds[0]!, versie: 1, tot }))
    expect(await end('2019-01-01')).toMatchObject({ code: 'einde_voor_begin' })
    accepted(await end('2026-04-01'))
    for (const [regime, van] of [
      ['nacht', '2026-01-01'],
      ['dag_en_nacht', '2026-02-01'],
    ] as const)
      accepted(
        await workAs(platform, planner, (work) =>
          changeOpening(work, { locatieId, regime, toelichting: '', van }),
        ),
      )
    const detail = accepted(await workAs(platform, planner, (work) => findLocatieDetail(work, locatieId)))
    expect(detail.openingen).toMatchObject([
      { regime: 'nacht', tot: '2026-02-01' },
      { regime: 'dag_en_nacht', tot: null },
    ])
  })

  it('spreiding en bezettingsgraden tellen alle plekken precies één keer', async () => {
    const { results: rijen } = await workAs(platform, regio.systeem, (work) =>
      listSpreidingRijen(work, { per: 'gemeente', pagina: 1, aantalPerPagina: 200 }),
    )
    const graden = await workAs(platform, regio.systeem, (work) => listGraden(work, { per: 'regio' }))
    const total = rijen.reduce((sum, row) => sum + row.plekken, 0)
    expect(total).toBeGreaterThan(2500)
    expect(graden.rijen[0]?.totaal).toBe(total)
    expect(rijen.find((row) => row.gemeente === 'Vlaardingen')?.per1000).toBeNull()
  })
})

describe('geheime locaties (invariant 5)', () => {
  it('bestaan niet voor wie er geen recht op heeft: niet in bord, telling, lijst, detail, slot of bezetting', async () => {
    const vo = await givenProduct(platform, regio, { domein: 'VO' })
    const { locatieId, voorzieningId, plekIds } = await givenLocatie(platform, regio, {
      organisatie: 'vrouwenopvang',
      productId: vo,
      locatie: { isGeheim: true, naam: 'De Linde', adres: 'Geheimstraat 1' },
      plekken: [{}, {}],
    })
    const medewerker = await regio.als('vrouwenopvang', 'vo_medewerker')
    accepted(
      await workAs(platform, medewerker, (work) =>
        takeOutOfUse(work, {
          plekId: plekIds[0]!,
          van: '2026-03-01',
          tot: null,
          reden: 'schade',
          toelichting: null,
        }),
      ),
    )
    const look = (vrager: typeof medewerker) =>
      workAs(platform, vrager, async (work) => ({
        bord: (await listBord(work, { ...bord, productId: vo })).count,
        vrij: (
          await findVrijePlekken(work, { productId: vo, vanaf: '2026-03-02', personen: 1, kenmerken: [] })
        ).length,
        bezetting: (
          await listBezetting(work, { van: '2026-03-01', tot: '2026-03-03', locatieIds: [locatieId] })
        ).length,
        slot: (await lockLocatie(work, locatieId)) !== undefined,
        locatie: await findLocatieDetail(work, locatieId),
        adres: await findAdres(work, locatieId),
        plekken: (await listVoorzieningRijen(work, { id: voorzieningId, pagina: 1, aantalPerPagina: 9 }))
          .results[0]!.plekken,
        lijst: await findVoorzieningMetLocaties(work, voorzieningId),
      }))
    expect(await look(medewerker)).toMatchObject({
      bord: 1,
      vrij: 1,
      bezetting: 1,
      slot: true,
      adres: { adres: 'Geheimstraat 1' },
      plekken: 2,
      lijst: { lijst: [{ naam: 'De Linde' }] },
    })
    for (const vrager of [
      await regio.als('loket', 'toegangsmedewerker'),
      await regio.als('centrumgemeente', 'functioneel_beheerder'),
      await regio.als('vrouwenopvang', 'aanbieder_planner'),
    ])
      expect(await look(vrager)).toMatchObject({
        bord: 0,
        vrij: 0,
        bezetting: 0,
        slot: false,
        locatie: { code: 'niet_gevonden' },
        adres: { code: 'niet_gevonden' },
        plekken: 0,
        lijst: { lijst: [] },
      })
    const { rows } = await database.login.query(
      "select gegevens::text from onderdak.gebeurtenis where onderwerp_id = $1 or gegevens::text like '%Linde%'",
      [locatieId],
    )
    expect(JSON.stringify(rows)).not.toMatch(/Geheimstraat|Linde/)
  })

  it('kan alleen de vrouwenopvang vastleggen, zonder gemeente', async () => {
    const { voorzieningId } = await givenLocatie(platform, regio, {
      organisatie: 'vrouwenopvang',
      productId: product,
      plekken: [{}],
    })
    const geheim = { voorzieningId, naam: 'X', isGeheim: true, van: '2026-01-01' }
    const beheerder = await regio.als('centrumgemeente', 'functioneel_beheerder')
    expect(await workAs(platform, beheerder, (work) => registerLocatie(work, geheim))).toMatchObject({
      code: 'geen_recht_geheim',
    })
    const medewerker = await regio.als('vrouwenopvang', 'vo_medewerker')
    expect(
      await workAs(platform, medewerker, (work) =>
        registerLocatie(work, { ...geheim, gemeenteCode: 'GM0622' }),
      ),
    ).toMatchObject({ code: 'geheim_zonder_gemeente' })
  })
})

describe('ruimte voor een voorstel', () => {
  it('zegt waarom er geen ruimte is', async () => {
    const { locatieId } = await givenLocatie(platform, regio, {
      productId: product,
      plekken: [{ personenMaximum: 2 }],
    })
    const ask = (more: object) =>
      workAs(platform, regio.systeem, (work) =>
        checkRuimte(work, {
          locatieId,
          productId: product,
          vanaf: '2026-03-02',
          personen: 1,
          kenmerken: [],
          ...more,
        }),
      )
    expect(await ask({})).toEqual({ ok: true })
    expect(await ask({ personen: 3 })).toEqual({ ok: false, reden: 'geen_passende_plek' })
    expect(await ask({ vanaf: '2019-01-01' })).toEqual({ ok: false, reden: 'geen_vrije_plek' })
  })
})
