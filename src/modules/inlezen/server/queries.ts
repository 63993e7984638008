import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { notFound, type Rejection } from '../../../shared/rejection.ts'
import type { Inleesbestand, InleesbestandMetFouten, Reeks, reeksen } from '../domain/contract.ts'
import { soortenVan, standen } from '../domain/contract.ts'
import type { Fout } from '../domain/fout.ts'
import { soorten } from '../domain/kolommen.ts'

export async function findInleesbestanden(
  work: Work,
  reeks: Reeks,
  query: z.output<(typeof reeksen)['keten']['list']['query']>,
): Promise<{ count: number; results: Inleesbestand[] }> {
  const base = files(work, reeks)
  const { count } = await work.db
    .selectFrom('inleesbestand')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('regio_id', '=', work.regioId)
    .where('soort', 'in', Object.keys(soortenVan[reeks]))
    .executeTakeFirstOrThrow()
  const rows = await base
    .orderBy('f.gemaakt_op', 'desc')
    .orderBy('f.id')
    .limit(query.aantalPerPagina)
    .offset((query.pagina - 1) * query.aantalPerPagina)
    .execute()
  return { count: Number(count), results: rows.map((row) => toRegel(row)) }
}

export async function getInleesbestandById(
  work: Work,
  { reeks, id }: { readonly reeks: Reeks; readonly id: Id },
  fouten?: readonly Fout[],
): Promise<InleesbestandMetFouten | Rejection> {
  const row = await files(work, reeks).where('f.id', '=', id).executeTakeFirst()
  if (!row) return notFound('Dit bestand')
  return { ...toRegel(row), fouten: [...(fouten ?? (row.fouten as Fout[]))] }
}

function files(work: Work, reeks: Reeks) {
  return work.db
    .selectFrom('inleesbestand as f')
    .leftJoin('gebruiker as g', 'g.id', 'f.gebruiker_id')
    .select((e) => [
      'f.id',
      'f.soort',
      'f.bestandsnaam',
      'f.bron',
      'f.peildatum',
      'f.telwijze',
      'f.status',
      'f.rijen',
      'f.fouten',
      'f.samenvatting',
      'f.overgeslagen',
      'f.gemaakt_op',
      'f.ingelezen_op',
      'g.naam as gebruiker',
      e('f.inhoud_versleuteld', 'is not', null).as('bewaard'),
    ])
    .where('f.regio_id', '=', work.regioId)
    .where('f.soort', 'in', Object.keys(soortenVan[reeks]))
}

function toRegel(row: Awaited<ReturnType<ReturnType<typeof files>['execute']>>[number]): Inleesbestand {
  const soort = row.soort as keyof typeof soorten
  const status = row.status as keyof typeof standen
  return {
    id: row.id,
    soort,
    soortNaam: soorten[soort],
    bestandsnaam: row.bestandsnaam,
    bron: row.bron,
    peildatum: row.peildatum,
    telwijze: row.telwijze as Inleesbestand['telwijze'],
    status,
    statusNaam: standen[status],
    rijen: row.rijen,
    aantalFouten: (row.fouten as Fout[]).length,
    samenvatting: row.samenvatting,
    overgeslagen: row.overgeslagen,
    kanInlezen: status === 'gecontroleerd' && Boolean(row.bewaard),
    gebruiker: row.gebruiker,
    gemaaktOp: row.gemaakt_op.toISOString(),
    ingelezenOp: row.ingelezen_op?.toISOString() ?? null,
  }
}
