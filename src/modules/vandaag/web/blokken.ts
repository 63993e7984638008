import type { Groepcode, Soort } from '../domain/contract.ts'

interface BlokTekst {
  readonly titel: string
  /** The whole list; absent when there is none. */
  readonly naar?: { readonly to: string; readonly search?: Record<string, string>; readonly label: string }
}

const meldingen = { to: '/meldingen', label: 'Alle meldingen' }
const voorstellen = { to: '/voorstellen', label: 'Alle voorstellen' }
const plekken = { to: '/plekken', label: 'Naar de plekken' }

/** What each block is called on screen, and where its whole list is. */
export const blokTeksten: Readonly<Record<Groepcode, BlokTekst>> = {
  aankomst: { titel: 'Iemand komt aan', naar: voorstellen },
  nacht_vastleggen: {
    titel: 'Vastleggen wie er slaapt',
    naar: { to: '/verblijven/vannacht', label: 'Wie is er vannacht?' },
  },
  overdracht_aannemen: { titel: 'Overdracht aannemen of teruggeven', naar: meldingen },
  meldingen_zonder_behandelaar: { titel: 'Meldingen die niemand oppakte', naar: meldingen },
  voorstel_beantwoorden: { titel: 'Voorstellen om te beantwoorden', naar: voorstellen },
  woonvraag_beantwoorden: {
    titel: 'Woonvragen om te beantwoorden',
    naar: { to: '/woonvragen', label: 'Alle woonvragen' },
  },
  woningaanbod_beantwoorden: {
    titel: 'Woning aangeboden: antwoord geven',
    naar: { to: '/uitstroom', label: 'Alle uitstroom' },
  },
  urgentie_loopt_af: {
    titel: 'Urgentie verloopt bijna',
    naar: {
      to: '/uitstroom',
      search: { stand: 'urgentie_loopt_af' },
      label: 'Alle urgenties die bijna verlopen',
    },
  },
  contract_nabij: {
    titel: 'Contract bijna omzetten of evalueren',
    naar: { to: '/uitstroom', search: { stand: 'contract_nabij' }, label: 'Alle contracten met een dag' },
  },
  weigering_besluiten: {
    titel: 'Beslissen na geweigerde woningen',
    naar: { to: '/uitstroom', label: 'Alle uitstroom' },
  },
  uitstroom_voorbereiden: {
    titel: 'Uitstroom voorbereiden',
    naar: { to: '/uitstroom', search: { stand: 'niet_bekeken' }, label: 'Alles wat nog niet is voorbereid' },
  },
  mijn_stappen: {
    titel: 'Mijn volgende stappen',
    naar: { to: '/opvolgingen', search: { alleen: 'van_mij' }, label: 'Alle volgende stappen' },
  },
  ontvangst_bevestigen: { titel: 'Ontvangst bevestigen', naar: meldingen },
  voorstel_terug: { titel: 'Voorstellen die niet lukten', naar: voorstellen },
  bezwaar_beslissen: { titel: 'Beslissen op een bezwaar', naar: voorstellen },
  noodprocedure_beoordelen: {
    titel: 'Noodprocedures beoordelen',
    naar: { to: '/noodprocedures', label: 'Alle noodprocedures' },
  },
  onderzoek_loopt_af: { titel: 'Onderzoek bijna of al te laat', naar: meldingen },
  beschikking_beslissen: {
    titel: 'Beslissen op een aanvraag',
    naar: { to: '/beschikkingen', search: { status: 'aangevraagd' }, label: 'Alle aanvragen' },
  },
  beschikking_versturen: {
    titel: 'Brief versturen',
    naar: { to: '/beschikkingen', search: { teVerzenden: 'ja' }, label: 'Alle te versturen brieven' },
  },
  vervolg: { titel: 'Nakijken hoe het gaat', naar: { to: '/vervolg', label: 'Alle mensen om na te kijken' } },
  verblijf_maximum: {
    titel: 'Verblijf bijna of al te lang',
    naar: { to: '/verblijven', label: 'Alle verblijven' },
  },
  achttien_plan: {
    titel: 'Plan voor wie 18 wordt',
    naar: { to: '/trajecten', search: { stand: 'bijna_18' }, label: 'Alle trajecten naar 18 jaar' },
  },
  herinstroom: {
    titel: 'Teruggekomen na vertrek',
    naar: { to: '/trajecten', search: { stand: 'draaideur' }, label: 'Alle draaideurcliënten' },
  },
  traject_fase: {
    titel: 'Bijna of al te lang in een fase',
    naar: { to: '/trajecten', search: { stand: 'te_lang' }, label: 'Alle trajecten die te lang duren' },
  },
  traject_zonder_stap: {
    titel: 'Trajecten zonder volgende stap',
    naar: { to: '/trajecten', search: { stand: 'zonder_stap' }, label: 'Alle trajecten zonder stap' },
  },
  locatie_bevestigen: { titel: 'Stand van locaties bevestigen', naar: plekken },
  wachtlijst_bevestigen: {
    titel: 'Vragen of iemand nog wacht',
    naar: { to: '/wachtlijst', label: 'Naar de wachtlijst' },
  },
  te_late_stappen: {
    titel: 'Organisaties met te late stappen',
    naar: { to: '/te-laat-in-regio', label: 'Alle te late stappen' },
  },
  heronderzoek: {
    titel: 'Opnieuw bekijken',
    naar: { to: '/beschikkingen/heronderzoeken', label: 'Alle heronderzoeken' },
  },
  verwacht_vertrek: { titel: 'Komt deze week vrij', naar: plekken },
}

const paden: Readonly<Record<Soort, (id: string) => string | undefined>> = {
  client: (id) => `/clienten/${id}`,
  melding: (id) => `/meldingen/${id}`,
  beschikking: (id) => `/beschikkingen/${id}`,
  voorstel: (id) => `/voorstellen/${id}`,
  wachtlijst: (id) => `/wachtlijst/${id}`,
  verblijf: (id) => `/verblijven/${id}`,
  traject: (id) => `/trajecten/${id}`,
  uitstroom: (id) => `/clienten/${id}?tab=uitstroom`,
  woonvraag: () => '/woonvragen',
  locatie: () => '/plekken',
  organisatie: () => undefined,
  nacht: () => '/verblijven/vannacht',
  noodprocedure: () => '/noodprocedures',
}

export function padVan(soort: Soort, id: string): string | undefined {
  return paden[soort](id)
}
