import type { VoorzieningData } from '../regio-data.ts'

/**
 * The documents name nine contracted providers of beschermd wonen in MVS, but no locations and no places. For the demo each
 * gets invented places: together 118, so that 113 clients with an indication fit with a few places free.
 */
const verzonnen = 'Verzonnen voor de demo: de bron noemt wel de aanbieder, maar geen plekken'

const aanbieders: readonly (readonly [
  organisatie: string,
  naam: string,
  gemeenteCode: string,
  plaats: string,
  plekken: number,
])[] = [
  ['pameijer', 'Pameijer', 'GM0606', 'Schiedam', 30],
  ['jados', 'Jados', 'GM0606', 'Schiedam', 18],
  ['elckerlyc', 'Elckerlyc', 'GM0622', 'Vlaardingen', 16],
  ['timon', 'Timon', 'GM0606', 'Schiedam', 14],
  ['new_life_living', 'New Life Living', 'GM0622', 'Vlaardingen', 12],
  ['stoed', 'Stoed', 'GM0556', 'Maassluis', 10],
  ['pret_in_herstel', 'Pret in Herstel', 'GM0622', 'Vlaardingen', 8],
  ['zero_sano', 'Zero & Sano', 'GM0606', 'Schiedam', 6],
  ['ggz_delfland', 'GGZ Delfland', 'GM0556', 'Maassluis', 4],
]

export const bwVoorzieningen: readonly VoorzieningData[] = aanbieders.map(
  ([organisatie, naam, gemeenteCode, plaats, aantal], i) => ({
    code: `BW-MVS-${String(i + 1).padStart(2, '0')}`,
    naam: `Beschermd wonen ${naam}`,
    organisatie,
    soort: 'verblijf',
    domein: 'BW',
    bereik: 'regionaal',
    gemeenteCode,
    doelgroep: 'Volwassenen met psychische of psychosociale problemen die 24 uur hulp nodig hebben',
    omschrijving: 'Het aantal plekken en de plaats zijn verzonnen voor de demo.',
    bron: 'Regiovisie MVS 2024 §4 (aanbieder); plekken verzonnen voor de demo',
    locaties: [
      {
        naam: `${naam} ${plaats} (demo)`,
        gemeenteCode,
        opening: [{ van: '2020-01-01', regime: 'dag_en_nacht' }],
        plekken: [
          {
            product: 'bw',
            aantal,
            naam: 'Kamer #',
            soort: 'kamer',
            kenmerken: ['eigen_kamer'],
            bron: verzonnen,
          },
        ],
      },
    ],
  }),
)
