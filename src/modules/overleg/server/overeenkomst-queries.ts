import { sql } from 'kysely'
import type { z } from 'zod'
import { listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { keysOf } from '../../../shared/keys.ts'
import { notFound } from '../../../shared/rejection.ts'
import { addTermijn, type Termijn } from '../../../shared/termijn.ts'
import { getTermijn } from '../../beheer/server/lookup.ts'
import type { Jaarplichtrij, listJaarplichten } from '../domain/jaarplicht-contract.ts'
import { onderwerpen } from '../domain/keuzes.ts'
import type { listOvereenkomsten, OvereenkomstDetail } from '../domain/overeenkomst-contract.ts'
import { dagVan, opzeggenVoorVan, overeenkomststandVan } from '../domain/termijnen.ts'

type Query<E extends { query: z.ZodType }> = z.output<E['query']>

interface Overeenkomstfeit extends Omit<OvereenkomstDetail, 'onderwerpen' | 'geregeld' | 'partijen'> {
  readonly partijen: readonly string[]
  readonly geregeldWaar: Readonly<Record<string, string>>
  readonly gewijzigdOp: Date
}

export async function readOvereenkomsten(work: Work): Promise<Overeenkomstfeit[]> {
  const herinnerTot = addTermijn(work.today, (await getTermijn(work, 'overeenkomst_herinneren')) as Termijn)
  const { rows } = await sql<Omit<Overeenkomstfeit, 'stand' | 'opzeggenVoor'>>`
    select o.id, o.soort, o.naam, o.partijen, o.begint_op as "begintOp", o.eindigt_op as "eindigtOp", o.opzegtermijn_maanden as "opzegtermijnMaanden", o.herzien_op as "herzienOp", o.vindplaats, o.toelichting,
      o.afgesloten_op as "afgeslotenOp", o.afgesloten_reden as "afgeslotenReden", o.bron, o.versie, o.gewijzigd_op as "gewijzigdOp",
      (select coalesce(jsonb_object_agg(w.onderwerp, w.waar), '{}') from onderdak.overeenkomst_onderwerp w where w.overeenkomst_id = o.id) as "geregeldWaar"
    from onderdak.overeenkomst o where o.regio_id = ${work.regioId} order by (o.afgesloten_op is not null), o.naam collate "und-x-icu", o.id`.execute(
    work.db,
  )
  return rows.map((rij) => ({
    ...rij,
    opzeggenVoor: opzeggenVoorVan(rij),
    stand: overeenkomststandVan(rij, work.today, herinnerTot),
  }))
}

export async function listOvereenkomstrijen(work: Work, query: Query<typeof listOvereenkomsten>) {
  const rijen = (await readOvereenkomsten(work))
    .filter(
      (rij) =>
        (query.soort === undefined || rij.soort === query.soort) &&
        (query.stand === undefined || rij.stand === query.stand),
    )
    .map(({ partijen, geregeldWaar, ...rij }) => ({
      ...rij,
      partijen: partijen.join(', '),
      geregeld: Object.keys(geregeldWaar).length,
    }))
  return listPage(rijen, query, 'eindigtOp')
}

export async function readOvereenkomst(work: Work, id: Id) {
  const found = (await readOvereenkomsten(work)).find((one) => one.id === id)
  if (!found) return notFound('Deze overeenkomst')
  const { geregeldWaar, partijen, ...rij } = found
  return {
    ...rij,
    partijen: partijen.map((naam) => ({ naam })),
    geregeld: Object.keys(geregeldWaar).length,
    onderwerpen: keysOf(onderwerpen).map((onderwerp) => ({
      onderwerp,
      waar: geregeldWaar[onderwerp] ?? null,
    })),
  }
}

interface Plicht {
  readonly id: Id
  readonly naam: string
  readonly dag: string
  readonly vanafJaar: number
  readonly totEnMetJaar: number | null
  readonly bron: string
  readonly versie: number
  readonly gedaan: readonly { jaar: number; gedaanOp: string; waar: string }[]
}

/** A row for each duty and year, from its first year to this one; what was done ahead is there as well. */
async function readJaarplichten(work: Work): Promise<Jaarplichtrij[]> {
  const { rows } = await sql<Plicht>`
    select p.id, p.naam, p.dag, p.vanaf_jaar as "vanafJaar", p.tot_en_met_jaar as "totEnMetJaar", p.bron, p.versie,
      (select coalesce(jsonb_agg(jsonb_build_object('jaar', j.jaar, 'gedaanOp', j.gedaan_op, 'waar', j.waar)), '[]') from onderdak.jaarplicht_jaar j where j.jaarplicht_id = p.id) as gedaan
    from onderdak.jaarplicht p where p.regio_id = ${work.regioId} order by p.naam collate "und-x-icu", p.id`.execute(
    work.db,
  )
  const ditJaar = Number(work.today.slice(0, 4))
  return rows.flatMap((plicht) => jarenVan(plicht, ditJaar).map((jaar) => toJaar(plicht, jaar, work.today)))
}

function jarenVan({ vanafJaar, totEnMetJaar, gedaan }: Plicht, ditJaar: number): number[] {
  // What begins later shows in its first year, so that it can still be changed.
  const laatste = Math.max(Math.min(ditJaar, totEnMetJaar ?? ditJaar), vanafJaar)
  const jaren = new Set(gedaan.map(({ jaar }) => jaar))
  for (let jaar = vanafJaar; jaar <= laatste; jaar++) jaren.add(jaar)
  return [...jaren].sort()
}

function toJaar(plicht: Plicht, jaar: number, today: string): Jaarplichtrij {
  const { id, gedaan, dag, ...rest } = plicht
  const [maand, dagnummer] = dag.split('-').map(Number) as [number, number]
  const een = gedaan.find((one) => one.jaar === jaar)
  const uiterlijkOp = dagVan(jaar, maand, dagnummer)
  return {
    ...rest,
    id: `${id} ${jaar}`,
    jaarplichtId: id,
    jaar,
    maand,
    dagnummer,
    uiterlijkOp,
    gedaanOp: een?.gedaanOp ?? null,
    waar: een?.waar ?? null,
    stand: een ? 'gedaan' : uiterlijkOp < today ? 'te_laat' : 'open',
  }
}

export async function listJaarplichtrijen(work: Work, query: Query<typeof listJaarplichten>) {
  const rijen = await readJaarplichten(work)
  return listPage(
    rijen.filter(({ jaar }) => query.jaar === undefined || jaar === query.jaar),
    query,
    '-uiterlijkOp',
  )
}
