import type { RegioData } from '../regio-data.ts'
import { broncijfers } from './broncijfers.ts'
import { bronconflicten } from './bronconflicten.ts'
import { bronwaarden } from './bronwaarden.ts'
import { keuzes } from './keuzes.ts'
import { organisaties } from './organisaties.ts'
import { producten } from './producten.ts'
import { voorzieningen } from './voorzieningen.ts'

/** Region Maassluis, Vlaardingen, Schiedam. Facts only from the policy documents; what is invented says so. */
export const mvs: RegioData = {
  code: 'MVS',
  naam: 'Maassluis, Vlaardingen en Schiedam',
  gemeenten: [
    { code: 'GM0556', naam: 'Maassluis', isCentrumgemeente: false },
    { code: 'GM0622', naam: 'Vlaardingen', isCentrumgemeente: true },
    { code: 'GM0606', naam: 'Schiedam', isCentrumgemeente: false },
  ],
  organisaties,
  mandaten: [
    {
      organisatie: 'rogplus',
      gemeenten: ['GM0556', 'GM0622', 'GM0606'],
      domein: 'BW',
      grondslag:
        'Uitvoering beschermd wonen door Rogplus, die de beschikking namens de gemeenten afgeeft (regiovisie MVS §4 en §7.2.4)',
      van: '2022-01-01',
      bron: 'Regiovisie MVS 2024 §4, §7.2.4',
    },
  ],
  producten,
  escalatieniveaus: [
    {
      naam: 'Casuïstiekoverleg',
      wie: 'Regievoerder met de betrokken organisaties',
      dagen: 14,
      bron: 'Uitvoeringsprogramma wonen, welzijn en zorg 2025–2027 §2.2.4 noemt dit overleg; de termijn is verzonnen voor de demo en te vervangen',
    },
    {
      naam: 'Ambtelijk overleg wonen, welzijn en zorg',
      wie: 'Leidinggevenden van gemeenten en organisaties',
      dagen: 14,
      bron: 'Uitvoeringsprogramma wonen, welzijn en zorg 2025–2027 §2.2.4 noemt ambtelijk overleg; niveau en termijn zijn verzonnen voor de demo en te vervangen',
    },
    {
      naam: 'Bestuurlijk overleg wonen, welzijn en zorg',
      wie: 'Bestuurders van gemeenten en organisaties',
      dagen: 28,
      bron: 'Uitvoeringsprogramma wonen, welzijn en zorg 2025–2027 §2.2.4 noemt bestuurlijk overleg; niveau en termijn zijn verzonnen voor de demo en te vervangen',
    },
  ],
  fasen: [
    {
      domein: 'BW',
      bron: 'Regiovisie MVS 2024 §4.4',
      fasen: [
        [
          'instroom',
          'Instroom',
          'Kennismaken; leerdoelen in het ondersteuningsplan.',
          {
            begintBij: 'verblijf',
            termijn: [3, 'maanden'],
            bron: 'Regiovisie MVS 2024 §4.4; termijn verzonnen voor de demo',
          },
        ],
        [
          'doorstroom',
          'Doorstroom',
          'Stabiel worden, ook met geld; leren omgaan met beperkingen; netwerk; voorbereiden op zelf wonen. Terugval is mogelijk.',
          {
            termijn: [24, 'maanden'],
            bron: 'Regiovisie MVS 2024 §4.4 (de bron noemt geen termijn; verzonnen voor de demo)',
          },
        ],
        [
          'uitstroom',
          'Uitstroom',
          'Op tijd regelen: ambulante begeleiding, uitkering en andere voorzieningen.',
          { begintBij: 'uitstroomgereed' },
        ],
      ],
    },
    {
      domein: 'MO',
      bron: 'Regiovisie MVS 2024 §5.3',
      fasen: [
        [
          'instroom',
          'Instroom',
          'Melding bij (dreigende) dakloosheid, probleemanalyse met de inwoner, plek in de noodopvang.',
        ],
        [
          'verblijf',
          'Verblijf',
          'Stabiel worden; inkomen, schulden en gezondheid; zelfredzaamheid.',
          { begintBij: 'verblijf', termijn: [12, 'weken'] },
        ],
        [
          'uitstroom',
          'Uitstroom',
          'Woning in de eigen gemeente via de één-route-regeling, met ondersteuning.',
          { begintBij: 'uitstroomgereed' },
        ],
      ],
    },
    {
      domein: 'VO',
      bron: 'Regiovisie MVS 2024 §6.3',
      fasen: [
        ['aanmelding', 'Aanmelding', 'Via Veilig Thuis of het wijkteam, met triage.'],
        [
          'verblijf',
          'Verblijf',
          'Veilige, anonieme plek; zelfredzaamheid.',
          { begintBij: 'verblijf', termijn: [9, 'maanden'] },
        ],
        [
          'uitstroom',
          'Uitstroom',
          'Vaak wachten op een woning; ambulante ondersteuning.',
          { begintBij: 'uitstroomgereed' },
        ],
      ],
    },
  ],
  overgangen: [],
  streefaantallen: [
    {
      product: 'housing_first',
      aantal: 10,
      van: '2025-01-01',
      bron: 'Uitvoeringsprogramma MVS §2.2.3: 10 huizen in de regio vanaf 2025',
    },
  ],
  keuzes,
  instellingen: [
    {
      code: 'open_data',
      naam: 'Openbare cijfers zijn voor iedereen te zien',
      waarde: 'ja',
      soort: 'ja_nee',
      bron: 'Keuze van de demo',
    },
    {
      code: 'urgentie_instantie',
      naam: 'Wie beslist over urgentie',
      waarde: 'SUWR',
      soort: 'tekst',
      bron: 'Regiovisie MVS bijlage 2: urgentie via de SUWR',
    },
    {
      code: 'urgentie_is_bemiddeling',
      naam: 'Urgentie is altijd directe bemiddeling',
      waarde: 'ja',
      soort: 'ja_nee',
      bron: 'Regiovisie MVS bijlage 2: urgentie is directe bemiddeling',
    },
  ],
  voorzieningen,
  bronconflicten,
  broncijfers,
  bronwaarden,
  gebruikers: [
    ['toegang.mvs', 'Demo Toegang MVS', 'centraal_onthaal', 'toegangsmedewerker', 'wachtlijstbeheerder'],
    ['wachtlijst.mvs', 'Demo Wachtlijst MVS', 'centraal_onthaal', 'wachtlijstbeheerder'],
    ['wijkteam.vlaardingen', 'Demo Wijkteam Vlaardingen', 'wijkteam_vlaardingen', 'toegangsmedewerker'],
    ['wijkteam.schiedam', 'Demo Wijkteam Schiedam', 'wijkteam_schiedam', 'toegangsmedewerker'],
    ['wijkteam.maassluis', 'Demo Wijkteam Maassluis', 'wijkteam_maassluis', 'toegangsmedewerker'],
    ['rogplus.mvs', 'Demo Beslisser Rogplus', 'rogplus', 'centrumgemeente_beslisser'],
    ['planner.elementen', 'Demo Planner De Elementen', 'elementen', 'aanbieder_planner'],
    ['begeleider.elementen', 'Demo Begeleider De Elementen', 'elementen', 'aanbieder_begeleider'],
    ['planner.elckerlyc', 'Demo Planner Elckerlyc', 'elckerlyc', 'aanbieder_planner'],
    ['planner.pameijer', 'Demo Planner Pameijer', 'pameijer', 'aanbieder_planner'],
    ['planner.jados', 'Demo Planner Jados', 'jados', 'aanbieder_planner'],
    ['planner.gezinsopvang', 'Demo Planner Gezinsopvang MVS', 'gezinsopvang', 'aanbieder_planner'],
    ['planner.housingfirst', 'Demo Planner Leger des Heils', 'leger_des_heils', 'aanbieder_planner'],
    ['planner.timon', 'Demo Planner Timon', 'timon', 'aanbieder_planner'],
    ['planner.newlifeliving', 'Demo Planner New Life Living', 'new_life_living', 'aanbieder_planner'],
    ['planner.stoed', 'Demo Planner Stoed', 'stoed', 'aanbieder_planner'],
    ['planner.pretinherstel', 'Demo Planner Pret in Herstel', 'pret_in_herstel', 'aanbieder_planner'],
    ['planner.zerosano', 'Demo Planner Zero & Sano', 'zero_sano', 'aanbieder_planner'],
    ['planner.ggzdelfland', 'Demo Planner GGZ Delfland', 'ggz_delfland', 'aanbieder_planner'],
    ['vo.mvs', 'Demo Vrouwenopvang MVS', 'vrouwenopvang', 'vo_medewerker'],
    ['casus.mvs', 'Demo Casusregisseur MVS', 'centraal_onthaal', 'casusregisseur'],
    ['corporatie.mvs', 'Demo Corporatie Waterweg Wonen', 'waterweg_wonen', 'corporatie_medewerker'],
    ['coordinator.mvs', 'Demo Coördinator MVS', 'gemeente_vlaardingen', 'regiocoordinator'],
    ['programma.mvs', 'Demo Programmamanager MVS', 'gemeente_vlaardingen', 'programmamanager'],
    ['beleid.mvs', 'Demo Beleid Maassluis', 'gemeente_maassluis', 'beleidsmedewerker'],
    ['beheer.mvs', 'Demo Beheerder MVS', 'gemeente_vlaardingen', 'functioneel_beheerder'],
    ['fg.mvs', 'Demo Functionaris gegevensbescherming MVS', 'gemeente_vlaardingen', 'privacy_officer'],
  ].map(([gebruikersnaam, naam, organisatie, ...rollen]) => ({
    gebruikersnaam: gebruikersnaam!,
    naam: naam!,
    organisatie: organisatie!,
    rollen,
  })),
}
