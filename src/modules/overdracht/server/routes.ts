import type { Column } from '../../../platform/documents/table.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import * as contract from '../domain/contract.ts'
import {
  acceptOverdracht,
  createLink,
  finishOverdracht,
  offerSamen,
  recordEersteContact,
  refuseOverdracht,
  registerBinnenkomst,
  withdrawOverdracht,
} from './commands.ts'
import { makeDocument } from './document.ts'
import { listOverdrachtRijen, readOverdracht } from './queries.ts'
import { readMeegaanden } from './samen-commands.ts'

const kolommen: readonly Column[] = [
  { key: 'naam', label: 'Cliënt', type: 'text' },
  { key: 'van', label: 'Van', type: 'text' },
  { key: 'naar', label: 'Naar', type: 'text' },
  { key: 'richting', label: 'Richting', type: 'text' },
  { key: 'wetsovergang', label: 'Overgang van wet', type: 'text' },
  { key: 'toestand', label: 'Stand', type: 'text' },
  { key: 'aangebodenOp', label: 'Aangeboden op', type: 'moment' },
  { key: 'antwoordUiterlijk', label: 'Antwoord uiterlijk', type: 'date' },
  { key: 'afgerondOp', label: 'Afgerond op', type: 'date' },
  { key: 'eersteContactUiterlijk', label: 'Eerste contact uiterlijk', type: 'date' },
  { key: 'eersteContactOp', label: 'Eerste contact op', type: 'date' },
]

/** The audit row of a step: who it was about, and which handover. */
function step(event: string) {
  const personen = (out: { persoonId: string }) => [out.persoonId]
  return {
    permission: 'overdracht.doen',
    audit: { event, personen, onderwerp: (out: { id: string }) => out.id },
  } as const
}

export const overdrachtRoutes: readonly Route[] = [
  route(contract.listOverdrachten, {
    permission: 'overdracht.lezen',
    audit: { event: 'overdrachten.getoond', personen: (out) => out.results.map((row) => row.persoonId) },
    export: { titel: 'Overdrachten', kolommen },
    handle: (work, { query }) => listOverdrachtRijen(work, query),
  }),
  route(contract.haalOverdracht, {
    permission: 'overdracht.lezen',
    audit: { event: 'overdracht.ingezien', personen: (out) => [out.persoonId], onderwerp: (out) => out.id },
    handle: (work, { params }) => readOverdracht(work, params.id),
  }),
  route(contract.haalOverdrachtdocument, {
    permission: 'overdracht.lezen',
    audit: {
      event: 'overdracht.document',
      personen: (out) => [out.persoonId],
      onderwerp: (_, { params }) => params.id,
    },
    handle: (work, { params, query }) => makeDocument(work, { id: params.id, soort: query.soort }),
  }),
  route(contract.biedOverdrachtAan, {
    ...step('overdracht.aangeboden'),
    handle: (work, { params, body }) => offerSamen(work, { ...body, persoonId: params.id }),
  }),
  route(contract.haalMeegaanden, {
    permission: 'overdracht.doen',
    audit: {
      event: 'overdracht.meegaanden',
      personen: (out, { params }) => [params.id, ...out.leden.map((lid) => lid.persoonId)],
      onderwerp: (_, { params }) => params.id,
    },
    handle: (work, { params }) => readMeegaanden(work, params.id),
  }),
  route(contract.legBinnenkomstVast, {
    ...step('overdracht.van_buiten'),
    handle: (work, { params, body }) => registerBinnenkomst(work, { ...body, persoonId: params.id }),
  }),
  route(contract.accepteerOverdracht, {
    ...step('overdracht.aangenomen'),
    handle: (work, { params, body }) => acceptOverdracht(work, { ...body, id: params.id }),
  }),
  route(contract.weigerOverdracht, {
    ...step('overdracht.geweigerd'),
    handle: (work, { params, body }) => refuseOverdracht(work, { ...body, id: params.id }),
  }),
  route(contract.trekOverdrachtIn, {
    ...step('overdracht.ingetrokken'),
    handle: (work, { params, body }) => withdrawOverdracht(work, { ...body, id: params.id }),
  }),
  route(contract.rondOverdrachtAf, {
    ...step('overdracht.afgerond'),
    handle: (work, { params, body }) => finishOverdracht(work, { ...body, id: params.id }),
  }),
  route(contract.legEersteContactVast, {
    ...step('overdracht.eerste_contact'),
    handle: (work, { params, body }) => recordEersteContact(work, { ...body, id: params.id }),
  }),
  route(contract.maakOverdrachtlink, {
    ...step('overdracht.link_gemaakt'),
    answerOnce: true,
    handle: (work, { params }) => createLink(work, params.id),
  }),
]
