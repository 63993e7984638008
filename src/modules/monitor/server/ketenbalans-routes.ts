import type { Column } from '../../../platform/documents/table.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { type Boek, boeken } from '../domain/ketenbalans.ts'
import * as api from '../domain/ketenbalans-contract.ts'
import { readBalansgaten } from './balansgaten.ts'
import { readBalans, readBalansmaanden, readKetenstromen } from './ketenbalans-queries.ts'

const lezen = { permission: 'cijfers.lezen', audit: { geen: 'Cijfers zonder personen' } } as const

const getal = (key: string, label: string): Column => ({ key, label, type: 'number' })
const slot: readonly Column[] = [
  { key: 'sluit', label: 'Sluit', type: 'boolean' },
  getal('eindToen', 'Eind, zoals bekend op de laatste dag van de maand'),
  getal('correctie', 'Later gecorrigeerd'),
  { key: 'afgeschermd', label: 'Kleine aantallen niet getoond', type: 'boolean' },
]
const soorten = (richting: 'in' | 'uit', namen: Readonly<Record<string, string>>) =>
  Object.entries(namen).map(([key, naam]) =>
    getal(`${richting}_${key}`, `${richting === 'in' ? 'In' : 'Uit'}: ${naam}`),
  )

const kolommenVan = (boek: Boek): Column[] => [
  { key: 'naam', label: 'Groep', type: 'text' },
  getal('begin', 'Begin van de maand'),
  getal('erin', 'In'),
  ...soorten('in', boeken[boek].in),
  getal('eruit', 'Uit'),
  ...soorten('uit', boeken[boek].uit),
  getal('eind', 'Eind van de maand'),
  ...slot,
]
const exportVan = (boek: Boek) => ({
  titel: `Ketenbalans: ${boeken[boek].naam}`,
  kolommen: kolommenVan(boek),
})

export const ketenbalansRoutes: readonly Route[] = [
  route(api.balansEndpoints.verblijf, {
    ...lezen,
    export: exportVan('verblijf'),
    handle: (work, { query }) => readBalans(work, 'verblijf', query),
  }),
  route(api.balansEndpoints.wachtlijst, {
    ...lezen,
    export: exportVan('wachtlijst'),
    handle: (work, { query }) => readBalans(work, 'wachtlijst', query),
  }),
  route(api.balansEndpoints.in_beeld, {
    ...lezen,
    export: exportVan('in_beeld'),
    handle: (work, { query }) => readBalans(work, 'in_beeld', query),
  }),
  route(api.listBalansmaanden, {
    ...lezen,
    export: {
      titel: 'Ketenbalans per maand',
      kolommen: [
        { key: 'maand', label: 'Maand', type: 'text' },
        getal('begin', 'Begin van de maand'),
        getal('erin', 'In'),
        getal('eruit', 'Uit'),
        getal('eind', 'Eind van de maand'),
        ...slot,
      ],
    },
    handle: (work, { query }) => readBalansmaanden(work, query),
  }),
  route(api.listBalansgaten, {
    permission: 'cijfers.lezen',
    export: {
      titel: 'Te herstellen in de ketenbalans',
      kolommen: [
        { key: 'wat', label: 'Wat er is', type: 'text' },
        { key: 'organisatie', label: 'Organisatie', type: 'text' },
        { key: 'contactpersoon', label: 'Contactpersoon', type: 'text' },
        { key: 'naam', label: 'Cliënt', type: 'text' },
        { key: 'herstel', label: 'Wat te doen', type: 'text' },
      ],
    },
    audit: { event: 'BalansgatenBekeken', personen: (out) => out.results.map((gat) => gat.persoonId) },
    handle: (work, { query }) => readBalansgaten(work, query),
  }),
  route(api.listKetenstromen, {
    ...lezen,
    export: {
      titel: 'Stromen door de keten',
      kolommen: [
        { key: 'kant', label: 'In of uit', type: 'text' },
        { key: 'product', label: 'Product', type: 'text' },
        { key: 'anders', label: 'Vanwaar of waarheen', type: 'text' },
        getal('aantal', 'Aantal'),
      ],
    },
    handle: (work, { query }) => readKetenstromen(work, query),
  }),
]
