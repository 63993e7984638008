import { z } from 'zod'
import { endpoint, tekst } from './endpoint.ts'

/** Who is working, for which organisatie, in which rol. The browser hides what `permissies` lacks; the server decides. */
export const Sessie = z.object({
  gebruiker: z.object({ id: z.uuid(), naam: z.string() }),
  organisatie: z.object({ id: z.uuid(), naam: z.string() }),
  rol: z.string(),
  rolNaam: z.string(),
  regio: z.object({ id: z.uuid(), code: z.string(), naam: z.string() }),
  /** Other roles of this person, for the role switch; holds the current one too. */
  rollen: z.array(z.object({ rol: z.string(), rolNaam: z.string() })).default([]),
  permissies: z.array(z.string()),
  csrf: z.string(),
  /** True in a demo region: all data is made up and the login page shows the accounts. */
  demo: z.boolean(),
})
export type Sessie = z.infer<typeof Sessie>

export const haalSessie = endpoint({
  method: 'GET',
  path: '/sessie',
  name: 'haalSessie',
  summary: 'Wie is ingelogd, in welke rol en met welke rechten',
  response: Sessie,
})

export const inloggen = endpoint({
  method: 'POST',
  path: '/inloggen',
  name: 'inloggen',
  summary: 'Inloggen met gebruikersnaam, wachtwoord en code',
  body: z.object({
    gebruikersnaam: tekst('uw gebruikersnaam', 200),
    wachtwoord: z
      .string({ error: 'Vul uw wachtwoord in.' })
      .min(1, { error: 'Vul uw wachtwoord in.' })
      .max(200),
    code: z
      .string({ error: 'Vul de code van 6 cijfers in.' })
      .trim()
      .regex(/^\d{6}$/, { error: 'Vul de code van 6 cijfers in.' }),
  }),
  response: Sessie,
  status: 200,
})

export const uitloggen = endpoint({
  method: 'POST',
  path: '/uitloggen',
  name: 'uitloggen',
  summary: 'Uitloggen',
  response: z.object({}),
  status: 200,
})

export const wisselRol = endpoint({
  method: 'POST',
  path: '/sessie/rol',
  name: 'wisselRol',
  summary: 'Verder werken in een andere rol',
  body: z.object({ rol: z.string() }),
  response: Sessie,
  status: 200,
})

export const listDemoLogins = endpoint({
  method: 'GET',
  path: '/demo/logins',
  name: 'listDemoLogins',
  summary: 'Accounts om Onderdak mee te proberen; bestaat alleen in een demo',
  response: z.object({
    logins: z.array(
      z.object({
        gebruikersnaam: z.string(),
        wachtwoord: z.string(),
        code: z.string(),
        naam: z.string(),
        rolNaam: z.string(),
        organisatie: z.string(),
        regio: z.string(),
      }),
    ),
  }),
})

export const listAanmeldwijzen = endpoint({
  method: 'GET',
  path: '/aanmeldwijzen',
  name: 'listAanmeldwijzen',
  summary: 'Hoe mensen kunnen inloggen: met een account van Onderdak, via de eigen organisatie, of allebei',
  response: z.object({ lokaal: z.boolean(), oidc: z.object({ naam: z.string() }).nullable() }),
})
