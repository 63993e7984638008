import { join } from 'node:path'
import type { Browser, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { publicRoutes, routes } from '../../src/app/modules.ts'
import { createServer, type Server } from '../../src/platform/http/server.ts'
import { projectRoot } from '../../src/platform/root.ts'
import type { Vrager } from '../../src/platform/work.ts'
import { findViolations, openBrowser, openPage, scrollsSideways, widths } from '../browser/harness.ts'
import { type TestDatabase, useDatabase } from '../given/database.ts'
import { type TestPlatform, testPlatform } from '../given/platform.ts'
import { givenRegio, type TestRegio } from '../given/regio.ts'

export interface Onderdak {
  readonly url: string
  readonly platform: TestPlatform
  readonly regio: TestRegio
  readonly server: Server
  /** For arranging what no user does. */
  readonly database: TestDatabase
  /** From now on it is ten in the morning of this day, for the server and in every window that opens. */
  setDay(op: string): void
  /** A browser window in which this user is signed in; `faults` must stay empty. */
  open(organisatie: keyof TestRegio['organisaties'], rol: string, width?: number): Promise<Desk>
  /** The same for a user that another region than the one of the tests brought. */
  openFor(vrager: Vrager, width?: number): Promise<Desk>
  /** A browser window of somebody without an account. */
  visit(width?: number): Promise<Guest>
  /** Signs in through the login screen, with the button of a demo account. */
  signIn(account: { rol: string; organisatie: string }, width?: number): Promise<Guest>
}

/** Somebody at a browser; who it is shows on the screen only. */
export type Guest = Omit<Desk, 'vrager'>

export interface Desk {
  readonly page: Page
  readonly vrager: Vrager
  /** Goes to a page of Onderdak and waits for its heading. */
  go(path: string): Promise<void>
  /** Waits until everything that the page asked is answered. */
  settle(): Promise<void>
  /** Axe violations, sideways scrolling and faults in the console of the page as it stands. */
  findProblems(): Promise<string[]>
  /** None of those. */
  expectAccessible(): Promise<void>
  close(): Promise<void>
}

type Eigen = Omit<Onderdak, 'database' | 'open' | 'openFor' | 'visit' | 'signIn' | 'setDay'>

/** The day of every journey that sets none. */
const thursday = '2026-11-26'

/**
 * The real server with the built screens on a database of its own, for the tests of one file. Its clock
 * and that of each window stand still at ten in the morning.
 */
export function useOnderdak(): Onderdak {
  const database = useDatabase()
  const made: { value?: Eigen; browser?: Browser } = {}
  beforeAll(async () => {
    const { ensureBuilt } = await import('../../scripts/build.mjs')
    await ensureBuilt()
    const platform = testPlatform(database)
    platform.clock.set(thursday)
    const regio = await givenRegio(platform)
    const server = await createServer({
      platform,
      routes,
      publicRoutes,
      isDemo: true,
      publicUrl: 'http://127.0.0.1',
      webRoot: join(projectRoot, 'dist', 'web'),
    })
    const url = await server.app.listen({ host: '127.0.0.1', port: 0 })
    made.value = { url, platform, regio, server }
    made.browser = await openBrowser()
  }, 240_000)
  afterAll(async () => {
    await made.browser?.close()
    await made.value?.server.app.close()
  })
  const get = <K extends keyof Eigen>(key: K) => {
    if (!made.value) throw new Error('useOnderdak: use it inside a test or hook')
    return made.value[key]
  }
  const openFor = async (vrager: Vrager, width?: number): Promise<Desk> => {
    const token = await made.value!.server.sessions.start(
      vrager.gebruikerId!,
      vrager.rol,
      '127.0.0.1',
      'journey',
    )
    return { ...(await openWindow(width, token)), vrager }
  }
  const signIn: Onderdak['signIn'] = async ({ rol, organisatie }, width) => {
    const desk = await openWindow(width)
    await desk.go('/inloggen')
    await desk.page.getByRole('button', { name: `Gebruik dit account: ${rol}, ${organisatie}` }).click()
    await desk.page.getByRole('button', { name: 'Inloggen', exact: true }).click()
    await desk.page.getByRole('heading', { level: 1, name: 'Vandaag' }).waitFor()
    return desk
  }
  const openWindow = async (width: number = widths.breed, token?: string): Promise<Guest> => {
    const { url, platform } = made.value!
    const { page, context, faults } = await openPage(made.browser!, width)
    page.setDefaultTimeout(15_000)
    // Screens ask the browser what day it is: both clocks must agree, and the hour of a run decides nothing.
    await context.clock.setFixedTime(platform.clock.now())
    if (token)
      await context.addCookies([{ name: 'onderdak', value: token, url, httpOnly: true, sameSite: 'Lax' }])
    const pending = new Set<Request>()
    page.on('request', (request) => pending.add(request))
    page.on('requestfinished', (request) => pending.delete(request))
    page.on('requestfailed', (request) => pending.delete(request))
    const settle = () => expect.poll(() => pending.size, { timeout: 15_000 }).toBe(0)
    const findProblems = async () => {
      // A list that is still on its way is not the page that people read.
      await settle()
      const found = [
        ...(await findViolations(page)),
        ...((await scrollsSideways(page)) ? ['scrolls sideways'] : []),
        ...faults.splice(0),
      ]
      return found.map((problem) => `${new URL(page.url()).pathname} at ${width}: ${problem}`)
    }
    return {
      page,
      async go(path) {
        await page.goto(url + path)
        await page
          .getByRole('heading', { level: 1 })
          .waitFor()
          .catch((cause: unknown) => {
            throw new Error(`${path}: no heading; ${faults.join('; ') || 'no fault in the console'}`, {
              cause,
            })
          })
        await settle()
      },
      settle,
      findProblems,
      async expectAccessible() {
        expect(await findProblems()).toEqual([])
      },
      close: () => context.close(),
    }
  }
  return {
    database,
    get url() {
      return get('url')
    },
    get platform() {
      return get('platform')
    },
    get regio() {
      return get('regio')
    },
    get server() {
      return get('server')
    },
    setDay(op) {
      get('platform').clock.set(op)
    },
    async open(organisatie, rol, width) {
      return openFor(await get('regio').als(organisatie, rol), width)
    },
    openFor,
    visit: (width) => openWindow(width),
    signIn,
  }
}
