import { givenLocatie, givenProduct } from '../plek.ts'
import { nieuwVerblijf, stap, vandaag, vervolg } from './keten.ts'
import { nieuwePersoon } from './persoon.ts'
import { type Schrijfproef, type Schrijfproeven, type Schrijfwereld, versieVan } from './wereld.ts'

const wel = {
  besluit: 'wel',
  op: vandaag,
  aanbieder: 'eigen',
  elkeWeken: 4,
  begintOp: vandaag,
  tot: '2026-09-01',
}

/** Somebody who left for a home of their own. */
async function uitgestroomd(w: Schrijfwereld) {
  const verblijf = await nieuwVerblijf(w)
  const vertrek = { op: vandaag, reden: 'doelen_behaald', bestemming: 'eigen_woning', vervolg }
  await w.doe(w.planner, 'POST /verblijven/:id/vertrek', { ...vertrek, versie: verblijf.versie }, verblijf.id)
  return verblijf
}

async function opAfspraak(w: Schrijfwereld, body: object, anders?: object): Promise<Schrijfproef> {
  const verblijf = await uitgestroomd(w)
  const { id, versie } = await w.doe(w.loket, 'POST /verblijven/:id/nazorg', wel, verblijf.id)
  return {
    als: w.loket,
    id,
    body: { ...body, versie },
    ...(anders && { anders: { ...anders, versie } }),
    eerder: {
      als: w.collega,
      route: 'POST /nazorgafspraken/:id/stappen',
      id,
      body: { actie: 'stoppen', versie, op: vandaag, reden: 'wil_niet_meer', vervolg },
    },
  }
}

async function naaste(w: Schrijfwereld) {
  const persoonId = await nieuwePersoon(w)
  const toestemming = {
    ontvanger: { soort: 'naaste', naam: 'Zus Els' },
    gegevensset: 'contact',
    doel: 'Laten weten hoe het gaat',
    vorm: 'mondeling',
    gegevenDoor: 'client',
    gegevenOp: vandaag,
  }
  const { id } = await w.doe(w.loket, 'POST /personen/:id/toestemmingen', toestemming, persoonId)
  return { persoonId, signaal: { toestemmingId: id, op: vandaag, signaal: 'Neemt niet op' } }
}

const plan = { signalen: 'Slaapt niet', watHelpt: 'Wandelen', wieBellen: 'Els', besprokenOp: vandaag }
const dag = { naam: 'Kerst', soort: 'jaarlijks', datum: '2026-12-25', dagenVooraf: 14 }
const einde = { actie: 'afronden', op: vandaag, vervolg }

export const nazorgProeven: Schrijfproeven = {
  'POST /verblijven/:id/nazorg': async (w) => ({
    als: w.loket,
    id: (await uitgestroomd(w)).id,
    body: wel,
    anders: { besluit: 'geen', op: vandaag, redenGeen: 'wil_niet' },
  }),
  'POST /nazorgafspraken/:id/stappen': (w) => opAfspraak(w, einde, { ...einde, toelichting: 'In overleg' }),
  'POST /nazorgafspraken/:id/opschaling': (w) =>
    opAfspraak(w, { op: vandaag, reden: 'Drinkt weer', ...stap }),
  'POST /nazorgafspraken/:id/contacten': async (w) => {
    const { id } = await opAfspraak(w, {})
    return { als: w.loket, id: id!, body: { op: vandaag, wijze: 'telefoon', uitkomst: 'goed' } }
  },
  'POST /nazorgafspraken/:id/frequenties': (w) =>
    opAfspraak(w, { van: '2026-03-09', elkeWeken: 2, reden: 'Er zijn zorgen over geld' }),
  'PUT /personen/:id/terugvalplan': async (w) => {
    const id = await nieuwePersoon(w)
    const route = 'PUT /personen/:id/terugvalplan'
    const { versie } = await w.doe(w.loket, route, { ...plan, versie: null }, id)
    const eerder = { als: w.collega, route, id, body: { ...plan, watHelpt: 'Muziek', versie } }
    return { als: w.loket, id, body: { ...plan, signalen: 'Eet niet', versie }, eerder }
  },
  'POST /personen/:id/risicodagen': async (w) => ({ als: w.loket, id: await nieuwePersoon(w), body: dag }),
  'POST /risicodagen/:id/einde': async (w) => {
    const { id } = await w.doe(w.loket, 'POST /personen/:id/risicodagen', dag, await nieuwePersoon(w))
    return { als: w.loket, id, body: {} }
  },
  'POST /personen/:id/netwerksignalen': async (w) => {
    const { persoonId, signaal } = await naaste(w)
    return { als: w.loket, id: persoonId, body: signaal }
  },
  'POST /netwerksignalen/:id/afhandeling': async (w) => {
    const { persoonId, signaal } = await naaste(w)
    const { id } = await w.doe(w.loket, 'POST /personen/:id/netwerksignalen', signaal, persoonId)
    return { als: w.loket, id, body: { op: vandaag, uitkomst: 'Langs geweest' } }
  },
  'POST /trajecten/:id/time-outboekingen': async (w) => ({ als: w.loket, ...(await metTimeOutplek(w)) }),
  'POST /time-outboekingen/:id/begin': (w) => opBoeking(w, stap),
  'POST /time-outboekingen/:id/annulering': (w) => opBoeking(w, { reden: 'Gaat weer goed' }),
  'POST /trajecten/:id/time-outplekken': async (w) => {
    const persoonId = await nieuwePersoon(w)
    const { id, versie } = await w.doe(
      w.loket,
      'POST /personen/:id/trajecten',
      { op: vandaag, stap },
      persoonId,
    )
    const { plekIds } = await givenLocatie(w.platform, w.regio, {
      productId: await timeOutProduct(w),
      plekken: [{}],
    })
    const gezien = await versieVan(w, 'traject', id)
    return {
      als: w.loket,
      id,
      body: {
        versie: gezien,
        plekId: plekIds[0],
        op: vandaag,
        verwachtTot: '2026-03-09',
        reden: 'Rust nodig',
        ...stap,
      },
      eerder: {
        als: w.collega,
        route: 'POST /trajecten/:id/aanspreekpunten',
        id,
        body: { versie, gebruikerId: w.collega.gebruikerId, op: vandaag, reden: 'Neemt over' },
      },
    }
  },
}

/** A traject, and a time-out place that can be held for it. */
async function metTimeOutplek(w: Schrijfwereld) {
  const persoonId = await nieuwePersoon(w)
  const { id } = await w.doe(w.loket, 'POST /personen/:id/trajecten', { op: vandaag, stap }, persoonId)
  const { plekIds } = await givenLocatie(w.platform, w.regio, {
    productId: await timeOutProduct(w),
    plekken: [{}],
  })
  return { id, body: { plekId: plekIds[0], van: '2026-03-09', tot: '2026-03-16', reden: 'Rust nodig' } }
}

async function opBoeking(w: Schrijfwereld, body: object): Promise<Schrijfproef> {
  const nieuw = await metTimeOutplek(w)
  const { id, versie } = await w.doe(w.loket, 'POST /trajecten/:id/time-outboekingen', nieuw.body, nieuw.id)
  // Its first night is today.
  await w.database.login.query('update onderdak.time_outboeking set van = $2 where id = $1', [id, vandaag])
  return {
    als: w.loket,
    id,
    body: { ...body, versie },
    eerder: {
      als: w.collega,
      route: 'POST /time-outboekingen/:id/annulering',
      id,
      body: { versie, reden: 'Gaat niet door' },
    },
  }
}

async function timeOutProduct(w: Schrijfwereld): Promise<string> {
  const known = await w.database.login.query(
    "select id from onderdak.product where regio_id = $1 and code = 'time_out'",
    [w.regio.regioId],
  )
  if (known.rows[0]) return known.rows[0].id
  const id = await givenProduct(w.platform, w.regio, { domein: 'BW' })
  await w.database.login.query("update onderdak.product set code = 'time_out' where id = $1", [id])
  return id
}
