import { beforeAll, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenFeit, idVan } from '../../../../tests/given/feiten.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { addDays } from '../../../shared/plain-date.ts'
import { readParameters, readRekensom } from './queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio

const alle = { pagina: 1, aantalPerPagina: 200 }

/** Forty came ten days apart and stayed a hundred days each; a register that keeps both known names of a correction. */
beforeAll(async () => {
  platform = testPlatform(database)
  platform.clock.set('2026-04-20')
  regio = await givenRegio(platform)
  for (const [naam, domein] of [
    ['Opvang', 'MO'],
    ['Leeg', 'BW'],
  ] as const) {
    await database.login.query(
      "insert into onderdak.product (id, regio_id, code, naam, domein, van) values ($1, $2, $3, $4, $5, '2020-01-01')",
      [idVan(naam), regio.regioId, `proef_${naam.toLowerCase()}`, naam, domein],
    )
    await givenFeit(database, regio.regioId, 'plek', {
      plek_id: `Kamer ${naam}`,
      product_id: naam,
      is_geheim: naam === 'Leeg',
    })
  }
  for (let i = 0; i < 40; i++) {
    const van = addDays('2025-01-01', 10 * i)
    const tot = addDays(van, 100)
    const wie = `p${i}`
    await givenFeit(database, regio.regioId, 'wacht', {
      wie,
      product_id: 'Opvang',
      gemeente_code: 'GM0622',
      besloten_op: van,
      gestart_op: van,
    })
    await givenFeit(database, regio.regioId, 'verblijf', {
      wie,
      van,
      tot,
      eindreden: 'vertrokken',
      bestemming: 'zelfstandig',
    })
  }
  // What turned out to be wrong and somebody who came after today do not count.
  await givenFeit(database, regio.regioId, 'verblijf', {
    wie: 'fout',
    van: '2025-03-01',
    tot: '2025-03-02',
    bekend_tot: '2025-04-01',
  })
  await givenFeit(database, regio.regioId, 'verblijf', { wie: 'later', van: '2026-06-01' })
}, 120_000)

async function parameters() {
  const als = await regio.als('centrumgemeente', 'programmamanager')
  const { results, ...rest } = accepted(await workAs(platform, als, (work) => readParameters(work, alle)))
  return { rijen: results.filter((rij) => ['Opvang', 'Leeg'].includes(rij.product)), ...rest }
}

it('ijkt op wat nu bekend is, met de gevallen en de bron erbij', async () => {
  const { rijen, begin } = await parameters()
  expect(begin).toBe('2025-04-11')
  expect(rijen.find((rij) => rij.soort === 'verblijfsduur' && rij.product === 'Opvang')).toMatchObject({
    // 38 of the 40 have left; the first left on the day the records begin and was never seen.
    gevallen: 37,
    bron: 'Register',
    aanname: null,
  })
  const duur = rijen.find((rij) => rij.soort === 'verblijfsduur' && rij.product === 'Opvang')!
  expect(Math.abs(duur.waarde! - 100)).toBeLessThan(2)
  // From 11 April on thirty came in 374 days; the first ten came before anybody was seen to leave.
  const instroom = rijen.find(
    ({ soort, product, waarvan }) => `${soort} ${product} ${waarvan}` === 'instroom Opvang Vlaardingen',
  )!
  expect(instroom).toMatchObject({ gevallen: 30, waarde: 29.3 })
})

it('zegt van een product zonder gevallen wat is aangenomen, ook als de plek geheim is', async () => {
  const { rijen } = await parameters()
  expect(rijen.find((rij) => rij.soort === 'verblijfsduur' && rij.product === 'Leeg')).toMatchObject({
    waarde: 1095,
    gevallen: null,
    bron: 'Aanname van Onderdak: te weinig gevallen in het register',
  })
})

it('rekent voor hoeveel plekken er nodig zijn', async () => {
  const als = await regio.als('centrumgemeente', 'programmamanager')
  const { results } = accepted(await workAs(platform, als, (work) => readRekensom(work, alle)))
  const som = results.find((rij) => rij.product === 'Opvang')!
  expect(som.plekken).toBe(1)
  expect(som.plekkenNodig).toBeCloseTo((som.instroomPerJaar * som.verblijfsdagen) / 365.25, 0)
  expect(som.tekort).toBeCloseTo(7, 0)
})
