import type { Work } from '../../../platform/work.ts'
import type { Registratie } from '../domain/rules.ts'
import type { Grond } from './betrokkenheid.ts'

/** What the rules need to know of the asker and the region. */
export async function registratieOf(work: Work): Promise<Registratie> {
  const { isDemo } = await work.db
    .selectFrom('regio')
    .select('is_demo as isDemo')
    .where('id', '=', work.regioId)
    .executeTakeFirstOrThrow()
  return {
    today: work.today,
    organisatieSoort: await organisatieSoortOf(work),
    isDemo,
    magGeheim: work.vrager.isSysteem || work.vrager.permissies.has('vrouwenopvang.lezen'),
  }
}

export async function organisatieSoortOf(work: Work): Promise<string | null> {
  if (work.vrager.organisatieId === null) return null
  const row = await work.db
    .selectFrom('organisatie')
    .select('soort')
    .where('id', '=', work.vrager.organisatieId)
    .executeTakeFirstOrThrow()
  return row.soort
}

/** An aanbieder works for its own file (Wmo 2015 art. 5.1.2); the others for the task of the college (art. 5.1.1). */
export function grondOf(organisatieSoort: string | null): Grond {
  return organisatieSoort === 'aanbieder' ? 'UITVOERING_AANBIEDER' : 'WETTELIJKE_TAAK_COLLEGE'
}
