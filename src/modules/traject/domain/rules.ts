import { addMonths, ageOn, daysBetween, formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'
import { addTermijn } from '../../../shared/termijn.ts'

export interface Fase {
  readonly domein: string
  readonly code: string
  readonly naam: string
  readonly volgorde: number
  readonly termijnAantal: number | null
  readonly termijnEenheid: 'dagen' | 'weken' | 'maanden' | null
  readonly begintBij: 'verblijf' | 'uitstroomgereed' | null
}

type Plaats = { readonly domein: string; readonly code: string }

/**
 * The phase that begins with a stay; undefined when the traject stays where it is. A part of the chain without phases
 * changes nothing, and a move inside it does not send anyone back, unless the stay is a new start after a departure.
 */
export function faseBijVerblijf<F extends Fase>(
  huidig: Plaats | null,
  fasen: readonly F[],
  input: { readonly domein: string; readonly opnieuw: boolean },
): F | undefined {
  const eigen = fasen.filter((fase) => fase.domein === input.domein)
  const begin = eigen.find((fase) => fase.begintBij === 'verblijf') ?? eigen[0]
  if (!begin || huidig === null || huidig.domein !== input.domein || input.opnieuw) return begin
  const nu = eigen.find((fase) => fase.code === huidig.code)
  return nu && nu.volgorde >= begin.volgorde ? undefined : begin
}

/** The phase that begins when someone could leave; undefined when there is none, or it was reached already. */
export function faseBijUitstroom<F extends Fase>(
  huidig: Plaats | null,
  fasen: readonly F[],
  domein: string,
): F | undefined {
  const eigen = fasen.filter((fase) => fase.domein === domein)
  const doel = eigen.find((fase) => fase.begintBij === 'uitstroomgereed')
  const nu = huidig?.domein === domein ? eigen.find((fase) => fase.code === huidig.code) : undefined
  return doel && (nu === undefined || nu.volgorde < doel.volgorde) ? doel : undefined
}

/** Last day of the term of a phase that begins on `van`; null without a limit. */
export function eindeVanFase(
  fase: Pick<Fase, 'termijnAantal' | 'termijnEenheid'>,
  van: PlainDate,
): PlainDate | null {
  const { termijnAantal: aantal, termijnEenheid: eenheid } = fase
  return aantal === null || eenheid === null ? null : addTermijn(van, { aantal, eenheid })
}

export type Fasestand = 'geen_grens' | 'ruim' | 'bijna' | 'te_lang'

/** How a running phase stands against its term; the warning starts `waarschuwDagen` before (TRJ-06). */
export function fasestandOf(
  uiterlijkOp: PlainDate | null,
  waarschuwDagen: number,
  today: PlainDate,
): { stand: Fasestand; dagen: number | null } {
  if (uiterlijkOp === null) return { stand: 'geen_grens', dagen: null }
  const dagen = daysBetween(today, uiterlijkOp)
  return { stand: dagen < 0 ? 'te_lang' : dagen <= waarschuwDagen ? 'bijna' : 'ruim', dagen }
}

/** Going back a step, or to another part of the chain, needs a reason; the next step does not. */
export function checkFasestap(huidig: Fase | null, naar: Fase, reden: string | null): undefined | Rejection {
  if (huidig?.domein === naar.domein && huidig.code === naar.code)
    return reject('fase_zelfde', `Het traject is al in de fase ${naar.naam}. Kies een andere fase.`, {
      field: 'fase',
      status: 422,
    })
  const vooruit = huidig === null || (huidig.domein === naar.domein && naar.volgorde > huidig.volgorde)
  return vooruit || reden
    ? undefined
    : reject('reden_nodig', 'Schrijf op waarom het traject een stap terug of opzij gaat.', {
        field: 'reden',
        status: 422,
      })
}

/** A step of the traject lies on a day that has come, and not before what it follows. */
export function checkStapdag(
  op: PlainDate,
  today: PlainDate,
  niet: { readonly voor: PlainDate; readonly wat: string } | null,
): undefined | Rejection {
  if (op > today)
    return reject('dag_nog_niet_geweest', 'Deze dag is nog niet geweest. Kies vandaag of eerder.', {
      field: 'op',
      status: 422,
    })
  if (niet && op < niet.voor)
    return reject('dag_te_vroeg', `${niet.wat} ${formatLong(niet.voor)}. Kies die dag of later.`, {
      field: 'op',
      status: 422,
    })
  return undefined
}

export interface Toegestaan {
  readonly id: string
  readonly naam: string
  readonly voorwaarde: string
}

/**
 * TRJ-03: only along the chains of the region, or with a reason. `toegestaan` undefined: the region says nothing about the
 * product where someone is now.
 */
export function checkOvergang(
  van: { readonly id: string; readonly naam: string } | null,
  naar: { readonly id: string; readonly naam: string },
  toegestaan: readonly Toegestaan[] | undefined,
  afwijkingReden: string | null,
): undefined | Rejection {
  if (van === null || van.id === naar.id || toegestaan === undefined || afwijkingReden) return undefined
  if (toegestaan.some((one) => one.id === naar.id)) return undefined
  return reject(
    'stap_buiten_keten',
    `Van ${van.naam} naar ${naar.naam} is geen afgesproken stap in deze regio. Kies een ander product, of schrijf op waarom het toch moet.`,
    {
      field: 'afwijkingReden',
      possible: toegestaan.map((one) =>
        one.voorwaarde ? `${one.naam}: ${one.voorwaarde.toLowerCase()}` : one.naam,
      ),
    },
  )
}

const MEERDERJARIG = 18

/** Who has a traject of the own at a stay: every adult. Children go along with the household until they are nearly adult. */
export function heeftEigenTraject(
  lid: { readonly rol: string; readonly geboortedatum: PlainDate | null },
  op: PlainDate,
): boolean {
  return lid.geboortedatum === null ? lid.rol !== 'kind' : ageOn(lid.geboortedatum, op) >= MEERDERJARIG
}

/** Days of the 18-/18+ route: the birthday, and the day on which the plan must be there (TRJ-12). */
export function achttienDagen(
  geboortedatum: PlainDate,
  leeftijd: number,
): { achttienOp: PlainDate; planVoor: PlainDate } {
  const achttienOp = addMonths(geboortedatum, MEERDERJARIG * 12)
  const planVoor = addMonths(geboortedatum, Math.round(leeftijd * 12))
  return { achttienOp, planVoor: planVoor < achttienOp ? planVoor : achttienOp }
}

/** Where someone lives lastingly after a departure, as codes of the choice list `bestemming`. */
const thuis = ['eigen_woning', 'housing_first']

export function isThuis(bestemming: string): boolean {
  return thuis.includes(bestemming)
}

/** Reasons of departure that count as uitval, as codes of the choice list `eindreden_verblijf` (TRJ-06). */
export const uitvalredenen = ['uitval', 'niet_teruggekeerd', 'schorsing'] as const
