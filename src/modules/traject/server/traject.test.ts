import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted } from '../../../../tests/given/platform.ts'
import { givenTrajectketen, type Trajectketen, vertrek } from '../../../../tests/given/traject.ts'
import { givenPersoon } from '../../../../tests/given/verblijf.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays } from '../../../shared/plain-date.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { createHuishouden } from '../../persoon/server/commands.ts'
import { endVerblijf, startDirectVerblijf } from '../../verblijf/server/commands.ts'
import { endTraject } from './einde.ts'
import { signalWlz } from './route-commands.ts'
import { startTraject } from './start-commands.ts'
import {
  changeAanspreekpunt,
  changeFase,
  changeProduct,
  resumeTraject,
  startOnderbreking,
} from './verloop-commands.ts'

const database = useDatabase()
let platform: Trajectketen['platform']
let regio: Trajectketen['regio']
let loket: Trajectketen['loket']
let planner: Trajectketen['planner']
let nacht: Trajectketen['nacht']
let bw: Trajectketen['bw']
let woning: Trajectketen['woning']
let query: Trajectketen['query']
let place: Trajectketen['place']
let start: Trajectketen['start']
let trajecten: Trajectketen['trajecten']
let one: Trajectketen['one']
let doe: Trajectketen['doe']
let checkBoeken: Trajectketen['checkBoeken']

// It is Monday 2 March 2026.
beforeAll(async () => {
  ;({
    platform,
    regio,
    loket,
    planner,
    nacht,
    bw,
    woning,
    query,
    place,
    start,
    trajecten,
    one,
    doe,
    checkBoeken,
  } = await givenTrajectketen(database))
})

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
