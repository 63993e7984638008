import type { Work } from '../../../platform/work.ts'
import { addDays, addMonths, addWeeks, type PlainDate } from '../../../shared/plain-date.ts'
import { getTermijn, type Termijn } from '../../beheer/server/lookup.ts'
import { VERTREK_DAGEN } from '../domain/bevinding.ts'
import type { Vraag } from './bevinding.ts'

/** What every finding is asked with, by the terms of the region that hold today. */
export async function readVraag(work: Work): Promise<Vraag> {
  const verouderd = await getTermijn(work, 'locatie_verouderd')
  return {
    regioId: work.regioId,
    today: work.today,
    nnVoor: voor(work.today, await getTermijn(work, 'bevinding_nn')),
    buitenGebruikVoor: voor(work.today, await getTermijn(work, 'bevinding_buiten_gebruik')),
    verouderdVoor: new Date(
      work.now.getTime() -
        verouderd.aantal * (verouderd.eenheid === 'uren' ? 1 : urenVan(verouderd)) * 3_600_000,
    ),
    vertrokkenVanaf: addDays(work.today, -VERTREK_DAGEN),
  }
}

/** The day that lies a term before `today`. */
function voor(today: PlainDate, { aantal, eenheid }: Termijn): PlainDate {
  if (eenheid === 'weken') return addWeeks(today, -aantal)
  return eenheid === 'maanden' ? addMonths(today, -aantal) : addDays(today, -aantal)
}

const urenVan = ({ eenheid }: Termijn) => 24 * ({ weken: 7, maanden: 30 }[eenheid as string] ?? 1)
