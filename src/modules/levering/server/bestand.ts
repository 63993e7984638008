import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { CSV_MIME, writeCsv } from '../../../platform/documents/csv-write.ts'
import type { Work } from '../../../platform/work.ts'
import { isBsn } from '../../../shared/bsn.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays, daysBetween, type PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import type { Regel } from '../domain/inhoud.ts'
import { canBestand } from '../domain/rules.ts'
import { type Soort, type Status, soorten } from '../domain/soorten.ts'

interface Row extends Regel {
  readonly bsnVersleuteld: string | null
  readonly dicht: 'geheim' | 'belangenconflict' | null
}

export interface Bestand {
  readonly bytes: Uint8Array
  /** Tells whether a later file is the same. Keyed: with a plain hash of a short file a BSN could be guessed. */
  readonly controlegetal: string
  readonly personen: readonly Id[]
}

/** The file as it is now; refused as a whole when one person may not be in it any more. */
export async function buildBestand(
  work: Work,
  levering: { readonly id: Id; readonly soort: Soort; readonly periode: string },
): Promise<Bestand | Rejection> {
  const { rows } = await sql<Row>`
    select persoon_id as "persoonId", situatie, klasse, product_code as "productCode", gemeente_code as "gemeenteCode", van, tot,
      begin_op as "beginOp", eind_op as "eindOp", bsn_versleuteld as "bsnVersleuteld", dicht
    from onderdak.levering_bestand(${levering.id})`.execute(work.db)
  if (rows.some(({ dicht }) => dicht === 'belangenconflict'))
    return reject(
      'bestand_door_ander',
      'U kunt dit bestand niet ophalen. Vraag een andere functioneel beheerder.',
      { status: 403 },
    )
  const gelezen = rows.map((row) => ({
    row,
    bsn: row.bsnVersleuteld === null ? '' : work.cipher.decrypt(row.bsnVersleuteld),
  }))
  if (gelezen.some(({ row, bsn }) => row.dicht !== null || !isBsn(bsn))) return verouderd
  const regels = gelezen.map(({ row, bsn }) => rijVan(row, bsn)).sort(inVolgorde)
  const bytes = await writeCsv({
    title: soorten[levering.soort].naam,
    columns: soorten[levering.soort].kolommen,
    rows: regels,
  })
  return {
    bytes,
    controlegetal: work.cipher.sign('levering', Buffer.from(bytes).toString('base64')),
    personen: rows.map(({ persoonId }) => persoonId),
  }
}

const verouderd = reject(
  'levering_verouderd',
  'Van iemand in deze levering is intussen iets gewijzigd, zoals het burgerservicenummer. Het bestand is niet meer hetzelfde. Trek deze levering in en maak een nieuwe.',
  { possible: ['Trek deze levering in en maak een nieuwe.'] },
)

type Rij = Readonly<Record<string, string | number | null>>

function rijVan(row: Row, bsn: string): Rij {
  const totEnMet = (tot: PlainDate | null) => (tot === null ? null : addDays(tot, -1))
  return {
    bsn,
    klasse: row.klasse,
    situatie: row.situatie,
    product: row.productCode,
    gemeente: row.gemeenteCode,
    van: row.van,
    totEnMet: totEnMet(row.tot),
    dagen: daysBetween(row.van, row.tot),
    begin: row.beginOp,
    einde: totEnMet(row.eindOp),
  }
}

/** The order may not depend on anything but what stands in the file. */
const inVolgorde = (a: Rij, b: Rij) => {
  const [x, y] = [JSON.stringify(Object.values(a)), JSON.stringify(Object.values(b))]
  return x < y ? -1 : x > y ? 1 : 0
}

/** The file for who sends it: the same as at the release, or none. Everybody in it comes in the audit. */
export async function readBestand(work: Work, id: Id) {
  const levering = await work.db
    .selectFrom('levering')
    .select(['id', 'soort', 'periode', 'status', 'controlegetal'])
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!levering) return notFound('Deze levering')
  const mag = canBestand(levering.status as Status)
  if (!mag.ok) return reject('niet_vrijgegeven', mag.reden)
  const bestand = await buildBestand(work, { ...levering, soort: levering.soort as Soort })
  if (isRejection(bestand)) return bestand
  if (bestand.controlegetal !== levering.controlegetal) return verouderd
  work.saw(...bestand.personen)
  return {
    mime: CSV_MIME,
    bestandsnaam: `${levering.soort.replaceAll('_', '-')}-${levering.periode}.csv`,
    inhoud: Buffer.from(bestand.bytes).toString('base64'),
    sha256: createHash('sha256').update(bestand.bytes).digest('hex'),
  }
}
