import { nieuwePersoon } from './persoon.ts'
import type { Schrijfproef, Schrijfproeven, Schrijfwereld, Wijziging } from './wereld.ts'

const inhoud = { reden: 'geen_hulp', vraag: 'Niemand heeft een plek met zorg in de nacht' }
const overleg = { doel: 'Samen een plek vinden', dag: '2026-03-03', van: '10:00', tot: '11:00' }
const les = { titel: 'Nachtzorg', tekst: 'Er is te weinig zorg in de nacht' }
const actie = (w: Schrijfwereld) => ({
  soort: 'actie',
  tekst: 'Bellen over zorg in de nacht',
  organisatieId: w.regio.organisaties.andereAanbieder,
  uiterlijkOp: '2026-03-20',
})

async function casus(w: Schrijfwereld): Promise<string> {
  const persoonId = await nieuwePersoon(w)
  const body = { ...inhoud, regievoerderId: w.loket.gebruikerId }
  return (await w.doe(w.loket, 'POST /personen/:id/casussen', body, persoonId)).id
}

async function opCasus(
  w: Schrijfwereld,
  body: object,
  meer: Partial<Schrijfproef> = {},
): Promise<Schrijfproef> {
  const id = await casus(w)
  const eerder: Wijziging = {
    als: w.collega,
    route: 'PUT /casussen/:id',
    id,
    body: { ...inhoud, vraag: 'Wie betaalt de zorg?', versie: 1 },
  }
  return { als: w.loket, id, body: { ...body, versie: 1 }, eerder, ...meer }
}

async function gepland(w: Schrijfwereld): Promise<string> {
  return (await w.doe(w.loket, 'POST /casussen/:id/overleggen', overleg, await casus(w))).id
}

async function gast(w: Schrijfwereld) {
  const { gebruikerId } = await w.regio.als('andereAanbieder', 'aanbieder_begeleider')
  return {
    gebruikerId,
    gegevens: ['wie'],
    waarom: 'Heeft zorg in de nacht',
    grond: 'WETTELIJKE_TAAK_COLLEGE',
  }
}

/** A meeting that has begun, so that it can have been held. */
async function begonnen(w: Schrijfwereld): Promise<string> {
  const id = await gepland(w)
  await w.database.login.query(
    "update onderdak.casus_overleg set begin_op = $2::timestamptz - interval '1 hour', eind_op = $2::timestamptz + interval '1 hour' where id = $1",
    [id, w.platform.clock.now().toISOString()],
  )
  return id
}

async function opActie(w: Schrijfwereld, body: object): Promise<Schrijfproef> {
  const { id } = await w.doe(w.loket, 'POST /casussen/:id/acties', actie(w), await casus(w))
  const eerder: Wijziging = {
    als: w.collega,
    route: 'PUT /casusacties/:id',
    id,
    body: { ...actie(w), uiterlijkOp: '2026-03-25', versie: 1 },
  }
  return { als: w.loket, id, body: { ...body, versie: 1 }, eerder }
}

/** Written by a colleague, so that somebody else can check it. */
async function vanCollega(w: Schrijfwereld) {
  const { id } = await w.doe(w.collega, 'POST /casussen/:id/lessen', les, await casus(w))
  const eerder: Wijziging = {
    als: w.collega,
    route: 'PUT /casuslessen/:id',
    id,
    body: { ...les, titel: 'Zorg in de nacht', versie: 1 },
  }
  return { id, eerder }
}

export const casusProeven: Schrijfproeven = {
  'POST /personen/:id/casussen': async (w) => ({
    als: w.loket,
    id: await nieuwePersoon(w),
    body: { ...inhoud, regievoerderId: w.loket.gebruikerId },
    anders: { ...inhoud, reden: 'onvoldoende_hulp', regievoerderId: w.loket.gebruikerId },
  }),
  'PUT /casussen/:id': (w) => opCasus(w, { ...inhoud, veiligheid: 'Bel eerst' }),
  'POST /casussen/:id/niveau': (w) =>
    opCasus(
      w,
      { nummer: 2, reden: 'Wij komen er niet uit' },
      { anders: { nummer: 3, reden: 'Nu naar bestuurders', versie: 1 } },
    ),
  'POST /casussen/:id/regievoerder': (w) =>
    opCasus(w, { gebruikerId: w.collega.gebruikerId, reden: 'Kent de cliënt' }),
  'POST /casussen/:id/afsluiting': (w) =>
    opCasus(w, {
      uitkomst: 'maatwerk',
      toelichting: 'Samen betaald',
      financiering: [{ domein: 'wmo', betaalt: 'ja', bedrag: 100, wieBeslist: 'Centrumgemeente' }],
    }),
  'POST /casussen/:id/overleggen': async (w) => ({ als: w.loket, id: await casus(w), body: overleg }),
  'PUT /casusoverleggen/:id': async (w) => {
    const id = await gepland(w)
    const eerder: Wijziging = {
      als: w.collega,
      route: 'PUT /casusoverleggen/:id',
      id,
      body: { ...overleg, plaats: 'Gemeentehuis', versie: 1 },
    }
    return { als: w.loket, id, body: { ...overleg, tot: '11:30', versie: 1 }, eerder }
  },
  'POST /casusoverleggen/:id/deelnemers': async (w) => ({
    als: w.loket,
    id: await gepland(w),
    body: await gast(w),
    anders: { ...(await gast(w)), gegevens: ['wie', 'hulpvraag'] },
  }),
  'POST /casusdeelnemers/:id/intrekking': async (w) => {
    const { id } = await w.doe(
      w.loket,
      'POST /casusoverleggen/:id/deelnemers',
      await gast(w),
      await gepland(w),
    )
    return { als: w.loket, id, body: {} }
  },
  'POST /casusoverleggen/:id/afronding': async (w) => ({ als: w.loket, id: await begonnen(w), body: {} }),
  'POST /casusoverleggen/:id/annulering': async (w) => ({
    als: w.loket,
    id: await gepland(w),
    body: { reden: 'Er is al een plek' },
  }),
  'POST /casussen/:id/acties': async (w) => ({ als: w.loket, id: await casus(w), body: actie(w) }),
  'PUT /casusacties/:id': (w) => opActie(w, { ...actie(w), tekst: 'Mailen over zorg in de nacht' }),
  'POST /casusacties/:id/afronding': (w) => opActie(w, { status: 'gedaan', uitkomst: 'Gebeld' }),
  'POST /casussen/:id/lessen': async (w) => ({ als: w.loket, id: await casus(w), body: les }),
  'PUT /casuslessen/:id': async (w) => {
    const { id, eerder } = await vanCollega(w)
    return { als: w.loket, id, body: { ...les, tekst: 'Er is geen zorg in de nacht', versie: 1 }, eerder }
  },
  'POST /casuslessen/:id/publicatie': async (w) => {
    const { id, eerder } = await vanCollega(w)
    return { als: w.loket, id, body: { versie: 1 }, eerder }
  },
  'POST /casuslessen/:id/intrekking': async (w) => {
    const { id } = await vanCollega(w)
    await w.doe(w.loket, 'POST /casuslessen/:id/publicatie', { versie: 1 }, id)
    return { als: w.loket, id, body: {} }
  },
}
