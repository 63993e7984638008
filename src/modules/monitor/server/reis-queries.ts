import { sql } from 'kysely'
import { type ListQuery, listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { kwartaalNaam, laatsteHeleKwartaal, periodeVanKwartaal } from '../../../shared/kwartaal.ts'
import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, reject } from '../../../shared/rejection.ts'
import { findKnelpunt, reisstapCodes } from '../../traject/domain/reis.ts'
import { protectReis, type Reisrij, stapNaam } from '../domain/clientreis.ts'
import { definities } from '../domain/definities.ts'
import { namesOf, readStand } from './stand.ts'

export interface ReisQuery extends ListQuery {
  readonly op?: PlainDate | undefined
  readonly kwartaal?: string | undefined
  readonly productId?: Id | undefined
}

/**
 * Days per step of the chain in one quarter, of all products or one (TRJ-16). Only quarters that are over: a running one
 * would differ by a day each day, and so tell of one person.
 */
export async function readClientreis(work: Work, query: ReisQuery) {
  const stand = await readStand(work, query.op)
  if (isRejection(stand)) return stand
  const kwartaal = query.kwartaal ?? laatsteHeleKwartaal(stand.morgen)
  const { van, tot } = periodeVanKwartaal(kwartaal)
  if (tot > stand.morgen)
    return reject(
      'kwartaal_niet_voorbij',
      `Het ${kwartaalNaam(kwartaal)} is nog niet voorbij. Kies een eerder kwartaal.`,
      {
        field: 'kwartaal',
        status: 422,
      },
    )
  const { rows } = await sql<Reisrij>`select c.stap, c.product_id as "productId", c.totaal, c.afgerond,
      c.afgerond_mediaan as "afgerondMediaan", c.nog_in as "nogIn", c.nog_in_mediaan as "nogInMediaan", c.zichtbaar
    from onderdak.cijfer_clientreis(${van}::date, ${tot}::date) c`.execute(work.db)
  const stappen = protectReis(rows, query.productId ?? null, stand.kleinsteGetal)
  const knelpunt = findKnelpunt(stappen)
  const results = stappen.map(({ stap, afgerond, afgerondMediaan, nogIn, nogInMediaan, afgeschermd }) => ({
    volgorde: reisstapCodes.indexOf(stap) + 1,
    stap,
    naam: stapNaam(stap),
    afgerond,
    afgerondMediaan,
    nogIn,
    nogInMediaan,
    knelpunt: stap === knelpunt,
    afgeschermd,
  }))
  const naam = await namesOf(work, 'product')
  const producten = [...new Set(rows.flatMap(({ productId }) => (productId === null ? [] : [productId])))]
  return {
    ...listPage(results, query, 'volgorde'),
    kwartaal,
    producten: producten
      .map((id) => ({ id, naam: naam(id) }))
      .sort((a, b) => a.naam.localeCompare(b.naam, 'nl')),
    definitie: definities.clientreis,
    van,
    peildatum: addDays(tot, -1),
    kleinsteGetal: stand.kleinsteGetal,
  }
}
