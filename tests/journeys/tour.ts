import type { Page } from 'playwright-core'
import type { Platform } from '../../src/platform/platform.ts'
import type { Vrager } from '../../src/platform/work.ts'
import type { Id } from '../../src/shared/id.ts'
import { findViolations, scrollsSideways, widths } from '../browser/harness.ts'
import { systemVrager, workAs } from '../given/platform.ts'
import type { Desk } from './onderdak.ts'

// The walk of the tests that look at every page.

/** Shown to who is not logged in, so that no tour comes here; tests/ui/login.test.ts looks at it. */
const elsewhere = ['/inloggen']

/** The pages of programme, meetings, partners and reports, as patterns of the router. */
export const isProgrammapad = (pattern: string) =>
  /^\/(programma|activiteiten|voortgang|overeenkomsten|overleg|vergaderingen|besluiten|nvo|aanspreekpunt|partners|participatie|idee|rapportages|nieuwsbrie)/.test(
    pattern,
  )

export interface Tour {
  readonly starts: readonly string[]
  /** Patterns of pages that somebody saw. */
  readonly seen: Set<string>
  readonly problems: (found: readonly string[]) => void
  /** Whether a pattern belongs to this test. */
  readonly isOwn: (pattern: string) => boolean
}

/** Looks at every page that nobody saw yet, and tells which patterns of its own nobody saw after it. */
export async function goRound(
  desk: Desk,
  { starts, seen, problems, isOwn }: Tour,
): Promise<readonly string[]> {
  const isSeenHere = (pattern: string) => isOwn(pattern) && !elsewhere.includes(pattern)
  await desk.go('/')
  const patterns = await listPatterns(desk.page)
  const queue: string[] = []
  const collect = async () => {
    const links = desk.page.locator('a[href^="/"]')
    queue.push(...(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')!))))
  }
  for (const start of starts) {
    if (seen.has(patternOf(start, patterns)!)) {
      await desk.go(start)
      await collect()
    } else queue.push(start)
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      const pattern = patternOf(path, patterns)
      if (path.startsWith('/api/') || (pattern && (seen.has(pattern) || !isSeenHere(pattern)))) continue
      if (!pattern) problems([`${path} leads nowhere`])
      else {
        seen.add(pattern)
        problems(await lookAt(desk, path))
        await collect()
      }
    }
  }
  return patterns.filter((pattern) => !seen.has(pattern) && isSeenHere(pattern))
}

/** What the router of the running app knows. */
async function listPatterns(page: Page): Promise<readonly string[]> {
  const known = await page.evaluate(() =>
    Object.keys(
      (self as unknown as { __TSR_ROUTER__: { routesByPath: object } }).__TSR_ROUTER__.routesByPath,
    ),
  )
  // Where a fixed word and an id are both possible, the router takes the word.
  return known.sort((a, b) => a.split('$').length - b.split('$').length)
}

const patternOf = (path: string, patterns: readonly string[]) =>
  patterns.find((pattern) =>
    new RegExp(`^${pattern.replaceAll(/\$\w+/g, '[^/]+')}$`).test(path.split(/[?#]/)[0]!),
  )

async function lookAt(desk: Desk, path: string): Promise<string[]> {
  const { page } = desk
  const refused: string[] = []
  const listen = (answer: { status(): number; url(): string }) => {
    if (answer.status() >= 400) refused.push(`${answer.status()} ${new URL(answer.url()).pathname}`)
  }
  page.on('response', listen)
  await desk.go(path)
  page.off('response', listen)
  const found = [...refused, ...(await findFaultsOfPage(page)), ...(await findTabFaults(page))]
  found.push(...(await desk.findProblems()))
  await page.setViewportSize({ width: widths.smal, height: 800 })
  if (await scrollsSideways(page)) found.push('scrolls sideways at 320')
  found.push(...(await findViolations(page)).map((v) => `at 320: ${v}`))
  await page.setViewportSize({ width: widths.breed, height: 800 })
  return found.map((one) => `${path}: ${one}`)
}

async function findFaultsOfPage(page: Page): Promise<string[]> {
  const { title, headings, alerts } = await page.evaluate(() => ({
    title: document.title,
    headings: [...document.querySelectorAll('h1')]
      .filter((one) => one.checkVisibility())
      .map((one) => one.textContent),
    alerts: [...document.querySelectorAll('.ams-alert--error')].map((one) => one.textContent),
  }))
  return [
    ...(headings.length === 1 ? [] : [`${headings.length} times h1`]),
    ...(title === `${headings[0]} – Onderdak` ? [] : [`title "${title}" above "${headings[0]}"`]),
    // That a step is late, or that somebody has no bed tonight, is said about a person, not about the page.
    ...alerts
      .filter((text) => !/ te laat|^Geen slaapplek vannacht/.test(text))
      .map((text) => `says: ${text}`),
  ]
}

/** The first Tab after loading must bring the way past the menu into sight. */
async function findTabFaults(page: Page): Promise<string[]> {
  await page.keyboard.press('Tab')
  const focus = await page.evaluate(() => {
    const at = document.activeElement!
    const { top, left, width, height } = at.getBoundingClientRect()
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at)
    return {
      text: at.textContent,
      inSight: top >= 0 && left >= 0 && width > 20 && height > 20,
      ring: (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
    }
  })
  return focus.text === 'Naar de inhoud' && focus.inSight && focus.ring
    ? []
    : [`first Tab: ${JSON.stringify(focus)}`]
}

/** A user of the demo, in one of the roles that it has. */
export async function userOf(
  platform: Platform,
  regioId: Id,
  { gebruikersnaam, rol }: { readonly gebruikersnaam: string; readonly rol: string },
): Promise<Vrager> {
  const systeem = systemVrager(regioId)
  const { id } = await workAs(platform, systeem, (work) =>
    work.db
      .selectFrom('gebruiker')
      .select('id')
      .where('gebruikersnaam', '=', gebruikersnaam)
      .executeTakeFirstOrThrow(),
  )
  return { ...systeem, gebruikerId: id, rol }
}
