import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst, Versie } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { Opdracht } from './berekening.ts'
import { Maatregel, MaatregelInvoer, MaatregelWijziging } from './maatregel.ts'

const Gedaan = z.object({ id: Id, versie: z.number().int() })
const Sorteer = z
  .string()
  .regex(/^-?\w{1,40}$/, { error: 'Sorteer op een kolom van deze lijst.' })
  .optional()
const toelichting = z
  .string()
  .trim()
  .max(2000, { error: 'Gebruik hooguit 2.000 tekens.' })
  .transform((text) => text || null)
  .nullable()
  .default(null)

const Rij = z.object({
  id: Id,
  naam: z.string(),
  toelichting: z.string().nullable(),
  peildatum: Datum,
  maatregelen: z.number().int(),
  isGedeeld: z.boolean(),
  vanMij: z.boolean(),
  indicator: z.string().nullable(),
  gemaaktDoor: z.string(),
  gewijzigdOp: z.string(),
  stand: z.enum(['nieuw', 'bezig', 'klaar', 'gestopt', 'mislukt']),
})
export type Scenariorij = z.infer<typeof Rij>

export const listScenarios = endpoint({
  method: 'GET',
  path: '/prognose/scenarios',
  name: 'listScenarios',
  summary: 'Scenario’s: de eigen, en wat anderen deelden',
  query: Paging.extend({
    sorteer: Sorteer,
    indicator: z
      .string()
      .regex(/^[a-z0-9_]{1,80}$/, { error: 'Deze indicator bestaat niet.' })
      .optional(),
  }),
  response: page(Rij),
})

export const postScenario = endpoint({
  method: 'POST',
  path: '/prognose/scenarios',
  name: 'postScenario',
  summary: 'Een scenario beginnen op de keten zoals die vandaag is; dat uitgangspunt verandert niet meer',
  body: z.object({
    naam: tekst('een naam', 120),
    toelichting,
    jaren: z
      .number({ error: 'Kies hoeveel jaar vooruit.' })
      .int()
      .min(1, { error: 'Kies 1 jaar of meer.' })
      .max(10, { error: 'Kies hooguit 10 jaar.' }),
    indicator: z
      .string()
      .regex(/^[a-z0-9_]{1,80}$/, { error: 'Deze indicator bestaat niet.' })
      .nullable()
      .default(null),
  }),
  response: Gedaan,
})

const Product = z.object({ id: Id, naam: z.string(), domein: z.string(), inKeten: z.boolean() })

export const Scenario = Rij.extend({
  versie: z.number().int(),
  jaren: z.number().int(),
  /** From the first day of the month after the peildatum. */
  van: Datum,
  tot: Datum,
  controlegetal: z.string(),
  maatregelen: z.array(Maatregel),
  aannames: z.array(z.string()),
  fouten: z.array(z.object({ maatregel: z.string(), veld: z.string(), bericht: z.string() })),
  weggelaten: z.array(z.object({ van: z.string(), naar: z.string() })),
  producten: z.array(Product),
  gemeenten: z.array(z.object({ code: z.string(), naam: z.string() })),
  kopieVan: z.object({ id: Id, naam: z.string() }).nullable(),
  /** Newest first. */
  berekeningen: z.array(
    z.object({
      id: Id,
      soort: z.enum(['vergelijking', 'gevoeligheid', 'doel']),
      stand: z.enum(['bezig', 'klaar', 'gestopt', 'mislukt']),
      gemaaktOp: z.string(),
      gemaaktDoor: z.string(),
      /** Whether the measures are still as they were then. */
      isActueel: z.boolean(),
    }),
  ),
})
export type Scenario = z.infer<typeof Scenario>

export const getScenario = endpoint({
  method: 'GET',
  path: '/prognose/scenarios/:id',
  name: 'getScenario',
  summary: 'Eén scenario met zijn maatregelen en wat ermee is doorgerekend',
  params: IdParam,
  response: Scenario,
})

export const putScenario = endpoint({
  method: 'PUT',
  path: '/prognose/scenarios/:id',
  name: 'putScenario',
  summary: 'Naam en toelichting van een scenario wijzigen, en of anderen het zien',
  params: IdParam,
  body: z.object({
    versie: Versie,
    naam: tekst('een naam', 120),
    toelichting,
    isGedeeld: z.boolean({ error: 'Kies of anderen het scenario zien.' }),
  }),
  response: Gedaan,
})

export const deleteScenario = endpoint({
  method: 'POST',
  path: '/prognose/scenarios/:id/verwijdering',
  name: 'deleteScenario',
  summary: 'Een scenario wegdoen',
  params: IdParam,
  body: z.object({ versie: Versie }),
  response: Gedaan,
})

export const postKopie = endpoint({
  method: 'POST',
  path: '/prognose/scenarios/:id/kopie',
  name: 'postScenariokopie',
  summary: 'Een scenario kopiëren: op hetzelfde uitgangspunt, of op de keten zoals die vandaag is',
  params: IdParam,
  body: z.object({
    naam: tekst('een naam', 120),
    opVandaag: z.boolean({ error: 'Kies waarvan de kopie uitgaat.' }),
  }),
  response: Gedaan,
})

export const postMaatregel = endpoint({
  method: 'POST',
  path: '/prognose/scenarios/:id/maatregelen',
  name: 'postMaatregel',
  summary: 'Een maatregel toevoegen aan een scenario',
  params: IdParam,
  body: MaatregelInvoer,
  response: Gedaan,
})

export const putMaatregel = endpoint({
  method: 'PUT',
  path: '/prognose/maatregelen/:id',
  name: 'putMaatregel',
  summary: 'Een maatregel van een scenario wijzigen',
  params: IdParam,
  body: MaatregelWijziging,
  response: Gedaan,
})

export const deleteMaatregel = endpoint({
  method: 'POST',
  path: '/prognose/maatregelen/:id/verwijdering',
  name: 'deleteMaatregel',
  summary: 'Een maatregel uit een scenario halen',
  params: IdParam,
  response: Gedaan,
})

export const postBerekening = endpoint({
  method: 'POST',
  path: '/prognose/scenarios/:id/berekeningen',
  name: 'postBerekening',
  summary: 'Een scenario laten doorrekenen, of vragen wat het meest telt of hoeveel plekken er nodig zijn',
  params: IdParam,
  body: Opdracht,
  response: z.object({ id: Id }),
})

const Cijfer = z.object({ gemiddeld: z.number(), laag: z.number(), hoog: z.number() })
const nooitLeeg = {
  maat: z.string(),
  product: z.string().nullable(),
  gemeente: z.string().nullable(),
  naam: z.string(),
}
const Wachtdagen = z.array(z.number().int().nullable()).length(2)

export const Uitkomstvorm = z.discriminatedUnion('soort', [
  z.object({
    soort: z.literal('vergelijking'),
    herhalingen: z.number().int(),
    maanden: z.array(Datum),
    jaren: z.array(z.object({ jaar: z.number().int(), van: Datum, tot: Datum })),
    reeksen: z.array(z.object({ ...nooitLeeg, basis: z.array(Cijfer), met: z.array(Cijfer) })),
    cijfers: z.array(
      z.object({ ...nooitLeeg, jaar: z.number().int(), basis: Cijfer, met: Cijfer, verschil: Cijfer }),
    ),
    wachtdagen: z.array(
      z.object({ naam: z.string(), gemeente: z.string().nullable(), basis: Wachtdagen, met: Wachtdagen }),
    ),
    kosten: z.object({
      perJaar: z.array(z.object({ jaar: z.number().int(), bedrag: z.number().nullable() })),
      maatregelen: z.array(
        z.object({ maatregel: z.string(), bedrag: z.number().nullable(), uitleg: z.string() }),
      ),
      totaal: z.number().nullable(),
      minderWachtdagen: Cijfer,
      perWachtdag: Cijfer.nullable(),
    }),
    zekerheid: z.array(z.string()),
  }),
  z.object({
    soort: z.literal('gevoeligheid'),
    rijen: z.array(
      z.object({
        parameter: z.string(),
        naam: z.string(),
        bijLaag: Cijfer,
        bijHoog: Cijfer,
        effectLaag: Cijfer,
        effectHoog: Cijfer,
      }),
    ),
    basis: Cijfer,
    effect: Cijfer,
  }),
  z.object({
    soort: z.literal('doel'),
    plekken: z.number().int().nullable(),
    meeste: z.number().int(),
    pogingen: z.array(z.object({ plekken: z.number().int(), dagen: z.number().int().nullable() })),
  }),
])
export type Uitkomstvorm = z.infer<typeof Uitkomstvorm>

export const Berekening = z.object({
  id: Id,
  scenarioId: Id,
  scenario: z.string(),
  opdracht: Opdracht,
  /** The product of a goal. */
  productNaam: z.string().nullable(),
  stand: z.enum(['bezig', 'klaar', 'gestopt', 'mislukt']),
  fout: z.string().nullable(),
  gemaaktOp: z.string(),
  gemaaktDoor: z.string(),
  klaarOp: z.string().nullable(),
  peildatum: Datum,
  controlegetal: z.string(),
  maatregelen: z.array(Maatregel),
  voortgang: z.object({
    /** 0 to 1. */
    deel: z.number(),
    herhalingen: z.number().int(),
    totaal: z.number().int(),
    /** Seconds; null when it can not be said yet. */
    nogSeconden: z.number().int().nullable(),
  }),
  /** While it runs: what the first replications say. */
  isVoorlopig: z.boolean(),
  uitkomst: Uitkomstvorm.nullable(),
})
export type Berekening = z.infer<typeof Berekening>

export const getBerekening = endpoint({
  method: 'GET',
  path: '/prognose/berekeningen/:id',
  name: 'getBerekening',
  summary: 'Hoe ver een berekening is, en wat eruit kwam',
  params: IdParam,
  response: Berekening,
})

const notabestanden = ['pdf', 'odt', 'docx'] as const
export type Notabestand = (typeof notabestanden)[number]

export const getScenarionota = endpoint({
  method: 'GET',
  path: '/prognose/berekeningen/:id/nota',
  name: 'getScenarionota',
  summary: 'Wat een scenario doet, als nota van twee bladzijden: PDF, ODT of DOCX',
  params: IdParam,
  query: z.object({
    soort: z.enum(notabestanden, { error: 'Kies pdf, odt of docx.' }).default('pdf'),
  }),
  response: z.object({
    titel: z.string(),
    mime: z.string(),
    bestandsnaam: z.string(),
    /** base64 */
    inhoud: z.string(),
  }),
})

export const Gebeurdreeks = z.object({
  ...nooitLeeg,
  basis: z.array(Cijfer),
  met: z.array(Cijfer),
  /** Null: too few people to tell. */
  gebeurd: z.array(z.number().nullable()),
})
export type Gebeurdreeks = z.infer<typeof Gebeurdreeks>

export const getGebeurd = endpoint({
  method: 'GET',
  path: '/prognose/berekeningen/:id/gebeurd',
  name: 'getPrognosegebeurd',
  summary: 'Wat er gebeurde in de maanden die sinds een berekening voorbij zijn, naast wat was voorspeld',
  params: IdParam,
  response: z.object({
    /** Day of what is known. */
    bekendOp: Datum,
    maanden: z.array(Datum),
    kleinsteGetal: z.number().int(),
    zinnen: z.array(z.string()),
    reeksen: z.array(Gebeurdreeks),
  }),
})

export const stopBerekening = endpoint({
  method: 'POST',
  path: '/prognose/berekeningen/:id/stop',
  name: 'stopBerekening',
  summary: 'Een berekening laten ophouden',
  params: IdParam,
  response: z.object({ id: Id }),
})

export const Cijferrij = z.object({
  volgorde: z.number().int(),
  naam: z.string(),
  wat: z.string(),
  jaar: z.string(),
  zonder: z.number(),
  zonderLaag: z.number(),
  zonderHoog: z.number(),
  met: z.number(),
  metLaag: z.number(),
  metHoog: z.number(),
  verschil: z.number(),
  verschilLaag: z.number(),
  verschilHoog: z.number(),
})
export type Cijferrij = z.infer<typeof Cijferrij>

export const listCijfers = endpoint({
  method: 'GET',
  path: '/prognose/berekeningen/:id/cijfers',
  name: 'listPrognosecijfers',
  summary: 'Alle cijfers van een berekening per jaar, om mee te nemen',
  params: IdParam,
  query: Paging.extend({
    sorteer: Sorteer,
    maat: z
      .string()
      .regex(/^[a-z_]{1,40}$/, { error: 'Kies een maat uit de lijst.' })
      .optional(),
  }),
  response: page(Cijferrij),
})
