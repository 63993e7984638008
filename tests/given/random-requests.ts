/** Random and malformed requests derived from an OpenAPI document; the same seed gives the same requests. */

export interface Schema {
  $ref?: string
  type?: string | string[]
  format?: string
  enum?: unknown[]
  const?: unknown
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  additionalProperties?: boolean | Schema
}

export interface Operation {
  readonly method: string
  readonly path: string
  readonly parameters: { name: string; in: string; schema?: Schema }[]
  readonly body: Schema | undefined
}

export interface RandomRequest {
  readonly method: string
  readonly url: string
  readonly payload: string | undefined
  readonly contentType: string
}

export type Random = () => number

/** mulberry32: small, seeded, good enough to pick test input. */
export function createRandom(seed: number): Random {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)]!

const hostile: readonly unknown[] = [
  null,
  '',
  ' ',
  0,
  -1,
  1e308,
  2 ** 60,
  true,
  [],
  {},
  [[]],
  { $ref: 'x' },
  'null',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '💣'.repeat(50),
  'x'.repeat(10_000),
  "'; drop table persoon; --",
  '{{7*7}}',
  '<script>alert(1)</script>',
  '../../../etc/passwd',
  '%00',
  '2026-02-30',
  '0000-00-00',
  '9999-99-99',
  '2026-13-01T25:61:61Z',
  '-infinity',
  'NaN',
  '1e5',
  '=1+1',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  { toString: 1 },
  JSON.parse('{"__proto__": {"x": 1}}'),
  { constructor: { prototype: 1 } },
]

export function operationsOf(document: { paths?: Record<string, Record<string, unknown>> }): Operation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, raw]) => {
      const operation = raw as {
        parameters?: Operation['parameters']
        requestBody?: { content?: Record<string, { schema?: Schema }> }
      }
      return {
        method: method.toUpperCase(),
        path,
        parameters: operation.parameters ?? [],
        body: Object.values(operation.requestBody?.content ?? {})[0]?.schema,
      }
    }),
  )
}

export interface Generator {
  readonly random: Random
  readonly schemas: Record<string, Schema>
  /** Ids that exist, so that some requests get past "not found". */
  readonly ids: readonly string[]
  /** Chance that one node becomes hostile. */
  readonly malice: number
}

export function randomValue(g: Generator, schema: Schema | undefined, depth = 0): unknown {
  const { random } = g
  if (random() < g.malice) return pick(random, hostile)
  if (!schema || depth > 6) return pick(random, hostile)
  if (schema.$ref) return randomValue(g, g.schemas[schema.$ref.split('/').pop()!], depth + 1)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return pick(random, schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return randomValue(g, pick(random, choices), depth + 1)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => randomValue(g, part, depth + 1)))
  const type = Array.isArray(schema.type) ? pick(random, schema.type) : schema.type
  switch (type) {
    case 'object': {
      const result: Record<string, unknown> = {}
      for (const [name, field] of Object.entries(schema.properties ?? {})) {
        if (schema.required?.includes(name) ? random() < 0.97 : random() < 0.5)
          result[name] = randomValue(g, field, depth + 1)
      }
      if (random() < g.malice)
        result[pick(random, ['__proto__', 'regioId', 'isSysteem', 'versie', 'onbekend'])] = pick(
          random,
          hostile,
        )
      return result
    }
    case 'array':
      return Array.from({ length: Math.floor(random() * 4) }, () => randomValue(g, schema.items, depth + 1))
    case 'integer':
      return Math.floor(random() * 5) + (random() < 0.1 ? -3 : 0)
    case 'number':
      return random() * 100
    case 'boolean':
      return random() < 0.5
    case 'null':
      return null
    default:
      if (schema.format === 'uuid')
        return random() < 0.7 && g.ids.length > 0
          ? pick(random, g.ids)
          : '01890000-0000-7000-8000-000000000000'
      if (schema.format === 'date')
        return `202${Math.floor(random() * 7)}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`
      if (schema.format === 'date-time') return '2026-03-02T10:00:00Z'
      return pick(random, [
        'Proef',
        'anders',
        'GM0622',
        'balie',
        'Een zin over wat er nodig is.',
        '999900006',
        '1-4-2026',
      ])
  }
}

export function randomRequest(g: Generator, operation: Operation): RandomRequest {
  const { random } = g
  let path = operation.path
  const query: string[] = []
  for (const parameter of operation.parameters) {
    const value = randomValue(g, parameter.schema)
    const text = encodeURIComponent(
      wellFormed(typeof value === 'object' ? JSON.stringify(value) : String(value)),
    )
    if (parameter.in === 'path') path = path.replace(`{${parameter.name}}`, text || 'x')
    else if (random() < 0.6) query.push(`${parameter.name}=${text}`)
  }
  if (random() < 0.05) query.push('formaat=csv')
  if (random() < 0.03) query.push(`pagina=${pick(random, ['0', '-1', '1e9', 'NaN', '99999999999999999999'])}`)
  let payload: string | undefined
  if (operation.method !== 'GET') {
    payload = JSON.stringify(randomValue(g, operation.body))
    if (random() < 0.03)
      payload = pick(random, [
        '',
        '{',
        '[1,',
        'null',
        '"x"',
        '{"a":1,}',
        '\u0000',
        `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
      ])
  }
  return {
    method: operation.method,
    url: `/api/v1${path}${query.length > 0 ? `?${query.join('&')}` : ''}`,
    payload,
    contentType:
      random() < 0.02
        ? pick(random, [
            'text/plain',
            'application/xml',
            'application/json; charset=utf-16',
            'multipart/form-data',
          ])
        : 'application/json',
  }
}

function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udfff]/g, (unit, at: number) => {
    const next = text.charCodeAt(at + 1)
    const before = text.charCodeAt(at - 1)
    const paired = unit < '\udc00' ? next >= 0xdc00 && next <= 0xdfff : before >= 0xd800 && before <= 0xdbff
    return paired ? unit : '?'
  })
}
