import { type Route, route } from '../../../platform/http/route.ts'
import * as contract from '../domain/contract.ts'
import { publish, withdraw } from './commands.ts'
import { listRijen, readPublicatie, readVoorbeeld } from './queries.ts'

const lezen = { permission: 'cijfers.lezen', audit: { geen: 'Cijfers zonder personen' } } as const

export const openbaarRoutes: readonly Route[] = [
  route(contract.listPublicaties, {
    ...lezen,
    export: {
      titel: 'Openbare cijfers',
      kolommen: [
        { key: 'periodeNaam', label: 'Periode', type: 'text' },
        { key: 'gepubliceerdOp', label: 'Openbaar sinds', type: 'moment' },
        { key: 'door', label: 'Door', type: 'text' },
        { key: 'status', label: 'Stand', type: 'text' },
        { key: 'getoond', label: 'Getallen te zien', type: 'number' },
        { key: 'verborgen', label: 'Getallen verborgen', type: 'number' },
      ],
    },
    handle: (work, { query }) => listRijen(work, query),
  }),
  route(contract.haalPublicatievoorbeeld, {
    permission: 'cijfers.publiceren',
    audit: { geen: 'Cijfers zonder personen' },
    handle: (work, { query }) => readVoorbeeld(work, query.periode),
  }),
  route(contract.haalPublicatie, { ...lezen, handle: (work, { params }) => readPublicatie(work, params.id) }),
  route(contract.postPublicatie, {
    permission: 'cijfers.publiceren',
    audit: { event: 'cijfers.gepubliceerd', onderwerp: (out) => out.id, personen: 'geen' },
    handle: (work, { body }) => publish(work, body),
  }),
  route(contract.postIntrekking, {
    permission: 'cijfers.publiceren',
    audit: {
      event: 'cijfers.ingetrokken',
      onderwerp: (out) => out.id,
      personen: 'geen',
      toelichting: ({ body }) => body.reden,
    },
    handle: (work, { params, body }) => withdraw(work, { id: params.id, ...body }),
  }),
]
