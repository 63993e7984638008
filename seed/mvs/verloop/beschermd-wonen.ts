import type { RegisterPersoon } from '../../../src/modules/persoon/domain/persoon.ts'
import { registerPersoon } from '../../../src/modules/persoon/server/commands.ts'
import { startDirectVerblijf } from '../../../src/modules/verblijf/server/commands.ts'
import type { Work } from '../../../src/platform/work.ts'
import type { Id } from '../../../src/shared/id.ts'
import { addDays } from '../../../src/shared/plain-date.ts'
import { grantIndicatie } from '../../indicatie.ts'
import type { Wens } from '../../personen.ts'
import { accepted } from '../../world.ts'
import type { Verloop, Zaak } from './agenda.ts'
import { bwPeildatum, overname } from './keten.ts'
import { huisVan, type Mens, type Stap } from './spoor.ts'
import type { Verblijven } from './verblijven.ts'

/**
 * The 113 clients that the source counts in July 2023, as invented persons who stay. All of them are there from the day
 * Rogplus took over and none leaves before the reference day: the source does not tell what happened in between.
 */
export function loadBeschermdWonen(
  verloop: Verloop,
  maak: (wens: Wens) => RegisterPersoon,
  stand: readonly Stap[],
  verblijven: Verblijven,
): ReadonlyMap<Mens, Zaak> {
  const { agenda, random, regio } = verloop
  const zaken = new Map<Mens, Zaak>()
  agenda.plan(overname, 'rogplus', async (work) => {
    for (const stap of stand) zaken.set(stap.mens, await loadClient(work, stap))
  })
  return zaken

  async function loadClient(work: Work, stap: Stap): Promise<Zaak> {
    const { gemeente } = stap.mens
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
    const huis = huisVan(stap.huis!)
    const plekId = await findVrijePlek(work, regio.locaties[huis.code]![0]!)
    const made = accepted(
      await startDirectVerblijf(work, {
        persoonId,
        huishoudenId: null,
        plekId,
        op: begonnen,
        soort: 'regulier',
      }),
    )
    const zaak: Zaak = {
      soort: 'bw',
      persoonId,
      gemeente,
      personen: 1,
      kinderen: 0,
      loket: 'centraal_onthaal',
      mens: stap.mens,
      voorrang: false,
      beschikking: { id: beschikkingId, versie: 2 },
    }
    const { id, versie } = made
    verblijven.volg(zaak, { id, versie, begonnen: bwPeildatum, gezien: work.today, huis }, stap)
    return zaak
  }
}

async function findVrijePlek(work: Work, locatieId: Id): Promise<Id> {
  const { id } = await work.db
    .selectFrom('plek as p')
    .select('p.id')
    .where('p.locatie_id', '=', locatieId)
    .where((e) =>
      e.not(e.exists(e.selectFrom('verblijf as v').select('v.id').whereRef('v.plek_id', '=', 'p.id'))),
    )
    .orderBy('p.id')
    .executeTakeFirstOrThrow()
  return id
}
