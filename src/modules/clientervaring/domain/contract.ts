import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst, Versie } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { keysOf } from '../../../shared/keys.ts'
import { domeinen, telwijzen } from './keuzes.ts'

const Gedaan = z.object({ id: Id, versie: z.number().int() })
const Domein = z.enum(keysOf(domeinen), { error: 'Kies een domein.' })
const Jaar = z
  .number({ error: 'Vul een jaar in.' })
  .int({ error: 'Vul een heel jaar in.' })
  .min(2015, { error: 'Vul een jaar in vanaf 2015.' })
  .max(2099, { error: 'Vul een jaar in tot en met 2099.' })
const Mensen = z
  .number({ error: 'Vul een getal in.' })
  .int({ error: 'Vul een heel getal in.' })
  .min(0, { error: 'Vul 0 of meer in.' })
  .max(1_000_000, { error: 'Vul 1.000.000 of minder in.' })

const Ingevuld = z.object({
  vraag: z.string().regex(/^[a-z0-9_]{1,60}$/, { error: 'Deze vraag bestaat niet.' }),
  /** A number of people, or a percentage with one decimal; null when it was not asked. */
  positief: z
    .number({ error: 'Vul een getal in.' })
    .min(0, { error: 'Vul 0 of meer in.' })
    .max(1_000_000, { error: 'Vul 1.000.000 of minder in.' })
    .nullable(),
})

const inhoud = {
  jaar: Jaar,
  /** Null: the whole region. */
  gemeenteCode: z
    .string()
    .regex(/^GM\d{4}$/, { error: 'Kies een gemeente uit de lijst.' })
    .nullable(),
  domein: Domein,
  uitgenodigd: Mensen.min(1, { error: 'Vul 1 of meer in.' }),
  beantwoord: Mensen,
  onderzoekOp: Datum,
  bron: tekst('de bron', 300),
  telwijze: z.enum(keysOf(telwijzen), { error: 'Kies hoe de bron de antwoorden geeft.' }),
  vragen: z.array(Ingevuld).max(40),
}

type Inhoud = z.output<z.ZodObject<typeof inhoud>>

/** Every fault at its own field, so that the screen can point at it. */
function check(one: Inhoud, { addIssue }: z.RefinementCtx) {
  const fout = (path: (string | number)[], message: string) =>
    addIssue({ code: 'custom', path, message, input: one })
  if (one.beantwoord > one.uitgenodigd)
    fout(['beantwoord'], `Vul hooguit ${one.uitgenodigd} in: zoveel mensen zijn uitgenodigd.`)
  const jaar = Number(one.onderzoekOp.slice(0, 4))
  if (jaar < one.jaar || jaar > one.jaar + 1)
    fout(['onderzoekOp'], `Kies een dag in ${one.jaar} of ${one.jaar + 1}.`)
  for (const [i, { positief }] of one.vragen.entries()) {
    if (positief === null) continue
    const meest = one.telwijze === 'aantal' ? one.beantwoord : 100
    if (positief > meest) fout(['vragen', i, 'positief'], `Vul hooguit ${meest} in.`)
    if (one.telwijze === 'aantal' && !Number.isInteger(positief))
      fout(['vragen', i, 'positief'], 'Vul een heel getal in, of kies dat de bron percentages geeft.')
  }
  if (new Set(one.vragen.map(({ vraag }) => vraag)).size < one.vragen.length)
    fout(['vragen'], 'Noem elke vraag één keer.')
}

export const ClientervaringInvoer = z.object(inhoud).superRefine(check)
export type ClientervaringInvoer = z.output<typeof ClientervaringInvoer>
export const ClientervaringWijziging = z.object({ ...inhoud, versie: Versie }).superRefine(check)
export type ClientervaringWijziging = z.output<typeof ClientervaringWijziging>

const Rij = z.object({
  id: Id,
  jaar: z.number().int(),
  gebied: z.string(),
  domein: Domein,
  /** Null when it was withdrawn. */
  uitgenodigd: z.number().int().nullable(),
  /** Null when it is too small to show, or withdrawn. */
  beantwoord: z.number().int().nullable(),
  /** Percentage of those asked. */
  respons: z.number().nullable(),
  afgeschermd: z.boolean(),
  onderzoekOp: Datum,
  bron: z.string(),
  geleverdOp: Datum.nullable(),
  geleverdAan: z.string().nullable(),
  ingetrokkenOp: Datum.nullable(),
  ingetrokkenReden: z.string().nullable(),
  ingevoerdDoor: z.string(),
  versie: Versie,
})
export type Clientervaringrij = z.infer<typeof Rij>

const Lijst = Paging.extend({
  jaar: z.coerce.number().int().optional(),
  domein: Domein.optional(),
})
const sorteer = <const T extends [string, ...string[]]>(volgorden: T, eerst: T[number]) =>
  z.enum(volgorden, { error: 'Zo kan deze lijst niet gesorteerd worden.' }).default(eerst as never)

export const listClientervaringen = endpoint({
  method: 'GET',
  path: '/clientervaringen',
  name: 'listClientervaringen',
  summary: 'Uitkomsten van de cliëntervaring, met de respons',
  query: Lijst.extend({
    sorteer: sorteer(
      ['jaar', '-jaar', 'gebied', '-gebied', 'domein', '-domein', 'respons', '-respons'],
      '-jaar',
    ),
  }),
  response: page(Rij),
})

const Antwoord = z.object({
  vraag: z.string(),
  naam: z.string(),
  /** Percentage of the answers; null when it is too small to show or there were no answers. */
  positief: z.number().nullable(),
  afgeschermd: z.boolean(),
})

const Antwoordrij = Antwoord.extend({
  id: z.string(),
  clientervaringId: Id,
  jaar: z.number().int(),
  gebied: z.string(),
  domein: Domein,
})
export type Antwoordrij = z.infer<typeof Antwoordrij>

export const listClientervaringantwoorden = endpoint({
  method: 'GET',
  path: '/clientervaringantwoorden',
  name: 'listClientervaringantwoorden',
  summary: 'Per vraag welk deel van de cliënten positief antwoordde',
  query: Lijst.extend({
    sorteer: sorteer(
      ['jaar', '-jaar', 'naam', '-naam', 'gebied', '-gebied', 'domein', '-domein', 'positief', '-positief'],
      '-jaar',
    ),
  }),
  response: page(Antwoordrij),
})

export const getClientervaringjaren = endpoint({
  method: 'GET',
  path: '/clientervaringjaren',
  name: 'getClientervaringjaren',
  summary: 'De jaren met een uitkomst, het nieuwste eerst',
  response: z.object({ jaren: z.array(z.number().int()) }),
})

export const getClientervaring = endpoint({
  method: 'GET',
  path: '/clientervaringen/:id',
  name: 'getClientervaring',
  summary: 'Eén uitkomst met het antwoord op elke vraag; voor wie mag invoeren ook wat is ingevoerd',
  params: IdParam,
  response: Rij.extend({
    antwoorden: z.array(Antwoord),
    kleinsteGetal: z.number().int(),
    /** Null for who may only read. */
    invoer: z.object(inhoud).nullable(),
  }),
})
export type ClientervaringDetail = z.output<(typeof getClientervaring)['response']>

export const getClientervaringkeuzes = endpoint({
  method: 'GET',
  path: '/clientervaringkeuzes',
  name: 'getClientervaringkeuzes',
  summary: 'De gemeenten en de vragen waaruit te kiezen is',
  response: z.object({
    gemeenten: z.array(z.object({ code: z.string(), naam: z.string() })),
    vragen: z.array(z.object({ code: z.string(), naam: z.string() })),
  }),
})

export const postClientervaring = endpoint({
  method: 'POST',
  path: '/clientervaringen',
  name: 'postClientervaring',
  summary: 'Leg de uitkomst van een jaar, gebied en domein vast',
  body: ClientervaringInvoer,
  response: Gedaan,
})

export const putClientervaring = endpoint({
  method: 'PUT',
  path: '/clientervaringen/:id',
  name: 'putClientervaring',
  summary: 'Verbeter een uitkomst',
  params: IdParam,
  body: ClientervaringWijziging,
  response: Gedaan,
})

export const postClientervaringlevering = endpoint({
  method: 'POST',
  path: '/clientervaringen/:id/levering',
  name: 'postClientervaringlevering',
  summary: 'Leg vast wanneer en aan wie de uitkomst is geleverd',
  params: IdParam,
  body: z.object({
    versie: Versie,
    geleverdOp: Datum,
    geleverdAan: tekst('aan wie de uitkomst is geleverd', 200),
  }),
  response: Gedaan,
  status: 200,
})

export const postClientervaringintrekking = endpoint({
  method: 'POST',
  path: '/clientervaringen/:id/intrekking',
  name: 'postClientervaringintrekking',
  summary: 'Trek een uitkomst in, met reden; de getallen zijn daarna niet meer te zien',
  params: IdParam,
  body: z.object({ versie: Versie, reden: tekst('de reden', 500) }),
  response: Gedaan,
  status: 200,
})
