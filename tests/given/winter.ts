import type { LoadedRegio } from '../../seed/load-regio.ts'
import { WinterperiodeInvoer } from '../../src/modules/winterkou/domain/contract.ts'
import { GastenInvoer } from '../../src/modules/winterkou/domain/gast-api.ts'
import { registerGasten } from '../../src/modules/winterkou/server/gast-commands.ts'
import { planCapaciteit, startPeriode } from '../../src/modules/winterkou/server/periode-commands.ts'
import type { Platform } from '../../src/platform/platform.ts'
import type { Vrager } from '../../src/platform/work.ts'
import type { Id } from '../../src/shared/id.ts'
import { nachtOp } from '../../src/shared/nacht.ts'
import { accepted, workAs } from './platform.ts'
import { givenLocatie, givenProduct, type LocatieInput } from './plek.ts'
import type { TestRegio } from './regio.ts'

/** A fallback locatie with extra beds from tonight on, whenever the rule is on. */
export async function givenUitwijk(
  platform: Platform,
  regio: TestRegio,
  input: Omit<LocatieInput, 'plekken'> & { bedden: number; plekken?: LocatieInput['plekken'] },
): Promise<Id> {
  const { bedden, ...locatie } = input
  const { locatieId } = await givenLocatie(platform, regio, { plekken: [], ...locatie })
  const van = nachtOp(platform.clock.now())
  accepted(await workAs(platform, regio.systeem, (work) => planCapaciteit(work, { locatieId, bedden, van })))
  return locatieId
}

/** Switches winterkou on from tonight, or what `meer` says. */
export function startWinter(platform: Platform, vrager: Vrager, meer: Partial<WinterperiodeInvoer> = {}) {
  const vannacht = nachtOp(platform.clock.now())
  return workAs(platform, vrager, (work) =>
    startPeriode(
      work,
      WinterperiodeInvoer.parse({
        soort: 'winterkou',
        van: vannacht,
        reden: 'Het gaat vriezen',
        temperatuur: -3,
        beslotenDoor: 'Coördinator opvang',
        beslotenOp: vannacht,
        ...meer,
      }),
    ),
  )
}

/** Two guests at a locatie of the aanbieder: one without a name, and a client whom only the loket knows. */
export async function givenWintergasten(
  platform: Platform,
  regio: TestRegio,
  { bijnaam, achternaam }: { bijnaam: string; achternaam: string },
): Promise<void> {
  const productId = await givenProduct(platform, regio)
  const locatieId = await givenUitwijk(platform, regio, { productId, bedden: 5 })
  accepted(await startWinter(platform, regio.systeem))
  accepted(
    await noteer(platform, await regio.als('aanbieder', 'aanbieder_begeleider'), {
      locatieId,
      bijnamen: bijnaam,
    }),
  )
  const loket = await regio.als('loket', 'toegangsmedewerker')
  const { id: persoonId } = await workAs(platform, loket, ({ db }) =>
    db.selectFrom('persoon').select('id').where('achternaam', '=', achternaam).executeTakeFirstOrThrow(),
  )
  accepted(await noteer(platform, loket, { locatieId, soort: 'bekend', persoonId }))
}

/** Winterkou and a guest tonight in a region that was loaded, for pages that need both. */
export async function makeWinter(
  platform: Platform,
  regio: Pick<LoadedRegio, 'als' | 'locaties'>,
): Promise<{ periodeId: Id; gastId: Id }> {
  const locatieId = regio.locaties['F-MVS-18']![0]!
  const begeleider = regio.als('elementen')
  const van = nachtOp(platform.clock.now())
  accepted(await workAs(platform, begeleider, (work) => planCapaciteit(work, { locatieId, bedden: 4, van })))
  const { id: periodeId } = accepted(await startWinter(platform, begeleider))
  const { ids } = accepted(await noteer(platform, begeleider, { locatieId, bijnamen: 'Blauwe jas' }))
  return { periodeId, gastId: ids[0]! }
}

export function noteer(platform: Platform, vrager: Vrager, input: Partial<GastenInvoer> & { locatieId: Id }) {
  return workAs(platform, vrager, (work) =>
    registerGasten(work, GastenInvoer.parse({ kanNergensAnders: true, ...input })),
  )
}
