// The state machines of this module. Buttons, server checks and the README follow from these tables; the same states are
// CHECKs in the database.

export const signaalToestanden = {
  binnen: 'Binnen',
  opgepakt: 'Opgepakt',
  afgerond: 'Afgerond',
} as const
export type SignaalToestand = keyof typeof signaalToestanden

/** What the reporter reads: the same states in the words of the public page. */
export const standVoorMelder = {
  binnen: 'ontvangen',
  opgepakt: 'opgepakt',
  afgerond: 'afgerond',
} as const satisfies Record<SignaalToestand, string>

export const signaalActies = {
  oppakken: 'Oppakken',
  overnemen: 'Overnemen van een collega',
  koppelen: 'Aan een cliënt koppelen',
  doorgeven: 'Doorgeven aan een andere organisatie',
  melding: 'Een melding maken',
  afronden: 'Afronden',
  terugkoppelen: 'Vastleggen dat de melder antwoord kreeg',
} as const
export type SignaalActie = keyof typeof signaalActies

/** State → action → next state; what is not here cannot be done. */
export const signaalOvergangen = {
  binnen: { oppakken: 'opgepakt', doorgeven: 'binnen' },
  opgepakt: {
    overnemen: 'opgepakt',
    koppelen: 'opgepakt',
    doorgeven: 'binnen',
    melding: 'afgerond',
    afronden: 'afgerond',
  },
  afgerond: { terugkoppelen: 'afgerond' },
} as const satisfies Record<SignaalToestand, Partial<Record<SignaalActie, SignaalToestand>>>

export const bemoeizorgToestanden = { loopt: 'Loopt', geeindigd: 'Gestopt' } as const
export type BemoeizorgToestand = keyof typeof bemoeizorgToestanden

export const bemoeizorgActies = {
  bijwerken: 'Plan bijwerken',
  wegen: 'Opnieuw wegen',
  stoppen: 'Stoppen',
} as const
export type BemoeizorgActie = keyof typeof bemoeizorgActies

export const bemoeizorgOvergangen = {
  loopt: { bijwerken: 'loopt', wegen: 'loopt', stoppen: 'geeindigd' },
  geeindigd: {},
} as const satisfies Record<BemoeizorgToestand, Partial<Record<BemoeizorgActie, BemoeizorgToestand>>>

/** Whether something can be done, with the reason for the screen when it cannot. */
export type Mag = { readonly ok: true } | { readonly ok: false; readonly reden: string }

export function canSignaal(
  signaal: { readonly status: SignaalToestand; readonly teruggekoppeldOp: string | null },
  actie: SignaalActie,
): Mag {
  if (!(actie in signaalOvergangen[signaal.status])) return { ok: false, reden: redenen[signaal.status] }
  if (actie === 'terugkoppelen' && signaal.teruggekoppeldOp !== null)
    return { ok: false, reden: 'De melder heeft al antwoord gekregen.' }
  return { ok: true }
}

const redenen: Readonly<Record<SignaalToestand, string>> = {
  binnen: 'Pak dit signaal eerst op.',
  opgepakt: 'Dit signaal is al opgepakt en nog niet afgerond.',
  afgerond: 'Dit signaal is al afgerond.',
}

export function canBemoeizorg(
  bemoeizorg: { readonly geeindigdOp: string | null },
  actie: BemoeizorgActie,
): Mag {
  const toestand: BemoeizorgToestand = bemoeizorg.geeindigdOp === null ? 'loopt' : 'geeindigd'
  if (actie in bemoeizorgOvergangen[toestand]) return { ok: true }
  return { ok: false, reden: 'Deze bemoeizorg is gestopt. Begin opnieuw als dat nodig is.' }
}
