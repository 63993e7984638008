import { z } from 'zod'
import { Datum, endpoint, IdParam, tekst, Versie } from '../../../shared/endpoint.ts'
import { type Deels, type Fout, withRules } from '../../../shared/form-rules.ts'
import { Id } from '../../../shared/id.ts'
import { keysOf } from '../../../shared/keys.ts'
import { gepaard, stellingrichtingen } from './keuzes.ts'
import { Bron, Gedaan, Getal } from './velden.ts'

const Aantal = z
  .number({ error: 'Vul een getal in.' })
  .int({ error: 'Vul een heel getal in.' })
  .min(1, { error: 'Vul 1 of meer in, of laat dit leeg.' })
  .max(100_000, { error: 'Vul 100.000 of minder in.' })
  .nullable()
  .default(null)
const Gemiddelde = Getal.nullable().default(null)
const Spreiding = Getal.refine((value) => value >= 0, { error: 'Een spreiding is nooit minder dan 0.' })
  .nullable()
  .default(null)

export const Stelling = z.object({
  nummer: z.number({ error: 'Vul een nummer in.' }).int().min(1).max(200),
  stelling: tekst('de stelling', 300),
  richting: z.enum(keysOf(stellingrichtingen), { error: 'Kies wat beter is.' }),
  nul: Gemiddelde,
  na: Gemiddelde,
  /** As the source prints it; rounding can make it differ from na minus nul. */
  verschil: Gemiddelde,
  spreidingNul: Spreiding,
  spreidingNa: Spreiding,
  /** Standard deviation of the differences per person; only when the same people answered. */
  spreidingVerschil: Spreiding,
})
export type Stelling = z.output<typeof Stelling>

const inhoud = {
  naam: tekst('de naam', 200),
  schaalVan: Getal,
  schaalTot: Getal,
  gepaard: z.enum(keysOf(gepaard), { error: 'Kies of dezelfde mensen antwoordden.' }),
  nulOp: Datum.nullable().default(null),
  naOp: Datum.nullable().default(null),
  aantalNul: Aantal,
  aantalNa: Aantal,
  stellingen: z.array(Stelling).min(1, { error: 'Vul minstens één stelling in.' }).max(100),
  bron: Bron,
}

function check(one: Deels<z.output<z.ZodObject<typeof inhoud>>>, fout: Fout) {
  const { schaalVan, schaalTot, nulOp, naOp } = one
  const schaal = schaalVan === undefined || schaalTot === undefined ? undefined : { schaalVan, schaalTot }
  if (schaal && schaal.schaalTot <= schaal.schaalVan)
    fout(['schaalTot'], 'Het hoogste antwoord is hoger dan het laagste.')
  if (nulOp && naOp && naOp <= nulOp) fout(['naOp'], 'De nameting is na de nulmeting.')
  const nummers = new Set<number>()
  for (const [i, stelling] of (one.stellingen ?? []).entries()) {
    if (stelling === undefined) continue
    const bij = (veld: string, message: string) => fout(['stellingen', i, veld], message)
    if (stelling.nummer !== undefined) {
      if (nummers.has(stelling.nummer)) bij('nummer', `Nummer ${stelling.nummer} staat er al.`)
      nummers.add(stelling.nummer)
    }
    if (schaal) checkOpSchaal(stelling, schaal, bij)
    if (typeof stelling.spreidingVerschil === 'number' && one.gepaard && one.gepaard !== 'ja')
      bij('spreidingVerschil', 'Dit kan alleen als dezelfde mensen twee keer antwoordden.')
  }
}

function checkOpSchaal(
  stelling: Deels<Stelling>,
  { schaalVan, schaalTot }: { readonly schaalVan: number; readonly schaalTot: number },
  fout: (veld: string, message: string) => void,
) {
  for (const veld of ['nul', 'na'] as const) {
    const waarde = stelling[veld]
    if (typeof waarde === 'number' && (waarde < schaalVan || waarde > schaalTot))
      fout(veld, `Vul een gemiddelde in van ${schaalVan} tot en met ${schaalTot}.`)
  }
  const breedte = Math.round((schaalTot - schaalVan) * 10_000) / 10_000
  if (typeof stelling.verschil === 'number' && Math.abs(stelling.verschil) > breedte)
    fout('verschil', `Vul een verschil in van ${-breedte} tot en met ${breedte}.`)
}

export const MetingInvoer = withRules(z.object(inhoud), check)
export type MetingInvoer = z.output<typeof MetingInvoer>
export const MetingWijziging = withRules(z.object({ ...inhoud, versie: Versie }), check)
export type MetingWijziging = z.output<typeof MetingWijziging>

export const postMeting = endpoint({
  method: 'POST',
  path: '/activiteiten/:id/metingen',
  name: 'postMeting',
  summary: 'Leg een nulmeting en nameting vast',
  params: IdParam,
  body: MetingInvoer,
  response: Gedaan,
})

export const putMeting = endpoint({
  method: 'PUT',
  path: '/metingen/:id',
  name: 'putMeting',
  summary: 'Verbeter een meting, of vul de nameting aan',
  params: IdParam,
  body: MetingWijziging,
  response: Gedaan,
})

export const oordelen = {
  beter: 'Beter',
  slechter: 'Minder goed',
  gelijk: 'Gelijk',
  veranderd: 'Veranderd; of dat beter is, is niet gezegd',
  onbekend: 'Niet te zeggen',
} as const

export const Stellinguitkomst = z.object({
  nummer: z.number().int(),
  stelling: z.string(),
  richting: z.enum(keysOf(stellingrichtingen)),
  nul: z.number().nullable(),
  na: z.number().nullable(),
  /** As the source prints it; else na minus nul. */
  verschil: z.number().nullable(),
  isBerekend: z.boolean(),
  /** True when the printed difference is another one than the averages give, by their rounding. */
  wijktAf: z.boolean(),
  /** 95% interval of the difference; null when the spread or the numbers are not known. */
  interval: z.object({ laag: z.number(), hoog: z.number() }).nullable(),
  oordeel: z.enum(keysOf(oordelen)),
  spreidingNul: z.number().nullable(),
  spreidingNa: z.number().nullable(),
  spreidingVerschil: z.number().nullable(),
})
export type Stellinguitkomst = z.infer<typeof Stellinguitkomst>

export const listMetingen = endpoint({
  method: 'GET',
  path: '/activiteiten/:id/metingen',
  name: 'listMetingen',
  summary: 'Nul- en nametingen van een activiteit, met wat ervan te zeggen is',
  params: IdParam,
  response: z.object({
    metingen: z.array(
      z.object({
        id: Id,
        naam: z.string(),
        schaalVan: z.number(),
        schaalTot: z.number(),
        gepaard: z.enum(keysOf(gepaard)),
        nulOp: Datum.nullable(),
        naOp: Datum.nullable(),
        aantalNul: z.number().int().nullable(),
        aantalNa: z.number().int().nullable(),
        bron: z.string(),
        versie: Versie,
        stellingen: z.array(Stellinguitkomst),
        conclusie: z.array(z.string()),
      }),
    ),
  }),
})
export type Meting = z.output<(typeof listMetingen)['response']>['metingen'][number]
