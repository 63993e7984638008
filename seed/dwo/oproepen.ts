import { OproepInvoer } from '../../src/modules/plek/domain/oproep-api.ts'
import { registerOproep } from '../../src/modules/plek/server/oproep-commands.ts'
import { todayOf } from '../../src/platform/clock.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { addDays } from '../../src/shared/plain-date.ts'
import type { LoadedRegio } from '../load-regio.ts'
import { accepted, load } from '../world.ts'

/** Days ago, time of the call, and when someone came or helped; all of it made up: the source gives only the norm (§4.1). */
const oproepen: readonly (readonly [
  dagenGeleden: number,
  gebeld: string,
  afhandeling: 'ter_plaatse' | 'op_afstand' | null,
  gereageerd: string | null,
])[] = [
  [75, '22:10', 'ter_plaatse', '22:31'],
  [71, '03:40', 'ter_plaatse', '04:22'],
  [66, '19:05', 'op_afstand', '19:15'],
  [58, '21:50', 'ter_plaatse', '22:12'],
  [45, '01:15', 'ter_plaatse', '01:44'],
  [41, '18:30', 'ter_plaatse', '18:55'],
  [37, '23:00', 'op_afstand', '23:04'],
  [33, '06:20', 'ter_plaatse', '07:05'],
  [20, '20:45', 'ter_plaatse', '21:03'],
  [12, '02:05', 'ter_plaatse', '02:34'],
  [8, '17:10', 'op_afstand', '17:20'],
  [3, '22:35', 'ter_plaatse', '22:58'],
  [1, '21:40', null, null],
]

/** Calls at the dwellings of beschermd thuis in the last months, so that there is a response time to see. */
export async function loadOproepen(platform: Platform, regio: LoadedRegio): Promise<void> {
  const today = todayOf(platform.clock)
  const locatieId = regio.locaties['F-DWO-10']![0]!
  await load(platform, regio.als('bw_bt_aanbieders'), async (work) => {
    for (const [dagenGeleden, gebeldTijd, afhandeling, gereageerdTijd] of oproepen) {
      const gebeldDag = addDays(today, -dagenGeleden)
      const invoer = OproepInvoer.parse({ locatieId, gebeldDag, gebeldTijd, afhandeling, gereageerdTijd })
      accepted(await registerOproep(work, { ...invoer, bron: 'Verzonnen voor de demo' }))
    }
  })
}
