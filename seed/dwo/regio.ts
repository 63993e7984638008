import type { OrganisatieData, ProductData, RegioData } from '../regio-data.ts'
import { broncijfers, bronconflicten } from './bronnen.ts'
import { overgangen } from './overgangen.ts'
import { voorzieningen } from './voorzieningen.ts'

const s4 = (paragraaf: string) => `Regiovisie DWO 2022-2026 ${paragraaf}`

const gemeente = (
  naam: string,
  gemeenteCode: string,
  taken: OrganisatieData['taken'] = [],
): OrganisatieData => ({
  naam: `Gemeente ${naam}`,
  soort: 'gemeente',
  taken,
  gemeenteCode,
  bron: s4('§1'),
})

const organisaties: Record<string, OrganisatieData> = {
  gemeente_delft: gemeente('Delft', 'GM0503', ['coordinatie']),
  gemeente_midden_delfland: gemeente('Midden-Delfland', 'GM1842'),
  gemeente_pijnacker_nootdorp: gemeente('Pijnacker-Nootdorp', 'GM1926'),
  gemeente_westland: gemeente('Westland', 'GM1783'),
  delft_support: {
    naam: 'Delft Support',
    soort: 'toegang',
    taken: ['regionale_toegang', 'beschikken', 'wachtlijst'],
    bron: s4('§9, bijlage 1'),
  },
  daklozenloket: {
    naam: 'Daklozenloket Delft',
    soort: 'toegang',
    taken: ['regionale_toegang'],
    gemeenteCode: 'GM0503',
    bron: s4('§4.2'),
  },
  toegang_delft: {
    naam: 'Lokale toegang Delft',
    soort: 'toegang',
    taken: ['lokale_toegang'],
    gemeenteCode: 'GM0503',
    bron: s4('§5.1 ambitie 3'),
  },
  toegang_midden_delfland: {
    naam: 'Lokale toegang Midden-Delfland',
    soort: 'toegang',
    taken: ['lokale_toegang'],
    gemeenteCode: 'GM1842',
    bron: s4('§5.1 ambitie 3'),
  },
  toegang_pijnacker_nootdorp: {
    naam: 'Lokale toegang Pijnacker-Nootdorp',
    soort: 'toegang',
    taken: ['lokale_toegang'],
    gemeenteCode: 'GM1926',
    bron: s4('§5.1 ambitie 3'),
  },
  toegang_westland: {
    naam: 'Lokale toegang Westland',
    soort: 'toegang',
    taken: ['lokale_toegang'],
    gemeenteCode: 'GM1783',
    bron: s4('§5.1 ambitie 3'),
  },
  perspektief: {
    naam: 'Perspektief',
    soort: 'aanbieder',
    taken: ['aanbieden'],
    gemeenteCode: 'GM0503',
    bron: s4('§5.2 thema 2'),
  },
  bw_bt_aanbieders: {
    naam: 'BW- en BT-aanbieders DWO (niet bij naam in de bron)',
    soort: 'aanbieder',
    taken: ['aanbieden'],
    bron: s4('§4.1: 14 gecontracteerde aanbieders'),
  },
  ggz_delfland: { naam: 'GGZ Delfland', soort: 'aanbieder', taken: ['aanbieden'], bron: s4('§5') },
  limor: { naam: 'Limor', soort: 'aanbieder', taken: ['aanbieden'], bron: s4('§5') },
  delft_voor_elkaar: { naam: 'Delft voor Elkaar', soort: 'welzijn', taken: [], bron: s4('§5') },
  ciz: { naam: 'CIZ', soort: 'overig', taken: [], bron: s4('§3') },
}

const producten: Record<string, ProductData> = {
  bt_basis: {
    naam: 'Beschermd Thuis Basis (gespikkeld)',
    domein: 'BT',
    omschrijving:
      'Toezicht op afstand: binnen 30 minuten ter plaatse, dag en nacht oproepbaar. Bijna alleen geplande hulp.',
    toegang: 'beschikking',
    bron: s4('§4.1'),
  },
  bt_plus: {
    naam: 'Beschermd Thuis Plus (geclusterd)',
    domein: 'BT',
    omschrijving: 'Hulp in de buurt, dag en nacht op te roepen; vooral geplande hulp, geclusterd wonen.',
    toegang: 'beschikking',
    bron: s4('§4.1'),
  },
  bw_basis: {
    naam: 'Beschermd Wonen Basis',
    domein: 'BW',
    omschrijving: 'Toezicht en begeleiding op de locatie, dag en nacht; tijdelijk.',
    toegang: 'beschikking',
    bron: s4('§4.1'),
  },
  bw_plus: {
    naam: 'Beschermd Wonen Plus',
    domein: 'BW',
    omschrijving: 'Toezicht en begeleiding op de locatie, dag en nacht; tijdelijk.',
    toegang: 'beschikking',
    bron: s4('§4.1'),
  },
  oude_indicatie: {
    naam: 'Oude indicatie (Wlz-aanvraag loopt)',
    domein: 'BW',
    omschrijving: 'Indicatie van voor 2021; voor deze cliënten is Wlz-zorg aangevraagd.',
    toegang: 'beschikking',
    bron: s4('§4.1'),
  },
  bgi: {
    naam: 'Begeleid zelfstandig wonen (ambulant)',
    domein: 'WONEN',
    omschrijving: 'Geplande begeleiding na beschermd thuis.',
    toegang: 'besluit',
    bron: s4('§4.1'),
  },
  nachtopvang: {
    naam: 'Nachtopvang',
    domein: 'MO',
    omschrijving: 'Startpunt voor dakloze mensen zonder kinderen.',
    nachtregistratie: true,
    gezinnen: 'nee',
    toegang: 'besluit',
    bron: s4('§4.2, §5.2'),
  },
  gezinsopvang: {
    naam: 'Gezinsopvang (doorstroomwoning)',
    domein: 'MO',
    omschrijving: 'Woning voor een dakloos gezin; daarna de gewone woningmarkt.',
    gezinnen: 'alleen',
    toegang: 'besluit',
    regels: [{ van: '2020-01-01', aantal: 12, eenheid: 'maanden', bron: s4('§4.2') }],
    bron: s4('§4.2'),
  },
  crisisopvang_gezinnen: {
    naam: 'Crisisopvang gezinnen',
    domein: 'MO',
    omschrijving: 'Als er geen plek is: maatwerk, met het belang van het kind voorop.',
    gezinnen: 'alleen',
    toegang: 'besluit',
    bron: s4('§4.2'),
  },
  short_stay: {
    naam: 'Short Stay',
    domein: 'MO',
    omschrijving: 'Doorstroom voor mensen met één probleem: geen woning of geen geld.',
    toegang: 'besluit',
    regels: [{ van: '2020-01-01', aantal: 18, eenheid: 'maanden', bron: s4('§4.2, §5.2') }],
    bron: s4('§4.2, §5.2'),
  },
  sociaal_pension: {
    naam: 'Sociaal Pension',
    domein: 'MO',
    omschrijving: 'Doorstroom bij meer problemen tegelijk, minder zwaar dan beschermd wonen.',
    toegang: 'besluit',
    regels: [{ van: '2020-01-01', aantal: 24, eenheid: 'maanden', bron: s4('§4.2') }],
    bron: s4('§4.2'),
  },
  housing_first: {
    naam: 'Housing First',
    domein: 'WONEN',
    omschrijving: 'Eerst een eigen woning, met begeleiding.',
    toegang: 'besluit',
    bron: s4('§5.2'),
  },
  flexwoning: {
    naam: 'Flexwoning',
    domein: 'WONEN',
    omschrijving: 'Tijdelijke, kleine en betaalbare woning met begeleiding.',
    toegang: 'besluit',
    regels: [{ van: '2020-01-01', aantal: 18, eenheid: 'maanden', bron: s4('§5.1 ambitie 2') }],
    bron: s4('§5.1, §5.2'),
  },
  time_out: {
    naam: 'Time-outvoorziening',
    domein: 'BW',
    omschrijving: 'Time-out bij terugval.',
    toegang: 'besluit',
    bron: s4('§5.1 ambitie 3'),
  },
}

const toegangsroutes: RegioData['keuzes'] = [
  ['lokaal', 'Eerst de lokale toegang', 'Het eerste loket is dat van de eigen gemeente.', '§5.1 ambitie 3'],
  [
    'regionaal',
    'Beschermd wonen of opvang nodig: de regionale toegang erbij',
    'Met een warme overdracht en zonder drempels. Delft Support is de regionale toegang.',
    '§5.1 ambitie 3, §9',
  ],
  [
    'daklozenloket',
    'Maatschappelijke opvang: via het daklozenloket',
    'Na de nachtopvang: Sociaal Pension bij meer problemen, Short Stay bij één probleem, of beschermd wonen.',
    '§4.2',
  ],
  [
    'gezinnen',
    'Gezinnen: nooit naar de nachtopvang',
    'Een doorstroomwoning, of bij crisis Terneuzen.',
    '§4.2',
  ],
].map(([code, naam, uitleg, paragraaf]) => ({
  lijst: 'toegangsroute',
  code: code!,
  naam: naam!,
  uitleg: uitleg!,
  bron: s4(paragraaf!),
}))

/** Only the wijken that S4 names, both of Delft; elsewhere signals count per gemeente. The code begins with the gemeente. */
const wijken: RegioData['keuzes'] = [
  ['gm0503_buitenhof', 'Buitenhof'],
  ['gm0503_voordijkshoorn', 'Kuiperwijk/Voordijkshoorn'],
].map(([code, naam]) => ({ lijst: 'wijk', code: code!, naam: naam!, uitleg: '', bron: s4('bijlage 1') }))

/** Region Delft, Midden-Delfland, Pijnacker-Nootdorp, Westland (DWO). */
export const dwo: RegioData = {
  code: 'DWO',
  naam: 'Delft, Westland, Midden-Delfland en Pijnacker-Nootdorp',
  gemeenten: [
    { code: 'GM0503', naam: 'Delft', isCentrumgemeente: true },
    { code: 'GM1842', naam: 'Midden-Delfland', isCentrumgemeente: false },
    { code: 'GM1926', naam: 'Pijnacker-Nootdorp', isCentrumgemeente: false },
    { code: 'GM1783', naam: 'Westland', isCentrumgemeente: false },
  ],
  organisaties,
  mandaten: [
    {
      organisatie: 'delft_support',
      gemeenten: ['GM0503', 'GM1842', 'GM1926', 'GM1783'],
      domein: 'BW',
      grondslag:
        'Dienstverleningsovereenkomst en mandaatregeling DWO (de regiovisie noemt ze, zonder inhoud)',
      van: '2020-01-01',
      bron: s4('§9'),
    },
  ],
  producten,
  fasen: [],
  escalatieniveaus: [
    {
      naam: 'DOE-tafel',
      wie: 'Regievoerder met de organisaties van de DOE-tafel',
      dagen: 14,
      bron: `${s4('bijlage 1')} noemt de DOE-tafel; de termijn is verzonnen voor de demo en te vervangen`,
    },
    {
      naam: 'Regionaal aanjaagteam',
      wie: 'Regionale procesregisseur met de lokale regisseur van de gemeente',
      dagen: 14,
      bron: `${s4('§6')} noemt het aanjaagteam; niveau en termijn zijn verzonnen voor de demo en te vervangen`,
    },
    {
      naam: 'Bestuurlijk overleg',
      wie: 'Bestuurders van de gemeenten',
      dagen: 28,
      bron: `${s4('§9')} noemt het bestuurlijk overleg; niveau en termijn zijn verzonnen voor de demo en te vervangen`,
    },
  ],
  overgangen,
  streefaantallen: [
    { product: 'housing_first', aantal: 15, van: '2022-01-01', bron: `${s4('§5.2')}: start met 15 plekken` },
    {
      product: 'flexwoning',
      aantal: 10,
      van: '2022-01-01',
      bron: `${s4('§5.2')}: 10 flexwoningen voor wie uit een instelling of detentie komt`,
    },
    {
      product: 'short_stay',
      aantal: 15,
      uitgangspunt: 34,
      van: '2022-01-01',
      bron: `${s4('§4.2, §5.2')}: 34 cliënten, 15 extra plekken nodig`,
    },
  ],
  instellingen: [],
  keuzes: [
    {
      lijst: 'overschrijdingsreden',
      code: 'wacht_op_bt',
      naam: 'Wacht op beschermd thuis',
      uitleg: 'Kan van beschermd wonen naar beschermd thuis.',
      bron: s4('§4.1'),
    },
    ...toegangsroutes,
    ...wijken,
  ],
  voorzieningen,
  bronconflicten,
  broncijfers,
  gebruikers: [
    [
      'toegang.dwo',
      'Demo Toegang Delft Support',
      'delft_support',
      'toegangsmedewerker',
      'wachtlijstbeheerder',
    ],
    ['beslisser.dwo', 'Demo Beslisser Delft Support', 'delft_support', 'centrumgemeente_beslisser'],
    ['loket.dwo', 'Demo Daklozenloket Delft', 'daklozenloket', 'consulent_daklozenloket'],
    ['planner.perspektief', 'Demo Planner Perspektief', 'perspektief', 'aanbieder_planner'],
    ['planner.dwo', 'Demo Planner BW en BT DWO', 'bw_bt_aanbieders', 'aanbieder_planner'],
    ['coordinator.dwo', 'Demo Coördinator DWO', 'gemeente_delft', 'regiocoordinator'],
    ['programma.dwo', 'Demo Programmamanager DWO', 'gemeente_delft', 'programmamanager'],
    ['beheer.dwo', 'Demo Beheerder DWO', 'gemeente_delft', 'functioneel_beheerder'],
    ['fg.dwo', 'Demo Functionaris gegevensbescherming DWO', 'gemeente_delft', 'privacy_officer'],
  ].map(([gebruikersnaam, naam, organisatie, ...rollen]) => ({
    gebruikersnaam: gebruikersnaam!,
    naam: naam!,
    organisatie: organisatie!,
    rollen,
  })),
}
