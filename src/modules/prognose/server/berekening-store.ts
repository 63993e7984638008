import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { Arm, Berekend, Opdracht } from '../domain/berekening.ts'
import type { Maatregel } from '../domain/maatregel.ts'
import type { Rekendeel } from '../domain/rekenen.ts'

// The only place that writes berekening, berekening_arm and berekening_deel.

/** A small first part, so that there is something to see at once; then parts of which one takes a moment. */
const EERSTE_DEEL = 10
const DEEL = 40

export interface BerekeningRij {
  readonly id: Id
  readonly scenarioId: Id
  readonly uitgangspuntId: Id
  readonly opdracht: Opdracht
  readonly maatregelen: readonly Maatregel[]
  readonly zaad: number
  readonly stand: 'bezig' | 'klaar' | 'gestopt' | 'mislukt'
}

export interface OpenDeel {
  readonly arm: number
  readonly eerste: number
  readonly aantal: number
}

/** How replications `van` up to `tot` are cut up. */
export function delenVan(van: number, tot: number): { eerste: number; aantal: number }[] {
  const delen: { eerste: number; aantal: number }[] = []
  for (let eerste = van; eerste < tot; ) {
    const aantal = Math.min(eerste === 0 ? EERSTE_DEEL : DEEL, tot - eerste)
    delen.push({ eerste, aantal })
    eerste += aantal
  }
  return delen
}

export async function insertBerekening(
  work: Work,
  values: Pick<BerekeningRij, 'scenarioId' | 'uitgangspuntId' | 'opdracht' | 'maatregelen' | 'zaad'>,
): Promise<Id> {
  const id = work.newId()
  await work.db
    .insertInto('berekening')
    .values({
      id,
      regio_id: work.regioId,
      scenario_id: values.scenarioId,
      uitgangspunt_id: values.uitgangspuntId,
      opdracht: JSON.stringify(values.opdracht),
      maatregelen: JSON.stringify(values.maatregelen),
      zaad: values.zaad,
      gemaakt_op: work.now,
      gemaakt_door: work.vrager.gebruikerId!,
    })
    .execute()
  return id
}

/** Adds chains after those that are there, with their parts; returns how many parts. */
export async function insertArmen(work: Work, id: Id, vanaf: number, armen: readonly Arm[]): Promise<number> {
  await work.db
    .insertInto('berekening_arm')
    .values(
      armen.map((arm, i) => ({
        berekening_id: id,
        regio_id: work.regioId,
        volgnummer: vanaf + i,
        inhoud: JSON.stringify(arm),
      })),
    )
    .execute()
  return insertDelen(
    work,
    id,
    armen.flatMap((arm, i) => delenVan(0, arm.herhalingen).map((deel) => ({ arm: vanaf + i, ...deel }))),
  )
}

export async function insertDelen(work: Work, id: Id, delen: readonly OpenDeel[]): Promise<number> {
  await work.db
    .insertInto('berekening_deel')
    .values(delen.map((deel) => ({ berekening_id: id, regio_id: work.regioId, ...deel })))
    .execute()
  return delen.length
}

export async function findBerekening(work: Work, id: Id, lock = false): Promise<BerekeningRij | undefined> {
  const query = work.db
    .selectFrom('berekening')
    .select([
      'id',
      'scenario_id as scenarioId',
      'uitgangspunt_id as uitgangspuntId',
      'opdracht',
      'maatregelen',
      'zaad',
      'stand',
    ])
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
  return (await (lock ? query.forUpdate() : query).executeTakeFirst()) as BerekeningRij | undefined
}

/** A part that nobody is working on; the row stays locked to the end of this work, and is free again when this process dies. */
export async function claimDeel(work: Work, id: Id): Promise<OpenDeel | undefined> {
  return work.db
    .selectFrom('berekening_deel')
    .select(['arm', 'eerste', 'aantal'])
    .where('regio_id', '=', work.regioId)
    .where('berekening_id', '=', id)
    .where('waarden', 'is', null)
    .orderBy('eerste')
    .orderBy('arm')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
}

export async function keepDeel(
  work: Work,
  id: Id,
  { arm, eerste }: OpenDeel,
  deel: Rekendeel,
): Promise<void> {
  await work.db
    .updateTable('berekening_deel')
    .set({ waarden: encodeDeel(deel), klaar_op: sql`clock_timestamp()` })
    .where('regio_id', '=', work.regioId)
    .where('berekening_id', '=', id)
    .where('arm', '=', arm)
    .where('eerste', '=', eerste)
    .execute()
}

export async function countOpen(work: Work, id: Id): Promise<number> {
  const { open } = await work.db
    .selectFrom('berekening_deel')
    .select((e) => e.fn.countAll<string>().as('open'))
    .where('regio_id', '=', work.regioId)
    .where('berekening_id', '=', id)
    .where('waarden', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(open)
}

export async function listArmen(work: Work, id: Id): Promise<Arm[]> {
  const rows = await work.db
    .selectFrom('berekening_arm')
    .select('inhoud')
    .where('regio_id', '=', work.regioId)
    .where('berekening_id', '=', id)
    .orderBy('volgnummer')
    .execute()
  return rows.map(({ inhoud }) => inhoud as unknown as Arm)
}

export interface Gerekend {
  readonly arm: number
  readonly deel: Rekendeel
}

/** What was run of the first `tot` replications of each chain. */
export async function listGerekend(work: Work, id: Id, tot = Number.MAX_SAFE_INTEGER): Promise<Gerekend[]> {
  const rows = await work.db
    .selectFrom('berekening_deel')
    .select(['arm', 'eerste', 'aantal', 'waarden'])
    .where('regio_id', '=', work.regioId)
    .where('berekening_id', '=', id)
    .where('waarden', 'is not', null)
    .where('eerste', '<', Math.min(tot, 2 ** 31 - 1))
    .orderBy('arm')
    .orderBy('eerste')
    .execute()
  return rows.map(({ arm, eerste, aantal, waarden }) => ({
    arm,
    deel: decodeDeel(waarden as Buffer, eerste, aantal),
  }))
}

/** The answer, or why there is none; what was run for it goes away. */
export async function closeBerekening(
  work: Work,
  id: Id,
  einde: { readonly uitkomst: Berekend } | { readonly fout: string } | { readonly stand: 'gestopt' },
): Promise<void> {
  await work.db
    .updateTable('berekening')
    .set({
      klaar_op: sql`greatest(clock_timestamp(), gemaakt_op)`,
      ...('uitkomst' in einde
        ? { stand: 'klaar', uitkomst: JSON.stringify(einde.uitkomst) }
        : 'fout' in einde
          ? { stand: 'mislukt', fout: einde.fout.slice(0, 2000) }
          : { stand: einde.stand }),
    })
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .execute()
}

/** Parts of what is over, and that nobody is still working on. */
export async function clearDelen(work: Work): Promise<void> {
  await sql`
    with klaar as (
      select d.berekening_id, d.arm, d.eerste from onderdak.berekening_deel d join onderdak.berekening b on b.id = d.berekening_id
      where d.regio_id = ${work.regioId} and b.stand <> 'bezig' for update of d skip locked
    )
    delete from onderdak.berekening_deel d using klaar k where (d.berekening_id, d.arm, d.eerste) = (k.berekening_id, k.arm, k.eerste)`.execute(
    work.db,
  )
  await sql`
    delete from onderdak.berekening_arm a using onderdak.berekening b
    where a.regio_id = ${work.regioId} and b.id = a.berekening_id and b.stand <> 'bezig'
      and not exists (select 1 from onderdak.berekening_deel d where d.berekening_id = a.berekening_id)`.execute(
    work.db,
  )
}

/** Runs that are not over, with how many parts nobody is working on. */
export async function listBezig(work: Work): Promise<{ id: Id; open: number }[]> {
  const { rows } = await sql<{ id: Id; open: number }>`
    select b.id, (select count(*)::int from (select 1 from onderdak.berekening_deel d where d.berekening_id = b.id and d.waarden is null for update skip locked) vrij) as open
    from onderdak.berekening b where b.regio_id = ${work.regioId} and b.stand = 'bezig'`.execute(work.db)
  return rows
}

/** Two arrays behind each other, pressed together: how long the second is says the last four bytes. */
function encodeDeel({ waarden, gewacht, gebeurtenissen: _ }: Rekendeel): Buffer {
  const bytes = (array: Float32Array | Uint32Array) =>
    Buffer.from(array.buffer, array.byteOffset, array.byteLength)
  const length = Buffer.alloc(4)
  length.writeUInt32LE(gewacht.length)
  return deflateRawSync(Buffer.concat([bytes(waarden), bytes(gewacht), length]), { level: 1 })
}

function decodeDeel(packed: Buffer, eerste: number, aantal: number): Rekendeel {
  const plain = inflateRawSync(packed)
  const length = plain.readUInt32LE(plain.length - 4)
  const cut = plain.length - 4 - 4 * length
  // Copied, because a view needs an address that is a multiple of four.
  const part = (from: number, to: number) =>
    plain.buffer.slice(plain.byteOffset + from, plain.byteOffset + to)
  return {
    eerste,
    aantal,
    gebeurtenissen: 0,
    waarden: new Float32Array(part(0, cut)),
    gewacht: new Uint32Array(part(cut, plain.length - 4)),
  }
}
