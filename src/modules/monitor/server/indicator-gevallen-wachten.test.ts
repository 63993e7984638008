import { type Geval, toetsGevallen } from '../../../../tests/given/feiten.ts'

// Wie er wacht. Een rij is een registratie op de wachtlijst; de peildatum is de laatste dag van de maand.

const anna = { wie: 'Anna', besloten_op: '2026-01-10' }
const opDrieLijsten = [
  { ...anna, product_id: 'Opvang' },
  { ...anna, product_id: 'Beschermd wonen' },
  { ...anna, product_id: 'Gezinsopvang' },
]

/** Wie er op de lijst staat, is voor al deze indicatoren hetzelfde. */
const staat = (telt: { niemand: number | null; een: number; twee: number }): Geval[] => [
  { als: 'een maand zonder wachtenden', telt: telt.niemand },
  {
    als: 'besluit op de laatste dag van de maand staat erop, een dag later niet',
    wacht: [
      { wie: 'Anna', besloten_op: '2026-02-28' },
      { wie: 'Bram', besloten_op: '2026-03-01' },
    ],
    telt: telt.een,
  },
  {
    als: 'begonnen op de laatste dag staat er niet meer op, een dag later nog wel',
    wacht: [
      { wie: 'Anna', besloten_op: '2026-02-28', gestart_op: '2026-02-28' },
      { wie: 'Bram', besloten_op: '2026-02-28', gestart_op: '2026-03-01' },
    ],
    telt: telt.een,
  },
  {
    als: 'op 29 februari van een schrikkeljaar',
    maand: '2024-02',
    wacht: [
      { wie: 'Anna', besloten_op: '2024-02-29' },
      { wie: 'Bram', besloten_op: '2024-02-29', beeindigd_op: '2024-03-01' },
    ],
    telt: telt.twee,
  },
  {
    als: 'een einde dat pas in maart werd vastgelegd, is van februari nu bekend',
    wacht: [
      { wie: 'Anna', besloten_op: '2026-02-28' },
      { wie: 'Bram', besloten_op: '2026-02-28', bekend_tot: '2026-03-05' },
      { wie: 'Bram', besloten_op: '2026-02-28', beeindigd_op: '2026-02-28', bekend_van: '2026-03-05' },
    ],
    telt: telt.een,
  },
  {
    als: 'en was op de laatste dag van februari nog niet bekend',
    bekendOp: '2026-02-28',
    wacht: [
      { wie: 'Anna', besloten_op: '2026-02-28' },
      { wie: 'Bram', besloten_op: '2026-02-28', bekend_tot: '2026-03-05' },
      { wie: 'Bram', besloten_op: '2026-02-28', beeindigd_op: '2026-02-28', bekend_van: '2026-03-05' },
    ],
    telt: telt.twee,
  },
]

toetsGevallen({
  wachtenden: [
    ...staat({ niemand: 0, een: 1, twee: 2 }),
    { als: 'wie op drie lijsten staat, telt als één mens', wacht: opDrieLijsten, telt: 1 },
    {
      als: 'twee dossiers van één mens tellen na samenvoegen als één',
      wacht: [
        anna,
        { ...anna, bekend_van: '2026-03-10' },
        { ...anna, wie: 'Anna 2', bekend_tot: '2026-03-10' },
      ],
      telt: 1,
    },
    {
      als: 'en voor het samenvoegen als twee',
      bekendOp: '2026-03-09',
      wacht: [
        anna,
        { ...anna, bekend_van: '2026-03-10' },
        { ...anna, wie: 'Anna 2', bekend_tot: '2026-03-10' },
      ],
      telt: 2,
    },
    {
      als: 'van een gezin telt wie op de lijst staat',
      wacht: [{ ...anna, personen: 4, kinderen: 2 }],
      telt: 1,
    },
  ],
  wachtregistraties: [
    ...staat({ niemand: 0, een: 1, twee: 2 }),
    { als: 'wie op drie lijsten staat, telt drie keer', wacht: opDrieLijsten, telt: 3 },
  ],
  wachtenden_met_gezin: [
    ...staat({ niemand: 0, een: 1, twee: 2 }),
    {
      als: 'moeder met partner en twee kinderen, en iemand alleen',
      wacht: [
        { ...anna, personen: 4, kinderen: 2 },
        { wie: 'Bram', besloten_op: '2026-02-01' },
      ],
      telt: 5,
    },
    {
      als: 'een gezin op twee lijsten telt twee keer',
      wacht: [
        { ...anna, product_id: 'Gezinsopvang', personen: 3 },
        { ...anna, product_id: 'Woning', personen: 3 },
      ],
      telt: 6,
    },
  ],
  wachttijd_wachtenden: [
    ...staat({ niemand: null, een: 0, twee: 0 }),
    {
      als: 'Anna wacht 28 dagen, Bram 59 en Carla 365: de middelste',
      wacht: [
        { wie: 'Anna', besloten_op: '2026-01-31' },
        { wie: 'Bram', besloten_op: '2025-12-31' },
        { wie: 'Carla', besloten_op: '2025-02-28' },
      ],
      telt: 59,
    },
    {
      als: 'wie met voorrang begon, telt niet meer mee',
      wacht: [
        { wie: 'Anna', besloten_op: '2026-01-31' },
        { wie: 'Bram', besloten_op: '2025-12-31', gestart_op: '2026-02-10' },
      ],
      telt: 28,
    },
  ],
  wachttijd_wachtenden_p90: [
    ...staat({ niemand: null, een: 0, twee: 0 }),
    {
      als: 'negen wachten 10 dagen en een 400: negen van de tien wachten 10 dagen of korter',
      wacht: [
        ...Array.from({ length: 9 }, (_, i) => ({ wie: `Kort ${i}`, besloten_op: '2026-02-18' })),
        { wie: 'Lang', besloten_op: '2025-01-24' },
      ],
      telt: 10,
    },
    {
      als: 'acht wachten 10 dagen en twee 400: dan is het 400',
      wacht: [
        ...Array.from({ length: 8 }, (_, i) => ({ wie: `Kort ${i}`, besloten_op: '2026-02-18' })),
        { wie: 'Lang', besloten_op: '2025-01-24' },
        { wie: 'Ook lang', besloten_op: '2025-01-24' },
      ],
      telt: 400,
    },
  ],
  langst_wachtende: [
    ...staat({ niemand: null, een: 0, twee: 0 }),
    {
      als: 'wie al begon, wacht niet meer, hoe lang het ook duurde',
      wacht: [
        { wie: 'Anna', besloten_op: '2024-02-28', gestart_op: '2026-02-28' },
        { wie: 'Bram', besloten_op: '2025-02-28' },
        { wie: 'Carla', besloten_op: '2026-01-31' },
      ],
      telt: 365,
    },
  ],
  wacht_langer_dan_half_jaar: [
    ...staat({ niemand: null, een: 0, twee: 0 }),
    {
      als: '183 dagen is langer, 182 dagen nog niet',
      wacht: [
        { wie: 'Anna', besloten_op: '2025-08-29' },
        { wie: 'Bram', besloten_op: '2025-08-30' },
        { wie: 'Carla', besloten_op: '2026-02-01' },
      ],
      telt: 33.3,
    },
  ],
  wacht_zonder_overbrugging: [
    ...staat({ niemand: null, een: 0, twee: 0 }),
    {
      als: 'een van de vier krijgt niets terwijl die wacht',
      wacht: ['geen', 'opvang', 'ambulante_hulp', 'dagbesteding'].map((overbrugging, i) => ({
        wie: `Wachtende ${i}`,
        besloten_op: '2026-02-01',
        overbrugging,
      })),
      telt: 25,
    },
  ],
  niet_plaatsbaar: [
    { als: 'een maand zonder wachtenden', telt: 0 },
    {
      als: 'sinds de laatste dag telt, sinds de dag erna niet, en wie ergens past ook niet',
      wacht: [
        { ...anna, niet_plaatsbaar_sinds: '2026-02-28' },
        { ...anna, wie: 'Bram', niet_plaatsbaar_sinds: '2026-03-01' },
        { ...anna, wie: 'Carla' },
      ],
      telt: 1,
    },
    {
      als: 'wie van de lijst ging, telt niet meer',
      wacht: [{ ...anna, niet_plaatsbaar_sinds: '2026-02-01', beeindigd_op: '2026-02-20' }],
      telt: 0,
    },
  ],
  wachttijd_geplaatsten: [
    { als: 'niemand kreeg een plek', wacht: [anna], telt: null },
    {
      als: 'van besluit tot begin, over de jaarwisseling heen',
      maand: '2026-01',
      wacht: [{ wie: 'Anna', besloten_op: '2025-12-31', gestart_op: '2026-01-01' }],
      telt: 1,
    },
    {
      als: 'besluit en begin op dezelfde dag is 0 dagen; wie zonder plek van de lijst ging, telt niet',
      wacht: [
        { wie: 'Anna', besloten_op: '2026-02-03', gestart_op: '2026-02-03' },
        { wie: 'Bram', besloten_op: '2025-02-03', beeindigd_op: '2026-02-04' },
      ],
      telt: 0,
    },
    {
      als: 'de middelste van 10, 20 en 90 dagen',
      wacht: [
        { wie: 'Anna', besloten_op: '2026-02-01', gestart_op: '2026-02-11' },
        { wie: 'Bram', besloten_op: '2026-02-01', gestart_op: '2026-02-21' },
        { wie: 'Carla', besloten_op: '2025-11-20', gestart_op: '2026-02-18' },
      ],
      telt: 20,
    },
  ],
  geplaatst_van_de_lijst: [
    { als: 'niemand kreeg een plek', wacht: [anna], telt: 0 },
    {
      als: 'de eerste en de laatste dag van de maand tellen, de dag ervoor en erna niet',
      wacht: ['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'].map((gestart_op) => ({
        ...anna,
        gestart_op,
      })),
      telt: 2,
    },
    { als: 'zonder plek van de lijst telt niet', wacht: [{ ...anna, beeindigd_op: '2026-02-10' }], telt: 0 },
  ],
  van_de_lijst_zonder_plek: [
    { als: 'niemand ging van de lijst', wacht: [anna], telt: null },
    {
      als: 'een van de vier ging zonder plek',
      wacht: [
        { ...anna, beeindigd_op: '2026-02-01', eindreden: 'niet_meer_nodig' },
        { ...anna, wie: 'Bram', gestart_op: '2026-02-28' },
        { ...anna, wie: 'Carla', gestart_op: '2026-02-14' },
        { ...anna, wie: 'Dirk', gestart_op: '2026-02-14' },
        { ...anna, wie: 'Eva', beeindigd_op: '2026-03-01' },
      ],
      telt: 25,
    },
  ],
  plek_binnen_negentig_dagen: [
    { als: 'niemand kwam in die tijd op de lijst', wacht: [anna], telt: null },
    {
      als: 'besluit 90 tot 120 dagen voor 28 februari: van 1 tot en met 30 november',
      wacht: [
        { wie: 'Te vroeg', besloten_op: '2025-10-31', gestart_op: '2025-11-01' },
        { wie: 'Anna', besloten_op: '2025-11-01', gestart_op: '2026-01-30' },
        { wie: 'Bram', besloten_op: '2025-11-30' },
        { wie: 'Te laat', besloten_op: '2025-12-01', gestart_op: '2025-12-02' },
      ],
      telt: 50,
    },
    {
      als: 'op dag 90 is op tijd, op dag 91 niet, en anders van de lijst is geen plek',
      wacht: [
        { wie: 'Anna', besloten_op: '2025-11-10', gestart_op: '2026-02-08' },
        { wie: 'Bram', besloten_op: '2025-11-10', gestart_op: '2026-02-09' },
        { wie: 'Carla', besloten_op: '2025-11-10', beeindigd_op: '2025-11-20' },
      ],
      telt: 33.3,
    },
  ],
  voorrang_met_de_hand: [
    { als: 'niemand kreeg voorrang', wacht: [anna], telt: 0 },
    {
      als: 'de dag van de voorrang telt, ook als iemand daarna begon',
      wacht: [
        { ...anna, voorrang_op: '2026-02-01', gestart_op: '2026-02-02' },
        { ...anna, wie: 'Bram', voorrang_op: '2026-02-28' },
        { ...anna, wie: 'Carla', voorrang_op: '2026-01-31' },
        { ...anna, wie: 'Dirk', voorrang_op: '2026-03-01' },
      ],
      telt: 2,
    },
  ],
})
