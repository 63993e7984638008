import { addDays, addWeeks, daysBetween, formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'

/** Destinations inside the chain: whoever goes there is not gone. Codes of the choice list `bestemming`. */
const binnenDeKeten = ['beschermd_wonen', 'beschermd_thuis', 'opvang', 'tijdelijke_woning']

/** Outflow: a stay that ended with a destination outside the chain. The same rule is `is_uitstroom` in the database. */
export function isUitstroom(verblijf: {
  readonly soort: string
  readonly eindreden: string
  readonly bestemming: string
}): boolean {
  return (
    verblijf.soort !== 'time_out' &&
    verblijf.eindreden !== 'verhuisd' &&
    verblijf.eindreden !== 'doorstroom' &&
    verblijf.bestemming !== 'overleden' &&
    !binnenDeKeten.includes(verblijf.bestemming)
  )
}

/** From a day on contact is more or less often; the first is in the agreement itself. */
export interface Frequentie {
  readonly van: PlainDate
  readonly elkeWeken: number
}

/**
 * The day of the next contact: so many weeks after the last one in which the cliënt was reached, else after the begin. A change
 * counts from its own day: what was due before it stays due, and it makes nothing due earlier than that day.
 */
export function volgendContactOp(
  afspraak: { readonly begintOp: PlainDate; readonly elkeWeken: number },
  contacten: readonly { readonly op: PlainDate; readonly uitkomst: string }[],
  wijzigingen: readonly Frequentie[] = [],
): PlainDate {
  const bereikt = contacten.filter((one) => one.uitkomst !== 'niet_bereikt').map((one) => one.op)
  const laatste = bereikt.reduce((a, b) => (a > b ? a : b), '') || afspraak.begintOp
  const reeks = [{ van: afspraak.begintOp, elkeWeken: afspraak.elkeWeken }, ...byVan(wijzigingen)]
  const dagen = reeks.map(({ van, elkeWeken }) => {
    const op = addWeeks(laatste, elkeWeken)
    return op > van ? op : van
  })
  return dagen.find((op, i) => i === reeks.length - 1 || op < reeks[i + 1]!.van)!
}

const byVan = <F extends Frequentie>(list: readonly F[]): F[] =>
  [...list].sort((a, b) => (a.van < b.van ? -1 : 1))

/** How often there is contact on a day. */
export function frequentieOp(elkeWeken: number, wijzigingen: readonly Frequentie[], dag: PlainDate): number {
  return byVan(wijzigingen).findLast((one) => one.van <= dag)?.elkeWeken ?? elkeWeken
}

/** A change holds within the agreement, after the change before it, and changes something. */
export function checkFrequentie(
  input: Frequentie,
  afspraak: { readonly begintOp: PlainDate; readonly tot: PlainDate; readonly elkeWeken: number },
  wijzigingen: readonly Frequentie[],
): undefined | Rejection {
  const fout = (veld: string, code: string, tekst: string) =>
    reject(code, tekst, { field: veld, status: 422 })
  const vorige = byVan(wijzigingen).at(-1)
  if (input.van <= (vorige?.van ?? afspraak.begintOp))
    return fout(
      'van',
      'dag_te_vroeg',
      vorige
        ? `De vorige wijziging geldt vanaf ${formatLong(vorige.van)}. Kies een latere dag.`
        : `De nazorg begon op ${formatLong(afspraak.begintOp)}. Kies een latere dag.`,
    )
  if (input.van >= afspraak.tot)
    return fout(
      'van',
      'dag_te_laat',
      `De nazorg is afgesproken tot ${formatLong(afspraak.tot)}. Kies een eerdere dag.`,
    )
  if (input.elkeWeken === (vorige?.elkeWeken ?? afspraak.elkeWeken))
    return fout('elkeWeken', 'zelfde_frequentie', 'Zo vaak is het al. Kies een ander aantal weken.')
  return undefined
}

/** How soon to try again when nobody answered. Rule of the project. */
const OPNIEUW_DAGEN = 7

/** What must happen after a contact, for the next step of the opvolging. */
export function stapNa(
  uitkomst: string,
  volgendOp: PlainDate,
  today: PlainDate,
): { volgendeStap: string; volgendeStapOp: PlainDate } {
  if (uitkomst === 'niet_bereikt')
    return {
      volgendeStap: 'Nazorg: opnieuw contact proberen',
      volgendeStapOp: addDays(today, OPNIEUW_DAGEN),
    }
  if (uitkomst === 'terugval')
    return { volgendeStap: 'Nazorg: terugval, actieve hulp starten', volgendeStapOp: today }
  return {
    volgendeStap: 'Nazorg: vragen hoe het gaat',
    volgendeStapOp: volgendOp > today ? volgendOp : today,
  }
}

/** Longest time before nazorg is looked at again; sharing with the aanbieder lasts no longer. Rule of the project. */
const LANGSTE_DAGEN = 366

export function checkPeriode(
  input: { readonly op: PlainDate; readonly begintOp: PlainDate; readonly tot: PlainDate },
  vertrokkenOp: PlainDate,
  today: PlainDate,
): undefined | Rejection {
  const fout = (veld: string, code: string, tekst: string) =>
    reject(code, tekst, { field: veld, status: 422 })
  if (input.begintOp < vertrokkenOp)
    return fout(
      'begintOp',
      'dag_te_vroeg',
      `Het vertrek was op ${formatLong(vertrokkenOp)}. Kies die dag of later.`,
    )
  if (daysBetween(today, input.begintOp) > LANGSTE_DAGEN)
    return fout('begintOp', 'dag_te_laat', 'De nazorg begint binnen een jaar. Kies een eerdere dag.')
  if (input.tot <= input.begintOp || input.tot <= today)
    return fout('tot', 'tot_te_vroeg', 'Kies een dag na het begin en na vandaag.')
  if (daysBetween(input.begintOp, input.tot) > LANGSTE_DAGEN)
    return fout('tot', 'tot_te_laat', 'Spreek nazorg hooguit een jaar vooruit af. Kies een eerdere dag.')
  return undefined
}

/** A day on which something was so: it has come, and is not before what it follows. */
export function checkDagVan(
  op: PlainDate,
  today: PlainDate,
  niet: { readonly voor: PlainDate; readonly wat: string } | null = null,
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

export interface Risicodag {
  readonly datum: PlainDate | null
  readonly maand: number | null
  readonly dag: number | null
}

/**
 * The next time that a risk day comes, today included; null when a single day has passed. 29 February falls on the 28th in
 * other years. The same rule is `volgende_risicodag` in the database.
 */
export function volgendeRisicodag(risicodag: Risicodag, today: PlainDate): PlainDate | null {
  if (risicodag.datum !== null) return risicodag.datum >= today ? risicodag.datum : null
  const jaar = Number(today.slice(0, 4))
  const dagen = [jaar, jaar + 1].map((een) => dayIn(een, risicodag.maand!, risicodag.dag!))
  return dagen.find((een) => een >= today)!
}

function dayIn(jaar: number, maand: number, dag: number): PlainDate {
  const begin = `${jaar}-${String(maand).padStart(2, '0')}-01`
  const volgend = maand === 12 ? `${jaar + 1}-01-01` : `${jaar}-${String(maand + 1).padStart(2, '0')}-01`
  return addDays(begin, Math.min(dag, daysBetween(begin, volgend)) - 1)
}

/** Whether the reminder is there: from so many days before, until the day itself. */
export function isRisicoNabij(op: PlainDate | null, dagenVooraf: number, today: PlainDate): boolean {
  return op !== null && today >= addDays(op, -dagenVooraf) && today <= op
}

/** A booking becomes a stay from its first night, and not after the day of departure (OVD-07). */
export function canBegin(
  boeking: { readonly van: PlainDate; readonly tot: PlainDate },
  today: PlainDate,
): { readonly ok: true } | { readonly ok: false; readonly reden: string } {
  if (today < boeking.van) return { ok: false, reden: `De eerste nacht is op ${formatLong(boeking.van)}.` }
  if (today >= boeking.tot)
    return { ok: false, reden: 'Deze boeking is voorbij. Annuleer haar en boek opnieuw.' }
  return { ok: true }
}
