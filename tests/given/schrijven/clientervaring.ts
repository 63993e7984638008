import type { Schrijfproef, Schrijfproeven, Schrijfwereld, Wijziging } from './wereld.ts'

const manager = (w: Schrijfwereld) => w.regio.als('centrumgemeente', 'programmamanager')
const adviseur = (w: Schrijfwereld) => w.regio.als('centrumgemeente', 'beleidsmedewerker')

/** Each result an area and domein of its own: one holds at a time. */
async function uitkomst(w: Schrijfwereld) {
  await w.database.login.query(
    "update onderdak.clientervaring set ingetrokken_op = '2026-03-01', ingetrokken_reden = 'Proef' where ingetrokken_op is null",
  )
  return {
    jaar: 2025,
    gemeenteCode: null,
    domein: 'MO',
    uitgenodigd: 120,
    beantwoord: 60,
    onderzoekOp: '2025-11-01',
    bron: `Rapport ${w.volgnummer()}`,
    telwijze: 'aantal',
    vragen: [
      { vraag: 'contact', positief: 40 },
      { vraag: 'effect', positief: null },
    ],
  }
}

/** A result that somebody else corrected meanwhile. */
async function opUitkomst(w: Schrijfwereld, body: object): Promise<Schrijfproef> {
  const vooraf = await uitkomst(w)
  const { id } = await w.doe(await manager(w), 'POST /clientervaringen', vooraf)
  const eerder: Wijziging = {
    als: await manager(w),
    route: 'PUT /clientervaringen/:id',
    id,
    body: { ...vooraf, uitgenodigd: 130, versie: 1 },
  }
  return { als: await adviseur(w), id, body: { ...body, versie: 1 }, eerder }
}

export const clientervaringProeven: Schrijfproeven = {
  'POST /clientervaringen': async (w) => {
    const body = await uitkomst(w)
    return { als: await manager(w), body, anders: { ...body, domein: 'BW' } }
  },
  'PUT /clientervaringen/:id': async (w) => {
    const body = { ...(await uitkomst(w)), beantwoord: 61 }
    const proef = await opUitkomst(w, body)
    return { ...proef, anders: { ...proef.body, beantwoord: 62 } }
  },
  'POST /clientervaringen/:id/levering': (w) =>
    opUitkomst(w, { geleverdOp: '2026-01-20', geleverdAan: 'Ministerie van VWS' }),
  'POST /clientervaringen/:id/intrekking': (w) => opUitkomst(w, { reden: 'Het bureau telde dubbel.' }),
}
