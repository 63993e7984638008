import { type Route, route } from '../../../platform/http/route.ts'
import * as blok from '../domain/blok-contract.ts'
import * as contract from '../domain/contract.ts'
import * as brief from '../domain/nieuwsbrief-contract.ts'
import * as doeBlok from './blok-commands.ts'
import * as doe from './commands.ts'
import { makeDocument } from './document-queries.ts'
import { sendNieuwsbrief } from './nieuwsbrief-commands.ts'
import { listNieuwsbriefrijen, readNieuwsbriefstand } from './nieuwsbrief-queries.ts'
import { listRapportagerijen, readBlokken, readRapportage } from './queries.ts'

const lezen = {
  permission: 'programma.lezen',
  audit: { geen: 'Voortgang van een programma, zonder personen' },
} as const
const maken = { ...lezen, permission: 'rapportage.maken' } as const

export const rapportageRoutes: readonly Route[] = [
  route(contract.listRapportages, {
    ...lezen,
    export: {
      titel: 'Rapportages',
      kolommen: [
        { key: 'soort', label: 'Soort', type: 'text' },
        { key: 'titel', label: 'Titel', type: 'text' },
        { key: 'programma', label: 'Programma', type: 'text' },
        { key: 'van', label: 'Vanaf', type: 'date' },
        { key: 'tot', label: 'Tot', type: 'date' },
        { key: 'isVastgesteld', label: 'Vastgesteld', type: 'boolean' },
        { key: 'vastgesteldOp', label: 'Vastgesteld op', type: 'date' },
        { key: 'gemaaktOp', label: 'Begonnen op', type: 'date' },
        { key: 'gemaaktDoor', label: 'Begonnen door', type: 'text' },
      ],
    },
    handle: (work, { query }) => listRapportagerijen(work, query),
  }),
  route(contract.getRapportage, { ...lezen, handle: (work, { params }) => readRapportage(work, params.id) }),
  route(contract.getRapportageblokken, {
    ...lezen,
    handle: (work, { params, query }) => readBlokken(work, { ...params, ...query }),
  }),
  route(contract.getRapportagedocument, {
    ...lezen,
    handle: (work, { params, query }) => makeDocument(work, { ...params, ...query }),
  }),
  route(contract.postRapportage, { ...maken, handle: (work, { body }) => doe.startRapportage(work, body) }),
  route(contract.putRapportage, {
    ...maken,
    handle: (work, { params, body }) => doe.renameRapportage(work, { ...body, id: params.id }),
  }),
  route(contract.postRapportageverversing, {
    ...maken,
    handle: (work, { params }) => doe.askVerversing(work, params.id),
  }),
  route(contract.postRapportageovername, {
    ...maken,
    handle: (work, { params, body }) => doe.takeNieuweTeksten(work, { ...body, id: params.id }),
  }),
  route(contract.postRapportagevaststelling, {
    ...lezen,
    permission: 'rapportage.vaststellen',
    handle: (work, { params, body }) => doe.adoptRapportage(work, { ...body, id: params.id }),
  }),
  route(blok.postRapportageblok, { ...maken, handle: (work, { body }) => doeBlok.addBlok(work, body) }),
  route(blok.putRapportageblok, {
    ...maken,
    handle: (work, { params, body }) => doeBlok.editBlok(work, { ...body, id: params.id }),
  }),
  route(blok.postBlokkeuze, {
    ...maken,
    handle: (work, { params, body }) => doeBlok.chooseTekst(work, { ...body, id: params.id }),
  }),
  route(blok.postBlokweglating, {
    ...maken,
    handle: (work, { params, body }) => doeBlok.leaveOutBlok(work, { ...body, id: params.id }),
  }),
  route(blok.postBlokverplaatsing, {
    ...maken,
    handle: (work, { params, body }) => doeBlok.moveBlok(work, { ...body, id: params.id }),
  }),
  route(blok.postBlokverwijdering, {
    ...maken,
    handle: (work, { params, body }) => doeBlok.removeBlok(work, { ...body, id: params.id }),
  }),
  route(brief.listNieuwsbrieven, {
    ...lezen,
    export: {
      titel: 'Verstuurde nieuwsbrieven',
      kolommen: [
        { key: 'titel', label: 'Titel', type: 'text' },
        { key: 'verstuurdOp', label: 'Verstuurd', type: 'moment' },
        { key: 'verstuurdDoor', label: 'Door', type: 'text' },
        { key: 'totaal', label: 'Abonnees', type: 'number' },
        { key: 'verstuurd', label: 'Gekregen', type: 'number' },
        { key: 'wacht', label: 'Wacht nog', type: 'number' },
        { key: 'mislukt', label: 'Mislukt', type: 'number' },
        { key: 'onbekend', label: 'Niet zeker', type: 'number' },
        { key: 'vervallen', label: 'Afgemeld', type: 'number' },
      ],
    },
    handle: (work, { query }) => listNieuwsbriefrijen(work, query),
  }),
  route(brief.getNieuwsbriefstand, { ...lezen, handle: (work) => readNieuwsbriefstand(work) }),
  route(brief.postNieuwsbrief, {
    permission: 'nieuwsbrief.versturen',
    audit: { event: 'nieuwsbrief.verstuurd', onderwerp: (out) => out.id, personen: 'geen' },
    handle: (work, { body }) => sendNieuwsbrief(work, body),
  }),
]
