import { formatLong, isPlainDate } from '../../../shared/plain-date.ts'
import { adresSoorten, huishoudenRollen } from './keuzes.ts'

type Gegevens = Readonly<Record<string, unknown>>

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const day = (value: unknown): string =>
  typeof value === 'string' && isPlainDate(value) ? formatLong(value) : ''

/** Sentences where the words of the event alone say too little. Other events are said in their own words. */
const zinnen: Readonly<Record<string, (gegevens: Gegevens) => string>> = {
  PersoonGeregistreerd: (g) => (g.isNn === true ? 'Dossier aangelegd zonder naam (NN)' : 'Dossier aangelegd'),
  PersoonGewijzigd: (g) => `Gegevens gewijzigd${fieldsOf(g)}`,
  NaamBekend: () => 'De naam is bekend geworden',
  PersoonOverleden: () => 'Overleden',
  AdresVastgelegd: (g) => `${labelOf(adresSoorten, g.adresSoort, 'Adres')} vastgelegd`,
  AdresBeeindigd: (g) => `${labelOf(adresSoorten, g.adresSoort, 'Adres')} beëindigd`,
  HuishoudenGemaakt: (g) =>
    `Huishouden gemaakt met ${g.personen === 1 ? 'één persoon' : `${g.personen} personen`}`,
  HuishoudenLidToegevoegd: (g) =>
    `Toegevoegd aan een huishouden als ${labelOf(huishoudenRollen, g.rol, 'lid').toLowerCase()}`,
  HuishoudenLidGewijzigd: (g) =>
    `Nieuwe plaats in het huishouden: ${labelOf(huishoudenRollen, g.rol, 'lid').toLowerCase()}`,
  VeiligheidVastgelegd: () => 'Vastgelegd hoe veilig het is',
  HuishoudenLidVertrokken: () => 'Hoort niet meer bij het huishouden',
  DossierSamengevoegd: () => 'Dossier samengevoegd met een ander dossier van deze cliënt',
  SamenvoegingTeruggedraaid: () => 'Samenvoeging van dossiers teruggedraaid',
  OrganisatieAangesloten: (g) => `Nieuwe organisatie betrokken, omdat: ${text(g.reden)}`,
  NoodprocedureGebruikt: (g) => `Dossier in nood geopend, omdat: ${text(g.reden)}`,
  VolgendeStapGezet: (g) => `Volgende stap: ${text(g.volgendeStap)}, uiterlijk ${day(g.volgendeStapOp)}`,
  StapGeescaleerd: () => 'De volgende stap is te laat; de regiocoördinator is gewaarschuwd',
  WachtstandGewijzigd: (g) =>
    g.naar === 'voorgesteld' ? 'Op de wachtlijst: er loopt een voorstel' : 'Wacht weer op een plek',
  VerblijfGestart: (g) => {
    const waar = text(g.product) && `: ${text(g.product).toLowerCase()}`
    if (g.soort === 'time_out') return `Time-outplek${waar}`
    return `${g.soort === 'spoed' ? 'Spoedplaatsing' : 'Verblijf begonnen'}${waar}`
  },
  VerblijfGeeindigd: (g) => {
    if (g.soort === 'time_out') return 'Vertrokken van de time-outplek'
    if (g.reden === 'doorstroom' || g.reden === 'verhuisd') return 'Vertrokken naar een andere plek'
    return `Vertrokken, naar: ${text(g.bestemming).replaceAll('_', ' ')}`
  },
  TrajectBegonnen: (g) => `Traject begonnen${text(g.fase) && `, in de fase ${text(g.fase).toLowerCase()}`}`,
  FaseGewijzigd: (g) => `Traject in de fase ${text(g.fase).toLowerCase()}`,
  AanspreekpuntGewijzigd: (g) => `Nieuw vast aanspreekpunt: ${text(g.naam)}, omdat: ${text(g.reden)}`,
  TerugvalVastgelegd: () => 'Terugval; het traject loopt door',
  TimeOutBegonnen: () => 'Time-out; het traject loopt door',
  TimeOutVooruitGeboekt: (g) => `Time-outplek geboekt vanaf ${day(g.van)}`,
  TimeOutboekingBegonnen: () => 'De geboekte time-out is begonnen',
  TimeOutboekingGeannuleerd: () => 'De geboekte time-outplek is geannuleerd',
  TrajectHervat: () => 'Terugval of time-out voorbij; het traject gaat verder',
  ProductGewijzigd: (g) => `Binnen het traject nu ${text(g.product).toLowerCase()}`,
  TrajectGeeindigd: () => 'Traject beëindigd',
  WlzSignaal: () => 'Signaal dat Wlz-zorg nodig kan zijn',
  WlzStap: (g) => `Weg naar de Wlz: ${text(g.status).replaceAll('_', ' ')}`,
  AchttienRouteBegonnen: (g) => `Wordt 18 op ${day(g.achttienOp)}: plan nodig voor ${day(g.planVoor)}`,
  AchttienStap: (g) => `Op weg naar 18 jaar: ${text(g.status).replaceAll('_', ' ')}`,
  UitstroomBegonnen: () => 'Uitstroom: het dossier is begonnen',
  WoonwensVastgelegd: () => 'Uitstroom: gewenste gemeente en soort woning vastgelegd',
  VoorwaardenBekeken: () => 'Uitstroom: voorwaarden nagekeken',
  MaatwerkoverlegGehouden: (g) => `Maatwerkoverleg: ${text(g.uitkomst).replaceAll('_', ' ')}`,
  UitstroomAfgerond: () => 'Uitstroom afgerond',
  UitstroomHeropend: () => 'Uitstroom: het afgeronde dossier is weer geopend',
  UrgentieVoorbereid: (g) => `${aanvraagVan(g)} voorbereid`,
  UrgentieStap: (g) => `${aanvraagVan(g)} ${text(g.status)}`,
  WoningGevraagd: () => 'Corporatie om een woning gevraagd',
  WoningAangeboden: () => 'Corporatie biedt een woning aan',
  GeenWoning: () => 'Corporatie heeft nu geen woning',
  WoningaanbodStap: (g) => `Woningaanbod ${text(g.status).replaceAll('_', ' ')}`,
  GevolgWeigeringBesloten: () => 'Besloten wat er volgt op het weigeren van woningen',
  ContractVastgelegd: () => 'Contract van de woning vastgelegd',
  ContractGeevalueerd: () => 'Samen teruggekeken op het contract',
  ContractOmgezet: () => 'Contract omgezet in een gewoon huurcontract',
  ContractBeeindigd: () => 'Contract van de woning beëindigd',
  NazorgVoorgesteld: (g) =>
    `Nazorg voorgesteld, elke ${g.elkeWeken === 1 ? 'week' : `${g.elkeWeken} weken`} contact`,
  NazorgBegonnen: (g) =>
    `Nazorg begonnen, elke ${g.elkeWeken === 1 ? 'week' : `${g.elkeWeken} weken`} contact`,
  NazorgFrequentieGewijzigd: (g) =>
    `Nazorg: vanaf ${day(g.van)} elke ${g.elkeWeken === 1 ? 'week' : `${g.elkeWeken} weken`} contact`,
  GeenNazorg: (g) => `Besloten dat er geen nazorg komt: ${text(g.reden).replaceAll('_', ' ')}`,
  NazorgOpgeschaald: () => 'Van nazorg naar actieve hulp',
  WaakvlamContact: (g) => `Contact voor nazorg: ${text(g.uitkomst).replaceAll('_', ' ')}`,
  WaakvlamTeLaat: (g) => `Geen contact voor nazorg op of voor ${day(g.contactOp)}`,
  NetwerksignaalOntvangen: () => 'Signaal van iemand uit het netwerk',
  NetwerksignaalOpgepakt: () => 'Met een signaal uit het netwerk is iets gedaan',
  VoRouteGekozen: (g) =>
    g.route === 'noodbed_elders'
      ? 'Route gekozen: noodbed elders in het land'
      : 'Route gekozen: plek in de eigen gemeenten',
  VoRouteGeplaatst: () => 'Er is een veilige plek',
  VoRouteGeeindigd: () => 'Route naar een veilige plek geëindigd',
  VeiligheidsplanGemaakt: () => 'Veiligheidsplan gemaakt',
  VeiligheidsplanHerzien: () => 'Nieuwe versie van het veiligheidsplan',
  VeiligheidsplanAfgesloten: () => 'Veiligheidsplan afgesloten',
  HuisverbodOpgelegd: () => 'Tijdelijk huisverbod opgelegd',
  HuisverbodVerlengd: () => 'Tijdelijk huisverbod verlengd',
  HuisverbodIngetrokken: () => 'Tijdelijk huisverbod ingetrokken',
  VeiligThuisBetrokken: () => 'Veilig Thuis is betrokken',
  VeiligThuisKlaar: () => 'Veilig Thuis is klaar',
  AanSysteemGekoppeld: () => 'Gekoppeld aan een systeem',
  VanSysteemOntkoppeld: () => 'Koppeling aan een systeem geëindigd',
  BelangenconflictVastgelegd: () => 'Vastgelegd dat een partij dit dossier niet mag zien',
  BelangenconflictOpgeheven: () => 'Blokkade door een belangenconflict opgeheven',
  PlanBegonnen: () => 'Ondersteuningsplan begonnen',
  PlanGeschreven: () => 'In het ondersteuningsplan geschreven',
  PlanDoelToegevoegd: () => 'Doel in het ondersteuningsplan gezet',
  PlanDoelGewijzigd: () => 'Doel in het ondersteuningsplan gewijzigd',
  PlanDoelVerwijderd: () => 'Doel uit het ondersteuningsplan gehaald',
  PlanDoelAfgerond: (g) => `Doel uit het ondersteuningsplan ${text(g.stand)}`,
  PlanAkkoord: (g) =>
    `${g.wie === 'client' ? 'De cliënt' : 'De begeleider'} is akkoord met het ondersteuningsplan, ${text(g.hoe).replaceAll('_', ' ')}`,
  PlanVastgesteld: (g) =>
    `Versie ${g.nummer} van het ondersteuningsplan geldt; bespreken uiterlijk op ${day(g.evaluatieOp)}`,
  PlanMeegegeven: (g) => `Ondersteuningsplan meegegeven aan de cliënt, ${text(g.hoe).replaceAll('_', ' ')}`,
  PlanVersieBegonnen: (g) => `Versie ${g.nummer} van het ondersteuningsplan begonnen`,
  PlanGemeten: () => 'Zelfredzaamheid gemeten',
  PlanBesproken: (g) => `Ondersteuningsplan besproken; de volgende keer uiterlijk op ${day(g.volgendeOp)}`,
  PlanReactie: () => 'De cliënt gaf een reactie op het ondersteuningsplan',
  WintergastGenoteerd: () => 'Sliep in de winteropvang',
  WintergastOngedaan: () => 'Nacht in de winteropvang ongedaan gemaakt: verkeerd genoteerd',
  WinterintakeAfgesproken: () => 'Vanuit de winteropvang is een intake afgesproken',
  WintergastGemeld: () => 'Melding gemaakt vanuit de winteropvang',
  SignaalGekoppeld: () => 'Signaal gekoppeld aan dit dossier',
  SignaalAfgerond: (g) => `Signaal afgerond: ${text(g.uitkomst).replaceAll('_', ' ')}`,
  MelderBeantwoord: () => 'De melder van een signaal kreeg antwoord',
  ContactOpStraat: () => 'Contact op straat of aan huis',
  ContactGewijzigd: () => 'Contact op straat of aan huis verbeterd',
  BemoeizorgBegonnen: (g) => `Bemoeizorg begonnen, zonder toestemming (${text(g.artikel)})`,
  BemoeizorgBijgewerkt: () => 'Plan van de bemoeizorg bijgewerkt',
  BemoeizorgGewogen: (g) => `Opnieuw gewogen of zonder toestemming handelen mag (${text(g.artikel)})`,
  BemoeizorgGestopt: () => 'Bemoeizorg gestopt',
  CasusGeopend: (g) => `Casus geopend, regievoerder ${text(g.regievoerder)}`,
  CasusBijgewerkt: () => 'Casus bijgewerkt',
  CasusNiveauGewijzigd: (g) => `Casus ${text(g.richting)} naar niveau ${text(g.niveau)}`,
  CasusRegievoerderGewijzigd: (g) => `Nieuwe regievoerder van de casus: ${text(g.naam)}`,
  CasusOverlegGepland: (g) => `Overleg over de casus gepland op ${day(g.dag)}`,
  CasusOverlegGewijzigd: () => 'Overleg over de casus gewijzigd',
  CasusOverlegGehouden: () => 'Overleg over de casus gehouden; het delen is gestopt',
  CasusOverlegGeannuleerd: () => 'Overleg over de casus geannuleerd; het delen is gestopt',
  CasusDeelnemerUitgenodigd: (g) => `Voor het overleg uitgenodigd: ${text(g.organisatie)}`,
  CasusUitnodigingIngetrokken: () => 'Uitnodiging voor het overleg ingetrokken',
  CasusActieAfgesproken: (g) =>
    `${g.actiesoort === 'besluit' ? 'Besluit genomen' : 'Actie afgesproken'} in de casus, uiterlijk ${day(g.uiterlijkOp)}`,
  CasusActieGewijzigd: () => 'Besluit of actie uit de casus gewijzigd',
  CasusActieKlaar: () => 'Besluit of actie uit de casus afgerond',
  CasusGesloten: (g) => `Casus gesloten: ${text(g.uitkomst).replaceAll('_', ' ')}`,
  CasusLesGeschreven: () => 'Les uit de casus geschreven',
  CasusLesGewijzigd: () => 'Les uit de casus gewijzigd',
  CasusLesGepubliceerd: () => 'Les uit de casus gepubliceerd, zonder wie het is',
  CasusLesIngetrokken: () => 'Les uit de casus ingetrokken',
  OpvolgingAfgesloten: () => 'Opvolging afgesloten',
  WarmeOverdrachtAangeboden: (g) =>
    g.buiten === true
      ? 'Overdracht met een partij buiten de regio begonnen'
      : 'Overdracht aan een andere organisatie aangeboden',
  WarmeOverdrachtAangenomen: () => 'Overdracht aangenomen',
  WarmeOverdrachtGeweigerd: () => 'Overdracht niet aangenomen',
  WarmeOverdrachtIngetrokken: () => 'Overdracht ingetrokken',
  WarmeOverdrachtAfgerond: (g) =>
    `Overdracht afgerond, ${g.clientAanwezig === true ? 'met de cliënt erbij' : 'zonder de cliënt erbij'}`,
  OverdrachtlinkGemaakt: () => 'Eenmalige link voor de overdracht gemaakt',
  OverdrachtlinkGeopend: () => 'Gedeelde gegevens bekeken via de eenmalige link',
  EersteContactNaOverdracht: (g) =>
    g.uitkomst === 'gesproken'
      ? 'Eerste contact na de overdracht'
      : 'Eerste contact na de overdracht kan niet meer',
  GegevensGedeeld: (g) => `Gegevens gedeeld: ${text(g.gegevensset)}`,
  DelenGestopt: (g) => `Gestopt met delen: ${text(g.gegevensset)}`,
  ToestemmingGegeven: (g) => `Toestemming gegeven om te delen: ${text(g.gegevensset)}`,
  ToestemmingIngetrokken: (g) =>
    `Toestemming ingetrokken: ${text(g.gegevensset)}${g.gestopt === 0 ? '' : '; het delen is gestopt'}`,
}

const aanvraagVan = (g: Gegevens) =>
  g.urgentiesoort === 'een_route' ? 'Aanvraag één-route' : 'Urgentieaanvraag'

/** One Dutch sentence for an event; an event without a sentence of its own is read from its name (`VerblijfGestart`). */
export function zinVan(soort: string, gegevens: Gegevens): string {
  const made = zinnen[soort]?.(gegevens)
  if (made) return made
  const words = soort.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const velden: Readonly<Record<string, string>> = {
  achternaam: 'achternaam',
  tussenvoegsel: 'tussenvoegsel',
  voornamen: 'voornamen',
  roepnaam: 'roepnaam',
  geboortedatum: 'geboortedatum',
  geboortejaar: 'geboortejaar',
  geslacht: 'geslacht',
  bsn: 'burgerservicenummer',
  isGeheim: 'geheim dossier',
  telefoon: 'telefoonnummer',
  email: 'e-mailadres',
  contactvoorkeur: 'contactvoorkeur',
  veiligContact: 'afspraak over veilig contact',
  taal: 'taal',
  tolkNodig: 'tolk',
  herkomstGemeente: 'herkomst',
  woonplaatsGemeente: 'woonplaats',
  briefadresStatus: 'briefadres',
}

function fieldsOf(gegevens: Gegevens): string {
  const names = Object.keys((gegevens.wijzigingen as Gegevens | undefined) ?? {}).flatMap(
    (veld) => velden[veld] ?? [],
  )
  return names.length === 0 ? '' : `: ${names.join(', ')}`
}

function labelOf(names: Readonly<Record<string, string>>, code: unknown, otherwise: string): string {
  return (typeof code === 'string' ? names[code] : undefined) ?? otherwise
}
