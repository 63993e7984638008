import { type Geval, toetsGevallen } from '../../../../tests/given/feiten.ts'

// Wat er na het verblijf gebeurt, en wie er in beeld is.

const weg = { van: '2023-01-01', eindreden: 'vertrokken', bestemming: 'zelfstandig' }
const randdagen = ['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01']
const huurt = (begonnen_op: string, geeindigd_op?: string) => ({
  wie: begonnen_op,
  begonnen_op,
  geeindigd_op,
})

/** Of een contract na zoveel maanden nog liep; `begin` is precies zo lang voor 28 februari 2026. */
const nogHuren = (begin: string, dagEerder: string, teVroeg: string): Geval[] => [
  { als: 'een maand zonder zulke contracten', huurcontract: [huurt('2026-02-27')], telt: null },
  {
    als: 'begonnen op precies die dag telt, een dag later nog niet, een jaar eerder niet meer',
    huurcontract: [huurt(begin), huurt('2026-02-28'), huurt(teVroeg)],
    telt: 100,
  },
  {
    als: 'geëindigd op de dag zelf liep niet meer, een dag later nog wel, zonder einde ook',
    huurcontract: [
      huurt(begin, '2026-02-28'),
      { ...huurt(dagEerder, '2026-02-28'), wie: 'Bram' },
      huurt(dagEerder),
    ],
    telt: 66.7,
  },
]

/** Wie in de tijd vertrok en terugkwam. `vertrek` ligt binnen het venster; dagen zijn sinds dat vertrek. */
const terug = (v: { vertrek: string; eerste: string; laatste: string; teLaat: string }): Geval[] => [
  { als: 'niemand vertrok in die tijd', verblijf: [{ wie: 'Anna', ...weg, tot: '2026-02-20' }], telt: null },
  {
    als: 'op de eerste en de laatste dag terug telt, een dag te laat en nooit niet',
    verblijf: [
      ...['Anna', 'Bram', 'Carla', 'Dirk'].map((wie) => ({ wie, ...weg, tot: v.vertrek })),
      { wie: 'Anna', van: v.eerste },
      { wie: 'Bram', van: v.laatste },
      { wie: 'Carla', van: v.teLaat },
    ],
    telt: 50,
  },
  {
    als: 'een time-out is geen terugkeer',
    verblijf: [
      { wie: 'Anna', ...weg, tot: v.vertrek },
      { wie: 'Anna', van: v.eerste, soort: 'time_out' },
    ],
    telt: 0,
  },
  {
    als: 'als partner van een ander terug is ook terug',
    verblijf: [
      { wie: 'Anna', ...weg, tot: v.vertrek },
      { wie: 'Anna', van: v.laatste, is_hoofd: false },
    ],
    telt: 100,
  },
  {
    als: 'wie overleed of doorstroomde, telt niet mee',
    verblijf: [
      { wie: 'Anna', ...weg, tot: v.vertrek, bestemming: 'overleden' },
      { wie: 'Bram', ...weg, tot: v.vertrek, eindreden: 'doorstroom' },
    ],
    telt: null,
  },
  {
    als: 'terug onder een tweede dossier is terug zodra de dossiers zijn samengevoegd',
    verblijf: [
      { wie: 'Anna', ...weg, tot: v.vertrek },
      { wie: 'Anna dubbel', van: v.eerste, bekend_tot: '2026-03-10' },
      { wie: 'Anna', van: v.eerste, bekend_van: '2026-03-10' },
    ],
    telt: 100,
  },
  {
    als: 'en voor het samenvoegen was dat niet bekend',
    bekendOp: '2026-03-09',
    verblijf: [
      { wie: 'Anna', ...weg, tot: v.vertrek },
      { wie: 'Anna dubbel', van: v.eerste, bekend_tot: '2026-03-10' },
      { wie: 'Anna', van: v.eerste, bekend_van: '2026-03-10' },
    ],
    telt: 0,
  },
]

toetsGevallen({
  uitstroom_per_route: [
    {
      als: 'een maand zonder afgeronde dossiers',
      uitstroom: [{ wie: 'Anna', begonnen_op: '2026-02-01' }],
      telt: 0,
    },
    {
      als: 'de eerste en de laatste dag tellen; een samengevoegd dossier niet',
      uitstroom: [
        ...randdagen.map((afgerond_op, i) => ({ wie: `Weg ${i}`, afgerond_op, route: 'urgentie' })),
        { wie: 'Dubbel', afgerond_op: '2026-02-10', route: 'samengevoegd' },
      ],
      telt: 2,
    },
  ],
  nazorg_dekking: [
    { als: 'niemand stroomde uit', telt: null },
    {
      als: 'met nazorg, zonder, geweigerd, en besloten dat het niet nodig is',
      verblijf: ['Anna', 'Bram', 'Carla', 'Dirk'].map((wie) => ({
        wie,
        sleutel: wie,
        ...weg,
        tot: '2026-02-28',
      })),
      nazorg: [
        { wie: 'Anna', verblijf: 'Anna', status: 'voorgesteld' },
        { wie: 'Carla', verblijf: 'Carla', status: 'geweigerd' },
        { wie: 'Dirk', verblijf: 'Dirk', status: 'geen' },
      ],
      telt: 25,
    },
    {
      als: 'nazorg na een eerder verblijf telt niet voor dit verblijf; gestopte nazorg was afgesproken',
      verblijf: ['Anna', 'Bram'].map((wie) => ({ wie, sleutel: wie, ...weg, tot: '2026-02-01' })),
      nazorg: [
        { wie: 'Anna', verblijf: 'Eerder verblijf' },
        { wie: 'Bram', verblijf: 'Bram', status: 'gestopt' },
      ],
      telt: 50,
    },
  ],
  nazorg_bereikt: [
    {
      als: 'niemand vertrok 30 tot 60 dagen geleden',
      verblijf: [{ wie: 'Anna', ...weg, tot: '2026-02-20' }],
      telt: null,
    },
    {
      als: 'vertrokken van 31 december tot en met 29 januari: bereikt op dag 30 telt, op dag 31 niet',
      verblijf: [
        { wie: 'Anna', sleutel: 'A', ...weg, tot: '2025-12-31' },
        { wie: 'Bram', sleutel: 'B', ...weg, tot: '2026-01-29' },
        { wie: 'Te vroeg', sleutel: 'C', ...weg, tot: '2025-12-30' },
        { wie: 'Te laat', sleutel: 'D', ...weg, tot: '2026-01-30' },
      ],
      nazorg: [
        { wie: 'Anna', verblijf: 'A', eerste_contact_op: '2026-01-30', laatste_contact_op: '2026-01-30' },
        { wie: 'Bram', verblijf: 'B', eerste_contact_op: '2026-03-01', laatste_contact_op: '2026-03-01' },
        { wie: 'Te vroeg', verblijf: 'C', eerste_contact_op: '2025-12-31' },
        { wie: 'Te laat', verblijf: 'D', eerste_contact_op: '2026-01-31' },
      ],
      telt: 50,
    },
    {
      als: 'alleen gesproken voor het vertrek is niet bereikt na vertrek',
      verblijf: [{ wie: 'Anna', sleutel: 'A', ...weg, tot: '2026-01-10' }],
      nazorg: [
        { wie: 'Anna', verblijf: 'A', eerste_contact_op: '2026-01-05', laatste_contact_op: '2026-01-05' },
      ],
      telt: 0,
    },
  ],
  huurt_nog_na_3_maanden: [
    ...nogHuren('2025-11-28', '2025-11-27', '2024-11-28'),
    {
      als: 'begonnen op 31 augustus: drie maanden zijn om op 30 november',
      maand: '2025-11',
      huurcontract: [huurt('2025-08-31', '2025-12-01')],
      telt: 100,
    },
  ],
  huurt_nog_na_6_maanden: nogHuren('2025-08-28', '2025-08-27', '2024-08-28'),
  huurt_nog_na_12_maanden: [
    ...nogHuren('2025-02-28', '2025-02-27', '2024-02-28'),
    {
      als: 'begonnen op 29 februari: een jaar is om op 28 februari',
      maand: '2025-02',
      huurcontract: [huurt('2024-02-29', '2025-03-01')],
      telt: 100,
    },
  ],
  huurt_nog_na_24_maanden: nogHuren('2024-02-28', '2024-02-27', '2023-02-28'),
  terug_na_0_tot_180_dagen: terug({
    vertrek: '2025-03-01',
    eerste: '2025-03-01',
    laatste: '2025-08-28',
    teLaat: '2025-08-29',
  }),
  terug_na_181_tot_365_dagen: [
    ...terug({ vertrek: '2024-12-31', eerste: '2025-06-30', laatste: '2025-12-31', teLaat: '2026-01-01' }),
    {
      als: 'wie eerder al terug was, telt hier niet nog een keer',
      verblijf: [
        { wie: 'Anna', ...weg, tot: '2024-12-31' },
        { wie: 'Anna', ...weg, van: '2025-01-10', tot: '2025-01-20' },
        { wie: 'Anna', van: '2025-07-10' },
      ],
      telt: 0,
    },
  ],
  terug_na_366_tot_730_dagen: terug({
    vertrek: '2023-06-30',
    eerste: '2024-06-30',
    laatste: '2025-06-29',
    teLaat: '2025-06-30',
  }),
  urgentie_toegekend: [
    {
      als: 'een maand zonder besluiten',
      urgentie: [{ wie: 'Anna', status: 'ingediend', ingediend_op: '2026-02-01' }],
      telt: null,
    },
    {
      als: 'toegekend en gebruikt zijn toegekend, afgewezen niet',
      urgentie: [
        { wie: 'Anna', besloten_op: '2026-02-01', status: 'toegekend', geldig_tot: '2026-08-01' },
        { wie: 'Bram', besloten_op: '2026-02-28', status: 'gebruikt', geldig_tot: '2026-08-01' },
        { wie: 'Carla', besloten_op: '2026-02-10', status: 'afgewezen' },
        { wie: 'Dirk', besloten_op: '2026-03-01', status: 'afgewezen' },
      ],
      telt: 66.7,
    },
    {
      als: 'een urgentie die na het toekennen is ingetrokken, was toegekend',
      urgentie: [
        {
          wie: 'Anna',
          besloten_op: '2026-02-10',
          status: 'ingetrokken',
          geldig_tot: '2026-08-01',
          geeindigd_op: '2026-03-01',
        },
      ],
      telt: 100,
    },
  ],
  in_beeld: [
    { als: 'niemand is in beeld', telt: 0 },
    {
      als: 'vanaf de laatste dag telt, afgesloten op de laatste dag niet meer',
      in_beeld: [
        { wie: 'Anna', van: '2026-02-28' },
        { wie: 'Bram', van: '2026-01-01', tot: '2026-02-28' },
        { wie: 'Carla', van: '2026-03-01' },
      ],
      telt: 1,
    },
    {
      als: 'afgesloten en op dezelfde dag weer opgepakt is één mens',
      in_beeld: [
        { wie: 'Anna', van: '2026-01-01', tot: '2026-02-28' },
        { wie: 'Anna', van: '2026-02-28' },
      ],
      telt: 1,
    },
    {
      als: 'twee dossiers van één mens, samengevoegd',
      in_beeld: [
        { wie: 'Anna', van: '2026-01-01' },
        { wie: 'Anna', van: '2026-02-01' },
      ],
      telt: 1,
    },
  ],
  gegevens_op_orde: [
    { als: 'niemand is in beeld', telt: null },
    {
      als: 'twee van de drie hebben alles; van wie de herkomst onbekend is niet; wie op de laatste dag is afgesloten telt niet mee',
      persoon: [
        { wie: 'Anna', geboortejaar: 1990, herkomst_gemeente: 'GM0622', woonplaats_gemeente: 'GM0606' },
        { wie: 'Bram', geboortejaar: 1980, herkomst_gemeente: 'GM0622', woonplaats_gemeente: 'GM0622' },
        { wie: 'Carla', geboortejaar: 1970, woonplaats_gemeente: 'GM0622' },
        { wie: 'Dirk' },
      ],
      in_beeld: [
        { wie: 'Anna', van: '2026-02-28' },
        { wie: 'Bram', van: '2026-01-01' },
        { wie: 'Carla', van: '2026-01-01' },
        { wie: 'Dirk', van: '2026-01-01', tot: '2026-02-28' },
      ],
      telt: 66.7,
    },
    {
      als: 'wat in maart is aangevuld, was in februari niet bekend',
      bekendOp: '2026-02-28',
      persoon: [
        { wie: 'Anna', herkomst_gemeente: 'GM0622', woonplaats_gemeente: 'GM0622', bekend_tot: '2026-03-05' },
        {
          wie: 'Anna',
          geboortejaar: 1990,
          herkomst_gemeente: 'GM0622',
          woonplaats_gemeente: 'GM0622',
          bekend_van: '2026-03-05',
        },
      ],
      in_beeld: [{ wie: 'Anna', van: '2026-01-01' }],
      telt: 0,
    },
  ],
  uit_beeld: [
    { als: 'een maand zonder afsluiten', in_beeld: [{ wie: 'Anna', van: '2026-01-01' }], telt: 0 },
    {
      als: 'de eerste en de laatste dag tellen; wie twee keer is afgesloten telt één keer',
      in_beeld: [
        ...randdagen.map((tot, i) => ({ wie: `Klaar ${i}`, van: '2025-01-01', tot })),
        { wie: 'Klaar 1', van: '2026-02-05', tot: '2026-02-20' },
      ],
      telt: 2,
    },
  ],
})
