import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenLocatie, givenProduct } from '../../../../tests/given/plek.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { givenPersoon } from '../../../../tests/given/verblijf.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays } from '../../../shared/plain-date.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { fase, productOvergang } from '../../beheer/domain/soorten.ts'
import { changeGedateerd } from '../../beheer/server/dated-commands.ts'
import { mergeDossiers } from '../../opvolging/server/samenvoeg-commands.ts'
import { createHuishouden } from '../../persoon/server/commands.ts'
import { endVerblijf, startDirectVerblijf } from '../../verblijf/server/commands.ts'
import type { TrajectDetail } from '../domain/api.ts'
import { findTrajectenVan } from './detail-queries.ts'
import { endTraject } from './einde.ts'
import { listTrajectRijen } from './queries.ts'
import { planAchttienRoutes, signalWlz, stepAchttien, stepWlz } from './route-commands.ts'
import { startTraject } from './start-commands.ts'
import {
  changeAanspreekpunt,
  changeFase,
  changeProduct,
  resumeTraject,
  startOnderbreking,
} from './verloop-commands.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager
let planner: Vrager
let nacht: Id
let bw: Id
let woning: Id

const query = async (text: string, values: unknown[] = []) => (await database.login.query(text, values)).rows

// It is Monday 2 March 2026.
beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'toegangsmedewerker')
  planner = await regio.als('aanbieder', 'aanbieder_planner')
  nacht = await givenProduct(platform, regio, { naam: 'Nachtopvang', domein: 'MO', gezinnen: 'ja' })
  bw = await givenProduct(platform, regio, { naam: 'Beschermd wonen', domein: 'BW', gezinnen: 'ja' })
  woning = await givenProduct(platform, regio, { naam: 'Flexwoning', domein: 'WONEN', gezinnen: 'ja' })
  const keten = [
    ['MO', 1, 'instroom', null, null],
    ['MO', 2, 'verblijf', 12, 'verblijf'],
    ['MO', 3, 'uitstroom', null, 'uitstroomgereed'],
    ['BW', 1, 'instroom', null, 'verblijf'],
    ['BW', 2, 'doorstroom', 100, null],
  ] as const
  for (const [domein, volgorde, code, weken, begintBij] of keten)
    accepted(
      await workAs(platform, regio.systeem, (work) =>
        changeGedateerd(work, fase, {
          sleutel: { domein, code },
          versie: 0,
          vanaf: '2020-01-01',
          waarde: {
            volgorde,
            naam: code,
            omschrijving: '',
            termijnAantal: weken,
            termijnEenheid: weken === null ? null : 'weken',
            waarschuwDagen: 28,
            begintBij,
            bron: null,
          },
        }),
      ),
    )
  accepted(
    await workAs(platform, regio.systeem, (work) =>
      changeGedateerd(work, productOvergang, {
        sleutel: { vanProductId: nacht, naarProductId: bw },
        versie: 0,
        vanaf: '2020-01-01',
        waarde: { voorwaarde: '', bron: null },
      }),
    ),
  )
})

async function place(productId: Id, plekken = 1): Promise<Id[]> {
  const made = await givenLocatie(platform, regio, {
    productId,
    plekken: Array.from({ length: plekken }, () => ({ personenMaximum: 4 })),
  })
  return made.plekIds
}

async function start(vrager: Vrager, persoonId: Id, productId: Id, meer: Record<string, unknown> = {}) {
  const [plekId] = await place(productId)
  return workAs(platform, vrager, (work) =>
    startDirectVerblijf(work, { persoonId, plekId: plekId!, op: '2026-02-02', soort: 'regulier', ...meer }),
  )
}

const vertrek = (verblijfId: Id, meer: Record<string, unknown> = {}) => ({
  verblijfId,
  versie: 1,
  op: '2026-03-01',
  reden: 'eigen_keuze',
  bestemming: 'onbekend',
  persoonId: null,
  nieuwAanspreekpuntId: null,
  vervolg: { soort: 'stap' as const, volgendeStap: 'Bellen', volgendeStapOp: '2026-03-09' },
  ...meer,
})

async function trajecten(vrager: Vrager, persoonId: Id): Promise<TrajectDetail[]> {
  return accepted(await workAs(platform, vrager, (work) => findTrajectenVan(work, persoonId))).trajecten
}

async function one(vrager: Vrager, persoonId: Id): Promise<TrajectDetail> {
  const [traject] = await trajecten(vrager, persoonId)
  return traject!
}

const doe = <T>(vrager: Vrager, run: Parameters<typeof workAs<T>>[2]) => workAs(platform, vrager, run)

describe('een verblijf begint het traject (invariant 1, 3)', () => {
  it('met de fase van de regio, het product en de contactpersoon als vast aanspreekpunt', async () => {
    const persoonId = await givenPersoon(platform, loket)
    accepted(await start(loket, persoonId, nacht))
    const traject = await one(loket, persoonId)
    expect(traject).toMatchObject({
      begonnenOp: '2026-02-02',
      toestand: 'lopend',
      fasen: [{ domein: 'MO', code: 'verblijf', van: '2026-02-02', uiterlijkOp: '2026-04-27' }],
      producten: [{ product: 'Nachtopvang', richting: 'verblijf', tot: null }],
      aanspreekpunten: [{ naam: 'Proef toegangsmedewerker loket', tot: null }],
    })
    expect(await trajecten(planner, persoonId)).toHaveLength(1)
  })

  it('elke volwassene van het huishouden krijgt een eigen traject, een kind niet', async () => {
    const [een, twee] = [await givenPersoon(platform, loket), await givenPersoon(platform, loket)]
    const kind = await givenPersoon(platform, loket, { geboortedatum: '2015-01-01' })
    accepted(
      await doe(loket, (work) =>
        createHuishouden(work, {
          persoonId: een,
          op: '2026-01-01',
          leden: [
            { persoonId: twee, rol: 'partner' },
            { persoonId: kind, rol: 'kind' },
          ],
        }),
      ),
    )
    accepted(await start(loket, een, nacht))
    expect((await trajecten(loket, een)).length).toBe(1)
    expect((await one(loket, twee)).aanspreekpunten[0]?.naam).toBe('Proef toegangsmedewerker loket')
    expect(await trajecten(loket, kind)).toEqual([])
  })

  it('een vertrek eindigt het traject niet; een volgend verblijf gaat ermee verder', async () => {
    const persoonId = await givenPersoon(platform, loket)
    const { id } = accepted(await start(loket, persoonId, nacht))
    accepted(await doe(loket, (work) => endVerblijf(work, vertrek(id))))
    expect(await one(loket, persoonId)).toMatchObject({
      geeindigdOp: null,
      producten: [{ tot: '2026-03-01' }],
    })
    expect((await one(loket, persoonId)).fasen.every((een) => een.tot !== null)).toBe(true)
    accepted(await start(loket, persoonId, bw, { op: '2026-03-02' }))
    const traject = await one(loket, persoonId)
    expect(await trajecten(loket, persoonId)).toHaveLength(1)
    expect(traject.fasen.map((een) => [een.domein, een.code])).toEqual([
      ['MO', 'verblijf'],
      ['BW', 'instroom'],
    ])
    expect(traject.herinstromen).toMatchObject([
      { na: '2026-03-01', op: '2026-03-02', dagen: 1, soort: 'verblijf' },
    ])
  })

  it('wie vertrekt naar een eigen woning is in de fase uitstroom; wie overlijdt heeft geen traject meer', async () => {
    const persoonId = await givenPersoon(platform, loket)
    const { id } = accepted(await start(loket, persoonId, nacht))
    accepted(
      await doe(loket, (work) =>
        endVerblijf(work, vertrek(id, { reden: 'doelen_behaald', bestemming: 'eigen_woning' })),
      ),
    )
    expect((await one(loket, persoonId)).fasen.at(-1)).toMatchObject({ code: 'uitstroom', tot: null })
    const ander = await givenPersoon(platform, loket)
    const stay = accepted(await start(loket, ander, nacht))
    accepted(
      await doe(loket, (work) =>
        endVerblijf(work, vertrek(stay.id, { reden: 'overleden', bestemming: 'overleden' })),
      ),
    )
    expect(await one(loket, ander)).toMatchObject({ geeindigdOp: '2026-03-01', eindreden: 'overleden' })
  })

  it('een time-out onderbreekt: het traject en het product lopen door, en het vertrek rondt haar af', async () => {
    const persoonId = await givenPersoon(platform, loket)
    accepted(await start(loket, persoonId, bw))
    const { id } = accepted(await start(loket, persoonId, nacht, { soort: 'time_out', op: '2026-02-20' }))
    expect(await one(loket, persoonId)).toMatchObject({
      toestand: 'time_out',
      producten: [{ product: 'Beschermd wonen', tot: null }],
    })
    accepted(await doe(loket, (work) => endVerblijf(work, vertrek(id))))
    expect(await one(loket, persoonId)).toMatchObject({
      toestand: 'lopend',
      producten: [{ product: 'Beschermd wonen', tot: null }],
      onderbrekingen: [{ soort: 'time_out', van: '2026-02-20', tot: '2026-03-01' }],
    })
  })

  it('een stap buiten de keten van de regio vraagt een reden (invariant 5)', async () => {
    const persoonId = await givenPersoon(platform, loket)
    accepted(await start(loket, persoonId, nacht))
    const door = { op: '2026-03-02', eindigVorigVerblijf: true }
    expect(await start(loket, persoonId, woning, door)).toMatchObject({
      code: 'stap_buiten_keten',
      field: 'afwijkingReden',
      possible: ['Beschermd wonen'],
    })
    accepted(await start(loket, persoonId, woning, { ...door, afwijkingReden: 'Er is een baby op komst' }))
    expect((await one(loket, persoonId)).producten[0]).toMatchObject({
      product: 'Flexwoning',
      afwijkingReden: 'Er is een baby op komst',
    })
  })
})

describe('het vaste aanspreekpunt (invariant 2)', () => {
  it('wisselt met een reden, zonder gat, en de vorige blijft zichtbaar in de geschiedenis', async () => {
    const persoonId = await givenPersoon(platform, loket)
    accepted(await start(loket, persoonId, nacht))
    const traject = await one(loket, persoonId)
    const wissel = {
      trajectId: traject.id,
      versie: traject.versie,
      gebruikerId: planner.gebruikerId!,
      op: '2026-03-01',
    }
    accepted(await doe(loket, (work) => changeAanspreekpunt(work, { ...wissel, reden: 'Woont nu daar' })))
    expect((await one(loket, persoonId)).aanspreekpunten).toMatchObject([
      { organisatie: 'Aanbieder Noord', van: '2026-03-01', tot: null, reden: 'Woont nu daar' },
      { organisatie: 'Regionaal loket', van: '2026-02-02', tot: '2026-03-01' },
    ])
    const vreemd = await regio.als('andereAanbieder', 'aanbieder_planner')
    expect(
      await doe(loket, (work) =>
        changeAanspreekpunt(work, { ...wissel, versie: 2, gebruikerId: vreemd.gebruikerId!, reden: 'x' }),
      ),
    ).toMatchObject({ code: 'medewerker_niet_betrokken' })
    expect(
      await doe(loket, (work) => changeAanspreekpunt(work, { ...wissel, reden: 'Oude pagina' })),
    ).toMatchObject({ code: 'versie_verouderd' })
  })

  it('de database weigert een gat, een tweede aanspreekpunt en een einde met iets open', async () => {
    const persoonId = await givenPersoon(platform, loket)
    accepted(await start(loket, persoonId, nacht))
    const { id } = await one(loket, persoonId)
    await expect(
      query(`update onderdak.aanspreekpunt set tot = '2026-03-01' where traject_id = $1`, [id]),
    ).rejects.toMatchObject({ constraint: 'aanspreekpunt_precies_een' })
    await expect(
      query('delete from onderdak.aanspreekpunt where traject_id = $1', [id]),
    ).rejects.toMatchObject({
      constraint: 'aanspreekpunt_precies_een',
    })
    await expect(
      query(
        `insert into onderdak.aanspreekpunt (id, regio_id, traject_id, persoon_id, organisatie_id, gebruiker_id, van, vastgelegd_op)
         select gen_random_uuid(), regio_id, traject_id, persoon_id, organisatie_id, gebruiker_id, '2026-03-01', now() from onderdak.aanspreekpunt where traject_id = $1`,
        [id],
      ),
    ).rejects.toMatchObject({ constraint: 'aanspreekpunt_precies_een' })
    await expect(
      query(
        `with a as (update onderdak.aanspreekpunt set tot = '2026-03-01' where traject_id = $1)
         update onderdak.traject set geeindigd_op = '2026-03-01', eindreden = 'uitval' where id = $1`,
        [id],
      ),
    ).rejects.toMatchObject({ constraint: 'traject_geeindigd_is_rond' })
  })

  it('welke weg iemand ook gaat: altijd één aanspreekpunt, één open traject, en na het einde niets open', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...stappen), fc.integer({ min: 0, max: 6 })), {
          minLength: 4,
          maxLength: 14,
        }),
        async (weg) => {
          const persoonId = await givenPersoon(platform, loket)
          accepted(
            await doe(loket, (work) => startTraject(work, { persoonId, op: '2026-02-02', stap: null })),
          )
          for (const [stap, dag] of weg) await zet(stap, persoonId, addDays('2026-02-20', dag))
          await checkBoeken()
        },
      ),
      { numRuns: 25 },
    )
  })

  it('50 keer tegelijk beginnen geeft één traject met één aanspreekpunt', async () => {
    const persoonId = await givenPersoon(platform, loket)
    const [plekken, wijkteam] = [await place(nacht, 25), await regio.als('loket', 'casusregisseur')]
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        i % 2
          ? doe(wijkteam, (work) => startTraject(work, { persoonId, op: '2026-03-02', stap: null }))
          : doe(loket, (work) =>
              startDirectVerblijf(work, {
                persoonId,
                plekId: plekken[i / 2]!,
                op: '2026-03-02',
                soort: 'regulier',
              }),
            ),
      ),
    )
    expect(results.filter((result) => !isRejection(result)).length).toBeGreaterThan(0)
    expect(
      await query(
        'select count(*)::int as n from onderdak.traject where persoon_id = $1 and geeindigd_op is null',
        [persoonId],
      ),
    ).toEqual([{ n: 1 }])
    await checkBoeken()
  })
})

const stappen = [
  'fase_verder',
  'fase_terug',
  'aanbieder',
  'loket',
  'terugval',
  'time_out',
  'hervatten',
  'product',
  'wlz',
  'einde',
  'begin',
] as const

/** One step on some day; whether it is refused does not matter here, only what it leaves behind. */
async function zet(stap: (typeof stappen)[number], persoonId: Id, op: string): Promise<void> {
  const traject = await one(loket, persoonId)
  const basis = { trajectId: traject.id, versie: traject.versie, op }
  await doe(loket, async (work): Promise<unknown> => {
    switch (stap) {
      case 'fase_verder':
        return changeFase(work, { ...basis, domein: 'BW', code: 'doorstroom', reden: null })
      case 'fase_terug':
        return changeFase(work, { ...basis, domein: 'MO', code: 'instroom', reden: 'Terug naar de opvang' })
      case 'aanbieder':
      case 'loket': {
        const wie = stap === 'loket' ? loket : await regio.als('loket', 'casusregisseur')
        return changeAanspreekpunt(work, { ...basis, gebruikerId: wie.gebruikerId!, reden: 'Wissel' })
      }
      case 'terugval':
      case 'time_out':
        return startOnderbreking(work, {
          ...basis,
          soort: stap,
          verwachtTot: null,
          reden: 'Gaat slecht',
          stap: null,
        })
      case 'hervatten':
        return resumeTraject(work, { ...basis, uitkomst: 'Weer verder' })
      case 'product':
        return changeProduct(work, {
          ...basis,
          productId: op > '2026-02-23' ? bw : nacht,
          bouwsteen: null,
          richting: 'wisselen',
          reden: 'Past beter',
          afwijkingReden: null,
        })
      case 'wlz':
        return signalWlz(work, { ...basis, signaal: 'Blijvende zorg nodig' })
      case 'einde':
        return endTraject(work, {
          ...basis,
          reden: 'uitval',
          toelichting: null,
          vervolg: { soort: 'stap', volgendeStap: 'Bellen', volgendeStapOp: '2026-03-09' },
        })
      case 'begin':
        return startTraject(work, { persoonId, op, stap: null })
    }
  })
}

/** Over every traject in the database, whatever made it. */
async function checkBoeken(): Promise<void> {
  const [fout] = await query(`
    select
      (select count(*)::int from onderdak.traject t where coalesce((select range_agg(daterange(a.van, a.tot)) from onderdak.aanspreekpunt a where a.traject_id = t.id), '{}')
        <> datemultirange(daterange(t.begonnen_op, t.geeindigd_op))) as zonder,
      (select count(*)::int from (select persoon_id from onderdak.traject where geeindigd_op is null group by 1 having count(*) > 1) d) as dubbel,
      (select count(*)::int from onderdak.traject t join onderdak.traject_fase f on f.traject_id = t.id where t.geeindigd_op is not null and f.tot is null) as fase_open,
      (select count(*)::int from onderdak.traject t join onderdak.wlz_route f on f.traject_id = t.id where t.geeindigd_op is not null and f.status in ('signaal', 'aangevraagd', 'bij_ciz')) as wlz_open,
      (select count(*)::int from onderdak.traject t join onderdak.traject_onderbreking f on f.traject_id = t.id where t.geeindigd_op is not null and f.tot is null) as onderbroken`)
  expect(fout).toEqual({ zonder: 0, dubbel: 0, fase_open: 0, wlz_open: 0, onderbroken: 0 })
}

describe('einde (invariant 4)', () => {
  it('kan niet zolang er een verblijf loopt, en vraagt hoe het verder gaat', async () => {
    const persoonId = await givenPersoon(platform, loket)
    const { id } = accepted(await start(loket, persoonId, nacht))
    const traject = await one(loket, persoonId)
    const einde = {
      trajectId: traject.id,
      versie: traject.versie,
      op: '2026-03-02',
      reden: 'duurzaam_gehuisvest',
      toelichting: null,
      vervolg: {
        soort: 'afsluiten' as const,
        reden: 'duurzaam_gehuisvest' as const,
        toelichting: 'Woont op zichzelf',
      },
    }
    expect(await doe(loket, (work) => endTraject(work, einde))).toMatchObject({ code: 'verblijf_loopt' })
    accepted(await doe(loket, (work) => endVerblijf(work, vertrek(id))))
    accepted(await doe(loket, (work) => endTraject(work, einde)))
    expect(await query('select status from onderdak.opvolging where persoon_id = $1', [persoonId])).toEqual([
      { status: 'afgesloten' },
    ])
    expect(await doe(loket, (work) => endTraject(work, einde))).toMatchObject({ code: 'kan_nu_niet' })
  })
})

describe('routes', () => {
  it('een aanvraag voor de Wlz loopt van signaal tot besluit en telt zolang als lopend (TRJ-11)', async () => {
    const persoonId = await givenPersoon(platform, loket)
    accepted(await start(loket, persoonId, bw))
    const traject = await one(loket, persoonId)
    accepted(
      await doe(loket, (work) =>
        signalWlz(work, {
          trajectId: traject.id,
          versie: traject.versie,
          op: '2026-02-10',
          signaal: 'Blijvend toezicht',
        }),
      ),
    )
    const route = async () => (await one(loket, persoonId)).wlz[0]!
    const leeg = { metClient: null, wlzVanaf: null, wmoEindeOp: null, toelichting: null }
    const stap = async (meer: Record<string, unknown>) => {
      const { id, versie } = await route()
      return doe(loket, (work) =>
        stepWlz(work, { ...leeg, routeId: id, versie, naar: 'aangevraagd', op: '2026-02-12', ...meer }),
      )
    }
    expect(await stap({ naar: 'bij_ciz' })).toMatchObject({ code: 'kan_nu_niet' })
    accepted(await stap({ metClient: true }))
    accepted(await stap({ naar: 'bij_ciz', op: '2026-02-15' }))
    const lopend = async () =>
      (
        await doe(loket, (work) =>
          listTrajectRijen(work, {
            stand: 'wlz',
            van: 'allen',
            sorteer: 'naam',
            pagina: 1,
            aantalPerPagina: 50,
          }),
        )
      ).count
    const before = await lopend()
    accepted(
      await stap({ naar: 'toegekend', op: '2026-02-28', wlzVanaf: '2026-04-01', wmoEindeOp: '2026-04-01' }),
    )
    expect(await lopend()).toBe(before - 1)
    expect(await route()).toMatchObject({ status: 'toegekend', metClient: true, wmoEindeOp: '2026-04-01' })
  })

  it('wie bijna 18 wordt krijgt op tijd een taak en een eigen traject, één keer (TRJ-12)', async () => {
    const ouder = await givenPersoon(platform, loket)
    const kind = await givenPersoon(platform, loket, { geboortedatum: '2009-04-01' })
    const jong = await givenPersoon(platform, loket, { geboortedatum: '2010-04-01' })
    accepted(
      await doe(loket, (work) =>
        createHuishouden(work, {
          persoonId: ouder,
          op: '2026-01-01',
          leden: [
            { persoonId: kind, rol: 'kind' },
            { persoonId: jong, rol: 'kind' },
          ],
        }),
      ),
    )
    accepted(await start(loket, ouder, nacht))
    expect(await doe(regio.systeem, (work) => planAchttienRoutes(work))).toBeGreaterThan(0)
    const traject = await one(loket, kind)
    expect(traject.achttien).toMatchObject({
      status: 'te_plannen',
      achttienOp: '2027-04-01',
      planVoor: '2026-04-01',
    })
    expect(traject.aanspreekpunten[0]?.naam).toBe('Proef toegangsmedewerker loket')
    expect(await trajecten(loket, jong)).toEqual([])
    expect(await doe(regio.systeem, (work) => planAchttienRoutes(work))).toBe(0)
    accepted(
      await doe(loket, (work) =>
        stepAchttien(work, {
          routeId: traject.achttien!.id,
          versie: 1,
          naar: 'plan_gemaakt',
          op: '2026-03-02',
          vervolg: 'wmo',
          afspraken: 'Wmo-begeleiding vanaf de verjaardag',
        }),
      ),
    )
    expect((await one(loket, kind)).achttien).toMatchObject({ status: 'plan_gemaakt', vervolg: 'wmo' })
  })
})

describe('de werklijst', () => {
  const lijst = async (stand: 'te_lang' | 'uitval' | 'draaideur' | 'zonder_stap', vrager = loket) =>
    (
      await doe(vrager, (work) =>
        listTrajectRijen(work, {
          stand,
          van: 'allen',
          sorteer: '-faseDagen',
          pagina: 1,
          aantalPerPagina: 200,
        }),
      )
    ).results.map((row) => row.persoonId)

  it('te lang in een fase: wie langer is dan de termijn, de langste eerst (TRJ-06)', async () => {
    const [lang, langer] = [await givenPersoon(platform, loket), await givenPersoon(platform, loket)]
    accepted(await start(loket, lang, nacht, { op: '2025-11-01' }))
    accepted(await start(loket, langer, nacht, { op: '2025-06-01' }))
    const gevonden = await lijst('te_lang')
    expect(gevonden.indexOf(langer)).toBeLessThan(gevonden.indexOf(lang))
    expect(gevonden.indexOf(langer)).toBeGreaterThanOrEqual(0)
    expect(await lijst('te_lang', await regio.als('andereAanbieder', 'aanbieder_planner'))).toEqual([])
  })

  it('draaideur: twee keer terug binnen de termijn; wie er uitviel staat onder uitval (TRJ-08)', async () => {
    const persoonId = await givenPersoon(platform, loket)
    for (const [op, tot] of [
      ['2025-08-01', '2025-09-01'],
      ['2025-10-01', '2025-11-01'],
      ['2025-12-01', '2026-01-10'],
    ] as const) {
      const { id } = accepted(await start(loket, persoonId, nacht, { op }))
      accepted(await doe(loket, (work) => endVerblijf(work, vertrek(id, { op: tot, reden: 'uitval' }))))
    }
    expect((await one(loket, persoonId)).herinstromen).toHaveLength(2)
    expect(await lijst('draaideur')).toContain(persoonId)
    expect(await lijst('uitval')).toContain(persoonId)
  })
})

describe('samengevoegde dossiers', () => {
  it('het lopende traject gaat mee; hebben beide er een, dan blijft er één over', async () => {
    const [oud, geldt] = [await givenPersoon(platform, loket), await givenPersoon(platform, loket)]
    accepted(await doe(loket, (work) => startTraject(work, { persoonId: oud, op: '2026-02-02', stap: null })))
    accepted(
      await doe(loket, (work) =>
        mergeDossiers(work, { persoonId: oud, opgegaanIn: geldt, reden: 'Dezelfde' }),
      ),
    )
    expect(await one(loket, geldt)).toMatchObject({ begonnenOp: '2026-02-02', geeindigdOp: null })
    const [a, b] = [await givenPersoon(platform, loket), await givenPersoon(platform, loket)]
    for (const persoonId of [a, b])
      accepted(await doe(loket, (work) => startTraject(work, { persoonId, op: '2026-02-02', stap: null })))
    accepted(
      await doe(loket, (work) => mergeDossiers(work, { persoonId: a, opgegaanIn: b, reden: 'Dezelfde' })),
    )
    expect((await trajecten(loket, b)).map((een) => een.eindreden)).toEqual([null, 'samengevoegd'])
    await checkBoeken()
  })
})
