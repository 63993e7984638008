import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { DB } from '../../../platform/db/tables.ts'
import { updateRow as updateVersie } from '../../../platform/update-row.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { tekstNoemt } from '../../duiding/domain/herkenbaar.ts'

// The only place that writes partner and the tables below, and activiteit_verhaal.

export type Tabel =
  | 'partner'
  | 'partnercontact'
  | 'participatiegroep'
  | 'groepslid'
  | 'groepsbijeenkomst'
  | 'groepsinzet'
  | 'advies'
  | 'idee'
  | 'klacht'
  | 'raadpleging'
  | 'raadpleging_punt'
type Eigen = 'regio_id' | 'versie' | 'aangemaakt_op' | 'gewijzigd_op' | 'gewijzigd_door'

const namen: Readonly<Record<Tabel, string>> = {
  partner: 'Deze partner',
  partnercontact: 'Deze contactpersoon',
  participatiegroep: 'Deze groep',
  groepslid: 'Deze naam',
  groepsbijeenkomst: 'Deze bijeenkomst',
  groepsinzet: 'Deze inzet',
  advies: 'Dit advies',
  idee: 'Dit idee',
  klacht: 'Deze klacht',
  raadpleging: 'Deze raadpleging',
  raadpleging_punt: 'Deze stelling of wens',
}

const fout = (code: string, message: string, field: string) => reject(code, message, { status: 422, field })
const bestaat = (code: string, message: string, field: string) => reject(code, message, { field })

export const partnerBestaat = (wie?: string) =>
  bestaat(
    'partner_bestaat',
    wie
      ? `Deze partner is er al: ${wie}. Werk die bij.`
      : 'Deze partner is er al, misschien onder een andere naam. Zoek in de lijst van partners.',
    'naam',
  )

const constraints: Readonly<Record<string, Rejection>> = {
  partner_naam_is_vrij: partnerBestaat(),
  partner_naam_eenmaal: partnerBestaat(),
  partnercontact_met_doel_en_einde: fout(
    'doel_ontbreekt',
    'Vul in waarvoor u deze gegevens bewaart, en tot wanneer.',
    'doel',
  ),
  participatiegroep_naam_eenmaal: bestaat(
    'groep_bestaat',
    'Er is al een groep met deze naam. Werk die bij, of kies een andere naam.',
    'naam',
  ),
  participatiegroep_via_een: fout(
    'via_past_niet',
    'Kies een partner, of vul een andere organisatie in. Eén van beide.',
    'via',
  ),
  participatiegroep_eindigt_na_begin: fout(
    'datum_past_niet',
    'Kies een dag op of na de eerste dag.',
    'totEnMet',
  ),
  groepslid_toestemming_heeft_einde: fout(
    'datum_past_niet',
    'Kies een dag op of na de dag van de toestemming.',
    'toestemmingTotEnMet',
  ),
  groepsbijeenkomst_een_per_dag: bestaat(
    'bijeenkomst_bestaat',
    'Op deze dag staat er al een bijeenkomst van deze groep. Werk die bij.',
    'op',
  ),
  groepsinzet_eindigt_na_begin: fout('datum_past_niet', 'Kies een dag op of na de eerste dag.', 'totEnMet'),
  groepsinzet_een_per_begin: bestaat(
    'inzet_bestaat',
    'Dit staat er al: deze groep doet vanaf deze dag zo mee bij deze activiteit.',
    'van',
  ),
  advies_waarover_een: fout(
    'waarover_past_niet',
    'Kies een activiteit of een programma, niet allebei.',
    'programmaId',
  ),
  advies_verwacht_na_vraag: fout('datum_past_niet', 'Kies een dag op of na de dag van vragen.', 'verwachtOp'),
  advies_ontvangen_na_vraag: fout(
    'datum_past_niet',
    'Kies een dag op of na de dag van vragen.',
    'ontvangenOp',
  ),
  advies_antwoord_na_ontvangst: fout(
    'datum_past_niet',
    'Kies een dag op of na de dag waarop het advies kwam.',
    'antwoordOp',
  ),
  advies_motivering_gegeven: fout(
    'motivering_ontbreekt',
    'Vul in waarom het advies niet of niet helemaal is overgenomen.',
    'motivering',
  ),
  idee_overgenomen_in_activiteit: fout(
    'activiteit_ontbreekt',
    'Kies in welke activiteit het idee is overgenomen.',
    'activiteitId',
  ),
  klacht_antwoord_na_ontvangst: fout(
    'datum_past_niet',
    'Kies een dag op of na de dag van ontvangst.',
    'antwoordOp',
  ),
  raadpleging_is_geweest: fout('datum_past_niet', 'Deze dag moet nog komen. Kies vandaag of eerder.', 'op'),
  raadpleging_eenmaal: bestaat(
    'raadpleging_bestaat',
    'Deze raadpleging van deze dag staat er al. Werk die bij.',
    'gelegenheid',
  ),
  raadpleging_punt_getallen_bij_stelling: fout(
    'getallen_passen_niet',
    'Vul bij een stelling in hoeveel procent het eens en oneens is. Bij een wens hoort geen percentage.',
    'eens',
  ),
  raadpleging_punt_samen_hooguit_alles: fout(
    'getallen_passen_niet',
    'Eens en oneens zijn samen meer dan 100 procent. Kijk de getallen na.',
    'oneens',
  ),
  activiteit_verhaal_eenmaal: bestaat(
    'hoort_er_al_bij',
    'Dit verhaal hoort al bij deze activiteit.',
    'activiteitId',
  ),
}

/** The row for this transaction, whatever its version: the state says first what can be done. */
export async function lockRow<T extends Tabel>(
  work: Work,
  tabel: T,
  id: Id,
): Promise<Selectable<DB[T]> | Rejection> {
  const { rows } = await sql<Selectable<DB[T]>>`
    select * from ${sql.table(tabel)} where regio_id = ${work.regioId} and id = ${id} for update`.execute(
    work.db,
  )
  return rows[0] ?? notFound(namen[tabel])
}

/** Inserts a record of this module and returns its id. */
export async function insertRow<T extends Tabel>(
  work: Work,
  tabel: T,
  values: Omit<Insertable<DB[T]>, Eigen | 'id'>,
): Promise<Id | Rejection> {
  const id = work.newId()
  // @NOTE The columns of an open type parameter cannot be resolved here; `values` was checked against its table.
  const row = {
    ...values,
    id,
    regio_id: work.regioId,
    aangemaakt_op: work.now,
    gewijzigd_op: work.now,
    gewijzigd_door: work.vrager.gebruikerId,
  } as never
  const done = await catchConstraint(
    work.db
      .insertInto(tabel as 'partner')
      .values(row)
      .execute(),
    constraints,
  )
  return isRejection(done) ? done : id
}

/** Writes a locked row with the version that the editor saw. `veld`: the field of the form whose text must name nobody. */
export const updateRow = <T extends Tabel>(
  work: Work,
  tabel: T,
  seen: { readonly id: Id; readonly versie: number },
  values: Updateable<DB[T]>,
  veld = 'tekst',
) => updateVersie(work, tabel, seen, values as never, { ...constraints, ...tekstNoemt(veld) })

/** False when the same code is there already. */
export async function insertIdee(work: Work, values: Omit<Insertable<DB['idee']>, Eigen>): Promise<boolean> {
  const done = await work.db
    .insertInto('idee')
    .values({
      ...values,
      regio_id: work.regioId,
      aangemaakt_op: work.now,
      gewijzigd_op: work.now,
      gewijzigd_door: work.vrager.gebruikerId,
    })
    .onConflict((c) => c.columns(['regio_id', 'code_index']).doNothing())
    .executeTakeFirst()
  return Number(done.numInsertedOrUpdatedRows ?? 0) === 1
}

export async function insertActiviteitverhaal(
  work: Work,
  van: { readonly activiteitId: Id; readonly verhaalId: Id },
): Promise<Id | Rejection> {
  const id = work.newId()
  const done = await catchConstraint(
    work.db
      .insertInto('activiteit_verhaal')
      .values({
        id,
        regio_id: work.regioId,
        activiteit_id: van.activiteitId,
        verhaal_id: van.verhaalId,
        gekoppeld_op: work.now,
        gekoppeld_door: work.vrager.gebruikerId,
      })
      .execute(),
    constraints,
  )
  return isRejection(done) ? done : id
}

/** The activiteit that it belonged to; undefined when it did not. */
export async function deleteActiviteitverhaal(
  work: Work,
  id: Id,
): Promise<{ activiteitId: Id; verhaalId: Id } | undefined> {
  return work.db
    .deleteFrom('activiteit_verhaal')
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .returning(['activiteit_id as activiteitId', 'verhaal_id as verhaalId'])
    .executeTakeFirst()
}

export async function deletePunt(work: Work, id: Id): Promise<void> {
  await work.db
    .deleteFrom('raadpleging_punt')
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .execute()
}
