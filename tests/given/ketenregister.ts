import type { Ketenfeiten } from '../../src/modules/prognose/domain/ketenfeiten.ts'
import type { Id } from '../../src/shared/id.ts'
import type { PlainDate } from '../../src/shared/plain-date.ts'
import type { TestDatabase } from './database.ts'
import { idVan } from './feiten.ts'

const gemeenten: Readonly<Record<string, string>> = { GM1: 'GM0622', GM2: 'GM0606' }
/** A product of the history as the register names it: screens ask for a real uuid. */
export const productVan = (id: string): Id =>
  idVan(id).replace(
    /^(.{14}).(.{4}).(.*)$/,
    (_, voor: string, midden: string, na: string) => `${voor}7${midden}8${na}`,
  )

const moment = (dag: PlainDate | null) => (dag === null ? 'infinity' : `${dag}T11:00:00Z`)

/**
 * Writes a history into the facts of a region as a register comes to know it: each row on the day it begins, and anew on the
 * day something of it changes. `bekendVan`: all of it at once on that day, as what was read in from elsewhere.
 */
export async function givenKetenregister(
  database: TestDatabase,
  regioId: Id,
  feiten: Ketenfeiten,
  bekendVan?: PlainDate,
): Promise<void> {
  for (const { id, naam, domein } of feiten.producten)
    await database.login.query(
      "insert into onderdak.product (id, regio_id, code, naam, domein, van) values ($1, $2, $3, $4, $5, '2020-01-01')",
      [productVan(id), regioId, `proef_${id}`, naam, domein],
    )
  /** One row a stretch in which nothing of it changes; what happens on a day is known on that day. */
  const versies = <T extends object>(
    rij: T,
    van: PlainDate,
    dagen: Readonly<Partial<Record<keyof T, PlainDate | null>>>,
  ) => {
    if (bekendVan) return [{ ...rij, bekend_van: moment(bekendVan), bekend_tot: 'infinity' }]
    const later = Object.values(dagen) as (PlainDate | null)[]
    const wissels = [
      ...new Set([van, ...later.filter((dag) => dag !== null && dag > van)]),
    ].sort() as PlainDate[]
    return wissels.map((dag, i) => ({
      ...rij,
      ...Object.fromEntries(
        Object.entries(dagen).map(([kolom, op]) => [
          kolom,
          op !== null && (op as PlainDate) <= dag ? op : null,
        ]),
      ),
      bekend_van: moment(dag),
      bekend_tot: moment(wissels[i + 1] ?? null),
    }))
  }
  const verblijven = feiten.verblijven.flatMap((een, i) =>
    versies(
      {
        sleutel: idVan(`verblijf ${i}`),
        pseudoniem: idVan(een.wie),
        product_id: productVan(een.productId),
        is_hoofd: true,
        soort: 'regulier',
        heeft_reden: false,
        van: een.van,
        uitstroomgereed_op: een.gereedOp,
        tot: een.tot,
        bestemming: een.bestemming,
      },
      een.van,
      { uitstroomgereed_op: een.gereedOp, tot: een.tot },
    ),
  )
  const wachtenden = feiten.wachtenden.flatMap((een, i) =>
    versies(
      {
        sleutel: idVan(`wacht ${i}`),
        pseudoniem: idVan(een.wie),
        product_id: productVan(een.productId),
        gemeente_code: een.gemeente && gemeenten[een.gemeente],
        richting: 'instroom',
        personen: 1,
        kinderen: 0,
        overbrugging: 'eigen_netwerk',
        gemeld_op: een.op,
        besloten_op: een.op,
        gestart_op: een.gestartOp,
        beeindigd_op: een.wegOp,
        tot: een.gestartOp ?? een.wegOp,
      },
      een.op,
      { gestart_op: een.gestartOp, beeindigd_op: een.wegOp, tot: een.gestartOp ?? een.wegOp },
    ),
  )
  const plekken = feiten.plekken.map((een, i) => ({
    sleutel: idVan(`plek ${i}`),
    product_id: productVan(een.productId),
    van: een.van,
    tot: een.tot,
    is_geheim: false,
    personen_maximum: 1,
    is_tijdelijk: false,
    bekend_van: moment(bekendVan ?? een.van),
    bekend_tot: 'infinity',
  }))
  await insert(database, regioId, 'feit_verblijf', verblijven)
  await insert(database, regioId, 'feit_wacht', wachtenden)
  await insert(database, regioId, 'feit_plek', plekken)
}

async function insert(database: TestDatabase, regioId: Id, tabel: string, rijen: readonly object[]) {
  const kolommen = Object.keys(rijen[0]!)
  await database.login.query(
    `insert into onderdak.${tabel} (regio_id, ${kolommen.join(', ')})
     select $1, ${kolommen.map((kolom) => `r.${kolom}`).join(', ')} from jsonb_populate_recordset(null::onderdak.${tabel}, $2::jsonb) r`,
    [regioId, JSON.stringify(rijen)],
  )
}
