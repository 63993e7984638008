import { sanne } from '../persoon.ts'
import type { Schrijfproef, Schrijfproeven, Schrijfwereld } from './wereld.ts'

const vandaag = '2026-03-02'
const stap = { volgendeStap: 'Bellen', volgendeStapOp: '2026-03-09' }

export const nieuwePersoon = async (w: Schrijfwereld, als = w.loket) =>
  (await w.doe(als, 'POST /personen', { ...sanne, achternaam: `Vries${w.volgnummer()}` })).id

/** Somebody who can get a letter. */
export async function metAdres(w: Schrijfwereld) {
  const persoonId = await nieuwePersoon(w)
  const adres = 'Kade 1\n3131 AB Vlaardingen'
  const body = { soort: 'woonadres', adres, gemeenteCode: 'GM0622', van: '2020-01-01' }
  await w.doe(w.loket, 'POST /personen/:id/adressen', body, persoonId)
  return persoonId
}

export const persoonProeven: Schrijfproeven = {
  'POST /personen': async (w) => ({ als: w.loket, body: { ...sanne, achternaam: `Nieuw${w.volgnummer()}` } }),
  'PUT /personen/:id': async (w) => {
    const id = await nieuwePersoon(w)
    const body = { ...sanne, telefoon: '06 12 34 56 78', versie: 1 }
    return {
      als: w.loket,
      id,
      body,
      eerder: {
        als: w.collega,
        route: 'PUT /personen/:id',
        id,
        body: { ...sanne, roepnaam: 'San', versie: 1 },
      },
    }
  },
  'POST /personen/aansluitingen': async (w) => ({
    als: await w.regio.als('wijkteam', 'toegangsmedewerker'),
    body: await bekendElders(w),
  }),
  'POST /noodprocedures': async (w) => ({
    als: await w.regio.als('wijkteam', 'toegangsmedewerker'),
    body: await bekendElders(w),
  }),
  'POST /noodprocedures/:id/beoordeling': async (w) => {
    const wijkteam = await w.regio.als('wijkteam', 'toegangsmedewerker')
    await w.doe(wijkteam, 'POST /noodprocedures', await bekendElders(w))
    const { rows } = await w.database.login.query(
      'select id from onderdak.noodprocedure order by id desc limit 1',
    )
    const body = { oordeel: 'terecht', toelichting: 'Er was gevaar.' }
    return { als: w.privacyOfficer, id: rows[0].id, body }
  },
  'POST /personen/:id/adressen': async (w) => ({
    als: w.loket,
    id: await nieuwePersoon(w),
    body: { soort: 'woonadres', adres: 'Kade 1', gemeenteCode: 'GM0622', van: '2026-01-01' },
  }),
  'POST /adressen/:id/einde': async (w) => {
    const adres = { soort: 'woonadres', adres: 'Kade 1', gemeenteCode: 'GM0622', van: '2026-01-01' }
    const made = await w.doe(w.loket, 'POST /personen/:id/adressen', adres, await nieuwePersoon(w))
    return { als: w.loket, id: made.id, body: { tot: '2026-02-01' }, anders: { tot: '2026-02-02' } }
  },
  'POST /personen/:id/veiligheidsstatussen': async (w) => {
    const id = await nieuwePersoon(w)
    const route = 'POST /personen/:id/veiligheidsstatussen'
    const body = { status: 'onveilig', toelichting: 'Volgens de politie', van: '2026-03-01', versie: 0 }
    return {
      als: w.loket,
      id,
      body,
      anders: { ...body, status: 'veilig' },
      eerder: { als: w.collega, route, id, body: { ...body, status: 'onzeker' } },
    }
  },
  'POST /huishoudens': async (w) => {
    const [persoonId, partner] = [await nieuwePersoon(w), await nieuwePersoon(w)]
    const body = { persoonId, leden: [{ persoonId: partner, rol: 'partner' }], op: vandaag }
    return { als: w.loket, body, anders: { ...body, op: '2026-03-01' } }
  },
  'POST /huishoudens/:id/leden': async (w) => {
    const leden = [{ persoonId: await nieuwePersoon(w), rol: 'partner' }]
    const body = { persoonId: await nieuwePersoon(w), leden, op: '2026-03-01' }
    const { id } = await w.doe(w.loket, 'POST /huishoudens', body)
    const lid = { actie: 'toevoegen', persoonId: await nieuwePersoon(w), rol: 'kind', op: vandaag }
    return { als: w.loket, id, body: lid, anders: { ...lid, rol: 'ouder' } }
  },
  'POST /personen/:id/opvolging': async (w) => ({ als: w.loket, id: await nieuwePersoon(w), body: stap }),
  'PATCH /opvolgingen/:id': (w) => opOpvolging(w, { ...stap, volgendeStapOp: '2026-03-11' }),
  'POST /opvolgingen/:id/sluiting': (w) =>
    opOpvolging(w, { reden: 'geen_hulp_nodig', toelichting: 'Woont bij een zus', op: vandaag }),
  'POST /samenvoegingen': async (w) => ({
    als: w.loket,
    body: {
      persoonId: await nieuwePersoon(w),
      opgegaanIn: await nieuwePersoon(w),
      reden: 'Zelfde mens, gevraagd',
    },
  }),
  'POST /samenvoegingen/:id/terugdraaiing': async (w) => {
    const body = {
      persoonId: await nieuwePersoon(w),
      opgegaanIn: await nieuwePersoon(w),
      reden: 'Zelfde mens',
    }
    const { id } = await w.doe(w.loket, 'POST /samenvoegingen', body)
    return { als: w.loket, id, body: { reden: 'Toch twee mensen' } }
  },
}

/** Somebody whom the loket knows, as the wijkteam would describe them. */
async function bekendElders(w: Schrijfwereld) {
  const nummer = w.volgnummer()
  const achternaam = `Elders${nummer}`
  const geboortedatum = `${1940 + (nummer % 60)}-08-08`
  await w.doe(w.loket, 'POST /personen', { ...sanne, achternaam, geboortedatum })
  const { voornamen, tussenvoegsel } = sanne
  return { achternaam, tussenvoegsel, voornamen, geboortedatum, reden: 'Staat hier aan de balie' }
}

async function opOpvolging(w: Schrijfwereld, body: object): Promise<Schrijfproef> {
  const persoonId = await nieuwePersoon(w)
  await w.doe(w.loket, 'POST /personen/:id/opvolging', stap, persoonId)
  const { rows } = await w.database.login.query(
    'select id, versie from onderdak.opvolging where persoon_id = $1',
    [persoonId],
  )
  const { id, versie } = rows[0]
  return {
    als: w.loket,
    id,
    body: { ...body, versie },
    eerder: {
      als: w.collega,
      route: 'PATCH /opvolgingen/:id',
      id,
      body: { ...stap, volgendeStap: 'Langsgaan', versie },
    },
  }
}

const ontvanger = { soort: 'corporatie', naam: 'Wonen aan de Haven' }
const toestemming = {
  ontvanger,
  gegevensset: 'woonvraag',
  doel: 'Een woning vinden',
  vorm: 'mondeling',
  gegevenDoor: 'client',
  gegevenOp: vandaag,
}

async function metToestemming(w: Schrijfwereld) {
  const persoonId = await nieuwePersoon(w)
  const { id } = await w.doe(w.loket, 'POST /personen/:id/toestemmingen', toestemming, persoonId)
  const deling = {
    ontvanger,
    gegevensset: 'woonvraag',
    doel: 'Een woning vinden',
    grond: 'UITDRUKKELIJKE_TOESTEMMING',
    toestemmingId: id,
    vervaltOp: '2026-09-01',
  }
  return { persoonId, toestemmingId: id, deling }
}

export const delenProeven: Schrijfproeven = {
  'POST /personen/:id/delingen': async (w) => {
    const { persoonId, deling } = await metToestemming(w)
    return { als: w.loket, id: persoonId, body: deling, anders: { ...deling, doel: 'Een kamer vinden' } }
  },
  'POST /delingen/:id/beeindiging': async (w) => {
    const { persoonId, deling } = await metToestemming(w)
    const { id } = await w.doe(w.loket, 'POST /personen/:id/delingen', deling, persoonId)
    return { als: w.loket, id, body: {} }
  },
  'POST /personen/:id/toestemmingen': async (w) => ({
    als: w.loket,
    id: await nieuwePersoon(w),
    body: toestemming,
    anders: { ...toestemming, doel: 'Een kamer vinden' },
  }),
  'POST /toestemmingen/:id/intrekking': async (w) => ({
    als: w.loket,
    id: (await metToestemming(w)).toestemmingId,
    body: { toelichting: 'Wil het niet meer' },
  }),
}
