import type { Schrijfproef, Schrijfproeven, Schrijfwereld, Wijziging } from './wereld.ts'

const manager = (w: Schrijfwereld) => w.regio.als('centrumgemeente', 'programmamanager')
const adviseur = (w: Schrijfwereld) => w.regio.als('centrumgemeente', 'beleidsmedewerker')

/** Each programma, part and activiteit its own code: one is used once. */
const programma = (w: Schrijfwereld) => ({
  code: `UP-${w.volgnummer()}`,
  naam: 'Uitvoeringsprogramma',
  soort: 'uitvoeringsprogramma',
  van: '2025-01-01',
  tot: '2027-01-01',
  gemeenten: ['GM0622'],
  bron: 'Vastgesteld programma',
})
const onderdeel = (w: Schrijfwereld) => ({
  soort: 'thema',
  code: `T${w.volgnummer()}`,
  naam: 'Wonen en herstel',
  bron: 'Programma §2',
})
const activiteit = (w: Schrijfwereld) => ({
  soort: 'pilot',
  code: `A${w.volgnummer()}`,
  naam: 'Samen sterker',
  planning: 'kwartalen',
  vanKwartaal: '2026-1',
  totKwartaal: '2026-3',
  participatie: 'nee',
  groepen: ['ag05'],
  stappen: [{ omschrijving: 'Afspreken met de buurtkamers' }],
  resultaten: [{ nummer: 1, naam: 'Deelnemers', eenheid: 'mensen', streefwaarde: 20, richting: 'hoger' }],
  kartrekkers: [{ naam: 'Gemeente' }],
  verbanden: ['Programma jeugd'],
  indicatoren: ['wachtenden'],
  bron: 'Programma §4.1',
})
const geld = {
  soort: 'kosten',
  jaar: 2026,
  omschrijving: 'Projectleider',
  bedrag: 12500,
  bron: 'Begroting 2026',
}
const meting = (w: Schrijfwereld) => ({
  naam: `Groep ${w.volgnummer()}`,
  schaalVan: 1,
  schaalTot: 10,
  gepaard: 'onbekend',
  stellingen: [{ nummer: 1, stelling: 'Ik weet waar ik hulp vind', richting: 'hoger', nul: 3.3, na: 7.5 }],
  bron: 'Rapportage najaar',
})
const knelpunt = {
  soort: 'capaciteit',
  omschrijving: 'Te weinig begeleiders',
  gemeldOp: '2026-02-01',
  bron: 'Overleg',
}
const moment = { waarover: 'Hoe verder', orgaan: 'asg', geplandOp: '2026-04-01', bron: 'Jaarplan' }

const maak = async (w: Schrijfwereld, route: string, body: object, id?: string) =>
  (await w.doe(await manager(w), route, body, id)).id
const programmaId = (w: Schrijfwereld) => maak(w, 'POST /programmas', programma(w))
const activiteitId = async (w: Schrijfwereld) =>
  maak(w, 'POST /activiteiten', { ...activiteit(w), programmaId: await programmaId(w) })

/** A change of something that somebody else changed meanwhile. */
async function na(
  w: Schrijfwereld,
  id: string,
  body: object,
  eerder: Omit<Wijziging, 'als' | 'id'>,
): Promise<Schrijfproef> {
  return {
    als: await adviseur(w),
    id,
    body: { ...body, versie: 1 },
    eerder: { als: await manager(w), id, ...eerder },
  }
}

async function opProgramma(w: Schrijfwereld, body: object): Promise<Schrijfproef> {
  const vooraf = programma(w)
  const id = await maak(w, 'POST /programmas', vooraf)
  return na(w, id, body, {
    route: 'PUT /programmas/:id',
    body: { ...vooraf, naam: 'Uitvoeringsprogramma wonen', versie: 1 },
  })
}

async function opActiviteit(w: Schrijfwereld, body: object): Promise<Schrijfproef> {
  const vooraf = activiteit(w)
  const id = await maak(w, 'POST /activiteiten', { ...vooraf, programmaId: await programmaId(w) })
  return na(w, id, body, {
    route: 'PUT /activiteiten/:id',
    body: { ...vooraf, totKwartaal: '2026-4', versie: 1 },
  })
}

async function opGeld(w: Schrijfwereld, body: object): Promise<Schrijfproef> {
  const id = await maak(w, 'POST /activiteiten/:id/geld', geld, await activiteitId(w))
  return na(w, id, body, { route: 'PUT /activiteitgeld/:id', body: { ...geld, bedrag: 13000, versie: 1 } })
}

/** Adds something to an activiteit, and nothing of anybody else goes. */
const voegToe = (body: object, anders?: object) => async (w: Schrijfwereld) => ({
  als: await manager(w),
  id: await activiteitId(w),
  body,
  ...(anders && { anders: { ...body, ...anders } }),
})

export const programmaProeven: Schrijfproeven = {
  'POST /programmas': async (w) => {
    const body = programma(w)
    return { als: await manager(w), body, anders: { ...body, soort: 'actieplan' } }
  },
  'PUT /programmas/:id': async (w) => {
    const proef = await opProgramma(w, { ...programma(w), vastgesteldDoor: 'De raden' })
    return { ...proef, anders: { ...proef.body, vastgesteldDoor: 'De colleges' } }
  },
  'POST /programmas/:id/versies': async (w) => {
    const proef = await opProgramma(w, {
      code: `UP-${w.volgnummer()}`,
      naam: 'Uitvoeringsprogramma 2027',
      van: '2027-01-01',
    })
    return { ...proef, anders: { ...proef.body, naam: 'Uitvoeringsprogramma 2028' } }
  },
  'POST /programmas/:id/openbaar': async (w) => {
    const proef = await opProgramma(w, { isOpenbaar: true })
    return { ...proef, als: await w.regio.als('loket', 'programmamanager') }
  },
  'POST /programmaonderdelen': async (w) => {
    const body = { ...onderdeel(w), programmaId: await programmaId(w) }
    return { als: await manager(w), body, anders: { ...body, soort: 'ambitie' } }
  },
  'PUT /programmaonderdelen/:id': async (w) => {
    const vooraf = onderdeel(w)
    const bij = await programmaId(w)
    const id = await maak(w, 'POST /programmaonderdelen', { ...vooraf, programmaId: bij })
    const boven = await maak(w, 'POST /programmaonderdelen', { ...onderdeel(w), programmaId: bij })
    const proef = await na(
      w,
      id,
      { ...vooraf, onderId: boven },
      {
        route: 'PUT /programmaonderdelen/:id',
        body: { ...vooraf, naam: 'Wonen', versie: 1 },
      },
    )
    return { ...proef, anders: { ...proef.body, soort: 'doel' } }
  },
  'POST /activiteiten': async (w) => {
    const body = { ...activiteit(w), programmaId: await programmaId(w) }
    return { als: await manager(w), body, anders: { ...body, soort: 'activiteit' } }
  },
  'PUT /activiteiten/:id': async (w) => {
    const proef = await opActiviteit(w, { ...activiteit(w), doel: 'Minder mensen alleen' })
    return { ...proef, anders: { ...proef.body, doel: 'Meer mensen samen' } }
  },
  'PUT /activiteiten/:id/planning': async (w) => {
    const proef = await opActiviteit(w, { planning: 'doorlopend', vanKwartaal: '2026-2' })
    return { ...proef, anders: { ...proef.body, vanKwartaal: '2026-3' } }
  },
  'POST /activiteiten/:id/metingen': async (w) => ({
    als: await manager(w),
    id: await activiteitId(w),
    body: meting(w),
  }),
  'PUT /metingen/:id': async (w) => {
    const vooraf = meting(w)
    const id = await maak(w, 'POST /activiteiten/:id/metingen', vooraf, await activiteitId(w))
    // Only an average differs: that, too, is told to who saw the older version.
    const [stelling] = vooraf.stellingen
    return na(
      w,
      id,
      { ...vooraf, nulOp: '2025-03-01' },
      {
        route: 'PUT /metingen/:id',
        body: { ...vooraf, stellingen: [{ ...stelling, na: 7.6 }], versie: 1 },
      },
    )
  },
  'POST /activiteiten/:id/standen': voegToe(
    { op: '2026-02-01', stand: 'in_uitvoering', koers: 'vertraagd', reden: 'Te weinig mensen' },
    { koers: 'op_schema' },
  ),
  'POST /activiteiten/:id/voortgang': voegToe({
    op: '2026-02-01',
    standVanZaken: 'De eerste groep is begonnen.',
    bron: 'Rapportage',
  }),
  'POST /activiteitvoortgang/:id/intrekking': async (w) => {
    const body = { op: '2026-02-01', standVanZaken: 'Twee keer geschreven.', bron: 'Rapportage' }
    const id = await maak(w, 'POST /activiteiten/:id/voortgang', body, await activiteitId(w))
    return { als: await adviseur(w), id, body: {} }
  },
  'POST /activiteitresultaten/:id/waarden': async (w) => {
    const { rows } = await w.database.login.query(
      'select id from onderdak.activiteit_resultaat where activiteit_id = $1',
      [await activiteitId(w)],
    )
    const body = { op: '2026-02-01', waarde: 12, bron: 'Aanmeldlijst' }
    return { als: await manager(w), id: rows[0].id, body, anders: { ...body, waarde: 13 } }
  },
  'POST /activiteiten/:id/knelpunten': voegToe(knelpunt, { soort: 'geld' }),
  'POST /knelpunten/:id/oplossing': async (w) => {
    const id = await maak(w, 'POST /activiteiten/:id/knelpunten', knelpunt, await activiteitId(w))
    const oplossing = { opgelostOp: '2026-02-20', oplossing: 'Er is iemand gevonden.' }
    return na(w, id, oplossing, {
      route: 'POST /knelpunten/:id/oplossing',
      body: { ...oplossing, oplossing: 'De buren helpen.', versie: 1 },
    })
  },
  'POST /activiteiten/:id/besluitmomenten': voegToe(moment, { orgaan: 'raad' }),
  'POST /besluitmomenten/:id/besluit': async (w) => {
    const id = await maak(w, 'POST /activiteiten/:id/besluitmomenten', moment, await activiteitId(w))
    const besluit = { uitkomst: 'doorgaan', besloten: '2026-02-20', motivering: 'Het werkt.' }
    return na(w, id, besluit, {
      route: 'POST /besluitmomenten/:id/besluit',
      body: { ...besluit, uitkomst: 'stoppen', versie: 1 },
    })
  },
  'POST /activiteiten/:id/geld': voegToe(geld, { jaar: 2027 }),
  'PUT /activiteitgeld/:id': (w) => opGeld(w, { ...geld, bedrag: 9999.95 }),
  'POST /activiteitgeld/:id/verwijdering': (w) => opGeld(w, {}),
}
