import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst, Versie } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { intakeToestanden } from './toestanden.ts'

// Guests of a night and the offer of an intake.

export const gastSoorten = { anoniem: 'Zonder naam', bekend: 'Bekende cliënt' } as const
export const intakeUitkomsten = {
  gesproken: 'Gesproken, nu geen hulp nodig',
  wil_niet: 'Wil geen intake',
  niet_gevonden: 'Niet meer gevonden',
  al_bekend: 'Heeft al een melding of traject',
} as const
const GastSoort = z.enum(Object.keys(gastSoorten) as [keyof typeof gastSoorten])
const Uitkomst = z.enum(Object.keys(intakeUitkomsten) as [keyof typeof intakeUitkomsten], {
  error: 'Kies hoe het afliep.',
})
const leeg = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: `Gebruik niet meer dan ${max} tekens.` })
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .default(null)

/** WIN-02, WIN-04: no name, no burgerservicenummer, no entitlement; only that there is nowhere else to sleep. */
export const GastenInvoer = z.object({
  locatieId: z.uuid({ error: 'Kies een locatie.' }),
  /** Left out: the night that is going on. */
  nacht: Datum.nullable().default(null),
  soort: GastSoort.default('anoniem'),
  aantal: z
    .number({ error: 'Vul een aantal gasten in.' })
    .int({ error: 'Vul een heel getal in.' })
    .min(1, { error: 'Noteer minstens 1 gast.' })
    .max(50, { error: 'Noteer hooguit 50 gasten tegelijk.' })
    .default(1),
  /** With commas between them; may be left out. */
  bijnamen: leeg(1000),
  persoonId: Id.nullable().default(null),
  kanNergensAnders: z.boolean().refine((waar) => waar, {
    error: 'Vink aan dat de gast nergens anders kan slapen. Dat is de enige voorwaarde.',
  }),
  bijgezetReden: leeg(200),
  /** Day on which an intake is offered; null: not now. */
  intakeOp: Datum.nullable().default(null),
  intakeOrganisatieId: Id.nullable().default(null),
})
export type GastenInvoer = z.output<typeof GastenInvoer>

const Gast = z.object({
  id: Id,
  nacht: z.string(),
  locatieId: Id,
  locatie: z.string(),
  nummer: z.number().int(),
  soort: GastSoort,
  bijnaam: z.string().nullable(),
  persoonId: Id.nullable(),
  persoon: z.string().nullable(),
  bijgezetReden: z.string().nullable(),
  geregistreerdOp: z.iso.datetime(),
  intake: z.enum(Object.keys(intakeToestanden) as [keyof typeof intakeToestanden]),
  intakeStap: z.string().nullable(),
  intakeOp: z.string().nullable(),
  intakeOrganisatie: z.string().nullable(),
  meldingId: Id.nullable(),
  kanOngedaan: z.boolean(),
  versie: z.number().int(),
})
export type Wintergast = z.infer<typeof Gast>

export const listWintergasten = endpoint({
  method: 'GET',
  path: '/wintergasten',
  name: 'listWintergasten',
  summary: 'Gasten van een nacht die uw organisatie noteerde of die op uw locatie slapen',
  query: z.object({ ...Paging.shape, nacht: Datum.optional(), locatieId: Id.optional() }),
  response: page(Gast).extend({ nacht: z.string() }),
})

export const postWintergasten = endpoint({
  method: 'POST',
  path: '/wintergasten',
  name: 'registerWintergasten',
  summary: 'Een of meer gasten van de nacht noteren, zonder toets op recht of herkomst',
  body: GastenInvoer,
  response: z.object({ ids: z.array(Id), nummers: z.array(z.number().int()), vrij: z.number().int() }),
})

export const OngedaanInvoer = z.object({ versie: Versie, reden: tekst('de reden', 200) })
export const postOngedaan = endpoint({
  method: 'POST',
  path: '/wintergasten/:id/ongedaan',
  name: 'undoWintergast',
  summary: 'Een verkeerde registratie ongedaan maken; het bed is weer vrij',
  params: IdParam,
  body: OngedaanInvoer,
  response: z.object({ id: Id }),
})

export const IntakeInvoer = z.object({
  versie: Versie,
  stap: tekst('wat er gebeurt', 200),
  op: Datum,
  organisatieId: z.uuid({ error: 'Kies wie de intake aanbiedt.' }),
})
export type IntakeInvoer = z.output<typeof IntakeInvoer>
export const postIntake = endpoint({
  method: 'POST',
  path: '/wintergasten/:id/intake',
  name: 'planIntake',
  summary:
    'Afspreken dat iemand een intake aanbiedt; bij een bekende cliënt als volgende stap in de opvolging',
  params: IdParam,
  body: IntakeInvoer,
  response: z.object({ id: Id }),
})

export const postIntakeUitkomst = endpoint({
  method: 'POST',
  path: '/wintergasten/:id/intake-uitkomst',
  name: 'finishIntake',
  summary: 'Het aanbod van een intake afronden zonder melding',
  params: IdParam,
  body: z.object({ versie: Versie, uitkomst: Uitkomst }),
  response: z.object({ id: Id }),
})

export const postMelding = endpoint({
  method: 'POST',
  path: '/wintergasten/:id/melding',
  name: 'makeMeldingVanWintergast',
  summary: 'Van een gast in één stap een melding maken',
  params: IdParam,
  body: z.object({ versie: Versie }),
  response: z.object({ meldingId: Id, nummer: z.string() }),
})

export const listWinterintakes = endpoint({
  method: 'GET',
  path: '/winterintakes',
  name: 'listWinterintakes',
  summary: 'Gasten aan wie uw organisatie nog een intake aanbiedt, de oudste afspraak eerst',
  query: z.object({ ...Paging.shape }),
  response: page(Gast),
})

export const listIntakeOrganisaties = endpoint({
  method: 'GET',
  path: '/winterintake-organisaties',
  name: 'listIntakeOrganisaties',
  summary: 'Wie een intake kan aanbieden: de toegang in de regio en uw eigen organisatie',
  response: z.object({ organisaties: z.array(z.object({ id: Id, naam: z.string() })) }),
})
