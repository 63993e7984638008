/**
 * Every right that a role can have, with the words of the beheer screen. A route names one of these, so a typing error
 * does not compile. Which role has which right is dated configuration per region (rol_permissie).
 */
export const permissies = {
  'vandaag.lezen': 'De pagina Vandaag zien',
  'persoon.zoeken': 'Personen zoeken',
  'persoon.lezen': 'Gegevens van betrokken personen lezen',
  'persoon.wijzigen': 'Personen vastleggen en wijzigen',
  'persoon.samenvoegen': 'Dubbele dossiers samenvoegen en dat terugdraaien',
  'bsn.lezen': 'Het burgerservicenummer zien',
  'geheim_adres.lezen': 'Geheime adressen zien',
  'vrouwenopvang.lezen': 'Dossiers en plekken van de vrouwenopvang zien',
  'noodprocedure.gebruiken': 'Een dossier in nood openen, met reden',
  'opvolging.wijzigen': 'Verantwoordelijke, contactpersoon en volgende stap vastleggen',
  'opvolging.coordineren': 'Te late volgende stappen van de hele regio volgen',
  'delen.lezen': 'Zien wie wat over een cliënt kreeg, en de toestemmingen',
  'delen.vastleggen': 'Delen en toestemmingen vastleggen en intrekken',
  'melding.lezen': 'Meldingen lezen',
  'melding.registreren': 'Meldingen vastleggen',
  'melding.behandelen': 'Triage en onderzoek doen',
  'melding.besluiten': 'Besluiten nemen op meldingen',
  'melding.overdragen': 'Meldingen overdragen en aannemen',
  'vrouwenopvang.triage': 'De code van Veilig Thuis vastleggen',
  'beschikking.lezen': 'Beschikkingen lezen',
  'beschikking.beslissen': 'Beschikkingen nemen, herzien en intrekken',
  'plek.lezen': 'Het plekkenbord zien',
  'plek.beheren': 'Voorzieningen, locaties en plekken beheren',
  'plek.bevestigen': 'De stand van een locatie bevestigen',
  'oproep.lezen': 'Oproepen bij de eigen locaties zien',
  'oproep.vastleggen': 'Oproepen vastleggen en bijwerken',
  'traject.lezen': 'Trajecten lezen',
  'traject.wijzigen': 'Fase, aanspreekpunt, terugval, product en routes van een traject vastleggen',
  'wachtlijst.lezen': 'De wachtlijst lezen',
  'wachtlijst.plaatsen': 'Iemand op de wachtlijst zetten en bijwerken',
  'wachtlijst.beheren': 'Voorrang geven, bevestigen en van de lijst halen',
  'voorstel.lezen': 'Plaatsingsvoorstellen lezen',
  'voorstel.doen': 'Een plek voorstellen en intrekken',
  'voorstel.beantwoorden': 'Een voorstel aanvaarden of weigeren',
  'voorstel.bezwaar_beslissen': 'Beslissen over bezwaar tegen een weigering',
  'verblijf.lezen': 'Verblijven lezen',
  'verblijf.vastleggen': 'Aankomst, nachten, verhuizing, verlenging en vertrek vastleggen',
  'beheer.lezen': 'Instellingen van de regio lezen',
  'beheer.wijzigen': 'Instellingen van de regio wijzigen',
  'beheer.terugwerkend': 'Instellingen wijzigen met een datum in het verleden, met reden',
  'gebruiker.beheren': 'Gebruikers en rollen beheren',
  'inlezen.uitvoeren': 'Bestanden inlezen',
  'cijfers.lezen': 'Cijfers zonder personen zien',
  'audit.lezen': 'Het logboek van inzage lezen',
} as const

export type Permissie = keyof typeof permissies

export const allePermissies = Object.keys(permissies) as Permissie[]
