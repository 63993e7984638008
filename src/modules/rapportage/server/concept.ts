import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { Conceptblok } from '../domain/blok.ts'
import type { Soort } from '../domain/keuzes.ts'
import type { Feiten } from './sjabloon.ts'
import { jaarverslagConcept } from './sjabloon-jaarverslag.ts'
import { nieuwsbriefConcept } from './sjabloon-nieuwsbrief.ts'
import { voortgangConcept } from './sjabloon-voortgang.ts'

const sjablonen: Readonly<Record<Soort, (feiten: Feiten) => Conceptblok[]>> = {
  voortgang: voortgangConcept,
  jaarverslag: jaarverslagConcept,
  nieuwsbrief: nieuwsbriefConcept,
}

export function findProgramma(work: Work, id: Id) {
  return work.db
    .selectFrom('programma')
    .select(['naam', 'openbaar_sinds'])
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The draft of a kind from what is known. */
export const conceptVan = (soort: Soort, feiten: Feiten): Conceptblok[] => sjablonen[soort](feiten)
