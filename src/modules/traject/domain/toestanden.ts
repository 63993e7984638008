import type { Mag } from './mag.ts'

// The state machines of this module. Buttons, server checks and the README all follow from these tables; the same states
// are CHECKs in the database (traject: derived from its end and its open onderbreking).

export const trajectToestanden = {
  lopend: 'Loopt',
  terugval: 'Terugval',
  time_out: 'Time-out',
  geeindigd: 'Geëindigd',
} as const
export type TrajectToestand = keyof typeof trajectToestanden

export const trajectActies = {
  fase: 'Andere fase',
  aanspreekpunt: 'Ander aanspreekpunt',
  product: 'Op- of afschalen',
  terugval: 'Terugval vastleggen',
  time_out: 'Time-out beginnen',
  hervatten: 'Terugval of time-out afronden',
  beeindigen: 'Traject beëindigen',
} as const
export type TrajectActie = keyof typeof trajectActies

const overal = (toestand: TrajectToestand) =>
  ({ fase: toestand, aanspreekpunt: toestand, product: toestand, beeindigen: 'geeindigd' }) as const

/** State → action → next state. A time-out may follow on terugval; what is not here cannot be done. */
export const trajectOvergangen = {
  lopend: { ...overal('lopend'), terugval: 'terugval', time_out: 'time_out' },
  terugval: { ...overal('terugval'), time_out: 'time_out', hervatten: 'lopend' },
  time_out: { ...overal('time_out'), hervatten: 'lopend' },
  geeindigd: {},
} as const satisfies Record<TrajectToestand, Partial<Record<TrajectActie, TrajectToestand>>>

/** The state of a traject, from the two facts that make it. */
export function toestandVan(traject: {
  readonly geeindigdOp: string | null
  readonly onderbreking: string | null
}): TrajectToestand {
  if (traject.geeindigdOp !== null) return 'geeindigd'
  return traject.onderbreking === null ? 'lopend' : (traject.onderbreking as 'terugval' | 'time_out')
}

export const wlzToestanden = {
  signaal: 'Signaal',
  aangevraagd: 'Aangevraagd',
  bij_ciz: 'In behandeling bij het CIZ',
  toegekend: 'Toegekend',
  afgewezen: 'Afgewezen',
  gestopt: 'Gestopt',
} as const
export type WlzToestand = keyof typeof wlzToestanden

export const wlzOvergangen = {
  signaal: ['aangevraagd', 'gestopt'],
  aangevraagd: ['bij_ciz', 'gestopt'],
  bij_ciz: ['toegekend', 'afgewezen', 'gestopt'],
  toegekend: [],
  afgewezen: [],
  gestopt: [],
} as const satisfies Record<WlzToestand, readonly WlzToestand[]>

/** Routes that still run; what is counted as pending. */
export const wlzLopend = ['signaal', 'aangevraagd', 'bij_ciz'] as const satisfies readonly WlzToestand[]

export const achttienToestanden = {
  te_plannen: 'Plan nodig',
  plan_gemaakt: 'Plan gemaakt',
  overgedragen: 'Overgedragen',
  niet_nodig: 'Niet nodig',
} as const
export type AchttienToestand = keyof typeof achttienToestanden

export const achttienOvergangen = {
  te_plannen: ['plan_gemaakt', 'niet_nodig'],
  plan_gemaakt: ['plan_gemaakt', 'overgedragen', 'niet_nodig'],
  overgedragen: [],
  niet_nodig: [],
} as const satisfies Record<AchttienToestand, readonly AchttienToestand[]>

/** Can this be done with a traject in this state? The reason is for the screen. */
export function canTraject(toestand: TrajectToestand, actie: TrajectActie): Mag {
  if (actie in trajectOvergangen[toestand]) return { ok: true }
  if (toestand === 'geeindigd')
    return { ok: false, reden: 'Dit traject is geëindigd. Begin een nieuw traject als dat nodig is.' }
  if (actie === 'hervatten')
    return { ok: false, reden: 'Er is nu geen terugval of time-out om af te ronden.' }
  return {
    ok: false,
    reden: `Er loopt al een ${trajectToestanden[toestand].toLowerCase()}. Rond die eerst af.`,
  }
}

export function canWlz(van: WlzToestand, naar: WlzToestand): Mag {
  return stap(wlzOvergangen[van], naar, wlzToestanden, van)
}

export function canAchttien(van: AchttienToestand, naar: AchttienToestand): Mag {
  return stap(achttienOvergangen[van], naar, achttienToestanden, van)
}

function stap<T extends string>(next: readonly T[], naar: T, namen: Record<T, string>, van: T): Mag {
  if (next.includes(naar)) return { ok: true }
  return {
    ok: false,
    reden:
      next.length === 0
        ? `Deze route is al klaar: ${namen[van].toLowerCase()}.`
        : `De volgende stap is: ${next.map((one) => namen[one].toLowerCase()).join(' of ')}.`,
  }
}
