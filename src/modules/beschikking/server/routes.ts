import { type Route, route } from '../../../platform/http/route.ts'
import { isRejection } from '../../../shared/rejection.ts'
import * as brief from '../domain/brief-contract.ts'
import * as contract from '../domain/contract.ts'
import { makeConceptbrief, sendBeschikking } from './brief-commands.ts'
import { closeAanvraag, decideAanvraag, makeOntvangstbevestiging, registerAanvraag } from './commands.ts'
import { readAanvraagkeuzes } from './keuzes-query.ts'
import { beginOpschorting, endOpschorting } from './opschorting-commands.ts'
import { listBeschikkingen, listHeronderzoeken, listOntvangstbevestigingen, readBrief } from './queries.ts'
import { readBeschikking } from './read-beschikking.ts'
import { recordHeronderzoek, reviewBeschikking, withdrawBeschikking } from './wijziging-commands.ts'

const kolommen = [
  { key: 'nummer', label: 'Kenmerk', type: 'text' },
  { key: 'persoonNaam', label: 'Cliënt', type: 'text' },
  { key: 'productNaam', label: 'Product', type: 'text' },
  { key: 'soort', label: 'Soort', type: 'text' },
  { key: 'status', label: 'Status', type: 'text' },
  { key: 'aangevraagdOp', label: 'Aangevraagd op', type: 'date' },
  { key: 'uiterlijkOp', label: 'Uiterlijk beslissen op', type: 'date' },
  { key: 'dagenOver', label: 'Dagen over', type: 'number' },
  { key: 'beschiktOp', label: 'Beslist op', type: 'date' },
  { key: 'verzondenOp', label: 'Verstuurd op', type: 'date' },
  { key: 'heronderzoekOp', label: 'Heronderzoek op', type: 'date' },
  { key: 'organisatieNaam', label: 'Wie beslist', type: 'text' },
  { key: 'gemeenteNaam', label: 'Namens gemeente', type: 'text' },
] as const

const inList = (out: { results: { persoonId: string }[] }) => out.results.map((row) => row.persoonId)
/** Persons are named by `work.record` and `work.saw` in the command. */
const byCommand = () => []

export const beschikkingRoutes: readonly Route[] = [
  route(contract.listBeschikkingen, {
    permission: 'beschikking.lezen',
    audit: { event: 'BeschikkingenBekeken', personen: inList },
    export: { titel: 'Beschikkingen', kolommen },
    handle: (work, { query }) => listBeschikkingen(work, query),
  }),
  route(contract.listHeronderzoeken, {
    permission: 'beschikking.lezen',
    audit: { event: 'HeronderzoekenBekeken', personen: inList },
    export: { titel: 'Heronderzoeken', kolommen },
    handle: (work, { query }) => listHeronderzoeken(work, query),
  }),
  route(contract.haalAanvraagkeuzes, {
    permission: 'beschikking.lezen',
    audit: { event: 'AanvraagVoorbereid', personen: (out) => [out.persoon?.id] },
    handle: (work, { query }) => readAanvraagkeuzes(work, query),
  }),
  route(contract.haalBeschikking, {
    permission: 'beschikking.lezen',
    audit: { event: 'BeschikkingBekeken', personen: (out) => [out.persoon.id], onderwerp: (out) => out.id },
    handle: (work, { params }) => readBeschikking(work, params.id),
  }),
  route(brief.haalBrief, {
    permission: 'beschikking.lezen',
    audit: { event: 'BriefBekeken', personen: (out) => [out.persoonId], onderwerp: (out) => out.id },
    handle: (work, { params, query }) => readBrief(work, params.id, query.soort),
  }),
  route(brief.haalConceptbrief, {
    permission: 'beschikking.beslissen',
    audit: {
      event: 'ConceptbriefBekeken',
      personen: (out) => [out.persoonId],
      onderwerp: (_, { params }) => params.id,
    },
    handle: async (work, { params, query }) => {
      const made = await makeConceptbrief(work, params.id, query.via)
      return isRejection(made) ? made : { ...made, inhoud: Buffer.from(made.bytes).toString('base64') }
    },
  }),
  // Registering an application is work of the toegang; deciding on it is not.
  route(contract.dienAanvraagIn, {
    permission: 'melding.behandelen',
    audit: { event: 'AanvraagIngediend', personen: byCommand, onderwerp: (out) => out.id },
    handle: (work, { body }) => registerAanvraag(work, body),
  }),
  route(contract.startOpschorting, {
    permission: 'beschikking.beslissen',
    audit: { event: 'TermijnOpgeschort', personen: byCommand, onderwerp: (_, { params }) => params.id },
    handle: (work, { params, body }) => beginOpschorting(work, params.id, body),
  }),
  route(contract.beeindigOpschorting, {
    permission: 'beschikking.beslissen',
    audit: { event: 'TermijnHervat', personen: byCommand, onderwerp: (_, { params }) => params.id },
    handle: (work, { params, body }) => endOpschorting(work, params.id, body),
  }),
  route(contract.beslis, {
    permission: 'beschikking.beslissen',
    audit: { event: 'BeschikkingGenomen', personen: byCommand, onderwerp: (out) => out.id },
    handle: (work, { params, body }) => decideAanvraag(work, params.id, body),
  }),
  route(contract.sluitAanvraag, {
    permission: 'beschikking.beslissen',
    audit: { event: 'AanvraagGesloten', personen: byCommand, onderwerp: (out) => out.id },
    handle: (work, { params, body }) => closeAanvraag(work, params.id, body),
  }),
  route(contract.herzie, {
    permission: 'beschikking.beslissen',
    audit: { event: 'BeschikkingHerzien', personen: byCommand, onderwerp: (out) => out.id },
    handle: (work, { params, body }) => reviewBeschikking(work, params.id, body),
  }),
  route(contract.trekIn, {
    permission: 'beschikking.beslissen',
    audit: { event: 'BeschikkingIngetrokken', personen: byCommand, onderwerp: (out) => out.id },
    handle: (work, { params, body }) => withdrawBeschikking(work, params.id, body),
  }),
  route(contract.legHeronderzoekVast, {
    permission: 'beschikking.beslissen',
    audit: { event: 'HeronderzoekGedaan', personen: byCommand, onderwerp: (_, { params }) => params.id },
    handle: (work, { params, body }) => recordHeronderzoek(work, params.id, body),
  }),
  route(contract.verzend, {
    permission: 'beschikking.beslissen',
    audit: { event: 'BeschikkingVerzonden', personen: byCommand, onderwerp: (_, { params }) => params.id },
    handle: (work, { params, body }) => sendBeschikking(work, params.id, body),
  }),
  route(brief.listOntvangstbevestigingen, {
    permission: 'melding.lezen',
    audit: {
      event: 'OntvangstbevestigingenBekeken',
      personen: byCommand,
      onderwerp: (_, { params }) => params.id,
    },
    handle: (work, { params }) => listOntvangstbevestigingen(work, params.id),
  }),
  // Confirming receipt is work of the loket that took the melding.
  route(brief.maakOntvangstbevestiging, {
    permission: 'melding.registreren',
    audit: {
      event: 'OntvangstbevestigingGemaakt',
      personen: byCommand,
      onderwerp: (_, { params }) => params.id,
    },
    handle: (work, { params, body }) => makeOntvangstbevestiging(work, { ...body, meldingId: params.id }),
  }),
]
