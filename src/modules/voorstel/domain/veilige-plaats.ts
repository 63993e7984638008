import { type Rejection, reject } from '../../../shared/rejection.ts'

/** Says no more than that: why would tell where somebody hides. Constraint `systeem_niet_zelfde_locatie`. */
export const locatieNietMogelijk = (field: string): Rejection =>
  reject(
    'locatie_niet_mogelijk',
    'Deze cliënt kan niet op deze locatie verblijven. Kies een andere locatie, of bel de coördinator van de vrouwenopvang.',
    { field },
  )

/** Constraint `vo_code_rood_elders`. `magVo`: who may read files of the vrouwenopvang hears why, and what can be done. */
export const regioNietMogelijk = (magVo: boolean): Rejection =>
  magVo
    ? reject(
        'code_rood_elders',
        'Bij code rood gaat deze cliënt naar een noodbed elders, niet naar een plek in de regio.',
        {
          possible: [
            'Regel een noodbed elders, en leg dat op het dossier vast bij Vrouwenopvang.',
            'Moet het toch hier? Leg daar eerst vast waarom dat kan en wie dat besloot.',
          ],
        },
      )
    : reject(
        'regio_niet_mogelijk',
        'Deze cliënt kan nu niet in de regio verblijven. Bel de coördinator van de vrouwenopvang.',
      )
