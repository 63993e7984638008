import type { PlanDetail } from '../../src/modules/ondersteuningsplan/domain/api.ts'
import type {
  AkkoordInvoer,
  DoelInvoer,
  InhoudInvoer,
} from '../../src/modules/ondersteuningsplan/domain/contract.ts'
import { giveAkkoord } from '../../src/modules/ondersteuningsplan/server/akkoord-commands.ts'
import { findPlanVan } from '../../src/modules/ondersteuningsplan/server/detail-queries.ts'
import {
  addDoel,
  startPlan,
  writeInhoud,
} from '../../src/modules/ondersteuningsplan/server/inhoud-commands.ts'
import { giveBetrokkenheid } from '../../src/modules/persoon/server/betrokkenheid.ts'
import type { Platform } from '../../src/platform/platform.ts'
import type { Vrager } from '../../src/platform/work.ts'
import type { Id } from '../../src/shared/id.ts'
import { givenPersoon } from './persoon.ts'
import { accepted, type TestPlatform, workAs } from './platform.ts'
import type { TestRegio } from './regio.ts'

export const eenDoel: Omit<DoelInvoer, 'versie'> = {
  leefgebied: 'financien',
  soort: 'financien',
  eigenWoorden: 'Ik wil van mijn schulden af',
  afspraken: 'Samen de post openen en elke week een lijst maken',
  bouwsteen: 'financien',
  organisatieId: null,
  herstel: null,
  positieveGezondheid: null,
}

export const inhoud: Omit<InhoudInvoer, 'versie'> = {
  eigenVerhaal: 'Rust vind ik het belangrijkst',
  perspectief: 'vrijwilligerswerk',
  perspectiefWoorden: 'Ik wil in de kringloopwinkel werken',
  perspectiefMotivering: null,
  evaluatieOp: null,
}

export const akkoordVan = (wie: 'client' | 'begeleider', op: string): Omit<AkkoordInvoer, 'versie'> => ({
  wie,
  op,
  hoe: 'op_papier',
  door: wie === 'client' ? 'client' : null,
  vertegenwoordigerNaam: null,
})

/** Someone with whom the loket and the aanbieder are involved. */
export async function givenClient(
  platform: TestPlatform,
  regio: TestRegio,
  meer: Parameters<typeof givenPersoon>[2] = {},
): Promise<Id> {
  const loket = await regio.als('loket', 'toegangsmedewerker')
  const persoonId = await givenPersoon(platform, loket, meer)
  await workAs(platform, loket, (work) =>
    giveBetrokkenheid(work, {
      persoonId,
      organisatieId: regio.organisaties.aanbieder,
      doel: 'verblijf',
      grond: 'UITVOERING_AANBIEDER',
      bronSoort: 'verblijf',
      bronId: persoonId,
    }),
  )
  return persoonId
}

/** The plan of a person as `vrager` sees it now. */
export async function planVan(platform: Platform, vrager: Vrager, persoonId: Id): Promise<PlanDetail> {
  const { plannen } = accepted(await workAs(platform, vrager, (work) => findPlanVan(work, persoonId)))
  if (!plannen[0]) throw new Error('no plan')
  return plannen[0]
}

/** A plan in concept with one goal and a perspective. */
export async function givenPlan(
  platform: Platform,
  vrager: Vrager,
  persoonId: Id,
  doel: Partial<typeof eenDoel> = {},
): Promise<{ id: Id; versie: number }> {
  return workAs(platform, vrager, async (work) => {
    const { id } = accepted(await startPlan(work, { persoonId, op: work.today }))
    accepted(await writeInhoud(work, { ...inhoud, planId: id, versie: 1 }))
    return accepted(await addDoel(work, { ...eenDoel, ...doel, planId: id, versie: 2 }))
  })
}

/** A plan that both agreed to. */
export async function givenVastgesteld(
  platform: Platform,
  vrager: Vrager,
  persoonId: Id,
  doel: Partial<typeof eenDoel> = {},
): Promise<{ id: Id; versie: number }> {
  const { id, versie } = await givenPlan(platform, vrager, persoonId, doel)
  return workAs(platform, vrager, async (work) => {
    accepted(await giveAkkoord(work, { ...akkoordVan('client', work.today), planId: id, versie }))
    return accepted(
      await giveAkkoord(work, { ...akkoordVan('begeleider', work.today), planId: id, versie: versie + 1 }),
    )
  })
}
