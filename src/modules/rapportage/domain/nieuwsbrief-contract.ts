import { z } from 'zod'
import { Datum, endpoint, Paging, page } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { Getoond } from './contract.ts'

const Nieuwsbrief = z.object({
  id: Id,
  rapportageId: Id,
  titel: z.string(),
  verstuurdOp: z.string(),
  verstuurdDoor: z.string(),
  isKlaar: z.boolean(),
  totaal: z.number().int(),
  verstuurd: z.number().int(),
  wacht: z.number().int(),
  mislukt: z.number().int(),
  /** The line broke at the last moment: it may have arrived, so it is not sent again. */
  onbekend: z.number().int(),
  vervallen: z.number().int(),
})
export type Nieuwsbrief = z.infer<typeof Nieuwsbrief>

export const listNieuwsbrieven = endpoint({
  method: 'GET',
  path: '/nieuwsbrieven',
  name: 'listNieuwsbrieven',
  summary: 'Verstuurde nieuwsbrieven, met hoeveel abonnees haar kregen',
  query: Paging.extend({
    sorteer: z
      .enum(['titel', '-titel', 'verstuurdOp', '-verstuurdOp'], {
        error: 'Zo kan deze lijst niet gesorteerd worden.',
      })
      .default('-verstuurdOp'),
  }),
  response: page(Nieuwsbrief),
})

export const getNieuwsbriefstand = endpoint({
  method: 'GET',
  path: '/nieuwsbriefstand',
  name: 'getNieuwsbriefstand',
  summary: 'Hoeveel abonnees er zijn, of er gemaild kan worden, en welke nieuwsbrieven klaarliggen',
  response: z.object({
    kanMailen: z.boolean(),
    bevestigd: z.number().int(),
    aangevraagd: z.number().int(),
    isBezig: z.boolean(),
    klaarliggend: z.array(z.object({ id: Id, titel: z.string(), vastgesteldOp: Datum })),
  }),
})

export const postNieuwsbrief = endpoint({
  method: 'POST',
  path: '/nieuwsbrieven',
  name: 'postNieuwsbrief',
  summary: 'Verstuur een vastgestelde nieuwsbrief naar alle abonnees, en zet haar op de openbare pagina',
  body: z.object({ rapportageId: z.uuid({ error: 'Kies een nieuwsbrief.' }) }),
  response: z.object({ id: Id, versie: z.number().int() }),
})

// ── Without an account ─────────────────────────────────────────────────────────────────────────────────────────────

const Regiocode = z.string().regex(/^[A-Z][A-Z0-9_]{1,11}$/, { error: 'Kies een regio uit de lijst.' })

export const listOpenNieuwsbrieven = endpoint({
  method: 'GET',
  path: '/openbare-nieuwsbrieven',
  name: 'listOpenNieuwsbrieven',
  summary: 'De nieuwsbrieven die iedereen kan lezen, per regio',
  response: z.object({
    kanAanmelden: z.boolean(),
    regios: z.array(
      z.object({
        code: z.string(),
        naam: z.string(),
        nieuwsbrieven: z.array(z.object({ id: Id, titel: z.string(), op: Datum })),
      }),
    ),
  }),
})

export const getOpenNieuwsbrief = endpoint({
  method: 'GET',
  path: '/openbare-nieuwsbrieven/:regio/:id',
  name: 'getOpenNieuwsbrief',
  summary: 'Eén verstuurde nieuwsbrief',
  params: z.object({ regio: Regiocode, id: z.uuid({ error: 'Dit is geen geldig kenmerk.' }) }),
  response: z.object({ titel: z.string(), regio: z.string(), op: Datum, blokken: z.array(Getoond) }),
})

export const postAanmelding = endpoint({
  method: 'POST',
  path: '/nieuwsbriefaanmeldingen',
  name: 'postNieuwsbriefaanmelding',
  summary: 'Vraag de nieuwsbrief aan; u krijgt een e-mail om dat te bevestigen',
  body: z.object({
    regio: Regiocode,
    email: z
      .string({ error: 'Vul uw e-mailadres in.' })
      .trim()
      .toLowerCase()
      .max(254, { error: 'Dit e-mailadres is te lang.' })
      .pipe(z.email({ error: 'Vul een e-mailadres in zoals naam@voorbeeld.nl.' })),
  }),
  response: z.object({ isOntvangen: z.literal(true) }),
  status: 200,
})

const Code = z.object({ code: z.string({ error: 'De code ontbreekt.' }).max(300) })

export const postBevestiging = endpoint({
  method: 'POST',
  path: '/nieuwsbriefbevestigingen',
  name: 'postNieuwsbriefbevestiging',
  summary: 'Bevestig dat u de nieuwsbrief wilt, met de code uit de e-mail',
  body: Code,
  response: z.object({ regio: z.string() }),
  status: 200,
})

export const postAfmelding = endpoint({
  method: 'POST',
  path: '/nieuwsbriefafmeldingen',
  name: 'postNieuwsbriefafmelding',
  summary: 'Meld u af, met de code uit de nieuwsbrief; uw adres wordt gewist',
  body: Code,
  response: z.object({ regio: z.string() }),
  status: 200,
})

/** Where a mail program posts to when somebody presses its own button (RFC 8058). */
export const EEN_KLIK = '/api/v1/nieuwsbriefafmelding'
