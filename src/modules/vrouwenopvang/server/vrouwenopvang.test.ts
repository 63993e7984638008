import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenMelding } from '../../../../tests/given/melding.ts'
import { givenPersoon } from '../../../../tests/given/persoon.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenLocatie, givenProduct } from '../../../../tests/given/plek.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays } from '../../../shared/plain-date.ts'
import { recordTriage } from '../../melding/server/commands.ts'
import { readVandaag } from '../../vandaag/server/queries.ts'
import { startDirectVerblijf } from '../../verblijf/server/commands.ts'
import type { PlanInvoer } from '../domain/contract.ts'
import { eraseDoorloop, startDoorloop, stepDoorloop } from './meldcode-commands.ts'
import { closePlan, makePlan, revisePlan } from './plan-commands.ts'
import { listDoorlopen, readVrouwenopvang } from './queries.ts'
import { chooseRoute, endRoute, placeRoute } from './route-commands.ts'
import {
  endVeiligThuis,
  extendHuisverbod,
  registerHuisverbod,
  registerVeiligThuis,
  withdrawHuisverbod,
} from './verbod-commands.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let vo: Vrager
let productId: Id

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  vo = await regio.als('vrouwenopvang', 'vo_medewerker')
  productId = await givenProduct(platform, regio, { domein: 'VO' })
})

const als = <T>(run: Parameters<typeof workAs<T>>[2]) => workAs(platform, vo, run)
const dossier = async (persoonId: Id) => accepted(await als((work) => readVrouwenopvang(work, persoonId)))

async function givenCode(voCode: 'rood' | 'oranje' | 'groen'): Promise<Id> {
  const melding = await givenMelding(platform, vo, { domein: 'VO' })
  await als(async (work) =>
    accepted(
      await recordTriage(work, {
        meldingId: melding.id,
        domein: 'VO',
        voCode,
        uitkomst: 'onderzoek',
        toelichting: 'Geweld thuis (verzonnen)',
        rechtmatigVerblijf: 'ja',
        voGeweldAfhankelijk: true,
        voThuisOnveilig: true,
      } as never),
    ),
  )
  return melding.persoonId!
}

async function givenVerblijf(persoonId: Id, dagenTerug = 0): Promise<Id> {
  const { plekIds } = await givenLocatie(platform, regio, {
    organisatie: 'vrouwenopvang',
    productId,
    locatie: { isGeheim: true },
    plekken: [{}],
  })
  return als(
    async (work) =>
      accepted(
        await startDirectVerblijf(work, {
          persoonId,
          plekId: plekIds[0]!,
          op: addDays(work.today, -dagenTerug),
          soort: 'regulier',
        }),
      ).id,
  )
}

/** A new report of the same person, with another code of Veilig Thuis. */
async function nieuweCode(persoonId: Id, voCode: 'rood' | 'oranje'): Promise<void> {
  const melding = await givenMelding(platform, vo, { domein: 'VO', persoonId })
  await als(async (work) =>
    accepted(
      await recordTriage(work, {
        meldingId: melding.id,
        domein: 'VO',
        voCode,
        uitkomst: 'onderzoek',
        toelichting: 'Nieuwe dreiging (verzonnen)',
        rechtmatigVerblijf: 'ja',
        voGeweldAfhankelijk: true,
        voThuisOnveilig: true,
      } as never),
    ),
  )
}

describe('de code beslist de route', () => {
  it('wordt oranje rood terwijl de plek nog geregeld wordt, dan vraagt Vandaag een andere route en kan de oude niet meer', async () => {
    const persoonId = await givenCode('oranje')
    const { id, versie } = accepted(
      await als((work) => chooseRoute(work, { persoonId, route: 'plek_in_regio' })),
    )
    const wat = async () =>
      (await als((work) => readVandaag(work))).groepen
        .find((groep) => groep.code === 'vo_route_regelen')
        ?.items.find((item) => item.persoonId === persoonId)?.wat
    expect(await wat()).toBe('Code oranje: plek in de eigen gemeenten regelen')
    await nieuweCode(persoonId, 'rood')
    expect(await wat()).toBe('Code is nu rood: beëindig deze route en kies opnieuw')
    expect(
      await als((work) =>
        placeRoute(work, { routeId: id, versie, op: work.today, verblijfId: null } as never),
      ),
    ).toMatchObject({ code: 'code_veranderd' })
  })

  it('kan niet zonder code, en niet tegen de code in', async () => {
    const zonder = await givenPersoon(platform, vo, { isGeheim: true })
    expect(
      await als((work) => chooseRoute(work, { persoonId: zonder, route: 'plek_in_regio' })),
    ).toMatchObject({
      code: 'geen_code',
    })
    const rood = await givenCode('rood')
    expect(await als((work) => chooseRoute(work, { persoonId: rood, route: 'plek_in_regio' }))).toMatchObject(
      {
        code: 'route_past_niet_bij_code',
        field: 'route',
      },
    )
  })

  it('bij rood wordt een noodbed elders vastgelegd: regio, organisatie en contact, nooit een adres of een verblijf hier', async () => {
    const persoonId = await givenCode('rood')
    const { id, versie } = accepted(
      await als((work) => chooseRoute(work, { persoonId, route: 'noodbed_elders' })),
    )
    const elders = { eldersRegio: 'Regio elders', eldersOrganisatie: 'Opvang elders' }
    const plaats = (over: object) =>
      als((work) =>
        placeRoute(work, {
          routeId: id,
          versie,
          op: work.today,
          ...elders,
          eldersContact: 'Dienst',
          ...over,
        }),
      )
    expect(await plaats({ eldersContact: null })).toMatchObject({ code: 'noodbed_onvolledig' })
    expect(await plaats({ eldersContact: 'Kerkstraat 12' })).toMatchObject({
      faults: [{ field: 'eldersContact' }],
    })
    expect(await plaats({ verblijfId: work0 })).toMatchObject({ code: 'noodbed_onvolledig' })
    accepted(await plaats({}))
    expect((await dossier(persoonId)).routes).toMatchObject([
      { status: 'geplaatst', eldersRegio: 'Regio elders' },
    ])
    expect(await als((work) => chooseRoute(work, { persoonId, route: 'noodbed_elders' }))).toMatchObject({
      code: 'route_loopt_al',
    })
    accepted(
      await als((work) => endRoute(work, { routeId: id, versie: 2, op: work.today, reden: 'Blijft daar' })),
    )
    expect((await dossier(persoonId)).routes).toMatchObject([{ status: 'beeindigd' }])
  })

  it('bij oranje hoort een lopend verblijf in de vrouwenopvang van de eigen gemeenten', async () => {
    const persoonId = await givenCode('oranje')
    const { id, versie } = accepted(
      await als((work) => chooseRoute(work, { persoonId, route: 'plek_in_regio' })),
    )
    const plaats = (verblijfId: Id | null) =>
      als((work) => placeRoute(work, { routeId: id, versie, op: work.today, verblijfId }))
    expect(await plaats(null)).toMatchObject({ code: 'verblijf_onbekend' })
    accepted(await plaats(await givenVerblijf(persoonId)))
  })

  it('bewaakt de database ook zelf', async () => {
    const persoonId = await givenCode('rood')
    const { id } = accepted(await als((work) => chooseRoute(work, { persoonId, route: 'noodbed_elders' })))
    const zet = (values: object) =>
      als((work) => work.db.updateTable('vo_route').set(values).where('id', '=', id).execute())
    await expect(zet({ code: 'groen' })).rejects.toMatchObject({ constraint: 'vo_route_volgt_code' })
    await expect(
      zet({
        status: 'geplaatst',
        geplaatst_op: '2026-03-02',
        elders_regio: 'a',
        elders_organisatie: 'b',
        elders_contact: 'Laan 4',
      }),
    ).rejects.toMatchObject({ constraint: 'vo_route_zonder_adres' })
  })
})

const work0 = '01890000-0000-7000-8000-000000000000' as Id
const plan: PlanInvoer = {
  dreiging: 'Ex-partner (verzonnen)',
  signalen: 'Staat bij de school',
  afspraken: 'Niet alleen naar buiten',
  kinderen: null,
  bellen: 'De wacht',
  opgesteldOp: '2026-03-02',
  besprekenOp: '2026-03-30',
  metClient: true,
}

describe('het veiligheidsplan', () => {
  it('moet er binnen de termijn van de regio zijn; Vandaag laat zien wat te laat is', async () => {
    const persoonId = await givenCode('groen')
    await givenVerblijf(persoonId, 5)
    expect((await dossier(persoonId)).planNodigVoor).toBe('2026-02-28')
    const blok = async () =>
      (await als((work) => readVandaag(work))).groepen
        .find((groep) => groep.code === 'veiligheidsplan')
        ?.items.find((item) => item.persoonId === persoonId)
    expect(await blok()).toMatchObject({
      datum: '2026-02-28',
      stand: 'te_laat',
      wat: 'Nog geen veiligheidsplan',
    })
    accepted(await als((work) => makePlan(work, { ...plan, persoonId })))
    expect(await blok()).toBeUndefined()
    expect((await dossier(persoonId)).planNodigVoor).toBeNull()
  })

  it('heeft versies die blijven staan, een vast aanspreekpunt en een dag om het opnieuw te bespreken', async () => {
    const los = await givenPersoon(platform, vo, { isGeheim: true })
    expect(await als((work) => makePlan(work, { ...plan, persoonId: los }))).toMatchObject({
      code: 'geen_aanspreekpunt',
    })
    const persoonId = await givenCode('oranje')
    await givenVerblijf(persoonId)
    const { id } = accepted(await als((work) => makePlan(work, { ...plan, persoonId })))
    expect(await als((work) => makePlan(work, { ...plan, persoonId }))).toMatchObject({
      code: 'plan_loopt_al',
    })
    const nieuw = {
      ...plan,
      planId: id,
      versie: 1,
      afspraken: 'Andere route',
      besprekenOp: '2026-03-09',
    } as const
    accepted(await als((work) => revisePlan(work, nieuw)))
    expect(await als((work) => revisePlan(work, nieuw))).toMatchObject({ code: 'versie_verouderd' })
    const [gelezen] = (await dossier(persoonId)).plannen
    expect(gelezen!.versies.map((one) => [one.nummer, one.afspraken])).toEqual([
      [2, 'Andere route'],
      [1, 'Niet alleen naar buiten'],
    ])
    expect((await dossier(persoonId)).aanspreekpunt).toContain('Vrouwenopvang')
    accepted(await als((work) => closePlan(work, { planId: id, versie: 2, reden: 'veilig' })))
    expect(await als((work) => revisePlan(work, { ...nieuw, versie: 3 }))).toMatchObject({
      code: 'plan_afgesloten',
    })
  })

  it('staat versleuteld in de database', async () => {
    const { rows } = await database.login.query(
      'select inhoud_versleuteld from onderdak.veiligheidsplan_versie',
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toMatch(/Ex-partner|school|buiten/)
  })
})

describe('huisverbod en Veilig Thuis', () => {
  it('het huisverbod eindigt vanzelf, is één keer te verlengen en overlapt nooit', async () => {
    const persoonId = await givenPersoon(platform, vo)
    const verbod = {
      persoonId,
      besluitnummer: 'HV-7',
      gemeenteCode: 'GM0622',
      opgelegdOp: '2026-02-23',
    } as const
    const { id } = accepted(await als((work) => registerHuisverbod(work, verbod)))
    expect(await als((work) => registerHuisverbod(work, { ...verbod, besluitnummer: 'HV-8' }))).toMatchObject(
      {
        code: 'huisverbod_loopt_al',
      },
    )
    const ander = await givenPersoon(platform, vo)
    expect(await als((work) => registerHuisverbod(work, { ...verbod, persoonId: ander }))).toMatchObject({
      code: 'besluit_bestaat',
    })
    const items = (await als((work) => readVandaag(work))).groepen.find(
      (groep) => groep.code === 'huisverbod_eindigt',
    )
    expect(items?.items).toMatchObject([{ persoonId, datum: '2026-03-05' }])
    accepted(
      await als((work) =>
        extendHuisverbod(work, { id, versie: 1, op: work.today, verlengdTot: '2026-03-23' }),
      ),
    )
    expect((await dossier(persoonId)).huisverboden).toMatchObject([
      { toestand: 'geldt', acties: ['intrekken'] },
    ])
    platform.clock.set('2026-03-23')
    expect((await dossier(persoonId)).huisverboden).toMatchObject([{ toestand: 'voorbij', acties: [] }])
    expect(await als((work) => withdrawHuisverbod(work, { id, versie: 2, op: work.today }))).toMatchObject({
      code: 'verbod_geldt_niet',
    })
    platform.clock.set('2026-03-02')
  })

  it('Veilig Thuis is een feit met een begin en een einde', async () => {
    const persoonId = await givenPersoon(platform, vo)
    const feit = { persoonId, soort: 'onderzoek', van: '2026-02-20' } as const
    const { id } = accepted(await als((work) => registerVeiligThuis(work, feit)))
    expect(await als((work) => registerVeiligThuis(work, { ...feit, van: '2026-03-01' }))).toMatchObject({
      code: 'feit_bestaat',
    })
    accepted(await als((work) => endVeiligThuis(work, { id, versie: 1, op: '2026-03-01' })))
    expect((await dossier(persoonId)).veiligThuis).toMatchObject([{ tot: '2026-03-01' }])
  })
})

describe('de meldcode', () => {
  it('heeft geen plaats voor een naam of een verhaal, en alleen de gebruiker zelf ziet haar', async () => {
    const { rows } = await database.login.query<{ kolom: string; soort: string }>(
      `select column_name as kolom, data_type as soort from information_schema.columns where table_schema = 'onderdak' and table_name = 'meldcode_doorloop'`,
    )
    const kolommen = rows.map((row) => row.kolom)
    expect(kolommen).not.toContain('persoon_id')
    // The only texts are choices from a list.
    expect(
      rows
        .filter((row) => row.soort === 'text')
        .map((row) => row.kolom)
        .sort(),
    ).toEqual(['geen_gesprek_reden', 'status', 'uitkomst'])
    const { id } = accepted(await als((work) => startDoorloop(work, { op: work.today })))
    const stap = (stap: 'signalen' | 'overleg' | 'gesprek' | 'wegen' | 'beslissen') =>
      als((work) => stepDoorloop(work, { id, stap, geenGesprekReden: 'onveilig_client', uitkomst: 'melden' }))
    expect(await stap('beslissen')).toMatchObject({ code: 'stap_te_vroeg' })
    for (const een of ['overleg', 'signalen', 'gesprek', 'wegen', 'beslissen'] as const)
      accepted(await stap(een))
    expect((await als((work) => listDoorlopen(work))).results).toMatchObject([{ status: 'afgerond' }])
    const collega = await regio.als('loket', 'toegangsmedewerker')
    expect((await workAs(platform, collega, (work) => listDoorlopen(work))).results).toEqual([])
    expect(await workAs(platform, collega, (work) => eraseDoorloop(work, id))).toMatchObject({
      code: 'niet_gevonden',
    })
    expect(await als((work) => eraseDoorloop(work, id))).toBeUndefined()
    expect((await als((work) => listDoorlopen(work))).results).toEqual([])
  })
})
