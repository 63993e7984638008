import { aanbod, afronding, contact, naarBuiten } from '../overdracht.ts'
import { stap } from './keten.ts'
import { nieuwePersoon } from './persoon.ts'
import type { Schrijfproeven, Schrijfwereld } from './wereld.ts'

/** A person for whom the loket is responsible. */
async function inBeeld(w: Schrijfwereld): Promise<string> {
  const persoonId = await nieuwePersoon(w)
  await w.doe(w.loket, 'POST /personen/:id/opvolging', stap, persoonId)
  return persoonId
}

async function aangeboden(w: Schrijfwereld, over: object = {}): Promise<string> {
  const body = { ...aanbod, naarOrganisatieId: w.regio.organisaties.aanbieder, ...over }
  return (await w.doe(w.loket, 'POST /personen/:id/overdrachten', body, await inBeeld(w))).id
}

async function aangenomen(w: Schrijfwereld): Promise<string> {
  const id = await aangeboden(w)
  await w.doe(w.planner, 'POST /overdrachten/:id/aanname', {}, id)
  return id
}

export const overdrachtProeven: Schrijfproeven = {
  'POST /personen/:id/overdrachten': async (w) => ({
    als: w.loket,
    id: await inBeeld(w),
    body: { ...aanbod, naarOrganisatieId: w.regio.organisaties.aanbieder },
  }),
  'POST /personen/:id/binnenkomsten': async (w) => ({
    als: w.loket,
    id: await nieuwePersoon(w),
    body: {
      wetsovergang: 'geen',
      reden: 'Verhuist naar familie',
      samenvatting: 'Is bekend bij het loket daar',
      vanNaam: 'Loket Buurregio',
      vanContact: '010 000 00 00',
      geverNaam: 'B. Voorbeeld',
      geverOndertekendOp: '2026-02-20',
    },
  }),
  'POST /overdrachten/:id/aanname': async (w) => ({
    als: w.planner,
    id: await aangeboden(w),
    body: { toelichting: 'Graag' },
  }),
  'POST /overdrachten/:id/weigering': async (w) => ({
    als: w.planner,
    id: await aangeboden(w),
    body: { reden: 'Geen plek' },
  }),
  'POST /overdrachten/:id/intrekking': async (w) => ({
    als: w.loket,
    id: await aangeboden(w),
    body: { reden: 'Wil toch blijven' },
  }),
  'POST /overdrachten/:id/afronding': async (w) => ({
    als: w.planner,
    id: await aangenomen(w),
    body: afronding,
    anders: { ...afronding, eersteContactUiterlijk: '2026-03-12' },
  }),
  'POST /overdrachten/:id/eerste-contact': async (w) => {
    const id = await aangenomen(w)
    await w.doe(w.planner, 'POST /overdrachten/:id/afronding', afronding, id)
    return { als: w.planner, id, body: contact, anders: { ...contact, volgendeStap: 'Bellen' } }
  },
  'POST /overdrachten/:id/links': async (w) => ({
    als: w.loket,
    id: await aangeboden(w, { ...naarBuiten, naarOrganisatieId: null }),
    body: {},
  }),
}
