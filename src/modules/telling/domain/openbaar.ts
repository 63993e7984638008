import { z } from 'zod'
import { endpoint } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { keysOf } from '../../../shared/keys.ts'
import { duren, geslachten, gezinnen, herkomsten, leeftijden, oorzaken, slaapplekken } from './keuzes.ts'

// For whoever counts with a link and without an account. The link stands in the body, so that it is in no log of addresses.

export const Token = z
  .string({ error: 'Deze link is niet compleet. Kopieer de hele link.' })
  .regex(/^[\w-]{43}$/, { error: 'Deze link is niet compleet. Kopieer de hele link.' })

const kies = { error: 'Kies een antwoord.' }

const inhoud = {
  klasse: z.enum(keysOf(slaapplekken), kies),
  leeftijd: z.enum(keysOf(leeftijden), kies),
  geslacht: z.enum(keysOf(geslachten), kies),
  gezin: z.enum(keysOf(gezinnen), kies),
  kinderen: z
    .number({ error: 'Vul een getal in.' })
    .int({ error: 'Vul een heel getal in.' })
    .min(0, { error: 'Vul 0 of meer in.' })
    .max(20, { error: 'Vul 20 of minder in.' })
    .default(0),
  herkomst: z.enum(keysOf(herkomsten), kies),
  duur: z.enum(keysOf(duren), kies),
  oorzaken: z.array(z.enum(keysOf(oorzaken))).min(1, { error: 'Kies minstens één antwoord.' }),
}

const letters = (max: number, wat: string) =>
  z
    .string()
    .trim()
    .max(max, { error: `Vul ${wat} in.` })
    .regex(/^\p{L}*$/u, { error: 'Gebruik alleen letters.' })
    .nullish()

/** What makes the code; never kept. Left out at a change, the code stays as it was. */
const herkenning = {
  voorletter: letters(1, 'alleen de eerste letter'),
  achternaam: letters(3, 'hooguit drie letters'),
  geboortejaar: z
    .number()
    .int()
    .min(1900, { error: 'Vul een jaar in van vier cijfers.' })
    .max(2199)
    .nullish(),
  geboortemaand: z
    .number()
    .int()
    .min(1, { error: 'Vul 1 tot en met 12 in.' })
    .max(12, { error: 'Vul 1 tot en met 12 in.' })
    .nullish(),
}

export const AntwoordInvoer = z
  .object({ token: Token, id: Id.nullish(), versie: z.number().int().nullish(), ...inhoud, ...herkenning })
  .refine((one) => one.kinderen === 0 || one.gezin === 'met_kinderen' || one.gezin === 'onbekend', {
    path: ['kinderen'],
    error: 'Kies eerst “Met kinderen jonger dan 18”, of vul 0 in.',
  })
  .refine((one) => one.kinderen > 0 || one.gezin !== 'met_kinderen', {
    path: ['kinderen'],
    error: 'Vul in hoeveel kinderen erbij zijn: 1 of meer.',
  })
export type AntwoordInvoer = z.output<typeof AntwoordInvoer>

export const Telling = z.object({
  telling: z.string(),
  regio: z.string(),
  organisatie: z.string(),
  teldag: z.string(),
  sluitOp: z.string(),
  /** Whether answers can be given today. */
  isOpen: z.boolean(),
  isKlaar: z.boolean(),
  antwoorden: z.array(
    z.object({
      id: Id,
      versie: z.number().int(),
      ...inhoud,
      kinderen: z.number().int(),
      heeftCode: z.boolean(),
    }),
  ),
})
export type Telling = z.infer<typeof Telling>

export const bekijkTellinglink = endpoint({
  method: 'POST',
  path: '/tellinglinks/stand',
  name: 'bekijkTellinglink',
  summary: 'De telling van een link, met de eigen antwoorden; zonder iets waaraan een mens te herkennen is',
  body: z.object({ token: Token }),
  response: Telling,
  status: 200,
})

export const bewaarTellingantwoord = endpoint({
  method: 'POST',
  path: '/tellinglinks/antwoorden',
  name: 'bewaarTellingantwoord',
  summary: 'Eén mens van de teldag, nieuw of gewijzigd',
  body: AntwoordInvoer,
  response: z.object({ id: Id, versie: z.number().int() }),
  status: 200,
})

export const wisTellingantwoord = endpoint({
  method: 'POST',
  path: '/tellinglinks/antwoorden/wissen',
  name: 'wisTellingantwoord',
  summary: 'Wis een eigen antwoord',
  body: z.object({ token: Token, id: Id }),
  response: z.object({ id: Id }),
  status: 200,
})

export const meldTellingKlaar = endpoint({
  method: 'POST',
  path: '/tellinglinks/klaar',
  name: 'meldTellingKlaar',
  summary: 'De organisatie is klaar met tellen, ook als zij niemand kende',
  body: z.object({ token: Token }),
  response: z.object({ klaarOp: z.string() }),
  status: 200,
})
