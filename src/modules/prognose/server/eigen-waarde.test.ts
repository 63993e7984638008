import { beforeAll, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenFeit, idVan } from '../../../../tests/given/feiten.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { kostenPerPlek } from '../domain/eigen-waarde.ts'
import { setEigenwaarde, withdrawEigenwaarde } from './commands.ts'
import { readIjking, readParameter, readRekensom } from './queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let beleid: Awaited<ReturnType<TestRegio['als']>>
let manager: typeof beleid

const product = idVan('Opvang')
const duur = `verblijfsduur ${product}`
const MANAGER = 'Proef programmamanager centrumgemeente'
const lijst = { pagina: 1, aantalPerPagina: 200 }

beforeAll(async () => {
  platform = testPlatform(database)
  platform.clock.set('2026-04-20')
  regio = await givenRegio(platform)
  await database.login.query(
    "insert into onderdak.product (id, regio_id, code, naam, domein, van) values ($1, $2, 'proef_opvang', 'Opvang', 'MO', '2020-01-01')",
    [product, regio.regioId],
  )
  await givenFeit(database, regio.regioId, 'plek', { plek_id: 'Kamer', product_id: 'Opvang' })
  beleid = await regio.als('centrumgemeente', 'beleidsmedewerker')
  manager = await regio.als('centrumgemeente', 'programmamanager')
}, 120_000)

const zet = (
  als: typeof beleid,
  parameter: string,
  waarde: number,
  versie: number,
  reden = 'Afspraak regio',
) => workAs(platform, als, (work) => setEigenwaarde(work, { parameter, waarde, reden, versie }))
const trekIn = (als: typeof beleid, id: string, versie: number) =>
  workAs(platform, als, (work) => withdrawEigenwaarde(work, { id, versie }))
const lees = async (parameter: string) =>
  accepted(await workAs(platform, manager, (work) => readParameter(work, parameter)))

it('wordt vastgelegd, gewijzigd en ingetrokken; wat er was blijft te lezen en de rekensom volgt', async () => {
  const som = async () => {
    const { results } = await workAs(platform, manager, (work) => readRekensom(work, lijst))
    return results.find((rij) => rij.product === 'Opvang')!.verblijfsdagen
  }
  const geschat = await som()
  expect(geschat).toBe(180)
  expect(await lees(duur)).toMatchObject({ waarde: 180, versie: 0, eigenId: null, geschiedenis: [] })
  const eerste = accepted(await zet(beleid, duur, 200, 0, 'Rapport 2025'))
  expect(eerste.versie).toBe(1)
  expect(await som()).toBe(200)
  const tweede = accepted(await zet(manager, duur, 90.5, 1, 'Nieuw beleid'))
  const nu = await lees(duur)
  expect(nu).toMatchObject({
    waarde: 90.5,
    schatting: 180,
    bron: 'Eigen waarde van de regio',
    reden: 'Nieuw beleid',
    door: MANAGER,
    sinds: '2026-04-20',
    versie: 2,
    eigenId: tweede.id,
  })
  expect(nu.geschiedenis.map(({ waarde, tot, beeindigdDoor }) => [waarde, tot, beeindigdDoor])).toEqual([
    [90.5, null, null],
    [200, '2026-04-20', MANAGER],
  ])
  platform.clock.set('2026-04-21')
  expect(accepted(await trekIn(beleid, tweede.id, 2)).versie).toBe(3)
  expect(await som()).toBe(geschat)
  expect((await lees(duur)).geschiedenis.map(({ tot }) => tot)).toEqual(['2026-04-21', '2026-04-20'])
  expect(accepted(await zet(beleid, duur, 100, 3)).versie).toBe(4)
  expect(accepted(await trekIn(beleid, (await lees(duur)).eigenId!, 4)).versie).toBe(5)
})

it('de tweede hoort wie eerder was, ook als beiden tegelijk de eerste zijn', async () => {
  const parameter = `terugkeer ${product}`
  const beide = await Promise.all([zet(beleid, parameter, 10, 0), zet(manager, parameter, 20, 0)])
  const geweigerd = beide.filter(isRejection)
  expect(geweigerd).toHaveLength(1)
  expect(geweigerd[0]).toMatchObject({ code: 'versie_verouderd', status: 409 })
  expect(geweigerd[0]!.message).toMatch(/wijzigde dit op/)
  const na = await Promise.all([zet(beleid, parameter, 30, 1), zet(manager, parameter, 40, 1)])
  expect(na.filter(isRejection).map(({ code }) => code)).toEqual(['versie_verouderd'])
  const { eigenId } = await lees(parameter)
  expect(await trekIn(beleid, eigenId!, 1)).toMatchObject({ code: 'versie_verouderd' })
  const weg = await Promise.all([trekIn(beleid, eigenId!, 2), trekIn(manager, eigenId!, 2)])
  expect(weg.filter(isRejection)).toHaveLength(1)
  expect(await trekIn(beleid, eigenId!, 3)).toMatchObject({ code: 'kan_nu_niet' })
})

it('weigert wat de prognose niet kent, en meer vervolg dan iedereen', async () => {
  expect(await zet(beleid, `instroom ${product} GM9999`, 5, 0)).toMatchObject({
    code: 'parameter_bestaat_niet',
    field: 'parameter',
  })
  expect(await zet(beleid, `verblijfsduur ${idVan('Bestaat niet')}`, 5, 0)).toMatchObject({ status: 422 })
  accepted(await zet(beleid, `vervolg ${product} woning`, 100, 0))
})

it('de database weigert zelf wat niet kan', async () => {
  const rij = (parameter: string, waarde: string) =>
    database.login.query(
      `insert into onderdak.prognose_eigen_waarde (id, regio_id, parameter, reeks_id, waarde, reden, van, vastgelegd_op, vastgelegd_door, versie, gewijzigd_op)
       values (gen_random_uuid(), $1, $2, gen_random_uuid(), $3, 'x', '2026-04-20', now(), $4, 1, now())`,
      [regio.regioId, parameter, waarde, beleid.gebruikerId],
    )
  for (const [parameter, waarde] of [
    ['kosten x', '-1'],
    ['terugkeer x', '100.1'],
    ['afhaken x', '100001'],
    ['instroom x', 'NaN'],
    ['groei x', '-11'],
  ] as const)
    await expect(rij(parameter, waarde), parameter).rejects.toThrow('prognose_eigen_waarde_past')
  await expect(rij('onzin', '1')).rejects.toThrow(/prognose_eigen_waarde_(parameter|past)/)
})

it('kosten van een plek zijn na invullen te lezen', async () => {
  accepted(await zet(beleid, `kosten ${product}`, 38_250.5, 0, 'Begroting 2026'))
  const { ijking } = await workAs(platform, manager, (work) => readIjking(work))
  expect(kostenPerPlek(ijking).get(product)).toBe(38_250.5)
})
