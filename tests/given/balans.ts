import fc from 'fast-check'
import type pg from 'pg'
import { addDays, type PlainDate } from '../../src/shared/plain-date.ts'

/** Random histories of who is somewhere, and an oracle that looks at every night by itself. */

export interface Spel {
  readonly zaak: number
  readonly wie: number
  readonly leden: number
  readonly hoofd: boolean
  readonly plaats: number
  readonly van: PlainDate
  readonly tot: PlainDate | null
  readonly reden: number
}

/** What the register said of one case from one moment on; null: no longer there. */
export interface Geschiedenis {
  readonly versies: readonly { readonly bekendOp: PlainDate; readonly spel: Spel | null }[]
}

const EERSTE = '2025-12-10'
const dag = fc.integer({ min: 0, max: 110 }).map((n) => addDays(EERSTE, n))

const spel = (zaak: number) =>
  fc
    .record({
      wie: fc.integer({ min: 0, max: 3 }),
      leden: fc.integer({ min: 1, max: 4 }),
      hoofd: fc.boolean(),
      plaats: fc.integer({ min: 0, max: 3 }),
      van: dag,
      duur: fc.option(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 60 }), fc.constantFrom(28, 31)), {
        freq: 4,
      }),
      reden: fc.integer({ min: 0, max: 4 }),
    })
    .map(
      ({ duur, ...rest }): Spel => ({ ...rest, zaak, tot: duur === null ? null : addDays(rest.van, duur) }),
    )

const geschiedenis = (zaak: number): fc.Arbitrary<Geschiedenis> =>
  fc
    .array(fc.tuple(dag, fc.option(spel(zaak), { freq: 6 })), { minLength: 1, maxLength: 3 })
    .map((versies) => ({
      versies: [...new Map(versies).entries()]
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([bekendOp, one]) => ({ bekendOp, spel: one })),
    }))

/** Up to nine cases of at most four people in four places, each said otherwise up to twice. */
export const geschiedenissen: fc.Arbitrary<readonly Geschiedenis[]> = fc
  .integer({ min: 1, max: 9 })
  .chain((n) => fc.tuple(...Array.from({ length: n }, (_, zaak) => geschiedenis(zaak))))

/** What the register said at the end of a day. */
export function bekendOp(alle: readonly Geschiedenis[], moment: PlainDate): Spel[] {
  return alle.flatMap(({ versies }) => {
    const geldt = versies.findLast((versie) => versie.bekendOp <= moment)?.spel
    return geldt ? [geldt] : []
  })
}

export interface Stand {
  readonly begin: number
  readonly erin: number
  readonly eruit: number
  readonly eind: number
}

/** The persons' book: who is there, night by night. */
export function nachtVoorNacht(spellen: readonly Spel[], van: PlainDate, tot: PlainDate): Stand {
  const nacht = (op: PlainDate) =>
    new Set(
      spellen
        .filter((one) => one.van <= op && (one.tot === null || one.tot > op))
        .flatMap((one) => Array.from({ length: one.leden }, (_, lid) => `${one.wie} ${lid}`)),
    )
  let [erin, eruit] = [0, 0]
  for (let op = van; op < tot; op = addDays(op, 1)) {
    const [gisteren, nu] = [nacht(addDays(op, -1)), nacht(op)]
    erin += [...nu].filter((een) => !gisteren.has(een)).length
    eruit += [...gisteren].filter((een) => !nu.has(een)).length
  }
  return { begin: nacht(addDays(van, -1)).size, erin, eruit, eind: nacht(addDays(tot, -1)).size }
}

/** The book of registrations: every case by itself. */
export function zaakVoorZaak(spellen: readonly Spel[], van: PlainDate, tot: PlainDate): Stand {
  const in_ = (op: PlainDate | null) => op !== null && op >= van && op < tot
  const op = (dagVan: PlainDate) =>
    spellen.filter((one) => one.van <= dagVan && (one.tot === null || one.tot > dagVan)).length
  return {
    begin: op(addDays(van, -1)),
    erin: spellen.filter((one) => in_(one.van)).length,
    eruit: spellen.filter((one) => in_(one.tot)).length,
    eind: op(addDays(tot, -1)),
  }
}

/** Puts rows straight into a table of facts; what is not said is empty, and known from the first day on. */
export async function legFeitenVast(
  login: pg.Pool,
  tabel: 'feit_verblijf' | 'feit_wacht' | 'feit_in_beeld',
  rijen: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  await login.query(
    `insert into onderdak.${tabel} select * from jsonb_populate_recordset(null::onderdak.${tabel}, $1::jsonb)`,
    [
      JSON.stringify(
        rijen.map((rij, i) => ({ bekend_van: '2020-01-01', bekend_tot: 'infinity', keer: i + 1, ...rij })),
      ),
    ],
  )
}
