import { type Geval, toetsGevallen } from '../../../../tests/given/feiten.ts'

// The cases that go wrong most: in and out on one day, over New Year, a correction afterwards, somebody on three lists, a family, two
// files that became one, no day of leaving, and a guest of the winterkou without a name. Per indicator those that the other tables lack.

const anna = { wie: 'Anna' } as const
const weg = { eindreden: 'vertrokken', bestemming: 'zelfstandig' } as const
const verder = { eindreden: 'doorstroom', bestemming: 'beschermd_wonen' } as const
const verhuisd = { eindreden: 'verhuisd', bestemming: 'opvang' } as const
const gezin = (rij: object) =>
  ['Anna', 'Bram', 'Mila'].map((wie, i) => ({ wie, sleutel: 'Gezin', is_hoofd: i === 0, ...rij }))
const gast = { winternacht: [{ nacht: '2026-02-28' }, { nacht: '2026-02-28' }] } as const
const opDrieLijsten = (rij: (i: number) => object) =>
  [0, 1, 2].map((i) => ({ ...anna, product_id: `Product ${i}`, besloten_op: '2026-01-12', ...rij(i) }))
/** The same facts as known now and as known at the end of February. */
const nuEnToen = (als: string, feiten: Partial<Geval>, nu: number | null, toen: number | null): Geval[] => [
  { ...feiten, als: `${als}: zoals nu bekend`, telt: nu },
  { ...feiten, als: `${als}: zoals op 28 februari bekend`, bekendOp: '2026-02-28', telt: toen },
]
/** A row that said something else until 5 March. */
const hersteld = (rij: object, was: object, is: object) => [
  { ...rij, ...was, bekend_tot: '2026-03-05' },
  { ...rij, ...is, bekend_van: '2026-03-05' },
]
const overNieuwjaar = (als: string, feiten: Partial<Geval>, december: number, januari: number): Geval[] => [
  { ...feiten, als: `${als}: december`, maand: '2025-12', telt: december },
  { ...feiten, als: `${als}: januari`, maand: '2026-01', telt: januari },
]

toetsGevallen({
  verblijvenden: [
    ...nuEnToen(
      'een komst van 27 februari, vastgelegd in maart',
      { verblijf: [{ ...anna, van: '2026-02-27', bekend_van: '2026-03-03' }] },
      1,
      0,
    ),
    {
      als: 'zonder dag van vertrek verblijft iemand nog, hoe lang ook',
      verblijf: [{ ...anna, van: '2019-05-01' }],
      telt: 1,
    },
    {
      als: 'gekomen en gegaan op de laatste dag: die nacht niet',
      verblijf: [{ ...anna, van: '2026-02-28', tot: '2026-02-28', ...weg }],
      telt: 0,
    },
    { als: 'gasten van de winterkou zonder naam verblijven niet', ...gast, telt: 0 },
  ],
  kinderen_in_de_keten: [
    {
      als: 'van een kind met twee dossiers die zijn samengevoegd is er één',
      verblijf: [
        { wie: 'Mila', van: '2026-02-01', is_hoofd: false },
        { wie: 'Mila', van: '2026-02-10', soort: 'time_out', is_hoofd: false },
      ],
      persoon: [{ wie: 'Mila', sleutel: 'Mila', geboortejaar: 2015 }],
      telt: 1,
    },
  ],
  klaar_om_te_vertrekken: [
    {
      als: 'een gezin is één huishouden, en zonder dag van vertrek nog steeds klaar',
      verblijf: gezin({ van: '2020-01-01', uitstroomgereed_op: '2021-12-31' }),
      telt: 1,
    },
    ...nuEnToen(
      'klaar sinds februari, vastgelegd in maart',
      {
        verblijf: hersteld(
          { ...anna, sleutel: 'A', van: '2025-01-01' },
          {},
          { uitstroomgereed_op: '2026-02-10' },
        ),
      },
      1,
      0,
    ),
  ],
  bezetting: [
    {
      als: 'een gast van de winterkou houdt geen plek bezet',
      plek: [{ plek_id: 'Kamer 1' }],
      ...gast,
      telt: 0,
    },
    {
      als: 'een kamer zonder dag van vertrek is bezet',
      plek: [{ plek_id: 'Kamer 1' }],
      verblijf: [{ ...anna, plek_id: 'Kamer 1', van: '2019-01-01' }],
      telt: 100,
    },
  ],
  geblokkeerde_dagen: [
    ...overNieuwjaar(
      'klaar op 20 december en vertrokken op 5 januari',
      {
        verblijf: [
          { ...anna, van: '2025-06-01', uitstroomgereed_op: '2025-12-20', tot: '2026-01-05', ...weg },
        ],
      },
      12,
      4,
    ),
    {
      als: 'een gezin blokkeert één plek',
      verblijf: gezin({ van: '2026-01-01', uitstroomgereed_op: '2026-02-27' }),
      telt: 2,
    },
  ],
  instroom: [
    ...overNieuwjaar('gekomen op oudejaarsavond', { verblijf: [{ ...anna, van: '2025-12-31' }] }, 1, 0),
    ...nuEnToen(
      'de dag van komst is hersteld van 1 maart naar 28 februari',
      { verblijf: hersteld({ ...anna, sleutel: 'A' }, { van: '2026-03-01' }, { van: '2026-02-28' }) },
      1,
      0,
    ),
    ...nuEnToen(
      'verhuisd onder twee dossiers, die in maart zijn samengevoegd',
      {
        verblijf: [
          { ...anna, van: '2025-06-01', tot: '2026-02-10', ...verhuisd },
          ...hersteld({ sleutel: 'B', van: '2026-02-10' }, { wie: 'Anna dubbel' }, anna),
        ],
      },
      0,
      1,
    ),
    { als: 'gasten van de winterkou zijn geen instroom', ...gast, telt: 0 },
  ],
  doorstroom: [
    {
      als: 'vertrek en komst op dezelfde dag is één keer doorstroom',
      verblijf: [
        { ...anna, tot: '2026-02-10', ...verder },
        { ...anna, van: '2026-02-10' },
      ],
      telt: 1,
    },
    ...overNieuwjaar(
      'door op nieuwjaarsdag',
      { verblijf: [{ ...anna, tot: '2026-01-01', ...verder }] },
      0,
      1,
    ),
    ...nuEnToen(
      'de reden is hersteld van doorstroom naar vertrokken',
      { verblijf: hersteld({ ...anna, sleutel: 'A', tot: '2026-02-10' }, verder, weg) },
      0,
      1,
    ),
  ],
  uitstroom: [
    ...overNieuwjaar('weg op nieuwjaarsdag', { verblijf: [{ ...anna, tot: '2026-01-01', ...weg }] }, 0, 1),
    {
      als: 'van een gezin telt het aanspreekpunt',
      verblijf: gezin({ van: '2026-01-01', tot: '2026-02-20', ...weg }),
      telt: 1,
    },
    {
      als: 'vertrokken en op dezelfde dag terug: het vertrek telt',
      verblijf: [
        { ...anna, tot: '2026-02-10', ...weg },
        { ...anna, van: '2026-02-10' },
      ],
      telt: 1,
    },
  ],
  verblijfsduur: [
    ...nuEnToen(
      'de dag van komst is hersteld van 1 februari naar 1 januari',
      {
        verblijf: hersteld(
          { ...anna, sleutel: 'A', tot: '2026-02-11', ...weg },
          { van: '2026-02-01' },
          { van: '2026-01-01' },
        ),
      },
      41,
      10,
    ),
  ],
  wachtenden: [
    {
      als: 'op de lijst sinds oudejaarsavond, zonder einde',
      maand: '2026-01',
      wacht: [{ ...anna, besloten_op: '2025-12-31' }],
      telt: 1,
    },
    { als: 'een gast van de winterkou wacht niet', ...gast, telt: 0 },
  ],
  wachttijd_wachtenden: [
    {
      als: 'op drie lijsten telt elke wachttijd: 59, 28 en 10 dagen',
      wacht: opDrieLijsten((i) => ({ besloten_op: ['2025-12-31', '2026-01-31', '2026-02-18'][i] })),
      telt: 28,
    },
    ...nuEnToen(
      'de dag van het besluit is hersteld van 18 februari naar 31 december',
      {
        wacht: hersteld(
          { ...anna, sleutel: 'A' },
          { besloten_op: '2026-02-18' },
          { besloten_op: '2025-12-31' },
        ),
      },
      59,
      10,
    ),
  ],
  geplaatst_van_de_lijst: [
    {
      als: 'op drie lijsten en van één geplaatst',
      wacht: opDrieLijsten((i) => (i === 0 ? { gestart_op: '2026-02-10' } : {})),
      telt: 1,
    },
    ...overNieuwjaar(
      'geplaatst op nieuwjaarsdag',
      { wacht: [{ ...anna, besloten_op: '2025-12-31', gestart_op: '2026-01-01' }] },
      0,
      1,
    ),
  ],
  van_de_lijst_zonder_plek: [
    {
      als: 'op drie lijsten, van één geplaatst en van twee gehaald: twee van de drie registraties',
      wacht: opDrieLijsten((i) => (i === 0 ? { gestart_op: '2026-02-10' } : { beeindigd_op: '2026-02-10' })),
      telt: 66.7,
    },
  ],
  meldingen: [
    ...nuEnToen(
      'de dag van de melding is hersteld van 1 maart naar 28 februari',
      {
        melding: hersteld(
          { ...anna, sleutel: 'A' },
          { meldingsdatum: '2026-03-01' },
          { meldingsdatum: '2026-02-28' },
        ),
      },
      1,
      0,
    ),
    {
      als: 'twee meldingen onder dossiers die zijn samengevoegd blijven er twee',
      melding: [
        { ...anna, meldingsdatum: '2026-02-01' },
        { ...anna, meldingsdatum: '2026-02-20' },
      ],
      telt: 2,
    },
    { als: 'een gast van de winterkou heeft geen melding', ...gast, telt: 0 },
  ],
  herinstroom: [
    ...nuEnToen(
      'terug onder twee dossiers, die in maart zijn samengevoegd',
      {
        melding: [
          { ...anna, meldingsdatum: '2026-02-01', is_herinstroom: true },
          ...hersteld(
            { sleutel: 'B', meldingsdatum: '2026-02-20', is_herinstroom: true },
            { wie: 'Anna dubbel' },
            anna,
          ),
        ],
      },
      1,
      2,
    ),
  ],
  terug_na_weigering: [
    ...nuEnToen(
      'dat het vorige besluit een weigering was, bleek in maart',
      {
        melding: hersteld(
          { ...anna, sleutel: 'A', meldingsdatum: '2026-02-10' },
          { vorige_geweigerd: false },
          { vorige_geweigerd: true },
        ),
      },
      100,
      0,
    ),
  ],
  in_beeld: [
    {
      als: 'zonder dag van afsluiten is iemand nog in beeld',
      in_beeld: [{ ...anna, van: '2019-12-31' }],
      telt: 1,
    },
    ...nuEnToen(
      'afgesloten op 20 februari, vastgelegd in maart',
      {
        in_beeld: hersteld({ ...anna, sleutel: 'A', keer: 1, van: '2026-01-01' }, {}, { tot: '2026-02-20' }),
      },
      0,
      1,
    ),
    { als: 'een gast van de winterkou zonder naam is niet in beeld', ...gast, telt: 0 },
  ],
})
