import type { Platform } from '../../../src/platform/platform.ts'
import { addDays, daysBetween, type PlainDate } from '../../../src/shared/plain-date.ts'
import type { LoadedRegio } from '../../load-regio.ts'
import { createPersonen } from '../../personen.ts'
import { createRandom } from '../../random.ts'
import { SeedClock, seedPlatform } from '../../world.ts'
import { planAfgewezen } from './afgewezen.ts'
import { Agenda, type Verloop } from './agenda.ts'
import { loadBeschermdWonen } from './beschermd-wonen.ts'
import { createBijhouden } from './bijhouden.ts'
import { planCasussen } from './casus.ts'
import { planDelen } from './delen.ts'
import { createGang } from './gang.ts'
import { createInstroom, LANGSTE_AANLOOP } from './instroom.ts'
import { planOverdrachten } from './overdracht.ts'
import { planSignalen } from './signaal.ts'
import { drawSpoor } from './spoor.ts'
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

/** The core goes on so many days after the last: who is admitted then has reported already. */
const VERDER = LANGSTE_AANLOOP + 7
/** Who gets a place within so many days after the last has a voorstel for it. */
const VOORSTEL_DAGEN = 7

/**
 * Five years of invented people in MVS, from report to departure, through the commands of the modules with a moved clock. Who
 * comes, gets a place, is ready, leaves, gives up and comes back is what the core drew (`spoor.ts`); all else is invented around it.
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
  const spoor = drawSpoor(periode.van, addDays(periode.totEnMet, VERDER))

  const verblijven = createVerblijven(verloop)
  const wachten = createWachten(verloop, spoor, verblijven.start)
  const instroom = createInstroom(verloop, verblijven.naAfloop)
  const stand = spoor.filter(({ soort }) => soort === 'bewoner')
  const bewoners = loadBeschermdWonen(verloop, maak, stand, verblijven)
  const gang = createGang(verloop, { spoor, bewoners, maak, instroom, wachten, verblijven })
  planAfgewezen(verloop, maak, instroom, periode.van)
  planWinters(verloop, maak)
  planSignalen(verloop, periode.van)
  planOverdrachten(verloop)
  planCasussen(verloop)
  const houdBij = createBijhouden(verloop)
  for (let dag = periode.van; dag <= periode.totEnMet; dag = addDays(dag, 1)) {
    await agenda.runDay(dag)
    await agenda.runInOrder(dag, gang.opDag(dag))
    houdBij(dag)
    await agenda.runDay(dag)
    if (dag.endsWith('-01'))
      periode.progress?.(
        dag.slice(0, 4),
        daysBetween(periode.van, dag) / daysBetween(periode.van, periode.totEnMet),
      )
  }
  await agenda.runInOrder(periode.totEnMet, gang.straks(VOORSTEL_DAGEN))
  await sluitAf(past, clock, verloop)
  await planAchttien(past, regio.regioId)
  await planVeiligheid(past, regio, maak)
  await planDelen(past, regio)
  await planUitstroom(past, regio, verloop.random.fork('uitstroom'))
  return agenda.overgeslagen
}
