import { todayOf } from '../src/platform/clock.ts'
import type { Platform } from '../src/platform/platform.ts'
import type { Id } from '../src/shared/id.ts'
import { addDays } from '../src/shared/plain-date.ts'
import { loadLoket } from './dwo/loket.ts'
import { dwo } from './dwo/regio.ts'
import { loadStand } from './dwo/stand.ts'
import { loadRegio } from './load-regio.ts'
import { mvs } from './mvs/regio.ts'
import { loadVerloop } from './mvs/verloop/verloop.ts'

/** Builds the demo regions MVS and DWO from the policy documents, through the commands of the modules. */
export async function seedDemo(platform: Platform, print: (line: string) => void): Promise<{ regioId: Id }> {
  const step = async <T>(what: string, run: () => Promise<T>): Promise<T> => {
    const start = performance.now()
    const value = await run()
    print(`  ${what} (${((performance.now() - start) / 1000).toFixed(1)} s)`)
    return value
  }
  const waterweg = await step('MVS: regio, voorzieningen en accounts', () => loadRegio(platform, mvs))
  const delft = await step('DWO: regio, voorzieningen en accounts', () => loadRegio(platform, dwo))
  await step('DWO: stand van 1 april 2021, 229 verzonnen cliënten', () => loadStand(platform, delft))
  await step('DWO: tellingen van het daklozenloket in 2020', () => loadLoket(platform, delft))
  await step('MVS: vijf jaar verzonnen geschiedenis', () =>
    loadVerloop(platform, waterweg, {
      van: '2021-11-22',
      totEnMet: addDays(todayOf(platform.clock), -1),
      print,
    }),
  )
  return { regioId: waterweg.regioId }
}
