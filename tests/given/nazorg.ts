import { arrangeNazorg } from '../../src/modules/nazorg/server/afspraak-commands.ts'
import { findNazorgVan } from '../../src/modules/nazorg/server/dossier-queries.ts'
import { listUitstroomRijen } from '../../src/modules/nazorg/server/lijst-queries.ts'
import { endVerblijf } from '../../src/modules/verblijf/server/commands.ts'
import type { Vrager } from '../../src/platform/work.ts'
import type { Id } from '../../src/shared/id.ts'
import { isRejection } from '../../src/shared/rejection.ts'
import type { TestDatabase } from './database.ts'
import { accepted } from './platform.ts'
import { givenTrajectketen, vertrek } from './traject.ts'
import { givenPersoon } from './verblijf.ts'

const wel = (meer: Record<string, unknown> = {}) => ({
  besluit: 'wel' as const,
  persoonId: null,
  op: '2026-03-02',
  aanbieder: 'eigen' as const,
  organisatieId: null,
  toestemmingId: null,
  contactNaam: null,
  elkeWeken: 4,
  begintOp: '2026-03-02',
  tot: '2026-09-01',
  afspraken: null,
  ...meer,
})

export type Nazorgketen = Awaited<ReturnType<typeof givenNazorgketen>>

/** The chain of trajecten, with people who left it. */
export async function givenNazorgketen(database: TestDatabase) {
  const keten = await givenTrajectketen(database)
  const { loket } = keten

  /** Someone who left for a home of their own yesterday. */
  async function vertrokken(meer: Record<string, unknown> = {}): Promise<{ persoonId: Id; verblijfId: Id }> {
    const persoonId = await givenPersoon(keten.platform, loket)
    const { id } = accepted(await keten.start(loket, persoonId, keten.nacht))
    accepted(
      await keten.doe(loket, (work) =>
        endVerblijf(work, vertrek(id, { bestemming: 'eigen_woning', ...meer })),
      ),
    )
    return { persoonId, verblijfId: id }
  }

  const regel = (
    vrager: Vrager,
    verblijfId: Id,
    input: Parameters<typeof arrangeNazorg>[1] | object = wel(),
  ) => keten.doe(vrager, (work) => arrangeNazorg(work, { ...wel(), ...input, verblijfId }))
  const van = async (vrager: Vrager, persoonId: Id) =>
    accepted(await keten.doe(vrager, (work) => findNazorgVan(work, persoonId)))
  const ziet = (vrager: Vrager, persoonId: Id) =>
    keten.doe(vrager, async (work) => !isRejection(await findNazorgVan(work, persoonId)))
  const opvolging = async (persoonId: Id) =>
    (
      await keten.query(
        'select status, organisatie_id, volgende_stap, volgende_stap_op::text from onderdak.opvolging where persoon_id = $1',
        [persoonId],
      )
    )[0]
  const lijst = (vrager: Vrager, stand: 'zonder' | 'lopend' | 'geen') =>
    keten.doe(vrager, (work) =>
      listUitstroomRijen(work, { stand, sorteer: '-vertrokkenOp', pagina: 1, aantalPerPagina: 200 }),
    )

  return { ...keten, vertrokken, regel, van, ziet, opvolging, lijst }
}
