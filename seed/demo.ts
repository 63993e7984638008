import type { Platform } from '../src/platform/platform.ts'
import { loadLoket } from './dwo/loket.ts'
import { dwo } from './dwo/regio.ts'
import { loadStand } from './dwo/stand.ts'
import { loadRegio } from './load-regio.ts'
import { mvs } from './mvs/regio.ts'

/** Builds the demo regions MVS and DWO from the policy documents, through the commands of the modules. */
export async function seedDemo(platform: Platform, print: (line: string) => void): Promise<void> {
  const step = async <T>(what: string, run: () => Promise<T>): Promise<T> => {
    const start = performance.now()
    const value = await run()
    print(`  ${what} (${((performance.now() - start) / 1000).toFixed(1)} s)`)
    return value
  }
  await step('MVS: regio, voorzieningen en accounts', () => loadRegio(platform, mvs))
  const delft = await step('DWO: regio, voorzieningen en accounts', () => loadRegio(platform, dwo))
  await step('DWO: stand van 1 april 2021, 229 verzonnen cliënten', () => loadStand(platform, delft))
  await step('DWO: tellingen van het daklozenloket in 2020', () => loadLoket(platform, delft))
}
