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
  moveVerblijf,
  setUitstroomgereed,
  setVerwachtEinde,
  startDirectVerblijf,
} from './commands.ts'
import { listVerblijfRijen } from './queries.ts'

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
const verhuizing = { op: '2026-03-02', reden: null, afwijkingReden: null, gezinReden: null }
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

describe('vertrek na het maximum (invariant 5, TRJ-05)', () => {
  const stay = async (op: string) => {
    const { plekIds } = await place([{}])
    const persoonId = await givenPersoon(platform, loket)
    const made = accepted(await start(loket, { persoonId, plekId: plekIds[0]!, op }))
    const leave = (more: object = {}) =>
      workAs(platform, loket, (work) => endVerblijf(work, { ...vertrek, verblijfId: made.id, ...more }))
    return { ...made, persoonId, leave }
  }
  const reasonOf = async (id: Id) =>
    (await query('select overschrijding_reden as reden from onderdak.verblijf where id = $1', [id]))[0].reden

  it('wie langer bleef dan het maximum vertrekt alleen met een reden uit de lijst', async () => {
    // Twelve weeks end on 1 March; who leaves on 2 March stayed a night too long.
    const { id, leave } = await stay('2025-12-07')
    expect(await leave()).toMatchObject({ code: 'overschrijding_reden_nodig', field: 'overschrijdingReden' })
    expect(await leave({ overschrijdingReden: 'zomaar' })).toMatchObject({
      code: 'reden_onbekend',
      field: 'overschrijdingReden',
    })
    accepted(await leave({ overschrijdingReden: 'wacht_op_bw' }))
    expect(await reasonOf(id)).toBe('wacht_op_bw')
  })

  it('wie op de uiterste dag vertrekt bleef niet te lang: er wordt niets gevraagd en niets bewaard', async () => {
    const { id, leave } = await stay('2025-12-08')
    accepted(await leave({ overschrijdingReden: 'wacht_op_bw' }))
    expect(await reasonOf(id)).toBeNull()
  })

  it('de reden van een verlenging geldt ook bij het vertrek, tot er een andere wordt gekozen', async () => {
    const { id, leave } = await stay('2025-12-07')
    await database.login.query(
      "update onderdak.verblijf set overschrijding_reden = 'kinderen' where id = $1",
      [id],
    )
    accepted(await leave())
    expect(await reasonOf(id)).toBe('kinderen')
  })

  it('doorstroom naar een ander product vraagt het ook; een andere kamer in hetzelfde product niet', async () => {
    const { id, persoonId } = await stay('2025-12-07')
    const kamer = await place([{}])
    const moved = accepted(
      await workAs(platform, loket, (work) =>
        moveVerblijf(work, { ...verhuizing, verblijfId: id, versie: 1, plekId: kamer.plekIds[0]! }),
      ),
    )
    const verder = await givenProduct(platform, regio, {})
    const { plekIds } = await place([{}], { productId: verder })
    const move = (more: object) =>
      workAs(platform, loket, (work) =>
        moveVerblijf(work, { ...verhuizing, verblijfId: moved.id, versie: 1, plekId: plekIds[0]!, ...more }),
      )
    expect(await move({})).toMatchObject({ code: 'overschrijding_reden_nodig' })
    accepted(await move({ overschrijdingReden: 'wacht_op_andere_plek', afwijkingReden: 'Afgesproken' }))
    expect(persoonId).toBeDefined()
    expect(await reasonOf(moved.id)).toBe('wacht_op_andere_plek')
  })

  it('de database weigert een einde na het maximum zonder reden', async () => {
    const { id } = await stay('2025-12-07')
    await expect(
      query(
        "update onderdak.verblijf set geeindigd_op = '2026-03-02', eindreden = 'uitval', bestemming = 'straat' where id = $1",
        [id],
      ),
    ).rejects.toMatchObject({ constraint: 'verblijf_overschrijding_heeft_reden' })
  })
})

describe('verwacht einde', () => {
  it('verandert met versie en reden, los van het werkelijke einde, en de waarschuwing schuift mee', async () => {
    const { plekIds } = await place([{}])
    const persoonId = await givenPersoon(platform, loket)
    const { id } = accepted(await start(loket, { persoonId, plekId: plekIds[0]!, op: '2026-03-01' }))
    const change = (more: object) =>
      workAs(platform, loket, (work) =>
        setVerwachtEinde(work, {
          verblijfId: id,
          versie: 1,
          op: '2026-03-20',
          reden: 'Woning gevonden',
          ...more,
        }),
      )
    const near = () =>
      workAs(platform, loket, async (work) => {
        const { results } = await listVerblijfRijen(work, {
          stand: 'vertrek_verwacht',
          persoonId,
          sorteer: 'naam',
          pagina: 1,
          aantalPerPagina: 10,
        })
        return results.map(({ dagenVerwacht, vertrekNabij }) => ({ dagenVerwacht, vertrekNabij }))
      })
    expect(await near()).toEqual([])
    expect(await change({ op: '2026-03-01' })).toMatchObject({ code: 'verwacht_einde_voorbij' })
    expect(await change({ versie: 9 })).toMatchObject({ code: 'versie_verouderd' })
    accepted(await change({}))
    expect(await near()).toEqual([{ dagenVerwacht: 18, vertrekNabij: true }])
    expect(await change({ versie: 2 })).toMatchObject({ code: 'verwacht_einde_gelijk' })
    accepted(await change({ versie: 2, op: '2026-06-01', reden: 'Oplevering later' }))
    expect(await near()).toEqual([])
    expect(
      await query(
        'select verwacht_einde_op::text as op, verwacht_einde_reden as reden, geeindigd_op from onderdak.verblijf where id = $1',
        [id],
      ),
    ).toEqual([{ op: '2026-06-01', reden: 'Oplevering later', geeindigd_op: null }])
  })
})
