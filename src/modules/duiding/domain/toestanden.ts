// The state machine of a verhaal. Buttons, server checks and the README follow from this table; the states are CHECKs in the database.

export const verhaalToestanden = {
  concept: 'Concept',
  gepubliceerd: 'Gepubliceerd',
  ingetrokken: 'Ingetrokken',
} as const
export type VerhaalToestand = keyof typeof verhaalToestanden

export const verhaalActies = {
  wijzigen: 'Verhaal wijzigen',
  publiceren: 'Gecontroleerd, publiceren',
  intrekken: 'Verhaal intrekken',
} as const
export type VerhaalActie = keyof typeof verhaalActies

export const verhaalOvergangen = {
  concept: { wijzigen: 'concept', publiceren: 'gepubliceerd', intrekken: 'ingetrokken' },
  gepubliceerd: { intrekken: 'ingetrokken' },
  ingetrokken: {},
} as const satisfies Record<VerhaalToestand, Partial<Record<VerhaalActie, VerhaalToestand>>>

/** Whether something can be done, with the reason for the screen when it cannot. */
export type Mag = { readonly ok: true } | { readonly ok: false; readonly reden: string }

/** Four eyes: the writer never publishes the own text. Nothing appears without a consent that runs. */
export function canVerhaal(
  verhaal: {
    readonly status: VerhaalToestand
    readonly geschrevenDoor: string
    readonly toestemmingOp: string
    readonly toestemmingTot: string
  },
  actie: VerhaalActie,
  wie: { readonly gebruikerId: string | null; readonly vandaag: string },
): Mag {
  if (!(actie in verhaalOvergangen[verhaal.status]))
    return { ok: false, reden: `Dit verhaal is al ${verhaalToestanden[verhaal.status].toLowerCase()}.` }
  if (actie !== 'publiceren') return { ok: true }
  if (verhaal.geschrevenDoor === wie.gebruikerId)
    return { ok: false, reden: 'U schreef dit verhaal. Een collega controleert en publiceert het.' }
  return geldt(verhaal, wie.vandaag)
    ? { ok: true }
    : { ok: false, reden: 'Er is vandaag geen toestemming die geldt.' }
}

/** From the day of consent until the first day after it. */
export function geldt(
  toestemming: { readonly toestemmingOp: string; readonly toestemmingTot: string },
  vandaag: string,
): boolean {
  return toestemming.toestemmingOp <= vandaag && vandaag < toestemming.toestemmingTot
}

/** The state machine as rows of the table in the README. */
export function overgangsregels(): string[] {
  return Object.entries(verhaalOvergangen).flatMap(([van, stappen]) =>
    Object.entries(stappen)
      .filter(([, naar]) => naar !== van)
      .map(
        ([actie, naar]) =>
          `| Verhaal | ${verhaalToestanden[van as VerhaalToestand]} | ${verhaalActies[actie as VerhaalActie]} | ${verhaalToestanden[naar]} |`,
      ),
  )
}
