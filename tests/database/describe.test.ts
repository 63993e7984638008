import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { modelFaults, readCatalogue, type Table } from '../../src/platform/db/catalogue.ts'
import { type Description, describeDatabase, toMarkdown, toTypes } from '../../src/platform/db/describe.ts'
import { projectRoot } from '../../src/platform/root.ts'
import { useDatabase } from '../given/database.ts'

const database = useDatabase()
const command = 'Run: node scripts/onderdak.mjs gegevensmodel'

describe('generated files', () => {
  let now: Description
  beforeAll(async () => {
    now = await describeDatabase(database.login)
  })

  // The wording of rules differs between versions of PostgreSQL; the built-in version is the measure.
  it.skipIf(!inject('templateUrl').includes('onderdak-test-'))('docs/gegevensmodel.md is current', () => {
    expect(readFileSync(join(projectRoot, 'docs/gegevensmodel.md'), 'utf8') === now.markdown, command).toBe(
      true,
    )
  })

  it('src/platform/db/tables.ts is current', () => {
    expect(readFileSync(join(projectRoot, 'src/platform/db/tables.ts'), 'utf8') === now.types, command).toBe(
      true,
    )
  })
})

describe('the model', () => {
  it('explains every table and column, and shields every table about a persoon', async () => {
    const tables = await readCatalogue(database.login)
    expect(tables.length).toBeGreaterThan(0)
    expect(modelFaults(tables)).toEqual([])
  })
})

describe('describe', () => {
  let made: Table
  beforeAll(async () => {
    await database.owner.query(`
      create type onderdak.soort as enum ('a', 'b');
      create domain onderdak.kort as text check (length(value) < 9);
      create table onderdak.zz_proef (
        id uuid primary key, persoon_id uuid, dag date not null default current_date, op timestamptz not null,
        lijst text[] not null, soorten onderdak.soort[], kort onderdak.kort not null, los jsonb not null, bedrag numeric(9,2),
        aantal bigint not null, dubbel bigint generated always as (aantal * 2) stored,
        constraint zz_positief check (aantal > 0));
      create unique index zz_dag on onderdak.zz_proef (dag) where aantal > 1;
      comment on column onderdak.zz_proef.id is 'Kenmerk | van de proef.';
      comment on constraint zz_positief on onderdak.zz_proef is 'Meer dan niets.'`)
    made = (await readCatalogue(database.login)).find((table) => table.name === 'zz_proef')!
  })

  it('types columns as the driver returns them', () => {
    expect(toTypes([made])).toContain(`export interface ZzProefTable {
  /** Kenmerk | van de proef. */
  id: string
  persoon_id: string | null
  dag: Generated<string>
  op: Date
  lijst: string[]
  soorten: ('a' | 'b')[] | null
  kort: string
  los: unknown
  bedrag: string | null
  aantal: number
  dubbel: ColumnType<number | null, never, never>
}`)
  })

  it('documents columns and rules', () => {
    const text = toMarkdown([made])
    expect(text).toContain('| id | uuid | ja | Kenmerk \\| van de proef. |')
    expect(text).toContain('- `zz_positief`: `CHECK ((aantal > 0))` — Meer dan niets.')
    expect(text).toContain('- `zz_dag`: `CREATE UNIQUE INDEX')
    expect(text).toContain('Afscherming per rij: nee.')
  })

  it('reports a table without comment and without forced row security', async () => {
    expect(modelFaults([made])).toEqual(
      expect.arrayContaining([
        'Tabel zz_proef heeft geen toelichting (comment on).',
        'Kolom zz_proef.dag heeft geen toelichting (comment on).',
        expect.stringContaining('geen verplichte afscherming'),
      ]),
    )
    await database.owner.query(
      'alter table onderdak.zz_proef enable row level security, force row level security',
    )
    const shielded = (await readCatalogue(database.login)).find((table) => table.name === 'zz_proef')!
    expect(modelFaults([shielded]).join()).not.toContain('afscherming')
  })
})
