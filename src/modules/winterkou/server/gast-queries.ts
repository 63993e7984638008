import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { nachtOp } from '../../../shared/nacht.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { getPersoonKern } from '../../persoon/server/lookup.ts'
import type { Wintergast } from '../domain/gast-api.ts'
import { wisVoor } from '../domain/rules.ts'
import type { IntakeToestand } from '../domain/toestanden.ts'
import { readRegel } from './periode-commands.ts'

interface Paging {
  readonly pagina: number
  readonly aantalPerPagina: number
}

/** Guests as far as row-level security shows them, the last one first. */
export async function listGastRijen(
  work: Work,
  query: Paging & { nacht?: PlainDate | undefined; locatieId?: Id | undefined },
) {
  const nacht = query.nacht ?? nachtOp(work.now)
  let found = gasten(work).where('n.nacht', '=', nacht)
  if (query.locatieId) found = found.where('n.locatie_id', '=', query.locatieId)
  const { count, results } = await pageOf(work, found, query, (rows) =>
    rows.orderBy('w.geregistreerd_op', 'desc').orderBy('w.nummer', 'desc'),
  )
  return { count, results, nacht }
}

/** The work list of who offers an intake. */
export async function listIntakeRijen(work: Work, query: Paging) {
  const found = gasten(work)
    .where('w.intake_status', '=', 'open')
    .where('w.intake_organisatie_id', '=', work.vrager.organisatieId)
  return pageOf(work, found, query, (rows) => rows.orderBy('w.intake_op').orderBy('w.id'))
}

const gasten = (work: Work) =>
  work.db
    .selectFrom('wintergast as w')
    .innerJoin('winternacht as n', 'n.id', 'w.winternacht_id')
    .innerJoin('locatie as l', 'l.id', 'n.locatie_id')
    .leftJoin('organisatie as o', 'o.id', 'w.intake_organisatie_id')
    .leftJoin('wintergast_persoon as p', 'p.wintergast_id', 'w.id')
    .where('w.regio_id', '=', work.regioId)
    .where('w.ongedaan_op', 'is', null)

const columns = (query: ReturnType<typeof gasten>) =>
  query.select([
    'w.id',
    'n.nacht',
    'n.locatie_id as locatieId',
    'l.naam as locatie',
    'w.nummer',
    'w.soort',
    'w.bijnaam',
    'p.persoon_id as persoonId',
    'w.organisatie_id',
    'w.aanbieder_id',
    'w.bijgezet_reden as bijgezetReden',
    'w.geregistreerd_op as geregistreerdOp',
    'w.intake_status',
    'w.intake_stap as intakeStap',
    'w.intake_op as intakeOp',
    'o.naam as intakeOrganisatie',
    'w.melding_id as meldingId',
    'w.versie',
  ])
type Kolommen = ReturnType<typeof columns>

async function pageOf(
  work: Work,
  found: ReturnType<typeof gasten>,
  query: Paging,
  sorted: (rows: Kolommen) => Kolommen,
): Promise<{ count: number; results: Wintergast[] }> {
  const { count } = await found.select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow()
  const rows = await sorted(columns(found))
    .limit(query.aantalPerPagina)
    .offset((query.pagina - 1) * query.aantalPerPagina)
    .execute()
  const bewaardVanaf = wisVoor(work.today, (await readRegel(work)).bewaardagen)
  const results: Wintergast[] = []
  for (const { organisatie_id, aanbieder_id, intake_status, bijnaam, persoonId, ...row } of rows) {
    const persoon = persoonId === null ? undefined : await getPersoonKern(work, persoonId)
    const eigen = [organisatie_id, aanbieder_id].includes(work.vrager.organisatieId!)
    results.push({
      ...row,
      soort: row.soort as Wintergast['soort'],
      // Gone on the day itself, also when the nightly task did not run yet.
      bijnaam: row.nacht < bewaardVanaf ? null : bijnaam,
      persoonId: persoon?.id ?? null,
      persoon: persoon?.naam ?? null,
      geregistreerdOp: row.geregistreerdOp.toISOString(),
      intake: (intake_status ?? 'geen') as IntakeToestand,
      kanOngedaan: eigen && row.meldingId === null && (row.soort === 'anoniem' || persoon !== undefined),
    })
  }
  return { count, results }
}
