import { type Route, route } from '../../../platform/http/route.ts'
import * as contract from '../domain/contract.ts'
import { readBestand } from './bestand.ts'
import { makeLevering, markVerstuurd, releaseLevering, withdrawLevering } from './commands.ts'
import { listVerslag, readLevering, readLeveringen } from './queries.ts'

const lezen = { permission: 'levering.lezen', audit: { geen: 'Aantallen zonder personen' } } as const
const text = (key: string, label: string) => ({ key, label, type: 'text' }) as const

export const leveringRoutes: readonly Route[] = [
  route(contract.listLeveringen, {
    ...lezen,
    export: {
      titel: 'Leveringen',
      kolommen: [
        text('soortNaam', 'Levering'),
        text('periodeNaam', 'Periode'),
        text('statusNaam', 'Stand'),
        { key: 'gemaaktOp', label: 'Gemaakt op', type: 'moment' },
        text('gemaaktDoor', 'Gemaakt door'),
        text('vrijgegevenDoor', 'Vrijgegeven door'),
        { key: 'verstuurdOp', label: 'Verstuurd op', type: 'date' },
        text('verstuurdAan', 'Verstuurd aan'),
      ],
    },
    handle: (work, { query }) => readLeveringen(work, query),
  }),
  route(contract.haalLevering, { ...lezen, handle: (work, { params }) => readLevering(work, params.id) }),
  route(contract.listVerslagregels, {
    ...lezen,
    export: {
      titel: 'Controleverslag',
      kolommen: [
        text('onderdeel', 'Onderdeel'),
        text('wat', 'Wat'),
        { key: 'regels', label: 'Regels', type: 'number' },
        { key: 'mensen', label: 'Mensen', type: 'number' },
        text('uitkomst', 'Uitkomst'),
      ],
    },
    handle: (work, { params, query }) => listVerslag(work, params.id, query),
  }),
  route(contract.postLevering, {
    permission: 'levering.maken',
    audit: { event: 'levering.gemaakt', onderwerp: (out) => out.id, personen: 'geen' },
    handle: (work, { body }) => makeLevering(work, body),
  }),
  route(contract.postVrijgave, {
    permission: 'levering.vrijgeven',
    audit: { event: 'levering.vrijgegeven', onderwerp: (out) => out.id, personen: 'geen' },
    handle: (work, { params }) => releaseLevering(work, params.id),
  }),
  route(contract.postVerzending, {
    permission: 'levering.maken',
    audit: {
      event: 'levering.verstuurd',
      onderwerp: (out) => out.id,
      personen: 'geen',
      toelichting: ({ body }) => `Aan ${body.aan}, via ${body.via}`,
    },
    handle: (work, { params, body }) => markVerstuurd(work, { id: params.id, ...body }),
  }),
  route(contract.postIntrekking, {
    permission: 'levering.maken',
    audit: {
      event: 'levering.ingetrokken',
      onderwerp: (out) => out.id,
      personen: 'geen',
      toelichting: ({ body }) => body.reden,
    },
    handle: (work, { params, body }) => withdrawLevering(work, { id: params.id, ...body }),
  }),
  route(contract.haalLeveringbestand, {
    permission: 'levering.bestand',
    // Everybody in the file: `work.saw` names them.
    audit: {
      event: 'levering.bestand_opgehaald',
      onderwerp: (_, { params }) => params.id,
      personen: () => [],
    },
    handle: (work, { params }) => readBestand(work, params.id),
  }),
]
