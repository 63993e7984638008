import { beforeAll, describe, expect, it } from 'vitest'
import { loadRegio } from '../../seed/load-regio.ts'
import { mvs } from '../../seed/mvs/regio.ts'
import { loadVerloop } from '../../seed/mvs/verloop/verloop.ts'
import { type TestDatabase, useDatabase } from '../given/database.ts'
import { testPlatform } from '../given/platform.ts'

const databases = [useDatabase(), useDatabase()]

/** Tables whose content must come out the same, without what is encrypted with fresh randomness or numbers the run. */
const tabellen = [
  'persoon',
  'melding',
  'onderzoek',
  'besluit',
  'vervolg',
  'wachtlijstplaatsing',
  'plaatsingsvoorstel',
  'verblijf',
  'verblijf_persoon',
  'nachtregistratie',
  'opvolging',
  'traject',
  'traject_fase',
  'aanspreekpunt',
  'traject_product',
  'plan',
  'plan_versie',
  'doel',
  'score',
  'betrokkenheid',
  'gebeurtenis',
] as const

/** A winter of 60 persons or so, small enough to load twice; it ends on a Friday, so that nothing waits for Monday. */
const periode = { van: '2023-11-20', totEnMet: '2024-02-02' } as const

async function seed(database: TestDatabase): Promise<void> {
  const platform = testPlatform(database)
  platform.clock.set('2024-02-03')
  const regio = await loadRegio(platform, mvs)
  geweigerd.push(await loadVerloop(platform, regio, periode))
}

const geweigerd: number[] = []

async function rowsOf(database: TestDatabase, tabel: string): Promise<string[]> {
  const { rows } = await database.login.query<{ rij: string }>(
    `select (to_jsonb(t) - array['bsn_versleuteld', 'idempotentie_sleutel'])::text as rij from onderdak.${tabel} t order by 1`,
  )
  return rows.map((row) => row.rij)
}

beforeAll(async () => {
  for (const database of databases) await seed(database)
}, 900_000)

describe('the invented history', () => {
  it('is the same every time: the same seed gives the same rows', async () => {
    for (const tabel of tabellen) {
      const [first, second] = await Promise.all(databases.map((database) => rowsOf(database, tabel)))
      expect(first!.length, tabel).toBeGreaterThan(0)
      expect(second!.length, tabel).toBe(first!.length)
      expect(
        second!.find((rij, i) => rij !== first![i]),
        tabel,
      ).toBeUndefined()
    }
  })

  it('has no step that the rules refuse', () => {
    expect(geweigerd).toEqual([0, 0])
  })

  it('leaves nobody out of sight, and nobody in two places', async () => {
    const { rows } = await databases[0]!.login.query(`
      select
        (select count(*)::int from onderdak.melding m where m.status not in ('besloten', 'gesloten')
          and not exists (select 1 from onderdak.opvolging o where o.persoon_id = m.persoon_id and o.status = 'open')) as "zonderOpvolging",
        (select count(*)::int from onderdak.verblijf_persoon a join onderdak.verblijf_persoon b on a.persoon_id = b.persoon_id and a.verblijf_id < b.verblijf_id
          and a.soort = b.soort and daterange(a.van, a.tot) && daterange(b.van, b.tot)) as "dubbel",
        (select count(*)::int from onderdak.verblijf where geeindigd_op < begonnen_op) as "achterstevoren",
        (select count(*)::int from onderdak.verblijf v where v.geeindigd_op is null
          and not exists (select 1 from onderdak.traject t where t.persoon_id = v.persoon_id and t.geeindigd_op is null)) as "zonderTraject"`)
    expect(rows[0]).toEqual({ zonderOpvolging: 0, dubbel: 0, achterstevoren: 0, zonderTraject: 0 })
  })

  it('leaves open work for today: untriaged, waiting, proposed and staying people', async () => {
    const { rows } = await databases[0]!.login.query(`
      select (select count(*)::int from onderdak.persoon) as personen,
        (select count(*)::int from onderdak.melding where status = 'nieuw') as nieuw,
        (select count(*)::int from onderdak.verblijf where geeindigd_op is null) as verblijven`)
    expect(rows[0].personen).toBeGreaterThan(50)
    expect(rows[0].nieuw).toBeGreaterThan(0)
    expect(rows[0].verblijven).toBeGreaterThan(0)
  })

  it('leaves a few next steps late, none of them for months', async () => {
    const { rows } = await databases[0]!.login.query<{ open: number; laat: number; langst: number }>(`
      select count(*)::int as open, count(*) filter (where volgende_stap_op < '2024-02-03')::int as laat,
        max(date '2024-02-03' - volgende_stap_op) as langst
      from onderdak.opvolging where status = 'open'`)
    const { open, laat, langst } = rows[0]!
    expect(laat).toBeGreaterThan(0)
    expect(laat).toBeLessThanOrEqual(open * 0.15)
    expect(langst).toBeLessThan(31)
  })

  it('confirms most receipts', async () => {
    const { rows } = await databases[0]!.login.query(`
      select (select count(*)::int from onderdak.melding where status <> 'nieuw') as gezien,
        (select count(*)::int from onderdak.melding where bevestigd_op is not null) as bevestigd`)
    const { gezien, bevestigd } = rows[0]
    expect(bevestigd).toBeGreaterThan(gezien * 0.8)
    expect(bevestigd).toBeLessThan(gezien)
  })

  it('has every stand confirmed by the organisation of the locatie', async () => {
    const { rows } = await databases[0]!.login.query(`
      select count(*)::int as bevestigd, count(*) filter (where g.organisatie_id is distinct from v.organisatie_id)::int as vreemd
      from onderdak.locatie l join onderdak.voorziening v on v.id = l.voorziening_id join onderdak.gebruiker g on g.id = l.bevestigd_door`)
    expect(rows[0].bevestigd).toBeGreaterThan(10)
    expect(rows[0].vreemd).toBe(0)
  })
})
