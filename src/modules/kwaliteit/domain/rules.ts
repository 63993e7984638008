import { formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'
import { addTermijn, type Termijn } from '../../../shared/termijn.ts'

/** `tot` is the first day on which the finding counts again: at least tomorrow, and within the term of the region. */
export function decideAkkoord(
  tot: PlainDate,
  today: PlainDate,
  langste: Termijn,
): { readonly van: PlainDate; readonly tot: PlainDate } | Rejection {
  if (tot <= today)
    return reject('akkoord_zonder_duur', 'Kies een dag na vandaag.', { field: 'tot', status: 422 })
  const uiterlijk = addTermijn(today, langste)
  if (tot > uiterlijk)
    return reject(
      'akkoord_te_lang',
      `Kies een dag tot en met ${formatLong(uiterlijk)}. Daarna kijkt iemand opnieuw.`,
      { field: 'tot', status: 422 },
    )
  return { van: today, tot }
}
