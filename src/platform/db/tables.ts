// Generated from the database by the command line (gegevensmodel); do not edit.
import type { Generated } from 'kysely'

export interface Adrestoestemming {
  id: string
  regio_id: string
  organisatie_id: string
  persoon_id: string | null
  op: string
  toestemming: boolean
  voor_postadres: Generated<boolean>
  voor_opvang: Generated<boolean>
  gemeente_code: string | null
  leeftijdsklasse: string
  reden: string | null
  bron: string | null
}

export interface Audit {
  regio_id: string
  volgnummer: number
  tijd: Date
  gebeurtenis: string
  actie: string
  uitkomst: number
  gebruiker_id: string | null
  gebruiker_naam: string
  organisatie_id: string | null
  rol: string
  doel: string
  route: string
  onderwerp_id: string | null
  personen: Generated<string[]>
  verzoek_id: string
  netwerkadres: string
  noodprocedure: Generated<boolean>
  toelichting: string | null
  vorige_hash: Buffer
  hash: Buffer
}

export interface AuditKop {
  regio_id: string
  volgnummer: number
  hash: Buffer
}

export interface Beschikking {
  id: string
  regio_id: string
  nummer: string
  melding_id: string | null
  besluit_id: string | null
  persoon_id: string
  product_id: string | null
  soort: string
  status: string
  aangevraagd_op: string
  uiterlijk_op: string
  termijn_toelichting: string | null
  beschikt_op: string | null
  verzonden_op: string | null
  verzonden_via: string | null
  bezwaar_tot: string | null
  geldig_van: string | null
  geldig_tot: string | null
  heronderzoek_op: string | null
  motivering: string | null
  intrekgrond: string | null
  organisatie_id: string
  mandaat_id: string | null
  namens_gemeente: string
  beslisser_id: string | null
  vorige_id: string | null
  versie: Generated<number>
  aangemaakt_op: Date
  gewijzigd_op: Date
  gewijzigd_door: string | null
}

export interface Besluit {
  id: string
  regio_id: string
  melding_id: string
  persoon_id: string | null
  uitkomst: string
  product_id: string | null
  criteria_id: string | null
  criteria_antwoorden: Generated<unknown>
  motivering: string
  zijde: string | null
  reden: string | null
  aangeboden_alternatief: string | null
  besloten_op: string
  besloten_door: string | null
  organisatie_id: string
  mandaat_id: string | null
  namens_gemeente: string | null
  aangemaakt_op: Date
}

export interface Betrokkenheid {
  id: string
  regio_id: string
  persoon_id: string
  organisatie_id: string
  doel: string
  grond: string
  bron_soort: string
  bron_id: string
  vereist: string | null
  van: string
  tot: string | null
  aangemaakt_op: Date
}

export interface Brief {
  id: string
  regio_id: string
  persoon_id: string
  soort: string
  onderwerp_id: string
  titel: string
  mime: string
  inhoud: Buffer
  gemaakt_op: Date
  gemaakt_door: string | null
}

export interface Broncijfer {
  id: string
  regio_id: string
  onderwerp: string
  rij: string
  kolom: string
  waarde: string
  eenheid: string
  peildatum: string | null
  bron: string
}

export interface Bronconflict {
  id: string
  regio_id: string
  onderwerp: string
  waarde_a: string
  bron_a: string
  waarde_b: string
  bron_b: string
  gebruikt: string
  toelichting: string
}

export interface BuitenGebruik {
  id: string
  regio_id: string
  plek_id: string
  van: string
  tot: string | null
  reden: string
  toelichting: string | null
  versie: Generated<number>
}

export interface Concept {
  regio_id: string
  gebruiker_id: string
  sleutel: string
  inhoud: unknown
  bewaard_op: Date
}

export interface Criteria {
  id: string
  regio_id: string
  domein: string
  naam: string
  vragen: unknown
  van: string
  tot: string | null
  bron: string | null
  versie: Generated<number>
}

export interface Fase {
  regio_id: string
  domein: string
  volgorde: number
  code: string
  naam: string
  omschrijving: Generated<string>
  van: string
  tot: string | null
  bron: string | null
  versie: Generated<number>
}

export interface Gebeurtenis {
  id: string
  regio_id: string
  persoon_id: string | null
  soort: string
  onderwerp_soort: string
  onderwerp_id: string
  op: string
  vastgelegd_op: Date
  gebruiker_id: string | null
  organisatie_id: string | null
  idempotentie_sleutel: string
  idempotentie_volgnummer: number
  gegevens: Generated<unknown>
  corrigeert_id: string | null
}

export interface Gebruiker {
  id: string
  regio_id: string
  organisatie_id: string
  gebruikersnaam: string
  naam: string
  email: string | null
  wachtwoord_hash: string | null
  totp_geheim: string | null
  totp_laatste_stap: number | null
  oidc_onderwerp: string | null
  mislukte_pogingen: Generated<number>
  geblokkeerd_tot: Date | null
  van: string
  tot: string | null
  versie: Generated<number>
}

export interface GebruikerRol {
  regio_id: string
  gebruiker_id: string
  rol_code: string
  van: string
  tot: string | null
}

export interface Gemeente {
  code: string
  naam: string
}

export interface Huishouden {
  id: string
  regio_id: string
  persoon_id: string
  naam: string
  aangemaakt_op: Date
  versie: Generated<number>
}

export interface HuishoudenLid {
  regio_id: string
  huishouden_id: string
  persoon_id: string
  rol: string
  van: string
  tot: string | null
}

export interface Inleesbestand {
  id: string
  regio_id: string
  organisatie_id: string
  gebruiker_id: string
  soort: string
  bestandsnaam: string
  sha256: string
  bron: string
  peildatum: string
  status: string
  rijen: number
  fouten: Generated<unknown>
  gemaakt_op: Date
  ingelezen_op: Date | null
}

export interface Instelling {
  regio_id: string
  code: string
  naam: string
  waarde: string
  soort: string
  van: string
  tot: string | null
  bron: string | null
  versie: Generated<number>
}

export interface Keuze {
  regio_id: string
  lijst: string
  code: string
  naam: string
  volgorde: Generated<number>
  uitleg: Generated<string>
  van: string
  tot: string | null
  bron: string | null
  versie: Generated<number>
}

export interface Klantcontact {
  id: string
  regio_id: string
  organisatie_id: string
  op: string
  soort: string
  gemeente_code: string | null
  van_elders: Generated<boolean>
  leeftijdsklasse: string
  gezin_kenmerk: string | null
  melding_id: string | null
  bron: string | null
}

export interface LeefgebiedAnalyse {
  regio_id: string
  onderzoek_id: string
  persoon_id: string
  leefgebied: string
  eigen_woorden: string | null
  bevinding: string | null
  zelfredzaamheid: number | null
  herkomst_informatie: string | null
}

export interface Locatie {
  id: string
  regio_id: string
  voorziening_id: string
  naam: string
  gemeente_code: string | null
  is_geheim: Generated<boolean>
  is_extern: Generated<boolean>
  adres_versleuteld: string | null
  telefoon: string | null
  kenmerken: Generated<string[]>
  reactietijd_minuten: number | null
  bevestigd_op: Date | null
  bevestigd_door: string | null
  van: string
  tot: string | null
  bron: string | null
  versie: Generated<number>
}

export interface Mandaat {
  id: string
  regio_id: string
  gemeente_code: string
  organisatie_id: string
  domein: string
  grondslag: string
  van: string
  tot: string | null
  bron: string | null
  versie: Generated<number>
}

export interface Melding {
  id: string
  regio_id: string
  nummer: string
  persoon_id: string | null
  huishouden_id: string | null
  ontvangen_op: Date
  meldingsdatum: string
  kanaal: string
  melder_soort: string
  melder_naam: string | null
  melder_contact: string | null
  melder_organisatie_id: string | null
  gemeente_code: string | null
  domein: string | null
  hulpvraag: string
  slaapplek_vannacht: Generated<string>
  kinderen: Generated<number>
  volwassenen: Generated<number>
  veiligheid: Generated<string>
  rechtmatig_verblijf: Generated<string>
  is_spoed: Generated<boolean>
  status: string
  organisatie_id: string
  behandelaar_id: string | null
  triage_uitkomst: string | null
  triage_toelichting: string | null
  triage_op: string | null
  vo_code: string | null
  bevestigd_op: string | null
  bevestigd_via: string | null
  vorige_melding_id: string | null
  dagen_sinds_vorige: number | null
  vorige_geweigerd: Generated<boolean>
  gesloten_op: string | null
  sluitreden: string | null
  versie: Generated<number>
  aangemaakt_op: Date
  gewijzigd_op: Date
  gewijzigd_door: string | null
}

export interface MeldingNotitie {
  id: string
  regio_id: string
  melding_id: string
  persoon_id: string | null
  organisatie_id: string
  gebruiker_id: string | null
  tekst: string
  voor_verwijzer: Generated<boolean>
  geschreven_op: Date
}

export interface MeldingOverdracht {
  id: string
  regio_id: string
  melding_id: string
  persoon_id: string | null
  van_organisatie_id: string
  naar_organisatie_id: string
  reden: string
  status: string
  aangeboden_op: Date
  aangeboden_door: string | null
  beantwoord_op: Date | null
  beantwoord_door: string | null
  antwoord_toelichting: string | null
}

export interface Meldingnummer {
  regio_id: string
  jaar: number
  laatste: number
}

export interface Nachtregistratie {
  regio_id: string
  verblijf_id: string
  persoon_id: string
  nacht: string
  aanwezig: boolean
  afwezig_reden: string | null
  vastgelegd_op: Date
  vastgelegd_door: string | null
}

export interface Onderzoek {
  id: string
  regio_id: string
  melding_id: string
  persoon_id: string
  gestart_op: string
  uiterlijk_op: string
  plan_uitgelegd_op: string | null
  plan_ontvangen_op: string | null
  plan_samenvatting: string | null
  ondersteuning_aangeboden_op: string | null
  ondersteuning_uitkomst: string | null
  identiteit_gezien_op: string | null
  identiteit_document: string | null
  behoeften: string | null
  eigen_kracht: string | null
  mantelzorg_netwerk: string | null
  ondersteuning_mantelzorger: string | null
  algemene_voorzieningen: string | null
  samenwerking: string | null
  bijdragen: string | null
  pgb_uitgelegd_op: string | null
  clientprofiel: string | null
  verslag_verzonden_op: string | null
  reactie_client: string | null
  afgerond_op: string | null
  versie: Generated<number>
  gewijzigd_op: Date
  gewijzigd_door: string | null
}

export interface Opening {
  regio_id: string
  locatie_id: string
  regime: string
  toelichting: Generated<string>
  van: string
  tot: string | null
}

export interface Opschorting {
  id: string
  regio_id: string
  beschikking_id: string
  persoon_id: string
  van: string
  tot: string | null
  reden: string
}

export interface Opvolging {
  id: string
  regio_id: string
  persoon_id: string | null
  melding_id: string | null
  status: string
  organisatie_id: string
  contactpersoon_id: string
  volgende_stap: string | null
  volgende_stap_op: string | null
  afgesloten_op: string | null
  afsluitreden: string | null
  afsluittoelichting: string | null
  geescaleerd_op: string | null
  versie: Generated<number>
  gewijzigd_op: Date
  gewijzigd_door: string | null
}

export interface Organisatie {
  id: string
  regio_id: string
  naam: string
  soort: string
  taken: Generated<string[]>
  gemeente_code: string | null
  agb_code: string | null
  kvk_nummer: string | null
  telefoon: string | null
  openingstijden: string | null
  van: string
  tot: string | null
  bron: string | null
  versie: Generated<number>
}

export interface Persoon {
  id: string
  regio_id: string
  achternaam: string | null
  tussenvoegsel: string | null
  voornamen: string | null
  roepnaam: string | null
  zoeknaam: Generated<string>
  geboortedatum: string | null
  geboortejaar: number | null
  geslacht: Generated<string>
  bsn_versleuteld: string | null
  bsn_index: Buffer | null
  geen_bsn_reden: string | null
  is_nn: Generated<boolean>
  is_geheim: Generated<boolean>
  telefoon: string | null
  email: string | null
  contactvoorkeur: string | null
  veilig_contact: string | null
  taal: string | null
  tolk_nodig: Generated<boolean>
  herkomst_gemeente: string | null
  herkomst_bewijs: string | null
  herkomst_onbekend_reden: string | null
  woonplaats_gemeente: string | null
  woonplaats_buiten_regio: Generated<boolean>
  woonplaats_onbekend_reden: string | null
  briefadres_status: Generated<string>
  overleden_op: string | null
  samengevoegd_in: string | null
  versie: Generated<number>
  aangemaakt_op: Date
  gewijzigd_op: Date
  gewijzigd_door: string | null
}

export interface PersoonAdres {
  id: string
  regio_id: string
  persoon_id: string
  soort: string
  is_geheim: Generated<boolean>
  adres_versleuteld: string
  gemeente_code: string | null
  van: string
  tot: string | null
  bron: string | null
  versie: Generated<number>
}

export interface Plaatsingsvoorstel {
  id: string
  regio_id: string
  wachtlijstplaatsing_id: string
  persoon_id: string
  huishouden_id: string | null
  personen: number
  locatie_id: string
  product_id: string
  plek_id: string | null
  vereiste_kenmerken: Generated<string[]>
  vanaf: string
  status: string
  voorgesteld_op: Date
  voorgesteld_door: string | null
  reageren_voor: Date
  beantwoord_op: Date | null
  beantwoord_door: string | null
  toelichting: string | null
  afwijking_reden: string | null
  overboeking_reden: string | null
  weiger_zijde: string | null
  weiger_reden: string | null
  weiger_toelichting: string | null
  volgende_stap: string | null
  einde_reden: string | null
  bezwaar_op: string | null
  bezwaar_tekst: string | null
  bezwaar_uitkomst: string | null
  bezwaar_besloten_op: string | null
  bezwaar_besloten_door: string | null
  bezwaar_toelichting: string | null
  versie: Generated<number>
  gewijzigd_op: Date
  gewijzigd_door: string | null
}

export interface Plek {
  id: string
  regio_id: string
  locatie_id: string
  product_id: string
  naam: string
  soort: string
  kamer: string | null
  personen_maximum: Generated<number>
  kenmerken: Generated<string[]>
  tijdelijk_reden: string | null
  van: string
  tot: string | null
  bron: string | null
  versie: Generated<number>
}

export interface Prioriteitsregel {
  id: string
  regio_id: string
  domein: string
  soort: string
  volgorde: number
  voorwaarde: string
  naam: string
  uitleg: string
  van: string
  tot: string | null
  bron: string | null
  versie: Generated<number>
}

export interface Product {
  id: string
  regio_id: string
  code: string
  naam: string
  domein: string
  omschrijving: Generated<string>
  nachtregistratie: Generated<boolean>
  gezinnen: Generated<string>
  toegang: Generated<string>
  van: string
  tot: string | null
  bron: string | null
  versie: Generated<number>
}

export interface ProductRegel {
  regio_id: string
  product_id: string
  van: string
  tot: string | null
  maximum_aantal: number | null
  maximum_eenheid: string | null
  waarschuw_dagen: Generated<number>
  bron: string | null
  versie: Generated<number>
}

export interface Regio {
  id: string
  code: string
  naam: string
  is_demo: Generated<boolean>
  versie: Generated<number>
}

export interface RegioGemeente {
  regio_id: string
  gemeente_code: string
  is_centrumgemeente: Generated<boolean>
  inwoners: number | null
  van: string
  tot: string | null
  bron: string | null
}

export interface Rol {
  code: string
  naam: string
  omschrijving: string
  volgorde: number
}

export interface RolPermissie {
  regio_id: string
  rol_code: string
  permissie: string
  van: string
  tot: string | null
}

export interface Samenvoeging {
  id: string
  regio_id: string
  persoon_id: string
  opgegaan_in: string
  reden: string
  samengevoegd_op: Date
  samengevoegd_door: string | null
  teruggedraaid_op: Date | null
  teruggedraaid_door: string | null
  terugdraaireden: string | null
}

export interface Sessie {
  token_hash: Buffer
  regio_id: string
  gebruiker_id: string
  rol_code: string
  aangemaakt_op: Date
  laatst_gebruikt_op: Date
  verloopt_op: Date
  ingetrokken_op: Date | null
  netwerkadres: string
  apparaat: string
}

export interface Termijn {
  regio_id: string
  code: string
  naam: string
  aantal: number
  eenheid: string
  wettelijk: Generated<boolean>
  van: string
  tot: string | null
  bron: string | null
  versie: Generated<number>
}

export interface Verblijf {
  id: string
  regio_id: string
  persoon_id: string
  huishouden_id: string | null
  plek_id: string
  locatie_id: string
  product_id: string
  voorstel_id: string | null
  wachtlijstplaatsing_id: string | null
  melding_id: string | null
  soort: Generated<string>
  begonnen_op: string
  verwacht_einde_op: string | null
  uiterlijk_op: string | null
  geeindigd_op: string | null
  uitstroomgereed_op: string | null
  uitstroom_wacht_op: string | null
  overschrijding_reden: string | null
  eindreden: string | null
  bestemming: string | null
  versie: Generated<number>
  aangemaakt_op: Date
  gewijzigd_op: Date
  gewijzigd_door: string | null
}

export interface VerblijfPersoon {
  regio_id: string
  verblijf_id: string
  persoon_id: string
  soort: Generated<string>
  van: string
  tot: string | null
}

export interface Verlenging {
  id: string
  regio_id: string
  verblijf_id: string
  persoon_id: string
  oud_uiterlijk_op: string | null
  nieuw_uiterlijk_op: string
  reden: string
  toelichting: string | null
  besloten_op: string
  besloten_door: string | null
}

export interface Vervolg {
  id: string
  regio_id: string
  melding_id: string
  persoon_id: string | null
  organisatie_id: string
  contactpersoon_id: string
  wat: string
  gepland_op: string
  dagen_na_besluit: number | null
  gedaan_op: string | null
  uitkomst: string | null
  toelichting: string | null
}

export interface Verzoek {
  regio_id: string
  gebruiker_id: string
  sleutel: string
  route: string
  inhoud_hash: Buffer
  status: number | null
  antwoord: unknown | null
  aangemaakt_op: Date
}

export interface Voorziening {
  id: string
  regio_id: string
  organisatie_id: string | null
  code: string
  naam: string
  soort: string
  domein: string
  bereik: string
  gemeente_code: string | null
  doelgroep: Generated<string>
  omschrijving: Generated<string>
  openingstijden: string | null
  capaciteit_volgens_bron: string | null
  onder_contract: Generated<boolean>
  van: string
  tot: string | null
  bron: string | null
  versie: Generated<number>
}

export interface Wachtcontact {
  id: string
  regio_id: string
  wachtlijstplaatsing_id: string
  persoon_id: string
  op: string
  wacht_nog: boolean
  risico: string
  uitkomst: string
  volgende_controle_op: string | null
  gebruiker_id: string | null
}

export interface Wachtlijstplaatsing {
  id: string
  regio_id: string
  persoon_id: string
  huishouden_id: string | null
  personen: Generated<number>
  kinderen: Generated<number>
  product_id: string
  richting: string
  gemeente_code: string | null
  gemeente_onbekend_reden: string | null
  voorkeur_locatie_id: string | null
  vereiste_kenmerken: Generated<string[]>
  clientprofiel: string | null
  melding_id: string | null
  beschikking_id: string | null
  status: string
  gemeld_op: string
  besloten_op: string
  plaatsbaar_op: string | null
  voorgesteld_op: string | null
  gestart_op: string | null
  wachtreden: string
  eigenschappen: Generated<string[]>
  overbrugging: string
  overbrugging_toelichting: string | null
  laatst_bevestigd_op: string
  bevestigen_voor: string
  volgnummer: Generated<number>
  voorrang_op: string | null
  voorrang_door: string | null
  voorrang_reden: string | null
  aantal_weigeringen: Generated<number>
  niet_plaatsbaar_sinds: string | null
  niet_plaatsbaar_herzien_op: string | null
  niet_plaatsbaar_geescaleerd_op: string | null
  beeindigd_op: string | null
  eindreden: string | null
  inleesbron: string | null
  inleesdatum: string | null
  versie: Generated<number>
  aangemaakt_op: Date
  gewijzigd_op: Date
  gewijzigd_door: string | null
}

export interface DB {
  adrestoestemming: Adrestoestemming
  audit: Audit
  audit_kop: AuditKop
  beschikking: Beschikking
  besluit: Besluit
  betrokkenheid: Betrokkenheid
  brief: Brief
  broncijfer: Broncijfer
  bronconflict: Bronconflict
  buiten_gebruik: BuitenGebruik
  concept: Concept
  criteria: Criteria
  fase: Fase
  gebeurtenis: Gebeurtenis
  gebruiker: Gebruiker
  gebruiker_rol: GebruikerRol
  gemeente: Gemeente
  huishouden: Huishouden
  huishouden_lid: HuishoudenLid
  inleesbestand: Inleesbestand
  instelling: Instelling
  keuze: Keuze
  klantcontact: Klantcontact
  leefgebied_analyse: LeefgebiedAnalyse
  locatie: Locatie
  mandaat: Mandaat
  melding: Melding
  melding_notitie: MeldingNotitie
  melding_overdracht: MeldingOverdracht
  meldingnummer: Meldingnummer
  nachtregistratie: Nachtregistratie
  onderzoek: Onderzoek
  opening: Opening
  opschorting: Opschorting
  opvolging: Opvolging
  organisatie: Organisatie
  persoon: Persoon
  persoon_adres: PersoonAdres
  plaatsingsvoorstel: Plaatsingsvoorstel
  plek: Plek
  prioriteitsregel: Prioriteitsregel
  product: Product
  product_regel: ProductRegel
  regio: Regio
  regio_gemeente: RegioGemeente
  rol: Rol
  rol_permissie: RolPermissie
  samenvoeging: Samenvoeging
  sessie: Sessie
  termijn: Termijn
  verblijf: Verblijf
  verblijf_persoon: VerblijfPersoon
  verlenging: Verlenging
  vervolg: Vervolg
  verzoek: Verzoek
  voorziening: Voorziening
  wachtcontact: Wachtcontact
  wachtlijstplaatsing: Wachtlijstplaatsing
}
