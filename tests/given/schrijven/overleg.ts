import type { Schrijfproef, Schrijfproeven, Schrijfwereld, Wijziging } from './wereld.ts'

const manager = (w: Schrijfwereld) => w.regio.als('centrumgemeente', 'programmamanager')
const adviseur = (w: Schrijfwereld) => w.regio.als('centrumgemeente', 'beleidsmedewerker')

const overleg = (w: Schrijfwereld) => ({
  naam: `Overleg ${w.volgnummer()}`,
  afkorting: null,
  soort: 'rbo',
  niveau: 'bestuurlijk',
  perJaar: 4,
  leden: [{ functie: 'Wethouder', organisatie: 'Gemeente Vlaardingen' }],
  vastePunten: [{ titel: 'Mededelingen', soort: 'overig', herhaling: 'elke_vergadering' }],
  stukkenDagen: 7,
  plaats: null,
  van: '2020-01-01',
  tot: null,
  toelichting: null,
  bron: 'Proef',
})

const moment = {
  datum: '2026-03-01',
  beginOm: '09:00',
  eindOm: '10:00',
  plaats: 'Stadhuis',
  werkbezoek: null,
}

async function vergadering(w: Schrijfwereld) {
  const { id } = await w.doe(await manager(w), 'POST /overleggen', overleg(w))
  return { overlegId: id, ...moment }
}

const besluit = (w: Schrijfwereld) => ({
  orgaan: 'raad',
  gemeenteCode: 'GM0622',
  nummer: `B-${w.volgnummer()}`,
  titel: 'Begroting',
  tekst: 'De begroting is vastgesteld.',
  beslotenOp: null,
  vergaderingId: null,
  activiteitIds: [],
  programmaId: null,
  besluitmomentId: null,
})

const actie = (w: Schrijfwereld) => ({
  tekst: `Notitie ${w.volgnummer()}`,
  functie: 'Beleidsadviseur',
  organisatie: 'Gemeente Vlaardingen',
  uiterlijkOp: '2026-04-01',
  vergaderingId: null,
  besluitId: null,
})

const overeenkomst = (w: Schrijfwereld) => ({
  soort: 'convenant',
  naam: `Convenant ${w.volgnummer()}`,
  partijen: [{ naam: 'Gemeente Vlaardingen' }],
  begintOp: '2022-01-01',
  eindigtOp: '2026-12-31',
  opzegtermijnMaanden: 6,
  herzienOp: null,
  vindplaats: null,
  toelichting: null,
  bron: 'Proef',
  onderwerpen: [{ onderwerp: 'doel', waar: 'Artikel 1' }],
})

const jaarplicht = (w: Schrijfwereld) => ({
  naam: `Evaluatie ${w.volgnummer()}`,
  maand: 12,
  dagnummer: 31,
  vanafJaar: 2025,
  totEnMetJaar: null,
  bron: 'Proef',
})

const nvoInhoud = {
  status: 'deels',
  toelichting: 'Er is een regiovisie.',
  bewijs: null,
  vindplaats: null,
  beoordeeldDoor: 'Programmamanager',
  beoordeeldOp: '2026-03-01',
}

/** Each answer an agreement of its own: one holds in a year. */
async function nvo(w: Schrijfwereld) {
  await w.database.login.query('delete from onderdak.nvo_antwoord')
  return { jaar: 2026, afspraak: 1, ...nvoInhoud }
}

const punt = {
  functie: 'Programmamanager',
  organisatie: 'Gemeente Vlaardingen',
  telefoon: '010 123 45 67',
  email: null,
  bereikbaar: null,
  waarvoor: 'Alles over de regio',
}

/** A row that somebody else changed meanwhile. */
async function opRij(
  w: Schrijfwereld,
  soort: { readonly maak: string; readonly wijzig: string },
  { vooraf, intussen, body }: { vooraf: object; intussen: object; body: object },
): Promise<Schrijfproef> {
  const { id } = await w.doe(await manager(w), soort.maak, vooraf)
  const eerder: Wijziging = {
    als: await manager(w),
    route: soort.wijzig,
    id,
    body: { ...intussen, versie: 1 },
  }
  return { als: await adviseur(w), id, body: { ...body, versie: 1 }, eerder }
}

const overleggen = { maak: 'POST /overleggen', wijzig: 'PUT /overleggen/:id' }
const vergaderingen = { maak: 'POST /vergaderingen', wijzig: 'PUT /vergaderingen/:id' }
const besluiten = { maak: 'POST /bestuursbesluiten', wijzig: 'PUT /bestuursbesluiten/:id' }
const acties = { maak: 'POST /overlegacties', wijzig: 'PUT /overlegacties/:id' }
const overeenkomsten = { maak: 'POST /overeenkomsten', wijzig: 'PUT /overeenkomsten/:id' }
const jaarplichten = { maak: 'POST /jaarplichten', wijzig: 'PUT /jaarplichten/:id' }
const antwoorden = { maak: 'POST /nvo-antwoorden', wijzig: 'PUT /nvo-antwoorden/:id' }

const opVergadering = async (w: Schrijfwereld, body: object) =>
  opRij(w, vergaderingen, {
    vooraf: await vergadering(w),
    intussen: { ...moment, plaats: 'Elders' },
    body,
  })

const opBesluit = (w: Schrijfwereld, body: (vooraf: object) => object) => {
  const vooraf = besluit(w)
  return opRij(w, besluiten, { vooraf, intussen: { ...vooraf, titel: 'Iets anders' }, body: body(vooraf) })
}

const opActie = (w: Schrijfwereld, body: (vooraf: object) => object) => {
  const vooraf = actie(w)
  return opRij(w, acties, { vooraf, intussen: { ...vooraf, functie: 'Controller' }, body: body(vooraf) })
}

const opOvereenkomst = (w: Schrijfwereld, body: (vooraf: object) => object) => {
  const vooraf = overeenkomst(w)
  return opRij(w, overeenkomsten, {
    vooraf,
    intussen: { ...vooraf, vindplaats: 'Archief' },
    body: body(vooraf),
  })
}

const opJaarplicht = (w: Schrijfwereld, body: (vooraf: object) => object) => {
  const vooraf = jaarplicht(w)
  return opRij(w, jaarplichten, {
    vooraf,
    intussen: { ...vooraf, maand: 11, dagnummer: 30 },
    body: body(vooraf),
  })
}

const agendapunt = {
  soort: 'uitvoeringsprogramma',
  isVast: true,
  toelichting: null,
  stuk: null,
  activiteitId: null,
  programmaId: null,
  rapportId: null,
}
const agenda = (titel: string) => ({ punten: [{ ...agendapunt, titel }] })

const stap = {
  beurt: 1,
  orgaan: 'college',
  gemeenteCode: 'GM0622',
  omschrijving: null,
  geplandOp: '2026-04-01',
  gedaanOp: null,
  uitkomst: null,
}

const geenAdres = (w: Schrijfwereld) => w.database.login.query('delete from onderdak.kalenderadres')

export const overlegProeven: Schrijfproeven = {
  'POST /overleggen': async (w) => ({ als: await manager(w), body: overleg(w) }),
  'PUT /overleggen/:id': (w) => {
    const vooraf = overleg(w)
    return opRij(w, overleggen, {
      vooraf,
      intussen: { ...vooraf, plaats: 'Stadhuis' },
      body: { ...vooraf, perJaar: 6 },
    })
  },
  'POST /vergaderingen': async (w) => ({ als: await manager(w), body: await vergadering(w) }),
  'PUT /vergaderingen/:id': (w) => opVergadering(w, { ...moment, eindOm: '11:00' }),
  'PUT /vergaderingen/:id/agenda': async (w) => {
    const proef = await opVergadering(w, agenda('Uitvoeringsprogramma'))
    return { ...proef, anders: { ...agenda('Iets anders'), versie: 1 } }
  },
  'POST /vergaderingen/:id/afloop': (w) => opVergadering(w, { verslag: 'Archief 12' }),
  'POST /vergaderingen/:id/afgelasting': (w) => opVergadering(w, { reden: 'Te weinig mensen' }),
  'POST /bestuursbesluiten': async (w) => ({ als: await manager(w), body: besluit(w) }),
  'PUT /bestuursbesluiten/:id': (w) => opBesluit(w, (vooraf) => ({ ...vooraf, beslotenOp: '2026-03-01' })),
  'PUT /bestuursbesluiten/:id/pad': async (w) => {
    const proef = await opBesluit(w, () => ({ stappen: [stap] }))
    return { ...proef, anders: { stappen: [{ ...stap, beurt: 2 }], versie: 1 } }
  },
  'POST /bestuursbesluiten/:id/intrekking': (w) => opBesluit(w, () => ({ reden: 'Vergissing' })),
  'POST /overlegacties': async (w) => ({ als: await manager(w), body: actie(w) }),
  'PUT /overlegacties/:id': (w) => opActie(w, (vooraf) => ({ ...vooraf, uiterlijkOp: '2026-05-01' })),
  'POST /overlegacties/:id/afloop': (w) =>
    opActie(w, () => ({ hoe: 'gedaan', op: '2026-03-01', afloop: 'Klaar' })),
  'POST /overeenkomsten': async (w) => ({ als: await manager(w), body: overeenkomst(w) }),
  'PUT /overeenkomsten/:id': (w) => opOvereenkomst(w, (vooraf) => ({ ...vooraf, eindigtOp: '2027-12-31' })),
  'POST /overeenkomsten/:id/afsluiting': (w) => opOvereenkomst(w, () => ({ reden: 'Vervangen' })),
  'POST /jaarplichten': async (w) => ({ als: await manager(w), body: jaarplicht(w) }),
  'PUT /jaarplichten/:id': (w) => opJaarplicht(w, (vooraf) => ({ ...vooraf, vanafJaar: 2024 })),
  'POST /jaarplichten/:id/gedaan': (w) =>
    opJaarplicht(w, () => ({ jaar: 2025, gedaanOp: '2026-01-10', waar: 'RBO' })),
  'POST /nvo-antwoorden': async (w) => ({ als: await manager(w), body: await nvo(w) }),
  'PUT /nvo-antwoorden/:id': async (w) =>
    opRij(w, antwoorden, {
      vooraf: await nvo(w),
      intussen: { ...nvoInhoud, status: 'niet' },
      body: { ...nvoInhoud, toelichting: 'Er is een nieuwe regiovisie.' },
    }),
  'PUT /regioaanspreekpunt': async (w) => {
    await w.database.login.query('delete from onderdak.regio_aanspreekpunt')
    await w.doe(await manager(w), 'PUT /regioaanspreekpunt', { ...punt, versie: 0 })
    const eerder: Wijziging = {
      als: await manager(w),
      route: 'PUT /regioaanspreekpunt',
      body: { ...punt, telefoon: '010 765 43 21', versie: 1 },
    }
    return { als: await adviseur(w), body: { ...punt, functie: 'Regiosecretaris', versie: 1 }, eerder }
  },
  'POST /kalenderadres': async (w) => {
    await geenAdres(w)
    return { als: await manager(w), body: { vervangt: null }, anders: { vervangt: w.regio.regioId } }
  },
  'POST /kalenderadressen/:id/intrekking': async (w) => {
    await geenAdres(w)
    const { id } = await w.doe(await manager(w), 'POST /kalenderadres', { vervangt: null })
    return { als: await manager(w), id }
  },
}
