import { eenMelding, eenOnderzoek, eenPersoon } from '../melding.ts'
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

const nieuweMelding = (w: Schrijfwereld, meer: object = {}) =>
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
