import { addDays, ageOn, daysBetween, formatShort, type PlainDate } from '../../../shared/plain-date.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'
import {
  type Bevestigingswijze,
  type Leeftijdsklasse,
  overgangen,
  type Status,
  statussen,
  type TriageUitkomst,
  type VoCode,
} from './status.ts'

export type Can = { readonly ok: true } | { readonly ok: false; readonly reden: string }

/** Whether a melding may go from one status to another; drives the buttons and the server. */
export function canGoTo(van: string, naar: Status): Can {
  if (overgangen[van as Status]?.includes(naar)) return { ok: true }
  const nu = statussen[van as Status]?.toLowerCase() ?? van
  return { ok: false, reden: `Deze melding staat op ‘${nu}’. Dit kan dan niet (meer).` }
}

export function decideStatus(van: string, naar: Status): Rejection | undefined {
  const can = canGoTo(van, naar)
  return can.ok ? undefined : reject('status_past_niet', can.reden)
}

/** Days until the last day of the term; negative when it has passed. */
export function dagenOver(uiterlijkOp: PlainDate, today: PlainDate): number {
  return daysBetween(today, uiterlijkOp)
}

/**
 * Age class of the counts of the daklozenloket (seed-facts §5). The printed table has no class for exactly 23; here it
 * counts as 23 and older. A birth year alone decides only when every birthday in it gives the same class.
 */
export function leeftijdsklasseOf(
  persoon: { geboortedatum: PlainDate | null; geboortejaar: number | null } | undefined,
  op: PlainDate,
): Leeftijdsklasse {
  if (persoon?.geboortedatum) return ageOn(persoon.geboortedatum, op) < 23 ? 'onder_23' : 'vanaf_23'
  if (!persoon?.geboortejaar) return 'onbekend'
  const verschil = Number(op.slice(0, 4)) - persoon.geboortejaar
  if (verschil < 23) return 'onder_23'
  return verschil > 23 ? 'vanaf_23' : 'onbekend'
}

/** Channels that cannot give away to a perpetrator that somebody asked for help. */
export const veiligeWijzen: readonly Bevestigingswijze[] = ['mondeling', 'via_organisatie', 'veilig_contact']

export interface Contactsituatie {
  readonly isGeheim: boolean
  readonly domein: string | null
  readonly voCode: string | null
  /** What was agreed with the person about safe contact; null when nothing was. */
  readonly veiligContact: string | null
}

/** Whether a letter, message or call could give somebody away. */
export function vraagtVeiligeWeg(melding: Contactsituatie): boolean {
  return (
    melding.isGeheim ||
    melding.voCode !== null ||
    melding.domein === 'VO' ||
    Boolean(melding.veiligContact?.trim())
  )
}

/** Invariant 4: confirmation of a secret or women's-shelter melding goes by a safe channel only (wmo-procedure §2). */
export function decideBevestiging(
  input: { via: Bevestigingswijze } & Contactsituatie,
): Rejection | undefined {
  if (!vraagtVeiligeWeg(input) || veiligeWijzen.includes(input.via)) return undefined
  return reject(
    'onveilig_contact',
    'Bij de vrouwenopvang, bij geheime dossiers en als veilig contact is afgesproken, gaat de bevestiging alleen via een veilige weg. Kies mondeling, via een organisatie, of de afspraak over veilig contact.',
    { status: 422, field: 'via' },
  )
}

export interface TriageInput {
  readonly uitkomst: TriageUitkomst
  readonly domein?: string | null
  readonly voGeweldAfhankelijk?: boolean | null
  readonly voThuisOnveilig?: boolean | null
  readonly voCode?: VoCode | null
}

/**
 * Where a melding with violence in dependency belongs (S2 §6.3 and §6.6): to the vrouwenopvang when home is unsafe; when
 * the danger has passed but there is no home, to the opvang, with a place that suits a victim.
 */
export function adviseRoute(input: {
  geweldAfhankelijk: boolean | null | undefined
  thuisOnveilig: boolean | null | undefined
}): { domein: 'VO' | 'MO' | null; uitleg: string } {
  if (!input.geweldAfhankelijk)
    return {
      domein: null,
      uitleg: 'Geen geweld in een afhankelijkheidsrelatie: kies zelf het deel van de keten.',
    }
  if (input.thuisOnveilig)
    return { domein: 'VO', uitleg: 'Geweld en thuis niet veilig: dit hoort bij de vrouwenopvang.' }
  return {
    domein: 'MO',
    uitleg:
      'Geweld, maar nu geen gevaar: opvang binnen de MO op een plek die past bij een slachtoffer. Kies in het onderzoek het profiel Slachtoffer van huiselijk geweld.',
  }
}

/** All faults of a triage at once; undefined when it may be recorded. */
export function faultsOfTriage(
  input: TriageInput,
  context: { heeftPersoon: boolean; magVoCode: boolean },
): Rejection | undefined {
  if ((input.uitkomst === 'onderzoek' || input.uitkomst === 'spoedplaatsing') && !context.heeftPersoon)
    return reject(
      'persoon_nodig',
      'Een onderzoek kan alleen met een persoon. Koppel eerst de persoon; dat kan ook zonder naam (NN).',
      { status: 422, field: 'uitkomst' },
    )
  if (!input.voCode) return undefined
  if (!context.magVoCode)
    return reject('geen_recht', 'Uw rol mag geen code rood, oranje of groen geven. Vraag een collega.', {
      status: 403,
      field: 'voCode',
    })
  if (!input.voGeweldAfhankelijk)
    return reject(
      'code_zonder_criterium',
      'Een code kan alleen bij geweld in een afhankelijkheidsrelatie. Beantwoord eerst dat criterium.',
      { status: 422, field: 'voGeweldAfhankelijk' },
    )
  if (input.domein !== 'VO')
    return reject('code_buiten_vo', 'Een code hoort bij de vrouwenopvang. Kies dat deel van de keten.', {
      status: 422,
      field: 'domein',
    })
  return undefined
}

/** The first step after triage and whether it is for today, tomorrow's working day, or the end of the term. */
export function stapNaTriage(
  input: TriageInput,
  melding: { slaapplekVannacht: string },
): { stap: string; wanneer: 'vandaag' | 'werkdag' | 'termijn' } {
  if (input.voCode === 'rood') return { stap: 'Noodbed elders in het land regelen', wanneer: 'vandaag' }
  if (input.uitkomst === 'spoedplaatsing')
    return { stap: 'Vandaag een slaapplek regelen', wanneer: 'vandaag' }
  if (input.voCode)
    return { stap: 'Opvang na huiselijk geweld in de eigen gemeenten zoeken', wanneer: 'werkdag' }
  if (melding.slaapplekVannacht === 'nee')
    return { stap: 'Slaapplek voor vannacht regelen en verder met de melding', wanneer: 'vandaag' }
  if (input.uitkomst === 'onderzoek')
    return { stap: 'Gesprek voor het onderzoek plannen', wanneer: 'werkdag' }
  if (input.uitkomst === 'alleen_huisvestingsvraag')
    return { stap: 'Advies geven en zo nodig het Maatwerkoverleg vragen', wanneer: 'werkdag' }
  if (input.uitkomst === 'eu_terugkeer')
    return { stap: 'Hulp bij terugkeer regelen en besluit vastleggen', wanneer: 'werkdag' }
  if (input.uitkomst === 'doorverwezen')
    return { stap: 'Overdragen aan wie helpt en besluit vastleggen', wanneer: 'werkdag' }
  return { stap: 'Advies geven en de melding afronden', wanneer: 'werkdag' }
}

/**
 * Invariant 6: nobody is turned away in an emergency without an answer to where they sleep tonight. The extra step is
 * today or tomorrow.
 */
export function decideNoodvervolg(input: {
  uitkomst: string
  slaapplekVannacht: string
  today: PlainDate
  vannacht?: { wat: string; op: PlainDate } | null
}): Rejection | undefined {
  if (input.uitkomst !== 'geweigerd' || input.slaapplekVannacht !== 'nee') return undefined
  const op = input.vannacht?.op
  if (op !== undefined && op >= input.today && op <= addDays(input.today, 1)) return undefined
  return reject(
    'slaapplek_onbeantwoord',
    `Deze persoon heeft vannacht geen slaapplek. Leg vast waar iemand vannacht slaapt en wie dat uiterlijk ${formatShort(addDays(input.today, 1))} nakijkt.`,
    { status: 422, field: 'vannacht' },
  )
}

export interface Vraag {
  readonly code: string
  readonly tekst: string
}
export interface Antwoord {
  readonly code: string
  readonly antwoord: 'ja' | 'nee' | 'onbekend'
  readonly toelichting?: string | null
}

/** Who handed a melding over, is asked along or was offered it reads along; the loket that handles it writes. */
export function faultOfLoket(
  vrager: { readonly organisatieId: string | null; readonly isSysteem: boolean },
  behandelendLoket: string | null,
): Rejection | undefined {
  if (vrager.isSysteem || vrager.organisatieId === behandelendLoket) return undefined
  return reject(
    'ander_loket',
    'Deze melding is bij een ander loket. U leest mee; alleen dat loket kan nog iets wijzigen.',
    { status: 403 },
  )
}

/** The same answers give the same advice in every organisation (gelijke screening, S2 §5.6). */
export function adviseToelating(
  vragen: readonly Vraag[],
  antwoorden: readonly Antwoord[],
): 'voldoet' | 'voldoet_niet' | 'onvolledig' {
  const gegeven = new Map(antwoorden.map((antwoord) => [antwoord.code, antwoord.antwoord]))
  if (vragen.some((vraag) => gegeven.get(vraag.code) === 'nee')) return 'voldoet_niet'
  return vragen.every((vraag) => gegeven.get(vraag.code) === 'ja') ? 'voldoet' : 'onvolledig'
}

/** Every criterion is answered; admission against a criterion needs the reason at that criterion. */
export function faultsOfCriteria(
  vragen: readonly Vraag[],
  antwoorden: readonly Antwoord[],
): Rejection | undefined {
  const faults = vragen.flatMap((vraag) => {
    const index = antwoorden.findIndex((antwoord) => antwoord.code === vraag.code)
    const antwoord = antwoorden[index]
    if (!antwoord) return [{ field: 'antwoorden', message: `Beantwoord ook: ${vraag.tekst}` }]
    if (antwoord.antwoord !== 'ja' && !antwoord.toelichting?.trim())
      return [
        {
          field: `antwoorden.${index}.toelichting`,
          message: `Het antwoord is niet ‘ja’. Leg uit waarom iemand toch wordt toegelaten: ${vraag.tekst}`,
        },
      ]
    return []
  })
  if (faults.length === 0) return undefined
  return reject('criteria_onvolledig', 'Nog niet alle criteria zijn goed beantwoord.', {
    status: 422,
    faults,
  })
}
