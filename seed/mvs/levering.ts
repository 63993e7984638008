import { makeLevering } from '../../src/modules/levering/server/commands.ts'
import { todayOf } from '../../src/platform/clock.ts'
import type { Platform } from '../../src/platform/platform.ts'
import type { LoadedRegio } from '../load-regio.ts'
import { accepted, load, loaderOf } from '../world.ts'

/** The Monitor Dakloosheid over last year, made and waiting for who releases it. */
export async function loadLevering(platform: Platform, { regioId }: LoadedRegio): Promise<void> {
  const maker = await load(platform, loaderOf(regioId), ({ db }) =>
    db
      .selectFrom('gebruiker')
      .select(['id as gebruikerId', 'organisatie_id as organisatieId'])
      .where('regio_id', '=', regioId)
      .where('gebruikersnaam', '=', 'programma.mvs')
      .executeTakeFirstOrThrow(),
  )
  const periode = String(Number(todayOf(platform.clock).slice(0, 4)) - 1)
  await load(platform, loaderOf(regioId, maker), async (work) =>
    accepted(await makeLevering(work, { soort: 'monitor_dakloosheid', periode })),
  )
}
