import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenLocatie, givenProduct } from '../../../../tests/given/plek.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { givenPersoon } from '../../../../tests/given/verblijf.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { listKalender } from '../../plek/server/kalender-queries.ts'
import { endVerblijf, moveVerblijf, startDirectVerblijf } from './commands.ts'

/** Set RONDEN=100 for the long run. */
const rounds = Number(process.env.RONDEN ?? 5)
const attempts = 200

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager
let product: Id

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  product = await givenProduct(platform, regio)
  loket = await regio.als('loket', 'toegangsmedewerker')
})

const vervolg = { soort: 'stap', volgendeStap: 'Bellen', volgendeStapOp: '2026-12-31' } as const
const leave = (verblijfId: Id, op: PlainDate, versie = 1) =>
  workAs(platform, loket, (work) =>
    endVerblijf(work, {
      verblijfId,
      versie,
      op,
      reden: 'eigen_keuze',
      bestemming: 'onbekend',
      persoonId: null,
      nieuwAanspreekpuntId: null,
      vervolg,
    }),
  )
const start = (persoonId: Id, plekId: Id, op: PlainDate) =>
  workAs(platform, loket, (work) => startDirectVerblijf(work, { persoonId, plekId, op, soort: 'regulier' }))

describe('tegelijk', () => {
  it(`${attempts} mensen tegelijk op één plek: precies één krijgt haar, de anderen horen waarom niet (${rounds} rondes)`, async () => {
    const personen: Id[] = []
    for (let i = 0; i < attempts; i++) personen.push(await givenPersoon(platform, loket))
    const { plekIds } = await givenLocatie(platform, regio, {
      productId: product,
      plekken: Array.from({ length: rounds }, () => ({})),
    })
    for (const plekId of plekIds) {
      const answers = await Promise.all(personen.map((persoonId) => start(persoonId, plekId, '2026-03-02')))
      const refused = answers.filter(isRejection)
      expect(refused).toHaveLength(attempts - 1)
      expect(new Set(refused.map((one) => one.code))).toEqual(new Set(['plek_bezet_in_periode']))
      expect(refused.every((one) => one.field === 'plekId')).toBe(true)
      const winner = answers.find((one) => !isRejection(one))!
      accepted(await leave(accepted(winner).id, '2026-03-02'))
    }
  }, 600_000)

  it('één persoon tegelijk op twintig plekken: precies één verblijf', async () => {
    const persoonId = await givenPersoon(platform, loket)
    const { plekIds } = await givenLocatie(platform, regio, {
      productId: product,
      plekken: Array.from({ length: 20 }, () => ({})),
    })
    const answers = await Promise.all(plekIds.map((plekId) => start(persoonId, plekId, '2026-03-02')))
    expect(answers.filter(isRejection).map((one) => one.code)).toEqual(
      Array.from({ length: 19 }, () => 'persoon_verblijft_al'),
    )
  })

  it('twee bewoners die tegelijk van plek willen ruilen wachten niet eeuwig op elkaar', async () => {
    const { plekIds } = await givenLocatie(platform, regio, { productId: product, plekken: [{}, {}] })
    const other = await givenLocatie(platform, regio, { productId: product, plekken: [{}] })
    const [a, b] = [plekIds[0]!, other.plekIds[0]!]
    const een = accepted(await start(await givenPersoon(platform, loket), a, '2026-03-01'))
    const twee = accepted(await start(await givenPersoon(platform, loket), b, '2026-03-01'))
    const move = (verblijfId: Id, plekId: Id) =>
      workAs(platform, loket, (work) =>
        moveVerblijf(work, {
          verblijfId,
          versie: 1,
          plekId,
          op: '2026-03-02',
          reden: null,
          afwijkingReden: null,
          gezinReden: null,
        }),
      )
    const answers = await Promise.all([move(een.id, b), move(twee.id, a)])
    expect(answers.map((answer) => isRejection(answer) && answer.code)).toEqual([
      'plek_bezet_in_periode',
      'plek_bezet_in_periode',
    ])
  })
})

/** A small generator with a fixed start (mulberry32), so that a failing run can be run again. */
function randomOf(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

describe('de boeken kloppen (invariant 2)', () => {
  it('wat er ook in welke volgorde gebeurt: niets overlapt, en per dag is begin + in − uit = eind', async () => {
    const random = randomOf(20260302)
    const { plekIds, locatieId } = await givenLocatie(platform, regio, {
      productId: product,
      plekken: Array.from({ length: 6 }, () => ({})),
    })
    const personen: Id[] = []
    for (let i = 0; i < 10; i++) personen.push(await givenPersoon(platform, loket))
    const first = '2026-02-01'
    let done = 0
    for (let step = 0; step < 250; step++) {
      const op = addDays(first, random(28))
      const lopend = await database.login.query(
        'select id, versie from onderdak.verblijf where locatie_id = $1 and geeindigd_op is null order by id',
        [locatieId],
      )
      const chosen = lopend.rows[random(Math.max(1, lopend.rows.length))]
      const action = random(3)
      const answer =
        action === 0 && chosen
          ? await leave(chosen.id, op, chosen.versie)
          : action === 1 && chosen
            ? await workAs(platform, loket, (work) =>
                moveVerblijf(work, {
                  verblijfId: chosen.id,
                  versie: chosen.versie,
                  plekId: plekIds[random(6)]!,
                  op,
                  reden: null,
                  afwijkingReden: null,
                  gezinReden: null,
                }),
              )
            : await start(personen[random(10)]!, plekIds[random(6)]!, op)
      if (!isRejection(answer)) done++
    }
    expect(done).toBeGreaterThan(20)
    const count = async (text: string, values: unknown[]) =>
      Number((await database.login.query(text, values)).rows[0].n)
    expect(
      await count(
        `select count(*) as n from onderdak.verblijf a join onderdak.verblijf b on a.id < b.id and (a.plek_id = b.plek_id or a.persoon_id = b.persoon_id)
         and daterange(a.begonnen_op, a.geeindigd_op) && daterange(b.begonnen_op, b.geeindigd_op) where a.locatie_id = $1`,
        [locatieId],
      ),
    ).toBe(0)
    const { rijen } = await workAs(platform, loket, (work) =>
      listKalender(work, { locatieId, van: first, weken: 5, personen: 1, pagina: 1, aantalPerPagina: 25 }),
    )
    const occupied = rijen[0]!.dagen.map((dag) => dag.bezet + dag.geblokkeerd)
    for (let i = 1; i < occupied.length; i++) {
      const dag = addDays(first, i)
      // A stay that begins and ends on one day has no night: it is neither in nor out.
      const nights = 'locatie_id = $1 and (geeindigd_op is null or geeindigd_op > begonnen_op)'
      const ins = await count(
        `select count(*) as n from onderdak.verblijf where ${nights} and begonnen_op = $2`,
        [locatieId, dag],
      )
      const outs = await count(
        `select count(*) as n from onderdak.verblijf where ${nights} and geeindigd_op = $2`,
        [locatieId, dag],
      )
      expect(occupied[i]).toBe(occupied[i - 1]! + ins - outs)
    }
  }, 120_000)
})
