import { sql } from 'kysely'
import type { z } from 'zod'
import { listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { maten } from '../domain/maten.ts'
import { oordeelInWoorden, oordeelOver } from '../domain/oordeel.ts'
import { beginVan, isBinnen, type Terugblikmaat, type Terugcel, vergeleken } from '../domain/terugblik.ts'
import type {
  getTerugblik,
  listTerugblikcellen,
  Terugblik,
  Terugblikcel,
} from '../domain/terugblik-contract.ts'
import { readKleinsteGetal } from './queries.ts'

interface Gelezen {
  readonly id: Id
  readonly begin: PlainDate
  readonly peildatum: PlainDate
  readonly zoalsToen: boolean
  readonly herhalingen: number
  readonly kans: number | null
  readonly fout: string | null
}

/** The newest year that was looked back on, as it was last worked out. */
async function findLaatste(work: Work): Promise<Gelezen | undefined> {
  const { rows } = await sql<Gelezen>`
    select id, begin_op as begin, peildatum, is_zoals_toen as "zoalsToen", herhalingen, kans, fout from onderdak.prognose_terugblik
    where regio_id = ${work.regioId} and klaar_op is not null order by begin_op desc, klaar_op desc, id desc limit 1`.execute(
    work.db,
  )
  return rows[0]
}

/** The verdict on the forecast, from what is stored: cheap, for every page that leans on it. Undefined when nobody looked back. */
export async function readTerugblik(work: Work): Promise<Terugblik | undefined> {
  const laatste = await findLaatste(work)
  if (!laatste) return undefined
  const { id, kans, fout, ...rest } = laatste
  const { rows: kansen } = await sql<{ maat: Terugblikmaat; kans: number }>`
    select maat, kans from onderdak.prognose_terugblik_maat where regio_id = ${work.regioId} and terugblik_id = ${id}`.execute(
    work.db,
  )
  kansen.sort((a, b) => vergeleken.indexOf(a.maat) - vergeleken.indexOf(b.maat))
  const perMaat = new Map(kansen.map((een) => [een.maat, een.kans]))
  const oordeel = kans === null ? undefined : oordeelOver(await listCellen(work, id), kans, perMaat)
  if (!oordeel)
    return {
      ...rest,
      klopte: null,
      kop: 'Of deze prognose klopt, is nog niet te zeggen',
      uitleg: `${fout ?? ''} Ga daarom voorzichtig met haar om.`.trim(),
      dekking: null,
      perMaat: [],
    }
  const { klopte, alle, perMaat: maten } = oordeel
  return { ...rest, klopte, ...oordeelInWoorden(oordeel), dekking: alle, perMaat: [...maten] }
}

type Cel = Terugcel & { readonly productnaam: string }

async function listCellen(work: Work, id: Id): Promise<Cel[]> {
  const { rows } = await sql<Cel>`
    select c.maat, c.product_id as product, coalesce(p.naam, 'Hele keten') as productnaam, c.maand, c.gebeurd, c.midden, c.laag80, c.hoog80, c.laag95, c.hoog95
    from onderdak.prognose_terugblik_cel c left join onderdak.product p on p.id = c.product_id
    where c.regio_id = ${work.regioId} and c.terugblik_id = ${id} order by p.naam nulls last, c.product_id, c.maat, c.maand`.execute(
    work.db,
  )
  return rows
}

export async function readTerugblikpagina(work: Work): Promise<z.output<(typeof getTerugblik)['response']>> {
  const { rows } = await sql<{ bezig: boolean }>`
    select exists (select 1 from onderdak.prognose_terugblik where regio_id = ${work.regioId} and klaar_op is null) as bezig`.execute(
    work.db,
  )
  const laatste = await findLaatste(work)
  const cellen = laatste ? await listCellen(work, laatste.id) : []
  const producten = new Map(
    cellen.flatMap(({ product, productnaam }) => (product ? [[product, productnaam]] : [])),
  )
  return {
    laatste: (await readTerugblik(work)) ?? null,
    bezig: rows[0]!.bezig,
    begin: beginVan(work.today),
    producten: [...producten].map(([id, naam]) => ({ id, naam })),
    kleinsteGetal: await readKleinsteGetal(work),
  }
}

/** Month by month; a month in which there were few people tells nothing, whoever asks: neither they nor the band around them. */
export async function listTerugblikrijen(
  work: Work,
  query: z.output<(typeof listTerugblikcellen)['query']>,
): Promise<z.output<(typeof listTerugblikcellen)['response']>> {
  const laatste = await findLaatste(work)
  const min = await readKleinsteGetal(work)
  const cellen = laatste ? await listCellen(work, laatste.id) : []
  const rijen = cellen
    .map((cel, volgorde) => showCel(cel, volgorde, min))
    .filter(
      ({ maat, productId }) =>
        (query.maat === undefined || maat === query.maat) &&
        (query.product === undefined || productId === query.product),
    )
  return listPage(rijen, query, 'volgorde')
}

function showCel(cel: Cel, volgorde: number, min: number): Terugblikcel {
  const { maat, product, productnaam, maand, gebeurd, midden, laag80, hoog80, laag95, hoog95 } = cel
  const afgeschermd = gebeurd > 0 && gebeurd < min
  const open = (value: number, decimals = 1) =>
    afgeschermd ? null : Math.round(value * 10 ** decimals) / 10 ** decimals
  return {
    id: `${maat} ${product ?? ''} ${maand}`,
    volgorde,
    maat,
    naam: maten[maat],
    productId: product,
    product: productnaam,
    maand,
    afgeschermd,
    gebeurd: open(gebeurd, 0),
    midden: open(midden),
    laag80: open(laag80),
    hoog80: open(hoog80),
    laag95: open(laag95),
    hoog95: open(hoog95),
    binnen80: afgeschermd ? null : isBinnen(gebeurd, laag80, hoog80),
    binnen95: afgeschermd ? null : isBinnen(gebeurd, laag95, hoog95),
  }
}
