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

/** An activiteit that a decision is about, and its programma. */
interface Verbonden {
  readonly id: Id
  readonly naam: string
  readonly programmaId: Id
}

interface Besluitfeit
  extends Omit<
    BesluitDetail,
    'stand' | 'nogNodig' | 'volgendeOp' | 'over' | 'aanZet' | 'vergadering' | 'activiteiten' | 'besluitmoment'
  > {
  readonly activiteiten: readonly Verbonden[]
  readonly besluitmoment: (NonNullable<BesluitDetail['besluitmoment']> & { readonly programmaId: Id }) | null
  readonly overleg: string | null
  readonly vergaderdatum: string | null
}

async function readBesluiten(work: Work): Promise<Besluitfeit[]> {
  const { rows } = await sql<Besluitfeit>`
    select b.id, b.nummer, b.titel, b.tekst, b.orgaan, b.gemeente_code as "gemeenteCode", g.naam as gemeente, b.besloten_op as "beslotenOp", b.vergadering_id as "vergaderingId",
      o.naam as overleg, v.datum as vergaderdatum, b.ingetrokken_op as "ingetrokkenOp", b.ingetrokken_reden as "ingetrokkenReden", b.versie, b.besluitmoment_id as "besluitmomentId",
      case when p.id is not null then jsonb_build_object('id', p.id, 'naam', p.naam) end as programma,
      case when m.id is not null then jsonb_build_object('id', m.id, 'activiteitId', ma.id, 'activiteit', ma.code || ' ' || ma.naam, 'programmaId', ma.programma_id, 'waarover', m.waarover, 'beslotenOp', m.besloten_op) end as besluitmoment,
      (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'naam', a.code || ' ' || a.naam, 'programmaId', a.programma_id) order by a.naam, a.id), '[]')
        from onderdak.bestuursbesluit_activiteit k join onderdak.activiteit a on a.id = k.activiteit_id where k.bestuursbesluit_id = b.id) as activiteiten,
      (select coalesce(jsonb_agg(jsonb_build_object('beurt', s.beurt, 'orgaan', s.orgaan, 'gemeenteCode', s.gemeente_code, 'gemeente', x.naam, 'omschrijving', s.omschrijving,
          'geplandOp', s.gepland_op, 'gedaanOp', s.gedaan_op, 'uitkomst', s.uitkomst) order by s.beurt, s.nummer), '[]')
        from onderdak.bestuursbesluit_stap s left join onderdak.gemeente x on x.code = s.gemeente_code where s.bestuursbesluit_id = b.id) as stappen
    from onderdak.bestuursbesluit b left join onderdak.gemeente g on g.code = b.gemeente_code left join onderdak.vergadering v on v.id = b.vergadering_id left join onderdak.overleg o on o.id = v.overleg_id
      left join onderdak.programma p on p.id = b.programma_id left join onderdak.besluitmoment m on m.id = b.besluitmoment_id left join onderdak.activiteit ma on ma.id = m.activiteit_id
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

/** What it is about, in words: each name once. */
function overVan({ programma, besluitmoment: moment, activiteiten }: Besluitfeit): string | null {
  const delen = [
    ...(programma ? [programma.naam] : []),
    ...(moment ? [`${moment.activiteit}: ${moment.waarover}`] : []),
    ...activiteiten.filter(({ id }) => id !== moment?.activiteitId).map(({ naam }) => naam),
  ]
  return delen.join('; ') || null
}

const gaatOverActiviteit = ({ besluitmoment, activiteiten }: Besluitfeit, id: Id) =>
  besluitmoment?.activiteitId === id || activiteiten.some((een) => een.id === id)

const gaatOverProgramma = ({ programma, besluitmoment, activiteiten }: Besluitfeit, id: Id) =>
  programma?.id === id ||
  besluitmoment?.programmaId === id ||
  activiteiten.some(({ programmaId }) => programmaId === id)

function toRij(besluit: Besluitfeit): Besluitrij {
  const { id, nummer, titel, orgaan, gemeente, beslotenOp, besluitmomentId, versie } = besluit
  const { aanZet: _, ...nodig } = nodigVan(besluit)
  const over = overVan(besluit)
  return { id, nummer, titel, orgaan, gemeente, beslotenOp, over, besluitmomentId, versie, ...nodig }
}

export async function listBesluitrijen(work: Work, query: Query<typeof listBestuursbesluiten>) {
  const { activiteitId, programmaId } = query
  const rijen = (await readBesluiten(work))
    .filter(
      (een) =>
        (activiteitId === undefined || gaatOverActiviteit(een, activiteitId as Id)) &&
        (programmaId === undefined || gaatOverProgramma(een, programmaId as Id)),
    )
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
  return {
    ...rest,
    ...nodigVan(besluit),
    over: overVan(besluit),
    vergadering:
      overleg === null || vergaderdatum === null ? null : `${overleg}, ${formatShort(vergaderdatum)}`,
    activiteiten: besluit.activiteiten.map(({ id: activiteit, naam }) => ({ id: activiteit, naam })),
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
