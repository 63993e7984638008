import { changesOf, tooLate } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import type { BronwaardeInvoer, BronwaardeWijziging } from '../domain/contract.ts'
import type { Gedaan } from './duiding-commands.ts'
import { type BronwaardeRow, insertRow, lockRow, updateRow } from './store.ts'

function recordBron(work: Work, soort: string, id: Id, gegevens: Record<string, unknown>) {
  return work.record({ soort, onderwerpSoort: 'bronwaarde', onderwerpId: id, op: work.today, gegevens })
}

const kolommen = (input: BronwaardeInvoer | BronwaardeWijziging) => ({
  onderwerp: input.onderwerp,
  waarde: String(input.waarde),
  eenheid: input.eenheid,
  bron: input.bron,
  peildatum: input.peildatum,
  toelichting: input.toelichting,
})

const inToekomst = (work: Work, input: { readonly peildatum: string }) =>
  input.peildatum > work.today
    ? reject('datum_past_niet', 'De peildatum ligt in de toekomst.', { status: 422, field: 'peildatum' })
    : undefined

/** What another source says of the same: both stay visible (MON-13). */
export async function addBronwaarde(work: Work, input: BronwaardeInvoer): Promise<Gedaan | Rejection> {
  const refused = inToekomst(work, input)
  if (refused) return refused
  const id = await insertRow(work, 'bronwaarde', {
    id: work.newId(),
    indicator: input.indicator,
    ...kolommen(input),
  })
  if (isRejection(id)) return id
  await recordBron(work, 'BronwaardeToegevoegd', id, { versie: 1, indicator: input.indicator })
  return { id, versie: 1 }
}

async function lockGeldend(work: Work, id: Id): Promise<BronwaardeRow | Rejection> {
  const row = await lockRow(work, 'bronwaarde', id)
  if (isRejection(row)) return row
  return row.vervallen_op === null
    ? row
    : tooLate(work, 'bronwaarde', id, { code: 'kan_nu_niet', reden: 'Dit getal is weggehaald.' })
}

export async function changeBronwaarde(
  work: Work,
  input: BronwaardeWijziging & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const refused = inToekomst(work, input)
  if (refused) return refused
  const row = await lockGeldend(work, input.id)
  if (isRejection(row)) return row
  const set = kolommen(input)
  const versie = await updateRow(work, 'bronwaarde', input, set)
  if (isRejection(versie)) return versie
  const voor = { ...row, waarde: String(Number(row.waarde)) }
  await recordBron(work, 'BronwaardeGewijzigd', row.id, { versie, wijzigingen: changesOf(voor, set) })
  return { id: row.id, versie }
}

export async function removeBronwaarde(work: Work, id: Id): Promise<Gedaan | Rejection> {
  const row = await lockGeldend(work, id)
  if (isRejection(row)) return row
  const versie = await updateRow(work, 'bronwaarde', row, { vervallen_op: work.today })
  if (isRejection(versie)) return versie
  await recordBron(work, 'BronwaardeWeggehaald', id, { versie })
  return { id, versie }
}
