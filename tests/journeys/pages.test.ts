import { describe, expect, it } from 'vitest'
import { widths } from '../browser/harness.ts'
import { useOnderdak } from './onderdak.ts'

const onderdak = useOnderdak()

const people = [
  ['loket', 'toegangsmedewerker'],
  ['aanbieder', 'aanbieder_planner'],
  ['vrouwenopvang', 'vo_medewerker'],
  ['centrumgemeente', 'functioneel_beheerder'],
  ['centrumgemeente', 'programmamanager'],
  ['centrumgemeente', 'privacy_officer'],
] as const

// With people in it, and wide: every-page.test.ts.

describe('every page in the menu and the footer, empty and on a phone', () => {
  it.each(people)(
    '%s as %s: no axe violations, no sideways scrolling, no faults',
    async (organisatie, rol) => {
      const desk = await onderdak.open(organisatie, rol, widths.smal)
      await desk.go('/')
      const paths = await desk.page
        .locator('#hoofdmenu a, .od-voet a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')!))
      expect(paths).toContain('/privacy')
      const problems: string[] = []
      for (const path of ['/', ...paths]) {
        await desk.go(path)
        problems.push(...(await desk.findProblems()))
      }
      expect(problems).toEqual([])
      await desk.close()
    },
    900_000,
  )
})
