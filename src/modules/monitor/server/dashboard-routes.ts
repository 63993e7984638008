import type { Column } from '../../../platform/documents/table.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import * as api from '../domain/dashboard-contract.ts'
import { listKwartaalcijfers } from '../domain/kwartaal-contract.ts'
import { readDashboard, readDashboardreeksen, readKeuzes } from './dashboard-queries.ts'
import { readKwartaalcijfers } from './kwartaal-queries.ts'

const lezen = { permission: 'cijfers.lezen', audit: { geen: 'Cijfers zonder personen' } } as const

/** A figure never travels without these. */
const kolommen: readonly Column[] = [
  { key: 'naam', label: 'Indicator', type: 'text' },
  { key: 'filter', label: 'Waarvan', type: 'text' },
  { key: 'maand', label: 'Maand', type: 'text' },
  { key: 'waarde', label: 'Waarde', type: 'number' },
  { key: 'eenheid', label: 'Eenheid', type: 'text' },
  { key: 'gevallen', label: 'Gevallen', type: 'number' },
  { key: 'volledigheid', label: 'Gemeente bekend (%)', type: 'number' },
  { key: 'afgeschermd', label: 'Kleine aantallen niet getoond', type: 'boolean' },
  { key: 'peildatum', label: 'Peildatum', type: 'date' },
  { key: 'bekendOp', label: 'Zoals bekend op (leeg is nu)', type: 'date' },
  { key: 'bron', label: 'Bron', type: 'text' },
  { key: 'definitie', label: 'Definitie', type: 'text' },
  { key: 'versie', label: 'Versie van de definitie', type: 'number' },
  { key: 'eigenaar', label: 'Eigenaar', type: 'text' },
]

export const dashboardRoutes: readonly Route[] = [
  route(api.listDashboard, {
    ...lezen,
    export: { titel: 'Dashboard', kolommen },
    handle: (work, { query }) => readDashboard(work, query),
  }),
  route(api.listDashboardreeksen, {
    ...lezen,
    export: { titel: 'Dashboard per maand', kolommen },
    handle: (work, { query }) => readDashboardreeksen(work, query),
  }),
  route(listKwartaalcijfers, {
    ...lezen,
    export: {
      titel: 'Kwartaal naast het vorige',
      kolommen: [
        { key: 'naam', label: 'Indicator', type: 'text' },
        { key: 'waarover', label: 'Waarover', type: 'text' },
        { key: 'waarde', label: 'Dit kwartaal', type: 'number' },
        { key: 'vorig', label: 'Vorig kwartaal', type: 'number' },
        { key: 'verschil', label: 'Verschil', type: 'number' },
        { key: 'eenheid', label: 'Eenheid', type: 'text' },
        { key: 'afgeschermd', label: 'Kleine aantallen niet getoond', type: 'boolean' },
        { key: 'vorigAfgeschermd', label: 'Kleine aantallen vorig kwartaal niet getoond', type: 'boolean' },
        { key: 'uitleg', label: 'Uitleg', type: 'text' },
        { key: 'peildatum', label: 'Peildatum', type: 'date' },
        { key: 'bekendOp', label: 'Zoals bekend op (leeg is nu)', type: 'date' },
        { key: 'bron', label: 'Bron', type: 'text' },
        { key: 'definitie', label: 'Definitie', type: 'text' },
        { key: 'versie', label: 'Versie van de definitie', type: 'number' },
        { key: 'eigenaar', label: 'Eigenaar', type: 'text' },
      ],
    },
    handle: (work, { query }) => readKwartaalcijfers(work, query),
  }),
  route(api.getDashboardkeuzes, { ...lezen, handle: (work) => readKeuzes(work) }),
]
