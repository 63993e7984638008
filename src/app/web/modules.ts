import { beheerWeb } from '../../modules/beheer/web/module.tsx'
import { BeschikkingSectie } from '../../modules/beschikking/web/beschikking-sectie.tsx'
import { beschikkingWeb } from '../../modules/beschikking/web/module.tsx'
import { OntvangstBrief } from '../../modules/beschikking/web/ontvangst-brief.tsx'
import { CasusSectie } from '../../modules/casus/web/casus-sectie.tsx'
import { casusWeb } from '../../modules/casus/web/module.ts'
import { clientervaringWeb } from '../../modules/clientervaring/web/module.ts'
import { DelenSectie } from '../../modules/delen/web/delen-sectie.tsx'
import { delenWeb } from '../../modules/delen/web/module.ts'
import { duidingWeb } from '../../modules/duiding/web/module.ts'
import { inlezenWeb } from '../../modules/inlezen/web/module.tsx'
import { kaartWeb } from '../../modules/kaart/web/module.ts'
import { kwaliteitWeb } from '../../modules/kwaliteit/web/module.ts'
import { leveringWeb } from '../../modules/levering/web/module.ts'
import { AdrestoestemmingSectie } from '../../modules/melding/web/adrestoestemming.tsx'
import { MeldingenSectie } from '../../modules/melding/web/dossier-meldingen.tsx'
import { meldingWeb } from '../../modules/melding/web/module.ts'
import { setOntvangstBrief } from '../../modules/melding/web/ontvangst-brief.ts'
import { monitorWeb } from '../../modules/monitor/web/module.ts'
import { nazorgWeb } from '../../modules/nazorg/web/module.ts'
import { NazorgSectie } from '../../modules/nazorg/web/nazorg-sectie.tsx'
import { TerugvalSectie } from '../../modules/nazorg/web/terugval-sectie.tsx'
import { ondersteuningsplanWeb } from '../../modules/ondersteuningsplan/web/module.ts'
import { PlanSectie } from '../../modules/ondersteuningsplan/web/plan-sectie.tsx'
import { openbaarWeb } from '../../modules/openbaar/web/module.ts'
import { opvolgingWeb } from '../../modules/opvolging/web/module.ts'
import { OpvolgingSectie } from '../../modules/opvolging/web/opvolging-sectie.tsx'
import { overdrachtWeb } from '../../modules/overdracht/web/module.ts'
import { OverdrachtSectie } from '../../modules/overdracht/web/overdracht-sectie.tsx'
import { overlegWeb } from '../../modules/overleg/web/module.ts'
import { participatieWeb } from '../../modules/participatie/web/module.ts'
import { setDossierSecties } from '../../modules/persoon/web/dossier-secties.ts'
import { persoonWeb } from '../../modules/persoon/web/module.ts'
import { plekWeb } from '../../modules/plek/web/module.ts'
import { prognoseWeb } from '../../modules/prognose/web/module.ts'
import { programmaWeb } from '../../modules/programma/web/module.ts'
import { rapportageWeb } from '../../modules/rapportage/web/module.ts'
import { BemoeizorgSectie } from '../../modules/signaal/web/bemoeizorg-sectie.tsx'
import { signaalWeb } from '../../modules/signaal/web/module.ts'
import { tellingWeb } from '../../modules/telling/web/module.ts'
import { trajectWeb } from '../../modules/traject/web/module.ts'
import { ReisSectie } from '../../modules/traject/web/reis-sectie.tsx'
import { TrajectSectie } from '../../modules/traject/web/traject-sectie.tsx'
import { AfrondenSectie } from '../../modules/uitstroom/web/afronden.tsx'
import { ContractSectie } from '../../modules/uitstroom/web/contract.tsx'
import { uitstroomWeb } from '../../modules/uitstroom/web/module.ts'
import { UrgentieSectie } from '../../modules/uitstroom/web/urgentie.tsx'
import { VoorbereidingSectie } from '../../modules/uitstroom/web/voorbereiding.tsx'
import { WoningSectie } from '../../modules/uitstroom/web/woning.tsx'
import { vandaagWeb } from '../../modules/vandaag/web/module.ts'
import { verblijfWeb } from '../../modules/verblijf/web/module.ts'
import { VerblijfSectie } from '../../modules/verblijf/web/verblijf-sectie.tsx'
import { voorstelWeb } from '../../modules/voorstel/web/module.ts'
import { BelangenconflictSectie } from '../../modules/vrouwenopvang/web/conflict-sectie.tsx'
import { vrouwenopvangWeb } from '../../modules/vrouwenopvang/web/module.ts'
import { VrouwenopvangSectie } from '../../modules/vrouwenopvang/web/vrouwenopvang-sectie.tsx'
import { wachtlijstWeb } from '../../modules/wachtlijst/web/module.ts'
import { WachtlijstSectie } from '../../modules/wachtlijst/web/wachtlijst-sectie.tsx'
import { winterkouWeb } from '../../modules/winterkou/web/module.ts'
import type { WebModule } from '../../ui/web-module.ts'

/** Every module with screens, in the order of the chain; the navigation follows it. */
export const webModules: readonly WebModule[] = [
  beheerWeb,
  persoonWeb,
  opvolgingWeb,
  delenWeb,
  meldingWeb,
  beschikkingWeb,
  plekWeb,
  trajectWeb,
  wachtlijstWeb,
  voorstelWeb,
  verblijfWeb,
  uitstroomWeb,
  overdrachtWeb,
  nazorgWeb,
  ondersteuningsplanWeb,
  vrouwenopvangWeb,
  winterkouWeb,
  signaalWeb,
  casusWeb,
  inlezenWeb,
  kwaliteitWeb,
  vandaagWeb,
  monitorWeb,
  prognoseWeb,
  tellingWeb,
  duidingWeb,
  clientervaringWeb,
  participatieWeb,
  programmaWeb,
  overlegWeb,
  rapportageWeb,
  kaartWeb,
  openbaarWeb,
  leveringWeb,
]

setOntvangstBrief(OntvangstBrief)

/** Parts of the dossier page that come from the modules after persoon. */
setDossierSecties([
  { titel: 'Opvolging', tab: 'kop', volgorde: 10, Component: OpvolgingSectie },
  {
    titel: 'Traject',
    tab: 'overzicht',
    volgorde: 20,
    permission: 'traject.lezen',
    Component: TrajectSectie,
  },
  {
    titel: 'Reis door de keten',
    tab: 'overzicht',
    volgorde: 30,
    permission: 'traject.lezen',
    Component: ReisSectie,
  },
  {
    titel: 'Casus',
    tab: 'overzicht',
    volgorde: 25,
    permission: 'casus.lezen',
    Component: CasusSectie,
  },
  { titel: 'Meldingen', tab: 'instroom', volgorde: 40, Component: MeldingenSectie },
  {
    titel: 'Postadres en opvang',
    tab: 'instroom',
    volgorde: 45,
    permission: 'melding.lezen',
    Component: AdrestoestemmingSectie,
  },
  { titel: 'Beschikking', tab: 'instroom', volgorde: 50, Component: BeschikkingSectie },
  { titel: 'Wachtlijst', tab: 'instroom', volgorde: 70, Component: WachtlijstSectie },
  {
    titel: 'Ondersteuningsplan',
    tab: 'plan',
    volgorde: 80,
    permission: 'ondersteuningsplan.lezen',
    Component: PlanSectie,
  },
  {
    titel: 'Signalen en bemoeizorg',
    tab: 'instroom',
    volgorde: 80,
    permission: 'bemoeizorg.lezen',
    Component: BemoeizorgSectie,
  },
  { titel: 'Verblijf', tab: 'verblijf', volgorde: 90, Component: VerblijfSectie },
  ...(
    [
      ['Voorbereiding', VoorbereidingSectie],
      ['Urgentie en één-route', UrgentieSectie],
      ['Woning', WoningSectie],
      ['Contract', ContractSectie],
      ['Uitstroom afronden', AfrondenSectie],
    ] as const
  ).map(([titel, Component], i) => ({
    titel,
    tab: 'uitstroom' as const,
    volgorde: 120 + i,
    permission: 'uitstroom.lezen',
    Component,
  })),
  {
    titel: 'Vrouwenopvang',
    tab: 'verblijf',
    volgorde: 95,
    permission: 'vrouwenopvang.lezen',
    Component: VrouwenopvangSectie,
  },
  {
    titel: 'Wie dit dossier niet mag zien',
    tab: 'delen',
    volgorde: 210,
    permission: 'belangenconflict.vastleggen',
    Component: BelangenconflictSectie,
  },
  {
    titel: 'Warme overdracht',
    tab: 'overdracht',
    volgorde: 100,
    permission: 'overdracht.lezen',
    Component: OverdrachtSectie,
  },
  { titel: 'Nazorg', tab: 'nazorg', volgorde: 130, permission: 'nazorg.lezen', Component: NazorgSectie },
  {
    titel: 'Terugvalplan',
    tab: 'nazorg',
    volgorde: 135,
    permission: 'nazorg.lezen',
    Component: TerugvalSectie,
  },
  { titel: 'Delen', tab: 'delen', volgorde: 200, permission: 'delen.lezen', Component: DelenSectie },
])
