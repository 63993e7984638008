import { sql } from 'kysely'
import type { z } from 'zod'
import { listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { notFound } from '../../../shared/rejection.ts'
import { addTermijn, type Termijn } from '../../../shared/termijn.ts'
import { getTermijn } from '../../beheer/server/lookup.ts'
import type { Ideedetail, Ideerij, listIdeeen, Openbaaridee } from '../domain/idee-contract.ts'

type Rij = Omit<Ideerij, 'reactieVoor' | 'isTeLaat'>

async function findRijen(work: Work, van: { id?: Id; activiteitId?: Id }): Promise<Rij[]> {
  const { rows } = await sql<Rij>`
    select i.id, m.naam as gemeente, i.kanaal, i.ontvangen_op as "ontvangenOp", i.titel, i.status, i.is_openbaar as "isOpenbaar", p.code || ' ' || a.code || ' ' || a.naam as activiteit, i.reactie_op as "reactieOp",
      (i.email_versleuteld is not null and i.reactie_op is not null) as "moetGemaild", i.versie
    from idee i join gemeente m on m.code = i.gemeente_code left join activiteit a on a.id = i.activiteit_id left join programma p on p.id = a.programma_id
    where i.regio_id = ${work.regioId} and (${van.id ?? null}::uuid is null or i.id = ${van.id ?? null}::uuid) and (${van.activiteitId ?? null}::uuid is null or i.activiteit_id = ${van.activiteitId ?? null}::uuid)
    order by i.ontvangen_op desc, i.id desc`.execute(work.db)
  return rows
}

async function metTermijn(work: Work, rijen: readonly Rij[]): Promise<Ideerij[]> {
  const termijn = (await getTermijn(work, 'idee_beantwoorden')) as Termijn
  return rijen.map((rij) => {
    const reactieVoor = rij.reactieOp === null ? addTermijn(rij.ontvangenOp, termijn) : null
    return { ...rij, reactieVoor, isTeLaat: reactieVoor !== null && reactieVoor < work.today }
  })
}

export async function listIdeerijen(work: Work, query: z.output<(typeof listIdeeen)['query']>) {
  const rijen = (await metTermijn(work, await findRijen(work, {}))).filter(
    ({ status }) => query.status === undefined || status === query.status,
  )
  return listPage(rijen, query, '-ontvangenOp')
}

/** What was sent and the address are for who may write; the route writes each look in the audit book. */
export async function readIdee(work: Work, id: Id): Promise<Ideedetail | ReturnType<typeof notFound>> {
  const [rij] = await metTermijn(work, await findRijen(work, { id }))
  if (!rij) return notFound('Dit idee')
  const row = await work.db
    .selectFrom('idee as i')
    .leftJoin('gebruiker as g', 'g.id', 'i.nagekeken_door')
    .selectAll('i')
    .select('g.naam as nagekekenDoor')
    .where('i.regio_id', '=', work.regioId)
    .where('i.id', '=', id)
    .executeTakeFirstOrThrow()
  const open = (versleuteld: string | null) =>
    versleuteld !== null && work.vrager.permissies.has('participatie.schrijven')
      ? work.cipher.decrypt(versleuteld)
      : null
  return {
    ...rij,
    activiteitId: row.activiteit_id,
    tekst: row.tekst,
    gestuurd: open(row.tekst_versleuteld),
    nagekekenOp: row.nagekeken_op,
    nagekekenDoor: row.nagekekenDoor,
    reactie: row.reactie,
    email: open(row.email_versleuteld),
    verzondenOp: row.verzonden_op,
  }
}

export async function findIdeeenBij(work: Work, activiteitId: Id) {
  return (await findRijen(work, { activiteitId })).map(({ id, titel, status }) => ({
    id,
    titel: titel ?? '',
    status,
  }))
}

/** Only what somebody looked at and gave free; an activiteit only of a programma that is public. */
export async function findOpenbaar(
  work: Work,
  gemeenteCode: string,
  { pagina, aantalPerPagina }: { readonly pagina: number; readonly aantalPerPagina: number },
): Promise<{ count: number; results: Openbaaridee[] }> {
  const { rows } = await sql<Openbaaridee & { aantal: number }>`
    select i.id, i.ontvangen_op as "ontvangenOp", i.titel, i.tekst, i.status, case when p.openbaar_sinds <= ${work.today}::date then a.naam end as activiteit, i.reactie, i.reactie_op as "reactieOp", (count(*) over ())::int as aantal
    from idee i left join activiteit a on a.id = i.activiteit_id left join programma p on p.id = a.programma_id
    where i.regio_id = ${work.regioId} and i.gemeente_code = ${gemeenteCode} and i.is_openbaar and i.nagekeken_op is not null
    order by i.ontvangen_op desc, i.id desc limit ${aantalPerPagina} offset ${(pagina - 1) * aantalPerPagina}`.execute(
    work.db,
  )
  return { count: rows[0]?.aantal ?? 0, results: rows.map(({ aantal: _, ...rij }) => rij) }
}
