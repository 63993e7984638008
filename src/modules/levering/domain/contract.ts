import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { isPeriode } from './rules.ts'
import { type Soort, type Status, soorten, statussen, type Verdeling, verdelingen } from './soorten.ts'

const keys = <T extends string>(names: Readonly<Record<T, unknown>>, error?: string) =>
  z.enum(Object.keys(names) as [T, ...T[]], error === undefined ? undefined : { error })

export const LeveringInvoer = z
  .object({
    soort: keys<Soort>(soorten, 'Kies waarvoor de levering is.'),
    periode: z.string({ error: 'Kies een periode.' }),
  })
  .refine(({ soort, periode }) => isPeriode(soort, periode), {
    path: ['periode'],
    error: 'Kies een periode die bij de levering past.',
  })
export type LeveringInvoer = z.output<typeof LeveringInvoer>

const Rij = z.object({
  id: Id,
  soort: keys<Soort>(soorten),
  soortNaam: z.string(),
  periode: z.string(),
  periodeNaam: z.string(),
  status: keys<Status>(statussen),
  statusNaam: z.string(),
  gemaaktOp: z.string(),
  gemaaktDoor: z.string(),
  vrijgegevenDoor: z.string().nullable(),
  verstuurdOp: Datum.nullable(),
  verstuurdAan: z.string().nullable(),
})
export type Leveringrij = z.infer<typeof Rij>

export const listLeveringen = endpoint({
  method: 'GET',
  path: '/leveringen',
  name: 'listLeveringen',
  summary: 'Leveringen van de regio met hun stand, zonder personen',
  query: Paging.extend({
    soort: keys<Soort>(soorten, 'Kies een levering uit de lijst.').optional(),
    sorteer: z
      .string()
      .regex(/^-?\w{1,40}$/, { error: 'Sorteer op een kolom van deze lijst.' })
      .optional(),
  }),
  response: page(Rij),
})

const Mogelijkheid = z.union([
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), reden: z.string() }),
])
const Aantal = z.number().int().nullable()

const Cijfer = z.object({
  verdeling: keys<Verdeling>(verdelingen),
  waarde: z.string(),
  naam: z.string(),
  /** Null when too small to show. */
  regels: Aantal,
  personen: Aantal,
})

const Controleregel = z.object({
  code: z.string(),
  naam: z.string(),
  uitleg: z.string(),
  uitkomst: z.enum(['klopt', 'wijkt_af', 'onbekend']),
  aantal: Aantal,
  verwacht: Aantal,
})

export const Levering = Rij.extend({
  van: Datum,
  totEnMet: Datum,
  definitie: z.string(),
  ontvanger: z.string(),
  indelingVersie: z.number().int(),
  indeling: z.string(),
  /** What of the receiver's layout was not known. */
  onbekend: z.array(z.string()),
  vrijgegevenOp: z.string().nullable(),
  verstuurdVia: z.string().nullable(),
  ingetrokkenOp: z.string().nullable(),
  intrekreden: z.string().nullable(),
  /** Below this a count is hidden; null for who may see the file. */
  kleinsteGetal: Aantal,
  cijfers: z.array(Cijfer),
  weggelaten: z.array(z.object({ reden: z.string(), naam: z.string(), aantal: Aantal })),
  controles: z.array(Controleregel),
  mag: z.object({
    vrijgeven: Mogelijkheid,
    verzenden: Mogelijkheid,
    intrekken: Mogelijkheid,
    bestand: Mogelijkheid,
  }),
})
export type Levering = z.infer<typeof Levering>

export const haalLevering = endpoint({
  method: 'GET',
  path: '/leveringen/:id',
  name: 'haalLevering',
  summary: 'Eén levering met haar controleverslag, zonder personen',
  params: IdParam,
  response: Levering,
})

const Verslagregel = z.object({
  onderdeel: z.string(),
  wat: z.string(),
  regels: Aantal,
  mensen: Aantal,
  uitkomst: z.string().nullable(),
})
export type Verslagregel = z.infer<typeof Verslagregel>

export const listVerslagregels = endpoint({
  method: 'GET',
  path: '/leveringen/:id/verslag',
  name: 'listVerslagregels',
  summary: 'Het controleverslag van een levering als lijst, om mee te nemen',
  params: IdParam,
  query: Paging,
  response: page(Verslagregel),
})

export const postLevering = endpoint({
  method: 'POST',
  path: '/leveringen',
  name: 'postLevering',
  summary: 'Een levering maken over een periode die voorbij is; wat erin zit verandert niet meer',
  body: LeveringInvoer,
  response: z.object({ id: Id }),
})

export const postVrijgave = endpoint({
  method: 'POST',
  path: '/leveringen/:id/vrijgave',
  name: 'postVrijgave',
  summary: 'Een levering vrijgeven die een ander maakte',
  params: IdParam,
  response: z.object({ id: Id }),
})

export const postVerzending = endpoint({
  method: 'POST',
  path: '/leveringen/:id/verzending',
  name: 'postVerzending',
  summary: 'Vastleggen dat een levering is verstuurd: wanneer, aan wie en langs welke veilige weg',
  params: IdParam,
  body: z.object({
    op: Datum,
    aan: tekst('aan wie het is verstuurd'),
    via: tekst('langs welke veilige weg'),
  }),
  response: z.object({ id: Id }),
})

export const postIntrekking = endpoint({
  method: 'POST',
  path: '/leveringen/:id/intrekking',
  name: 'postLeveringintrekking',
  summary: 'Een levering intrekken met reden',
  params: IdParam,
  body: z.object({ reden: tekst('de reden', 500) }),
  response: z.object({ id: Id }),
})

export const haalLeveringbestand = endpoint({
  method: 'GET',
  path: '/leveringen/:id/bestand',
  name: 'haalLeveringbestand',
  summary: 'Het bestand van een vrijgegeven levering, met burgerservicenummers',
  params: IdParam,
  response: z.object({
    mime: z.string(),
    bestandsnaam: z.string(),
    /** base64 */
    inhoud: z.string(),
    /** SHA-256 of the file, for who receives it. */
    sha256: z.string(),
  }),
})
