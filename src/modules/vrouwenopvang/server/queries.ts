import { sql } from 'kysely'
import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { notFound, type Rejection } from '../../../shared/rejection.ts'
import { getPersoonKern, listDossierIds } from '../../persoon/server/lookup.ts'
import type * as contract from '../domain/contract.ts'
import { Inhoud, type VrouwenopvangDossier } from '../domain/contract.ts'
import type { MeldcodeDoorloop } from '../domain/meldcode-contract.ts'
import { verbodActiesOp, verbodToestand } from '../domain/rules.ts'
import { doorloopOf } from './meldcode-commands.ts'
import { findRoodAfwijking, listPlegerhulp } from './pleger-queries.ts'
import { verbodOf } from './verbod-commands.ts'
import { findAanspreekpunt, findVoCode, listVoVerblijven, planVoor } from './vo-feiten.ts'

/** Everything of the vrouwenopvang in one dossier, for who may read it. */
export async function readVrouwenopvang(
  work: Work,
  persoonId: Id,
): Promise<VrouwenopvangDossier | Rejection> {
  const persoon = await getPersoonKern(work, persoonId)
  if (!persoon) return notFound('Deze cliënt')
  const dossiers = await listDossierIds(work, persoon.id)
  const verblijven = await listVoVerblijven(work, dossiers)
  const plannen = await listPlannen(work, dossiers)
  const systemen = await listSystemen(work, persoon.id, dossiers)
  const [eerste] = verblijven.filter((one) => dossiers.includes(one.hoofdId))
  const hasPlan = plannen.some((plan) => plan.status === 'loopt')
  const isPleger = systemen.some((one) => one.rol === 'pleger')
  const code = (await findVoCode(work, dossiers)) ?? null
  const plegerhulp = await listPlegerhulp(work, dossiers)
  return {
    code,
    roodAfwijking: code?.code === 'rood' ? await findRoodAfwijking(work, code.meldingId) : null,
    plegerhulp,
    plegerhulpNodig: isPleger && verblijven.length > 0 && !plegerhulp.some((one) => one.geeindigdOp === null),
    routes: await listRoutes(work, dossiers),
    verblijven: verblijven.map(({ id, begonnenOp, product }) => ({ id, begonnenOp, product })),
    plannen,
    planNodigVoor: eerste && !hasPlan && !isPleger ? await planVoor(work, eerste.begonnenOp) : null,
    aanspreekpunt: (await findAanspreekpunt(work, dossiers)) ?? null,
    huisverboden: await listHuisverboden(work, dossiers),
    veiligThuis: await listVeiligThuis(work, dossiers),
    systemen,
    gemeenten: await work.db
      .selectFrom('regio_gemeente as r')
      .innerJoin('gemeente as g', 'g.code', 'r.gemeente_code')
      .select(['g.code', 'g.naam'])
      .where('r.regio_id', '=', work.regioId)
      .where('r.van', '<=', work.today)
      .where((e) => e.or([e('r.tot', 'is', null), e('r.tot', '>', work.today)]))
      .orderBy('g.naam')
      .execute(),
  }
}

async function listRoutes(work: Work, dossiers: readonly Id[]): Promise<VrouwenopvangDossier['routes']> {
  const rows = await work.db
    .selectFrom('vo_route')
    .select(['id', 'versie', 'code', 'route', 'status', 'gekozen_op as gekozenOp'])
    .select(['geplaatst_op as geplaatstOp', 'elders_regio as eldersRegio', 'afgerond_op as afgerondOp'])
    .select(['elders_organisatie as eldersOrganisatie', 'elders_contact as eldersContact'])
    .select(['verblijf_id as verblijfId', 'einde_reden as eindeReden'])
    .where('persoon_id', 'in', dossiers)
    .orderBy('gekozen_op', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows as VrouwenopvangDossier['routes']
}

async function listPlannen(work: Work, dossiers: readonly Id[]): Promise<VrouwenopvangDossier['plannen']> {
  const plannen = await work.db
    .selectFrom('veiligheidsplan')
    .selectAll()
    .where('persoon_id', 'in', dossiers)
    .orderBy('begonnen_op', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const versies = await work.db
    .selectFrom('veiligheidsplan_versie as v')
    .leftJoin('gebruiker as g', 'g.id', 'v.vastgelegd_door')
    .selectAll('v')
    .select('g.naam as door')
    .where('v.persoon_id', 'in', dossiers)
    .orderBy('v.nummer', 'desc')
    .execute()
  return plannen.map((plan) => ({
    id: plan.id,
    versie: plan.versie,
    status: plan.status as 'loopt',
    begonnenOp: plan.begonnen_op,
    besprekenOp: plan.bespreken_op,
    afgeslotenOp: plan.afgesloten_op,
    afsluitreden: plan.afsluitreden as VrouwenopvangDossier['plannen'][number]['afsluitreden'],
    versies: versies
      .filter((row) => row.veiligheidsplan_id === plan.id)
      .map((row) => {
        const inhoud = Inhoud.parse(JSON.parse(work.cipher.decrypt(row.inhoud_versleuteld)))
        return {
          ...inhoud,
          kinderen: inhoud.kinderen ?? null,
          nummer: row.nummer,
          opgesteldOp: row.opgesteld_op,
          metClient: row.met_client,
          zonderClientReden: row.zonder_client_reden,
          door: row.door,
        }
      }),
  }))
}

async function listHuisverboden(
  work: Work,
  dossiers: readonly Id[],
): Promise<VrouwenopvangDossier['huisverboden']> {
  const rows = await work.db
    .selectFrom('huisverbod as h')
    .innerJoin('gemeente as g', 'g.code', 'h.gemeente_code')
    .selectAll('h')
    .select('g.naam as gemeente')
    .where('h.persoon_id', 'in', dossiers)
    .orderBy('h.opgelegd_op', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    versie: row.versie,
    besluitnummer: row.besluitnummer,
    gemeente: row.gemeente,
    ...verbodOf(row),
    verlengdOp: row.verlengd_op,
    veiligThuisOp: row.veilig_thuis_op,
    procesregisseur: row.procesregisseur,
    toestand: verbodToestand(verbodOf(row), work.today),
    acties: verbodActiesOp(verbodOf(row), work.today),
  }))
}

async function listVeiligThuis(
  work: Work,
  dossiers: readonly Id[],
): Promise<VrouwenopvangDossier['veiligThuis']> {
  const rows = await work.db
    .selectFrom('veilig_thuis')
    .select(['id', 'versie', 'soort', 'van', 'tot', 'kenmerk'])
    .where('persoon_id', 'in', dossiers)
    .orderBy('van', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows as VrouwenopvangDossier['veiligThuis']
}

/** Roles of the others by number; by name only those whose dossier the asker sees anyway. */
async function listSystemen(
  work: Work,
  persoonId: Id,
  dossiers: readonly Id[],
): Promise<VrouwenopvangDossier['systemen']> {
  const { rows } = await sql<{
    systeem_id: Id
    koppelcode: string
    slachtoffers: number
    kinderen: number
    plegers: number
    huisverbod_tot: string | null
  }>`select * from onderdak.systeem_van(${persoonId}::uuid)`.execute(work.db)
  if (rows.length === 0) return []
  const leden = await work.db
    .selectFrom('vo_systeem_lid')
    .select(['id', 'systeem_id', 'persoon_id', 'rol', 'versie'])
    .where(
      'systeem_id',
      'in',
      rows.map((row) => row.systeem_id),
    )
    .where('tot', 'is', null)
    .orderBy('id')
    .execute()
  return Promise.all(
    rows.flatMap((row) => {
      const samen = leden.filter((lid) => lid.systeem_id === row.systeem_id)
      const eigen = samen.find((lid) => dossiers.includes(lid.persoon_id))
      if (!eigen) return []
      return [
        (async () => ({
          id: row.systeem_id,
          koppelcode: row.koppelcode,
          lidId: eigen.id,
          lidVersie: eigen.versie,
          rol: eigen.rol as 'kind',
          slachtoffers: row.slachtoffers,
          kinderen: row.kinderen,
          plegers: row.plegers,
          huisverbodTot: row.huisverbod_tot,
          bekend: await namesOf(
            work,
            samen.filter((lid) => !dossiers.includes(lid.persoon_id)),
          ),
        }))(),
      ]
    }),
  )
}

async function namesOf(work: Work, leden: readonly { persoon_id: Id; rol: string }[]) {
  const found = []
  for (const lid of leden) {
    const kern = await getPersoonKern(work, lid.persoon_id)
    if (kern) found.push({ persoonId: kern.id, naam: kern.naam, rol: lid.rol as 'kind' })
  }
  return found
}

export async function readBelangenconflicten(
  work: Work,
  persoonId: Id,
): Promise<z.output<(typeof contract.haalBelangenconflicten)['response']> | Rejection> {
  const persoon = await getPersoonKern(work, persoonId)
  if (!persoon) return notFound('Deze cliënt')
  const rows = await work.db
    .selectFrom('belangenconflict as c')
    .leftJoin('gebruiker as g', 'g.id', 'c.gebruiker_id')
    .leftJoin('organisatie as o', 'o.id', 'c.organisatie_id')
    .select(['c.id', 'c.reden', 'c.toelichting', 'c.van', 'c.tot', 'c.einde_reden as eindeReden'])
    .select(['g.naam as gebruiker', 'o.naam as organisatie'])
    .where('c.persoon_id', 'in', await listDossierIds(work, persoon.id))
    .orderBy('c.van', 'desc')
    .orderBy('c.id', 'desc')
    .execute()
  return {
    conflicten: rows.map(
      ({ gebruiker, organisatie, ...row }) =>
        ({
          ...row,
          wie: gebruiker ?? organisatie!,
          soort: gebruiker === null ? 'organisatie' : 'medewerker',
        }) as z.output<(typeof contract.haalBelangenconflicten)['response']>['conflicten'][number],
    ),
    medewerkers: await listActieven(work, 'gebruiker'),
    organisaties: (await listActieven(work, 'organisatie')).filter(
      (one) => one.id !== work.vrager.organisatieId,
    ),
  }
}

async function listActieven(work: Work, soort: 'gebruiker' | 'organisatie') {
  const { rows } = await sql<{ id: Id; naam: string }>`
    select x.id, x.naam ${soort === 'gebruiker' ? sql`|| ', ' || o.naam as naam` : sql``} from onderdak.${sql.raw(soort)} x
      ${soort === 'gebruiker' ? sql`join onderdak.organisatie o on o.id = x.organisatie_id` : sql``}
    where x.regio_id = ${work.regioId}::uuid and x.van <= ${work.today}::date and (x.tot is null or x.tot > ${work.today}::date)
    order by x.naam collate "und-x-icu", x.id`.execute(work.db)
  return rows
}

export async function listDoorlopen(work: Work): Promise<{ results: MeldcodeDoorloop[] }> {
  const rows = await work.db
    .selectFrom('meldcode_doorloop')
    .selectAll()
    .orderBy('begonnen_op', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  return {
    results: rows.map(
      (row) =>
        ({
          id: row.id,
          versie: row.versie,
          status: row.status,
          begonnenOp: row.begonnen_op,
          ...doorloopOf(row),
          uitkomst: row.uitkomst,
        }) as MeldcodeDoorloop,
    ),
  }
}
