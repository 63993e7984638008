import { expect } from 'vitest'
import { fase, productOvergang } from '../../src/modules/beheer/domain/soorten.ts'
import { changeGedateerd } from '../../src/modules/beheer/server/dated-commands.ts'
import type { TrajectDetail } from '../../src/modules/traject/domain/api.ts'
import { findTrajectenVan } from '../../src/modules/traject/server/detail-queries.ts'
import { startDirectVerblijf } from '../../src/modules/verblijf/server/commands.ts'
import type { Vrager } from '../../src/platform/work.ts'
import type { Id } from '../../src/shared/id.ts'
import type { TestDatabase } from './database.ts'
import { accepted, testPlatform, workAs } from './platform.ts'
import { givenLocatie, givenProduct } from './plek.ts'
import { givenRegio } from './regio.ts'

export type Trajectketen = Awaited<ReturnType<typeof givenTrajectketen>>

/** A region with three products, their phases, and the one step after the nachtopvang that it allows. */
export async function givenTrajectketen(database: TestDatabase) {
  const query = async (text: string, values: unknown[] = []) =>
    (await database.login.query(text, values)).rows
  const platform = testPlatform(database)
  const regio = await givenRegio(platform)
  const loket = await regio.als('loket', 'toegangsmedewerker')
  const planner = await regio.als('aanbieder', 'aanbieder_planner')
  const nacht = await givenProduct(platform, regio, { naam: 'Nachtopvang', domein: 'MO', gezinnen: 'ja' })
  const bw = await givenProduct(platform, regio, { naam: 'Beschermd wonen', domein: 'BW', gezinnen: 'ja' })
  const woning = await givenProduct(platform, regio, { naam: 'Flexwoning', domein: 'WONEN', gezinnen: 'ja' })
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

  async function trajecten(vrager: Vrager, persoonId: Id): Promise<TrajectDetail[]> {
    return accepted(await workAs(platform, vrager, (work) => findTrajectenVan(work, persoonId))).trajecten
  }

  async function one(vrager: Vrager, persoonId: Id): Promise<TrajectDetail> {
    const [traject] = await trajecten(vrager, persoonId)
    return traject!
  }

  const doe = <T>(vrager: Vrager, run: Parameters<typeof workAs<T>>[2]) => workAs(platform, vrager, run)

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

  return {
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
  }
}

/** Input of a departure yesterday. */
export const vertrek = (verblijfId: Id, meer: Record<string, unknown> = {}) => ({
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
