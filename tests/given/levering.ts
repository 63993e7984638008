import type { Soort } from '../../src/modules/levering/domain/soorten.ts'
import { makeLevering, releaseLevering } from '../../src/modules/levering/server/commands.ts'
import type { RegisterPersoon } from '../../src/modules/persoon/domain/persoon.ts'
import type { Vrager } from '../../src/platform/work.ts'
import { isTestBsn } from '../../src/shared/bsn.ts'
import type { Id } from '../../src/shared/id.ts'
import type { Permissie } from '../../src/shared/permissies.ts'
import type { PlainDate } from '../../src/shared/plain-date.ts'
import type { TestDatabase } from './database.ts'
import { accepted, systemVrager, type TestPlatform, workAs } from './platform.ts'
import { givenPersoon } from './verblijf.ts'

let laatste = 999_900_005

/** A number that passes the elfproef and belongs to nobody; another one each time. */
export function nextBsn(): string {
  do laatste++
  while (!isTestBsn(String(laatste)))
  return String(laatste)
}

/** A person with a BSN. */
export function givenMetBsn(
  platform: TestPlatform,
  vrager: Vrager,
  input: Partial<RegisterPersoon> = {},
): Promise<Id> {
  return givenPersoon(platform, vrager, { bsn: nextBsn(), geenBsnReden: null, ...input })
}

/** A stay of a known person, as the fact that a delivery reads. */
export async function givenSlaapt(
  database: TestDatabase,
  regioId: Id,
  rij: {
    persoonId: Id
    productId: Id
    van: PlainDate
    tot: PlainDate | null
    gemeente?: string
    soort?: string
  },
): Promise<void> {
  await database.login.query(
    `insert into onderdak.feit_verblijf (regio_id, sleutel, pseudoniem, is_hoofd, product_id, gemeente_code, soort, van, tot, heeft_reden, bekend_van)
     select $1, gen_random_uuid(), pseudoniem, true, $3, $4, $5, $6, $7, false, '2020-01-01' from onderdak.pseudoniem where persoon_id = $2`,
    [
      regioId,
      rij.persoonId,
      rij.productId,
      rij.gemeente ?? 'GM0622',
      rij.soort ?? 'regulier',
      rij.van,
      rij.tot,
    ],
  )
}

/** A toekenning of a known person, as the fact that a delivery reads. */
export async function givenToegekend(
  database: TestDatabase,
  regioId: Id,
  rij: {
    persoonId: Id
    productId: Id | null
    van: PlainDate
    tot: PlainDate | null
    soort?: string
    status?: string
  },
): Promise<void> {
  await database.login.query(
    `insert into onderdak.feit_beschikking (regio_id, sleutel, pseudoniem, gemeente_code, product_id, soort, status, aangevraagd_op, beschikt_op, geldig_van, geldig_tot, bekend_van)
     select $1, gen_random_uuid(), pseudoniem, 'GM0606', $3, $4, $5, $6, $6, $6, $7, '2020-01-01' from onderdak.pseudoniem where persoon_id = $2`,
    [
      regioId,
      rij.persoonId,
      rij.productId,
      rij.soort ?? 'toekenning',
      rij.status ?? 'beschikt',
      rij.van,
      rij.tot,
    ],
  )
}

export async function givenLevering(
  platform: TestPlatform,
  als: Vrager,
  input: { soort: Soort; periode: string },
): Promise<Id> {
  return accepted(await workAs(platform, als, (work) => makeLevering(work, input))).id
}

/** A region with a delivery of last year that was let go. */
export async function makeVrijgegeven(platform: TestPlatform, regioId: Id): Promise<void> {
  const als = (rol: string, recht: Permissie) =>
    workAs(platform, systemVrager(regioId), async ({ db }): Promise<Vrager> => {
      const { gebruiker_id } = await db
        .selectFrom('gebruiker_rol')
        .select('gebruiker_id')
        .where('regio_id', '=', regioId)
        .where('rol_code', '=', rol)
        .orderBy('gebruiker_id')
        .executeTakeFirstOrThrow()
      return {
        ...systemVrager(regioId),
        gebruikerId: gebruiker_id,
        permissies: new Set([recht]),
        isSysteem: false,
      }
    })
  const maker = await als('programmamanager', 'levering.maken')
  const officer = await als('privacy_officer', 'levering.vrijgeven')
  const periode = String(platform.clock.now().getUTCFullYear() - 1)
  const id = await givenLevering(platform, maker, { soort: 'monitor_dakloosheid', periode })
  accepted(await workAs(platform, officer, (work) => releaseLevering(work, id)))
}
