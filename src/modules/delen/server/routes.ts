import type { Column } from '../../../platform/documents/table.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import * as contract from '../domain/contract.ts'
import { giveToestemming, recordDeling, stopDeling, withdrawToestemming } from './commands.ts'
import { listDelingenPage, readDelen } from './queries.ts'

const kolommen: readonly Column[] = [
  { key: 'gedeeldOp', label: 'Gedeeld op', type: 'date' },
  { key: 'organisatie', label: 'Wie deelde', type: 'text' },
  { key: 'ontvanger', label: 'Ontvanger', type: 'text' },
  { key: 'ontvangersoort', label: 'Soort ontvanger', type: 'text' },
  { key: 'gegevensset', label: 'Gegevens', type: 'text' },
  { key: 'doel', label: 'Waarvoor', type: 'text' },
  { key: 'grond', label: 'Grond', type: 'text' },
  { key: 'artikel', label: 'Artikel', type: 'text' },
  { key: 'vervaltOp', label: 'Vervalt op', type: 'date' },
  { key: 'beeindigdOp', label: 'Gestopt op', type: 'date' },
  { key: 'stand', label: 'Stand', type: 'text' },
  { key: 'persoonId', label: 'Kenmerk van het dossier', type: 'text' },
]

/** Persons are named by `work.record` and `work.saw` in the command. */
const byCommand = () => []

export const delenRoutes: readonly Route[] = [
  route(contract.haalDelen, {
    permission: 'delen.lezen',
    audit: {
      event: 'delingen.ingezien',
      personen: (out, { params }) => [
        params.id,
        ...out.delingen.map((deling) => deling.persoonId),
        ...out.toestemmingen.map((toestemming) => toestemming.persoonId),
      ],
      onderwerp: (_, { params }) => params.id,
    },
    handle: (work, { params }) => readDelen(work, params.id),
  }),
  route(contract.legDelingVast, {
    permission: 'delen.vastleggen',
    audit: { event: 'gegevens.gedeeld', personen: byCommand, onderwerp: (out) => out.id },
    handle: (work, { params, body }) => recordDeling(work, { ...body, persoonId: params.id }),
  }),
  route(contract.stopDeling, {
    permission: 'delen.vastleggen',
    audit: { event: 'delen.gestopt', personen: byCommand, onderwerp: (_, { params }) => params.id },
    handle: async (work, { params }) => (await stopDeling(work, params.id)) ?? {},
  }),
  route(contract.legToestemmingVast, {
    permission: 'delen.vastleggen',
    audit: { event: 'toestemming.gegeven', personen: byCommand, onderwerp: (out) => out.id },
    handle: (work, { params, body }) => giveToestemming(work, { ...body, persoonId: params.id }),
  }),
  route(contract.trekToestemmingIn, {
    permission: 'delen.vastleggen',
    audit: { event: 'toestemming.ingetrokken', personen: byCommand, onderwerp: (_, { params }) => params.id },
    handle: (work, { params, body }) => withdrawToestemming(work, { ...body, id: params.id }),
  }),
  route(contract.listDelingen, {
    permission: 'audit.lezen',
    audit: { event: 'delingen.getoond', personen: (out) => out.results.map((row) => row.persoonId) },
    export: { titel: 'Delingen in de regio', kolommen },
    handle: (work, { query }) => listDelingenPage(work, query),
  }),
]
