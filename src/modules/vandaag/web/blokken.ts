import type { Groepcode, Soort } from '../domain/contract.ts'

interface BlokTekst {
  readonly titel: string
  /** Before a day that is still to come: `uiterlijk` unless said otherwise. */
  readonly dagwoord?: string
  /** The whole list; absent when there is none. */
  readonly naar?: { readonly to: string; readonly search?: Record<string, string>; readonly label: string }
}

const meldingen = { to: '/meldingen', label: 'Alle meldingen' }
const voorstellen = { to: '/voorstellen', label: 'Alle voorstellen' }
const signalen = { to: '/signalen', search: { status: 'open' }, label: 'Alle signalen' }
const plekken = { to: '/plekken', label: 'Naar de plekken' }

/** What each block is called on screen, and where its whole list is. */
export const blokTeksten: Readonly<Record<Groepcode, BlokTekst>> = {
  aankomst: { titel: 'Iemand komt aan', naar: voorstellen },
  time_out_aankomst: { titel: 'Time-out begint' },
  nacht_vastleggen: {
    titel: 'Vastleggen wie er slaapt',
    naar: { to: '/verblijven/vannacht', label: 'Wie is er vannacht?' },
  },
  overdracht_aannemen: { titel: 'Overdracht aannemen of teruggeven', naar: meldingen },
  overdracht_wacht: {
    titel: 'Overdrachten die op mij wachten',
    naar: { to: '/overdrachten', label: 'Alle overdrachten die wachten' },
  },
  overdracht_contact: {
    titel: 'Eerste contact na een overdracht',
    naar: { to: '/overdrachten', search: { stand: 'eerste_contact' }, label: 'Alle eerste contacten' },
  },
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
    titel: 'Urgentie verloopt bijna of is verlopen',
    naar: {
      to: '/uitstroom',
      search: { stand: 'urgentie_loopt_af' },
      label: 'Alle urgenties die bijna verlopen',
    },
  },
  geen_woning_vervolg: {
    titel: 'Geen woning, en nog geen volgende stap',
    naar: {
      to: '/uitstroom',
      search: { stand: 'zonder_vervolg' },
      label: 'Iedereen zonder volgende stap naar een woning',
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
  contact_weg: {
    titel: 'Contactpersoon werkt hier niet meer',
    naar: { to: '/opvolgingen', label: 'Alle volgende stappen' },
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
  vo_route_regelen: { titel: 'Veilige plek regelen' },
  veiligheidsplan: { titel: 'Veiligheidsplan maken of bespreken' },
  huisverbod_eindigt: { titel: 'Huisverbod eindigt' },
  winter_intake: {
    titel: 'Intake aanbieden aan gasten van de winteropvang',
    naar: { to: '/winterkou/intakes', label: 'Alle intakes' },
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
  nazorg_aannemen: {
    titel: 'Nazorg aannemen of weigeren',
    naar: { to: '/nazorg', search: { stand: 'voorgesteld' }, label: 'Alle voorgestelde nazorg' },
  },
  netwerksignaal: { titel: 'Signaal van een naaste' },
  risicodag: { titel: 'Er komt een moeilijke dag aan', dagwoord: 'op' },
  waakvlam: {
    titel: 'Contact houden na vertrek',
    naar: { to: '/nazorg/contacten', search: { van: 'organisatie' }, label: 'Alle contacten' },
  },
  uitstroom_zonder_nazorg: {
    titel: 'Vertrokken zonder afspraak over nazorg',
    naar: { to: '/nazorg', label: 'Alle uitstroom zonder nazorg' },
  },
  nazorg_regio: {
    titel: 'Uitstroom zonder nazorg per organisatie',
    naar: { to: '/nazorg/dekking', label: 'Naar de dekking van nazorg' },
  },
  traject_fase: {
    titel: 'Bijna of al te lang in een fase',
    naar: { to: '/trajecten', search: { stand: 'te_lang' }, label: 'Alle trajecten die te lang duren' },
  },
  plan_bespreken: {
    titel: 'Ondersteuningsplan bespreken',
    naar: { to: '/ondersteuningsplannen', search: { stand: 'te_laat' }, label: 'Alle te late besprekingen' },
  },
  plan_akkoord: {
    titel: 'Plannen die wachten op een akkoord',
    naar: { to: '/ondersteuningsplannen', label: 'Alle ondersteuningsplannen' },
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
  casus_uitnodiging: {
    titel: 'Casusoverleg waarvoor ik ben uitgenodigd',
    dagwoord: 'op',
    naar: { to: '/casusuitnodigingen', label: 'Al mijn casusoverleggen' },
  },
  casus_te_laat: {
    titel: 'Casus: overleg of besluit nodig',
    naar: { to: '/casussen', label: 'Alle casussen' },
  },
  casus_actie: {
    titel: 'Mijn acties uit casussen',
    naar: { to: '/casusacties', label: 'Al mijn acties' },
  },
  casus_overleg_afronden: {
    titel: 'Casusoverleg afronden',
    naar: { to: '/casussen', label: 'Alle casussen' },
  },
  casus_les_controleren: {
    titel: 'Les uit een casus controleren',
    naar: { to: '/casussen', label: 'Alle casussen' },
  },
  signaal_oppakken: { titel: 'Signalen die niemand oppakte', naar: signalen },
  signaal_afronden: { titel: 'Signalen bijna of al te laat', naar: signalen },
  melder_beantwoorden: {
    titel: 'Melders die op antwoord wachten',
    naar: { to: '/signalen', search: { status: 'afgerond' }, label: 'Alle afgeronde signalen' },
  },
  bemoeizorg_wegen: {
    titel: 'Zonder toestemming: opnieuw wegen',
    naar: { to: '/zorgmijders', label: 'Alle zorgmijders' },
  },
  outreach_terug: {
    titel: 'Teruggaan naar iemand op straat',
    naar: { to: '/outreach', search: { stand: 'terug' }, label: 'Alle contacten' },
  },
  gegevens_nakijken: {
    titel: 'Gegevens nakijken',
    naar: { to: '/gegevenskwaliteit', label: 'Alle gegevens om na te kijken' },
  },
  clientervaring_leveren: {
    titel: 'Cliëntervaring openbaar maken en leveren',
    naar: { to: '/clientervaring', label: 'Naar de cliëntervaring' },
  },
  overlegactie_open: {
    titel: 'Acties uit overleg',
    naar: { to: '/overleggen', search: { tab: 'acties' }, label: 'Alle acties uit overleg' },
  },
  overeenkomst_nabij: {
    titel: 'Overeenkomsten die aandacht vragen',
    naar: { to: '/overeenkomsten', label: 'Alle overeenkomsten' },
  },
  jaarplicht_open: {
    titel: 'Elk jaar te doen',
    naar: { to: '/overeenkomsten', search: { tab: 'jaarlijks' }, label: 'Alles wat elk jaar moet' },
  },
  besluitmoment_nabij: {
    titel: 'Besluiten over activiteiten en pilots',
    naar: { to: '/programma/besluiten', search: { open: 'ja' }, label: 'Alle besluiten die nog komen' },
  },
  advies_beantwoorden: {
    titel: 'Adviezen die op antwoord wachten',
    naar: { to: '/participatie', search: { tab: 'adviezen' }, label: 'Alle adviezen' },
  },
  idee_beantwoorden: {
    titel: 'Ideeën van inwoners',
    naar: { to: '/participatie', search: { tab: 'ideeen' }, label: 'Alle ideeën' },
  },
  klacht_beantwoorden: {
    titel: 'Klachten en feedback zonder antwoord',
    naar: { to: '/participatie', search: { tab: 'klachten' }, label: 'Alle klachten en feedback' },
  },
  eigen_signalen: { titel: 'Mijn signalen', naar: { to: '/signalen/eigen', label: 'Al mijn signalen' } },
}

const paden: Readonly<Record<Soort, (id: string) => string | undefined>> = {
  client: (id) => `/clienten/${id}`,
  melding: (id) => `/meldingen/${id}`,
  beschikking: (id) => `/beschikkingen/${id}`,
  voorstel: (id) => `/voorstellen/${id}`,
  wachtlijst: (id) => `/wachtlijst/${id}`,
  verblijf: (id) => `/verblijven/${id}`,
  plan: (id) => `/ondersteuningsplannen/${id}`,
  traject: (id) => `/trajecten/${id}`,
  time_out: (id) => `/trajecten/${id}/time-out`,
  uitstroom: (id) => `/clienten/${id}?tab=uitstroom`,
  woonvraag: () => '/woonvragen',
  locatie: () => '/plekken',
  organisatie: () => undefined,
  nacht: () => '/verblijven/vannacht',
  noodprocedure: () => '/noodprocedures',
  nazorg: (id) => `/clienten/${id}`,
  overdracht: (id) => `/overdrachten/${id}`,
  winterintake: () => '/winterkou/intakes',
  signaal: (id) => `/signalen/${id}`,
  eigen_signaal: () => '/signalen/eigen',
  bemoeizorg: (id) => `/clienten/${id}?tab=instroom`,
  casus: (id) => `/casussen/${id}`,
  casusuitnodiging: (id) => `/casusuitnodigingen/${id}`,
  casusactie: () => '/casusacties',
  clientervaring: () => '/clientervaring',
  overlegactie: (id) => `/overlegacties/${id}`,
  overeenkomst: (id) => `/overeenkomsten/${id}`,
  jaarplicht: () => '/overeenkomsten?tab=jaarlijks',
  besluitmoment: (id) => `/activiteiten/${id}?tab=voortgang`,
  advies: (id) => `/participatie/adviezen/${id}`,
  idee: (id) => `/participatie/ideeen/${id}`,
  klacht: (id) => `/participatie/klachten/${id}`,
  bevinding: () => '/gegevenskwaliteit?van=organisatie',
  outreach: (id) => `/outreach/nieuw?vorig=${id}`,
}

export function padVan(soort: Soort, id: string): string | undefined {
  return paden[soort](id)
}
