import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { projectRoot } from '../../../platform/root.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import { addDays, dutchDateOf, type PlainDate } from '../../../shared/plain-date.ts'
import { countCapaciteit, groupBezetting, type PlekOpBord } from '../domain/capaciteit.ts'
import { listBezetting, listPlekstand } from './lookup.ts'

// The place board counts in the database; the rule itself is in domain/capaciteit.ts. Both must always say the same.

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio

beforeAll(async () => {
  platform = testPlatform(database)
  // The data lies around the day of the database.
  platform.clock.set(new Date().toISOString())
  regio = await givenRegio(platform)
  await regio.als('loket', 'toegangsmedewerker')
  await regio.als('aanbieder', 'aanbieder_planner')
  const data = readFileSync(join(projectRoot, 'bench', 'data.sql'), 'utf8')
  await database.login.query(`begin; set local bench.personen = 1500; ${data}; commit`)
  // What a filled region seldom has: a voorstel for one plek, also on a taken one, and plekken out of use under a stay.
  await database.login.query(`
    with keuze as (
      select s.id, (select k.id from onderdak.plek k where k.locatie_id = s.locatie_id order by md5(k.id::text || s.id) limit 1) as plek_id
      from onderdak.plaatsingsvoorstel s where s.status in ('voorgesteld', 'aanvaard') and hashtext(s.id::text) % 2 = 0
    ), eerste as (select distinct on (plek_id) * from keuze where plek_id is not null order by plek_id, id)
    update onderdak.plaatsingsvoorstel s set plek_id = e.plek_id from eerste e where e.id = s.id;
    insert into onderdak.buiten_gebruik (id, regio_id, plek_id, van, tot, reden)
    select gen_random_uuid(), k.regio_id, k.id, current_date - 3, case when hashtext(k.id::text) % 2 = 0 then current_date + 5 end, 'onderhoud'
    from onderdak.plek k where hashtext(k.id::text || 'b') % 11 = 0
      and not exists (select 1 from onderdak.buiten_gebruik b where b.plek_id = k.id);
    update onderdak.plaatsingsvoorstel set vanaf = current_date - 1 where status in ('voorgesteld', 'aanvaard');
    update onderdak.locatie set is_geheim = true, gemeente_code = null, adres_versleuteld = null
    where id = (select locatie_id from onderdak.plek order by id limit 1);
    update onderdak.plek set tijdelijk_reden = 'winterkou', tot = current_date + 2 where hashtext(id::text || 't') % 23 = 0 and tijdelijk_reden is null and tot is null`)
})

async function bruteForce(work: Work, op: PlainDate) {
  const plekken = await work.db
    .selectFrom('plek as p')
    .innerJoin('locatie as l', 'l.id', 'p.locatie_id')
    .select((e) => [
      'p.id',
      'p.locatie_id as locatieId',
      'p.product_id as productId',
      'p.personen_maximum as personenMaximum',
      'p.van',
      'p.tot',
      e.fn<string[]>('array_cat', ['p.kenmerken', 'l.kenmerken']).as('kenmerken'),
    ])
    .execute()
  const bezetting = await listBezetting(work, { van: op, tot: addDays(op, 1) })
  return countCapaciteit(groupBezetting(plekken satisfies PlekOpBord[], bezetting), op)
}

const shape = (groepen: readonly { locatieId: string; productId: string; telling: object }[]) =>
  groepen
    .map(({ locatieId, productId, telling }) => ({ locatieId, productId, ...telling }))
    .sort((a, b) => (a.locatieId + a.productId < b.locatieId + b.productId ? -1 : 1))

describe('de stand die de database telt', () => {
  it.each([-400, -30, 0, 1, 4, 40])(
    'is op dag %i dezelfde als die van de regel, per locatie en product',
    async (dagen) => {
      const loket: Vrager = await regio.als('loket', 'toegangsmedewerker')
      const op = addDays(dutchDateOf(platform.clock.now()), dagen)
      const { geteld, regel } = await workAs(platform, loket, async (work) => ({
        geteld: await listPlekstand(work, op),
        regel: await bruteForce(work, op),
      }))
      expect(shape(geteld)).toEqual(shape(regel))
      expect(geteld.length).toBeGreaterThan(5)
    },
  )

  it('kent elke stand in deze gegevens', async () => {
    const loket = await regio.als('loket', 'toegangsmedewerker')
    const rows = await workAs(platform, loket, (work) => listPlekstand(work, work.today))
    const sums = Object.fromEntries(
      (
        [
          'vrij',
          'vastgehouden',
          'bezet',
          'geblokkeerd',
          'buitenGebruik',
          'overboekt',
          'verwachtVrij',
        ] as const
      ).map((stand) => [stand, rows.reduce((sum, row) => sum + row.telling[stand], 0)]),
    )
    for (const [stand, aantal] of Object.entries(sums)) expect(aantal, stand).toBeGreaterThan(0)
  })

  it('toont een geheime locatie niet aan wie daar geen recht op heeft', async () => {
    const { rows } = await database.login.query('select id from onderdak.locatie where is_geheim')
    const loket = await regio.als('loket', 'toegangsmedewerker')
    const vo = await regio.als('vrouwenopvang', 'vo_medewerker')
    const shown = async (vrager: Vrager) => {
      const stand = await workAs(platform, vrager, (work) => listPlekstand(work, work.today))
      return rows.filter((row: { id: string }) => stand.some((groep) => groep.locatieId === row.id)).length
    }
    expect(rows.length).toBeGreaterThan(0)
    expect(await shown(loket)).toBe(0)
    expect(await shown(vo)).toBe(rows.length)
  })
})
