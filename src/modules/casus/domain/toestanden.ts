// The state machines of this module. Buttons, server checks and the README follow from these tables; the same states are
// CHECKs in the database.

export const casusToestanden = { open: 'Open', gesloten: 'Gesloten' } as const
export type CasusToestand = keyof typeof casusToestanden

export const casusActies = {
  bijwerken: 'Casus bijwerken',
  niveau: 'Naar een ander niveau',
  regievoerder: 'Andere regievoerder',
  overleg: 'Overleg plannen',
  actie: 'Besluit of actie toevoegen',
  sluiten: 'Casus sluiten',
  les: 'Les schrijven',
} as const
export type CasusActie = keyof typeof casusActies

/** State → action → next state; what is not here cannot be done. A lesson may also come afterwards. */
export const casusOvergangen = {
  open: {
    bijwerken: 'open',
    niveau: 'open',
    regievoerder: 'open',
    overleg: 'open',
    actie: 'open',
    sluiten: 'gesloten',
    les: 'open',
  },
  gesloten: { les: 'gesloten' },
} as const satisfies Record<CasusToestand, Partial<Record<CasusActie, CasusToestand>>>

export const overlegToestanden = {
  gepland: 'Gepland',
  gehouden: 'Gehouden',
  geannuleerd: 'Geannuleerd',
} as const
export type OverlegToestand = keyof typeof overlegToestanden

export const overlegActies = {
  uitnodigen: 'Iemand uitnodigen',
  verzetten: 'Overleg wijzigen',
  afronden: 'Overleg is gehouden',
  annuleren: 'Overleg annuleren',
} as const
export type OverlegActie = keyof typeof overlegActies

export const overlegOvergangen = {
  gepland: {
    uitnodigen: 'gepland',
    verzetten: 'gepland',
    afronden: 'gehouden',
    annuleren: 'geannuleerd',
  },
  gehouden: {},
  geannuleerd: {},
} as const satisfies Record<OverlegToestand, Partial<Record<OverlegActie, OverlegToestand>>>

export const actieToestanden = { open: 'Open', gedaan: 'Gedaan', vervallen: 'Vervallen' } as const
export type ActieToestand = keyof typeof actieToestanden

export const actieActies = {
  wijzigen: 'Wijzigen',
  gedaan: 'Is gedaan',
  vervallen: 'Laten vervallen',
} as const
export type ActieActie = keyof typeof actieActies

export const actieOvergangen = {
  open: { wijzigen: 'open', gedaan: 'gedaan', vervallen: 'vervallen' },
  gedaan: {},
  vervallen: {},
} as const satisfies Record<ActieToestand, Partial<Record<ActieActie, ActieToestand>>>

export const lesToestanden = {
  concept: 'Concept',
  gepubliceerd: 'Gepubliceerd',
  ingetrokken: 'Ingetrokken',
} as const
export type LesToestand = keyof typeof lesToestanden

export const lesActies = {
  wijzigen: 'Les wijzigen',
  publiceren: 'Gecontroleerd, publiceren',
  intrekken: 'Les intrekken',
} as const
export type LesActie = keyof typeof lesActies

export const lesOvergangen = {
  concept: { wijzigen: 'concept', publiceren: 'gepubliceerd' },
  gepubliceerd: { intrekken: 'ingetrokken' },
  ingetrokken: {},
} as const satisfies Record<LesToestand, Partial<Record<LesActie, LesToestand>>>

/** Whether something can be done, with the reason for the screen when it cannot. */
export type Mag = { readonly ok: true } | { readonly ok: false; readonly reden: string }

export function canCasus(toestand: CasusToestand, actie: CasusActie): Mag {
  return actie in casusOvergangen[toestand] ? { ok: true } : { ok: false, reden: 'Deze casus is gesloten.' }
}

/** Before the meeting begins there is nothing to have been held. */
export function canOverleg(
  overleg: { readonly status: OverlegToestand; readonly beginOp: Date },
  actie: OverlegActie,
  now: Date,
): Mag {
  if (!(actie in overlegOvergangen[overleg.status]))
    return { ok: false, reden: `Dit overleg is al ${overlegToestanden[overleg.status].toLowerCase()}.` }
  if (actie === 'afronden' && overleg.beginOp > now)
    return { ok: false, reden: 'Dit overleg is nog niet begonnen.' }
  return { ok: true }
}

export function canActie(toestand: ActieToestand, actie: ActieActie): Mag {
  return actie in actieOvergangen[toestand]
    ? { ok: true }
    : { ok: false, reden: `Dit is al ${actieToestanden[toestand].toLowerCase()}.` }
}

/** Four eyes: the writer never publishes the own text. */
export function canLes(
  les: { readonly status: LesToestand; readonly geschrevenDoor: string },
  actie: LesActie,
  gebruikerId: string | null,
): Mag {
  if (!(actie in lesOvergangen[les.status]))
    return { ok: false, reden: `Deze les is al ${lesToestanden[les.status].toLowerCase()}.` }
  if (actie === 'publiceren' && les.geschrevenDoor === gebruikerId)
    return { ok: false, reden: 'U schreef deze les. Een collega controleert en publiceert haar.' }
  return { ok: true }
}

/** All state machines as rows of the tables in the README. */
export function overgangsregels(): string[] {
  const machines = [
    ['Casus', casusToestanden, casusActies, casusOvergangen],
    ['Overleg', overlegToestanden, overlegActies, overlegOvergangen],
    ['Actie', actieToestanden, actieActies, actieOvergangen],
    ['Les', lesToestanden, lesActies, lesOvergangen],
  ] as const
  return machines.flatMap(([wat, standen, acties, overgangen]) => {
    const stand = standen as Readonly<Record<string, string>>
    const actie = acties as Readonly<Record<string, string>>
    return Object.entries(overgangen).flatMap(([van, stappen]) =>
      Object.entries(stappen as Readonly<Record<string, string>>).flatMap(([code, naar]) =>
        naar === van ? [] : [`| ${wat} | ${stand[van]} | ${actie[code]} | ${stand[naar]} |`],
      ),
    )
  })
}
