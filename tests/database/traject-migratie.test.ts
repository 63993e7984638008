import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { createPool } from '../../src/platform/db/connect.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { dropDatabase, makeEmptyDatabase, migrationsDir } from '../given/template.ts'

const databases: string[] = []
afterAll(async () => {
  for (const url of databases) await dropDatabase(url)
})

/** A household of two adults and a child who stay, in a region from before there were trajecten. */
const bestand = (id: Record<string, string>) => `
  begin;
  set local search_path = onderdak, public;
  insert into regio (id, code, naam) values ('${id.regio}', 'OUD', 'Oude regio');
  insert into organisatie (id, regio_id, naam, soort, van) values ('${id.organisatie}', '${id.regio}', 'Aanbieder', 'aanbieder', '2020-01-01');
  insert into rol (code, naam, omschrijving, volgorde) values ('begeleider', 'Begeleider', '', 1);
  insert into rol_permissie (regio_id, rol_code, permissie, van) values ('${id.regio}', 'begeleider', 'persoon.lezen', '2020-01-01'), ('${id.regio}', 'begeleider', 'verblijf.vastleggen', '2020-01-01');
  insert into gebruiker (id, regio_id, organisatie_id, gebruikersnaam, naam, van) values ('${id.gebruiker}', '${id.regio}', '${id.organisatie}', 'oud', 'Begeleider', '2020-01-01');
  insert into product (id, regio_id, code, naam, domein, van) values ('${id.product}', '${id.regio}', 'gezin', 'Gezinsopvang', 'MO', '2020-01-01');
  insert into voorziening (id, regio_id, organisatie_id, code, naam, soort, domein, bereik, van) values ('${id.voorziening}', '${id.regio}', '${id.organisatie}', 'V', 'Huis', 'verblijf', 'MO', 'regionaal', '2020-01-01');
  insert into locatie (id, regio_id, voorziening_id, naam, van) values ('${id.locatie}', '${id.regio}', '${id.voorziening}', 'Huis', '2020-01-01');
  insert into plek (id, regio_id, locatie_id, product_id, naam, soort, van) values ('${id.plek}', '${id.regio}', '${id.locatie}', '${id.product}', 'Plek 1', 'regulier', '2020-01-01');
  insert into persoon (id, regio_id, achternaam, geboortedatum, herkomst_onbekend_reden, woonplaats_onbekend_reden, aangemaakt_op, gewijzigd_op)
    select x.id::uuid, '${id.regio}', 'Oud', x.op::date, 'nog_navragen', 'nog_navragen', now(), now()
    from (values ('${id.een}', '1990-01-01'), ('${id.twee}', '1991-01-01'), ('${id.kind}', '2020-01-01')) x (id, op);
  insert into opvolging (id, regio_id, persoon_id, status, organisatie_id, contactpersoon_id, volgende_stap, volgende_stap_op, gewijzigd_op)
    values ('${id.opvolging}', '${id.regio}', '${id.een}', 'open', '${id.organisatie}', '${id.gebruiker}', 'Bellen', '2026-01-01', now());
  insert into opvolging (id, regio_id, persoon_id, status, organisatie_id, contactpersoon_id, volgende_stap, volgende_stap_op, gewijzigd_op)
    select gen_random_uuid(), '${id.regio}', x.id::uuid, 'open', '${id.organisatie}', '${id.gebruiker}', 'Bellen', '2026-01-01', now() from (values ('${id.kind}')) x (id);
  insert into verblijf (id, regio_id, persoon_id, plek_id, locatie_id, product_id, begonnen_op, aangemaakt_op, gewijzigd_op)
    values ('${id.verblijf}', '${id.regio}', '${id.een}', '${id.plek}', '${id.locatie}', '${id.product}', '2025-06-01', now(), now());
  insert into verblijf_persoon (regio_id, verblijf_id, persoon_id, van)
    select '${id.regio}', '${id.verblijf}', x.id::uuid, '2025-06-01' from (values ('${id.een}'), ('${id.twee}'), ('${id.kind}')) x (id);
  commit;`

describe('verblijven van voor de trajecten', () => {
  it('elke volwassene krijgt een traject met aanspreekpunt, betrokkenheid en product; een kind niet', async () => {
    const url = await makeEmptyDatabase(inject('templateUrl'))
    databases.push(url)
    await migrate({ url, dir: migrationsDir, upTo: 9 })
    const names =
      'regio organisatie gebruiker product voorziening locatie plek een twee kind opvolging verblijf'.split(
        ' ',
      )
    const id = Object.fromEntries(names.map((name) => [name, randomUUID()]))
    const pool = createPool({ url, role: 'login' })
    await pool.query(bestand(id))
    await migrate({ url, dir: migrationsDir })
    const { rows } = await pool.query(`
      select t.persoon_id, t.begonnen_op::text as begonnen_op, a.gebruiker_id, p.product_id,
        exists (select 1 from onderdak.betrokkenheid b where b.bron_id = t.id and b.organisatie_id = a.organisatie_id) as ziet
      from onderdak.traject t join onderdak.aanspreekpunt a on a.traject_id = t.id join onderdak.traject_product p on p.traject_id = t.id`)
    const verwacht = {
      begonnen_op: '2025-06-01',
      gebruiker_id: id.gebruiker,
      product_id: id.product,
      ziet: true,
    }
    expect(rows.sort((a, b) => (a.persoon_id < b.persoon_id ? -1 : 1))).toEqual(
      [id.een!, id.twee!].sort().map((persoon_id) => ({ ...verwacht, persoon_id })),
    )
    const rechten = await pool.query(
      `select permissie from onderdak.rol_permissie where permissie like 'traject.%' order by 1`,
    )
    expect(rechten.rows.map((row) => row.permissie)).toEqual(['traject.lezen', 'traject.wijzigen'])
    const forced = await pool.query(
      `select count(*)::int as n from pg_class where relname in ('verblijf', 'verblijf_persoon', 'persoon', 'opvolging', 'huishouden_lid', 'traject') and relforcerowsecurity`,
    )
    expect(forced.rows).toEqual([{ n: 6 }])
    await pool.end()
  })
})
