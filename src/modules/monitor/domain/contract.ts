import { z } from 'zod'
import { Datum, endpoint, Paging, page } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { reisstapCodes } from '../../traject/domain/reis.ts'
import { Richtingrij, VoorrangPer, Voorrangrij } from '../../wachtlijst/domain/overzicht-contract.ts'

/** A count; null when the small-cell rule hides it. */
const Aantal = z.number().int().nullable()
/** Days; null when there is nothing to count from or when hidden. */
const Dagen = z.number().int().nullable()
/** A share of 0 to 100; null when there is nothing to divide by. */
const Procent = z.number().nullable()

const Groep = { groep: z.string().nullable(), naam: z.string(), afgeschermd: z.boolean() }
const Maand = { maand: Datum, afgeschermd: z.boolean() }

const OpDag = Paging.extend({
  op: Datum.optional(),
  sorteer: z
    .string()
    .regex(/^-?\w{1,40}$/, { error: 'Sorteer op een kolom van deze lijst.' })
    .optional(),
})
const PerGroep = OpDag.extend({ per: z.enum(['product', 'gemeente']).default('product') })

/** Every answer tells what it counts, of when, and from where. */
function cijfers<T extends z.ZodType>(item: T) {
  return page(item).extend({
    definitie: z.object({ naam: z.string(), tekst: z.string(), versie: z.number().int(), bron: z.string() }),
    /** First day that counts; null for a figure of one day. */
    van: Datum.nullable(),
    peildatum: Datum,
    /** Below this a count is hidden from who may not open the cases; null when the rule does not apply. */
    kleinsteGetal: z.number().int().nullable(),
  })
}

const metTotaal = <T extends z.ZodType>(item: T) => cijfers(item).extend({ totaal: item.nullable() })

export const Verblijfcijfer = z.object({
  ...Groep,
  verblijven: Aantal,
  personen: Aantal,
  teLang: Aantal,
  teLangZonderReden: Aantal,
  uitstroomgereed: Aantal,
})
export type Verblijfcijfer = z.infer<typeof Verblijfcijfer>

export const Plekcijfer = z.object({
  ...Groep,
  totaal: z.number().int(),
  vrij: z.number().int(),
  vastgehouden: z.number().int(),
  bezet: z.number().int(),
  geblokkeerd: z.number().int(),
  buitenGebruik: z.number().int(),
  overboekt: z.number().int(),
  bruto: Procent,
  netto: Procent,
  zonderGeblokkeerd: Procent,
})
export type Plekcijfer = z.infer<typeof Plekcijfer>

export const Wachtcijfer = z.object({
  ...Groep,
  dossiers: Aantal,
  registraties: Aantal,
  personen: Aantal,
  plaatsbaar: Aantal,
  voorgesteld: Aantal,
  gestart: Aantal,
  sindsMelding: Dagen,
  sindsBesluit: Dagen,
  sindsPlaatsbaar: Dagen,
  sindsVoorstel: Dagen,
  besluitTotStart: Dagen,
})
export type Wachtcijfer = z.infer<typeof Wachtcijfer>

export const Beschikkingcijfer = z.object({ ...Groep, beschikkingen: Aantal, clienten: Aantal })
export type Beschikkingcijfer = z.infer<typeof Beschikkingcijfer>

export const Meldingcijfer = z.object({
  ...Maand,
  meldingen: Aantal,
  toegelaten: Aantal,
  geweigerd: Aantal,
  doorverwezen: Aantal,
  alleenHuisvestingsvraag: Aantal,
  ingetrokken: Aantal,
})
export type Meldingcijfer = z.infer<typeof Meldingcijfer>

export const Weigercijfer = z.object({
  /** Null for the whole period. */
  maand: Datum.nullable(),
  /** Only when counted per gemeente: where the melding was made. */
  gemeente: z.string().nullable(),
  zijde: z.enum(['toegang', 'persoon']),
  reden: z.string(),
  aantal: Aantal,
  afgeschermd: z.boolean(),
})
export type Weigercijfer = z.infer<typeof Weigercijfer>

export const EuRoutecijfer = z.object({
  /** Month of the triage; null for the whole period. */
  maand: Datum.nullable(),
  stand: z.string(),
  uitkomst: z.string(),
  aantal: Aantal,
  afgeschermd: z.boolean(),
})
export type EuRoutecijfer = z.infer<typeof EuRoutecijfer>

export const Terugkeercijfer = z.object({
  soort: z.string(),
  /** 1, 2, or 3 for three times and more. */
  keren: z.number().int(),
  aantal: Aantal,
  afgeschermd: z.boolean(),
})
export type Terugkeercijfer = z.infer<typeof Terugkeercijfer>

export const Stroomcijfer = z.object({
  ...Maand,
  begin: Aantal,
  erbij: Aantal,
  /** Part of erbij: moved or moved on within the chain. */
  vanAnderePlek: Aantal,
  eraf: Aantal,
  /** Part of eraf. */
  naarAnderePlek: Aantal,
  eind: Aantal,
  /** Whether begin + erbij − eraf = eind; told also when the numbers are hidden. */
  sluit: z.boolean(),
})
export type Stroomcijfer = z.infer<typeof Stroomcijfer>

export const listVerblijfcijfers = endpoint({
  method: 'GET',
  path: '/cijfers/verblijven',
  name: 'listVerblijfcijfers',
  summary: 'Wie er op een dag verblijft en wie er te lang is, per product of gemeente, zonder personen',
  query: PerGroep,
  response: metTotaal(Verblijfcijfer).extend({
    /** Guests of the winterkouderegeling in the night of the day, apart from stays; null when no night was on. */
    wintergasten: z.object({ gasten: Aantal, zonderNaam: Aantal }).nullable(),
  }),
})
export const listPlekcijfers = endpoint({
  method: 'GET',
  path: '/cijfers/plekken',
  name: 'listPlekcijfers',
  summary: 'Plekken op een dag met drie bezettingsgraden, per product of gemeente',
  query: PerGroep,
  response: metTotaal(Plekcijfer),
})
export const listWachtcijfers = endpoint({
  method: 'GET',
  path: '/cijfers/wachtlijst',
  name: 'listWachtcijfers',
  summary: 'Wie er op een dag wacht en hoe lang volgens elke klok, per product of gemeente, zonder personen',
  query: PerGroep,
  response: metTotaal(Wachtcijfer),
})
export const listRichtingcijfers = endpoint({
  method: 'GET',
  path: '/cijfers/wachtlijst-richtingen',
  name: 'listRichtingcijfers',
  summary: 'Hoeveel registraties er op een dag wachten, per product of gewenste locatie en richting',
  query: OpDag.extend({ per: z.enum(['product', 'locatie']).default('product') }),
  response: metTotaal(Richtingrij),
})
export const Verloopcijfer = z.object({
  ...Maand,
  begin: Aantal,
  erbij: Aantal,
  /** Left the list because a stay started. */
  geplaatst: Aantal,
  /** Left the list without a stay. */
  anders: Aantal,
  eind: Aantal,
  sluit: z.boolean(),
  /** Days from besluit to start, of who started in the month. */
  startMediaan: Dagen,
  startP90: Dagen,
  /** Days since besluit, of who still waits at the end of the month. */
  wachtMediaan: Dagen,
  wachtP90: Dagen,
})
export type Verloopcijfer = z.infer<typeof Verloopcijfer>

export const listVerloopcijfers = endpoint({
  method: 'GET',
  path: '/cijfers/wachtlijst-verloop',
  name: 'listVerloopcijfers',
  summary:
    'De wachtlijst per maand: wie wacht, erbij, eraf naar manier, en gewachte dagen, van alle producten of één',
  query: OpDag.extend({ productId: Id.optional() }),
  response: cijfers(Verloopcijfer),
})

export const Verwachtcijfer = z.object({
  ...Groep,
  wachtend: Aantal,
  /** Left the list in the whole months that were counted. */
  vertrokken: Aantal,
  /** Whole months that were counted, at most twelve. */
  maanden: z.number().int(),
  stand: z.enum(['verwacht', 'te_weinig', 'niemand', 'niet_getoond']),
  /** Months; null unless `verwacht`. */
  midden: Aantal,
  van: Aantal,
  tot: Aantal,
})
export type Verwachtcijfer = z.infer<typeof Verwachtcijfer>

export const listVerwachtcijfers = endpoint({
  method: 'GET',
  path: '/cijfers/wachttijd-verwachting',
  name: 'listVerwachtcijfers',
  summary: 'Verwachte wachttijd per product bij het tempo van het afgelopen jaar, met marge; geen belofte',
  query: OpDag,
  response: cijfers(Verwachtcijfer),
})

export const listVoorrangcijfers = endpoint({
  method: 'GET',
  path: '/cijfers/voorrang',
  name: 'listVoorrangcijfers',
  summary: 'Hoe vaak met de hand voorrang is gegeven en hoeveel anderen zijn gepasseerd, zonder cliënten',
  query: OpDag.extend({ tel: VoorrangPer.default('maand') }),
  response: metTotaal(Voorrangrij),
})

export const listBeschikkingcijfers = endpoint({
  method: 'GET',
  path: '/cijfers/beschikkingen',
  name: 'listBeschikkingcijfers',
  summary: 'Beschikkingen die op een dag geldig zijn, per product of gemeente, zonder personen',
  query: PerGroep,
  response: metTotaal(Beschikkingcijfer),
})
export const listMeldingcijfers = endpoint({
  method: 'GET',
  path: '/cijfers/meldingen',
  name: 'listMeldingcijfers',
  summary: 'Meldingen en besluiten per maand, de laatste 13 maanden, zonder personen',
  query: OpDag,
  response: cijfers(Meldingcijfer),
})
export const listWeigercijfers = endpoint({
  method: 'GET',
  path: '/cijfers/weigeringen',
  name: 'listWeigercijfers',
  summary:
    'Gemeld maar niet toegelaten, per reden: in de laatste 13 maanden, per maand of per gemeente, zonder personen',
  query: OpDag.extend({ tel: z.enum(['samen', 'maand', 'gemeente']).default('samen') }),
  response: cijfers(Weigercijfer),
})
export const listEuRoutecijfers = endpoint({
  method: 'GET',
  path: '/cijfers/eu-route',
  name: 'listEuRoutecijfers',
  summary: 'De route voor EU-burgers: stand en uitkomst, in 13 maanden samen of per maand, zonder personen',
  query: OpDag.extend({ tel: z.enum(['samen', 'maand']).default('samen') }),
  response: cijfers(EuRoutecijfer),
})
export const listTerugkeercijfers = endpoint({
  method: 'GET',
  path: '/cijfers/terugkeer',
  name: 'listTerugkeercijfers',
  summary:
    'Hoeveel mensen hoe vaak terugkwamen in de laatste 13 maanden of in een kalenderjaar, zonder personen',
  query: OpDag.extend({
    /** Whole years, because two periods that differ by a day would tell of one person. */
    jaar: z.coerce.number({ error: 'Kies een jaar.' }).int().min(2000).max(2199).optional(),
  }),
  response: cijfers(Terugkeercijfer),
})
export const listStroomcijfers = endpoint({
  method: 'GET',
  path: '/cijfers/stromen',
  name: 'listStroomcijfers',
  summary: 'Verblijven aan het begin, erbij, eraf en aan het eind van de laatste 13 maanden, zonder personen',
  query: OpDag,
  response: cijfers(Stroomcijfer),
})

export const Reiscijfer = z.object({
  volgorde: z.number().int(),
  stap: z.enum(reisstapCodes),
  naam: z.string(),
  /** Steps taken in the quarter, and the median of their days. */
  afgerond: Aantal,
  afgerondMediaan: Dagen,
  /** Still in the step on the last day of the quarter, and the median of their days until then. */
  nogIn: Aantal,
  nogInMediaan: Dagen,
  /** Where people stand longest. */
  knelpunt: z.boolean(),
  afgeschermd: z.boolean(),
})
export type Reiscijfer = z.infer<typeof Reiscijfer>

export const listReiscijfers = endpoint({
  method: 'GET',
  path: '/cijfers/clientreis',
  name: 'listReiscijfers',
  summary: 'Mediaan dagen per stap van de keten in een kwartaal, van alle producten of één, zonder personen',
  query: OpDag.extend({
    kwartaal: z
      .string()
      .regex(/^20\d\d-[1-4]$/, { error: 'Kies een kwartaal uit de lijst.' })
      .optional(),
    productId: Id.optional(),
  }),
  response: cijfers(Reiscijfer).extend({
    kwartaal: z.string(),
    producten: z.array(z.object({ id: Id, naam: z.string() })),
  }),
})

export const Bezettingcijfer = z.object({
  maand: Datum,
  gemiddeld: z.number().nullable(),
  hoogste: Aantal,
  laagste: Aantal,
  eind: Aantal,
  afgeschermd: z.boolean(),
})
export type Bezettingcijfer = z.infer<typeof Bezettingcijfer>

export const listBezettingcijfers = endpoint({
  method: 'GET',
  path: '/cijfers/bezettingsverloop',
  name: 'listBezettingcijfers',
  summary: 'Hoeveel er per maand verblijven, vijf jaar terug, van alle producten of één, zonder personen',
  query: OpDag.omit({ op: true }).extend({
    tel: z.enum(['huishoudens', 'mensen']).default('huishoudens'),
    productId: Id.optional(),
  }),
  response: cijfers(Bezettingcijfer).extend({ producten: z.array(z.object({ id: Id, naam: z.string() })) }),
})
