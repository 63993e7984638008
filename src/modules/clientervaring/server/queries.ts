import { sql } from 'kysely'
import type { z } from 'zod'
import { listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { notFound } from '../../../shared/rejection.ts'
import { findInstelling } from '../../beheer/server/lookup.ts'
import { type Geteld, hideErvaringen, type Verborgen } from '../domain/afscherming.ts'
import type {
  Antwoordrij,
  ClientervaringDetail,
  Clientervaringrij,
  listClientervaringantwoorden,
  listClientervaringen,
} from '../domain/contract.ts'
import { HELE_REGIO } from '../domain/keuzes.ts'

type Query<E extends { query: z.ZodType }> = z.output<E['query']>

interface Ervaring extends Omit<Clientervaringrij, 'uitgenodigd' | 'beantwoord' | 'respons' | 'afgeschermd'> {
  readonly gemeenteCode: string | null
  readonly uitgenodigd: number
  readonly beantwoord: number
  readonly telwijze: 'aantal' | 'percentage'
  readonly vragen: Geteld['vragen']
}

/** Every result of the region: few, and each can hide another. */
async function listErvaringen(work: Work): Promise<Ervaring[]> {
  const { rows } = await sql<Ervaring>`
    select c.id, c.jaar, c.gemeente_code as "gemeenteCode", coalesce(g.naam, ${HELE_REGIO}) as gebied, c.domein, c.uitgenodigd, c.beantwoord, c.telwijze, c.onderzoek_op as "onderzoekOp", c.bron,
      c.geleverd_op as "geleverdOp", c.geleverd_aan as "geleverdAan", c.ingetrokken_op as "ingetrokkenOp", c.ingetrokken_reden as "ingetrokkenReden", u.naam as "ingevoerdDoor", c.versie,
      (select coalesce(jsonb_agg(jsonb_build_object('vraag', a.vraag, 'positief', a.positief) order by a.vraag), '[]') from onderdak.clientervaring_antwoord a where a.clientervaring_id = c.id) as vragen
    from onderdak.clientervaring c join onderdak.gebruiker u on u.id = c.ingevoerd_door left join onderdak.gemeente g on g.code = c.gemeente_code
    where c.regio_id = ${work.regioId} order by c.jaar desc, c.domein, (c.gemeente_code is not null), g.naam, c.id`.execute(
    work.db,
  )
  return rows
}

/** The questions of the region in their order, with the name that each has now or had last. */
async function listVragen(work: Work): Promise<{ code: string; naam: string; geldt: boolean }[]> {
  const { rows } = await sql<{ code: string; naam: string; geldt: boolean; volgorde: number }>`
    select distinct on (k.code) k.code, k.naam, k.volgorde, k.van <= ${work.today}::date and (k.tot is null or k.tot > ${work.today}::date) as geldt
    from onderdak.keuze k where k.regio_id = ${work.regioId} and k.lijst = 'clientervaring_vraag' order by k.code, k.van desc`.execute(
    work.db,
  )
  return rows.sort((a, b) => a.volgorde - b.volgorde || (a.code < b.code ? -1 : 1))
}

const kleinsteGetalVan = async (work: Work) => Number((await findInstelling(work, 'kleine_cel')) ?? '8')

interface Gelezen {
  readonly ervaringen: readonly Ervaring[]
  readonly verborgen: ReadonlyMap<string, Verborgen>
  readonly vragen: Awaited<ReturnType<typeof listVragen>>
  readonly kleinsteGetal: number
}

async function lees(work: Work): Promise<Gelezen> {
  const ervaringen = await listErvaringen(work)
  const kleinsteGetal = await kleinsteGetalVan(work)
  const geldend = ervaringen.filter(({ ingetrokkenOp }) => ingetrokkenOp === null)
  return {
    ervaringen,
    verborgen: hideErvaringen(geldend, kleinsteGetal),
    vragen: await listVragen(work),
    kleinsteGetal,
  }
}

const deel = (teller: number, noemer: number) =>
  noemer === 0 ? null : Math.round((teller / noemer) * 1000) / 10

/** What everybody who reads figures may see of one result. Withdrawn, its numbers are gone. */
function toonRij(ervaring: Ervaring, { verborgen }: Gelezen): Clientervaringrij {
  const { gemeenteCode: _, telwijze: __, vragen: ___, uitgenodigd, beantwoord, ...rij } = ervaring
  const geldt = rij.ingetrokkenOp === null
  const dicht = verborgen.get(rij.id)?.beantwoord ?? false
  return {
    ...rij,
    uitgenodigd: geldt ? uitgenodigd : null,
    beantwoord: geldt && !dicht ? beantwoord : null,
    respons: geldt && !dicht ? deel(beantwoord, uitgenodigd) : null,
    afgeschermd: dicht,
  }
}

function toonAntwoorden(ervaring: Ervaring, { verborgen, vragen }: Gelezen) {
  if (ervaring.ingetrokkenOp !== null) return []
  const dicht = verborgen.get(ervaring.id)!
  return vragen.flatMap(({ code, naam }) => {
    const gevonden = ervaring.vragen.find(({ vraag }) => vraag === code)
    if (!gevonden) return []
    const { positief } = gevonden
    const afgeschermd = dicht.beantwoord || dicht.vragen.has(code)
    const aandeel = ervaring.telwijze === 'aantal' ? deel(positief, ervaring.beantwoord) : positief
    return [{ vraag: code, naam, positief: afgeschermd ? null : aandeel, afgeschermd }]
  })
}

const past = (query: { jaar?: number | undefined; domein?: string | undefined }) => (one: Ervaring) =>
  (query.jaar === undefined || one.jaar === query.jaar) &&
  (query.domein === undefined || one.domein === query.domein)

export async function listRijen(work: Work, query: Query<typeof listClientervaringen>) {
  const gelezen = await lees(work)
  const rijen = gelezen.ervaringen.filter(past(query)).map((one) => toonRij(one, gelezen))
  return listPage(rijen, query, '-jaar')
}

export async function listAntwoordrijen(work: Work, query: Query<typeof listClientervaringantwoorden>) {
  const gelezen = await lees(work)
  const rijen = gelezen.ervaringen.filter(past(query)).flatMap((one): Antwoordrij[] =>
    toonAntwoorden(one, gelezen).map((antwoord) => ({
      ...antwoord,
      id: `${one.id} ${antwoord.vraag}`,
      clientervaringId: one.id,
      jaar: one.jaar,
      gebied: one.gebied,
      domein: one.domein,
    })),
  )
  return listPage(rijen, query, '-jaar')
}

export async function readJaren(work: Work) {
  const rows = await work.db
    .selectFrom('clientervaring')
    .select('jaar')
    .distinct()
    .where('regio_id', '=', work.regioId)
    .orderBy('jaar', 'desc')
    .execute()
  return { jaren: rows.map(({ jaar }) => jaar) }
}

export async function readClientervaring(work: Work, id: Id) {
  const gelezen = await lees(work)
  const ervaring = gelezen.ervaringen.find((one) => one.id === id)
  if (!ervaring) return notFound('Deze uitkomst')
  const { jaar, gemeenteCode, domein, uitgenodigd, beantwoord, onderzoekOp, bron, telwijze, vragen } =
    ervaring
  const invoer: ClientervaringDetail['invoer'] =
    work.vrager.permissies.has('clientervaring.schrijven') && ervaring.ingetrokkenOp === null
      ? {
          jaar,
          gemeenteCode,
          domein,
          uitgenodigd,
          beantwoord,
          onderzoekOp,
          bron,
          telwijze,
          vragen: gelezen.vragen
            .map(({ code, geldt }) => ({ code, geldt, gevonden: vragen.find(({ vraag }) => vraag === code) }))
            .filter(({ geldt, gevonden }) => geldt || gevonden)
            .map(({ code, gevonden }) => ({ vraag: code, positief: gevonden?.positief ?? null })),
        }
      : null
  return {
    ...toonRij(ervaring, gelezen),
    antwoorden: toonAntwoorden(ervaring, gelezen),
    kleinsteGetal: gelezen.kleinsteGetal,
    invoer,
  }
}

export async function readKeuzes(work: Work) {
  const gemeenten = await work.db
    .selectFrom('regio_gemeente as r')
    .innerJoin('gemeente as g', 'g.code', 'r.gemeente_code')
    .select(['g.code', 'g.naam'])
    .distinct()
    .where('r.regio_id', '=', work.regioId)
    .orderBy('g.naam')
    .execute()
  const vragen = (await listVragen(work)).filter(({ geldt }) => geldt)
  return { gemeenten, vragen: vragen.map(({ code, naam }) => ({ code, naam })) }
}
