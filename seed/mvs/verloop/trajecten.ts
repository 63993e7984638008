import {
  changeFase,
  endTraject,
  planAchttienRoutes,
  resumeTraject,
  signalWlz,
  startOnderbreking,
  stepWlz,
} from '../../../src/modules/traject/server/commands.ts'
import type { Platform } from '../../../src/platform/platform.ts'
import type { Work } from '../../../src/platform/work.ts'
import type { Id } from '../../../src/shared/id.ts'
import { addDays, type PlainDate } from '../../../src/shared/plain-date.ts'
import { isRejection } from '../../../src/shared/rejection.ts'
import { accepted, load, loaderOf } from '../../world.ts'
import type { Verloop, Zaak } from './agenda.ts'

export interface Trajecten {
  /** What happens in a traject during a stay from `van`, until the departure on `einde`. */
  begeleid(zaak: Zaak, input: { product: string; wie: string; van: PlainDate; einde: PlainDate }): void
}

/** Phases, terugval and the way to the Wlz in the trajecten of beschermd wonen; other trajecten follow their stays. */
export function createTrajecten(verloop: Verloop): Trajecten {
  const { agenda } = verloop
  const random = verloop.random.fork('traject')

  function begeleid(
    zaak: Zaak,
    input: { product: string; wie: string; van: PlainDate; einde: PlainDate },
  ): void {
    if (input.product !== 'bw') return
    const { persoonId } = zaak
    const plan = (op: PlainDate, stap: (work: Work, traject: Open) => Promise<void>) => {
      if (op >= input.einde) return
      agenda.plan(op, input.wie, async (work) => {
        const traject = await findOpen(work, persoonId)
        if (traject) await stap(work, traject)
      })
    }
    plan(addDays(input.van, random.between(60, 120)), toDoorstroom)
    if (random.chance(0.2)) {
      const op = addDays(input.van, random.between(150, 700))
      plan(op, (work, traject) => valTerug(work, traject))
      plan(addDays(op, random.between(10, 60)), herstel)
    }
    if (random.chance(0.12)) {
      const op = addDays(input.van, random.between(200, 1200))
      plan(op, signaleer)
      plan(addDays(op, 21), (work) => stapWlz(work, persoonId, 'aangevraagd'))
      plan(addDays(op, 35), (work) => stapWlz(work, persoonId, 'bij_ciz'))
    }
  }

  return { begeleid }
}

interface Open {
  readonly id: Id
  readonly versie: number
}

function findOpen(work: Work, persoonId: Id): Promise<Open | undefined> {
  return work.db
    .selectFrom('traject')
    .select(['id', 'versie'])
    .where('persoon_id', '=', persoonId)
    .where('geeindigd_op', 'is', null)
    .executeTakeFirst()
}

const basis = (work: Work, traject: Open) => ({
  trajectId: traject.id,
  versie: traject.versie,
  op: work.today,
})

async function toDoorstroom(work: Work, traject: Open): Promise<void> {
  const fase = await work.db
    .selectFrom('traject_fase')
    .select('code')
    .where('traject_id', '=', traject.id)
    .where('tot', 'is', null)
    .executeTakeFirst()
  if (fase?.code !== 'instroom') return
  accepted(await changeFase(work, { ...basis(work, traject), domein: 'BW', code: 'doorstroom', reden: null }))
}

async function valTerug(work: Work, traject: Open): Promise<void> {
  accepted(
    await startOnderbreking(work, {
      ...basis(work, traject),
      soort: 'terugval',
      verwachtTot: null,
      reden: 'Het gaat tijdelijk slechter; er is vaker contact. De persoon is verzonnen.',
      stap: null,
    }),
  )
}

async function herstel(work: Work, traject: Open): Promise<void> {
  const loopt = await work.db
    .selectFrom('traject_onderbreking')
    .select('id')
    .where('traject_id', '=', traject.id)
    .where('tot', 'is', null)
    .executeTakeFirst()
  if (loopt)
    accepted(
      await resumeTraject(work, { ...basis(work, traject), uitkomst: 'Weer verder met de leerdoelen' }),
    )
}

async function signaleer(work: Work, traject: Open): Promise<void> {
  accepted(
    await signalWlz(work, { ...basis(work, traject), signaal: 'Blijvend toezicht lijkt nodig (verzonnen)' }),
  )
}

async function stapWlz(work: Work, persoonId: Id, naar: 'aangevraagd' | 'bij_ciz'): Promise<void> {
  const route = await work.db
    .selectFrom('wlz_route')
    .select(['id', 'versie'])
    .where('persoon_id', '=', persoonId)
    .where('status', '=', naar === 'aangevraagd' ? 'signaal' : 'aangevraagd')
    .executeTakeFirst()
  if (!route) return
  accepted(
    await stepWlz(work, {
      routeId: route.id,
      versie: route.versie,
      naar,
      op: work.today,
      metClient: naar === 'aangevraagd' ? true : null,
      wlzVanaf: null,
      wmoEindeOp: null,
      toelichting: null,
    }),
  )
}

/** Everyone of the household whose traject runs while nobody of them stays anywhere: the traject ends. */
export async function endTrajecten(
  work: Work,
  persoonId: Id,
  reden: 'duurzaam_gehuisvest' | 'andere_regio' | 'onvindbaar' | 'eigen_keuze' | 'naar_wlz',
): Promise<void> {
  const rows = await work.db
    .selectFrom('traject as t')
    .select(['t.id', 't.versie'])
    .where('t.geeindigd_op', 'is', null)
    .where((e) =>
      e.or([
        e('t.persoon_id', '=', persoonId),
        e(
          't.persoon_id',
          'in',
          e
            .selectFrom('huishouden_lid as l')
            .innerJoin('huishouden_lid as h', 'h.huishouden_id', 'l.huishouden_id')
            .select('l.persoon_id')
            .where('h.persoon_id', '=', persoonId)
            .where('h.tot', 'is', null)
            .where('l.tot', 'is', null),
        ),
      ]),
    )
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('verblijf_persoon as x')
            .select('x.persoon_id')
            .whereRef('x.persoon_id', '=', 't.persoon_id')
            .where('x.tot', 'is', null),
        ),
      ),
    )
    .orderBy('t.id')
    .execute()
  for (const traject of rows) {
    const einde = { ...basis(work, traject), reden, toelichting: null }
    const dicht = await work.attempt(() => endTraject(work, { ...einde, vervolg: afsluiten }))
    // As long as a casus or an overdracht runs, the promise cannot end with the traject.
    if (isRejection(dicht))
      accepted(
        await endTraject(work, {
          ...einde,
          vervolg: {
            soort: 'stap',
            volgendeStap: 'Nagaan of het dossier dicht kan',
            volgendeStapOp: addDays(work.today, 14),
          },
        }),
      )
  }
}

const afsluiten = {
  soort: 'afsluiten',
  reden: 'geen_hulp_nodig',
  toelichting: 'Er is geen hulp meer nodig.',
} as const

/** The job that looks who turns 18, as it ran this night. */
export async function planAchttien(platform: Platform, regioId: Id): Promise<void> {
  await load(platform, loaderOf(regioId), async (work) => {
    await planAchttienRoutes(work)
  })
}
