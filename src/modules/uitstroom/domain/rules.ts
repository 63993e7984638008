import { formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'
import { addTermijn, type Termijn } from '../../../shared/termijn.ts'
import type { Mag } from '../../traject/domain/mag.ts'
import type { Voorwaardestand } from './contract.ts'

export interface Voorwaarde {
  readonly code: string
  readonly naam: string
  /** Null: nobody answered yet. */
  readonly stand: Voorwaardestand | null
}

/** OVD-10: what is not in order. A condition without an answer counts as not in order. */
export function openVoorwaarden<V extends Voorwaarde>(voorwaarden: readonly V[]): V[] {
  return voorwaarden.filter((one) => one.stand === null || one.stand === 'nee')
}

export interface Taak {
  readonly code: string
  readonly tekst: string
  readonly klaar: boolean
}

/** UIT-12: the work that is there from the first day of the stay, in the order in which it is done. */
export function takenOf(input: {
  readonly woningtype: string | null
  readonly gemeente: string | null
  readonly voorwaarden: readonly Voorwaarde[]
  readonly heeftAanvraag: boolean
}): Taak[] {
  return [
    {
      code: 'gemeente',
      tekst: 'Bespreken in welke gemeente iemand wil wonen',
      klaar: input.gemeente !== null,
    },
    {
      code: 'woningtype',
      tekst: 'Bespreken welke soort woning past',
      klaar: input.woningtype !== null,
    },
    ...input.voorwaarden.map((one) => ({
      code: `voorwaarde_${one.code}`,
      tekst: `${one.naam}: nakijken en regelen`,
      klaar: one.stand === 'ja' || one.stand === 'nvt',
    })),
    {
      code: 'aanvraag',
      tekst: 'Urgentie of één-route voorbereiden, als iemand die nodig heeft',
      klaar: input.heeftAanvraag,
    },
  ]
}

/** Last day on which the conditions should have been looked at for the first time. */
export function voorbereidenVoor(begonnenOp: PlainDate, termijn: Termijn): PlainDate {
  return addTermijn(begonnenOp, termijn)
}

/** Where somebody who wants no other gemeente goes: back to where he comes from (één-route, Regiovisie MVS bijlage 2). */
export function gewensteGemeente(gekozen: string | null, herkomst: string | null): string | null {
  return gekozen ?? herkomst
}

/** Outflow with conditions that are not in order needs a reason (OVD-10). */
export function checkVoorwaarden(
  voorwaarden: readonly Voorwaarde[],
  afwijkingReden: string | null,
): undefined | Rejection {
  const open = openVoorwaarden(voorwaarden)
  if (open.length === 0 || afwijkingReden) return undefined
  return reject(
    'voorwaarden_open',
    `Nog niet in orde: ${open.map((one) => one.naam.toLowerCase()).join(', ')}. Regel dit eerst, of schrijf op waarom het toch kan.`,
    { field: 'afwijkingReden', status: 422 },
  )
}

/**
 * A finished outflow opens again when it turns out not to be one; not when the file was merged, when another is open already, or
 * when a stay began after it: then that stay has a dossier of its own.
 */
export function canHeropenen(
  dossier: { readonly afgerondOp: PlainDate | null; readonly route: string | null },
  nu: { readonly heeftOpen: boolean; readonly verblijfBegon: PlainDate | null },
): Mag {
  if (dossier.afgerondOp === null) return { ok: false, reden: 'Dit uitstroomdossier is nog open.' }
  if (dossier.route === 'samengevoegd')
    return { ok: false, reden: 'Dit dossier is samengevoegd met een ander. Ga verder in dat dossier.' }
  if (nu.heeftOpen || (nu.verblijfBegon !== null && nu.verblijfBegon >= dossier.afgerondOp))
    return { ok: false, reden: 'Er loopt al een nieuw uitstroomdossier van deze cliënt. Ga daarin verder.' }
  return { ok: true }
}

/** In a region where urgentie always is directe bemiddeling, nobody leaves by urgentie and searching for oneself. */
export function checkRoute(route: string, urgentieIsBemiddeling: boolean): undefined | Rejection {
  return route === 'urgentie' && urgentieIsBemiddeling
    ? reject(
        'urgentie_is_bemiddeling',
        'In deze regio loopt urgentie altijd via directe bemiddeling. Kies Directe bemiddeling.',
        { field: 'route', status: 422 },
      )
    : undefined
}

/**
 * UIT-07: after so many refusals a person has to decide what follows. Nothing follows by itself: the right stays until
 * somebody decided otherwise, with a reason.
 */
export function moetBesluiten(
  weigeringen: readonly { readonly gevolg: string | null }[],
  grens: number,
): boolean {
  return weigeringen.length >= grens && weigeringen.at(-1)?.gevolg === null
}

/** A day in the contract lies after its begin. */
export function checkContractdagen(input: {
  readonly begonnenOp: PlainDate
  readonly evaluatieOp: PlainDate | null
  readonly omklapOp: PlainDate | null
}): undefined | Rejection {
  for (const veld of ['evaluatieOp', 'omklapOp'] as const) {
    const dag = input[veld]
    if (dag !== null && dag <= input.begonnenOp)
      return reject(
        'dag_te_vroeg',
        `Het contract begint op ${formatLong(input.begonnenOp)}. Kies een latere dag.`,
        { field: veld, status: 422 },
      )
  }
  return undefined
}

export interface Huurregel {
  readonly naam: string
  readonly waarde: number
  readonly van: PlainDate
  readonly bron: string | null
}

/**
 * UIT-10: what the rules of the day say about rent and age. Information only: nothing is refused on it. With several
 * residents the oldest counts (Wet op de huurtoeslag).
 */
export function huurinformatie(
  input: { readonly leeftijd: number | null; readonly huur: number | null },
  regels: { readonly leeftijd?: Huurregel; readonly grens?: Huurregel; readonly grensJong?: Huurregel },
): { readonly tekst: string; readonly letOp: boolean }[] {
  const { leeftijd: vanaf, grens, grensJong } = regels
  if (!vanaf || !grens || !grensJong)
    return [{ tekst: 'Voor deze dag staan er geen regels over huurtoeslag in Onderdak.', letOp: false }]
  if (input.leeftijd === null)
    return [{ tekst: 'De geboortedatum is niet bekend. Kijk de regels hieronder zelf na.', letOp: false }]
  const jong = input.leeftijd < vanaf.waarde
  const geldt = jong ? grensJong : grens
  const lines = [
    {
      tekst: `De oudste is ${input.leeftijd} jaar: huurtoeslag wordt berekend over een huur tot ${euro(geldt.waarde)}.`,
      letOp: jong,
    },
  ]
  if (input.huur !== null && input.huur > geldt.waarde)
    lines.push({
      tekst: `De huur van ${euro(input.huur)} ligt daarboven. Reken na of iemand dit kan betalen.`,
      letOp: true,
    })
  return lines
}

const bedrag = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' })
const euro = (value: number) => bedrag.format(value).replaceAll('\u00a0', ' ')

/** `S.d.V.`: the first letters of the name, with a full stop each; `NN` when the name is not known. */
export function initialenOf(naam: {
  readonly voornamen: string | null
  readonly roepnaam: string | null
  readonly tussenvoegsel: string | null
  readonly achternaam: string | null
}): string {
  const parts = [naam.voornamen ?? naam.roepnaam, naam.tussenvoegsel, naam.achternaam]
  const letters = parts
    .flatMap((part) => (part ?? '').split(/[\s-]+/))
    .filter((word) => word !== '')
    .map((word) => `${[...word][0]}.`)
  return letters.join('') || 'NN'
}
