import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../../src/app/modules.ts'
import { isQuestion } from '../../src/platform/http/execute.ts'
import type { Route } from '../../src/platform/http/route.ts'
import { useDatabase } from '../given/database.ts'
import { schrijfproeven } from '../given/schrijven/proeven.ts'
import {
  givenSchrijfwereld,
  nameOf,
  type Schrijfproef,
  type Schrijfwereld,
} from '../given/schrijven/wereld.ts'

const database = useDatabase()
const schrijfroutes = routes.filter((route) => !isQuestion(route))
let w: Schrijfwereld

beforeAll(async () => {
  w = await givenSchrijfwereld(database)
}, 120_000)

const proefVan = (route: Route): Promise<Schrijfproef> => schrijfproeven[nameOf(route)]!(w)
function keuzes(waarde: unknown): unknown[] {
  if (typeof waarde === 'boolean') return [!waarde]
  if (typeof waarde !== 'string') return []
  return /^\d{4}-\d\d-\d\d$/.test(waarde) ? [`${waarde.slice(0, 8)}27`] : [`${waarde} x`, `${waarde}x`]
}

/** Another sound request to the same route: another body, or another record when there is no body to change. */
function ander(route: Route, proef: Schrijfproef): { id?: string; body?: object } {
  const zelfde = { ...(proef.id && { id: proef.id }), ...(proef.body && { body: proef.body }) }
  if (proef.anders) return { ...zelfde, body: proef.anders }
  const schema = route.endpoint.body
  for (const [veld, waarde] of Object.entries(proef.body ?? {}))
    for (const keuze of keuzes(waarde)) {
      const body = { ...proef.body, [veld]: keuze }
      const parsed = schema.safeParse(body)
      if (parsed.success && JSON.stringify(parsed.data) !== JSON.stringify(schema.parse(proef.body)))
        return { ...zelfde, body }
    }
  return { ...zelfde, id: elders(proef.id!) }
}

/** The address of a record that does not exist. */
const elders = (id: string) => (id.length === 64 ? '0'.repeat(64) : randomUUID())

/** What is written of a look or a refusal as well. */
const inzage = ['audit', 'audit_kop']
const weg = (stand: Record<string, string>, tabellen: readonly string[]) =>
  Object.fromEntries(Object.entries(stand).filter(([naam]) => !tabellen.includes(naam)))

describe('elke route die schrijft', () => {
  it('staat in de tabel van dit bewijs, en de tabel noemt geen andere', () => {
    expect(Object.keys(schrijfproeven).sort()).toEqual(schrijfroutes.map(nameOf).sort())
  })

  it.each(schrijfroutes.map((route) => [nameOf(route), route] as const))(
    '%s gebeurt één keer, hoe vaak hetzelfde verzoek ook komt',
    async (naam, route) => {
      const proef = await proefVan(route)
      const { als, ...zelfde } = proef
      const stuur = (sleutel: string | null, input: { id?: string; body?: object } = zelfde) =>
        w.stuur(als, naam, { ...input, sleutel })
      await stuur(null) // opens the session, so that only the change itself is counted below
      const vooraf = await w.stand()

      const zonder = await stuur(null)
      expect([zonder.statusCode, zonder.json().code], zonder.body).toEqual([400, 'sleutel_ontbreekt'])
      const sleutel = w.nieuweSleutel()
      if (proef.id !== undefined && !naam.includes('concepten')) {
        const onbekend = await stuur(sleutel, { ...zelfde, id: elders(proef.id) })
        expect(onbekend.statusCode, onbekend.body).toBe(404)
      }
      expect(weg(await w.stand(), inzage)).toEqual(weg(vooraf, inzage))

      const beide = await Promise.all([stuur(sleutel), stuur(sleutel)])
      const achteraf = await w.stand()
      const herhaald = await stuur(sleutel)
      const anders = await stuur(sleutel, ander(route, proef))
      const daarna = await w.stand()

      const nieuw = beide.filter((answer) => !answer.headers['idempotent-replayed'])
      if (route.options.answerOnce) {
        expect(beide.map((answer) => answer.statusCode).sort()).toEqual([route.endpoint.status, 409])
        expect([herhaald.statusCode, herhaald.json().code]).toEqual([409, 'antwoord_eenmalig'])
      } else {
        expect(
          nieuw.map((answer) => [answer.statusCode, answer.body]),
          nieuw[0]?.body,
        ).toEqual([[route.endpoint.status, nieuw[0]?.body]])
        for (const answer of [...beide, herhaald]) {
          expect([answer.statusCode, answer.json()]).toEqual([route.endpoint.status, nieuw[0]!.json()])
        }
        expect(herhaald.headers['idempotent-replayed']).toBe('true')
      }
      expect(daarna).toEqual(achteraf)
      expect([anders.statusCode, anders.json().code], anders.body).toEqual([422, 'sleutel_hergebruikt'])
      expect(weg(achteraf, [...inzage, 'verzoek'])).not.toEqual(weg(vooraf, [...inzage, 'verzoek']))
    },
  )
})
