import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { DB } from '../../../platform/db/tables.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import { locatieNietMogelijk, regioNietMogelijk } from '../../voorstel/domain/veilige-plaats.ts'

// The only place that writes verblijf, verblijf_persoon, verlenging and nachtregistratie.

export type VerblijfRij = Selectable<DB['verblijf']>
type Soort = 'hoofd' | 'time_out'

const plekBezet = reject(
  'plek_bezet_in_periode',
  'Deze plek is in die periode al bezet. Kies een andere plek of een andere dag.',
  { field: 'plekId' },
)
const persoonElders = reject(
  'persoon_verblijft_al',
  'Een van deze mensen verblijft in die periode al ergens. Beëindig dat verblijf eerst.',
  { field: 'op' },
)
const constraints = (work: Work) => ({
  systeem_niet_zelfde_locatie: locatieNietMogelijk('plekId'),
  vo_code_rood_elders: regioNietMogelijk(work.vrager.permissies.has('vrouwenopvang.lezen')),
  verblijf_plek_overlapt_niet: plekBezet,
  time_outboeking_houdt_plek: reject(
    'plek_geboekt',
    'Deze plek is in die dagen geboekt voor een time-out van een ander. Kies een andere plek, of een verwacht einde voor die dag.',
    { field: 'plekId', possible: ['Kies een andere plek.', 'Kies een eerder verwacht einde.'] },
  ),
  verblijf_persoon_overlapt_niet: persoonElders,
  verblijf_einde_voor_volgende: persoonElders,
  verblijf_eindigt_na_begin: reject('einde_voor_begin', 'Het vertrek kan niet voor de aankomst liggen.', {
    field: 'op',
    status: 422,
  }),
  verblijf_overschrijding_heeft_reden: reject(
    'overschrijding_reden_nodig',
    'Dit verblijf duurde langer dan het maximum. Kies waarom.',
    { field: 'overschrijdingReden', status: 422 },
  ),
  verblijf_verwacht_na_begin: reject(
    'verwacht_einde_te_vroeg',
    'Het verwachte einde kan niet voor de eerste nacht liggen.',
    { field: 'verwachtEindeOp', status: 422 },
  ),
  verblijf_uitstroomgereed_binnen: reject(
    'uitstroomgereed_te_vroeg',
    'Kies een dag vanaf de eerste dag van het verblijf.',
    { field: 'op', status: 422 },
  ),
})

export async function insertVerblijf(
  work: Work,
  values: Omit<Insertable<DB['verblijf']>, 'regio_id' | 'aangemaakt_op' | 'gewijzigd_op' | 'gewijzigd_door'>,
  personen: readonly Id[],
  soort: Soort,
): Promise<undefined | Rejection> {
  const made = await catchConstraint(
    work.db
      .insertInto('verblijf')
      .values({
        ...values,
        regio_id: work.regioId,
        aangemaakt_op: work.now,
        gewijzigd_op: work.now,
        gewijzigd_door: work.vrager.gebruikerId,
      })
      .execute(),
    constraints(work),
  )
  if (isRejection(made)) return made
  const people = await catchConstraint(
    work.db
      .insertInto('verblijf_persoon')
      .values(
        personen.map((persoon_id) => ({
          regio_id: work.regioId,
          verblijf_id: values.id,
          persoon_id,
          soort,
          van: values.begonnen_op,
          tot: null,
        })),
      )
      .execute(),
    constraints(work),
  )
  return isRejection(people) ? people : undefined
}

/** The stay, locked; undefined when it does not exist or the asker may not see it. */
export function lockVerblijf(work: Work, id: Id): Promise<VerblijfRij | undefined> {
  return work.db.selectFrom('verblijf').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Writes on a row that the caller locked, and raises its version. */
export async function updateLocked(
  work: Work,
  row: VerblijfRij,
  values: Updateable<DB['verblijf']>,
): Promise<number | Rejection> {
  const versie = row.versie + 1
  const done = await catchConstraint(
    work.db
      .updateTable('verblijf')
      .set({ ...values, versie, gewijzigd_op: work.now, gewijzigd_door: work.vrager.gebruikerId })
      .where('id', '=', row.id)
      .execute(),
    constraints(work),
  )
  return isRejection(done) ? done : versie
}

/** Members who stay on `op`, or at the end of an ended stay. */
export async function listPersonenVan(
  work: Work,
  verblijfId: Id,
): Promise<{ persoonId: Id; van: PlainDate; tot: PlainDate | null }[]> {
  return work.db
    .selectFrom('verblijf_persoon')
    .select(['persoon_id as persoonId', 'van', 'tot'])
    .where('verblijf_id', '=', verblijfId)
    .orderBy('van')
    .orderBy('persoon_id')
    .execute()
}

/** Everyone who still stays (or one person) leaves on `op`. */
export async function endPersonen(
  work: Work,
  input: {
    verblijfId: Id
    op: PlainDate
    /** Who leaves alone, with why and where to; everybody when left out. */
    alleen?: { persoonId: Id; reden: string; bestemming: string }
  },
): Promise<void> {
  const { alleen } = input
  let query = work.db
    .updateTable('verblijf_persoon')
    .set({ tot: input.op, ...(alleen && { eindreden: alleen.reden, bestemming: alleen.bestemming }) })
    .where('verblijf_id', '=', input.verblijfId)
    .where('tot', 'is', null)
  if (alleen) query = query.where('persoon_id', '=', alleen.persoonId)
  await query.execute()
}

/** Who left on the last day stays again. */
export async function reopenPersonen(
  work: Work,
  input: { verblijfId: Id; op: PlainDate },
): Promise<undefined | Rejection> {
  const done = await catchConstraint(
    work.db
      .updateTable('verblijf_persoon')
      .set({ tot: null, eindreden: null, bestemming: null })
      .where('verblijf_id', '=', input.verblijfId)
      .where('tot', '=', input.op)
      .execute(),
    constraints(work),
  )
  return isRejection(done) ? done : undefined
}

export async function insertVerlenging(
  work: Work,
  values: Omit<Insertable<DB['verlenging']>, 'regio_id' | 'id'>,
): Promise<void> {
  await work.db
    .insertInto('verlenging')
    .values({ ...values, id: work.newId(), regio_id: work.regioId })
    .execute()
}

/** Saves the night in one statement; saying the same again changes nothing. Returns how many rows were new or different. */
export async function upsertNacht(
  work: Work,
  nacht: PlainDate,
  rijen: readonly { verblijfId: Id; persoonId: Id; aanwezig: boolean; afwezigReden: string | null }[],
): Promise<number> {
  const rows = await work.db
    .insertInto('nachtregistratie')
    .values(
      rijen.map((rij) => ({
        regio_id: work.regioId,
        verblijf_id: rij.verblijfId,
        persoon_id: rij.persoonId,
        nacht,
        aanwezig: rij.aanwezig,
        afwezig_reden: rij.aanwezig ? null : rij.afwezigReden,
        vastgelegd_op: work.now,
        vastgelegd_door: work.vrager.gebruikerId,
      })),
    )
    .onConflict((c) =>
      c
        .columns(['verblijf_id', 'persoon_id', 'nacht'])
        .doUpdateSet((e) => ({
          aanwezig: e.ref('excluded.aanwezig'),
          afwezig_reden: e.ref('excluded.afwezig_reden'),
          vastgelegd_op: e.ref('excluded.vastgelegd_op'),
          vastgelegd_door: e.ref('excluded.vastgelegd_door'),
        }))
        .where(
          sql<boolean>`(nachtregistratie.aanwezig, nachtregistratie.afwezig_reden) is distinct from (excluded.aanwezig, excluded.afwezig_reden)`,
        ),
    )
    .returning('persoon_id')
    .execute()
  return rows.length
}
