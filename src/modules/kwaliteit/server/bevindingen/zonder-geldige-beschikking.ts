import { sql } from 'kysely'
import { type Bevinding, metVerblijf, overVerblijf } from '../bevinding.ts'

export const zonderGeldigeBeschikking: Bevinding = {
  id: 'zonder_geldige_beschikking',
  naam: 'Verblijft zonder geldige beschikking',
  uitleg:
    'Voor deze plek is een beschikking nodig, en er geldt er geen voor deze cliënt. Neem haar op, of vraag haar aan bij wie beslist.',
  ernst: 'hoog',
  recht: 'melding.besluiten',
  doen: 'Beschikking regelen',
  pad: '/clienten/:persoon?tab=instroom',
  vind: (vraag) => sql`select ${overVerblijf(sql`v.begonnen_op`)}
    from verblijf v ${metVerblijf} join product d on d.id = v.product_id
    where v.regio_id = ${vraag.regioId} and v.geeindigd_op is null and v.soort = 'regulier' and d.toegang = 'beschikking' and not exists (select 1 from beschikking b join persoon q on q.id = b.persoon_id where coalesce(q.samengevoegd_in, q.id) = coalesce(p.samengevoegd_in, p.id) and b.status = 'beschikt' and b.soort in ('toekenning', 'herziening') and b.geldig_van <= ${vraag.today}::date and (b.geldig_tot is null or b.geldig_tot > ${vraag.today}::date))`,
}
