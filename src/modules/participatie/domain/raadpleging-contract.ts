import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst, Versie } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { keysOf } from '../../../shared/keys.ts'
import { Aantal, Gedaan, leeg, sorteer, vrij } from './delen.ts'
import { puntsoorten } from './keuzes.ts'

const raadpleging = {
  op: Datum,
  gelegenheid: tekst('waarbij het gevraagd is', 200),
  wie: tekst('wie meededen', 300),
  aanwezig: leeg(Aantal('hoeveel mensen meededen', 1)),
  bron: tekst('de bron', 300),
}
export const RaadplegingInvoer = z.object(raadpleging)
export type RaadplegingInvoer = z.output<typeof RaadplegingInvoer>

const Rij = z.object({
  id: Id,
  op: Datum,
  gelegenheid: z.string(),
  wie: z.string(),
  aanwezig: z.number().int().nullable(),
  stellingen: z.number().int(),
  wensen: z.number().int(),
  /** Points of which the region did not yet say what it does with them. */
  zonderReactie: z.number().int(),
  versie: Versie,
})
export type Raadplegingrij = z.infer<typeof Rij>

export const listRaadplegingen = endpoint({
  method: 'GET',
  path: '/raadplegingen',
  name: 'listRaadplegingen',
  summary: 'Wat partners, cliënten en inwoners vonden en wensten, per keer dat het gevraagd is',
  query: Paging.extend({
    sorteer: sorteer(['op', '-op', 'gelegenheid', '-gelegenheid', 'zonderReactie', '-zonderReactie'], '-op'),
  }),
  response: page(Rij),
})

export const Raadplegingpunt = z.object({
  id: Id,
  nummer: z.number().int(),
  soort: z.enum(keysOf(puntsoorten)),
  tekst: z.string(),
  /** Per cent, 0 to 100; null at a wens. Who is in neither had no opinion. */
  eens: z.number().nullable(),
  oneens: z.number().nullable(),
  toelichting: z.string().nullable(),
  reactie: z.string().nullable(),
  activiteitId: Id.nullable(),
  activiteit: z.string().nullable(),
  versie: Versie,
})
export type Raadplegingpunt = z.infer<typeof Raadplegingpunt>

export const getRaadpleging = endpoint({
  method: 'GET',
  path: '/raadplegingen/:id',
  name: 'getRaadpleging',
  summary: 'Eén raadpleging met haar stellingen en wensen, en wat de regio daarmee doet',
  params: IdParam,
  response: Rij.extend({ bron: z.string(), punten: z.array(Raadplegingpunt) }),
})
export type Raadplegingdetail = z.output<(typeof getRaadpleging)['response']>

export const postRaadpleging = endpoint({
  method: 'POST',
  path: '/raadplegingen',
  name: 'postRaadpleging',
  summary: 'Leg vast dat mensen of organisaties is gevraagd wat zij vinden',
  body: RaadplegingInvoer,
  response: Gedaan,
})

export const putRaadpleging = endpoint({
  method: 'PUT',
  path: '/raadplegingen/:id',
  name: 'putRaadpleging',
  summary: 'Verbeter een raadpleging',
  params: IdParam,
  body: z.object({ ...raadpleging, versie: Versie }),
  response: Gedaan,
})

// ── What they said ──────────────────────────────────────────────────────────────────────────────────────────────────

const Procent = (label: string) =>
  leeg(
    z
      .number({ error: `Vul ${label} in als getal.` })
      .min(0, { error: `Vul voor ${label} 0 of meer in.` })
      .max(100, { error: `Vul voor ${label} 100 of minder in.` })
      .multipleOf(0.1, { error: `Gebruik voor ${label} één cijfer achter de komma.` }),
  )

const punt = {
  soort: z.enum(keysOf(puntsoorten), { error: 'Kies stelling of wens.' }),
  tekst: tekst('wat zij vonden of wensten', 500),
  eens: Procent('hoeveel procent het eens is'),
  oneens: Procent('hoeveel procent het oneens is'),
  toelichting: vrij('wat erbij is gezegd', 2000),
  reactie: vrij('wat de regio ermee doet', 1000),
  activiteitId: leeg(Id),
}
type Punt = z.output<z.ZodObject<typeof punt>>

/** A stelling has both shares and a wens has none; together they are no more than everybody, but for rounding. */
function checkGetallen({ soort, eens, oneens }: Punt, ctx: z.RefinementCtx): void {
  const fout = (path: 'eens' | 'oneens', message: string) =>
    ctx.addIssue({ code: 'custom', path: [path], message })
  if (soort === 'wens') {
    if (eens !== null) fout('eens', 'Bij een wens hoort geen percentage. Maak dit veld leeg.')
    if (oneens !== null) fout('oneens', 'Bij een wens hoort geen percentage. Maak dit veld leeg.')
    return
  }
  if (eens === null) fout('eens', 'Vul in hoeveel procent het eens is.')
  if (oneens === null) fout('oneens', 'Vul in hoeveel procent het oneens is.')
  if (eens !== null && oneens !== null && eens + oneens > 101)
    fout('oneens', 'Eens en oneens zijn samen meer dan 100 procent. Kijk de getallen na.')
}

export const PuntInvoer = z.object(punt).superRefine(checkGetallen)
export type PuntInvoer = z.output<typeof PuntInvoer>

export const postRaadplegingpunt = endpoint({
  method: 'POST',
  path: '/raadplegingen/:id/punten',
  name: 'postRaadplegingpunt',
  summary: 'Leg een stelling of wens vast',
  params: IdParam,
  body: PuntInvoer,
  response: Gedaan,
})

export const putRaadplegingpunt = endpoint({
  method: 'PUT',
  path: '/raadplegingpunten/:id',
  name: 'putRaadplegingpunt',
  summary: 'Verbeter een stelling of wens, of zeg wat de regio ermee doet',
  params: IdParam,
  body: z.object({ ...punt, versie: Versie }).superRefine(checkGetallen),
  response: Gedaan,
})

export const verwijderRaadplegingpunt = endpoint({
  method: 'POST',
  path: '/raadplegingpunten/:id/verwijdering',
  name: 'verwijderRaadplegingpunt',
  summary: 'Haal een stelling of wens weg die er per ongeluk staat',
  params: IdParam,
  body: z.object({ versie: Versie }),
  response: z.object({ id: Id }),
  status: 200,
})
