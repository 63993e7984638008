import { type Route, route } from '../../../platform/http/route.ts'
import * as contract from '../domain/contract.ts'
import * as doe from './commands.ts'
import { listAntwoordrijen, listRijen, readClientervaring, readJaren, readKeuzes } from './queries.ts'

const lezen = {
  permission: 'cijfers.lezen',
  audit: { geen: 'Opgetelde antwoorden, zonder personen' },
} as const
const schrijven = { ...lezen, permission: 'clientervaring.schrijven' } as const

const text = (key: string, label: string) => ({ key, label, type: 'text' }) as const
const number = (key: string, label: string) => ({ key, label, type: 'number' }) as const
const date = (key: string, label: string) => ({ key, label, type: 'date' }) as const
const bool = (key: string, label: string) => ({ key, label, type: 'boolean' }) as const

const gebied = [number('jaar', 'Jaar'), text('gebied', 'Gebied'), text('domein', 'Domein')]

export const clientervaringRoutes: readonly Route[] = [
  route(contract.listClientervaringen, {
    ...lezen,
    export: {
      titel: 'Cliëntervaring',
      kolommen: [
        ...gebied,
        number('uitgenodigd', 'Uitgenodigd'),
        number('beantwoord', 'Geantwoord'),
        number('respons', 'Respons in procent'),
        bool('afgeschermd', 'Te klein om te tonen'),
        date('onderzoekOp', 'Dag van het onderzoek'),
        text('bron', 'Bron'),
        date('geleverdOp', 'Geleverd op'),
        text('geleverdAan', 'Geleverd aan'),
        date('ingetrokkenOp', 'Ingetrokken op'),
        text('ingetrokkenReden', 'Waarom ingetrokken'),
        text('ingevoerdDoor', 'Ingevoerd door'),
      ],
    },
    handle: (work, { query }) => listRijen(work, query),
  }),
  route(contract.listClientervaringantwoorden, {
    ...lezen,
    export: {
      titel: 'Cliëntervaring per vraag',
      kolommen: [
        ...gebied,
        text('naam', 'Vraag'),
        number('positief', 'Positief in procent'),
        bool('afgeschermd', 'Te klein om te tonen'),
      ],
    },
    handle: (work, { query }) => listAntwoordrijen(work, query),
  }),
  route(contract.getClientervaringjaren, { ...lezen, handle: (work) => readJaren(work) }),
  route(contract.getClientervaringkeuzes, { ...schrijven, handle: (work) => readKeuzes(work) }),
  route(contract.getClientervaring, {
    ...lezen,
    handle: (work, { params }) => readClientervaring(work, params.id),
  }),
  route(contract.postClientervaring, {
    ...schrijven,
    handle: (work, { body }) => doe.registerClientervaring(work, body),
  }),
  route(contract.putClientervaring, {
    ...schrijven,
    handle: (work, { params, body }) => doe.changeClientervaring(work, { ...body, id: params.id }),
  }),
  route(contract.postClientervaringlevering, {
    ...schrijven,
    handle: (work, { params, body }) => doe.deliverClientervaring(work, { ...body, id: params.id }),
  }),
  route(contract.postClientervaringintrekking, {
    ...schrijven,
    handle: (work, { params, body }) => doe.withdrawClientervaring(work, { ...body, id: params.id }),
  }),
]
