import { z } from 'zod'
import { Datum, endpoint, IdParam, Versie } from '../../../shared/endpoint.ts'
import { Gedaan, vrijeTekst } from './contract.ts'
import { OndersteuningUitkomst } from './status.ts'

const tekstvak = (label: string) => vrijeTekst(label, 10_000)

export const LeefgebiedAnalyse = z.object({
  leefgebied: z.string().max(60),
  eigenWoorden: tekstvak('de eigen woorden'),
  bevinding: tekstvak('de bevinding'),
  /** 1 acute problem to 5 fully self-reliant; a form may send the digit as text. */
  zelfredzaamheid: z
    .union(
      [
        z.number(),
        z
          .string()
          .regex(/^[1-5]$/)
          .transform(Number),
      ],
      {
        error: 'Kies een score van 1 tot en met 5.',
      },
    )
    .pipe(
      z
        .number()
        .int()
        .min(1, { error: 'Kies een score van 1 tot en met 5.' })
        .max(5, { error: 'Kies een score van 1 tot en met 5.' }),
    )
    .nullish(),
  herkomstInformatie: vrijeTekst('van wie de informatie komt'),
})

const velden = {
  planUitgelegdOp: Datum.nullish(),
  planOntvangenOp: Datum.nullish(),
  planSamenvatting: tekstvak('de kern van het plan'),
  ondersteuningAangebodenOp: Datum.nullish(),
  ondersteuningUitkomst: OndersteuningUitkomst.nullish(),
  identiteitGezienOp: Datum.nullish(),
  /** Kind of document, e.g. paspoort; a number is refused (data minimisation, wmo-procedure §2 row 7). */
  identiteitDocument: z
    .string()
    .trim()
    .max(60)
    .regex(/^\D*$/, { error: 'Vul alleen de soort van het document in, geen nummer.' })
    .transform((text) => (text === '' ? null : text))
    .nullish(),
  behoeften: tekstvak('de behoeften'),
  eigenKracht: tekstvak('de eigen kracht'),
  mantelzorgNetwerk: tekstvak('mantelzorg en netwerk'),
  ondersteuningMantelzorger: tekstvak('de mantelzorger'),
  algemeneVoorzieningen: tekstvak('de algemene voorzieningen'),
  samenwerking: tekstvak('de samenwerking'),
  bijdragen: tekstvak('de bijdragen'),
  pgbUitgelegdOp: Datum.nullish(),
  clientprofiel: z.string().max(60).nullish(),
  verslagVerzondenOp: Datum.nullish(),
  reactieClient: tekstvak('de reactie van de inwoner'),
}

/** Left out means unchanged, null means emptied: a form sends all, a command of the chain only what it knows. */
export const EditOnderzoek = z.object({
  versie: Versie,
  ...velden,
  leefgebieden: z.array(LeefgebiedAnalyse).max(30).optional(),
})
export type EditOnderzoek = z.input<typeof EditOnderzoek>

export const Onderzoek = z.object({
  id: z.uuid(),
  meldingId: z.uuid(),
  versie: Versie,
  gestartOp: Datum,
  uiterlijkOp: Datum,
  afgerondOp: Datum.nullable(),
  ...velden,
  leefgebieden: z.array(LeefgebiedAnalyse),
  /** What is still missing before it can be completed. */
  ontbreekt: z.array(z.object({ veld: z.string(), melding: z.string() })),
})
export type Onderzoek = z.infer<typeof Onderzoek>

export const getOnderzoek = endpoint({
  method: 'GET',
  path: '/meldingen/:id/onderzoek',
  name: 'getOnderzoek',
  summary: 'Het onderzoek bij een melding, of null als het niet is gestart',
  params: IdParam,
  response: z.object({ onderzoek: Onderzoek.nullable() }),
})

export const editOnderzoek = endpoint({
  method: 'PATCH',
  path: '/meldingen/:id/onderzoek',
  name: 'editOnderzoek',
  summary: 'Het onderzoek invullen of verbeteren',
  params: IdParam,
  body: EditOnderzoek,
  response: Gedaan,
})

export const completeOnderzoek = endpoint({
  method: 'POST',
  path: '/meldingen/:id/onderzoek/_rond-af',
  name: 'completeOnderzoek',
  summary: 'Het onderzoek afronden',
  params: IdParam,
  body: z.object({ versie: Versie }),
  response: Gedaan,
  status: 200,
})
