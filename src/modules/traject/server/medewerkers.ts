import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'

export interface Medewerker {
  readonly id: Id
  readonly naam: string
  readonly organisatieId: Id
  readonly organisatie: string
  readonly soort: string
}

/** Who may be the aanspreekpunt: active people of organisations that are involved today, the asker's own first. */
export async function listMedewerkers(work: Work, persoonId: Id): Promise<Medewerker[]> {
  const { rows } = await sql<Medewerker>`
    select g.id, g.naam, o.id as "organisatieId", o.naam as organisatie, o.soort
    from onderdak.gebruiker g join onderdak.organisatie o on o.id = g.organisatie_id
    where o.id in (select b.organisatie_id from onderdak.betrokkenen(${persoonId}::uuid) b
        where b.van <= ${work.today}::date and (b.tot is null or b.tot > ${work.today}::date))
      and g.van <= ${work.today}::date and (g.tot is null or g.tot > ${work.today}::date)
    order by (o.id = ${work.vrager.organisatieId}::uuid) desc, o.naam collate "und-x-icu", g.naam collate "und-x-icu", g.id`.execute(
    work.db,
  )
  return rows
}

export async function isBetrokken(
  work: Work,
  input: { persoonId: Id; gebruikerId: Id },
): Promise<Medewerker | undefined> {
  return (await listMedewerkers(work, input.persoonId)).find((one) => one.id === input.gebruikerId)
}
