import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { notFound, type Rejection } from '../../../shared/rejection.ts'
import { getPersoonKern, listDossierIds } from '../../persoon/server/lookup.ts'
import type { Adrestoestemming } from '../domain/klantcontact-contract.ts'
import type { Leeftijdsklasse } from '../domain/status.ts'
import { tabelKlantcontacten, tabelToestemmingen } from '../domain/tellingen.ts'

/** The period that was asked, or the running calendar year. */
export function periodeOf(work: Work, query: { van?: PlainDate; tot?: PlainDate }): Periode {
  const jaar = Number((query.van ?? work.today).slice(0, 4))
  return { van: query.van ?? `${jaar}-01-01`, tot: query.tot ?? `${jaar + 1}-01-01` }
}

interface Periode {
  readonly van: PlainDate
  /** First day that does not count any more. */
  readonly tot: PlainDate
}

async function listGemeenten(work: Work, periode: Periode): Promise<{ code: string; naam: string }[]> {
  return work.db
    .selectFrom('regio_gemeente as r')
    .innerJoin('gemeente as g', 'g.code', 'r.gemeente_code')
    .select(['g.code', 'g.naam'])
    .distinct()
    .where('r.regio_id', '=', work.regioId)
    .where('r.van', '<', periode.tot)
    .where((e) => e.or([e('r.tot', 'is', null), e('r.tot', '>', periode.van)]))
    .orderBy('g.naam')
    .execute()
}

/** The klantcontacten of a period in the form of the daklozenloket, with family talks and unique families. */
export async function countKlantcontacten(work: Work, periode: Periode) {
  const gemeenten = await listGemeenten(work, periode)
  const regels = await work.db
    .selectFrom('klantcontact')
    .select(['gemeente_code as gemeente', 'van_elders as vanElders', 'leeftijdsklasse'])
    .select((e) => e.fn.countAll<number>().as('aantal'))
    .where('regio_id', '=', work.regioId)
    .where('soort', '=', 'contact')
    .where('op', '>=', periode.van)
    .where('op', '<', periode.tot)
    .groupBy(['gemeente_code', 'van_elders', 'leeftijdsklasse'])
    .execute()
  const gezinnen = await work.db
    .selectFrom('klantcontact')
    .select([
      sql<number>`count(*)::int`.as('gesprekken'),
      sql<number>`count(distinct gezin_kenmerk)::int`.as('uniek'),
    ])
    .where('regio_id', '=', work.regioId)
    .where('soort', '=', 'gezinsgesprek')
    .where('op', '>=', periode.van)
    .where('op', '<', periode.tot)
    .executeTakeFirstOrThrow()
  return {
    ...periode,
    gemeenten,
    rijen: tabelKlantcontacten(
      regels.map((regel) => ({
        ...regel,
        leeftijdsklasse: regel.leeftijdsklasse as Leeftijdsklasse,
        aantal: Number(regel.aantal),
      })),
      gemeenten.map((gemeente) => gemeente.code),
    ),
    gezinsgesprekken: gezinnen.gesprekken,
    uniekeGezinnen: gezinnen.uniek,
  }
}

/** Decisions on postal address and opvang of a period. */
export async function countAdrestoestemmingen(work: Work, periode: Periode) {
  const gemeenten = await listGemeenten(work, periode)
  const { rows: regels } = await sql<{
    toestemming: boolean
    gemeente: string | null
    leeftijdsklasse: Leeftijdsklasse
    aantal: number
  }>`select * from onderdak.tel_adrestoestemmingen(${periode.van}::date, ${periode.tot}::date)`.execute(
    work.db,
  )
  return {
    ...periode,
    gemeenten,
    rijen: tabelToestemmingen(
      regels,
      gemeenten.map((gemeente) => gemeente.code),
    ),
  }
}

/** What was decided on a postal address and opvang of one person, merged files included; the newest first. */
export async function listAdrestoestemmingen(
  work: Work,
  persoonId: Id,
): Promise<{ results: Adrestoestemming[] } | Rejection> {
  const kern = await getPersoonKern(work, persoonId)
  if (!kern) return notFound('De cliënt')
  const results = await work.db
    .selectFrom('adrestoestemming as a')
    .innerJoin('organisatie as o', 'o.id', 'a.organisatie_id')
    .leftJoin('gemeente as g', 'g.code', 'a.gemeente_code')
    .select([
      'a.id',
      'a.op',
      'a.toestemming',
      'a.voor_postadres as voorPostadres',
      'a.voor_opvang as voorOpvang',
    ])
    .select(['g.naam as gemeente', 'o.naam as loket', 'a.reden'])
    .where('a.persoon_id', 'in', await listDossierIds(work, kern.id))
    .orderBy('a.op', 'desc')
    .orderBy('a.id', 'desc')
    .execute()
  return { results }
}
