import { type Rejection, reject } from '../../../shared/rejection.ts'

// What each named rule of the database says on the screen, and at which field.

const fout = (code: string, message: string, field: string) => reject(code, message, { status: 422, field })
const dubbel = (message: string, field: string) => reject('bestaat_al', message, { field })
const onbekend = (wat: string, field: string) =>
  fout('keuze_bestaat_niet', `${wat} bestaat niet in deze regio. Kies uit de lijst.`, field)
const nogNietGeweest = (field: string) =>
  fout('datum_past_niet', 'Deze dag moet nog komen. Kies vandaag of een eerdere dag.', field)

export const fouten: Readonly<Record<string, Rejection>> = {
  overleg_naam_eenmaal: dubbel('Er is al een overleg met deze naam. Kies een andere naam.', 'naam'),
  overleg_eindigt_na_begin: fout('datum_past_niet', 'Kies een dag na de eerste dag.', 'tot'),
  overleg_agendapunt_eenmaal: fout('punt_dubbel', 'Noem elk vast punt één keer.', 'vastePunten'),
  overleg_houdt_uitvoeringsprogramma: fout(
    'uitvoeringsprogramma_ontbreekt',
    'Het uitvoeringsprogramma is een vast punt van elk regionaal bestuurlijk overleg. Zet het terug bij de vaste punten.',
    'vastePunten',
  ),
  vergadering_regio_id_overleg_id_fkey: onbekend('Dit overleg', 'overlegId'),
  vergadering_binnen_overleg: fout(
    'datum_past_niet',
    'Op deze dag is het overleg er nog niet of niet meer. Kies een andere dag.',
    'datum',
  ),
  vergadering_een_per_moment: dubbel(
    'Dit overleg vergadert al op deze dag en tijd. Kies een andere dag of tijd.',
    'datum',
  ),
  vergadering_eindigt_na_begin: fout('tijd_past_niet', 'Kies een tijd na het begin.', 'eindOm'),
  vergadering_gehouden_in_toekomst: fout(
    'datum_past_niet',
    'Deze vergadering moet nog komen. Leg het verslag vast als zij is geweest.',
    'verslag',
  ),
  vergadering_agenda_open: fout(
    'vergadering_afgelast',
    'Deze vergadering is afgelast. De agenda kan niet meer veranderen.',
    'punten',
  ),
  agenda_houdt_uitvoeringsprogramma: fout(
    'uitvoeringsprogramma_ontbreekt',
    'Het uitvoeringsprogramma staat op elke agenda van dit overleg. Zet het terug op de agenda.',
    'punten',
  ),
  vergadering_agendapunt_regio_id_activiteit_id_fkey: onbekend('Een activiteit', 'punten'),
  vergadering_agendapunt_regio_id_programma_id_fkey: onbekend('Een programma', 'punten'),
  vergadering_agendapunt_regio_id_rapport_id_fkey: onbekend('Een rapport', 'punten'),
  bestuursbesluit_nummer_eenmaal: dubbel(
    'Er is al een besluit met dit nummer. Kies een ander nummer.',
    'nummer',
  ),
  bestuursbesluit_gemeente_past: fout(
    'gemeente_past_niet',
    'Kies de gemeente van deze raad of dit college.',
    'gemeenteCode',
  ),
  bestuursbesluit_niet_in_toekomst: fout(
    'datum_past_niet',
    'Een besluit kan niet in de toekomst zijn genomen. Kies vandaag of een eerdere dag, of laat de dag leeg.',
    'beslotenOp',
  ),
  bestuursbesluit_regio_id_vergadering_id_fkey: onbekend('Deze vergadering', 'vergaderingId'),
  bestuursbesluit_regio_id_programma_id_fkey: onbekend('Dit programma', 'programmaId'),
  bestuursbesluit_regio_id_besluitmoment_id_fkey: onbekend('Dit besluitmoment', 'besluitmomentId'),
  bestuursbesluit_past_bij_moment: fout(
    'orgaan_past_niet',
    'Bij dit besluitmoment besluit een ander. Kies wie daar besluit, of laat het besluitmoment leeg en kies alleen de activiteit.',
    'besluitmomentId',
  ),
  bestuursbesluit_activiteit_regio_id_activiteit_id_fkey: onbekend('Deze activiteit', 'activiteitIds'),
  bestuursbesluit_stap_niet_in_toekomst: nogNietGeweest('stappen'),
  bestuursbesluit_stap_op_volgorde: fout(
    'stap_te_vroeg',
    'Een stap kan niet klaar zijn voordat klaar is wat eerst moet.',
    'stappen',
  ),
  overlegactie_regio_id_vergadering_id_fkey: onbekend('Deze vergadering', 'vergaderingId'),
  overlegactie_regio_id_bestuursbesluit_id_fkey: onbekend('Dit besluit', 'besluitId'),
  overlegactie_niet_in_toekomst: nogNietGeweest('op'),
  overeenkomst_naam_eenmaal: dubbel(
    'Er loopt al een overeenkomst met deze naam. Kies een andere naam, of sluit de andere af.',
    'naam',
  ),
  overeenkomst_eindigt_na_begin: fout('datum_past_niet', 'Kies een dag op of na de eerste dag.', 'eindigtOp'),
  overeenkomst_herzien_na_begin: fout('datum_past_niet', 'Kies een dag op of na de eerste dag.', 'herzienOp'),
  kalenderadres_een_per_gebruiker: reject(
    'kalenderadres_veranderd',
    'U maakte intussen al een adres, bijvoorbeeld in een ander venster. Laad de pagina opnieuw.',
  ),
  jaarplicht_naam_eenmaal: dubbel('Dit staat al bij wat elk jaar moet. Kies een andere naam.', 'naam'),
  jaarplicht_jaar_niet_in_toekomst: nogNietGeweest('gedaanOp'),
  regio_aanspreekpunt_een: dubbel('De regio heeft al een aanspreekpunt.', 'functie'),
  nvo_antwoord_een_per_jaar: dubbel(
    'Deze afspraak heeft in dit jaar al een antwoord. Open dat en wijzig het.',
    'afspraak',
  ),
  nvo_antwoord_niet_in_toekomst: nogNietGeweest('beoordeeldOp'),
  nvo_antwoord_niet_voor_het_jaar: fout(
    'datum_past_niet',
    'Kies een dag in het jaar waarover het gaat, of later.',
    'beoordeeldOp',
  ),
}
