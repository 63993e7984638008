import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'
import { type Gedateerd, type GedateerdeTabel, isSame, type Rij } from '../domain/gedateerd.ts'

export interface StoredRij<S, W> extends Rij<W> {
  readonly sleutel: S
  readonly versie: number
}

type Shape = Record<string, unknown>

/** `maximumAantal` → `maximum_aantal`: contract and table use the same words. */
const columnOf = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const fieldsOf = (schema: z.ZodObject) => Object.keys(schema.shape)

/**
 * One at a time changes the configuration of a region. Everything that is read after this lock is what the last one
 * committed, so that rules about several rows (who may still manage users?) hold without races.
 */
export async function lockConfiguratie(work: Work): Promise<void> {
  await work.db.selectFrom('regio').select('id').where('id', '=', work.regioId).forNoKeyUpdate().execute()
}

/** All rows of a table, or of one key, in order of key and `van`. */
export async function loadRijen<S extends z.ZodObject, W extends z.ZodObject>(
  work: Work,
  soort: Gedateerd<S, W>,
  sleutel?: z.output<S>,
): Promise<StoredRij<z.output<S>, z.output<W>>[]> {
  const keys = fieldsOf(soort.sleutel)
  const values = fieldsOf(soort.waarde)
  const select = [...keys, ...values].map((field) => sql`${sql.ref(columnOf(field))} as ${sql.ref(field)}`)
  const { rows } = await sql<Shape & { van: string; tot: string | null; versie: number }>`
    select ${sql.join(select)}, van, tot, versie from ${sql.table(soort.tabel)}
    where regio_id = ${work.regioId} ${sleutel === undefined ? sql`` : sql`and ${matches(sleutel)}`}
    order by ${sql.join(keys.map((field) => sql.ref(columnOf(field))))}, van`.execute(work.db)
  const pick = (row: Shape, fields: readonly string[]) => Object.fromEntries(fields.map((f) => [f, row[f]]))
  return rows.map((row) => ({
    sleutel: pick(row, keys) as z.output<S>,
    waarde: pick(row, values) as z.output<W>,
    van: row.van,
    tot: row.tot,
    versie: row.versie,
  }))
}

/** Makes the rows of one key equal to `after`: what is gone is deleted, what stays is updated, what is new is added. */
export async function saveRijen<S extends z.ZodObject, W extends z.ZodObject>(
  work: Work,
  soort: Gedateerd<S, W>,
  change: {
    readonly sleutel: z.output<S>
    readonly before: readonly Rij<z.output<W>>[]
    readonly after: readonly Rij<z.output<W>>[]
    readonly versie: number
  },
): Promise<Rejection | undefined> {
  const { sleutel, before, after, versie } = change
  const table = sql.table(soort.tabel)
  const where = sql`regio_id = ${work.regioId} and ${matches(sleutel)}`
  const statements: RawBuilder<unknown>[] = []
  for (const rij of before)
    if (!after.some((one) => one.van === rij.van))
      statements.push(sql`delete from ${table} where ${where} and van = ${rij.van}`)
  for (const rij of after) {
    const old = before.find((one) => one.van === rij.van)
    const content = columnsOf(rij.waarde)
    if (old && old.tot === rij.tot && isSame(old.waarde, rij.waarde)) continue
    if (old) {
      const set = [...content, ['tot', rij.tot] as const, ['versie', versie] as const]
      statements.push(
        sql`update ${table} set ${sql.join(set.map(([column, value]) => sql`${sql.ref(column)} = ${value}`))} where ${where} and van = ${rij.van}`,
      )
      continue
    }
    const row = [
      ...(soort.heeftId ? [['id', work.newId()] as const] : []),
      ['regio_id', work.regioId] as const,
      ...columnsOf(sleutel),
      ...content,
      ['van', rij.van] as const,
      ['tot', rij.tot] as const,
      ['versie', versie] as const,
    ]
    statements.push(
      sql`insert into ${table} (${sql.join(row.map(([column]) => sql.ref(column)))}) values (${sql.join(row.map(([, value]) => value))})`,
    )
  }
  try {
    for (const statement of statements) await statement.execute(work.db)
    return undefined
  } catch (error) {
    const rejection = refusals((error as { constraint?: string }).constraint, soort.tabel)
    if (rejection === undefined) throw error
    return rejection
  }
}

function matches(sleutel: Shape): RawBuilder<unknown> {
  const parts = columnsOf(sleutel).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  return sql.join(parts, sql` and `)
}

function columnsOf(fields: Shape): (readonly [column: string, value: unknown])[] {
  return Object.entries(fields).map(([field, value]) => [
    columnOf(field),
    typeof value === 'object' && value !== null ? sql`${JSON.stringify(value)}::jsonb` : value,
  ])
}

/** Tables that a decision of the chain refers to by row. */
const inUse = ['besluit_criteria_id_fkey', 'besluit_mandaat_id_fkey', 'beschikking_mandaat_id_fkey']
const unknown: Readonly<Record<string, readonly [field: string, message: string]>> = {
  mandaat_gemeente_code_fkey: [
    'sleutel.gemeenteCode',
    'Deze gemeente bestaat niet. Kies een gemeente uit de lijst.',
  ],
  mandaat_organisatie_id_fkey: [
    'waarde.organisatieId',
    'Deze organisatie bestaat niet. Kies er een uit de lijst.',
  ],
  regio_gemeente_gemeente_code_fkey: [
    'sleutel.gemeenteCode',
    'Deze gemeente bestaat niet. Kies een gemeente uit de lijst.',
  ],
  product_regel_product_id_fkey: ['sleutel.productId', 'Dit product bestaat niet. Kies er een uit de lijst.'],
  woningafspraak_gemeente_code_fkey: [
    'sleutel.gemeenteCode',
    'Deze gemeente bestaat niet. Kies een gemeente uit de lijst.',
  ],
  woningafspraak_organisatie_id_fkey: [
    'sleutel.organisatieId',
    'Deze corporatie bestaat niet. Kies er een uit de lijst.',
  ],
  streefaantal_product_id_fkey: ['sleutel.productId', 'Dit product bestaat niet. Kies er een uit de lijst.'],
  product_overgang_van_product_id_fkey: [
    'sleutel.vanProductId',
    'Dit product bestaat niet. Kies er een uit de lijst.',
  ],
  product_overgang_naar_product_id_fkey: [
    'sleutel.naarProductId',
    'Dit product bestaat niet. Kies er een uit de lijst.',
  ],
  product_overgang_naar_ander: [
    'sleutel.naarProductId',
    'Kies een ander product dan het product waar iemand nu is.',
  ],
  rol_permissie_rol_code_fkey: ['sleutel.rolCode', 'Deze rol bestaat niet. Kies er een uit de lijst.'],
  gebruiker_rol_rol_code_fkey: ['sleutel.rolCode', 'Deze rol bestaat niet. Kies er een uit de lijst.'],
  gebruiker_rol_gebruiker_id_fkey: [
    'sleutel.gebruikerId',
    'Deze medewerker bestaat niet. Kies er een uit de lijst.',
  ],
}

function refusals(constraint: string | undefined, tabel: GedateerdeTabel): Rejection | undefined {
  if (constraint === undefined) return undefined
  if (constraint === 'regel_al_gebruikt' || inUse.includes(constraint))
    return reject(
      'regel_al_gebruikt',
      'Op deze regel rust al een besluit. Oude besluiten houden hun eigen versie. Laat de wijziging morgen of later ingaan.',
      { field: 'vanaf' },
    )
  if (constraint === `${tabel}_overlapt_niet`)
    return reject(
      'overlapt',
      'In deze periode geldt al een andere regel. Laad de pagina opnieuw en kies een andere dag.',
      {
        field: 'vanaf',
      },
    )
  const fault = unknown[constraint]
  return fault && reject('onbekende_verwijzing', fault[1], { field: fault[0], status: 422 })
}

/** Fixed id of a key for the book of what happened: rows come and go, the key stays. */
export function keyId(work: Work, tabel: GedateerdeTabel, sleutel: Shape): Id {
  const text = Object.keys(sleutel)
    .sort()
    .map((field) => `${field}=${sleutel[field]}`)
    .join('&')
  const hex = createHash('sha256').update(`${work.regioId}/${tabel}/${text}`).digest('hex')
  // RFC 9562 version 8: an id with a meaning of our own.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
