import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, type Rejection } from '../../../shared/rejection.ts'
import { gebeurdInZinnen, layGebeurd, voorbij } from '../domain/gebeurd.ts'
import { WONING } from '../domain/ketenloop.ts'
import type { getGebeurd } from '../domain/scenario-contract.ts'
import { readVergelijking } from './berekening-queries.ts'
import { readKetenfeiten } from './ketenfeiten.ts'
import { readKleinsteGetal } from './queries.ts'

/** What happened since a comparison was begun, from what is known now. */
export async function readGebeurd(
  work: Work,
  id: Id,
): Promise<z.output<(typeof getGebeurd)['response']> | Rejection> {
  const gelezen = await readVergelijking(work, id)
  if (isRejection(gelezen)) return gelezen
  const { uitkomst, punt } = gelezen
  const maanden = voorbij(uitkomst, work.today)
  const kleinsteGetal = await readKleinsteGetal(work)
  const metWoning = punt.model.services.some((service) => service.id === WONING)
  const reeksen =
    maanden.length === 0
      ? []
      : layGebeurd(uitkomst, await readKetenfeiten(work), maanden, { kleinsteGetal, metWoning })
  return {
    bekendOp: work.today,
    maanden,
    kleinsteGetal,
    zinnen: gebeurdInZinnen(uitkomst, maanden, reeksen),
    reeksen,
  }
}
