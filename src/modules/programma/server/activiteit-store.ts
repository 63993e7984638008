import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { DB } from '../../../platform/db/tables.ts'
import { updateRow } from '../../../platform/update-row.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import type { Resultaat } from '../domain/activiteit-contract.ts'

// The only place that writes activiteit and the lists that belong to it.

export type Activiteit = Selectable<DB['activiteit']>

export interface Lijsten {
  readonly dient: readonly Id[]
  readonly stappen: readonly { readonly omschrijving: string; readonly gereedOp: PlainDate | null }[]
  readonly resultaten: readonly Resultaat[]
  readonly kartrekkers: readonly Partij[]
  readonly nodig: readonly Partij[]
  readonly verbanden: readonly string[]
  readonly indicatoren: readonly string[]
}
interface Partij {
  readonly naam: string
  readonly partnerId: Id | null
}

const fout = (code: string, message: string, field: string) => reject(code, message, { status: 422, field })

const constraints: Readonly<Record<string, Rejection>> = {
  activiteit_code_eenmaal: reject(
    'activiteit_bestaat',
    'In dit programma is er al een activiteit met deze code. Kies een andere code, of vul ook een paragraaf in.',
    { field: 'code' },
  ),
  activiteit_resultaat_nummer_eenmaal: reject(
    'resultaat_bestaat',
    'Bij deze activiteit is er al een resultaat met dit nummer.',
    { field: 'nummer' },
  ),
  activiteit_planning_volledig: fout(
    'planning_past_niet',
    'Kies het eerste en het laatste kwartaal.',
    'vanKwartaal',
  ),
  activiteit_eindigt_niet_voor_begin: fout(
    'planning_past_niet',
    'Het laatste kwartaal ligt voor het eerste.',
    'totKwartaal',
  ),
  activiteit_participatie_uitgelegd: fout(
    'participatie_ontbreekt',
    'Vul in hoe inwoners of ervaringsdeskundigen meedoen.',
    'participatieHoe',
  ),
  activiteit_dient_onderdeel_bestaat: fout(
    'onderdeel_onbekend',
    'Dit onderdeel bestaat niet meer. Kies een ander.',
    'dient',
  ),
  activiteit_partij_partner_bestaat: fout(
    'partner_onbekend',
    'Deze partner bestaat niet meer. Kies een andere.',
    'nodig',
  ),
  resultaat_waarde_houdt_resultaat: reject(
    'resultaat_heeft_getallen',
    'Bij een resultaat dat u weghaalt, staan getallen. Laat het staan, of zet in de naam dat het vervalt.',
    { field: 'resultaten' },
  ),
  activiteit_resultaat_houdt_eenheid: fout(
    'resultaat_heeft_getallen',
    'Bij dit resultaat staan getallen. Laat staan waarin u telt.',
    'eenheid',
  ),
}

export async function lockActiviteit(work: Work, id: Id): Promise<Activiteit | Rejection> {
  const row = await work.db
    .selectFrom('activiteit')
    .selectAll()
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ?? notFound('Deze activiteit')
}

const nieuw = (work: Work) => ({
  regio_id: work.regioId,
  aangemaakt_op: work.now,
  gewijzigd_op: work.now,
  gewijzigd_door: work.vrager.gebruikerId,
})

type Waarden = Omit<Insertable<DB['activiteit']>, 'id' | 'volgorde' | keyof ReturnType<typeof nieuw>>

/** Comes last in its programma. */
export async function insertActiviteit(
  work: Work,
  values: Waarden,
  lijsten: Lijsten,
): Promise<Id | Rejection> {
  const id = work.newId()
  const volgorde = sql<number>`(select coalesce(max(a.volgorde), 0) + 1 from onderdak.activiteit a where a.programma_id = ${values.programma_id})`
  const done = await catchConstraint(
    work.db
      .insertInto('activiteit')
      .values({ id, ...nieuw(work), ...values, volgorde })
      .execute(),
    constraints,
  )
  if (isRejection(done)) return done
  return (await writeLijsten(work, id, lijsten)) ?? id
}

/** Writes a locked row with the version that the editor saw; returns the new version, or who was first. */
export const updateActiviteit = (
  work: Work,
  seen: { readonly id: Id; readonly versie: number },
  values: Updateable<DB['activiteit']>,
) => updateRow(work, 'activiteit', seen, values, constraints)

export async function replaceActiviteit(
  work: Work,
  seen: { readonly id: Id; readonly versie: number },
  values: Updateable<DB['activiteit']>,
  lijsten: Lijsten,
): Promise<number | Rejection> {
  const versie = await updateActiviteit(work, seen, values)
  if (isRejection(versie)) return versie
  return (await writeLijsten(work, seen.id, lijsten)) ?? versie
}

const lijsttabellen = [
  'activiteit_dient',
  'activiteit_stap',
  'activiteit_partij',
  'activiteit_verband',
  'activiteit_indicator',
] as const

/** The lists as they are now: what was there goes, but a result keeps its row, as its numbers hang on it. */
async function writeLijsten(work: Work, id: Id, lijsten: Lijsten): Promise<Rejection | undefined> {
  for (const tabel of lijsttabellen)
    await work.db
      .deleteFrom(tabel)
      .where('regio_id', '=', work.regioId)
      .where('activiteit_id', '=', id)
      .execute()
  const van = { regio_id: work.regioId, activiteit_id: id }
  const refused = await writeResultaten(work, id, lijsten.resultaten)
  if (refused) return refused
  const partijen = partijRijen(lijsten)
  const dient = [...new Set(lijsten.dient)].map((onderdeel_id) => ({ ...van, onderdeel_id }))
  const stappen = lijsten.stappen.map(({ omschrijving, gereedOp }, i) => ({
    id: work.newId(),
    ...van,
    volgorde: i + 1,
    omschrijving,
    gereed_op: gereedOp,
  }))
  const verbanden = lijsten.verbanden.map((naam, i) => ({ id: work.newId(), ...van, naam, volgorde: i + 1 }))
  const indicatoren = [...new Set(lijsten.indicatoren)].map((indicator) => ({
    ...van,
    indicator,
    gekozen_op: work.now,
  }))
  const done = await catchConstraint(
    (async () => {
      if (dient.length > 0) await work.db.insertInto('activiteit_dient').values(dient).execute()
      if (stappen.length > 0) await work.db.insertInto('activiteit_stap').values(stappen).execute()
      if (partijen.length > 0)
        await work.db
          .insertInto('activiteit_partij')
          .values(partijen.map((partij) => ({ id: work.newId(), ...van, ...partij })))
          .execute()
      if (verbanden.length > 0) await work.db.insertInto('activiteit_verband').values(verbanden).execute()
      if (indicatoren.length > 0)
        await work.db.insertInto('activiteit_indicator').values(indicatoren).execute()
    })(),
    constraints,
  )
  return isRejection(done) ? done : undefined
}

function partijRijen({ kartrekkers, nodig, resultaten }: Lijsten) {
  const rij =
    (rol: 'kartrekker' | 'nodig', resultaat_nummer: number | null) =>
    ({ naam, partnerId }: Partij) => ({ rol, naam, partner_id: partnerId, resultaat_nummer })
  return [
    ...kartrekkers.map(rij('kartrekker', null)),
    ...resultaten.flatMap((een) => een.kartrekkers.map(rij('kartrekker', een.nummer))),
    ...nodig.map(rij('nodig', null)),
  ].map((partij, i) => ({ ...partij, volgorde: i + 1 }))
}

async function writeResultaten(
  work: Work,
  id: Id,
  resultaten: readonly Resultaat[],
): Promise<Rejection | undefined> {
  const weg = work.db
    .deleteFrom('activiteit_resultaat')
    .where('regio_id', '=', work.regioId)
    .where('activiteit_id', '=', id)
  const nummers = resultaten.map(({ nummer }) => nummer)
  const gone = await catchConstraint(
    (nummers.length === 0 ? weg : weg.where('nummer', 'not in', nummers)).execute(),
    constraints,
  )
  if (isRejection(gone)) return gone
  for (const [i, een] of resultaten.entries()) {
    const values = resultaatKolommen(een)
    const done = await catchConstraint(
      work.db
        .insertInto('activiteit_resultaat')
        .values({ id: work.newId(), ...nieuw(work), activiteit_id: id, nummer: een.nummer, ...values })
        .onConflict((on) =>
          on.columns(['activiteit_id', 'nummer']).doUpdateSet({
            ...values,
            versie: sql<number>`activiteit_resultaat.versie + 1`,
            gewijzigd_op: work.now,
            gewijzigd_door: work.vrager.gebruikerId,
          }),
        )
        .execute(),
      constraints,
    )
    if (isRejection(done)) return { ...done, field: `resultaten.${i}.${done.field}` }
  }
  return undefined
}

const resultaatKolommen = (een: Resultaat) => ({
  naam: een.naam,
  soort: een.soort,
  eenheid: een.eenheid,
  streefwaarde: een.streefwaarde === null ? null : String(een.streefwaarde),
  streef_op: een.streefOp,
  richting: een.richting,
  indicator: een.indicator,
  toelichting: een.toelichting,
})

/** Adds a result beside those that are there; returns its id. */
export async function insertResultaat(work: Work, activiteitId: Id, een: Resultaat): Promise<Id | Rejection> {
  const id = work.newId()
  const van = { regio_id: work.regioId, activiteit_id: activiteitId }
  const done = await catchConstraint(
    work.db
      .insertInto('activiteit_resultaat')
      .values({ id, ...nieuw(work), ...van, nummer: een.nummer, ...resultaatKolommen(een) })
      .execute(),
    constraints,
  )
  if (isRejection(done)) return done
  if (een.kartrekkers.length === 0) return id
  const last = sql<number>`(select coalesce(max(t.volgorde), 0) from onderdak.activiteit_partij t where t.activiteit_id = ${activiteitId})`
  await work.db
    .insertInto('activiteit_partij')
    .values(
      een.kartrekkers.map(({ naam, partnerId }, i) => ({
        id: work.newId(),
        ...van,
        rol: 'kartrekker',
        naam,
        partner_id: partnerId,
        resultaat_nummer: een.nummer,
        volgorde: sql<number>`${last} + ${i + 1}`,
      })),
    )
    .execute()
  return id
}

/** The lists as they are, in their order. */
export async function readLijsten(work: Work, id: Id): Promise<Lijsten> {
  const { rows } = await sql<Lijsten>`
    select
      array(select d.onderdeel_id from onderdak.activiteit_dient d where d.activiteit_id = a.id order by d.onderdeel_id) as dient,
      (select coalesce(jsonb_agg(jsonb_build_object('omschrijving', s.omschrijving, 'gereedOp', s.gereed_op) order by s.volgorde), '[]') from onderdak.activiteit_stap s where s.activiteit_id = a.id) as stappen,
      (select coalesce(jsonb_agg(jsonb_build_object('nummer', r.nummer, 'naam', r.naam, 'soort', r.soort, 'eenheid', r.eenheid, 'streefwaarde', r.streefwaarde, 'streefOp', r.streef_op, 'richting', r.richting, 'indicator', r.indicator, 'toelichting', r.toelichting,
        'kartrekkers', (select coalesce(jsonb_agg(jsonb_build_object('naam', t.naam, 'partnerId', t.partner_id) order by t.volgorde), '[]') from onderdak.activiteit_partij t where t.activiteit_id = a.id and t.resultaat_nummer = r.nummer)) order by r.nummer), '[]')
        from onderdak.activiteit_resultaat r where r.activiteit_id = a.id) as resultaten,
      (select coalesce(jsonb_agg(jsonb_build_object('naam', t.naam, 'partnerId', t.partner_id) order by t.volgorde), '[]') from onderdak.activiteit_partij t where t.activiteit_id = a.id and t.rol = 'kartrekker' and t.resultaat_nummer is null) as kartrekkers,
      (select coalesce(jsonb_agg(jsonb_build_object('naam', t.naam, 'partnerId', t.partner_id) order by t.volgorde), '[]') from onderdak.activiteit_partij t where t.activiteit_id = a.id and t.rol = 'nodig') as nodig,
      array(select v.naam from onderdak.activiteit_verband v where v.activiteit_id = a.id order by v.volgorde) as verbanden,
      array(select i.indicator from onderdak.activiteit_indicator i where i.activiteit_id = a.id order by i.indicator) as indicatoren
    from onderdak.activiteit a where a.regio_id = ${work.regioId} and a.id = ${id}`.execute(work.db)
  return rows[0]!
}

const nietKlaar = sql`coalesce((select s.stand from onderdak.activiteit_stand s where s.activiteit_id = a.id order by s.op desc, s.vastgelegd_op desc, s.id desc limit 1), '') not in ('afgerond', 'voortijdig_beeindigd')`

/** Activities of a programma that are neither done nor stopped, in their order. */
export async function listLopende(work: Work, programmaId: Id): Promise<Activiteit[]> {
  const { rows } = await sql<Activiteit>`
    select a.* from onderdak.activiteit a where a.regio_id = ${work.regioId} and a.programma_id = ${programmaId} and ${nietKlaar} order by a.volgorde`.execute(
    work.db,
  )
  return rows
}

/** What still runs in other programmes, without those that were replaced, and serves a part of this one. */
export async function lockDienende(work: Work, programmaId: Id): Promise<Activiteit[]> {
  const { rows } = await sql<Activiteit>`
    select a.* from onderdak.activiteit a where a.regio_id = ${work.regioId} and a.programma_id <> ${programmaId} and ${nietKlaar}
      and not exists (select 1 from onderdak.programma n where n.vervangt_id = a.programma_id)
      and exists (select 1 from onderdak.activiteit_dient d join onderdak.programmaonderdeel o on o.id = d.onderdeel_id where d.activiteit_id = a.id and o.programma_id = ${programmaId})
    order by a.id for update of a`.execute(work.db)
  return rows
}

/** Writes which parts a locked activiteit serves from now on; returns its new version. */
export async function replaceDient(
  work: Work,
  row: Activiteit,
  dient: readonly Id[],
): Promise<number | Rejection> {
  await work.db
    .deleteFrom('activiteit_dient')
    .where('regio_id', '=', work.regioId)
    .where('activiteit_id', '=', row.id)
    .execute()
  await work.db
    .insertInto('activiteit_dient')
    .values(dient.map((onderdeel_id) => ({ regio_id: work.regioId, activiteit_id: row.id, onderdeel_id })))
    .execute()
  return updateActiviteit(work, row, {})
}
