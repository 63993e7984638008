import type { Platform } from '../../../src/platform/platform.ts'
import { addDays, daysBetween, type PlainDate } from '../../../src/shared/plain-date.ts'
import type { LoadedRegio } from '../../load-regio.ts'
import { createPersonen } from '../../personen.ts'
import { createRandom } from '../../random.ts'
import { load, SeedClock, seedPlatform } from '../../world.ts'
import { Agenda, type Verloop, type Zaak } from './agenda.ts'
import { loadBeschermdWonen } from './beschermd-wonen.ts'
import { createBijhouden } from './bijhouden.ts'
import { Capaciteit } from './capaciteit.ts'
import { planCasussen } from './casus.ts'
import { planDelen } from './delen.ts'
import { createInstroom } from './instroom.ts'
import { loketVan, perJaar, registerMensen, seizoen, trekGemeente } from './mensen.ts'
import { planOverdrachten } from './overdracht.ts'
import { planSignalen } from './signaal.ts'
import { planAchttien } from './trajecten.ts'
import { planUitstroom } from './uitstroom.ts'
import { sluitAf } from './vandaag.ts'
import { createVerblijven } from './verblijven.ts'
import { planVeiligheid } from './vrouwenopvang.ts'
import { createWachten } from './wachten.ts'
import { planWinters } from './winter.ts'

export interface Periode {
  /** First day of the history. */
  readonly van: PlainDate
  /** Last day: yesterday. What would happen later is the open work of today. */
  readonly totEnMet: PlainDate
  /** Told at the beginning of every month. */
  readonly progress?: (jaar: string, deel: number) => void
}

/** New reports for BW begin after the stock of July 2023 that the source counts, so that its figures stay true. */
const bwVanaf: PlainDate = '2023-07-01'

/**
 * Five years of invented people in MVS, from report to departure, through the commands of the modules with a moved clock.
 * The same seed gives the same history.
 * Resolves to how many steps the rules refused.
 */
export async function loadVerloop(platform: Platform, regio: LoadedRegio, periode: Periode): Promise<number> {
  const random = createRandom('MVS verloop')
  const clock = new SeedClock(platform.clock.now())
  clock.moveTo(periode.van)
  const past = seedPlatform(platform, clock, random.fork('ids'))
  const agenda = new Agenda({ platform: past, clock, regio }, periode.totEnMet)
  const verloop: Verloop = { agenda, random: random.fork('verloop'), regio, laatste: periode.totEnMet }
  const maak = createPersonen(random.fork('personen'))
  const capaciteit = await load(past, regio.als('centraal_onthaal'), (work) =>
    Capaciteit.load(work, regio.organisaties),
  )

  const verblijven = createVerblijven(verloop, (zaak, op) => {
    if (zaak.keren < 4) agenda.plan(op, zaak.loket, (work) => instroom.meld(work, zaak))
  })
  const wachten = createWachten(verloop, capaciteit, verblijven.naAfloop, verblijven.start)
  const instroom = createInstroom(verloop, {
    naToelating: (work, zaak, input) => wachten.zetOpLijst(work, zaak, input),
    naAfloop: (zaak, op) => verblijven.naAfloop(zaak, op),
  })

  loadBeschermdWonen(verloop, maak, capaciteit, verblijven)
  planWinters(verloop, maak)
  planSignalen(verloop, periode.van)
  planOverdrachten(verloop)
  planCasussen(verloop)
  const komst = verloop.random.fork('komst')
  const houdBij = createBijhouden(verloop)
  for (let dag = periode.van; dag <= periode.totEnMet; dag = addDays(dag, 1)) {
    for (const soort of Object.keys(perJaar) as Zaak['soort'][]) {
      if (soort === 'bw' && dag < bwVanaf) continue
      const gemiddeld = (perJaar[soort] / 365) * seizoen(Number(dag.slice(5, 7)))
      for (let n = poisson(gemiddeld, komst.next); n > 0; n--) {
        const gemeente = trekGemeente(verloop)
        const loket = loketVan(verloop, soort, gemeente)
        agenda.plan(dag, loket, async (work) => {
          const zaak = await registerMensen(work, verloop, maak, { soort, gemeente, loket })
          await instroom.meld(work, zaak)
        })
      }
    }
    await agenda.runDay(dag)
    wachten.stelVoor(dag)
    houdBij(dag)
    await agenda.runDay(dag)
    if (dag.endsWith('-01'))
      periode.progress?.(
        dag.slice(0, 4),
        daysBetween(periode.van, dag) / daysBetween(periode.van, periode.totEnMet),
      )
  }
  await sluitAf(past, clock, verloop)
  await planAchttien(past, regio.regioId)
  await planVeiligheid(past, regio, maak)
  await planDelen(past, regio)
  await planUitstroom(past, regio, verloop.random.fork('uitstroom'))
  return agenda.overgeslagen
}

/** How many arrive on a day with this mean (Knuth). */
function poisson(mean: number, next: () => number): number {
  const limit = Math.exp(-mean)
  let n = 0
  for (let p = next(); p > limit; p *= next()) n++
  return n
}
