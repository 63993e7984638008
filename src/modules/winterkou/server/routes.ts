import { type Route, route } from '../../../platform/http/route.ts'
import * as api from '../domain/contract.ts'
import * as gast from '../domain/gast-api.ts'
import { maakOngedaan, registerGasten } from './gast-commands.ts'
import { listGastRijen, listIntakeRijen } from './gast-queries.ts'
import { finishIntake, listIntakeOrganisatieRijen, makeMelding, planIntake } from './intake-commands.ts'
import {
  eindigPeriode,
  planCapaciteit,
  registerKosten,
  startPeriode,
  stopKosten,
} from './periode-commands.ts'
import { listCapaciteitRijen, listPeriodeRijen, readWinterkou } from './queries.ts'
import { listKostenRijen, listNachtRijen, listSeizoenRijen } from './telling-queries.ts'

const zonderPersonen = { geen: 'Winterkou zonder personen' } as const
const lezen = { permission: 'winterkou.lezen', audit: zonderPersonen } as const
const beslissen = (event: string) =>
  ({ permission: 'winterkou.beslissen', audit: { event, personen: 'geen' } }) as const
// Persons come from work.saw and work.record; the rule adds none.
const registreren = (event: string) =>
  ({ permission: 'winterkou.registreren', audit: { event, personen: () => [] } }) as const

const exportPerioden = {
  titel: 'Perioden van winterkou en calamiteit',
  kolommen: [
    { key: 'soort', label: 'Soort', type: 'text' },
    { key: 'toestand', label: 'Stand', type: 'text' },
    { key: 'van', label: 'Eerste nacht', type: 'date' },
    { key: 'tot', label: 'Tot', type: 'date' },
    { key: 'reden', label: 'Reden', type: 'text' },
    { key: 'temperatuur', label: 'Verwachte temperatuur (°C)', type: 'number' },
    { key: 'afwijkingReden', label: 'Reden van afwijken', type: 'text' },
    { key: 'beslotenDoor', label: 'Besloten door', type: 'text' },
    { key: 'beslotenOp', label: 'Besloten op', type: 'date' },
    { key: 'eindeReden', label: 'Reden van het einde', type: 'text' },
    { key: 'eindeBeslotenDoor', label: 'Einde besloten door', type: 'text' },
  ],
} as const
const exportNachten = {
  titel: 'Gasten per nacht',
  kolommen: [
    { key: 'nacht', label: 'Nacht van', type: 'date' },
    { key: 'locatie', label: 'Locatie', type: 'text' },
    { key: 'soort', label: 'Soort', type: 'text' },
    { key: 'gasten', label: 'Gasten', type: 'number' },
    { key: 'anoniem', label: 'Zonder naam', type: 'number' },
    { key: 'bekend', label: 'Bekende cliënten', type: 'number' },
    { key: 'bedden', label: 'Bedden', type: 'number' },
    { key: 'bijgezet', label: 'Bedden bijgezet', type: 'number' },
  ],
} as const
const exportSeizoenen = {
  titel: 'Winterkou per seizoen',
  kolommen: [
    { key: 'seizoen', label: 'Seizoen', type: 'text' },
    { key: 'nachten', label: 'Nachten', type: 'number' },
    { key: 'gasten', label: 'Overnachtingen', type: 'number' },
    { key: 'anoniem', label: 'Zonder naam', type: 'number' },
    { key: 'bijgezet', label: 'Bedden bijgezet', type: 'number' },
    { key: 'drukste', label: 'Gasten in de drukste nacht', type: 'number' },
    { key: 'kosten', label: 'Kosten (euro)', type: 'number' },
  ],
} as const
const exportKosten = {
  titel: 'Kosten van winterkou',
  kolommen: [
    { key: 'op', label: 'Dag', type: 'date' },
    { key: 'omschrijving', label: 'Waarvoor', type: 'text' },
    { key: 'bedrag', label: 'Bedrag (euro)', type: 'number' },
    { key: 'door', label: 'Vastgelegd door', type: 'text' },
  ],
} as const

export const winterkouRoutes: readonly Route[] = [
  route(api.haalWinterkou, { ...lezen, handle: (work, { query }) => readWinterkou(work, query) }),
  route(api.listWinterperioden, {
    ...lezen,
    export: exportPerioden,
    handle: (work, { query }) => listPeriodeRijen(work, query),
  }),
  route(api.postWinterperiode, {
    ...beslissen('WinterperiodeGestart'),
    handle: (work, { body }) => startPeriode(work, body),
  }),
  route(api.postEinde, {
    ...beslissen('WinterperiodeBeeindigd'),
    handle: (work, { params, body }) => eindigPeriode(work, { ...body, id: params.id }),
  }),
  route(api.listWintercapaciteit, {
    ...lezen,
    handle: (work, { query }) => listCapaciteitRijen(work, query),
  }),
  route(api.postWintercapaciteit, {
    ...beslissen('WintercapaciteitVastgelegd'),
    handle: (work, { body }) => planCapaciteit(work, body),
  }),
  route(api.listWinternachten, {
    ...lezen,
    export: exportNachten,
    handle: (work, { query }) => listNachtRijen(work, query),
  }),
  route(api.listWinterseizoenen, {
    ...lezen,
    export: exportSeizoenen,
    handle: (work, { query }) => listSeizoenRijen(work, query),
  }),
  route(api.listWinterkosten, {
    ...lezen,
    export: exportKosten,
    handle: (work, { query }) => listKostenRijen(work, query),
  }),
  route(api.postWinterkosten, {
    ...beslissen('WinterkostenVastgelegd'),
    handle: (work, { body }) => registerKosten(work, body),
  }),
  route(api.postIntrekking, {
    ...beslissen('WinterkostenIngetrokken'),
    handle: (work, { params, body }) => stopKosten(work, { ...body, id: params.id }),
  }),
  route(gast.listWintergasten, {
    ...registreren('WintergastenBekeken'),
    handle: (work, { query }) => listGastRijen(work, query),
  }),
  route(gast.postWintergasten, {
    ...registreren('WintergastenGenoteerd'),
    handle: (work, { body }) => registerGasten(work, body),
  }),
  route(gast.postOngedaan, {
    ...registreren('WintergastOngedaan'),
    handle: (work, { params, body }) => maakOngedaan(work, { ...body, id: params.id }),
  }),
  route(gast.postIntake, {
    ...registreren('WinterintakeAfgesproken'),
    handle: (work, { params, body }) => planIntake(work, { ...body, id: params.id }),
  }),
  route(gast.postIntakeUitkomst, {
    ...registreren('WinterintakeAfgerond'),
    handle: (work, { params, body }) => finishIntake(work, { ...body, id: params.id }),
  }),
  route(gast.postMelding, {
    permission: 'melding.registreren',
    audit: { event: 'WintergastGemeld', personen: () => [] },
    handle: (work, { params, body }) => makeMelding(work, { ...body, id: params.id }),
  }),
  route(gast.listWinterintakes, {
    ...registreren('WinterintakesBekeken'),
    handle: (work, { query }) => listIntakeRijen(work, query),
  }),
  route(gast.listIntakeOrganisaties, {
    permission: 'winterkou.registreren',
    audit: { geen: 'Namen van organisaties' },
    handle: async (work) => ({ organisaties: await listIntakeOrganisatieRijen(work) }),
  }),
]
