import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beheerRoutes } from '../../src/modules/beheer/server/routes.ts'
import { createServer, type Server } from '../../src/platform/http/server.ts'
import { findViolations, openBrowser, openPage, scrollsSideways, widths } from '../browser/harness.ts'
import { useDatabase } from '../given/database.ts'
import { type TestPlatform, testPlatform } from '../given/platform.ts'
import { givenRegio } from '../given/regio.ts'

const database = useDatabase()
let platform: TestPlatform
let server: Server
let browser: Browser
let webRoot: string
let url: string
let token: string

beforeAll(async () => {
  platform = testPlatform(database)
  // The screens show what is planned by the clock of the device.
  platform.clock.set(new Date().toISOString())
  const regio = await givenRegio(platform)
  const { gebruikerId } = await regio.als('centrumgemeente', 'functioneel_beheerder')
  webRoot = await mkdtemp(join(tmpdir(), 'onderdak-beheer-'))
  await build({
    configFile: 'vite.config.ts',
    logLevel: 'error',
    root: 'src/app/web',
    build: { outDir: webRoot, emptyOutDir: true },
  })
  server = await createServer({
    platform,
    routes: beheerRoutes,
    isDemo: true,
    publicUrl: 'http://127.0.0.1:1',
    webRoot,
  })
  url = await server.app.listen({ host: '127.0.0.1', port: 0 })
  token = await server.sessions.start(gebruikerId!, 'functioneel_beheerder', '127.0.0.1', 'test')
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.app.close()
  if (webRoot) await rm(webRoot, { recursive: true, force: true })
})

describe('een functioneel beheerder', () => {
  it('wijzigt een termijn met een datum, ziet eerst wat dat raakt, en trekt het weer in', async () => {
    const { page, context, faults } = await openPage(browser, widths.smal)
    await context.addCookies([{ name: 'onderdak', value: token, url }])
    await page.goto(`${url}/beheer/termijnen`)
    await page.getByRole('link', { name: 'Onderzoek na een melding wijzigen' }).click()
    await page.getByLabel('Aantal', { exact: true }).fill('8')
    await page.getByRole('button', { name: 'Bekijk wat dit raakt' }).click()
    await page.getByText('Vul een datum in.').first().waitFor()
    await page.getByLabel(/Vanaf wanneer/).fill('1-2-2099')
    await page.getByRole('button', { name: 'Bekijk wat dit raakt' }).click()
    await page.getByText('Er lopen nu geen zaken onder deze termijn.').waitFor()
    expect(await scrollsSideways(page)).toBe(false)
    expect(await findViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Opslaan' }).click()
    const withdraw = page.getByRole('button', { name: 'Wijziging van Onderzoek na een melding intrekken' })
    await withdraw.click()
    await page.getByRole('dialog').getByRole('button', { name: 'Wijziging intrekken' }).click()
    await withdraw.waitFor({ state: 'detached' })
    expect(faults).toEqual([])
  })
})
