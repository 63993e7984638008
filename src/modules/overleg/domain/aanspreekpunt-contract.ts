import { z } from 'zod'
import { endpoint, tekst } from '../../../shared/endpoint.ts'
import { faultsIn, Gedaan, vrij } from './contract.ts'

const Email = z
  .email({ error: 'Vul een e-mailadres in, bijvoorbeeld regio@gemeente.nl.' })
  .max(200, { error: 'Gebruik niet meer dan 200 tekens.' })
const Telefoon = z
  .string()
  .trim()
  .regex(/^[+(\d][\d\s()-]{5,28}$/, { error: 'Vul een telefoonnummer in, bijvoorbeeld 010 123 45 67.' })

const inhoud = {
  functie: tekst('de functie', 150),
  organisatie: tekst('de organisatie', 150),
  telefoon: Telefoon.nullable(),
  email: Email.nullable(),
  bereikbaar: vrij('wanneer het bereikbaar is', 200),
  waarvoor: tekst('waarvoor men hier terechtkan', 500),
}

/** Version 0: there is none yet. */
export const AanspreekpuntWijziging = z.object({ ...inhoud, versie: z.number().int().min(0) }).superRefine(
  faultsIn((one, fout) => {
    if (one.telefoon === null && one.email === null)
      fout(['telefoon'], 'Vul een telefoonnummer of een e-mailadres in.')
  }),
)
export type AanspreekpuntWijziging = z.output<typeof AanspreekpuntWijziging>

const Aanspreekpunt = z.object({
  functie: z.string(),
  organisatie: z.string(),
  telefoon: z.string().nullable(),
  email: z.string().nullable(),
  bereikbaar: z.string().nullable(),
  waarvoor: z.string(),
})
export type Aanspreekpunt = z.output<typeof Aanspreekpunt>

export const getRegioaanspreekpunt = endpoint({
  method: 'GET',
  path: '/regioaanspreekpunt',
  name: 'getRegioaanspreekpunt',
  summary: 'Het ene aanspreekpunt van de regio voor wie buiten staat',
  response: z.object({
    aanspreekpunt: Aanspreekpunt.extend({ versie: z.number().int() }).nullable(),
  }),
})

export const putRegioaanspreekpunt = endpoint({
  method: 'PUT',
  path: '/regioaanspreekpunt',
  name: 'putRegioaanspreekpunt',
  summary: 'Wijzig het aanspreekpunt van de regio; iedereen ziet het',
  body: AanspreekpuntWijziging,
  response: Gedaan,
})

export const listRegioaanspreekpunten = endpoint({
  method: 'GET',
  path: '/regioaanspreekpunten',
  name: 'listRegioaanspreekpunten',
  summary: 'Per regio het aanspreekpunt; zonder inloggen',
  response: z.object({
    regios: z.array(z.object({ naam: z.string(), aanspreekpunt: Aanspreekpunt.nullable() })),
  }),
})
