import { type Geval, toetsGevallen } from '../../../../tests/given/feiten.ts'

// What the daklozenloket counts. A contact is of nobody: no household, merged files or place apply to it.

const contact = { op: '2026-02-10', gemeente_code: 'GM0622' } as const
const gesprek = { ...contact, soort: 'gezinsgesprek', gezin: 'Gezin de Wit' } as const
const besluit = { op: '2026-02-10', gemeente_code: 'GM0622' } as const
const anna = { wie: 'Anna', ...besluit } as const

/** The edges of a month, the same for everything that is counted by the day on which it was. */
const randen = (feit: 'klantcontact' | 'adrestoestemming', rij: object): Geval[] => {
  const op = (...dagen: string[]) => ({ [feit]: dagen.map((dag) => ({ ...rij, op: dag })) })
  return [
    { als: 'niets gebeurd', telt: 0 },
    { als: 'de laatste dag van januari telt niet', ...op('2026-01-31'), telt: 0 },
    { als: 'de eerste dag van februari telt', ...op('2026-02-01'), telt: 1 },
    { als: 'de laatste dag van februari telt', ...op('2026-02-28'), telt: 1 },
    { als: 'de eerste dag van maart telt niet', ...op('2026-03-01'), telt: 0 },
    {
      als: 'oudjaarsdag en nieuwjaarsdag: december',
      maand: '2025-12',
      ...op('2025-12-31', '2026-01-01'),
      telt: 1,
    },
    {
      als: 'oudjaarsdag en nieuwjaarsdag: januari',
      maand: '2026-01',
      ...op('2025-12-31', '2026-01-01'),
      telt: 1,
    },
    {
      als: 'pas in maart opgeschreven: zoals op 28 februari bekend nog niet',
      bekendOp: '2026-02-28',
      [feit]: [{ ...rij, bekend_van: '2026-03-02' }],
      telt: 0,
    },
    {
      als: 'pas in maart opgeschreven: zoals nu bekend wel',
      [feit]: [{ ...rij, bekend_van: '2026-03-02' }],
      telt: 1,
    },
    {
      als: 'van buiten de regio telt',
      [feit]: [{ ...rij, gemeente_code: null, van_elders: true }],
      telt: 1,
    },
    { als: 'met een gemeente die niet bekend is telt', [feit]: [{ ...rij, gemeente_code: null }], telt: 1 },
  ]
}

toetsGevallen({
  klantcontacten: [
    ...randen('klantcontact', contact),
    {
      als: 'drie keer op een dag is drie keer, bij twee loketten ook',
      klantcontact: [
        { ...contact, organisatie_id: 'Loket' },
        { ...contact, organisatie_id: 'Loket' },
        { ...contact, organisatie_id: 'Wijkteam' },
      ],
      telt: 3,
    },
    {
      als: 'jong, ouder en leeftijd onbekend tellen alle drie',
      klantcontact: ['onder_23', 'vanaf_23', 'onbekend'].map((leeftijdsklasse) => ({
        ...contact,
        leeftijdsklasse,
      })),
      telt: 3,
    },
    {
      als: 'een gesprek met een gezin is geen contact; het contact met een gezin wel',
      klantcontact: [gesprek, { ...contact, gezin: 'Gezin de Wit' }],
      telt: 1,
    },
  ],
  gezinsgesprekken: [
    ...randen('klantcontact', gesprek),
    {
      als: 'een gezin dat drie keer komt, telt drie keer; een gewoon contact telt niet',
      klantcontact: [gesprek, gesprek, gesprek, { ...contact, gezin: 'Gezin de Wit' }],
      telt: 3,
    },
  ],
  gezinnen_in_gesprek: [
    ...randen('klantcontact', gesprek),
    {
      als: 'een gezin dat drie keer komt is één gezin, ook bij een ander loket en uit een andere gemeente',
      klantcontact: [
        gesprek,
        { ...gesprek, organisatie_id: 'Wijkteam' },
        { ...gesprek, gemeente_code: null, van_elders: true },
        { ...gesprek, gezin: 'Gezin Smit' },
      ],
      telt: 2,
    },
    {
      als: 'een gezin dat alleen een gewoon contact had, was niet in gesprek',
      klantcontact: [{ ...contact, gezin: 'Gezin de Wit' }],
      telt: 0,
    },
    {
      als: 'een gesprek waarvan het gezin niet bekend is, telt geen gezin',
      klantcontact: [{ ...gesprek, gezin: null }],
      telt: 0,
    },
  ],
  adrestoestemming_gegeven: [
    ...randen('adrestoestemming', besluit),
    {
      als: 'Anna krijgt het twee keer: twee beslissingen; die van iemand zonder dossier telt ook',
      adrestoestemming: [anna, { ...anna, op: '2026-02-20' }, besluit],
      telt: 3,
    },
    {
      als: 'eerst niet, later wel: één keer wel',
      adrestoestemming: [{ ...anna, toestemming: false }, anna],
      telt: 1,
    },
    {
      als: 'van twee dossiers van Anna die zijn samengevoegd blijven het twee beslissingen',
      adrestoestemming: [
        { ...besluit, wie: 'Anna dubbel', sleutel: 'Besluit', bekend_tot: '2026-02-20' },
        { ...anna, sleutel: 'Besluit', bekend_van: '2026-02-20' },
        anna,
      ],
      telt: 2,
    },
    {
      als: 'zonder gemeente of leeftijd telt het ook',
      adrestoestemming: [{ ...anna, gemeente_code: null, leeftijdsklasse: 'onbekend' }],
      telt: 1,
    },
  ],
  adrestoestemming_niet_gegeven: [
    ...randen('adrestoestemming', { ...besluit, toestemming: false }),
    {
      als: 'eerst niet, later wel: één keer niet',
      adrestoestemming: [{ ...anna, toestemming: false }, anna],
      telt: 1,
    },
    {
      als: 'zonder gemeente of leeftijd telt het ook',
      adrestoestemming: [
        { ...anna, toestemming: false, gemeente_code: null, leeftijdsklasse: 'onbekend' },
        { ...besluit, toestemming: false },
      ],
      telt: 2,
    },
  ],
  adrestoestemming_niet_toegedeeld: [
    ...randen('adrestoestemming', { ...besluit, leeftijdsklasse: 'onbekend' }),
    {
      als: 'gemeente en leeftijd bekend: toegedeeld',
      adrestoestemming: [anna, { ...anna, leeftijdsklasse: 'onder_23' }],
      telt: 0,
    },
    {
      als: 'een van beide ontbreekt, of allebei: elk telt één keer',
      adrestoestemming: [
        { ...anna, gemeente_code: null },
        { ...anna, leeftijdsklasse: 'onbekend' },
        { ...anna, gemeente_code: null, leeftijdsklasse: 'onbekend' },
      ],
      telt: 3,
    },
    {
      als: 'een gemeente buiten de regio is niet toegedeeld',
      adrestoestemming: [{ ...anna, gemeente_code: null, van_elders: true }],
      telt: 1,
    },
    {
      als: 'zonder toestemming hoort er niet bij',
      adrestoestemming: [{ ...anna, gemeente_code: null, toestemming: false }],
      telt: 0,
    },
  ],
})
