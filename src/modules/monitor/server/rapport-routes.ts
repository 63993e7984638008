import { type Route, route } from '../../../platform/http/route.ts'
import * as api from '../domain/rapport-contract.ts'
import { makeRapport } from './rapport-commands.ts'
import { listRapportRijen, makeRapportdocument, readRapport } from './rapport-queries.ts'

const lezen = { permission: 'cijfers.lezen', audit: { geen: 'Cijfers zonder personen' } } as const

export const rapportRoutes: readonly Route[] = [
  route(api.listRapporten, {
    ...lezen,
    export: {
      titel: 'Rapporten',
      kolommen: [
        { key: 'soort', label: 'Soort', type: 'text' },
        { key: 'periodeNaam', label: 'Periode', type: 'text' },
        { key: 'niveau', label: 'Voor wie', type: 'text' },
        { key: 'isKlaar', label: 'Klaar', type: 'boolean' },
        { key: 'bekendOp', label: 'Zoals bekend op', type: 'date' },
        { key: 'gemaaktOp', label: 'Gemaakt op', type: 'date' },
        { key: 'gemaaktDoor', label: 'Gemaakt door', type: 'text' },
        { key: 'controlegetal', label: 'Controlegetal (SHA-256)', type: 'text' },
      ],
    },
    handle: (work, { query }) => listRapportRijen(work, query),
  }),
  route(api.postRapport, {
    permission: 'rapport.maken',
    audit: { geen: 'Cijfers zonder personen' },
    handle: (work, { body }) => makeRapport(work, body),
  }),
  route(api.getRapport, { ...lezen, handle: (work, { params }) => readRapport(work, params.id) }),
  route(api.getRapportdocument, {
    ...lezen,
    handle: (work, { params, query }) => makeRapportdocument(work, { ...params, ...query }),
  }),
]
