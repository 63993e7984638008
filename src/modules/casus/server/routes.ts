import type { Column } from '../../../platform/documents/table.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import * as contract from '../domain/contract.ts'
import * as lessen from '../domain/les-contract.ts'
import * as overleg from '../domain/overleg-contract.ts'
import * as doe from './commands.ts'
import { readCasus } from './detail-queries.ts'
import { listCasusRijen, readPersoonCasussen } from './lijst-queries.ts'
import { readPartijen } from './partijen.ts'
import { listEigen, listGepubliceerd, readUitnodiging, readUitnodigingen } from './uitnodiging-queries.ts'

/** Persons are named by `work.record` and `work.saw`, also where the answer does not say who it is. */
const byWork = () => []
const byParam = (_: unknown, { params }: { params: { id: string } }) => params.id
const made = (out: { id: string }) => out.id
const text = (key: string, label: string): Column => ({ key, label, type: 'text' })
const date = (key: string, label: string): Column => ({ key, label, type: 'date' })
const number = (key: string, label: string): Column => ({ key, label, type: 'number' })

const casusKolommen: readonly Column[] = [
  text('naam', 'Cliënt'),
  text('reden', 'Reden'),
  number('niveau', 'Niveau'),
  text('niveauNaam', 'Naam van het niveau'),
  date('geopendOp', 'Geopend op'),
  number('dagenOpen', 'Dagen open'),
  date('uiterlijkOp', 'Overleg of besluit voor'),
  text('volgendOverleg', 'Volgend overleg'),
  text('regievoerder', 'Regievoerder'),
  text('regieOrganisatie', 'Organisatie'),
  number('openActies', 'Open acties'),
  number('teLateActies', 'Te late acties'),
]

const actieKolommen: readonly Column[] = [
  text('soort', 'Soort'),
  text('tekst', 'Wat'),
  date('uiterlijkOp', 'Uiterlijk op'),
  text('status', 'Stand'),
  date('klaarOp', 'Klaar op'),
  text('uitkomst', 'Uitkomst'),
  text('namens', 'Afgesproken door'),
  text('regievoerder', 'Regievoerder'),
]

const lesKolommen: readonly Column[] = [
  text('kwartaal', 'Kwartaal'),
  text('titel', 'Titel'),
  text('tekst', 'Les'),
]

const leesRoutes: readonly Route[] = [
  route(contract.listCasussen, {
    permission: 'casus.lezen',
    audit: { event: 'casussen.getoond', personen: (out) => out.results.map((row) => row.persoonId) },
    export: { titel: 'Casussen', kolommen: casusKolommen },
    handle: (work, { query }) => listCasusRijen(work, query),
  }),
  route(contract.getPersoonCasussen, {
    permission: 'casus.lezen',
    audit: {
      event: 'casussen.van_persoon_ingezien',
      personen: (_, { params }) => [params.id],
      onderwerp: byParam,
    },
    handle: (work, { params }) => readPersoonCasussen(work, params.id),
  }),
  route(overleg.listPartijen, {
    permission: 'casus.wijzigen',
    audit: { geen: 'Organisaties en medewerkers van de regio, geen cliënten' },
    handle: (work) => readPartijen(work),
  }),
  route(contract.getCasus, {
    permission: 'casus.lezen',
    audit: { event: 'casus.ingezien', personen: (out) => [out.persoonId], onderwerp: byParam },
    handle: (work, { params }) => readCasus(work, params.id),
  }),
]

const casusSchrijfRoutes: readonly Route[] = [
  route(contract.postCasus, {
    permission: 'casus.wijzigen',
    audit: { event: 'casus.geopend', personen: byWork, onderwerp: made },
    handle: (work, { params, body }) => doe.openCasus(work, { ...body, persoonId: params.id }),
  }),
  route(contract.putCasus, {
    permission: 'casus.wijzigen',
    audit: { event: 'casus.bijgewerkt', personen: byWork, onderwerp: byParam },
    handle: (work, { params, body }) => doe.changeCasus(work, { ...body, id: params.id }),
  }),
  route(contract.postNiveau, {
    permission: 'casus.wijzigen',
    audit: { event: 'casus.niveau_gewijzigd', personen: byWork, onderwerp: byParam },
    handle: (work, { params, body }) => doe.changeNiveau(work, { ...body, id: params.id }),
  }),
  route(contract.postRegievoerder, {
    permission: 'casus.wijzigen',
    audit: { event: 'casus.regievoerder_gewijzigd', personen: byWork, onderwerp: byParam },
    handle: (work, { params, body }) => doe.changeRegievoerder(work, { ...body, id: params.id }),
  }),
  route(contract.sluitCasus, {
    permission: 'casus.wijzigen',
    audit: { event: 'casus.gesloten', personen: byWork, onderwerp: byParam },
    handle: (work, { params, body }) => doe.closeCasus(work, { ...body, id: params.id }),
  }),
]

const overlegRoutes: readonly Route[] = [
  route(overleg.postOverleg, {
    permission: 'casus.wijzigen',
    audit: { event: 'casusoverleg.gepland', personen: byWork, onderwerp: made },
    handle: (work, { params, body }) => doe.planOverleg(work, { ...body, casusId: params.id }),
  }),
  route(overleg.putOverleg, {
    permission: 'casus.wijzigen',
    audit: { event: 'casusoverleg.gewijzigd', personen: byWork, onderwerp: byParam },
    handle: (work, { params, body }) => doe.moveOverleg(work, { ...body, id: params.id }),
  }),
  route(overleg.postDeelnemer, {
    permission: 'casus.wijzigen',
    audit: { event: 'casusoverleg.uitgenodigd', personen: byWork, onderwerp: made },
    handle: (work, { params, body }) => doe.inviteDeelnemer(work, { ...body, overlegId: params.id }),
  }),
  route(overleg.trekUitnodigingIn, {
    permission: 'casus.wijzigen',
    audit: { event: 'casusoverleg.uitnodiging_ingetrokken', personen: byWork, onderwerp: byParam },
    handle: (work, { params }) => doe.withdrawDeelnemer(work, params.id),
  }),
  route(overleg.rondOverlegAf, {
    permission: 'casus.wijzigen',
    audit: { event: 'casusoverleg.gehouden', personen: byWork, onderwerp: byParam },
    handle: (work, { params }) => doe.endOverleg(work, { id: params.id, naar: 'gehouden' }),
  }),
  route(overleg.annuleerOverleg, {
    permission: 'casus.wijzigen',
    audit: { event: 'casusoverleg.geannuleerd', personen: byWork, onderwerp: byParam },
    handle: (work, { params, body }) =>
      doe.endOverleg(work, { id: params.id, naar: 'geannuleerd', reden: body.reden }),
  }),
  route(overleg.listUitnodigingen, {
    permission: 'casus.deelnemen',
    audit: { event: 'casusuitnodigingen.getoond', personen: byWork },
    handle: (work) => readUitnodigingen(work),
  }),
  route(overleg.getUitnodiging, {
    permission: 'casus.deelnemen',
    audit: { event: 'casusuitnodiging.ingezien', personen: byWork, onderwerp: byParam },
    handle: (work, { params }) => readUitnodiging(work, params.id),
  }),
]

const actieRoutes: readonly Route[] = [
  route(overleg.postActie, {
    permission: 'casus.wijzigen',
    audit: { event: 'casusactie.afgesproken', personen: byWork, onderwerp: made },
    handle: (work, { params, body }) => doe.agreeActie(work, { ...body, casusId: params.id }),
  }),
  route(overleg.putActie, {
    permission: 'casus.wijzigen',
    audit: { event: 'casusactie.gewijzigd', personen: byWork, onderwerp: byParam },
    handle: (work, { params, body }) => doe.changeActie(work, { ...body, id: params.id }),
  }),
  route(overleg.rondActieAf, {
    permission: 'casus.deelnemen',
    audit: { event: 'casusactie.afgerond', personen: byWork, onderwerp: byParam },
    handle: (work, { params, body }) => doe.finishActie(work, { ...body, id: params.id }),
  }),
  route(overleg.listEigenActies, {
    permission: 'casus.deelnemen',
    audit: { event: 'casusacties.eigen_getoond', personen: byWork },
    export: { titel: 'Eigen acties uit casussen', kolommen: actieKolommen },
    handle: (work, { query }) => listEigen(work, query),
  }),
]

const lesRoutes: readonly Route[] = [
  route(lessen.postLes, {
    permission: 'casus.wijzigen',
    audit: { event: 'casusles.geschreven', personen: byWork, onderwerp: made },
    handle: (work, { params, body }) => doe.writeLes(work, { ...body, casusId: params.id }),
  }),
  route(lessen.putLes, {
    permission: 'casus.wijzigen',
    audit: { event: 'casusles.gewijzigd', personen: byWork, onderwerp: byParam },
    handle: (work, { params, body }) => doe.changeLes(work, { ...body, id: params.id }),
  }),
  route(lessen.publiceerLes, {
    permission: 'casus.wijzigen',
    audit: { event: 'casusles.gepubliceerd', personen: byWork, onderwerp: byParam },
    handle: (work, { params, body }) => doe.publishLes(work, { ...body, id: params.id }),
  }),
  route(lessen.trekLesIn, {
    permission: 'casus.wijzigen',
    audit: { event: 'casusles.ingetrokken', personen: byWork, onderwerp: byParam },
    handle: (work, { params }) => doe.withdrawLes(work, params.id),
  }),
  route(lessen.listLessen, {
    permission: 'cijfers.lezen',
    audit: { geen: 'Lessen zonder personen en zonder verwijzing naar een casus' },
    export: { titel: 'Lessen uit casussen', kolommen: lesKolommen },
    handle: (work, { query }) => listGepubliceerd(work, query),
  }),
]

export const casusRoutes: readonly Route[] = [
  ...leesRoutes,
  ...casusSchrijfRoutes,
  ...overlegRoutes,
  ...actieRoutes,
  ...lesRoutes,
]
