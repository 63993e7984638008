import type { Schrijfproeven, Schrijfwereld } from './wereld.ts'

const manager = (w: Schrijfwereld) => w.regio.als('centrumgemeente', 'programmamanager')
const plekken = (w: Schrijfwereld, aantal = 5) => ({
  soort: 'plekken',
  naam: 'Plekken erbij',
  product: w.mo,
  aantal,
  vanaf: '2030-01-01',
})

/** A chain has places. */
async function scenario(w: Schrijfwereld) {
  await w.locatie()
  const { id } = await w.doe(await manager(w), 'POST /prognose/scenarios', { naam: 'Proef', jaren: 10 })
  return id
}

/** A scenario with one measure: the ids of both. */
async function metMaatregel(w: Schrijfwereld) {
  const id = await scenario(w)
  await w.doe(await manager(w), 'POST /prognose/scenarios/:id/maatregelen', plekken(w), id)
  const { rows } = await w.database.login.query<{ maatregel: string }>(
    "select maatregelen -> 0 ->> 'id' as maatregel from onderdak.scenario where id = $1",
    [id],
  )
  return { id, maatregel: rows[0]!.maatregel }
}

export const scenarioProeven: Schrijfproeven = {
  'POST /prognose/scenarios': async (w) => {
    await w.locatie()
    return {
      als: await manager(w),
      body: { naam: 'Proef', jaren: 3 },
      anders: { naam: 'Proef', jaren: 2 },
    }
  },
  'PUT /prognose/scenarios/:id': async (w) => {
    const als = await manager(w)
    const id = await scenario(w)
    const body = { versie: 1, naam: 'Gedeeld', isGedeeld: true }
    return { als, id, body, eerder: { als, route: 'PUT /prognose/scenarios/:id', id, body } }
  },
  'POST /prognose/scenarios/:id/verwijdering': async (w) => {
    const als = await manager(w)
    const id = await scenario(w)
    const eerst = { versie: 1, naam: 'Anders', isGedeeld: false }
    return {
      als,
      id,
      body: { versie: 1 },
      eerder: { als, route: 'PUT /prognose/scenarios/:id', id, body: eerst },
    }
  },
  'POST /prognose/scenarios/:id/kopie': async (w) => ({
    als: await manager(w),
    id: await scenario(w),
    body: { naam: 'Kopie', opVandaag: false },
  }),
  'POST /prognose/scenarios/:id/maatregelen': async (w) => ({
    als: await manager(w),
    id: await scenario(w),
    body: plekken(w),
    anders: plekken(w, 6),
  }),
  'PUT /prognose/maatregelen/:id': async (w) => {
    const als = await manager(w)
    const { id, maatregel } = await metMaatregel(w)
    const naam = { versie: 2, naam: 'Anders', isGedeeld: false }
    return {
      als,
      id: maatregel,
      body: { ...plekken(w, 7), versie: 2 },
      anders: { ...plekken(w, 8), versie: 2 },
      eerder: { als, route: 'PUT /prognose/scenarios/:id', id, body: naam },
    }
  },
  'POST /prognose/maatregelen/:id/verwijdering': async (w) => ({
    als: await manager(w),
    id: (await metMaatregel(w)).maatregel,
  }),
  'POST /prognose/scenarios/:id/berekeningen': async (w) => ({
    als: await manager(w),
    id: (await metMaatregel(w)).id,
    body: { soort: 'vergelijking' },
    anders: { soort: 'gevoeligheid' },
  }),
  'POST /prognose/berekeningen/:id/stop': async (w) => {
    const als = await manager(w)
    const { id } = await metMaatregel(w)
    const berekening = await w.doe(
      als,
      'POST /prognose/scenarios/:id/berekeningen',
      { soort: 'vergelijking' },
      id,
    )
    return { als, id: berekening.id }
  },
}
