import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst, Versie } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { keysOf } from '../../../shared/keys.ts'
import { GemeenteCode } from '../../beheer/domain/soorten.ts'
import { Gedaan, keuze, vrij } from './contract.ts'
import { sleutelfiguurSoorten } from './keuzes.ts'

// Contacts on the street and whom to know in a wijk.

const leeg = <T extends z.ZodType>(type: T) => type.nullable().default(null)
const Tijd = z
  .string({ error: 'Vul een tijd in, bijvoorbeeld 23:05.' })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'Vul een tijd in, bijvoorbeeld 23:05.' })

const contact = {
  dag: Datum,
  tijd: Tijd,
  gemeenteCode: GemeenteCode,
  wijk: leeg(z.string().max(60)),
  plek: tekst('waar het was', 120),
  aantal: z
    .number({ error: 'Vul in met hoeveel mensen.' })
    .int({ error: 'Vul een heel getal in.' })
    .min(1, { error: 'Vul 1 of meer in.' })
    .max(50, { error: 'Vul niet meer dan 50 in.' })
    .default(1),
  uitkomst: keuze('hoe het ging'),
  /** How a colleague knows the person again; a name is not needed. */
  herkenning: vrij('de herkenning', 200),
  notitie: vrij('de notitie', 500),
  vervolgOp: leeg(Datum),
  persoonId: leeg(z.uuid({ error: 'Kies een cliënt uit de lijst.' })),
}

export const ContactInvoer = z.object({ ...contact, vorigContactId: leeg(Id) })
export type ContactInvoer = z.output<typeof ContactInvoer>
export const ContactWijziging = z.object({ ...contact, versie: Versie })
export type ContactWijziging = z.output<typeof ContactWijziging>

const ContactRij = z.object({
  id: Id,
  contactOp: z.iso.datetime(),
  gemeente: z.string(),
  wijk: z.string().nullable(),
  plek: z.string(),
  aantal: z.number().int(),
  uitkomst: z.string(),
  herkenning: z.string().nullable(),
  vervolgOp: Datum.nullable(),
  /** Somebody went back already. */
  isVervolgd: z.boolean(),
  door: z.string().nullable(),
  persoonId: Id.nullable(),
  persoon: z.string().nullable(),
})
export type ContactRij = z.infer<typeof ContactRij>

export const listContacten = endpoint({
  method: 'GET',
  path: '/outreachcontacten',
  name: 'listContacten',
  summary: 'Contacten op straat en aan huis van de eigen organisatie',
  query: Paging.extend({
    stand: z.enum(['terug', 'te_laat']).optional(),
    uitkomst: z.string().max(60).optional(),
    gemeente: z.string().max(10).optional(),
    sorteer: z
      .enum(['contactOp', '-contactOp', 'vervolgOp', '-vervolgOp'], {
        error: 'Zo kan deze lijst niet gesorteerd worden.',
      })
      .default('-contactOp'),
    formaat: z.string().optional(),
  }),
  response: page(ContactRij),
})

export const getContact = endpoint({
  method: 'GET',
  path: '/outreachcontacten/:id',
  name: 'getContact',
  summary: 'Een contact op straat of aan huis',
  params: IdParam,
  response: ContactRij.extend({
    versie: z.number().int(),
    dag: Datum,
    tijd: Tijd,
    gemeenteCode: z.string(),
    wijkCode: z.string().nullable(),
    uitkomstCode: z.string(),
    notitie: z.string().nullable(),
    vorigContactId: Id.nullable(),
  }),
})

export const postContact = endpoint({
  method: 'POST',
  path: '/outreachcontacten',
  name: 'postContact',
  summary: 'Leg een contact op straat of aan huis vast; een naam is niet nodig',
  body: ContactInvoer,
  response: Gedaan,
})

export const putContact = endpoint({
  method: 'PUT',
  path: '/outreachcontacten/:id',
  name: 'putContact',
  summary: 'Verbeter een contact',
  params: IdParam,
  body: ContactWijziging,
  response: Gedaan,
})

const figuur = {
  soort: z.enum(keysOf(sleutelfiguurSoorten), { error: 'Kies een soort.' }),
  naam: tekst('de naam', 120),
  rol: tekst('wat zij doen', 200),
  organisatie: vrij('de organisatie', 120),
  gemeenteCode: leeg(GemeenteCode),
  wijk: leeg(z.string().max(60)),
  telefoon: vrij('het telefoonnummer', 40),
  email: vrij('het e-mailadres', 120),
  bereikbaar: vrij('wanneer zij bereikbaar zijn', 120),
  akkoordOp: Datum,
  gestoptOp: leeg(Datum),
}
export const FiguurInvoer = z.object(figuur)
export type FiguurInvoer = z.output<typeof FiguurInvoer>
export const FiguurWijziging = FiguurInvoer.extend({ versie: Versie })
export type FiguurWijziging = z.output<typeof FiguurWijziging>

const FiguurRij = z.object({
  ...figuur,
  id: Id,
  gemeenteCode: z.string().nullable(),
  organisatie: z.string().nullable(),
  telefoon: z.string().nullable(),
  email: z.string().nullable(),
  bereikbaar: z.string().nullable(),
  gemeente: z.string().nullable(),
  wijkNaam: z.string().nullable(),
  versie: z.number().int(),
})
export type FiguurRij = z.infer<typeof FiguurRij>

export const listFiguren = endpoint({
  method: 'GET',
  path: '/sleutelfiguren',
  name: 'listFiguren',
  summary: 'Sleutelfiguren, informele netwerken en convenantpartners in de regio',
  query: Paging.extend({
    soort: z.enum(keysOf(sleutelfiguurSoorten)).optional(),
    gemeente: z.string().max(10).optional(),
    gestopt: z.enum(['ja']).optional(),
    sorteer: z
      .enum(['naam', '-naam', 'gemeente', '-gemeente'], {
        error: 'Zo kan deze lijst niet gesorteerd worden.',
      })
      .default('naam'),
    formaat: z.string().optional(),
  }),
  response: page(FiguurRij),
})

export const getFiguur = endpoint({
  method: 'GET',
  path: '/sleutelfiguren/:id',
  name: 'getFiguur',
  summary: 'Een sleutelfiguur, netwerk of convenantpartner',
  params: IdParam,
  response: FiguurRij,
})

export const postFiguur = endpoint({
  method: 'POST',
  path: '/sleutelfiguren',
  name: 'postFiguur',
  summary: 'Zet een sleutelfiguur, netwerk of convenantpartner op de lijst',
  body: FiguurInvoer,
  response: Gedaan,
})

export const putFiguur = endpoint({
  method: 'PUT',
  path: '/sleutelfiguren/:id',
  name: 'putFiguur',
  summary: 'Wijzig een sleutelfiguur, netwerk of convenantpartner',
  params: IdParam,
  body: FiguurWijziging,
  response: Gedaan,
})
