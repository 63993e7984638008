import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst, Versie } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { keysOf } from '../../../shared/keys.ts'
import { DatumOfLeeg, Gedaan, leeg, sorteer, vrij } from './delen.ts'
import { type Adviesstand, adviesstanden, overnames } from './keuzes.ts'

const Stand = z.enum(keysOf(adviesstanden))

/** Where an advice stands; follows from its days, so that the two cannot differ. */
export function adviesstandVan(een: {
  readonly ontvangenOp: string | null
  readonly antwoordOp: string | null
  readonly vervallenOp: string | null
}): Adviesstand {
  if (een.vervallenOp !== null) return 'vervallen'
  if (een.antwoordOp !== null) return 'beantwoord'
  return een.ontvangenOp === null ? 'gevraagd' : 'ontvangen'
}

const advies = {
  raadId: Id,
  isGevraagd: z.boolean({ error: 'Kies of om het advies is gevraagd.' }),
  onderwerp: tekst('het onderwerp', 300),
  activiteitId: leeg(Id),
  programmaId: leeg(Id),
  gevraagdOp: DatumOfLeeg,
  verwachtOp: DatumOfLeeg,
  ontvangenOp: DatumOfLeeg,
  tekst: vrij('het advies', 4000),
}
type Advies = z.output<z.ZodObject<typeof advies>>

/** Every fault at its own field, so that the screen can point at it. */
function check(een: Advies, { addIssue }: z.RefinementCtx) {
  const fout = (path: string, message: string) =>
    addIssue({ code: 'custom', path: [path], message, input: een })
  if (een.activiteitId !== null && een.programmaId !== null)
    fout('programmaId', 'Kies een activiteit of een programma, niet allebei.')
  if (een.isGevraagd) {
    if (een.gevraagdOp === null) fout('gevraagdOp', 'Vul in wanneer om het advies is gevraagd.')
    if (een.verwachtOp === null) fout('verwachtOp', 'Vul in wanneer het advies er uiterlijk is.')
  } else if (een.ontvangenOp === null)
    fout('ontvangenOp', 'Vul in wanneer het advies kwam, of kies dat erom is gevraagd.')
  if ((een.ontvangenOp === null) !== (een.tekst === null))
    fout(
      een.tekst === null ? 'tekst' : 'ontvangenOp',
      een.tekst === null ? 'Vul in wat de raad adviseert.' : 'Vul in wanneer het advies kwam.',
    )
  if (!een.isGevraagd || een.gevraagdOp === null) return
  if (een.verwachtOp !== null && een.verwachtOp < een.gevraagdOp)
    fout('verwachtOp', 'Kies een dag op of na de dag van vragen.')
  if (een.ontvangenOp !== null && een.ontvangenOp < een.gevraagdOp)
    fout('ontvangenOp', 'Kies een dag op of na de dag van vragen.')
}
export const AdviesInvoer = z.object(advies).superRefine(check)
export type AdviesInvoer = z.output<typeof AdviesInvoer>
export const AdviesWijziging = z.object({ ...advies, versie: Versie }).superRefine(check)
export type AdviesWijziging = z.output<typeof AdviesWijziging>

const Rij = z.object({
  id: Id,
  raadId: Id,
  raad: z.string(),
  onderwerp: z.string(),
  /** The activiteit or programma, in words; null when it is about something else. */
  waarover: z.string().nullable(),
  isGevraagd: z.boolean(),
  gevraagdOp: Datum.nullable(),
  verwachtOp: Datum.nullable(),
  ontvangenOp: Datum.nullable(),
  antwoordOp: Datum.nullable(),
  /** Last day for the answer by the term of today; null while there is no advice, and when it fell away. */
  antwoordVoor: Datum.nullable(),
  isTeLaat: z.boolean(),
  overgenomen: z.enum(keysOf(overnames)).nullable(),
  stand: Stand,
  versie: Versie,
})
export type Adviesrij = z.infer<typeof Rij>

export const listAdviezen = endpoint({
  method: 'GET',
  path: '/adviezen',
  name: 'listAdviezen',
  summary: 'Adviezen van adviesraden, met het antwoord van het college',
  query: Paging.extend({
    stand: Stand.optional(),
    sorteer: sorteer(
      [
        'raad',
        '-raad',
        'onderwerp',
        '-onderwerp',
        'ontvangenOp',
        '-ontvangenOp',
        'antwoordVoor',
        '-antwoordVoor',
        'stand',
        '-stand',
      ],
      '-ontvangenOp',
    ),
  }),
  response: page(Rij),
})

export const getAdvies = endpoint({
  method: 'GET',
  path: '/adviezen/:id',
  name: 'getAdvies',
  summary: 'Eén advies met het antwoord',
  params: IdParam,
  response: Rij.extend({
    activiteitId: Id.nullable(),
    programmaId: Id.nullable(),
    tekst: z.string().nullable(),
    antwoord: z.string().nullable(),
    motivering: z.string().nullable(),
    vervallenOp: Datum.nullable(),
    vervallenReden: z.string().nullable(),
  }),
})
export type Adviesdetail = z.output<(typeof getAdvies)['response']>

export const postAdvies = endpoint({
  method: 'POST',
  path: '/adviezen',
  name: 'postAdvies',
  summary: 'Leg een vraag om advies vast, of een advies uit eigen beweging',
  body: AdviesInvoer,
  response: Gedaan,
})

export const putAdvies = endpoint({
  method: 'PUT',
  path: '/adviezen/:id',
  name: 'putAdvies',
  summary: 'Verbeter een advies waarop nog geen antwoord is',
  params: IdParam,
  body: AdviesWijziging,
  response: Gedaan,
})

export const ontvangAdvies = endpoint({
  method: 'POST',
  path: '/adviezen/:id/ontvangst',
  name: 'ontvangAdvies',
  summary: 'Leg vast dat een gevraagd advies er is',
  params: IdParam,
  body: z.object({ versie: Versie, ontvangenOp: Datum, tekst: tekst('wat de raad adviseert', 4000) }),
  response: Gedaan,
  status: 200,
})

export const AdviesAntwoord = z
  .object({
    versie: Versie,
    antwoordOp: Datum,
    antwoord: tekst('het antwoord', 4000),
    overgenomen: z.enum(keysOf(overnames), { error: 'Kies of het advies is overgenomen.' }),
    motivering: vrij('waarom', 2000),
  })
  .refine((een) => een.overgenomen === 'ja' || een.motivering !== null, {
    path: ['motivering'],
    error: 'Vul in waarom het advies niet of niet helemaal is overgenomen.',
  })
export type AdviesAntwoord = z.output<typeof AdviesAntwoord>

export const beantwoordAdvies = endpoint({
  method: 'POST',
  path: '/adviezen/:id/antwoord',
  name: 'beantwoordAdvies',
  summary: 'Leg het antwoord van het college vast, of verbeter het',
  params: IdParam,
  body: AdviesAntwoord,
  response: Gedaan,
  status: 200,
})

export const laatAdviesVervallen = endpoint({
  method: 'POST',
  path: '/adviezen/:id/verval',
  name: 'laatAdviesVervallen',
  summary: 'Laat een advies zonder antwoord vervallen, met reden',
  params: IdParam,
  body: z.object({ versie: Versie, reden: tekst('de reden', 500) }),
  response: Gedaan,
  status: 200,
})
