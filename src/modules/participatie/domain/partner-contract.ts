import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst, Versie } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { keysOf } from '../../../shared/keys.ts'
import { DatumOfLeeg, Emailadres, Gedaan, Genoemd, leeg, sorteer, vrij } from './delen.ts'
import { partijrollen, partnersoorten, wisredenen } from './keuzes.ts'

const Soort = z.enum(keysOf(partnersoorten), { error: 'Kies wat voor organisatie het is.' })

/** One name on each line. */
const AndereNamen = z
  .array(z.string().trim().max(200, { error: 'Gebruik voor een naam niet meer dan 200 tekens.' }))
  .max(20, { error: 'Noem niet meer dan 20 andere namen.' })
  .transform((namen) => namen.filter(Boolean))

const partner = {
  naam: tekst('de naam', 200),
  andereNamen: AndereNamen,
  soort: Soort,
  /** The organisation in Onderdak; null when it does not work with it. */
  organisatieId: leeg(Id),
  toelichting: vrij('de toelichting', 1000),
  /** Last day of working together; null while it goes on. */
  totEnMet: DatumOfLeeg,
  bron: tekst('de bron', 300),
  /** Said after a warning that a partner with such a name is there. */
  isEenAndere: z.boolean().default(false),
}

export const PartnerInvoer = z.object(partner)
export type PartnerInvoer = z.output<typeof PartnerInvoer>
export const PartnerWijziging = z.object({ ...partner, versie: Versie })
export type PartnerWijziging = z.output<typeof PartnerWijziging>

const Rij = z.object({
  id: Id,
  naam: z.string(),
  andereNamen: z.array(z.string()),
  soort: Soort,
  organisatieId: Id.nullable(),
  organisatie: z.string().nullable(),
  totEnMet: Datum.nullable(),
  /** How many activiteiten it pulls, and how many need it. */
  trekt: z.number().int(),
  nodig: z.number().int(),
  bron: z.string(),
  versie: Versie,
})
export type Partnerrij = z.infer<typeof Rij>

export const listPartners = endpoint({
  method: 'GET',
  path: '/partners',
  name: 'listPartners',
  summary: 'Partners van de regio, met hoeveel activiteiten zij trekken',
  query: Paging.extend({
    zoek: z.string().max(100).optional(),
    soort: Soort.optional(),
    stand: z.enum(['nu', 'gestopt', 'alle']).optional(),
    sorteer: sorteer(
      ['naam', '-naam', 'soort', '-soort', 'trekt', '-trekt', 'nodig', '-nodig', 'totEnMet', '-totEnMet'],
      'naam',
    ),
  }),
  response: page(Rij),
})

const Bijactiviteit = z.object({
  activiteitId: Id,
  programma: z.string(),
  code: z.string(),
  activiteit: z.string(),
  rol: z.enum(keysOf(partijrollen)),
  resultaatNummer: z.number().int().nullable(),
})
export type Bijactiviteit = z.infer<typeof Bijactiviteit>

export const getPartner = endpoint({
  method: 'GET',
  path: '/partners/:id',
  name: 'getPartner',
  summary: 'Eén partner met wat hij doet; zonder contactpersonen',
  params: IdParam,
  response: Rij.extend({
    toelichting: z.string().nullable(),
    activiteiten: z.array(Bijactiviteit),
    /** What the region may expect of this kind of partner today, with where that stands. */
    verwachtingen: z.array(z.object({ code: z.string(), tekst: z.string(), bron: z.string().nullable() })),
    contacten: z.number().int(),
  }),
})
export type Partner = z.output<(typeof getPartner)['response']>

export const listPartnerdubbelen = endpoint({
  method: 'GET',
  path: '/partnerdubbelen',
  name: 'listPartnerdubbelen',
  summary: 'Partners die op deze naam lijken, voordat u er een toevoegt',
  query: z.object({ naam: z.string().max(200) }),
  response: z.object({
    partners: z.array(
      z.object({ id: Id, naam: z.string(), andereNamen: z.array(z.string()), isDezelfde: z.boolean() }),
    ),
  }),
})

export const getPartnerkeuzes = endpoint({
  method: 'GET',
  path: '/partnerkeuzes',
  name: 'getPartnerkeuzes',
  summary: 'De organisaties in Onderdak waaruit bij een partner te kiezen is',
  response: z.object({ organisaties: z.array(Genoemd) }),
})

export const postPartner = endpoint({
  method: 'POST',
  path: '/partners',
  name: 'postPartner',
  summary: 'Voeg een partner toe',
  body: PartnerInvoer,
  response: Gedaan,
})

export const putPartner = endpoint({
  method: 'PUT',
  path: '/partners/:id',
  name: 'putPartner',
  summary: 'Wijzig een partner, of leg vast dat de samenwerking stopt',
  params: IdParam,
  body: PartnerWijziging,
  response: Gedaan,
})

// ── Whom to reach there: personal data, by itself ──────────────────────────────────────────────────────────────────

const Contact = z.object({
  id: Id,
  functie: z.string(),
  naam: z.string().nullable(),
  email: z.string().nullable(),
  telefoon: z.string().nullable(),
  doel: z.string().nullable(),
  totEnMet: Datum.nullable(),
  gewistOp: Datum.nullable(),
  gewistReden: z.enum(keysOf(wisredenen)).nullable(),
  versie: Versie,
})
export type Partnercontact = z.infer<typeof Contact>

export const getPartnercontacten = endpoint({
  method: 'GET',
  path: '/partners/:id/contacten',
  name: 'getPartnercontacten',
  summary: 'De contactpersonen van een partner; elke keer kijken komt in het logboek',
  params: IdParam,
  response: z.object({ contacten: z.array(Contact) }),
})

export const ContactInvoer = z
  .object({
    functie: tekst('de functie', 200),
    naam: vrij('de naam', 200),
    email: leeg(Emailadres),
    telefoon: vrij('het telefoonnummer', 30),
    doel: vrij('het doel', 300),
    totEnMet: DatumOfLeeg,
  })
  .superRefine((een, { addIssue }) => {
    if (!heeftGegevens(een)) return
    const fout = (path: string, message: string) =>
      addIssue({ code: 'custom', path: [path], message, input: een })
    if (een.doel === null) fout('doel', 'Vul in waarvoor u deze gegevens bewaart.')
    if (een.totEnMet === null) fout('totEnMet', 'Kies tot en met welke dag u deze gegevens bewaart.')
  })
export type ContactInvoer = z.output<typeof ContactInvoer>

export const heeftGegevens = (een: Pick<ContactInvoer, 'naam' | 'email' | 'telefoon'>) =>
  een.naam !== null || een.email !== null || een.telefoon !== null

export const postPartnercontact = endpoint({
  method: 'POST',
  path: '/partners/:id/contacten',
  name: 'postPartnercontact',
  summary: 'Voeg een contactpersoon toe, met doel en einde',
  params: IdParam,
  body: ContactInvoer,
  response: Gedaan,
})

export const trekPartnercontactIn = endpoint({
  method: 'POST',
  path: '/partnercontacten/:id/intrekking',
  name: 'trekPartnercontactIn',
  summary: 'Trek een contactpersoon in; naam en bereikbaarheid worden meteen gewist',
  params: IdParam,
  body: z.object({}),
  response: Gedaan,
  status: 200,
})
