import type { Schrijfproef, Schrijfproeven, Schrijfwereld } from './wereld.ts'

/** A period that has no delivery yet, and a choice of it. */
async function vrij(w: Schrijfwereld): Promise<Schrijfproef> {
  const als = await w.regio.als('centrumgemeente', 'programmamanager')
  await w.database.login.query(
    "update onderdak.levering set status = 'ingetrokken', ingetrokken_op = now(), ingetrokken_door = $1, intrekreden = 'Proef' where status <> 'ingetrokken'",
    [als.gebruikerId],
  )
  return {
    als,
    body: { soort: 'monitor_dakloosheid', periode: '2025' },
    anders: { soort: 'gmsd_wmo', periode: '2025-1' },
  }
}

async function gemaakt(w: Schrijfwereld): Promise<{ als: Schrijfproef['als']; id: string }> {
  const { als, body } = await vrij(w)
  const { id } = await w.doe(als, 'POST /leveringen', body!)
  return { als, id: id as string }
}

async function vrijgegeven(w: Schrijfwereld) {
  const levering = await gemaakt(w)
  const officer = await w.regio.als('centrumgemeente', 'privacy_officer')
  await w.doe(officer, 'POST /leveringen/:id/vrijgave', undefined, levering.id)
  return levering
}

export const leveringProeven: Schrijfproeven = {
  'POST /leveringen': vrij,
  'POST /leveringen/:id/vrijgave': async (w) => {
    const { id } = await gemaakt(w)
    return { als: await w.regio.als('centrumgemeente', 'privacy_officer'), id }
  },
  'POST /leveringen/:id/verzending': async (w) => ({
    ...(await vrijgegeven(w)),
    body: { op: '2026-03-02', aan: 'CBS', via: 'Uploadportaal' },
  }),
  'POST /leveringen/:id/intrekking': async (w) => ({
    ...(await gemaakt(w)),
    body: { reden: 'Er was te laat vastgelegd' },
  }),
}
