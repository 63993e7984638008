import { changesOf, conflict, tooLate } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import type { EigenwaardeInvoer } from '../domain/contract.ts'
import { faultOfVervolg } from '../domain/eigen-waarde.ts'
import { parametersOf } from '../domain/parameters.ts'
import { listGeldend, readIjking } from './queries.ts'
import {
  type EigenRij,
  eerderGeschreven,
  endEigenwaarde,
  insertEigenwaarde,
  lockEigenwaarde,
  lockLaatste,
} from './store.ts'

type Gedaan = { readonly id: Id; readonly versie: number }

/** Puts an own value in place of an estimate, or of the own value that was seen. */
export async function setEigenwaarde(work: Work, input: EigenwaardeInvoer): Promise<Gedaan | Rejection> {
  const { feiten, ijking } = await readIjking(work)
  const bekend = parametersOf(ijking.eigen?.geschat ?? ijking, feiten)
  if (!bekend.some(({ id }) => id === input.parameter))
    return reject('parameter_bestaat_niet', 'Deze schatting bestaat niet. Kies er een van de prognose.', {
      status: 422,
      field: 'parameter',
    })
  const teveel = faultOfVervolg(await listGeldend(work), input)
  if (teveel) return reject('meer_dan_iedereen', teveel, { status: 422, field: 'waarde' })
  const last = await lockLaatste(work, input.parameter)
  if ((last?.versie ?? 0) !== input.versie) return conflictOf(work, input, last)
  const row = await work.attempt(async () => {
    if (last && last.tot === null) await endEigenwaarde(work, last, last.versie)
    return await insertEigenwaarde(work, { ...input, reeksId: last?.reeks_id })
  })
  if (isRejection(row))
    return row === eerderGeschreven ? conflictOf(work, input, await lockLaatste(work, input.parameter)) : row
  const before = last?.tot === null ? { waarde: Number(last.waarde), reden: last.reden } : {}
  await work.record({
    soort: 'PrognoseEigenwaardeVastgelegd',
    onderwerpSoort: 'prognose_eigen_waarde',
    onderwerpId: row.reeks_id,
    op: work.today,
    gegevens: {
      versie: row.versie,
      parameter: row.parameter,
      wijzigingen: changesOf(before, { waarde: input.waarde, reden: input.reden }),
    },
  })
  return { id: row.id, versie: row.versie }
}

const conflictOf = (work: Work, { versie }: EigenwaardeInvoer, last: EigenRij | undefined) =>
  last
    ? conflict(work, 'prognose_eigen_waarde', last.reeks_id, versie)
    : Promise.resolve(notFound('Deze eigen waarde'))

/** From today on the estimate counts again. */
export async function withdrawEigenwaarde(
  work: Work,
  input: { readonly id: Id; readonly versie: number },
): Promise<Gedaan | Rejection> {
  const row = await lockEigenwaarde(work, input.id)
  if (!row) return notFound('Deze eigen waarde')
  const last = (await lockLaatste(work, row.parameter))!
  if (last.versie !== input.versie) return conflict(work, 'prognose_eigen_waarde', row.reeks_id, input.versie)
  if (row.tot !== null)
    return tooLate(work, 'prognose_eigen_waarde', row.reeks_id, {
      code: 'kan_nu_niet',
      reden: 'Deze eigen waarde geldt al niet meer.',
    })
  const versie = row.versie + 1
  await endEigenwaarde(work, row, versie)
  await work.record({
    soort: 'PrognoseEigenwaardeIngetrokken',
    onderwerpSoort: 'prognose_eigen_waarde',
    onderwerpId: row.reeks_id,
    op: work.today,
    gegevens: { versie, parameter: row.parameter, wijzigingen: { waarde: [Number(row.waarde), null] } },
  })
  return { id: row.id, versie }
}
