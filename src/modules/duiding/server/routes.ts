import type { Column } from '../../../platform/documents/table.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import * as contract from '../domain/contract.ts'
import * as verhaal from '../domain/verhaal-contract.ts'
import * as doe from './commands.ts'
import {
  listBronRijen,
  listDuidingRijen,
  listVerhaalRijen,
  listVerteld,
  readDuidingversies,
} from './queries.ts'

const lezen = {
  permission: 'cijfers.lezen',
  audit: { geen: 'Teksten bij cijfers, zonder personen' },
} as const
const schrijven = {
  permission: 'duiding.schrijven',
  audit: { geen: 'Teksten bij cijfers, zonder personen' },
} as const

const text = (key: string, label: string): Column => ({ key, label, type: 'text' })
const date = (key: string, label: string): Column => ({ key, label, type: 'date' })
const number = (key: string, label: string): Column => ({ key, label, type: 'number' })

const bijCijfer = [text('indicatorNaam', 'Indicator'), text('maand', 'Maand')]

export const duidingRoutes: readonly Route[] = [
  route(contract.listDuidingen, {
    ...lezen,
    export: {
      titel: 'Uitleg bij cijfers',
      kolommen: [
        ...bijCijfer,
        text('niveau', 'Voor wie'),
        text('tekst', 'Uitleg'),
        text('auteur', 'Auteur'),
        text('organisatie', 'Organisatie'),
        date('gewijzigdOp', 'Laatst gewijzigd op'),
        number('versie', 'Versie'),
      ],
    },
    handle: (work, { query }) => listDuidingRijen(work, query),
  }),
  route(contract.getDuidingversies, {
    ...lezen,
    handle: (work, { params }) => readDuidingversies(work, params.id),
  }),
  route(contract.postDuiding, { ...schrijven, handle: (work, { body }) => doe.writeDuiding(work, body) }),
  route(contract.putDuiding, {
    ...schrijven,
    handle: (work, { params, body }) => doe.changeDuiding(work, { ...body, id: params.id }),
  }),
  route(contract.trekDuidingIn, {
    ...schrijven,
    handle: (work, { params }) => doe.withdrawDuiding(work, params.id),
  }),
  route(verhaal.listVerhalen, {
    ...lezen,
    export: {
      titel: 'Verhalen bij cijfers',
      kolommen: [
        ...bijCijfer,
        text('soort', 'Soort'),
        text('titel', 'Titel'),
        text('tekst', 'Tekst'),
        text('teller', 'Verteld door'),
        date('gepubliceerdOp', 'Gepubliceerd op'),
      ],
    },
    handle: (work, { query }) => listVerteld(work, query),
  }),
  route(verhaal.listVerhaalbeheer, {
    ...schrijven,
    export: {
      titel: 'Verhalen en toestemming',
      kolommen: [
        ...bijCijfer,
        text('soort', 'Soort'),
        text('titel', 'Titel'),
        text('status', 'Stand'),
        text('teller', 'Verteld door'),
        text('toestemmingVorm', 'Toestemming'),
        date('toestemmingOp', 'Toestemming op'),
        date('toestemmingTotEnMet', 'Toestemming tot en met'),
        text('toestemmingWaar', 'Waar de toestemming ligt'),
        text('schrijver', 'Geschreven door'),
        text('controleur', 'Gecontroleerd door'),
        date('ingetrokkenOp', 'Ingetrokken op'),
        text('ingetrokkenReden', 'Waarom ingetrokken'),
      ],
    },
    handle: (work, { query }) => listVerhaalRijen(work, query),
  }),
  route(verhaal.postVerhaal, { ...schrijven, handle: (work, { body }) => doe.writeVerhaal(work, body) }),
  route(verhaal.putVerhaal, {
    ...schrijven,
    handle: (work, { params, body }) => doe.changeVerhaal(work, { ...body, id: params.id }),
  }),
  route(verhaal.publiceerVerhaal, {
    ...schrijven,
    handle: (work, { params, body }) => doe.publishVerhaal(work, { ...body, id: params.id }),
  }),
  route(verhaal.trekVerhaalIn, {
    ...schrijven,
    handle: (work, { params, body }) => doe.withdrawVerhaal(work, { ...body, id: params.id }),
  }),
  route(contract.listBronwaarden, {
    ...lezen,
    export: {
      titel: 'Andere bronnen bij cijfers',
      kolommen: [
        text('indicatorNaam', 'Indicator'),
        text('onderwerp', 'Onderwerp'),
        number('waarde', 'Waarde'),
        text('eenheid', 'Eenheid'),
        text('bron', 'Bron'),
        date('peildatum', 'Peildatum'),
        { key: 'isTegengesproken', label: 'Bronnen spreken elkaar tegen', type: 'boolean' },
        text('toelichting', 'Toelichting'),
      ],
    },
    handle: (work, { query }) => listBronRijen(work, query),
  }),
  route(contract.postBronwaarde, {
    ...schrijven,
    handle: (work, { body }) => doe.addBronwaarde(work, body),
  }),
  route(contract.putBronwaarde, {
    ...schrijven,
    handle: (work, { params, body }) => doe.changeBronwaarde(work, { ...body, id: params.id }),
  }),
  route(contract.haalBronwaardeWeg, {
    ...schrijven,
    handle: (work, { params }) => doe.removeBronwaarde(work, params.id),
  }),
]
