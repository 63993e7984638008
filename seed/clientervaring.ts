import type { ClientervaringInvoer } from '../src/modules/clientervaring/domain/contract.ts'
import {
  deliverClientervaring,
  registerClientervaring,
} from '../src/modules/clientervaring/server/commands.ts'
import { todayOf } from '../src/platform/clock.ts'
import type { Platform } from '../src/platform/platform.ts'
import type { LoadedRegio } from './load-regio.ts'
import { accepted, load } from './world.ts'

type Uitkomst = Pick<ClientervaringInvoer, 'domein' | 'uitgenodigd' | 'beantwoord'> & {
  readonly contact: number
  readonly kwaliteit: number
  readonly effect: number
}

/** What clients said last year, published and delivered in time. All of it invented: no source has these figures. */
export async function loadClientervaring(
  platform: Platform,
  regio: LoadedRegio,
  organisatie: string,
  uitkomsten: readonly Uitkomst[],
): Promise<void> {
  const vandaag = todayOf(platform.clock)
  const jaar = Number(vandaag.slice(0, 4)) - 1
  const mei = `${jaar + 1}-05-20`
  await load(platform, regio.als(organisatie), async (work) => {
    for (const { domein, uitgenodigd, beantwoord, ...positief } of uitkomsten) {
      const gedaan = accepted(
        await registerClientervaring(work, {
          jaar,
          domein,
          uitgenodigd,
          beantwoord,
          gemeenteCode: null,
          onderzoekOp: `${jaar}-11-15`,
          bron: 'Onderzoek onder cliënten (verzonnen)',
          telwijze: 'aantal',
          vragen: Object.entries(positief).map(([vraag, aantal]) => ({ vraag, positief: aantal })),
        }),
      )
      accepted(
        await deliverClientervaring(work, {
          ...gedaan,
          geleverdOp: vandaag < mei ? vandaag : mei,
          geleverdAan: 'De gemeenten en de website van de regio (verzonnen)',
        }),
      )
    }
  })
}
