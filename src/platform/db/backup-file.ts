import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'

/**
 * A back-up is a gzip of JSON lines: the head, then per table a line with its columns and one line per row (every value
 * as PostgreSQL's own text, so that microseconds, numerics and arrays stay exact), and at the end the tail with counts
 * and checksums. A file without tail is incomplete and is refused.
 */
const Head = z.object({
  soort: z.literal('onderdak-backup'),
  versie: z.literal(1),
  gemaaktOp: z.string(),
  migraties: z.array(z.object({ nummer: z.number().int(), naam: z.string(), sha256: z.string() })),
})
const Columns = z.object({
  tabel: z.string(),
  kolommen: z.array(z.object({ naam: z.string(), type: z.string() })),
})
const Tail = z.object({
  einde: z.literal(true),
  tabellen: z.array(z.object({ tabel: z.string(), rijen: z.number().int(), sha256: z.string() })),
  /** Sequence, and the setval arguments that continue it. */
  reeksen: z.array(z.object({ naam: z.string(), waarde: z.string(), gebruikt: z.boolean() })),
})
const Row = z.array(z.string().nullable())

export type BackupHead = z.infer<typeof Head>
export type BackupTail = z.infer<typeof Tail>
export type TableSum = BackupTail['tabellen'][number]
export type StoredColumns = z.infer<typeof Columns>

type Part =
  | { readonly kind: 'head'; readonly head: BackupHead }
  | ({ readonly kind: 'table' } & StoredColumns)
  | { readonly kind: 'row'; readonly row: (string | null)[] }
  | { readonly kind: 'tail'; readonly tail: BackupTail }

/** A back-up that cannot be made or restored; the message is Dutch. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
}

export function damaged(why: string): BackupError {
  return new BackupError(`De back-up is beschadigd of onvolledig. Er is niets hersteld. (${why})`)
}

/** The parts of a file in order. Checks the shape of each line, not yet the sums. */
export async function* readBackup(file: string): AsyncGenerator<Part> {
  let first = true
  for await (const line of linesOf(file)) {
    yield first ? headOf(line) : partOf(line)
    first = false
  }
}

function headOf(line: unknown): Part {
  const head = Head.safeParse(line)
  if (head.success) return { kind: 'head', head: head.data }
  throw new BackupError('Dit bestand is geen back-up van Onderdak, of is met een nieuwere versie gemaakt.')
}

function partOf(line: unknown): Part {
  const row = Row.safeParse(line)
  if (row.success) return { kind: 'row', row: row.data }
  const columns = Columns.safeParse(line)
  if (columns.success) return { kind: 'table', ...columns.data }
  const tail = Tail.safeParse(line)
  if (tail.success) return { kind: 'tail', tail: tail.data }
  throw damaged('unknown line')
}

/** Reads the whole file; throws when it is incomplete or when a count or checksum differs. */
export async function verifyBackup(file: string): Promise<{ head: BackupHead; tail: BackupTail }> {
  let head: BackupHead | undefined
  let tail: BackupTail | undefined
  const sums: TableSum[] = []
  let current:
    | { tabel: string; width: number; rijen: number; hash: ReturnType<typeof createHash> }
    | undefined
  const close = () => {
    if (current) sums.push({ tabel: current.tabel, rijen: current.rijen, sha256: current.hash.digest('hex') })
    current = undefined
  }
  for await (const part of readBackup(file)) {
    if (part.kind === 'row') {
      if (part.row.length !== current?.width) throw damaged('wrong number of values')
      current.hash.update(`${JSON.stringify(part.row)}\n`)
      current.rijen++
      continue
    }
    close()
    if (part.kind === 'head') head = part.head
    if (part.kind === 'table')
      current = { tabel: part.tabel, width: part.kolommen.length, rijen: 0, hash: createHash('sha256') }
    if (part.kind === 'tail') tail = part.tail
  }
  if (!head || !tail) throw damaged('no tail')
  if (JSON.stringify(sums) !== JSON.stringify(tail.tabellen)) throw damaged('counts or checksums differ')
  return { head, tail }
}

async function* linesOf(file: string): AsyncGenerator<unknown> {
  const input = createReadStream(file)
  const gunzip = createGunzip()
  let broken: unknown
  input.on('error', (error) => gunzip.destroy(error))
  const lines = createInterface({ input: input.pipe(gunzip), crlfDelay: Number.POSITIVE_INFINITY })
  gunzip.on('error', (error) => {
    broken = error
    lines.close()
  })
  try {
    for await (const line of lines) yield parse(line)
  } catch (error) {
    broken ??= error
  } finally {
    input.destroy()
    gunzip.destroy()
  }
  if (broken instanceof BackupError) throw broken
  if (broken instanceof Error && 'code' in broken && broken.code === 'ENOENT') {
    throw new BackupError(`Het bestand ${file} bestaat niet.`)
  }
  if (broken) throw damaged(String(broken))
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    throw damaged(String(error))
  }
}
