interface Schema {
  $ref?: string
  type?: string | string[]
  format?: string
  enum?: unknown[]
  description?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
}

interface Operation {
  operationId?: string
  summary?: string
  tags?: string[]
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[]
  requestBody?: { content?: Record<string, { schema?: Schema }> }
  responses?: Record<string, { description?: string; content?: Record<string, { schema?: Schema }> }>
}

interface OpenApi {
  info: { title: string; version: string; description?: string }
  paths?: Record<string, Record<string, Operation>>
  components?: { schemas?: Record<string, Schema> }
}

const escapeHtml = (text: string) =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!)

/** The API description as one readable page without scripts: per subject every operation with its fields. */
export function renderDocumentation(api: OpenApi): string {
  const groups = new Map<string, string[]>()
  for (const [path, operations] of Object.entries(api.paths ?? {})) {
    for (const [method, operation] of Object.entries(operations)) {
      const group = operation.tags?.[0] ?? 'overig'
      groups.set(group, [...(groups.get(group) ?? []), renderOperation(path, method, operation, api)])
    }
  }
  const names = [...groups.keys()].sort()
  return `<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>API van ${escapeHtml(api.info.title)}</title><link rel="stylesheet" href="/api/v1/documentatie.css"></head>
<body><a class="skip" href="#inhoud">Naar de inhoud</a>
<header><h1>API van ${escapeHtml(api.info.title)}</h1><p>Versie ${escapeHtml(api.info.version)}. ${escapeHtml(api.info.description ?? '')} <a href="/api/v1/openapi.json">OpenAPI 3.1-document</a></p></header>
<nav aria-label="Onderwerpen"><ul>${names.map((name) => `<li><a href="#${escapeHtml(name)}">${escapeHtml(name)}</a></li>`).join('')}</ul></nav>
<main id="inhoud">${names.map((name) => `<section id="${escapeHtml(name)}"><h2>${escapeHtml(name)}</h2>${groups.get(name)!.join('')}</section>`).join('')}</main></body></html>`
}

function renderOperation(path: string, method: string, operation: Operation, api: OpenApi): string {
  const parameters = (operation.parameters ?? []).map((p) =>
    row(p.name, p.in === 'path' ? 'in het pad' : 'in de vraag', typeOf(p.schema, api), p.required),
  )
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema
  const answers = Object.entries(operation.responses ?? {}).filter(([status]) => status !== 'default')
  return `<article><h3><span class="methode">${method.toUpperCase()}</span> <code>${escapeHtml(path)}</code></h3><p>${escapeHtml(operation.summary ?? '')}</p>
${table('Parameters', parameters)}${table('Inhoud', fieldsOf(body, api))}
${answers.map(([status, answer]) => table(`Antwoord ${status}`, fieldsOf(Object.values(answer.content ?? {})[0]?.schema, api))).join('')}</article>`
}

function table(title: string, rows: string[]): string {
  if (rows.length === 0) return ''
  return `<table><caption>${title}</caption><thead><tr><th scope="col">Veld</th><th scope="col">Waar</th><th scope="col">Soort</th><th scope="col">Verplicht</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}

function row(name: string, where: string, type: string, required: boolean | undefined): string {
  return `<tr><th scope="row"><code>${escapeHtml(name)}</code></th><td>${where}</td><td>${escapeHtml(type)}</td><td>${required ? 'ja' : 'nee'}</td></tr>`
}

function resolve(schema: Schema | undefined, api: OpenApi): Schema | undefined {
  return schema?.$ref ? api.components?.schemas?.[schema.$ref.split('/').pop()!] : schema
}

function fieldsOf(schema: Schema | undefined, api: OpenApi): string[] {
  const found = resolve(schema, api)
  if (!found?.properties) return found ? [row('(alles)', 'inhoud', typeOf(found, api), true)] : []
  return Object.entries(found.properties).map(([name, field]) =>
    row(name, 'inhoud', typeOf(field, api), found.required?.includes(name)),
  )
}

function typeOf(schema: Schema | undefined, api: OpenApi, depth = 0): string {
  const found = resolve(schema, api)
  if (!found) return 'onbekend'
  if (found.enum) return found.enum.map((value) => (value === null ? 'leeg' : String(value))).join(' | ')
  if (found.anyOf) return [...new Set(found.anyOf.map((part) => typeOf(part, api, depth)))].join(' of ')
  if (found.items) return `lijst van ${typeOf(found.items, api, depth)}`
  if (found.properties && depth < 2) {
    return `{ ${Object.entries(found.properties)
      .map(([name, field]) => `${name}: ${typeOf(field, api, depth + 1)}`)
      .join(', ')} }`
  }
  const type = Array.isArray(found.type) ? found.type.join(' of ') : (found.type ?? 'object')
  return (found.format ? `${type} (${found.format})` : type).replace('null', 'leeg')
}

export const documentationCss = `body{font-family:system-ui,sans-serif;line-height:1.5;margin:0 auto;max-width:70rem;padding:1rem;color:#1b1f24;background:#fff}
a{color:#0b5394}.skip{position:absolute;left:-99rem}.skip:focus{left:1rem}nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;padding:0}
article{border-top:1px solid #c8cdd2;padding:.5rem 0}h3{font-size:1rem;overflow-wrap:anywhere}.methode{background:#14324f;color:#fff;padding:.1rem .4rem;font-size:.85rem}
table{border-collapse:collapse;width:100%;margin:.5rem 0;display:block;overflow-x:auto}caption{text-align:left;font-weight:600}th,td{text-align:left;vertical-align:top;border:1px solid #c8cdd2;padding:.25rem .5rem;overflow-wrap:anywhere}`
