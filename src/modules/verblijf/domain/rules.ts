import type { Id } from '../../../shared/id.ts'
import { ageOn, daysBetween, formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'

export interface Lid {
  readonly persoonId: Id
  readonly rol: string
  readonly geboortedatum: PlainDate | null
}

/** Adult from this age on (BW Boek 1 art. 233). */
const MEERDERJARIG = 18

/** Minors; a kind without a date of birth counts as a minor, to be on the safe side. */
export function countKinderen(leden: readonly Lid[], op: PlainDate): number {
  return leden.filter((lid) =>
    lid.geboortedatum === null ? lid.rol === 'kind' : ageOn(lid.geboortedatum, op) < MEERDERJARIG,
  ).length
}

/** CAP-10: families never in a product that is not for families, unless someone says why (Regiovisie DWO §4.2). */
export function checkGezin(
  product: { naam: string; gezinnen: 'ja' | 'nee' | 'alleen' },
  kinderen: number,
  gezinReden: string | null,
): undefined | Rejection {
  if (product.gezinnen === 'nee' && kinderen > 0 && !gezinReden)
    return reject(
      'geen_kinderen_hier',
      `${product.naam} is niet voor gezinnen met kinderen. Kies een andere plek, of schrijf op waarom het toch moet.`,
      { field: 'gezinReden', possible: ['Kies een plek voor gezinnen.', 'Vul een reden in.'] },
    )
  if (product.gezinnen === 'alleen' && kinderen === 0 && !gezinReden)
    return reject(
      'alleen_gezinnen',
      `${product.naam} is alleen voor gezinnen met kinderen. Kies een andere plek, of schrijf op waarom het toch moet.`,
      { field: 'gezinReden', possible: ['Kies een andere plek.', 'Vul een reden in.'] },
    )
  return undefined
}

/** A stay starts on a day that has come; who comes tomorrow has a voorstel until then. */
export function checkDag(
  op: PlainDate,
  today: PlainDate,
  field: string,
  niet: { voor: PlainDate; wat: string } | null = null,
): undefined | Rejection {
  if (op > today)
    return reject('dag_nog_niet_geweest', 'Deze dag is nog niet geweest. Kies vandaag of eerder.', {
      field,
      status: 422,
    })
  if (niet && op < niet.voor)
    return reject('dag_te_vroeg', `${niet.wat} ${formatLong(niet.voor)}. Kies die dag of later.`, {
      field,
      status: 422,
    })
  return undefined
}

/** Nobody can say who was there in a night that has not begun; `nu` is the night of now (`nachtOp`). */
export function checkNacht(nacht: PlainDate, nu: PlainDate): undefined | Rejection {
  if (nacht <= nu) return undefined
  return reject(
    'nacht_nog_niet_begonnen',
    `Deze nacht is nog niet begonnen. Kies de nacht van ${formatLong(nu)} of een eerdere.`,
    { field: 'nacht', status: 422 },
  )
}

export type Termijnstand = 'geen_grens' | 'ruim' | 'bijna' | 'te_lang'

/**
 * How a running stay stands against its longest stay. On `uiterlijkOp` itself it is over: nights are counted up to that
 * day. The warning starts `waarschuwDagen` before.
 */
export function termijnstandOf(
  uiterlijkOp: PlainDate | null,
  waarschuwDagen: number,
  today: PlainDate,
): { stand: Termijnstand; dagen: number | null } {
  if (uiterlijkOp === null) return { stand: 'geen_grens', dagen: null }
  const dagen = daysBetween(today, uiterlijkOp)
  return { stand: dagen <= 0 ? 'te_lang' : dagen <= waarschuwDagen ? 'bijna' : 'ruim', dagen }
}

export function checkVerlenging(
  oud: PlainDate | null,
  nieuw: PlainDate,
  today: PlainDate,
): undefined | Rejection {
  if (oud === null)
    return reject('geen_grens', 'Dit verblijf heeft geen uiterste datum. Verlengen is niet nodig.')
  if (nieuw <= oud || nieuw <= today)
    return reject('verlenging_te_vroeg', `Kies een dag na ${formatLong(oud > today ? oud : today)}.`, {
      field: 'nieuwUiterlijkOp',
      status: 422,
    })
  return undefined
}

/** Nights are counted up to `uiterlijkOp`: who leaves on that day stayed exactly the maximum. */
export function isOverschreden(uiterlijkOp: PlainDate | null, geeindigdOp: PlainDate): boolean {
  return uiterlijkOp !== null && geeindigdOp > uiterlijkOp
}

/** An expectation is about a day to come; the day of departure is a fact of its own. */
export function checkVerwachtEinde(
  nieuw: PlainDate | null,
  oud: PlainDate | null,
  today: PlainDate,
): undefined | Rejection {
  if (nieuw === oud)
    return reject('verwacht_einde_gelijk', 'Het verwachte einde is al zo. Kies een andere dag.', {
      field: 'op',
      status: 422,
    })
  if (nieuw !== null && nieuw < today)
    return reject('verwacht_einde_voorbij', 'Kies vandaag of een latere dag.', { field: 'op', status: 422 })
  return undefined
}

/** Where someone goes who moves on inside the chain, as the code of the choice list `bestemming`. */
export function bestemmingOf(domein: string): string {
  if (domein === 'BW') return 'beschermd_wonen'
  if (domein === 'BT') return 'beschermd_thuis'
  return domein === 'WONEN' ? 'tijdelijke_woning' : 'opvang'
}

/** Days after the departure on which it can still be taken back; later it is a new stay. */
export const HERSTELDAGEN = 14

export function canCorrect(
  verblijf: { geeindigdOp: PlainDate | null; eindreden: string | null },
  today: PlainDate,
): { ok: true } | { ok: false; reden: string } {
  if (verblijf.geeindigdOp === null) return { ok: false, reden: 'Dit verblijf loopt nog.' }
  if (verblijf.eindreden === 'verhuisd' || verblijf.eindreden === 'doorstroom')
    return { ok: false, reden: 'Dit verblijf ging over in een ander verblijf. Verhuis de persoon terug.' }
  return daysBetween(verblijf.geeindigdOp, today) > HERSTELDAGEN
    ? {
        ok: false,
        reden: `Het vertrek is meer dan ${HERSTELDAGEN} dagen geleden. Start een nieuw verblijf.`,
      }
    : { ok: true }
}

/** May this organisation record at a locatie? Its own, and the regional access may for everyone (Wmo 2015 art. 2.3.3). */
export function canRecordAt(
  asker: { organisatieId: Id | null; isSysteem: boolean; permissies: ReadonlySet<string> },
  organisatieId: Id | null,
): { ok: true } | { ok: false; reden: string } {
  if (asker.isSysteem || organisatieId === asker.organisatieId || asker.permissies.has('voorstel.doen'))
    return { ok: true }
  return { ok: false, reden: 'Deze plek is van een andere organisatie. Vraag die organisatie of het loket.' }
}
