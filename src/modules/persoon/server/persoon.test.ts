import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenPersoon, sanne } from '../../../../tests/given/persoon.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager } from '../../../platform/work.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { joinBySearch, openInNood } from './aansluit-commands.ts'
import { addAdres, endAdres } from './adres-commands.ts'
import { giveBetrokkenheid } from './betrokkenheid.ts'
import { createHuishouden, registerPersoon, updatePersoon } from './commands.ts'
import { changeHuishoudenLid, giveBetrokkenheidHuishouden } from './huishouden-commands.ts'
import { assessNoodprocedure, listNoodproceduresPage } from './inzage.ts'
import { getPersoonKern, listHuishoudenLeden } from './lookup.ts'
import { getBsn, getDossier, listPersonenPage, listTijdlijnPage } from './queries.ts'
import { searchPersonen } from './zoeken.ts'

const database = useDatabase()
const blad = { pagina: 1, aantalPerPagina: 50 }
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager
let aanbieder: Vrager
let vo: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'toegangsmedewerker')
  aanbieder = await regio.als('aanbieder', 'aanbieder_planner')
  vo = await regio.als('vrouwenopvang', 'vo_medewerker')
})

describe('een cliënt vastleggen', () => {
  it('maakt de eigen organisatie betrokken, en niemand anders', async () => {
    const id = await givenPersoon(platform, loket)
    expect(await workAs(platform, loket, (work) => getPersoonKern(work, id))).toMatchObject({
      naam: 'Sanne de Vries',
      herkomstGemeente: 'GM0622',
      versie: 1,
    })
    expect(await workAs(platform, aanbieder, (work) => getPersoonKern(work, id))).toBeUndefined()
    expect(await workAs(platform, aanbieder, (work) => getDossier(work, id))).toMatchObject({ status: 404 })
    expect(await workAs(platform, aanbieder, (work) => listTijdlijnPage(work, id, blad))).toMatchObject({
      status: 404,
    })
  })

  it('kan zonder burgerservicenummer, met de reden daarvan', async () => {
    const zonder = await workAs(platform, loket, (work) =>
      registerPersoon(work, { ...sanne, geenBsnReden: null }),
    )
    expect(zonder).toMatchObject({ field: 'geenBsnReden' })
    await givenPersoon(platform, loket, { geenBsnReden: 'niet_in_brp' })
  })

  it('weigert een tweede dossier met hetzelfde burgerservicenummer, zonder te zeggen van wie', async () => {
    await givenPersoon(platform, loket, { bsn: '999990019', geenBsnReden: null })
    const again = await workAs(platform, aanbieder, (work) =>
      registerPersoon(work, { ...sanne, achternaam: 'Ander', bsn: '9999 90 019', geenBsnReden: null }),
    )
    expect(again).toMatchObject({ code: 'bsn_bestaat', field: 'bsn' })
    expect(isRejection(again) && again.message).not.toMatch(/Vries|loket/i)
  })

  it('laat van twee gelijke nummers op hetzelfde moment er één toe', async () => {
    const make = (achternaam: string) =>
      workAs(platform, loket, (work) =>
        registerPersoon(work, { ...sanne, achternaam, bsn: '999990020', geenBsnReden: null }),
      )
    const made = await Promise.all([make('Een'), make('Twee')])
    expect(made.filter(isRejection)).toHaveLength(1)
  })

  it('bewaart het burgerservicenummer versleuteld en toont het alleen via een eigen vraag', async () => {
    const id = await givenPersoon(platform, loket, { bsn: '999990032', geenBsnReden: null })
    const { rows } = await database.login.query('select * from onderdak.persoon where id = $1', [id])
    expect(JSON.stringify(rows)).not.toContain('999990032')
    const dossier = accepted(await workAs(platform, loket, (work) => getDossier(work, id)))
    expect(JSON.stringify(dossier)).not.toContain('999990032')
    expect(await workAs(platform, loket, (work) => getBsn(work, id))).toEqual({ bsn: '999990032' })
    expect(await workAs(platform, aanbieder, (work) => getBsn(work, id))).toMatchObject({ status: 404 })
  })

  it('weigert een echt burgerservicenummer in een demo', async () => {
    const real = await workAs(platform, loket, (work) =>
      registerPersoon(work, { ...sanne, bsn: '111222333', geenBsnReden: null }),
    )
    expect(real).toMatchObject({ code: 'persoon_onvolledig', field: 'bsn' })
  })
})

describe('een cliënt wijzigen', () => {
  it('weigert wie een oude versie zag, en zegt wie wat wijzigde', async () => {
    const id = await givenPersoon(platform, loket)
    const change = (telefoon: string) =>
      workAs(platform, loket, (work) => updatePersoon(work, { ...sanne, telefoon, id, versie: 1 }))
    expect(await change('06-1')).toMatchObject({ versie: 2 })
    expect(await change('06-2')).toMatchObject({
      code: 'versie_verouderd',
      wijzigingen: [{ veld: 'telefoon', oud: 'leeg', nieuw: '06-1' }],
    })
  })

  it('geeft een onbekende persoon (NN) later een naam', async () => {
    const id = await givenPersoon(platform, loket, {
      isNn: true,
      achternaam: null,
      tussenvoegsel: null,
      voornamen: null,
      geboortedatum: null,
      geboortejaar: 1985,
    })
    expect((await workAs(platform, loket, (work) => getPersoonKern(work, id)))?.naam).toBe(
      'NN (vrouw, ca. 1985)',
    )
    accepted(
      await workAs(platform, loket, (work) => updatePersoon(work, { ...sanne, isNn: false, id, versie: 1 })),
    )
    const lijn = accepted(await workAs(platform, loket, (work) => listTijdlijnPage(work, id, blad)))
    expect(lijn.results.map((regel) => regel.zin)).toContain('De naam is bekend geworden')
  })

  it('houdt het burgerservicenummer als het niet opnieuw wordt ingevuld', async () => {
    const id = await givenPersoon(platform, loket, { bsn: '999990044', geenBsnReden: null })
    const { bsn: _, geenBsnReden: __, ...rest } = sanne
    accepted(await workAs(platform, loket, (work) => updatePersoon(work, { ...rest, id, versie: 1 })))
    expect(await workAs(platform, loket, (work) => getBsn(work, id))).toEqual({ bsn: '999990044' })
  })
})

describe('zoeken voor vastleggen', () => {
  it('laat van een dossier van een ander alleen zien dat het er is, en alleen als het zeker lijkt', async () => {
    const id = await givenPersoon(platform, loket, { achternaam: 'Zoekmans', geboortedatum: '1971-02-03' })
    const search = (vraag: { naam?: string; geboortedatum?: string }) =>
      workAs(platform, aanbieder, (work) => searchPersonen(work, vraag))
    const strong = accepted(await search({ naam: 'Sanne Zoekmans', geboortedatum: '1971-02-03' }))
    expect(strong.results).toMatchObject([{ persoonId: null, bekendElders: true, persoon: null }])
    expect(JSON.stringify(strong)).not.toContain(id)
    expect(JSON.stringify(strong)).not.toContain('Zoekmans')
    expect(await search({ naam: 'Sanne Zoekmans' })).toMatchObject({ count: 0 })
    expect(await search({ geboortedatum: '1971-02-03' })).toMatchObject({ count: 0 })
    const own = accepted(await workAs(platform, loket, (work) => searchPersonen(work, { naam: 'zoekmáns' })))
    expect(own.results[0]).toMatchObject({ persoonId: id, bekendElders: false })
  })

  it('vindt een geheime cliënt nooit, ook niet op burgerservicenummer', async () => {
    await givenPersoon(platform, vo, {
      achternaam: 'Geheimpje',
      isGeheim: true,
      bsn: '999990056',
      geenBsnReden: null,
    })
    for (const vraag of [{ naam: 'Geheimpje', geboortedatum: '1985-05-17' }, { bsn: '999990056' }]) {
      expect(await workAs(platform, loket, (work) => searchPersonen(work, vraag))).toMatchObject({ count: 0 })
      expect(await workAs(platform, vo, (work) => searchPersonen(work, vraag))).toMatchObject({ count: 1 })
    }
  })

  it('maakt betrokken wie de cliënt zeker aanwijst, met reden in de tijdlijn, en anders niet', async () => {
    const id = await givenPersoon(platform, loket, { achternaam: 'Aansluitman', geboortedatum: '1970-01-09' })
    const join = (input: { achternaam: string; geboortedatum: string }) =>
      workAs(platform, aanbieder, (work) =>
        joinBySearch(work, { ...input, reden: 'Meldt zich vanavond bij onze balie' }),
      )
    expect(await join({ achternaam: 'Aansluitman', geboortedatum: '1970-01-10' })).toMatchObject({
      status: 404,
    })
    expect(await join({ achternaam: 'Bos', geboortedatum: '1970-01-09' })).toMatchObject({ status: 404 })
    expect(await join({ achternaam: 'Aansluitman', geboortedatum: '1970-01-09' })).toEqual({ persoonId: id })
    const dossier = accepted(await workAs(platform, aanbieder, (work) => getDossier(work, id)))
    expect(dossier.betrokkenen.map((een) => een.organisatie).sort()).toEqual([
      'Aanbieder Noord',
      'Regionaal loket',
    ])
    const lijn = accepted(await workAs(platform, loket, (work) => listTijdlijnPage(work, id, blad)))
    expect(lijn.results[0]!.zin).toBe(
      'Nieuwe organisatie betrokken, omdat: Meldt zich vanavond bij onze balie',
    )
  })
})

describe('de noodprocedure', () => {
  it('geeft twee dagen zicht, wordt door een ander beoordeeld en opent nooit een geheim dossier', async () => {
    const id = await givenPersoon(platform, aanbieder, {
      achternaam: 'Noodgeval',
      geboortedatum: '1990-09-09',
    })
    const vraag = {
      achternaam: 'Noodgeval',
      geboortedatum: '1990-09-09',
      reden: 'Buiten bewustzijn, medicijnen onbekend',
    }
    expect(await workAs(platform, loket, (work) => openInNood(work, vraag))).toEqual({
      persoonId: id,
      tot: '2026-03-04',
    })
    expect(await workAs(platform, loket, (work) => getPersoonKern(work, id))).toBeDefined()
    platform.clock.set('2026-03-04')
    expect(await workAs(platform, loket, (work) => getPersoonKern(work, id))).toBeUndefined()
    platform.clock.set('2026-03-02')

    const officer = await regio.als('centrumgemeente', 'privacy_officer')
    const list = await workAs(platform, officer, (work) =>
      listNoodproceduresPage(work, { ...blad, stand: 'te_beoordelen' }),
    )
    expect(list.results).toMatchObject([{ persoonId: id, reden: vraag.reden }])
    expect(
      (await workAs(platform, loket, (work) => listNoodproceduresPage(work, { ...blad, stand: 'alle' })))
        .count,
    ).toBe(0)
    const judge = { id: list.results[0]!.id, oordeel: 'terecht' as const }
    const zelf = { ...loket, permissies: new Set([...loket.permissies, 'audit.lezen' as const]) }
    const eigen = await workAs(platform, zelf, (work) =>
      listNoodproceduresPage(work, { ...blad, stand: 'te_beoordelen' }),
    )
    expect(eigen.results).toMatchObject([{ id: judge.id, isVanMij: true }])
    expect(await workAs(platform, zelf, (work) => assessNoodprocedure(work, judge))).toMatchObject({
      code: 'ander_oordeelt',
    })
    accepted(await workAs(platform, officer, (work) => assessNoodprocedure(work, judge)))
    expect(await workAs(platform, officer, (work) => assessNoodprocedure(work, judge))).toMatchObject({
      code: 'al_beoordeeld',
    })

    await givenPersoon(platform, vo, { achternaam: 'Verborgen', geboortedatum: '1991-01-01', isGeheim: true })
    expect(
      await workAs(platform, loket, (work) =>
        openInNood(work, {
          achternaam: 'Verborgen',
          geboortedatum: '1991-01-01',
          reden: 'Wil haar dossier openen',
        }),
      ),
    ).toMatchObject({ code: 'geen_dossier' })
  })
})

describe('geheime dossiers en adressen', () => {
  it('laat een geheim adres alleen zien aan wie dat mag; anderen lezen dat het er is', async () => {
    const id = await givenPersoon(platform, vo)
    await workAs(platform, vo, (work) =>
      giveBetrokkenheid(work, {
        persoonId: id,
        organisatieId: regio.organisaties.loket,
        doel: 'intake',
        grond: 'WETTELIJKE_TAAK_COLLEGE',
        bronSoort: 'persoon',
        bronId: id,
      }),
    )
    const adres = {
      persoonId: id,
      soort: 'verblijfadres',
      adres: 'Schuilstraat 1, Vlaardingen',
      van: '2026-03-01',
    } as const
    expect(
      await workAs(platform, loket, (work) => addAdres(work, { ...adres, isGeheim: true })),
    ).toMatchObject({
      code: 'geen_recht_geheim',
    })
    accepted(
      await workAs(platform, vo, (work) =>
        addAdres(work, { ...adres, isGeheim: true, gemeenteCode: 'GM0622' }),
      ),
    )
    const bij = async (vrager: Vrager) =>
      accepted(await workAs(platform, vrager, (work) => getDossier(work, id))).adressen
    expect(await bij(vo)).toMatchObject([{ adres: 'Schuilstraat 1, Vlaardingen', gemeente: null }])
    expect(await bij(loket)).toMatchObject([{ isGeheim: true, adres: null, gemeente: null }])
    const { rows } = await database.login.query('select * from onderdak.persoon_adres')
    expect(JSON.stringify(rows)).not.toContain('Schuilstraat')
  })

  it('verbergt een dossier dat geheim wordt meteen voor alle anderen, en geeft het terug als dat niet meer hoeft', async () => {
    const id = await givenPersoon(platform, vo)
    await workAs(platform, vo, (work) =>
      giveBetrokkenheid(work, {
        persoonId: id,
        organisatieId: regio.organisaties.loket,
        doel: 'intake',
        grond: 'WETTELIJKE_TAAK_COLLEGE',
        bronSoort: 'melding',
        bronId: id,
      }),
    )
    const seen = async () => (await workAs(platform, loket, (work) => getPersoonKern(work, id))) !== undefined
    expect(await seen()).toBe(true)
    accepted(
      await workAs(platform, vo, (work) => updatePersoon(work, { ...sanne, isGeheim: true, id, versie: 1 })),
    )
    expect(await seen()).toBe(false)
    accepted(
      await workAs(platform, vo, (work) => updatePersoon(work, { ...sanne, isGeheim: false, id, versie: 2 })),
    )
    expect(await seen()).toBe(true)
  })

  it('laat alleen de vrouwenopvang een dossier geheim maken', async () => {
    expect(
      await workAs(platform, loket, (work) => registerPersoon(work, { ...sanne, isGeheim: true })),
    ).toMatchObject({ field: 'isGeheim' })
  })

  it('laat adressen van één soort elkaar opvolgen', async () => {
    const id = await givenPersoon(platform, loket)
    const add = (adres: string, van: string) =>
      workAs(platform, loket, (work) =>
        addAdres(work, { persoonId: id, soort: 'briefadres', adres, van, isGeheim: false }),
      )
    const first = accepted(await add('Postbus 1', '2026-01-01'))
    accepted(await add('Postbus 2', '2026-02-01'))
    expect(await add('Postbus 3', '2026-01-15')).toMatchObject({ code: 'adres_overlapt' })
    expect(
      await workAs(platform, loket, (work) => endAdres(work, { id: first.id, tot: '2026-03-01' })),
    ).toMatchObject({ code: 'al_geeindigd' })
    const { adressen } = accepted(await workAs(platform, loket, (work) => getDossier(work, id)))
    expect(adressen.map((een) => [een.adres, een.van, een.tot])).toEqual([
      ['Postbus 2', '2026-02-01', null],
      ['Postbus 1', '2026-01-01', '2026-02-01'],
    ])
  })
})

describe('een huishouden', () => {
  it('hoort bij elkaar, ieder op één plek tegelijk, met een aanspreekpunt dat blijft', async () => {
    const ouder = await givenPersoon(platform, loket, { voornamen: 'Ouder' })
    const kind = await givenPersoon(platform, loket, { voornamen: 'Kind', geboortedatum: '2019-04-04' })
    const op = '2026-03-01'
    const { id } = accepted(
      await workAs(platform, loket, (work) =>
        createHuishouden(work, { persoonId: ouder, leden: [{ persoonId: kind, rol: 'kind' }], op }),
      ),
    )
    expect(await workAs(platform, loket, (work) => listHuishoudenLeden(work, id, op))).toEqual([
      { persoonId: ouder, rol: 'aanspreekpunt', geboortedatum: '1985-05-17' },
      { persoonId: kind, rol: 'kind', geboortedatum: '2019-04-04' },
    ])
    expect(
      await workAs(platform, loket, (work) => createHuishouden(work, { persoonId: kind, leden: [], op })),
    ).toMatchObject({ code: 'al_in_huishouden' })
    const leave = (persoonId: string) =>
      workAs(platform, loket, (work) =>
        changeHuishoudenLid(work, { huishoudenId: id, persoonId, actie: 'weghalen', op: '2026-03-02' }),
      )
    expect(await leave(ouder)).toMatchObject({ code: 'aanspreekpunt_blijft' })
    expect(await leave(kind)).toBeUndefined()
    expect(await workAs(platform, loket, (work) => listHuishoudenLeden(work, id, '2026-03-02'))).toHaveLength(
      1,
    )
    expect(await workAs(platform, loket, (work) => listHuishoudenLeden(work, id, '2026-03-01'))).toHaveLength(
      2,
    )
  })

  it('geeft bij plaatsing ieder lid dezelfde betrokkenheid', async () => {
    const ouder = await givenPersoon(platform, loket)
    const kind = await givenPersoon(platform, loket, { geboortedatum: '2019-04-04' })
    const { id } = accepted(
      await workAs(platform, loket, (work) =>
        createHuishouden(work, {
          persoonId: ouder,
          leden: [{ persoonId: kind, rol: 'kind' }],
          op: '2026-03-01',
        }),
      ),
    )
    await workAs(platform, loket, (work) =>
      giveBetrokkenheidHuishouden(work, {
        huishoudenId: id,
        organisatieId: regio.organisaties.aanbieder,
        doel: 'verblijf',
        grond: 'UITVOERING_AANBIEDER',
        bronSoort: 'verblijf',
        bronId: id,
      }),
    )
    expect(await workAs(platform, aanbieder, (work) => listHuishoudenLeden(work, id))).toHaveLength(2)
    const ander = await regio.als('andereAanbieder', 'aanbieder_planner')
    expect(await workAs(platform, ander, (work) => listHuishoudenLeden(work, id))).toHaveLength(0)
    expect((await workAs(platform, ander, (work) => listPersonenPage(work, blad))).count).toBe(0)
  })
})
