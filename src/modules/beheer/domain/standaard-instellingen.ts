/** Settings that a new region starts with; it changes them on screen, with a date. */
export const instellingen = [
  {
    code: 'tweede_weigering',
    naam: 'Gevolg als iemand voor de tweede keer een plek weigert',
    waarde: 'overleg',
    soort: 'tekst',
    bron: 'Keuze van de regio: overleg, achteraan of van_de_lijst',
  },
  {
    code: 'gezin_nooit_in_nachtopvang',
    naam: 'Gezinnen met kinderen gaan nooit naar de nachtopvang',
    waarde: 'ja',
    soort: 'ja_nee',
    bron: 'Regiovisie DWO §4.2',
  },
  {
    code: 'woonplaatsbeginsel',
    naam: 'Woonplaatsbeginsel beschermd wonen geldt',
    waarde: 'nee',
    soort: 'ja_nee',
    bron: 'Kamerstuk 36288; nog niet in werking',
  },
  {
    code: 'kleine_cel',
    naam: 'Kleinste aantal dat in openbare cijfers zichtbaar is',
    waarde: '8',
    soort: 'getal',
    bron: 'CBS-conventie: 0 tot en met 7 geheim',
  },
  {
    code: 'draaideur_aantal',
    naam: 'Vanaf hoe vaak terugkomen iemand een draaideurcliënt is',
    waarde: '2',
    soort: 'getal',
    bron: 'Instelling van de regio',
  },
  {
    code: 'achttien_leeftijd',
    naam: 'Leeftijd waarop het plan voor na 18 jaar er moet zijn',
    waarde: '17',
    soort: 'getal',
    bron: 'Instelling van de regio',
  },
  {
    code: 'time_out_producten',
    naam: 'Codes van producten voor een time-out',
    waarde: 'logeer_herstel, time_out',
    soort: 'tekst',
    bron: 'Uitvoeringsprogramma §4.2.3; regiovisie DWO §5.1 ambitie 3',
  },
  {
    code: 'winterkou_drempel',
    naam: 'Winterkouderegeling: aan onder deze temperatuur (°C)',
    waarde: '0',
    soort: 'getal',
    bron: 'Regiovisie MVS §5.4',
  },
  {
    code: 'winterkou_regel',
    naam: 'Winterkouderegeling: regel in gewone taal',
    waarde: 'De regeling gaat aan zodra de temperatuur onder het vriespunt komt.',
    soort: 'tekst',
    bron: 'Regiovisie MVS §5.4',
  },
  {
    code: 'winterkou_bewaardagen',
    naam: 'Winterkouderegeling: na hoeveel dagen een bijnaam wordt gewist',
    waarde: '30',
    soort: 'getal',
    bron: 'Instelling van de regio',
  },
  {
    code: 'calamiteit_percentage',
    naam: 'Calamiteit: welk deel van de plekken te gebruiken is (%)',
    waarde: '50',
    soort: 'getal',
    bron: 'Instelling van de regio',
  },
] as const

export type InstellingCode = (typeof instellingen)[number]['code']
