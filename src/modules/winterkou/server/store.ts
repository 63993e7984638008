import { sql } from 'kysely'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'

// The only place that writes the tables of winterkou.

const none = (rows: unknown): undefined | Rejection => (isRejection(rows) ? rows : undefined)

export async function insertPeriode(
  work: Work,
  row: {
    id: Id
    soort: string
    van: PlainDate
    reden: string
    temperatuur: number | null
    afwijking_reden: string | null
    besloten_door: string
    besloten_op: PlainDate
    bron: string | null
  },
  locaties: readonly { locatieId: Id; percentage: number }[],
): Promise<undefined | Rejection> {
  const { temperatuur, ...values } = row
  const write = work.db
    .insertInto('winterperiode')
    .values({
      ...values,
      temperatuur: temperatuur === null ? null : String(temperatuur),
      regio_id: work.regioId,
      vastgelegd_op: work.now,
      vastgelegd_door: work.vrager.gebruikerId,
    })
    .execute()
  const refused = none(
    await catchConstraint(write, {
      winterperiode_overlapt_niet: reject(
        'periode_loopt_al',
        'In deze dagen staat dit al aan. Beëindig eerst de periode die loopt, of kies een latere dag.',
        { field: 'van' },
      ),
    }),
  )
  if (refused || locaties.length === 0) return refused
  await work.db
    .insertInto('calamiteit_locatie')
    .values(
      locaties.map(({ locatieId, percentage }) => ({
        regio_id: work.regioId,
        winterperiode_id: row.id,
        locatie_id: locatieId,
        percentage,
      })),
    )
    .execute()
  return undefined
}

/** Locks the periode: who registers a guest waits until its end is decided. */
export function lockPeriode(work: Work, id: Id) {
  return work.db
    .selectFrom('winterperiode')
    .selectAll()
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** Holds the periode as it is until the end of the transaction, together with others who do the same. */
export function holdPeriode(work: Work, id: Id) {
  return work.db
    .selectFrom('winterperiode')
    .select(['van', 'tot'])
    .where('id', '=', id)
    .forShare()
    .executeTakeFirst()
}

export async function endPeriode(
  work: Work,
  target: { id: Id; versie: number },
  einde: { tot: PlainDate; reden: string; beslotenDoor: string; beslotenOp: PlainDate },
): Promise<undefined | Rejection> {
  const write = work.db
    .updateTable('winterperiode')
    .set({
      tot: einde.tot,
      einde_reden: einde.reden,
      einde_besloten_door: einde.beslotenDoor,
      einde_besloten_op: einde.beslotenOp,
      einde_vastgelegd_op: work.now,
      einde_vastgelegd_door: work.vrager.gebruikerId,
      versie: target.versie + 1,
    })
    .where('id', '=', target.id)
    .execute()
  return none(
    await catchConstraint(write, {
      winterperiode_met_gasten: reject(
        'nacht_met_gasten',
        'Vanaf die dag zijn al gasten genoteerd. Kies een latere dag, of maak die registraties eerst ongedaan.',
        { field: 'tot' },
      ),
    }),
  )
}

/** Closes the plan that holds on `van` and begins the new one; nothing begins when `bedden` is 0. */
export async function setCapaciteit(
  work: Work,
  row: { id: Id; locatieId: Id; bedden: number; van: PlainDate; bron: string | null },
): Promise<undefined | Rejection> {
  const ofLocatie = work.db
    .selectFrom('wintercapaciteit')
    .select(['id', 'van'])
    .where('regio_id', '=', work.regioId)
    .where('locatie_id', '=', row.locatieId)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', row.van)]))
  for (const before of await ofLocatie.forUpdate().execute()) {
    if (before.van > row.van)
      return reject('later_plan', 'Er is al een plan dat later ingaat. Kies die dag of een latere dag.', {
        field: 'van',
      })
    if (before.van === row.van)
      await work.db.deleteFrom('wintercapaciteit').where('id', '=', before.id).execute()
    else
      await work.db
        .updateTable('wintercapaciteit')
        .set((e) => ({ tot: row.van, versie: e('versie', '+', 1) }))
        .where('id', '=', before.id)
        .execute()
  }
  if (row.bedden === 0) return undefined
  const write = work.db
    .insertInto('wintercapaciteit')
    .values({
      id: row.id,
      regio_id: work.regioId,
      locatie_id: row.locatieId,
      bedden: row.bedden,
      van: row.van,
      bron: row.bron,
    })
    .execute()
  return none(
    await catchConstraint(write, {
      wintercapaciteit_overlapt_niet: reject(
        'plan_overlapt',
        'Een collega legde net een plan voor deze locatie vast. Kijk eerst wat er nu staat.',
        { field: 'van' },
      ),
    }),
  )
}

/** The night of a locatie, locked: whoever notes guests there does so one at a time. */
export async function lockNacht(
  work: Work,
  row: { periodeId: Id; locatieId: Id; nacht: PlainDate },
): Promise<Id> {
  await work.db
    .insertInto('winternacht')
    .values({
      id: work.newId(),
      regio_id: work.regioId,
      winterperiode_id: row.periodeId,
      locatie_id: row.locatieId,
      nacht: row.nacht,
    })
    .onConflict((conflict) => conflict.constraint('winternacht_een_keer').doNothing())
    .execute()
  const { id } = await work.db
    .selectFrom('winternacht')
    .select('id')
    .where('locatie_id', '=', row.locatieId)
    .where('nacht', '=', row.nacht)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return id
}

export async function listBezetteNummers(work: Work, winternachtId: Id): Promise<number[]> {
  const { rows } = await sql<{
    nummer: number
  }>`select winternummers as nummer from onderdak.winternummers(${winternachtId}::uuid)`.execute(work.db)
  return rows.map((row) => row.nummer)
}

export interface NieuweGast {
  readonly id: Id
  readonly winternacht_id: Id
  readonly organisatie_id: Id
  readonly aanbieder_id: Id | null
  readonly soort: 'anoniem' | 'bekend'
  readonly nummer: number
  readonly bijnaam: string | null
  readonly bijgezet_reden: string | null
  readonly intake: { stap: string; op: PlainDate; organisatieId: Id } | null
}

export async function insertGasten(
  work: Work,
  gasten: readonly NieuweGast[],
): Promise<undefined | Rejection> {
  const write = work.db
    .insertInto('wintergast')
    .values(
      gasten.map(({ intake, ...gast }) => ({
        ...gast,
        regio_id: work.regioId,
        kan_nergens_anders: true,
        geregistreerd_op: work.now,
        geregistreerd_door: work.vrager.gebruikerId,
        ...(intake && {
          intake_status: 'open',
          intake_stap: intake.stap,
          intake_op: intake.op,
          intake_organisatie_id: intake.organisatieId,
        }),
      })),
    )
    .execute()
  const vol = reject(
    'bedden_vol',
    'Een collega was net voor: dit bed is niet meer vrij. Kijk wat er nu vrij is.',
  )
  return none(
    await catchConstraint(write, {
      wintergast_bed_een_keer: vol,
      wintergast_binnen_capaciteit: vol,
      wintergast_binnen_periode: reject(
        'locatie_doet_niet_mee',
        'Een collega haalde deze locatie net uit het plan. Kies een andere locatie.',
        { field: 'locatieId' },
      ),
    }),
  )
}

export async function insertGastPersoon(
  work: Work,
  row: { gastId: Id; persoonId: Id; nacht: PlainDate },
): Promise<undefined | Rejection> {
  const write = work.db
    .insertInto('wintergast_persoon')
    .values({
      wintergast_id: row.gastId,
      regio_id: work.regioId,
      persoon_id: row.persoonId,
      nacht: row.nacht,
    })
    .execute()
  return none(
    await catchConstraint(write, {
      wintergast_persoon_een_keer: reject(
        'al_genoteerd',
        'Deze cliënt is voor deze nacht al genoteerd. Kijk in de lijst van gasten.',
        { field: 'persoonId' },
      ),
    }),
  )
}

/** Locks a guest that the asker may see. */
export function lockGast(work: Work, id: Id) {
  return work.db
    .selectFrom('wintergast as w')
    .innerJoin('winternacht as n', 'n.id', 'w.winternacht_id')
    .innerJoin('locatie as l', 'l.id', 'n.locatie_id')
    .selectAll('w')
    .select(['n.nacht', 'n.locatie_id', 'l.naam as locatie', 'l.gemeente_code'])
    .where('w.regio_id', '=', work.regioId)
    .where('w.id', '=', id)
    .forUpdate('w')
    .executeTakeFirst()
}
export type GastRij = NonNullable<Awaited<ReturnType<typeof lockGast>>>

/** Who the guest is, as far as the asker may see; undefined for someone without a name. */
export async function findGastPersoon(work: Work, gastId: Id): Promise<Id | undefined> {
  const row = await work.db
    .selectFrom('wintergast_persoon')
    .select('persoon_id')
    .where('wintergast_id', '=', gastId)
    .executeTakeFirst()
  return row?.persoon_id
}

export async function undoGast(work: Work, gast: GastRij, reden: string): Promise<void> {
  await work.db
    .updateTable('wintergast')
    .set({
      ongedaan_op: work.now,
      ongedaan_door: work.vrager.gebruikerId,
      ongedaan_reden: reden,
      versie: gast.versie + 1,
    })
    .where('id', '=', gast.id)
    .execute()
  await work.db
    .updateTable('wintergast_persoon')
    .set({ ongedaan_op: work.now })
    .where('wintergast_id', '=', gast.id)
    .execute()
}

export async function setIntake(
  work: Work,
  gast: Pick<GastRij, 'id' | 'versie'>,
  intake: {
    intake_status: 'open' | 'melding' | 'afgerond'
    intake_stap: string
    intake_op: PlainDate
    intake_organisatie_id: Id
    intake_uitkomst: string | null
    melding_id: Id | null
  },
): Promise<void> {
  await work.db
    .updateTable('wintergast')
    .set({ ...intake, versie: gast.versie + 1 })
    .where('id', '=', gast.id)
    .execute()
}

/** Wipes what guests call themselves of nights before `voor`; returns how many. */
export async function wipeBijnamen(work: Work, voor: PlainDate): Promise<number> {
  const gone = await work.db
    .updateTable('wintergast')
    .set({ bijnaam: null })
    .where('regio_id', '=', work.regioId)
    .where('bijnaam', 'is not', null)
    .where((e) =>
      e.exists(
        e
          .selectFrom('winternacht as n')
          .select('n.id')
          .whereRef('n.id', '=', 'wintergast.winternacht_id')
          .where('n.nacht', '<', voor),
      ),
    )
    .returning('id')
    .execute()
  return gone.length
}
