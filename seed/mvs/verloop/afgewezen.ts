import type { RegisterPersoon } from '../../../src/modules/persoon/domain/persoon.ts'
import { addDays, daysBetween, type PlainDate } from '../../../src/shared/plain-date.ts'
import type { Wens } from '../../personen.ts'
import type { Verloop } from './agenda.ts'
import type { Instroom } from './instroom.ts'
import type { Soort } from './keten.ts'
import { afgewezenPerJaar, drukte, loketVan, registerMensen, trekGemeente } from './mensen.ts'

/** Reports that end without a place: the core knows only who is admitted. */
export function planAfgewezen(
  verloop: Verloop,
  maak: (wens: Wens) => RegisterPersoon,
  instroom: Instroom,
  van: PlainDate,
): void {
  const { agenda, laatste } = verloop
  const { next } = verloop.random.fork('afgewezen')
  for (let dag = van; dag <= laatste; dag = addDays(dag, 1)) {
    const keer = drukte(daysBetween(`${dag.slice(0, 4)}-01-01`, dag))
    for (const [soort, perJaar] of Object.entries(afgewezenPerJaar) as [Soort, number][])
      for (let n = poisson((perJaar / 365.25) * keer, next); n > 0; n--) {
        const gemeente = trekGemeente(verloop)
        const loket = loketVan(verloop, soort, gemeente)
        agenda.plan(dag, loket, async (work) => {
          await instroom.meld(work, await registerMensen(work, verloop, maak, { soort, gemeente, loket }))
        })
      }
  }
}

/** How many arrive on a day with this mean (Knuth). */
function poisson(mean: number, next: () => number): number {
  const limit = Math.exp(-mean)
  let n = 0
  for (let p = next(); p > limit; p *= next()) n++
  return n
}
