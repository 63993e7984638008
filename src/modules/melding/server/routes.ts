import { type Route, route } from '../../../platform/http/route.ts'
import * as besluit from '../domain/besluit-contract.ts'
import * as contract from '../domain/contract.ts'
import * as onderzoek from '../domain/onderzoek-contract.ts'
import * as terugkeer from '../domain/terugkeer-contract.ts'
import {
  closeMelding,
  completeOnderzoek,
  confirmOntvangst,
  decideMelding,
  editMelding,
  editOnderzoek,
  linkPersoon,
  pickUpMelding,
  recordTriage,
  recordVervolg,
  registerMelding,
} from './commands.ts'
import { getBesluit, getOnderzoek, listTijdlijn, listVervolgen } from './detail-queries.ts'
import { getOpties } from './opties-query.ts'
import { getMelding, listMeldingen } from './queries.ts'
import { samenwerkingRoutes } from './samenwerking-routes.ts'
import { listTerugkeer } from './terugkeer-query.ts'

/** Persons are named by the commands and queries themselves (`work.saw`, `work.record`). */
const gezien = (event: string) => ({ event, personen: () => [] })

const terugkeerlijst = {
  titel: 'Wie terugkwam',
  kolommen: [
    { key: 'naam', label: 'Naam', type: 'text' },
    { key: 'herinstroom', label: 'Terug na vertrek', type: 'number' },
    { key: 'herhaald', label: 'Opnieuw gemeld', type: 'number' },
    { key: 'laatsteMelding', label: 'Laatste melding', type: 'date' },
  ],
} as const

const werklijst = {
  titel: 'Meldingen',
  kolommen: [
    { key: 'nummer', label: 'Nummer', type: 'text' },
    { key: 'meldingsdatum', label: 'Datum', type: 'date' },
    { key: 'kanaalNaam', label: 'Kanaal', type: 'text' },
    { key: 'naam', label: 'Naam', type: 'text' },
    { key: 'gemeente', label: 'Gemeente', type: 'text' },
    { key: 'domein', label: 'Domein', type: 'text' },
    { key: 'statusNaam', label: 'Status', type: 'text' },
    { key: 'isSpoed', label: 'Spoed', type: 'boolean' },
    { key: 'uiterlijkOp', label: 'Onderzoek uiterlijk', type: 'date' },
    { key: 'dagenOver', label: 'Dagen over', type: 'number' },
    { key: 'loket', label: 'Loket', type: 'text' },
    { key: 'behandelaar', label: 'Behandelaar', type: 'text' },
    { key: 'volgendeStap', label: 'Volgende stap', type: 'text' },
    { key: 'volgendeStapOp', label: 'Uiterlijk', type: 'date' },
  ],
} as const

const vervolglijst = {
  titel: 'Vervolg',
  kolommen: [
    { key: 'nummer', label: 'Melding', type: 'text' },
    { key: 'naam', label: 'Naam', type: 'text' },
    { key: 'besluit', label: 'Besluit', type: 'text' },
    { key: 'wat', label: 'Wat', type: 'text' },
    { key: 'geplandOp', label: 'Uiterlijk', type: 'date' },
    { key: 'dagenTeLaat', label: 'Dagen te laat', type: 'number' },
    { key: 'organisatie', label: 'Organisatie', type: 'text' },
    { key: 'contactpersoon', label: 'Contactpersoon', type: 'text' },
    { key: 'gedaanOp', label: 'Gedaan op', type: 'date' },
    { key: 'uitkomst', label: 'Uitkomst', type: 'text' },
  ],
} as const

export const meldingRoutes: readonly Route[] = [
  route(contract.listMeldingen, {
    permission: 'melding.lezen',
    audit: { event: 'meldingen.bekeken', personen: (out) => out.results.map((row) => row.persoonId) },
    export: werklijst,
    handle: (work, { query }) => listMeldingen(work, query),
  }),
  route(contract.getOpties, {
    permission: 'melding.lezen',
    audit: { geen: 'keuzelijsten en organisaties, zonder personen over wie het gaat' },
    handle: (work) => getOpties(work),
  }),
  route(contract.registerMelding, {
    permission: 'melding.registreren',
    audit: { ...gezien('melding.vastgelegd'), onderwerp: (out) => out.id },
    handle: (work, { body }) => registerMelding(work, body),
  }),
  route(contract.getMelding, {
    permission: 'melding.lezen',
    audit: { ...gezien('melding.bekeken'), onderwerp: (out) => out.id },
    handle: (work, { params }) => getMelding(work, params.id),
  }),
  route(contract.editMelding, {
    permission: 'melding.registreren',
    audit: { ...gezien('melding.gewijzigd'), onderwerp: (out) => out.id },
    handle: (work, { params, body }) => editMelding(work, { ...body, meldingId: params.id }),
  }),
  route(contract.linkPersoon, {
    permission: 'melding.registreren',
    audit: { ...gezien('melding.gekoppeld'), onderwerp: (out) => out.id },
    handle: (work, { params, body }) => linkPersoon(work, { ...body, meldingId: params.id }),
  }),
  route(contract.pickUpMelding, {
    permission: 'melding.behandelen',
    audit: { ...gezien('melding.opgepakt'), onderwerp: (out) => out.id },
    handle: (work, { params, body }) => pickUpMelding(work, { ...body, meldingId: params.id }),
  }),
  route(contract.confirmOntvangst, {
    permission: 'melding.registreren',
    audit: { ...gezien('melding.ontvangst_bevestigd'), onderwerp: (out) => out.id },
    handle: (work, { params, body }) => confirmOntvangst(work, { ...body, meldingId: params.id }),
  }),
  route(contract.recordTriage, {
    permission: 'melding.behandelen',
    audit: { ...gezien('melding.triage'), onderwerp: (out) => out.id },
    handle: (work, { params, body }) => recordTriage(work, { ...body, meldingId: params.id }),
  }),
  route(contract.closeMelding, {
    permission: 'melding.behandelen',
    audit: { ...gezien('melding.gesloten'), onderwerp: (out) => out.id },
    handle: (work, { params, body }) => closeMelding(work, { ...body, meldingId: params.id }),
  }),
  route(contract.listTijdlijn, {
    permission: 'melding.lezen',
    audit: { ...gezien('melding.tijdlijn'), onderwerp: (_, { params }) => params.id },
    handle: (work, { params }) => listTijdlijn(work, params.id),
  }),
  route(onderzoek.getOnderzoek, {
    permission: 'melding.lezen',
    audit: { ...gezien('onderzoek.bekeken'), onderwerp: (_, { params }) => params.id },
    handle: (work, { params }) => getOnderzoek(work, params.id),
  }),
  route(onderzoek.editOnderzoek, {
    permission: 'melding.behandelen',
    audit: { ...gezien('onderzoek.gewijzigd'), onderwerp: (out) => out.id },
    handle: (work, { params, body }) => editOnderzoek(work, { ...body, meldingId: params.id }),
  }),
  route(onderzoek.completeOnderzoek, {
    permission: 'melding.behandelen',
    audit: { ...gezien('onderzoek.afgerond'), onderwerp: (out) => out.id },
    handle: (work, { params, body }) => completeOnderzoek(work, { ...body, meldingId: params.id }),
  }),
  route(besluit.decideMelding, {
    permission: 'melding.besluiten',
    audit: { ...gezien('melding.besloten'), onderwerp: (_, { params }) => params.id },
    handle: (work, { params, body }) => decideMelding(work, { ...body, meldingId: params.id }),
  }),
  route(besluit.getBesluit, {
    permission: 'melding.lezen',
    audit: { ...gezien('besluit.bekeken'), onderwerp: (_, { params }) => params.id },
    handle: (work, { params }) => getBesluit(work, params.id),
  }),
  route(besluit.listVervolgen, {
    permission: 'melding.lezen',
    audit: { event: 'vervolgen.bekeken', personen: (out) => out.results.map((row) => row.persoonId) },
    export: vervolglijst,
    handle: (work, { query }) => listVervolgen(work, query),
  }),
  route(besluit.recordVervolg, {
    permission: 'melding.behandelen',
    audit: { ...gezien('vervolg.afgerond'), onderwerp: (out) => out.id },
    handle: (work, { params, body }) => recordVervolg(work, { ...body, vervolgId: params.id }),
  }),
  route(terugkeer.listTerugkeer, {
    permission: 'melding.lezen',
    audit: { event: 'terugkeer.bekeken', personen: (out) => out.results.map((row) => row.persoonId) },
    export: terugkeerlijst,
    handle: (work, { query }) => listTerugkeer(work, query),
  }),
  ...samenwerkingRoutes,
]
