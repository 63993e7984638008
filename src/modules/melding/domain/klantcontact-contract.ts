import { z } from 'zod'
import { Datum, endpoint, IdParam } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { vrijeTekst } from './contract.ts'
import { Leeftijdsklasse } from './status.ts'

export const RegisterKlantcontact = z.object({
  op: Datum,
  soort: z.enum(['contact', 'gezinsgesprek'], { error: 'Kies contact of gezinsgesprek.' }),
  gemeenteCode: z.string().nullish(),
  vanElders: z.boolean().default(false),
  leeftijdsklasse: Leeftijdsklasse,
  /** Own mark of a family, never a name: the same mark counts as one family. */
  gezinKenmerk: vrijeTekst('het kenmerk van het gezin', 60),
  /** How many the same, e.g. after a busy morning. */
  aantal: z
    .number({ error: 'Vul een aantal in.' })
    .int()
    .min(1, { error: 'Vul minstens 1 in.' })
    .max(2000, { error: 'Vul niet meer dan 2.000 tegelijk in.' })
    .default(1),
})
export type RegisterKlantcontact = z.input<typeof RegisterKlantcontact>

export const registerKlantcontact = endpoint({
  method: 'POST',
  path: '/klantcontacten',
  name: 'registerKlantcontact',
  summary: 'Contact aan de balie tellen, zonder persoon',
  body: RegisterKlantcontact,
  response: z.object({ aantal: z.number().int() }),
})

/** `tot` is the first day that does not count; without dates the running year. */
const Periode = z.object({ van: Datum.optional(), tot: Datum.optional() })

const Gemeenten = z.array(z.object({ code: z.string(), naam: z.string() }))

export const countKlantcontacten = endpoint({
  method: 'GET',
  path: '/klantcontacten/_tellingen',
  name: 'countKlantcontacten',
  summary: 'Klantcontacten per gemeente en leeftijd, gezinsgesprekken en unieke gezinnen',
  query: Periode,
  response: z.object({
    van: Datum,
    tot: Datum,
    gemeenten: Gemeenten,
    rijen: z.array(
      z.object({
        naam: z.string(),
        klasse: z.union([Leeftijdsklasse, z.literal('totaal')]),
        perGemeente: z.record(z.string(), z.number()),
        vanElders: z.number(),
        gemeenteOnbekend: z.number(),
        leeftijdOnbekend: z.number(),
        totaal: z.number(),
      }),
    ),
    gezinsgesprekken: z.number().int(),
    uniekeGezinnen: z.number().int(),
  }),
})

export const RegisterAdrestoestemming = z.object({
  persoonId: Id.nullish(),
  op: Datum,
  toestemming: z.boolean({ error: 'Kies wel of geen toestemming.' }),
  voorPostadres: z.boolean().default(true),
  voorOpvang: z.boolean().default(true),
  gemeenteCode: z.string().nullish(),
  /** Follows from the person when there is one. */
  leeftijdsklasse: Leeftijdsklasse.optional(),
  reden: vrijeTekst('de reden', 500),
})
export type RegisterAdrestoestemming = z.input<typeof RegisterAdrestoestemming>

export const registerAdrestoestemming = endpoint({
  method: 'POST',
  path: '/adrestoestemmingen',
  name: 'registerAdrestoestemming',
  summary: 'Wel of geen toestemming voor postadres en opvang vastleggen',
  body: RegisterAdrestoestemming,
  response: z.object({ id: Id }),
})

export const Adrestoestemming = z.object({
  id: Id,
  op: Datum,
  toestemming: z.boolean(),
  voorPostadres: z.boolean(),
  voorOpvang: z.boolean(),
  gemeente: z.string().nullable(),
  loket: z.string(),
  reden: z.string().nullable(),
})
export type Adrestoestemming = z.infer<typeof Adrestoestemming>

export const listAdrestoestemmingen = endpoint({
  method: 'GET',
  path: '/personen/:id/adrestoestemmingen',
  name: 'listAdrestoestemmingen',
  summary: 'Toestemming voor postadres en opvang van een cliënt, de nieuwste eerst',
  params: IdParam,
  response: z.object({ results: z.array(Adrestoestemming) }),
})

export const countAdrestoestemmingen = endpoint({
  method: 'GET',
  path: '/adrestoestemmingen/_tellingen',
  name: 'countAdrestoestemmingen',
  summary: 'Toestemming voor postadres en opvang per gemeente en leeftijd',
  query: Periode,
  response: z.object({
    van: Datum,
    tot: Datum,
    gemeenten: Gemeenten,
    rijen: z.array(
      z.object({
        naam: z.string(),
        toestemming: z.boolean(),
        perGemeente: z.record(z.string(), z.object({ onder_23: z.number(), vanaf_23: z.number() })),
        nietToegedeeld: z.number(),
        totaal: z.number(),
      }),
    ),
  }),
})
