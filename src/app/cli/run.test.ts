import { describe, expect, it } from 'vitest'
import type { Command } from './command.ts'
import { runCli } from './run.ts'

const proef: Command = {
  name: 'proef',
  positionals: '<bestand>',
  summary: 'Probeer iets',
  options: { hard: { type: 'boolean' } },
  async run({ positionals, values, print }) {
    if (values.hard) throw new TypeError('stuk')
    print(`proef ${positionals[0]}`)
    return undefined
  },
}

async function call(...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const code = await runCli(args, [proef], {
    print: (line) => out.push(line),
    fail: (line) => err.push(line),
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

describe('onderdak', () => {
  it('runs a subcommand with its arguments', async () => {
    expect(await call('proef', 'a.txt')).toEqual({ code: 0, out: 'proef a.txt', err: '' })
  })

  it('lists the subcommands', async () => {
    const { code, out } = await call('--help')
    expect(code).toBe(0)
    expect(out).toContain('proef <bestand>  Probeer iets')
    expect((await call()).code).toBe(2)
  })

  it('explains one subcommand', async () => {
    expect((await call('proef', '--help')).out).toContain('Gebruik: onderdak proef <bestand>')
  })

  it.each([[['proef']], [['proef', 'a', 'b']], [['proef', 'a', '--zacht']], [['anders']]])(
    'refuses %j with 2',
    async (args) => {
      expect(await call(...args)).toMatchObject({ code: 2, out: '' })
    },
  )

  it('shows the stack of a bug', async () => {
    const { code, err } = await call('proef', 'a', '--hard')
    expect(code).toBe(1)
    expect(err).toContain('TypeError: stuk')
  })
})
