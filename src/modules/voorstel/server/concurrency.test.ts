import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { givenLocatie, givenProduct, givenWachtende } from '../../../../tests/given/wachtlijst.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, type Rejection } from '../../../shared/rejection.ts'
import { acceptVoorstel, expireVoorstellen, proposeVoorstel } from './commands.ts'

const database = useDatabase()
/** Few rounds in the normal suite; `RONDEN=100` for the long run. */
const ronden = Number(process.env.RONDEN ?? 5)
const pogingen = 200
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager
let planner: Vrager
let productId: Id

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'toegangsmedewerker')
  planner = await regio.als('aanbieder', 'aanbieder_planner')
  productId = await givenProduct({ platform, regio }, { code: 'RACE' })
})

const propose = (wachtlijstplaatsingId: Id, locatieId: Id) =>
  workAs(platform, loket, (work) =>
    proposeVoorstel(work, {
      wachtlijstplaatsingId,
      locatieId,
      vanaf: '2026-03-02',
      afwijkingReden: 'Wie het eerst komt, voor deze proef',
    }),
  )

const split = <T>(values: readonly (T | Rejection)[]) => ({
  gelukt: values.filter((value) => !isRejection(value)) as T[],
  geweigerd: values.filter(isRejection),
})

const openAt = async (locatieId: Id) => {
  const { rows } = await database.login.query(
    "select count(*)::int as aantal from onderdak.plaatsingsvoorstel where locatie_id = $1 and status in ('voorgesteld', 'aanvaard')",
    [locatieId],
  )
  return rows[0].aantal as number
}

describe('tegelijk', () => {
  it(
    `${pogingen} mensen om dezelfde laatste plek: precies één krijgt haar, ${ronden} rondes`,
    async () => {
      const wachtenden: Id[] = []
      for (let i = 0; i < pogingen; i++)
        wachtenden.push((await givenWachtende(platform, loket, { productId })).id)
      for (let ronde = 0; ronde < ronden; ronde++) {
        const { locatieId } = await givenLocatie({ platform, regio }, { productId, naam: `Laatste ${ronde}` })
        const { gelukt, geweigerd } = split(await Promise.all(wachtenden.map((id) => propose(id, locatieId))))
        expect(gelukt).toHaveLength(1)
        expect(geweigerd).toHaveLength(pogingen - 1)
        expect(new Set(geweigerd.map((rejection) => rejection.code))).toEqual(new Set(['geen_ruimte']))
        expect(await openAt(locatieId)).toBe(1)
        await database.login.query(
          "update onderdak.plaatsingsvoorstel set status = 'vervallen' where status = 'voorgesteld'",
        )
        await database.login.query(
          "update onderdak.wachtlijstplaatsing set status = 'wachtend' where status = 'voorgesteld'",
        )
      }
    },
    60_000 + ronden * 30_000,
  )

  it('twee medewerkers stellen dezelfde persoon elk een plek voor: één voorstel, de ander hoort waarom', async () => {
    const { locatieId: een } = await givenLocatie({ platform, regio }, { productId, naam: 'Een' })
    const { locatieId: twee } = await givenLocatie({ platform, regio }, { productId, naam: 'Twee' })
    for (let ronde = 0; ronde < ronden; ronde++) {
      const { id } = await givenWachtende(platform, loket, { productId })
      const { gelukt, geweigerd } = split(await Promise.all([propose(id, een), propose(id, twee)]))
      expect(gelukt).toHaveLength(1)
      expect(geweigerd).toMatchObject([{ code: 'stand_laat_dit_niet_toe' }])
      expect(geweigerd[0]!.message).toMatch(/loopt nog een voorstel/)
      await database.login.query(
        "update onderdak.plaatsingsvoorstel set status = 'vervallen' where status = 'voorgesteld'",
      )
      await database.login.query(
        "update onderdak.wachtlijstplaatsing set status = 'wachtend' where status = 'voorgesteld'",
      )
    }
  })

  it('aanvaarden en verlopen op hetzelfde moment: een van beide, en persoon en plek kloppen daarbij', async () => {
    for (let ronde = 0; ronde < ronden * 2; ronde++) {
      const { locatieId } = await givenLocatie({ platform, regio }, { productId, naam: `Strijd ${ronde}` })
      const { id } = await givenWachtende(platform, loket, { productId })
      const voorstel = accepted(await propose(id, locatieId))
      platform.clock.advance(48 * 3_600_000)
      const [antwoord, verlopen] = await Promise.all([
        workAs(platform, planner, (work) => acceptVoorstel(work, { voorstelId: voorstel.id, versie: 1 })),
        workAs(platform, regio.systeem, (work) => expireVoorstellen(work, { voorstelId: voorstel.id })),
      ])
      const aanvaard = !isRejection(antwoord)
      expect(verlopen.aantal).toBe(aanvaard ? 0 : 1)
      const { rows } = await database.login.query(
        `select v.status, w.status as wachten from onderdak.plaatsingsvoorstel v
         join onderdak.wachtlijstplaatsing w on w.id = v.wachtlijstplaatsing_id where v.id = $1`,
        [voorstel.id],
      )
      expect(rows).toEqual([
        aanvaard
          ? { status: 'aanvaard', wachten: 'voorgesteld' }
          : { status: 'vervallen', wachten: 'wachtend' },
      ])
      expect(await openAt(locatieId)).toBe(aanvaard ? 1 : 0)
      platform.clock.set('2026-03-02')
    }
  })
})
