import { type Route, route } from '../../../platform/http/route.ts'
import * as contract from '../domain/overzicht-contract.ts'
import { listRichtingen } from './richtingen.ts'
import { listRisicos } from './risico-queries.ts'
import { listVoorrang } from './voorrang-queries.ts'
import { searchWachtenden } from './zoek-queries.ts'

export const overzichtRoutes: readonly Route[] = [
  route(contract.listRichtingen, {
    permission: 'wachtlijst.lezen',
    audit: { geen: 'aantallen zonder personen' },
    export: {
      titel: 'Wachtlijst per richting',
      kolommen: [
        { key: 'naam', label: 'Product of gewenste locatie', type: 'text' },
        { key: 'instroom', label: 'Instroom', type: 'number' },
        { key: 'doorstroom', label: 'Doorstroom', type: 'number' },
        { key: 'uitstroom', label: 'Uitstroom', type: 'number' },
        { key: 'samen', label: 'Samen', type: 'number' },
        { key: 'afgeschermd', label: 'Kleine aantallen niet getoond', type: 'boolean' },
      ],
    },
    handle: (work, { query }) => listRichtingen(work, query),
  }),
  route(contract.listVoorrang, {
    permission: 'wachtlijst.lezen',
    audit: { geen: 'aantallen zonder cliënten' },
    export: {
      titel: 'Voorrang op de wachtlijst',
      kolommen: [
        { key: 'naam', label: 'Maand, product of medewerker', type: 'text' },
        { key: 'gegeven', label: 'Voorrang gegeven', type: 'number' },
        { key: 'ingetrokken', label: 'Daarvan ingetrokken', type: 'number' },
        { key: 'gepasseerd', label: 'Anderen gepasseerd', type: 'number' },
        { key: 'zonderTelling', label: 'Gegeven voor deze telling', type: 'number' },
        { key: 'afgeschermd', label: 'Kleine aantallen niet getoond', type: 'boolean' },
      ],
    },
    handle: (work, { query }) => listVoorrang(work, query),
  }),
  route(contract.listRisicos, {
    permission: 'wachtlijst.lezen',
    audit: { event: 'wachtlijst.ingezien', personen: (out) => out.results.map((item) => item.persoonId) },
    export: {
      titel: 'Risico tijdens het wachten',
      kolommen: [
        { key: 'naam', label: 'Naam', type: 'text' },
        { key: 'product', label: 'Wacht op', type: 'text' },
        { key: 'dagenBesloten', label: 'Dagen sinds besluit', type: 'number' },
        { key: 'risico', label: 'Risico', type: 'text' },
        { key: 'beoordeeldOp', label: 'Laatst gekeken', type: 'date' },
        { key: 'uitkomst', label: 'Uitkomst', type: 'text' },
        { key: 'volgendeOp', label: 'Opnieuw kijken', type: 'date' },
        { key: 'dagenTeLaat', label: 'Dagen te laat', type: 'number' },
      ],
    },
    handle: (work, { query }) => listRisicos(work, query),
  }),
  route(contract.zoekWachtenden, {
    permission: 'wachtlijst.lezen',
    audit: { event: 'wachtlijst.gezocht', personen: () => [] },
    handle: (work, { body }) => searchWachtenden(work, body),
  }),
]
