import { vandaag } from './keten.ts'
import type { Schrijfproef, Schrijfproeven, Schrijfwereld } from './wereld.ts'

const morgen = '2026-03-03'
const besluit = { beslotenDoor: 'Coördinator opvang', beslotenOp: vandaag }
const calamiteit = { soort: 'calamiteit', van: vandaag, reden: 'Overstroming', ...besluit }
const coordinator = (w: Schrijfwereld) => w.regio.als('centrumgemeente', 'regiocoordinator')

/** Takes back the calamiteit that an earlier proof began: two at once cannot be. */
async function geenCalamiteit(w: Schrijfwereld): Promise<void> {
  const { rows } = await w.database.login.query<{ id: string; versie: number }>(
    `select id, versie from onderdak.winterperiode where soort = 'calamiteit' and tot is null`,
  )
  for (const { id, versie } of rows)
    await w.doe(
      await coordinator(w),
      'POST /winterperioden/:id/einde',
      { versie, tot: vandaag, reden: 'Voorbij', ...besluit },
      id,
    )
}

/** A fallback locatie on a night on which winterkou is on. */
async function uitwijk(w: Schrijfwereld): Promise<string> {
  const als = await coordinator(w)
  const { rowCount } = await w.database.login.query(
    `select 1 from onderdak.winterperiode where soort = 'winterkou' and tot is null`,
  )
  if (rowCount === 0)
    await w.doe(als, 'POST /winterperioden', {
      soort: 'winterkou',
      van: vandaag,
      reden: 'Vorst',
      temperatuur: -3,
      ...besluit,
    })
  const { locatieId } = await w.locatie()
  await w.doe(als, 'POST /wintercapaciteit', { locatieId, bedden: 5, van: vandaag })
  return locatieId
}

async function gast(w: Schrijfwereld): Promise<string> {
  const locatieId = await uitwijk(w)
  const { ids } = await w.doe(w.planner, 'POST /wintergasten', { locatieId, kanNergensAnders: true })
  return (ids as string[])[0]!
}

const afspraak = (w: Schrijfwereld) => ({
  stap: 'Intake aanbieden',
  op: morgen,
  organisatieId: w.regio.organisaties.loket,
})

/** A guest with an appointment at the loket, after which somebody else moves it. */
async function opAfspraak(w: Schrijfwereld, body: object): Promise<Schrijfproef> {
  const id = await gast(w)
  const route = 'POST /wintergasten/:id/intake'
  await w.doe(w.planner, route, { ...afspraak(w), versie: 1 }, id)
  const ander = await w.regio.als('aanbieder', 'aanbieder_begeleider')
  const eerder = { als: ander, route, id, body: { ...afspraak(w), op: '2026-03-04', versie: 2 } }
  return { als: w.loket, id, body: { ...body, versie: 2 }, eerder }
}

export const winterkouProeven: Schrijfproeven = {
  'POST /winterperioden': async (w) => {
    await geenCalamiteit(w)
    return { als: await coordinator(w), body: calamiteit }
  },
  'POST /winterperioden/:id/einde': async (w) => {
    await geenCalamiteit(w)
    const als = await coordinator(w)
    const { id } = await w.doe(als, 'POST /winterperioden', calamiteit)
    const body = { versie: 1, tot: vandaag, reden: 'Voorbij', ...besluit }
    const ander = await w.regio.als('centrumgemeente', 'programmamanager')
    return { als, id, body, eerder: { als: ander, route: 'POST /winterperioden/:id/einde', id, body } }
  },
  'POST /wintercapaciteit': async (w) => {
    const { locatieId } = await w.locatie()
    const body = { locatieId, bedden: 8, van: vandaag }
    return { als: await coordinator(w), body, anders: { ...body, bedden: 9 } }
  },
  'POST /winterkosten': async (w) => ({
    als: await coordinator(w),
    body: { op: vandaag, bedrag: 1250.5, omschrijving: 'Beveiliging' },
  }),
  'POST /winterkosten/:id/intrekking': async (w) => {
    const als = await coordinator(w)
    const kosten = { op: vandaag, bedrag: 100, omschrijving: 'Schoonmaak' }
    const { id } = await w.doe(als, 'POST /winterkosten', kosten)
    return { als, id, body: { reden: 'Dubbel' } }
  },
  'POST /wintergasten': async (w) => {
    const body = { locatieId: await uitwijk(w), kanNergensAnders: true }
    return { als: w.planner, body, anders: { ...body, aantal: 2 } }
  },
  'POST /wintergasten/:id/ongedaan': async (w) => {
    const id = await gast(w)
    const eerder = {
      als: await w.regio.als('aanbieder', 'aanbieder_begeleider'),
      route: 'POST /wintergasten/:id/intake',
      id,
      body: { ...afspraak(w), versie: 1 },
    }
    return { als: w.planner, id, body: { versie: 1, reden: 'Dubbel genoteerd' }, eerder }
  },
  'POST /wintergasten/:id/intake': (w) => opAfspraak(w, afspraak(w)),
  'POST /wintergasten/:id/intake-uitkomst': (w) => opAfspraak(w, { uitkomst: 'wil_niet' }),
  'POST /wintergasten/:id/melding': (w) => opAfspraak(w, {}),
}
