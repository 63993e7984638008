import { type Insertable, sql, type Updateable } from 'kysely'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { DB } from '../../../platform/db/tables.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'

// The only place that writes uitstroomdossier, uitstroom_voorwaarde, urgentieaanvraag, woningaanbod, huurcontract,
// huurcontract_partij and maatwerkoverleg.

const constraints = {
  urgentieaanvraag_een_in_behandeling: reject(
    'aanvraag_loopt_al',
    'Er loopt al een aanvraag van deze soort. Rond die eerst af.',
  ),
  woningaanbod_een_open_per_corporatie: reject(
    'woonvraag_loopt_al',
    'Bij deze corporatie loopt al een vraag of aanbod voor deze cliënt. Rond die eerst af.',
  ),
  huurcontract_een_lopend: reject(
    'contract_loopt_al',
    'Er loopt al een contract voor deze cliënt. Beëindig dat eerst.',
  ),
  contract_heeft_opvolging: reject(
    'contract_zonder_opvolging',
    'Niemand is verantwoordelijk voor de volgende stap van deze cliënt. Dit contract moet nog een gewoon huurcontract worden, dus iemand moet die dag in de gaten houden.',
    { possible: ['Leg bij Volgende stap eerst vast wie verantwoordelijk is en wat de volgende stap is.'] },
  ),
  huurcontract_een_per_aanbod: reject(
    'aanbod_heeft_contract',
    'Bij dit aanbod is al een contract vastgelegd.',
    {
      field: 'woningaanbodId',
    },
  ),
  uitstroomdossier_een_per_verblijf: reject(
    'vertrek_telt_al',
    'Met dit vertrek is al een uitstroom afgerond.',
    { field: 'verblijfId' },
  ),
  uitstroomdossier_een_open_per_persoon: reject(
    'dossier_loopt_al',
    'Er loopt al een nieuw uitstroomdossier van deze cliënt. Ga daarin verder.',
  ),
  huurcontract_stand_heeft_dag: reject('dag_te_vroeg', 'Kies een dag na het begin van het contract.', {
    field: 'op',
    status: 422,
  }),
} as const

type Stapbaar = 'uitstroomdossier' | 'urgentieaanvraag' | 'woningaanbod' | 'huurcontract'
const stempel = (work: Work) => ({ gewijzigd_op: work.now, gewijzigd_door: work.vrager.gebruikerId })

/** The open dossier of these files of one person, locked. */
export function lockOpenDossier(work: Work, dossiers: readonly Id[]) {
  return work.db
    .selectFrom('uitstroomdossier')
    .selectAll()
    .where('persoon_id', 'in', [...dossiers])
    .where('afgerond_op', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

/** Makes the row at the first edit; undefined when somebody else did so just now. */
export async function insertDossier(
  work: Work,
  values: { persoonId: Id; begonnenOp: PlainDate },
): Promise<Id | undefined> {
  const row = await work.db
    .insertInto('uitstroomdossier')
    .values({
      id: work.newId(),
      regio_id: work.regioId,
      persoon_id: values.persoonId,
      begonnen_op: values.begonnenOp,
      aangemaakt_op: work.now,
      ...stempel(work),
    })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export async function saveVoorwaarden(
  work: Work,
  dossier: { id: Id; persoon_id: Id },
  antwoorden: readonly { code: string; stand: 'ja' | 'nee' | 'nvt'; notitie: string | null }[],
): Promise<void> {
  await work.db
    .insertInto('uitstroom_voorwaarde')
    .values(
      antwoorden.map((one) => ({
        regio_id: work.regioId,
        dossier_id: dossier.id,
        persoon_id: dossier.persoon_id,
        ...one,
        vastgelegd_op: work.now,
        vastgelegd_door: work.vrager.gebruikerId,
      })),
    )
    .onConflict((c) =>
      c.columns(['dossier_id', 'code']).doUpdateSet((e) => ({
        stand: e.ref('excluded.stand'),
        notitie: e.ref('excluded.notitie'),
        vastgelegd_op: e.ref('excluded.vastgelegd_op'),
        vastgelegd_door: e.ref('excluded.vastgelegd_door'),
      })),
    )
    .execute()
}

type Eigen = 'id' | 'regio_id' | 'versie' | 'gewijzigd_op' | 'gewijzigd_door'

export async function insertStapbaar<T extends Exclude<Stapbaar, 'uitstroomdossier'>>(
  work: Work,
  tabel: T,
  values: Omit<Insertable<DB[T]>, Eigen> & { readonly id?: Id },
): Promise<Id | Rejection> {
  const id = values.id ?? work.newId()
  // @NOTE The columns of an open type parameter cannot be resolved here; `values` was checked against its table.
  const done = await catchConstraint(
    work.db
      .insertInto(tabel as 'woningaanbod')
      .values({ ...values, id, regio_id: work.regioId, ...stempel(work) } as never)
      .execute(),
    constraints,
  )
  return isRejection(done) ? done : id
}

/** A row that is stepped through its states, locked; undefined when it does not exist or is out of sight. */
export async function lockStapbaar<T extends Stapbaar>(work: Work, tabel: T, id: Id) {
  const row = await work.db
    .selectFrom(tabel as 'woningaanbod')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row as
    | (T extends 'urgentieaanvraag'
        ? import('kysely').Selectable<DB['urgentieaanvraag']>
        : T extends 'huurcontract'
          ? import('kysely').Selectable<DB['huurcontract']>
          : T extends 'uitstroomdossier'
            ? import('kysely').Selectable<DB['uitstroomdossier']>
            : import('kysely').Selectable<DB['woningaanbod']>)
    | undefined
}

/** Writes on a row that the caller locked, and raises its version. */
export async function updateStapbaar<T extends Stapbaar>(
  work: Work,
  tabel: T,
  row: { id: Id; versie: number },
  values: Updateable<DB[T]>,
): Promise<number | Rejection> {
  const versie = row.versie + 1
  const done = await catchConstraint(
    work.db
      .updateTable(tabel as 'woningaanbod')
      .set({ ...(values as object), versie, ...stempel(work) })
      .where('id', '=', row.id)
      .execute(),
    constraints,
  )
  return isRejection(done) ? done : versie
}

export async function insertPartijen(
  work: Work,
  contract: { id: Id; persoonId: Id },
  partijen: readonly { rol: 'verhuurder' | 'hoofdhuurder' | 'begeleider'; naam: string }[],
): Promise<void> {
  await work.db
    .insertInto('huurcontract_partij')
    .values(
      partijen.map((one) => ({
        regio_id: work.regioId,
        contract_id: contract.id,
        persoon_id: contract.persoonId,
        ...one,
      })),
    )
    .execute()
}

export async function insertOverleg(
  work: Work,
  values: Omit<Insertable<DB['maatwerkoverleg']>, 'id' | 'regio_id' | 'vastgelegd_op' | 'vastgelegd_door'>,
): Promise<Id> {
  const id = work.newId()
  await work.db
    .insertInto('maatwerkoverleg')
    .values({
      ...values,
      id,
      regio_id: work.regioId,
      vastgelegd_op: work.now,
      vastgelegd_door: work.vrager.gebruikerId,
    })
    .execute()
  return id
}

/**
 * The corporatie answers; it sees neither the person nor the dossier. Row-level security lets only its own open question
 * through, so nothing happens to any other. Returns whose question it was.
 */
export async function answerRow(
  work: Work,
  id: Id,
  values: Updateable<DB['woningaanbod']>,
): Promise<{ persoonId: Id } | undefined> {
  return work.db
    .updateTable('woningaanbod')
    .set({ ...values, versie: sql`versie + 1`, ...stempel(work) })
    .where('id', '=', id)
    .where('status', '=', 'gevraagd')
    .where('corporatie_id', '=', work.vrager.organisatieId)
    .returning('persoon_id as persoonId')
    .executeTakeFirst()
}
