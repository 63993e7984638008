// The state machine of a nazorgafspraak. Buttons, server checks and the README follow from this table; the same states are
// a CHECK in the database.

export const nazorgToestanden = {
  geen: 'Geen nazorg',
  voorgesteld: 'Voorgesteld',
  lopend: 'Loopt',
  geweigerd: 'Geweigerd',
  ingetrokken: 'Ingetrokken',
  afgerond: 'Afgerond',
  gestopt: 'Gestopt',
  opgeschaald: 'Opgeschaald',
} as const
export type NazorgToestand = keyof typeof nazorgToestanden

export const nazorgActies = {
  aannemen: 'Aannemen',
  weigeren: 'Weigeren',
  intrekken: 'Intrekken',
  afronden: 'Afronden',
  stoppen: 'Eerder stoppen',
  opschalen: 'Actieve hulp starten',
} as const
export type NazorgActie = keyof typeof nazorgActies

/** State → action → next state; what is not here cannot be done. */
export const nazorgOvergangen = {
  geen: { intrekken: 'ingetrokken' },
  voorgesteld: { aannemen: 'lopend', weigeren: 'geweigerd', intrekken: 'ingetrokken' },
  lopend: { afronden: 'afgerond', stoppen: 'gestopt', opschalen: 'opgeschaald' },
  geweigerd: {},
  ingetrokken: {},
  afgerond: {},
  gestopt: {},
  opgeschaald: {},
} as const satisfies Record<NazorgToestand, Partial<Record<NazorgActie, NazorgToestand>>>

/** Who may do it: who was asked for nazorg, who made the agreement, or either. */
const wie = {
  aannemen: 'aanbieder',
  weigeren: 'aanbieder',
  intrekken: 'maker',
  afronden: 'allebei',
  stoppen: 'allebei',
  opschalen: 'allebei',
} as const satisfies Record<NazorgActie, 'aanbieder' | 'maker' | 'allebei'>

export interface Partijen {
  /** The organisation that made the agreement; follows itself when the aanbieder is outside the region. */
  readonly organisatieId: string
  /** Null for an aanbieder outside the region, and without nazorg. */
  readonly aanbiederId: string | null
}

export interface Asker {
  readonly organisatieId: string | null
  readonly isSysteem: boolean
}

export type Mag =
  | { readonly ok: true }
  | { readonly ok: false; readonly reden: string; readonly isRecht?: true }

/** The organisation that keeps contact and records it. */
export const volgerVan = (afspraak: Partijen): string => afspraak.aanbiederId ?? afspraak.organisatieId

export function nextToestand(van: NazorgToestand, actie: NazorgActie): NazorgToestand | undefined {
  return (nazorgOvergangen[van] as Partial<Record<NazorgActie, NazorgToestand>>)[actie]
}

/** Can the asker do this with an agreement in this state? The reason is for the screen. */
export function canNazorg(
  afspraak: Partijen & { readonly status: NazorgToestand },
  actie: NazorgActie,
  asker: Asker,
): Mag {
  if (nextToestand(afspraak.status, actie) === undefined)
    return {
      ok: false,
      reden: `Dit kan nu niet: de stand is ${nazorgToestanden[afspraak.status].toLowerCase()}.`,
    }
  if (asker.isSysteem) return { ok: true }
  const isAanbieder = asker.organisatieId === volgerVan(afspraak)
  const isMaker = asker.organisatieId === afspraak.organisatieId
  const mag = { aanbieder: isAanbieder, maker: isMaker, allebei: isAanbieder || isMaker }[wie[actie]]
  if (mag) return { ok: true }
  const wiens = wie[actie] === 'maker' ? 'die de afspraak maakte' : 'die de nazorg geeft'
  return { ok: false, reden: `Alleen de organisatie ${wiens} kan dit doen.`, isRecht: true }
}

/** Contacts are recorded by who keeps contact. */
export function canContact(afspraak: Partijen & { readonly status: NazorgToestand }, asker: Asker): Mag {
  if (afspraak.status !== 'lopend')
    return { ok: false, reden: 'Er loopt geen nazorg. Contacten legt u vast zolang die loopt.' }
  if (asker.isSysteem || asker.organisatieId === volgerVan(afspraak)) return { ok: true }
  return { ok: false, reden: 'Alleen de organisatie die de nazorg geeft legt contacten vast.', isRecht: true }
}
