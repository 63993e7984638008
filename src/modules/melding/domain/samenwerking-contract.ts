import { z } from 'zod'
import { Datum, endpoint, IdParam, page, tekst, Versie } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { vrijeTekst } from './contract.ts'

export const Notitie = z.object({
  id: Id,
  tekst: z.string(),
  organisatie: z.string(),
  door: z.string().nullable(),
  voorVerwijzer: z.boolean(),
  geschrevenOp: z.string(),
})

export const listNotities = endpoint({
  method: 'GET',
  path: '/meldingen/:id/notities',
  name: 'listMeldingNotities',
  summary: 'Notities bij een melding, de nieuwste eerst',
  params: IdParam,
  response: z.object({ results: z.array(Notitie) }),
})

export const writeNotitie = endpoint({
  method: 'POST',
  path: '/meldingen/:id/notities',
  name: 'writeMeldingNotitie',
  summary: 'Notitie schrijven, voor het eigen team of ook voor de verwijzer',
  params: IdParam,
  body: z.object({ tekst: tekst('de notitie', 5000), voorVerwijzer: z.boolean().default(false) }),
  response: z.object({ id: Id }),
})

export const listVerwijzingen = endpoint({
  method: 'GET',
  path: '/verwijzingen',
  name: 'listVerwijzingen',
  summary: 'Meldingen die uw organisatie deed: stand en berichten, zonder dossier',
  response: page(
    z.object({
      meldingId: Id,
      nummer: z.string(),
      meldingsdatum: Datum,
      stand: z.string(),
      isOpen: z.boolean(),
      berichten: z.array(
        z.object({ id: Id, tekst: z.string(), organisatie: z.string(), geschrevenOp: z.string() }),
      ),
    }),
  ),
})

export const writeBericht = endpoint({
  method: 'POST',
  path: '/verwijzingen/:id/berichten',
  name: 'writeVerwijzerBericht',
  summary: 'Als verwijzer een bericht sturen bij een open melding',
  params: IdParam,
  body: z.object({ tekst: tekst('het bericht', 5000) }),
  response: z.object({ id: Id }),
})

export const Overdracht = z.object({
  id: Id,
  meldingId: Id,
  nummer: z.string(),
  van: z.string(),
  naar: z.string(),
  naarOrganisatieId: Id,
  reden: z.string(),
  status: z.enum(['aangeboden', 'geaccepteerd', 'geweigerd']),
  aangebodenOp: z.string(),
  beantwoordOp: z.string().nullable(),
  antwoordToelichting: z.string().nullable(),
  /** What the asker's organisation may do with it now. */
  magAntwoorden: z.boolean(),
})
export type Overdracht = z.infer<typeof Overdracht>

export const listOverdrachten = endpoint({
  method: 'GET',
  path: '/meldingoverdrachten',
  name: 'listMeldingOverdrachten',
  summary: 'Overdrachten van en naar uw organisatie',
  query: z.object({ meldingId: Id.optional(), open: z.enum(['ja']).optional() }),
  response: page(Overdracht),
})

export const offerOverdracht = endpoint({
  method: 'POST',
  path: '/meldingen/:id/overdrachten',
  name: 'offerMeldingOverdracht',
  summary: 'Een melding aanbieden aan een ander loket',
  params: IdParam,
  body: z.object({ versie: Versie, naarOrganisatieId: Id, reden: tekst('waarom u overdraagt', 1000) }),
  response: z.object({ id: Id }),
})

const Antwoord = z.object({ toelichting: vrijeTekst('de toelichting', 1000) })

export const acceptOverdracht = endpoint({
  method: 'POST',
  path: '/meldingoverdrachten/:id/_neem-aan',
  name: 'acceptMeldingOverdracht',
  summary: 'Een aangeboden melding aannemen',
  params: IdParam,
  body: Antwoord,
  response: z.object({ id: Id, meldingId: Id }),
  status: 200,
})

export const refuseOverdracht = endpoint({
  method: 'POST',
  path: '/meldingoverdrachten/:id/_weiger',
  name: 'refuseMeldingOverdracht',
  summary: 'Een aangeboden melding weigeren, met uitleg',
  params: IdParam,
  body: z.object({ toelichting: tekst('waarom u niet aanneemt', 1000) }),
  response: z.object({ id: Id }),
  status: 200,
})

export const inviteOrganisatie = endpoint({
  method: 'POST',
  path: '/meldingen/:id/uitnodigingen',
  name: 'inviteBijMelding',
  summary: 'Een organisatie laten meekijken bij het onderzoek, tot de melding sluit',
  params: IdParam,
  body: z.object({ organisatieId: Id, doel: tekst('waarvoor zij meekijkt', 200) }),
  response: z.object({ id: Id }),
})

export const listBetrokkenen = endpoint({
  method: 'GET',
  path: '/meldingen/:id/betrokkenen',
  name: 'listBetrokkenenBijMelding',
  summary: 'Welke organisaties de persoon van deze melding mogen zien, en waarvoor',
  params: IdParam,
  response: z.object({
    results: z.array(
      z.object({ organisatie: z.string(), doel: z.string(), van: Datum, tot: Datum.nullable() }),
    ),
  }),
})
