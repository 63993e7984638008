import { metAdres, nieuwePersoon } from './persoon.ts'
import {
  type Antwoord,
  type Schrijfproef,
  type Schrijfproeven,
  type Schrijfwereld,
  versieVan,
} from './wereld.ts'

const vandaag = '2026-03-02'
const stap = { volgendeStap: 'Bellen', volgendeStapOp: '2026-03-09' }
const vervolg = { soort: 'stap', ...stap }

const nieuweBeschikking = async (w: Schrijfwereld) => aanvraag(w, await metAdres(w))

const aanvraagVan = (w: Schrijfwereld, persoonId: string) => ({
  persoonId,
  productId: w.bw,
  aangevraagdOp: '2026-02-20',
  namensGemeente: 'GM0622',
})
const aanvraag = (w: Schrijfwereld, persoonId: string) =>
  w.doe(w.loket, 'POST /beschikkingen', aanvraagVan(w, persoonId))

const opschorting = {
  grond: 'instemming',
  gevraagdOp: '2026-02-25',
  antwoordUiterlijk: '2026-03-16',
  reden: 'Wacht op de huisarts',
}
const toekenning = {
  soort: 'toekenning',
  beschiktOp: vandaag,
  geldigVan: '2026-03-02',
  geldigTotEnMet: '2027-03-01',
  motivering: 'Toezicht dichtbij is nodig.',
}

/** An aanvraag that is postponed meanwhile. */
async function opAanvraag(w: Schrijfwereld, body: object): Promise<Schrijfproef> {
  const { id } = await nieuweBeschikking(w)
  return {
    als: w.beslisser,
    id,
    body: { ...body, versie: 1 },
    eerder: {
      als: w.beslisser,
      route: 'POST /beschikkingen/:id/opschortingen',
      id,
      body: { ...opschorting, versie: 1 },
    },
  }
}

/** A beschikking whose next review was put on another day meanwhile. */
async function opBeschikking(w: Schrijfwereld, body: object): Promise<Schrijfproef> {
  const { id } = await nieuweBeschikking(w)
  await w.doe(w.beslisser, 'POST /beschikkingen/:id/beslissing', { ...toekenning, versie: 1 }, id)
  const versie = await versieVan(w, 'beschikking', id)
  const heronderzoek = { gedaanOp: vandaag, volgendeOp: '2026-08-01', toelichting: 'Gaat goed', versie }
  return {
    als: w.beslisser,
    id,
    body: { ...body, versie },
    eerder: { als: w.beslisser, route: 'POST /beschikkingen/:id/heronderzoeken', id, body: heronderzoek },
  }
}

export const beschikkingProeven: Schrijfproeven = {
  'POST /beschikkingen': async (w) => {
    const body = aanvraagVan(w, await nieuwePersoon(w))
    return { als: w.loket, body, anders: { ...body, aangevraagdOp: '2026-03-01' } }
  },
  'POST /beschikkingen/:id/opschortingen': (w) =>
    opAanvraag(w, { ...opschorting, reden: 'Nog niet compleet' }),
  'POST /beschikkingen/:id/opschortingen/beeindiging': async (w) => {
    const { id } = await nieuweBeschikking(w)
    const route = 'POST /beschikkingen/:id/opschortingen'
    await w.doe(w.beslisser, route, { ...opschorting, versie: 1 }, id)
    const versie = await versieVan(w, 'beschikking', id)
    const body = { versie, op: '2026-03-01' }
    const eerder = { als: w.beslisser, route: `${route}/beeindiging`, id, body }
    return { als: w.beslisser, id, body, anders: { versie, op: vandaag }, eerder }
  },
  'POST /beschikkingen/:id/beslissing': (w) => opAanvraag(w, toekenning),
  'POST /beschikkingen/:id/sluiting': (w) =>
    opAanvraag(w, { sluiting: 'ingetrokken', op: vandaag, motivering: 'Trekt de aanvraag in' }),
  'POST /beschikkingen/:id/herzieningen': (w) =>
    opBeschikking(w, {
      grond: 'b',
      beschiktOp: vandaag,
      geldigVan: '2026-04-01',
      motivering: 'Andere hulp nodig',
    }),
  'POST /beschikkingen/:id/intrekkingen': (w) =>
    opBeschikking(w, {
      grond: 'b',
      beschiktOp: vandaag,
      ingangOp: '2026-04-01',
      motivering: 'Niet meer nodig',
    }),
  'POST /beschikkingen/:id/heronderzoeken': (w) =>
    opBeschikking(w, { gedaanOp: vandaag, volgendeOp: '2026-09-01', toelichting: 'Gaat goed' }),
  'POST /beschikkingen/:id/verzending': (w) => opBeschikking(w, { verzondenOp: vandaag, via: 'post' }),
}

const kanDoorgaan = (w: Schrijfwereld) => ({
  code: `V${w.volgnummer()}`,
  naam: 'Voorziening',
  soort: 'verblijf',
  domein: 'MO',
  bereik: 'regionaal',
  organisatieId: w.regio.organisaties.aanbieder,
  van: '2026-01-01',
})
const eenLocatie = async (w: Schrijfwereld) => ({
  voorzieningId: (await w.doe(w.planner, 'POST /voorzieningen', kanDoorgaan(w))).id,
  naam: `Huis ${w.volgnummer()}`,
  gemeenteCode: 'GM0622',
  van: '2026-01-01',
})
const eenPlek = async (w: Schrijfwereld) => ({
  locatieId: (await w.doe(w.planner, 'POST /locaties', await eenLocatie(w))).id,
  productId: w.mo,
  naam: 'Kamer 1',
  van: '2026-01-01',
})

/** A record of plek that someone of the region edited since. */
async function bewerkt(
  w: Schrijfwereld,
  soort: 'voorzieningen' | 'locaties' | 'plekken',
  body: object,
): Promise<Schrijfproef> {
  const gegevens = await { voorzieningen: kanDoorgaan, locaties: eenLocatie, plekken: eenPlek }[soort](w)
  const made = await w.doe(w.planner, `POST /${soort}`, gegevens)
  const id = soort === 'plekken' ? (made.ids as string[])[0]! : made.id
  return {
    als: w.planner,
    id,
    body: { ...('tot' in body ? {} : gegevens), ...body, versie: 1 },
    eerder: {
      als: w.beheerder,
      route: `PUT /${soort}/:id`,
      id,
      body: { ...gegevens, naam: 'Eerder gewijzigd', versie: 1 },
    },
  }
}

const dicht = { van: '2026-03-05', tot: '2026-03-10', reden: 'onderhoud', toelichting: 'Schilderen' }

const oproep = { gebeldDag: vandaag, gebeldTijd: '08:00' }

export const plekProeven: Schrijfproeven = {
  'POST /voorzieningen': async (w) => ({ als: w.planner, body: kanDoorgaan(w) }),
  'PUT /voorzieningen/:id': (w) => bewerkt(w, 'voorzieningen', { doelgroep: 'Volwassenen' }),
  'POST /voorzieningen/:id/einde': (w) => bewerkt(w, 'voorzieningen', { tot: '2026-06-01' }),
  'POST /locaties': async (w) => ({ als: w.planner, body: await eenLocatie(w) }),
  'PUT /locaties/:id': (w) => bewerkt(w, 'locaties', { telefoon: '010 123 45 67' }),
  'POST /locaties/:id/adresverwijdering': async (w) => {
    const gegevens = { ...(await eenLocatie(w)), adres: 'Kade 1' }
    const { id } = await w.doe(w.planner, 'POST /locaties', gegevens)
    const body = { ...gegevens, naam: 'Eerder gewijzigd', versie: 1 }
    return {
      als: w.planner,
      id,
      body: { versie: 1 },
      eerder: { als: w.beheerder, route: 'PUT /locaties/:id', id, body },
    }
  },
  'POST /locaties/:id/einde': (w) => bewerkt(w, 'locaties', { tot: '2026-06-01' }),
  'POST /locaties/:id/bevestigingen': async (w) => ({
    als: w.planner,
    id: (await w.locatie()).locatieId,
    body: {},
  }),
  'POST /locaties/:id/openingen': async (w) => ({
    als: w.planner,
    id: (await w.locatie()).locatieId,
    body: { regime: 'nacht', toelichting: 'Winter', van: '2026-04-01' },
  }),
  'POST /plekken': async (w) => ({ als: w.planner, body: await eenPlek(w) }),
  'PUT /plekken/:id': (w) => bewerkt(w, 'plekken', { kamer: 'A1' }),
  'POST /plekken/:id/einde': (w) => bewerkt(w, 'plekken', { tot: '2026-06-01' }),
  'POST /oproepen': async (w) => ({
    als: w.planner,
    body: { ...oproep, locatieId: (await w.locatie()).locatieId },
  }),
  'PUT /oproepen/:id': async (w) => {
    const nieuw = { ...oproep, locatieId: (await w.locatie()).locatieId }
    const { id } = await w.doe(w.planner, 'POST /oproepen', nieuw)
    const begeleider = await w.regio.als('aanbieder', 'aanbieder_begeleider')
    const gezien = { ...oproep, versie: 1 }
    const eerder = {
      als: begeleider,
      route: 'PUT /oproepen/:id',
      id,
      body: { ...gezien, gebeldTijd: '08:10' },
    }
    return { als: w.planner, id, body: { ...gezien, gebeldTijd: '08:20' }, anders: gezien, eerder }
  },
  'POST /plekken/:id/buiten-gebruik': async (w) => ({
    als: w.planner,
    id: (await w.locatie()).plekIds[0]!,
    body: dicht,
    anders: { ...dicht, toelichting: 'Vloer' },
  }),
  'POST /buiten-gebruik/:id/einde': async (w) => {
    const [plekId] = (await w.locatie()).plekIds
    const { id } = await w.doe(w.planner, 'POST /plekken/:id/buiten-gebruik', dicht, plekId)
    return { als: w.planner, id, body: { tot: '2026-03-08' }, anders: { tot: '2026-03-09' } }
  },
}

/** Someone who stays since today, and their stay. */
export async function nieuwVerblijf(
  w: Schrijfwereld,
): Promise<Antwoord & { persoonId: string; vrij: string }> {
  const { plekIds } = await w.locatie(2)
  const persoonId = await nieuwePersoon(w)
  const made = await w.doe(w.loket, 'POST /verblijven/spoed', {
    persoonId,
    hulpvraag: 'Geen slaapplek',
    plekId: plekIds[0],
    op: vandaag,
    gemeenteCode: 'GM0622',
  })
  return { id: made.id, versie: await versieVan(w, 'verblijf', made.id), persoonId, vrij: plekIds[1]! }
}

export { stap, vandaag, vervolg }
