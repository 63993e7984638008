import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { routes } from '../../src/app/modules.ts'
import { route } from '../../src/platform/http/route.ts'
import { endpoint } from '../../src/shared/endpoint.ts'

const vraag = endpoint({
  method: 'GET',
  path: '/proef',
  name: 'haalProef',
  summary: 'Alleen voor deze proef.',
  response: z.object({ naam: z.string() }),
})
const handle = async () => ({ naam: 'proef' })
const audit = { event: 'proef.gelezen', personen: 'geen' } as const
const permission = 'persoon.lezen' as const

// Checked by the compiler (`tsc --noEmit` is a gate of its own): when one of these lines compiles, the gate fails.
function refusedByTheCompiler(): void {
  // @ts-expect-error without permission
  route(vraag, { audit, handle })
  // @ts-expect-error without audit event
  route(vraag, { permission, handle })
  // @ts-expect-error without contract
  route(undefined, { permission, audit, handle })
  // @ts-expect-error with a permission that does not exist
  route(vraag, { permission: 'persoon.alles', audit, handle })
  // @ts-expect-error without saying whose data is shown
  route(vraag, { permission, audit: { event: 'proef.gelezen' }, handle })
  // @ts-expect-error without work to do
  route(vraag, { permission, audit })
  // @ts-expect-error with another answer than the contract
  route(vraag, { permission, audit, handle: async () => ({ nummer: 1 }) })
}

describe('a route', () => {
  it('compiles with contract, permission and audit event', () => {
    expect(route(vraag, { permission, audit, handle }).endpoint.name).toBe('haalProef')
    expect(refusedByTheCompiler).toBeTypeOf('function')
  })

  it('of the system has a permission, an audit event or a reason for none, and a name of its own', () => {
    for (const { endpoint: contract, options } of routes) {
      const where = `${contract.method} ${contract.path}`
      expect(options.permission, where).toMatch(/^(aangemeld|[a-z_]+\.[a-z_]+)$/)
      const said = 'geen' in options.audit ? options.audit.geen : options.audit.event
      expect(said, where).toMatch(/\S/)
    }
    const names = routes.map((one) => one.endpoint.name)
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
    expect(names.length).toBeGreaterThan(50)
  })
})
