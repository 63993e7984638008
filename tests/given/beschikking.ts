import { beforeAll } from 'vitest'
import type { Beschikking } from '../../src/modules/beschikking/domain/contract.ts'
import { decideAanvraag, registerAanvraag } from '../../src/modules/beschikking/server/commands.ts'
import { readBeschikking } from '../../src/modules/beschikking/server/read-beschikking.ts'
import type { Vrager } from '../../src/platform/work.ts'
import type { Id } from '../../src/shared/id.ts'
import { useDatabase } from './database.ts'
import { givenDossier, givenMandaat, givenProduct } from './dossier.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from './platform.ts'
import { givenRegio, type TestRegio } from './regio.ts'

interface World {
  platform: TestPlatform
  regio: TestRegio
  loket: Vrager
  rogplus: Vrager
  gemeente: Vrager
  bw: Id
  mo: Id
}

/** A region where one organisation decides on beschermd wonen by mandate and the gemeente on opvang. */
export function useBeschikkingen() {
  const database = useDatabase()
  const world = {} as World
  beforeAll(async () => {
    const platform = testPlatform(database)
    const regio = await givenRegio(platform)
    const product = (code: string, naam: string) =>
      givenProduct(platform, regio.systeem, { code, naam, domein: code })
    Object.assign(world, {
      platform,
      regio,
      loket: await regio.als('loket', 'toegangsmedewerker'),
      rogplus: await regio.als('rogplus', 'centrumgemeente_beslisser'),
      gemeente: await regio.als('centrumgemeente', 'centrumgemeente_beslisser'),
      bw: await product('BW', 'Beschermd wonen'),
      mo: await product('MO', 'Maatschappelijke opvang'),
    })
    for (const gemeenteCode of ['GM0622', 'GM0606'])
      await givenMandaat(platform, regio.systeem, {
        gemeenteCode,
        organisatieId: regio.organisaties.rogplus,
        domein: 'BW',
      })
  })

  return {
    database,
    world,
    /** Runs on another day; afterwards it is Monday 2 March 2026 again. */
    async op<T>(day: string, run: () => Promise<T>): Promise<T> {
      world.platform.clock.set(day)
      try {
        return await run()
      } finally {
        world.platform.clock.set('2026-03-02')
      }
    },
    async aanvraag(
      input: { persoonId?: Id; productId?: Id; aangevraagdOp?: string; namensGemeente?: string } = {},
    ) {
      const { platform, loket, bw } = world
      const persoonId =
        input.persoonId ?? (await givenDossier(platform, loket, { adres: 'Kade 1\n3131 AB Vlaardingen' }))
      const made = accepted(
        await workAs(platform, loket, (work) =>
          registerAanvraag(work, {
            persoonId,
            productId: input.productId ?? bw,
            aangevraagdOp: input.aangevraagdOp ?? '2026-03-02',
            namensGemeente: input.namensGemeente ?? 'GM0622',
          }),
        ),
      )
      return { ...made, persoonId }
    },
    async toegekend(input: { geldigVan?: string; geldigTotEnMet?: string } = {}) {
      const made = await this.aanvraag()
      accepted(
        await workAs(world.platform, world.rogplus, (work) =>
          decideAanvraag(work, made.id, {
            soort: 'toekenning',
            versie: 1,
            beschiktOp: '2026-03-02',
            geldigVan: input.geldigVan ?? '2026-03-09',
            geldigTotEnMet: input.geldigTotEnMet ?? null,
            motivering: 'Toezicht dichtbij is nodig.',
          }),
        ),
      )
      return made
    },
    async lees(id: Id, wie: Vrager = world.rogplus): Promise<Beschikking> {
      return accepted(await workAs(world.platform, wie, (work) => readBeschikking(work, id)))
    },
  }
}
