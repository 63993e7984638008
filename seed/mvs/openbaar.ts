import { publish } from '../../src/modules/openbaar/server/commands.ts'
import { readVoorbeeld } from '../../src/modules/openbaar/server/queries.ts'
import { todayOf } from '../../src/platform/clock.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { kwartalenTot, laatsteHeleKwartaal, periodeVanKwartaal } from '../../src/shared/kwartaal.ts'
import { isRejection } from '../../src/shared/rejection.ts'
import type { LoadedRegio } from '../load-regio.ts'
import { accepted, load } from '../world.ts'

/** Figures that can stand beside each other: no two of one family. */
const gekozen = ['wachtenden', 'plekken', 'verblijvenden', 'instroom', 'uitstroom']

/** The last two whole quarters, public for everyone. */
export async function loadOpenbaar(platform: Platform, regio: LoadedRegio): Promise<void> {
  const laatste = laatsteHeleKwartaal(todayOf(platform.clock))
  const kwartalen = kwartalenTot(periodeVanKwartaal(laatste).van, 2).toReversed()
  for (const periode of kwartalen)
    await load(platform, regio.als('gemeente_vlaardingen'), async (work) => {
      const voorbeeld = await readVoorbeeld(work, periode)
      if (isRejection(voorbeeld)) throw new Error(voorbeeld.message)
      const indicatoren = voorbeeld.indicatoren
        .filter(({ indicator }) => gekozen.includes(indicator))
        .map(({ indicator, controle }) => ({ indicator, controle }))
      accepted(await publish(work, { periode, indicatoren }))
    })
}
