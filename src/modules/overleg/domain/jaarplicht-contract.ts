import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { faultsIn, Gedaan, Gezien, geheel, sorteer, vrij } from './contract.ts'
import { isDagInJaar } from './termijnen.ts'

const inhoud = {
  naam: tekst('de naam', 200),
  maand: geheel('de maand', 1, 12),
  dagnummer: geheel('de dag', 1, 31),
  vanafJaar: geheel('het eerste jaar', 2015, 2099),
  totEnMetJaar: geheel('het laatste jaar', 2015, 2099).nullable(),
  bron: tekst('de bron', 300),
}

const check = faultsIn<z.output<z.ZodObject<typeof inhoud>>>((one, fout) => {
  if (!isDagInJaar(one.maand, one.dagnummer))
    fout(['dagnummer'], 'Deze dag is er niet in elk jaar. Kies een andere dag.')
  if (one.totEnMetJaar !== null && one.totEnMetJaar < one.vanafJaar)
    fout(['totEnMetJaar'], 'Kies het eerste jaar of een later jaar.')
})

export const JaarplichtInvoer = z.object(inhoud).superRefine(check)
export type JaarplichtInvoer = z.output<typeof JaarplichtInvoer>
export const JaarplichtWijziging = z.object({ ...inhoud, ...Gezien.shape }).superRefine(check)
export type JaarplichtWijziging = z.output<typeof JaarplichtWijziging>

export const JaarplichtGedaan = z
  .object({
    ...Gezien.shape,
    jaar: geheel('het jaar', 2015, 2099),
    /** Null takes back what was recorded. */
    gedaanOp: Datum.nullable(),
    waar: vrij('waar', 300),
  })
  .superRefine(
    faultsIn((one, fout) => {
      if (one.gedaanOp !== null && one.waar === null)
        fout(['waar'], 'Vul in in welk overleg dit was, of waar het staat.')
    }),
  )
export type JaarplichtGedaan = z.output<typeof JaarplichtGedaan>

const Rij = z.object({
  /** Of the duty and the year. */
  id: z.string(),
  jaarplichtId: Id,
  naam: z.string(),
  jaar: z.number().int(),
  uiterlijkOp: Datum,
  stand: z.enum(['gedaan', 'te_laat', 'open']),
  gedaanOp: Datum.nullable(),
  waar: z.string().nullable(),
  bron: z.string(),
  maand: z.number().int(),
  dagnummer: z.number().int(),
  vanafJaar: z.number().int(),
  totEnMetJaar: z.number().int().nullable(),
  versie: z.number().int(),
})
export type Jaarplichtrij = z.output<typeof Rij>

export const listJaarplichten = endpoint({
  method: 'GET',
  path: '/jaarplichten',
  name: 'listJaarplichten',
  summary: 'Wat elk jaar gedaan moet zijn, per jaar, het nieuwste eerst',
  query: Paging.extend({
    jaar: z.coerce.number().int().optional(),
    sorteer: sorteer(
      ['uiterlijkOp', '-uiterlijkOp', 'naam', '-naam', 'gedaanOp', '-gedaanOp'],
      '-uiterlijkOp',
    ),
  }),
  response: page(Rij),
})

export const postJaarplicht = endpoint({
  method: 'POST',
  path: '/jaarplichten',
  name: 'postJaarplicht',
  summary: 'Leg vast wat elk jaar gedaan moet zijn',
  body: JaarplichtInvoer,
  response: Gedaan,
})

export const putJaarplicht = endpoint({
  method: 'PUT',
  path: '/jaarplichten/:id',
  name: 'putJaarplicht',
  summary: 'Wijzig wat elk jaar gedaan moet zijn, of tot en met welk jaar',
  params: IdParam,
  body: JaarplichtWijziging,
  response: Gedaan,
})

export const postJaarplichtgedaan = endpoint({
  method: 'POST',
  path: '/jaarplichten/:id/gedaan',
  name: 'postJaarplichtgedaan',
  summary: 'Leg vast wanneer en waar het in een jaar is gedaan',
  params: IdParam,
  body: JaarplichtGedaan,
  response: Gedaan,
  status: 200,
})
