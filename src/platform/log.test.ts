import { Writable } from 'node:stream'
import { expect, it } from 'vitest'
import { createLog } from './log.ts'

it('hides secrets and personal data, also inside objects', () => {
  const lines: string[] = []
  const log = createLog(
    'info',
    new Writable({
      write: (chunk, _, done) => {
        lines.push(String(chunk))
        done()
      },
    }),
  )
  log.info(
    { bsn: '123456782', persoon: { naam: 'Jansen' }, req: { headers: { cookie: 'c00kie' } }, plek: 'A1' },
    'gestart',
  )
  log.debug('not at this level')
  expect(lines).toHaveLength(1)
  for (const secret of ['123456782', 'Jansen', 'c00kie']) expect(lines[0]).not.toContain(secret)
  expect(JSON.parse(lines[0]!)).toMatchObject({ bsn: '[verborgen]', plek: 'A1', msg: 'gestart' })
})
