import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted } from '../../../../tests/given/platform.ts'
import { givenTrajectketen, type Trajectketen, vertrek } from '../../../../tests/given/traject.ts'
import { givenPersoon } from '../../../../tests/given/verblijf.ts'
import { recordDeling } from '../../delen/server/commands.ts'
import { mergeDossiers } from '../../opvolging/server/samenvoeg-commands.ts'
import { createHuishouden } from '../../persoon/server/commands.ts'
import { endVerblijf } from '../../verblijf/server/commands.ts'
import { answerJeugdwet, planAchttienRoutes, stepAchttien } from './achttien-commands.ts'
import { endTraject } from './einde.ts'
import { listTrajectRijen } from './queries.ts'
import { signalWlz, stepWlz } from './route-commands.ts'
import { startTraject } from './start-commands.ts'

const database = useDatabase()
let platform: Trajectketen['platform']
let regio: Trajectketen['regio']
let loket: Trajectketen['loket']
let nacht: Trajectketen['nacht']
let bw: Trajectketen['bw']
let query: Trajectketen['query']
let start: Trajectketen['start']
let trajecten: Trajectketen['trajecten']
let one: Trajectketen['one']
let doe: Trajectketen['doe']
let checkBoeken: Trajectketen['checkBoeken']

// It is Monday 2 March 2026.
beforeAll(async () => {
  ;({ platform, regio, loket, nacht, bw, query, start, trajecten, one, doe, checkBoeken } =
    await givenTrajectketen(database))
})

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
          jeugdwet: 'geweigerd',
          jeugdwetVorm: 'mondeling',
        }),
      ),
    )
    expect((await one(loket, kind)).achttien).toMatchObject({
      status: 'plan_gemaakt',
      vervolg: 'wmo',
      jeugdwet: 'geweigerd',
    })
  })

  it('wie hulp uit de Wmo krijgt, is gevraagd of gegevens van voor 18 mee mogen (Wmo 2015 art. 5.1.1 lid 4)', async () => {
    const { routeId, persoonId } = await givenAchttien('2008-03-01')
    const plan = {
      routeId,
      versie: 1,
      naar: 'plan_gemaakt' as const,
      op: '2026-03-02',
      afspraken: 'Begeleiding',
      jeugdwet: null,
      jeugdwetVorm: null,
    }
    const refused = await doe(loket, (work) => stepAchttien(work, { ...plan, vervolg: 'wmo' }))
    expect(refused).toMatchObject({ code: 'jeugdwet_toestemming_vragen', field: 'jeugdwet' })
    expect(JSON.stringify(refused)).toContain('art. 5.1.1 lid 4')
    accepted(await doe(loket, (work) => stepAchttien(work, { ...plan, vervolg: 'zelfstandig' })))
    // Turned 18 yesterday and never asked: what tells of the help of before does not go on.
    const deel = (meer: object = {}) =>
      doe(loket, (work) =>
        recordDeling(work, {
          persoonId,
          ontvanger: { organisatieId: regio.organisaties.aanbieder },
          gegevensset: 'ondersteuning',
          doel: 'Begeleiding na 18',
          grond: 'WETTELIJKE_TAAK_COLLEGE',
          vervaltOp: '2026-06-01',
          ...meer,
        }),
      )
    const geweigerd = await deel()
    expect(geweigerd).toMatchObject({ code: 'jeugdwet_toestemming_nodig', field: 'zonderJeugdgegevens' })
    expect(JSON.stringify(geweigerd)).toContain('Wmo 2015 art. 5.1.1 lid 4')
    accepted(await deel({ zonderJeugdgegevens: true }))
    accepted(await deel({ gegevensset: 'contact' }))
    const antwoord = (versie: number, gegeven: 'gegeven' | 'geweigerd') =>
      doe(loket, (work) =>
        answerJeugdwet(work, { routeId, versie, antwoord: gegeven, vorm: 'schriftelijk', op: '2026-03-02' }),
      )
    accepted(await antwoord(2, 'gegeven'))
    const { id } = accepted(await deel())
    accepted(await antwoord(3, 'geweigerd'))
    const eindes = await query(
      'select id, einde_reden from onderdak.deling where persoon_id = $1 and beeindigd_op is not null',
      [persoonId],
    )
    expect(eindes).toEqual([{ id, einde_reden: 'toestemming_ingetrokken' }])
    expect(await deel()).toMatchObject({ code: 'jeugdwet_toestemming_nodig' })
  })

  /** Somebody with a traject and a route to 18, as the nightly task made it before. */
  async function givenAchttien(geboortedatum: string) {
    const persoonId = await givenPersoon(platform, loket, { geboortedatum })
    const { id: trajectId } = accepted(
      await doe(loket, (work) => startTraject(work, { persoonId, op: '2026-02-02', stap: null })),
    )
    const routeId = platform.newId()
    await query(
      `insert into onderdak.achttien_route (id, regio_id, traject_id, persoon_id, status, achttien_op, plan_voor, gewijzigd_op)
       values ($1, $2, $3, $4, 'te_plannen', '2026-03-01', '2026-01-01', now())`,
      [routeId, regio.regioId, trajectId, persoonId],
    )
    return { persoonId, routeId }
  }
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
