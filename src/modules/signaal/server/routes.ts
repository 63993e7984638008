import type { Column } from '../../../platform/documents/table.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import * as bemoeizorg from '../domain/bemoeizorg-contract.ts'
import * as contract from '../domain/contract.ts'
import * as outreach from '../domain/outreach-contract.ts'
import * as zorg from './bemoeizorg-commands.ts'
import { listBemoeizorgRijen, readPersoonSignalen } from './bemoeizorg-queries.ts'
import { handOverSignaal } from './doorgeven.ts'
import { readKeuzes } from './keuzes.ts'
import * as straat from './outreach-commands.ts'
import { listContactRijen, listFiguurRijen, readContact, readFiguur } from './outreach-queries.ts'
import { giveSignaal, takeTelefoon } from './receive.ts'
import * as signaal from './signaal-commands.ts'
import { listEigen, listSignaalRijen, readSignaal } from './signaal-queries.ts'
import { readWijksignalen } from './wijk-query.ts'

export { openbareSignaalRoutes } from './openbaar.ts'

/** Persons are named by `work.record` and `work.saw` in the command. */
const byCommand = () => []
const byParam = (_: unknown, { params }: { params: { id: string } }) => params.id
const text = (key: string, label: string): Column => ({ key, label, type: 'text' })
const date = (key: string, label: string): Column => ({ key, label, type: 'date' })

const signaalKolommen: readonly Column[] = [
  text('kenmerk', 'Kenmerk'),
  date('gemeldOp', 'Gemeld op'),
  text('categorie', 'Soort'),
  text('gemeente', 'Gemeente'),
  text('wijk', 'Wijk'),
  text('melder', 'Gemeld door'),
  text('status', 'Stand'),
  date('uiterlijkOp', 'Uiterlijk op'),
  text('opgepaktDoor', 'Opgepakt door'),
  text('uitkomst', 'Uitkomst'),
]

const eigenKolommen: readonly Column[] = [
  text('kenmerk', 'Kenmerk'),
  date('gemeldOp', 'Gemeld op'),
  text('categorie', 'Soort'),
  text('gemeente', 'Gemeente'),
  text('wijk', 'Wijk'),
  text('waar', 'Adres of plek'),
  date('ontruimingOp', 'Ontruiming op'),
  text('status', 'Stand'),
  text('terugkoppeling', 'Terugkoppeling'),
]

const contactKolommen: readonly Column[] = [
  text('contactOp', 'Moment'),
  text('gemeente', 'Gemeente'),
  text('wijk', 'Wijk'),
  text('plek', 'Plek'),
  { key: 'aantal', label: 'Aantal mensen', type: 'number' },
  text('uitkomst', 'Uitkomst'),
  date('vervolgOp', 'Teruggaan op'),
  text('door', 'Door'),
]

const figuurKolommen: readonly Column[] = [
  text('naam', 'Naam'),
  text('soort', 'Soort'),
  text('rol', 'Wat zij doen'),
  text('organisatie', 'Organisatie'),
  text('gemeente', 'Gemeente'),
  text('wijkNaam', 'Wijk'),
  text('telefoon', 'Telefoon'),
  text('email', 'E-mail'),
  text('bereikbaar', 'Bereikbaar'),
]

const zorgKolommen: readonly Column[] = [
  text('naam', 'Cliënt'),
  text('organisatie', 'Organisatie'),
  text('trekker', 'Trekker'),
  date('begonnenOp', 'Begonnen op'),
  text('artikel', 'Grond'),
  date('heroverwegenVoor', 'Opnieuw wegen voor'),
]

/** The sorts of the standard list; a region that renames one keeps its code. */
const wijkKolommen: readonly Column[] = [
  text('gemeente', 'Gemeente'),
  text('wijk', 'Wijk'),
  ...[
    ['zorgmijdend_gedrag', 'Iemand mijdt hulp'],
    ['ggz', 'Psychische problemen'],
    ['dementie', 'Verwardheid of dementie'],
    ['overlast', 'Overlast'],
    ['schulden', 'Schulden'],
    ['huisuitzetting', 'Dreigende huisuitzetting'],
  ].map(([key, label]): Column => ({ key: key!, label: label!, type: 'number' })),
  { key: 'totaal', label: 'Samen', type: 'number' },
  text('toelichting', 'Toelichting'),
]

const signaalRoutesVanPartners: readonly Route[] = [
  route(contract.getSignaalkeuzes, {
    permission: 'signaal.melden',
    audit: { geen: 'Keuzelijsten van de regio' },
    handle: readKeuzes,
  }),
  route(contract.postSignaal, {
    permission: 'signaal.melden',
    audit: { event: 'signaal.gemeld', personen: byCommand, onderwerp: (out) => out.id },
    handle: (work, { body }) => giveSignaal(work, body),
  }),
  route(contract.listEigenSignalen, {
    permission: 'signaal.melden',
    audit: { event: 'signalen.eigen_getoond', personen: 'geen' },
    export: { titel: 'Signalen van mijn organisatie', kolommen: eigenKolommen },
    handle: (work, { query }) => listEigen(work, query),
  }),
]

const behandelRoutes: readonly Route[] = [
  route(contract.listSignalen, {
    permission: 'signaal.lezen',
    audit: { event: 'signalen.getoond', personen: (out) => out.results.map((row) => row.persoonId) },
    export: { titel: 'Signalen', kolommen: signaalKolommen },
    handle: (work, { query }) => listSignaalRijen(work, query),
  }),
  route(contract.getSignaal, {
    permission: 'signaal.lezen',
    audit: { event: 'signaal.ingezien', personen: (out) => [out.persoonId], onderwerp: byParam },
    handle: (work, { params }) => readSignaal(work, params.id),
  }),
  route(contract.pakSignaalOp, {
    permission: 'signaal.behandelen',
    audit: { event: 'signaal.opgepakt', personen: byCommand, onderwerp: byParam },
    handle: (work, { params, body }) => signaal.pickUpSignaal(work, { ...body, id: params.id }),
  }),
  route(contract.koppelSignaal, {
    permission: 'signaal.behandelen',
    audit: { event: 'signaal.gekoppeld', personen: byCommand, onderwerp: byParam },
    handle: (work, { params, body }) => signaal.linkSignaal(work, { ...body, id: params.id }),
  }),
  route(contract.geefSignaalDoor, {
    permission: 'signaal.behandelen',
    audit: { event: 'signaal.doorgegeven', personen: byCommand, onderwerp: byParam },
    handle: (work, { params, body }) => handOverSignaal(work, { ...body, id: params.id }),
  }),
  // The code is for the caller on the telephone and is kept nowhere.
  route(contract.postTelefonischSignaal, {
    permission: 'signaal.behandelen',
    audit: { event: 'signaal.telefonisch', personen: byCommand, onderwerp: (out) => out.id },
    answerOnce: true,
    handle: (work, { body }) => takeTelefoon(work, body),
  }),
  route(contract.rondSignaalAf, {
    permission: 'signaal.behandelen',
    audit: { event: 'signaal.afgerond', personen: byCommand, onderwerp: byParam },
    handle: (work, { params, body }) => signaal.finishSignaal(work, { ...body, id: params.id }),
  }),
  route(contract.koppelSignaalTerug, {
    permission: 'signaal.behandelen',
    audit: { event: 'signaal.beantwoord', personen: byCommand, onderwerp: byParam },
    handle: (work, { params }) => signaal.answerMelder(work, params.id),
  }),
  route(contract.maakMeldingVanSignaal, {
    permission: 'melding.registreren',
    audit: { event: 'signaal.melding_gemaakt', personen: byCommand, onderwerp: byParam },
    handle: (work, { params, body }) => signaal.makeMelding(work, { ...body, id: params.id }),
  }),
  route(contract.listWijksignalen, {
    permission: 'cijfers.lezen',
    audit: { geen: 'Aantallen per wijk, zonder personen' },
    export: { titel: 'Signalen per wijk', kolommen: wijkKolommen },
    handle: (work, { query }) => readWijksignalen(work, query),
  }),
]

const straatRoutes: readonly Route[] = [
  route(outreach.listContacten, {
    permission: 'outreach.vastleggen',
    audit: { event: 'outreachcontacten.getoond', personen: (out) => out.results.map((row) => row.persoonId) },
    export: { titel: 'Contacten op straat en aan huis', kolommen: contactKolommen },
    handle: (work, { query }) => listContactRijen(work, query),
  }),
  route(outreach.getContact, {
    permission: 'outreach.vastleggen',
    audit: { event: 'outreachcontact.ingezien', personen: (out) => [out.persoonId], onderwerp: byParam },
    handle: (work, { params }) => readContact(work, params.id),
  }),
  route(outreach.postContact, {
    permission: 'outreach.vastleggen',
    audit: { event: 'outreachcontact.vastgelegd', personen: byCommand, onderwerp: (out) => out.id },
    handle: (work, { body }) => straat.registerContact(work, body),
  }),
  route(outreach.putContact, {
    permission: 'outreach.vastleggen',
    audit: { event: 'outreachcontact.gewijzigd', personen: byCommand, onderwerp: byParam },
    handle: (work, { params, body }) => straat.changeContact(work, { ...body, id: params.id }),
  }),
  route(outreach.listFiguren, {
    permission: 'sleutelfiguur.lezen',
    audit: { event: 'sleutelfiguren.getoond', personen: 'geen' },
    export: { titel: 'Sleutelfiguren en netwerken', kolommen: figuurKolommen },
    handle: (work, { query }) => listFiguurRijen(work, query),
  }),
  route(outreach.getFiguur, {
    permission: 'sleutelfiguur.lezen',
    audit: { event: 'sleutelfiguur.ingezien', personen: 'geen', onderwerp: byParam },
    handle: (work, { params }) => readFiguur(work, params.id),
  }),
  route(outreach.postFiguur, {
    permission: 'sleutelfiguur.wijzigen',
    audit: { event: 'sleutelfiguur.toegevoegd', personen: 'geen', onderwerp: (out) => out.id },
    handle: (work, { body }) => straat.registerFiguur(work, body),
  }),
  route(outreach.putFiguur, {
    permission: 'sleutelfiguur.wijzigen',
    audit: { event: 'sleutelfiguur.gewijzigd', personen: 'geen', onderwerp: byParam },
    handle: (work, { params, body }) => straat.changeFiguur(work, { ...body, id: params.id }),
  }),
]

const zorgRoutes: readonly Route[] = [
  route(bemoeizorg.listBemoeizorg, {
    permission: 'bemoeizorg.lezen',
    audit: { event: 'bemoeizorg.getoond', personen: (out) => out.results.map((row) => row.persoonId) },
    export: { titel: 'Zorgwekkende zorgmijders', kolommen: zorgKolommen },
    handle: (work, { query }) => listBemoeizorgRijen(work, query),
  }),
  route(bemoeizorg.getPersoonSignalen, {
    permission: 'bemoeizorg.lezen',
    audit: {
      event: 'signalen.van_persoon_ingezien',
      personen: (_, { params }) => [params.id],
      onderwerp: byParam,
    },
    handle: (work, { params }) => readPersoonSignalen(work, params.id),
  }),
  route(bemoeizorg.postBemoeizorg, {
    permission: 'bemoeizorg.wijzigen',
    audit: { event: 'bemoeizorg.begonnen', personen: byCommand, onderwerp: (out) => out.id },
    handle: (work, { params, body }) => zorg.beginBemoeizorg(work, { ...body, persoonId: params.id }),
  }),
  route(bemoeizorg.putBemoeizorg, {
    permission: 'bemoeizorg.wijzigen',
    audit: { event: 'bemoeizorg.bijgewerkt', personen: byCommand, onderwerp: byParam },
    handle: (work, { params, body }) => zorg.changePlan(work, { ...body, id: params.id }),
  }),
  route(bemoeizorg.postWeging, {
    permission: 'bemoeizorg.wijzigen',
    audit: { event: 'bemoeizorg.gewogen', personen: byCommand, onderwerp: byParam },
    handle: (work, { params, body }) => zorg.weighAgain(work, { ...body, id: params.id }),
  }),
  route(bemoeizorg.stopBemoeizorg, {
    permission: 'bemoeizorg.wijzigen',
    audit: { event: 'bemoeizorg.gestopt', personen: byCommand, onderwerp: byParam },
    handle: (work, { params, body }) => zorg.endBemoeizorg(work, { ...body, id: params.id }),
  }),
]

export const signaalRoutes: readonly Route[] = [
  ...signaalRoutesVanPartners,
  ...behandelRoutes,
  ...straatRoutes,
  ...zorgRoutes,
]
