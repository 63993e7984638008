import { akkoordVan, eenDoel, inhoud } from '../ondersteuningsplan.ts'
import { vandaag } from './keten.ts'
import { nieuwePersoon } from './persoon.ts'
import { type Schrijfproef, type Schrijfproeven, type Schrijfwereld, versieVan } from './wereld.ts'

interface Plan {
  readonly id: string
  readonly versie: number
}

/** A plan in concept with a perspective and one goal. */
async function concept(w: Schrijfwereld): Promise<Plan> {
  const { id } = await w.doe(
    w.loket,
    'POST /personen/:id/ondersteuningsplannen',
    { op: vandaag },
    await nieuwePersoon(w),
  )
  await w.doe(w.loket, 'POST /ondersteuningsplannen/:id/inhoud', { ...inhoud, versie: 1 }, id)
  await w.doe(w.loket, 'POST /ondersteuningsplannen/:id/doelen', { ...eenDoel, versie: 2 }, id)
  return { id, versie: await versieVan(w, 'plan', id) }
}

async function vastgesteld(w: Schrijfwereld): Promise<Plan> {
  const { id, versie } = await concept(w)
  const route = 'POST /ondersteuningsplannen/:id/akkoorden'
  await w.doe(w.loket, route, { ...akkoordVan('client', vandaag), versie }, id)
  await w.doe(w.loket, route, { ...akkoordVan('begeleider', vandaag), versie: versie + 1 }, id)
  return { id, versie: versie + 2 }
}

const doelVan = async (w: Schrijfwereld, planId: string): Promise<string> =>
  (
    await w.database.login.query(
      'select d.id from onderdak.doel d join onderdak.plan_versie v on v.id = d.plan_versie_id where v.plan_id = $1',
      [planId],
    )
  ).rows[0].id

/** A colleague writes in the concept first. */
const inConcept = (plan: Plan, w: Schrijfwereld, id: string, body: object): Schrijfproef => ({
  als: w.loket,
  id,
  body: { ...body, versie: plan.versie },
  eerder: {
    als: w.collega,
    route: 'POST /ondersteuningsplannen/:id/inhoud',
    id: plan.id,
    body: { ...inhoud, perspectief: 'werk', versie: plan.versie },
  },
})

/** A colleague hands the plan out first. */
const inGeldend = (plan: Plan, w: Schrijfwereld, id: string, body: object): Schrijfproef => ({
  als: w.loket,
  id,
  body: { ...body, versie: plan.versie },
  eerder: {
    als: w.collega,
    route: 'POST /ondersteuningsplannen/:id/uitreikingen',
    id: plan.id,
    body: { op: vandaag, hoe: 'digitaal', versie: plan.versie },
  },
})

const opPlan = async (w: Schrijfwereld, body: object) => {
  const plan = await concept(w)
  return inConcept(plan, w, plan.id, body)
}

const bespreking = {
  op: vandaag,
  deelnemers: [{ soort: 'client' }],
  bevindingen: 'Het gaat goed',
  besluit: 'doorgaan',
  volgendeOp: '2026-06-01',
}

export const ondersteuningsplanProeven: Schrijfproeven = {
  'POST /personen/:id/ondersteuningsplannen': async (w) => ({
    als: w.loket,
    id: await nieuwePersoon(w),
    body: { op: vandaag },
    anders: { op: '2026-03-01' },
  }),
  'POST /ondersteuningsplannen/:id/inhoud': (w) => opPlan(w, inhoud),
  'POST /ondersteuningsplannen/:id/doelen': (w) => opPlan(w, eenDoel),
  'POST /plandoelen/:id/wijzigingen': async (w) => {
    const plan = await concept(w)
    return inConcept(plan, w, await doelVan(w, plan.id), { ...eenDoel, afspraken: 'Elke week samen kijken' })
  },
  'POST /plandoelen/:id/verwijdering': async (w) => {
    const plan = await concept(w)
    return { ...inConcept(plan, w, await doelVan(w, plan.id), {}), anders: { versie: plan.versie + 1 } }
  },
  'POST /plandoelen/:id/uitkomsten': async (w) => {
    const plan = await vastgesteld(w)
    const body = { stand: 'behaald', op: vandaag, uitkomst: 'De schulden zijn weg' }
    return inGeldend(plan, w, await doelVan(w, plan.id), body)
  },
  'POST /ondersteuningsplannen/:id/akkoorden': (w) => opPlan(w, akkoordVan('client', vandaag)),
  'POST /ondersteuningsplannen/:id/uitreikingen': async (w) => {
    const plan = await vastgesteld(w)
    return inGeldend(plan, w, plan.id, { op: vandaag, hoe: 'op_papier' })
  },
  'POST /ondersteuningsplannen/:id/versies': async (w) => {
    const plan = await vastgesteld(w)
    return inGeldend(plan, w, plan.id, { reden: 'Er is veel veranderd' })
  },
  'POST /ondersteuningsplannen/:id/metingen': async (w) => ({
    als: w.loket,
    id: (await concept(w)).id,
    body: { op: vandaag, scores: [{ leefgebied: 'wonen', score: 2 }] },
    anders: { op: vandaag, scores: [{ leefgebied: 'wonen', score: 3 }] },
  }),
  'POST /ondersteuningsplannen/:id/evaluaties': async (w) => {
    const plan = await vastgesteld(w)
    return inGeldend(plan, w, plan.id, bespreking)
  },
  'POST /ondersteuningsplannen/:id/reacties': async (w) => ({
    als: w.loket,
    id: (await concept(w)).id,
    body: { op: vandaag, hoe: 'gesprek', eigenWoorden: 'Het gaat mij te snel' },
  }),
}
