import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst, Versie } from '../../../shared/endpoint.ts'
import { Bron } from './gedateerd.ts'
import { Domein } from './soorten.ts'

export const organisatieSoorten = {
  gemeente: 'Gemeente',
  toegang: 'Toegang (loket of wijkteam)',
  aanbieder: 'Aanbieder van opvang of wonen',
  corporatie: 'Woningcorporatie',
  uitvoeringsorganisatie: 'Uitvoeringsorganisatie',
  veilig_thuis: 'Veilig Thuis',
  zorgkantoor: 'Zorgkantoor',
  welzijn: 'Welzijn',
  overig: 'Anders',
} as const
export const taken = {
  lokale_toegang: 'Lokale toegang',
  regionale_toegang: 'Regionale toegang',
  beschikken: 'Beschikkingen nemen',
  wachtlijst: 'Wachtlijst bijhouden',
  aanbieden: 'Plekken aanbieden',
  vo_coordinatie: 'Coördinatie vrouwenopvang',
  urgentie: 'Urgentie',
  nazorg: 'Nazorg',
  coordinatie: 'Coördinatie van de keten',
} as const
type Keys<T> = [keyof T & string, ...(keyof T & string)[]]
export const OrganisatieSoort = z.enum(Object.keys(organisatieSoorten) as Keys<typeof organisatieSoorten>, {
  error: 'Kies een soort.',
})
export const Taak = z.enum(Object.keys(taken) as Keys<typeof taken>)

const optioneel = (max: number) => z.string().trim().max(max).nullable().default(null)

export const OrganisatieGegevens = z.object({
  naam: tekst('de naam'),
  soort: OrganisatieSoort,
  taken: z.array(Taak).default([]),
  gemeenteCode: z
    .string()
    .regex(/^GM\d{4}$/)
    .nullable()
    .default(null),
  telefoon: optioneel(50),
  openingstijden: optioneel(500),
  agbCode: z
    .string()
    .regex(/^\d{8}$/, { error: 'Een AGB-code heeft 8 cijfers.' })
    .nullable()
    .default(null),
  kvkNummer: z
    .string()
    .regex(/^\d{8}$/, { error: 'Een KvK-nummer heeft 8 cijfers.' })
    .nullable()
    .default(null),
  bron: Bron,
})

export const Organisatie = OrganisatieGegevens.extend({
  id: z.uuid(),
  gemeente: z.string().nullable(),
  van: Datum,
  tot: Datum.nullable(),
  versie: Versie,
  gebruikers: z.number().int(),
})

const Gemaakt = z.object({ id: z.uuid() })
const Nieuw = z.object({ versie: Versie })
const sorteer = z.string().optional()

export const listOrganisaties = endpoint({
  method: 'GET',
  path: '/organisaties',
  name: 'listOrganisaties',
  summary: 'Organisaties in de keten van de regio',
  query: Paging.extend({
    zoek: z.string().trim().max(100).optional(),
    soort: OrganisatieSoort.optional(),
    stand: z.enum(['actief', 'beeindigd']).optional(),
    sorteer,
    formaat: z.string().optional(),
  }),
  response: page(Organisatie),
})
export const getOrganisatie = endpoint({
  method: 'GET',
  path: '/organisaties/:id',
  name: 'getOrganisatie',
  summary: 'Eén organisatie',
  params: IdParam,
  response: Organisatie,
})
export const registerOrganisatieEndpoint = endpoint({
  method: 'POST',
  path: '/organisaties',
  name: 'registerOrganisatie',
  summary: 'Leg een organisatie vast',
  body: OrganisatieGegevens.extend({ van: Datum }),
  response: Gemaakt,
})
export const changeOrganisatieEndpoint = endpoint({
  method: 'PUT',
  path: '/organisaties/:id',
  name: 'changeOrganisatie',
  summary: 'Wijzig een organisatie',
  params: IdParam,
  body: OrganisatieGegevens.extend({ versie: Versie }),
  response: Nieuw,
})
export const endOrganisatieEndpoint = endpoint({
  method: 'POST',
  path: '/organisaties/:id/beeindiging',
  name: 'endOrganisatie',
  summary: 'Een organisatie doet vanaf een dag niet meer mee',
  params: IdParam,
  body: z.object({ tot: Datum, versie: Versie }),
  response: Nieuw,
  status: 200,
})

export const ProductGegevens = z.object({
  code: tekst('een code', 30).regex(/^[A-Za-z0-9_-]+$/, {
    error: 'Gebruik voor de code alleen letters, cijfers, - en _.',
  }),
  naam: tekst('de naam'),
  domein: Domein,
  omschrijving: z.string().trim().max(1000).default(''),
  nachtregistratie: z.boolean().default(false),
  gezinnen: z.enum(['ja', 'nee', 'alleen']).default('ja'),
  toegang: z.enum(['besluit', 'beschikking', 'direct']).default('besluit'),
  bron: Bron,
})
export const Product = ProductGegevens.extend({
  id: z.uuid(),
  van: Datum,
  tot: Datum.nullable(),
  versie: Versie,
})
export const listProducten = endpoint({
  method: 'GET',
  path: '/producten',
  name: 'listProducten',
  summary: 'Producten van de regio',
  response: z.object({ producten: z.array(Product) }),
})
export const registerProductEndpoint = endpoint({
  method: 'POST',
  path: '/producten',
  name: 'registerProduct',
  summary: 'Leg een product vast',
  body: ProductGegevens.extend({ van: Datum }),
  response: Gemaakt,
})
export const changeProductEndpoint = endpoint({
  method: 'PUT',
  path: '/producten/:id',
  name: 'changeProduct',
  summary: 'Wijzig een product; code en domein blijven zoals ze zijn',
  params: IdParam,
  body: ProductGegevens.omit({ code: true, domein: true }).extend({ versie: Versie }),
  response: Nieuw,
})
export const endProductEndpoint = endpoint({
  method: 'POST',
  path: '/producten/:id/beeindiging',
  name: 'endProduct',
  summary: 'Een product wordt vanaf een dag niet meer gegeven; wie er verblijft, blijft',
  params: IdParam,
  body: z.object({ tot: Datum, versie: Versie }),
  response: Nieuw,
  status: 200,
})

export const listRollen = endpoint({
  method: 'GET',
  path: '/rollen',
  name: 'listRollen',
  summary: 'Rollen en alle rechten die een rol kan hebben',
  response: z.object({
    rollen: z.array(z.object({ code: z.string(), naam: z.string(), omschrijving: z.string() })),
    permissies: z.array(z.object({ code: z.string(), naam: z.string() })),
  }),
})

export const listBronconflicten = endpoint({
  method: 'GET',
  path: '/bronconflicten',
  name: 'listBronconflicten',
  summary: 'Waar twee bronnen elkaar tegenspreken, met beide waarden',
  response: z.object({
    conflicten: z.array(
      z.object({
        id: z.uuid(),
        onderwerp: z.string(),
        waardeA: z.string(),
        bronA: z.string(),
        waardeB: z.string(),
        bronB: z.string(),
        gebruikt: z.string(),
        toelichting: z.string(),
      }),
    ),
  }),
})

export const getBeheeroverzicht = endpoint({
  method: 'GET',
  path: '/beheeroverzicht',
  name: 'getBeheeroverzicht',
  summary: 'Aantallen voor de voorpagina van beheer, en wat er binnenkort verandert',
  response: z.object({
    regio: z.object({ code: z.string(), naam: z.string() }),
    aantallen: z.record(z.string(), z.number().int()),
    gepland: z.array(z.object({ wat: z.string(), onderdeel: z.string(), op: Datum, begint: z.boolean() })),
  }),
})

export const listGemeenten = endpoint({
  method: 'GET',
  path: '/gemeenten',
  name: 'listGemeenten',
  summary: 'Alle gemeenten van Nederland met CBS-code',
  query: z.object({ zoek: z.string().trim().max(100).optional() }),
  response: z.object({ gemeenten: z.array(z.object({ code: z.string(), naam: z.string() })) }),
})

/** Tables whose changes can be looked back, with their words on screen. */
export const configuratieTabellen = {
  regio: 'Regio',
  regio_gemeente: 'Gemeenten',
  organisatie: 'Organisaties',
  gebruiker: 'Gebruikers',
  gebruiker_rol: 'Rollen van gebruikers',
  rol_permissie: 'Rechten van rollen',
  mandaat: 'Mandaten',
  product: 'Producten',
  product_regel: 'Langste verblijf',
  termijn: 'Termijnen',
  prioriteitsregel: 'Volgorderegels',
  criteria: 'Toelatingscriteria',
  keuze: 'Keuzelijsten',
  fase: 'Fasen',
  product_overgang: 'Toegestane stappen',
  streefaantal: 'Streefaantallen',
  woningafspraak: 'Woningafspraken',
  escalatieniveau: 'Escalatieniveaus',
  ethos_regel: 'Regels van ETHOS Light',
  instelling: 'Instellingen',
} as const

/** What changed in one table of configuration: who, when, from what to what. */
export const listWijzigingen = endpoint({
  method: 'GET',
  path: '/configuratiewijzigingen',
  name: 'listConfiguratiewijzigingen',
  summary: 'Wie welke instelling wanneer wijzigde, van wat naar wat',
  query: Paging.extend({
    tabel: z.enum(Object.keys(configuratieTabellen) as Keys<typeof configuratieTabellen>).optional(),
  }),
  response: page(
    z.object({
      id: z.uuid(),
      soort: z.string(),
      sleutel: z.record(z.string(), z.unknown()),
      vanaf: Datum,
      reden: z.string().nullable(),
      wijzigingen: z.array(z.object({ veld: z.string(), oud: z.string(), nieuw: z.string() })),
      /** The same in one line, as it is recorded: for the export. */
      verschil: z.string(),
      door: z.string(),
      op: z.string(),
    }),
  ),
})
