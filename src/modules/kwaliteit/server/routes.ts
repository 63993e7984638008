import type { Column } from '../../../platform/documents/table.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import * as api from '../domain/contract.ts'
import { giveAkkoord, withdrawAkkoord } from './commands.ts'
import { listGevonden, listSoorten } from './queries.ts'
import { readNachttellingen, readOrganisatietellingen, readSoorttellingen } from './telling-queries.ts'

const text = (key: string, label: string): Column => ({ key, label, type: 'text' })
const date = (key: string, label: string): Column => ({ key, label, type: 'date' })
const number = (key: string, label: string): Column => ({ key, label, type: 'number' })

const telkolommen = [
  number('aantal', 'Niet in orde'),
  number('lang', 'Langer dan dertig dagen'),
  number('akkoord', 'Akkoord zoals het is'),
  date('oudsteOp', 'Oudste sinds'),
]
const tellen = {
  permission: 'cijfers.lezen',
  audit: { geen: 'Aantallen gegevens, zonder personen' },
} as const

export const kwaliteitRoutes: readonly Route[] = [
  route(api.listBevindingen, {
    permission: 'kwaliteit.lezen',
    audit: { event: 'bevindingen.getoond', personen: (out) => out.results.map((row) => row.persoonId) },
    export: {
      titel: 'Gegevens om na te kijken',
      kolommen: [
        text('over', 'Over'),
        text('naam', 'Wat er niet klopt'),
        text('detail', 'Waar'),
        text('ernst', 'Ernst'),
        date('sinds', 'Sinds'),
        number('dagen', 'Dagen'),
        text('wie', 'Wie kan het herstellen'),
        text('organisatie', 'Organisatie'),
      ],
    },
    handle: (work, { query }) => listGevonden(work, query),
  }),
  route(api.listBevindingsoorten, {
    permission: 'kwaliteit.lezen',
    audit: { geen: 'Waar Onderdak op let, zonder personen' },
    handle: async (work) => ({ soorten: listSoorten(work) }),
  }),
  route(api.postAkkoord, {
    permission: 'kwaliteit.akkoord',
    audit: { event: 'bevinding.akkoord', personen: () => [], onderwerp: (out) => out.id },
    handle: (work, { body }) => giveAkkoord(work, body),
  }),
  route(api.trekAkkoordIn, {
    permission: 'kwaliteit.akkoord',
    audit: { event: 'bevinding.akkoord_ingetrokken', personen: () => [], onderwerp: (out) => out.id },
    handle: (work, { params }) => withdrawAkkoord(work, params.id),
  }),
  route(api.listOrganisatietellingen, {
    ...tellen,
    export: {
      titel: 'Gegevenskwaliteit per organisatie',
      kolommen: [
        text('naam', 'Organisatie'),
        ...telkolommen,
        number('weekEerder', 'Een week eerder'),
        number('maandEerder', 'Vier weken eerder'),
      ],
    },
    handle: (work, { query }) => readOrganisatietellingen(work, query),
  }),
  route(api.listSoorttellingen, {
    ...tellen,
    export: {
      titel: 'Gegevenskwaliteit per soort',
      kolommen: [text('naam', 'Wat er niet klopt'), ...telkolommen],
    },
    handle: (work, { query }) => readSoorttellingen(work, query),
  }),
  route(api.listNachttellingen, {
    ...tellen,
    export: {
      titel: 'Gegevenskwaliteit per week',
      kolommen: [
        date('dag', 'Nacht'),
        number('aantal', 'Niet in orde'),
        number('lang', 'Langer dan dertig dagen'),
      ],
    },
    handle: (work, { query }) => readNachttellingen(work, query),
  }),
]
