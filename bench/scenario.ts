import { randomUUID } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import type { Berekening, Scenario } from '../src/modules/prognose/domain/scenario-contract.ts'
import { openBrowser, openPage } from '../tests/browser/harness.ts'
import { median } from './load.ts'

// From the question to the first figures of a scenario, against a demo that runs: over HTTP, and in a browser from the click on.

const site = process.env.ONDERDAK_URL ?? 'http://127.0.0.1:8080'
const rounds = Number(process.env.RONDEN ?? 7)
const account = process.env.ACCOUNT ?? 'programma.mvs'
/** What somebody at the screen does before pressing the button. */
const reading = 1500

const headers: Record<string, string> = { 'content-type': 'application/json' }

async function ask<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
  const answer = await fetch(`${site}/api/v1${path}`, {
    method,
    headers: { ...headers, ...(method === 'POST' && { 'idempotency-key': randomUUID() }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  const cookie = answer.headers.getSetCookie()[0]
  if (cookie) headers.cookie = cookie.split(';')[0]!
  return (await answer.json()) as T
}

async function signIn(): Promise<void> {
  const { logins } = await ask<{ logins: { gebruikersnaam: string; wachtwoord: string; code: string }[] }>(
    'GET',
    '/demo/logins',
  )
  const login = logins.find(({ gebruikersnaam }) => gebruikersnaam === account)
  if (!login) throw new Error(`There is no demo account ${account}`)
  const { gebruikersnaam, wachtwoord, code } = login
  const { csrf } = await ask<{ csrf: string }>('POST', '/inloggen', { gebruikersnaam, wachtwoord, code })
  headers['x-csrf-token'] = csrf
}

/** Ten dwellings on the list of the first product with places for shelter or protected living. */
async function makeScenario(): Promise<string> {
  const { id } = await ask<{ id: string }>('POST', '/prognose/scenarios', {
    naam: `Meting ${new Date().toISOString()}`,
    jaren: 3,
    indicator: null,
  })
  const { producten, van } = await ask<Scenario>('GET', `/prognose/scenarios/${id}`)
  await ask('POST', `/prognose/scenarios/${id}/maatregelen`, {
    soort: 'plekken',
    naam: 'Tien woningen',
    product: producten.find(({ inKeten, domein }) => inKeten && domein === 'BW')!.id,
    aantal: 10,
    vanaf: van.replace(/^\d+/, (year) => String(Number(year) + 1)),
    kostenPerJaar: 250_000,
  })
  return id
}

/** Milliseconds from the question: answer to it, first figures, whole answer. */
async function overHttp(scenario: string): Promise<number[]> {
  await ask<Scenario>('GET', `/prognose/scenarios/${scenario}`)
  await wait(reading)
  const begin = performance.now()
  const { id } = await ask<{ id: string }>('POST', `/prognose/scenarios/${scenario}/berekeningen`, {
    soort: 'vergelijking',
  })
  const asked = performance.now() - begin
  let first: number | undefined
  for (;;) {
    const { uitkomst, stand } = await ask<Berekening>('GET', `/prognose/berekeningen/${id}`)
    if (uitkomst) first ??= performance.now() - begin
    if (stand !== 'bezig') return [asked, first ?? Number.NaN, performance.now() - begin]
    await wait(100)
  }
}

/** The same from the click until the first figure stands on the page, and until the list of all figures. */
async function inBrowser(scenario: string): Promise<number[][]> {
  const browser = await openBrowser()
  const { page, context } = await openPage(browser)
  page.setDefaultTimeout(60_000)
  const [name, value] = headers.cookie!.split('=') as [string, string]
  await context.addCookies([{ name, value, url: site, httpOnly: true, sameSite: 'Lax' }])
  const found: number[][] = []
  for (let round = 0; round <= rounds; round++) {
    await page.goto(`${site}/prognose/scenarios/${scenario}`)
    await page.getByRole('button', { name: 'Doorrekenen' }).waitFor()
    await page.evaluate(watch)
    await wait(reading)
    await page.getByRole('button', { name: 'Doorrekenen' }).click()
    await page.getByRole('heading', { name: 'Alle cijfers per jaar' }).waitFor()
    found.push(await page.evaluate(() => (globalThis as unknown as { gezien: number[] }).gezien))
  }
  await browser.close()
  return found
}

/** Runs in the page, as text because the loader adds names to functions: notes when the first figure is painted, and when all are. */
const watch = `{
  const gezien = globalThis.gezien = []
  let begin = 0
  document.addEventListener('click', () => { begin = performance.now() }, { capture: true, once: true })
  const shown = [
    () => document.querySelector('.od-antwoord') !== null,
    () => [...document.querySelectorAll('h2')].some((kop) => kop.textContent === 'Alle cijfers per jaar'),
  ]
  new MutationObserver(() => {
    while (gezien.length < shown.length && shown[gezien.length]()) {
      const at = gezien.push(0) - 1
      requestAnimationFrame(() => setTimeout(() => { gezien[at] = performance.now() - begin }))
    }
  }).observe(document.body, { childList: true, subtree: true })
}`

function tell(what: string, names: readonly string[], runs: readonly number[][]): void {
  const [cold, ...warm] = runs
  for (const [i, name] of names.entries()) {
    const times = warm.map((run) => run[i]!)
    const all = times.map(Math.round).join(' ')
    console.log(
      `${what} ${name}: first ${Math.round(cold![i]!)}, then ${Math.round(median(times))} ms (${all})`,
    )
  }
}

await signIn()
const scenario = await makeScenario()
const runs: number[][] = []
for (let round = 0; round <= rounds; round++) runs.push(await overHttp(scenario))
tell('HTTP', ['answer to the question', 'first figures', 'whole answer'], runs)
if (process.env.BROWSER !== 'nee')
  tell('browser', ['first figures', 'all figures'], await inBrowser(scenario))
