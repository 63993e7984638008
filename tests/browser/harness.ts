import { existsSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const installed = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** A browser of the machine when there is one; else the one that npm brought, which unpacks itself in the temp folder. */
async function findBrowser(): Promise<string> {
  const found = installed.find((path) => path !== undefined && existsSync(path))
  if (found) return found
  const packed = await import('@sparticuz/chromium')
  return packed.default.executablePath()
}

/** Chromium in Dutch: a native date field would otherwise show month first. Close it after the tests. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await findBrowser(),
    headless: true,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--lang=nl-NL',
    ],
  })
}

/** The narrowest screen that WCAG 1.4.10 asks for, and an ordinary desk. */
export const widths = { smal: 320, breed: 1280 } as const

/** A page of its own, with its own cookies. A fault in its console or a blocked file ends up in `faults`. */
export async function openPage(browser: Browser, width: number = widths.breed): Promise<OpenPage> {
  const context = await browser.newContext({
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    viewport: { width, height: 800 },
  })
  const page = await context.newPage()
  page.setDefaultTimeout(5_000)
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (message) => {
    // An answer of 4xx is part of a test; the browser reports it as a fault all the same.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(message.text())
  })
  // No test asks for a draft under a name that cannot be: then nothing typed is kept.
  page.on('response', (answer) => {
    if (answer.status() === 400 && answer.url().includes('/concepten/'))
      faults.push(`draft refused: ${answer.url()}`)
  })
  return { page, context, faults }
}

export interface OpenPage {
  page: Page
  context: BrowserContext
  faults: string[]
}

/** WCAG 2.0 to 2.2 A and AA plus best practice; one line per violation, so a test can expect `[]`. */
export async function findViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // Only what is wrong is worked out in full, and in the page itself: it has no frames.
    .options({ resultTypes: ['violations'] })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'])
    .analyze()
  return violations.map(
    (violation) =>
      `${violation.id}: ${violation.nodes.map((node) => `${node.target} ${node.failureSummary}`).join(' | ')}`,
  )
}

/** True when the page itself scrolls sideways, or a control is cut off at its edge: WCAG 1.4.10 forbids both at 320 px. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const scrolls = (element: Element): boolean => {
      const parent = element.parentElement
      return parent !== null && (/auto|scroll/.test(getComputedStyle(parent).overflowX) || scrolls(parent))
    }
    const isCutOff = (element: Element) => {
      const { width, right } = element.getBoundingClientRect()
      return width > 0 && right > clientWidth + 1 && element.checkVisibility() && !scrolls(element)
    }
    const controls = document.querySelectorAll('a, button, input, select, textarea, summary')
    return scrollWidth > clientWidth || [...controls].some(isCutOff)
  })
}
