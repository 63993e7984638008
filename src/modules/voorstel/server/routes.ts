import { type Route, route } from '../../../platform/http/route.ts'
import * as contract from '../domain/contract.ts'
import { acceptVoorstel, refuseVoorstel, withdrawVoorstel } from './answer-commands.ts'
import { decideBezwaar, raiseBezwaar } from './bezwaar-commands.ts'
import { matchLocatie, matchWachtende } from './match-queries.ts'
import { proposeVoorstel } from './propose-commands.ts'
import { getVoorstel, listVoorstellen } from './queries.ts'

const opId = {
  onderwerp: (_: unknown, { params }: { params: { id: string } }) => params.id,
  personen: () => [],
}

export const voorstelRoutes: readonly Route[] = [
  route(contract.listVoorstellen, {
    permission: 'voorstel.lezen',
    audit: { event: 'voorstellen.ingezien', personen: (out) => out.results.map((item) => item.persoonId) },
    export: {
      titel: 'Plaatsingsvoorstellen',
      kolommen: [
        { key: 'naam', label: 'Naam', type: 'text' },
        { key: 'personen', label: 'Personen', type: 'number' },
        { key: 'product', label: 'Product', type: 'text' },
        { key: 'locatie', label: 'Locatie', type: 'text' },
        { key: 'aanbieder', label: 'Aanbieder', type: 'text' },
        { key: 'vanaf', label: 'Vanaf', type: 'date' },
        { key: 'status', label: 'Stand', type: 'text' },
        { key: 'voorgesteldOp', label: 'Voorgesteld', type: 'moment' },
        { key: 'reagerenVoor', label: 'Antwoord voor', type: 'moment' },
      ],
    },
    handle: (work, { query }) => listVoorstellen(work, query),
  }),
  route(contract.getVoorstel, {
    permission: 'voorstel.lezen',
    audit: { event: 'voorstel.ingezien', personen: (out) => [out.persoonId], onderwerp: (out) => out.id },
    handle: (work, { params }) => getVoorstel(work, params.id),
  }),
  route(contract.matchLocatie, {
    permission: 'voorstel.doen',
    audit: {
      event: 'voorstel.passende_wachtenden',
      personen: (out) => out.personen.map((persoon) => persoon.persoonId),
      onderwerp: (_, { params }) => params.id,
    },
    handle: (work, { params, query }) =>
      matchLocatie(work, {
        locatieId: params.id,
        productId: query.productId,
        vanaf: query.vanaf ?? work.today,
      }),
  }),
  route(contract.matchWachtende, {
    permission: 'voorstel.doen',
    audit: { event: 'voorstel.passende_locaties', personen: (out) => [out.persoonId] },
    handle: (work, { params, query }) =>
      matchWachtende(work, { wachtlijstplaatsingId: params.id, vanaf: query.vanaf ?? work.today }),
  }),
  route(contract.proposeVoorstel, {
    permission: 'voorstel.doen',
    audit: { event: 'voorstel.gedaan', personen: () => [], onderwerp: (out) => out.id },
    handle: (work, { body }) =>
      proposeVoorstel(work, {
        wachtlijstplaatsingId: body.wachtlijstplaatsingId,
        locatieId: body.locatieId,
        vanaf: body.vanaf,
        toelichting: body.toelichting ?? null,
        afwijkingReden: body.afwijkingReden ?? null,
        overboekingReden: body.overboekingReden ?? null,
        ...(body.kenmerken && { kenmerken: body.kenmerken }),
      }),
  }),
  route(contract.acceptVoorstel, {
    permission: 'voorstel.beantwoorden',
    audit: { event: 'voorstel.aanvaard', ...opId },
    handle: (work, { params, body }) =>
      acceptVoorstel(work, {
        voorstelId: params.id,
        versie: body.versie,
        plekId: body.plekId ?? null,
        toelichting: body.toelichting ?? null,
      }),
  }),
  route(contract.refuseVoorstel, {
    permission: 'voorstel.beantwoorden',
    audit: { event: 'voorstel.geweigerd', ...opId },
    handle: (work, { params, body }) =>
      refuseVoorstel(work, { ...body, voorstelId: params.id, toelichting: body.toelichting ?? null }),
  }),
  route(contract.refuseVoorstelPersoon, {
    permission: 'voorstel.doen',
    audit: { event: 'voorstel.geweigerd', ...opId },
    handle: (work, { params, body }) =>
      refuseVoorstel(work, {
        ...body,
        voorstelId: params.id,
        zijde: 'persoon',
        toelichting: body.toelichting ?? null,
      }),
  }),
  route(contract.withdrawVoorstel, {
    permission: 'voorstel.doen',
    audit: { event: 'voorstel.ingetrokken', ...opId },
    handle: (work, { params, body }) => withdrawVoorstel(work, { voorstelId: params.id, ...body }),
  }),
  route(contract.raiseBezwaar, {
    permission: 'voorstel.doen',
    audit: { event: 'voorstel.bezwaar', ...opId },
    handle: (work, { params, body }) => raiseBezwaar(work, { voorstelId: params.id, tekst: body.tekst }),
  }),
  route(contract.decideBezwaar, {
    permission: 'voorstel.bezwaar_beslissen',
    audit: { event: 'voorstel.bezwaar_besloten', ...opId },
    handle: (work, { params, body }) => decideBezwaar(work, { voorstelId: params.id, ...body }),
  }),
]
