import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenLocatie, givenProduct, type LocatieInput } from '../../../../tests/given/plek.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { givenPersoon } from '../../../../tests/given/verblijf.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { createHuishouden } from '../../persoon/server/commands.ts'
import {
  correctVertrek,
  type DirecteStart,
  endVerblijf,
  setUitstroomgereed,
  startDirectVerblijf,
} from './commands.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let nacht: Id
let loket: Vrager
let planner: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  nacht = await givenProduct(platform, regio, {
    naam: 'Nachtopvang',
    gezinnen: 'nee',
    maximum: { aantal: 12, eenheid: 'weken' },
  })
  loket = await regio.als('loket', 'toegangsmedewerker')
  planner = await regio.als('aanbieder', 'aanbieder_planner')
})

const place = (plekken: LocatieInput['plekken'] = [{}], more: Partial<LocatieInput> = {}) =>
  givenLocatie(platform, regio, { productId: nacht, plekken, ...more })
const start = (vrager: Vrager, input: Omit<DirecteStart, 'op' | 'soort'> & Partial<DirecteStart>) =>
  workAs(platform, vrager, (work) =>
    startDirectVerblijf(work, { op: '2026-03-02', soort: 'regulier', ...input }),
  )
const vertrek = {
  versie: 1,
  op: '2026-03-02',
  reden: 'eigen_keuze',
  bestemming: 'onbekend',
  persoonId: null,
  nieuwAanspreekpuntId: null,
  vervolg: { soort: 'stap', volgendeStap: 'Bellen', volgendeStapOp: '2026-03-09' },
} as const
const query = async (text: string, values: unknown[]) => (await database.login.query(text, values)).rows

describe('vertrek (invariant 4)', () => {
  it('vraagt een volgende stap of een reden van afsluiten, en weigert afsluiten zolang er iets loopt', async () => {
    const { plekIds } = await place([{}])
    const persoonId = await givenPersoon(platform, loket)
    const { id } = accepted(await start(loket, { persoonId, plekId: plekIds[0]! }))
    const leave = (more: object) =>
      workAs(platform, loket, (work) => endVerblijf(work, { ...vertrek, verblijfId: id, ...more }))
    const afsluiten = { soort: 'afsluiten', reden: 'duurzaam_gehuisvest', toelichting: 'Eigen huis' } as const
    expect(await leave({ reden: 'zomaar' })).toMatchObject({ code: 'reden_onbekend' })
    expect(await leave({ op: '2026-03-01' })).toMatchObject({ code: 'dag_te_vroeg' })
    await workAs(platform, loket, (work) =>
      work.db
        .insertInto('wachtlijstplaatsing')
        .values({
          id: work.newId(),
          regio_id: work.regioId,
          persoon_id: persoonId,
          product_id: nacht,
          richting: 'doorstroom',
          gemeente_code: 'GM0622',
          status: 'wachtend',
          gemeld_op: '2026-01-05',
          besloten_op: '2026-01-10',
          wachtreden: 'geen_plek',
          overbrugging: 'opvang',
          laatst_bevestigd_op: '2026-03-02',
          bevestigen_voor: '2027-01-01',
          aangemaakt_op: work.now,
          gewijzigd_op: work.now,
        })
        .execute(),
    )
    expect(await leave({ vervolg: afsluiten })).toMatchObject({ code: 'nog_iets_open', field: 'vervolg' })
    await database.login.query(
      "update onderdak.wachtlijstplaatsing set status = 'beeindigd', beeindigd_op = '2026-03-02', eindreden = 'eigen_oplossing' where persoon_id = $1",
      [persoonId],
    )
    accepted(await leave({ vervolg: afsluiten }))
    expect(await query('select status from onderdak.opvolging where persoon_id = $1', [persoonId])).toEqual([
      { status: 'afgesloten' },
    ])
    accepted(await start(loket, { persoonId: await givenPersoon(platform, loket), plekId: plekIds[0]! }))
  })

  it('een verkeerd vertrek is te herstellen zolang de plek en de persoon vrij zijn', async () => {
    const { plekIds } = await place([{}])
    const persoonId = await givenPersoon(platform, loket)
    const { id } = accepted(await start(loket, { persoonId, plekId: plekIds[0]!, op: '2026-02-20' }))
    accepted(
      await workAs(platform, planner, (work) =>
        endVerblijf(work, { ...vertrek, verblijfId: id, op: '2026-03-01' }),
      ),
    )
    const herstel = {
      verblijfId: id,
      versie: 2,
      reden: 'Verkeerde persoon gekozen',
      stap: { volgendeStap: 'Verder', volgendeStapOp: '2026-03-09' },
    }
    const next = accepted(
      await start(loket, { persoonId: await givenPersoon(platform, loket), plekId: plekIds[0]! }),
    )
    expect(await workAs(platform, planner, (work) => correctVertrek(work, herstel))).toMatchObject({
      code: 'plek_bezet_in_periode',
    })
    accepted(await workAs(platform, loket, (work) => endVerblijf(work, { ...vertrek, verblijfId: next.id })))
    // On the day of arrival and departure the plek was never slept in, so it is free again.
    accepted(await workAs(platform, planner, (work) => correctVertrek(work, herstel)))
    expect(await query('select geeindigd_op, eindreden from onderdak.verblijf where id = $1', [id])).toEqual([
      { geeindigd_op: null, eindreden: null },
    ])
  })

  it('een lid kan alleen vertrekken; is dat het aanspreekpunt, dan neemt een ander het over', async () => {
    const gezin = await givenProduct(platform, regio, { gezinnen: 'ja' })
    const { plekIds } = await place([{ personenMaximum: 2 }], { productId: gezin })
    const een = await givenPersoon(platform, loket)
    const twee = await givenPersoon(platform, loket)
    accepted(
      await workAs(platform, loket, (work) =>
        createHuishouden(work, {
          persoonId: een,
          leden: [{ persoonId: twee, rol: 'partner' }],
          op: '2026-01-01',
        }),
      ),
    )
    const { id } = accepted(await start(loket, { persoonId: een, plekId: plekIds[0]! }))
    const leave = (more: object) =>
      workAs(platform, loket, (work) =>
        endVerblijf(work, { ...vertrek, verblijfId: id, persoonId: een, ...more }),
      )
    expect(await leave({})).toMatchObject({ code: 'aanspreekpunt_nodig' })
    accepted(await leave({ nieuwAanspreekpuntId: twee }))
    // Who saw both of them reads that one left, and who recorded it.
    expect(
      await workAs(platform, planner, (work) =>
        setUitstroomgereed(work, {
          verblijfId: id,
          versie: 1,
          op: '2026-03-02',
          wachtOp: 'wacht_op_woning',
        }),
      ),
    ).toMatchObject({
      code: 'versie_verouderd',
      wijzigingen: [{ veld: 'bewoners', oud: '2', nieuw: '1', door: 'Proef toegangsmedewerker loket' }],
    })
    expect(await query('select persoon_id, geeindigd_op from onderdak.verblijf where id = $1', [id])).toEqual(
      [{ persoon_id: twee, geeindigd_op: null }],
    )
    expect(
      await query(
        "select persoon_id from onderdak.opvolging where persoon_id = any($1) and status = 'open'",
        [[een, twee]],
      ),
    ).toHaveLength(2)
  })
})
