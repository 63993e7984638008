import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { notFound, type Rejection } from '../../../shared/rejection.ts'
import { listEscalatieniveaus } from '../../beheer/server/lookup.ts'
import { listMedewerkers } from '../../traject/server/lookup.ts'
import type { CasusDetail } from '../domain/contract.ts'
import type { Les } from '../domain/les-contract.ts'
import type { Actie, Overleg } from '../domain/overleg-contract.ts'
import { type CasusDbRij, casusColumns, casusTables, niveauNaamSql, toCasusRij } from './lijst-queries.ts'

type Kern = CasusDbRij &
  Pick<
    CasusDetail,
    | 'versie'
    | 'redenToelichting'
    | 'vraag'
    | 'veiligheid'
    | 'organisatie'
    | 'uitkomstToelichting'
    | 'regievoerderId'
    | 'niveauWie'
  >

export async function readCasus(work: Work, id: Id): Promise<CasusDetail | Rejection> {
  const { rows } = await sql<Kern>`
    select ${casusColumns(work)}, c.versie, c.reden_toelichting as "redenToelichting", c.vraag, c.veiligheid, g.naam as organisatie, c.uitkomst_toelichting as "uitkomstToelichting",
      r.gebruiker_id as "regievoerderId", coalesce((select e.wie from onderdak.escalatieniveau e where e.regio_id = n.regio_id and e.nummer = n.nummer and e.van <= n.van and (e.tot is null or e.tot > n.van)), '') as "niveauWie"
    ${casusTables} join onderdak.organisatie g on g.id = c.organisatie_id where c.regio_id = ${work.regioId} and c.id = ${id}`.execute(
    work.db,
  )
  const row = rows[0]
  if (!row) return notFound('Deze casus')
  work.saw(row.persoonId)
  const kan = work.vrager.permissies.has('casus.wijzigen')
  const isOpen = kan && row.status === 'open'
  const medewerkers = isOpen ? await listMedewerkers(work, row.persoonId) : []
  return {
    ...toCasusRij(row),
    niveaus: await listNiveauRijen(work, id),
    regievoerders: await listRegievoerders(work, id),
    overleggen: await listOverleggen(work, id),
    acties: await listActies(work, id),
    financiering: await listFinanciering(work, id),
    lessen: await listLessenVan(work, id),
    kan,
    keuzes: {
      niveaus: isOpen ? await listEscalatieniveaus(work) : [],
      medewerkers: medewerkers.map(({ soort: _, ...one }) => one),
    },
  }
}

async function listNiveauRijen(work: Work, casusId: Id): Promise<CasusDetail['niveaus']> {
  const { rows } = await sql<CasusDetail['niveaus'][number]>`
    select n.id, n.nummer, ${niveauNaamSql('n')} as naam, n.van, n.tot, n.uiterlijk_op as "uiterlijkOp", n.reden from onderdak.casus_niveau n
    where n.casus_id = ${casusId} order by n.van desc, n.vastgelegd_op desc, n.id desc`.execute(work.db)
  return rows
}

async function listRegievoerders(work: Work, casusId: Id): Promise<CasusDetail['regievoerders']> {
  const { rows } = await sql<CasusDetail['regievoerders'][number]>`
    select r.id, u.naam, o.naam as organisatie, r.van, r.tot, r.reden from onderdak.casus_regievoerder r join onderdak.gebruiker u on u.id = r.gebruiker_id
      join onderdak.organisatie o on o.id = r.organisatie_id
    where r.casus_id = ${casusId} order by r.van desc, r.vastgelegd_op desc, r.id desc`.execute(work.db)
  return rows
}

type Deelnemer = Overleg['deelnemers'][number]
type DeelnemerRij = Omit<Deelnemer, 'uitgenodigdOp' | 'ingetrokkenOp'> & {
  readonly overlegId: Id
  readonly uitgenodigdOp: Date
  readonly ingetrokkenOp: Date | null
}
type OverlegRij = Omit<Overleg, 'beginOp' | 'eindOp' | 'geeindigdOp' | 'deelnemers'> & {
  readonly beginOp: Date
  readonly eindOp: Date
  readonly geeindigdOp: Date | null
}

async function listOverleggen(work: Work, casusId: Id): Promise<Overleg[]> {
  const { rows } = await sql<OverlegRij>`
    select o.id, o.doel, o.plaats, o.begin_op as "beginOp", o.eind_op as "eindOp", o.status, o.status = 'gepland' and o.eind_op <= ${work.now}::timestamptz as "isVoorbij",
      o.geeindigd_op as "geeindigdOp", o.reden_annuleren as "redenAnnuleren", o.versie
    from onderdak.casus_overleg o where o.casus_id = ${casusId} order by o.status <> 'gepland', o.begin_op desc, o.id`.execute(
    work.db,
  )
  const deelnemers = await listDeelnemers(work, casusId)
  return rows.map((row) => ({
    ...row,
    beginOp: row.beginOp.toISOString(),
    eindOp: row.eindOp.toISOString(),
    geeindigdOp: row.geeindigdOp?.toISOString() ?? null,
    deelnemers: deelnemers.filter((one) => one.overlegId === row.id).map(toDeelnemer),
  }))
}

const toDeelnemer = ({ overlegId: _, ...row }: DeelnemerRij): Deelnemer => ({
  ...row,
  uitgenodigdOp: row.uitgenodigdOp.toISOString(),
  ingetrokkenOp: row.ingetrokkenOp?.toISOString() ?? null,
})

async function listDeelnemers(work: Work, casusId: Id): Promise<DeelnemerRij[]> {
  const { rows } = await sql<DeelnemerRij>`
    select d.id, d.overleg_id as "overlegId", u.naam, o.naam as organisatie, d.gegevens, d.waarom, d.grond, d.uitgenodigd_op as "uitgenodigdOp", d.ingetrokken_op as "ingetrokkenOp",
      array(select distinct s.artikel from onderdak.deling s where s.bron_soort = 'casus_deelnemer' and s.bron_id = d.id order by 1) as artikelen
    from onderdak.casus_deelnemer d join onderdak.gebruiker u on u.id = d.gebruiker_id join onderdak.organisatie o on o.id = d.organisatie_id
    where d.casus_id = ${casusId} order by o.naam collate "und-x-icu", u.naam collate "und-x-icu", d.id`.execute(
    work.db,
  )
  return rows
}

async function listActies(work: Work, casusId: Id): Promise<Actie[]> {
  const { rows } = await sql<Actie>`
    select a.id, a.soort, a.tekst, a.organisatie_id as "eigenaarOrganisatieId", o.naam as "eigenaarOrganisatie", a.gebruiker_id as "eigenaarId", u.naam as eigenaar, a.op, a.uiterlijk_op as "uiterlijkOp",
      a.status = 'open' and a.uiterlijk_op < ${work.today}::date as "isTeLaat", a.status, a.klaar_op as "klaarOp", a.uitkomst, a.versie
    from onderdak.casus_actie a join onderdak.organisatie o on o.id = a.organisatie_id left join onderdak.gebruiker u on u.id = a.gebruiker_id
    where a.casus_id = ${casusId} order by a.status <> 'open', a.uiterlijk_op, a.id`.execute(work.db)
  return rows
}

async function listFinanciering(work: Work, casusId: Id): Promise<CasusDetail['financiering']> {
  const { rows } = await sql<CasusDetail['financiering'][number]>`
    select f.domein, f.betaalt, f.bedrag::float8 as bedrag, f.wie_beslist as "wieBeslist" from onderdak.casus_financiering f
    where f.casus_id = ${casusId} order by f.domein`.execute(work.db)
  return rows
}

async function listLessenVan(work: Work, casusId: Id): Promise<Les[]> {
  const { rows } = await sql<Les>`
    select l.id, l.titel, l.tekst, l.status, s.naam as schrijver, l.geschreven_door is not distinct from ${work.vrager.gebruikerId}::uuid as "isVanMij", k.naam as controleur,
      l.gepubliceerd_op as "gepubliceerdOp", l.versie
    from onderdak.casus_les l join onderdak.gebruiker s on s.id = l.geschreven_door left join onderdak.gebruiker k on k.id = l.gecontroleerd_door
    where l.casus_id = ${casusId} order by l.aangemaakt_op, l.id`.execute(work.db)
  return rows
}
