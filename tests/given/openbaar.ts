import { publish } from '../../src/modules/openbaar/server/commands.ts'
import { readVoorbeeld } from '../../src/modules/openbaar/server/queries.ts'
import type { Vrager } from '../../src/platform/work.ts'
import type { Id } from '../../src/shared/id.ts'
import type { TestDatabase } from './database.ts'
import { accepted, systemVrager, type TestPlatform, workAs } from './platform.ts'

/** That many people who came on a day and still stay, as facts. */
export async function givenVerblijvenden(
  database: TestDatabase,
  regioId: Id,
  rij: { aantal: number; gemeente: string | null; productId: Id; van?: string },
): Promise<void> {
  await database.login.query(
    `insert into onderdak.feit_verblijf (regio_id, sleutel, pseudoniem, is_hoofd, product_id, gemeente_code, soort, van, heeft_reden, bekend_van)
     select $1, gen_random_uuid(), gen_random_uuid(), true, $2, $3, 'regulier', $4, false, '2020-01-01' from generate_series(1, $5)`,
    [regioId, rij.productId, rij.gemeente, rij.van ?? '2025-05-01', rij.aantal],
  )
}

export async function setInstelling(database: TestDatabase, regioId: Id, code: string, waarde: string) {
  await database.login.query('update onderdak.instelling set waarde = $3 where regio_id = $1 and code = $2', [
    regioId,
    code,
    waarde,
  ])
}

/** The chosen indicators of a period made public, as the preview shows them now. */
export function givenPublicatie(
  platform: TestPlatform,
  als: Vrager,
  periode: string,
  gekozen: readonly string[],
): Promise<Id> {
  return workAs(platform, als, async (work) => {
    const voorbeeld = accepted(await readVoorbeeld(work, periode))
    const indicatoren = voorbeeld.indicatoren
      .filter(({ indicator }) => gekozen.includes(indicator))
      .map(({ indicator, controle }) => ({ indicator, controle }))
    return accepted(await publish(work, { periode, indicatoren })).id
  })
}

/** A region whose last whole quarter everyone may see. */
export async function makeOpenbaar(platform: TestPlatform, regioId: Id): Promise<void> {
  await workAs(platform, systemVrager(regioId), async (work) => {
    await work.db
      .updateTable('instelling')
      .set({ waarde: 'ja' })
      .where('regio_id', '=', regioId)
      .where('code', '=', 'open_data')
      .execute()
    const { gebruiker_id } = await work.db
      .selectFrom('gebruiker_rol')
      .select('gebruiker_id')
      .where('regio_id', '=', regioId)
      .where('rol_code', '=', 'programmamanager')
      .orderBy('gebruiker_id')
      .executeTakeFirstOrThrow()
    const { periode, indicatoren } = accepted(await readVoorbeeld(work, undefined))
    const kies = indicatoren.filter(({ indicator }) => ['verblijvenden', 'instroom'].includes(indicator))
    const vrager = { ...work.vrager, gebruikerId: gebruiker_id }
    accepted(
      await publish(
        { ...work, vrager },
        { periode, indicatoren: kies.map(({ indicator, controle }) => ({ indicator, controle })) },
      ),
    )
  })
}
