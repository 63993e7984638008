import type { Work } from '../../../platform/work.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { deadline } from '../../../shared/termijn.ts'
import type { TermijnCode } from '../../beheer/domain/standaard.ts'
import { getTermijn } from '../../beheer/server/lookup.ts'

/** Last day of a term of the region that starts on `start`; legal terms move to a working day (Algemene termijnenwet). */
export async function uiterlijkVan(work: Work, code: TermijnCode, start: PlainDate): Promise<PlainDate> {
  const { aantal, eenheid, wettelijk } = await getTermijn(work, code)
  if (eenheid === 'uren') throw new Error(`Term ${code} is in hours; this module counts days`)
  return deadline(start, { aantal, eenheid }, { algemeneTermijnenwet: wettelijk }).uiterlijk
}

export function volgendeWerkdag(op: PlainDate): PlainDate {
  return deadline(op, { aantal: 1, eenheid: 'werkdagen' }).uiterlijk
}
