import { sql } from 'kysely'
import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { notFound, type Rejection } from '../../../shared/rejection.ts'
import { getPersoonKern, listDossierIds } from '../../persoon/server/lookup.ts'
import type { Deling, DelingInRegio, haalDelen, listDelingen, Toestemming } from '../domain/contract.ts'
import { ontvangersoortOf } from '../domain/keuzes.ts'
import { standOf } from '../domain/rules.ts'
import { isJeugdwetNodig } from './lookup.ts'
import { readDeler } from './ontvanger.ts'

/** Everything that was shared about a person and every consent, as far as the asker may see the person. */
export async function readDelen(
  work: Work,
  persoonId: Id,
): Promise<z.output<(typeof haalDelen)['response']> | Rejection> {
  const persoon = await getPersoonKern(work, persoonId)
  if (!persoon) return notFound('Deze cliënt')
  const dossiers = await listDossierIds(work, persoon.id)
  return {
    delingen: await listDelingenVan(work, dossiers),
    toestemmingen: await listToestemmingenVan(work, dossiers),
    jeugdwetToestemmingNodig: await isJeugdwetNodig(work, persoon.id),
    deler: await readDeler(work),
    organisaties: await listOntvangers(work),
  }
}

async function listDelingenVan(work: Work, dossiers: readonly Id[]): Promise<Deling[]> {
  const rows = await work.db
    .selectFrom('deling as d')
    .innerJoin('organisatie as o', 'o.id', 'd.organisatie_id')
    .leftJoin('organisatie as n', 'n.id', 'd.ontvanger_organisatie_id')
    .leftJoin('gebruiker as g', 'g.id', 'd.gedeeld_door')
    .selectAll('d')
    .select(['o.naam as organisatie', 'n.naam as organisatieNaar', 'g.naam as gedeeldDoor'])
    .where('d.persoon_id', 'in', dossiers)
    .orderBy('d.gedeeld_op', 'desc')
    .orderBy('d.id', 'desc')
    .execute()
  return rows.map((row) => {
    const days = { vervaltOp: row.vervalt_op, beeindigdOp: row.beeindigd_op }
    return {
      id: row.id,
      persoonId: row.persoon_id,
      ontvanger: row.organisatieNaar ?? row.ontvanger_naam!,
      ontvangerOrganisatieId: row.ontvanger_organisatie_id,
      ontvangersoort: row.ontvanger_soort as Deling['ontvangersoort'],
      gegevensset: row.gegevensset as Deling['gegevensset'],
      doel: row.doel,
      organisatie: row.organisatie,
      grond: row.grond as Deling['grond'],
      artikel: row.artikel,
      weging: row.weging,
      gedeeldOp: row.gedeeld_op,
      gedeeldDoor: row.gedeeldDoor,
      ...days,
      eindreden: row.einde_reden as Deling['eindreden'],
      stand: standOf(days, work.today),
      kanStoppen:
        standOf(days, work.today) === 'loopt' &&
        row.bron_id === null &&
        row.organisatie_id === work.vrager.organisatieId,
    }
  })
}

async function listToestemmingenVan(work: Work, dossiers: readonly Id[]): Promise<Toestemming[]> {
  const rows = await work.db
    .selectFrom('toestemming as t')
    .innerJoin('organisatie as o', 'o.id', 't.organisatie_id')
    .leftJoin('organisatie as n', 'n.id', 't.ontvanger_organisatie_id')
    .selectAll('t')
    .select(['o.naam as organisatie', 'n.naam as organisatieNaar'])
    .select((e) =>
      e
        .selectFrom('deling as d')
        .select(e.fn.countAll<string>().as('aantal'))
        .whereRef('d.toestemming_id', '=', 't.id')
        .where('d.beeindigd_op', 'is', null)
        .where('d.vervalt_op', '>', work.today)
        .as('delingen'),
    )
    .where('t.persoon_id', 'in', dossiers)
    .orderBy('t.gegeven_op', 'desc')
    .orderBy('t.id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    persoonId: row.persoon_id,
    ontvanger: row.organisatieNaar ?? row.ontvanger_naam!,
    ontvangerOrganisatieId: row.ontvanger_organisatie_id,
    ontvangersoort: row.ontvanger_soort as Toestemming['ontvangersoort'],
    gegevensset: row.gegevensset as Toestemming['gegevensset'],
    doel: row.doel,
    organisatie: row.organisatie,
    vorm: row.vorm as Toestemming['vorm'],
    gegevenDoor: row.gegeven_door as Toestemming['gegevenDoor'],
    vertegenwoordigerNaam: row.vertegenwoordiger_naam,
    vertegenwoordigerReden: row.vertegenwoordiger_reden as Toestemming['vertegenwoordigerReden'],
    gegevenOp: row.gegeven_op,
    ingetrokkenOp: row.ingetrokken_op,
    intrekkingToelichting: row.intrekking_toelichting,
    delingen: Number(row.delingen),
  }))
}

async function listOntvangers(work: Work) {
  const rows = await work.db
    .selectFrom('organisatie')
    .select(['id', 'naam', 'soort'])
    .where('regio_id', '=', work.regioId)
    .where('id', '<>', work.vrager.organisatieId)
    .where('van', '<=', work.today)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', work.today)]))
    .orderBy(sql`naam collate "und-x-icu"`)
    .execute()
  return rows.map(({ id, naam, soort }) => ({ id, naam, soort: ontvangersoortOf(soort) }))
}

/** For who reviews: what was shared with whom on which article. No name of the cliënt, no free text about the cliënt. */
export async function listDelingenPage(
  work: Work,
  query: z.output<(typeof listDelingen)['query']>,
): Promise<{ count: number; results: DelingInRegio[] }> {
  let filtered = work.db.selectFrom('deling as d').where('d.regio_id', '=', work.regioId)
  if (query.grond) filtered = filtered.where('d.grond', '=', query.grond)
  if (query.ontvangersoort) filtered = filtered.where('d.ontvanger_soort', '=', query.ontvangersoort)
  if (query.van) filtered = filtered.where('d.gedeeld_op', '>=', query.van)
  if (query.totEnMet) filtered = filtered.where('d.gedeeld_op', '<=', query.totEnMet)
  if (query.stand === 'beeindigd') filtered = filtered.where('d.beeindigd_op', 'is not', null)
  if (query.stand === 'loopt' || query.stand === 'verlopen')
    filtered = filtered
      .where('d.beeindigd_op', 'is', null)
      .where('d.vervalt_op', query.stand === 'loopt' ? '>' : '<=', work.today)
  const { count } = await filtered
    .select((e) => e.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  const rows = await filtered
    .innerJoin('organisatie as o', 'o.id', 'd.organisatie_id')
    .leftJoin('organisatie as n', 'n.id', 'd.ontvanger_organisatie_id')
    .select(['d.id', 'd.persoon_id as persoonId', 'd.ontvanger_organisatie_id as ontvangerOrganisatieId'])
    .select(['d.doel', 'd.artikel', 'd.gedeeld_op as gedeeldOp', 'd.vervalt_op as vervaltOp'])
    .select(['d.beeindigd_op as beeindigdOp', 'd.ontvanger_naam as buiten', 'n.naam as binnen'])
    .select(['d.grond', 'd.gegevensset', 'd.ontvanger_soort as ontvangersoort', 'o.naam as organisatie'])
    .orderBy('d.gedeeld_op', 'desc')
    .orderBy('d.id', 'desc')
    .limit(query.aantalPerPagina)
    .offset((query.pagina - 1) * query.aantalPerPagina)
    .execute()
  return {
    count: Number(count),
    results: rows.map(
      ({ binnen, buiten, ...row }) =>
        ({ ...row, ontvanger: binnen ?? buiten!, stand: standOf(row, work.today) }) as DelingInRegio,
    ),
  }
}
