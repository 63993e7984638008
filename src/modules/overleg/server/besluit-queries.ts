import { sql } from 'kysely'
import type { z } from 'zod'
import { listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { formatShort } from '../../../shared/plain-date.ts'
import { notFound } from '../../../shared/rejection.ts'
import type { Actierij, listOverlegacties } from '../domain/actie-contract.ts'
import type { BesluitDetail, Besluitrij, listBestuursbesluiten } from '../domain/besluit-contract.ts'
import { findOpenStappen, standVan, stapnaam } from '../domain/besluitpad.ts'

type Query<E extends { query: z.ZodType }> = z.output<E['query']>

interface Besluitfeit
  extends Omit<
    BesluitDetail,
    'stand' | 'nogNodig' | 'volgendeOp' | 'activiteiten' | 'aanZet' | 'vergadering'
  > {
  readonly overleg: string | null
  readonly vergaderdatum: string | null
}

async function readBesluiten(work: Work): Promise<Besluitfeit[]> {
  const { rows } = await sql<Besluitfeit>`
    select b.id, b.nummer, b.titel, b.tekst, b.orgaan, b.gemeente_code as "gemeenteCode", g.naam as gemeente, b.besloten_op as "beslotenOp", b.vergadering_id as "vergaderingId",
      o.naam as overleg, v.datum as vergaderdatum, b.ingetrokken_op as "ingetrokkenOp", b.ingetrokken_reden as "ingetrokkenReden", b.versie,
      (select coalesce(jsonb_agg(jsonb_build_object('beurt', s.beurt, 'orgaan', s.orgaan, 'gemeenteCode', s.gemeente_code, 'gemeente', x.naam, 'omschrijving', s.omschrijving,
          'geplandOp', s.gepland_op, 'gedaanOp', s.gedaan_op, 'uitkomst', s.uitkomst) order by s.beurt, s.nummer), '[]')
        from onderdak.bestuursbesluit_stap s left join onderdak.gemeente x on x.code = s.gemeente_code where s.bestuursbesluit_id = b.id) as stappen
    from onderdak.bestuursbesluit b left join onderdak.gemeente g on g.code = b.gemeente_code left join onderdak.vergadering v on v.id = b.vergadering_id left join onderdak.overleg o on o.id = v.overleg_id
    where b.regio_id = ${work.regioId} order by b.besloten_op desc nulls first, b.aangemaakt_op desc, b.id`.execute(
    work.db,
  )
  return rows
}

type Stap = Besluitfeit['stappen'][number]
const naamVan = ({ orgaan, gemeente, omschrijving }: Stap) => stapnaam(orgaan, gemeente, omschrijving)

/** What is still needed, those first that can be done now; nothing of what was withdrawn or refused. */
function nodigVan(besluit: Besluitfeit) {
  const stand = standVan(besluit)
  if (stand === 'ingetrokken' || stand === 'niet_akkoord')
    return { stand, nogNodig: null, volgendeOp: null, aanZet: [] }
  const open = findOpenStappen(besluit.stappen)
  const woorden = open.map(({ stap }) => naamVan(stap))
  if (besluit.beslotenOp === null)
    woorden.push(`het besluit zelf (${stapnaam(besluit.orgaan, besluit.gemeente)})`)
  const dagen = open.flatMap(({ stap }) => (stap.geplandOp === null ? [] : [stap.geplandOp]))
  return {
    stand,
    nogNodig: woorden.length === 0 ? null : woorden.join(', '),
    volgendeOp: dagen.sort()[0] ?? null,
    aanZet: open.filter(({ isAanDeBeurt }) => isAanDeBeurt).map(({ stap }) => naamVan(stap)),
  }
}

function toRij(besluit: Besluitfeit): Besluitrij {
  const { id, nummer, titel, orgaan, gemeente, beslotenOp, versie } = besluit
  const { aanZet: _, ...nodig } = nodigVan(besluit)
  return { id, nummer, titel, orgaan, gemeente, beslotenOp, versie, ...nodig }
}

export async function listBesluitrijen(work: Work, query: Query<typeof listBestuursbesluiten>) {
  const rijen = (await readBesluiten(work))
    .map(toRij)
    .filter(
      (rij) =>
        (query.orgaan === undefined || rij.orgaan === query.orgaan) &&
        (query.stand === undefined || rij.stand === query.stand),
    )
  return listPage(rijen, query, '-beslotenOp')
}

export async function readBesluit(work: Work, id: Id): Promise<BesluitDetail | ReturnType<typeof notFound>> {
  const besluit = (await readBesluiten(work)).find((one) => one.id === id)
  if (!besluit) return notFound('Dit besluit')
  const { overleg, vergaderdatum, ...rest } = besluit
  const activiteiten = await work.db
    .selectFrom('bestuursbesluit_activiteit as b')
    .innerJoin('activiteit as a', 'a.id', 'b.activiteit_id')
    .select(['a.id', 'a.naam'])
    .where('b.bestuursbesluit_id', '=', id)
    .orderBy('a.naam')
    .execute()
  return {
    ...rest,
    ...nodigVan(besluit),
    vergadering:
      overleg === null || vergaderdatum === null ? null : `${overleg}, ${formatShort(vergaderdatum)}`,
    activiteiten,
  }
}

export interface Actiefeit extends Actierij {
  readonly gewijzigdOp: Date
}

export async function readActies(work: Work): Promise<Actiefeit[]> {
  const { rows } = await sql<
    Omit<Actiefeit, 'waaruit'> & {
      overleg: string | null
      datum: string
      nummer: string | null
      titel: string
    }
  >`
    select a.id, a.tekst, a.functie, a.organisatie, a.uiterlijk_op as "uiterlijkOp", a.gedaan_op as "gedaanOp", a.vervallen_op as "vervallenOp", a.afloop, a.vergadering_id as "vergaderingId",
      a.bestuursbesluit_id as "besluitId", o.naam as overleg, v.datum, b.nummer, b.titel, a.versie, a.gewijzigd_op as "gewijzigdOp",
      case when a.gedaan_op is not null then 'gedaan' when a.vervallen_op is not null then 'vervallen' when a.uiterlijk_op < ${work.today}::date then 'te_laat' else 'open' end as stand
    from onderdak.overlegactie a left join onderdak.vergadering v on v.id = a.vergadering_id left join onderdak.overleg o on o.id = v.overleg_id left join onderdak.bestuursbesluit b on b.id = a.bestuursbesluit_id
    where a.regio_id = ${work.regioId} order by (a.gedaan_op is not null or a.vervallen_op is not null), a.uiterlijk_op, a.id`.execute(
    work.db,
  )
  return rows.map(({ overleg, datum, nummer, titel, ...actie }) => {
    const delen = [overleg && `${overleg}, ${formatShort(datum)}`, nummer && `besluit ${nummer} ${titel}`]
    return { ...actie, waaruit: delen.filter(Boolean).join('; ') || null }
  })
}

export async function listActierijen(work: Work, query: Query<typeof listOverlegacties>) {
  const rijen = (await readActies(work)).filter(
    (rij) =>
      (query.stand === undefined || rij.stand === query.stand) &&
      (query.open === undefined || rij.stand === 'open' || rij.stand === 'te_laat') &&
      (query.vergaderingId === undefined || rij.vergaderingId === query.vergaderingId) &&
      (query.besluitId === undefined || rij.besluitId === query.besluitId),
  )
  return listPage(rijen, query, 'uiterlijkOp')
}

export async function readActie(work: Work, id: Id) {
  return (await readActies(work)).find((one) => one.id === id) ?? notFound('Deze actie')
}
