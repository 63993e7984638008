import type { Column } from '../../../platform/documents/table.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { isRejection } from '../../../shared/rejection.ts'
import * as contract from '../domain/contract.ts'
import { haalVeiligheid, legVeiligheidVast } from '../domain/veiligheid-contract.ts'
import { joinBySearch, openInNood } from './aansluit-commands.ts'
import { addAdres, endAdres } from './adres-commands.ts'
import { changeHuishoudenLid, createHuishouden, registerPersoon, updatePersoon } from './commands.ts'
import { assessNoodprocedure, listInzagePage, listNoodproceduresPage } from './inzage.ts'
import { getBsn, getDossier, listDubbelenVan, listPersonenPage, listTijdlijnPage } from './queries.ts'
import { recordVeiligheid } from './veiligheid-commands.ts'
import { getVeiligheid } from './veiligheid-queries.ts'
import { searchPersonen } from './zoeken.ts'

const kolommen: readonly Column[] = [
  { key: 'naam', label: 'Naam', type: 'text' },
  { key: 'geboortedatum', label: 'Geboortedatum', type: 'date' },
  { key: 'woonplaats', label: 'Woonplaats', type: 'text' },
]

const kolommenInzage: readonly Column[] = [
  { key: 'tijd', label: 'Wanneer', type: 'moment' },
  { key: 'gebruiker', label: 'Wie', type: 'text' },
  { key: 'organisatie', label: 'Organisatie', type: 'text' },
  { key: 'rol', label: 'Rol', type: 'text' },
  { key: 'gebeurtenis', label: 'Wat', type: 'text' },
  { key: 'doel', label: 'Waarvoor', type: 'text' },
  { key: 'noodprocedure', label: 'Noodprocedure', type: 'boolean' },
  { key: 'toelichting', label: 'Reden', type: 'text' },
]

export const persoonRoutes: readonly Route[] = [
  route(contract.listPersonen, {
    permission: 'persoon.lezen',
    audit: { event: 'personen.getoond', personen: (out) => out.results.map((persoon) => persoon.id) },
    export: { titel: 'Cliënten', kolommen },
    handle: (work, { query }) => listPersonenPage(work, query),
  }),
  route(contract.zoekPersonen, {
    permission: 'persoon.zoeken',
    // The search itself names everyone it found, seen or not.
    audit: { event: 'personen.gezocht', personen: () => [] },
    handle: (work, { body }) => searchPersonen(work, body),
  }),
  route(contract.registreerPersoon, {
    permission: 'persoon.wijzigen',
    audit: { event: 'persoon.geregistreerd', personen: (out) => [out.id], onderwerp: (out) => out.id },
    handle: (work, { body }) => registerPersoon(work, body),
  }),
  route(contract.wijzigPersoon, {
    permission: 'persoon.wijzigen',
    audit: { event: 'persoon.gewijzigd', personen: (out) => [out.id], onderwerp: (out) => out.id },
    handle: (work, { params, body }) => updatePersoon(work, { ...body, id: params.id }),
  }),
  route(contract.sluitAan, {
    permission: 'melding.registreren',
    audit: {
      event: 'persoon.aangesloten',
      personen: (out) => [out.persoonId],
      onderwerp: (out) => out.persoonId,
      toelichting: ({ body }) => body.reden,
    },
    handle: (work, { body }) => joinBySearch(work, body),
  }),
  route(contract.openInNood, {
    permission: 'noodprocedure.gebruiken',
    audit: {
      event: 'noodprocedure.gebruikt',
      personen: (out) => [out.persoonId],
      onderwerp: (out) => out.persoonId,
      noodprocedure: true,
      toelichting: ({ body }) => body.reden,
    },
    handle: (work, { body }) => openInNood(work, body),
  }),
  route(contract.listNoodprocedures, {
    permission: 'audit.lezen',
    audit: { event: 'noodprocedures.getoond', personen: (out) => out.results.map((nood) => nood.persoonId) },
    export: {
      titel: 'Noodprocedures',
      kolommen: [
        { key: 'geopendOp', label: 'Geopend', type: 'moment' },
        { key: 'gebruiker', label: 'Door', type: 'text' },
        { key: 'organisatie', label: 'Organisatie', type: 'text' },
        { key: 'reden', label: 'Reden', type: 'text' },
        { key: 'oordeel', label: 'Oordeel', type: 'text' },
        { key: 'beoordeeldDoor', label: 'Beoordeeld door', type: 'text' },
        { key: 'beoordeeldOp', label: 'Beoordeeld op', type: 'moment' },
      ],
    },
    handle: (work, { query }) => listNoodproceduresPage(work, query),
  }),
  route(contract.beoordeelNoodprocedure, {
    permission: 'audit.lezen',
    audit: { event: 'noodprocedure.beoordeeld', personen: () => [], onderwerp: (_, { params }) => params.id },
    handle: async (work, { params, body }) => {
      const done = await assessNoodprocedure(work, { ...body, id: params.id })
      return isRejection(done) ? done : {}
    },
  }),
  route(contract.listInzage, {
    permission: 'audit.lezen',
    audit: {
      event: 'inzage.getoond',
      personen: (_, { params }) => [params.id],
      onderwerp: (_, { params }) => params.id,
    },
    export: { titel: 'Logboek van inzage', kolommen: kolommenInzage },
    handle: (work, { params, query }) => listInzagePage(work, params.id, query),
  }),
  route(contract.haalDossier, {
    permission: 'persoon.lezen',
    audit: {
      event: 'dossier.ingezien',
      personen: (out) => [out.id, ...(out.huishouden?.leden ?? []).map((lid) => lid.persoonId)],
      onderwerp: (out) => out.id,
    },
    handle: (work, { params }) => getDossier(work, params.id),
  }),
  route(contract.listTijdlijn, {
    permission: 'persoon.lezen',
    audit: {
      event: 'tijdlijn.ingezien',
      personen: (_, { params }) => [params.id],
      onderwerp: (_, { params }) => params.id,
    },
    handle: (work, { params, query }) => listTijdlijnPage(work, params.id, query),
  }),
  route(haalVeiligheid, {
    permission: 'veiligheid.lezen',
    audit: {
      event: 'veiligheid.ingezien',
      personen: (out) => out.leden.map((lid) => lid.persoonId),
      onderwerp: (_, { params }) => params.id,
    },
    handle: (work, { params }) => getVeiligheid(work, params.id),
  }),
  route(legVeiligheidVast, {
    permission: 'veiligheid.wijzigen',
    audit: {
      event: 'veiligheid.vastgelegd',
      personen: (_, { params }) => [params.id],
      onderwerp: (out) => out.id,
    },
    handle: (work, { params, body }) => recordVeiligheid(work, { ...body, persoonId: params.id }),
  }),
  route(contract.toonBsn, {
    permission: 'bsn.lezen',
    audit: {
      event: 'bsn.getoond',
      personen: (_, { params }) => [params.id],
      onderwerp: (_, { params }) => params.id,
    },
    handle: (work, { params }) => getBsn(work, params.id),
  }),
  route(contract.listDubbelen, {
    permission: 'persoon.lezen',
    audit: {
      event: 'dubbelen.getoond',
      personen: (_, { params }) => [params.id],
      onderwerp: (_, { params }) => params.id,
    },
    handle: (work, { params }) => listDubbelenVan(work, params.id),
  }),
  route(contract.voegAdresToe, {
    permission: 'persoon.wijzigen',
    audit: {
      event: 'adres.vastgelegd',
      personen: (_, { params }) => [params.id],
      onderwerp: (out) => out.id,
    },
    handle: (work, { params, body }) => addAdres(work, { ...body, persoonId: params.id }),
  }),
  route(contract.beeindigAdres, {
    permission: 'persoon.wijzigen',
    audit: { event: 'adres.beeindigd', personen: () => [], onderwerp: (_, { params }) => params.id },
    handle: async (work, { params, body }) => {
      const done = await endAdres(work, { id: params.id, tot: body.tot })
      return isRejection(done) ? done : {}
    },
  }),
  route(contract.maakHuishouden, {
    permission: 'persoon.wijzigen',
    audit: {
      event: 'huishouden.gemaakt',
      personen: (_, { body }) => [body.persoonId, ...body.leden.map((lid) => lid.persoonId)],
      onderwerp: (out) => out.id,
    },
    handle: (work, { body }) => createHuishouden(work, body),
  }),
  route(contract.wijzigHuishouden, {
    permission: 'persoon.wijzigen',
    audit: {
      event: 'huishouden.gewijzigd',
      personen: (_, { body }) => [body.persoonId],
      onderwerp: (_, { params }) => params.id,
    },
    handle: async (work, { params, body }) =>
      (await changeHuishoudenLid(work, { ...body, huishoudenId: params.id })) ?? {},
  }),
]
