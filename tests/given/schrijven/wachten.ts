import { nieuwePersoon } from './persoon.ts'
import {
  type Antwoord,
  type Schrijfproef,
  type Schrijfproeven,
  type Schrijfwereld,
  versieVan,
} from './wereld.ts'

const vandaag = '2026-03-02'
const stap = { volgendeStap: 'Bellen', volgendeStapOp: '2026-03-09' }

const plaatsing = async (w: Schrijfwereld) => ({
  persoonId: await nieuwePersoon(w),
  productId: w.mo,
  richting: 'instroom',
  overbrugging: 'eigen_netwerk',
  gemeenteCode: 'GM0622',
})

async function wachtende(w: Schrijfwereld): Promise<Antwoord> {
  return w.doe(w.loket, 'POST /wachtlijstplaatsingen', await plaatsing(w))
}

async function opWachtende(w: Schrijfwereld, body: object): Promise<Schrijfproef> {
  const { id } = await wachtende(w)
  const versie = await versieVan(w, 'wachtlijstplaatsing', id)
  return {
    als: w.wachtlijstbeheerder,
    id,
    body: { ...body, versie },
    eerder: {
      als: w.collega,
      route: 'PATCH /wachtlijstplaatsingen/:id',
      id,
      body: { versie, wachtreden: 'wil_bepaalde_plek' },
    },
  }
}

export const wachtlijstProeven: Schrijfproeven = {
  'POST /wachtlijstplaatsingen': async (w) => {
    const body = await plaatsing(w)
    return { als: w.loket, body, anders: { ...body, gemeenteCode: 'GM0606' } }
  },
  'PATCH /wachtlijstplaatsingen/:id': (w) =>
    opWachtende(w, { overbruggingToelichting: 'Slaapt bij een zus' }),
  'POST /wachtlijstplaatsingen/:id/contacten': (w) =>
    opWachtende(w, { op: vandaag, wachtNog: true, risico: 'geen', uitkomst: 'Gebeld' }),
  'POST /wachtlijstplaatsingen/:id/voorrang': (w) =>
    opWachtende(w, { geven: true, reden: 'Besluit van het overleg' }),
  'POST /wachtlijstplaatsingen/:id/einde': (w) =>
    opWachtende(w, { reden: 'eigen_oplossing', op: vandaag, ...stap }),
}

const voorstelVan = async (w: Schrijfwereld) => ({
  wachtlijstplaatsingId: (await wachtende(w)).id,
  locatieId: (await w.locatie(2)).locatieId,
  vanaf: vandaag,
  afwijkingReden: 'Besluit van het overleg',
})
const voorstel = async (w: Schrijfwereld) =>
  w.doe(w.loket, 'POST /plaatsingsvoorstellen', await voorstelVan(w))

export async function aanvaard(w: Schrijfwereld): Promise<Antwoord> {
  const { id, versie } = await voorstel(w)
  return {
    id,
    versie: (await w.doe(w.planner, 'POST /plaatsingsvoorstellen/:id/aanvaarding', { versie }, id)).versie,
  }
}

/** An open voorstel that the aanbieder answered meanwhile. */
async function opVoorstel(w: Schrijfwereld, als: Schrijfproef['als'], body: object): Promise<Schrijfproef> {
  const { id, versie } = await voorstel(w)
  return {
    als,
    id,
    body: { ...body, versie },
    eerder: { als: w.planner, route: 'POST /plaatsingsvoorstellen/:id/aanvaarding', id, body: { versie } },
  }
}

async function geweigerd(w: Schrijfwereld): Promise<Antwoord> {
  const { id, versie } = await voorstel(w)
  const body = { versie, reden: 'geen_ruimte', volgendeStap: 'Ander huis', zijde: 'aanbieder' }
  await w.doe(w.planner, 'POST /plaatsingsvoorstellen/:id/weigering', body, id)
  return { id, versie }
}

export const voorstelProeven: Schrijfproeven = {
  'POST /plaatsingsvoorstellen': async (w) => {
    const body = await voorstelVan(w)
    return { als: w.loket, body, anders: { ...body, vanaf: '2026-03-03' } }
  },
  'POST /plaatsingsvoorstellen/:id/aanvaarding': (w) => opVoorstel(w, w.planner, { toelichting: 'Welkom' }),
  'POST /plaatsingsvoorstellen/:id/weigering': (w) =>
    opVoorstel(w, w.planner, { reden: 'geen_ruimte', volgendeStap: 'Ander huis', zijde: 'aanbieder' }),
  'POST /plaatsingsvoorstellen/:id/weigering-persoon': (w) =>
    opVoorstel(w, w.loket, { reden: 'wil_niet', volgendeStap: 'Bellen' }),
  'POST /plaatsingsvoorstellen/:id/intrekking': (w) => opVoorstel(w, w.loket, { reden: 'Verkeerd huis' }),
  'POST /plaatsingsvoorstellen/:id/bezwaar': async (w) => ({
    als: w.loket,
    id: (await geweigerd(w)).id,
    body: { tekst: 'Ik wil wel, maar met mijn hond.' },
  }),
  'POST /plaatsingsvoorstellen/:id/bezwaarbesluit': async (w) => {
    const { id } = await geweigerd(w)
    const tekst = { tekst: 'Ik wil wel, maar met mijn hond.' }
    await w.doe(w.loket, 'POST /plaatsingsvoorstellen/:id/bezwaar', tekst, id)
    return { als: w.wachtlijstbeheerder, id, body: { uitkomst: 'gegrond', toelichting: 'Een hond mag.' } }
  },
}

const bestand = (w: Schrijfwereld) => ({
  soort: 'plekken',
  bestandsnaam: 'plekken.csv',
  bron: 'Eigen administratie',
  peildatum: '2026-03-01',
  inhoud: Buffer.from(
    `Voorziening;Locatie;Plek;Product;Vanaf;Gemeente\nHuis;Huis ${w.volgnummer()};Kamer 1;P1;1-1-2025;Vlaardingen`,
  ).toString('base64'),
})

export const inlezenProeven: Schrijfproeven = {
  'POST /inleesbestanden': async (w) => {
    const body = bestand(w)
    return { als: w.planner, body, anders: { ...body, bron: 'Andere administratie' } }
  },
  'POST /inleesbestanden/:id/inlezen': async (w) => ({
    als: w.planner,
    id: (await w.doe(w.planner, 'POST /inleesbestanden', bestand(w))).id,
  }),
}
