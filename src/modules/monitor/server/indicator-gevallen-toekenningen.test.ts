import { toetsGevallen } from '../../../../tests/given/feiten.ts'

const toekenning = { soort: 'toekenning', beschikt_op: '2026-01-10', geldig_van: '2026-01-15' } as const
const anna = { wie: 'Anna', ...toekenning } as const

/** Who has a toekenning on 28 February 2026, in figures of people and of toekenningen alike. */
const dagen = [
  { als: 'er zijn geen beschikkingen', telt: 0 },
  {
    als: 'de toekenning van Anna geldt; die van Bram tot en met 27 februari, die van Carla vanaf 1 maart',
    beschikking: [
      anna,
      { wie: 'Bram', ...toekenning, geldig_tot: '2026-02-28' },
      { wie: 'Carla', ...toekenning, geldig_van: '2026-03-01' },
    ],
    telt: 1,
  },
  {
    als: 'die op 28 februari begint telt, en die van een dag duurt ook',
    beschikking: [
      { wie: 'Anna', ...toekenning, geldig_van: '2026-02-28' },
      { wie: 'Bram', ...toekenning, geldig_van: '2026-02-28', geldig_tot: '2026-03-01' },
    ],
    telt: 2,
  },
  {
    als: 'een toekenning over de jaarwisseling zonder einddatum geldt nog',
    beschikking: [{ ...anna, beschikt_op: '2025-12-31', geldig_van: '2025-12-31' }],
    telt: 1,
  },
  {
    als: 'een afwijzing, een intrekking en een aanvraag gelden niet',
    beschikking: [
      { wie: 'Anna', ...toekenning, soort: 'afwijzing' },
      { wie: 'Bram', ...toekenning, soort: 'intrekking' },
      { wie: 'Carla', ...toekenning, soort: null, status: 'aangevraagd' },
    ],
    telt: 0,
  },
  {
    als: 'op een dag loopt de ene af en begint de herziening: dat is er één',
    beschikking: [
      { ...anna, geldig_tot: '2026-02-28' },
      { ...anna, soort: 'herziening', geldig_van: '2026-02-28' },
    ],
    telt: 1,
  },
  {
    als: 'op 28 februari bekend: wat in maart met terugwerkende kracht is ingetrokken gold toen nog',
    bekendOp: '2026-02-28',
    beschikking: [
      { ...anna, bekend_tot: '2026-03-10' },
      { ...anna, bekend_van: '2026-03-10', geldig_tot: '2026-02-01' },
    ],
    telt: 1,
  },
  {
    als: 'en zoals nu bekend niet',
    beschikking: [
      { ...anna, bekend_tot: '2026-03-10' },
      { ...anna, bekend_van: '2026-03-10', geldig_tot: '2026-02-01' },
    ],
    telt: 0,
  },
] as const
const twee = [
  { ...anna, product_id: 'Beschermd wonen' },
  { ...anna, product_id: 'Beschermd thuis', gemeente_code: 'GM0606' },
]

toetsGevallen({
  mensen_met_toekenning: [
    ...dagen,
    { als: 'Anna heeft er twee, voor twee producten, en telt één keer', beschikking: twee, telt: 1 },
    {
      als: 'van twee dossiers van Anna die zijn samengevoegd blijft één mens over',
      beschikking: [
        { wie: 'Anna dubbel', ...toekenning, bekend_tot: '2026-02-20' },
        { ...anna, bekend_van: '2026-02-20' },
        anna,
      ],
      telt: 1,
    },
  ],
  lopende_toekenningen: [
    ...dagen,
    { als: 'Anna heeft er twee, en die tellen allebei', beschikking: twee, telt: 2 },
  ],
  toekenning_naar_woonplaats: [
    ...dagen.map((geval) => ({
      ...geval,
      persoon: ['Anna', 'Bram', 'Carla'].map((wie) => ({ wie, woonplaats_gemeente: 'GM0622' })),
    })),
    {
      als: 'wie buiten de regio woont telt, van wie het niet bekend is niet',
      persoon: [
        { wie: 'Anna', woonplaats_gemeente: 'GM0599' },
        { wie: 'Bram', woonplaats_gemeente: null },
      ],
      beschikking: [anna, { wie: 'Bram', ...toekenning }],
      telt: 1,
    },
    {
      als: 'wie verhuisde telt één keer, waar die nu woont',
      persoon: [
        { wie: 'Anna', woonplaats_gemeente: 'GM0599', bekend_tot: '2026-02-10' },
        { wie: 'Anna', woonplaats_gemeente: 'GM0622', bekend_van: '2026-02-10' },
      ],
      beschikking: [anna],
      telt: 1,
    },
  ],
})
