import type { Column } from '../../../platform/documents/table.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import * as api from '../domain/startfoto-contract.ts'
import { listCurvepunten } from '../domain/wachtcurve-contract.ts'
import { makeStartfoto } from './startfoto-commands.ts'
import { readFotocellen, readStartfoto, readStartfotos } from './startfoto-queries.ts'
import { readWachtcurve } from './wachtcurve-queries.ts'

const lezen = { permission: 'cijfers.lezen', audit: { geen: 'Cijfers zonder personen' } } as const
const text = (key: string, label: string): Column => ({ key, label, type: 'text' })
const date = (key: string, label: string): Column => ({ key, label, type: 'date' })
const getal = (key: string, label: string): Column => ({ key, label, type: 'number' })

export const startfotoRoutes: readonly Route[] = [
  route(api.listStartfotos, {
    ...lezen,
    export: {
      titel: 'Startfotos',
      kolommen: [
        text('naam', 'Naam'),
        text('domein', 'Deel van de keten'),
        date('peildatum', 'Peildatum'),
        date('bekendOp', 'Zoals bekend op'),
        text('gemaaktDoor', 'Gemaakt door'),
      ],
    },
    handle: (work, { query }) => readStartfotos(work, query),
  }),
  route(api.postStartfoto, {
    permission: 'startfoto.maken',
    audit: { event: 'startfoto.gemaakt', personen: 'geen', onderwerp: (out) => out.id },
    handle: (work, { body }) => makeStartfoto(work, body),
  }),
  route(api.getStartfoto, { ...lezen, handle: (work, { params }) => readStartfoto(work, params.id) }),
  route(api.listFotocellen, {
    ...lezen,
    export: {
      titel: 'Startfoto',
      kolommen: [
        text('tellingNaam', 'Telling'),
        text('product', 'Product'),
        text('gemeente', 'Gemeente'),
        getal('was', 'Startfoto'),
        getal('later', 'Later bekend of gecorrigeerd'),
        getal('bij', 'Erbij'),
        getal('af', 'Eraf'),
        getal('is', 'Daarnaast'),
      ],
    },
    handle: (work, { params, query }) => readFotocellen(work, params.id, query),
  }),
]

export const wachtcurveRoutes: readonly Route[] = [
  route(listCurvepunten, {
    ...lezen,
    export: {
      titel: 'Wachtcurve',
      kolommen: [
        getal('dag', 'Dagen na het besluit'),
        getal('wachtNog', 'Wacht nog (%)'),
        getal('onder', 'Marge van (%)'),
        getal('boven', 'Marge tot (%)'),
        getal('risico', 'Toen nog op de lijst'),
      ],
    },
    handle: (work, { query }) => readWachtcurve(work, query),
  }),
]
