import { type Route, route } from '../../../platform/http/route.ts'
import * as api from '../domain/oproep-api.ts'
import { changeOproep, registerOproep } from './oproep-commands.ts'
import { findOproep, listCijferRijen, listOproepRijen } from './oproep-queries.ts'

const exportLog = {
  titel: 'Oproepen',
  kolommen: [
    { key: 'gebeldOp', label: 'Gebeld op', type: 'moment' },
    { key: 'locatie', label: 'Locatie', type: 'text' },
    { key: 'voorziening', label: 'Voorziening', type: 'text' },
    { key: 'afhandeling', label: 'Afhandeling', type: 'text' },
    { key: 'gereageerdOp', label: 'Gereageerd op', type: 'moment' },
    { key: 'minuten', label: 'Minuten', type: 'number' },
    { key: 'normMinuten', label: 'Afgesproken minuten', type: 'number' },
    { key: 'binnenNorm', label: 'Op tijd', type: 'boolean' },
    { key: 'genoteerdDoor', label: 'Genoteerd door', type: 'text' },
  ],
} as const
const exportCijfers = {
  titel: 'Reactietijd bij oproepen',
  kolommen: [
    { key: 'maand', label: 'Maand vanaf', type: 'date' },
    { key: 'voorziening', label: 'Voorziening', type: 'text' },
    { key: 'aanbieder', label: 'Aanbieder', type: 'text' },
    { key: 'oproepen', label: 'Oproepen', type: 'number' },
    { key: 'percentage', label: 'Op tijd (%)', type: 'number' },
    { key: 'binnenNorm', label: 'Op tijd', type: 'number' },
    { key: 'gemeten', label: 'Gemeten', type: 'number' },
    { key: 'terPlaatse', label: 'Iemand ging erheen', type: 'number' },
    { key: 'opAfstand', label: 'Op afstand geholpen', type: 'number' },
    { key: 'open', label: 'Nog open', type: 'number' },
    { key: 'mediaanMinuten', label: 'Mediaan minuten', type: 'number' },
  ],
} as const

export const oproepRoutes: readonly Route[] = [
  route(api.listOproepen, {
    permission: 'oproep.lezen',
    audit: { geen: 'Oproepen zonder personen' },
    export: exportLog,
    handle: (work, { query }) => listOproepRijen(work, query),
  }),
  route(api.listOproepcijfers, {
    permission: 'plek.lezen',
    audit: { geen: 'Cijfers zonder personen' },
    export: exportCijfers,
    handle: (work, { query }) => listCijferRijen(work, query),
  }),
  route(api.getOproep, {
    permission: 'oproep.lezen',
    audit: { event: 'OproepGeopend', personen: (out) => [out.persoonId], onderwerp: (out) => out.id },
    handle: (work, { params }) => findOproep(work, params.id),
  }),
  route(api.postOproep, {
    permission: 'oproep.vastleggen',
    audit: {
      event: 'OproepVastgelegd',
      personen: (_, { body }) => [body.persoonId],
      onderwerp: (out) => out.id,
    },
    handle: (work, { body }) => registerOproep(work, body),
  }),
  route(api.putOproep, {
    permission: 'oproep.vastleggen',
    audit: {
      event: 'OproepGewijzigd',
      personen: (_, { body }) => [body.persoonId],
      onderwerp: (out) => out.id,
    },
    handle: (work, { params, body }) => changeOproep(work, { ...body, id: params.id }),
  }),
]
