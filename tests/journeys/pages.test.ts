import { describe, expect, it } from 'vitest'
import { webModules } from '../../src/app/web/modules.ts'
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

describe('every page in the navigation, empty and at both widths', () => {
  it.each(people)(
    '%s as %s: no axe violations, no sideways scrolling, no faults',
    async (organisatie, rol) => {
      const paths = [
        ...new Set(['/', ...webModules.flatMap((module) => module.navigation.map((item) => item.to))]),
      ]
      expect(paths.length).toBeGreaterThan(1)
      for (const width of Object.values(widths)) {
        const desk = await onderdak.open(organisatie, rol, width)
        for (const path of paths) {
          await desk.go(path)
          await desk.expectAccessible()
        }
        await desk.close()
      }
    },
    240_000,
  )
})
