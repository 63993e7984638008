import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio } from '../../../../tests/given/regio.ts'
import type { Vrager } from '../../../platform/work.ts'
import { ActiviteitInvoer } from '../domain/activiteit-contract.ts'
import { ProgrammaInvoer } from '../domain/programma-contract.ts'
import {
  addResultaat,
  registerActiviteit,
  registerProgramma,
  reportStand,
  reportVoortgang,
  reportWaarde,
} from './commands.ts'
import { publishProgramma } from './programma-commands.ts'
import { listKoppen, listProgrammabestanden, readOpenProgramma } from './publiek.ts'
import { withdrawVoortgang } from './voortgang-commands.ts'

const database = useDatabase()
let platform: TestPlatform
let manager: Vrager
let programma: { readonly id: string; readonly versie: number }

beforeAll(async () => {
  platform = testPlatform(database)
  platform.clock.set('2026-03-02')
  manager = await (await givenRegio(platform)).als('centrumgemeente', 'programmamanager')
  programma = await workAs(platform, manager, async (work) => {
    const gemaakt = accepted(
      await registerProgramma(
        work,
        ProgrammaInvoer.parse({
          code: 'UP',
          naam: 'Programma',
          soort: 'uitvoeringsprogramma',
          van: '2026-01-01',
          bron: 'Proef',
        }),
      ),
    )
    const { id } = accepted(
      await registerActiviteit(
        work,
        ActiviteitInvoer.parse({
          programmaId: gemaakt.id,
          soort: 'pilot',
          code: '1.1',
          naam: 'Housing First',
          planning: 'open',
          participatie: 'nee',
          bron: 'Proef',
        }),
      ),
    )
    const resultaat = accepted(
      await addResultaat(work, {
        activiteitId: id,
        resultaat: {
          nummer: 1,
          naam: 'Woningen',
          soort: 'output',
          eenheid: 'woningen',
          streefwaarde: 10,
          streefOp: null,
          richting: 'hoger',
          indicator: null,
          toelichting: null,
          kartrekkers: [],
        },
      }),
    )
    for (const [waarde, op] of [
      [3, '2026-02-01'],
      [4, '2026-02-01'],
    ] as const)
      accepted(await reportWaarde(work, { id: resultaat.id, op, waarde, toelichting: null, bron: 'Proef' }))
    accepted(
      await reportStand(work, {
        id,
        op: '2026-02-01',
        stand: 'in_uitvoering',
        koers: 'vertraagd',
        reden: 'Ruzie met de aannemer',
      }),
    )
    for (const isOpenbaar of [true, false])
      accepted(
        await reportVoortgang(work, {
          id,
          op: isOpenbaar ? '2026-02-01' : '2026-02-20',
          standVanZaken: isOpenbaar ? 'Vier woningen verhuurd' : 'Alleen voor ons',
          inzichten: null,
          vervolg: null,
          isOpenbaar,
          bron: 'Proef',
        }),
      )
    return gemaakt
  })
}, 60_000)

const zet = (isOpenbaar: boolean) =>
  workAs(platform, manager, async (work) => {
    const { versie } = await work.db
      .selectFrom('programma')
      .select('versie')
      .where('id', '=', programma.id)
      .executeTakeFirstOrThrow()
    accepted(await publishProgramma(work, { id: programma.id, versie, isOpenbaar }))
  })

describe('wat iedereen van een programma mag weten', () => {
  it('is niets zolang het niet openbaar is', async () => {
    expect(await listKoppen(platform)).toEqual([])
    expect(await readOpenProgramma(platform, { regio: 'TST', code: 'UP' })).toMatchObject({
      code: 'niet_gevonden',
    })
  })

  it('is de stand, de geldende getallen en de openbare tekst, en niet waarom of wie', async () => {
    await zet(true)
    expect(await listKoppen(platform)).toMatchObject([
      { code: 'UP', regio: { code: 'TST', naam: 'Testregio TST' } },
    ])
    const gelezen = await readOpenProgramma(platform, { regio: 'TST', code: 'UP' })
    expect(gelezen).toMatchObject({
      activiteiten: [
        {
          code: '1.1',
          stand: 'in_uitvoering',
          koers: 'vertraagd',
          resultaten: [{ naam: 'Woningen', streefwaarde: 10, waarden: [{ op: '2026-02-01', waarde: 4 }] }],
          voortgang: { standVanZaken: 'Vier woningen verhuurd' },
        },
      ],
    })
    expect(JSON.stringify(gelezen)).not.toMatch(/aannemer|Alleen voor ons|Proef programmamanager/)
  })

  it('staat in de catalogus, met sinds wanneer het zo is: ook een tekst die weggaat telt', async () => {
    const sinds = async () => {
      const [een] = await listProgrammabestanden(platform)
      return een!.gewijzigdOp
    }
    const schrijf = (isOpenbaar: boolean) =>
      workAs(platform, manager, async (work) => {
        const { id } = await work.db.selectFrom('activiteit').select('id').executeTakeFirstOrThrow()
        const tekst = { standVanZaken: 'Vijf woningen', inzichten: null, vervolg: null, bron: 'Proef' }
        return accepted(await reportVoortgang(work, { id, op: '2026-03-02', ...tekst, isOpenbaar })).id
      })
    const begin = await sinds()
    expect(await listProgrammabestanden(platform)).toEqual([
      {
        regio: { code: 'TST', naam: 'Testregio TST', contact: null },
        naam: 'Programma',
        titel: 'Voortgang van Programma, regio Testregio TST',
        beschrijving: 'De activiteiten van Programma: planning, hoe het ermee staat en wat het opleverde.',
        gewijzigdOp: begin,
        van: '2026-01-01',
        totEnMet: null,
        overzicht: '/voortgang',
        pagina: '/voortgang/TST/UP',
        csv: '/api/v1/open/programmabestanden/TST_UP.csv',
        json: '/api/v1/open/programmas/TST/UP',
      },
    ])
    platform.clock.set('2026-03-03')
    await schrijf(false)
    expect(await sinds()).toBe(begin)
    const tekst = await schrijf(true)
    const geschreven = await sinds()
    expect(geschreven > begin).toBe(true)
    platform.clock.set('2026-03-04')
    accepted(await workAs(platform, manager, (work) => withdrawVoortgang(work, tekst)))
    expect((await sinds()) > geschreven).toBe(true)
  })

  it('is weer niets als het van de openbare pagina is gehaald', async () => {
    await zet(false)
    expect(await listKoppen(platform)).toEqual([])
    expect(await listProgrammabestanden(platform)).toEqual([])
  })
})
