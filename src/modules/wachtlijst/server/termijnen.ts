import type { Work } from '../../../platform/work.ts'
import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
import { deadline } from '../../../shared/termijn.ts'
import type { TermijnCode } from '../../beheer/domain/standaard.ts'
import { getTermijn } from '../../beheer/server/lookup.ts'

/** Last day of a term of the region that starts on `start`; hours round up to whole days. */
export async function dueOn(
  work: Work,
  code: TermijnCode,
  start: PlainDate = work.today,
): Promise<PlainDate> {
  const { aantal, eenheid, wettelijk } = await getTermijn(work, code)
  if (eenheid === 'uren') return addDays(start, Math.ceil(aantal / 24))
  return deadline(start, { aantal, eenheid }, { algemeneTermijnenwet: wettelijk }).uiterlijk
}
