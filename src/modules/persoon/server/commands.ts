import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, type Rejection } from '../../../shared/rejection.ts'
import type { RegisterPersoon } from '../domain/persoon.ts'
import { faultsOfPersoon, type Registratie } from '../domain/rules.ts'
import { type Grond, giveBetrokkenheid } from './betrokkenheid.ts'
import { bsnColumns, columnsOf, insertPersoon, isBuitenRegio } from './store.ts'

export { makeGeheim } from './geheim-command.ts'
export { changeHuishoudenLid, createHuishouden, giveBetrokkenheidHuishouden } from './huishouden-commands.ts'

/** Records a person; the own organisation is involved from today, for intake. Search first (`POST /personen/_zoek`). */
export async function registerPersoon(
  work: Work,
  input: RegisterPersoon,
): Promise<{ id: Id; versie: number } | Rejection> {
  const context = await registratieOf(work)
  const faults = faultsOfPersoon(input, context)
  if (faults) return faults
  const id = work.newId()
  if (work.vrager.organisatieId !== null) {
    await giveBetrokkenheid(work, {
      persoonId: id,
      organisatieId: work.vrager.organisatieId,
      doel: 'intake',
      grond: grondOf(context.organisatieSoort),
      bronSoort: 'persoon',
      bronId: id,
      vereist: input.isGeheim ? 'vo' : null,
    })
  }
  const columns = columnsOf(input)
  const inserted = await insertPersoon(work, {
    id,
    regio_id: work.regioId,
    ...columns,
    ...bsnColumns(work, input),
    woonplaats_buiten_regio: await isBuitenRegio(work, columns.woonplaats_gemeente),
    aangemaakt_op: work.now,
    gewijzigd_op: work.now,
    gewijzigd_door: work.vrager.gebruikerId,
  })
  if (isRejection(inserted)) return inserted
  await work.record({
    soort: 'PersoonGeregistreerd',
    onderwerpSoort: 'persoon',
    onderwerpId: id,
    persoonId: id,
    op: work.today,
    gegevens: { isNn: columns.is_nn, isGeheim: columns.is_geheim, versie: 1 },
  })
  return { id, versie: 1 }
}

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
