import {
  completeUitstroom,
  prepareUrgentie,
  stepUrgentie,
} from '../../../src/modules/uitstroom/server/commands.ts'
import type { Work } from '../../../src/platform/work.ts'
import type { Id } from '../../../src/shared/id.ts'
import { addDays, addMonths } from '../../../src/shared/plain-date.ts'
import { isRejection } from '../../../src/shared/rejection.ts'
import type { Random } from '../../random.ts'
import { accepted } from '../../world.ts'
import type { Verloop } from './agenda.ts'

/** Routes were written down for this many days before the last day: a region that counts them since over a year. */
const SINDS_DAGEN = 400
/** Of the last ones the aanvraag behind the route is there too. */
const MET_AANVRAAG_DAGEN = 120

/** Along which way to a home; a temporary one is a step within the chain. In MVS urgentie is directe bemiddeling through the SUWR, so nobody searches with one himself. */
const routes: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  eigen_woning: { directe_bemiddeling: 50, een_route: 38, regulier: 12 },
  housing_first: { directe_bemiddeling: 100 },
  eigen_netwerk: { netwerk: 100 },
}

export interface Vertrekroute {
  /** Finishes the outflow on the day of departure, to a home or to the own network. */
  rondAf(work: Work, input: { verblijfId: Id; persoonId: Id; bestemming: string }): Promise<void>
}

export function createVertrekroute({ agenda, random: van }: Verloop): Vertrekroute {
  const random = van.fork('vertrekroute')
  return {
    async rondAf(work, { verblijfId, persoonId, bestemming }) {
      const kansen = routes[bestemming]
      if (!kansen || work.today < addDays(agenda.laatste, -SINDS_DAGEN)) return
      const route = random.weighted(kansen)
      const soort = ({ directe_bemiddeling: 'urgentie', een_route: 'een_route' } as const)[route]
      const metAanvraag =
        soort !== undefined &&
        work.today >= addDays(agenda.laatste, -MET_AANVRAAG_DAGEN) &&
        (await vraagAan(work, { persoonId, soort }, random))
      accepted(
        await completeUitstroom(work, {
          persoonId,
          // Preparing an aanvraag makes the row, in its first version.
          versie: metAanvraag ? 1 : 0,
          op: work.today,
          route,
          verblijfId,
          bestemming: null,
          afwijkingReden: 'Alles is besproken bij het vertrek (verzonnen)',
        }),
      )
    },
  }
}

/** Asked some weeks before, granted, and used with the departure. False when it may not be asked: herkomst is not always known. */
async function vraagAan(
  work: Work,
  input: { persoonId: Id; soort: 'urgentie' | 'een_route' },
  random: Random,
): Promise<boolean> {
  const op = addDays(work.today, -random.between(30, 60))
  const made = await work.attempt(() =>
    prepareUrgentie(work, {
      ...input,
      grond: 'uitstroom_opvang',
      op,
      ontvangendePartij: null,
      afspraken: null,
    }),
  )
  if (isRejection(made)) return false
  let { versie } = made
  const leeg = { kenmerk: null, geldigTot: null, toelichting: null }
  const besloten = addDays(op, 16)
  for (const stap of [
    { naar: 'ingediend', op: addDays(op, 4) },
    { naar: 'toegekend', op: besloten, geldigTot: addMonths(besloten, 6) },
    { naar: 'gebruikt', op: work.today },
  ] as const)
    ({ versie } = accepted(await stepUrgentie(work, { ...leeg, ...stap, id: made.id, versie })))
  return true
}
