import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
import type { Grond, Ontvangersoort } from '../../delen/domain/keuzes.ts'
import { latestVervalOf } from '../../delen/domain/rules.ts'
import { type Actie, nextToestand, type Toestand, toestanden } from './toestanden.ts'

export const wetsovergangen = {
  geen: 'Dezelfde wet',
  jeugdwet_wmo: 'Van Jeugdwet naar Wmo (18 jaar)',
  wmo_wlz: 'Van Wmo naar Wlz',
  wlz_wmo: 'Van Wlz naar Wmo',
  wmo_zvw: 'Van Wmo naar Zvw (behandeling)',
  zvw_wmo: 'Van Zvw (behandeling) naar Wmo',
  detentie_wmo: 'Van detentie naar Wmo',
  wmo_detentie: 'Van Wmo naar detentie',
} as const
export type Wetsovergang = keyof typeof wetsovergangen

/** OVD-03: where law or money changes, people get lost. */
export const isRisicomoment = (overgang: Wetsovergang) => overgang !== 'geen'

export const richtingen = {
  binnen: 'Binnen de regio',
  naar_buiten: 'Naar buiten de regio',
  van_buiten: 'Van buiten de regio',
} as const
export type Richting = keyof typeof richtingen

/** Who outside the region can take a person over. */
export const buitenSoorten = [
  'andere_gemeente',
  'zorg',
  'zorgkantoor',
  'welzijn',
  'overig',
] as const satisfies readonly Ontvangersoort[]

/** Kinds of organisations in the region that can be responsible for a person. */
export const kanOntvangen = (organisatieSoort: string) =>
  ['gemeente', 'toegang', 'aanbieder', 'uitvoeringsorganisatie'].includes(organisatieSoort)

export const contactUitkomsten = {
  gesproken: 'De cliënt is gesproken',
  niet_meer_mogelijk: 'Contact kan niet meer',
} as const

/** Wmo 2015 art. 5.1.1 lid 4: what a handover says that leaves out help from before. */
export const vanafAchttien =
  'Wat hier staat is van na de achttiende verjaardag. Van daarvoor is niets opgeschreven (Wmo 2015 art. 5.1.1 lid 4).'

export interface Stand {
  readonly toestand: Toestand
  readonly richting: Richting
  /** Null when that side is outside the region. */
  readonly geverId: string | null
  readonly ontvangerId: string | null
  readonly antwoordUiterlijk: PlainDate
  readonly eersteContactOp: PlainDate | null
}

export type Mag = { readonly ok: true } | { readonly ok: false; readonly reden: string }
const nee = (reden: string): Mag => ({ ok: false, reden })

/** `link`: whoever holds the one-time link; `systeem`: the job of the night. */
export type Wie = { readonly organisatieId: string | null } | 'link' | 'systeem'

type Kant = 'gever' | 'ontvanger'

/**
 * Which side takes a step. A receiver outside the region answers through the link, and the giver finishes for it; who comes
 * from outside is taken in by the receiver alone.
 */
export function kantVan(actie: Actie | 'eerste_contact', richting: Richting): Kant {
  if (richting === 'van_buiten') return 'ontvanger'
  if (actie === 'intrekken') return 'gever'
  if (actie === 'accepteren' || actie === 'weigeren') return 'ontvanger'
  return richting === 'naar_buiten' ? 'gever' : 'ontvanger'
}

function isKant(kant: Kant, stand: Stand, wie: Wie): boolean {
  if (wie === 'systeem') return false
  if (wie === 'link') return kant === 'ontvanger' && stand.richting === 'naar_buiten'
  const id = kant === 'gever' ? stand.geverId : stand.ontvangerId
  return id !== null && id === wie.organisatieId
}

/** May this side take this step today? The reason is for the screen. */
export function canDoen(actie: Actie, stand: Stand, wie: Wie, today: PlainDate): Mag {
  if (nextToestand(stand.toestand, actie) === undefined)
    return nee(
      actie === 'afronden' && stand.toestand === 'aangeboden'
        ? 'De overdracht is nog niet aangenomen. Tot dan blijft de gever verantwoordelijk.'
        : `Dit kan niet meer: de overdracht is ${toestanden[stand.toestand].toLowerCase()}.`,
    )
  // The job takes back what nobody answered in time, whoever gave it.
  if (wie === 'systeem') return actie === 'intrekken' ? { ok: true } : nee('Dit doet een medewerker.')
  const kant = kantVan(actie, stand.richting)
  if (!isKant(kant, stand, wie)) return nee(`Alleen de ${kant} kan dit doen.`)
  if (wie === 'link' && stand.toestand !== 'aangeboden')
    return nee('U hebt al geantwoord. Bel de afzender als er iets is veranderd.')
  if (actie === 'accepteren' && stand.antwoordUiterlijk < today)
    return nee('De laatste dag om aan te nemen is voorbij. Vraag de gever om opnieuw aan te bieden.')
  return { ok: true }
}

/** The check afterwards, once: was the person really spoken to? */
export function canNagaan(stand: Stand, wie: Wie): Mag {
  if (stand.toestand !== 'afgerond') return nee('Dit kan pas na het afronden van de overdracht.')
  const kant = kantVan('eerste_contact', stand.richting)
  if (!isKant(kant, stand, wie)) return nee(`Alleen de ${kant} kan dit vastleggen.`)
  return stand.eersteContactOp === null ? { ok: true } : nee('Het eerste contact is al vastgelegd.')
}

/** Days after the last day to answer in which the handover itself takes place; then the sharing ends. Rule of the project. */
const TIJD_OM_OVER_TE_DRAGEN = 60

/** First day on which the receiver may no longer use what was shared, when nothing came of it. */
export function vervalVan(antwoordUiterlijk: PlainDate, grond: Grond, today: PlainDate): PlainDate {
  const gewenst = addDays(antwoordUiterlijk, TIJD_OM_OVER_TE_DRAGEN)
  const uiterst = latestVervalOf(grond, today)
  return gewenst < uiterst ? gewenst : uiterst
}
