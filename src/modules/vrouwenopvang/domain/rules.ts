import { addDays, formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'
import { type MeldcodeStap, meldcodeStappen, type VoRoute, voRoutes } from './keuzes.ts'
import { type VerbodActie, type VerbodToestand, verbodOvergangen } from './toestanden.ts'

/** Length of a huisverbod and the longest it may last, from the first day (Wth art. 2 and 9). */
export const HUISVERBOD_DAGEN = 10
export const HUISVERBOD_HOOGUIT_DAGEN = 28

type Code = 'rood' | 'oranje' | 'groen'

/** Regional agreement (Regiovisie MVS §6.3): acute danger goes far away, other danger stays near. */
export const routeBijCode: Readonly<Record<Code, VoRoute>> = {
  rood: 'noodbed_elders',
  oranje: 'plek_in_regio',
  groen: 'plek_in_regio',
}

/** The route that somebody chose against the code of Veilig Thuis. */
export function checkRoute(code: Code, route: VoRoute): Rejection | undefined {
  const hoort = routeBijCode[code]
  if (route === hoort) return undefined
  const waarom =
    code === 'rood'
      ? 'Bij code rood is de cliënt in de eigen gemeenten niet veilig.'
      : `Code ${code} is niet acuut: de cliënt blijft in de eigen gemeenten.`
  return reject('route_past_niet_bij_code', `${waarom} De weg is dan: ${voRoutes[hoort].toLowerCase()}.`, {
    field: 'route',
    status: 422,
    possible: [
      `Kies ${voRoutes[hoort].toLowerCase()}.`,
      'Is de code veranderd? Leg de nieuwe code vast in de triage van de melding.',
    ],
  })
}

const postcode = /\b[1-9]\d{3}\s?[a-z]{2}\b/i
const straat = /(straat|laan|weg|plein|kade|singel|gracht|dreef|dijk|hof|steeg)\s+\d/i

/** Of a place elsewhere no address is kept. The database checks the same (`vo_route_zonder_adres`). */
export function lijktAdres(text: string): boolean {
  return postcode.test(text) || straat.test(text)
}

export interface Verbod {
  readonly opgelegdOp: PlainDate
  readonly tot: PlainDate
  readonly verlengdTot: PlainDate | null
  readonly ingetrokkenOp: PlainDate | null
}

/** The first day on which it no longer holds. */
export function eindeVan(verbod: Verbod): PlainDate {
  return verbod.ingetrokkenOp ?? verbod.verlengdTot ?? verbod.tot
}

export function verbodToestand(verbod: Verbod, today: PlainDate): VerbodToestand {
  if (verbod.ingetrokkenOp !== null && verbod.ingetrokkenOp <= today) return 'ingetrokken'
  if (verbod.opgelegdOp > today) return 'komt'
  return eindeVan(verbod) > today ? 'geldt' : 'voorbij'
}

/** Which buttons a huisverbod has; it is extended at most once. */
export function verbodActiesOp(verbod: Verbod, today: PlainDate): VerbodActie[] {
  return verbodOvergangen[verbodToestand(verbod, today)].filter(
    (actie) => actie !== 'verlengen' || verbod.verlengdTot === null,
  )
}

/** Extending: while it holds, once, and to at most four weeks after the first day (Wth art. 9). */
export function checkVerlenging(
  verbod: Verbod,
  input: { readonly op: PlainDate; readonly verlengdTot: PlainDate; readonly today: PlainDate },
): Rejection | undefined {
  if (verbod.verlengdTot !== null)
    return reject('al_verlengd', 'Dit huisverbod is al verlengd. Nog een keer kan niet (Wth art. 9).')
  if (!verbodActiesOp(verbod, input.today).includes('verlengen'))
    return reject(
      'verbod_geldt_niet',
      'Dit huisverbod geldt nu niet. Verlengen kan alleen zolang het loopt (Wth art. 9).',
    )
  if (input.op < verbod.opgelegdOp || input.op > input.today)
    return reject(
      'dag_onjuist',
      'Kies de dag van de verlenging: vanaf de eerste dag en niet in de toekomst.',
      {
        field: 'op',
        status: 422,
      },
    )
  const laatste = addDays(verbod.opgelegdOp, HUISVERBOD_HOOGUIT_DAGEN)
  if (input.verlengdTot > verbod.tot && input.verlengdTot <= laatste) return undefined
  return reject(
    'verlenging_te_lang',
    `Het huisverbod kan duren tot ${formatLong(laatste)}: vier weken na de eerste dag (Wth art. 9). Kies een dag na ${formatLong(verbod.tot)} en uiterlijk ${formatLong(laatste)}.`,
    { field: 'verlengdTot', status: 422 },
  )
}

export interface Doorloop {
  readonly signalenOp: PlainDate | null
  readonly overlegOp: PlainDate | null
  readonly gesprekOp: PlainDate | null
  readonly geenGesprekReden: string | null
  readonly wegenOp: PlainDate | null
  readonly beslissenOp: PlainDate | null
}

/** Which steps are done; a conversation that was not possible counts when it is said why. */
export function gedaneStappen(doorloop: Doorloop): MeldcodeStap[] {
  const done: Record<MeldcodeStap, boolean> = {
    signalen: doorloop.signalenOp !== null,
    overleg: doorloop.overlegOp !== null,
    gesprek: doorloop.gesprekOp !== null || doorloop.geenGesprekReden !== null,
    wegen: doorloop.wegenOp !== null,
    beslissen: doorloop.beslissenOp !== null,
  }
  return (Object.keys(meldcodeStappen) as MeldcodeStap[]).filter((stap) => done[stap])
}

/** The first three in any order, then weighing, then deciding; nothing twice. */
export function openStappen(doorloop: Doorloop): MeldcodeStap[] {
  const done = gedaneStappen(doorloop)
  const eerste = (['signalen', 'overleg', 'gesprek'] as const).filter((stap) => !done.includes(stap))
  if (eerste.length > 0) return eerste
  return (['wegen', 'beslissen'] as const).filter((stap) => !done.includes(stap)).slice(0, 1)
}

export function checkStap(doorloop: Doorloop, stap: MeldcodeStap): Rejection | undefined {
  const open = openStappen(doorloop)
  if (open.includes(stap)) return undefined
  if (gedaneStappen(doorloop).includes(stap)) return reject('stap_al_gedaan', 'Deze stap is al gedaan.')
  return reject(
    'stap_te_vroeg',
    `Doe eerst: ${open.map((one) => meldcodeStappen[one].toLowerCase()).join('; ')}. Weeg en beslis daarna.`,
    { field: 'stap' },
  )
}
