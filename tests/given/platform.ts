import pino from 'pino'
import { createCipher } from '../../src/platform/cipher.ts'
import type { Clock } from '../../src/platform/clock.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { transact } from '../../src/platform/transaction.ts'
import type { Vrager, Work } from '../../src/platform/work.ts'
import { createIdSource, type Id } from '../../src/shared/id.ts'
import { allePermissies } from '../../src/shared/permissies.ts'
import { isRejection, type Rejection } from '../../src/shared/rejection.ts'
import type { TestDatabase } from './database.ts'

/** A clock that stands still until the test moves it; starts on Monday 2 March 2026, 10:00 Dutch time. */
export class TestClock implements Clock {
  private at = new Date('2026-03-02T09:00:00Z')
  now(): Date {
    return new Date(this.at)
  }
  set(iso: string): void {
    this.at = new Date(iso.length === 10 ? `${iso}T09:00:00Z` : iso)
  }
  advance(ms: number): void {
    this.at = new Date(this.at.getTime() + ms)
  }
}

export interface TestPlatform extends Platform {
  readonly clock: TestClock
}

/** A platform on a test database with a still clock and reproducible ids. Call inside a hook or test. */
export function testPlatform(database: Pick<TestDatabase, 'db'>): TestPlatform {
  const clock = new TestClock()
  let serial = 0
  return {
    db: database.db,
    clock,
    newId: createIdSource(
      () => clock.now().getTime(),
      (bytes) => {
        const tail = new Uint8Array(bytes)
        new DataView(tail.buffer).setUint32(bytes - 4, ++serial)
        return tail
      },
    ),
    cipher: createCipher(Buffer.alloc(32, 7)),
    log: pino({ level: 'silent' }),
  }
}

export function systemVrager(regioId: Id, naam = 'test'): Vrager {
  return {
    regioId,
    organisatieId: null,
    gebruikerId: null,
    naam,
    rol: 'systeem',
    permissies: new Set(allePermissies),
    isSysteem: true,
  }
}

let request = 0

/** Runs work as someone and returns its value, also when that is a Rejection. */
export async function workAs<T>(
  platform: Platform,
  vrager: Vrager,
  run: (work: Work) => Promise<T>,
): Promise<T> {
  return (
    await transact(platform, vrager, { doel: 'test', sleutel: `test-${process.pid}-${++request}` }, run)
  ).result
}

/** For arranging: the value, or an error that shows why it was refused. */
export function accepted<T>(value: T | Rejection): T {
  if (isRejection(value))
    throw new Error(`refused: ${value.code} — ${value.message} ${JSON.stringify(value.faults ?? '')}`)
  return value
}
