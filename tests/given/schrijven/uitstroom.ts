import { vandaag } from './keten.ts'
import { nieuwePersoon } from './persoon.ts'
import { type Schrijfproef, type Schrijfproeven, type Schrijfwereld, versieVan } from './wereld.ts'

const wens = { gemeenteCode: null, woningtype: 'huurwoning' }
const aanvraag = { soort: 'een_route', grond: 'uitstroom_opvang', op: vandaag }
const afronding = {
  op: vandaag,
  route: 'directe_bemiddeling',
  bestemming: 'eigen_woning',
  afwijkingReden: 'Kan snel weg',
}
const contract = {
  soort: 'woonzorgcontract',
  woningtype: 'huurwoning',
  gemeenteCode: 'GM0622',
  begonnenOp: '2026-02-16',
  verhuurder: 'Corporatie West',
  begeleider: 'Aanbieder Noord',
  afspraken: 'Goede buur en goede huurder',
  evaluatieOp: '2026-08-16',
  omklapOp: '2027-02-16',
}

/** A dossier with a woonwens: version 2. */
async function dossierVan(w: Schrijfwereld): Promise<{ persoonId: string; versie: number }> {
  const persoonId = await nieuwePersoon(w)
  const { versie } = await w.doe(
    w.loket,
    'POST /personen/:id/uitstroomwensen',
    { ...wens, versie: 0 },
    persoonId,
  )
  return { persoonId, versie: versie as number }
}

async function opDossier(w: Schrijfwereld, body: object): Promise<Schrijfproef> {
  const { persoonId: id, versie } = await dossierVan(w)
  const route = 'POST /personen/:id/uitstroomwensen'
  return {
    als: w.loket,
    id,
    body: { ...body, versie },
    eerder: { als: w.collega, route, id, body: { ...wens, woningtype: 'kamer', versie } },
  }
}

async function vraag(w: Schrijfwereld): Promise<{ persoonId: string; body: object }> {
  const persoonId = await nieuwePersoon(w)
  const { id: toestemmingId } = await w.doe(
    w.loket,
    'POST /personen/:id/toestemmingen',
    {
      ontvanger: { organisatieId: w.regio.organisaties.corporatie },
      gegevensset: 'woonvraag',
      doel: 'Een woning vinden',
      vorm: 'mondeling',
      gegevenDoor: 'client',
      gegevenOp: vandaag,
    },
    persoonId,
  )
  return { persoonId, body: { toestemmingId, woningtype: 'huurwoning', gemeenteCode: 'GM0622' } }
}

async function gevraagd(w: Schrijfwereld, opPersoon?: { persoonId: string; body: object }) {
  const { persoonId, body } = opPersoon ?? (await vraag(w))
  const { id, versie } = await w.doe(w.loket, 'POST /personen/:id/woonvragen', body, persoonId)
  return { id: id as string, versie: versie as number }
}

const aangeboden = { naar: 'aangeboden', op: vandaag, omschrijving: 'Tweekamerwoning' }
const geweigerd = { naar: 'geweigerd', op: vandaag, weigerreden: 'te_ver' }

export const uitstroomProeven: Schrijfproeven = {
  'POST /personen/:id/uitstroomwensen': (w) => opDossier(w, { ...wens, woningtype: 'flexwoning' }),
  'POST /personen/:id/uitstroomvoorwaarden': (w) =>
    opDossier(w, { voorwaarden: [{ code: 'inkomen', stand: 'ja', notitie: 'Uitkering loopt' }] }),
  'POST /personen/:id/uitstroomafrondingen': (w) => opDossier(w, afronding),
  'POST /uitstroomdossiers/:id/heropening': async (w) => {
    const { persoonId, versie } = await dossierVan(w)
    const rond = 'POST /personen/:id/uitstroomafrondingen'
    const { id, versie: nu } = await w.doe(w.loket, rond, { ...afronding, versie }, persoonId)
    const route = 'POST /uitstroomdossiers/:id/heropening'
    const body = { versie: nu, reden: 'De woning ging niet door' }
    const eerder = { als: w.collega, route, id: id as string, body: { ...body, reden: 'Vergissing' } }
    return { als: w.loket, id: id as string, body, eerder }
  },
  'POST /personen/:id/urgentieaanvragen': async (w) => ({
    als: w.loket,
    id: await nieuwePersoon(w),
    body: aanvraag,
    anders: { ...aanvraag, grond: 'geweld' },
  }),
  'POST /urgentieaanvragen/:id/stappen': async (w) => {
    const persoonId = await nieuwePersoon(w)
    const { id } = await w.doe(w.loket, 'POST /personen/:id/urgentieaanvragen', aanvraag, persoonId)
    const body = { versie: 1, naar: 'ingediend', op: vandaag, kenmerk: 'S-1' }
    const route = 'POST /urgentieaanvragen/:id/stappen'
    return {
      als: w.loket,
      id: id as string,
      body,
      eerder: { als: w.collega, route, id: id as string, body: { ...body, kenmerk: 'S-2' } },
    }
  },
  'POST /personen/:id/woonvragen': async (w) => {
    const { persoonId, body } = await vraag(w)
    return { als: w.loket, id: persoonId, body, anders: { ...body, woningtype: 'kamer' } }
  },
  'POST /woonvragen/:id/antwoord': async (w) => ({
    als: await w.regio.als('corporatie', 'corporatie_medewerker'),
    id: (await gevraagd(w)).id,
    body: { uitkomst: 'aangeboden', omschrijving: 'Tweekamerwoning', huur: 600 },
    anders: { uitkomst: 'geen_woning' },
  }),
  'POST /woningaanbiedingen/:id/stappen': async (w) => {
    const { id, versie } = await gevraagd(w)
    const route = 'POST /woningaanbiedingen/:id/stappen'
    const eerder = { als: w.collega, route, id, body: { ...aangeboden, versie } }
    return { als: w.loket, id, body: { ...aangeboden, versie, omschrijving: 'Driekamerwoning' }, eerder }
  },
  'POST /woningaanbiedingen/:id/gevolg': async (w) => {
    const opPersoon = await vraag(w)
    let id = ''
    for (const _ of [1, 2]) {
      id = (await gevraagd(w, opPersoon)).id
      const stap = async (body: object) =>
        w.doe(
          w.loket,
          'POST /woningaanbiedingen/:id/stappen',
          { ...body, versie: await versieVan(w, 'woningaanbod', id) },
          id,
        )
      await stap(aangeboden)
      await stap(geweigerd)
    }
    return { als: w.loket, id, body: { gevolg: 'overleg', toelichting: 'Eerst praten' } }
  },
  'POST /personen/:id/huurcontracten': async (w) => ({
    als: w.loket,
    id: await nieuwePersoon(w),
    body: contract,
    anders: { ...contract, begeleider: 'Aanbieder Zuid' },
  }),
  'POST /huurcontracten/:id/stappen': async (w) => {
    const persoonId = await nieuwePersoon(w)
    const { id } = await w.doe(w.loket, 'POST /personen/:id/huurcontracten', contract, persoonId)
    const route = 'POST /huurcontracten/:id/stappen'
    const body = { versie: 1, actie: 'omzetten', op: vandaag }
    return {
      als: w.loket,
      id: id as string,
      body,
      eerder: {
        als: w.collega,
        route,
        id: id as string,
        body: { ...body, actie: 'evalueren', evaluatieOp: '2026-09-01' },
      },
    }
  },
  'POST /personen/:id/maatwerkoverleggen': async (w) => ({
    als: w.loket,
    id: await nieuwePersoon(w),
    body: { op: vandaag, uitkomst: 'verwezen', toelichting: 'Naar het wijkteam' },
    anders: { op: vandaag, uitkomst: 'geen_oplossing', toelichting: 'Naar het wijkteam' },
  }),
}
