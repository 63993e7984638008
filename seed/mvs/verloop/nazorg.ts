import { arrangeNazorg, stepNazorg } from '../../../src/modules/nazorg/server/afspraak-commands.ts'
import { recordContact } from '../../../src/modules/nazorg/server/contact-commands.ts'
import { addRisicodag, saveTerugvalplan } from '../../../src/modules/nazorg/server/plan-commands.ts'
import type { Work } from '../../../src/platform/work.ts'
import type { Id } from '../../../src/shared/id.ts'
import { addDays, addWeeks, type PlainDate } from '../../../src/shared/plain-date.ts'
import { isRejection } from '../../../src/shared/rejection.ts'
import { accepted, DemoGeweigerd } from '../../world.ts'
import type { Verloop } from './agenda.ts'
import { endTrajecten } from './trajecten.ts'

/** Agreements about nazorg began this many days before the last day: a region that just started with them. */
const SINDS_DAGEN = 150

/** Destinations outside the chain for which nazorg is arranged, with how often; others get a reason why not. */
const kans: Readonly<Record<string, number>> = { eigen_woning: 0.7, eigen_netwerk: 0.4 }
const geen: Readonly<Record<string, string>> = {
  andere_regio: 'andere_regio',
  wlz_instelling: 'instelling',
  instelling: 'instelling',
  detentie: 'instelling',
}

export interface Vertrokken {
  readonly verblijfId: Id
  readonly persoonId: Id
  readonly wie: string
  readonly bestemming: string
}

export interface Nazorg {
  /** Says on the day of departure what happens about nazorg; the day on which it ends, when there is some. */
  regel(work: Work, input: Vertrokken): Promise<PlainDate | undefined>
}

export function createNazorg(verloop: Verloop): Nazorg {
  const { agenda } = verloop
  const random = verloop.random.fork('nazorg')

  async function regel(work: Work, input: Vertrokken): Promise<PlainDate | undefined> {
    if (work.today < addDays(agenda.laatste, -SINDS_DAGEN)) return undefined
    const redenGeen = geen[input.bestemming]
    if (redenGeen !== undefined) {
      if (random.chance(0.7))
        accepted(
          await arrangeNazorg(work, {
            verblijfId: input.verblijfId,
            besluit: 'geen',
            persoonId: null,
            op: work.today,
            redenGeen,
            toelichting: null,
          }),
        )
      return undefined
    }
    return random.chance(kans[input.bestemming] ?? 0) ? begin(work, input) : undefined
  }

  async function begin(work: Work, input: Vertrokken): Promise<PlainDate> {
    const elkeWeken = random.between(3, 8)
    const tot = addWeeks(work.today, 26)
    const { id } = accepted(
      await arrangeNazorg(work, {
        verblijfId: input.verblijfId,
        besluit: 'wel',
        persoonId: null,
        op: work.today,
        aanbieder: 'eigen',
        organisatieId: null,
        toestemmingId: null,
        contactNaam: null,
        elkeWeken,
        begintOp: work.today,
        tot,
        afspraken: 'Bellen en af en toe langsgaan. De persoon is verzonnen.',
      }),
    )
    if (random.chance(0.4)) await maakPlan(work, input.persoonId)
    planContact(input, id, { op: addWeeks(work.today, elkeWeken), elkeWeken, tot })
    return tot
  }

  async function maakPlan(work: Work, persoonId: Id): Promise<void> {
    accepted(
      await saveTerugvalplan(work, {
        persoonId,
        versie: null,
        signalen: 'Ik doe de gordijnen dicht en neem niet meer op (verzonnen).',
        watHelpt: 'Een wandeling, en dat iemand komt kijken (verzonnen).',
        wieBellen: 'Eerst mijn begeleider, dan mijn zus (verzonnen).',
        besprokenOp: work.today,
      }),
    )
    const dag = random.chance(0.5)
      ? { naam: 'Kerst', datum: '2025-12-25', dagenVooraf: 28 }
      : {
          naam: 'Sterfdag van mijn vader (verzonnen)',
          datum: addDays(work.today, random.between(20, 200)),
          dagenVooraf: 14,
        }
    accepted(await addRisicodag(work, { persoonId, soort: 'jaarlijks', ...dag }))
  }

  /** Contact on its day, now and then late or in vain. */
  function planContact(
    input: Vertrokken,
    afspraakId: Id,
    vraag: { op: PlainDate; elkeWeken: number; tot: PlainDate },
  ): void {
    if (vraag.op >= vraag.tot) {
      agenda.plan(vraag.tot, input.wie, (work) => rondAf(work, input, afspraakId))
      return
    }
    const laat = random.chance(0.15) ? random.between(3, 21) : 0
    agenda.plan(addDays(vraag.op, laat), input.wie, async (work) => {
      const uitkomst = random.weighted({ goed: 75, aandacht: 15, niet_bereikt: 10 })
      accepted(
        await recordContact(work, {
          afspraakId,
          op: work.today,
          wijze: random.weighted({ telefoon: 60, bezoek: 30, bericht: 10 }),
          uitkomst,
          toelichting: null,
        }),
      )
      const weken = uitkomst === 'niet_bereikt' ? 1 : vraag.elkeWeken
      planContact(input, afspraakId, { ...vraag, op: addWeeks(work.today, weken) })
    })
  }

  return { regel }
}

/** The end as agreed: nobody is needed any more, unless the person came back meanwhile. */
async function rondAf(work: Work, input: Vertrokken, afspraakId: Id): Promise<void> {
  const { versie } = await work.db
    .selectFrom('nazorgafspraak')
    .select('versie')
    .where('id', '=', afspraakId)
    .executeTakeFirstOrThrow()
  const stap = { actie: 'afronden' as const, afspraakId, versie, op: work.today, toelichting: null }
  const dicht = {
    soort: 'afsluiten' as const,
    reden: 'duurzaam_gehuisvest' as const,
    toelichting: 'Het gaat goed (verzonnen).',
  }
  const klaar = await work.attempt(() => stepNazorg(work, { ...stap, vervolg: dicht }))
  if (isRejection(klaar))
    accepted(
      await stepNazorg(work, {
        ...stap,
        vervolg: {
          soort: 'stap',
          volgendeStap: 'Nagaan wat nog nodig is',
          volgendeStapOp: addDays(work.today, 14),
        },
      }),
    )
  else
    await work.attempt(() =>
      endTrajecten(work, input.persoonId, 'duurzaam_gehuisvest').catch((error: unknown) => {
        if (error instanceof DemoGeweigerd) return error.rejection
        throw error
      }),
    )
}
