/** What a figure means, in words that stand beside it. A change of meaning is a new version, never a silent one. */
export interface Definitie {
  readonly naam: string
  readonly tekst: string
  readonly versie: number
  readonly bron: string
}

const keten = 'Wat organisaties in Onderdak hebben vastgelegd, zoals het nu bekend is'

export const definities = {
  verblijven: {
    naam: 'Wie er verblijft',
    tekst:
      'Verblijven die op de peildatum lopen: begonnen op of voor die dag en nog niet geëindigd. Mensen: iedereen die er dan slaapt, ook partners en kinderen, elk één keer. Langer dan het maximum: de uiterste dag volgens de regels van het product is bereikt. Klaar om te vertrekken (uitstroomgereed): iemand kan weg, maar heeft nog geen andere plek. Gemeente is die van de locatie. Gasten van de winterkouderegeling tellen hier niet mee: zij staan er los bij, naar de nacht van de peildatum.',
    versie: 2,
    bron: keten,
  },
  plekken: {
    naam: 'Plekken en bezetting',
    tekst:
      'Plekken die op de peildatum bestaan, elk voor één huishouden. Bezet, geblokkeerd (wie er woont, is klaar om te vertrekken), vastgehouden (voor een voorstel), vrij en buiten gebruik zijn samen alle plekken. Bezetting van alle plekken: bezet en geblokkeerd, gedeeld door alle plekken. Van bruikbare plekken: hetzelfde, gedeeld door de plekken die niet buiten gebruik zijn. Zonder geblokkeerd: bezet, gedeeld door de bruikbare plekken die niet geblokkeerd zijn. Geheime locaties tellen alleen mee voor wie ze mag zien.',
    versie: 1,
    bron: keten,
  },
  bezettingsverloop: {
    naam: 'Bezetting door de jaren',
    tekst:
      'Hoeveel huishoudens of mensen er per dag verblijven, samengevat per hele maand: gemiddeld over de dagen, de hoogste en de laagste dag, en de laatste dag. Op de dag van vertrek telt iemand niet meer. Gasten van de winterkouderegeling tellen niet mee.',
    versie: 1,
    bron: keten,
  },
  wachtlijst: {
    naam: 'Wie er wacht',
    tekst:
      'Wie op de peildatum op de wachtlijst staat: besloten, en nog niet begonnen of van de lijst. Cliënten: ieder één keer. Registraties: wie op twee dingen wacht, telt twee keer. Mensen: met het gezin erbij. De dagen zijn medianen: de helft wacht langer. Elke klok telt vanaf een eigen dag: melding, besluit, plaatsbaar of laatste voorstel. Plek gekregen: wie in de twaalf maanden tot en met de peildatum begon. Gemeente is de gemeente die telt.',
    versie: 1,
    bron: keten,
  },
  richtingen: {
    naam: 'Wie er wacht, per richting',
    tekst:
      'Registraties die op de peildatum op de wachtlijst staan: besloten, en nog niet begonnen of van de lijst. Instroom: wacht om binnen te komen. Doorstroom: verblijft al en wacht op een ander product. Uitstroom: wacht op een woning of plek daarna. Wie op twee dingen wacht, telt twee keer. Locatie is de locatie die iemand wenst; de meesten wensen er geen.',
    versie: 1,
    bron: keten,
  },
  verloop: {
    naam: 'De wachtlijst per maand',
    tekst:
      'Registraties die aan het begin van de maand wachten, plus wie erbij kwam (naar de dag van het besluit), min wie een plek kreeg en wie anders van de lijst ging, zijn de registraties die aan het eind wachten. Gewachte dagen tellen vanaf het besluit: van wie in de maand een plek kreeg, en van wie aan het eind nog wacht. Mediaan: de helft wachtte langer. 90 procent: één op de tien wachtte langer. De laatste maand telt tot en met de peildatum.',
    versie: 1,
    bron: keten,
  },
  verwachting: {
    naam: 'Verwachte wachttijd',
    tekst:
      'Een berekening, geen belofte aan een persoon. Wie nu aansluit wacht zo lang als het duurt tot iedereen die nu wacht van de lijst is, in het tempo van de laatste hele maanden (hooguit twaalf): wachtenden, gedeeld door wie per maand van de lijst ging, met of zonder plek. De marge is het gebied van 95 procent dat hoort bij toeval in het aantal vertrekken (Poisson). Bij minder dan 10 vertrekken of minder dan zes maanden zijn er te weinig gegevens. Voorrang, gezin en gewenste locatie maken het voor iemand korter of langer.',
    versie: 1,
    bron: keten,
  },
  voorrang: {
    naam: 'Voorrang met de hand',
    tekst:
      'Elke keer dat een medewerker in de 13 maanden tot en met de peildatum iemand op de wachtlijst met de hand voorrang gaf, met naam en reden bij de cliënt. Gepasseerd: wie op dat moment op dezelfde lijst hoger stond en daardoor lager kwam. Wie twee keer is gepasseerd, telt twee keer. Van voorrang van voor deze telling is niet bekend wie is gepasseerd.',
    versie: 1,
    bron: keten,
  },
  beschikkingen: {
    naam: 'Geldige beschikkingen',
    tekst:
      'Toekenningen en herzieningen die op de peildatum geldig zijn, ook van wie nog wacht. Cliënten: ieder één keer. Gemeente is de gemeente namens welke is besloten.',
    versie: 1,
    bron: keten,
  },
  meldingen: {
    naam: 'Meldingen en besluiten',
    tekst:
      'Meldingen naar de dag van de melding, besluiten naar de dag van het besluit. Een besluit kan dus over een melding van een eerdere maand gaan. De laatste maand telt tot en met de peildatum.',
    versie: 1,
    bron: keten,
  },
  weigeringen: {
    naam: 'Weigeringen bij de toegang',
    tekst:
      'Gemeld maar niet toegelaten: besluiten met uitkomst geweigerd in de 13 maanden tot en met de peildatum, naar de dag van het besluit, met wie weigerde en waarom. Gemeente is die van de melding.',
    versie: 1,
    bron: keten,
  },
  eu_route: {
    naam: 'Route voor EU-burgers',
    tekst:
      'Meldingen waarbij de triage uitkwam op hulp bij terugkeer voor EU-burgers, naar de maand van de triage. Stand: open, besloten of gesloten, zoals het nu is. Uitkomst: die van het besluit, en zonder besluit de reden van sluiten.',
    versie: 1,
    bron: keten,
  },
  terugkeer: {
    naam: 'Wie terugkwam',
    tekst:
      'Mensen met een melding in de periode die eerder al hulp hadden. Herinstroom: de melding kwam na het einde van een verblijf. Opnieuw gemeld: er was al een eerdere melding. Geteld is hoe vaak dat bij iemand in de periode gebeurde; wie bij beide hoort, telt bij beide. Meldingen zonder naam tellen niet mee.',
    versie: 1,
    bron: keten,
  },
  clientreis: {
    naam: 'De reis van de cliënt',
    tekst:
      'Stappen van de keten: melding, triage, besluit, wachtlijst, eerste voorstel, aankomst, klaar om te vertrekken, vertrek en eerste nazorg. Klaar: wie de stap in het kwartaal afrondde, met de mediaan van de dagen; de helft deed er langer over. Nog bezig: wie op de laatste dag van het kwartaal in de stap staat, met de mediaan van de dagen tot dan. Wie anders wegging, telt bij geen van beide. Geteld zijn stappen, niet mensen: wie twee keer meldt, telt twee keer, en een gezin telt één keer. Waar mensen het langst staan: de wachtstap met de hoogste mediaan van wie nog bezig is. Verblijven zelf is geen wachten. Het product is dat van het besluit, de wachtlijst of het verblijf; voor het besluit is er geen. Alleen hele kwartalen: anders is te raden over wie het gaat.',
    versie: 1,
    bron: keten,
  },
  stromen: {
    naam: 'In en uit',
    tekst:
      'Verblijven aan het begin van de maand, plus erbij, min eraf, zijn de verblijven aan het eind. Daarvan van of naar een andere plek: een verhuizing, een doorstroom binnen de keten, of een time-out naast een eigen woning of plek. Sluit een maand niet, dan staat dat erbij. De laatste maand telt tot en met de peildatum.',
    versie: 2,
    bron: keten,
  },
} as const satisfies Readonly<Record<string, Definitie>>

export type Cijfercode = keyof typeof definities
