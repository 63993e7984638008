import { sql } from 'kysely'
import { type Bevinding, metOpvolging, overPersoon } from '../bevinding.ts'

export const wachtZonderGemeente: Bevinding = {
  id: 'wacht_zonder_gemeente',
  naam: 'Op de wachtlijst zonder gemeente',
  uitleg: 'Van deze registratie is de gemeente die telt onbekend. Vul haar in zodra u het weet.',
  ernst: 'gewoon',
  recht: 'wachtlijst.plaatsen',
  doen: 'Registratie openen',
  pad: '/wachtlijst/:sleutel',
  vind: (
    vraag,
  ) => sql`select ${overPersoon({ sleutel: sql`w.id`, sinds: sql`w.besloten_op`, detail: sql`d.naam` })}
    from wachtlijstplaatsing w join product d on d.id = w.product_id join persoon p on p.id = w.persoon_id ${metOpvolging}
    where w.regio_id = ${vraag.regioId} and w.status in ('wachtend', 'opgeschort', 'voorgesteld') and w.gemeente_code is null`,
}
