import { toetsGevallen } from '../../../../tests/given/feiten.ts'

// ETHOS Light op 28 februari 2026, met de regels waarmee een regio begint: hooguit één groep voor ieder mens.

const product = [
  { sleutel: 'Opvang', code: 'gezinsopvang', domein: 'MO' },
  { sleutel: 'Nachtopvang', code: 'nachtopvang', domein: 'MO' },
  { sleutel: 'Vrouwenopvang', code: 'opvang_hg', domein: 'VO' },
  { sleutel: 'Beschermd wonen', code: 'bw', domein: 'BW' },
  { sleutel: 'Beschermd thuis', code: 'bt', domein: 'BT' },
  { sleutel: 'Housing First', code: 'housing_first', domein: 'WONEN' },
]
const anna = { wie: 'Anna' }
const inBeeld = [{ ...anna, van: '2026-01-05' }]
const opStraat = { ...anna, meldingsdatum: '2026-01-05', woonsituatie: 'straat' }
const inBw = { ...anna, product_id: 'Beschermd wonen', uitstroomgereed_op: '2026-02-01' }

toetsGevallen({
  ethos: [
    { als: 'een maand zonder iemand', product, telt: 0 },
    {
      als: 'nachtopvang, opvang en vrouwenopvang tellen; beschermd wonen, beschermd thuis en Housing First niet',
      product,
      verblijf: product.map(({ sleutel }) => ({ wie: sleutel, product_id: sleutel })),
      telt: 3,
    },
    {
      als: 'wie op de laatste dag vertrekt slaapt er niet meer, wie die dag komt wel',
      product,
      verblijf: [
        { wie: 'Anna', tot: '2026-02-28' },
        { wie: 'Bram', van: '2026-02-28' },
      ],
      telt: 1,
    },
    {
      als: 'twee situaties tegelijk zijn één mens: opvang, en gast van de winterkou',
      product,
      verblijf: [anna],
      winternacht: [{ ...anna, nacht: '2026-02-28' }],
      telt: 1,
    },
    {
      als: 'een gast van de winterkou zonder naam telt, de nacht ervoor telt niet',
      winternacht: [{ nacht: '2026-02-28' }, { nacht: '2026-02-27' }],
      telt: 1,
    },
    {
      als: 'op straat, zolang Anna in beeld is',
      in_beeld: inBeeld,
      melding: [opStraat],
      telt: 1,
    },
    {
      als: 'op straat, maar Anna is niet meer in beeld',
      in_beeld: [{ ...anna, van: '2026-01-05', tot: '2026-02-20' }],
      melding: [opStraat],
      telt: 0,
    },
    {
      als: 'een anonieme melding telt tot zij sluit',
      melding: [
        { meldingsdatum: '2026-02-01', woonsituatie: 'straat' },
        { meldingsdatum: '2026-02-01', woonsituatie: 'straat', gesloten_op: '2026-02-10' },
      ],
      telt: 1,
    },
    {
      als: 'tijdelijk bij familie, verteld na een melding vanaf de straat, is één mens',
      in_beeld: inBeeld,
      melding: [opStraat, { ...anna, meldingsdatum: '2026-02-10', woonsituatie: 'bij_anderen' }],
      telt: 1,
    },
    {
      als: 'wat het laatst is verteld telt: Anna heeft sinds februari een woning',
      in_beeld: inBeeld,
      melding: [opStraat, { ...anna, meldingsdatum: '2026-02-10', woonsituatie: 'eigen_woning' }],
      telt: 0,
    },
    {
      als: 'een huurcontract na de melding: niet meer dakloos',
      in_beeld: inBeeld,
      melding: [opStraat],
      huurcontract: [{ ...anna, begonnen_op: '2026-02-15' }],
      telt: 0,
    },
    {
      als: 'een melding vanaf de straat na het huurcontract: wel dakloos',
      in_beeld: inBeeld,
      huurcontract: [{ ...anna, begonnen_op: '2025-02-15' }],
      melding: [opStraat],
      telt: 1,
    },
    {
      als: 'een time-out komt boven op een eigen plek: niet dakloos',
      product,
      verblijf: [{ ...anna, soort: 'time_out' }],
      telt: 0,
    },
    {
      als: 'wie in beschermd wonen slaapt is niet dakloos, ook al stond bij de melding de straat',
      product,
      in_beeld: inBeeld,
      melding: [opStraat],
      verblijf: [{ ...anna, product_id: 'Beschermd wonen' }],
      telt: 0,
    },
    {
      als: 'klaar in beschermd wonen en binnen een maand geen woning: moet een instelling uit',
      product,
      verblijf: [inBw],
      telt: 1,
    },
    {
      als: 'klaar in beschermd wonen, met een woning vanaf 15 maart',
      product,
      verblijf: [inBw],
      huurcontract: [{ ...anna, begonnen_op: '2026-03-15' }],
      telt: 0,
    },
    {
      als: 'klaar in beschermd wonen, met een woning vanaf 15 april: dat is langer dan een maand',
      product,
      verblijf: [inBw],
      huurcontract: [{ ...anna, begonnen_op: '2026-04-15' }],
      telt: 1,
    },
    {
      als: 'klaar in beschermd thuis: daar woont iemand in een eigen huis',
      product,
      verblijf: [{ ...inBw, product_id: 'Beschermd thuis' }],
      telt: 0,
    },
    {
      als: 'wacht in een hotel dat de gemeente betaalt',
      in_beeld: inBeeld,
      melding: [{ ...anna, meldingsdatum: '2026-02-01', woonsituatie: 'hotel_opvang' }],
      telt: 1,
    },
    {
      als: 'wacht bij het eigen netwerk telt, wacht met alleen hulp zegt niets',
      wacht: [
        { wie: 'Anna', besloten_op: '2026-02-01', overbrugging: 'eigen_netwerk' },
        { wie: 'Bram', besloten_op: '2026-02-01', overbrugging: 'ambulante_hulp' },
        { wie: 'Carla', besloten_op: '2026-02-01', overbrugging: 'eigen_netwerk', gestart_op: '2026-02-28' },
      ],
      telt: 1,
    },
    {
      als: 'vertrokken naar de straat telt zolang iemand in beeld is, naar een eigen woning niet',
      product,
      in_beeld: [
        { wie: 'Anna', van: '2026-01-05' },
        { wie: 'Bram', van: '2026-01-05' },
      ],
      verblijf: [
        { wie: 'Anna', tot: '2026-02-10', bestemming: 'straat' },
        { wie: 'Bram', tot: '2026-02-10', bestemming: 'eigen_woning' },
        { wie: 'Carla', tot: '2026-02-10', bestemming: 'straat' },
      ],
      telt: 1,
    },
    {
      als: 'ontruiming binnen een maand telt; later, vandaag, of al afgerond niet',
      signaal: [
        { gemeld_op: '2026-02-01', ontruiming_op: '2026-03-28' },
        { gemeld_op: '2026-02-01', ontruiming_op: '2026-03-29' },
        { gemeld_op: '2026-02-01', ontruiming_op: '2026-02-28' },
        { gemeld_op: '2026-02-01', ontruiming_op: '2026-03-10', afgerond_op: '2026-02-20' },
      ],
      telt: 1,
    },
    {
      als: 'een signaal over iemand die in de opvang slaapt is geen tweede mens',
      product,
      verblijf: [anna],
      signaal: [{ ...anna, gemeld_op: '2026-02-01', ontruiming_op: '2026-03-10' }],
      telt: 1,
    },
    {
      als: 'de slaapplek is later hersteld: voor het herstel telde Anna mee',
      bekendOp: '2026-03-03',
      in_beeld: inBeeld,
      melding: [
        { ...opStraat, bekend_tot: '2026-03-04' },
        { ...opStraat, woonsituatie: 'eigen_woning', bekend_van: '2026-03-04' },
      ],
      telt: 1,
    },
    {
      als: 'en na het herstel niet',
      in_beeld: inBeeld,
      melding: [
        { ...opStraat, bekend_tot: '2026-03-04' },
        { ...opStraat, woonsituatie: 'eigen_woning', bekend_van: '2026-03-04' },
      ],
      telt: 0,
    },
  ],
  ethos_kinderen: [
    { als: 'een maand zonder kinderen', product, verblijf: [anna], telt: 0 },
    {
      als: 'een kind in een gezin in de opvang, met een eigen rij; de moeder telt niet als kind',
      product,
      persoon: [
        { wie: 'Anna', geboortejaar: 1990 },
        { wie: 'Kind', geboortejaar: 2015 },
        { wie: 'Bijna', geboortejaar: 2008 },
      ],
      verblijf: [anna, { wie: 'Kind', is_hoofd: false }, { wie: 'Bijna', is_hoofd: false }],
      telt: 1,
    },
    {
      als: 'twee kinderen die alleen als aantal bij de melding staan',
      in_beeld: inBeeld,
      melding: [{ ...opStraat, kinderen: 2 }],
      telt: 2,
    },
    {
      als: 'na het begin van een verblijf telt het aantal bij de melding niet nog eens',
      product,
      in_beeld: inBeeld,
      persoon: [{ wie: 'Kind', geboortejaar: 2015 }],
      melding: [{ ...opStraat, kinderen: 2 }],
      verblijf: [anna, { wie: 'Kind', is_hoofd: false }],
      telt: 1,
    },
    {
      als: 'kinderen in een eigen woning of in beschermd wonen tellen niet',
      product,
      in_beeld: inBeeld,
      persoon: [{ wie: 'Kind', geboortejaar: 2015 }],
      melding: [{ ...opStraat, woonsituatie: 'eigen_woning', kinderen: 2 }],
      verblijf: [{ wie: 'Kind', product_id: 'Beschermd wonen' }],
      telt: 0,
    },
  ],
  ethos_onbekend: [
    { als: 'niemand in beeld', telt: 0 },
    {
      als: 'in beeld zonder antwoord, of met "niet bekend"; wie ergens slaapt of iets vertelde niet',
      product,
      in_beeld: ['Anna', 'Bram', 'Carla', 'Dina'].map((wie) => ({ wie, van: '2026-02-01' })),
      melding: [
        { wie: 'Bram', meldingsdatum: '2026-02-01', woonsituatie: 'onbekend' },
        { wie: 'Carla', meldingsdatum: '2026-02-01', woonsituatie: 'straat' },
      ],
      verblijf: [{ wie: 'Dina', product_id: 'Beschermd wonen' }],
      telt: 2,
    },
  ],
})
