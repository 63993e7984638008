import { toetsGevallen } from '../../../../tests/given/feiten.ts'

// Wie zich meldde en wat er is besloten. Een melding telt naar de dag van de melding, een besluit naar de dag van het besluit.

const randdagen = ['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01']
const meldingOp = randdagen.map((meldingsdatum, i) => ({ wie: `Melder ${i}`, meldingsdatum }))
const besluitOp = randdagen.map((besloten_op, i) => ({
  wie: `Melder ${i}`,
  meldingsdatum: '2026-01-15',
  besloten_op,
  uitkomst: 'toegelaten',
}))
const besluit = { meldingsdatum: '2026-02-01', besloten_op: '2026-02-10' }
const [toegelaten, geweigerd] = ['toegelaten', 'geweigerd'].map((uitkomst) => ({ ...besluit, uitkomst }))
const doorToegang = { ...geweigerd, zijde: 'toegang', reden: 'zelfredzaam' }
const doorPersoon = { ...geweigerd, zijde: 'persoon', reden: 'wil_niet' }

toetsGevallen({
  meldingen: [
    { als: 'een maand zonder meldingen', telt: 0 },
    { als: 'de eerste en de laatste dag van de maand tellen', melding: meldingOp, telt: 2 },
    {
      als: 'anoniem telt mee, en wie twee keer meldt telt twee keer',
      melding: [
        { meldingsdatum: '2026-02-03' },
        { wie: 'Anna', meldingsdatum: '2026-02-03' },
        { wie: 'Anna', meldingsdatum: '2026-02-20' },
      ],
      telt: 3,
    },
    {
      als: 'de dag is later hersteld van 1 maart naar 28 februari',
      melding: [
        { wie: 'Anna', meldingsdatum: '2026-03-01', bekend_tot: '2026-03-04' },
        { wie: 'Anna', meldingsdatum: '2026-02-28', bekend_van: '2026-03-04' },
      ],
      telt: 1,
    },
    {
      als: 'voor het herstel telde die melding niet in februari',
      bekendOp: '2026-03-03',
      melding: [
        { wie: 'Anna', meldingsdatum: '2026-03-01', bekend_tot: '2026-03-04' },
        { wie: 'Anna', meldingsdatum: '2026-02-28', bekend_van: '2026-03-04' },
      ],
      telt: 0,
    },
    {
      als: 'op 29 februari',
      maand: '2024-02',
      melding: [{ wie: 'Anna', meldingsdatum: '2024-02-29' }],
      telt: 1,
    },
  ],
  meldingen_met_kinderen: [
    { als: 'een maand zonder meldingen', telt: 0 },
    {
      als: 'Anna met twee kinderen, Bram met een, Carla zonder',
      melding: [
        { wie: 'Anna', meldingsdatum: '2026-02-28', kinderen: 2 },
        { wie: 'Bram', meldingsdatum: '2026-02-01', kinderen: 1, volwassenen: 2 },
        { wie: 'Carla', meldingsdatum: '2026-02-01' },
        { wie: 'Dina', meldingsdatum: '2026-03-01', kinderen: 5 },
      ],
      telt: 3,
    },
  ],
  zelfde_dag_antwoord: [
    { als: 'niemand was zonder slaapplek', melding: meldingOp, telt: null },
    {
      als: 'triage dezelfde dag telt, de dag erna niet, geen triage ook niet',
      melding: [
        { wie: 'Anna', meldingsdatum: '2026-02-28', slaapplek_vannacht: 'nee', triage_op: '2026-02-28' },
        { wie: 'Bram', meldingsdatum: '2026-02-28', slaapplek_vannacht: 'nee', triage_op: '2026-03-01' },
        { wie: 'Carla', meldingsdatum: '2026-02-28', slaapplek_vannacht: 'nee' },
      ],
      telt: 33.3,
    },
    {
      als: 'wie een slaapplek had of van wie het niet bekend is, telt niet mee',
      melding: [
        { wie: 'Anna', meldingsdatum: '2026-02-05', slaapplek_vannacht: 'nee', triage_op: '2026-02-05' },
        { wie: 'Bram', meldingsdatum: '2026-02-05', slaapplek_vannacht: 'ja' },
        { wie: 'Carla', meldingsdatum: '2026-02-05', slaapplek_vannacht: 'onbekend' },
      ],
      telt: 100,
    },
    {
      als: 'een melding van oudejaarsavond die op nieuwjaarsdag antwoord kreeg, was niet op dezelfde dag',
      maand: '2025-12',
      melding: [
        { wie: 'Anna', meldingsdatum: '2025-12-31', slaapplek_vannacht: 'nee', triage_op: '2026-01-01' },
      ],
      telt: 0,
    },
  ],
  besluiten: [
    { als: 'een maand zonder besluiten', melding: meldingOp, telt: 0 },
    { als: 'de dag van het besluit telt, niet die van de melding', melding: besluitOp, telt: 2 },
    {
      als: 'elke uitkomst is een besluit',
      melding: ['toegelaten', 'geweigerd', 'doorverwezen', 'alleen_huisvestingsvraag', 'ingetrokken'].map(
        (uitkomst, i) => ({ ...besluit, wie: `Melder ${i}`, uitkomst }),
      ),
      telt: 5,
    },
  ],
  besluit_op_tijd: [
    { als: 'een maand zonder besluiten', melding: meldingOp, telt: null },
    {
      als: 'op de uiterste dag is op tijd, een dag later niet',
      melding: [
        { ...toegelaten, wie: 'Anna', uiterlijk_op: '2026-02-10' },
        { ...toegelaten, wie: 'Bram', uiterlijk_op: '2026-02-09' },
      ],
      telt: 50,
    },
    {
      als: 'nog geen besluit terwijl de termijn voorbij is, telt hier niet',
      melding: [{ wie: 'Anna', meldingsdatum: '2025-10-01' }],
      telt: null,
    },
  ],
  doorlooptijd_melding: [
    { als: 'een maand zonder besluiten', melding: meldingOp, telt: null },
    {
      als: 'de middelste van 0, 9 en 59 dagen, ook over de jaarwisseling',
      melding: [
        { ...toegelaten, wie: 'Anna', meldingsdatum: '2026-02-10' },
        { ...toegelaten, wie: 'Bram' },
        { ...toegelaten, wie: 'Carla', meldingsdatum: '2025-12-13' },
      ],
      telt: 9,
    },
  ],
  geweigerd: [
    { als: 'een maand zonder besluiten', telt: null },
    {
      als: 'de toegang weigerde Anna, Bram wilde zelf niet, Carla en Dirk niet',
      melding: [
        { ...doorToegang, wie: 'Anna' },
        { ...doorPersoon, wie: 'Bram' },
        { ...toegelaten, wie: 'Carla' },
        { ...besluit, wie: 'Dirk', uitkomst: 'doorverwezen' },
      ],
      telt: 50,
    },
  ],
  weigeringen_toegang: [
    { als: 'een maand zonder besluiten', telt: 0 },
    {
      als: 'alleen wie door de toegang werd geweigerd, ook anoniem',
      melding: [
        { ...doorToegang, wie: 'Anna' },
        doorToegang,
        { ...doorPersoon, wie: 'Bram' },
        { ...toegelaten, wie: 'Carla' },
      ],
      telt: 2,
    },
  ],
  weigeringen_persoon: [
    { als: 'een maand zonder besluiten', telt: 0 },
    {
      als: 'alleen wie zelf niet wilde',
      melding: [
        { ...doorToegang, wie: 'Anna' },
        { ...doorPersoon, wie: 'Bram' },
      ],
      telt: 1,
    },
  ],
  doorverwezen: [
    { als: 'een maand zonder besluiten', telt: 0 },
    {
      als: 'ook naar een andere regio; alleen een vraag om een woning is iets anders',
      melding: [
        { ...besluit, wie: 'Anna', uitkomst: 'doorverwezen', is_andere_regio: true },
        { ...besluit, wie: 'Bram', uitkomst: 'doorverwezen' },
        { ...besluit, wie: 'Carla', uitkomst: 'alleen_huisvestingsvraag' },
      ],
      telt: 2,
    },
  ],
  terug_na_weigering: [
    { als: 'een maand zonder meldingen', telt: null },
    {
      als: 'Anna werd vorige keer geweigerd, Bram niet; de anonieme melding telt niet mee',
      melding: [
        { wie: 'Anna', meldingsdatum: '2026-02-01', vorige_geweigerd: true, dagen_sinds_vorige: 3 },
        { wie: 'Bram', meldingsdatum: '2026-02-28' },
        { meldingsdatum: '2026-02-10' },
      ],
      telt: 50,
    },
  ],
  herinstroom: [
    { als: 'een maand zonder meldingen', telt: 0 },
    {
      als: 'Anna kwam twee keer terug en telt als één mens; Bram is nieuw',
      melding: [
        { wie: 'Anna', meldingsdatum: '2026-02-01', is_herinstroom: true, dagen_sinds_uitstroom: 30 },
        { wie: 'Anna', meldingsdatum: '2026-02-20', is_herinstroom: true, dagen_sinds_uitstroom: 49 },
        { wie: 'Bram', meldingsdatum: '2026-02-20' },
      ],
      telt: 1,
    },
  ],
  beschikking_op_tijd: [
    { als: 'een maand zonder beschikkingen', telt: null },
    {
      als: 'op de uiterste dag is op tijd, een dag later niet; maart telt niet',
      beschikking: [
        { wie: 'Anna', beschikt_op: '2026-02-01', uiterlijk_op: '2026-02-01' },
        { wie: 'Bram', beschikt_op: '2026-02-28', uiterlijk_op: '2026-02-27' },
        { wie: 'Carla', beschikt_op: '2026-03-01', uiterlijk_op: '2026-02-01' },
      ],
      telt: 50,
    },
    {
      als: 'door opschorting schuift de uiterste dag op, en is het op tijd',
      beschikking: [
        { wie: 'Anna', beschikt_op: '2026-02-20', uiterlijk_op: '2026-02-10', bekend_tot: '2026-02-15' },
        { wie: 'Anna', beschikt_op: '2026-02-20', uiterlijk_op: '2026-02-24', bekend_van: '2026-02-15' },
      ],
      telt: 100,
    },
  ],
  beschikking_te_laat: [
    { als: 'een maand zonder aanvragen', telt: 0 },
    {
      als: 'de uiterste dag is op 27 februari voorbij, op 28 februari nog niet',
      beschikking: [
        { wie: 'Anna', aangevraagd_op: '2026-01-01', uiterlijk_op: '2026-02-27' },
        { wie: 'Bram', aangevraagd_op: '2026-01-01', uiterlijk_op: '2026-02-28' },
      ],
      telt: 1,
    },
    {
      als: 'beschikt op de laatste dag is niet meer open, op 1 maart was het dat nog wel',
      beschikking: [
        { wie: 'Anna', aangevraagd_op: '2026-01-01', uiterlijk_op: '2026-02-01', beschikt_op: '2026-02-28' },
        { wie: 'Bram', aangevraagd_op: '2026-01-01', uiterlijk_op: '2026-02-01', beschikt_op: '2026-03-01' },
      ],
      telt: 1,
    },
    {
      als: 'een ingetrokken aanvraag telt niet mee',
      beschikking: [
        { wie: 'Anna', aangevraagd_op: '2026-01-01', uiterlijk_op: '2026-02-01', status: 'ingetrokken' },
      ],
      telt: 0,
    },
  ],
})
