import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager } from '../../../platform/work.ts'
import { ethosBronnen } from '../domain/ethos.ts'
import { readIndicator, readIndicatorcijfers, readIndicatorgroepen } from './indicator-queries.ts'
import { indicatoren } from './indicatoren.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let beleid: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  platform.clock.set('2026-03-02')
  regio = await givenRegio(platform)
  beleid = await regio.als('centrumgemeente', 'programmamanager')
})

describe('het register van indicatoren', () => {
  it('heeft er ten minste veertig, elk met een eigen kenmerk en naam', () => {
    expect(indicatoren.length).toBeGreaterThanOrEqual(40)
    for (const veld of ['id', 'naam'] as const)
      expect(new Set(indicatoren.map((one) => one[veld])).size).toBe(indicatoren.length)
  })

  it('zegt bij elke indicator wat telt, waarvan, wie de eigenaar is en uit welke feiten het komt', () => {
    for (const one of indicatoren) {
      expect(one.definitie.length, one.id).toBeGreaterThan(40)
      expect(one.noemer !== null, one.id).toBe(one.maat === 'aandeel')
      expect(one.bronnen.length, one.id).toBeGreaterThan(0)
      expect(one.eigenaar, one.id).not.toBe('')
      expect(one.niveaus.length, one.id).toBeGreaterThan(0)
      expect(
        one.versies.map(({ versie }) => versie),
        one.id,
      ).toEqual(one.versies.map((_, i) => i + 1))
    }
  })

  it('heeft van elke indicator een tabel met gevallen die met de hand is gemaakt', async () => {
    const map = import.meta.dirname
    const namen = (await readdir(map)).filter((naam) => naam.startsWith('indicator-gevallen-'))
    const tabellen = (await Promise.all(namen.map((naam) => readFile(join(map, naam), 'utf8')))).join('\n')
    expect(
      indicatoren.filter(({ id }) => !new RegExp(`^  ${id}: `, 'm').test(tabellen)).map(({ id }) => id),
    ).toEqual([])
  })

  it('leest alleen de feiten die erbij staan', async () => {
    const gelezen: string[] = []
    const { sql } = await import('kysely')
    for (const one of indicatoren) {
      gelezen.length = 0
      one.gevallen({
        van: '2026-02-01',
        tot: '2026-03-01',
        op: '2026-02-28',
        feit: (naam) => {
          gelezen.push(`feit_${naam}`)
          return sql`x`
        },
        ethos: () => {
          gelezen.push(...ethosBronnen)
          return sql`x`
        },
      })
      expect([...new Set(gelezen)].sort(), one.id).toEqual([...one.bronnen].sort())
    }
  })

  it('rekent ze allemaal in één vraag uit, ook als er nog niets is', async () => {
    const cijfers = accepted(
      await workAs(platform, beleid, (work) =>
        readIndicatorcijfers(work, { pagina: 1, aantalPerPagina: 100 }),
      ),
    )
    expect(cijfers).toMatchObject({
      maand: '2026-02',
      peildatum: '2026-02-28',
      bekendOp: null,
      count: indicatoren.length,
    })
    for (const cijfer of cijfers.results)
      expect(cijfer.waarde, cijfer.id).toBe(
        ['aantal', 'mensen', 'gezinnen'].includes(cijfer.eenheid) ? 0 : null,
      )
  })

  it('laat zich splitsen op alles wat erbij staat', async () => {
    for (const one of indicatoren)
      for (const per of one.per)
        accepted(
          await workAs(platform, beleid, (work) =>
            readIndicatorgroepen(work, one.id, { per, pagina: 1, aantalPerPagina: 100 }),
          ),
        )
  })

  it('geeft dertien maanden, en weigert een maand die nog loopt of een indicator die niet bestaat', async () => {
    const een = (id: string, maand?: string) =>
      workAs(platform, beleid, (work) => readIndicator(work, id, { maand }))
    const { verloop } = accepted(await een('wachtenden'))
    expect(verloop.map(({ maand }) => maand)).toEqual([
      '2025-02',
      '2025-03',
      '2025-04',
      '2025-05',
      '2025-06',
      '2025-07',
      '2025-08',
      '2025-09',
      '2025-10',
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
    ])
    expect(await een('wachtenden', '2026-03')).toMatchObject({ rejected: true, code: 'maand_niet_voorbij' })
    expect(
      await workAs(platform, beleid, (work) =>
        readIndicator(work, 'wachtenden', { maand: '2026-01', bekendOp: '2026-01-30' }),
      ),
    ).toMatchObject({ rejected: true, code: 'toen_nog_niet_voorbij' })
    expect(await een('bestaat_niet')).toMatchObject({ rejected: true, status: 404 })
  })
})
