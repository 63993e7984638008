import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import { conflict } from '../../../platform/conflict.ts'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { DB } from '../../../platform/db/tables.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { formatMoment, type PlainDate } from '../../../shared/plain-date.ts'
import { notFound, type Rejection, reject } from '../../../shared/rejection.ts'

export type MeldingRij = Selectable<DB['melding']>

/** Takes the row of a melding for this transaction; every command of this module starts here. */
export async function lockMelding(work: Work, id: Id, versie?: number): Promise<MeldingRij | Rejection> {
  const melding = await work.db
    .selectFrom('melding')
    .selectAll()
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!melding) return notFound('Deze melding')
  work.saw(melding.persoon_id)
  if (versie !== undefined && melding.versie !== versie) return conflict(work, 'melding', id, versie)
  return melding
}

/** Writes a locked melding and raises its version; returns the new version. */
export async function updateMelding(
  work: Work,
  melding: MeldingRij,
  values: Updateable<DB['melding']>,
): Promise<number | Rejection> {
  const versie = melding.versie + 1
  const result = await catchConstraint(
    work.db
      .updateTable('melding')
      .set({ ...values, versie, gewijzigd_op: work.now, gewijzigd_door: work.vrager.gebruikerId })
      .where('id', '=', melding.id)
      .where('versie', '=', melding.versie)
      .execute(),
    keuzefouten,
  )
  return 'rejected' in result ? result : versie
}

const keuzefouten = {
  melding_gemeente_code_fkey: reject('gemeente_onbekend', 'Kies een gemeente uit de lijst.', {
    status: 422,
    field: 'gemeenteCode',
  }),
  melding_melder_organisatie_id_fkey: reject('organisatie_onbekend', 'Kies een organisatie uit de lijst.', {
    status: 422,
    field: 'melderOrganisatieId',
  }),
  vo_code_rood_verblijft: reject(
    'code_rood_verblijft_hier',
    'Deze cliënt verblijft nu in de regio. Met code rood kan dat alleen met een reden. Schrijf op waarom de cliënt nog even hier blijft en wie dat besloot.',
    {
      status: 422,
      field: 'roodHierReden',
      possible: [
        'Schrijf de reden op, en regel vandaag een noodbed elders.',
        'Of leg eerst het vertrek naar elders vast.',
      ],
    },
  ),
  melding_rood_hier_zonder_adres: reject(
    'adres_niet_vastleggen',
    'Noem hier geen adres. Haal de straat of de postcode weg.',
    { status: 422, field: 'roodHierReden' },
  ),
}

export async function insertMelding(
  work: Work,
  values: Insertable<DB['melding']>,
): Promise<undefined | Rejection> {
  const result = await catchConstraint(work.db.insertInto('melding').values(values).execute(), keuzefouten)
  return 'rejected' in result ? result : undefined
}

/** Next number of the region in a year; the row lock makes numbers unique and without gaps. */
export async function takeNummer(work: Work): Promise<string> {
  const jaar = Number(work.today.slice(0, 4))
  const { laatste } = await work.db
    .insertInto('meldingnummer')
    .values({ regio_id: work.regioId, jaar, laatste: 1 })
    .onConflict((c) =>
      c.columns(['regio_id', 'jaar']).doUpdateSet({ laatste: sql<number>`meldingnummer.laatste + 1` }),
    )
    .returning('laatste')
    .executeTakeFirstOrThrow()
  return `M-${jaar}-${String(laatste).padStart(6, '0')}`
}

export interface Voorgeschiedenis {
  readonly geboortedatum: PlainDate | null
  readonly geboortejaar: number | null
  readonly isGeheim: boolean
  readonly vorigeId: Id | null
  readonly vorigeOp: PlainDate | null
  readonly vorigeGeweigerd: boolean
  readonly uitgestroomdOp: PlainDate | null
}

/** Reasons of end that move a person on inside the chain: no outflow, so coming back is no re-entry (TRJ-08). */
const doorstroomredenen = ['verhuisd', 'doorstroom']

/** Age, last melding and last outflow of a person up to a day, in one query; merged files count. Undefined when out of sight. */
export async function findVoorgeschiedenis(
  work: Work,
  persoonId: Id,
  op: PlainDate,
  behalve?: Id,
): Promise<Voorgeschiedenis | undefined> {
  const { rows } = await sql<Voorgeschiedenis>`
    select p.geboortedatum, p.geboortejaar, p.is_geheim as "isGeheim", v.id as "vorigeId", v.meldingsdatum as "vorigeOp",
      coalesce(v.uitkomst = 'geweigerd', false) as "vorigeGeweigerd", u.op as "uitgestroomdOp"
    from persoon p
    left join lateral (
      select m.id, m.meldingsdatum, b.uitkomst from melding m left join besluit b on b.melding_id = m.id
      where m.persoon_id = any (array(select p.id union all select s.id from persoon s where s.samengevoegd_in = p.id))
        and m.meldingsdatum <= ${op} and m.id is distinct from ${behalve ?? null}::uuid
      order by m.meldingsdatum desc, m.id desc limit 1
    ) v on true
    left join lateral (
      select max(x.geeindigd_op) as op from verblijf_persoon vp join verblijf x on x.id = vp.verblijf_id
      where vp.persoon_id = p.id and x.geeindigd_op <= ${op} and x.eindreden <> all(${doorstroomredenen})
        and not exists (select 1 from verblijf_persoon nu where nu.persoon_id = p.id and nu.tot is null)
    ) u on true
    where p.id = ${persoonId} and p.samengevoegd_in is null`.execute(work.db)
  return rows[0]
}

export async function insertVervolgen(work: Work, rows: readonly Insertable<DB['vervolg']>[]): Promise<void> {
  if (rows.length > 0) await work.db.insertInto('vervolg').values(rows).execute()
}

/** What must happen now with the person, or with the anonymous melding. */
export async function findOpvolging(work: Work, melding: Pick<MeldingRij, 'id' | 'persoon_id'>) {
  const query = work.db
    .selectFrom('opvolging')
    .select(['status', 'organisatie_id', 'contactpersoon_id', 'volgende_stap', 'volgende_stap_op'])
  return melding.persoon_id
    ? query.where('persoon_id', '=', melding.persoon_id).executeTakeFirst()
    : query.where('melding_id', '=', melding.id).executeTakeFirst()
}

/** ` door Noor op 22-11-2026, 23:05`: who was first with something that can be done once. Empty when that is not known. */
export async function firstBy(work: Work, who: { gebruikerId: Id | null; at: Date | null }): Promise<string> {
  if (!who.at) return ''
  const on = ` op ${formatMoment(who.at)}`
  if (who.gebruikerId === null) return on
  if (who.gebruikerId === work.vrager.gebruikerId) return ` door uzelf${on}`
  const gebruiker = await work.db
    .selectFrom('gebruiker')
    .select('naam')
    .where('id', '=', who.gebruikerId)
    .executeTakeFirst()
  return `${gebruiker ? ` door ${gebruiker.naam}` : ''}${on}`
}

/** Whom opvolging is about for this melding. */
export function onderwerpVan(
  melding: Pick<MeldingRij, 'id' | 'persoon_id'>,
): { persoonId: Id } | { meldingId: Id } {
  return melding.persoon_id ? { persoonId: melding.persoon_id } : { meldingId: melding.id }
}
