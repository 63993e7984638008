import { nieuwVerblijf, stap, vandaag, vervolg } from './keten.ts'
import { nieuwePersoon } from './persoon.ts'
import { aanvaard } from './wachten.ts'
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
    const naar = {
      naar: 'plan_gemaakt',
      op: vandaag,
      vervolg: 'wmo',
      afspraken: 'Blijft hier wonen',
      jeugdwet: 'gegeven',
      jeugdwetVorm: 'mondeling',
    }
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
  'POST /achttien-routes/:id/jeugdwet': async (w) => {
    const { id, versie } = await achttienRoute(w)
    const antwoord = { versie, antwoord: 'gegeven', vorm: 'mondeling', op: vandaag }
    return {
      als: w.loket,
      id,
      body: antwoord,
      eerder: {
        als: w.collega,
        route: 'POST /achttien-routes/:id/jeugdwet',
        id,
        body: { ...antwoord, antwoord: 'geweigerd' },
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
