import { addDays, daysBetween, formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'
import { type Deadline, deadline, type Termijn } from '../../../shared/termijn.ts'
import {
  type Opschortgrond,
  opschortartikelen,
  opschortgronden,
  type Soort,
  type Status,
  soorten,
  statussen,
  type Termijnstand,
} from './keuzes.ts'

/** From how many days before the last day an application is worth a warning in the work list. */
export const BINNENKORT_DAGEN = 5
/** How far ahead the list of reviews looks by itself. */
export const HERONDERZOEK_VOORUIT_DAGEN = 28

export interface Opschorting {
  readonly van: PlainDate
  /** First day on which the term ran again; null while nobody ended it. */
  readonly tot: PlainDate | null
  /** First day on which the term runs again by itself; null when that is not certain. */
  readonly verwachtTot: PlainDate | null
  readonly grond: Opschortgrond
}

/** A suspension as the term counts it: what nobody ended, ends on its expected day (Awb art. 4:15 lid 1). */
function effectiveTot(opschorting: Opschorting): PlainDate | null {
  return opschorting.tot ?? opschorting.verwachtTot
}

/** Stands the term still on `op`? */
export function isOpgeschort(opschortingen: readonly Opschorting[], op: PlainDate): boolean {
  return opschortingen.some((one) => {
    const tot = effectiveTot(one)
    return one.van <= op && (tot === null || op < tot)
  })
}

export interface TermijnFeiten {
  readonly aangevraagdOp: PlainDate
  readonly termijn: Termijn
  /** Does the Algemene termijnenwet hold for it? */
  readonly wettelijk: boolean
  readonly opschortingen: readonly Opschorting[]
}

/** Last day to decide (Wmo 2015 art. 2.3.5 lid 2), with suspension and Algemene termijnenwet, as seen on `peildatum`. */
export function decideUiterlijk(feiten: TermijnFeiten, peildatum: PlainDate): Deadline {
  return deadline(feiten.aangevraagdOp, feiten.termijn, {
    algemeneTermijnenwet: feiten.wettelijk,
    opschortingen: feiten.opschortingen.map((one) => ({ van: one.van, tot: effectiveTot(one) })),
    peildatum,
  })
}

/** The same in words, one sentence each. */
export function explainTermijn(feiten: TermijnFeiten, peildatum: PlainDate): string[] {
  const { aangevraagdOp, termijn, opschortingen } = feiten
  const result = decideUiterlijk(feiten, peildatum)
  const plain = deadline(aangevraagdOp, termijn, { algemeneTermijnenwet: false })
  const lines = [
    `De aanvraag is van ${formatLong(aangevraagdOp)}. ${aantalEenheid(termijn)} later is ${formatLong(plain.uiterlijk)}${feiten.wettelijk ? ' (Wmo 2015, artikel 2.3.5)' : ''}.`,
  ]
  for (const one of opschortingen) {
    const tot = effectiveTot(one)
    const why = `${opschortgronden[one.grond].toLowerCase()} (${opschortartikelen[one.grond]})`
    lines.push(
      tot === null
        ? `Vanaf ${formatLong(one.van)} staat de termijn stil: ${why}.`
        : `Van ${formatLong(one.van)} tot en met ${formatLong(addDays(tot, -1))} stond of staat de termijn stil: ${why}.`,
    )
  }
  if (result.opgeschorteDagen > 0)
    lines.push(`Daardoor komen er ${aantalDagen(result.opgeschorteDagen)} bij.`)
  if (result.verschoven) lines.push(result.verschoven)
  if (result.voorlopig) lines.push('Zolang de termijn stilstaat, schuift de laatste dag elke dag op.')
  return lines
}

function aantalDagen(aantal: number): string {
  return aantal === 1 ? '1 dag' : `${aantal} dagen`
}

const enkelvoud = { dagen: 'dag', weken: 'week', maanden: 'maand', werkdagen: 'werkdag' } as const

function aantalEenheid({ aantal, eenheid }: Termijn): string {
  return aantal === 1 ? `1 ${enkelvoud[eenheid]}` : `${aantal} ${eenheid}`
}

/** Where a row stands against its term on `today`. The last day itself is in time. */
export function termijnstandOf(
  row: { status: Status; uiterlijkOp: PlainDate; opgeschort: boolean },
  today: PlainDate,
): Termijnstand {
  if (row.status !== 'aangevraagd') return 'klaar'
  if (row.opgeschort) return 'staat_stil'
  const left = daysBetween(today, row.uiterlijkOp)
  if (left < 0) return 'te_laat'
  if (left === 0) return 'vandaag'
  return left <= BINNENKORT_DAGEN ? 'binnenkort' : 'op_tijd'
}

/** `Toekenning`, `Aanvraag`, `Aanvraag ingetrokken`, `Buiten behandeling` … */
export function titleOf(row: { soort: Soort | null; status: Status }): string {
  if (row.status === 'aangevraagd') return 'Aanvraag'
  if (row.status === 'ingetrokken')
    return row.soort === null ? 'Aanvraag ingetrokken' : `${soorten[row.soort]}, ingetrokken`
  if (row.status === 'buiten_behandeling') return statussen.buiten_behandeling
  return row.soort === null ? statussen.beschikt : soorten[row.soort]
}

export interface Stand {
  readonly status: Status
  readonly soort: Soort | null
  readonly geldigVan: PlainDate | null
  readonly geldigTot: PlainDate | null
  readonly verzondenOp: PlainDate | null
}

export type Can = { ok: true } | { ok: false; reden: string }
const yes: Can = { ok: true }
const no = (reden: string): Can => ({ ok: false, reden })

export function canBeslissen(stand: Stand): Can {
  return stand.status === 'aangevraagd' ? yes : no('Op deze aanvraag is al beslist, of hij is gesloten.')
}

/** A decision is sent once; a withdrawn application gets no decision and no letter. */
export function canVerzenden(stand: Stand): Can {
  if (stand.status === 'aangevraagd') return no('Beslis eerst op de aanvraag.')
  if (stand.status === 'ingetrokken' && stand.soort === null)
    return no('De aanvraag is ingetrokken. Er is geen beschikking om te versturen.')
  return stand.verzondenOp === null
    ? yes
    : no(`De brief is al verstuurd op ${formatLong(stand.verzondenOp)}.`)
}

/** Review and withdrawal need a granted decision that still holds or will hold (Wmo 2015 art. 2.3.10 lid 1). */
export function canHerzien(stand: Stand, today: PlainDate): Can {
  if (stand.status !== 'beschikt' || (stand.soort !== 'toekenning' && stand.soort !== 'herziening'))
    return no('Alleen een toekenning of herziening die nog geldt, kunt u herzien of intrekken.')
  if (stand.geldigTot !== null && stand.geldigTot <= today)
    return no(
      `Deze beschikking geldt niet meer: de laatste dag was ${formatLong(addDays(stand.geldigTot, -1))}.`,
    )
  return yes
}

/** Dates of a decision: not in the future, not before the application. */
export function checkBeschiktOp(
  input: { beschiktOp: PlainDate; nietVoor: PlainDate },
  today: PlainDate,
): Rejection | undefined {
  if (input.beschiktOp > today)
    return reject(
      'datum_in_toekomst',
      'De dag van het besluit kan niet in de toekomst liggen. Kies vandaag of eerder.',
      {
        field: 'beschiktOp',
        status: 422,
      },
    )
  if (input.beschiktOp < input.nietVoor)
    return reject(
      'datum_te_vroeg',
      `De dag van het besluit ligt voor ${formatLong(input.nietVoor)}. Kies die dag of later.`,
      { field: 'beschiktOp', status: 422 },
    )
  return undefined
}

/** Validity as the law of the database wants it: `[van, tot)`, and the review inside it. */
export function checkGeldigheid(input: {
  geldigVan: PlainDate
  geldigTot: PlainDate | null
  heronderzoekOp: PlainDate
}): Rejection | undefined {
  if (input.geldigTot !== null && input.geldigTot <= input.geldigVan)
    return reject(
      'geldigheid_keert_om',
      'De laatste dag ligt voor de eerste dag. Kies een latere laatste dag.',
      {
        field: 'geldigTotEnMet',
        status: 422,
      },
    )
  if (input.heronderzoekOp <= input.geldigVan)
    return reject(
      'heronderzoek_te_vroeg',
      'Kies voor het heronderzoek een dag na de eerste dag van geldigheid.',
      {
        field: 'heronderzoekOp',
        status: 422,
      },
    )
  return undefined
}

/**
 * Validity that remains for the old decision when a new one takes over on `ingangOp`: shortened, or none at all when the
 * new one starts on the first day or before. A later end than it had already is never made.
 */
export function decideVervanging(
  oud: { geldigVan: PlainDate; geldigTot: PlainDate | null },
  ingangOp: PlainDate,
): { status: Status; geldigTot: PlainDate | null } {
  if (ingangOp <= oud.geldigVan) return { status: 'ingetrokken', geldigTot: oud.geldigTot }
  const geldigTot = oud.geldigTot !== null && oud.geldigTot < ingangOp ? oud.geldigTot : ingangOp
  return { status: 'beschikt', geldigTot }
}

/** Wmo 2015 art. 2.3.2 lid 9: no application before the onderzoek is done, unless its six weeks have passed. */
export function checkOnderzoekGedaan(
  melding: { onderzoekAfgerondOp: PlainDate | null; onderzoekUiterlijkOp: PlainDate; besloten: boolean },
  aangevraagdOp: PlainDate,
): Rejection | undefined {
  if (melding.besloten || melding.onderzoekUiterlijkOp < aangevraagdOp) return undefined
  if (melding.onderzoekAfgerondOp !== null && melding.onderzoekAfgerondOp <= aangevraagdOp) return undefined
  return reject(
    'onderzoek_niet_klaar',
    `Een aanvraag kan pas als het onderzoek klaar is, of na ${formatLong(melding.onderzoekUiterlijkOp)} (Wmo 2015, artikel 2.3.2 lid 9).`,
    { field: 'aangevraagdOp', status: 422, possible: ['Rond eerst het onderzoek bij de melding af.'] },
  )
}
