import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate } from 'otplib'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { commands } from '../../src/app/cli/commands.ts'
import { runCli } from '../../src/app/cli/run.ts'
import { routes } from '../../src/app/modules.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { readConfig } from '../../src/platform/config.ts'
import { createServer } from '../../src/platform/http/server.ts'
import { useDatabase } from '../given/database.ts'
import { testPlatform } from '../given/platform.ts'
import { dropDatabase, makeEmptyDatabase } from '../given/template.ts'

// A beheerder on the command line, from an empty region to a back-up that was put back.

const database = useDatabase()
const dir = mkdtempSync(join(tmpdir(), 'onderdak-cli-'))
const file = (name: string) => join(dir, name)
const secret = Buffer.alloc(32, 5).toString('base64')
let empty: string

beforeAll(async () => {
  empty = await makeEmptyDatabase(inject('templateUrl'))
})
afterAll(async () => {
  rmSync(dir, { recursive: true, force: true })
  await dropDatabase(empty)
})

/** As typed after `onderdak`, in the environment of a server for real work. */
async function onderdak(args: readonly string[], url = database.url) {
  const lines: string[] = []
  const environment = {
    DATABASE_URL: url,
    ONDERDAK_MODE: 'productie',
    ONDERDAK_GEHEIM: secret,
    ONDERDAK_URL: 'https://onderdak.example',
  }
  const here = commands.map((command) => ({
    ...command,
    run: (input: Parameters<typeof command.run>[0]) =>
      command.run({ ...input, config: () => readConfig(environment) }),
  }))
  const code = await runCli(args, here, {
    print: (line) => lines.push(line),
    fail: (line) => lines.push(line),
  })
  return { code, text: lines.join('\n') }
}

const importeer = (bestand: string, ...more: string[]) =>
  onderdak([
    'importeer',
    'plekken',
    bestand,
    '--regio',
    'DRD',
    '--organisatie',
    'Gemeente Doetinchem',
    '--bron',
    'Eigen lijst',
    '--peildatum',
    '2026-01-01',
    ...more,
  ])

describe('onderdak', () => {
  it('explains every subcommand, also without a database', async () => {
    for (const { name, summary } of commands) {
      const { code, text } = await onderdak([name, '--help'], 'postgresql://nergens:1/x')
      expect(code, name).toBe(0)
      expect(text, name).toContain(`Gebruik: onderdak ${name}`)
      expect(text, name).toContain(summary)
    }
  })

  it('migreer says that nothing is left to do', async () => {
    expect(await onderdak(['migreer'])).toMatchObject({ code: 0 })
  })

  it('regio maken makes a region that is no demo, once', async () => {
    const args = ['regio', 'maken', '--code', 'DRD', '--naam', 'Derde regio']
    const made = await onderdak([
      ...args,
      '--centrum',
      'GM0222',
      '--gemeente',
      'GM1509',
      '--van',
      '2020-01-01',
    ])
    expect(made).toMatchObject({ code: 0, text: expect.stringContaining('Regio DRD is gemaakt') })
    expect((await onderdak([...args, '--centrum', 'GM0222'])).code).toBe(2)
    expect((await onderdak([...args, '--centrum', 'Nergenshuizen'])).text).toContain('is geen gemeente')
    expect((await onderdak(['regio', 'lijst'])).text).toBe('DRD           Derde regio')
  })

  it('beheerder maken gives someone access, who can sign in with what was shown', async () => {
    const { code, text } = await onderdak([
      'beheerder',
      'maken',
      '--regio',
      'DRD',
      '--naam',
      'Proef Beheerder',
      '--gebruikersnaam',
      'Beheer.Drd',
      '--organisatie',
      'Gemeente Doetinchem',
    ])
    expect(code).toBe(0)
    const shown = (label: string) => new RegExp(`^${label}:\\s+(\\S+)$`, 'm').exec(text)![1]!
    const platform = testPlatform(database)
    platform.clock.set(systemClock.now().toISOString())
    const { createCipher } = await import('../../src/platform/cipher.ts')
    const server = await createServer({
      platform: { ...platform, cipher: createCipher(Buffer.from(secret, 'base64')) },
      routes,
      isDemo: false,
      publicUrl: 'https://onderdak.example',
    })
    const answer = await server.app.inject({
      method: 'POST',
      url: '/api/v1/inloggen',
      payload: {
        gebruikersnaam: shown('Gebruikersnaam'),
        wachtwoord: shown('Wachtwoord'),
        code: await generate({
          secret: shown('Sleutel code-app'),
          epoch: platform.clock.now().getTime() / 1000,
        }),
      },
    })
    expect(answer.json()).toMatchObject({ rol: 'functioneel_beheerder', demo: false })
  })

  it('regio exporteren and importeren carry the settings over, without changing anything', async () => {
    expect(
      (await onderdak(['regio', 'exporteren', '--code', 'DRD', '--bestand', file('drd.json')])).code,
    ).toBe(0)
    expect(JSON.parse(readFileSync(file('drd.json'), 'utf8'))).toMatchObject({ regio: { code: 'DRD' } })
    const again = await onderdak(['regio', 'importeren', '--code', 'DRD', '--bestand', file('drd.json')])
    expect(again.text).toContain('niets gewijzigd')
  })

  it('importeer names every fault and then reads nothing; a sound file once', async () => {
    const config = JSON.parse(readFileSync(file('drd.json'), 'utf8'))
    config.producten = [
      { code: 'bw', naam: 'Beschermd wonen', domein: 'BW', toegang: 'direct', van: '2020-01-01', regels: [] },
    ]
    writeFileSync(file('drd.json'), JSON.stringify(config))
    expect(
      (await onderdak(['regio', 'importeren', '--code', 'DRD', '--bestand', file('drd.json')])).code,
    ).toBe(0)
    const kop = 'Voorziening;Locatie;Plek;Product;Vanaf'
    writeFileSync(
      file('fout.csv'),
      `${kop}\nHuis;Oost;Kamer 1;bw;1-4-21\nHuis;Oost;Kamer 2;onbekend;1-4-2021`,
    )
    const refused = await importeer(file('fout.csv'))
    expect(refused.code).toBe(1)
    expect(refused.text).toContain('rij 2, Vanaf: Het jaar heeft twee cijfers')
    expect(refused.text).toContain('rij 3, Product: Dit product kennen wij niet')
    expect(refused.text).toContain('Er zijn 2 fouten. Er is niets ingelezen.')
    writeFileSync(file('goed.csv'), `${kop}\nHuis;Oost;Kamer 1;bw;1-4-2021\nHuis;Oost;Kamer 2;bw;1-4-2021`)
    expect((await importeer(file('goed.csv'), '--proef')).text).toContain('Dit was een proef')
    const done = await importeer(file('goed.csv'))
    expect(done.text).toContain('Ingelezen: 1 nieuwe voorziening en 2 plekken.')
    const twice = await importeer(file('goed.csv'))
    expect(twice.code).not.toBe(0)
    expect(twice.text).toContain('ingelezen')
  })

  it('exporteer writes one file per table, for the owner only, and into an empty folder', async () => {
    const done = await onderdak(['exporteer', file('uit'), '--regio', 'DRD'])
    expect(done.code).toBe(0)
    const names = readdirSync(file('uit'))
    expect(names).toContain('persoon.csv')
    expect(statSync(join(file('uit'), 'plek.csv')).mode & 0o077).toBe(0)
    expect(readFileSync(join(file('uit'), 'plek.csv'), 'utf8')).toContain('Kamer 2')
    expect((await onderdak(['exporteer', file('uit'), '--regio', 'DRD'])).text).toContain('is niet leeg')
  })

  it('backup and herstel bring everything over to an empty database, and controleer agrees', async () => {
    const saved = await onderdak(['backup', file('alles.onderdak')])
    expect(saved).toMatchObject({ code: 0, text: expect.stringContaining('Bewaard in') })
    expect((await onderdak(['backup', file('alles.onderdak')])).text).toContain('bestaat al')
    const back = await onderdak(['herstel', file('alles.onderdak')], empty)
    expect(back).toMatchObject({ code: 0, text: expect.stringContaining('controlegetallen kloppen') })
    expect((await onderdak(['herstel', file('alles.onderdak')])).code).not.toBe(0)
    const checked = await onderdak(['controleer'], empty)
    expect(checked.text).toContain('Alles is in orde.')
    expect((await onderdak(['regio', 'lijst'], empty)).text).toContain('DRD')
  })
})
