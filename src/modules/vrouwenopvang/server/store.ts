import type { Insertable, Selectable, Updateable } from 'kysely'
import { conflict } from '../../../platform/conflict.ts'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { DB } from '../../../platform/db/tables.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'

// The only place that writes the tables of this module.

type Tabel = 'vo_route' | 'veiligheidsplan' | 'huisverbod' | 'veilig_thuis' | 'vo_systeem_lid' | 'plegerhulp'
export type Rij<T extends Tabel> = Selectable<DB[T]>
type Vast = 'regio_id' | 'gewijzigd_op' | 'gewijzigd_door' | 'versie'

const namen: Readonly<Record<Tabel, string>> = {
  vo_route: 'Deze route',
  veiligheidsplan: 'Dit veiligheidsplan',
  huisverbod: 'Dit huisverbod',
  veilig_thuis: 'Dit feit',
  vo_systeem_lid: 'Deze koppeling',
  plegerhulp: 'Dit aanbod van hulp',
}

const constraints = {
  vo_route_een_open_per_persoon: reject(
    'route_loopt_al',
    'Er loopt al een route voor deze cliënt. Beëindig die eerst.',
  ),
  vo_route_volgt_code: reject('route_past_niet_bij_code', 'Deze route hoort niet bij de code.', {
    field: 'route',
    status: 422,
  }),
  vo_route_zonder_adres: reject(
    'adres_niet_vastleggen',
    'Van een plek elders leggen wij geen adres vast. Haal de straat of de postcode weg.',
    { field: 'eldersContact', status: 422 },
  ),
  veiligheidsplan_een_per_persoon: reject(
    'plan_loopt_al',
    'Deze cliënt heeft al een veiligheidsplan. Leg een nieuwe versie vast.',
  ),
  huisverbod_overlapt_niet: reject(
    'huisverbod_loopt_al',
    'In deze dagen is er al een huisverbod voor deze cliënt.',
    { field: 'opgelegdOp' },
  ),
  huisverbod_besluit_uniek: reject(
    'besluit_bestaat',
    'Dit nummer van het besluit is al gebruikt. Controleer het nummer.',
    { field: 'besluitnummer' },
  ),
  huisverbod_ingetrokken_op_tijd: reject(
    'intrekking_buiten_verbod',
    'Kies een dag waarop het huisverbod geldt.',
    { field: 'op', status: 422 },
  ),
  veilig_thuis_overlapt_niet: reject(
    'feit_bestaat',
    'Dit is voor deze dagen al vastgelegd. Leg eerst vast wanneer het vorige eindigde.',
    { field: 'van' },
  ),
  vo_systeem_lid_overlapt_niet: reject('al_gekoppeld', 'Deze cliënt hoort al bij dit systeem.'),
  plegerhulp_een_lopend: reject(
    'hulp_loopt_al',
    'Er loopt al een aanbod van hulp voor deze cliënt. Beëindig dat eerst.',
  ),
  systeem_niet_zelfde_locatie: reject(
    'koppelen_kan_niet',
    'Koppelen kan nu niet door waar de mensen in dit systeem verblijven. Bel de coördinator van de vrouwenopvang.',
  ),
} as const

const changed = (work: Work) => ({ gewijzigd_op: work.now, gewijzigd_door: work.vrager.gebruikerId })

export async function insertRij<T extends Tabel>(
  work: Work,
  tabel: T,
  values: Omit<Insertable<DB[T]>, Vast>,
): Promise<undefined | Rejection> {
  const row = { ...values, regio_id: work.regioId, ...changed(work) } as unknown as Insertable<DB['vo_route']>
  const done = await catchConstraint(
    work.db
      .insertInto(tabel as 'vo_route')
      .values(row)
      .execute(),
    constraints,
  )
  return isRejection(done) ? done : undefined
}

/** The row, held until the end of the transaction, in the version that the editor saw. */
export async function lockRij<T extends Tabel>(
  work: Work,
  tabel: T,
  seen: { readonly id: Id; readonly versie: number },
): Promise<Rij<T> | Rejection> {
  const row = await work.db
    .selectFrom(tabel as 'vo_route')
    .selectAll()
    .where('id', '=', seen.id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return notFound(namen[tabel])
  work.saw(row.persoon_id)
  if (row.versie !== seen.versie) return conflict(work, tabel, row.id, seen.versie)
  return row as unknown as Rij<T>
}

/** Writes on a row that the caller locked, and raises its version. */
export async function updateRij<T extends Tabel>(
  work: Work,
  tabel: T,
  row: { readonly id: Id; readonly versie: number },
  values: Updateable<DB[T]>,
): Promise<number | Rejection> {
  const versie = row.versie + 1
  const done = await catchConstraint(
    work.db
      .updateTable(tabel as 'vo_route')
      .set({ ...(values as object), versie, ...changed(work) })
      .where('id', '=', row.id)
      .execute(),
    constraints,
  )
  return isRejection(done) ? done : versie
}

export async function insertPlanversie(
  work: Work,
  values: Omit<Insertable<DB['veiligheidsplan_versie']>, 'regio_id' | 'vastgelegd_op' | 'vastgelegd_door'>,
): Promise<void> {
  await work.db
    .insertInto('veiligheidsplan_versie')
    .values({
      ...values,
      regio_id: work.regioId,
      vastgelegd_op: work.now,
      vastgelegd_door: work.vrager.gebruikerId,
    })
    .execute()
}

export async function insertSysteem(work: Work, id: Id, koppelcode: string): Promise<void> {
  await work.db
    .insertInto('vo_systeem')
    .values({ id, regio_id: work.regioId, koppelcode, aangemaakt_op: work.now })
    .execute()
}

/** Why somebody with code rood can be here after all: one decision per code. */
export async function insertRoodAfwijking(
  work: Work,
  values: Omit<Insertable<DB['vo_rood_afwijking']>, 'regio_id' | 'vastgelegd_op' | 'vastgelegd_door'>,
): Promise<undefined | Rejection> {
  const done = await catchConstraint(
    work.db
      .insertInto('vo_rood_afwijking')
      .values({
        ...values,
        regio_id: work.regioId,
        vastgelegd_op: work.now,
        vastgelegd_door: work.vrager.gebruikerId,
      })
      .execute(),
    {
      vo_rood_afwijking_een_per_melding: reject('besluit_bestaat', 'Dit besluit is al vastgelegd.'),
      vo_rood_afwijking_zonder_adres: reject(
        'adres_niet_vastleggen',
        'Dit lijkt een adres. Haal de straat of de postcode weg.',
        { field: 'reden', status: 422 },
      ),
    },
  )
  return isRejection(done) ? done : undefined
}

export async function insertBelangenconflict(
  work: Work,
  values: Omit<Insertable<DB['belangenconflict']>, 'regio_id' | 'vastgelegd_op' | 'vastgelegd_door' | 'van'>,
): Promise<undefined | Rejection> {
  const done = await catchConstraint(
    work.db
      .insertInto('belangenconflict')
      .values({
        ...values,
        regio_id: work.regioId,
        van: work.today,
        vastgelegd_op: work.now,
        vastgelegd_door: work.vrager.gebruikerId,
      })
      .execute(),
    {
      belangenconflict_een_tegelijk: reject(
        'conflict_bestaat',
        'Dit is al vastgelegd: deze partij ziet de cliënt niet.',
      ),
    },
  )
  return isRejection(done) ? done : undefined
}

export async function endConflict(work: Work, row: { id: Id; versie: number }, reden: string): Promise<void> {
  await work.db
    .updateTable('belangenconflict')
    .set({ tot: work.today, einde_reden: reden, versie: row.versie + 1 })
    .where('id', '=', row.id)
    .execute()
}

export async function insertDoorloop(work: Work, id: Id, begonnenOp: PlainDate): Promise<void> {
  await work.db
    .insertInto('meldcode_doorloop')
    .values({
      id,
      regio_id: work.regioId,
      organisatie_id: work.vrager.organisatieId!,
      gebruiker_id: work.vrager.gebruikerId!,
      status: 'open',
      begonnen_op: begonnenOp,
      ...changed(work),
    })
    .execute()
}

export async function updateDoorloop(
  work: Work,
  row: { id: Id; versie: number },
  values: Updateable<DB['meldcode_doorloop']>,
): Promise<number> {
  const versie = row.versie + 1
  await work.db
    .updateTable('meldcode_doorloop')
    .set({ ...values, versie, ...changed(work) })
    .where('id', '=', row.id)
    .execute()
  return versie
}

export async function deleteDoorloop(work: Work, id: Id): Promise<boolean> {
  const done = await work.db.deleteFrom('meldcode_doorloop').where('id', '=', id).executeTakeFirst()
  return done.numDeletedRows > 0n
}
