import type { Platform } from '../src/platform/platform.ts'
import { dwo } from './dwo/regio.ts'
import { loadRegio } from './load-regio.ts'
import { mvs } from './mvs/regio.ts'

/** Builds the demo regions MVS and DWO from the policy documents, through the commands of the modules. */
export async function seedDemo(platform: Platform, print: (line: string) => void): Promise<void> {
  for (const data of [mvs, dwo]) {
    const start = performance.now()
    await loadRegio(platform, data)
    print(`  Regio ${data.code} gemaakt (${((performance.now() - start) / 1000).toFixed(1)} s)`)
  }
}
