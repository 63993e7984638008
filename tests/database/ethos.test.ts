import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { ethosregels } from '../../src/modules/beheer/domain/standaard.ts'
import { previewEthos } from '../../src/modules/beheer/server/ethos.ts'
import { asStatistics } from '../../src/platform/statistics.ts'
import type { Vrager } from '../../src/platform/work.ts'
import { useDatabase } from '../given/database.ts'
import { givenFeit, idVan } from '../given/feiten.ts'
import { type TestPlatform, testPlatform, workAs } from '../given/platform.ts'
import { givenRegio, type TestRegio } from '../given/regio.ts'

// Which class the database gives, in words: the case tables of the indicators only count.

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let beheerder: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  platform.clock.set('2026-02-28')
  regio = await givenRegio(platform)
  beheerder = await regio.als('centrumgemeente', 'functioneel_beheerder')
  const feit = (...args: [Parameters<typeof givenFeit>[2], Parameters<typeof givenFeit>[3]]) =>
    givenFeit(database, regio.regioId, ...args)
  await feit('product', { sleutel: 'Opvang', code: 'opvang', domein: 'MO' })
  await feit('product', { sleutel: 'Nacht', code: 'nachtopvang', domein: 'MO' })
  for (const wie of ['Beide', 'Verteld', 'Niets', 'Uitgezet'])
    await feit('in_beeld', { wie, van: '2026-01-05' })
  await feit('verblijf', { wie: 'Beide', product_id: 'Opvang' })
  await feit('verblijf', { wie: 'Beide', product_id: 'Nacht', van: '2026-02-20' })
  await feit('melding', { wie: 'Verteld', meldingsdatum: '2026-01-05', woonsituatie: 'straat' })
  await feit('melding', {
    wie: 'Verteld',
    meldingsdatum: '2026-02-05',
    woonsituatie: 'bij_anderen',
    kinderen: 1,
  })
  await feit('huurcontract', { wie: 'Uitgezet', begonnen_op: '2025-01-01' })
  await feit('signaal', { wie: 'Uitgezet', gemeld_op: '2026-02-20', ontruiming_op: '2026-03-20' })
})

const klassen = () =>
  workAs(platform, beheerder, async (work) => {
    const { rows } = await asStatistics(work, () =>
      sql<{ wie: string; klasse: string; grond: string | null; code: string | null; kinderen: number }>`
        select wie, klasse, grond, code, kinderen from onderdak.ethos_op('2026-02-28')`.execute(work.db),
    )
    return new Map(rows.map(({ wie, ...rest }) => [wie, rest]))
  })

describe('de groep van ETHOS Light', () => {
  it('is er hooguit één voor ieder mens: de laagste van twee slaapplekken, en wat het laatst is verteld', async () => {
    const gevonden = await klassen()
    expect(gevonden.size).toBe(4)
    const van = (wie: string) => gevonden.get(idVan(wie))
    expect(van('Beide')).toMatchObject({ klasse: 'E2', grond: 'product', code: 'nachtopvang' })
    expect(van('Verteld')).toMatchObject({ klasse: 'E6', code: 'bij_anderen', kinderen: 1 })
    expect(van('Uitgezet')).toMatchObject({ klasse: 'E7', grond: 'ontruiming' })
    expect(van('Niets')).toMatchObject({ klasse: 'onbekend', grond: null })
  })

  it('een regel die later begint, verandert de telling van vandaag niet', async () => {
    await database.login.query(
      `update onderdak.ethos_regel set tot = '2026-03-01' where regio_id = $1 and grond = 'product' and code = 'nachtopvang'`,
      [regio.regioId],
    )
    await database.login.query(
      `insert into onderdak.ethos_regel (regio_id, grond, code, klasse, van) values ($1, 'product', 'nachtopvang', 'E1', '2026-03-01')`,
      [regio.regioId],
    )
    expect((await klassen()).get(idVan('Beide'))).toMatchObject({ klasse: 'E2' })
  })
})

describe('een andere regel', () => {
  const bekijk = (grond: 'woonsituatie' | 'winterkou', code: string, klasse: 'E5' | 'E6') =>
    workAs(platform, beheerder, (work) =>
      previewEthos(work, { sleutel: { grond, code }, waarde: { klasse, bron: null }, vanaf: '2026-03-01' }),
    )

  it('laat vooraf zien hoeveel mensen van welke groep naar welke gaan', async () => {
    expect(await bekijk('woonsituatie', 'bij_anderen', 'E5')).toMatchObject({
      lopend: 4,
      anders: 1,
      tabel: { rijen: [['E6 Tijdelijk bij familie, vrienden of kennissen', 'E5 Geen echte woning', 1]] },
    })
  })

  it('zegt het ook als zij niemand raakt', async () => {
    expect(await bekijk('winterkou', 'nacht', 'E5')).toMatchObject({ anders: 0, tabel: null })
    expect(await bekijk('woonsituatie', 'bij_anderen', 'E6')).toMatchObject({ anders: 0 })
  })
})

describe('een regio die al werkte', () => {
  it('begint met dezelfde regels als een nieuwe', async () => {
    const { readdir, readFile } = await import('node:fs/promises')
    const map = new URL('../../db/migrations/', import.meta.url)
    const naam = (await readdir(map)).find((one) => one.endsWith('_ethos.sql'))!
    const migratie = await readFile(new URL(naam, map), 'utf8')
    const deel = migratie.slice(migratie.lastIndexOf('insert into ethos_regel'))
    const rijen = [...deel.matchAll(/\('(\w+)', '(\w+)', '(E\d|niet)'\)/g)].map(([, ...rij]) => rij.join(' '))
    expect(rijen.sort()).toEqual(ethosregels.map((r) => `${r.grond} ${r.code} ${r.klasse}`).sort())
  })
})
