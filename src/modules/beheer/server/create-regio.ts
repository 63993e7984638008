import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import { GEMEENTEN } from '../../../shared/gemeenten.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'
import { rollen } from '../domain/rollen.ts'
import {
  criteria,
  escalatieniveaus,
  ethosregels,
  instellingen,
  type Keuzelijst,
  keuzebronnen,
  keuzelijsten,
  keuzeuitleg,
  prioriteitsregels,
  termijnen,
} from '../domain/standaard.ts'

export interface NewRegio {
  readonly code: string
  readonly naam: string
  readonly isDemo: boolean
  readonly gemeenten: readonly {
    readonly code: string
    readonly naam: string
    readonly isCentrumgemeente: boolean
    readonly inwoners?: number
  }[]
  /** From when the standard configuration holds; early enough for history that is loaded later. */
  readonly van: PlainDate
}

/**
 * Creates a region with the standard configuration. `work.regioId` is the id of the new region; run as the system.
 * Everything it writes is data that the region changes on screen, so a third region needs no code.
 */
export async function createRegio(work: Work, input: NewRegio): Promise<{ id: Id } | Rejection> {
  const { db, regioId: regio_id, newId } = work
  const taken = await db.selectFrom('regio').select('id').where('code', '=', input.code).executeTakeFirst()
  if (taken) return reject('regio_bestaat', `Er is al een regio met code ${input.code}.`, { field: 'code' })
  const onbekend = input.gemeenten.find((g) => !GEMEENTEN.some((known) => known.code === g.code))
  if (onbekend)
    return reject('gemeente_onbekend', `${onbekend.code} is geen CBS-code van een gemeente.`, {
      field: 'gemeenten',
    })
  const van = input.van
  await db
    .insertInto('regio')
    .values({ id: regio_id, code: input.code, naam: input.naam, is_demo: input.isDemo })
    .execute()
  await db
    .insertInto('gemeente')
    .values(GEMEENTEN.map(({ code, naam }) => ({ code, naam })))
    .onConflict((c) => c.doNothing())
    .execute()
  await db
    .insertInto('regio_gemeente')
    .values(
      input.gemeenten.map((g) => ({
        regio_id,
        gemeente_code: g.code,
        is_centrumgemeente: g.isCentrumgemeente,
        inwoners: g.inwoners ?? null,
        van,
      })),
    )
    .execute()
  await db
    .insertInto('rol')
    .values(
      rollen.map((rol, i) => ({
        code: rol.code,
        naam: rol.naam,
        omschrijving: rol.omschrijving,
        volgorde: i + 1,
      })),
    )
    .onConflict((c) => c.doNothing())
    .execute()
  await db
    .insertInto('rol_permissie')
    .values(
      rollen.flatMap((rol) =>
        rol.permissies.map((permissie) => ({ regio_id, rol_code: rol.code, permissie, van })),
      ),
    )
    .execute()
  await db
    .insertInto('termijn')
    .values(termijnen.map((t) => ({ regio_id, ...t, van })))
    .execute()
  await db
    .insertInto('escalatieniveau')
    .values(escalatieniveaus.map((e) => ({ regio_id, ...e, van })))
    .execute()
  await db
    .insertInto('ethos_regel')
    .values(ethosregels.map((e) => ({ regio_id, ...e, van })))
    .execute()
  await db
    .insertInto('instelling')
    // Rules of a law keep the day of the law; the rest holds from the start of the region.
    .values(instellingen.map((i) => ({ regio_id, van, ...i })))
    .execute()
  await db
    .insertInto('keuze')
    .values(
      Object.entries(keuzelijsten).flatMap(([lijst, keuzes]) =>
        Object.entries(keuzes).map(([code, naam], i) => ({
          regio_id,
          lijst,
          code,
          naam,
          volgorde: i + 1,
          uitleg: keuzeuitleg[lijst as Keuzelijst]?.[code] ?? '',
          van,
          bron: keuzebronnen[lijst as Keuzelijst] ?? null,
        })),
      ),
    )
    .execute()
  await db
    .insertInto('prioriteitsregel')
    .values(prioriteitsregels.map((p) => ({ id: newId(), regio_id, ...p, van })))
    .execute()
  await db
    .insertInto('criteria')
    .values(
      criteria.map((c) => ({
        id: newId(),
        regio_id,
        domein: c.domein,
        naam: c.naam,
        vragen: sql`${JSON.stringify(c.vragen)}::jsonb`,
        van,
        bron: 'Wmo 2015; regiovisies',
      })),
    )
    .execute()
  await work.record({ soort: 'RegioGemaakt', onderwerpSoort: 'regio', onderwerpId: regio_id, op: work.today })
  return { id: regio_id }
}
