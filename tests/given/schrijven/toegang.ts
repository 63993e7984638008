import { eenMelding, eenOnderzoek, eenPersoon } from '../melding.ts'
import { sanne } from '../persoon.ts'
import {
  type Antwoord,
  type Schrijfproef,
  type Schrijfproeven,
  type Schrijfwereld,
  versieVan,
} from './wereld.ts'

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

export const nieuweMelding = (w: Schrijfwereld, meer: object = {}) =>
  w.doe(w.loket, 'POST /meldingen', {
    ...eenMelding,
    persoon: { ...eenPersoon, achternaam: `Meldt${w.volgnummer()}` },
    ...meer,
  })

/** The same melding, edited since by a colleague: its version goes up by one. */
const meldingBewerkt = (w: Schrijfwereld, id: string, versie: number): Schrijfproef['eerder'] => ({
  als: w.collega,
  route: 'PATCH /meldingen/:id',
  id,
  body: { ...eenMelding, hulpvraag: 'Morgen moet ik eruit.', versie },
})

async function opMelding(w: Schrijfwereld, body: object, meer: object = {}): Promise<Schrijfproef> {
  const { id, versie } = await nieuweMelding(w, meer)
  return { als: w.loket, id, body: { ...body, versie }, eerder: meldingBewerkt(w, id, versie)! }
}

async function inOnderzoek(w: Schrijfwereld): Promise<Antwoord> {
  const { id, versie, persoonId } = await nieuweMelding(w)
  const triage = { versie, uitkomst: 'onderzoek', toelichting: 'Ga in gesprek.', domein: 'MO' }
  const { versie: daarna } = await w.doe(w.loket, 'POST /meldingen/:id/_triage', triage, id)
  return { id, versie: daarna, persoonId }
}

const onderzoekVersie = async (w: Schrijfwereld, id: string) =>
  (await w.database.login.query('select versie from onderdak.onderzoek where melding_id = $1', [id])).rows[0]
    .versie as number

async function onderzocht(w: Schrijfwereld): Promise<Antwoord> {
  const melding = await inOnderzoek(w)
  const pad = 'PATCH /meldingen/:id/onderzoek'
  await w.doe(
    w.loket,
    pad,
    { ...eenOnderzoek(vandaag), versie: await onderzoekVersie(w, melding.id) },
    melding.id,
  )
  const body = { versie: await onderzoekVersie(w, melding.id) }
  await w.doe(w.loket, 'POST /meldingen/:id/onderzoek/_rond-af', body, melding.id)
  return melding
}

const besluit = {
  uitkomst: 'geweigerd',
  zijde: 'persoon',
  reden: 'eigen_oplossing',
  aangebodenAlternatief: 'Hulp bij het zoeken van een kamer.',
  motivering: 'Wil bij een zus wonen.',
}

async function overgedragen(w: Schrijfwereld) {
  const { id, versie } = await nieuweMelding(w)
  const body = { versie, naarOrganisatieId: w.regio.organisaties.wijkteam, reden: 'Woont daar' }
  const made = await w.doe(w.loket, 'POST /meldingen/:id/overdrachten', body, id)
  return { als: await w.regio.als('wijkteam', 'toegangsmedewerker'), id: made.id }
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

export const meldingProeven: Schrijfproeven = {
  'POST /meldingen': async (w) => ({ als: w.loket, body: { ...eenMelding, persoon: eenPersoon } }),
  'PATCH /meldingen/:id': (w) => opMelding(w, { ...eenMelding, hulpvraag: 'Vannacht is er niets.' }),
  'POST /meldingen/:id/_koppel': async (w) =>
    opMelding(w, { persoonId: await nieuwePersoon(w) }, { persoon: null, persoonId: null }),
  'POST /meldingen/:id/_pak-op': (w) => opMelding(w, {}),
  'POST /meldingen/:id/_bevestig': (w) => opMelding(w, { op: vandaag, via: 'brief' }),
  'POST /meldingen/:id/ontvangstbevestigingen': (w) =>
    metAdres(w).then((persoonId) => opMelding(w, { via: 'post' }, { persoon: null, persoonId })),
  'POST /meldingen/:id/_triage': (w) =>
    opMelding(w, { uitkomst: 'onderzoek', toelichting: 'Ga in gesprek.', domein: 'MO' }),
  'POST /meldingen/:id/_sluit': async (w) => {
    const { id, versie } = await nieuweMelding(w)
    const triage = { versie, uitkomst: 'advies', toelichting: 'Kan bij een zus.' }
    const { versie: daarna } = await w.doe(w.loket, 'POST /meldingen/:id/_triage', triage, id)
    return {
      als: w.loket,
      id,
      body: { versie: daarna, reden: 'advies_gegeven', toelichting: 'Gebeld', ...stap },
      eerder: meldingBewerkt(w, id, daarna)!,
    }
  },
  'PATCH /meldingen/:id/onderzoek': (w) => opOnderzoek(w, { behoeften: 'Rust' }),
  'POST /meldingen/:id/onderzoek/_rond-af': async (w) => {
    const proef = await opOnderzoek(w, eenOnderzoek(vandaag))
    const { versie } = await w.doe(w.loket, 'PATCH /meldingen/:id/onderzoek', proef.body, proef.id)
    const eerder = { ...proef.eerder!, body: { versie, ...eenOnderzoek(vandaag), eigenKracht: 'Belt zelf.' } }
    return { ...proef, body: { versie }, eerder }
  },
  'POST /meldingen/:id/besluit': async (w) => {
    const { id } = await onderzocht(w)
    const versie = await versieVan(w, 'melding', id)
    const body = { ...besluit, versie }
    const anders = { ...body, motivering: 'Anders' }
    return { als: w.loket, id, body, anders, eerder: meldingBewerkt(w, id, versie)! }
  },
  'POST /vervolgen/:id/_rond-af': async (w) => {
    const { id } = await onderzocht(w)
    const genomen = { ...besluit, versie: await versieVan(w, 'melding', id) }
    const { vervolgIds } = await w.doe(w.loket, 'POST /meldingen/:id/besluit', genomen, id)
    const body = { op: vandaag, uitkomst: 'gaat_goed', toelichting: 'Woont bij een zus' }
    return { als: w.loket, id: (vervolgIds as string[])[0]!, body }
  },
  'POST /meldingen/:id/notities': async (w) => ({
    als: w.loket,
    id: (await nieuweMelding(w)).id,
    body: { tekst: 'Gebeld, komt morgen.' },
  }),
  'POST /verwijzingen/:id/berichten': async (w) => {
    const verwijzer = await w.regio.als('aanbieder', 'aanbieder_planner')
    const meer = { melderSoort: 'aanbieder', melderOrganisatieId: w.regio.organisaties.aanbieder }
    return { als: verwijzer, id: (await nieuweMelding(w, meer)).id, body: { tekst: 'Hoe staat het ermee?' } }
  },
  'POST /meldingen/:id/overdrachten': (w) =>
    opMelding(w, { naarOrganisatieId: w.regio.organisaties.wijkteam, reden: 'Woont daar' }),
  'POST /meldingoverdrachten/:id/_neem-aan': async (w) => ({
    ...(await overgedragen(w)),
    body: { toelichting: 'Komt goed' },
  }),
  'POST /meldingoverdrachten/:id/_weiger': async (w) => ({
    ...(await overgedragen(w)),
    body: { toelichting: 'Woont hier niet' },
  }),
  'POST /meldingen/:id/uitnodigingen': async (w) => ({
    als: w.loket,
    id: (await nieuweMelding(w)).id,
    body: { organisatieId: w.regio.organisaties.aanbieder, doel: 'Meedenken' },
    anders: { organisatieId: w.regio.organisaties.aanbieder, doel: 'Meelezen' },
  }),
  'POST /klantcontacten': async (w) => ({
    als: w.loket,
    body: { op: vandaag, soort: 'contact', gemeenteCode: 'GM0622', leeftijdsklasse: 'vanaf_23' },
    anders: { op: vandaag, soort: 'contact', gemeenteCode: 'GM0606', leeftijdsklasse: 'vanaf_23' },
  }),
  'POST /adrestoestemmingen': async (w) => ({
    als: w.loket,
    body: { persoonId: await nieuwePersoon(w), op: vandaag, toestemming: true, voorPostadres: true },
    anders: { op: vandaag, toestemming: true, voorPostadres: true, leeftijdsklasse: 'vanaf_23' },
  }),
}

async function opOnderzoek(w: Schrijfwereld, body: object): Promise<Schrijfproef> {
  const { id } = await inOnderzoek(w)
  const versie = await onderzoekVersie(w, id)
  const eerder = {
    als: w.collega,
    route: 'PATCH /meldingen/:id/onderzoek',
    id,
    body: { versie, eigenKracht: 'Regelt de post.' },
  }
  return { als: w.loket, id, body: { ...body, versie }, eerder }
}
