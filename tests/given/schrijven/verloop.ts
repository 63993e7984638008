import { nieuwVerblijf, stap, vandaag, vervolg } from './keten.ts'
import { nieuwePersoon } from './toegang.ts'
import {
  type Antwoord,
  type Schrijfproef,
  type Schrijfproeven,
  type Schrijfwereld,
  versieVan,
} from './wereld.ts'

async function opVerblijf(
  w: Schrijfwereld,
  body: (verblijf: Awaited<ReturnType<typeof nieuwVerblijf>>) => object,
): Promise<Schrijfproef> {
  const verblijf = await nieuwVerblijf(w)
  const { id, versie } = verblijf
  return {
    als: w.planner,
    id,
    body: { ...body(verblijf), versie },
    eerder: {
      als: await w.regio.als('aanbieder', 'aanbieder_begeleider'),
      route: 'POST /verblijven/:id/uitstroomgereed',
      id,
      body: { versie, op: vandaag, wachtOp: 'wacht_op_woning' },
    },
  }
}

export const verblijfProeven: Schrijfproeven = {
  'POST /nachtregistraties': async (w) => {
    const { id, persoonId } = await nieuwVerblijf(w)
    const rij = { verblijfId: id, persoonId, aanwezig: true }
    return {
      als: w.planner,
      body: { nacht: vandaag, rijen: [rij] },
      anders: { nacht: vandaag, rijen: [{ ...rij, aanwezig: false }] },
    }
  },
  'POST /voorstellen/:id/aankomst': async (w) => {
    const { id } = await aanvaard(w)
    return { als: w.planner, id, body: { op: vandaag }, anders: { op: '2026-03-01' } }
  },
  'POST /voorstellen/:id/niet-verschenen': async (w) => {
    const { id } = await aanvaard(w)
    const body = { op: vandaag, reden: 'niet_bereikbaar' }
    return { als: w.planner, id, body }
  },
  'POST /verblijven/spoed': async (w) => ({
    als: w.loket,
    body: {
      persoonId: await nieuwePersoon(w),
      hulpvraag: 'Geen slaapplek',
      plekId: (await w.locatie()).plekIds[0],
      op: vandaag,
      gemeenteCode: 'GM0622',
    },
    anders: {
      isNn: true,
      hulpvraag: 'Geen slaapplek',
      plekId: (await w.locatie()).plekIds[0],
      op: vandaag,
    },
  }),
  'POST /verblijven/:id/verhuizing': (w) =>
    opVerblijf(w, ({ vrij }) => ({ plekId: vrij, op: vandaag, reden: 'Rustiger' })),
  'POST /verblijven/:id/verlengingen': (w) =>
    opVerblijf(w, () => ({ nieuwUiterlijkOp: '2026-12-01', reden: 'wacht_op_woning' })),
  'POST /verblijven/:id/verwacht-einde': (w) =>
    opVerblijf(w, () => ({ op: '2026-04-20', reden: 'Woning komt later' })),
  'POST /verblijven/:id/uitstroomgereed': (w) =>
    opVerblijf(w, () => ({ op: '2026-03-02', wachtOp: 'wacht_op_bw' })),
  'POST /verblijven/:id/vertrek': (w) =>
    opVerblijf(w, () => ({ op: vandaag, reden: 'eigen_keuze', bestemming: 'onbekend', vervolg })),
  'POST /verblijven/:id/herstel': async (w) => {
    const { id, versie: voor } = await nieuwVerblijf(w)
    const vertrek = { op: vandaag, reden: 'eigen_keuze', bestemming: 'onbekend', vervolg }
    await w.doe(w.planner, 'POST /verblijven/:id/vertrek', { ...vertrek, versie: voor }, id)
    const body = { versie: await versieVan(w, 'verblijf', id), reden: 'Verkeerde persoon', stap }
    const eerst = { als: w.loket, route: 'POST /verblijven/:id/herstel', id, body }
    const opnieuw = { ...vertrek, reden: 'uitval', versie: body.versie + 1 }
    const eerder = { als: w.loket, route: 'POST /verblijven/:id/vertrek', id, body: opnieuw, eerst }
    return { als: w.planner, id, body, eerder }
  },
}

const trajectVan = (persoonId: string, w: Schrijfwereld) =>
  w.doe(w.loket, 'POST /personen/:id/trajecten', { op: vandaag, stap }, persoonId)

async function opTraject(w: Schrijfwereld, body: object): Promise<Schrijfproef> {
  const { id, versie } = await trajectVan(await nieuwePersoon(w), w)
  return {
    als: w.loket,
    id,
    body: { ...body, versie },
    eerder: {
      als: w.collega,
      route: 'POST /trajecten/:id/aanspreekpunten',
      id,
      body: { versie, gebruikerId: w.collega.gebruikerId, op: vandaag, reden: 'Neemt over' },
    },
  }
}

const onderbreking = { soort: 'time_out', op: vandaag, reden: 'Rust nodig', stap }

export const trajectProeven: Schrijfproeven = {
  'POST /personen/:id/trajecten': async (w) => ({
    als: w.loket,
    id: await nieuwePersoon(w),
    body: { op: vandaag, stap },
    anders: { op: '2026-03-01', stap },
  }),
  'POST /trajecten/:id/fasen': async (w) =>
    opTraject(w, { domein: 'MO', code: await eenFase(w), op: vandaag }),
  'POST /trajecten/:id/aanspreekpunten': (w) =>
    opTraject(w, { gebruikerId: w.wachtlijstbeheerder.gebruikerId, op: vandaag, reden: 'Kent de cliënt' }),
  'POST /trajecten/:id/onderbrekingen': (w) => opTraject(w, onderbreking),
  'POST /trajecten/:id/hervattingen': async (w) => {
    const proef = await opTraject(w, { op: vandaag, uitkomst: 'Pakt het weer op' })
    const { id, body, eerder } = proef as { id: string; body: { versie: number } } & Required<Schrijfproef>
    await w.doe(w.loket, 'POST /trajecten/:id/onderbrekingen', { ...onderbreking, versie: body.versie }, id)
    const versie = await versieVan(w, 'traject', id)
    return { ...proef, body: { ...body, versie }, eerder: { ...eerder, body: { ...eerder.body, versie } } }
  },
  'POST /trajecten/:id/producten': (w) =>
    opTraject(w, { productId: w.mo, richting: 'opschalen', op: vandaag, reden: 'Meer hulp nodig' }),
  'POST /trajecten/:id/einde': (w) =>
    opTraject(w, { op: vandaag, reden: 'eigen_keuze', toelichting: 'Wil niet meer', vervolg }),
  'POST /trajecten/:id/wlz-routes': (w) => opTraject(w, { op: vandaag, signaal: 'Blijvend toezicht' }),
  'POST /wlz-routes/:id/stappen': async (w) => {
    const traject = await trajectVan(await nieuwePersoon(w), w)
    const signaal = { versie: traject.versie, op: vandaag, signaal: 'Blijvend toezicht' }
    await w.doe(w.loket, 'POST /trajecten/:id/wlz-routes', signaal, traject.id)
    const { id, versie } = await routeVan(w, 'wlz_route', traject.id)
    return {
      als: w.loket,
      id,
      body: { versie, naar: 'aangevraagd', op: vandaag, metClient: true },
      eerder: {
        als: w.collega,
        route: 'POST /wlz-routes/:id/stappen',
        id,
        body: { versie, naar: 'aangevraagd', op: vandaag, metClient: false },
      },
    }
  },
  'POST /achttien-routes/:id/stappen': async (w) => {
    const { id, versie } = await achttienRoute(w)
    const naar = { naar: 'plan_gemaakt', op: vandaag, vervolg: 'wmo', afspraken: 'Blijft hier wonen' }
    return {
      als: w.loket,
      id,
      body: { ...naar, versie },
      eerder: {
        als: w.collega,
        route: 'POST /achttien-routes/:id/stappen',
        id,
        body: { ...naar, vervolg: 'zelfstandig', versie },
      },
    }
  },
}

const routeVan = async (w: Schrijfwereld, tabel: string, trajectId: string): Promise<Antwoord> =>
  (
    await w.database.login.query(`select id, versie from onderdak.${tabel} where traject_id = $1`, [
      trajectId,
    ])
  ).rows[0]

async function eenFase(w: Schrijfwereld): Promise<string> {
  const code = `fase${w.volgnummer()}`
  const waarde = { naam: 'Fase', volgorde: 1 + (w.volgnummer() % 90) }
  await w.doe(w.beheerder, 'POST /fasen/wijzigingen', {
    sleutel: { domein: 'MO', code },
    waarde,
    vanaf: vandaag,
    versie: 0,
  })
  return code
}

/** A route to adulthood, as the nightly task makes it. */
async function achttienRoute(w: Schrijfwereld): Promise<Antwoord> {
  const persoonId = await nieuwePersoon(w)
  const { id: trajectId } = await trajectVan(persoonId, w)
  const id = w.platform.newId()
  await w.database.login.query(
    `insert into onderdak.achttien_route (id, regio_id, traject_id, persoon_id, status, achttien_op, plan_voor, gewijzigd_op)
     values ($1, $2, $3, $4, 'te_plannen', '2026-09-01', '2026-06-01', now())`,
    [id, w.regio.regioId, trajectId, persoonId],
  )
  return { id, versie: 1 }
}

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

async function aanvaard(w: Schrijfwereld): Promise<Antwoord> {
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
