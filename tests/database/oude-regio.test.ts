import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { rollen } from '../../src/modules/beheer/domain/rollen.ts'
import { instellingen, keuzelijsten, termijnen } from '../../src/modules/beheer/domain/standaard.ts'
import { createPool } from '../../src/platform/db/connect.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { dropDatabase, makeEmptyDatabase, migrationsDir } from '../given/template.ts'

// A region that lives already must get with a migration what a new region starts with: else a new screen stays shut for it,
// and no other test notices. oude-regio.json is the standard configuration as it was at migration 21; it never changes.

interface Configuratie {
  readonly rollen: Record<string, readonly string[]>
  readonly termijnen: Record<string, readonly [aantal: number, eenheid: string]>
  readonly instellingen: Record<string, readonly [waarde: string, soort: string]>
  readonly keuzelijsten: Record<string, readonly string[]>
}

const oud = JSON.parse(
  readFileSync(new URL('../given/oude-regio.json', import.meta.url), 'utf8'),
) as Configuratie

const nieuw: Configuratie = {
  rollen: Object.fromEntries(rollen.map((rol) => [rol.code, rol.permissies])),
  termijnen: Object.fromEntries(termijnen.map((t) => [t.code, [t.aantal, t.eenheid]])),
  instellingen: Object.fromEntries(instellingen.map((i) => [i.code, [i.waarde, i.soort]])),
  keuzelijsten: Object.fromEntries(
    Object.entries(keuzelijsten).map(([l, keuzes]) => [l, Object.keys(keuzes)]),
  ),
}

const databases: string[] = []
afterAll(async () => {
  for (const url of databases) await dropDatabase(url)
})

/** One line for each thing that a region has, so that a difference reads by itself. */
const regels = (c: Configuratie): string[] =>
  [
    ...Object.entries(c.rollen).flatMap(([rol, rechten]) => rechten.map((recht) => `recht ${rol} ${recht}`)),
    ...Object.entries(c.termijnen).map(([code, [aantal, eenheid]]) => `termijn ${code} ${aantal} ${eenheid}`),
    ...Object.entries(c.instellingen).map(
      ([code, [waarde, soort]]) => `instelling ${code} ${soort} ${waarde}`,
    ),
    ...Object.entries(c.keuzelijsten).flatMap(([lijst, codes]) =>
      codes.map((code) => `keuze ${lijst} ${code}`),
    ),
  ].sort()

const bestand = (id: string) => `
  begin;
  set local search_path = onderdak, public;
  insert into regio (id, code, naam) values ('${id}', 'OUD', 'Oude regio');
  insert into rol (code, naam, omschrijving, volgorde) select key, key, '', row_number() over () from jsonb_each('${JSON.stringify(oud.rollen)}');
  insert into rol_permissie (regio_id, rol_code, permissie, van)
    select '${id}', r.key, p, '2020-01-01' from jsonb_each('${JSON.stringify(oud.rollen)}') r, jsonb_array_elements_text(r.value) p;
  insert into termijn (regio_id, code, naam, aantal, eenheid, van)
    select '${id}', key, key, (value ->> 0)::int, value ->> 1, '2020-01-01' from jsonb_each('${JSON.stringify(oud.termijnen)}');
  insert into instelling (regio_id, code, naam, waarde, soort, van)
    select '${id}', key, key, value ->> 0, value ->> 1, '2020-01-01' from jsonb_each('${JSON.stringify(oud.instellingen).replaceAll("'", "''")}');
  insert into keuze (regio_id, lijst, code, naam, van)
    select '${id}', l.key, k, k, '2020-01-01' from jsonb_each('${JSON.stringify(oud.keuzelijsten)}') l, jsonb_array_elements_text(l.value) k;
  commit;`

const gevonden = `
  set search_path = onderdak, public;
  select 'recht ' || rol_code || ' ' || permissie as regel from rol_permissie where tot is null
  union all select 'termijn ' || code || ' ' || aantal || ' ' || eenheid from termijn where tot is null
  union all select 'instelling ' || code || ' ' || soort || ' ' || waarde from instelling where tot is null
  union all select 'keuze ' || lijst || ' ' || code from keuze where tot is null`

describe('een regio van voor de tweede helft van de keten', () => {
  it('heeft na het bijwerken dezelfde rechten, termijnen, instellingen en keuzelijsten als een nieuwe regio', async () => {
    const url = await makeEmptyDatabase(inject('templateUrl'))
    databases.push(url)
    await migrate({ url, dir: migrationsDir, upTo: 21 })
    const pool = createPool({ url, role: 'login' })
    await pool.query(bestand(randomUUID()))
    await migrate({ url, dir: migrationsDir })
    const [, { rows }] = (await pool.query(gevonden)) as unknown as [unknown, { rows: { regel: string }[] }]
    await pool.end()
    const heeft = new Set(rows.map((row) => row.regel))
    const hoort = new Set(regels(nieuw))
    expect({
      mist: [...hoort].filter((regel) => !heeft.has(regel)),
      teveel: [...heeft].filter((regel) => !hoort.has(regel)).sort(),
    }).toEqual({ mist: [], teveel: [] })
  })
})
