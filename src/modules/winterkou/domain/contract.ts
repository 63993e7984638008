import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst, Versie } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { periodeToestanden } from './toestanden.ts'

// Periods, beds, counts and costs: nothing here is about a person. Guests are in gast-api.ts.

export const winterSoorten = { winterkou: 'Winterkou', calamiteit: 'Calamiteit' } as const
const Soort = z.enum(Object.keys(winterSoorten) as [keyof typeof winterSoorten], {
  error: 'Kies winterkou of calamiteit.',
})
const Toestand = z.enum(Object.keys(periodeToestanden) as [keyof typeof periodeToestanden])
const aantal = z.number().int().min(0)
const optioneel = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: `Gebruik niet meer dan ${max} tekens.` })
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .default(null)
const Sorteer = z
  .string()
  .regex(/^-?\w{1,40}$/, { error: 'Sorteer op een kolom van deze lijst.' })
  .optional()
const Seizoen = z
  .string()
  .regex(/^20\d{2}-20\d{2}$/, { error: 'Kies een seizoen, bijvoorbeeld 2026-2027.' })
  .refine((seizoen) => Number(seizoen.slice(5)) === Number(seizoen.slice(0, 4)) + 1, {
    error: 'Een seizoen is één winter, bijvoorbeeld 2026-2027.',
  })

const BeperkteLocatie = z.object({
  locatieId: z.uuid({ error: 'Kies een locatie.' }),
  percentage: z
    .number({ error: 'Vul een percentage in.' })
    .int({ error: 'Vul een heel getal in.' })
    .min(0, { error: 'Vul 0 of meer in.' })
    .max(99, { error: 'Vul hooguit 99 in. Bij 100 % is er geen beperking.' }),
})

export const WinterperiodeInvoer = z.object({
  soort: Soort,
  van: Datum,
  reden: tekst('de reden', 500),
  temperatuur: z
    .number({ error: 'Vul een temperatuur in, bijvoorbeeld -4.' })
    .min(-40, { error: 'Vul een temperatuur boven -40 °C in.' })
    .max(40, { error: 'Vul een temperatuur onder 40 °C in.' })
    .nullable()
    .default(null),
  afwijkingReden: optioneel(500),
  beslotenDoor: tekst('wie besloot', 200),
  beslotenOp: Datum,
  /** Only for a calamiteit: where less people fit. */
  locaties: z.array(BeperkteLocatie).max(200).default([]),
})
export type WinterperiodeInvoer = z.output<typeof WinterperiodeInvoer>

export const EindeInvoer = z.object({
  versie: Versie,
  tot: Datum,
  reden: tekst('de reden', 500),
  beslotenDoor: tekst('wie besloot', 200),
  beslotenOp: Datum,
})
export type EindeInvoer = z.output<typeof EindeInvoer>

const Winterperiode = z.object({
  id: Id,
  soort: Soort,
  toestand: Toestand,
  van: z.string(),
  tot: z.string().nullable(),
  reden: z.string(),
  temperatuur: z.number().nullable(),
  afwijkingReden: z.string().nullable(),
  beslotenDoor: z.string(),
  beslotenOp: z.string(),
  eindeReden: z.string().nullable(),
  eindeBeslotenDoor: z.string().nullable(),
  kanEindigen: z.boolean(),
  locaties: z.array(z.object({ locatieId: Id, locatie: z.string(), percentage: aantal })),
  versie: z.number().int(),
})
export type Winterperiode = z.infer<typeof Winterperiode>

export const WinterLocatie = z.object({
  locatieId: Id,
  locatie: z.string(),
  aanbieder: z.string().nullable(),
  gemeente: z.string().nullable(),
  telefoon: z.string().nullable(),
  /** Beds of the plan, and what is left of them in a calamiteit. */
  gepland: aantal,
  percentage: aantal.nullable(),
  bedden: aantal,
  gasten: aantal,
  vrij: aantal,
  bijgezet: aantal,
})
export type WinterLocatie = z.infer<typeof WinterLocatie>

export const haalWinterkou = endpoint({
  method: 'GET',
  path: '/winterkou',
  name: 'getWinterkou',
  summary: 'Of winterkou of een calamiteit geldt, waarom, en hoeveel extra bedden er vannacht zijn',
  query: z.object({ nacht: Datum.optional() }),
  response: z.object({
    nacht: z.string(),
    /** The rule as it holds today. */
    regel: z.string(),
    drempel: z.number(),
    percentage: aantal,
    bewaardagen: aantal,
    perioden: z.array(Winterperiode),
    locaties: z.array(WinterLocatie),
  }),
})

export const listWinterperioden = endpoint({
  method: 'GET',
  path: '/winterperioden',
  name: 'listWinterperioden',
  summary: 'Perioden van winterkou en calamiteit, de nieuwste eerst, met wie besloot',
  query: z.object({ ...Paging.shape, formaat: z.string().optional() }),
  response: page(Winterperiode.omit({ kanEindigen: true, locaties: true })),
})

const Gedaan = z.object({ id: Id, versie: z.number().int() })

export const postWinterperiode = endpoint({
  method: 'POST',
  path: '/winterperioden',
  name: 'startWinterperiode',
  summary: 'Winterkou of een calamiteit aanzetten, met reden en besluit',
  body: WinterperiodeInvoer,
  response: Gedaan,
})

export const postEinde = endpoint({
  method: 'POST',
  path: '/winterperioden/:id/einde',
  name: 'endWinterperiode',
  summary: 'Een periode beëindigen of intrekken, met reden en besluit',
  params: IdParam,
  body: EindeInvoer,
  response: Gedaan,
})

export const CapaciteitInvoer = z.object({
  locatieId: z.uuid({ error: 'Kies een locatie.' }),
  bedden: z
    .number({ error: 'Vul een aantal bedden in.' })
    .int({ error: 'Vul een heel getal in.' })
    .min(0, { error: 'Vul 0 of meer in. Bij 0 doet de locatie niet meer mee.' })
    .max(500, { error: 'Vul hooguit 500 bedden in.' }),
  van: Datum,
})
export type CapaciteitInvoer = z.output<typeof CapaciteitInvoer>

const Capaciteit = z.object({
  id: Id,
  locatieId: Id,
  locatie: z.string(),
  aanbieder: z.string().nullable(),
  bedden: aantal,
  van: z.string(),
  tot: z.string().nullable(),
})

export const listWintercapaciteit = endpoint({
  method: 'GET',
  path: '/wintercapaciteit',
  name: 'listWintercapaciteit',
  summary: 'Plan: extra bedden per vaste uitwijklocatie, nu en later',
  query: z.object({ ...Paging.shape }),
  response: page(Capaciteit).extend({
    /** Where a plan can be made. */
    keuzes: z.array(z.object({ id: Id, naam: z.string() })),
  }),
})

export const postWintercapaciteit = endpoint({
  method: 'POST',
  path: '/wintercapaciteit',
  name: 'setWintercapaciteit',
  summary: 'Vastleggen hoeveel extra bedden een locatie heeft vanaf een dag',
  body: CapaciteitInvoer,
  response: z.object({ id: Id.nullable() }),
})

const Nacht = z.object({
  nacht: z.string(),
  locatieId: Id,
  locatie: z.string(),
  soort: Soort,
  bedden: aantal,
  gasten: aantal,
  anoniem: aantal,
  bekend: aantal,
  bijgezet: aantal,
})
export type Winternacht = z.infer<typeof Nacht>

export const listWinternachten = endpoint({
  method: 'GET',
  path: '/winternachten',
  name: 'listWinternachten',
  summary: 'Gasten en bedden per nacht en locatie, zonder personen',
  query: z.object({
    ...Paging.shape,
    seizoen: Seizoen.optional(),
    locatieId: Id.optional(),
    sorteer: Sorteer,
    formaat: z.string().optional(),
  }),
  response: page(Nacht).extend({
    seizoen: z.string(),
    seizoenen: z.array(z.string()),
    perNacht: z.array(z.object({ nacht: z.string(), gasten: aantal, bedden: aantal })),
  }),
})

export const listWinterseizoenen = endpoint({
  method: 'GET',
  path: '/winterseizoenen',
  name: 'listWinterseizoenen',
  summary: 'Per seizoen: nachten, gasten, drukste nacht en kosten',
  query: z.object({ ...Paging.shape, sorteer: Sorteer, formaat: z.string().optional() }),
  response: page(
    z.object({
      seizoen: z.string(),
      nachten: aantal,
      gasten: aantal,
      anoniem: aantal,
      bijgezet: aantal,
      drukste: aantal,
      kosten: z.number(),
    }),
  ).extend({
    /** Month in which a season begins, 1 to 12. */
    beginmaand: z.number().int(),
  }),
})

export const KostenInvoer = z.object({
  op: Datum,
  bedrag: z
    .number({ error: 'Vul een bedrag in, bijvoorbeeld 1250,50.' })
    .min(0.01, { error: 'Vul een bedrag van meer dan 0 euro in.' })
    .max(99_999_999, { error: 'Vul een lager bedrag in.' })
    .multipleOf(0.01, { error: 'Vul hooguit twee cijfers achter de komma in.' }),
  omschrijving: tekst('waarvoor het is', 200),
})
export type KostenInvoer = z.output<typeof KostenInvoer>

export const listWinterkosten = endpoint({
  method: 'GET',
  path: '/winterkosten',
  name: 'listWinterkosten',
  summary: 'Kosten van winterkou en calamiteit in een seizoen, met het totaal',
  query: z.object({
    ...Paging.shape,
    seizoen: Seizoen.optional(),
    sorteer: Sorteer,
    formaat: z.string().optional(),
  }),
  response: page(
    z.object({
      id: Id,
      op: z.string(),
      bedrag: z.number(),
      omschrijving: z.string(),
      door: z.string().nullable(),
    }),
  ).extend({ seizoen: z.string(), totaal: z.number() }),
})

export const postWinterkosten = endpoint({
  method: 'POST',
  path: '/winterkosten',
  name: 'registerWinterkosten',
  summary: 'Kosten vastleggen',
  body: KostenInvoer,
  response: z.object({ id: Id }),
})

export const postIntrekking = endpoint({
  method: 'POST',
  path: '/winterkosten/:id/intrekking',
  name: 'withdrawWinterkosten',
  summary: 'Een verkeerde regel met kosten intrekken, met reden',
  params: IdParam,
  body: z.object({ reden: tekst('de reden', 200) }),
  response: z.object({ id: Id }),
})
