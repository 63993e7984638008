import type { PlainDate } from '../../../shared/plain-date.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'

/** Statuses with one fixed meaning each. */
export const statussen = {
  wachtend: 'Wacht op een plek',
  opgeschort: 'Tijdelijk niet beschikbaar, telt nu niet mee',
  voorgesteld: 'Er loopt een voorstel',
  geplaatst: 'Verblijf is gestart',
  beeindigd: 'Wacht niet meer, zonder verblijf',
} as const
export type Status = keyof typeof statussen

export const openStatussen = ['wachtend', 'opgeschort', 'voorgesteld'] as const satisfies readonly Status[]

/** While a voorstel runs, the waiting ends only through that voorstel: otherwise a space would stay held for nobody. */
const overgangen: Readonly<Record<Status, readonly Status[]>> = {
  wachtend: ['opgeschort', 'voorgesteld', 'geplaatst', 'beeindigd'],
  opgeschort: ['wachtend', 'geplaatst', 'beeindigd'],
  voorgesteld: ['wachtend', 'geplaatst'],
  geplaatst: [],
  beeindigd: [],
}

export const richtingen = {
  instroom: 'Instroom',
  doorstroom: 'Doorstroom',
  uitstroom: 'Uitstroom',
} as const
export type Richting = keyof typeof richtingen

export const overbruggingen = {
  opvang: 'Tijdelijke opvang',
  ambulante_hulp: 'Ambulante hulp',
  dagbesteding: 'Dagbesteding',
  eigen_netwerk: 'Eigen netwerk',
  geen: 'Geen overbrugging',
} as const
export type Overbrugging = keyof typeof overbruggingen

/** How a list that was read in counts (WL-09). */
export const telwijzen = {
  personen: 'Elke persoon staat er één keer in',
  registraties: 'Wie op meer dingen wacht, staat er vaker in',
} as const
export type Telwijze = keyof typeof telwijzen

export const risicos = {
  geen: 'Geen risico gezien',
  escalatie: 'Escalatie',
  overlast: 'Overlast',
  terugval: 'Terugval',
  demotivatie: 'Verliest de moed',
  onveilig: 'Onveilig',
} as const

/** Properties that a person states and that nobody can derive from the records. */
export const teNoemenEigenschappen = {
  acuut_onveilig: 'De situatie is acuut onveilig',
  buiten_slapen: 'Heeft vannacht geen slaapplek',
  herinstroom: 'Was eerder in opvang of beschermd wonen',
  regiobinding: 'Heeft binding met de regio',
} as const

export type Kan = { readonly ok: true } | { readonly ok: false; readonly reden: string }

/** May the waiting go from one status to the other? Drives the button and the server. */
export function canMove(van: Status, naar: Status): Kan {
  if (overgangen[van].includes(naar)) return { ok: true }
  if (van === 'geplaatst')
    return { ok: false, reden: 'Het verblijf is al gestart. Werk verder bij het verblijf.' }
  if (van === 'beeindigd')
    return {
      ok: false,
      reden: 'Het wachten is al beëindigd. Zet de persoon zo nodig opnieuw op de wachtlijst.',
    }
  if (van === 'voorgesteld')
    return {
      ok: false,
      reden: 'Er loopt nog een voorstel. Trek dat voorstel eerst in of wacht op het antwoord.',
    }
  return { ok: false, reden: 'Deze persoon is tijdelijk niet beschikbaar. Hervat eerst het wachten.' }
}

/** What is known about the access of a person to a product, gathered by the command. */
export interface Toegangsfeiten {
  readonly toegang: 'besluit' | 'beschikking' | 'direct'
  readonly richting: Richting
  readonly vandaag: PlainDate
  /** Day of reporting; null without a melding. */
  readonly gemeldOp: PlainDate | null
  /** Day of the besluit that admits to this product or its part of the chain; null without one. */
  readonly toegelatenOp: PlainDate | null
  /** The beschikking that counts for this product; null without one. */
  readonly beschikking: { readonly beschiktOp: PlainDate; readonly geldigVan: PlainDate } | null
  /** Somebody who stays in the chain already was admitted before. */
  readonly verblijftAl: boolean
  /** Rows that are read in carry their own days. */
  readonly ingelezen: { readonly gemeldOp: PlainDate; readonly beslotenOp: PlainDate } | null
}

export interface Klokken {
  readonly gemeldOp: PlainDate
  readonly beslotenOp: PlainDate
  /** Null as long as nobody may be placed. */
  readonly plaatsbaarOp: PlainDate | null
  /** Set when the waiting reason is fixed by the facts. */
  readonly wachtreden: 'wacht_op_besluit' | null
}

/**
 * The first three clocks. Without admission nobody waits: a melding without a besluit is still with the desk. With
 * admission but without the needed beschikking somebody waits visibly, and cannot be placed yet.
 */
export function decideKlokken(feiten: Toegangsfeiten): Klokken | Rejection {
  const { vandaag } = feiten
  const klokken = (beslotenOp: PlainDate, plaatsbaarOp: PlainDate | null): Klokken => {
    const eersteDag = feiten.ingelezen?.gemeldOp ?? feiten.gemeldOp ?? beslotenOp
    const gemeldOp = eersteDag < beslotenOp ? eersteDag : beslotenOp
    return { gemeldOp, beslotenOp, plaatsbaarOp, wachtreden: plaatsbaarOp ? null : 'wacht_op_besluit' }
  }
  const later = (a: PlainDate, b: PlainDate) => (a > b ? a : b)
  if (feiten.toegang === 'beschikking') {
    const { beschikking } = feiten
    if (beschikking)
      return klokken(
        feiten.ingelezen?.beslotenOp ?? beschikking.beschiktOp,
        later(beschikking.geldigVan, beschikking.beschiktOp),
      )
    return klokken(feiten.ingelezen?.beslotenOp ?? feiten.toegelatenOp ?? vandaag, null)
  }
  if (feiten.ingelezen) return klokken(feiten.ingelezen.beslotenOp, feiten.ingelezen.beslotenOp)
  if (feiten.toegang === 'direct' || (feiten.richting !== 'instroom' && feiten.verblijftAl)) {
    const dag = feiten.toegelatenOp ?? vandaag
    return klokken(dag, dag)
  }
  if (feiten.toegelatenOp) return klokken(feiten.toegelatenOp, feiten.toegelatenOp)
  return reject(
    'geen_toelating',
    'Voor dit product is eerst een besluit nodig dat de persoon is toegelaten. Neem dat besluit bij de melding, of kies een product waarvoor geen besluit nodig is.',
    {
      field: 'productId',
      possible: ['Neem het besluit bij de melding', 'Kies een ander product'],
      status: 422,
    },
  )
}
