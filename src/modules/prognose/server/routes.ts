import { type Route, route } from '../../../platform/http/route.ts'
import * as contract from '../domain/contract.ts'
import * as terugblik from '../domain/terugblik-contract.ts'
import { readSchattingen } from './berekening-queries.ts'
import { setEigenwaarde, withdrawEigenwaarde } from './commands.ts'
import { readParameter, readParameters, readRekensom } from './queries.ts'
import { requestTerugblik } from './terugblik-commands.ts'
import { listTerugblikrijen, readTerugblikpagina } from './terugblik-queries.ts'

const lezen = { permission: 'cijfers.lezen', audit: { geen: 'Schattingen zonder personen' } } as const
const beheren = { ...lezen, permission: 'prognose.beheren' } as const
const text = (key: string, label: string) => ({ key, label, type: 'text' }) as const
const number = (key: string, label: string) => ({ key, label, type: 'number' }) as const

const schattingen = {
  titel: 'Waarmee de prognose rekent',
  kolommen: [
    text('product', 'Product'),
    text('soortNaam', 'Wat'),
    text('waarvan', 'Waarvan'),
    number('waarde', 'Rekent met'),
    number('schatting', 'Schatting'),
    number('laag', 'Laagste (95%)'),
    number('hoog', 'Hoogste (95%)'),
    text('eenheid', 'Eenheid'),
    number('gevallen', 'Gevallen'),
    text('bron', 'Bron'),
    text('schattingBron', 'Bron van de schatting'),
    text('aanname', 'Aanname'),
    text('reden', 'Reden van de eigen waarde'),
    text('door', 'Vastgelegd door'),
    { key: 'sinds', label: 'Sinds', type: 'date' },
  ],
} as const

export const prognoseRoutes: readonly Route[] = [
  route(contract.listParameters, {
    ...lezen,
    export: schattingen,
    handle: (work, { query }) => readParameters(work, query),
  }),
  route(contract.listSchattingen, {
    ...lezen,
    export: schattingen,
    handle: (work, { params, query }) => readSchattingen(work, params.id, query),
  }),
  route(contract.listRekensom, {
    ...lezen,
    export: {
      titel: 'Rekensom: plekken die nodig zijn',
      kolommen: [
        text('product', 'Product'),
        number('instroomPerJaar', 'Komt per jaar'),
        number('verblijfsdagen', 'Blijft, in dagen'),
        number('plekkenNodig', 'Plekken nodig'),
        number('plekken', 'Plekken'),
        number('tekort', 'Tekort'),
      ],
    },
    handle: (work, { query }) => readRekensom(work, query),
  }),
  route(contract.getParameter, {
    ...lezen,
    handle: (work, { params }) => readParameter(work, params.parameter),
  }),
  route(contract.postEigenwaarde, { ...beheren, handle: (work, { body }) => setEigenwaarde(work, body) }),
  route(contract.postEigenwaardeintrekking, {
    ...beheren,
    handle: (work, { params, body }) => withdrawEigenwaarde(work, { ...body, id: params.id }),
  }),
  route(terugblik.getTerugblik, { ...lezen, handle: (work) => readTerugblikpagina(work) }),
  route(terugblik.listTerugblikcellen, {
    ...lezen,
    export: {
      titel: 'Terugblik: wat de prognose zei en wat er gebeurde',
      kolommen: [
        text('product', 'Product'),
        text('naam', 'Wat'),
        { key: 'maand', label: 'Maand', type: 'date' },
        number('gebeurd', 'Gebeurd'),
        number('midden', 'Midden van de prognose'),
        number('laag80', 'Laagste (80%)'),
        number('hoog80', 'Hoogste (80%)'),
        number('laag95', 'Laagste (95%)'),
        number('hoog95', 'Hoogste (95%)'),
        { key: 'binnen95', label: 'Binnen de marge van 95%', type: 'boolean' },
        { key: 'afgeschermd', label: 'Te klein om te tonen', type: 'boolean' },
      ],
    },
    handle: (work, { query }) => listTerugblikrijen(work, query),
  }),
  route(terugblik.postTerugblik, { ...beheren, handle: (work, { body }) => requestTerugblik(work, body) }),
]
