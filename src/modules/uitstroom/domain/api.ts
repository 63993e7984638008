import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'

const leeg = z.string().nullable()
const Keuze = z.object({ code: z.string(), naam: z.string() })
const UrgentieToestand = z.enum([
  'voorbereid',
  'ingediend',
  'toegekend',
  'afgewezen',
  'ingetrokken',
  'gebruikt',
  'verlopen',
])
const AanbodToestand = z.enum([
  'gevraagd',
  'aangeboden',
  'geen_woning',
  'aanvaard',
  'geweigerd',
  'ingetrokken',
])
const ContractToestand = z.enum(['lopend', 'omgezet', 'beeindigd'])

const Urgentie = z.object({
  id: Id,
  soort: z.enum(['urgentie', 'een_route']),
  toestand: UrgentieToestand,
  grond: z.string(),
  herkomst: leeg,
  ontvangendePartij: z.string(),
  afspraken: leeg,
  voorbereidOp: z.string(),
  ingediendOp: leeg,
  kenmerk: leeg,
  beslotenOp: leeg,
  geldigTot: leeg,
  geeindigdOp: leeg,
  toelichting: leeg,
  /** It ends within the warning of the region. */
  verlooptBijna: z.boolean(),
  versie: z.number().int(),
})
const Aanbod = z.object({
  id: Id,
  corporatie: z.string(),
  toestand: AanbodToestand,
  gevraagdOp: z.string(),
  woningtype: z.string(),
  gemeente: z.string(),
  omschrijving: leeg,
  huur: z.number().nullable(),
  aangebodenOp: leeg,
  reageerVoor: leeg,
  beantwoordOp: leeg,
  weigerreden: leeg,
  toelichting: leeg,
  gevolg: leeg,
  gevolgOp: leeg,
  gevolgDoor: leeg,
  gevolgToelichting: leeg,
  versie: z.number().int(),
})
const Contract = z.object({
  id: Id,
  soort: z.enum(['woonzorgcontract', 'omklapwoning', 'huurovereenkomst', 'tijdelijk']),
  toestand: ContractToestand,
  woningtype: z.string(),
  gemeente: z.string(),
  begonnenOp: z.string(),
  afspraken: z.string(),
  evaluatieOp: leeg,
  omklapOp: leeg,
  omgezetOp: leeg,
  geeindigdOp: leeg,
  eindreden: leeg,
  partijen: z.array(
    z.object({ rol: z.enum(['verhuurder', 'hoofdhuurder', 'begeleider']), naam: z.string() }),
  ),
  omklapNabij: z.boolean(),
  /** What came of looking back together and of turning it over, the newest first; only where somebody wrote it down. */
  terugblikken: z.array(z.object({ op: z.string(), tekst: z.string() })),
  versie: z.number().int(),
})

export const UitstroomDetail = z.object({
  persoonId: Id,
  magWijzigen: z.boolean(),
  /** Null when there is no stay and nobody filled anything in. Version 0: it exists since the stay began, nobody edited it. */
  dossier: z
    .object({
      versie: z.number().int(),
      begonnenOp: z.string(),
      gemeenteCode: leeg,
      gemeente: leeg,
      isHerkomst: z.boolean(),
      woningtype: leeg,
      woningtypeNaam: leeg,
      wens: leeg,
      /** Opened again after it was finished, with why; null when it never was. */
      heropend: z.object({ op: z.string(), reden: z.string() }).nullable(),
      /** Last day for a first look at the conditions. */
      bekijkenVoor: z.string(),
    })
    .nullable(),
  taken: z.array(z.object({ code: z.string(), tekst: z.string(), klaar: z.boolean() })),
  voorwaarden: z.array(
    z.object({
      code: z.string(),
      naam: z.string(),
      stand: z.enum(['ja', 'nee', 'nvt']).nullable(),
      notitie: leeg,
      door: leeg,
      op: leeg,
    }),
  ),
  /** Ready to leave and still here: since when, and what it waits for. */
  blokkade: z.object({ sinds: z.string(), wachtOp: leeg }).nullable(),
  verblijftNu: z.boolean(),
  urgenties: z.array(Urgentie),
  aanbod: z.array(Aanbod),
  weigeringen: z.object({
    aantal: z.number().int(),
    grens: z.number().int(),
    gevolg: z.string(),
    bron: leeg,
    besluitNodigOver: Id.nullable(),
  }),
  contracten: z.array(Contract),
  overleggen: z.array(
    z.object({ id: Id, op: z.string(), uitkomst: z.string(), pauzewoningTot: leeg, toelichting: z.string() }),
  ),
  afgerond: z.array(
    z.object({
      id: Id,
      op: z.string(),
      route: z.string(),
      bestemming: leeg,
      afwijkingReden: leeg,
      kanHeropenen: z.boolean(),
      versie: z.number().int(),
    }),
  ),
  huur: z.object({
    regels: z.array(z.object({ naam: z.string(), waarde: z.string(), van: z.string(), bron: leeg })),
    informatie: z.array(z.object({ tekst: z.string(), letOp: z.boolean() })),
  }),
  keuzes: z.object({
    gemeenten: z.array(Keuze),
    woningtypen: z.array(Keuze),
    gronden: z.array(Keuze),
    weigerredenen: z.array(Keuze),
    routes: z.array(Keuze),
    bestemmingen: z.array(Keuze),
    toestemmingen: z.array(z.object({ id: Id, naam: z.string() })),
    verblijven: z.array(z.object({ id: Id, naam: z.string() })),
    instantie: z.string(),
    urgentieIsBemiddeling: z.boolean(),
    herkomst: leeg,
  }),
})
export type UitstroomDetail = z.infer<typeof UitstroomDetail>

export const getUitstroom = endpoint({
  method: 'GET',
  path: '/personen/:id/uitstroom',
  name: 'getUitstroom',
  summary: 'Het uitstroomdossier van een cliënt: voorwaarden, urgentie, woningaanbod, contract en route',
  params: IdParam,
  response: UitstroomDetail,
})

export const uitstroomStanden = {
  open: 'Alle open dossiers',
  geblokkeerd: 'Kan weg, maar is er nog',
  niet_bekeken: 'Nog niet voorbereid',
  onvolledig: 'Voorwaarden niet in orde',
  urgentie_loopt_af: 'Urgentie verloopt bijna',
  urgentie_verlopen: 'Urgentie is verlopen',
  zonder_vervolg: 'Geen woning, en nog geen volgende stap',
  contract_nabij: 'Contract bijna omzetten of evalueren',
} as const

const UitstroomRij = z.object({
  persoonId: Id,
  naam: z.string(),
  begonnenOp: z.string(),
  gemeente: leeg,
  woningtype: leeg,
  inOrde: z.number().int(),
  voorwaarden: z.number().int(),
  blokkadeSinds: leeg,
  blokkadeDagen: z.number().int().nullable(),
  blokkade: leeg,
  urgentie: leeg,
  /** Its last day has passed, and nobody used or renewed it. */
  urgentieVerlopen: z.boolean(),
  geldigTot: leeg,
  contract: leeg,
})
export type UitstroomRij = z.infer<typeof UitstroomRij>

export const listUitstroomdossiers = endpoint({
  method: 'GET',
  path: '/uitstroomdossiers',
  name: 'listUitstroomdossiers',
  summary: 'Wie op weg is naar een eigen thuis, wat nog niet in orde is en wat een plek bezet houdt',
  query: Paging.extend({
    stand: z
      .enum(
        Object.keys(uitstroomStanden) as [
          keyof typeof uitstroomStanden,
          ...(keyof typeof uitstroomStanden)[],
        ],
      )
      .default('open'),
    sorteer: z
      .enum([
        'naam',
        '-naam',
        'begonnenOp',
        '-begonnenOp',
        'blokkadeSinds',
        '-blokkadeSinds',
        'geldigTot',
        '-geldigTot',
      ])
      .default('begonnenOp'),
    formaat: z.string().optional(),
  }),
  response: page(UitstroomRij),
})

const Telling = z.number().int().nullable()
export const RouteRij = z.object({
  jaar: z.number().int(),
  route: z.string(),
  bestemming: z.string(),
  /** Null: too small to show. */
  aantal: Telling,
})

export const listDirecteBemiddelingen = endpoint({
  method: 'GET',
  path: '/directe-bemiddelingen',
  name: 'listDirecteBemiddelingen',
  summary: 'Hoeveel mensen langs welke route waarheen uitstroomden, per jaar, zonder personen',
  query: Paging.extend({
    op: Datum.optional(),
    /** Only this route; all when left out. */
    route: z.string().max(60).optional(),
    sorteer: z
      .enum(['jaar', '-jaar', 'route', '-route', 'bestemming', '-bestemming', 'aantal', '-aantal'])
      .default('-jaar'),
    formaat: z.string().optional(),
  }),
  response: page(RouteRij).extend({
    op: z.string(),
    kleinsteGetal: z.number().int().nullable(),
    routes: z.array(Keuze),
    perRoute: z.array(z.object({ jaar: z.number().int(), route: z.string(), aantal: Telling })),
  }),
})

export const listWoningdoelen = endpoint({
  method: 'GET',
  path: '/woningdoelen',
  name: 'listWoningdoelen',
  summary: 'Woningen voor uitstroom per jaar: afgesproken en gerealiseerd',
  query: Paging.extend({
    op: Datum.optional(),
    sorteer: z.enum(['jaar', '-jaar']).default('-jaar'),
    formaat: z.string().optional(),
  }),
  response: page(
    z.object({
      jaar: z.number().int(),
      /** Null: no agreement was filled in for that year. */
      afgesproken: Telling,
      gerealiseerd: Telling,
      bron: leeg,
    }),
  ),
})

export const listWoningdoelverdeling = endpoint({
  method: 'GET',
  path: '/woningdoelverdeling',
  name: 'listWoningdoelverdeling',
  summary: 'Woningen voor uitstroom per jaar, gemeente en corporatie: afgesproken en gerealiseerd',
  query: Paging.extend({
    op: Datum.optional(),
    sorteer: z.enum(['jaar', '-jaar', 'gemeente', '-gemeente', 'corporatie', '-corporatie']).default('-jaar'),
    formaat: z.string().optional(),
  }),
  response: page(
    z.object({
      jaar: z.number().int(),
      gemeente: z.string(),
      /** Null: homes that no corporatie offered through Onderdak. */
      corporatie: leeg,
      /** Null: nothing was agreed with this corporatie for this gemeente. */
      afgesproken: Telling,
      gerealiseerd: Telling,
      bron: leeg,
    }),
  ),
})

export const WoonvraagRij = z.object({
  id: Id,
  initialen: z.string(),
  huishoudenGrootte: z.number().int(),
  woningtype: z.string(),
  gemeente: z.string(),
  toestand: AanbodToestand,
  gevraagdOp: z.string(),
  organisatie: z.string(),
  contact: leeg,
  omschrijving: leeg,
  huur: z.number().nullable(),
  reageerVoor: leeg,
  beantwoordOp: leeg,
})
export type WoonvraagRij = z.infer<typeof WoonvraagRij>

export const listWoonvragen = endpoint({
  method: 'GET',
  path: '/woonvragen',
  name: 'listWoonvragen',
  summary: 'Vragen om een woning aan de eigen corporatie: initialen, huishouden, soort woning en gemeente',
  query: Paging.extend({
    stand: z.enum(['open', 'alle']).default('open'),
    sorteer: z
      .enum(['gevraagdOp', '-gevraagdOp', 'gemeente', '-gemeente', 'woningtype', '-woningtype'])
      .default('gevraagdOp'),
    formaat: z.string().optional(),
  }),
  response: page(WoonvraagRij),
})
