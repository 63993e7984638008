import { type Route, route } from '../../../platform/http/route.ts'
import * as api from '../domain/indicator-contract.ts'
import {
  readIndicator,
  readIndicatorcijfers,
  readIndicatorgevallen,
  readIndicatorgroepen,
  readIndicatorperioden,
} from './indicator-queries.ts'

const lezen = { permission: 'cijfers.lezen', audit: { geen: 'Cijfers zonder personen' } } as const

export const indicatorRoutes: readonly Route[] = [
  route(api.listIndicatorcijfers, {
    ...lezen,
    export: {
      titel: 'Indicatoren',
      kolommen: [
        { key: 'naam', label: 'Indicator', type: 'text' },
        { key: 'waarde', label: 'Waarde', type: 'number' },
        { key: 'eenheid', label: 'Eenheid', type: 'text' },
        { key: 'vorigeMaand', label: 'Vorige maand', type: 'number' },
        { key: 'vorigJaar', label: 'Een jaar eerder', type: 'number' },
        { key: 'gevallen', label: 'Gevallen', type: 'number' },
        { key: 'volledigheid', label: 'Gemeente bekend (%)', type: 'number' },
        { key: 'afgeschermd', label: 'Kleine aantallen niet getoond', type: 'boolean' },
        { key: 'peildatum', label: 'Peildatum', type: 'date' },
        { key: 'bekendOp', label: 'Zoals bekend op (leeg is nu)', type: 'date' },
        { key: 'bron', label: 'Bron', type: 'text' },
        { key: 'definitie', label: 'Definitie', type: 'text' },
        { key: 'versie', label: 'Versie van de definitie', type: 'number' },
        { key: 'eigenaar', label: 'Eigenaar', type: 'text' },
        { key: 'teller', label: 'Teller', type: 'text' },
        { key: 'noemer', label: 'Noemer', type: 'text' },
      ],
    },
    handle: (work, { query }) => readIndicatorcijfers(work, query),
  }),
  route(api.haalIndicator, {
    ...lezen,
    handle: (work, { params, query }) => readIndicator(work, params.indicator, query),
  }),
  route(api.listIndicatorperioden, {
    ...lezen,
    export: {
      titel: 'Indicator per kwartaal en jaar',
      kolommen: [
        { key: 'naam', label: 'Periode', type: 'text' },
        { key: 'waarde', label: 'Waarde', type: 'number' },
        { key: 'gevallen', label: 'Gevallen', type: 'number' },
        { key: 'afgeschermd', label: 'Kleine aantallen niet getoond', type: 'boolean' },
        { key: 'indicator', label: 'Indicator', type: 'text' },
        { key: 'bekendOp', label: 'Zoals bekend op (leeg is nu)', type: 'date' },
        { key: 'bron', label: 'Bron', type: 'text' },
        { key: 'definitie', label: 'Definitie', type: 'text' },
        { key: 'versie', label: 'Versie van de definitie', type: 'number' },
        { key: 'eigenaar', label: 'Eigenaar', type: 'text' },
      ],
    },
    handle: (work, { params, query }) => readIndicatorperioden(work, params.indicator, query),
  }),
  route(api.listIndicatorgroepen, {
    ...lezen,
    export: {
      titel: 'Indicator per groep',
      kolommen: [
        { key: 'naam', label: 'Groep', type: 'text' },
        { key: 'waarde', label: 'Waarde', type: 'number' },
        { key: 'gevallen', label: 'Gevallen', type: 'number' },
        { key: 'volledigheid', label: 'Gemeente bekend (%)', type: 'number' },
        { key: 'afgeschermd', label: 'Kleine aantallen niet getoond', type: 'boolean' },
        { key: 'indicator', label: 'Indicator', type: 'text' },
        { key: 'peildatum', label: 'Peildatum', type: 'date' },
        { key: 'bekendOp', label: 'Zoals bekend op (leeg is nu)', type: 'date' },
        { key: 'bron', label: 'Bron', type: 'text' },
        { key: 'definitie', label: 'Definitie', type: 'text' },
        { key: 'versie', label: 'Versie van de definitie', type: 'number' },
        { key: 'eigenaar', label: 'Eigenaar', type: 'text' },
      ],
    },
    handle: (work, { params, query }) => readIndicatorgroepen(work, params.indicator, query),
  }),
  route(api.listIndicatorgevallen, {
    permission: 'cijfers.lezen',
    export: {
      titel: 'Gevallen achter een indicator',
      kolommen: [
        { key: 'naam', label: 'Cliënt of plek', type: 'text' },
        { key: 'telt', label: 'Telt in de teller', type: 'boolean' },
        { key: 'waarde', label: 'Getal', type: 'number' },
      ],
    },
    audit: {
      event: 'IndicatorgevallenBekeken',
      personen: (out) => out.results.map((geval) => geval.persoonId),
    },
    handle: (work, { params, query }) => readIndicatorgevallen(work, params.indicator, query),
  }),
]
