import type { Column } from '../../../platform/documents/table.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import * as contract from '../domain/contract.ts'
import * as doe from './commands.ts'
import { readTelling, readTellingen } from './queries.ts'

/** A count holds no person: answers have a code, and the numbers that stay have not even that. */
const niemand = () => []
const kolommen: readonly Column[] = [
  { key: 'naam', label: 'Telling', type: 'text' },
  { key: 'teldag', label: 'Teldag', type: 'date' },
  { key: 'sluitOp', label: 'Laatste dag', type: 'date' },
  { key: 'status', label: 'Stand', type: 'text' },
  { key: 'organisaties', label: 'Organisaties', type: 'number' },
]

export const tellingRoutes: readonly Route[] = [
  route(contract.listTellingen, {
    permission: 'telling.lezen',
    audit: { event: 'tellingen.getoond', personen: niemand },
    export: { titel: 'Tellingen', kolommen },
    handle: (work, { query }) => readTellingen(work, query),
  }),
  route(contract.getTelling, {
    permission: 'telling.lezen',
    audit: { event: 'telling.getoond', personen: niemand },
    handle: (work, { params }) => readTelling(work, params.id),
  }),
  route(contract.planTelling, {
    permission: 'telling.beheren',
    audit: { event: 'telling.gepland', personen: niemand },
    handle: (work, { body }) => doe.planTelling(work, body),
  }),
  route(contract.nodigUit, {
    permission: 'telling.beheren',
    audit: { event: 'telling.organisatie_uitgenodigd', personen: niemand },
    handle: (work, { params, body }) => doe.inviteOrganisatie(work, { tellingId: params.id, ...body }),
  }),
  route(contract.maakLink, {
    permission: 'telling.beheren',
    audit: { event: 'telling.link_gemaakt', personen: niemand },
    handle: (work, { params, body }) => doe.renewLink(work, { id: params.id, ...body }),
  }),
  route(contract.trekLinkIn, {
    permission: 'telling.beheren',
    audit: { event: 'telling.link_ingetrokken', personen: niemand },
    handle: (work, { params, body }) => doe.revokeLink(work, { id: params.id, ...body }),
  }),
  route(contract.sluitTelling, {
    permission: 'telling.beheren',
    audit: { event: 'telling.gesloten', personen: niemand },
    handle: (work, { params, body }) => doe.closeTelling(work, { id: params.id, ...body }),
  }),
  route(contract.beoordeelPaar, {
    permission: 'telling.beheren',
    audit: { event: 'telling.paar_beoordeeld', personen: niemand },
    handle: (work, { params, body }) => doe.judgePaar(work, { id: params.id, ...body }),
  }),
  route(contract.publiceerTelling, {
    permission: 'telling.beheren',
    audit: { event: 'telling.gepubliceerd', personen: niemand },
    handle: (work, { params, body }) => doe.publishTelling(work, { id: params.id, ...body }),
  }),
]
