import type { Column } from '../../../platform/documents/table.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { isRejection } from '../../../shared/rejection.ts'
import * as contract from '../domain/contract.ts'
import { getOpvolgingVan, listContactpersonenVan, listOpvolgingenPage, listTeLaat } from './queries.ts'
import { mergeDossiers, splitDossiers } from './samenvoeg-commands.ts'
import { changeStap, closeStap, startOpvolgingVan } from './stap-commands.ts'

const kolommen: readonly Column[] = [
  { key: 'kenmerk', label: 'Kenmerk', type: 'text' },
  { key: 'naam', label: 'Cliënt', type: 'text' },
  { key: 'volgendeStap', label: 'Volgende stap', type: 'text' },
  { key: 'volgendeStapOp', label: 'Uiterlijk op', type: 'date' },
  { key: 'dagenTeLaat', label: 'Dagen te laat', type: 'number' },
  { key: 'contactpersoon', label: 'Contactpersoon', type: 'text' },
]

const kolommenRegio: readonly Column[] = [
  { key: 'kenmerk', label: 'Kenmerk', type: 'text' },
  { key: 'organisatie', label: 'Organisatie', type: 'text' },
  { key: 'contactpersoon', label: 'Contactpersoon', type: 'text' },
  { key: 'volgendeStapOp', label: 'Uiterlijk op', type: 'date' },
  { key: 'dagenTeLaat', label: 'Dagen te laat', type: 'number' },
]

export const opvolgingRoutes: readonly Route[] = [
  route(contract.listOpvolgingen, {
    permission: 'opvolging.wijzigen',
    audit: { event: 'opvolgingen.getoond', personen: (out) => out.results.map((stap) => stap.persoonId) },
    export: { titel: 'Volgende stappen', kolommen },
    handle: (work, { query }) => listOpvolgingenPage(work, query),
  }),
  route(contract.listTeLaatInRegio, {
    permission: 'opvolging.coordineren',
    audit: { geen: 'Organisaties, contactpersonen en dagen, zonder cliënten' },
    export: { titel: 'Te late stappen in de regio', kolommen: kolommenRegio },
    handle: (work, { query }) => listTeLaat(work, query),
  }),
  route(contract.haalOpvolging, {
    permission: 'persoon.lezen',
    audit: {
      event: 'opvolging.ingezien',
      personen: (_, { params }) => [params.id],
      onderwerp: (_, { params }) => params.id,
    },
    handle: (work, { params }) => getOpvolgingVan(work, params.id),
  }),
  route(contract.startOpvolging, {
    permission: 'opvolging.wijzigen',
    audit: {
      event: 'opvolging.begonnen',
      personen: (_, { params }) => [params.id],
      onderwerp: (_, { params }) => params.id,
    },
    handle: async (work, { params, body }) =>
      (await startOpvolgingVan(work, { ...body, persoonId: params.id })) ?? {},
  }),
  route(contract.wijzigOpvolging, {
    permission: 'opvolging.wijzigen',
    // The command names the person through the event that it records.
    audit: { event: 'opvolging.gewijzigd', personen: () => [], onderwerp: (_, { params }) => params.id },
    handle: (work, { params, body }) => changeStap(work, { ...body, id: params.id }),
  }),
  route(contract.sluitOpvolging, {
    permission: 'opvolging.wijzigen',
    audit: { event: 'opvolging.afgesloten', personen: () => [], onderwerp: (_, { params }) => params.id },
    handle: async (work, { params, body }) => (await closeStap(work, { ...body, id: params.id })) ?? {},
  }),
  route(contract.listContactpersonen, {
    permission: 'opvolging.wijzigen',
    audit: { geen: 'Medewerkers van betrokken organisaties, geen gegevens van de cliënt' },
    handle: (work, { params }) => listContactpersonenVan(work, params.id),
  }),
  route(contract.voegSamen, {
    permission: 'persoon.samenvoegen',
    audit: {
      event: 'dossiers.samengevoegd',
      personen: (_, { body }) => [body.persoonId, body.opgegaanIn],
      onderwerp: (out) => out.id,
    },
    handle: (work, { body }) => mergeDossiers(work, body),
  }),
  route(contract.draaiSamenvoegingTerug, {
    permission: 'persoon.samenvoegen',
    audit: {
      event: 'samenvoeging.teruggedraaid',
      personen: () => [],
      onderwerp: (_, { params }) => params.id,
    },
    handle: async (work, { params, body }) => {
      const done = await splitDossiers(work, { samenvoegingId: params.id, reden: body.reden })
      return isRejection(done) ? done : {}
    },
  }),
]
