import { toetsGevallen } from '../../../../tests/given/feiten.ts'

// Voorstellen om iemand te plaatsen, en signalen.

const randdagen = ['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01']
const vanAanbieder = { status: 'geweigerd', weiger_zijde: 'aanbieder', weiger_reden: 'past_niet' }
const vanPersoon = { status: 'geweigerd', weiger_zijde: 'persoon', weiger_reden: 'te_ver' }
const vierAntwoorden = [
  { wie: 'Anna', beantwoord_op: '2026-02-01', ...vanAanbieder },
  { wie: 'Bram', beantwoord_op: '2026-02-28', ...vanPersoon },
  { wie: 'Carla', beantwoord_op: '2026-02-10', status: 'aanvaard' },
  { wie: 'Dirk', beantwoord_op: '2026-02-10', status: 'gestart' },
]
const nogOpen = { wie: 'Eva', vanaf: '2026-02-20', status: 'voorgesteld' }

toetsGevallen({
  voorstel_geweigerd_aanbieder: [
    { als: 'een maand zonder antwoorden', voorstel: [nogOpen], telt: null },
    { als: 'een van de vier; een open voorstel telt niet', voorstel: [...vierAntwoorden, nogOpen], telt: 25 },
    {
      als: 'alleen de eerste en de laatste dag van de maand',
      voorstel: randdagen.map((beantwoord_op, i) => ({
        wie: `Client ${i}`,
        beantwoord_op,
        ...(i === 1 ? vanAanbieder : { status: 'aanvaard' }),
      })),
      telt: 50,
    },
  ],
  voorstel_geweigerd_persoon: [
    { als: 'een maand zonder antwoorden', voorstel: [nogOpen], telt: null },
    { als: 'een van de vier', voorstel: vierAntwoorden, telt: 25 },
  ],
  voorstel_antwoordtijd: [
    { als: 'een maand zonder antwoorden', voorstel: [nogOpen], telt: null },
    {
      als: 'de middelste van 0, 2 en 31 dagen, ook over de jaarwisseling',
      maand: '2026-01',
      voorstel: [
        { wie: 'Anna', voorgesteld_op: '2026-01-05', beantwoord_op: '2026-01-05', status: 'aanvaard' },
        { wie: 'Bram', voorgesteld_op: '2025-12-31', beantwoord_op: '2026-01-02', status: 'aanvaard' },
        { wie: 'Carla', voorgesteld_op: '2025-12-31', beantwoord_op: '2026-01-31', ...vanPersoon },
      ],
      telt: 2,
    },
  ],
  niet_verschenen: [
    { als: 'een maand zonder begin', voorstel: [nogOpen], telt: null },
    {
      als: 'Anna kwam niet, Bram wel; wie weigerde zou niet beginnen; maart telt niet',
      voorstel: [
        { wie: 'Anna', vanaf: '2026-02-01', status: 'niet_verschenen', niet_verschenen_reden: 'onbekend' },
        { wie: 'Bram', vanaf: '2026-02-28', status: 'gestart' },
        { wie: 'Carla', vanaf: '2026-02-10', ...vanPersoon },
        { wie: 'Dirk', vanaf: '2026-03-01', status: 'niet_verschenen' },
      ],
      telt: 50,
    },
    {
      als: 'later bleek dat Anna toch kwam',
      voorstel: [
        { wie: 'Anna', vanaf: '2026-02-28', status: 'niet_verschenen', bekend_tot: '2026-03-02' },
        { wie: 'Anna', vanaf: '2026-02-28', status: 'gestart', bekend_van: '2026-03-02' },
      ],
      telt: 0,
    },
  ],
  signalen: [
    { als: 'een maand zonder signalen', telt: 0 },
    {
      als: 'de eerste en de laatste dag tellen',
      signaal: randdagen.map((gemeld_op) => ({ gemeld_op })),
      telt: 2,
    },
    {
      als: 'van inwoners en van partners, ook als er niets mee hoefde',
      signaal: [
        { gemeld_op: '2026-02-10', bron: 'inwoner' },
        { gemeld_op: '2026-02-10', afgerond_op: '2026-02-11', uitkomst: 'geen_actie' },
      ],
      telt: 2,
    },
  ],
  signaal_op_tijd_opgepakt: [
    {
      als: 'in de maand hoefde niets opgepakt',
      signaal: [{ gemeld_op: '2026-02-28', oppakken_voor: '2026-03-02' }],
      telt: null,
    },
    {
      als: 'op de dag zelf is op tijd, een dag later niet, niet opgepakt ook niet; een signaal van januari telt in februari',
      signaal: [
        { gemeld_op: '2026-01-30', oppakken_voor: '2026-02-01', opgepakt_op: '2026-02-01' },
        { gemeld_op: '2026-02-26', oppakken_voor: '2026-02-28', opgepakt_op: '2026-03-01' },
        { gemeld_op: '2026-02-10', oppakken_voor: '2026-02-12' },
      ],
      telt: 33.3,
    },
  ],
  dreigende_huisuitzetting: [
    { als: 'een maand zonder signalen', telt: 0 },
    {
      als: 'alleen signalen van huisuitzetting, naar de dag van het signaal en niet van de ontruiming',
      signaal: [
        { gemeld_op: '2026-02-28', categorie: 'huisuitzetting', ontruiming_op: '2026-04-01' },
        { gemeld_op: '2026-01-31', categorie: 'huisuitzetting', ontruiming_op: '2026-02-10' },
        { gemeld_op: '2026-02-10', categorie: 'overlast' },
      ],
      telt: 1,
    },
  ],
})
