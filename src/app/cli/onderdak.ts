import { commands } from './commands.ts'
import { runCli } from './run.ts'

process.exitCode = await runCli(process.argv.slice(2), commands, {
  print: (line) => process.stdout.write(`${line}\n`),
  fail: (line) => process.stderr.write(`${line}\n`),
})
