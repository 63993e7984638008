import { sql } from 'kysely'
import type { z } from 'zod'
import { changesOf, conflict } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { isKeuze } from '../../beheer/server/lookup.ts'
import { LocatieInvoer, PlekInvoer, VoorzieningInvoer } from '../domain/contract.ts'
import { canManage, checkEnd, checkLocatie, checkPlek } from '../domain/rules.ts'
import { findLocatie, lockLocatie } from './lookup.ts'
import {
  insertLocatie,
  insertPlekken,
  insertVoorziening,
  setTot,
  updateLocatie,
  updatePlek,
  updateVoorziening,
} from './store.ts'

type Made = { id: Id } | Rejection
type Met<T> = T & { readonly bron?: string | null }
export type NewVoorziening = Met<z.input<typeof VoorzieningInvoer>>
export type NewLocatie = Met<z.input<typeof LocatieInvoer>>
export type NewPlek = Met<z.input<typeof PlekInvoer>>
interface Seen {
  readonly id: Id
  /** Version that the editor saw. */
  readonly versie: number
}

export async function registerVoorziening(work: Work, input: NewVoorziening): Promise<Made> {
  const invoer = VoorzieningInvoer.parse(input)
  const allowed = canManage(work.vrager, invoer.organisatieId)
  if (!allowed.ok) return reject('geen_recht', allowed.reden, { field: 'organisatieId', status: 403 })
  const id = work.newId()
  const refused = await insertVoorziening(work, id, { ...invoer, bron: input.bron ?? null })
  if (refused) return refused
  await work.record({
    soort: 'VoorzieningGeregistreerd',
    onderwerpSoort: 'voorziening',
    onderwerpId: id,
    op: invoer.van,
  })
  return { id }
}

export async function registerLocatie(work: Work, input: NewLocatie): Promise<Made> {
  const invoer = LocatieInvoer.parse(input)
  const voorziening = await findVoorziening(work, invoer.voorzieningId)
  if (!voorziening) return notFound('Deze voorziening')
  const allowed = canManage(work.vrager, voorziening.organisatie_id)
  if (!allowed.ok) return reject('geen_recht', allowed.reden, { status: 403 })
  const refused =
    checkLocatie(invoer, work.vrager) ?? (await checkKenmerken(work, invoer.kenmerken, invoer.van))
  if (refused) return refused
  const id = work.newId()
  const failed = await insertLocatie(work, id, { ...invoer, bron: input.bron ?? null })
  if (failed) return failed
  await work.record({
    soort: 'LocatieGeregistreerd',
    onderwerpSoort: 'locatie',
    onderwerpId: id,
    op: invoer.van,
  })
  return { id }
}

export async function registerPlek(work: Work, input: NewPlek): Promise<Made> {
  const made = await registerPlekken(work, { plekken: [input] })
  return isRejection(made) ? made : { id: made.ids[0]! }
}

/** Many plekken at once, for "voeg 10 gelijke plekken toe", imports and demo regions; all or nothing. */
export async function registerPlekken(
  work: Work,
  input: { plekken: readonly NewPlek[] },
): Promise<{ ids: Id[] } | Rejection> {
  const rows = input.plekken.map((plek) => ({
    ...PlekInvoer.parse(plek),
    bron: plek.bron ?? null,
    id: work.newId(),
  }))
  const perLocatie = new Map<Id, typeof rows>()
  for (const row of rows) perLocatie.set(row.locatieId, [...(perLocatie.get(row.locatieId) ?? []), row])
  for (const [locatieId, group] of perLocatie) {
    const refused = await checkPlekken(work, locatieId, group)
    if (refused) return refused
  }
  const failed = await insertPlekken(work, rows)
  if (failed) return failed
  for (const [locatieId, group] of perLocatie) {
    await work.record({
      soort: 'PlekkenGeregistreerd',
      onderwerpSoort: 'locatie',
      onderwerpId: locatieId,
      op: group[0]!.van,
      gegevens: { aantal: group.length, plekIds: group.map((row) => row.id) },
    })
  }
  return { ids: rows.map((row) => row.id) }
}

async function checkPlekken(
  work: Work,
  locatieId: Id,
  rows: readonly PlekInvoer[],
): Promise<undefined | Rejection> {
  const locatie = await manageableLocatie(work, locatieId)
  if (isRejection(locatie)) return locatie
  for (const row of rows) {
    const refused = checkPlek(row)
    if (refused) return refused
  }
  const productIds = [...new Set(rows.map((row) => row.productId))]
  const known = await work.db
    .selectFrom('product')
    .select('id')
    .where('regio_id', '=', work.regioId)
    .where('id', 'in', productIds)
    .execute()
  if (known.length < productIds.length)
    return reject('product_onbekend', 'Kies een product van deze regio.', { field: 'productId', status: 422 })
  const kenmerken = [...new Set(rows.flatMap((row) => row.kenmerken))]
  return checkKenmerken(work, kenmerken, rows[0]!.van)
}

export async function changeVoorziening(
  work: Work,
  input: z.input<typeof VoorzieningInvoer> & Seen,
): Promise<Made> {
  const before = await findVoorziening(work, input.id)
  if (!before) return notFound('Deze voorziening')
  const invoer = VoorzieningInvoer.parse(input)
  // Both the old and the new owner must be one's own: nobody gives a voorziening away or takes one.
  for (const owner of [before.organisatie_id, invoer.organisatieId]) {
    const allowed = canManage(work.vrager, owner)
    if (!allowed.ok) return reject('geen_recht', allowed.reden, { status: 403 })
  }
  const written = await updateVoorziening(work, input, invoer)
  if (isRejection(written)) return written
  if (!written) return conflict(work, 'voorziening', input.id, input.versie)
  await work.record({
    soort: 'VoorzieningGewijzigd',
    onderwerpSoort: 'voorziening',
    onderwerpId: input.id,
    op: work.today,
    gegevens: { versie: input.versie + 1, wijzigingen: changesOf(camel(before, invoer), invoer) },
  })
  return { id: input.id }
}

/** Leaving `adres` out keeps the address that is there; null takes it away. */
export async function changeLocatie(work: Work, input: z.input<typeof LocatieInvoer> & Seen): Promise<Made> {
  const invoer = LocatieInvoer.parse(input)
  const allowed = await manageableLocatie(work, input.id)
  if (isRejection(allowed)) return allowed
  if (allowed.voorzieningId !== invoer.voorzieningId) return notFound('Deze locatie bij deze voorziening')
  const keepAdres = input.adres === undefined && !invoer.isExtern
  const refused =
    checkLocatie(invoer, work.vrager) ?? (await checkKenmerken(work, invoer.kenmerken, work.today))
  if (refused) return refused
  const before = await work.db
    .selectFrom('locatie')
    .selectAll()
    .where('id', '=', input.id)
    .executeTakeFirstOrThrow()
  const written = await updateLocatie(work, { id: input.id, versie: input.versie, keepAdres }, invoer)
  if (isRejection(written)) return written
  if (!written) return conflict(work, 'locatie', input.id, input.versie)
  const { adres, telefoon: _telefoon, ...open } = invoer
  await work.record({
    soort: 'LocatieGewijzigd',
    onderwerpSoort: 'locatie',
    onderwerpId: input.id,
    op: work.today,
    // The book is readable without the right to secret addresses: of a secret locatie it says only that it changed.
    gegevens: {
      versie: input.versie + 1,
      wijzigingen: invoer.isGeheim
        ? { locatie: ['gewijzigd', 'gewijzigd'] }
        : {
            ...changesOf(camel(before, open), open),
            // That there is an address or another one, never which.
            ...(!keepAdres &&
              (adres || before.adres_versleuteld !== null) && {
                adres: adresChange(before.adres_versleuteld !== null, Boolean(adres)),
              }),
          },
    },
  })
  return { id: input.id }
}

const adresChange = (was: boolean, is: boolean) => [
  was ? 'een adres' : null,
  is ? (was ? 'een ander adres' : 'een adres') : null,
]

export async function changePlek(work: Work, input: z.input<typeof PlekInvoer> & Seen): Promise<Made> {
  const invoer = PlekInvoer.parse(input)
  const refused = await checkPlekken(work, invoer.locatieId, [invoer])
  if (refused) return refused
  await lockLocatie(work, invoer.locatieId)
  const before = await work.db
    .selectFrom('plek')
    .selectAll()
    .where('id', '=', input.id)
    .where('locatie_id', '=', invoer.locatieId)
    .executeTakeFirst()
  if (!before) return notFound('Deze plek')
  if (before.product_id !== invoer.productId && (await findBlocking(work, 'plek', input.id, work.today)))
    return reject(
      'plek_in_gebruik',
      'Deze plek is in gebruik. Het product kan pas wijzigen als de plek vrij is.',
      {
        field: 'productId',
      },
    )
  const outside = await findBuitenPeriode(work, before, invoer)
  if (outside) return outside
  const written = await updatePlek(work, input, invoer)
  if (isRejection(written)) return written
  if (!written) return conflict(work, 'plek', input.id, input.versie)
  await work.record({
    soort: 'PlekGewijzigd',
    onderwerpSoort: 'plek',
    onderwerpId: input.id,
    op: work.today,
    gegevens: { versie: input.versie + 1, wijzigingen: changesOf(camel(before, invoer), invoer) },
  })
  return { id: input.id }
}

/** A plek cannot begin later or end earlier than who stayed, stays or was promised it. */
async function findBuitenPeriode(
  work: Work,
  before: { id: Id; van: PlainDate; tot: PlainDate | null },
  after: { van: PlainDate; tot: PlainDate | null },
): Promise<undefined | Rejection> {
  if (after.tot !== null && (before.tot === null || after.tot < before.tot)) {
    const refused = checkEnd(after.tot, after.van, await findBlocking(work, 'plek', before.id, after.tot))
    if (refused) return refused
  }
  if (after.van <= before.van) return undefined
  const { rows } = await sql`select 1 from onderdak.bezetting(${before.van}::date, ${after.van}::date)
    where plek_id = ${before.id} and soort <> 'buiten_gebruik' limit 1`.execute(work.db)
  return rows.length === 0
    ? undefined
    : reject(
        'plek_eerder_gebruikt',
        `Voor ${formatLong(after.van)} verbleef er al iemand op deze plek. Kies een eerdere dag.`,
        { field: 'van' },
      )
}

/** The last day plus one of a voorziening, locatie or plek; refused while people stay or places hang under it. */
async function end(
  work: Work,
  table: 'voorziening' | 'locatie' | 'plek',
  input: Seen & { tot: PlainDate },
): Promise<Made> {
  const before = await findOwned(work, table, input.id)
  if (!before) return notFound(`Deze ${table}`)
  const allowed = canManage(work.vrager, before.organisatie_id)
  if (!allowed.ok) return reject('geen_recht', allowed.reden, { status: 403 })
  if (before.locatie_id) await lockLocatie(work, before.locatie_id)
  const refused = checkEnd(input.tot, before.van, await findBlocking(work, table, input.id, input.tot))
  if (refused) return refused
  if (!(await setTot(work, table, input))) return conflict(work, table, input.id, input.versie)
  await work.record({
    soort: `${table[0]!.toUpperCase()}${table.slice(1)}Beeindigd`,
    onderwerpSoort: table,
    onderwerpId: input.id,
    op: input.tot,
    gegevens: { versie: input.versie + 1, wijzigingen: { tot: [before.tot, input.tot] } },
  })
  return { id: input.id }
}

export const endVoorziening = (work: Work, input: Seen & { tot: PlainDate }) =>
  end(work, 'voorziening', input)
export const endLocatie = (work: Work, input: Seen & { tot: PlainDate }) => end(work, 'locatie', input)
export const endPlek = (work: Work, input: Seen & { tot: PlainDate }) => end(work, 'plek', input)

/** The locatie when the asker may see and manage it. */
export async function manageableLocatie(work: Work, locatieId: Id) {
  const locatie = await findLocatie(work, locatieId)
  if (!locatie) return notFound('Deze locatie')
  const allowed = canManage(work.vrager, locatie.organisatieId)
  return allowed.ok ? locatie : reject('geen_recht', allowed.reden, { status: 403 })
}

function findVoorziening(work: Work, id: Id) {
  return work.db
    .selectFrom('voorziening')
    .selectAll()
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .executeTakeFirst()
}

async function findOwned(work: Work, table: 'voorziening' | 'locatie' | 'plek', id: Id) {
  const { rows } = await sql<{
    van: PlainDate
    tot: PlainDate | null
    organisatie_id: Id | null
    locatie_id: Id | null
  }>`
    select t.van, t.tot, v.organisatie_id, ${table === 'voorziening' ? sql`null::uuid` : sql`l.id`} as locatie_id
    from onderdak.${sql.raw(table)} t
    ${table === 'plek' ? sql`join onderdak.locatie l on l.id = t.locatie_id` : table === 'locatie' ? sql`join onderdak.locatie l on l.id = t.id` : sql``}
    join onderdak.voorziening v on v.id = ${table === 'voorziening' ? sql`t.id` : sql`l.voorziening_id`}
    where t.id = ${id} and t.regio_id = ${work.regioId}`.execute(work.db)
  return rows[0]
}

/** What still runs on `tot` or later inside this voorziening, locatie or plek. */
async function findBlocking(
  work: Work,
  table: 'voorziening' | 'locatie' | 'plek',
  id: Id,
  tot: PlainDate,
): Promise<{ wat: string; tot: PlainDate | null } | undefined> {
  if (table !== 'plek') {
    const [child, parent, wat] =
      table === 'locatie'
        ? ['plek', 'locatie_id', 'er zijn nog plekken']
        : ['locatie', 'voorziening_id', 'er zijn nog locaties']
    const { rows } = await sql<{
      tot: PlainDate | null
    }>`select nullif(max(coalesce(tot, '9999-12-31')), '9999-12-31') as tot
      from onderdak.${sql.raw(child)} where ${sql.ref(parent)} = ${id} and (tot is null or tot > ${tot}::date) having count(*) > 0`.execute(
      work.db,
    )
    return rows[0] && { wat, tot: rows[0].tot }
  }
  const { rows } = await sql<{
    soort: 'verblijf' | 'voorstel' | 'boeking'
    tot: PlainDate | null
  }>`select soort, tot
    from onderdak.bezetting(${tot}::date, '2199-12-31') where plek_id = ${id} and soort <> 'buiten_gebruik' limit 1`.execute(
    work.db,
  )
  return (
    rows[0] && {
      wat: {
        verblijf: 'er verblijft iemand',
        voorstel: 'er is een open voorstel',
        boeking: 'de plek is geboekt voor een time-out',
      }[rows[0].soort],
      tot: rows[0].tot,
    }
  )
}

export async function checkKenmerken(
  work: Work,
  kenmerken: readonly string[],
  op: PlainDate,
): Promise<undefined | Rejection> {
  for (const code of kenmerken)
    if (!(await isKeuze(work, 'kenmerk', code, op)))
      return reject(
        'kenmerk_onbekend',
        'Een van de kenmerken bestaat niet in deze regio. Kies uit de lijst.',
        {
          field: 'kenmerken',
          status: 422,
        },
      )
  return undefined
}

/** The old values under the names of the contract, for the record of what changed. */
function camel(row: Readonly<Record<string, unknown>>, shape: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(shape).map((key) => [
      key,
      row[key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)],
    ]),
  )
}
