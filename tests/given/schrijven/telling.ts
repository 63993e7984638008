import type { Schrijfproef, Schrijfproeven, Schrijfwereld, Vraagsteller } from './wereld.ts'

let dag = 0

const manager = (w: Schrijfwereld): Promise<Vraagsteller> =>
  w.regio.als('centrumgemeente', 'programmamanager')

/** Each count has a day of its own; the world stands on 2 March 2026. */
function plan() {
  const teldag = new Date(Date.UTC(2026, 3, 1 + dag++)).toISOString().slice(0, 10)
  return { naam: `Telling ${teldag}`, teldag, sluitOp: teldag }
}

const gepland = async (w: Schrijfwereld) => (await w.doe(await manager(w), 'POST /tellingen', plan())).id
const organisatie = async (w: Schrijfwereld) =>
  (await w.doe(await manager(w), 'POST /tellingen/:id/organisaties', { naam: 'Kerk' }, await gepland(w))).id

/** A count whose day is over, as rows: how that comes about is for the tests of the module. */
async function geweest(w: Schrijfwereld): Promise<string> {
  const id = await gepland(w)
  await w.database.login.query(
    "update onderdak.telling set teldag = date '2026-02-01' - $2::int, sluit_op = '2026-02-02' where id = $1",
    [id, dag],
  )
  return id
}

async function gesloten(w: Schrijfwereld): Promise<{ id: string; versie: number }> {
  const id = await geweest(w)
  await w.doe(await manager(w), 'POST /tellingen/:id/_sluiten', { versie: 1 }, id)
  return { id, versie: 2 }
}

async function paar(w: Schrijfwereld): Promise<string> {
  const id = await geweest(w)
  const [een, ander, paarId] = [w.platform.newId(), w.platform.newId(), w.platform.newId()]
  for (const antwoord of [een, ander])
    await w.database.login.query(
      `insert into onderdak.telling_antwoord (id, regio_id, telling_id, klasse, leeftijd, geslacht, gezin, kinderen, herkomst, duur, oorzaken, aangemaakt_op, gewijzigd_op)
       select $1, regio_id, id, 'E6', 'onbekend', 'onbekend', 'onbekend', 0, 'onbekend', 'onbekend', '{onbekend}', now(), now() from onderdak.telling where id = $2`,
      [antwoord, id],
    )
  await w.database.login.query(
    `insert into onderdak.telling_paar (id, regio_id, telling_id, een_id, ander_id, gewijzigd_op)
     select $1, regio_id, id, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), now() from onderdak.telling where id = $4`,
    [paarId, een, ander, id],
  )
  return paarId
}

const eerder = async (
  w: Schrijfwereld,
  route: string,
  id: string,
  body: object,
): Promise<Pick<Schrijfproef, 'eerder'>> => ({
  eerder: { als: await w.regio.als('centrumgemeente', 'regiocoordinator'), route, id, body },
})

export const tellingProeven: Schrijfproeven = {
  'POST /tellingen': async (w) => ({ als: await manager(w), body: plan() }),
  'POST /tellingen/:id/organisaties': async (w) => ({
    als: await manager(w),
    id: await gepland(w),
    body: { naam: 'Camping' },
  }),
  'POST /tellingorganisaties/:id/links': async (w) => {
    const id = await organisatie(w)
    const route = 'POST /tellingorganisaties/:id/_intrekken'
    return { als: await manager(w), id, body: { versie: 1 }, ...(await eerder(w, route, id, { versie: 1 })) }
  },
  'POST /tellingorganisaties/:id/_intrekken': async (w) => {
    const id = await organisatie(w)
    const route = 'POST /tellingorganisaties/:id/links'
    return { als: await manager(w), id, body: { versie: 1 }, ...(await eerder(w, route, id, { versie: 1 })) }
  },
  'POST /tellingen/:id/_sluiten': async (w) => {
    const id = await geweest(w)
    const route = 'POST /tellingen/:id/_sluiten'
    return { als: await manager(w), id, body: { versie: 1 }, ...(await eerder(w, route, id, { versie: 1 })) }
  },
  'POST /tellingparen/:id/_beoordelen': async (w) => {
    const id = await paar(w)
    const route = 'POST /tellingparen/:id/_beoordelen'
    const body = { versie: 1, oordeel: 'zelfde' }
    return {
      als: await manager(w),
      id,
      body,
      ...(await eerder(w, route, id, { ...body, oordeel: 'verschillend' })),
    }
  },
  'POST /tellingen/:id/_publiceren': async (w) => {
    const { id, versie } = await gesloten(w)
    const route = 'POST /tellingen/:id/_publiceren'
    return { als: await manager(w), id, body: { versie }, ...(await eerder(w, route, id, { versie })) }
  },
}
