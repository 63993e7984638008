import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenFeit } from '../../../../tests/given/feiten.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager } from '../../../platform/work.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { writeDuiding } from '../../duiding/server/commands.ts'
import { listKwartaalcijfers } from '../domain/kwartaal-contract.ts'
import { indicatoren } from './indicatoren.ts'
import { readKwartaalcijfers } from './kwartaal-queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let manager: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  platform.clock.set('2026-05-20')
  regio = await givenRegio(platform)
  manager = await regio.als('centrumgemeente', 'programmamanager')
  /** Waiting since the fourth quarter and since the first one. */
  for (const [besloten_op, aantal] of [
    ['2025-11-12', 10],
    ['2026-02-03', 5],
  ] as const)
    for (let i = 0; i < aantal; i++)
      await givenFeit(database, regio.regioId, 'wacht', {
        wie: `${besloten_op} ${i}`,
        gemeente_code: 'GM0622',
        besloten_op,
      })
  /** Meldingen: 12, 11 and 10 in the fourth quarter, 12, 11 and 2 in the first one. */
  for (const [maand, aantal] of Object.entries({
    '2025-10': 12,
    '2025-11': 11,
    '2025-12': 10,
    '2026-01': 12,
    '2026-02': 11,
    '2026-03': 2,
  }))
    for (let i = 0; i < aantal; i++)
      await givenFeit(database, regio.regioId, 'melding', {
        wie: `${maand} ${i}`,
        gemeente_code: 'GM0622',
        meldingsdatum: `${maand}-11`,
      })
}, 120_000)

const vraag = (over: object = {}) =>
  listKwartaalcijfers.query!.parse({ pagina: 1, aantalPerPagina: 200, ...over }) as Parameters<
    typeof readKwartaalcijfers
  >[1]
const kwartaal = async (over: object = {}) =>
  accepted(await workAs(platform, manager, (work) => readKwartaalcijfers(work, vraag(over))))
const rij = async (id: string, over: object = {}) =>
  (await kwartaal(over)).results.find((one) => one.id === id)!

describe('een kwartaal naast het vorige', () => {
  it('geeft van wie wacht de laatste dag van beide kwartalen, en het verschil', async () => {
    expect(await rij('wachtenden')).toMatchObject({
      waarover: 'Laatste dag',
      waarde: 15,
      vorig: 10,
      verschil: 5,
      mate: 50,
    })
    const { kwartaal: dit, vorigKwartaal, peildatum } = await kwartaal()
    expect([dit, vorigKwartaal, peildatum]).toEqual(['2026-1', '2025-4', '2026-03-31'])
  })

  it('telt meldingen over het hele kwartaal, en laat een kwartaal weg als een kleine maand eruit te rekenen is', async () => {
    expect(await rij('meldingen')).toMatchObject({
      waarover: 'Heel kwartaal',
      vorig: 33,
      vorigAfgeschermd: false,
      waarde: null,
      afgeschermd: true,
      verschil: null,
      mate: null,
    })
  })

  it('zet de uitleg van een maand van het kwartaal erbij, met wie het schreef, en van een ander kwartaal niet', async () => {
    for (const [maand, tekst] of [
      ['2026-03', 'Een locatie ging open.'],
      ['2025-12', 'Een vorstperiode.'],
    ] as const)
      accepted(
        await workAs(platform, manager, (work) =>
          writeDuiding(work, { indicator: 'wachtenden', maand, niveau: 'strategisch', tekst }),
        ),
      )
    const { uitleg } = await rij('wachtenden')
    expect(uitleg).toMatch(/^Een locatie ging open\. \(.+, .+\)$/)
    expect((await rij('wachtenden', { kwartaal: '2025-4' })).uitleg).toMatch(/^Een vorstperiode/)
    expect((await rij('meldingen')).uitleg).toBe('')
  })

  it('kan het grootste verschil voorop zetten; wat niet te zeggen is staat achteraan', async () => {
    const { results, count } = await kwartaal({ sorteer: '-mate' })
    expect(count).toBe(indicatoren.length)
    expect(results[0]).toMatchObject({ id: expect.any(String), mate: expect.any(Number) })
    const maten = results.map(({ mate }) => mate)
    expect(maten).toEqual(maten.toSorted((a, b) => (b ?? -1) - (a ?? -1)))
  })

  it('weigert een kwartaal dat niet voorbij is, met het veld erbij', async () => {
    const over = await workAs(platform, manager, (work) =>
      readKwartaalcijfers(work, vraag({ kwartaal: '2026-2' })),
    )
    expect(isRejection(over) && over.field).toBe('kwartaal')
  })
})
