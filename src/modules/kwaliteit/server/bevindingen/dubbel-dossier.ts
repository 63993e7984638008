import { sql } from 'kysely'
import { type Bevinding, metOpvolging, overPersoon } from '../bevinding.ts'

export const dubbelDossier: Bevinding = {
  id: 'dubbel_dossier',
  naam: 'Misschien twee dossiers van één mens',
  uitleg:
    'Er is een tweede dossier met dezelfde achternaam en geboortedatum. Kijk of het dezelfde mens is en voeg dan samen. Zijn het twee mensen? Geef dan akkoord.',
  ernst: 'hoog',
  recht: 'persoon.samenvoegen',
  doen: 'Vergelijken en samenvoegen',
  pad: '/clienten/:sleutel/samenvoegen',
  vind: (
    vraag,
  ) => sql`select ${overPersoon({ sleutel: sql`p.id`, sinds: sql`(p.aangemaakt_op at time zone 'Europe/Amsterdam')::date` })}
    from persoon p ${metOpvolging}
    where p.regio_id = ${vraag.regioId} and p.samengevoegd_in is null and not p.is_nn and p.geboortedatum is not null
      and exists (select 1 from persoon q where q.regio_id = p.regio_id and q.geboortedatum = p.geboortedatum and q.id < p.id and q.samengevoegd_in is null and not q.is_nn
        and lower(q.achternaam) = lower(p.achternaam) and q.geslacht = p.geslacht and (q.bsn_index is null or p.bsn_index is null))`,
}
