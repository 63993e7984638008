import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, Versie } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import {
  BuitenGebruikInvoer,
  LocatieInvoer,
  OpeningInvoer,
  PlekInvoer,
  VoorzieningInvoer,
} from './contract.ts'

const Made = z.object({ id: Id })
const aantal = z.number().int().min(0)
const Code = z.string().max(60)

const VoorzieningRij = z.object({
  id: Id,
  code: z.string(),
  naam: z.string(),
  organisatieId: Id.nullable(),
  aanbieder: z.string().nullable(),
  soort: z.string(),
  domein: z.string(),
  bereik: z.string(),
  gemeenteCode: z.string().nullable(),
  gemeente: z.string(),
  doelgroep: z.string(),
  omschrijving: z.string(),
  openingstijden: z.string().nullable(),
  capaciteitVolgensBron: z.string().nullable(),
  onderContract: z.boolean(),
  van: z.string(),
  tot: z.string().nullable(),
  versie: z.number(),
  locaties: aantal,
  plekken: aantal,
  bezet: aantal,
  /** Under contract for places, and none of them placed yet: not in any count of plekken. */
  isZonderPlekken: z.boolean(),
  magBeheren: z.boolean(),
})
export type VoorzieningRij = z.infer<typeof VoorzieningRij>

export const listVoorzieningen = endpoint({
  method: 'GET',
  path: '/voorzieningen',
  name: 'listVoorzieningen',
  summary: 'Voorzieningen met hun plekken en bezetting',
  query: z.object({
    ...Paging.shape,
    zoek: z.string().max(100).optional(),
    domein: Code.optional(),
    bereik: Code.optional(),
    gemeenteCode: Code.optional(),
    /** CAP-12: under contract, and nobody stays there. */
    zonderClienten: z.enum(['ja']).optional(),
    /** CAP-12: bought, and no plek placed yet. */
    zonderPlekken: z.enum(['ja']).optional(),
    sorteer: z
      .enum(
        [
          'naam',
          '-naam',
          'aanbieder',
          '-aanbieder',
          'gemeente',
          '-gemeente',
          'plekken',
          '-plekken',
          'bezet',
          '-bezet',
        ],
        { error: 'Zo kan deze lijst niet gesorteerd worden.' },
      )
      .default('naam'),
    formaat: z.string().optional(),
  }),
  response: page(VoorzieningRij).extend({
    /** Contracts for places of which none is placed yet, in the whole region. */
    contractenZonderPlekken: aantal,
  }),
})

export const getVoorziening = endpoint({
  method: 'GET',
  path: '/voorzieningen/:id',
  name: 'getVoorziening',
  summary: 'Een voorziening met haar locaties',
  params: IdParam,
  response: VoorzieningRij.extend({
    lijst: z.array(
      z.object({
        id: Id,
        naam: z.string(),
        gemeente: z.string(),
        plekken: aantal,
        isGeheim: z.boolean(),
        tot: z.string().nullable(),
      }),
    ),
  }),
})

export const postVoorziening = endpoint({
  method: 'POST',
  path: '/voorzieningen',
  name: 'registerVoorziening',
  summary: 'Een voorziening vastleggen',
  body: VoorzieningInvoer,
  response: Made,
})
export const putVoorziening = endpoint({
  method: 'PUT',
  path: '/voorzieningen/:id',
  name: 'changeVoorziening',
  summary: 'Een voorziening wijzigen',
  params: IdParam,
  body: VoorzieningInvoer.extend({ versie: Versie }),
  response: Made,
})

const Einde = z.object({ versie: Versie, tot: Datum })
const endEndpoint = (meervoud: string, naam: string, wat: string) =>
  endpoint({
    method: 'POST',
    path: `/${meervoud}/:id/einde`,
    name: `end${naam}`,
    summary: `${wat} beëindigen vanaf een dag`,
    params: IdParam,
    body: Einde,
    response: Made,
  })
export const postVoorzieningEinde = endEndpoint('voorzieningen', 'Voorziening', 'Een voorziening')
export const postLocatieEinde = endEndpoint('locaties', 'Locatie', 'Een locatie')
export const postPlekEinde = endEndpoint('plekken', 'Plek', 'Een plek')

export const LocatieDetail = z.object({
  id: Id,
  naam: z.string(),
  voorzieningId: Id,
  voorziening: z.string(),
  organisatieId: Id.nullable(),
  aanbieder: z.string().nullable(),
  domein: z.string(),
  bereik: z.string(),
  gemeenteCode: z.string().nullable(),
  gemeente: z.string(),
  wijk: z.string().nullable(),
  isGeheim: z.boolean(),
  isExtern: z.boolean(),
  /** There is an address; it is shown on request, and that is recorded. */
  heeftAdres: z.boolean(),
  telefoon: z.string().nullable(),
  kenmerken: z.array(z.string()),
  reactietijdMinuten: z.number().nullable(),
  bevestigdOp: z.string().nullable(),
  bevestigdDoor: z.string().nullable(),
  verouderd: z.boolean(),
  magBevestigen: z.boolean(),
  magBeheren: z.boolean(),
  van: z.string(),
  tot: z.string().nullable(),
  versie: z.number(),
  openingen: z.array(
    z.object({ regime: z.string(), toelichting: z.string(), van: z.string(), tot: z.string().nullable() }),
  ),
  plekken: z.array(
    z.object({
      id: Id,
      naam: z.string(),
      productId: Id,
      product: z.string(),
      soort: z.string(),
      kamer: z.string().nullable(),
      personenMaximum: z.number(),
      kenmerken: z.array(z.string()),
      tijdelijkReden: z.string().nullable(),
      van: z.string(),
      tot: z.string().nullable(),
      versie: z.number(),
      /** One of the standen; `nog_niet` or `beeindigd` for a plek that is not there today. */
      stand: z.string(),
      verwachtVrijOp: z.string().nullable(),
    }),
  ),
  buitenGebruik: z.array(
    z.object({
      id: Id,
      plekId: Id,
      plek: z.string(),
      van: z.string(),
      tot: z.string().nullable(),
      reden: z.string(),
      toelichting: z.string().nullable(),
    }),
  ),
})
export type LocatieDetail = z.infer<typeof LocatieDetail>

export const getLocatie = endpoint({
  method: 'GET',
  path: '/locaties/:id',
  name: 'getLocatie',
  summary: 'Een locatie met haar plekken, openingstijden en plekken buiten gebruik',
  params: IdParam,
  response: LocatieDetail,
})
export const getLocatieadres = endpoint({
  method: 'GET',
  path: '/locaties/:id/adres',
  name: 'getLocatieadres',
  summary: 'Het adres van een locatie; het opvragen wordt vastgelegd',
  params: IdParam,
  response: z.object({ adres: z.string().nullable() }),
})
export const postLocatie = endpoint({
  method: 'POST',
  path: '/locaties',
  name: 'registerLocatie',
  summary: 'Een locatie bij een voorziening vastleggen',
  body: LocatieInvoer,
  response: Made,
})
export const putLocatie = endpoint({
  method: 'PUT',
  path: '/locaties/:id',
  name: 'changeLocatie',
  summary: 'Een locatie wijzigen; zonder adres blijft het adres zoals het is',
  params: IdParam,
  body: LocatieInvoer.extend({ adres: z.string().trim().max(300).nullable().optional(), versie: Versie }),
  response: Made,
})
export const postAdresverwijdering = endpoint({
  method: 'POST',
  path: '/locaties/:id/adresverwijdering',
  name: 'removeLocatieadres',
  summary: 'Het adres van een locatie weghalen; de rest blijft zoals het is',
  params: IdParam,
  body: z.object({ versie: Versie }),
  response: Made,
})
export const postBevestiging = endpoint({
  method: 'POST',
  path: '/locaties/:id/bevestigingen',
  name: 'confirmLocatie',
  summary: 'Bevestigen dat de stand van een locatie klopt',
  params: IdParam,
  body: z.object({}).optional(),
  response: z.object({ bevestigdOp: z.string() }),
})
export const postOpening = endpoint({
  method: 'POST',
  path: '/locaties/:id/openingen',
  name: 'changeOpening',
  summary: 'Dag- of nachtopening van een locatie vanaf een dag',
  params: IdParam,
  body: OpeningInvoer,
  response: z.object({}),
})
export const postPlekken = endpoint({
  method: 'POST',
  path: '/plekken',
  name: 'registerPlekken',
  summary: 'Een of meer gelijke plekken toevoegen aan een locatie',
  body: PlekInvoer.extend({
    /** More than one: the name gets a number behind it. */
    aantal: z.number({ error: 'Vul een aantal in.' }).int().min(1).max(100).default(1),
  }),
  response: z.object({ ids: z.array(Id) }),
})
export const putPlek = endpoint({
  method: 'PUT',
  path: '/plekken/:id',
  name: 'changePlek',
  summary: 'Een plek wijzigen',
  params: IdParam,
  body: PlekInvoer.extend({ versie: Versie }),
  response: Made,
})
export const postBuitenGebruik = endpoint({
  method: 'POST',
  path: '/plekken/:id/buiten-gebruik',
  name: 'takeOutOfUse',
  summary: 'Een plek buiten gebruik stellen, met reden en dagen',
  params: IdParam,
  body: BuitenGebruikInvoer,
  response: Made,
})
export const postWeerInGebruik = endpoint({
  method: 'POST',
  path: '/buiten-gebruik/:id/einde',
  name: 'takeIntoUse',
  summary: 'Een plek weer in gebruik nemen vanaf een dag',
  params: IdParam,
  /** Today when left out. */
  body: z.object({ tot: Datum.optional() }),
  response: Made,
})

const Keuze = z.object({ value: z.string(), label: z.string() })
export const listPlekkeuzes = endpoint({
  method: 'GET',
  path: '/plekkeuzes',
  name: 'listPlekkeuzes',
  summary:
    'Waaruit te kiezen valt bij plekken en verblijf: producten, gemeenten, organisaties, kenmerken en redenen',
  response: z.object({
    producten: z.array(Keuze.extend({ domein: z.string(), gezinnen: z.string() })),
    gemeenten: z.array(Keuze),
    organisaties: z.array(Keuze),
    locaties: z.array(Keuze.extend({ eigen: z.boolean() })),
    lijsten: z.record(z.string(), z.array(Keuze)),
  }),
})
