import type { Column } from '../../../platform/documents/table.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import * as advies from '../domain/advies-contract.ts'
import * as groep from '../domain/groep-contract.ts'
import * as idee from '../domain/idee-contract.ts'
import * as klacht from '../domain/klacht-contract.ts'
import * as partner from '../domain/partner-contract.ts'
import * as raadpleging from '../domain/raadpleging-contract.ts'
import * as verband from '../domain/verband-contract.ts'
import * as doeAdvies from './advies-commands.ts'
import { listAdviesrijen, readAdvies } from './advies-queries.ts'
import * as doeGroep from './groep-commands.ts'
import { listGroeprijen, readGroep, readLeden } from './groep-queries.ts'
import * as doeIdee from './idee-commands.ts'
import { listIdeerijen, readIdee } from './idee-queries.ts'
import * as doeKlacht from './klacht-commands.ts'
import { listKlachtrijen, readKlacht } from './klacht-queries.ts'
import * as doePartner from './partner-commands.ts'
import { listPartnerrijen, readContacten, readPartner, readPartnerkeuzes } from './partner-queries.ts'
import * as doeRaadpleging from './raadpleging-commands.ts'
import { listRaadplegingrijen, readRaadpleging } from './raadpleging-queries.ts'
import { listVerhaalrijen, readActiviteitparticipatie, readKeuzes } from './verband-queries.ts'
import { linkVerhaal, unlinkVerhaal } from './verhaal-commands.ts'

const lezen = {
  permission: 'participatie.lezen',
  audit: { geen: 'Organisaties, groepen en teksten, zonder personen' },
} as const
const schrijven = { ...lezen, permission: 'participatie.schrijven' } as const

/** Somebody may be named here, who is no client: each look and each change is in the audit book, under what it is about. */
const gezien = <P extends { id: string }>(event: string) =>
  ({
    event,
    personen: 'geen',
    onderwerp: (_: unknown, { params }: { params: P }) => params.id,
  }) as const
const contacten = (event: string) => ({ permission: 'participatie.contacten', audit: gezien(event) }) as const

const text = (key: string, label: string): Column => ({ key, label, type: 'text' })
const number = (key: string, label: string): Column => ({ key, label, type: 'number' })
const date = (key: string, label: string): Column => ({ key, label, type: 'date' })
const bool = (key: string, label: string): Column => ({ key, label, type: 'boolean' })

const partnerRoutes: readonly Route[] = [
  route(partner.listPartners, {
    ...lezen,
    export: {
      titel: 'Partners',
      kolommen: [
        text('naam', 'Naam'),
        text('andereNamen', 'Ook bekend als'),
        text('soort', 'Soort'),
        text('organisatie', 'In Onderdak als'),
        number('trekt', 'Trekt activiteiten'),
        number('nodig', 'Nodig bij activiteiten'),
        date('totEnMet', 'Werkt mee tot en met'),
        text('bron', 'Bron'),
      ],
    },
    handle: (work, { query }) => listPartnerrijen(work, query),
  }),
  route(partner.listPartnerdubbelen, {
    ...schrijven,
    handle: async (work, { query }) => ({
      partners: query.naam.trim()
        ? await doePartner.findGelijkende(work, { naam: query.naam, andereNamen: [] })
        : [],
    }),
  }),
  route(partner.getPartnerkeuzes, { ...schrijven, handle: (work) => readPartnerkeuzes(work) }),
  route(partner.getPartner, { ...lezen, handle: (work, { params }) => readPartner(work, params.id) }),
  route(partner.postPartner, {
    ...schrijven,
    handle: (work, { body }) => doePartner.registerPartner(work, body),
  }),
  route(partner.putPartner, {
    ...schrijven,
    handle: (work, { params, body }) => doePartner.changePartner(work, { ...body, id: params.id }),
  }),
  route(partner.getPartnercontacten, {
    ...contacten('PartnercontactenGelezen'),
    handle: (work, { params }) => readContacten(work, params.id),
  }),
  route(partner.postPartnercontact, {
    ...contacten('PartnercontactToegevoegd'),
    handle: (work, { params, body }) => doePartner.addContact(work, { ...body, partnerId: params.id }),
  }),
  route(partner.trekPartnercontactIn, {
    ...contacten('PartnercontactGewist'),
    handle: (work, { params }) => doePartner.wipeContact(work, { id: params.id, reden: 'ingetrokken' }),
  }),
]

const groepRoutes: readonly Route[] = [
  route(groep.listParticipatiegroepen, {
    ...lezen,
    export: {
      titel: 'Groepen die meedoen',
      kolommen: [
        text('naam', 'Naam'),
        text('soort', 'Soort'),
        number('aantal', 'Hoeveel mensen'),
        text('ervaring', 'Ervaring'),
        text('via', 'Te bereiken via'),
        text('gebied', 'Gebied'),
        date('van', 'Van'),
        date('totEnMet', 'Tot en met'),
        number('bijeenkomstenDitJaar', 'Bijeenkomsten dit jaar'),
        number('activiteiten', 'Activiteiten'),
      ],
    },
    handle: (work, { query }) => listGroeprijen(work, query),
  }),
  route(groep.getParticipatiegroep, { ...lezen, handle: (work, { params }) => readGroep(work, params.id) }),
  route(groep.postParticipatiegroep, {
    ...schrijven,
    handle: (work, { body }) => doeGroep.registerGroep(work, body),
  }),
  route(groep.putParticipatiegroep, {
    ...schrijven,
    handle: (work, { params, body }) => doeGroep.changeGroep(work, { ...body, id: params.id }),
  }),
  route(groep.postGroepsbijeenkomst, {
    ...schrijven,
    handle: (work, { params, body }) => doeGroep.addBijeenkomst(work, { ...body, groepId: params.id }),
  }),
  route(groep.putGroepsbijeenkomst, {
    ...schrijven,
    handle: (work, { params, body }) => doeGroep.changeBijeenkomst(work, { ...body, id: params.id }),
  }),
  route(groep.postGroepsinzet, {
    ...schrijven,
    handle: (work, { params, body }) => doeGroep.addInzet(work, { ...body, groepId: params.id }),
  }),
  route(groep.putGroepsinzet, {
    ...schrijven,
    handle: (work, { params, body }) => doeGroep.changeInzet(work, { ...body, id: params.id }),
  }),
  route(groep.getGroepsleden, {
    ...contacten('GroepsledenGelezen'),
    handle: (work, { params }) => readLeden(work, params.id),
  }),
  route(groep.postGroepslid, {
    ...contacten('GroepslidVastgelegd'),
    handle: (work, { params, body }) => doeGroep.addLid(work, { ...body, groepId: params.id }),
  }),
  route(groep.trekGroepslidIn, {
    ...contacten('GroepslidGewist'),
    handle: (work, { params }) => doeGroep.wipeLid(work, { id: params.id, reden: 'ingetrokken' }),
  }),
]

const adviesRoutes: readonly Route[] = [
  route(advies.listAdviezen, {
    ...lezen,
    export: {
      titel: 'Adviezen',
      kolommen: [
        text('raad', 'Raad'),
        text('onderwerp', 'Onderwerp'),
        text('waarover', 'Activiteit of programma'),
        bool('isGevraagd', 'Gevraagd'),
        date('gevraagdOp', 'Gevraagd op'),
        date('verwachtOp', 'Verwacht op'),
        date('ontvangenOp', 'Ontvangen op'),
        date('antwoordVoor', 'Antwoord voor'),
        date('antwoordOp', 'Beantwoord op'),
        text('overgenomen', 'Overgenomen'),
        text('stand', 'Stand'),
      ],
    },
    handle: (work, { query }) => listAdviesrijen(work, query),
  }),
  route(advies.getAdvies, { ...lezen, handle: (work, { params }) => readAdvies(work, params.id) }),
  route(advies.postAdvies, {
    ...schrijven,
    handle: (work, { body }) => doeAdvies.registerAdvies(work, body),
  }),
  route(advies.putAdvies, {
    ...schrijven,
    handle: (work, { params, body }) => doeAdvies.changeAdvies(work, { ...body, id: params.id }),
  }),
  route(advies.ontvangAdvies, {
    ...schrijven,
    handle: (work, { params, body }) => doeAdvies.receiveAdvies(work, { ...body, id: params.id }),
  }),
  route(advies.beantwoordAdvies, {
    ...schrijven,
    handle: (work, { params, body }) => doeAdvies.answerAdvies(work, { ...body, id: params.id }),
  }),
  route(advies.laatAdviesVervallen, {
    ...schrijven,
    handle: (work, { params, body }) => doeAdvies.dropAdvies(work, { ...body, id: params.id }),
  }),
]

const ideeRoutes: readonly Route[] = [
  route(idee.listIdeeen, {
    ...lezen,
    export: {
      titel: 'Ideeën van inwoners',
      kolommen: [
        date('ontvangenOp', 'Ontvangen op'),
        text('gemeente', 'Gemeente'),
        text('kanaal', 'Kanaal'),
        text('titel', 'Titel'),
        text('status', 'Stand'),
        bool('isOpenbaar', 'Openbaar'),
        text('activiteit', 'Activiteit'),
        date('reactieVoor', 'Reactie voor'),
        date('reactieOp', 'Reactie op'),
      ],
    },
    handle: (work, { query }) => listIdeerijen(work, query),
  }),
  route(idee.getIdee, {
    permission: 'participatie.lezen',
    audit: gezien('IdeeGelezen'),
    handle: (work, { params }) => readIdee(work, params.id),
  }),
  route(idee.postIdee, {
    ...schrijven,
    // The code to follow it is shown once.
    answerOnce: true,
    handle: (work, { body }) => doeIdee.takeIdee(work, body),
  }),
  route(idee.controleerIdee, {
    ...schrijven,
    handle: (work, { params, body }) => doeIdee.checkIdee(work, { ...body, id: params.id }),
  }),
  route(idee.beantwoordIdee, {
    ...schrijven,
    handle: (work, { params, body }) => doeIdee.answerIdee(work, { ...body, id: params.id }),
  }),
  route(idee.verzendIdee, {
    ...schrijven,
    handle: (work, { params, body }) => doeIdee.sendIdee(work, { ...body, id: params.id }),
  }),
]

const klachtRoutes: readonly Route[] = [
  route(klacht.listKlachten, {
    ...lezen,
    export: {
      titel: 'Klachten en feedback',
      kolommen: [
        date('ontvangenOp', 'Ontvangen op'),
        text('aard', 'Aard'),
        text('onderwerp', 'Onderwerp'),
        text('afzender', 'Van'),
        date('antwoordVoor', 'Antwoord voor'),
        date('antwoordOp', 'Beantwoord op'),
        text('uitkomst', 'Uitkomst'),
        text('geleerd', 'Wat is geleerd'),
      ],
    },
    handle: (work, { query }) => listKlachtrijen(work, query),
  }),
  route(klacht.getKlacht, {
    permission: 'participatie.schrijven',
    audit: gezien('KlachtGelezen'),
    handle: (work, { params }) => readKlacht(work, params.id),
  }),
  route(klacht.postKlacht, {
    ...schrijven,
    handle: (work, { body }) => doeKlacht.registerKlacht(work, body),
  }),
  route(klacht.beantwoordKlacht, {
    ...schrijven,
    handle: (work, { params, body }) => doeKlacht.answerKlacht(work, { ...body, id: params.id }),
  }),
]

const raadplegingRoutes: readonly Route[] = [
  route(raadpleging.listRaadplegingen, {
    ...lezen,
    export: {
      titel: 'Raadplegingen',
      kolommen: [
        date('op', 'Dag'),
        text('gelegenheid', 'Waarbij'),
        text('wie', 'Wie meededen'),
        number('aanwezig', 'Hoeveel mensen'),
        number('stellingen', 'Stellingen'),
        number('wensen', 'Wensen'),
        number('zonderReactie', 'Nog geen reactie'),
      ],
    },
    handle: (work, { query }) => listRaadplegingrijen(work, query),
  }),
  route(raadpleging.getRaadpleging, {
    ...lezen,
    handle: (work, { params }) => readRaadpleging(work, params.id),
  }),
  route(raadpleging.postRaadpleging, {
    ...schrijven,
    handle: (work, { body }) => doeRaadpleging.registerRaadpleging(work, body),
  }),
  route(raadpleging.putRaadpleging, {
    ...schrijven,
    handle: (work, { params, body }) => doeRaadpleging.changeRaadpleging(work, { ...body, id: params.id }),
  }),
  route(raadpleging.postRaadplegingpunt, {
    ...schrijven,
    handle: (work, { params, body }) => doeRaadpleging.addPunt(work, { ...body, raadplegingId: params.id }),
  }),
  route(raadpleging.putRaadplegingpunt, {
    ...schrijven,
    handle: (work, { params, body }) => doeRaadpleging.changePunt(work, { ...body, id: params.id }),
  }),
  route(raadpleging.verwijderRaadplegingpunt, {
    ...schrijven,
    handle: (work, { params, body }) => doeRaadpleging.removePunt(work, { ...body, id: params.id }),
  }),
]

const verbandRoutes: readonly Route[] = [
  route(verband.getParticipatiekeuzes, { ...schrijven, handle: (work) => readKeuzes(work) }),
  route(verband.getActiviteitparticipatie, {
    ...lezen,
    handle: (work, { params }) => readActiviteitparticipatie(work, params.id),
  }),
  route(verband.listParticipatieverhalen, {
    ...lezen,
    export: {
      titel: 'Verhalen bij activiteiten',
      kolommen: [
        text('maand', 'Maand'),
        text('titel', 'Titel'),
        text('soort', 'Soort'),
        text('teller', 'Verteld door'),
        text('activiteitnamen', 'Hoort bij'),
      ],
    },
    handle: (work, { query }) => listVerhaalrijen(work, query),
  }),
  route(verband.postActiviteitverhaal, {
    ...schrijven,
    handle: (work, { body }) => linkVerhaal(work, body),
  }),
  route(verband.verbreekActiviteitverhaal, {
    ...schrijven,
    handle: (work, { params }) => unlinkVerhaal(work, params.id),
  }),
]

export const participatieRoutes: readonly Route[] = [
  ...partnerRoutes,
  ...groepRoutes,
  ...adviesRoutes,
  ...ideeRoutes,
  ...klachtRoutes,
  ...raadplegingRoutes,
  ...verbandRoutes,
]
