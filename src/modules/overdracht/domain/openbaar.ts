import { z } from 'zod'
import { endpoint, tekst } from '../../../shared/endpoint.ts'
import { keysOf } from '../../../shared/keys.ts'
import { wetsovergangen } from './rules.ts'
import { toestanden } from './toestanden.ts'

// For whoever holds the one-time link and has no account. The link stands in the body, so that it is in no log of addresses.

const Token = z
  .string({ error: 'Deze link is niet compleet. Kopieer de hele link.' })
  .regex(/^[\w-]{43}$/, { error: 'Deze link is niet compleet. Kopieer de hele link.' })

export const Linkstand = z.object({
  van: z.string(),
  naar: z.string(),
  toestand: z.enum(keysOf(toestanden)),
  antwoordUiterlijk: z.string(),
  isGeopend: z.boolean(),
  kanAntwoorden: z.boolean(),
})
export type Linkstand = z.infer<typeof Linkstand>

/** Exactly the gegevensset `overdracht`, and nothing else of the person. */
export const GedeeldeOverdracht = z.object({
  naam: z.string(),
  geboortedatum: z.string().nullable(),
  reden: z.string(),
  samenvatting: z.string(),
  zonderJeugdgegevens: z.boolean(),
  wetsovergang: z.enum(keysOf(wetsovergangen)),
  contactpersoon: z.string(),
  organisatie: z.string(),
  telefoon: z.string().nullable(),
  artikel: z.string(),
  vervaltOp: z.string(),
})
export type GedeeldeOverdracht = z.infer<typeof GedeeldeOverdracht>

export const bekijkLinkstand = endpoint({
  method: 'POST',
  path: '/overdrachtlinks/stand',
  name: 'bekijkLinkstand',
  summary: 'Of een link nog werkt en al is geopend; zonder gegevens van de cliënt',
  body: z.object({ token: Token }),
  response: Linkstand,
  status: 200,
})

export const openOverdrachtlink = endpoint({
  method: 'POST',
  path: '/overdrachtlinks/opening',
  name: 'openOverdrachtlink',
  summary: 'Open een link: toont één keer wat is gedeeld',
  body: z.object({ token: Token }),
  response: GedeeldeOverdracht,
  status: 200,
})

export const beantwoordOverdrachtlink = endpoint({
  method: 'POST',
  path: '/overdrachtlinks/antwoord',
  name: 'beantwoordOverdrachtlink',
  summary: 'Neem een overdracht aan of weiger haar, met wie daarvoor tekent',
  body: z
    .object({
      token: Token,
      antwoord: z.enum(['accepteren', 'weigeren'], { error: 'Kies of u de cliënt overneemt.' }),
      naam: tekst('uw naam', 120),
      functie: tekst('uw functie', 120),
      telefoon: tekst('uw telefoonnummer', 30),
      toelichting: tekst('de toelichting', 500).nullish(),
    })
    .refine((value) => value.antwoord === 'accepteren' || value.toelichting, {
      path: ['toelichting'],
      error: 'Leg uit waarom u de cliënt niet overneemt.',
    }),
  response: Linkstand,
  status: 200,
})
