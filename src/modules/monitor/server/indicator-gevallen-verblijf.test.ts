import { type Geval, toetsGevallen } from '../../../../tests/given/feiten.ts'

// Wie er verblijft, wie kwam en wie ging. Een rij is een bewoner van een verblijf; `tot` is de dag van vertrek, die nacht telt niet.

const gezin = [
  { wie: 'Anna', sleutel: 'Gezin', van: '2026-02-10' },
  { wie: 'Bram', sleutel: 'Gezin', van: '2026-02-10', is_hoofd: false },
  { wie: 'Mila', sleutel: 'Gezin', van: '2026-02-10', is_hoofd: false },
]
const geboren = (wie: string, geboortejaar?: number) => ({ wie, sleutel: wie, geboortejaar })
const weg = { eindreden: 'vertrokken', bestemming: 'zelfstandig' }
const verder = { eindreden: 'doorstroom', bestemming: 'beschermd_wonen' }
const verhuisd = { eindreden: 'verhuisd', bestemming: 'opvang' }
const randdagen = ['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01']

/** Wie er slaapt op de laatste dag, voor alles wat mensen telt. */
const slaapt = (met: (wie: string) => object): Geval[] => [
  { als: 'een maand zonder verblijf', telt: 0 },
  {
    als: 'gekomen op de laatste dag telt, vertrokken op de laatste dag niet',
    verblijf: [
      { wie: 'Anna', van: '2026-02-28' },
      { wie: 'Bram', van: '2026-01-01', tot: '2026-02-28', ...weg },
      { wie: 'Carla', van: '2026-03-01' },
    ],
    ...met('Anna Bram Carla'),
    telt: 1,
  },
  {
    als: 'vertrek en komst op dezelfde dag is één mens op één plek',
    verblijf: [
      { wie: 'Anna', van: '2026-01-01', tot: '2026-02-28', ...verhuisd },
      { wie: 'Anna', van: '2026-02-28' },
    ],
    ...met('Anna'),
    telt: 1,
  },
  {
    als: 'wie een time-out heeft, slaapt op twee plekken en telt één keer',
    verblijf: [
      { wie: 'Anna', van: '2026-01-01' },
      { wie: 'Anna', van: '2026-02-25', soort: 'time_out' },
    ],
    ...met('Anna'),
    telt: 1,
  },
]

toetsGevallen({
  verblijvenden: [
    ...slaapt(() => ({})),
    { als: 'van een gezin telt iedereen', verblijf: gezin, telt: 3 },
    {
      als: 'over de jaarwisseling: op oudejaarsavond telt iemand die op nieuwjaarsdag vertrekt',
      maand: '2025-12',
      verblijf: [{ wie: 'Anna', van: '2025-12-30', tot: '2026-01-01', ...weg }],
      telt: 1,
    },
    {
      als: 'op 29 februari',
      maand: '2024-02',
      verblijf: [{ wie: 'Anna', van: '2024-02-29', tot: '2024-03-01', ...weg }],
      telt: 1,
    },
    {
      als: 'een kind dat eerder vertrok dan het gezin, telt niet meer',
      verblijf: [gezin[0]!, gezin[1]!, { ...gezin[2]!, tot: '2026-02-20', ...weg }],
      telt: 2,
    },
    {
      als: 'twee dossiers van één mens, later samengevoegd',
      verblijf: [
        { wie: 'Anna', van: '2026-01-01' },
        { wie: 'Anna dubbel', van: '2026-02-25', soort: 'time_out', bekend_tot: '2026-03-10' },
        { wie: 'Anna', van: '2026-02-25', soort: 'time_out', bekend_van: '2026-03-10' },
      ],
      telt: 1,
    },
  ],
  kinderen_in_de_keten: [
    ...slaapt((wie) => ({ persoon: wie.split(' ').map((een) => geboren(een, 2015)) })),
    {
      als: 'Mila van 2008 wordt dit jaar 18 en telt niet; Noa van 2009 wel; van Otto is het jaar niet bekend',
      verblijf: ['Mila', 'Noa', 'Otto'].map((wie) => ({ wie, van: '2026-02-01', is_hoofd: false })),
      persoon: [geboren('Mila', 2008), geboren('Noa', 2009), geboren('Otto')],
      telt: 1,
    },
    {
      als: 'het geboortejaar is later hersteld van 2000 naar 2010',
      verblijf: [{ wie: 'Mila', van: '2026-02-01' }],
      persoon: [
        { ...geboren('Mila', 2000), bekend_tot: '2026-03-04' },
        { ...geboren('Mila', 2010), bekend_van: '2026-03-04' },
      ],
      telt: 1,
    },
    {
      als: 'voor het herstel was Mila geen kind',
      bekendOp: '2026-03-01',
      verblijf: [{ wie: 'Mila', van: '2026-02-01' }],
      persoon: [
        { ...geboren('Mila', 2000), bekend_tot: '2026-03-04' },
        { ...geboren('Mila', 2010), bekend_van: '2026-03-04' },
      ],
      telt: 0,
    },
  ],
  jongeren_in_de_keten: [
    ...slaapt((wie) => ({ persoon: wie.split(' ').map((een) => geboren(een, 2002)) })),
    {
      als: 'van 18 (2008) tot en met 26 (2000); 17 en 27 niet, onbekend ook niet',
      verblijf: ['Aad', 'Bo', 'Cas', 'Dot', 'Eef'].map((wie) => ({ wie, van: '2026-02-01' })),
      persoon: [
        geboren('Aad', 2009),
        geboren('Bo', 2008),
        geboren('Cas', 2000),
        geboren('Dot', 1999),
        geboren('Eef'),
      ],
      telt: 2,
    },
  ],
  verblijf_buiten_herkomst: [
    { als: 'een maand zonder verblijf', telt: null },
    {
      als: 'Anna uit Schiedam slaapt in Vlaardingen, Bram uit Vlaardingen ook; van Carla is de herkomst niet bekend',
      verblijf: ['Anna', 'Bram', 'Carla'].map((wie) => ({ wie, van: '2026-02-01', gemeente_code: 'GM0622' })),
      persoon: [
        { ...geboren('Anna'), herkomst_gemeente: 'GM0606' },
        { ...geboren('Bram'), herkomst_gemeente: 'GM0622' },
        geboren('Carla'),
      ],
      telt: 50,
    },
    {
      als: 'een geheime locatie heeft geen gemeente, en een time-out telt niet',
      verblijf: [
        { wie: 'Anna', van: '2026-02-01' },
        { wie: 'Bram', van: '2026-01-01', gemeente_code: 'GM0622' },
        { wie: 'Bram', van: '2026-02-20', soort: 'time_out', gemeente_code: 'GM0606' },
      ],
      persoon: [
        { ...geboren('Anna'), herkomst_gemeente: 'GM0606' },
        { ...geboren('Bram'), herkomst_gemeente: 'GM0622' },
      ],
      telt: 0,
    },
  ],
  langer_dan_maximum: [
    { als: 'niemand heeft een grens', verblijf: gezin, telt: null },
    {
      als: 'de uiterste dag is op de laatste dag bereikt, op 1 maart nog niet; een gezin telt één keer',
      verblijf: [
        { ...gezin[0]!, uiterlijk_op: '2026-02-28' },
        { ...gezin[1]!, uiterlijk_op: '2026-02-28' },
        { wie: 'Carla', uiterlijk_op: '2026-03-01' },
        { wie: 'Dirk' },
      ],
      telt: 50,
    },
    {
      als: 'de grens werd later verlengd: toen over de grens',
      bekendOp: '2026-02-28',
      verblijf: [
        { wie: 'Anna', uiterlijk_op: '2026-02-20', bekend_tot: '2026-03-02' },
        { wie: 'Anna', uiterlijk_op: '2026-05-20', bekend_van: '2026-03-02' },
      ],
      telt: 100,
    },
  ],
  langer_zonder_reden: [
    { als: 'niemand is over de grens', verblijf: [{ wie: 'Anna', uiterlijk_op: '2026-03-01' }], telt: 0 },
    {
      als: 'met een reden telt niet',
      verblijf: [
        { wie: 'Anna', uiterlijk_op: '2026-02-28' },
        { wie: 'Bram', uiterlijk_op: '2026-02-28', heeft_reden: true },
      ],
      telt: 1,
    },
  ],
  instroom: [
    { als: 'een maand zonder instroom', telt: 0 },
    {
      als: 'de eerste en de laatste dag van de maand tellen',
      verblijf: randdagen.map((van, i) => ({ wie: `Nieuw ${i}`, van })),
      telt: 2,
    },
    { als: 'van een gezin telt het aanspreekpunt', verblijf: gezin, telt: 1 },
    {
      als: 'wie op die dag verhuisde of doorstroomde, is geen instroom; een time-out ook niet',
      verblijf: [
        { wie: 'Anna', van: '2025-06-01', tot: '2026-02-10', ...verhuisd },
        { wie: 'Anna', van: '2026-02-10' },
        { wie: 'Bram', van: '2025-06-01', tot: '2026-02-10', ...verder },
        { wie: 'Bram', van: '2026-02-10' },
        { wie: 'Carla', van: '2026-02-10', soort: 'time_out' },
      ],
      telt: 0,
    },
    {
      als: 'wie de keten verliet en op dezelfde dag terugkwam, is instroom',
      verblijf: [
        { wie: 'Anna', van: '2025-06-01', tot: '2026-02-10', ...weg },
        { wie: 'Anna', van: '2026-02-10' },
      ],
      telt: 1,
    },
    {
      als: 'gekomen en gegaan op dezelfde dag is instroom',
      verblijf: [{ wie: 'Anna', van: '2026-02-10', tot: '2026-02-10', ...weg }],
      telt: 1,
    },
  ],
  doorstroom: [
    { als: 'een maand zonder doorstroom', verblijf: gezin, telt: 0 },
    {
      als: 'de eerste en de laatste dag tellen; verhuizen, vertrekken en een time-out niet',
      verblijf: [
        ...randdagen.map((tot, i) => ({ wie: `Verder ${i}`, tot, ...verder })),
        { wie: 'Bram', tot: '2026-02-10', ...verhuisd },
        { wie: 'Carla', tot: '2026-02-10', ...weg },
        { wie: 'Dirk', tot: '2026-02-10', soort: 'time_out', ...verder },
      ],
      telt: 2,
    },
    {
      als: 'van een gezin telt het aanspreekpunt',
      verblijf: gezin.map((een) => ({ ...een, tot: '2026-02-20', ...verder })),
      telt: 1,
    },
  ],
  uitstroom: [
    { als: 'een maand zonder uitstroom', verblijf: gezin, telt: 0 },
    {
      als: 'de eerste en de laatste dag van de maand tellen',
      verblijf: randdagen.map((tot, i) => ({ wie: `Weg ${i}`, tot, ...weg })),
      telt: 2,
    },
    {
      als: 'naar de straat of onbekend is ook uitstroom',
      verblijf: ['straat', 'onbekend'].map((bestemming) => ({
        wie: bestemming,
        tot: '2026-02-10',
        ...weg,
        bestemming,
      })),
      telt: 2,
    },
    {
      als: 'overleden, verhuisd, doorstroom, opvang elders en een time-out zijn geen uitstroom',
      verblijf: [
        { wie: 'Anna', tot: '2026-02-10', eindreden: 'overleden', bestemming: 'overleden' },
        { wie: 'Bram', tot: '2026-02-10', ...verhuisd },
        { wie: 'Carla', tot: '2026-02-10', ...verder },
        { wie: 'Dirk', tot: '2026-02-10', ...weg, bestemming: 'opvang' },
        { wie: 'Eva', tot: '2026-02-10', ...weg, soort: 'time_out' },
      ],
      telt: 0,
    },
    {
      als: 'een vertrek dat later werd hersteld naar maart, is geen uitstroom van februari',
      verblijf: [
        { wie: 'Anna', tot: '2026-02-28', ...weg, bekend_tot: '2026-03-05' },
        { wie: 'Anna', tot: '2026-03-01', ...weg, bekend_van: '2026-03-05' },
      ],
      telt: 0,
    },
  ],
  verblijfsduur: [
    { als: 'niemand vertrok', verblijf: gezin, telt: null },
    {
      als: 'de middelste van 0, 1 en 365 nachten; een nacht over de jaarwisseling is er een',
      maand: '2026-01',
      verblijf: [
        { wie: 'Anna', van: '2026-01-10', tot: '2026-01-10', ...weg },
        { wie: 'Bram', van: '2025-12-31', tot: '2026-01-01', ...weg },
        { wie: 'Carla', van: '2025-01-20', tot: '2026-01-20', ...weg },
      ],
      telt: 1,
    },
    {
      als: 'een time-out en de kinderen tellen niet mee',
      verblijf: [
        { ...gezin[0]!, tot: '2026-02-20', ...weg },
        { ...gezin[2]!, van: '2026-02-19', tot: '2026-02-20', ...weg },
        { wie: 'Dirk', van: '2026-02-19', tot: '2026-02-20', ...weg, soort: 'time_out' },
      ],
      telt: 10,
    },
  ],
})
