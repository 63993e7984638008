import type { PlekkenData, VoorzieningData } from '../regio-data.ts'

const s4 = (paragraaf: string) => `Regiovisie DWO 2022-2026 ${paragraaf}`

/**
 * The source counts clients of BW and BT, not places. Clients who do not wait do live somewhere: each of them gets one
 * place at a locatie without an address. So the places follow from the clients and say nothing of what was contracted.
 */
const uitCliënten = (product: string, aantal: number, naam: string): PlekkenData => ({
  product,
  aantal,
  naam: `${naam} #`,
  soort: 'woning',
  bron: `${s4('§4.1')}: volgt uit het aantal cliënten in zorg per 1-4-2021, geen gecontracteerde capaciteit`,
})

const mo = (data: Omit<VoorzieningData, 'domein' | 'organisatie'>): VoorzieningData => ({
  domein: 'MO',
  organisatie: 'perspektief',
  ...data,
})

export const voorzieningen: readonly VoorzieningData[] = [
  mo({
    code: 'F-DWO-01',
    naam: 'Nachtopvang Delft',
    soort: 'verblijf',
    bereik: 'regionaal',
    gemeenteCode: 'GM0503',
    doelgroep: 'Dakloze mensen zonder kinderen',
    omschrijving: 'Kleinschalig. Doel: eenpersoonskamers, gepland voor 2022.',
    capaciteitVolgensBron: 'Kleinschalig; aantal niet in de bron',
    bron: s4('§4.2, §5.2'),
    locaties: [
      {
        naam: 'Nachtopvang Delft',
        gemeenteCode: 'GM0503',
        opening: [{ van: '2020-01-01', regime: 'nacht' }],
      },
    ],
  }),
  mo({
    code: 'F-DWO-02',
    naam: 'Gezinsopvang Delft',
    soort: 'verblijf',
    bereik: 'regionaal',
    gemeenteCode: 'GM0503',
    doelgroep: 'Dakloze gezinnen',
    omschrijving: 'Gezinnen gaan nooit naar de nachtopvang.',
    capaciteitVolgensBron: '17 doorstroomwoningen',
    bron: s4('§4.2'),
    locaties: [
      {
        naam: 'Doorstroomwoningen Delft',
        gemeenteCode: 'GM0503',
        plekken: [
          {
            product: 'gezinsopvang',
            aantal: 17,
            naam: 'Doorstroomwoning #',
            soort: 'gezin',
            personenMaximum: 6,
            kenmerken: ['kinderen'],
            bron: s4('§4.2'),
          },
        ],
      },
    ],
  }),
  mo({
    code: 'F-DWO-03',
    naam: 'Crisisopvang gezinnen Terneuzen',
    soort: 'verblijf',
    bereik: 'regionaal',
    doelgroep: 'Gezinnen in crisis',
    capaciteitVolgensBron: 'Aantal niet in de bron',
    bron: s4('§4.2'),
    locaties: [{ naam: 'Crisisopvang Terneuzen', gemeenteCode: 'GM0715', isExtern: true }],
  }),
  mo({
    code: 'F-DWO-04',
    naam: 'Short Stay',
    soort: 'verblijf',
    bereik: 'regionaal',
    gemeenteCode: 'GM0503',
    doelgroep: 'Economisch daklozen',
    omschrijving: 'Wachtlijst, aantal niet in de bron. Er zijn 15 extra plekken in flexwoningen nodig.',
    capaciteitVolgensBron: '34 cliënten; 15 extra plekken nodig',
    bron: s4('§4.2, §5.2'),
    locaties: [
      {
        naam: 'Short Stay Delft',
        gemeenteCode: 'GM0503',
        plekken: [
          {
            product: 'short_stay',
            aantal: 34,
            naam: 'Short Stay #',
            soort: 'woning',
            bron: `${s4('§4.2')}: aantal cliënten`,
          },
        ],
      },
    ],
  }),
  mo({
    code: 'F-DWO-05',
    naam: 'Sociaal Pension',
    soort: 'verblijf',
    bereik: 'regionaal',
    gemeenteCode: 'GM0503',
    doelgroep: 'Mensen met meer problemen tegelijk',
    capaciteitVolgensBron: '12 individuele woningen en 12 individuele kamers naast de nachtopvang',
    bron: s4('§4.2'),
    locaties: [
      {
        naam: 'Woningen verspreid over Delft',
        gemeenteCode: 'GM0503',
        plekken: [
          { product: 'sociaal_pension', aantal: 12, naam: 'Woning #', soort: 'woning', bron: s4('§4.2') },
        ],
      },
      {
        naam: 'Kamers naast de nachtopvang',
        gemeenteCode: 'GM0503',
        plekken: [
          {
            product: 'sociaal_pension',
            aantal: 12,
            naam: 'Kamer #',
            soort: 'kamer',
            kenmerken: ['eigen_kamer'],
            bron: s4('§4.2'),
          },
        ],
      },
    ],
  }),
  {
    code: 'F-DWO-06',
    naam: 'Housing First',
    organisatie: null,
    soort: 'wonen',
    domein: 'WONEN',
    bereik: 'regionaal',
    doelgroep: 'Housing First',
    omschrijving: 'In flexwoningen, verspreid over de regio; na het eerste jaar structureel in het aanbod.',
    capaciteitVolgensBron: 'Start met 15 plekken',
    bron: s4('§5.2'),
    locaties: [
      {
        naam: 'Flexwoningen Housing First',
        plekken: [
          { product: 'housing_first', aantal: 15, naam: 'Woning #', soort: 'woning', bron: s4('§5.2') },
        ],
      },
    ],
  },
  {
    code: 'F-DWO-07',
    naam: 'Flexwoningen uitstroom instellingen en detentie',
    organisatie: null,
    soort: 'wonen',
    domein: 'WONEN',
    bereik: 'regionaal',
    doelgroep: 'Mensen die uit een instelling of detentie komen',
    capaciteitVolgensBron: '10 flexwoningen',
    bron: s4('§5.1, §5.2'),
    locaties: [
      {
        naam: 'Flexwoningen',
        plekken: [
          { product: 'flexwoning', aantal: 10, naam: 'Flexwoning #', soort: 'woning', bron: s4('§5.2') },
        ],
      },
    ],
  },
  {
    code: 'F-DWO-08',
    naam: 'Jongeren Informatie Punt (JIP)',
    organisatie: null,
    soort: 'inloop',
    domein: 'MO',
    bereik: 'regionaal',
    gemeenteCode: 'GM0503',
    doelgroep: 'Jongeren; voorkomen van zwerven',
    omschrijving: 'Laagdrempelig en onafhankelijk; nog te maken.',
    onderContract: false,
    bron: s4('§5.2'),
    locaties: [],
  },
  {
    code: 'F-DWO-09',
    naam: 'Ggz-inlooppunten',
    organisatie: null,
    soort: 'inloop',
    domein: 'BW',
    bereik: 'regionaal',
    doelgroep: 'Mensen met psychische problemen',
    omschrijving: 'Onder andere in Midden-Delfland; gerealiseerd.',
    bron: s4('bijlage 1'),
    locaties: [{ naam: 'Inlooppunt Midden-Delfland', gemeenteCode: 'GM1842' }],
  },
  {
    code: 'F-DWO-10',
    naam: 'Beschermd wonen en beschermd thuis (alle aanbieders)',
    organisatie: 'bw_bt_aanbieders',
    soort: 'verblijf',
    domein: 'BW',
    bereik: 'regionaal',
    doelgroep: 'Cliënten met een indicatie beschermd wonen of beschermd thuis',
    omschrijving:
      '14 gecontracteerde aanbieders: 5 actief sinds 2015, de andere per 2020. Namen en locaties staan niet in de bron.',
    capaciteitVolgensBron: 'Niet in de bron; 202 cliënten in zorg (229 min 27 op de wachtlijst)',
    bron: s4('§4.1'),
    locaties: [
      {
        naam: 'Verspreid over de regio (locaties niet in de bron)',
        reactietijdMinuten: 30,
        plekken: [
          uitCliënten('bt_basis', 70, 'BT Basis'),
          uitCliënten('bt_plus', 27, 'BT Plus'),
          uitCliënten('bw_basis', 73, 'BW Basis'),
          uitCliënten('bw_plus', 23, 'BW Plus'),
          uitCliënten('oude_indicatie', 9, 'Oude indicatie'),
        ],
      },
    ],
  },
]
