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
  { code: 'onderzoek', naam: 'Onderzoek na een melding', aantal: 6, eenheid: 'weken', wettelijk: true, bron: 'Wmo 2015 art. 2.3.2 lid 1' },
  { code: 'persoonlijk_plan', naam: 'Persoonlijk plan inleveren', aantal: 7, eenheid: 'dagen', wettelijk: true, bron: 'Wmo 2015 art. 2.3.2 lid 2' },
  { code: 'beschikking', naam: 'Beschikking na een aanvraag', aantal: 2, eenheid: 'weken', wettelijk: true, bron: 'Wmo 2015 art. 2.3.5 lid 2' },
  { code: 'bezwaar', naam: 'Bezwaar maken', aantal: 6, eenheid: 'weken', wettelijk: true, bron: 'Awb art. 6:7' },
  { code: 'heronderzoek', naam: 'Heronderzoek na een beschikking', aantal: 12, eenheid: 'maanden', wettelijk: false, bron: 'Wmo 2015 art. 2.3.9 (de wet noemt geen termijn)' },
  { code: 'ontvangstbevestiging', naam: 'Ontvangst van een melding bevestigen', aantal: 2, eenheid: 'werkdagen', wettelijk: false, bron: 'Wmo 2015 art. 2.3.2 lid 1 (de wet noemt geen termijn)' },
  { code: 'triage', naam: 'Korte triage na een melding', aantal: 1, eenheid: 'werkdagen', wettelijk: false, bron: 'Instelling van de regio' },
  { code: 'vervolg_1', naam: 'Eerste keer nakijken na een weigering', aantal: 7, eenheid: 'dagen', wettelijk: false, bron: 'Instelling van de regio' },
  { code: 'vervolg_2', naam: 'Tweede keer nakijken na een weigering', aantal: 30, eenheid: 'dagen', wettelijk: false, bron: 'Instelling van de regio' },
  { code: 'vervolg_3', naam: 'Derde keer nakijken na een weigering', aantal: 90, eenheid: 'dagen', wettelijk: false, bron: 'Instelling van de regio' },
  { code: 'wachtlijst_bevestigen', naam: 'Opnieuw vragen of iemand nog wacht', aantal: 6, eenheid: 'weken', wettelijk: false, bron: 'Regiovisie MVS §3.3 (wachtlijstbeheer); termijn van de regio' },
  { code: 'voorstel_antwoord', naam: 'Antwoord van de aanbieder op een voorstel', aantal: 48, eenheid: 'uren', wettelijk: false, bron: 'Instelling van de regio' },
  { code: 'niet_plaatsbaar_herzien', naam: 'Opnieuw proberen als plaatsen niet lukt', aantal: 1, eenheid: 'weken', wettelijk: false, bron: 'Instelling van de regio' },
  { code: 'niet_plaatsbaar_escaleren', naam: 'Naar de coördinator als plaatsen niet lukt', aantal: 4, eenheid: 'weken', wettelijk: false, bron: 'Instelling van de regio' },
  { code: 'locatie_verouderd', naam: 'Stand van een locatie is verouderd', aantal: 24, eenheid: 'uren', wettelijk: false, bron: 'Instelling van de regio' },
  { code: 'opvolging_escaleren', naam: 'Te late stap naar de coördinator', aantal: 3, eenheid: 'werkdagen', wettelijk: false, bron: 'Instelling van de regio' },
] as const satisfies readonly StandaardTermijn[]

export type TermijnCode = (typeof termijnen)[number]['code']

export const instellingen = [
  { code: 'tweede_weigering', naam: 'Gevolg als iemand voor de tweede keer een plek weigert', waarde: 'overleg', soort: 'tekst', bron: 'Keuze van de regio: overleg, achteraan of van_de_lijst' },
  { code: 'gezin_nooit_in_nachtopvang', naam: 'Gezinnen met kinderen gaan nooit naar de nachtopvang', waarde: 'ja', soort: 'ja_nee', bron: 'Regiovisie DWO §4.2' },
  { code: 'woonplaatsbeginsel', naam: 'Woonplaatsbeginsel beschermd wonen geldt', waarde: 'nee', soort: 'ja_nee', bron: 'Kamerstuk 36288; nog niet in werking' },
  { code: 'kleine_cel', naam: 'Kleinste aantal dat in openbare cijfers zichtbaar is', waarde: '8', soort: 'getal', bron: 'CBS-conventie: 0 tot en met 7 geheim' },
] as const

export type InstellingCode = (typeof instellingen)[number]['code']

/** Choice lists: list → code → name. A region adds, renames and ends choices on screen. */
export const keuzelijsten = {
  kanaal: { balie: 'Balie', telefoon: 'Telefoon', email: 'E-mail', formulier: 'Formulier op internet', straat: 'Op straat (outreach)', verwijzing: 'Verwijzing door een organisatie', veilig_thuis: 'Veilig Thuis', politie: 'Politie', ziekenhuis: 'Ziekenhuis', detentie: 'Detentie' },
  melder_soort: { zelf: 'De persoon zelf', naaste: 'Familie, vriend of mantelzorger', wijkteam: 'Wijkteam', veilig_thuis: 'Veilig Thuis', politie: 'Politie', ziekenhuis: 'Ziekenhuis of ggz-instelling', detentie: 'Gevangenis of reclassering', aanbieder: 'Zorgaanbieder', corporatie: 'Woningcorporatie', buurt: 'Buurtbewoner', anders: 'Anders' },
  leefgebied: { wonen: 'Wonen', financien: 'Geld en schulden', dagbesteding: 'Werk, opleiding en dagbesteding', relaties: 'Huiselijke relaties', netwerk: 'Sociaal netwerk', geestelijke_gezondheid: 'Geestelijke gezondheid', lichamelijke_gezondheid: 'Lichamelijke gezondheid', verslaving: 'Middelengebruik', adl: 'Dagelijkse verrichtingen', participatie: 'Meedoen in de samenleving', justitie: 'Politie en justitie' },
  clientprofiel: { economisch_dakloos: 'Economisch dakloos', gezin_dakloos: 'Dakloos gezin', meervoudig: 'Meervoudige problematiek', ggz_verslaving: 'Ggz en verslaving', lvb: 'Licht verstandelijke beperking', jongvolwassen: 'Jongvolwassene 18–23', zwerfjongere: 'Zwerfjongere', slachtoffer_geweld: 'Slachtoffer van huiselijk geweld', uitstroom_instelling: 'Komt uit een instelling of detentie', zware_zorg: 'Zware zorg, 24 uur nabij' },
  kenmerk: { eigen_kamer: 'Eigen slaapkamer', rolstoel: 'Toegankelijk met een rolstoel', begane_grond: 'Begane grond', kinderen: 'Geschikt voor kinderen', huisdier: 'Huisdier mag mee', vrouwen: 'Alleen vrouwen', mannen: 'Alleen mannen', lhbtiq_veilig: 'Veilig voor lhbtiq+', rookvrij: 'Rookvrij', gebruik_toegestaan: 'Gebruik van middelen mag', jonge_moeders: 'Voor jonge moeders', autisme: 'Voor mensen met autisme', clean: 'Voor mensen die gestopt zijn met middelen', jongeren: 'Voor jongeren' },
  weigerreden_toegang: { geen_regiobinding: 'Meer kans van slagen in een andere regio', zelfredzaam: 'Kan het zelf oplossen, met hulp', ander_loket: 'Hoort bij een ander loket of een andere wet', geen_rechtmatig_verblijf: 'Geen rechtmatig verblijf', geen_plek: 'Geen passende plek', zorgvraag_te_zwaar: 'Zorgvraag te zwaar voor de opvang', schorsing: 'Schorsing na een ernstig voorval', anders: 'Anders' },
  weigerreden_persoon: { plek_past_niet: 'De plek past niet', te_ver: 'Te ver van werk, school of netwerk', medebewoners: 'Vanwege medebewoners', regels: 'Vanwege de huisregels', eigen_oplossing: 'Heeft zelf een oplossing', wil_niet: 'Wil nu geen opvang of hulp', anders: 'Anders' },
  weigerreden_aanbieder: { geen_ruimte: 'Toch geen ruimte', doelgroep_past_niet: 'Past niet bij de groep', zorg_te_zwaar: 'Zorgvraag te zwaar', veiligheid: 'Veiligheid van anderen', kenmerk_ontbreekt: 'De plek mist een nodig kenmerk', anders: 'Anders' },
  wachtreden: { geen_plek: 'Er is geen passende plek vrij', wacht_op_besluit: 'Wacht op een besluit of beschikking', wacht_op_woning: 'Wacht op een woning', wacht_op_wlz: 'Wacht op een besluit over Wlz-zorg', wil_bepaalde_plek: 'Wil alleen een bepaalde plek', tijdelijk_niet_beschikbaar: 'Is tijdelijk niet beschikbaar (opname, detentie)', niet_bereikbaar: 'Is niet bereikbaar', anders: 'Anders' },
  eindreden_wachten: { elders_geplaatst: 'Is elders geplaatst', eigen_oplossing: 'Heeft zelf een oplossing', hulp_niet_meer_nodig: 'Hulp is niet meer nodig', trekt_zich_terug: 'Trekt zich terug', onvindbaar: 'Onvindbaar na alle pogingen', overleden: 'Overleden', dubbel: 'Dubbel geregistreerd', twee_keer_geweigerd: 'Van de lijst na een tweede weigering' },
  eindreden_verblijf: { doelen_behaald: 'Doelen behaald', doorstroom: 'Naar een andere voorziening', eigen_keuze: 'Vertrekt uit eigen keuze', uitval: 'Voortijdig gestopt', schorsing: 'Beëindigd na een voorval', niet_teruggekeerd: 'Niet teruggekomen', einde_termijn: 'Termijn verstreken', wlz: 'Naar de Wlz', opname: 'Opname in een instelling', detentie: 'Detentie', overleden: 'Overleden', verhuisd: 'Verhuisd naar een andere plek' },
  bestemming: { eigen_woning: 'Eigen huurwoning', beschermd_wonen: 'Beschermd wonen', beschermd_thuis: 'Beschermd thuis', opvang: 'Andere opvang', tijdelijke_woning: 'Tijdelijke woning of flexwoning', housing_first: 'Housing First', wlz_instelling: 'Wlz-instelling', andere_regio: 'Andere regio', eigen_netwerk: 'Eigen netwerk', instelling: 'Kliniek of ziekenhuis', detentie: 'Detentie', straat: 'Straat', onbekend: 'Onbekend', overleden: 'Overleden' },
  overschrijdingsreden: { wacht_op_bw: 'Wacht op beschermd wonen', wacht_op_woning: 'Wacht op een woning', wacht_op_andere_plek: 'Wacht op een andere plek', herstel_niet_af: 'Herstel heeft meer tijd nodig', kinderen: 'In het belang van de kinderen', anders: 'Anders' },
  reden_buiten_gebruik: { onderhoud: 'Onderhoud', schoonmaak: 'Schoonmaak of ongedierte', schade: 'Schade', personeel: 'Te weinig personeel', veiligheid: 'Veiligheid', quarantaine: 'Ziekte of quarantaine', anders: 'Anders' },
  afwezig_reden: { met_bericht: 'Afwezig met bericht', zonder_bericht: 'Afwezig zonder bericht', verlof: 'Verlof', opname: 'Opname' },
  geen_bsn_reden: { onbekend: 'Nummer is nog onbekend', niet_ingeschreven: 'Niet ingeschreven in Nederland', wil_niet_geven: 'Wil het niet geven', anoniem: 'Anonieme melding' },
  onbekend_reden: { niet_gevraagd: 'Nog niet gevraagd', wil_niet_zeggen: 'Wil het niet zeggen', niet_vast_te_stellen: 'Niet vast te stellen', buitenland: 'Komt uit het buitenland' },
} as const satisfies Record<string, Record<string, string>>

export type Keuzelijst = keyof typeof keuzelijsten

export const prioriteitsregels = [
  { domein: 'MO', soort: 'trede', volgorde: 1, voorwaarde: 'acuut_onveilig', naam: 'Acuut onveilig', uitleg: 'de situatie is acuut onveilig' },
  { domein: 'MO', soort: 'trede', volgorde: 2, voorwaarde: 'gezin_met_kinderen', naam: 'Gezin met kinderen', uitleg: 'er zijn minderjarige kinderen' },
  { domein: 'MO', soort: 'trede', volgorde: 3, voorwaarde: 'buiten_slapen', naam: 'Slaapt buiten', uitleg: 'er is vannacht geen slaapplek' },
  { domein: 'MO', soort: 'poort', volgorde: 1, voorwaarde: 'plaatsbaar', naam: 'Plaatsbaar', uitleg: 'plaatsing kan nu' },
  { domein: 'BW', soort: 'poort', volgorde: 1, voorwaarde: 'beschikking_geldig', naam: 'Geldige beschikking', uitleg: 'er is een geldige beschikking' },
  { domein: 'BW', soort: 'poort', volgorde: 2, voorwaarde: 'plaatsbaar', naam: 'Plaatsbaar', uitleg: 'plaatsing kan nu' },
  { domein: 'BW', soort: 'trede', volgorde: 1, voorwaarde: 'acuut_onveilig', naam: 'Acuut onveilig', uitleg: 'de situatie is acuut onveilig' },
  { domein: 'BW', soort: 'trede', volgorde: 2, voorwaarde: 'buiten_slapen', naam: 'Zonder slaapplek', uitleg: 'er is vannacht geen slaapplek' },
  { domein: 'BT', soort: 'poort', volgorde: 1, voorwaarde: 'plaatsbaar', naam: 'Plaatsbaar', uitleg: 'plaatsing kan nu' },
  { domein: 'BT', soort: 'trede', volgorde: 1, voorwaarde: 'uitstroomgereed', naam: 'Houdt een plek bezet', uitleg: 'wie klaar is om door te stromen maakt een plek vrij' },
  { domein: 'VO', soort: 'poort', volgorde: 1, voorwaarde: 'plaatsbaar', naam: 'Plaatsbaar', uitleg: 'plaatsing kan nu' },
  { domein: 'VO', soort: 'trede', volgorde: 1, voorwaarde: 'acuut_onveilig', naam: 'Acuut onveilig', uitleg: 'de situatie is acuut onveilig' },
  { domein: 'VO', soort: 'trede', volgorde: 2, voorwaarde: 'gezin_met_kinderen', naam: 'Met kinderen', uitleg: 'er zijn minderjarige kinderen' },
  { domein: 'WONEN', soort: 'poort', volgorde: 1, voorwaarde: 'plaatsbaar', naam: 'Plaatsbaar', uitleg: 'plaatsing kan nu' },
  { domein: 'WONEN', soort: 'trede', volgorde: 1, voorwaarde: 'uitstroomgereed', naam: 'Houdt een plek bezet', uitleg: 'wie klaar is om uit te stromen maakt een plek vrij' },
] as const

/** Test for BW and opvang of Wmo 2015 art. 2.3.5 lid 4, in plain words; a region adds its own beleidsregels. */
export const criteria = [
  { domein: 'BW', naam: 'Toets beschermd wonen', vragen: [
    { code: 'psychisch', tekst: 'Heeft de persoon psychische of psychosociale problemen?', toelichting: 'Wmo 2015 art. 1.1.1' },
    { code: 'niet_zelf', tekst: 'Kan de persoon zich daardoor niet zelf redden in de samenleving?', toelichting: 'Wmo 2015 art. 2.3.5 lid 4' },
    { code: 'netwerk', tekst: 'Zijn eigen kracht, hulp van naasten en algemene voorzieningen niet genoeg?', toelichting: 'Wmo 2015 art. 2.3.5 lid 4' },
    { code: 'nabijheid', tekst: 'Is toezicht of hulp nodig die op elk moment van de dag dichtbij is?', toelichting: 'Wmo 2015 art. 1.1.1' },
  ] },
  { domein: 'BT', naam: 'Toets beschermd thuis', vragen: [
    { code: 'psychisch', tekst: 'Heeft de persoon psychische of psychosociale problemen?', toelichting: 'Wmo 2015 art. 1.1.1' },
    { code: 'onplanbaar', tekst: 'Is hulp nodig die niet altijd te plannen is, maar zonder toezicht van 24 uur?', toelichting: 'Regiovisie MVS §4.1; regiovisie DWO §4.1' },
  ] },
  { domein: 'MO', naam: 'Toets maatschappelijke opvang', vragen: [
    { code: 'thuis_verlaten', tekst: 'Heeft de persoon de thuissituatie verlaten of geen onderdak?', toelichting: 'Wmo 2015 art. 1.1.1' },
    { code: 'niet_zelf', tekst: 'Kan de persoon zich niet op eigen kracht redden?', toelichting: 'Wmo 2015 art. 2.3.5 lid 4' },
    { code: 'verblijf', tekst: 'Is het verblijf in Nederland rechtmatig?', toelichting: 'Wmo 2015 art. 1.2.2' },
  ] },
  { domein: 'VO', naam: 'Toets vrouwenopvang', vragen: [
    { code: 'afhankelijk', tekst: 'Is er geweld in een afhankelijkheidsrelatie?', toelichting: 'Regiovisie MVS §6.3' },
    { code: 'veilig', tekst: 'Is het thuis niet veilig?', toelichting: 'Wmo 2015 art. 1.1.1' },
  ] },
  { domein: 'WONEN', naam: 'Toets begeleid wonen', vragen: [{ code: 'zelfstandig', tekst: 'Kan de persoon zelfstandig wonen, zo nodig met begeleiding?', toelichting: 'Regiovisie DWO §4.1' }] },
] as const
