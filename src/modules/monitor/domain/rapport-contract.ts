import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { niveaus } from './indicator.ts'
import { Cijfer, Kaart, keys } from './indicator-contract.ts'
import { Jaarpunt, jaarwijzen } from './jaarcijfer.ts'

export const rapportsoorten = {
  maand: 'Maandrapport',
  kwartaal: 'Kwartaalrapport',
  jaar: 'Jaarverslag voor de raad',
} as const
export type Rapportsoort = keyof typeof rapportsoorten

const vormVan: Record<Rapportsoort, RegExp> = {
  maand: /^20\d\d-(0[1-9]|1[0-2])$/,
  kwartaal: /^20\d\d-[1-4]$/,
  jaar: /^20\d\d$/,
}

export const RapportInvoer = z
  .object({
    soort: keys(rapportsoorten),
    /** `2026-03`, for a quarter `2026-1`, for a year `2026`. */
    periode: z.string({ error: 'Kies een periode.' }),
    niveau: keys(niveaus),
  })
  .refine(({ soort, periode }) => vormVan[soort].test(periode), {
    path: ['periode'],
    error: 'Kies een periode die bij het soort rapport past.',
  })
export type RapportInvoer = z.output<typeof RapportInvoer>

const Rij = z.object({
  id: Id,
  soort: keys(rapportsoorten),
  periode: z.string(),
  /** In words: `maart 2026`, `eerste kwartaal 2026` or `2026`. */
  periodeNaam: z.string(),
  niveau: keys(niveaus),
  bekendOp: Datum.nullable(),
  geteld: z.number().int(),
  totaal: z.number().int(),
  isKlaar: z.boolean(),
  controlegetal: z.string().nullable(),
  gemaaktDoor: z.string(),
  gemaaktOp: Datum,
})
export type Rapportrij = z.infer<typeof Rij>

export const listRapporten = endpoint({
  method: 'GET',
  path: '/rapporten',
  name: 'listRapporten',
  summary: 'Maandrapporten, kwartaalrapporten en jaarverslagen van de regio',
  query: Paging.extend({
    niveau: keys(niveaus).optional(),
    sorteer: z
      .enum(['gemaaktOp', '-gemaaktOp', 'periode', '-periode'], {
        error: 'Zo kan deze lijst niet gesorteerd worden.',
      })
      .default('-gemaaktOp'),
    formaat: z.string().optional(),
  }),
  response: page(Rij),
})

export const getRapport = endpoint({
  method: 'GET',
  path: '/rapporten/:id',
  name: 'getRapport',
  summary: 'Een rapport: hoe ver het is, en wat erin staat',
  params: IdParam,
  response: Rij.extend({
    uitleg: z.number().int(),
    verhalen: z.number().int(),
    /** Stories that were in it and may not be shown any more. */
    weg: z.number().int(),
  }),
})

export const postRapport = endpoint({
  method: 'POST',
  path: '/rapporten',
  name: 'postRapport',
  summary: 'Maak een rapport over een maand, kwartaal of jaar; het tellen gaat verder op de achtergrond',
  body: RapportInvoer,
  response: z.object({ id: Id }),
})

const rapportbestanden = ['pdf', 'odt', 'docx', 'json'] as const
export type Rapportbestand = (typeof rapportbestanden)[number]

export const getRapportdocument = endpoint({
  method: 'GET',
  path: '/rapporten/:id/document',
  name: 'getRapportdocument',
  summary: 'Een rapport als PDF, ODT of DOCX, of de bevroren cijfers als JSON waar het controlegetal van is',
  params: IdParam,
  query: z.object({
    soort: z.enum(rapportbestanden, { error: 'Kies pdf, odt, docx of json.' }).default('pdf'),
  }),
  response: z.object({
    titel: z.string(),
    mime: z.string(),
    bestandsnaam: z.string(),
    /** base64 */
    inhoud: z.string(),
  }),
})

/** What is frozen of one indicator. */
export const Rapportcijfer = Kaart.extend({
  bron: z.string(),
  verloop: z.array(z.object({ maand: z.string(), peildatum: Datum, ...Cijfer.shape })),
  /** Only of a report over a quarter, of what adds up to it. */
  kwartaal: Cijfer.pick({ waarde: true, gevallen: true, afgeschermd: true }).optional(),
  /** Only of a report over a year: the number of the year and of the year before, also of each gemeente of the region. */
  jaar: z
    .object({
      wijze: keys(jaarwijzen),
      dit: Jaarpunt,
      vorig: Jaarpunt,
      gemeenten: z.array(z.object({ naam: z.string(), dit: Jaarpunt, vorig: Jaarpunt })),
    })
    .optional(),
})
export type Rapportcijfer = z.infer<typeof Rapportcijfer>

/** Everything that is frozen. Interpretations and stories are there by their key: what was withdrawn is gone from here as well. */
export const Rapportinhoud = z.object({
  vorm: z.literal(1),
  soort: keys(rapportsoorten),
  periode: z.string(),
  niveau: keys(niveaus),
  regio: z.string(),
  maanden: z.array(z.string()),
  bekendOp: Datum.nullable(),
  kleinsteGetal: z.number().int(),
  cijfers: z.array(Rapportcijfer),
  duidingen: z.array(z.object({ id: Id, versie: z.number().int() })),
  verhalen: z.array(Id),
})
export type Rapportinhoud = z.infer<typeof Rapportinhoud>
