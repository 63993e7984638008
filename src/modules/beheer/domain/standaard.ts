import { begeleidingstermijnen } from './standaard-begeleiding.ts'
import { uitstroomTermijnen } from './standaard-uitstroom.ts'

/**
 * What a new region starts with. All of it becomes dated configuration that the region edits on screen; no rule below is
 * read by code after the region exists. Sources: domain reference wmo-procedure.md §12, requirements.md, seed documents.
 */

export type Eenheid = 'uren' | 'dagen' | 'weken' | 'maanden' | 'werkdagen'

export interface StandaardTermijn {
  readonly code: string
  readonly naam: string
  readonly aantal: number
  readonly eenheid: Eenheid
  readonly wettelijk: boolean
  readonly bron: string
}

export const termijnen = [
  {
    code: 'onderzoek',
    naam: 'Onderzoek na een melding',
    aantal: 6,
    eenheid: 'weken',
    wettelijk: true,
    bron: 'Wmo 2015 art. 2.3.2 lid 1',
  },
  {
    code: 'persoonlijk_plan',
    naam: 'Persoonlijk plan inleveren',
    aantal: 7,
    eenheid: 'dagen',
    wettelijk: true,
    bron: 'Wmo 2015 art. 2.3.2 lid 2',
  },
  {
    code: 'beschikking',
    naam: 'Beschikking na een aanvraag',
    aantal: 2,
    eenheid: 'weken',
    wettelijk: true,
    bron: 'Wmo 2015 art. 2.3.5 lid 2',
  },
  {
    code: 'bezwaar',
    naam: 'Bezwaar maken',
    aantal: 6,
    eenheid: 'weken',
    wettelijk: true,
    bron: 'Awb art. 6:7',
  },
  {
    code: 'heronderzoek',
    naam: 'Heronderzoek na een beschikking',
    aantal: 12,
    eenheid: 'maanden',
    wettelijk: false,
    bron: 'Wmo 2015 art. 2.3.9 (de wet noemt geen termijn)',
  },
  {
    code: 'ontvangstbevestiging',
    naam: 'Ontvangst van een melding bevestigen',
    aantal: 2,
    eenheid: 'werkdagen',
    wettelijk: false,
    bron: 'Wmo 2015 art. 2.3.2 lid 1 (de wet noemt geen termijn)',
  },
  {
    code: 'triage',
    naam: 'Korte triage na een melding',
    aantal: 1,
    eenheid: 'werkdagen',
    wettelijk: false,
    bron: 'Instelling van de regio',
  },
  {
    code: 'vervolg_1',
    naam: 'Eerste keer nakijken na een weigering',
    aantal: 7,
    eenheid: 'dagen',
    wettelijk: false,
    bron: 'Instelling van de regio',
  },
  {
    code: 'vervolg_2',
    naam: 'Tweede keer nakijken na een weigering',
    aantal: 30,
    eenheid: 'dagen',
    wettelijk: false,
    bron: 'Instelling van de regio',
  },
  {
    code: 'vervolg_3',
    naam: 'Derde keer nakijken na een weigering',
    aantal: 90,
    eenheid: 'dagen',
    wettelijk: false,
    bron: 'Instelling van de regio',
  },
  {
    code: 'wachtlijst_bevestigen',
    naam: 'Opnieuw vragen of iemand nog wacht',
    aantal: 6,
    eenheid: 'weken',
    wettelijk: false,
    bron: 'Regiovisie MVS §3.3 (wachtlijstbeheer); termijn van de regio',
  },
  {
    code: 'voorstel_antwoord',
    naam: 'Antwoord van de aanbieder op een voorstel',
    aantal: 48,
    eenheid: 'uren',
    wettelijk: false,
    bron: 'Instelling van de regio',
  },
  {
    code: 'niet_plaatsbaar_herzien',
    naam: 'Opnieuw proberen als plaatsen niet lukt',
    aantal: 1,
    eenheid: 'weken',
    wettelijk: false,
    bron: 'Instelling van de regio',
  },
  {
    code: 'niet_plaatsbaar_escaleren',
    naam: 'Naar de coördinator als plaatsen niet lukt',
    aantal: 4,
    eenheid: 'weken',
    wettelijk: false,
    bron: 'Instelling van de regio',
  },
  {
    code: 'locatie_verouderd',
    naam: 'Stand van een locatie is verouderd',
    aantal: 24,
    eenheid: 'uren',
    wettelijk: false,
    bron: 'Instelling van de regio',
  },
  {
    code: 'opvolging_escaleren',
    naam: 'Te late stap naar de coördinator',
    aantal: 3,
    eenheid: 'werkdagen',
    wettelijk: false,
    bron: 'Instelling van de regio',
  },
  {
    code: 'herinstroom',
    naam: 'Terugkomst telt als herinstroom',
    aantal: 12,
    eenheid: 'maanden',
    wettelijk: false,
    bron: 'Instelling van de regio',
  },
  {
    code: 'draaideur_periode',
    naam: 'Periode waarin herinstroom wordt geteld',
    aantal: 24,
    eenheid: 'maanden',
    wettelijk: false,
    bron: 'Instelling van de regio',
  },
  ...begeleidingstermijnen,
  ...uitstroomTermijnen,
] as const satisfies readonly StandaardTermijn[]

export type TermijnCode = (typeof termijnen)[number]['code']

export { escalatieniveaus } from './standaard-escalatie.ts'
export { ethosregels } from './standaard-ethos.ts'
export { type InstellingCode, instellingen } from './standaard-instellingen.ts'
export { type Keuzelijst, keuzebronnen, keuzelijsten, keuzeuitleg } from './standaard-keuzelijsten.ts'

export const prioriteitsregels = [
  {
    domein: 'MO',
    soort: 'trede',
    volgorde: 1,
    voorwaarde: 'acuut_onveilig',
    naam: 'Acuut onveilig',
    uitleg: 'de situatie is acuut onveilig',
  },
  {
    domein: 'MO',
    soort: 'trede',
    volgorde: 2,
    voorwaarde: 'gezin_met_kinderen',
    naam: 'Gezin met kinderen',
    uitleg: 'er zijn minderjarige kinderen',
  },
  {
    domein: 'MO',
    soort: 'trede',
    volgorde: 3,
    voorwaarde: 'buiten_slapen',
    naam: 'Slaapt buiten',
    uitleg: 'er is vannacht geen slaapplek',
  },
  {
    domein: 'MO',
    soort: 'poort',
    volgorde: 1,
    voorwaarde: 'plaatsbaar',
    naam: 'Plaatsbaar',
    uitleg: 'plaatsing kan nu',
  },
  {
    domein: 'BW',
    soort: 'poort',
    volgorde: 1,
    voorwaarde: 'beschikking_geldig',
    naam: 'Geldige beschikking',
    uitleg: 'er is een geldige beschikking',
  },
  {
    domein: 'BW',
    soort: 'poort',
    volgorde: 2,
    voorwaarde: 'plaatsbaar',
    naam: 'Plaatsbaar',
    uitleg: 'plaatsing kan nu',
  },
  {
    domein: 'BW',
    soort: 'trede',
    volgorde: 1,
    voorwaarde: 'acuut_onveilig',
    naam: 'Acuut onveilig',
    uitleg: 'de situatie is acuut onveilig',
  },
  {
    domein: 'BW',
    soort: 'trede',
    volgorde: 2,
    voorwaarde: 'buiten_slapen',
    naam: 'Zonder slaapplek',
    uitleg: 'er is vannacht geen slaapplek',
  },
  {
    domein: 'BT',
    soort: 'poort',
    volgorde: 1,
    voorwaarde: 'plaatsbaar',
    naam: 'Plaatsbaar',
    uitleg: 'plaatsing kan nu',
  },
  {
    domein: 'BT',
    soort: 'trede',
    volgorde: 1,
    voorwaarde: 'uitstroomgereed',
    naam: 'Houdt een plek bezet',
    uitleg: 'wie klaar is om door te stromen maakt een plek vrij',
  },
  {
    domein: 'VO',
    soort: 'poort',
    volgorde: 1,
    voorwaarde: 'plaatsbaar',
    naam: 'Plaatsbaar',
    uitleg: 'plaatsing kan nu',
  },
  {
    domein: 'VO',
    soort: 'trede',
    volgorde: 1,
    voorwaarde: 'acuut_onveilig',
    naam: 'Acuut onveilig',
    uitleg: 'de situatie is acuut onveilig',
  },
  {
    domein: 'VO',
    soort: 'trede',
    volgorde: 2,
    voorwaarde: 'gezin_met_kinderen',
    naam: 'Met kinderen',
    uitleg: 'er zijn minderjarige kinderen',
  },
  {
    domein: 'WONEN',
    soort: 'poort',
    volgorde: 1,
    voorwaarde: 'plaatsbaar',
    naam: 'Plaatsbaar',
    uitleg: 'plaatsing kan nu',
  },
  {
    domein: 'WONEN',
    soort: 'trede',
    volgorde: 1,
    voorwaarde: 'uitstroomgereed',
    naam: 'Houdt een plek bezet',
    uitleg: 'wie klaar is om uit te stromen maakt een plek vrij',
  },
] as const

/** Test for BW and opvang of Wmo 2015 art. 2.3.5 lid 4, in plain words; a region adds its own beleidsregels. */
export const criteria = [
  {
    domein: 'BW',
    naam: 'Toets beschermd wonen',
    vragen: [
      {
        code: 'psychisch',
        tekst: 'Heeft de persoon psychische of psychosociale problemen?',
        toelichting: 'Wmo 2015 art. 1.1.1',
      },
      {
        code: 'niet_zelf',
        tekst: 'Kan de persoon zich daardoor niet zelf redden in de samenleving?',
        toelichting: 'Wmo 2015 art. 2.3.5 lid 4',
      },
      {
        code: 'netwerk',
        tekst: 'Zijn eigen kracht, hulp van naasten en algemene voorzieningen niet genoeg?',
        toelichting: 'Wmo 2015 art. 2.3.5 lid 4',
      },
      {
        code: 'nabijheid',
        tekst: 'Is toezicht of hulp nodig die op elk moment van de dag dichtbij is?',
        toelichting: 'Wmo 2015 art. 1.1.1',
      },
    ],
  },
  {
    domein: 'BT',
    naam: 'Toets beschermd thuis',
    vragen: [
      {
        code: 'psychisch',
        tekst: 'Heeft de persoon psychische of psychosociale problemen?',
        toelichting: 'Wmo 2015 art. 1.1.1',
      },
      {
        code: 'onplanbaar',
        tekst: 'Is hulp nodig die niet altijd te plannen is, maar zonder toezicht van 24 uur?',
        toelichting: 'Regiovisie MVS §4.1; regiovisie DWO §4.1',
      },
    ],
  },
  {
    domein: 'MO',
    naam: 'Toets maatschappelijke opvang',
    vragen: [
      {
        code: 'thuis_verlaten',
        tekst: 'Heeft de persoon de thuissituatie verlaten of geen onderdak?',
        toelichting: 'Wmo 2015 art. 1.1.1',
      },
      {
        code: 'niet_zelf',
        tekst: 'Kan de persoon zich niet op eigen kracht redden?',
        toelichting: 'Wmo 2015 art. 2.3.5 lid 4',
      },
      {
        code: 'verblijf',
        tekst: 'Is het verblijf in Nederland rechtmatig?',
        toelichting: 'Wmo 2015 art. 1.2.2',
      },
    ],
  },
  {
    domein: 'VO',
    naam: 'Toets vrouwenopvang',
    vragen: [
      {
        code: 'afhankelijk',
        tekst: 'Is er geweld in een afhankelijkheidsrelatie?',
        toelichting: 'Regiovisie MVS §6.3',
      },
      { code: 'veilig', tekst: 'Is het thuis niet veilig?', toelichting: 'Wmo 2015 art. 1.1.1' },
    ],
  },
  {
    domein: 'WONEN',
    naam: 'Toets begeleid wonen',
    vragen: [
      {
        code: 'zelfstandig',
        tekst: 'Kan de persoon zelfstandig wonen, zo nodig met begeleiding?',
        toelichting: 'Regiovisie DWO §4.1',
      },
    ],
  },
] as const
