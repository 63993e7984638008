import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { DB } from '../../../platform/db/tables.ts'
import { updateRow as updateVersie } from '../../../platform/update-row.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { giveAdresdelen, identiteitsfouten } from './identiteit.ts'

// The only place that writes casus, casus_niveau, casus_regievoerder, casus_overleg, casus_deelnemer, casus_actie,
// casus_financiering and casus_les.

type Versietabel = 'casus' | 'casus_overleg' | 'casus_actie' | 'casus_les'
type Tijdvak = 'casus_niveau' | 'casus_regievoerder'
type Eigen = 'regio_id' | 'versie' | 'aangemaakt_op' | 'gewijzigd_op' | 'gewijzigd_door'

export type CasusRow = Selectable<DB['casus']>
export type OverlegRow = Selectable<DB['casus_overleg']>
export type ActieRow = Selectable<DB['casus_actie']>
export type LesRow = Selectable<DB['casus_les']>

const namen: Readonly<Record<Versietabel, string>> = {
  casus: 'Deze casus',
  casus_overleg: 'Dit overleg',
  casus_actie: 'Deze actie',
  casus_les: 'Deze les',
}
/** The field of the form whose text names nobody. */
const tekstveld: Readonly<Partial<Record<Versietabel, string>>> = {
  casus_overleg: 'doel',
  casus_actie: 'tekst',
  casus_les: 'tekst',
}
const tegelijk = (wat: string) =>
  reject('tegelijk_gewijzigd', `Iemand anders wijzigde ${wat} op hetzelfde moment. Laad de pagina opnieuw.`)
const constraints = {
  casus_een_open_per_persoon: reject(
    'casus_loopt_al',
    'Er loopt al een casus over deze cliënt. Ga daarmee verder.',
  ),
  casus_niveau_precies_een: tegelijk('het niveau'),
  casus_niveau_nu: tegelijk('het niveau'),
  casus_regievoerder_precies_een: tegelijk('de regievoerder'),
  casus_regievoerder_nu: tegelijk('de regievoerder'),
  casus_deelnemer_een_keer: reject('al_uitgenodigd', 'Deze medewerker is al uitgenodigd voor dit overleg.', {
    field: 'gebruikerId',
  }),
} as const

const beheerd = (work: Work) => ({
  regio_id: work.regioId,
  aangemaakt_op: work.now,
  gewijzigd_op: work.now,
  gewijzigd_door: work.vrager.gebruikerId,
})

/** The row for this transaction, whatever its version: the state says first what can be done. */
export async function lockRow<T extends Versietabel>(
  work: Work,
  tabel: T,
  id: Id,
): Promise<Selectable<DB[T]> | Rejection> {
  const { rows } = await sql<Selectable<DB[T]> & { persoon_id: Id }>`
    select * from ${sql.table(tabel)} where regio_id = ${work.regioId} and id = ${id} for update`.execute(
    work.db,
  )
  const row = rows[0]
  if (!row) return notFound(namen[tabel])
  work.saw(row.persoon_id)
  return row
}

/** Inserts a record of this module; texts that others read are refused when they name somebody. */
export async function insertRow<T extends Versietabel>(
  work: Work,
  tabel: T,
  values: Omit<Insertable<DB[T]>, Eigen> & { readonly id: Id; readonly persoon_id: Id },
): Promise<Id | Rejection> {
  const veld = tekstveld[tabel]
  if (veld) await giveAdresdelen(work, values.persoon_id)
  // @NOTE The columns of an open type parameter cannot be resolved here; `values` was checked against its table.
  const row = { ...values, ...beheerd(work) } as never
  const done = await catchConstraint(
    work.db
      .insertInto(tabel as 'casus')
      .values(row)
      .execute(),
    { ...constraints, ...identiteitsfouten(veld) },
  )
  return isRejection(done) ? done : values.id
}

/** Writes a locked row with the version that the editor saw; its text names nobody. */
export async function updateRow<T extends Versietabel>(
  work: Work,
  tabel: T,
  seen: { readonly id: Id; readonly versie: number; readonly persoonId: Id },
  values: Updateable<DB[T]>,
): Promise<number | Rejection> {
  const veld = tekstveld[tabel]
  if (veld) await giveAdresdelen(work, seen.persoonId)
  return updateVersie(work, tabel, seen, values, { ...constraints, ...identiteitsfouten(veld) })
}

/** The row that runs ends on `op`. */
export async function closeTijdvak(work: Work, tabel: Tijdvak, casusId: Id, op: PlainDate): Promise<void> {
  await work.db
    .updateTable(tabel as 'casus_niveau')
    .set({ tot: sql<PlainDate>`greatest(van, ${op}::date)` })
    .where('casus_id', '=', casusId)
    .where('tot', 'is', null)
    .execute()
}

/** The next level or regievoerder; the one before must be closed. */
export async function insertTijdvak<T extends Tijdvak>(
  work: Work,
  tabel: T,
  values: Omit<Insertable<DB[T]>, 'id' | 'regio_id' | 'vastgelegd_op' | 'vastgelegd_door'>,
): Promise<undefined | Rejection> {
  const row = {
    ...values,
    id: work.newId(),
    regio_id: work.regioId,
    vastgelegd_op: work.now,
    vastgelegd_door: work.vrager.gebruikerId,
  }
  const done = await catchConstraint(
    work.db
      .insertInto(tabel as 'casus_niveau')
      .values(row as never)
      .execute(),
    constraints,
  )
  return isRejection(done) ? done : undefined
}

export async function insertDeelnemer(
  work: Work,
  values: Omit<Insertable<DB['casus_deelnemer']>, 'regio_id' | 'uitgenodigd_op' | 'uitgenodigd_door'>,
): Promise<undefined | Rejection> {
  await giveAdresdelen(work, values.persoon_id)
  const done = await catchConstraint(
    work.db
      .insertInto('casus_deelnemer')
      .values({
        ...values,
        regio_id: work.regioId,
        uitgenodigd_op: work.now,
        uitgenodigd_door: work.vrager.gebruikerId,
      })
      .execute(),
    { ...constraints, ...identiteitsfouten('waarom') },
  )
  return isRejection(done) ? done : undefined
}

export function lockDeelnemer(work: Work, id: Id) {
  return work.db
    .selectFrom('casus_deelnemer')
    .selectAll()
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** Those who are invited to an overleg now. */
export function lockDeelnemers(work: Work, overlegId: Id) {
  return work.db
    .selectFrom('casus_deelnemer')
    .selectAll()
    .where('overleg_id', '=', overlegId)
    .where('ingetrokken_op', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
}

export async function markIngetrokken(work: Work, id: Id): Promise<void> {
  await work.db
    .updateTable('casus_deelnemer')
    .set({ ingetrokken_op: work.now })
    .where('id', '=', id)
    .execute()
}

export async function insertFinanciering(
  work: Work,
  casus: { readonly id: Id; readonly persoon_id: Id },
  rijen: readonly { domein: string; betaalt: string; bedrag: number | null; wieBeslist: string }[],
): Promise<void> {
  if (rijen.length === 0) return
  await work.db
    .insertInto('casus_financiering')
    .values(
      rijen.map(({ wieBeslist, bedrag, ...rij }) => ({
        ...rij,
        bedrag: bedrag === null ? null : bedrag.toFixed(2),
        regio_id: work.regioId,
        casus_id: casus.id,
        persoon_id: casus.persoon_id,
        wie_beslist: wieBeslist,
      })),
    )
    .execute()
}

/** By the owner, who may not see the casus: through a function that knows only the own actions. */
export async function finishEigenActie(
  work: Work,
  seen: { readonly id: Id; readonly versie: number },
  values: { readonly status: string; readonly uitkomst: string | null },
): Promise<{ casusId: Id; persoonId: Id; versie: number } | undefined> {
  const { rows } = await sql<{ casusId: Id; persoonId: Id; versie: number }>`
    select casus_id as "casusId", persoon_id as "persoonId", versie
    from onderdak.rond_casusactie_af(${seen.id}::uuid, ${seen.versie}::int, ${values.status}, ${values.uitkomst})`.execute(
    work.db,
  )
  return rows[0]
}
