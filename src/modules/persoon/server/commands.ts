import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, type Rejection } from '../../../shared/rejection.ts'
import type { RegisterPersoon } from '../domain/persoon.ts'
import { faultsOfPersoon } from '../domain/rules.ts'
import { grondOf, registratieOf } from './asker.ts'
import { giveBetrokkenheid } from './betrokkenheid.ts'
import { bsnColumns, columnsOf, insertPersoon, isBuitenRegio } from './store.ts'

export { joinBySearch } from './aansluit-commands.ts'
export { makeGeheim } from './geheim-command.ts'
export { changeHuishoudenLid, createHuishouden } from './huishouden-commands.ts'
export { mergePersonen, splitPersonen } from './samenvoeg-commands.ts'
export { registerOverlijden, updatePersoon } from './wijzig-commands.ts'

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
