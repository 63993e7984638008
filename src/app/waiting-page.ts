import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { problem } from '../platform/http/problem.ts'
import { securityHeaders } from '../platform/http/security-headers.ts'

/** What the first start is doing, and which part of all of it (0 to 1) is done. */
export interface Voortgang {
  readonly stap: string
  readonly deel: number
}

export interface WaitingPage {
  readonly port: number
  show(voortgang: Voortgang): void
  /** Lets go of the address, so that the real server can take it. */
  close(): Promise<void>
}

/**
 * Serves one page on the address of Onderdak for as long as the demo is being made: nothing of half a history is ever
 * shown. The page looks every second and goes on by itself.
 */
export async function serveWaitingPage(place: { host: string; port: number }): Promise<WaitingPage> {
  const started = Date.now()
  let now: Voortgang = { stap: 'De database wordt gemaakt', deel: 0 }
  const server = createServer((request, response) => answer(request, response, { ...now, started }))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(place.port, place.host, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : place.port,
    show(voortgang) {
      now = voortgang
    },
    close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      return closed
    },
  }
}

const headers = securityHeaders(false)

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { stap, deel, started }: Voortgang & { started: number },
): void {
  const path = (request.url ?? '/').split('?')[0]!
  const send = (status: number, type: string, body: string) =>
    response
      .writeHead(status, {
        ...headers,
        'Content-Type': type,
        'Cache-Control': 'no-store',
        'Retry-After': '5',
      })
      .end(request.method === 'HEAD' ? undefined : body)
  const voortgang = { stap, procent: Math.floor(deel * 100), rest: restOf(deel, Date.now() - started) }
  if (path === '/klaarmaken.json') send(200, 'application/json', JSON.stringify(voortgang))
  else if (path === '/klaarmaken.js') send(200, 'text/javascript', script)
  else if (path === '/klaarmaken.css') send(200, 'text/css', css)
  else if (path.startsWith('/api/'))
    send(
      503,
      'application/problem+json',
      JSON.stringify(
        problem(503, 'wordt_klaargemaakt', 'De demo wordt nog gemaakt. Probeer het over een minuut opnieuw.'),
      ),
    )
  else send(503, 'text/html; charset=utf-8', page(voortgang))
}

/** In words, from the time that it took so far; nothing while there is too little to go by. */
export function restOf(deel: number, milliseconds: number): string {
  if (deel < 0.03) return 'Dat duurt enkele minuten.'
  const minutes = ((milliseconds / deel) * (1 - deel)) / 60_000
  if (minutes < 0.75) return 'Nog minder dan een minuut.'
  const whole = Math.max(1, Math.round(minutes))
  return `Nog ongeveer ${whole} ${whole === 1 ? 'minuut' : 'minuten'}.`
}

interface Shown {
  readonly stap: string
  readonly procent: number
  readonly rest: string
}

const page = ({ stap, procent, rest }: Shown) => `<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Onderdak wordt klaargemaakt</title><link rel="stylesheet" href="/klaarmaken.css"><script src="/klaarmaken.js" defer></script>
<noscript><meta http-equiv="refresh" content="3"></noscript></head>
<body><main><h1>Onderdak wordt klaargemaakt</h1>
<p>Bij de eerste start maken wij twee demoregio’s met vijf jaar verzonnen geschiedenis. Alle personen zijn verzonnen.</p>
<label for="deel">Voortgang: <span id="procent">${procent}</span>%</label>
<progress id="deel" max="100" value="${procent}"></progress>
<p id="stap">${stap}</p><p id="rest" role="status">${rest}</p>
<p>Deze pagina gaat vanzelf verder naar het inlogscherm. De volgende start duurt een paar seconden.</p></main></body></html>`

// Goes on when the real server answers; between the two there may be nobody at this address for a moment.
const script = `const put = (id, text) => { const at = document.getElementById(id); if (at.textContent !== text) at.textContent = text }
setInterval(async () => {
  try {
    const answer = await fetch('/klaarmaken.json', { cache: 'no-store' })
    if (!answer.ok || !(answer.headers.get('content-type') ?? '').includes('json')) return location.reload()
    const { stap, procent, rest } = await answer.json()
    put('stap', stap); put('procent', String(procent)); put('rest', rest)
    document.getElementById('deel').value = procent
  } catch {}
}, 1000)`

const css = `body{font-family:system-ui,sans-serif;font-size:1.125rem;line-height:1.5;margin:0;color:#1b1f24;background:#f3f5f7}
main{max-width:36rem;margin:10vh auto;padding:1.5rem;background:#fff;border-top:.4rem solid #14324f}
h1{font-size:1.75rem;margin-top:0}label{font-weight:600}progress{display:block;width:100%;height:1.25rem;margin:.5rem 0 1rem;accent-color:#14324f}`
