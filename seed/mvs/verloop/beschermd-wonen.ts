import type { RegisterPersoon } from '../../../src/modules/persoon/domain/persoon.ts'
import { registerPersoon } from '../../../src/modules/persoon/server/commands.ts'
import { startDirectVerblijf } from '../../../src/modules/verblijf/server/commands.ts'
import type { Work } from '../../../src/platform/work.ts'
import { addDays, type PlainDate } from '../../../src/shared/plain-date.ts'
import { grantIndicatie } from '../../indicatie.ts'
import type { Wens } from '../../personen.ts'
import { accepted } from '../../world.ts'
import type { Verloop } from './agenda.ts'
import type { Capaciteit } from './capaciteit.ts'
import type { Verblijven } from './verblijven.ts'

/** Clients with an indication for beschermd wonen per gemeente, July 2023 (regiovisie MVS §4; woonzorgvisie §3.2.2). */
export const bwStand = { GM0556: 13, GM0622: 33, GM0606: 67 } as const
export const bwPeildatum: PlainDate = '2023-07-01'

/** First working day on which Rogplus carries out beschermd wonen for the three gemeenten. */
const overname: PlainDate = '2022-01-03'

/**
 * The 113 clients that the source counts in July 2023, as invented persons who stay. All of them are there from the day
 * Rogplus took over and none leaves before the reference day: the source does not tell what happened in between.
 */
export function loadBeschermdWonen(
  verloop: Verloop,
  maak: (wens: Wens) => RegisterPersoon,
  capaciteit: Capaciteit,
  verblijven: Verblijven,
): void {
  const { agenda, random, regio } = verloop
  for (const [gemeente, aantal] of Object.entries(bwStand))
    agenda.plan(overname, 'rogplus', async (work) => {
      for (let i = 0; i < aantal; i++) await loadClient(work, gemeente)
    })

  async function loadClient(work: Work, gemeente: string): Promise<void> {
    const persoon = maak({ op: work.today, leeftijd: [19, 62], herkomst: gemeente })
    const persoonId = accepted(await registerPersoon(work, persoon)).id
    const begonnen = addDays('2020-06-01', random.below(500))
    const beschikkingId = await grantIndicatie(work, {
      persoonId,
      productId: regio.producten.bw!,
      namensGemeente: gemeente,
      geldigVan: begonnen,
      motivering: 'Ingelezen indicatie: regiovisie MVS §4, stand juli 2023. De persoon is verzonnen.',
    })
    const huis = capaciteit.metRuimte('bw', work.today)[0]!
    const plekId = [...huis.vrij][0]!
    const made = accepted(
      await startDirectVerblijf(work, {
        persoonId,
        huishoudenId: null,
        plekId,
        op: begonnen,
        soort: 'regulier',
      }),
    )
    huis.vrij.delete(plekId)
    const zaak = {
      soort: 'bw',
      persoonId,
      gemeente,
      personen: 1,
      kinderen: 0,
      loket: 'centraal_onthaal',
      beschikking: { id: beschikkingId, versie: 2 },
      keren: 0,
    } as const
    verblijven.volg(
      { ...zaak },
      {
        id: made.id,
        versie: made.versie,
        plekId,
        begonnen: bwPeildatum,
        gezien: work.today,
        huis,
        product: 'bw',
      },
      addDays(bwPeildatum, random.days(2200)),
    )
  }
}
