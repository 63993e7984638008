import type { Id } from '../../../src/shared/id.ts'
import { givenActiviteit, givenVerhaal } from '../participatie.ts'
import type { Schrijfproef, Schrijfproeven, Schrijfwereld } from './wereld.ts'

const manager = (w: Schrijfwereld) => w.regio.als('centrumgemeente', 'programmamanager')
const adviseur = (w: Schrijfwereld) => w.regio.als('centrumgemeente', 'beleidsmedewerker')

const partner = (w: Schrijfwereld, soort = 'welzijn') => ({
  naam: `Organisatie${w.volgnummer()}`,
  andereNamen: [],
  soort,
  bron: 'Proef',
})
const maakPartner = async (w: Schrijfwereld, soort?: string) => {
  const body = partner(w, soort)
  return { ...(await w.doe(await manager(w), 'POST /partners', body)), body }
}
const groep = (w: Schrijfwereld) => ({
  naam: `Groep ${w.volgnummer()}`,
  soort: 'ambassadeurs',
  aantal: 8,
  ervaring: 'Bewoners',
  via: 'Gemeente',
  van: '2025-01-01',
  bron: 'Proef',
})
const maakGroep = async (w: Schrijfwereld) => {
  const body = groep(w)
  return { ...(await w.doe(await manager(w), 'POST /participatiegroepen', body)), body }
}
const maakActiviteit = (w: Schrijfwereld) =>
  givenActiviteit(w.database, w.regio.regioId, { code: `P${w.volgnummer()}` })

/** Something below a group, as just made. */
async function inGroep(w: Schrijfwereld, deel: string, body: object) {
  const { id } = await maakGroep(w)
  return w.doe(await manager(w), `POST /participatiegroepen/:id/${deel}`, body, id)
}

const bijeenkomst = { op: '2025-06-02', onderwerp: 'Voortgang', aanwezig: 7 }
const lid = {
  naam: 'Voorbeeld Persoon',
  toestemmingOp: '2026-02-01',
  toestemmingTotEnMet: '2026-12-31',
  toestemmingWaar: 'formulier 3',
}
const contact = { functie: 'Adviseur', naam: 'Voorbeeld', doel: 'Uitnodigen', totEnMet: '2026-12-31' }

const advies = async (w: Schrijfwereld) => ({
  raadId: (await maakPartner(w, 'adviesraad')).id,
  isGevraagd: true,
  onderwerp: 'De visie',
  gevraagdOp: '2026-01-10',
  verwachtOp: '2026-02-20',
})
const ontvangst = { ontvangenOp: '2026-02-18', tekst: 'Doe dit.' }
const antwoord = { antwoordOp: '2026-02-27', antwoord: 'Dat doen wij.', overgenomen: 'ja' }

/** An advice that somebody else worded otherwise meanwhile. */
async function opAdvies(w: Schrijfwereld, body: object, meer: object = {}): Promise<Schrijfproef> {
  const vooraf = { ...(await advies(w)), ...meer }
  const { id } = await w.doe(await manager(w), 'POST /adviezen', vooraf)
  return {
    als: await adviseur(w),
    id,
    body: { ...body, versie: 1 },
    eerder: {
      als: await manager(w),
      route: 'PUT /adviezen/:id',
      id,
      body: { ...vooraf, onderwerp: 'De andere visie', versie: 1 },
    },
  }
}

const idee = { gemeenteCode: 'GM0622', tekst: 'Een bank', kanaal: 'balie', ontvangenOp: '2026-02-20' }
const controle = { titel: 'Een bank', tekst: 'Er moet een bank komen.', isOpenbaar: true }
const reactie = { uitkomst: 'niet_overgenomen', reactie: 'Er is geen plaats.' }
const maakIdee = async (w: Schrijfwereld, meer: object = {}) =>
  (await w.doe(await manager(w), 'POST /ideeen', { ...idee, ...meer })).id

/** An idea that was checked, and by somebody else checked again meanwhile. */
async function opIdee(w: Schrijfwereld, versie: number, body: object, id: Id): Promise<Schrijfproef> {
  return {
    als: await adviseur(w),
    id,
    body: { ...body, versie },
    eerder: {
      als: await manager(w),
      route: 'POST /ideeen/:id/controle',
      id,
      body: { ...controle, titel: 'Twee banken', versie },
    },
  }
}

const klacht = {
  aard: 'klacht',
  onderwerp: 'samenwerking',
  afzender: 'partner',
  ontvangenOp: '2026-02-01',
  omschrijving: 'Er belt niemand terug',
}

const bestand = (w: Schrijfwereld) => ({
  soort: 'partners',
  bestandsnaam: 'partners.csv',
  bron: 'Eigen lijst',
  peildatum: '2026-03-01',
  inhoud: Buffer.from(`Naam;Soort\nStichting${w.volgnummer()};welzijn`).toString('base64'),
})

const raadpleging = (w: Schrijfwereld) => ({
  op: '2026-01-15',
  gelegenheid: `Bijeenkomst ${w.volgnummer()}`,
  wie: 'Partners',
  bron: 'Proef',
})
const stelling = { soort: 'stelling', tekst: 'Eén loket is beter', eens: 84, oneens: 16 }
const maakRaadpleging = async (w: Schrijfwereld) => {
  const body = raadpleging(w)
  return { ...(await w.doe(await manager(w), 'POST /raadplegingen', body)), body }
}
const maakPunt = async (w: Schrijfwereld) =>
  w.doe(await manager(w), 'POST /raadplegingen/:id/punten', stelling, (await maakRaadpleging(w)).id)

export const participatieProeven: Schrijfproeven = {
  'POST /raadplegingen': async (w) => ({
    als: await manager(w),
    body: raadpleging(w),
    anders: raadpleging(w),
  }),
  'PUT /raadplegingen/:id': async (w) => {
    const { id, body } = await maakRaadpleging(w)
    return {
      als: await adviseur(w),
      id,
      body: { ...body, aanwezig: 40, versie: 1 },
      eerder: {
        als: await manager(w),
        route: 'PUT /raadplegingen/:id',
        id,
        body: { ...body, wie: 'Partners en raden', versie: 1 },
      },
    }
  },
  'POST /raadplegingen/:id/punten': async (w) => ({
    als: await manager(w),
    id: (await maakRaadpleging(w)).id,
    body: stelling,
    anders: { soort: 'wens', tekst: 'Een sociale kaart' },
  }),
  'PUT /raadplegingpunten/:id': async (w) => {
    const { id } = await maakPunt(w)
    return {
      als: await adviseur(w),
      id,
      body: { ...stelling, reactie: 'Wij maken één loket.', versie: 1 },
      eerder: {
        als: await manager(w),
        route: 'PUT /raadplegingpunten/:id',
        id,
        body: { ...stelling, eens: 80, versie: 1 },
      },
    }
  },
  'POST /raadplegingpunten/:id/verwijdering': async (w) => {
    const { id } = await maakPunt(w)
    return {
      als: await adviseur(w),
      id,
      body: { versie: 1 },
      eerder: {
        als: await manager(w),
        route: 'PUT /raadplegingpunten/:id',
        id,
        body: { ...stelling, eens: 80, versie: 1 },
      },
    }
  },
  'POST /partnerbestanden': async (w) => {
    const body = bestand(w)
    return { als: await manager(w), body, anders: { ...body, bron: 'Andere lijst' } }
  },
  'POST /partnerbestanden/:id/inlezen': async (w) => ({
    als: await manager(w),
    id: (await w.doe(await manager(w), 'POST /partnerbestanden', bestand(w))).id,
  }),
  'POST /partners': async (w) => {
    const body = partner(w)
    return { als: await manager(w), body, anders: partner(w) }
  },
  'PUT /partners/:id': async (w) => {
    const { id, body } = await maakPartner(w)
    return {
      als: await adviseur(w),
      id,
      body: { ...body, toelichting: 'In de wijk', versie: 1 },
      eerder: {
        als: await manager(w),
        route: 'PUT /partners/:id',
        id,
        body: { ...body, bron: 'Andere bron', versie: 1 },
      },
    }
  },
  'POST /partners/:id/contacten': async (w) => ({
    als: await manager(w),
    id: (await maakPartner(w)).id,
    body: contact,
  }),
  'POST /partnercontacten/:id/intrekking': async (w) => {
    const { id: partnerId } = await maakPartner(w)
    const { id } = await w.doe(await manager(w), 'POST /partners/:id/contacten', contact, partnerId)
    return { als: await manager(w), id, body: {} }
  },
  'POST /participatiegroepen': async (w) => ({ als: await manager(w), body: groep(w), anders: groep(w) }),
  'PUT /participatiegroepen/:id': async (w) => {
    const { id, body } = await maakGroep(w)
    return {
      als: await adviseur(w),
      id,
      body: { ...body, aantal: 9, versie: 1 },
      anders: { ...body, aantal: 10, versie: 1 },
      eerder: {
        als: await manager(w),
        route: 'PUT /participatiegroepen/:id',
        id,
        body: { ...body, aantal: 7, versie: 1 },
      },
    }
  },
  'POST /participatiegroepen/:id/bijeenkomsten': async (w) => ({
    als: await manager(w),
    id: (await maakGroep(w)).id,
    body: bijeenkomst,
  }),
  'PUT /groepsbijeenkomsten/:id': async (w) => {
    const { id } = await inGroep(w, 'bijeenkomsten', bijeenkomst)
    return {
      als: await adviseur(w),
      id,
      body: { ...bijeenkomst, opbrengst: 'Drie ideeën', versie: 1 },
      eerder: {
        als: await manager(w),
        route: 'PUT /groepsbijeenkomsten/:id',
        id,
        body: { ...bijeenkomst, aanwezig: 6, versie: 1 },
      },
    }
  },
  'POST /participatiegroepen/:id/inzet': async (w) => {
    const { activiteitId } = await maakActiviteit(w)
    const body = { activiteitId, rol: 'meedenken', van: '2026-01-10' }
    return { als: await manager(w), id: (await maakGroep(w)).id, body, anders: { ...body, rol: 'toetsen' } }
  },
  'PUT /groepsinzet/:id': async (w) => {
    const { activiteitId } = await maakActiviteit(w)
    const inzet = { rol: 'meedenken', van: '2026-01-10' }
    const { id } = await inGroep(w, 'inzet', { ...inzet, activiteitId })
    return {
      als: await adviseur(w),
      id,
      body: { ...inzet, opbrengst: 'Ruimere tijden', versie: 1 },
      eerder: {
        als: await manager(w),
        route: 'PUT /groepsinzet/:id',
        id,
        body: { ...inzet, rol: 'toetsen', versie: 1 },
      },
    }
  },
  'POST /participatiegroepen/:id/leden': async (w) => ({
    als: await manager(w),
    id: (await maakGroep(w)).id,
    body: lid,
  }),
  'POST /groepsleden/:id/intrekking': async (w) => ({
    als: await manager(w),
    id: (await inGroep(w, 'leden', lid)).id,
    body: {},
  }),
  'POST /adviezen': async (w) => ({ als: await manager(w), body: await advies(w) }),
  'PUT /adviezen/:id': async (w) => {
    const proef = await opAdvies(w, {})
    return { ...proef, body: { ...proef.eerder!.body, onderwerp: 'Nog een visie' } }
  },
  'POST /adviezen/:id/ontvangst': (w) => opAdvies(w, ontvangst),
  'POST /adviezen/:id/antwoord': (w) => opAdvies(w, antwoord, ontvangst),
  'POST /adviezen/:id/verval': (w) => opAdvies(w, { reden: 'Dubbel gevraagd' }),
  'POST /ideeen': async (w) => ({ als: await manager(w), body: idee }),
  'POST /ideeen/:id/controle': async (w) => opIdee(w, 1, controle, await maakIdee(w)),
  'POST /ideeen/:id/reactie': async (w) => {
    const id = await maakIdee(w)
    await w.doe(await manager(w), 'POST /ideeen/:id/controle', { ...controle, versie: 1 }, id)
    return opIdee(w, 2, reactie, id)
  },
  'POST /ideeen/:id/verzending': async (w) => {
    const id = await maakIdee(w, { email: 'inwoner@example.nl' })
    await w.doe(await manager(w), 'POST /ideeen/:id/controle', { ...controle, versie: 1 }, id)
    await w.doe(await manager(w), 'POST /ideeen/:id/reactie', { ...reactie, versie: 2 }, id)
    return opIdee(w, 3, {}, id)
  },
  'POST /klachten': async (w) => ({ als: await manager(w), body: klacht }),
  'POST /klachten/:id/antwoord': async (w) => {
    const { id } = await w.doe(await manager(w), 'POST /klachten', klacht)
    const body = { antwoordOp: '2026-02-20', uitkomst: 'gegrond', versie: 1 }
    return {
      als: await adviseur(w),
      id,
      body,
      eerder: {
        als: await manager(w),
        route: 'POST /klachten/:id/antwoord',
        id,
        body: { ...body, uitkomst: 'niet_gegrond' },
      },
    }
  },
  'POST /activiteitverhalen': async (w) => {
    const verhaalId = await givenVerhaal(w.platform, [await adviseur(w), await manager(w)])
    const [een, ander] = [await maakActiviteit(w), await maakActiviteit(w)]
    return {
      als: await manager(w),
      body: { activiteitId: een.activiteitId, verhaalId },
      anders: { activiteitId: ander.activiteitId, verhaalId },
    }
  },
  'POST /activiteitverhalen/:id/verbreking': async (w) => {
    const verhaalId = await givenVerhaal(w.platform, [await adviseur(w), await manager(w)])
    const { activiteitId } = await maakActiviteit(w)
    const { id } = await w.doe(await manager(w), 'POST /activiteitverhalen', { activiteitId, verhaalId })
    return { als: await manager(w), id, body: {} }
  },
}
