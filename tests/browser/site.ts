import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { build } from 'vite'

/** What the server under test sets too: nothing inline, nothing from elsewhere. */
const policy =
  "default-src 'self'; style-src 'self'; script-src 'self'; img-src 'self'; object-src 'none'; base-uri 'none'"

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

export interface ApiCall {
  method: string
  path: string
  query: URLSearchParams
  headers: IncomingMessage['headers']
  body: unknown
}

export interface ApiAnswer {
  status?: number
  body: unknown
}

export interface Site {
  url: string
  /** Every API call so far, in order. */
  calls: ApiCall[]
  close: () => Promise<void>
}

/** Builds a web root with vite and serves it, with `api` answering below /api/v1. Unknown paths give the page itself. */
export async function openSite(root: string, api: (call: ApiCall) => ApiAnswer | undefined): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'onderdak-site-'))
  // The test runner sets NODE_ENV to test, which would build React for development.
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  })
  process.env.NODE_ENV = before
  const calls: ApiCall[] = []
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => response.writeHead(500).end(String(error)))
  })

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', 'http://localhost')
    if (url.pathname.startsWith('/api/v1/')) {
      const text = await read(request)
      const call: ApiCall = {
        method: request.method ?? 'GET',
        path: url.pathname.slice('/api/v1'.length),
        query: url.searchParams,
        headers: request.headers,
        body: text === '' ? undefined : JSON.parse(text),
      }
      calls.push(call)
      const given = api(call) ?? {
        status: 404,
        body: { status: 404, title: 'Niet gevonden', code: 'niet_gevonden' },
      }
      const status = given.status ?? 200
      const type = status < 400 ? 'application/json' : 'application/problem+json'
      response.writeHead(status, { 'Content-Type': type }).end(JSON.stringify(given.body))
      return
    }
    const file = extname(url.pathname) === '' ? '/index.html' : normalize(url.pathname)
    const content = await readFile(join(folder, file)).catch(() => undefined)
    response.writeHead(content ? 200 : 404, {
      'Content-Type': types[extname(file)] ?? 'application/octet-stream',
      'Content-Security-Policy': policy,
    })
    response.end(content)
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    calls,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}
