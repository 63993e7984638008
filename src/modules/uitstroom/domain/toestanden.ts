import type { PlainDate } from '../../../shared/plain-date.ts'
import type { Mag } from '../../traject/domain/mag.ts'

// The state machines of this module. Buttons, server checks and the README follow from these tables; the same states are
// CHECKs in the database. Verlopen is no row: it follows from the last day.

export const urgentieToestanden = {
  voorbereid: 'In voorbereiding',
  ingediend: 'Ingediend',
  toegekend: 'Toegekend',
  afgewezen: 'Afgewezen',
  ingetrokken: 'Ingetrokken',
  gebruikt: 'Gebruikt',
  verlopen: 'Verlopen',
} as const
export type UrgentieToestand = keyof typeof urgentieToestanden

/** From toegekend to toegekend is an extension: the same decision with a later last day. */
export const urgentieOvergangen = {
  voorbereid: ['ingediend', 'ingetrokken'],
  ingediend: ['toegekend', 'afgewezen', 'ingetrokken'],
  toegekend: ['gebruikt', 'toegekend', 'ingetrokken'],
  afgewezen: [],
  ingetrokken: [],
  gebruikt: [],
  verlopen: [],
} as const satisfies Record<UrgentieToestand, readonly UrgentieToestand[]>

/** The state on a day: what was granted ends by itself on the day until which it holds. */
export function urgentieToestandOp(
  row: { readonly status: string; readonly geldigTot: PlainDate | null },
  op: PlainDate,
): UrgentieToestand {
  return row.status === 'toegekend' && row.geldigTot !== null && row.geldigTot <= op
    ? 'verlopen'
    : (row.status as UrgentieToestand)
}

export const aanbodToestanden = {
  gevraagd: 'Gevraagd',
  aangeboden: 'Woning aangeboden',
  geen_woning: 'Nu geen woning',
  aanvaard: 'Aanvaard',
  geweigerd: 'Geweigerd',
  ingetrokken: 'Ingetrokken',
} as const
export type AanbodToestand = keyof typeof aanbodToestanden

export const aanbodOvergangen = {
  gevraagd: ['aangeboden', 'geen_woning', 'ingetrokken'],
  aangeboden: ['aanvaard', 'geweigerd', 'ingetrokken'],
  geen_woning: [],
  aanvaard: [],
  geweigerd: [],
  ingetrokken: [],
} as const satisfies Record<AanbodToestand, readonly AanbodToestand[]>

export const contractToestanden = {
  lopend: 'Loopt',
  omgezet: 'Omgezet in een gewoon huurcontract',
  beeindigd: 'Beëindigd',
} as const
export type ContractToestand = keyof typeof contractToestanden

export const contractActies = {
  evalueren: 'Evaluatie vastleggen',
  omzetten: 'Omzetten in een gewoon huurcontract',
  beeindigen: 'Contract beëindigen',
} as const
export type ContractActie = keyof typeof contractActies

export const contractOvergangen = {
  lopend: { evalueren: 'lopend', omzetten: 'omgezet', beeindigen: 'beeindigd' },
  omgezet: { evalueren: 'omgezet', beeindigen: 'beeindigd' },
  beeindigd: {},
} as const satisfies Record<ContractToestand, Partial<Record<ContractActie, ContractToestand>>>

export const contractsoorten = {
  woonzorgcontract: 'Woonzorgcontract',
  omklapwoning: 'Omklapwoning: een organisatie huurt eerst',
  huurovereenkomst: 'Gewoon huurcontract',
  tijdelijk: 'Tijdelijk contract',
} as const
export type Contractsoort = keyof typeof contractsoorten

/** Kinds that become a regular contract later. */
export const klaptOm: readonly string[] = [
  'woonzorgcontract',
  'omklapwoning',
] satisfies readonly Contractsoort[]

/** Next states that a button may offer. */
export const urgentieStappen = (van: UrgentieToestand): readonly UrgentieToestand[] => urgentieOvergangen[van]
export const aanbodStappen = (van: AanbodToestand): readonly AanbodToestand[] => aanbodOvergangen[van]
export const contractStappen = (van: ContractToestand, soort: string): readonly ContractActie[] =>
  (Object.keys(contractOvergangen[van]) as ContractActie[]).filter(
    (actie) => actie !== 'omzetten' || klaptOm.includes(soort),
  )

/** Where an action leads; undefined when it cannot be done. */
export function contractNaar(van: ContractToestand, actie: ContractActie): ContractToestand | undefined {
  const next: Partial<Record<ContractActie, ContractToestand>> = contractOvergangen[van]
  return next[actie]
}

export function canUrgentie(van: UrgentieToestand, naar: UrgentieToestand): Mag {
  if (van === 'verlopen')
    return { ok: false, reden: 'Deze urgentie is verlopen. Bereid een nieuwe aanvraag voor.' }
  return stap(urgentieStappen(van), naar, urgentieToestanden, van)
}

export function canAanbod(van: AanbodToestand, naar: AanbodToestand): Mag {
  return stap(aanbodStappen(van), naar, aanbodToestanden, van)
}

export function canContract(van: ContractToestand, soort: string, actie: ContractActie): Mag {
  if (contractStappen(van, soort).includes(actie)) return { ok: true }
  return {
    ok: false,
    reden:
      van === 'beeindigd'
        ? 'Dit contract is al beëindigd.'
        : 'Dit is al een gewoon huurcontract. Omzetten is niet nodig.',
  }
}

function stap<T extends string>(next: readonly T[], naar: T, namen: Record<T, string>, van: T): Mag {
  if (next.includes(naar)) return { ok: true }
  return {
    ok: false,
    reden:
      next.length === 0
        ? `Dit is al klaar: ${namen[van].toLowerCase()}.`
        : `De volgende stap is: ${next.map((one) => namen[one].toLowerCase()).join(' of ')}.`,
  }
}
