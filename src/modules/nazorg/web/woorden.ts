import type { NazorgToestand } from '../domain/toestanden.ts'

export const toestandTone = {
  geen: 'neutraal',
  voorgesteld: 'wacht',
  lopend: 'goed',
  geweigerd: 'let_op',
  ingetrokken: 'neutraal',
  afgerond: 'neutraal',
  gestopt: 'neutraal',
  opgeschaald: 'info',
} as const satisfies Record<NazorgToestand, string>

export const dagen = (aantal: number) => (aantal === 1 ? '1 dag' : `${aantal} dagen`)
export const weken = (aantal: number) => (aantal === 1 ? 'week' : `${aantal} weken`)

export const optionsOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }))
