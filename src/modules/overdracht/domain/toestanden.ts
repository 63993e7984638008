// The state machine of a handover. Buttons, server checks, the README and the trigger `overdracht_stap` all say this.

export const toestanden = {
  aangeboden: 'Wacht op antwoord',
  geaccepteerd: 'Aangenomen',
  afgerond: 'Afgerond',
  geweigerd: 'Geweigerd',
  ingetrokken: 'Ingetrokken',
} as const
export type Toestand = keyof typeof toestanden

/** In these states the giver is responsible and the handover asks for something. */
export const openToestanden = ['aangeboden', 'geaccepteerd'] as const satisfies readonly Toestand[]

export const acties = {
  accepteren: 'Overdracht aannemen',
  weigeren: 'Niet aannemen',
  intrekken: 'Overdracht intrekken',
  afronden: 'Overdracht afronden',
} as const
export type Actie = keyof typeof acties

export const overgangen = {
  aangeboden: { accepteren: 'geaccepteerd', weigeren: 'geweigerd', intrekken: 'ingetrokken' },
  geaccepteerd: { afronden: 'afgerond', weigeren: 'geweigerd', intrekken: 'ingetrokken' },
  afgerond: {},
  geweigerd: {},
  ingetrokken: {},
} as const satisfies Record<Toestand, Partial<Record<Actie, Toestand>>>

export function nextToestand(toestand: Toestand, actie: Actie): Toestand | undefined {
  return (overgangen[toestand] as Partial<Record<Actie, Toestand>>)[actie]
}

/** The state machine as rows of the table in the README. */
export function overgangsregels(): string[] {
  return Object.entries(overgangen).flatMap(([van, stappen]) =>
    Object.entries(stappen).map(
      ([actie, naar]) =>
        `| ${toestanden[van as Toestand]} | ${acties[actie as Actie]} | ${toestanden[naar]} |`,
    ),
  )
}
