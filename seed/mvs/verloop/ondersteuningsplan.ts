import type { DoelInvoer } from '../../../src/modules/ondersteuningsplan/domain/contract.ts'
import { giveAkkoord, handOutPlan } from '../../../src/modules/ondersteuningsplan/server/akkoord-commands.ts'
import {
  addDoel,
  startPlan,
  writeInhoud,
} from '../../../src/modules/ondersteuningsplan/server/inhoud-commands.ts'
import {
  addEvaluatie,
  addMeting,
  addReactie,
} from '../../../src/modules/ondersteuningsplan/server/verloop-commands.ts'
import type { Work } from '../../../src/platform/work.ts'
import type { Id } from '../../../src/shared/id.ts'
import { addDays, type PlainDate } from '../../../src/shared/plain-date.ts'
import type { Random } from '../../random.ts'
import { accepted } from '../../world.ts'
import type { Verloop, Zaak } from './agenda.ts'

export interface Plannen {
  /** What is written about somebody who stays from `van` until `einde`. */
  schrijf(zaak: Zaak, input: { product: string; wie: string; van: PlainDate; einde: PlainDate }): void
}

/** Of one in so many who stay, so that the history stays quick to load and every state of a plan occurs. */
const aandeel: Readonly<Record<string, number>> = { bw: 0.15, gezinsopvang: 0.05, opvang_hg: 0.05 }
/** The same for stays of the last half year: a region that works with plans now. */
const aandeelNu: Readonly<Record<string, number>> = {
  ...aandeel,
  crisisopvang_mo: 0.4,
  gezinsopvang: 0.4,
  opvang_hg: 0.4,
}

type Voorbeeld = Pick<DoelInvoer, 'leefgebied' | 'soort' | 'eigenWoorden' | 'afspraken'> &
  Partial<Pick<DoelInvoer, 'bouwsteen' | 'herstel' | 'positieveGezondheid'>>

const doelen: readonly Voorbeeld[] = [
  {
    leefgebied: 'financien',
    soort: 'financien',
    eigenWoorden: 'Ik wil van mijn schulden af en zelf weer mijn geld doen',
    afspraken: 'Elke week samen de post openen; een gesprek met schuldhulp',
    bouwsteen: 'financien',
    herstel: 'maatschappelijk',
    positieveGezondheid: 'dagelijks_functioneren',
  },
  {
    leefgebied: 'netwerk',
    soort: 'netwerk',
    eigenWoorden: 'Ik wil mijn zus weer zien en iemand hebben om te bellen',
    afspraken: 'Een kaart sturen; kennismaken met een maatje in de buurt',
    herstel: 'persoonlijk',
    positieveGezondheid: 'meedoen',
  },
  {
    leefgebied: 'geestelijke_gezondheid',
    soort: 'gewoon',
    eigenWoorden: 'Ik wil merken wanneer het slechter gaat, voordat het misgaat',
    afspraken: 'Samen een signaleringsplan maken',
    bouwsteen: 'begeleiding_individueel',
    herstel: 'medisch',
    positieveGezondheid: 'mentaal_welbevinden',
  },
  {
    leefgebied: 'dagbesteding',
    soort: 'opleiding',
    eigenWoorden: 'Ik wil een vak leren',
    afspraken: 'Een dag meelopen op school en in een werkplaats',
    herstel: 'maatschappelijk',
    positieveGezondheid: 'zingeving',
  },
]

const perspectieven = [
  ['werk', 'Ik wil mijn eigen geld verdienen', null],
  ['vrijwilligerswerk', 'Ik wil iets doen voor anderen, een paar uur in de week', null],
  ['opleiding', 'Ik wil een diploma halen', null],
  [
    'dagbesteding',
    'Ik wil met mijn handen werken, zonder haast',
    'De klachten laten meer nu niet toe (verzonnen)',
  ],
] as const

/** Leefgebieden that are scored in every talk. */
const gemeten = ['wonen', 'financien', 'netwerk', 'geestelijke_gezondheid'] as const

export function createPlannen(verloop: Verloop): Plannen {
  const { agenda } = verloop
  const random = verloop.random.fork('ondersteuningsplan')

  function schrijf(
    zaak: Zaak,
    input: { product: string; wie: string; van: PlainDate; einde: PlainDate },
  ): void {
    const isNu = input.van > addDays(agenda.laatste, -200)
    if (!random.chance((isNu ? aandeelNu : aandeel)[input.product] ?? 0)) return
    const begin = addDays(input.van, random.between(21, 56))
    if (begin >= input.einde) return
    let scores = gemeten.map(() => random.between(1, 3))
    agenda.plan(begin, input.wie, (work) => maak(work, random, zaak.persoonId, scores))
    for (let op = addDays(begin, 170); op < input.einde; op = addDays(op, random.between(160, 200))) {
      // Some talks are not held in time, as in real life: those show on Vandaag.
      if (random.chance(0.15)) break
      scores = scores.map((score) =>
        Math.min(5, Math.max(1, score + random.between(-1, 1) + (random.chance(0.4) ? 1 : 0))),
      )
      const nu = scores
      agenda.plan(op, input.wie, (work) => bespreek(work, zaak.persoonId, nu))
    }
  }

  return { schrijf }
}

async function maak(work: Work, random: Random, persoonId: Id, scores: readonly number[]): Promise<void> {
  const known = await findPlan(work, persoonId)
  if (known) return
  const { id: planId } = accepted(await startPlan(work, { persoonId, op: work.today }))
  const [perspectief, woorden, motivering] = random.pick(perspectieven)
  let { versie } = accepted(
    await writeInhoud(work, {
      planId,
      versie: 1,
      eigenVerhaal: 'Ik wil rust, en een plek waar ik kan blijven. (verzonnen)',
      perspectief,
      perspectiefWoorden: woorden,
      perspectiefMotivering: motivering,
      evaluatieOp: null,
    }),
  )
  const eerste = random.between(0, doelen.length - 1)
  const aantal = random.between(1, 3)
  for (let i = 0; i < aantal; i++) {
    const doel = doelen[(eerste + i) % doelen.length]!
    const eigen = { bouwsteen: null, herstel: null, positieveGezondheid: null, ...doel }
    const organisatieId = doel.soort === 'netwerk' ? null : work.vrager.organisatieId
    ;({ versie } = accepted(await addDoel(work, { ...eigen, organisatieId, planId, versie })))
  }
  await meet(work, planId, scores)
  const akkoord = { planId, op: work.today, hoe: 'op_papier', vertegenwoordigerNaam: null } as const
  ;({ versie } = accepted(await giveAkkoord(work, { ...akkoord, versie, wie: 'begeleider', door: null })))
  if (random.chance(0.12)) return
  ;({ versie } = accepted(await giveAkkoord(work, { ...akkoord, versie, wie: 'client', door: 'client' })))
  if (random.chance(0.85))
    accepted(await handOutPlan(work, { planId, versie, op: work.today, hoe: 'op_papier' }))
  if (random.chance(0.4))
    accepted(
      await addReactie(work, {
        planId,
        op: work.today,
        hoe: 'gesprek',
        leefgebied: null,
        eigenWoorden: 'Het is veel tegelijk, maar het klopt wel. (verzonnen)',
      }),
    )
}

async function bespreek(work: Work, persoonId: Id, scores: readonly number[]): Promise<void> {
  const plan = await findPlan(work, persoonId)
  if (!plan?.geldt) return
  await meet(work, plan.id, scores)
  accepted(
    await addEvaluatie(work, {
      planId: plan.id,
      versie: plan.versie,
      op: work.today,
      deelnemers: [{ soort: 'client', organisatieId: null, naam: null }],
      bevindingen: 'We liepen de doelen langs. (verzonnen)',
      besluit: 'doorgaan',
      volgendeOp: addDays(work.today, 180),
    }),
  )
}

async function meet(work: Work, planId: Id, scores: readonly number[]): Promise<void> {
  accepted(
    await addMeting(work, {
      planId,
      op: work.today,
      scores: gemeten.map((leefgebied, i) => ({ leefgebied, score: scores[i]!, toelichting: null })),
    }),
  )
}

async function findPlan(
  work: Work,
  persoonId: Id,
): Promise<{ id: Id; versie: number; geldt: boolean } | undefined> {
  const row = await work.db
    .selectFrom('plan as l')
    .select(['l.id', 'l.versie', 'l.evaluatie_op'])
    .where('l.persoon_id', '=', persoonId)
    .executeTakeFirst()
  return row && { id: row.id, versie: row.versie, geldt: row.evaluatie_op !== null }
}
