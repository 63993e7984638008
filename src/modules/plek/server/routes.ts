import { type Route, route } from '../../../platform/http/route.ts'
import * as api from '../domain/api.ts'
import * as bord from '../domain/bord-api.ts'
import { listBord } from './bord-queries.ts'
import {
  changeLocatie,
  changePlek,
  changeVoorziening,
  endLocatie,
  endPlek,
  endVoorziening,
  registerLocatie,
  registerPlekken,
  registerVoorziening,
} from './commands.ts'
import { listDoelRijen } from './doel-queries.ts'
import { listGraden, listKalender, listVerwacht } from './kalender-queries.ts'
import {
  changeOpening,
  confirmStand,
  removeLocatieadres,
  takeIntoUse,
  takeOutOfUse,
} from './locatie-commands.ts'
import { oproepRoutes } from './oproep-routes.ts'
import {
  findAdres,
  findLocatieDetail,
  findVoorzieningMetLocaties,
  listPlekkeuzesVan,
  listVoorzieningRijen,
  listVrijVoor,
} from './queries.ts'
import { listSpreidingRijen } from './spreiding-queries.ts'

const lezen = { permission: 'plek.lezen', audit: { geen: 'Capaciteit zonder personen' } } as const
const beheren = (event: string) =>
  ({ permission: 'plek.beheren', audit: { event, personen: 'geen' } }) as const

const exportBord = {
  titel: 'Plekkenbord',
  kolommen: [
    { key: 'locatie', label: 'Locatie', type: 'text' },
    { key: 'voorziening', label: 'Voorziening', type: 'text' },
    { key: 'aanbieder', label: 'Aanbieder', type: 'text' },
    { key: 'gemeente', label: 'Gemeente', type: 'text' },
    { key: 'product', label: 'Product', type: 'text' },
    { key: 'totaal', label: 'Plekken', type: 'number' },
    { key: 'vrij', label: 'Vrij', type: 'number' },
    { key: 'vastgehouden', label: 'Vastgehouden', type: 'number' },
    { key: 'bezet', label: 'Bezet', type: 'number' },
    { key: 'geblokkeerd', label: 'Geblokkeerd', type: 'number' },
    { key: 'buitenGebruik', label: 'Buiten gebruik', type: 'number' },
    { key: 'overboekt', label: 'Overboekt', type: 'number' },
    { key: 'passend', label: 'Passend bij het filter', type: 'number' },
    { key: 'bevestigdOp', label: 'Bevestigd op', type: 'moment' },
    { key: 'verouderd', label: 'Stand is verouderd', type: 'boolean' },
  ],
} as const
const exportVoorzieningen = {
  titel: 'Voorzieningen',
  kolommen: [
    { key: 'code', label: 'Code', type: 'text' },
    { key: 'naam', label: 'Naam', type: 'text' },
    { key: 'aanbieder', label: 'Aanbieder', type: 'text' },
    { key: 'domein', label: 'Domein', type: 'text' },
    { key: 'bereik', label: 'Lokaal of regionaal', type: 'text' },
    { key: 'gemeente', label: 'Gemeente', type: 'text' },
    { key: 'onderContract', label: 'Onder contract', type: 'boolean' },
    { key: 'isZonderPlekken', label: 'Nog geen plekken', type: 'boolean' },
    { key: 'capaciteitVolgensBron', label: 'Capaciteit volgens bron', type: 'text' },
    { key: 'locaties', label: 'Locaties', type: 'number' },
    { key: 'plekken', label: 'Plekken', type: 'number' },
    { key: 'bezet', label: 'Bezet', type: 'number' },
  ],
} as const
const exportVerwacht = {
  titel: 'Verwachte plekken',
  kolommen: [
    { key: 'locatie', label: 'Locatie', type: 'text' },
    { key: 'product', label: 'Product', type: 'text' },
    { key: 'gemeente', label: 'Gemeente', type: 'text' },
    { key: 'plek', label: 'Plek', type: 'text' },
    { key: 'verwachtOp', label: 'Verwacht vrij op', type: 'date' },
    { key: 'isGeblokkeerd', label: 'Geblokkeerd', type: 'boolean' },
    { key: 'teLaat', label: 'Had al vrij moeten zijn', type: 'boolean' },
  ],
} as const
const exportSpreiding = {
  titel: 'Spreiding van plekken',
  kolommen: [
    { key: 'gemeente', label: 'Gemeente', type: 'text' },
    { key: 'wijk', label: 'Wijk', type: 'text' },
    { key: 'plekken', label: 'Plekken', type: 'number' },
    { key: 'lokaal', label: 'Lokaal', type: 'number' },
    { key: 'regionaal', label: 'Regionaal', type: 'number' },
    { key: 'inwoners', label: 'Inwoners', type: 'number' },
    { key: 'per1000', label: 'Plekken per 1.000 inwoners', type: 'number' },
  ],
} as const
const exportDoelen = {
  titel: 'Doelen voor plekken',
  kolommen: [
    { key: 'product', label: 'Product', type: 'text' },
    { key: 'doel', label: 'Doel', type: 'number' },
    { key: 'gerealiseerd', label: 'Zijn er nu', type: 'number' },
    { key: 'verschil', label: 'Verschil', type: 'number' },
    { key: 'buitenGebruik', label: 'Daarvan buiten gebruik', type: 'number' },
    { key: 'uitgangspunt', label: 'Waren er al', type: 'number' },
    { key: 'vanaf', label: 'Doel geldt vanaf', type: 'date' },
    { key: 'bron', label: 'Bron', type: 'text' },
  ],
} as const

export const plekRoutes: readonly Route[] = [
  ...oproepRoutes,
  route(bord.listPlekkenbord, {
    ...lezen,
    export: exportBord,
    handle: (work, { query }) => listBord(work, query),
  }),
  route(bord.listPlekkenkalender, { ...lezen, handle: (work, { query }) => listKalender(work, query) }),
  route(bord.listBezettingsgraden, { ...lezen, handle: (work, { query }) => listGraden(work, query) }),
  route(bord.listVerwachtePlekken, {
    ...lezen,
    export: exportVerwacht,
    handle: (work, { query }) => listVerwacht(work, query),
  }),
  route(bord.listVrijePlekken, { ...lezen, handle: (work, { query }) => listVrijVoor(work, query) }),
  route(bord.listSpreiding, {
    ...lezen,
    export: exportSpreiding,
    handle: (work, { query }) => listSpreidingRijen(work, query),
  }),
  route(bord.listPlekdoelen, {
    ...lezen,
    export: exportDoelen,
    handle: (work, { query }) => listDoelRijen(work, query),
  }),
  route(api.listPlekkeuzes, { ...lezen, handle: (work) => listPlekkeuzesVan(work) }),
  route(api.listVoorzieningen, {
    ...lezen,
    export: exportVoorzieningen,
    handle: (work, { query }) => listVoorzieningRijen(work, query),
  }),
  route(api.getVoorziening, {
    ...lezen,
    handle: (work, { params }) => findVoorzieningMetLocaties(work, params.id),
  }),
  // A secret locatie is only found by those with the right; that they opened it is in the audit book.
  route(api.getLocatie, {
    permission: 'plek.lezen',
    audit: { event: 'LocatieGeopend', personen: 'geen', onderwerp: (out) => out.id },
    handle: (work, { params }) => findLocatieDetail(work, params.id),
  }),
  route(api.getLocatieadres, {
    permission: 'plek.lezen',
    audit: { event: 'LocatieadresGetoond', personen: 'geen', onderwerp: (_, { params }) => params.id },
    handle: (work, { params }) => findAdres(work, params.id),
  }),
  route(api.postVoorziening, {
    ...beheren('VoorzieningGeregistreerd'),
    handle: (work, { body }) => registerVoorziening(work, body),
  }),
  route(api.putVoorziening, {
    ...beheren('VoorzieningGewijzigd'),
    handle: (work, { params, body }) => changeVoorziening(work, { ...body, id: params.id }),
  }),
  route(api.postVoorzieningEinde, {
    ...beheren('VoorzieningBeeindigd'),
    handle: (work, { params, body }) => endVoorziening(work, { ...body, id: params.id }),
  }),
  route(api.postLocatie, {
    ...beheren('LocatieGeregistreerd'),
    handle: (work, { body }) => registerLocatie(work, body),
  }),
  route(api.putLocatie, {
    ...beheren('LocatieGewijzigd'),
    handle: (work, { params, body }) => changeLocatie(work, { ...body, id: params.id }),
  }),
  route(api.postAdresverwijdering, {
    ...beheren('LocatieadresVerwijderd'),
    handle: (work, { params, body }) => removeLocatieadres(work, { ...body, id: params.id }),
  }),
  route(api.postLocatieEinde, {
    ...beheren('LocatieBeeindigd'),
    handle: (work, { params, body }) => endLocatie(work, { ...body, id: params.id }),
  }),
  route(api.postBevestiging, {
    permission: 'plek.bevestigen',
    audit: { event: 'StandBevestigd', personen: 'geen', onderwerp: (_, { params }) => params.id },
    handle: (work, { params }) => confirmStand(work, params.id),
  }),
  route(api.postOpening, {
    ...beheren('OpeningGewijzigd'),
    handle: (work, { params, body }) => changeOpening(work, { ...body, locatieId: params.id }),
  }),
  route(api.postPlekken, {
    ...beheren('PlekkenGeregistreerd'),
    handle: (work, { body: { aantal, ...plek } }) =>
      registerPlekken(work, {
        plekken:
          aantal === 1
            ? [plek]
            : Array.from({ length: aantal }, (_, i) => ({ ...plek, naam: `${plek.naam} ${i + 1}` })),
      }),
  }),
  route(api.putPlek, {
    ...beheren('PlekGewijzigd'),
    handle: (work, { params, body }) => changePlek(work, { ...body, id: params.id }),
  }),
  route(api.postPlekEinde, {
    ...beheren('PlekBeeindigd'),
    handle: (work, { params, body }) => endPlek(work, { ...body, id: params.id }),
  }),
  route(api.postBuitenGebruik, {
    ...beheren('PlekBuitenGebruik'),
    handle: (work, { params, body }) => takeOutOfUse(work, { ...body, plekId: params.id }),
  }),
  route(api.postWeerInGebruik, {
    ...beheren('PlekWeerInGebruik'),
    handle: (work, { params, body }) => takeIntoUse(work, { id: params.id, tot: body.tot ?? work.today }),
  }),
]
