import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst, Versie } from '../../../shared/endpoint.ts'

export const afsluitredenen = {
  duurzaam_gehuisvest: 'Duurzaam gehuisvest',
  geen_hulp_nodig: 'Geen hulp (meer) nodig',
  vertrokken_uit_regio: 'Vertrokken uit de regio',
  overgedragen_andere_regio: 'Overgedragen aan een andere regio',
  overleden: 'Overleden',
  wil_geen_contact: 'Wil geen contact',
  samengevoegd: 'Dossier samengevoegd',
  onvindbaar: 'Onvindbaar na alle pogingen',
} as const

export const Afsluitreden = z.enum(
  Object.keys(afsluitredenen) as [keyof typeof afsluitredenen, ...(keyof typeof afsluitredenen)[]],
)
export type Afsluitreden = z.infer<typeof Afsluitreden>

/** What makes a step: what, when, and who does it. */
const Stap = z.object({
  volgendeStap: tekst('de volgende stap', 200),
  volgendeStapOp: Datum,
})

export const Opvolging = z.object({
  id: z.uuid(),
  /** Short code to name a step by telephone without naming the person. */
  kenmerk: z.string(),
  persoonId: z.uuid().nullable(),
  meldingId: z.uuid().nullable(),
  /** Name of the cliënt, or that the melding is anonymous. */
  naam: z.string(),
  status: z.enum(['open', 'afgesloten']),
  organisatieId: z.uuid(),
  organisatie: z.string(),
  contactpersoonId: z.uuid(),
  contactpersoon: z.string(),
  volgendeStap: z.string().nullable(),
  volgendeStapOp: z.string().nullable(),
  dagenTeLaat: z.number().int(),
  geescaleerdOp: z.string().nullable(),
  afgeslotenOp: z.string().nullable(),
  afsluitreden: Afsluitreden.nullable(),
  afsluittoelichting: z.string().nullable(),
  versie: z.number().int(),
})
export type Opvolging = z.infer<typeof Opvolging>

export const listOpvolgingen = endpoint({
  method: 'GET',
  path: '/opvolgingen',
  name: 'listOpvolgingen',
  summary: 'Volgende stappen waarvoor uw organisatie verantwoordelijk is, de oudste eerst',
  query: Paging.extend({
    status: z.enum(['open', 'afgesloten']).default('open'),
    alleen: z.enum(['alle', 'te_laat', 'van_mij']).default('alle'),
    sorteer: z
      .enum(['volgendeStapOp', '-volgendeStapOp', 'naam', '-naam', 'contactpersoon', '-contactpersoon'], {
        error: 'Zo kan deze lijst niet gesorteerd worden.',
      })
      .default('volgendeStapOp'),
    kenmerk: z
      .string()
      .trim()
      .regex(/^[0-9a-fA-F]{1,8}$/, { error: 'Een kenmerk bestaat uit cijfers en de letters A tot F.' })
      .optional(),
  }),
  response: page(Opvolging),
})

export const haalOpvolging = endpoint({
  method: 'GET',
  path: '/personen/:id/opvolging',
  name: 'haalOpvolging',
  summary: 'Wie verantwoordelijk is voor een cliënt en wat de volgende stap is; null als dat er niet is',
  params: IdParam,
  response: z.object({
    opvolging: Opvolging.nullable(),
    /** Member of the household whose step this is, when the person has none open of their own; else null. */
    via: z.object({ persoonId: z.uuid(), naam: z.string() }).nullable(),
  }),
})

export const startOpvolging = endpoint({
  method: 'POST',
  path: '/personen/:id/opvolging',
  name: 'startOpvolging',
  summary: 'Houd een cliënt in beeld: uw organisatie wordt verantwoordelijk voor de volgende stap',
  params: IdParam,
  body: Stap,
  response: z.object({}),
})

export const wijzigOpvolging = endpoint({
  method: 'PATCH',
  path: '/opvolgingen/:id',
  name: 'wijzigOpvolging',
  summary: 'Zet de volgende stap, een andere contactpersoon of een andere verantwoordelijke organisatie',
  params: IdParam,
  body: Stap.extend({
    versie: Versie,
    organisatieId: z.uuid().optional(),
    contactpersoonId: z.uuid().optional(),
  }),
  response: z.object({ versie: z.number().int() }),
})

export const sluitOpvolging = endpoint({
  method: 'POST',
  path: '/opvolgingen/:id/sluiting',
  name: 'sluitOpvolging',
  summary: 'Sluit de opvolging met een reden; kan alleen als er niets meer open staat',
  params: IdParam,
  body: z.object({
    versie: Versie,
    reden: Afsluitreden,
    toelichting: tekst('de toelichting', 500),
    op: Datum,
  }),
  response: z.object({}),
})

export const listContactpersonen = endpoint({
  method: 'GET',
  path: '/opvolgingen/:id/contactpersonen',
  name: 'listContactpersonen',
  summary: 'Medewerkers van betrokken organisaties die de volgende stap kunnen doen',
  params: IdParam,
  response: z.object({
    results: z.array(
      z.object({ id: z.uuid(), naam: z.string(), organisatieId: z.uuid(), organisatie: z.string() }),
    ),
  }),
})

export const TeLateStap = z.object({
  kenmerk: z.string(),
  organisatie: z.string(),
  contactpersoon: z.string(),
  volgendeStapOp: z.string(),
  dagenTeLaat: z.number().int(),
  geescaleerdOp: z.string().nullable(),
})
export type TeLateStap = z.infer<typeof TeLateStap>

export const listTeLaatInRegio = endpoint({
  method: 'GET',
  path: '/opvolgingen/te-laat-in-regio',
  name: 'listTeLaatInRegio',
  summary: 'Te late stappen in de regio per organisatie en contactpersoon, zonder cliënten',
  query: Paging,
  response: page(TeLateStap).extend({
    perOrganisatie: z.array(
      z.object({ organisatie: z.string(), aantal: z.number().int(), geescaleerd: z.number().int() }),
    ),
  }),
})

export const voegSamen = endpoint({
  method: 'POST',
  path: '/samenvoegingen',
  name: 'voegSamen',
  summary: 'Voeg twee dossiers van dezelfde persoon samen; terug te draaien',
  body: z.object({
    persoonId: z.uuid(),
    opgegaanIn: z.uuid(),
    reden: tekst('de reden', 500),
  }),
  response: z.object({ id: z.uuid() }),
})

export const draaiSamenvoegingTerug = endpoint({
  method: 'POST',
  path: '/samenvoegingen/:id/terugdraaiing',
  name: 'draaiSamenvoegingTerug',
  summary: 'Draai een samenvoeging terug; beide dossiers gelden weer',
  params: IdParam,
  body: z.object({ reden: tekst('de reden', 500) }),
  response: z.object({}),
})
