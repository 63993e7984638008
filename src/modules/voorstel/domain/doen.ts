import { type Rejection, reject } from '../../../shared/rejection.ts'
import type { Match } from './match.ts'

export interface Voorstelfeiten {
  /** Best match over the plekken of the locatie; null when it has none for this product. */
  readonly match: Match | null
  readonly ruimte: { readonly ok: true } | { readonly ok: false; readonly reden: string }
  /** How many people stand above on the list, may be placed now and fit here too. */
  readonly voorgangers: number
  readonly afwijkingReden: string | null
  readonly overboekingReden: string | null
}

const ruimteTekst: Readonly<Record<string, string>> = {
  geen_vrije_plek: 'Er is op die dag geen vrije plek.',
  geen_passende_plek: 'De vrije plekken passen niet bij deze persoon.',
  vastgehouden: 'De laatste passende plek wordt al vastgehouden voor iemand anders.',
}

/** May this space be proposed? Reasons that were not needed are not kept, so that overrides can be counted. */
export function decideVoorstel(
  feiten: Voorstelfeiten,
): { afwijkingReden: string | null; overboekingReden: string | null } | Rejection {
  const { match, ruimte } = feiten
  if (match === null)
    return reject(
      'geen_plek_van_dit_product',
      'Deze locatie heeft op die dag geen plekken voor dit product.',
      {
        field: 'locatieId',
        possible: ['Kies een andere locatie', 'Kies een andere eerste dag'],
      },
    )
  const tegen = match.redenen.filter((reden) => reden.past === 'nee')
  if (tegen.length > 0 && !(match.maatwerkMogelijk && feiten.afwijkingReden))
    return reject('plek_past_niet', `Deze plek past niet. ${tegen.map((reden) => reden.tekst).join(' ')}`, {
      field: match.maatwerkMogelijk ? 'afwijkingReden' : 'locatieId',
      possible: match.maatwerkMogelijk
        ? ['Vul een reden in voor maatwerk']
        : ['Kies een andere locatie', 'Pas de vereiste kenmerken aan'],
    })
  if (!ruimte.ok && !feiten.overboekingReden)
    return reject('geen_ruimte', ruimteTekst[ruimte.reden] ?? 'Er is geen ruimte.', {
      field: 'overboekingReden',
      possible: ['Kies een andere locatie of dag', 'Vul een reden in om boven de capaciteit voor te stellen'],
    })
  const wijktAf = feiten.voorgangers > 0 || tegen.length > 0
  if (feiten.voorgangers > 0 && !feiten.afwijkingReden)
    return reject(
      'niet_de_eerste',
      `${feiten.voorgangers === 1 ? 'Er staat iemand' : `Er staan ${feiten.voorgangers} mensen`} hoger op de lijst voor wie deze plek ook past. Vul in waarom u daarvan afwijkt, of stel de plek voor aan de eerste.`,
      {
        field: 'afwijkingReden',
        possible: ['Stel de plek voor aan de eerste', 'Vul de reden van afwijken in'],
      },
    )
  return {
    afwijkingReden: wijktAf ? feiten.afwijkingReden : null,
    overboekingReden: ruimte.ok ? null : feiten.overboekingReden,
  }
}
