import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { ageOn, formatShort, type PlainDate } from '../../../shared/plain-date.ts'
import { notFound, type Rejection } from '../../../shared/rejection.ts'
import type { Termijn } from '../../../shared/termijn.ts'
import { findInstelling, getTermijn } from '../../beheer/server/lookup.ts'
import {
  findHuishoudenVan,
  getPersoonKern,
  listDossierIds,
  listHuishoudenLeden,
  type PersoonKern,
} from '../../persoon/server/lookup.ts'
import { geheimeLocatie } from '../../plek/domain/contract.ts'
import type { UitstroomDetail } from '../domain/api.ts'
import { overleguitkomsten } from '../domain/contract.ts'
import {
  canHeropenen,
  gewensteGemeente,
  type Huurregel,
  huurinformatie,
  moetBesluiten,
  takenOf,
  voorbereidenVoor,
} from '../domain/rules.ts'
import { urgentieToestandOp } from '../domain/toestanden.ts'
import { listWeigeringen } from './aanbod-commands.ts'
import { listContracten } from './contract-queries.ts'
import { findDossierBegin, findLopendVerblijf, isVertrek } from './dossier.ts'
import { listKeuzes, listVoorwaarden, nabij, namesOf } from './keuzes.ts'

/** Everything of the outflow of one person, as the tab shows it. */
export async function findUitstroom(work: Work, persoonId: Id): Promise<UitstroomDetail | Rejection> {
  const persoon = await getPersoonKern(work, persoonId)
  if (!persoon) return notFound('Deze cliënt')
  const dossiers = await listDossierIds(work, persoon.id)
  const open = await findOpen(work, dossiers)
  const verblijf = await findLopendVerblijf(work, dossiers)
  const gemeenten = await listGemeenten(work)
  const voorwaarden = (await listVoorwaarden(work, open?.id ?? null)) as UitstroomDetail['voorwaarden']
  const urgenties = await listUrgenties(work, dossiers)
  const aanbod = await listAanbod(work, dossiers)
  const begonnenOp = open?.begonnen_op ?? (await findDossierBegin(work, dossiers))
  const gemeenteCode = gewensteGemeente(open?.gemeente_code ?? null, persoon.herkomstGemeente)
  const gemeente = gemeenten.get(gemeenteCode ?? '') ?? null
  return {
    persoonId: persoon.id,
    magWijzigen: work.vrager.permissies.has('uitstroom.wijzigen'),
    dossier: begonnenOp
      ? {
          versie: open?.versie ?? 0,
          begonnenOp,
          gemeenteCode: open?.gemeente_code ?? null,
          gemeente,
          isHerkomst: gemeenteCode !== null && gemeenteCode === persoon.herkomstGemeente,
          woningtype: open?.woningtype ?? null,
          woningtypeNaam: (await namesOf(work, 'woningtype')).get(open?.woningtype ?? '') ?? null,
          wens: open?.wens ?? null,
          heropend: open?.heropend_op ? { op: open.heropend_op, reden: open.heropend_reden! } : null,
          bekijkenVoor: voorbereidenVoor(
            begonnenOp,
            (await getTermijn(work, 'uitstroom_voorbereiden')) as Termijn,
          ),
        }
      : null,
    taken: begonnenOp
      ? takenOf({
          woningtype: open?.woningtype ?? null,
          gemeente,
          voorwaarden,
          heeftAanvraag: urgenties.length > 0,
        })
      : [],
    voorwaarden,
    blokkade:
      verblijf?.gereedOp && verblijf.gereedOp <= work.today
        ? { sinds: verblijf.gereedOp, wachtOp: await wachtNaam(work, verblijf.wachtOp) }
        : null,
    verblijftNu: verblijf !== undefined,
    urgenties,
    aanbod,
    weigeringen: await weigeringenOf(work, open?.id ?? null),
    contracten: await listContracten(work, dossiers),
    overleggen: await listOverleggen(work, dossiers),
    afgerond: await listAfgerond(work, dossiers, {
      heeftOpen: open !== undefined,
      verblijfBegon: verblijf?.begonnenOp ?? null,
    }),
    huur: await huurOf(work, persoon, aanbod.find((one) => one.huur !== null)?.huur ?? null),
    keuzes: await keuzesOf(work, { dossiers, persoon, vanaf: begonnenOp ?? work.today }),
  }
}

function findOpen(work: Work, dossiers: readonly Id[]) {
  return work.db
    .selectFrom('uitstroomdossier')
    .selectAll()
    .where('persoon_id', 'in', [...dossiers])
    .where('afgerond_op', 'is', null)
    .executeTakeFirst()
}

export async function listGemeenten(work: Work): Promise<ReadonlyMap<string, string>> {
  const rows = await work.db.selectFrom('gemeente').select(['code', 'naam']).execute()
  return new Map(rows.map((row) => [row.code, row.naam]))
}

async function wachtNaam(work: Work, code: string | null): Promise<string | null> {
  return code === null
    ? null
    : ((await namesOf(work, 'overschrijdingsreden')).get(code) ?? code.replaceAll('_', ' '))
}

async function listUrgenties(work: Work, dossiers: readonly Id[]): Promise<UitstroomDetail['urgenties']> {
  const gronden = await namesOf(work, 'urgentiegrond')
  const tot = await nabij(work, 'urgentie_waarschuwing')
  const rows = await work.db
    .selectFrom('urgentieaanvraag as u')
    .leftJoin('gemeente as g', 'g.code', 'u.herkomst_gemeente')
    .select([
      'u.id',
      'u.soort',
      'u.status',
      'u.grond',
      'u.afspraken',
      'u.kenmerk',
      'u.toelichting',
      'u.versie',
    ])
    .select(['g.naam as herkomst', 'u.ontvangende_partij as ontvangendePartij'])
    .select(['u.voorbereid_op as voorbereidOp', 'u.ingediend_op as ingediendOp'])
    .select(['u.besloten_op as beslotenOp', 'u.geldig_tot as geldigTot', 'u.geeindigd_op as geeindigdOp'])
    .where('u.persoon_id', 'in', [...dossiers])
    .orderBy('u.voorbereid_op', 'desc')
    .orderBy('u.id', 'desc')
    .execute()
  return rows.map(({ status, ...row }) => {
    const toestand = urgentieToestandOp({ status, geldigTot: row.geldigTot }, work.today)
    return {
      ...row,
      soort: row.soort as 'urgentie',
      toestand,
      grond: gronden.get(row.grond) ?? row.grond,
      verlooptBijna: toestand === 'toegekend' && row.geldigTot !== null && row.geldigTot <= tot,
    }
  })
}

async function listAanbod(work: Work, dossiers: readonly Id[]): Promise<UitstroomDetail['aanbod']> {
  const typen = await namesOf(work, 'woningtype')
  const redenen = await namesOf(work, 'weigerreden_woning')
  const rows = await work.db
    .selectFrom('woningaanbod as w')
    .innerJoin('organisatie as o', 'o.id', 'w.corporatie_id')
    .innerJoin('gemeente as g', 'g.code', 'w.gemeente_code')
    .leftJoin('gebruiker as u', 'u.id', 'w.gevolg_door')
    .select(['w.id', 'o.naam as corporatie', 'w.status as toestand', 'w.gevraagd_op as gevraagdOp'])
    .select(['w.woningtype', 'g.naam as gemeente', 'w.omschrijving', 'w.huur'])
    .select(['w.aangeboden_op as aangebodenOp', 'w.reageer_voor as reageerVoor'])
    .select(['w.beantwoord_op as beantwoordOp', 'w.weigerreden', 'w.toelichting', 'w.gevolg'])
    .select(['w.gevolg_op as gevolgOp', 'u.naam as gevolgDoor', 'w.gevolg_toelichting as gevolgToelichting'])
    .select('w.versie')
    .where('w.persoon_id', 'in', [...dossiers])
    .orderBy('w.gevraagd_op', 'desc')
    .orderBy('w.id', 'desc')
    .execute()
  return rows.map((row) => ({
    ...row,
    toestand: row.toestand as UitstroomDetail['aanbod'][number]['toestand'],
    woningtype: typen.get(row.woningtype) ?? row.woningtype,
    weigerreden: row.weigerreden === null ? null : (redenen.get(row.weigerreden) ?? row.weigerreden),
    huur: row.huur === null ? null : Number(row.huur),
  }))
}

async function weigeringenOf(work: Work, dossierId: Id | null): Promise<UitstroomDetail['weigeringen']> {
  const grens = Number((await findInstelling(work, 'woning_weigeringen')) ?? '2')
  const geweigerd = dossierId === null ? [] : await listWeigeringen(work, dossierId)
  const bron = await work.db
    .selectFrom('instelling')
    .select('bron')
    .where('regio_id', '=', work.regioId)
    .where('code', '=', 'woning_weigering_gevolg')
    .where('van', '<=', work.today)
    .orderBy('van', 'desc')
    .executeTakeFirst()
  return {
    aantal: geweigerd.length,
    grens,
    gevolg: (await findInstelling(work, 'woning_weigering_gevolg')) ?? 'Bespreek wat er volgt.',
    bron: bron?.bron ?? null,
    besluitNodigOver: moetBesluiten(geweigerd, grens) ? geweigerd.at(-1)!.id : null,
  }
}

async function listOverleggen(work: Work, dossiers: readonly Id[]): Promise<UitstroomDetail['overleggen']> {
  const rows = await work.db
    .selectFrom('maatwerkoverleg')
    .select(['id', 'op', 'uitkomst', 'pauzewoning_tot as pauzewoningTot', 'toelichting'])
    .where('persoon_id', 'in', [...dossiers])
    .orderBy('op', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    ...row,
    uitkomst: overleguitkomsten[row.uitkomst as 'verwezen'],
  }))
}

async function listAfgerond(
  work: Work,
  dossiers: readonly Id[],
  nu: Parameters<typeof canHeropenen>[1],
): Promise<UitstroomDetail['afgerond']> {
  const routes = await namesOf(work, 'uitstroomroute')
  const bestemmingen = await namesOf(work, 'bestemming')
  const rows = await work.db
    .selectFrom('uitstroomdossier as d')
    .leftJoin('verblijf as v', 'v.id', 'd.verblijf_id')
    .select(['d.id', 'd.afgerond_op as op', 'd.route', 'd.afwijking_reden as afwijkingReden', 'd.versie'])
    .select((e) => e.fn.coalesce('d.bestemming', 'v.bestemming').as('bestemming'))
    .where('d.persoon_id', 'in', [...dossiers])
    .where('d.afgerond_op', 'is not', null)
    .orderBy('d.afgerond_op', 'desc')
    .orderBy('d.id', 'desc')
    .execute()
  return rows.map((row) => ({
    ...row,
    op: row.op!,
    kanHeropenen: canHeropenen({ afgerondOp: row.op, route: row.route }, nu).ok,
    route:
      row.route === 'samengevoegd'
        ? 'Samengevoegd met een ander dossier'
        : (routes.get(row.route!) ?? row.route!),
    bestemming: row.bestemming === null ? null : (bestemmingen.get(row.bestemming) ?? row.bestemming),
  }))
}

/** UIT-10: the rules of today with their source, and what they say for the oldest of the household. */
async function huurOf(
  work: Work,
  persoon: PersoonKern,
  huur: number | null,
): Promise<UitstroomDetail['huur']> {
  const rows = await work.db
    .selectFrom('instelling')
    .select(['code', 'naam', 'waarde', 'van', 'bron'])
    .where('regio_id', '=', work.regioId)
    .where('code', 'in', ['huurtoeslag_leeftijd', 'huurtoeslag_huurgrens', 'huurtoeslag_huurgrens_jong'])
    .where('van', '<=', work.today)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', work.today)]))
    .orderBy('code')
    .execute()
  const regel = (code: string): Huurregel | undefined => {
    const row = rows.find((one) => one.code === code)
    return row && { ...row, waarde: Number(row.waarde.replace(',', '.')) }
  }
  const [leeftijd, grens, grensJong] = [
    regel('huurtoeslag_leeftijd'),
    regel('huurtoeslag_huurgrens'),
    regel('huurtoeslag_huurgrens_jong'),
  ]
  return {
    regels: rows.map(({ code: _, ...row }) => row),
    informatie: huurinformatie(
      { leeftijd: await oudste(work, persoon), huur },
      { ...(leeftijd && { leeftijd }), ...(grens && { grens }), ...(grensJong && { grensJong }) },
    ),
  }
}

async function oudste(work: Work, persoon: PersoonKern): Promise<number | null> {
  const huishoudenId = await findHuishoudenVan(work, persoon.id)
  const leden = huishoudenId ? await listHuishoudenLeden(work, huishoudenId) : []
  const dagen = [persoon.geboortedatum, ...leden.map((lid) => lid.geboortedatum)].filter(
    (dag) => dag !== null,
  )
  return dagen.length === 0 ? null : Math.max(...dagen.map((dag) => ageOn(dag, work.today)))
}

async function keuzesOf(
  work: Work,
  input: { dossiers: readonly Id[]; persoon: PersoonKern; vanaf: PlainDate },
): Promise<UitstroomDetail['keuzes']> {
  const { dossiers, persoon, vanaf } = input
  const gemeenten = await work.db
    .selectFrom('gemeente')
    .select(['code', 'naam'])
    .orderBy(sql`naam collate "und-x-icu"`)
    .execute()
  const toestemmingen = await work.db
    .selectFrom('toestemming as t')
    .innerJoin('organisatie as o', 'o.id', 't.ontvanger_organisatie_id')
    .select(['t.id', 'o.naam'])
    .where('t.persoon_id', 'in', [...dossiers])
    .where('t.ontvanger_soort', '=', 'corporatie')
    .where('t.gegevensset', '=', 'woonvraag')
    .where('t.ingetrokken_op', 'is', null)
    .orderBy('o.naam')
    .execute()
  const verblijven = await work.db
    .selectFrom('verblijf as v')
    .leftJoin('locatie as l', 'l.id', 'v.locatie_id')
    .select(['v.id', 'l.naam', 'v.geeindigd_op as op'])
    .where('v.persoon_id', 'in', [...dossiers])
    .where('v.geeindigd_op', '>=', vanaf)
    .where(isVertrek)
    .orderBy('v.geeindigd_op', 'desc')
    .execute()
  return {
    gemeenten,
    woningtypen: await listKeuzes(work, 'woningtype'),
    gronden: await listKeuzes(work, 'urgentiegrond'),
    weigerredenen: await listKeuzes(work, 'weigerreden_woning'),
    routes: await listKeuzes(work, 'uitstroomroute'),
    bestemmingen: await listKeuzes(work, 'bestemming'),
    toestemmingen,
    verblijven: verblijven.map((row) => ({
      id: row.id,
      naam: `${row.naam ?? geheimeLocatie}, vertrek ${formatShort(row.op!)}`,
    })),
    instantie: (await findInstelling(work, 'urgentie_instantie')) ?? 'Gemeente',
    urgentieIsBemiddeling: (await findInstelling(work, 'urgentie_is_bemiddeling')) === 'ja',
    herkomst: gemeenten.find((one) => one.code === persoon.herkomstGemeente)?.naam ?? null,
  }
}
