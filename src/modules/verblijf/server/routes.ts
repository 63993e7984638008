import { type Route, route } from '../../../platform/http/route.ts'
import type { Work } from '../../../platform/work.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { markNietVerschenen } from '../../voorstel/server/commands.ts'
import * as api from '../domain/api.ts'
import { findAankomst, listNacht } from './avond-queries.ts'
import {
  correctVertrek,
  endVerblijf,
  extendVerblijf,
  moveVerblijf,
  recordNacht,
  setUitstroomgereed,
  setVerwachtEinde,
  startSpoedverblijf,
  startVerblijf,
} from './commands.ts'
import { findVerblijfDetail, listVerblijfRijen } from './queries.ts'

// Persons come from work.saw and work.record; the rule below adds none.
const none = () => []
const lezen = (event: string) => ({ permission: 'verblijf.lezen', audit: { event, personen: none } }) as const
const vastleggen = (event: string) =>
  ({
    permission: 'verblijf.vastleggen',
    audit: { event, personen: none, onderwerp: (out: { id: string }) => out.id },
  }) as const

const kolommen = [
  { key: 'naam', label: 'Cliënt', type: 'text' },
  { key: 'personen', label: 'Personen', type: 'number' },
  { key: 'locatie', label: 'Locatie', type: 'text' },
  { key: 'plek', label: 'Plek', type: 'text' },
  { key: 'product', label: 'Product', type: 'text' },
  { key: 'begonnenOp', label: 'Eerste nacht', type: 'date' },
  { key: 'nachten', label: 'Nachten', type: 'number' },
  { key: 'verwachtEindeOp', label: 'Verwacht einde', type: 'date' },
  { key: 'uiterlijkOp', label: 'Uiterlijk tot', type: 'date' },
  { key: 'dagen', label: 'Dagen tot uiterste datum', type: 'number' },
  { key: 'overschrijdingReden', label: 'Reden van verlenging', type: 'text' },
  { key: 'uitstroomgereedOp', label: 'Uitstroomgereed sinds', type: 'date' },
  { key: 'uitstroomWachtOp', label: 'Wacht op', type: 'text' },
] as const

export const verblijfRoutes: readonly Route[] = [
  route(api.listVerblijven, {
    ...lezen('VerblijvenBekeken'),
    export: { titel: 'Verblijven', kolommen },
    handle: (work, { query }) => listVerblijfRijen(work, query),
  }),
  route(api.listVannacht, {
    ...lezen('NachtlijstBekeken'),
    handle: (work, { query }) => listNacht(work, query),
  }),
  route(api.getVerblijf, {
    ...lezen('VerblijfBekeken'),
    handle: (work, { params }) => findVerblijfDetail(work, params.id),
  }),
  route(api.getAankomst, {
    ...lezen('AankomstBekeken'),
    handle: (work, { params }) => findAankomst(work, params.id),
  }),
  route(api.postNachten, {
    permission: 'verblijf.vastleggen',
    audit: { event: 'NachtGeregistreerd', personen: none },
    handle: (work, { body }) => recordNacht(work, body),
  }),
  route(api.postAankomst, {
    ...vastleggen('VerblijfGestart'),
    handle: (work, { params, body }) => startVerblijf(work, { ...body, voorstelId: params.id }),
  }),
  route(api.postNietVerschenen, {
    permission: 'verblijf.vastleggen',
    audit: { event: 'NietVerschenen', personen: none, onderwerp: (_, { params }) => params.id },
    handle: async (work: Work, { params, body }) => {
      const refused = await markNietVerschenen(work, { ...body, voorstelId: params.id })
      return isRejection(refused) ? refused : {}
    },
  }),
  route(api.postSpoed, {
    ...vastleggen('SpoedplaatsingGedaan'),
    handle: (work, { body }) => startSpoedverblijf(work, body),
  }),
  route(api.postVerhuizing, {
    ...vastleggen('VerblijfVerhuisd'),
    handle: (work, { params, body }) => moveVerblijf(work, { ...body, verblijfId: params.id }),
  }),
  route(api.postVerlenging, {
    ...vastleggen('VerblijfVerlengd'),
    handle: (work, { params, body }) => extendVerblijf(work, { ...body, verblijfId: params.id }),
  }),
  route(api.postUitstroomgereed, {
    ...vastleggen('Uitstroomgereed'),
    handle: (work, { params, body }) => setUitstroomgereed(work, { ...body, verblijfId: params.id }),
  }),
  route(api.postVerwachtEinde, {
    ...vastleggen('VerwachtEindeGewijzigd'),
    handle: (work, { params, body }) => setVerwachtEinde(work, { ...body, verblijfId: params.id }),
  }),
  route(api.postVertrek, {
    ...vastleggen('VerblijfGeeindigd'),
    handle: (work, { params, body }) => endVerblijf(work, { ...body, verblijfId: params.id }),
  }),
  route(api.postHerstel, {
    ...vastleggen('VertrekHersteld'),
    handle: (work, { params, body }) => correctVertrek(work, { ...body, verblijfId: params.id }),
  }),
]
