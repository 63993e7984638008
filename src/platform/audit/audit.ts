import { type Kysely, sql, type Transaction } from 'kysely'
import type { Id } from '../../shared/id.ts'
import type { DB } from '../db/tables.ts'
import type { Vrager } from '../work.ts'

/** One row of the audit book in the words of NEN 7513; see privacy-security.md §6. */
export interface AuditRow {
  readonly vrager: Vrager
  readonly tijd: Date
  readonly gebeurtenis: string
  readonly actie: 'C' | 'R' | 'U' | 'D' | 'E'
  readonly uitkomst: 0 | 4
  readonly doel: string
  readonly route: string
  readonly onderwerpId?: Id | null
  readonly personen: readonly Id[]
  readonly verzoekId: Id
  readonly netwerkadres: string
  readonly noodprocedure?: boolean
  readonly toelichting?: string | null
}

function values(row: AuditRow) {
  return {
    tijd: row.tijd,
    gebeurtenis: row.gebeurtenis,
    actie: row.actie,
    uitkomst: row.uitkomst,
    gebruiker_id: row.vrager.gebruikerId,
    gebruiker_naam: row.vrager.naam,
    organisatie_id: row.vrager.organisatieId,
    rol: row.vrager.rol,
    doel: row.doel,
    route: row.route,
    onderwerp_id: row.onderwerpId ?? null,
    personen: row.personen,
    verzoek_id: row.verzoekId,
    netwerkadres: row.netwerkadres,
    noodprocedure: row.noodprocedure ?? false,
    toelichting: row.toelichting ?? null,
  }
}

/** Rows of one region in one statement. */
async function write(db: Kysely<DB>, rows: readonly AuditRow[]): Promise<void> {
  const { regioId } = rows[0]!.vrager
  await sql`select onderdak.audit_bijschrijven(${regioId}::uuid, ${JSON.stringify(rows.map(values))}::jsonb)`.execute(
    db,
  )
}

/** Appends in the transaction of a write; call it last, because it holds the chain of the region until the commit. */
export async function appendAudit(db: Transaction<DB>, row: AuditRow): Promise<void> {
  await write(db, [row])
}

interface Pending {
  readonly row: AuditRow
  readonly done: () => void
  readonly fail: (error: unknown) => void
}

export interface AuditWriter {
  /** Resolves when the row is durable; a read is answered only after that. */
  append(row: AuditRow): Promise<void>
}

/**
 * Audit rows of reads, group-committed: while one batch commits, the next gathers. A read changes nothing, so its row need
 * not share its transaction, but the answer waits for it, and a failed write fails the request.
 */
export function createAuditWriter(db: Kysely<DB>): AuditWriter {
  let pending: Pending[] = []
  let running = false

  async function flush(): Promise<void> {
    running = true
    while (pending.length > 0) {
      const batch = pending
      pending = []
      for (const regioId of new Set(batch.map((entry) => entry.row.vrager.regioId)))
        await save(batch.filter((entry) => entry.row.vrager.regioId === regioId))
    }
    running = false
  }

  /** Together; when that is refused each on its own, so that one impossible row fails no one else's question. */
  async function save(entries: readonly Pending[]): Promise<void> {
    try {
      await write(
        db,
        entries.map((entry) => entry.row),
      )
      for (const entry of entries) entry.done()
    } catch (error) {
      if (entries.length > 1) for (const entry of entries) await save([entry])
      else for (const entry of entries) entry.fail(error)
    }
  }

  return {
    append: (row) =>
      new Promise((done, fail) => {
        pending.push({ row, done, fail })
        if (!running) void flush()
      }),
  }
}

export interface BrokenLink {
  readonly regio: string
  readonly volgnummer: number
  readonly fout: 'hash_klopt_niet' | 'keten_onderbroken' | 'rij_ontbreekt' | 'einde_ontbreekt'
}

/**
 * Walks every chain and returns the first broken row per region. Needs the owner connection: the application role may
 * only read audit rows of one region with the right to do so.
 */
export async function verifyAudit(owner: Kysely<DB>): Promise<{ rijen: number; fouten: BrokenLink[] }> {
  const { rows } = await sql<{ regio: string; volgnummer: number; fout: BrokenLink['fout'] }>`
    with schakels as (
      select a.regio_id, a.volgnummer, a.hash, a.vorige_hash, onderdak.audit_hash(a) as berekend,
        lag(a.hash) over w as hash_ervoor, lag(a.volgnummer, 1, 0::bigint) over w as nummer_ervoor
      from onderdak.audit a window w as (partition by a.regio_id order by a.volgnummer)
    ), fouten as (
      select regio_id, volgnummer, case when volgnummer <> nummer_ervoor + 1 then 'rij_ontbreekt'
        when hash <> berekend then 'hash_klopt_niet'
        when vorige_hash <> coalesce(hash_ervoor, sha256('begin')) then 'keten_onderbroken' end as fout
      from schakels
      union all
      select k.regio_id, k.volgnummer, 'einde_ontbreekt' from onderdak.audit_kop k
      where k.volgnummer > 0 and not exists (select 1 from onderdak.audit a where a.regio_id = k.regio_id and a.volgnummer = k.volgnummer and a.hash = k.hash)
    )
    select distinct on (r.code) r.code as regio, f.volgnummer, f.fout from fouten f join onderdak.regio r on r.id = f.regio_id
    where f.fout is not null order by r.code, f.volgnummer, f.fout`.execute(owner)
  const { rows: count } = await sql<{ n: number }>`select count(*)::int as n from onderdak.audit`.execute(
    owner,
  )
  return { rijen: count[0]!.n, fouten: rows }
}
