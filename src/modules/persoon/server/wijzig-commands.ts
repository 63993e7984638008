import { changesOf, conflict } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import type { RegisterPersoon } from '../domain/persoon.ts'
import { faultsOfPersoon } from '../domain/rules.ts'
import { registratieOf } from './asker.ts'
import { gegevensOf, lockPersoon, type PersoonRow } from './read-persoon.ts'
import { bsnColumns, columnsOf, isBuitenRegio, updatePersoonRow } from './store.ts'

/** Replaces what is known of a person; without a BSN in the input the number stays. Names an NN from then on. */
export async function updatePersoon(
  work: Work,
  input: RegisterPersoon & { readonly id: Id; readonly versie: number },
): Promise<{ id: Id; versie: number } | Rejection> {
  const before = await lockPersoon(work, input.id)
  if (!before) return notFound('De cliënt')
  if (before.samengevoegd_in !== null)
    return reject('samengevoegd', 'Dit dossier is samengevoegd. Wijzig het dossier waarin het is opgegaan.')
  if (before.versie !== input.versie) return conflict(work, 'persoon', input.id, input.versie)
  const keepsBsn = !input.bsn && !input.geenBsnReden && before.bsn_index !== null
  const context = await registratieOf(work)
  const faults = faultsOfPersoon(keepsBsn ? { ...input, geenBsnReden: 'nog_niet_gevraagd' } : input, {
    ...context,
    // Whoever sees a secret file already has the right; leaving it secret asks nothing new.
    magGeheim: context.magGeheim || before.is_geheim,
  })
  if (faults) return faults
  const columns = columnsOf(input)
  const bsn = keepsBsn ? pickBsn(before) : bsnColumns(work, input)
  const written = await updatePersoonRow(work, input.id, input.versie, {
    ...columns,
    ...bsn,
    woonplaats_buiten_regio: await isBuitenRegio(work, columns.woonplaats_gemeente),
  })
  if (isRejection(written)) return written
  if (!written) return conflict(work, 'persoon', input.id, input.versie)
  const after = { ...before, ...columns, ...bsn }
  const wijzigingen = changesOf(gegevensOf(before), gegevensOf(after))
  // That the number changed, never the number.
  if (!sameBytes(before.bsn_index, after.bsn_index))
    wijzigingen.bsn = [before.bsn_index ? 'ingevuld' : null, after.bsn_index ? 'ingevuld' : null]
  await work.record({
    soort: before.is_nn && !columns.is_nn ? 'NaamBekend' : 'PersoonGewijzigd',
    onderwerpSoort: 'persoon',
    onderwerpId: input.id,
    persoonId: input.id,
    op: work.today,
    gegevens: { versie: input.versie + 1, wijzigingen },
  })
  return { id: input.id, versie: input.versie + 1 }
}

/** Records that a person died; the day cannot lie ahead. */
export async function registerOverlijden(work: Work, id: Id, op: PlainDate): Promise<undefined | Rejection> {
  const before = await lockPersoon(work, id)
  if (!before) return notFound('De cliënt')
  if (op > work.today)
    return reject(
      'overlijden_in_toekomst',
      'De dag van overlijden ligt in de toekomst. Controleer de datum.',
      {
        field: 'op',
        status: 422,
      },
    )
  const written = await updatePersoonRow(work, id, before.versie, { overleden_op: op })
  if (isRejection(written)) return written
  await work.record({
    soort: 'PersoonOverleden',
    onderwerpSoort: 'persoon',
    onderwerpId: id,
    persoonId: id,
    op,
    gegevens: { versie: before.versie + 1, wijzigingen: { overledenOp: [before.overleden_op, op] } },
  })
  return undefined
}

function pickBsn({ bsn_versleuteld, bsn_index, geen_bsn_reden }: PersoonRow) {
  return { bsn_versleuteld, bsn_index, geen_bsn_reden }
}

function sameBytes(a: Buffer | null, b: Buffer | null): boolean {
  return a === null || b === null ? a === b : a.equals(b)
}
