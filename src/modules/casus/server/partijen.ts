import { sql } from 'kysely'
import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { ontvangersoortOf } from '../../delen/domain/keuzes.ts'
import type { listPartijen } from '../domain/overleg-contract.ts'

interface Partijlid {
  readonly id: Id
  readonly naam: string
  readonly organisatieId: Id
  readonly organisatie: string
  readonly soort: string
  readonly zietVrouwenopvang: boolean
}

const heeftRecht = (work: Work, permissie: string) => sql<boolean>`exists (
  select 1 from onderdak.gebruiker_rol r join onderdak.rol_permissie p on p.regio_id = r.regio_id and p.rol_code = r.rol_code
  where r.gebruiker_id = g.id and p.permissie = ${permissie} and r.van <= ${work.today}::date and (r.tot is null or r.tot > ${work.today}::date)
    and p.van <= ${work.today}::date and (p.tot is null or p.tot > ${work.today}::date))`

/** People of the region who can take part in an overleg today, of one user or all. */
async function listLeden(work: Work, gebruikerId?: Id): Promise<Partijlid[]> {
  const { rows } = await sql<Partijlid>`
    select g.id, g.naam, o.id as "organisatieId", o.naam as organisatie, o.soort, ${heeftRecht(work, 'vrouwenopvang.lezen')} as "zietVrouwenopvang"
    from onderdak.gebruiker g join onderdak.organisatie o on o.id = g.organisatie_id
    where g.regio_id = ${work.regioId} and (${gebruikerId ?? null}::uuid is null or g.id = ${gebruikerId ?? null}::uuid) and g.van <= ${work.today}::date and (g.tot is null or g.tot > ${work.today}::date)
      and o.van <= ${work.today}::date and (o.tot is null or o.tot > ${work.today}::date) and ${heeftRecht(work, 'casus.deelnemen')}
    order by o.naam collate "und-x-icu", o.id, g.naam collate "und-x-icu", g.id`.execute(work.db)
  return rows
}

export async function findPartijlid(work: Work, gebruikerId: Id): Promise<Partijlid | undefined> {
  return (await listLeden(work, gebruikerId))[0]
}

/** The organisations of the region with who can take part there. */
export async function readPartijen(work: Work): Promise<z.output<(typeof listPartijen)['response']>> {
  const partijen = new Map<Id, z.output<(typeof listPartijen)['response']>['partijen'][number]>()
  for (const lid of await listLeden(work)) {
    const found = partijen.get(lid.organisatieId) ?? {
      id: lid.organisatieId,
      naam: lid.organisatie,
      soort: ontvangersoortOf(lid.soort),
      isEigen: lid.organisatieId === work.vrager.organisatieId,
      medewerkers: [],
    }
    found.medewerkers.push({ id: lid.id, naam: lid.naam })
    partijen.set(lid.organisatieId, found)
  }
  return { partijen: [...partijen.values()] }
}
