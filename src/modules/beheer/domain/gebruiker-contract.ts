import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst, Versie } from '../../../shared/endpoint.ts'

/** BIO2 8.05 and NIST 800-63B: length is what counts, no rules about signs. */
export const minimumWachtwoord = 12

const Gebruikersnaam = tekst('een gebruikersnaam', 100).regex(/^[A-Za-z0-9._@-]+$/, {
  error: 'Gebruik alleen letters, cijfers, punt, streepje en @.',
})

const RolVanGebruiker = z.object({
  rol: z.string(),
  naam: z.string(),
  van: Datum,
  tot: Datum.nullable(),
  versie: z.number().int(),
})

export const Gebruiker = z.object({
  id: z.uuid(),
  gebruikersnaam: z.string(),
  naam: z.string(),
  email: z.string().nullable(),
  organisatieId: z.uuid(),
  organisatie: z.string(),
  /** Names of the roles that hold today. */
  rollen: z.string(),
  inlog: z.enum(['wachtwoord', 'organisatie']),
  van: Datum,
  tot: Datum.nullable(),
  geblokkeerdTot: z.string().nullable(),
  versie: Versie,
})

export const GebruikerDetail = Gebruiker.extend({
  rolRegels: z.array(RolVanGebruiker),
  sessies: z.number().int(),
})

/** Shown once, to hand over; the server keeps only a hash and an encrypted secret. */
export const Inloggegevens = z.object({
  wachtwoord: z.string(),
  totpGeheim: z.string(),
  /** For an app that can open it, and as the content of the QR code. */
  otpauth: z.string(),
  /** `data:image/svg+xml;…` of the QR code. */
  qr: z.string(),
})

export const listGebruikers = endpoint({
  method: 'GET',
  path: '/gebruikers',
  name: 'listGebruikers',
  summary: 'Medewerkers met toegang',
  query: Paging.extend({
    zoek: z.string().trim().max(100).optional(),
    organisatieId: z.uuid().optional(),
    rol: z.string().max(60).optional(),
    stand: z.enum(['actief', 'beeindigd']).optional(),
    sorteer: z.string().optional(),
    formaat: z.string().optional(),
  }),
  response: page(Gebruiker),
})
export const getGebruiker = endpoint({
  method: 'GET',
  path: '/gebruikers/:id',
  name: 'getGebruiker',
  summary: 'Eén medewerker met rollen door de tijd',
  params: IdParam,
  response: GebruikerDetail,
})
export const registerGebruikerEndpoint = endpoint({
  method: 'POST',
  path: '/gebruikers',
  name: 'registerGebruiker',
  summary: 'Geef een medewerker toegang',
  body: z.object({
    organisatieId: z.uuid({ error: 'Kies een organisatie.' }),
    gebruikersnaam: Gebruikersnaam,
    naam: tekst('de naam', 100),
    email: z
      .email({ error: 'Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.' })
      .nullable()
      .default(null),
    rollen: z.array(z.string()).min(1, { error: 'Kies minstens één rol.' }),
    inlog: z.enum(['wachtwoord', 'organisatie'], { error: 'Kies hoe de medewerker inlogt.' }),
    van: Datum,
  }),
  response: z.object({ id: z.uuid(), inloggegevens: Inloggegevens.nullable() }),
})
export const changeGebruikerEndpoint = endpoint({
  method: 'PUT',
  path: '/gebruikers/:id',
  name: 'changeGebruiker',
  summary: 'Wijzig naam en e-mailadres van een medewerker',
  params: IdParam,
  body: z.object({
    naam: tekst('de naam', 100),
    email: z
      .email({ error: 'Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.' })
      .nullable()
      .default(null),
    versie: Versie,
  }),
  response: z.object({ versie: Versie }),
})
export const endGebruikerEndpoint = endpoint({
  method: 'POST',
  path: '/gebruikers/:id/beeindiging',
  name: 'endGebruiker',
  summary: 'Vanaf een dag geen toegang meer; vandaag beëindigt ook alle sessies',
  params: IdParam,
  body: z.object({ tot: Datum, versie: Versie }),
  response: z.object({ versie: Versie }),
  status: 200,
})
export const resetInlogEndpoint = endpoint({
  method: 'POST',
  path: '/gebruikers/:id/inlog',
  name: 'resetInlog',
  summary: 'Nieuw wachtwoord en nieuwe code-app; beëindigt alle sessies. Het antwoord komt één keer',
  params: IdParam,
  body: z.object({}),
  response: Inloggegevens,
})
export const revokeSessiesEndpoint = endpoint({
  method: 'POST',
  path: '/gebruikers/:id/sessie-intrekkingen',
  name: 'revokeSessies',
  summary: 'Log een medewerker overal uit',
  params: IdParam,
  body: z.object({}),
  response: z.object({ ingetrokken: z.number().int() }),
  status: 200,
})

const Wachtwoord = z
  .string({ error: 'Vul een wachtwoord in.' })
  .min(minimumWachtwoord, {
    error: `Gebruik minstens ${minimumWachtwoord} tekens. Een zin is een goed wachtwoord.`,
  })
  .max(200)

export const changeWachtwoordEndpoint = endpoint({
  method: 'POST',
  path: '/account/wachtwoord',
  name: 'changeWachtwoord',
  summary: 'Wijzig uw eigen wachtwoord; uw andere sessies eindigen',
  body: z.object({
    huidig: z
      .string({ error: 'Vul uw huidige wachtwoord in.' })
      .min(1, { error: 'Vul uw huidige wachtwoord in.' })
      .max(200),
    nieuw: Wachtwoord,
  }),
  response: z.object({ ingetrokken: z.number().int() }),
  status: 200,
})

const SessieParam = z.object({ id: z.string().regex(/^[0-9a-f]{64}$/) })
export const listEigenSessies = endpoint({
  method: 'GET',
  path: '/account/sessies',
  name: 'listEigenSessies',
  summary: 'Waar u bent ingelogd',
  response: z.object({
    sessies: z.array(
      z.object({
        id: z.string(),
        apparaat: z.string(),
        rol: z.string(),
        begonnenOp: z.string(),
        laatstGebruiktOp: z.string(),
        isDeze: z.boolean(),
      }),
    ),
  }),
})
export const revokeEigenSessie = endpoint({
  method: 'POST',
  path: '/account/sessies/:id/intrekking',
  name: 'revokeEigenSessie',
  summary: 'Log uit op een ander apparaat',
  params: SessieParam,
  body: z.object({}),
  response: z.object({}),
  status: 200,
})

export const listAuditregels = endpoint({
  method: 'GET',
  path: '/auditregels',
  name: 'listAuditregels',
  summary: 'Logboek: wie keek of schreef wat (NEN 7513)',
  query: Paging.extend({
    persoonId: z.uuid({ error: 'Vul het kenmerk van een persoon in.' }).optional(),
    gebruikerId: z.uuid().optional(),
    gebruiker: z.string().trim().max(100).optional(),
    van: Datum.optional(),
    /** Up to and including this day. */
    tot: Datum.optional(),
    uitkomst: z.enum(['gelukt', 'geweigerd']).optional(),
    formaat: z.string().optional(),
  }),
  response: page(
    z.object({
      volgnummer: z.number().int(),
      tijd: z.string(),
      gebruiker: z.string(),
      gebruikerId: z.uuid().nullable(),
      rol: z.string(),
      organisatie: z.string().nullable(),
      gebeurtenis: z.string(),
      zin: z.string(),
      geweigerd: z.boolean(),
      noodprocedure: z.boolean(),
      personen: z.array(z.uuid()),
      toelichting: z.string().nullable(),
      netwerkadres: z.string(),
    }),
  ),
})
