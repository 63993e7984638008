import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenPersoon } from '../../../../tests/given/persoon.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenProduct } from '../../../../tests/given/plek.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { givenUitwijk, noteer, startWinter } from '../../../../tests/given/winter.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays } from '../../../shared/plain-date.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { GastenInvoer } from '../domain/gast-api.ts'
import { maakOngedaan, wisBijnamen } from './gast-commands.ts'
import { listGastRijen, listIntakeRijen } from './gast-queries.ts'
import { finishIntake, makeMelding, planIntake } from './intake-commands.ts'
import { eindigPeriode, planCapaciteit, registerKosten, stopKosten } from './periode-commands.ts'
import { readWinterkou } from './queries.ts'
import { listKostenRijen, listNachtRijen, listSeizoenRijen } from './telling-queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let product: Id
let nachtwerker: Vrager
let loket: Vrager
let coordinator: Vrager
let codes = 0
const pagina = { pagina: 1, aantalPerPagina: 100 }
const nacht = '2026-12-03'

beforeAll(() => {
  platform = testPlatform(database)
})

/** A region of its own per test, at eleven in the evening. */
beforeEach(async () => {
  platform.clock.set(`${nacht}T22:00:00Z`)
  regio = await givenRegio(platform, `W${++codes}`)
  product = await givenProduct(platform, regio)
  nachtwerker = await regio.als('aanbieder', 'aanbieder_begeleider')
  loket = await regio.als('loket', 'consulent_daklozenloket')
  coordinator = await regio.als('centrumgemeente', 'regiocoordinator')
})

const uitwijk = (bedden: number) => givenUitwijk(platform, regio, { productId: product, bedden })
const gasten = (vrager: Vrager) =>
  workAs(platform, vrager, (work) => listGastRijen(work, { ...pagina, nacht }))
const stand = async (vrager: Vrager, op = nacht) =>
  (await workAs(platform, vrager, (work) => readWinterkou(work, { nacht: op }))).locaties
const eindig = (id: Id, tot: string, versie = 1) =>
  workAs(platform, coordinator, (work) =>
    eindigPeriode(work, { id, versie, tot, reden: 'Dooi', beslotenDoor: 'Coördinator', beslotenOp: nacht }),
  )

describe('bedden tellen alleen binnen de periode (WIN-01, WIN-03)', () => {
  it('zonder periode zijn er geen extra bedden en kan niemand genoteerd worden', async () => {
    const locatieId = await uitwijk(10)
    expect(await stand(nachtwerker)).toEqual([])
    expect(await noteer(platform, nachtwerker, { locatieId })).toMatchObject({ code: 'regeling_staat_uit' })
  })

  it('de periode telt vanaf de eerste nacht tot de nacht van het einde', async () => {
    await uitwijk(10)
    const { id } = accepted(await startWinter(platform, coordinator))
    accepted(await eindig(id, '2026-12-05'))
    const bedden = await Promise.all(
      ['2026-12-02', '2026-12-03', '2026-12-04', '2026-12-05'].map(
        async (op) => (await stand(coordinator, op))[0]?.bedden ?? 0,
      ),
    )
    expect(bedden).toEqual([0, 10, 10, 0])
  })

  it('twee perioden van dezelfde soort lopen nooit samen, ook niet als twee mensen tegelijk aanzetten', async () => {
    const beide = await Promise.all([startWinter(platform, coordinator), startWinter(platform, coordinator)])
    expect(beide.filter((one) => !isRejection(one))).toHaveLength(1)
    expect(beide.find(isRejection)).toMatchObject({ code: 'periode_loopt_al' })
  })

  it('een einde voor een nacht met gasten wordt geweigerd; intrekken kan zolang er niemand sliep', async () => {
    const locatieId = await uitwijk(2)
    const { id } = accepted(await startWinter(platform, coordinator))
    const { ids } = accepted(await noteer(platform, nachtwerker, { locatieId }))
    expect(await eindig(id, nacht)).toMatchObject({ code: 'nacht_met_gasten', field: 'tot' })
    accepted(
      await workAs(platform, nachtwerker, (work) =>
        maakOngedaan(work, { id: ids[0]!, versie: 1, reden: 'Vergissing' }),
      ),
    )
    accepted(await eindig(id, nacht))
    expect(await stand(nachtwerker)).toEqual([])
  })

  it('een gast buiten de periode komt ook met een eigen opdracht niet in de database', async () => {
    const locatieId = await uitwijk(2)
    const { id } = accepted(await startWinter(platform, coordinator))
    await expect(
      database.login.query(
        `insert into onderdak.winternacht (id, regio_id, winterperiode_id, locatie_id, nacht) values ($1, $2, $3, $4, '2026-12-02')`,
        [platform.newId(), regio.regioId, id, locatieId],
      ),
    ).rejects.toMatchObject({ constraint: 'winternacht_in_periode' })
  })

  it('een nieuw plan laat eerdere nachten zoals ze waren', async () => {
    const locatieId = await uitwijk(10)
    accepted(await startWinter(platform, coordinator))
    accepted(
      await workAs(platform, coordinator, (work) =>
        planCapaciteit(work, { locatieId, bedden: 4, van: '2026-12-04' }),
      ),
    )
    expect((await stand(coordinator))[0]).toMatchObject({ bedden: 10 })
    expect((await stand(coordinator, '2026-12-04'))[0]).toMatchObject({ bedden: 4 })
    expect(
      await workAs(platform, coordinator, (work) =>
        planCapaciteit(work, { locatieId, bedden: 4, van: '2026-12-01' }),
      ),
    ).toMatchObject({ code: 'dag_voorbij' })
  })
})

describe('een gast noteren (WIN-02, WIN-04)', () => {
  it('vraagt geen naam, alleen dat de gast nergens anders kan slapen', async () => {
    const locatieId = await uitwijk(2)
    accepted(await startWinter(platform, coordinator))
    expect(GastenInvoer.safeParse({ locatieId, kanNergensAnders: false }).success).toBe(false)
    expect(accepted(await noteer(platform, nachtwerker, { locatieId }))).toMatchObject({
      nummers: [1],
      vrij: 1,
    })
    expect((await gasten(nachtwerker)).results).toMatchObject([
      { soort: 'anoniem', bijnaam: null, nummer: 1 },
    ])
  })

  it('kan voor veel mensen tegelijk; de lijst en de telling zijn gelijk', async () => {
    const locatieId = await uitwijk(20)
    accepted(await startWinter(platform, coordinator))
    accepted(await noteer(platform, nachtwerker, { locatieId, aantal: 15, bijnamen: 'Kees, Blauwe jas' }))
    expect((await gasten(nachtwerker)).count).toBe(15)
    expect(await stand(coordinator)).toMatchObject([{ bedden: 20, gasten: 15, vrij: 5 }])
    expect(await noteer(platform, nachtwerker, { locatieId, bijnamen: 'A, B' })).toMatchObject({
      code: 'te_veel_bijnamen',
    })
  })

  it('boven de bedden alleen met een reden om een bed bij te zetten, en dan staat die erbij', async () => {
    const locatieId = await uitwijk(2)
    const ander = await uitwijk(3)
    accepted(await startWinter(platform, coordinator))
    const vol = await noteer(platform, nachtwerker, { locatieId, aantal: 3 })
    expect(vol).toMatchObject({ code: 'bedden_vol', field: 'bijgezetReden' })
    expect(JSON.stringify(vol)).toContain('zijn nog 3 bedden vrij')
    accepted(
      await noteer(platform, nachtwerker, { locatieId, aantal: 3, bijgezetReden: 'Het vriest 12 graden' }),
    )
    expect((await stand(coordinator)).find((one) => one.locatieId === locatieId)).toMatchObject({
      bedden: 2,
      gasten: 3,
      vrij: 0,
      bijgezet: 1,
    })
    expect((await stand(coordinator)).find((one) => one.locatieId === ander)).toMatchObject({ vrij: 3 })
  })

  it('twee mensen die tegelijk het laatste bed noteren: precies één lukt', async () => {
    const locatieId = await uitwijk(1)
    accepted(await startWinter(platform, coordinator))
    const beide = await Promise.all([
      noteer(platform, nachtwerker, { locatieId }),
      noteer(platform, loket, { locatieId }),
    ])
    expect(beide.filter((one) => !isRejection(one))).toHaveLength(1)
    expect(beide.find(isRejection)).toMatchObject({ code: 'bedden_vol' })
    expect(await stand(coordinator)).toMatchObject([{ gasten: 1, vrij: 0 }])
  })

  it('de database zelf weigert een gast boven het aantal bedden zonder reden', async () => {
    const locatieId = await uitwijk(1)
    accepted(await startWinter(platform, coordinator))
    const { ids } = accepted(await noteer(platform, nachtwerker, { locatieId }))
    const client = await database.login.connect()
    try {
      await client.query("select set_config('app.regio', $1, false)", [regio.regioId])
      await expect(
        client.query(
          `insert into onderdak.wintergast (id, regio_id, winternacht_id, organisatie_id, soort, nummer, kan_nergens_anders, geregistreerd_op)
           select $1, regio_id, winternacht_id, organisatie_id, soort, 2, true, now() from onderdak.wintergast where id = $2`,
          [platform.newId(), ids[0]],
        ),
      ).rejects.toMatchObject({ constraint: 'wintergast_binnen_capaciteit' })
    } finally {
      await client.query("select set_config('app.regio', '', false)")
      client.release()
    }
  })

  it('een bekende cliënt slaapt in een nacht op één bed, en staat op de tijdlijn', async () => {
    const locatieId = await uitwijk(5)
    accepted(await startWinter(platform, coordinator))
    const persoonId = await givenPersoon(platform, loket)
    accepted(await noteer(platform, loket, { locatieId, soort: 'bekend', persoonId }))
    expect(await noteer(platform, loket, { locatieId, soort: 'bekend', persoonId })).toMatchObject({
      code: 'al_genoteerd',
    })
    expect((await gasten(loket)).results).toMatchObject([{ soort: 'bekend', persoonId }])
    const { rows } = await database.login.query(
      `select soort from onderdak.gebeurtenis where persoon_id = $1 and soort = 'WintergastGenoteerd'`,
      [persoonId],
    )
    expect(rows).toHaveLength(1)
  })

  it('wie niet bij de cliënt betrokken is, ziet een gast zonder naam', async () => {
    const locatieId = await uitwijk(5)
    accepted(await startWinter(platform, coordinator))
    const persoonId = await givenPersoon(platform, loket)
    accepted(await noteer(platform, loket, { locatieId, soort: 'bekend', persoonId }))
    expect((await gasten(nachtwerker)).results).toMatchObject([
      { soort: 'bekend', persoonId: null, persoon: null, kanOngedaan: false },
    ])
    expect(await noteer(platform, nachtwerker, { locatieId, soort: 'bekend', persoonId })).toMatchObject({
      code: 'client_onbekend',
    })
  })

  it('een andere aanbieder ziet geen bijnamen, wel hoeveel bedden er vrij zijn', async () => {
    const locatieId = await uitwijk(5)
    accepted(await startWinter(platform, coordinator))
    accepted(await noteer(platform, nachtwerker, { locatieId, bijnamen: 'Kees' }))
    const ander = await regio.als('andereAanbieder', 'aanbieder_begeleider')
    expect((await gasten(ander)).count).toBe(0)
    expect(await stand(ander)).toMatchObject([{ gasten: 1, vrij: 4 }])
  })
})

describe('herstellen en wissen', () => {
  it('een verkeerde registratie ongedaan maken geeft het bed terug; de regel blijft bewaard', async () => {
    const locatieId = await uitwijk(1)
    accepted(await startWinter(platform, coordinator))
    const { ids } = accepted(await noteer(platform, nachtwerker, { locatieId }))
    const undo = () =>
      workAs(platform, nachtwerker, (work) => maakOngedaan(work, { id: ids[0]!, versie: 1, reden: 'Dubbel' }))
    accepted(await undo())
    expect(await undo()).toMatchObject({ rejected: true })
    expect(await stand(coordinator)).toMatchObject([{ gasten: 0, vrij: 1 }])
    expect(accepted(await noteer(platform, nachtwerker, { locatieId }))).toMatchObject({ nummers: [1] })
    const { rows } = await database.login.query(
      'select ongedaan_reden from onderdak.wintergast where id = $1',
      [ids[0]],
    )
    expect(rows).toEqual([{ ongedaan_reden: 'Dubbel' }])
  })

  it('een bijnaam is na de ingestelde dagen niet meer te zien, en wordt gewist', async () => {
    const locatieId = await uitwijk(1)
    accepted(await startWinter(platform, coordinator))
    const { ids } = accepted(await noteer(platform, nachtwerker, { locatieId, bijnamen: 'Kees' }))
    const bijnaam = async () =>
      (await database.login.query('select bijnaam from onderdak.wintergast where id = $1', [ids[0]])).rows[0]
        .bijnaam
    platform.clock.set(`${addDays(nacht, 30)}T09:00:00Z`)
    await workAs(platform, regio.systeem, wisBijnamen)
    expect(await bijnaam()).toBe('Kees')
    platform.clock.set(`${addDays(nacht, 31)}T09:00:00Z`)
    expect((await gasten(nachtwerker)).results).toMatchObject([{ bijnaam: null }])
    await workAs(platform, regio.systeem, wisBijnamen)
    expect(await bijnaam()).toBeNull()
    const { rows } = await database.login.query(
      `select 1 from onderdak.gebeurtenis where gegevens::text like '%Kees%'`,
    )
    expect(rows).toEqual([])
  })
})

describe('een intake aanbieden (WIN-07)', () => {
  it('wordt een afspraak bij het loket, en in één stap een melding zonder bijnaam', async () => {
    const locatieId = await uitwijk(5)
    accepted(await startWinter(platform, coordinator))
    const { ids } = accepted(
      await noteer(platform, nachtwerker, {
        locatieId,
        bijnamen: 'Kees',
        intakeOp: '2026-12-04',
        intakeOrganisatieId: regio.organisaties.loket,
      }),
    )
    const lijst = () => workAs(platform, loket, (work) => listIntakeRijen(work, pagina))
    expect((await lijst()).results).toMatchObject([{ id: ids[0], bijnaam: 'Kees', intakeOp: '2026-12-04' }])
    const made = accepted(
      await workAs(platform, loket, (work) => makeMelding(work, { id: ids[0]!, versie: 1 })),
    )
    expect((await lijst()).count).toBe(0)
    const { rows } = await database.login.query(
      `select m.persoon_id, m.hulpvraag, o.status from onderdak.melding m join onderdak.opvolging o on o.melding_id = m.id where m.id = $1`,
      [made.meldingId],
    )
    expect(rows).toMatchObject([{ persoon_id: null, status: 'open' }])
    expect(rows[0].hulpvraag).not.toContain('Kees')
    expect(
      await workAs(platform, nachtwerker, (work) =>
        maakOngedaan(work, { id: ids[0]!, versie: 2, reden: 'x' }),
      ),
    ).toMatchObject({ code: 'al_melding' })
  })

  it('kan zonder melding worden afgerond, en daarna opnieuw beginnen', async () => {
    const locatieId = await uitwijk(5)
    accepted(await startWinter(platform, coordinator))
    const { ids } = accepted(await noteer(platform, nachtwerker, { locatieId }))
    const id = ids[0]!
    const plan = (versie: number) =>
      workAs(platform, nachtwerker, (work) =>
        planIntake(work, {
          id,
          versie,
          stap: 'Koffie drinken',
          op: '2026-12-04',
          organisatieId: regio.organisaties.loket,
        }),
      )
    const klaar = (versie: number) =>
      workAs(platform, loket, (work) => finishIntake(work, { id, versie, uitkomst: 'wil_niet' }))
    expect(
      await workAs(platform, nachtwerker, (work) =>
        finishIntake(work, { id, versie: 1, uitkomst: 'wil_niet' }),
      ),
    ).toMatchObject({
      code: 'stand_past_niet',
    })
    accepted(await plan(1))
    accepted(await klaar(2))
    accepted(await plan(3))
  })

  it('bij een bekende cliënt staat de stap in de opvolging, tenzij een ander al verantwoordelijk is', async () => {
    const locatieId = await uitwijk(5)
    accepted(await startWinter(platform, coordinator))
    const persoonId = await givenPersoon(platform, loket)
    accepted(await noteer(platform, loket, { locatieId, soort: 'bekend', persoonId, intakeOp: '2026-12-04' }))
    const { rows } = await database.login.query(
      'select volgende_stap, volgende_stap_op::text as op from onderdak.opvolging where persoon_id = $1',
      [persoonId],
    )
    expect(rows).toEqual([{ volgende_stap: 'Intake aanbieden', op: '2026-12-04' }])
  })
})

describe('tellen en kosten (WIN-04, WIN-05)', () => {
  it('telt elke nacht van de periode, ook die zonder gasten, en het seizoen klopt met de nachten', async () => {
    const locatieId = await uitwijk(10)
    accepted(await startWinter(platform, coordinator))
    accepted(await noteer(platform, nachtwerker, { locatieId, aantal: 4 }))
    platform.clock.set('2026-12-05T22:00:00Z')
    accepted(await noteer(platform, nachtwerker, { locatieId, aantal: 6 }))
    const { results, perNacht } = await workAs(platform, coordinator, (work) => listNachtRijen(work, pagina))
    expect(results.map((row) => [row.nacht, row.gasten])).toEqual([
      ['2026-12-05', 6],
      ['2026-12-04', 0],
      ['2026-12-03', 4],
    ])
    expect(perNacht.map((row) => row.gasten)).toEqual([4, 0, 6])
    for (const kosten of [
      { op: '2026-12-04', bedrag: 1250.5 },
      { op: '2026-12-05', bedrag: 100 },
    ])
      accepted(
        await workAs(platform, coordinator, (work) =>
          registerKosten(work, { ...kosten, omschrijving: 'Beveiliging' }),
        ),
      )
    expect(
      await workAs(platform, coordinator, (work) =>
        listNachtRijen(work, { ...pagina, seizoen: '2030-2031' }),
      ),
    ).toMatchObject({ count: 0 })
    const regels = await workAs(platform, coordinator, (work) => listKostenRijen(work, pagina))
    expect(regels).toMatchObject({ count: 2, totaal: 1350.5, seizoen: '2026-2027' })
    accepted(
      await workAs(platform, coordinator, (work) =>
        stopKosten(work, { id: regels.results[0]!.id, reden: 'Dubbel' }),
      ),
    )
    const { results: seizoenen } = await workAs(platform, coordinator, (work) =>
      listSeizoenRijen(work, pagina),
    )
    expect(seizoenen).toEqual([
      { seizoen: '2026-2027', nachten: 3, gasten: 10, anoniem: 10, bijgezet: 0, drukste: 6, kosten: 1250.5 },
    ])
  })
})
