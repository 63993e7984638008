import { keysOf } from '../../../shared/keys.ts'
import { addDays, ageOn, type PlainDate } from '../../../shared/plain-date.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'
import {
  type GegevenssetCode,
  type Gever,
  type Grond,
  gegevenssets,
  gronden,
  type Ontvangersoort,
  ontvangersoorten,
  ontvangersoortOf,
} from './keuzes.ts'
import { type Deler, type Regel, regels } from './regels.ts'

export interface Vraag {
  readonly van: Deler
  readonly aan: Ontvangersoort
  readonly set: GegevenssetCode
  readonly grond: Grond
}

const zonderRegel = {
  uitkomst: 'verboden',
  artikel: 'Wmo 2015 art. 5.3.3 lid 1',
  uitleg: 'Deze grond past niet bij deze ontvanger en deze gegevens.',
} as const

export type Oordeel = Pick<Regel, 'uitkomst' | 'artikel' | 'uitleg'>

/** The first rule that fits; without one it is not allowed. */
export function judge(vraag: Vraag): Oordeel {
  return (
    regels.find(
      (regel) =>
        (regel.van?.includes(vraag.van) ?? true) &&
        regel.aan.includes(vraag.aan) &&
        (regel.sets?.includes(vraag.set) ?? true) &&
        (regel.grond === 'elke' || regel.grond === vraag.grond),
    ) ?? zonderRegel
  )
}

/** Grounds on which this may be shared, those of a legal task first. */
export function possibleGronden(vraag: Omit<Vraag, 'grond'>): Grond[] {
  return keysOf(gronden).filter((grond) => judge({ ...vraag, grond }).uitkomst !== 'verboden')
}

/** An aanbieder gives for its own file (art. 5.1.2), gemeenten and loketten for the task of the college (art. 5.1.1). */
export function delerOf(organisatieSoort: string): Deler {
  const soort = ontvangersoortOf(organisatieSoort)
  return soort === 'college' || soort === 'aanbieder' ? soort : 'ander'
}

/** Longest time that a sharing lasts before someone must think again. Rule of the project. */
const langsteDagen: Readonly<Partial<Record<Grond, number>>> = { VITAAL_BELANG: 30 }
const langsteAnders = 366

export function latestVervalOf(grond: Grond, gedeeldOp: PlainDate): PlainDate {
  return addDays(gedeeldOp, langsteDagen[grond] ?? langsteAnders)
}

export const vraagtWeging = (grond: Grond) =>
  grond === 'BEROEPSHALVE_MEDEWERKING' || grond === 'VITAAL_BELANG'

export interface Deelwens extends Vraag {
  readonly weging?: string | null | undefined
  readonly wetsartikel?: string | null | undefined
  readonly vervaltOp: PlainDate
}

/** May this be shared, and on which article? A conflict with the ground is refused with the article named. */
export function decideDeling(wens: Deelwens, today: PlainDate): { artikel: string } | Rejection {
  const oordeel = judge(wens)
  if (oordeel.uitkomst === 'verboden') return refusalOf(wens, oordeel)
  if (vraagtWeging(wens.grond) && !wens.weging)
    return reject(
      'weging_ontbreekt',
      `Leg uit waarom dit nodig is en niet met minder gegevens of met toestemming kan (${oordeel.artikel}).`,
      { field: 'weging', status: 422 },
    )
  if (wens.grond === 'WETTELIJKE_VERPLICHTING_OVERIG' && !wens.wetsartikel)
    return reject('wetsartikel_ontbreekt', 'Noem de wet en het artikel dat dit verplicht.', {
      field: 'wetsartikel',
      status: 422,
    })
  const latest = latestVervalOf(wens.grond, today)
  if (wens.vervaltOp <= today || wens.vervaltOp > latest)
    return reject(
      'vervaldag_onjuist',
      wens.vervaltOp <= today
        ? 'Het delen moet na vandaag eindigen. Kies een latere dag.'
        : `Op deze grond delen duurt hooguit ${langsteDagen[wens.grond] ? '30 dagen' : 'een jaar'}. Kies een eerdere dag.`,
      { field: 'vervaltOp', status: 422 },
    )
  return { artikel: wens.wetsartikel || oordeel.artikel }
}

function refusalOf(wens: Vraag, oordeel: Oordeel): Rejection {
  const anders = possibleGronden(wens)
  return reject(
    'delen_mag_niet',
    `${gegevenssets[wens.set].naam} aan ${ontvangersoorten[wens.aan].toLowerCase()} op de grond "${gronden[wens.grond]}" mag niet (${oordeel.artikel}). ${oordeel.uitleg}`,
    {
      field: 'grond',
      status: 422,
      possible:
        anders.length === 0
          ? ['Deze gegevens kunnen niet naar deze ontvanger. Kies andere gegevens.']
          : [`Wel mogelijk: ${anders.map((grond) => gronden[grond].toLowerCase()).join(', ')}.`],
    },
  )
}

export interface Toestemmingswens {
  readonly van: Deler
  readonly aan: Ontvangersoort
  readonly set: GegevenssetCode
  readonly gegevenDoor: Gever
  readonly vertegenwoordigerNaam?: string | null | undefined
  readonly vertegenwoordigerReden?: 'jonger_dan_12' | 'niet_in_staat' | null | undefined
  readonly gegevenOp: PlainDate
}

/** Consent is asked only where it is the ground, and of who may give it (Wmo 2015 art. 5.3.3 lid 1 and 2). */
export function decideToestemming(
  wens: Toestemmingswens,
  geboortedatum: PlainDate | null,
  today: PlainDate,
): undefined | Rejection {
  const oordeel = judge({ ...wens, grond: 'UITDRUKKELIJKE_TOESTEMMING' })
  if (oordeel.uitkomst === 'verboden')
    return reject('geen_toestemming_vragen', `${oordeel.uitleg} (${oordeel.artikel})`, {
      field: 'gegevensset',
      status: 422,
    })
  if (wens.gegevenOp > today)
    return reject('toestemming_in_toekomst', 'De toestemming kan niet in de toekomst liggen.', {
      field: 'gegevenOp',
      status: 422,
    })
  return refusalOfGever(wens, geboortedatum)
}

function refusalOfGever(wens: Toestemmingswens, geboortedatum: PlainDate | null): undefined | Rejection {
  const isKind = geboortedatum !== null && ageOn(geboortedatum, wens.gegevenOp) < 12
  const veld = { field: 'gegevenDoor', status: 422 } as const
  if (wens.gegevenDoor === 'client')
    return isKind
      ? reject(
          'vertegenwoordiger_nodig',
          'Deze cliënt is jonger dan 12 jaar. De wettelijk vertegenwoordiger geeft de toestemming (Wmo 2015 art. 5.3.3 lid 2).',
          veld,
        )
      : undefined
  if (!wens.vertegenwoordigerNaam || !wens.vertegenwoordigerReden)
    return reject('vertegenwoordiger_onvolledig', 'Vul in wie de vertegenwoordiger is en waarom.', {
      field: wens.vertegenwoordigerNaam ? 'vertegenwoordigerReden' : 'vertegenwoordigerNaam',
      status: 422,
    })
  if (wens.vertegenwoordigerReden === 'jonger_dan_12' && geboortedatum !== null && !isKind)
    return reject(
      'client_beslist_zelf',
      'Deze cliënt is 12 jaar of ouder en beslist zelf (Wmo 2015 art. 5.3.3 lid 2).',
      veld,
    )
  return undefined
}

export type Stand = 'loopt' | 'verlopen' | 'beeindigd'

export function standOf(
  deling: { readonly vervaltOp: PlainDate; readonly beeindigdOp: PlainDate | null },
  today: PlainDate,
): Stand {
  if (deling.beeindigdOp !== null) return 'beeindigd'
  return deling.vervaltOp <= today ? 'verlopen' : 'loopt'
}
