import type { Column } from '../../../platform/documents/table.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import * as api from '../domain/dashboard-contract.ts'
import { readDashboard, readDashboardreeksen, readKeuzes } from './dashboard-queries.ts'

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
  route(api.getDashboardkeuzes, { ...lezen, handle: (work) => readKeuzes(work) }),
]
