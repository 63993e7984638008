// The state machines of this module. Buttons, server checks and the README all follow from these tables; the same states
// are CHECKs in the database.

export const routeToestanden = {
  te_regelen: 'Plek te regelen',
  geplaatst: 'Heeft een plek',
  beeindigd: 'Beëindigd',
  vervallen: 'Vervallen',
} as const
export type RouteToestand = keyof typeof routeToestanden

export const routeActies = { plaatsen: 'Plek vastleggen', eindigen: 'Route beëindigen' } as const
export type RouteActie = keyof typeof routeActies

/** State → action → next state; what is not here cannot be done. */
export const routeOvergangen = {
  te_regelen: { plaatsen: 'geplaatst', eindigen: 'vervallen' },
  geplaatst: { eindigen: 'beeindigd' },
  beeindigd: {},
  vervallen: {},
} as const satisfies Record<RouteToestand, Partial<Record<RouteActie, RouteToestand>>>

/** The state after `actie`; undefined when it cannot be done in this state. */
export function naRouteActie(van: RouteToestand, actie: RouteActie): RouteToestand | undefined {
  return (routeOvergangen[van] as Partial<Record<RouteActie, RouteToestand>>)[actie]
}

export const planToestanden = { loopt: 'Loopt', afgesloten: 'Afgesloten' } as const
export type PlanToestand = keyof typeof planToestanden
export const planActies = { herzien: 'Nieuwe versie', afsluiten: 'Plan afsluiten' } as const
export type PlanActie = keyof typeof planActies

export const planOvergangen = {
  loopt: { herzien: 'loopt', afsluiten: 'afgesloten' },
  afgesloten: {},
} as const satisfies Record<PlanToestand, Partial<Record<PlanActie, PlanToestand>>>

export function naPlanActie(van: PlanToestand, actie: PlanActie): PlanToestand | undefined {
  return (planOvergangen[van] as Partial<Record<PlanActie, PlanToestand>>)[actie]
}

export const verbodToestanden = {
  geldt: 'Geldt',
  komt: 'Gaat nog in',
  voorbij: 'Voorbij',
  ingetrokken: 'Ingetrokken',
} as const
export type VerbodToestand = keyof typeof verbodToestanden
export const verbodActies = { verlengen: 'Verlengen', intrekken: 'Intrekken' } as const
export type VerbodActie = keyof typeof verbodActies

/** Derived from the day: a huisverbod ends by itself. Extending is possible once. */
export const verbodOvergangen = {
  komt: ['intrekken'],
  geldt: ['verlengen', 'intrekken'],
  voorbij: [],
  ingetrokken: [],
} as const satisfies Record<VerbodToestand, readonly VerbodActie[]>
