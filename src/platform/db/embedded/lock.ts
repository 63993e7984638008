import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { EmbeddedError, errorCode, sleep } from './error.ts'

/**
 * A process as `pid start-ticks`. The start time tells a living holder from a later process with the same number,
 * which is common in containers (every run is pid 7). Elsewhere than on Linux only the pid counts.
 */
export function processMark(pid: number): string {
  return `${pid} ${startTicks(pid)}`
}

export function isAlive(mark: string): boolean {
  const [pidText, ticks] = mark.trim().split(' ')
  const pid = Number(pidText)
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (errorCode(error) !== 'EPERM') return false
  }
  return ticks === undefined || ticks === '-' || ticks === startTicks(pid)
}

function startTicks(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The command name may hold spaces and brackets: count from the last bracket. Field 3 is the state: a zombie is dead.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? 'zombie' : (fields[19] ?? '-')
  } catch {
    return '-'
  }
}

/** Marks held by this very process, so that two starts inside one process wait for each other as well. */
const heldHere = new Set<string>()

/** Runs `work` while holding the lock file; a lock whose process is gone is taken over. */
export async function withLock<T>(file: string, timeoutMs: number, work: () => Promise<T>): Promise<T> {
  const until = Date.now() + timeoutMs
  while (heldHere.has(file) || !tryLock(file)) {
    if (Date.now() > until) {
      throw new EmbeddedError(
        `De database wordt al langer dan ${Math.round(timeoutMs / 1000)} seconden door een ander proces gestart. Stop dat proces en probeer het opnieuw.`,
        `lock ${file} is held by process ${readMark(file) ?? 'unknown'}`,
      )
    }
    await sleep(50)
  }
  heldHere.add(file)
  try {
    return await work()
  } finally {
    heldHere.delete(file)
    rmSync(file, { force: true })
  }
}

function readMark(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function tryLock(file: string): boolean {
  if (create(file)) return true
  const mark = readMark(file)
  // A lock of this process that `heldHere` does not know was left by an earlier process with the same pid and ticks: dead.
  if (mark !== undefined && isAlive(mark) && mark !== processMark(process.pid)) return false
  return takeOver(file)
}

/** Complete at once (link), so that nobody ever reads a half-written lock. */
function create(file: string): boolean {
  const own = `${file}.${randomUUID()}`
  writeFileSync(own, processMark(process.pid))
  try {
    linkSync(own, file)
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    return createExclusive(file)
  } finally {
    unlinkSync(own)
  }
}

/** For file systems without hard links. */
function createExclusive(file: string): boolean {
  try {
    writeFileSync(file, processMark(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
}

/** Removing a dead lock is itself guarded: else two processes could each remove the other's fresh lock. */
function takeOver(file: string): boolean {
  const guard = `${file}.overname`
  if (!create(guard)) {
    const age = ageOf(guard)
    if (age !== undefined && age > 10_000) rmSync(guard, { force: true })
    return false
  }
  try {
    const mark = readMark(file)
    if (mark !== undefined && isAlive(mark) && mark !== processMark(process.pid)) return false
    rmSync(file, { force: true })
    return create(file)
  } finally {
    rmSync(guard, { force: true })
  }
}

function ageOf(file: string): number | undefined {
  try {
    return Date.now() - statSync(file).mtimeMs
  } catch {
    return undefined
  }
}
