import type { VoorzieningData } from '../regio-data.ts'
import { bwVoorzieningen } from './bw-voorzieningen.ts'

const s0 = (paragraaf: string) => `Uitvoeringsprogramma wonen, welzijn en zorg 2025–2027 ${paragraaf}`
const s1 = (paragraaf: string) => `Woonzorgvisie Maassluis en Vlaardingen 2024 ${paragraaf}`
const s2 = (paragraaf: string) => `Regiovisie MVS 2024 ${paragraaf}`

const V = 'GM0622'
const M = 'GM0556'
const S = 'GM0606'

const opvang: readonly VoorzieningData[] = [
  {
    code: 'F-MVS-01',
    naam: 'De Elementen',
    organisatie: 'elementen',
    soort: 'verblijf',
    domein: 'MO',
    bereik: 'regionaal',
    gemeenteCode: V,
    doelgroep: 'Alleenstaanden vanaf 18 jaar; nu niet geschikt voor alleenstaande jongeren',
    omschrijving: 'Nu 2–3 personen per kamer; het doel is een eigen slaapkamer voor iedereen.',
    capaciteitVolgensBron: '28 reguliere plekken en 2 crisisplekken (58 personen in 2022)',
    bron: `${s1('§3.2.2')}; ${s2('§5, §5.1')}`,
    locaties: [
      {
        naam: 'De Elementen',
        gemeenteCode: V,
        opening: [
          { van: '2020-01-01', regime: 'nacht', toelichting: 'Tot 1-1-2023 alleen nachtopvang.' },
          {
            van: '2023-01-01',
            regime: 'dag_en_nacht',
            toelichting: 'Dagopening als proef vanaf 1-1-2023; evaluatie in 2024.',
          },
        ],
        plekken: [
          {
            product: 'crisisopvang_mo',
            aantal: 28,
            naam: 'Bed #',
            soort: 'regulier',
            perKamer: 3,
            bron: s2('§5'),
          },
          { product: 'crisisopvang_mo', aantal: 2, naam: 'Crisisbed #', soort: 'crisis', bron: s2('§5') },
        ],
      },
    ],
  },
  {
    code: 'F-MVS-02',
    naam: 'Elckerlyc crisiswoningen',
    organisatie: 'elckerlyc',
    soort: 'verblijf',
    domein: 'MO',
    bereik: 'regionaal',
    doelgroep: 'Dakloze gezinnen',
    capaciteitVolgensBron: '10 crisiswoningen (59 personen)',
    bron: s1('§3.2.2'),
    locaties: [
      {
        naam: 'Crisiswoningen',
        plekken: [
          {
            product: 'gezinsopvang',
            aantal: 10,
            naam: 'Crisiswoning #',
            soort: 'gezin',
            personenMaximum: 6,
            kenmerken: ['kinderen'],
            bron: s1('§3.2.2'),
          },
        ],
      },
    ],
  },
  {
    code: 'F-MVS-03',
    naam: 'Elckerlyc centraal-onthaalwoningen',
    organisatie: 'elckerlyc',
    soort: 'verblijf',
    domein: 'MO',
    bereik: 'regionaal',
    doelgroep: 'Dakloze gezinnen',
    capaciteitVolgensBron: '3 woningen (14 personen)',
    bron: s1('§3.2.2'),
    locaties: [
      {
        naam: 'Centraal-onthaalwoningen',
        plekken: [
          {
            product: 'gezinsopvang',
            aantal: 3,
            naam: 'Onthaalwoning #',
            soort: 'gezin',
            personenMaximum: 6,
            kenmerken: ['kinderen'],
            bron: s1('§3.2.2'),
          },
        ],
      },
    ],
  },
  {
    code: 'F-MVS-04',
    naam: 'Elckerlyc begeleid wonen',
    organisatie: 'elckerlyc',
    soort: 'verblijf',
    domein: 'MO',
    bereik: 'regionaal',
    doelgroep: 'Dakloze gezinnen',
    capaciteitVolgensBron: '10 voorzieningen (30 personen)',
    bron: s1('§3.2.2'),
    locaties: [
      {
        naam: 'Begeleid wonen',
        plekken: [
          {
            product: 'gezinsopvang',
            aantal: 10,
            naam: 'Begeleid wonen #',
            soort: 'gezin',
            personenMaximum: 5,
            kenmerken: ['kinderen'],
            bron: s1('§3.2.2'),
          },
        ],
      },
    ],
  },
  {
    code: 'F-MVS-05',
    naam: 'Elckerlyc pluswoningen',
    organisatie: 'elckerlyc',
    soort: 'verblijf',
    domein: 'MO',
    bereik: 'lokaal',
    gemeenteCode: V,
    doelgroep: 'Dakloze gezinnen uit Vlaardingen',
    capaciteitVolgensBron: '10 woningen (18 personen), specifiek voor Vlaardingen',
    bron: s1('§3.2.2'),
    locaties: [
      {
        naam: 'Pluswoningen',
        gemeenteCode: V,
        plekken: [
          {
            product: 'gezinsopvang',
            aantal: 10,
            naam: 'Pluswoning #',
            soort: 'gezin',
            personenMaximum: 5,
            kenmerken: ['kinderen'],
            bron: s1('§3.2.2'),
          },
        ],
      },
    ],
  },
  {
    code: 'F-MVS-06',
    naam: 'Gezinsopvang regionaal',
    organisatie: 'gezinsopvang',
    soort: 'verblijf',
    domein: 'MO',
    bereik: 'regionaal',
    gemeenteCode: V,
    doelgroep: 'Gezinnen uit alle drie de gemeenten',
    capaciteitVolgensBron: '5 gezinnen',
    bron: s2('§5'),
    locaties: [
      {
        naam: 'Gezinsopvang regionaal',
        gemeenteCode: V,
        plekken: [
          {
            product: 'gezinsopvang',
            aantal: 5,
            naam: 'Gezinsplek #',
            soort: 'gezin',
            personenMaximum: 6,
            kenmerken: ['kinderen'],
            bron: s2('§5'),
          },
        ],
      },
    ],
  },
  {
    code: 'F-MVS-07',
    naam: 'Gezinsopvang Schiedam',
    organisatie: 'gezinsopvang',
    soort: 'verblijf',
    domein: 'MO',
    bereik: 'lokaal',
    gemeenteCode: S,
    doelgroep: 'Gezinnen uit Schiedam',
    omschrijving: 'Lokaal ingekocht.',
    capaciteitVolgensBron: '8 gezinnen',
    bron: s2('§5'),
    locaties: [
      {
        naam: 'Gezinsopvang Schiedam',
        gemeenteCode: S,
        plekken: [
          {
            product: 'gezinsopvang',
            aantal: 8,
            naam: 'Gezinsplek #',
            soort: 'gezin',
            personenMaximum: 6,
            kenmerken: ['kinderen'],
            bron: s2('§5'),
          },
        ],
      },
    ],
  },
  {
    code: 'F-MVS-08',
    naam: 'Gezinsopvang Vlaardingen (lokaal ingekocht)',
    organisatie: null,
    soort: 'verblijf',
    domein: 'MO',
    bereik: 'lokaal',
    gemeenteCode: V,
    doelgroep: 'Gezinnen uit Vlaardingen',
    omschrijving:
      'Zonder eigen plekken: waarschijnlijk dezelfde woningen als die van Elckerlyc. Zie de bronconflicten.',
    capaciteitVolgensBron: '23 gezinnen',
    bron: s2('§5'),
    locaties: [],
  },
]

const inloop = (code: string, naam: string, organisatie: string, gemeenteCode: string): VoorzieningData => ({
  code,
  naam,
  organisatie,
  soort: 'inloop',
  domein: 'MO',
  bereik: 'regionaal',
  gemeenteCode,
  doelgroep: 'Iedereen die overdag ergens terecht wil',
  bron: s2('§5 (naast deze drie heeft elke gemeente lokale inloop)'),
  locaties: [{ naam, gemeenteCode }],
})

const vrouwenopvang: readonly VoorzieningData[] = [
  {
    code: 'F-MVS-12',
    naam: 'Noodplek na huiselijk geweld',
    organisatie: 'vrouwenopvang',
    soort: 'verblijf',
    domein: 'VO',
    bereik: 'regionaal',
    doelgroep: 'Vrouwen en mannen vanaf 18 jaar, van binnen en buiten de regio, acute nood',
    capaciteitVolgensBron: '2 woningen noodplek (32 personen)',
    bron: `${s1('§3.2.2')}; ${s2('§6')}`,
    locaties: [
      {
        naam: 'Huis Anker',
        isGeheim: true,
        plekken: [
          {
            product: 'noodplek_vo',
            aantal: 2,
            naam: 'Noodwoning #',
            soort: 'nood',
            personenMaximum: 5,
            kenmerken: ['kinderen'],
            bron: s1('§3.2.2'),
          },
        ],
      },
    ],
  },
  {
    code: 'F-MVS-13',
    naam: 'Opvang na huiselijk geweld',
    organisatie: 'vrouwenopvang',
    soort: 'verblijf',
    domein: 'VO',
    bereik: 'regionaal',
    doelgroep: 'Slachtoffers van huiselijk geweld, met of zonder kinderen (code oranje of groen)',
    capaciteitVolgensBron: '10 woningen, ook “10 plekken” genoemd (43 personen)',
    bron: `${s1('§3.2.2')}; ${s2('§6, §6.3')}`,
    locaties: [
      {
        naam: 'Huis Haven',
        isGeheim: true,
        plekken: [
          {
            product: 'opvang_hg',
            aantal: 10,
            naam: 'Woning #',
            soort: 'woning',
            personenMaximum: 5,
            kenmerken: ['kinderen'],
            bron: s1('§3.2.2'),
          },
        ],
      },
    ],
  },
  {
    code: 'F-MVS-14',
    naam: 'Crisisopvang vrouwenopvang',
    organisatie: 'vrouwenopvang',
    soort: 'verblijf',
    domein: 'VO',
    bereik: 'regionaal',
    doelgroep: 'Slachtoffers uit heel Nederland; gezinnen uit de regio met veel problemen tegelijk',
    capaciteitVolgensBron: '10 woningen (woonzorgvisie) of 2 crisisplekken (regiovisie)',
    bron: `${s1('§3.2.2')}; ${s2('§6')}`,
    locaties: [
      {
        naam: 'Huis Kompas',
        isGeheim: true,
        plekken: [
          {
            product: 'crisisopvang_vo',
            aantal: 10,
            naam: 'Crisiswoning #',
            soort: 'crisis',
            personenMaximum: 5,
            kenmerken: ['kinderen'],
            bron: s1('§3.2.2'),
          },
        ],
      },
    ],
  },
  {
    code: 'F-MVS-15',
    naam: 'Ambulante begeleiding vrouwenopvang',
    organisatie: 'vrouwenopvang',
    soort: 'ambulant',
    domein: 'VO',
    bereik: 'regionaal',
    doelgroep: 'Slachtoffers van huiselijk geweld',
    capaciteitVolgensBron: '7 trajecten',
    bron: s1('§3.2.2'),
    locaties: [],
  },
  {
    code: 'F-MVS-16',
    naam: 'Opvang moeders en vaders van baby’s (incidenteel ingekocht)',
    organisatie: null,
    soort: 'verblijf',
    domein: 'VO',
    bereik: 'regionaal',
    doelgroep: 'Moeders en vaders met een baby',
    capaciteitVolgensBron: 'Incidenteel ingekocht',
    onderContract: false,
    bron: s2('§6'),
    locaties: [],
  },
]

const wonen = (
  code: string,
  naam: string,
  gemeenteCode: string | null,
  doelgroep: string,
  capaciteitVolgensBron: string,
  bron: string,
  more: Partial<VoorzieningData> = {},
): VoorzieningData => ({
  code,
  naam,
  organisatie: null,
  soort: 'wonen',
  domein: 'OVERIG',
  bereik: 'lokaal',
  gemeenteCode,
  doelgroep,
  capaciteitVolgensBron,
  onderContract: false,
  bron,
  locaties: [],
  ...more,
})

export const voorzieningen: readonly VoorzieningData[] = [
  ...opvang,
  inloop('F-MVS-09', 'Aanloophuis De Groene Luiken', 'groene_luiken', V),
  inloop('F-MVS-10', 'Activerings- en ontmoetingscentrum Pameijer', 'pameijer', V),
  inloop('F-MVS-11', 'De Hoofdzaak', 'hoofdzaak', M),
  ...vrouwenopvang,
  wonen(
    'F-MVS-17',
    'Housing First',
    null,
    'Wordt nog bepaald (“meeste kans van slagen”)',
    'Doel: 10 huizen in de regio vanaf 2025',
    s0('§2.2.3'),
    {
      domein: 'WONEN',
      bereik: 'regionaal',
      organisatie: 'leger_des_heils',
      onderContract: true,
      van: '2025-01-01',
      locaties: [
        {
          naam: 'Woningen Housing First',
          plekken: [
            {
              product: 'housing_first',
              aantal: 10,
              naam: 'Huis #',
              soort: 'woning',
              personenMaximum: 2,
              bron: `${s0('§2.2.3')}: het doel; hoeveel huizen er al zijn staat niet in de bron`,
            },
          ],
        },
      ],
    },
  ),
  wonen(
    'F-MVS-18',
    'Vaste uitwijkmogelijkheid bij vrieskou en calamiteiten',
    null,
    'Iedereen die bij vorst nergens kan slapen',
    'Nog te maken; de bron noemt geen aantal',
    s2('§5.4'),
    {
      soort: 'verblijf',
      domein: 'MO',
      bereik: 'regionaal',
      organisatie: 'elementen',
      onderContract: true,
      locaties: [
        {
          naam: 'Winteropvang',
          opening: [{ van: '2020-01-01', regime: 'nacht', toelichting: 'Alleen bij vorst.' }],
        },
      ],
    },
  ),
  wonen(
    'F-MVS-19',
    'Maatwerk- en pauzewoningen',
    M,
    'Spoedzoekers',
    'Aantal niet in de bron; via het Maatwerkoverleg',
    s1('§5.2.1'),
    { domein: 'WONEN' },
  ),
  wonen(
    'F-MVS-20',
    'Mrija',
    V,
    'Oekraïense vluchtelingen',
    '387 tijdelijke woningen, 1.000–1.100 personen, tot en met juni 2026',
    s1('§2.2, §3.2.2, §5.3.5'),
    { bereik: 'regionaal' },
  ),
  wonen(
    'F-MVS-21',
    'Opvang Oekraïners Maassluis',
    M,
    'Oekraïense vluchtelingen',
    '2 locaties (Weverskade en kleine locaties), 122 personen',
    s1('§3.2.2, §5.3.5'),
    {
      locaties: [
        { naam: 'Weverskade', gemeenteCode: M },
        { naam: 'Kleine locaties', gemeenteCode: M },
      ],
    },
  ),
  wonen(
    'F-MVS-22',
    'Studentenwoningen De Kade / Van Gelderterrein',
    M,
    'Studenten',
    '30 in ontwikkeling',
    s1('§3.2.2'),
  ),
  wonen('F-MVS-23', 'District-U', V, 'Studenten', 'Ongeveer 95 tijdelijke woningen', s1('§3.2.2')),
  wonen(
    'F-MVS-24',
    'Woonwagenlocatie Dr. Albert Schweitzerdreef',
    M,
    'Woonwagenbewoners',
    'Aantal niet in de bron; bestaande standplaatsen houden',
    s1('§3.2.2, §5.3.4'),
  ),
  wonen(
    'F-MVS-25',
    'Woonwagenlocatie Holyweg',
    V,
    'Woonwagenbewoners',
    'Aantal niet in de bron; bestaande standplaatsen houden',
    s1('§3.2.2, §5.3.4'),
  ),
  ...bwVoorzieningen,
]
