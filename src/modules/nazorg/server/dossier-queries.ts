import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { daysBetween } from '../../../shared/plain-date.ts'
import { notFound, type Rejection } from '../../../shared/rejection.ts'
import { listDossierIds, survivorOf } from '../../persoon/server/lookup.ts'
import { geheimeLocatie } from '../../plek/domain/contract.ts'
import type { Afspraak, NazorgVan } from '../domain/api.ts'
import { uitkomsten, wijzen } from '../domain/contract.ts'
import { frequentieOp, isRisicoNabij, volgendContactOp, volgendeRisicodag } from '../domain/rules.ts'
import { canContact, canNazorg, type NazorgActie, nazorgActies } from '../domain/toestanden.ts'
import { listFrequenties } from './store.ts'

/** Everything of nazorg of one person, all files of a merged one together, as far as the asker sees it. */
export async function findNazorgVan(work: Work, id: Id): Promise<NazorgVan | Rejection> {
  const dossiers = await listDossierIds(work, id)
  if (dossiers.length === 0) return notFound('De cliënt')
  const persoonId = await survivorOf(work, id)
  work.saw(persoonId)
  const traject = await work.db
    .selectFrom('traject')
    .select('id')
    .where('persoon_id', 'in', dossiers)
    .where('geeindigd_op', 'is', null)
    .executeTakeFirst()
  return {
    uitstromen: await listUitstromen(work, dossiers),
    terugvalplan: await findPlan(work, persoonId, dossiers),
    risicodagen: await listRisicodagen(work, dossiers),
    ...(await listSignalen(work, dossiers)),
    trajectId: traject?.id ?? null,
    magWijzigen: work.vrager.permissies.has('nazorg.wijzigen'),
  }
}

async function listUitstromen(work: Work, dossiers: readonly Id[]): Promise<NazorgVan['uitstromen']> {
  const { rows } = await sql<
    Omit<NazorgVan['uitstromen'][number], 'afspraken' | 'isZonder'> & { persoonId: Id }
  >`
    select v.verblijf_id as "verblijfId", v.persoon_id as "persoonId", case when v.alleen then v.persoon_id end as "alleenId", v.op as "vertrokkenOp",
      coalesce(l.naam, ${geheimeLocatie}) as plaats, coalesce(k.naam, v.bestemming) as bestemming
    from onderdak.vertrekken() v left join onderdak.locatie l on l.id = v.locatie_id
      left join onderdak.keuze k on k.regio_id = v.regio_id and k.lijst = 'bestemming' and k.code = v.bestemming
        and k.van <= ${work.today}::date and (k.tot is null or k.tot > ${work.today}::date)
    where v.persoon_id = any (${[...dossiers]}::uuid[]) and onderdak.is_uitstroom(v.soort, v.eindreden, v.bestemming)
    order by v.op desc, v.verblijf_id`.execute(work.db)
  const afspraken = await listAfspraken(work, dossiers)
  return rows.map(({ persoonId, ...row }) => {
    const eigen = afspraken
      .filter((one) => one.verblijfId === row.verblijfId && one.persoonId === persoonId)
      .map((one) => one.afspraak)
    return {
      ...row,
      afspraken: eigen,
      isZonder: !eigen.some((one) => one.status !== 'geweigerd' && one.status !== 'ingetrokken'),
    }
  })
}

interface Found
  extends Omit<
    Afspraak,
    'contactOp' | 'dagenTeLaat' | 'contacten' | 'frequenties' | 'acties' | 'magContact'
  > {
  readonly verblijfId: Id
  readonly persoonId: Id
  readonly organisatieId: Id
  readonly aanbiederId: Id | null
}

async function listAfspraken(
  work: Work,
  dossiers: readonly Id[],
): Promise<{ verblijfId: Id; persoonId: Id; afspraak: Afspraak }[]> {
  const keuze = (
    lijst: string,
    code: string,
  ) => sql`coalesce((select k.naam from onderdak.keuze k where k.regio_id = n.regio_id and k.lijst = ${lijst}
    and k.code = ${sql.ref(code)} order by k.van desc limit 1), ${sql.ref(code)})`
  const { rows } = await sql<Found>`
    select n.id, n.verblijf_id as "verblijfId", n.persoon_id as "persoonId", n.organisatie_id as "organisatieId", n.aanbieder_id as "aanbiederId", n.status,
      ${keuze('reden_geen_nazorg', 'n.reden_geen')} as "redenGeen", coalesce(z.naam, n.aanbieder_naam) as aanbieder, n.aanbieder_naam is not null as "isBuiten",
      o.naam as "gemaaktDoor", g.naam as contactpersoon, n.contact_naam as "contactNaam", n.elke_weken as "elkeWeken", n.afspraken, n.besloten_op as "beslotenOp",
      n.begint_op as "begintOp", n.tot, n.geeindigd_op as "geeindigdOp", ${keuze('eindreden_nazorg', 'n.eindreden')} as eindreden, n.toelichting, n.versie
    from onderdak.nazorgafspraak n join onderdak.organisatie o on o.id = n.organisatie_id
      left join onderdak.organisatie z on z.id = n.aanbieder_id left join onderdak.gebruiker g on g.id = n.contactpersoon_id
    where n.persoon_id = any (${[...dossiers]}::uuid[]) order by n.aangemaakt_op desc, n.id desc`.execute(
    work.db,
  )
  if (rows.length === 0) return []
  const contacten = await listContacten(work, dossiers)
  const frequenties = await listFrequenties(
    work,
    rows.map((row) => row.id),
  )
  return rows.map(({ verblijfId, persoonId, ...row }) => ({
    verblijfId,
    persoonId,
    afspraak: toAfspraak(work, row, {
      contacten: contacten.filter((one) => one.afspraakId === row.id),
      frequenties: frequenties.filter((one) => one.afspraakId === row.id),
    }),
  }))
}

interface Verloop {
  readonly contacten: Awaited<ReturnType<typeof listContacten>>
  readonly frequenties: Awaited<ReturnType<typeof listFrequenties>>
}

function toAfspraak(
  work: Work,
  { organisatieId, aanbiederId, ...row }: Omit<Found, 'verblijfId' | 'persoonId'>,
  { contacten, frequenties }: Verloop,
): Afspraak {
  const stand = { organisatieId, aanbiederId, status: row.status }
  const magWijzigen = work.vrager.permissies.has('nazorg.wijzigen')
  const contactOp =
    row.status === 'lopend'
      ? volgendContactOp({ begintOp: row.begintOp!, elkeWeken: row.elkeWeken! }, contacten, frequenties)
      : null
  return {
    ...row,
    elkeWeken: row.elkeWeken === null ? null : frequentieOp(row.elkeWeken, frequenties, work.today),
    frequenties: frequentiesOf(row, frequenties),
    contactOp,
    dagenTeLaat: contactOp !== null && contactOp < work.today ? daysBetween(contactOp, work.today) : 0,
    contacten: contacten.map(({ afspraakId: _, ...een }) => ({
      ...een,
      wijze: wijzen[een.wijze as keyof typeof wijzen],
      uitkomst: uitkomsten[een.uitkomst as keyof typeof uitkomsten],
    })),
    acties: magWijzigen
      ? (Object.keys(nazorgActies) as NazorgActie[]).filter(
          (actie) => canNazorg(stand, actie, work.vrager).ok,
        )
      : [],
    magContact: magWijzigen && canContact(stand, work.vrager).ok,
  }
}

function frequentiesOf(
  row: Pick<Found, 'id' | 'begintOp' | 'elkeWeken'>,
  wijzigingen: Verloop['frequenties'],
): Afspraak['frequenties'] {
  if (wijzigingen.length === 0) return []
  const begin = {
    id: row.id,
    van: row.begintOp!,
    elkeWeken: row.elkeWeken!,
    reden: 'Afgesproken bij het begin',
  }
  return [...wijzigingen.map(({ afspraakId: _, ...een }) => een), begin]
}

function listContacten(work: Work, dossiers: readonly Id[]) {
  return work.db
    .selectFrom('nazorgcontact as c')
    .innerJoin('organisatie as o', 'o.id', 'c.organisatie_id')
    .leftJoin('gebruiker as g', 'g.id', 'c.vastgelegd_door')
    .select(['c.id', 'c.nazorgafspraak_id as afspraakId', 'c.op', 'c.wijze', 'c.uitkomst', 'c.toelichting'])
    .select(['o.naam as organisatie', 'g.naam as door'])
    .where('c.persoon_id', 'in', dossiers)
    .orderBy('c.op', 'desc')
    .orderBy('c.vastgelegd_op', 'desc')
    .execute()
}

async function findPlan(
  work: Work,
  persoonId: Id,
  dossiers: readonly Id[],
): Promise<NazorgVan['terugvalplan']> {
  const row = await work.db
    .selectFrom('terugvalplan')
    .select(['id', 'signalen', 'wat_helpt as watHelpt', 'wie_bellen as wieBellen'])
    .select(['besproken_op as besprokenOp', 'versie'])
    .where('persoon_id', 'in', dossiers)
    .orderBy((e) => e.case().when('persoon_id', '=', persoonId).then(0).else(1).end())
    .executeTakeFirst()
  return row ?? null
}

async function listRisicodagen(work: Work, dossiers: readonly Id[]): Promise<NazorgVan['risicodagen']> {
  const rows = await work.db
    .selectFrom('risicodag')
    .select(['id', 'naam', 'datum', 'maand', 'dag', 'dagen_vooraf as dagenVooraf'])
    .where('persoon_id', 'in', dossiers)
    .where('vervallen_op', 'is', null)
    .orderBy('id')
    .execute()
  return rows
    .map(({ datum, maand, dag, ...row }) => {
      const volgendeOp = volgendeRisicodag({ datum, maand, dag }, work.today)
      return {
        ...row,
        isJaarlijks: datum === null,
        volgendeOp,
        isNabij: isRisicoNabij(volgendeOp, row.dagenVooraf, work.today),
      }
    })
    .sort((a, b) => ((a.volgendeOp ?? '9') < (b.volgendeOp ?? '9') ? -1 : 1))
}

async function listSignalen(
  work: Work,
  dossiers: readonly Id[],
): Promise<Pick<NazorgVan, 'signalen' | 'naasten'>> {
  const signalen = await work.db
    .selectFrom('netwerksignaal as s')
    .innerJoin('toestemming as t', 't.id', 's.toestemming_id')
    .select(['s.id', 't.ontvanger_naam as van', 's.ontvangen_op as ontvangenOp', 's.signaal'])
    .select(['s.opgepakt_op as opgepaktOp', 's.uitkomst'])
    .where('s.persoon_id', 'in', dossiers)
    .orderBy('s.ontvangen_op', 'desc')
    .orderBy('s.id', 'desc')
    .execute()
  const naasten = await work.db
    .selectFrom('toestemming')
    .select(['id as toestemmingId', 'ontvanger_naam as naam'])
    .where('persoon_id', 'in', dossiers)
    .where('ontvanger_soort', '=', 'naaste')
    .where('ingetrokken_op', 'is', null)
    .orderBy('gegeven_op', 'desc')
    .execute()
  return {
    signalen: signalen.map((row) => ({ ...row, van: row.van! })),
    naasten: naasten.map((row) => ({ ...row, naam: row.naam! })),
  }
}
