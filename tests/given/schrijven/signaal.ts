import { nieuwePersoon } from './persoon.ts'
import type { Schrijfproef, Schrijfproeven, Schrijfwereld, Wijziging } from './wereld.ts'

const vandaag = '2026-03-02'
/** In Schiedam nobody but the regional loket answers signals. */
const signaal = { categorie: 'overlast', gemeenteCode: 'GM0606', toelichting: 'Hij slaapt in de portiek' }
const contact = {
  dag: '2026-03-01',
  tijd: '22:10',
  gemeenteCode: 'GM0622',
  plek: 'Station Oost',
  uitkomst: 'gesproken',
}
const figuur = { soort: 'sleutelfiguur', naam: 'Fatima', rol: 'Kent de buurt', akkoordOp: '2026-03-01' }
const weging = {
  grond: 'WETTELIJKE_TAAK_COLLEGE',
  noodzaak: 'Hij doet niet open',
  nietMetMinder: 'Bellen hielp niet',
  informeren: 'Bij het eerste gesprek',
  heroverwegenVoor: '2026-05-01',
}
const plan = { zorgen: 'Vervuiling', plan: 'Langsgaan' }

const binnen = async (w: Schrijfwereld) => (await w.doe(w.planner, 'POST /signalen', signaal)).id

async function opgepakt(w: Schrijfwereld) {
  const id = await binnen(w)
  const { versie } = await w.doe(w.loket, 'POST /signalen/:id/_pak-op', { versie: 1 }, id)
  return { id, versie }
}

async function opSignaal(w: Schrijfwereld, body: object): Promise<Schrijfproef> {
  const { id, versie } = await opgepakt(w)
  const eerder: Wijziging = { als: w.collega, route: 'POST /signalen/:id/_pak-op', id, body: { versie } }
  return { als: w.loket, id, body: { ...body, versie }, eerder }
}

async function opBemoeizorg(w: Schrijfwereld, body: object): Promise<Schrijfproef> {
  const persoonId = await nieuwePersoon(w)
  const { id } = await w.doe(w.loket, 'POST /personen/:id/bemoeizorg', { ...plan, ...weging }, persoonId)
  const eerder: Wijziging = {
    als: w.collega,
    route: 'PUT /bemoeizorg/:id',
    id,
    body: { zorgen: 'Schulden', plan: 'Bellen', versie: 1 },
  }
  return { als: w.loket, id, body: { ...body, versie: 1 }, eerder }
}

export const signaalProeven: Schrijfproeven = {
  'POST /signalen': async (w) => ({ als: w.planner, body: signaal }),
  'POST /signalen/:id/_pak-op': async (w) => {
    const id = await binnen(w)
    const body = { versie: 1 }
    return {
      als: w.loket,
      id,
      body,
      eerder: { als: w.collega, route: 'POST /signalen/:id/_pak-op', id, body },
    }
  },
  'POST /signalen/:id/persoon': async (w) => {
    const proef = await opSignaal(w, { persoonId: await nieuwePersoon(w) })
    return { ...proef, anders: { ...proef.body, persoonId: await nieuwePersoon(w) } }
  },
  'POST /signalen/:id/_geef-door': (w) =>
    opSignaal(w, { organisatieId: w.regio.organisaties.wijkteam, reden: 'Woont bij hen' }),
  'POST /telefonische-signalen': async (w) => ({ als: w.loket, body: signaal }),
  'POST /signalen/:id/_rond-af': (w) =>
    opSignaal(w, { uitkomst: 'contact_gezocht', terugkoppeling: 'contact_gezocht', toelichting: 'Gebeld' }),
  'POST /signalen/:id/melding': (w) => opSignaal(w, {}),
  'POST /signalen/:id/_koppel-terug': async (w) => {
    const { id, versie } = await opgepakt(w)
    const klaar = { uitkomst: 'contact_gezocht', terugkoppeling: 'contact_gezocht', versie }
    await w.doe(w.loket, 'POST /signalen/:id/_rond-af', klaar, id)
    await w.database.login.query('update onderdak.signaal set wil_terugkoppeling = true where id = $1', [id])
    return { als: w.loket, id, body: {} }
  },
  'POST /outreachcontacten': async (w) => ({ als: w.loket, body: contact }),
  'PUT /outreachcontacten/:id': async (w) => {
    const { id } = await w.doe(w.loket, 'POST /outreachcontacten', contact)
    const eerder = { ...contact, uitkomst: 'wil_hulp', versie: 1 }
    return {
      als: w.loket,
      id,
      body: { ...contact, plek: 'Park', versie: 1 },
      eerder: { als: w.collega, route: 'PUT /outreachcontacten/:id', id, body: eerder },
    }
  },
  'POST /sleutelfiguren': async (w) => ({ als: w.loket, body: figuur, anders: { ...figuur, naam: 'Yusuf' } }),
  'PUT /sleutelfiguren/:id': async (w) => {
    const { id } = await w.doe(w.loket, 'POST /sleutelfiguren', figuur)
    return {
      als: w.loket,
      id,
      body: { ...figuur, gestoptOp: vandaag, versie: 1 },
      anders: { ...figuur, naam: 'Yusuf', versie: 1 },
      eerder: {
        als: w.collega,
        route: 'PUT /sleutelfiguren/:id',
        id,
        body: { ...figuur, rol: 'Kent het plein', versie: 1 },
      },
    }
  },
  'POST /personen/:id/bemoeizorg': async (w) => ({
    als: w.loket,
    id: await nieuwePersoon(w),
    body: { ...plan, ...weging },
  }),
  'PUT /bemoeizorg/:id': (w) => opBemoeizorg(w, { zorgen: 'Vervuiling', plan: 'Elke week langsgaan' }),
  'POST /bemoeizorg/:id/wegingen': (w) => opBemoeizorg(w, { ...weging, noodzaak: 'Het wordt erger' }),
  'POST /bemoeizorg/:id/einde': (w) => opBemoeizorg(w, { reden: 'wil_hulp', toelichting: 'Hij belde zelf' }),
}
