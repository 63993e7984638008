import type { Insertable, Selectable, Updateable } from 'kysely'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { DB } from '../../../platform/db/tables.ts'
import { updateRow } from '../../../platform/update-row.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'

// The only place that writes clientervaring and clientervaring_antwoord.

export type ErvaringRij = Selectable<DB['clientervaring']>

const fout = (code: string, message: string, field: string) => reject(code, message, { status: 422, field })

const constraints: Readonly<Record<string, Rejection>> = {
  clientervaring_een_per_gebied: reject(
    'clientervaring_bestaat',
    'Van dit jaar, dit gebied en dit domein is er al een uitkomst. Verbeter die, of trek haar eerst in.',
    { field: 'jaar' },
  ),
  clientervaring_antwoorden_passen: fout(
    'antwoorden_passen_niet',
    'Er kunnen niet meer mensen antwoorden dan er zijn uitgenodigd.',
    'beantwoord',
  ),
  clientervaring_onderzoek_past: fout(
    'datum_past_niet',
    'De dag van het onderzoek ligt in het jaar zelf of het jaar erna.',
    'onderzoekOp',
  ),
  clientervaring_levering_na_onderzoek: fout(
    'datum_past_niet',
    'De uitkomst kan niet geleverd zijn voor de dag van het onderzoek.',
    'geleverdOp',
  ),
  clientervaring_antwoord_past: fout(
    'antwoorden_passen_niet',
    'Bij een vraag kunnen niet meer mensen positief zijn dan er antwoordden.',
    'vragen',
  ),
}

export interface Antwoord {
  readonly vraag: string
  readonly positief: number
}

/** The row for this transaction, whatever its version: the state says first what can be done. */
export async function lockErvaring(work: Work, id: Id): Promise<ErvaringRij | Rejection> {
  const row = await work.db
    .selectFrom('clientervaring')
    .selectAll()
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ?? notFound('Deze uitkomst')
}

export async function listAntwoorden(work: Work, id: Id): Promise<Antwoord[]> {
  const rows = await work.db
    .selectFrom('clientervaring_antwoord')
    .select(['vraag', 'positief'])
    .where('regio_id', '=', work.regioId)
    .where('clientervaring_id', '=', id)
    .orderBy('vraag')
    .execute()
  return rows.map(({ vraag, positief }) => ({ vraag, positief: Number(positief) }))
}

type Inhoud = Pick<
  Insertable<DB['clientervaring']>,
  'jaar' | 'gemeente_code' | 'domein' | 'uitgenodigd' | 'beantwoord' | 'telwijze' | 'onderzoek_op' | 'bron'
>

export async function insertErvaring(
  work: Work,
  values: Inhoud,
  antwoorden: readonly Antwoord[],
): Promise<Id | Rejection> {
  const id = work.newId()
  const done = await catchConstraint(
    work.db
      .insertInto('clientervaring')
      .values({
        id,
        regio_id: work.regioId,
        ...values,
        ingevoerd_door: work.vrager.gebruikerId!,
        aangemaakt_op: work.now,
        gewijzigd_op: work.now,
        gewijzigd_door: work.vrager.gebruikerId,
      })
      .execute(),
    constraints,
  )
  if (isRejection(done)) return done
  return (await insertAntwoorden(work, { id, ...values }, antwoorden)) ?? id
}

async function insertAntwoorden(
  work: Work,
  van: { readonly id: Id } & Pick<Inhoud, 'beantwoord' | 'telwijze'>,
  antwoorden: readonly Antwoord[],
): Promise<Rejection | undefined> {
  if (antwoorden.length === 0) return undefined
  const done = await catchConstraint(
    work.db
      .insertInto('clientervaring_antwoord')
      .values(
        antwoorden.map(({ vraag, positief }) => ({
          clientervaring_id: van.id,
          regio_id: work.regioId,
          vraag,
          beantwoord: van.beantwoord,
          telwijze: van.telwijze,
          positief: String(positief),
        })),
      )
      .execute(),
    constraints,
  )
  return isRejection(done) ? done : undefined
}

/** Writes a locked row with the version that the editor saw; returns the new version, or who was first. */
export const updateErvaring = (
  work: Work,
  seen: { readonly id: Id; readonly versie: number },
  values: Updateable<DB['clientervaring']>,
) => updateRow(work, 'clientervaring', seen, values, constraints)

/** The same with other answers: they rest on the number of answers, so they go first and come back after. */
export async function replaceErvaring(
  work: Work,
  seen: { readonly id: Id; readonly versie: number },
  values: Inhoud,
  antwoorden: readonly Antwoord[],
): Promise<number | Rejection> {
  await work.db
    .deleteFrom('clientervaring_antwoord')
    .where('regio_id', '=', work.regioId)
    .where('clientervaring_id', '=', seen.id)
    .execute()
  const versie = await updateErvaring(work, seen, values)
  if (isRejection(versie)) return versie
  return (await insertAntwoorden(work, { id: seen.id, ...values }, antwoorden)) ?? versie
}
