import { z } from 'zod'
import { Datum, endpoint, Paging, page } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'

// Capacity without persons: board, calendar, rates, expected and free places, spread.

const aantal = z.number().int().min(0)
const Code = z.string().max(60)
const Sorteer = z
  .string()
  .regex(/^-?\w{1,40}$/, { error: 'Sorteer op een kolom van deze lijst.' })
  .optional()

export const Telling = z.object({
  totaal: aantal,
  vrij: aantal,
  vastgehouden: aantal,
  bezet: aantal,
  geblokkeerd: aantal,
  buitenGebruik: aantal,
  overboekt: aantal,
  verwachtVrij: aantal,
})

const Filters = z.object({
  productId: Id.optional(),
  gemeenteCode: Code.optional(),
  domein: Code.optional(),
  locatieId: Id.optional(),
  /** A kenmerk that the plek must have. */
  kenmerk: Code.optional(),
  /** People who must fit in one plek. */
  personen: z.coerce.number().int().min(1).max(30).default(1),
})
export type BordFilters = z.output<typeof Filters>

const Plaats = z.object({
  locatieId: Id,
  locatie: z.string(),
  productId: Id,
  product: z.string(),
  domein: z.string(),
  gemeenteCode: z.string().nullable(),
  gemeente: z.string(),
  bereik: z.string(),
})

const BordRij = Plaats.extend({
  voorziening: z.string(),
  aanbieder: z.string().nullable(),
  telefoon: z.string().nullable(),
  kenmerken: z.array(z.string()),
  regime: z.string().nullable(),
  isGeheim: z.boolean(),
  isExtern: z.boolean(),
  tijdelijk: aantal,
  ...Telling.shape,
  /** Free plekken that fit the filter of kenmerk and personen; what can still be promised. */
  passend: aantal,
  bevestigdOp: z.string().nullable(),
  bevestigdDoor: z.string().nullable(),
  /** Nobody confirmed within the term of the region (`locatie_verouderd`). */
  verouderd: z.boolean(),
  magBevestigen: z.boolean(),
  /** A calamiteit closes a part: how much can be used, how many plekken are out of use for it, since when and why. */
  beperking: z.object({ percentage: aantal, dicht: aantal, reden: z.string(), van: z.string() }).nullable(),
})
export type BordRij = z.infer<typeof BordRij>

/** Extra beds of winterkou or a calamiteit: not plekken, so not in the totals of the board. */
const ExtraBedden = z.object({
  locatieId: Id,
  locatie: z.string(),
  telefoon: z.string().nullable(),
  soort: z.enum(['winterkou', 'calamiteit']),
  bedden: aantal,
  vrij: aantal,
})
export type ExtraBedden = z.infer<typeof ExtraBedden>

export const listPlekkenbord = endpoint({
  method: 'GET',
  path: '/plekkenbord',
  name: 'listPlekkenbord',
  summary: 'Vrije, vastgehouden, bezette en geblokkeerde plekken op een dag, per locatie en product',
  query: Filters.extend({
    ...Paging.shape,
    op: Datum.optional(),
    alleenVrij: z.enum(['ja']).optional(),
    formaat: z.string().optional(),
  }),
  response: page(BordRij).extend({
    op: z.string(),
    geteldOp: z.string(),
    totalen: Telling,
    extra: z.array(ExtraBedden),
  }),
})

export const listPlekkenkalender = endpoint({
  method: 'GET',
  path: '/plekkenkalender',
  name: 'listPlekkenkalender',
  summary:
    'De komende weken per locatie en product: hoeveel plekken vrij, vastgehouden of bezet zijn per dag',
  query: Filters.extend({
    ...Paging.shape,
    van: Datum.optional(),
    weken: z.coerce.number().int().min(1).max(12).default(4),
  }),
  response: z.object({
    /** Locaties with a plek in these weeks; a page holds all rows of its locaties. */
    count: aantal,
    dagen: z.array(z.string()),
    rijen: z.array(Plaats.extend({ dagen: z.array(Telling.extend({ passend: aantal })) })),
  }),
})

const Graad = z.number().nullable()
export const listBezettingsgraden = endpoint({
  method: 'GET',
  path: '/bezettingsgraden',
  name: 'listBezettingsgraden',
  summary: 'Drie bezettingsgraden op een dag, elk met zijn noemer',
  query: z.object({
    op: Datum.optional(),
    per: z
      .enum(['regio', 'gemeente', 'product', 'domein', 'locatie', 'bereik', 'kenmerk'])
      .default('product'),
  }),
  response: z.object({
    op: z.string(),
    uitleg: z.array(z.object({ code: z.string(), naam: z.string(), teller: z.string(), noemer: z.string() })),
    rijen: z.array(
      z.object({ groep: z.string(), ...Telling.shape, bruto: Graad, netto: Graad, zonderGeblokkeerd: Graad }),
    ),
  }),
})

export const listVerwachtePlekken = endpoint({
  method: 'GET',
  path: '/verwachte-plekken',
  name: 'listVerwachtePlekken',
  summary: 'Plekken die naar verwachting vrijkomen, met de dag; zonder personen',
  query: z.object({ ...Paging.shape, tot: Datum.optional(), formaat: z.string().optional() }),
  response: page(
    Plaats.extend({
      plekId: Id,
      plek: z.string(),
      verwachtOp: z.string(),
      isGeblokkeerd: z.boolean(),
      teLaat: z.boolean(),
    }),
  ),
})

export const listVrijePlekken = endpoint({
  method: 'GET',
  path: '/vrije-plekken',
  name: 'listVrijePlekken',
  summary: 'Vrije plekken voor een vraag, met waarom een plek wel of niet past',
  query: z.object({
    productId: Id.optional(),
    locatieId: Id.optional(),
    vanaf: Datum,
    personen: z.coerce.number().int().min(1).max(30).default(1),
    /** Codes with a comma between them. */
    kenmerken: z.string().max(500).default(''),
    zonderVoorstelId: Id.optional(),
  }),
  response: z.object({
    plekken: z.array(
      z.object({
        id: Id,
        naam: z.string(),
        soort: z.string(),
        locatieId: Id,
        locatie: z.string(),
        productId: Id,
        product: z.string(),
        personenMaximum: z.number(),
        kenmerken: z.array(z.string()),
        past: z.boolean(),
        redenen: z.array(z.string()),
      }),
    ),
  }),
})

const SpreidingRij = z.object({
  gemeenteCode: z.string().nullable(),
  gemeente: z.string(),
  /** Null when counted per gemeente, and for plekken of which the wijk is not known. */
  wijk: z.string().nullable(),
  plekken: aantal,
  lokaal: aantal,
  regionaal: aantal,
  inwoners: z.number().nullable(),
  /** Plekken per 1.000 inwoners; null when the number of inwoners is not known. */
  per1000: z.number().nullable(),
})
export type SpreidingRij = z.infer<typeof SpreidingRij>

export const listSpreiding = endpoint({
  method: 'GET',
  path: '/plekkenspreiding',
  name: 'listSpreiding',
  summary: 'Plekken per gemeente of wijk, en per 1.000 inwoners als het aantal inwoners bekend is',
  query: z.object({
    ...Paging.shape,
    op: Datum.optional(),
    domein: Code.optional(),
    per: z.enum(['gemeente', 'wijk']).default('gemeente'),
    sorteer: Sorteer,
    formaat: z.string().optional(),
  }),
  response: page(SpreidingRij).extend({ op: z.string() }),
})

const DoelRij = z.object({
  productId: Id,
  product: z.string(),
  /** How many there must be in all. */
  doel: aantal,
  /** Plekken that were there when the target was set; null when the target is the whole number. */
  uitgangspunt: aantal.nullable(),
  gerealiseerd: aantal,
  buitenGebruik: aantal,
  /** Realised minus target: negative when plekken are still missing. */
  verschil: z.number().int(),
  vanaf: z.string(),
  bron: z.string().nullable(),
})
export type DoelRij = z.infer<typeof DoelRij>

export const listPlekdoelen = endpoint({
  method: 'GET',
  path: '/plekdoelen',
  name: 'listPlekdoelen',
  summary: 'Hoeveel plekken de regio van een product wil, hoeveel er zijn, en het verschil',
  query: z.object({
    ...Paging.shape,
    op: Datum.optional(),
    sorteer: Sorteer,
    formaat: z.string().optional(),
  }),
  response: page(DoelRij).extend({ op: z.string() }),
})
