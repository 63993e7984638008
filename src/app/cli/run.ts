import { parseArgs } from 'node:util'
import { readConfig } from '../../platform/config.ts'
import { type Command, explainError, UsageError } from './command.ts'

export interface Output {
  print(line: string): void
  fail(line: string): void
}

/** Runs one call of the command line and returns the exit code: 0 done, 1 failed, 2 wrongly called. */
export async function runCli(
  args: readonly string[],
  commands: readonly Command[],
  output: Output,
): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    for (const line of overview(commands)) output.print(line)
    return name === undefined ? 2 : 0
  }
  const command = commands.find((candidate) => candidate.name === name)
  if (!command) {
    output.fail(`Onbekende opdracht: ${name}. Zie: onderdak --help`)
    return 2
  }
  try {
    return await runCommand(command, rest, output)
  } catch (error) {
    const message = explainError(error)
    output.fail(
      message ??
        `Er ging iets mis dat wij niet hadden voorzien.\n${error instanceof Error ? error.stack : String(error)}`,
    )
    return error instanceof UsageError ? 2 : 1
  }
}

async function runCommand(command: Command, args: readonly string[], output: Output): Promise<number> {
  const { values, positionals } = parse(command, args)
  if (values.help) {
    output.print(`Gebruik: ${usage(command)}`)
    for (const line of [command.summary, ...(command.help ?? [])]) output.print(`  ${line}`)
    return 0
  }
  const expected = command.positionals?.match(/</g)?.length ?? 0
  if (positionals.length !== expected) throw new UsageError(`Gebruik: ${usage(command)}`)
  const print = (line: string) => output.print(line)
  return (await command.run({ positionals, values, config: () => readConfig(), print })) ?? 0
}

function parse(command: Command, args: readonly string[]) {
  const options = { ...command.options, help: { type: 'boolean', short: 'h' } } as const
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(
      `${error instanceof Error ? error.message : String(error)}\nGebruik: ${usage(command)}`,
    )
  }
}

function usage(command: Command): string {
  return ['onderdak', command.name, command.positionals].filter(Boolean).join(' ')
}

function overview(commands: readonly Command[]): string[] {
  const rows = commands.map((command) => [usage(command).replace(/^onderdak /, ''), command.summary] as const)
  const width = Math.max(...rows.map(([call]) => call.length))
  return [
    'Gebruik: onderdak <opdracht> [argumenten]',
    '',
    'Opdrachten:',
    ...rows.map(([call, summary]) => `  ${call.padEnd(width)}  ${summary}`),
    '',
    'onderdak <opdracht> --help geeft uitleg over één opdracht.',
    'De database is die van DATABASE_URL, of anders de ingebouwde in de map ONDERDAK_DATA (standaard ./data).',
  ]
}
