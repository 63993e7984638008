import { type Route, route } from '../../../platform/http/route.ts'
import * as contract from '../domain/scenario-contract.ts'
import { endBerekening, startBerekening } from './berekening-commands.ts'
import { readBerekening, readCijfers } from './berekening-queries.ts'
import { readGebeurd } from './gebeurd-queries.ts'
import { makeNota } from './nota-queries.ts'
import {
  addMaatregel,
  changeMaatregel,
  changeScenario,
  copyScenario,
  makeScenario,
  removeMaatregel,
  removeScenario,
} from './scenario-commands.ts'
import { readScenario, readScenarios } from './scenario-queries.ts'
import { warmUp } from './warm-up.ts'

const audit = { geen: 'Schattingen zonder personen' } as const
const lezen = { permission: 'cijfers.lezen', audit } as const
const maken = { permission: 'scenario.maken', audit } as const
const number = (key: string, label: string) => ({ key, label, type: 'number' }) as const

export const scenarioRoutes: readonly Route[] = [
  route(contract.listScenarios, {
    ...lezen,
    export: {
      titel: "Scenario's",
      kolommen: [
        { key: 'naam', label: 'Scenario', type: 'text' },
        { key: 'toelichting', label: 'Toelichting', type: 'text' },
        { key: 'peildatum', label: 'Stand van', type: 'date' },
        number('maatregelen', 'Maatregelen'),
        { key: 'isGedeeld', label: 'Gedeeld', type: 'boolean' },
        { key: 'gemaaktDoor', label: 'Gemaakt door', type: 'text' },
      ],
    },
    handle: (work, { query }) => readScenarios(work, query),
  }),
  route(contract.postScenario, { ...maken, handle: (work, { body }) => makeScenario(work, body) }),
  route(contract.getScenario, {
    ...lezen,
    async handle(work, { params }) {
      await warmUp(work, params.id)
      return readScenario(work, params.id)
    },
  }),
  route(contract.putScenario, {
    ...maken,
    handle: (work, { params, body }) => changeScenario(work, { ...body, ...params }),
  }),
  route(contract.deleteScenario, {
    ...maken,
    handle: (work, { params, body }) => removeScenario(work, { ...body, ...params }),
  }),
  route(contract.postKopie, {
    ...maken,
    handle: (work, { params, body }) => copyScenario(work, { ...body, ...params }),
  }),
  route(contract.postMaatregel, {
    ...maken,
    handle: (work, { params, body }) => addMaatregel(work, { ...body, scenarioId: params.id }),
  }),
  route(contract.putMaatregel, {
    ...maken,
    handle: (work, { params, body }) => changeMaatregel(work, { ...body, ...params }),
  }),
  route(contract.deleteMaatregel, {
    ...maken,
    handle: (work, { params }) => removeMaatregel(work, params),
  }),
  route(contract.postBerekening, {
    ...maken,
    handle: (work, { params, body }) => startBerekening(work, { ...body, scenarioId: params.id }),
  }),
  route(contract.getBerekening, { ...lezen, handle: (work, { params }) => readBerekening(work, params.id) }),
  route(contract.getScenarionota, {
    ...lezen,
    handle: (work, { params, query }) => makeNota(work, { ...params, ...query }),
  }),
  route(contract.getGebeurd, { ...lezen, handle: (work, { params }) => readGebeurd(work, params.id) }),
  route(contract.stopBerekening, { ...maken, handle: (work, { params }) => endBerekening(work, params) }),
  route(contract.listCijfers, {
    ...lezen,
    export: {
      titel: 'Cijfers van een scenario',
      kolommen: [
        { key: 'naam', label: 'Waarvan', type: 'text' },
        { key: 'wat', label: 'Wat', type: 'text' },
        { key: 'jaar', label: 'Periode', type: 'text' },
        number('zonder', 'Zonder de maatregelen'),
        number('zonderLaag', 'Zonder: laagste (95%)'),
        number('zonderHoog', 'Zonder: hoogste (95%)'),
        number('met', 'Met de maatregelen'),
        number('metLaag', 'Met: laagste (95%)'),
        number('metHoog', 'Met: hoogste (95%)'),
        number('verschil', 'Verschil'),
        number('verschilLaag', 'Verschil: laagste (95%)'),
        number('verschilHoog', 'Verschil: hoogste (95%)'),
      ],
    },
    handle: (work, { params, query }) => readCijfers(work, params.id, query),
  }),
]
