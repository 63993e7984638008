import { sql } from 'kysely'
import type { z } from 'zod'
import { listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection } from '../../../shared/rejection.ts'
import {
  celsleutel,
  type Fotocel,
  protectVerschillen,
  type Telling,
  tellingen,
  verschillenVan,
} from '../domain/startfoto.ts'
import type { Foto, getStartfoto, listFotocellen, listStartfotos } from '../domain/startfoto-contract.ts'
import { namesOf } from './stand.ts'
import { controlegetalVan } from './startfoto-commands.ts'
import { countCellen, countStromen } from './startfoto-telling.ts'
import { type Maandstand, readMaandstand } from './telling.ts'

type FotoRij = Omit<Foto, 'gemaaktOp'> & {
  readonly gemaaktOp: Date
  readonly producten: Id[]
  readonly controlegetal: string
}

async function listFotos(work: Work): Promise<FotoRij[]> {
  const { rows } = await sql<FotoRij>`
    select f.id, f.naam, f.domein, f.peildatum, f.bekend_op as "bekendOp", f.gemaakt_op as "gemaaktOp", g.naam as "gemaaktDoor", f.producten, f.controlegetal
    from startfoto f join gebruiker g on g.id = f.gemaakt_door where f.regio_id = ${work.regioId} order by f.peildatum desc, f.bekend_op desc, f.id`.execute(
    work.db,
  )
  return rows
}

const toFoto = ({ producten: _, controlegetal: __, gemaaktOp, ...foto }: FotoRij): Foto => ({
  ...foto,
  gemaaktOp: gemaaktOp.toISOString(),
})

export async function readStartfotos(work: Work, query: z.output<(typeof listStartfotos)['query']>) {
  return listPage((await listFotos(work)).map(toFoto), query, '-peildatum')
}

const standVan = (work: Work, peildatum: PlainDate, bekendOp: PlainDate) =>
  readMaandstand(work, { maand: peildatum.slice(0, 7), bekendOp })

async function listCellen(work: Work, id: Id): Promise<Fotocel[]> {
  const { rows } = await sql<{ telling: Telling; productId: Id; gemeente: string | null; aantal: number }>`
    select c.telling, c.product_id as "productId", c.gemeente_code as gemeente, c.aantal from startfoto_cel c where c.regio_id = ${work.regioId} and c.startfoto_id = ${id}`.execute(
    work.db,
  )
  return rows
}

/** Counts again what is frozen: the control number of the cells, of the foto and of the new count are one. */
export async function readStartfoto(
  work: Work,
  id: Id,
): Promise<z.output<(typeof getStartfoto)['response']> | Rejection> {
  const fotos = await listFotos(work)
  const foto = fotos.find((one) => one.id === id)
  if (!foto) return notFound('Deze startfoto')
  const stand = await standVan(work, foto.peildatum, foto.bekendOp)
  if (isRejection(stand)) return stand
  const opnieuw = controlegetalVan(await countCellen(work, stand, foto.producten))
  const bewaard = controlegetalVan(await listCellen(work, id))
  return {
    ...toFoto(foto),
    controlegetal: foto.controlegetal,
    isGelijk: opnieuw === foto.controlegetal && bewaard === foto.controlegetal,
    anderen: fotos.filter((one) => one.domein === foto.domein && one.id !== id).map(toFoto),
  }
}

/** Every cell of the foto beside another moment, with why it differs. */
export async function readFotocellen(
  work: Work,
  id: Id,
  query: z.output<(typeof listFotocellen)['query']>,
): Promise<z.output<(typeof listFotocellen)['response']> | Rejection> {
  const fotos = await listFotos(work)
  const foto = fotos.find((one) => one.id === id)
  if (!foto) return notFound('Deze startfoto')
  const stand = await standVan(work, foto.peildatum, foto.bekendOp)
  if (isRejection(stand)) return stand
  const ander = await findAnder(work, foto, fotos, query.met)
  if (isRejection(ander)) return ander
  const verschillen = verschillenVan(
    await listCellen(work, id),
    await countStromen(work, stand, ander.stand, foto.producten),
    ander.foto &&
      (await listCellen(work, ander.foto.id)).filter((cel) => foto.producten.includes(cel.productId)),
  )
  const [product, gemeente] = [await namesOf(work, 'product'), await namesOf(work, 'gemeente')]
  const order = Object.keys(tellingen)
  const rijen = protectVerschillen(verschillen, stand.kleinsteGetal)
    .filter((rij) => query.telling === undefined || rij.telling === query.telling)
    .map(({ gemeente: code, ...rij }) => ({
      ...rij,
      tellingNaam: tellingen[rij.telling].naam,
      product: product(rij.productId),
      gemeenteCode: code,
      gemeente: gemeente(code),
    }))
    .sort(
      (a, b) =>
        order.indexOf(a.telling) - order.indexOf(b.telling) ||
        a.product.localeCompare(b.product, 'nl') ||
        a.gemeente.localeCompare(b.gemeente, 'nl') ||
        celsleutel({ ...a, gemeente: a.gemeenteCode }).localeCompare(
          celsleutel({ ...b, gemeente: b.gemeenteCode }),
        ),
    )
  const page = query.sorteer
    ? listPage(rijen, query, query.sorteer)
    : listPage(
        rijen.map((rij, volgorde) => ({ ...rij, volgorde })),
        query,
        'volgorde',
      )
  const { peildatum, bekendOp } = ander.stand
  return { ...page, peildatum, bekendOp, kleinsteGetal: stand.kleinsteGetal }
}

async function findAnder(
  work: Work,
  foto: FotoRij,
  fotos: readonly FotoRij[],
  met: string,
): Promise<{ stand: Maandstand; foto: FotoRij | null } | Rejection> {
  const ander = fotos.find((one) => one.id === met && one.domein === foto.domein) ?? null
  if (ander === null && met !== 'nu' && met !== 'toen') return notFound('Deze startfoto')
  const stand = ander
    ? await standVan(work, ander.peildatum, ander.bekendOp)
    : await readMaandstand(work, met === 'toen' ? { maand: foto.peildatum.slice(0, 7) } : {})
  return isRejection(stand) ? stand : { stand, foto: ander }
}
