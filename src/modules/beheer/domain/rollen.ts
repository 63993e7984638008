import type { Permissie } from '../../../platform/permissies.ts'

/** A role with what it may do when a region starts; the region changes that on screen, with a date. */
export interface Rol {
  readonly code: string
  readonly naam: string
  readonly omschrijving: string
  readonly permissies: readonly Permissie[]
}

const lezenInDeKeten: readonly Permissie[] = ['vandaag.lezen', 'persoon.zoeken', 'persoon.lezen', 'melding.lezen', 'beschikking.lezen', 'plek.lezen', 'wachtlijst.lezen', 'voorstel.lezen', 'verblijf.lezen', 'opvolging.wijzigen']

/** Roles of privacy-security.md §5 that the first half of the chain needs; order is the order in lists. */
export const rollen: readonly Rol[] = [
  {
    code: 'toegangsmedewerker',
    naam: 'Toegangsmedewerker',
    omschrijving: 'Neemt meldingen aan, doet triage en onderzoek, en stelt plekken voor.',
    permissies: [...lezenInDeKeten, 'persoon.wijzigen', 'persoon.samenvoegen', 'bsn.lezen', 'melding.registreren', 'melding.behandelen', 'melding.besluiten', 'melding.overdragen', 'vrouwenopvang.triage', 'wachtlijst.plaatsen', 'wachtlijst.beheren', 'voorstel.doen', 'verblijf.vastleggen', 'noodprocedure.gebruiken'],
  },
  {
    code: 'consulent_daklozenloket',
    naam: 'Consulent daklozenloket',
    omschrijving: 'Neemt meldingen aan het daklozenloket aan en doet triage.',
    permissies: [...lezenInDeKeten, 'persoon.wijzigen', 'bsn.lezen', 'melding.registreren', 'melding.behandelen', 'melding.besluiten', 'melding.overdragen', 'wachtlijst.plaatsen', 'voorstel.doen', 'verblijf.vastleggen'],
  },
  {
    code: 'centrumgemeente_beslisser',
    naam: 'Beslisser',
    omschrijving: 'Neemt beschikkingen, zelf of met mandaat.',
    permissies: [...lezenInDeKeten, 'bsn.lezen', 'melding.behandelen', 'melding.besluiten', 'beschikking.beslissen', 'wachtlijst.plaatsen', 'voorstel.bezwaar_beslissen'],
  },
  {
    code: 'wachtlijstbeheerder',
    naam: 'Wachtlijstbeheerder',
    omschrijving: 'Houdt de regionale wachtlijst bij en stelt plekken voor.',
    permissies: [...lezenInDeKeten, 'wachtlijst.plaatsen', 'wachtlijst.beheren', 'voorstel.doen', 'voorstel.bezwaar_beslissen', 'inlezen.uitvoeren', 'opvolging.coordineren'],
  },
  {
    code: 'aanbieder_planner',
    naam: 'Planner bij een aanbieder',
    omschrijving: 'Beantwoordt voorstellen, kiest plekken en houdt de locaties bij.',
    permissies: [...lezenInDeKeten, 'persoon.wijzigen', 'plek.beheren', 'plek.bevestigen', 'voorstel.beantwoorden', 'verblijf.vastleggen', 'inlezen.uitvoeren'],
  },
  {
    code: 'aanbieder_begeleider',
    naam: 'Begeleider bij een aanbieder',
    omschrijving: 'Ziet wie er verblijft, registreert nachten en bevestigt de stand.',
    permissies: ['vandaag.lezen', 'persoon.zoeken', 'persoon.lezen', 'plek.lezen', 'voorstel.lezen', 'verblijf.lezen', 'verblijf.vastleggen', 'plek.bevestigen', 'opvolging.wijzigen'],
  },
  {
    code: 'vo_medewerker',
    naam: 'Medewerker vrouwenopvang',
    omschrijving: 'Werkt met geheime dossiers en locaties van de vrouwenopvang.',
    permissies: [...lezenInDeKeten, 'persoon.wijzigen', 'bsn.lezen', 'melding.registreren', 'melding.behandelen', 'melding.besluiten', 'melding.overdragen', 'vrouwenopvang.triage', 'vrouwenopvang.lezen', 'geheim_adres.lezen', 'plek.beheren', 'plek.bevestigen', 'wachtlijst.plaatsen', 'voorstel.doen', 'voorstel.beantwoorden', 'verblijf.vastleggen'],
  },
  {
    code: 'casusregisseur',
    naam: 'Casusregisseur',
    omschrijving: 'Is vast aanspreekpunt van cliënten en bewaakt de volgende stap.',
    permissies: [...lezenInDeKeten, 'persoon.wijzigen', 'wachtlijst.plaatsen'],
  },
  {
    code: 'regiocoordinator',
    naam: 'Regiocoördinator',
    omschrijving: 'Volgt te late stappen in de hele regio, zonder dossiers van anderen te openen.',
    permissies: ['vandaag.lezen', 'plek.lezen', 'cijfers.lezen', 'opvolging.coordineren', 'beheer.lezen'],
  },
  {
    code: 'programmamanager',
    naam: 'Programmamanager',
    omschrijving: 'Ziet capaciteit, wachttijden en cijfers, zonder personen.',
    permissies: ['vandaag.lezen', 'plek.lezen', 'cijfers.lezen', 'beheer.lezen'],
  },
  {
    code: 'beleidsmedewerker',
    naam: 'Beleidsmedewerker',
    omschrijving: 'Ziet cijfers en instellingen, zonder personen.',
    permissies: ['vandaag.lezen', 'plek.lezen', 'cijfers.lezen', 'beheer.lezen'],
  },
  {
    code: 'corporatie_medewerker',
    naam: 'Medewerker woningcorporatie',
    omschrijving: 'Ziet alleen wie uitstroomt naar een woning van de corporatie.',
    permissies: ['vandaag.lezen'],
  },
  {
    code: 'privacy_officer',
    naam: 'Privacy officer (FG)',
    omschrijving: 'Leest het logboek van inzage, niet de dossiers.',
    permissies: ['vandaag.lezen', 'audit.lezen', 'beheer.lezen'],
  },
  {
    code: 'functioneel_beheerder',
    naam: 'Functioneel beheerder',
    omschrijving: 'Beheert instellingen, organisaties en gebruikers, niet de dossiers.',
    permissies: ['vandaag.lezen', 'beheer.lezen', 'beheer.wijzigen', 'gebruiker.beheren', 'plek.lezen', 'plek.beheren', 'inlezen.uitvoeren'],
  },
]
