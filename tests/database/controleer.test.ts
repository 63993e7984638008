import { beforeAll, describe, expect, it } from 'vitest'
import { controleer } from '../../src/app/cli/controleer.ts'
import { appendAudit } from '../../src/platform/audit/audit.ts'
import { readConfig } from '../../src/platform/config.ts'
import { useDatabase } from '../given/database.ts'
import { testPlatform, workAs } from '../given/platform.ts'
import { givenRegio } from '../given/regio.ts'

const database = useDatabase()

/** `onderdak controleer` on the database of this file. */
async function check() {
  const lines: string[] = []
  const code = await controleer.run({
    positionals: [],
    values: {},
    config: () => readConfig({ DATABASE_URL: database.url, ONDERDAK_MODE: 'demo' }),
    print: (line) => lines.push(line),
  })
  return { code, lines }
}

beforeAll(async () => {
  const platform = testPlatform(database)
  const regio = await givenRegio(platform)
  await workAs(platform, regio.systeem, async (work) => {
    for (let n = 0; n < 4; n++) {
      await appendAudit(work.db, {
        vrager: work.vrager,
        tijd: work.now,
        gebeurtenis: 'proef',
        actie: 'R',
        uitkomst: 0,
        doel: 'test',
        route: 'GET /proef',
        personen: [],
        verzoekId: work.newId(),
        netwerkadres: '127.0.0.1',
      })
    }
    return undefined
  })
})

describe('onderdak controleer', () => {
  it('finds nothing wrong in a sound database', async () => {
    const { code, lines } = await check()
    expect(lines).toContain('goed  Het logboek is compleet en niet gewijzigd')
    expect(lines.at(-1)).toBe('Alles is in orde.')
    expect(code).toBe(0)
  })

  it('names the facts that are not what the register says', async () => {
    const plek =
      "insert into onderdak.feit_plek (regio_id, sleutel, van, bekend_van) select id, gen_random_uuid(), '2026-01-01', now() from onderdak.regio"
    await database.login.query(plek)
    const { code, lines } = await check()
    expect(lines).toContain('FOUT  Cijfers worden geteld uit wat het register zegt')
    expect(lines).toContainEqual(
      expect.stringMatching(/^ {6}- Feiten over plek: 1 keer klopt niet meer, bijvoorbeeld [0-9a-f-]{36}\.$/),
    )
    expect(code).toBe(1)
    await database.login.query('delete from onderdak.feit_plek')
  })

  it('names the first row of the audit book that was changed', async () => {
    await database.login.query("update onderdak.audit set rol = 'iemand anders' where volgnummer in (2, 3)")
    const { code, lines } = await check()
    expect(lines).toContain('FOUT  Het logboek is compleet en niet gewijzigd')
    expect(lines).toContain(
      '      - Regio TST, eerste foute regel is nummer 2: deze regel is na het schrijven gewijzigd.',
    )
    expect(code).toBe(1)
  })

  it('sees that the last row is gone', async () => {
    await database.login.query('delete from onderdak.audit where volgnummer >= 2')
    expect((await check()).lines).toContain(
      '      - Regio TST, eerste foute regel is nummer 4: de laatste regel is verwijderd of vervangen.',
    )
  })
})
