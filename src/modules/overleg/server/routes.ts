import { type Route, route } from '../../../platform/http/route.ts'
import * as aanspreekpunt from '../domain/aanspreekpunt-contract.ts'
import * as actie from '../domain/actie-contract.ts'
import * as besluit from '../domain/besluit-contract.ts'
import * as jaarplicht from '../domain/jaarplicht-contract.ts'
import * as kalender from '../domain/kalender-contract.ts'
import * as nvo from '../domain/nvo-contract.ts'
import * as overeenkomst from '../domain/overeenkomst-contract.ts'
import * as overleg from '../domain/overleg-contract.ts'
import * as vergadering from '../domain/vergadering-contract.ts'
import { changeActie, concludeActie, registerActie } from './actie-commands.ts'
import { changeBesluit, changePad, registerBesluit, withdrawBesluit } from './besluit-commands.ts'
import { listActierijen, listBesluitrijen, readActie, readBesluit } from './besluit-queries.ts'
import { makeKalenderadres, readKalenderadres, withdrawKalenderadres } from './kalender.ts'
import { answerNvo, changeNvo, setAanspreekpunt } from './nvo-commands.ts'
import { listNvorijen, readAanspreekpunt, readNvoJaren } from './nvo-queries.ts'
import * as overeenkomsten from './overeenkomst-commands.ts'
import { listJaarplichtrijen, listOvereenkomstrijen, readOvereenkomst } from './overeenkomst-queries.ts'
import { changeOverleg, registerOverleg } from './overleg-commands.ts'
import { listRijen, readKeuzes, readOverleg } from './overleg-queries.ts'
import * as vergaderingen from './vergadering-commands.ts'
import { listRijen as listVergaderrijen, readVergadering } from './vergadering-queries.ts'

const lezen = {
  permission: 'overleg.lezen',
  audit: { geen: 'Overleg en afspraken, met functies en zonder personen' },
} as const
const schrijven = { ...lezen, permission: 'overleg.schrijven' } as const

const text = (key: string, label: string) => ({ key, label, type: 'text' }) as const
const number = (key: string, label: string) => ({ key, label, type: 'number' }) as const
const date = (key: string, label: string) => ({ key, label, type: 'date' }) as const

const overlegRoutesVan: readonly Route[] = [
  route(overleg.listOverleggen, {
    ...lezen,
    export: {
      titel: 'Overleggen',
      kolommen: [
        text('naam', 'Overleg'),
        text('afkorting', 'Afkorting'),
        text('soort', 'Soort'),
        text('niveau', 'Niveau'),
        number('perJaar', 'Keer per jaar'),
        number('gehouden', 'Gehouden dit jaar'),
        date('volgendeOp', 'Volgende vergadering'),
        date('van', 'Sinds'),
        date('tot', 'Gestopt per'),
        text('bron', 'Bron'),
      ],
    },
    handle: (work, { query }) => listRijen(work, query),
  }),
  route(overleg.getOverlegkeuzes, { ...lezen, handle: (work) => readKeuzes(work) }),
  route(overleg.getOverleg, { ...lezen, handle: (work, { params }) => readOverleg(work, params.id) }),
  route(overleg.postOverleg, { ...schrijven, handle: (work, { body }) => registerOverleg(work, body) }),
  route(overleg.putOverleg, {
    ...schrijven,
    handle: (work, { params, body }) => changeOverleg(work, { ...body, id: params.id }),
  }),
  route(vergadering.listVergaderingen, {
    ...lezen,
    export: {
      titel: 'Vergaderingen',
      kolommen: [
        date('datum', 'Dag'),
        text('beginOm', 'Begin'),
        text('eindOm', 'Einde'),
        text('overleg', 'Overleg'),
        text('plaats', 'Plaats'),
        text('werkbezoek', 'Werkbezoek'),
        text('status', 'Stand'),
        date('stukkenOp', 'Stukken uiterlijk'),
        number('punten', 'Agendapunten'),
      ],
    },
    handle: (work, { query }) => listVergaderrijen(work, query),
  }),
  route(vergadering.getVergadering, {
    ...lezen,
    handle: (work, { params }) => readVergadering(work, params.id),
  }),
  route(vergadering.postVergadering, {
    ...schrijven,
    handle: (work, { body }) => vergaderingen.planVergadering(work, body),
  }),
  route(vergadering.putVergadering, {
    ...schrijven,
    handle: (work, { params, body }) => vergaderingen.changeVergadering(work, { ...body, id: params.id }),
  }),
  route(vergadering.putVergaderingagenda, {
    ...schrijven,
    handle: (work, { params, body }) => vergaderingen.changeAgenda(work, { ...body, id: params.id }),
  }),
  route(vergadering.postVergaderingafloop, {
    ...schrijven,
    handle: (work, { params, body }) => vergaderingen.concludeVergadering(work, { ...body, id: params.id }),
  }),
  route(vergadering.postVergaderingafgelasting, {
    ...schrijven,
    handle: (work, { params, body }) => vergaderingen.cancelVergadering(work, { ...body, id: params.id }),
  }),
]

const besluitRoutes: readonly Route[] = [
  route(besluit.listBestuursbesluiten, {
    ...lezen,
    export: {
      titel: 'Besluiten',
      kolommen: [
        text('nummer', 'Nummer'),
        text('titel', 'Besluit'),
        text('over', 'Gaat over'),
        text('orgaan', 'Wie besluit'),
        text('gemeente', 'Gemeente'),
        date('beslotenOp', 'Besloten op'),
        text('stand', 'Stand'),
        text('nogNodig', 'Nog nodig'),
        date('volgendeOp', 'Volgende stap'),
      ],
    },
    handle: (work, { query }) => listBesluitrijen(work, query),
  }),
  route(besluit.getBestuursbesluit, { ...lezen, handle: (work, { params }) => readBesluit(work, params.id) }),
  route(besluit.postBestuursbesluit, {
    ...schrijven,
    handle: (work, { body }) => registerBesluit(work, body),
  }),
  route(besluit.putBestuursbesluit, {
    ...schrijven,
    handle: (work, { params, body }) => changeBesluit(work, { ...body, id: params.id }),
  }),
  route(besluit.putBestuursbesluitpad, {
    ...schrijven,
    handle: (work, { params, body }) => changePad(work, { ...body, id: params.id }),
  }),
  route(besluit.postBestuursbesluitintrekking, {
    ...schrijven,
    handle: (work, { params, body }) => withdrawBesluit(work, { ...body, id: params.id }),
  }),
  route(actie.listOverlegacties, {
    ...lezen,
    export: {
      titel: 'Acties',
      kolommen: [
        text('tekst', 'Actie'),
        text('functie', 'Wie'),
        text('organisatie', 'Organisatie'),
        date('uiterlijkOp', 'Uiterlijk'),
        text('stand', 'Stand'),
        date('gedaanOp', 'Gedaan op'),
        date('vervallenOp', 'Vervallen op'),
        text('afloop', 'Hoe het afliep'),
        text('waaruit', 'Komt uit'),
      ],
    },
    handle: (work, { query }) => listActierijen(work, query),
  }),
  route(actie.getOverlegactie, { ...lezen, handle: (work, { params }) => readActie(work, params.id) }),
  route(actie.postOverlegactie, { ...schrijven, handle: (work, { body }) => registerActie(work, body) }),
  route(actie.putOverlegactie, {
    ...schrijven,
    handle: (work, { params, body }) => changeActie(work, { ...body, id: params.id }),
  }),
  route(actie.postOverlegactieafloop, {
    ...schrijven,
    handle: (work, { params, body }) => concludeActie(work, { ...body, id: params.id }),
  }),
]

const afspraakRoutes: readonly Route[] = [
  route(overeenkomst.listOvereenkomsten, {
    ...lezen,
    export: {
      titel: 'Overeenkomsten',
      kolommen: [
        text('naam', 'Overeenkomst'),
        text('soort', 'Soort'),
        text('partijen', 'Partijen'),
        date('begintOp', 'Eerste dag'),
        date('eindigtOp', 'Laatste dag'),
        date('opzeggenVoor', 'Uiterlijk opzeggen'),
        date('herzienOp', 'Herzien op'),
        text('stand', 'Stand'),
        number('geregeld', 'Onderwerpen geregeld'),
        text('bron', 'Bron'),
      ],
    },
    handle: (work, { query }) => listOvereenkomstrijen(work, query),
  }),
  route(overeenkomst.getOvereenkomst, {
    ...lezen,
    handle: (work, { params }) => readOvereenkomst(work, params.id),
  }),
  route(overeenkomst.postOvereenkomst, {
    ...schrijven,
    handle: (work, { body }) => overeenkomsten.registerOvereenkomst(work, body),
  }),
  route(overeenkomst.putOvereenkomst, {
    ...schrijven,
    handle: (work, { params, body }) => overeenkomsten.changeOvereenkomst(work, { ...body, id: params.id }),
  }),
  route(overeenkomst.postOvereenkomstafsluiting, {
    ...schrijven,
    handle: (work, { params, body }) => overeenkomsten.closeOvereenkomst(work, { ...body, id: params.id }),
  }),
  route(jaarplicht.listJaarplichten, {
    ...lezen,
    export: {
      titel: 'Elk jaar te doen',
      kolommen: [
        text('naam', 'Wat'),
        number('jaar', 'Jaar'),
        date('uiterlijkOp', 'Uiterlijk'),
        text('stand', 'Stand'),
        date('gedaanOp', 'Gedaan op'),
        text('waar', 'Waar'),
        text('bron', 'Bron'),
      ],
    },
    handle: (work, { query }) => listJaarplichtrijen(work, query),
  }),
  route(jaarplicht.postJaarplicht, {
    ...schrijven,
    handle: (work, { body }) => overeenkomsten.registerJaarplicht(work, body),
  }),
  route(jaarplicht.putJaarplicht, {
    ...schrijven,
    handle: (work, { params, body }) => overeenkomsten.changeJaarplicht(work, { ...body, id: params.id }),
  }),
  route(jaarplicht.postJaarplichtgedaan, {
    ...schrijven,
    handle: (work, { params, body }) => overeenkomsten.recordJaarplicht(work, { ...body, id: params.id }),
  }),
  route(nvo.listNvoAntwoorden, {
    ...lezen,
    export: {
      titel: 'Zelftoets Norm van Opdrachtgeverschap',
      kolommen: [
        number('jaar', 'Jaar'),
        number('afspraak', 'Afspraak'),
        text('naam', 'Wat is afgesproken'),
        text('status', 'Stand'),
        text('vorigeStatus', 'Stand vorig jaar'),
        text('toelichting', 'Hoe'),
        text('bewijs', 'Bewijs'),
        text('vindplaats', 'Waar'),
        text('beoordeeldDoor', 'Door'),
        date('beoordeeldOp', 'Op'),
      ],
    },
    handle: (work, { query }) => listNvorijen(work, query),
  }),
  route(nvo.getNvoJaren, { ...lezen, handle: (work) => readNvoJaren(work) }),
  route(nvo.postNvoAntwoord, { ...schrijven, handle: (work, { body }) => answerNvo(work, body) }),
  route(nvo.putNvoAntwoord, {
    ...schrijven,
    handle: (work, { params, body }) => changeNvo(work, { ...body, id: params.id }),
  }),
  route(aanspreekpunt.getRegioaanspreekpunt, { ...lezen, handle: (work) => readAanspreekpunt(work) }),
  route(aanspreekpunt.putRegioaanspreekpunt, {
    ...schrijven,
    handle: (work, { body }) => setAanspreekpunt(work, body),
  }),
]

const kalenderRoutes: readonly Route[] = [
  route(kalender.getKalenderadres, { ...lezen, handle: (work) => readKalenderadres(work) }),
  route(kalender.postKalenderadres, {
    ...lezen,
    answerOnce: true,
    handle: (work, { body }) => makeKalenderadres(work, body.vervangt),
  }),
  route(kalender.postKalenderadresintrekking, {
    ...lezen,
    handle: (work, { params }) => withdrawKalenderadres(work, params.id),
  }),
]

export const overlegRoutes: readonly Route[] = [
  ...overlegRoutesVan,
  ...besluitRoutes,
  ...afspraakRoutes,
  ...kalenderRoutes,
]
