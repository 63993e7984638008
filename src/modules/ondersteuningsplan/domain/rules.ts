import { ageOn, formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import { type Fault, type Rejection, reject } from '../../../shared/rejection.ts'
import type { PlanDetail, PlanVersie } from './api.ts'
import type { Doelsoort, Perspectief } from './woorden.ts'

export interface Inhoud {
  readonly perspectief: Perspectief | null
  readonly perspectiefWoorden: string | null
  readonly perspectiefMotivering: string | null
}

/** PLAN-02: dagbesteding comes last, so it says why work, voluntary work and an education are not possible now. */
export function checkPerspectief(inhoud: Inhoud): undefined | Rejection {
  if (inhoud.perspectief !== 'dagbesteding' || inhoud.perspectiefMotivering) return undefined
  return reject(
    'dagbesteding_vraagt_motivering',
    'Schrijf op waarom werk, vrijwilligerswerk en een opleiding nu niet kunnen. Dagbesteding komt als laatste.',
    { field: 'perspectiefMotivering', status: 422 },
  )
}

/** What is still missing before anybody can agree; empty when nothing is (PLAN-02). */
export function ontbreektVoorAkkoord(inhoud: Inhoud, doelen: number): string[] {
  return [
    ...(doelen === 0 ? ['Schrijf minstens één doel op.'] : []),
    ...(inhoud.perspectief === null
      ? ['Kies het perspectief: werk, vrijwilligerswerk, opleiding of dagbesteding.']
      : []),
    ...(inhoud.perspectief !== null && !inhoud.perspectiefWoorden
      ? ['Schrijf in de woorden van de cliënt op wat het perspectief is.']
      : []),
  ]
}

export function checkAkkoord(inhoud: Inhoud, doelen: number): undefined | Rejection {
  const missing = ontbreektVoorAkkoord(inhoud, doelen)
  if (missing.length === 0) return undefined
  return reject('plan_niet_compleet', `Dit plan is nog niet compleet. ${missing.join(' ')}`, {
    possible: missing,
  })
}

/** A day that has come, and not before what it follows. */
export function checkDag(
  op: PlainDate,
  today: PlainDate,
  niet?: { readonly voor: PlainDate; readonly wat: string },
): undefined | Rejection {
  if (op > today)
    return reject('dag_nog_niet_geweest', 'Deze dag is nog niet geweest. Kies vandaag of eerder.', {
      field: 'op',
      status: 422,
    })
  if (niet && op < niet.voor)
    return reject('dag_te_vroeg', `${niet.wat} ${formatLong(niet.voor)}. Kies die dag of later.`, {
      field: 'op',
      status: 422,
    })
  return undefined
}

/** The next talk comes after this one, and after today. */
export function checkVolgende(
  volgendeOp: PlainDate,
  na: PlainDate,
  today: PlainDate,
  field = 'volgendeOp',
): undefined | Rejection {
  if (volgendeOp > na && volgendeOp >= today) return undefined
  return reject('volgende_te_vroeg', 'Kies voor de volgende bespreking een dag die nog komt.', {
    field,
    status: 422,
  })
}

/** The same leefgebied once in a measurement. */
export function dubbeleScores(scores: readonly { readonly leefgebied: string }[]): Fault[] {
  return scores.flatMap(({ leefgebied }, index) =>
    scores.findIndex((one) => one.leefgebied === leefgebied) < index
      ? [
          {
            field: `scores.${index}.leefgebied`,
            message: 'Dit leefgebied staat er al. Geef per leefgebied één score.',
          },
        ]
      : [],
  )
}

export type EvaluatieStand = 'geen' | 'ruim' | 'bijna' | 'te_laat'

/** From how many days before its day a talk is announced. */
export const EVALUATIE_VOORUIT = 14

export function evaluatieStandOp(
  evaluatieOp: PlainDate | null,
  bijna: PlainDate,
  today: PlainDate,
): EvaluatieStand {
  if (evaluatieOp === null) return 'geen'
  if (evaluatieOp < today) return 'te_laat'
  return evaluatieOp <= bijna ? 'bijna' : 'ruim'
}

/** The day whose facts a print of this version shows: of a replaced one the day it began to hold, else none: today's. */
export function peildagVan(versie: Pick<PlanVersie, 'status' | 'vastgesteldOp'>): PlainDate | null {
  return versie.status === 'vervangen' ? versie.vastgesteldOp : null
}

/** Scores, outcomes of goals and reactions as they were on `dag`; later ones are of a later version. */
export function zoalsOp(
  { scores, doelen, reacties }: Pick<PlanDetail, 'scores'> & Pick<PlanVersie, 'doelen' | 'reacties'>,
  dag: PlainDate,
): Pick<PlanDetail, 'scores'> & Pick<PlanVersie, 'doelen' | 'reacties'> {
  return {
    scores: scores.filter((score) => score.op <= dag),
    doelen: doelen.map((doel) =>
      doel.standOp === null || doel.standOp <= dag
        ? doel
        : { ...doel, stand: 'loopt', standOp: null, uitkomst: null },
    ),
    reacties: reacties.filter((reactie) => reactie.op <= dag),
  }
}

export interface Nadruk {
  readonly onderwerp: 'opleiding' | 'opvoeders' | 'geld'
  readonly titel: string
  readonly vraag: string
  /** Something about it stands in the plan. */
  readonly besproken: boolean
}

/** PLAN-09: for jongvolwassenen three subjects come first (regiovisie MVS §4.2). Empty outside the ages of the region. */
export function nadrukVoor(
  geboortedatum: PlainDate | null,
  today: PlainDate,
  leeftijd: { readonly van: number; readonly totEnMet: number },
  inhoud: { readonly perspectief: Perspectief | null; readonly soorten: readonly Doelsoort[] },
): Nadruk[] {
  if (geboortedatum === null) return []
  const jaren = ageOn(geboortedatum, today)
  if (jaren < leeftijd.van || jaren > leeftijd.totEnMet) return []
  const heeft = (soort: Doelsoort) => inhoud.soorten.includes(soort)
  return [
    {
      onderwerp: 'opleiding',
      titel: 'Opleiding',
      vraag: 'Ga je naar school of wil je dat? Wat heb je nodig om een diploma te halen?',
      besproken: inhoud.perspectief === 'opleiding' || heeft('opleiding'),
    },
    {
      onderwerp: 'opvoeders',
      titel: 'Opvoeders',
      vraag: 'Wie heeft jou opgevoed? Wat wil je nog van hen, en wat kunnen zij voor je doen?',
      besproken: heeft('opvoeders'),
    },
    {
      onderwerp: 'geld',
      titel: 'Geld',
      vraag: 'Heb je genoeg inkomen? Heb je schulden, en wie helpt je met je geld?',
      besproken: heeft('financien'),
    },
  ]
}

/**
 * One plan per person, also over merged files: that of the file that counts, else the one that began last. The others stay
 * to read.
 */
export function geldendPlan<
  P extends { readonly persoonId: string; readonly begonnenOp: PlainDate; readonly id: string },
>(plannen: readonly P[], geldendDossier: string): P | undefined {
  return [...plannen].sort(
    (a, b) =>
      Number(b.persoonId === geldendDossier) - Number(a.persoonId === geldendDossier) ||
      (a.begonnenOp < b.begonnenOp ? 1 : a.begonnenOp > b.begonnenOp ? -1 : 0) ||
      (a.id < b.id ? -1 : 1),
  )[0]
}
