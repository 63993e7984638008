import { type Geval, toetsGevallen } from '../../../../tests/given/feiten.ts'

// Plekken en hoe vol ze zijn. Een plek is voor één huishouden; de peildatum is de laatste dag van de maand.

const vierPlekken = ['Kamer 1', 'Kamer 2', 'Kamer 3', 'Kamer 4'].map((plek_id) => ({ plek_id }))
const inKamer1 = { wie: 'Anna', plek_id: 'Kamer 1', van: '2026-01-10' }

/** Wanneer een plek bezet is, geldt voor alle drie de bezettingen. */
const bezet: Geval[] = [
  { als: 'zonder plekken valt er niets te meten', telt: null },
  { als: 'vier lege plekken', plek: vierPlekken, telt: 0 },
  {
    als: 'vertrokken op de laatste dag: die nacht is de plek vrij',
    plek: vierPlekken,
    verblijf: [{ ...inKamer1, tot: '2026-02-28' }],
    telt: 0,
  },
  {
    als: 'vertrek en komst op dezelfde dag: de plek blijft bezet',
    plek: vierPlekken,
    verblijf: [
      { ...inKamer1, tot: '2026-02-28' },
      { wie: 'Bram', plek_id: 'Kamer 1', van: '2026-02-28' },
    ],
    telt: 25,
  },
  {
    als: 'een gezin van drie op een plek is een bezette plek',
    plek: vierPlekken,
    verblijf: [
      { ...inKamer1, sleutel: 'Gezin' },
      { ...inKamer1, sleutel: 'Gezin', wie: 'Bram', is_hoofd: false },
      { ...inKamer1, sleutel: 'Gezin', wie: 'Carla', is_hoofd: false },
    ],
    telt: 25,
  },
  {
    als: 'een verblijf over de jaarwisseling houdt de plek op oudejaarsavond bezet',
    maand: '2025-12',
    plek: vierPlekken,
    verblijf: [{ ...inKamer1, van: '2025-12-31', tot: '2026-01-01' }],
    telt: 25,
  },
  {
    als: 'een komst van 27 februari die in maart werd vastgelegd, is nu bekend',
    plek: vierPlekken,
    verblijf: [{ ...inKamer1, van: '2026-02-27', bekend_van: '2026-03-03' }],
    telt: 25,
  },
  {
    als: 'en was op 28 februari niet bekend',
    bekendOp: '2026-02-28',
    plek: vierPlekken,
    verblijf: [{ ...inKamer1, van: '2026-02-27', bekend_van: '2026-03-03' }],
    telt: 0,
  },
]

toetsGevallen({
  plekken: [
    { als: 'een regio zonder plekken', telt: 0 },
    {
      als: 'gesloten op de laatste dag telt niet meer, een dag later nog wel, ook tijdelijk en geheim',
      plek: [
        { plek_id: 'Kamer 1', tot: '2026-02-28' },
        { plek_id: 'Kamer 2', tot: '2026-03-01', is_tijdelijk: true },
        { plek_id: 'Schuilplek', is_geheim: true },
        { plek_id: 'Nieuw', van: '2026-02-28' },
        { plek_id: 'Later', van: '2026-03-01' },
      ],
      telt: 3,
    },
    { als: 'op 29 februari', maand: '2024-02', plek: [{ plek_id: 'Kamer 1', van: '2024-02-29' }], telt: 1 },
  ],
  bezetting: [
    ...bezet,
    {
      als: 'ook een plek buiten gebruik en een geblokkeerde plek zijn plekken',
      plek: vierPlekken,
      verblijf: [inKamer1, { wie: 'Bram', plek_id: 'Kamer 2', uitstroomgereed_op: '2026-02-01' }],
      buiten_gebruik: [{ plek_id: 'Kamer 3', van: '2026-02-01' }],
      telt: 50,
    },
  ],
  bezetting_bruikbaar: [
    ...bezet,
    {
      als: 'een lege plek buiten gebruik telt niet; is daar toch iemand, dan wel',
      plek: vierPlekken,
      verblijf: [inKamer1],
      buiten_gebruik: [
        { plek_id: 'Kamer 1', van: '2026-02-01' },
        { plek_id: 'Kamer 2', van: '2026-02-28' },
        { plek_id: 'Kamer 3', van: '2026-02-01', tot: '2026-02-28' },
        { plek_id: 'Kamer 4', van: '2026-03-01' },
      ],
      telt: 33.3,
    },
  ],
  bezetting_zonder_geblokkeerd: [
    ...bezet,
    {
      als: 'wie op de laatste dag klaar is om te vertrekken telt niet mee, wie dat op 1 maart is nog wel',
      plek: vierPlekken,
      verblijf: [
        { ...inKamer1, uitstroomgereed_op: '2026-02-28' },
        { wie: 'Bram', plek_id: 'Kamer 2', uitstroomgereed_op: '2026-03-01' },
      ],
      telt: 33.3,
    },
    {
      als: 'iedereen is klaar om te vertrekken: er blijft niets te meten',
      plek: [{ plek_id: 'Kamer 1' }],
      verblijf: [{ ...inKamer1, uitstroomgereed_op: '2026-02-01' }],
      telt: null,
    },
  ],
  buiten_gebruik: [
    { als: 'zonder plekken valt er niets te meten', telt: null },
    {
      als: 'twee keer buiten gebruik is één plek; weer in gebruik op de laatste dag telt niet',
      plek: vierPlekken,
      buiten_gebruik: [
        { plek_id: 'Kamer 1', van: '2026-02-01' },
        { plek_id: 'Kamer 1', van: '2026-02-10', reden: 'schade' },
        { plek_id: 'Kamer 2', van: '2026-02-01', tot: '2026-02-28' },
        { plek_id: 'Kamer 3', van: '2026-03-01' },
      ],
      telt: 25,
    },
  ],
  geblokkeerde_dagen: [
    { als: 'niemand was klaar om te vertrekken', verblijf: [inKamer1], telt: 0 },
    {
      als: 'de hele maand: 28 dagen, in een schrikkeljaar 29',
      verblijf: [{ ...inKamer1, uitstroomgereed_op: '2026-01-15' }],
      telt: 28,
    },
    {
      als: 'in een schrikkeljaar zijn dat er 29',
      maand: '2024-02',
      verblijf: [{ ...inKamer1, van: '2024-01-01', uitstroomgereed_op: '2024-01-15' }],
      telt: 29,
    },
    {
      als: 'klaar op 10 februari en vertrokken op 15 februari: vijf nachten',
      verblijf: [{ ...inKamer1, uitstroomgereed_op: '2026-02-10', tot: '2026-02-15' }],
      telt: 5,
    },
    {
      als: 'klaar op de laatste dag: een nacht; klaar op 1 maart: geen',
      verblijf: [
        { ...inKamer1, uitstroomgereed_op: '2026-02-28' },
        { wie: 'Bram', uitstroomgereed_op: '2026-03-01' },
      ],
      telt: 1,
    },
    {
      als: 'klaar en vertrokken op dezelfde dag: geen nacht; vertrokken op 1 februari ook niet',
      verblijf: [
        { ...inKamer1, uitstroomgereed_op: '2026-02-10', tot: '2026-02-10' },
        { wie: 'Bram', uitstroomgereed_op: '2026-01-10', tot: '2026-02-01' },
      ],
      telt: 0,
    },
    {
      als: 'van een gezin tellen de dagen één keer',
      verblijf: [
        { ...inKamer1, sleutel: 'Gezin', uitstroomgereed_op: '2026-02-27' },
        { ...inKamer1, sleutel: 'Gezin', wie: 'Bram', is_hoofd: false, uitstroomgereed_op: '2026-02-27' },
      ],
      telt: 2,
    },
  ],
  klaar_om_te_vertrekken: [
    { als: 'niemand is klaar om te vertrekken', verblijf: [inKamer1], telt: 0 },
    {
      als: 'op de laatste dag klaar telt, een dag later niet; wie vertrok telt niet; een gezin telt één keer',
      verblijf: [
        { ...inKamer1, sleutel: 'Gezin', uitstroomgereed_op: '2026-02-28' },
        { ...inKamer1, sleutel: 'Gezin', wie: 'Bram', is_hoofd: false, uitstroomgereed_op: '2026-02-28' },
        { wie: 'Carla', uitstroomgereed_op: '2026-03-01' },
        { wie: 'Dirk', uitstroomgereed_op: '2026-02-01', tot: '2026-02-28' },
      ],
      telt: 1,
    },
  ],
})
