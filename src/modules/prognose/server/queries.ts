import type { z } from 'zod'
import { listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import { findInstelling } from '../../beheer/server/lookup.ts'
import type { listParameters, listRekensom } from '../domain/contract.ts'
import { calibrate, type Ijking } from '../domain/ijking.ts'
import type { Ketenfeiten } from '../domain/ketenfeiten.ts'
import { parametersOf } from '../domain/parameters.ts'
import { rekensomOf } from '../domain/rekensom.ts'
import { readKetenfeiten } from './ketenfeiten.ts'

/** The calibration of today, with what it was calibrated on. */
export async function readIjking(
  work: Work,
): Promise<{ feiten: Ketenfeiten; ijking: Ijking; kleinsteGetal: number }> {
  const kleinsteGetal = Number((await findInstelling(work, 'kleine_cel')) ?? '8')
  const feiten = await readKetenfeiten(work)
  return { feiten, ijking: calibrate(feiten, kleinsteGetal), kleinsteGetal }
}

export async function readParameters(
  work: Work,
  query: z.output<(typeof listParameters)['query']>,
): Promise<z.output<(typeof listParameters)['response']>> {
  const { feiten, ijking, kleinsteGetal } = await readIjking(work)
  return {
    ...listPage(parametersOf(ijking, feiten), query, 'volgorde'),
    peildatum: ijking.peildatum,
    begin: ijking.begin,
    kleinsteGetal,
  }
}

export async function readRekensom(
  work: Work,
  query: z.output<(typeof listRekensom)['query']>,
): Promise<z.output<(typeof listRekensom)['response']>> {
  const { feiten, ijking } = await readIjking(work)
  return {
    ...listPage(rekensomOf(ijking, feiten), query, 'volgorde'),
    peildatum: ijking.peildatum,
    begin: ijking.begin,
  }
}
