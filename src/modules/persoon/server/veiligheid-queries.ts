import { sql } from 'kysely'
import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { notFound, type Rejection } from '../../../shared/rejection.ts'
import type { haalVeiligheid, Veiligheidslid, Veiligheidsstatus } from '../domain/veiligheid-contract.ts'
import { findHuishoudenVan, getPersoonKern, listDossierIds, listHuishoudenLeden } from './lookup.ts'

/**
 * The safety of the person and of the household around it, as far as the asker sees them. Who stands on the other side of
 * a barrier of the vrouwenopvang is left out without a word (VO-08).
 */
export async function getVeiligheid(
  work: Work,
  id: Id,
): Promise<z.output<(typeof haalVeiligheid)['response']> | Rejection> {
  const persoon = await getPersoonKern(work, id)
  if (!persoon) return notFound('De cliënt')
  const huishoudenId = await findHuishoudenVan(work, persoon.id)
  const leden = huishoudenId ? await listHuishoudenLeden(work, huishoudenId) : []
  const anderen = leden.map((lid) => lid.persoonId).filter((lid) => lid !== persoon.id)
  const { rows: verborgen } = await sql<{ id: Id }>`
    select b as id from onderdak.achter_barriere(${persoon.id}::uuid, ${sql.val(anderen)}::uuid[]) b`.execute(
    work.db,
  )
  const hidden = new Set(verborgen.map((row) => row.id))
  const shown = [persoon.id, ...anderen.filter((lid) => !hidden.has(lid))]
  const keuzes = await work.db
    .selectFrom('keuze')
    .select(['code as waarde', 'naam', 'uitleg'])
    .where('regio_id', '=', work.regioId)
    .where('lijst', '=', 'veiligheidsstatus')
    .where('van', '<=', work.today)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', work.today)]))
    .orderBy('volgorde')
    .orderBy('code')
    .execute()
  const result: Veiligheidslid[] = []
  for (const lid of shown) {
    const kern = await getPersoonKern(work, lid)
    if (kern) result.push({ persoonId: kern.id, naam: kern.naam, ...(await listStatussen(work, kern.id)) })
  }
  return { leden: result, keuzes }
}

/** Newest first; a status of a file that was merged into this one reads along. */
async function listStatussen(
  work: Work,
  persoonId: Id,
): Promise<Pick<Veiligheidslid, 'versie' | 'nu' | 'eerder'>> {
  const rows = await work.db
    .selectFrom('veiligheidsstatus as s')
    .leftJoin('gebruiker as g', 'g.id', 's.vastgelegd_door')
    .leftJoin('organisatie as o', 'o.id', 's.organisatie_id')
    .select(['s.persoon_id', 's.volgnummer', 's.status', 's.toelichting_versleuteld', 's.van', 's.tot'])
    .select(['g.naam as door', 'o.naam as organisatie'])
    // The word as it was on the day that the status began to hold.
    .select(
      sql<
        string | null
      >`(select k.naam from onderdak.keuze k where k.regio_id = s.regio_id and k.lijst = 'veiligheidsstatus'
        and k.code = s.status and k.van <= s.van order by k.van desc limit 1)`.as('naam'),
    )
    .where('s.persoon_id', 'in', await listDossierIds(work, persoonId))
    .orderBy('s.van', 'desc')
    .orderBy('s.vastgelegd_op', 'desc')
    .orderBy('s.id', 'desc')
    .execute()
  const statussen = rows.map(
    (row): Veiligheidsstatus => ({
      status: row.status,
      naam: row.naam ?? row.status,
      toelichting: row.toelichting_versleuteld && work.cipher.decrypt(row.toelichting_versleuteld),
      van: row.van,
      tot: row.tot,
      door: row.door,
      organisatie: row.organisatie,
    }),
  )
  const nu = rows.findIndex((row) => row.tot === null)
  return {
    versie: Math.max(0, ...rows.filter((row) => row.persoon_id === persoonId).map((row) => row.volgnummer)),
    nu: statussen[nu] ?? null,
    eerder: statussen.filter((_, index) => index !== nu),
  }
}
