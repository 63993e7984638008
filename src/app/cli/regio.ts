import { readFileSync, writeFileSync } from 'node:fs'
import { createRegio } from '../../modules/beheer/server/create-regio.ts'
import { exportRegioConfig, importRegioConfig } from '../../modules/beheer/server/regio-config.ts'
import { todayOf } from '../../platform/clock.ts'
import { findGemeente, formatGemeente } from '../../shared/gemeenten.ts'
import { isPlainDate } from '../../shared/plain-date.ts'
import { type Command, type CommandInput, UsageError } from './command.ts'
import { asSysteem, findRegio, withPlatform } from './with-platform.ts'

export const regio: Command = {
  name: 'regio',
  positionals: '<lijst | maken | exporteren | importeren>',
  summary: 'Maak een regio, of lees haar instellingen uit en in',
  help: [
    'onderdak regio lijst',
    'onderdak regio maken --code DRD --naam "Derde regio" --gemeente GM1509 --centrum GM0222 [--van 2026-01-01]',
    'onderdak regio exporteren --code DRD --bestand drd.json',
    'onderdak regio importeren --code DRD --bestand drd.json',
    '',
    '--gemeente    gemeente van de regio, met CBS-code of naam; mag vaker',
    '--centrum     de centrumgemeente; mag vaker',
    '--van         vanaf wanneer de standaardinstellingen gelden; vandaag als u niets zegt',
    'Importeren maakt de instellingen gelijk aan het bestand. Een onderdeel dat er niet in staat, blijft zoals het is.',
  ],
  options: {
    code: { type: 'string' },
    naam: { type: 'string' },
    gemeente: { type: 'string', multiple: true },
    centrum: { type: 'string', multiple: true },
    van: { type: 'string' },
    bestand: { type: 'string' },
  },
  async run(input) {
    const action = actions[input.positionals[0]!]
    if (!action)
      throw new UsageError(`Kies lijst, maken, exporteren of importeren. Zie: onderdak regio --help`)
    await action(input)
    return 0
  },
}

const actions: Readonly<Record<string, (input: CommandInput) => Promise<void>>> = {
  lijst: list,
  maken: make,
  exporteren: exportConfig,
  importeren: importConfig,
}

export function textOf({ values }: CommandInput, name: string): string {
  const value = values[name]
  if (typeof value !== 'string' || value.trim() === '') throw new UsageError(`Geef --${name} mee.`)
  return value.trim()
}

function list({ config, print }: CommandInput): Promise<void> {
  return withPlatform(config(), async ({ db }) => {
    const rows = await db.selectFrom('regio').select(['code', 'naam', 'is_demo']).orderBy('code').execute()
    if (rows.length === 0) print('Er is nog geen regio. Maak er een met: onderdak regio maken')
    for (const row of rows) print(`${row.code.padEnd(12)}  ${row.naam}${row.is_demo ? ' (demo)' : ''}`)
  })
}

function make(input: CommandInput): Promise<void> {
  const code = textOf(input, 'code')
  const naam = textOf(input, 'naam')
  if (!/^[A-Z][A-Z0-9_]{1,11}$/.test(code))
    throw new UsageError('--code bestaat uit 2 tot 12 hoofdletters en cijfers, bijvoorbeeld DRD.')
  const centrum = gemeentenOf(input, 'centrum')
  const gemeenten = [
    ...centrum.map((one) => ({ ...one, isCentrumgemeente: true })),
    ...gemeentenOf(input, 'gemeente')
      .filter((one) => !centrum.some((centre) => centre.code === one.code))
      .map((one) => ({ ...one, isCentrumgemeente: false })),
  ]
  if (centrum.length === 0) throw new UsageError('Geef minstens één centrumgemeente mee met --centrum.')
  return withPlatform(input.config(), async (platform) => {
    const van = input.values.van === undefined ? todayOf(platform.clock) : textOf(input, 'van')
    if (!isPlainDate(van)) throw new UsageError('--van is een datum, bijvoorbeeld 2026-01-01.')
    await asSysteem(platform, platform.newId(), (work) =>
      createRegio(work, { code, naam, isDemo: false, gemeenten, van }),
    )
    input.print(`Regio ${code} is gemaakt met ${gemeenten.map(formatGemeente).join(', ')}.`)
    input.print(`Maak nu een eerste beheerder: onderdak beheerder --help`)
  })
}

function gemeentenOf({ values }: CommandInput, name: string) {
  const given = values[name]
  return (Array.isArray(given) ? given : []).map((text) => {
    const found = findGemeente(String(text))
    if (!found) throw new UsageError(`${text} is geen gemeente. Gebruik de CBS-code, bijvoorbeeld GM0222.`)
    return found
  })
}

function exportConfig(input: CommandInput): Promise<void> {
  const file = textOf(input, 'bestand')
  return withPlatform(input.config(), async (platform) => {
    const { id } = await findRegio(platform, textOf(input, 'code'))
    const config = await asSysteem(platform, id, exportRegioConfig)
    writeFileSync(file, `${JSON.stringify(config, null, 2)}\n`)
    input.print(`Geschreven: ${file}`)
  })
}

function importConfig(input: CommandInput): Promise<void> {
  const file = textOf(input, 'bestand')
  const content = readJson(file)
  return withPlatform(input.config(), async (platform) => {
    const { id } = await findRegio(platform, textOf(input, 'code'))
    const { gewijzigd } = await asSysteem(platform, id, (work) => importRegioConfig(work, content))
    input.print(gewijzigd === 0 ? 'Alles stond al zo; niets gewijzigd.' : `${gewijzigd} regels gewijzigd.`)
  })
}

function readJson(file: string): unknown {
  const text = readFileSync(file, 'utf8')
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UsageError(`${file} is geen leesbaar JSON: ${error instanceof Error ? error.message : error}`)
  }
}
