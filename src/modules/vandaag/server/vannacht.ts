import { sql } from 'kysely'
import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { addDays } from '../../../shared/plain-date.ts'
import { countCapaciteit, groupBezetting, type PlekOpBord } from '../../plek/domain/capaciteit.ts'
import { listBezetting } from '../../plek/server/lookup.ts'
import type { haalVandaag } from '../domain/contract.ts'

type VannachtVrij = z.output<(typeof haalVandaag)['response']>['vannachtVrij']

type PlekRij = PlekOpBord & { readonly locatie: string; readonly product: string }

/** Free plekken for tonight, counted as the place board counts them; only the own locations for who keeps locations. */
export async function readVannachtVrij(work: Work): Promise<VannachtVrij> {
  const { today } = work
  const own = work.vrager.permissies.has('plek.bevestigen')
    ? sql`and z.organisatie_id = ${work.vrager.organisatieId}`
    : sql``
  const { rows: plekken } = await sql<PlekRij>`
    select k.id, k.locatie_id as "locatieId", k.product_id as "productId", k.van, k.tot, k.personen_maximum as "personenMaximum",
      k.kenmerken || l.kenmerken as kenmerken, l.naam as locatie, d.naam as product
    from plek k join locatie l on l.id = k.locatie_id join voorziening z on z.id = l.voorziening_id join product d on d.id = k.product_id
    where k.regio_id = ${work.regioId} and k.van <= ${today}::date and (k.tot is null or k.tot > ${today}::date)
      and l.van <= ${today}::date and (l.tot is null or l.tot > ${today}::date) ${own}`.execute(work.db)
  const bezetting = await listBezetting(work, { van: today, tot: addDays(today, 1) })
  const names = new Map(plekken.map((plek) => [`${plek.locatieId} ${plek.productId}`, plek]))
  const locaties = countCapaciteit(groupBezetting(plekken, bezetting), today)
    // A hold at a locatie of someone else has no plekken here.
    .flatMap(({ locatieId, productId, telling }) => {
      const plek = names.get(`${locatieId} ${productId}`)
      return plek
        ? [
            {
              locatieId,
              locatie: plek.locatie,
              product: plek.product,
              vrij: telling.vrij,
              totaal: telling.totaal,
            },
          ]
        : []
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
