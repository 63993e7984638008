import { contains, type Periode } from '../../../shared/periode.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import type { Mag } from './mag.ts'

// The state machines of this module. Buttons, server checks and the README follow from these tables.

export const periodeToestanden = {
  gepland: 'Gaat nog in',
  loopt: 'Aan',
  geeindigd: 'Geëindigd',
  ingetrokken: 'Ingetrokken',
} as const
export type PeriodeToestand = keyof typeof periodeToestanden

/** State → action → next state; the states follow from the days of the periode. */
export const periodeOvergangen = {
  gepland: { intrekken: 'ingetrokken' },
  loopt: { beeindigen: 'geeindigd', intrekken: 'ingetrokken' },
  geeindigd: {},
  ingetrokken: {},
} as const satisfies Record<PeriodeToestand, Partial<Record<'beeindigen' | 'intrekken', PeriodeToestand>>>

/** The state in a night. A periode of no nights was withdrawn. */
export function toestandVan(periode: Periode, nacht: PlainDate): PeriodeToestand {
  if (periode.tot === periode.van) return 'ingetrokken'
  if (contains(periode, nacht)) return 'loopt'
  return nacht < periode.van ? 'gepland' : 'geeindigd'
}

export function canEindigen(periode: Periode, nacht: PlainDate): Mag {
  const toestand = toestandVan(periode, nacht)
  if (periode.tot === null && Object.keys(periodeOvergangen[toestand]).length > 0) return { ok: true }
  return { ok: false, reden: 'Het einde van deze periode is al vastgelegd.' }
}

export const intakeToestanden = {
  geen: 'Geen afspraak',
  open: 'Intake aanbieden',
  melding: 'Melding gemaakt',
  afgerond: 'Afgerond',
} as const
export type IntakeToestand = keyof typeof intakeToestanden

export const intakeActies = {
  afspreken: 'Intake afspreken',
  melding: 'Melding maken',
  afronden: 'Afronden zonder melding',
} as const
export type IntakeActie = keyof typeof intakeActies

export const intakeOvergangen = {
  geen: { afspreken: 'open', melding: 'melding' },
  open: { afspreken: 'open', melding: 'melding', afronden: 'afgerond' },
  melding: {},
  afgerond: { afspreken: 'open', melding: 'melding' },
} as const satisfies Record<IntakeToestand, Partial<Record<IntakeActie, IntakeToestand>>>

export function canIntake(toestand: IntakeToestand, actie: IntakeActie): Mag {
  if (actie in intakeOvergangen[toestand]) return { ok: true }
  if (toestand === 'melding') return { ok: false, reden: 'Van deze gast is al een melding gemaakt.' }
  return { ok: false, reden: 'Er is geen open afspraak om af te ronden. Maak eerst een afspraak.' }
}
