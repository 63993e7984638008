import { sql } from 'kysely'
import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { nachtOp } from '../../../shared/nacht.ts'
import { listPlekstand } from '../../plek/server/lookup.ts'
import type { haalVannacht } from '../domain/contract.ts'

type Vannacht = z.output<(typeof haalVannacht)['response']>

interface Plaats {
  readonly locatieId: Id
  readonly locatie: string
}

/** Free plekken for tonight, counted as the place board counts them; only the own locations for who keeps locations. */
export async function readVannacht(work: Work): Promise<Vannacht> {
  const nacht = nachtOp(work.now)
  const own = work.vrager.permissies.has('plek.bevestigen')
    ? sql`and z.organisatie_id = ${work.vrager.organisatieId}`
    : sql``
  const { rows: plaatsen } = await sql<Plaats>`
    select l.id as "locatieId", l.naam as locatie from locatie l join voorziening z on z.id = l.voorziening_id
    where l.regio_id = ${work.regioId} and l.van <= ${nacht}::date and (l.tot is null or l.tot > ${nacht}::date) ${own}`.execute(
    work.db,
  )
  const namen = new Map(plaatsen.map((plaats) => [plaats.locatieId, plaats.locatie]))
  const producten = await work.db
    .selectFrom('product')
    .select(['id', 'naam'])
    .where('regio_id', '=', work.regioId)
    .execute()
  const productnamen = new Map(producten.map((product) => [product.id, product.naam]))
  const locaties = (await listPlekstand(work, nacht))
    .flatMap(({ locatieId, productId, telling }) => {
      const locatie = namen.get(locatieId)
      return locatie === undefined || telling.totaal === 0
        ? []
        : [
            {
              locatieId,
              locatie,
              product: productnamen.get(productId) ?? '',
              vrij: telling.vrij,
              totaal: telling.totaal,
            },
          ]
    })
    .sort(
      (a, b) =>
        b.vrij - a.vrij ||
        a.locatie.localeCompare(b.locatie, 'nl') ||
        a.product.localeCompare(b.product, 'nl'),
    )
  return {
    vrij: locaties.reduce((sum, one) => sum + one.vrij, 0),
    totaal: locaties.reduce((sum, one) => sum + one.totaal, 0),
    locaties,
  }
}
