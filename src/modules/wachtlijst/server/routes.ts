import { type Route, route } from '../../../platform/http/route.ts'
import { isRejection } from '../../../shared/rejection.ts'
import * as contract from '../domain/contract.ts'
import { endWachtlijstplaatsing, placeOnWachtlijst } from './commands.ts'
import {
  compareWachtlijstplaatsing,
  getWachtlijstKeuzes,
  getWachtlijstplaatsing,
  listNietPlaatsbaarRows,
} from './detail-queries.ts'
import { changeWachtlijstplaatsing, recordWachtcontact } from './edit-commands.ts'
import { overzichtRoutes } from './overzicht-routes.ts'
import { listWachtlijst } from './queries.ts'
import { getTellingen } from './tellingen.ts'
import { setVoorrang } from './voorrang-commands.ts'

const opId = {
  onderwerp: (_: unknown, { params }: { params: { id: string } }) => params.id,
  personen: () => [],
}

export const wachtlijstRoutes: readonly Route[] = [
  ...overzichtRoutes,
  route(contract.listWachtlijst, {
    permission: 'wachtlijst.lezen',
    audit: { event: 'wachtlijst.ingezien', personen: (out) => out.results.map((item) => item.persoonId) },
    export: {
      titel: 'Wachtlijst',
      kolommen: [
        { key: 'rang', label: 'Plaats', type: 'number' },
        { key: 'naam', label: 'Naam', type: 'text' },
        { key: 'leeftijd', label: 'Leeftijd', type: 'number' },
        { key: 'personen', label: 'Personen', type: 'number' },
        { key: 'gemeente', label: 'Gemeente', type: 'text' },
        { key: 'product', label: 'Product', type: 'text' },
        { key: 'richting', label: 'Richting', type: 'text' },
        { key: 'status', label: 'Stand', type: 'text' },
        { key: 'wachtreden', label: 'Waarom wacht', type: 'text' },
        { key: 'dagenGemeld', label: 'Dagen sinds melding', type: 'number' },
        { key: 'dagenBesloten', label: 'Dagen sinds besluit', type: 'number' },
        { key: 'dagenPlaatsbaar', label: 'Dagen plaatsbaar', type: 'number' },
        { key: 'dagenVoorgesteld', label: 'Dagen sinds voorstel', type: 'number' },
        { key: 'trede', label: 'Voorrangsregel', type: 'text' },
        { key: 'overbrugging', label: 'Overbrugging', type: 'text' },
        { key: 'bevestigenVoor', label: 'Bevestigen voor', type: 'date' },
      ],
    },
    handle: (work, { query }) => listWachtlijst(work, query),
  }),
  route(contract.getTellingen, {
    permission: 'wachtlijst.lezen',
    audit: { geen: 'aantallen zonder personen' },
    handle: (work) => getTellingen(work, { extern: false }),
  }),
  route(contract.getCijfers, {
    permission: 'cijfers.lezen',
    audit: { geen: 'aantallen zonder personen' },
    handle: (work) => getTellingen(work, { extern: true }),
  }),
  route(contract.getWachtlijstKeuzes, {
    permission: 'wachtlijst.lezen',
    audit: { geen: 'keuzes van de regio, geen personen' },
    handle: (work) => getWachtlijstKeuzes(work),
  }),
  route(contract.listNietPlaatsbaar, {
    permission: 'wachtlijst.lezen',
    audit: { event: 'wachtlijst.ingezien', personen: (out) => out.results.map((item) => item.persoonId) },
    export: {
      titel: 'Kan niet plaatsen',
      kolommen: [
        { key: 'naam', label: 'Naam', type: 'text' },
        { key: 'product', label: 'Wacht op', type: 'text' },
        { key: 'personen', label: 'Personen', type: 'number' },
        { key: 'redenen', label: 'Waarom past er niets', type: 'text' },
        { key: 'nietPlaatsbaarSinds', label: 'Sinds', type: 'date' },
        { key: 'herzienOp', label: 'Opnieuw kijken', type: 'date' },
        { key: 'geescaleerdOp', label: 'Coördinator gemeld op', type: 'date' },
      ],
    },
    handle: (work, { query }) => listNietPlaatsbaarRows(work, query),
  }),
  route(contract.getWachtlijstplaatsing, {
    permission: 'wachtlijst.lezen',
    audit: {
      event: 'wachtlijstplaatsing.ingezien',
      personen: (out) => [out.persoonId],
      onderwerp: (out) => out.id,
    },
    handle: (work, { params }) => getWachtlijstplaatsing(work, params.id),
  }),
  route(contract.compareWachtlijstplaatsing, {
    permission: 'wachtlijst.lezen',
    audit: { event: 'wachtlijstplaatsing.vergeleken', ...opId },
    handle: (work, { params, query }) => compareWachtlijstplaatsing(work, { id: params.id, met: query.met }),
  }),
  route(contract.placeWachtlijst, {
    permission: 'wachtlijst.plaatsen',
    audit: {
      event: 'wachtlijstplaatsing.gemaakt',
      personen: (out) => [out.persoonId],
      onderwerp: (out) => out.id,
    },
    handle: async (work, { body }) => {
      const { personen, kinderen, huishoudenId, wachtreden, eigenschappen, vereisteKenmerken, ...rest } = body
      const made = await placeOnWachtlijst(work, {
        ...rest,
        gemeenteCode: rest.gemeenteCode ?? null,
        gemeenteOnbekendReden: rest.gemeenteOnbekendReden ?? null,
        voorkeurLocatieId: rest.voorkeurLocatieId ?? null,
        clientprofiel: rest.clientprofiel ?? null,
        meldingId: rest.meldingId ?? null,
        overbruggingToelichting: rest.overbruggingToelichting ?? null,
        ...(huishoudenId !== undefined && { huishoudenId }),
        ...(personen !== undefined && { personen }),
        ...(kinderen !== undefined && { kinderen }),
        ...(wachtreden !== undefined && { wachtreden }),
        ...(eigenschappen !== undefined && { eigenschappen }),
        ...(vereisteKenmerken !== undefined && { vereisteKenmerken }),
      })
      return isRejection(made) ? made : { ...made, persoonId: body.persoonId }
    },
  }),
  route(contract.changeWachtlijstplaatsing, {
    permission: 'wachtlijst.plaatsen',
    audit: { event: 'wachtlijstplaatsing.gewijzigd', ...opId },
    handle: (work, { params, body }) => changeWachtlijstplaatsing(work, { id: params.id, ...body }),
  }),
  route(contract.recordWachtcontact, {
    permission: 'wachtlijst.plaatsen',
    audit: { event: 'wachtcontact.vastgelegd', ...opId },
    handle: (work, { params, body }) => recordWachtcontact(work, { id: params.id, ...body }),
  }),
  route(contract.setVoorrang, {
    permission: 'wachtlijst.beheren',
    audit: { event: 'wachtlijst.voorrang', ...opId },
    handle: (work, { params, body }) => setVoorrang(work, { id: params.id, ...body }),
  }),
  route(contract.endWachten, {
    permission: 'wachtlijst.beheren',
    audit: { event: 'wachtlijstplaatsing.beeindigd', ...opId },
    handle: (work, { params, body }) =>
      endWachtlijstplaatsing(work, {
        wachtlijstplaatsingId: params.id,
        versie: body.versie,
        reden: body.reden,
        op: body.op,
        toelichting: body.toelichting ?? null,
        volgendeStap: body.volgendeStap,
        volgendeStapOp: body.volgendeStapOp,
      }),
  }),
]
