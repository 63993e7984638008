import { type Route, route } from '../../../platform/http/route.ts'
import * as activiteit from '../domain/activiteit-contract.ts'
import * as meting from '../domain/meting-contract.ts'
import * as programma from '../domain/programma-contract.ts'
import * as voortgang from '../domain/voortgang-contract.ts'
import * as doeActiviteit from './activiteit-commands.ts'
import { listActiviteitPagina, readActiviteit } from './activiteit-queries.ts'
import * as doeMeting from './meting-commands.ts'
import * as doeProgramma from './programma-commands.ts'
import {
  listOnderdeelPagina,
  listProgrammaPagina,
  readProgramma,
  readProgrammakeuzes,
} from './programma-queries.ts'
import * as doe from './voortgang-commands.ts'
import { listBesluitPagina, readDraad, readMetingen } from './voortgang-queries.ts'

const lezen = {
  permission: 'programma.lezen',
  audit: { geen: 'Programma, activiteiten en cijfers, zonder personen over wie het gaat' },
} as const
const schrijven = { ...lezen, permission: 'programma.schrijven' } as const
const publiceren = { ...lezen, permission: 'programma.publiceren' } as const

const text = (key: string, label: string) => ({ key, label, type: 'text' }) as const
const number = (key: string, label: string) => ({ key, label, type: 'number' }) as const
const date = (key: string, label: string) => ({ key, label, type: 'date' }) as const
const bool = (key: string, label: string) => ({ key, label, type: 'boolean' }) as const

const programmaRoutesAlleen: readonly Route[] = [
  route(programma.listProgrammas, {
    ...lezen,
    export: {
      titel: 'Programma’s',
      kolommen: [
        text('code', 'Code'),
        text('naam', 'Naam'),
        text('soort', 'Soort'),
        date('van', 'Vanaf'),
        date('tot', 'Tot'),
        date('vastgesteldOp', 'Vastgesteld op'),
        text('vastgesteldDoor', 'Vastgesteld door'),
        number('activiteiten', 'Activiteiten'),
        number('vertraagd', 'Vertraagd'),
        number('klaar', 'Klaar'),
        bool('isOpenbaar', 'Openbaar'),
        bool('isVervangen', 'Vervangen door een nieuwe versie'),
      ],
    },
    handle: (work, { query }) => listProgrammaPagina(work, query),
  }),
  route(programma.listProgrammaonderdelen, {
    ...lezen,
    export: {
      titel: 'Wat wij willen en wat dat dient',
      kolommen: [
        text('programma', 'Programma'),
        text('soort', 'Soort'),
        text('code', 'Code'),
        text('naam', 'Naam'),
        number('aantalActiviteiten', 'Activiteiten'),
        number('kosten', 'Kosten per jaar in euro'),
        text('ontbreekt', 'Wat ontbreekt'),
        text('bron', 'Bron'),
      ],
    },
    handle: (work, { query }) => listOnderdeelPagina(work, query),
  }),
  route(programma.getProgrammakeuzes, { ...lezen, handle: (work) => readProgrammakeuzes(work) }),
  route(programma.getProgramma, { ...lezen, handle: (work, { params }) => readProgramma(work, params.id) }),
  route(programma.postProgramma, {
    ...schrijven,
    handle: (work, { body }) => doeProgramma.registerProgramma(work, body),
  }),
  route(programma.putProgramma, {
    ...schrijven,
    handle: (work, { params, body }) => doeProgramma.changeProgramma(work, { ...body, id: params.id }),
  }),
  route(programma.postProgrammaversie, {
    ...schrijven,
    handle: (work, { params, body }) => doeProgramma.startProgrammaversie(work, { ...body, id: params.id }),
  }),
  route(programma.postProgrammaopenbaar, {
    ...publiceren,
    handle: (work, { params, body }) => doeProgramma.publishProgramma(work, { ...body, id: params.id }),
  }),
  route(programma.postProgrammaonderdeel, {
    ...schrijven,
    handle: (work, { body }) => doeProgramma.registerOnderdeel(work, body),
  }),
  route(programma.putProgrammaonderdeel, {
    ...schrijven,
    handle: (work, { params, body }) => doeProgramma.changeOnderdeel(work, { ...body, id: params.id }),
  }),
]

const activiteitRoutes: readonly Route[] = [
  route(activiteit.listActiviteiten, {
    ...lezen,
    export: {
      titel: 'Activiteiten en pilots',
      kolommen: [
        text('programma', 'Programma'),
        text('soort', 'Soort'),
        text('code', 'Code'),
        text('paragraaf', 'Paragraaf'),
        text('naam', 'Naam'),
        text('planning', 'Planning'),
        text('vanKwartaal', 'Eerste kwartaal'),
        text('totKwartaal', 'Laatste kwartaal'),
        text('stand', 'Stand'),
        text('koers', 'Koers'),
        date('standOp', 'Stand op'),
        text('reden', 'Reden'),
        date('bijgewerktOp', 'Voortgang bijgewerkt op'),
        number('openKnelpunten', 'Open knelpunten'),
        date('volgendBesluitOp', 'Volgend besluit'),
      ],
    },
    handle: (work, { query }) => listActiviteitPagina(work, query),
  }),
  route(activiteit.getActiviteit, {
    ...lezen,
    handle: (work, { params }) => readActiviteit(work, params.id),
  }),
  route(activiteit.postActiviteit, {
    ...schrijven,
    handle: (work, { body }) => doeActiviteit.registerActiviteit(work, body),
  }),
  route(activiteit.putActiviteit, {
    ...schrijven,
    handle: (work, { params, body }) => doeActiviteit.changeActiviteit(work, { ...body, id: params.id }),
  }),
  route(activiteit.putActiviteitplanning, {
    ...schrijven,
    handle: (work, { params, body }) => doeActiviteit.planActiviteit(work, { ...body, id: params.id }),
  }),
  route(meting.listMetingen, { ...lezen, handle: (work, { params }) => readMetingen(work, params.id) }),
  route(meting.postMeting, {
    ...schrijven,
    handle: (work, { params, body }) => doeMeting.registerMeting(work, { ...body, id: params.id }),
  }),
  route(meting.putMeting, {
    ...schrijven,
    handle: (work, { params, body }) => doeMeting.changeMeting(work, { ...body, id: params.id }),
  }),
]

const voortgangRoutes: readonly Route[] = [
  route(voortgang.getActiviteitdraad, { ...lezen, handle: (work, { params }) => readDraad(work, params.id) }),
  route(voortgang.listBesluitmomenten, {
    ...lezen,
    export: {
      titel: 'Besluiten over het vervolg',
      kolommen: [
        text('programma', 'Programma'),
        text('activiteit', 'Activiteit'),
        text('waarover', 'Waarover'),
        text('criteria', 'Criteria'),
        text('orgaan', 'Wie besluit'),
        date('geplandOp', 'Uiterlijk'),
        text('uitkomst', 'Besluit'),
        date('beslotenOp', 'Besloten op'),
        text('motivering', 'Waarom'),
      ],
    },
    handle: (work, { query }) => listBesluitPagina(work, query),
  }),
  route(voortgang.postActiviteitstand, {
    ...schrijven,
    handle: (work, { params, body }) => doe.reportStand(work, { ...body, id: params.id }),
  }),
  route(voortgang.postActiviteitvoortgang, {
    ...schrijven,
    handle: (work, { params, body }) => doe.reportVoortgang(work, { ...body, id: params.id }),
  }),
  route(voortgang.postVoortgangintrekking, {
    ...schrijven,
    handle: (work, { params }) => doe.withdrawVoortgang(work, params.id),
  }),
  route(voortgang.postResultaatwaarde, {
    ...schrijven,
    handle: (work, { params, body }) => doe.reportWaarde(work, { ...body, id: params.id }),
  }),
  route(voortgang.postKnelpunt, {
    ...schrijven,
    handle: (work, { params, body }) => doe.reportKnelpunt(work, { ...body, id: params.id }),
  }),
  route(voortgang.postKnelpuntoplossing, {
    ...schrijven,
    handle: (work, { params, body }) => doe.solveKnelpunt(work, { ...body, id: params.id }),
  }),
  route(voortgang.postBesluitmoment, {
    ...schrijven,
    handle: (work, { params, body }) => doe.planBesluitmoment(work, { ...body, id: params.id }),
  }),
  route(voortgang.postBesluit, {
    ...schrijven,
    handle: (work, { params, body }) => doe.decideBesluitmoment(work, { ...body, id: params.id }),
  }),
  route(voortgang.postActiviteitgeld, {
    ...schrijven,
    handle: (work, { params, body }) => doe.registerGeld(work, { ...body, id: params.id }),
  }),
  route(voortgang.putActiviteitgeld, {
    ...schrijven,
    handle: (work, { params, body }) => doe.changeGeld(work, { ...body, id: params.id }),
  }),
  route(voortgang.deleteActiviteitgeld, {
    ...schrijven,
    handle: (work, { params, body }) => doe.removeGeld(work, { ...body, id: params.id }),
  }),
]

export const programmaRoutes: readonly Route[] = [
  ...programmaRoutesAlleen,
  ...activiteitRoutes,
  ...voortgangRoutes,
]
