import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { ageOn } from '../../../shared/plain-date.ts'
import { notFound, type Rejection } from '../../../shared/rejection.ts'
import { weergavenaam } from '../../persoon/domain/rules.ts'
import { findVrijePlekken } from '../../plek/server/lookup.ts'
import { canDecideBezwaar, canRaiseBezwaar } from '../domain/bezwaar.ts'
import type { Sortering, VoorstelDetail, VoorstelItem } from '../domain/contract.ts'
import { canMove, houdtVast, type Status } from '../domain/rules.ts'
import { loadRegels } from './ruimte.ts'

function voorstellen(work: Work) {
  return work.db
    .selectFrom('plaatsingsvoorstel as s')
    .innerJoin('persoon as p', 'p.id', 's.persoon_id')
    .innerJoin('product as t', 't.id', 's.product_id')
    .leftJoin('locatie as l', 'l.id', 's.locatie_id')
    .leftJoin('voorziening as v', 'v.id', 'l.voorziening_id')
    .leftJoin('organisatie as o', 'o.id', 'v.organisatie_id')
    .where('s.regio_id', '=', work.regioId)
}

const columns = [
  's.id',
  's.persoon_id as persoonId',
  's.personen',
  's.locatie_id as locatieId',
  's.vanaf',
  's.status',
  's.voorgesteld_op as voorgesteldOp',
  's.reageren_voor as reagerenVoor',
  's.afwijking_reden as afwijkingReden',
  's.overboeking_reden as overboekingReden',
  's.bezwaar_op as bezwaarOp',
  's.bezwaar_uitkomst as bezwaarUitkomst',
  's.wachtlijstplaatsing_id as wachtlijstplaatsingId',
  's.versie',
  'p.achternaam',
  'p.tussenvoegsel',
  'p.voornamen',
  'p.roepnaam',
  'p.is_nn as isNn',
  'p.geslacht',
  'p.geboortedatum',
  'p.geboortejaar',
  't.naam as product',
  'l.naam as locatie',
  'o.naam as aanbieder',
  'v.organisatie_id as organisatieId',
] as const

type ItemRow = Awaited<ReturnType<typeof selectFirst>>[number]
const selectFirst = (work: Work) => voorstellen(work).select(columns).execute()

function toItem(work: Work, row: ItemRow): VoorstelItem {
  return {
    id: row.id,
    persoonId: row.persoonId,
    naam: weergavenaam(row),
    leeftijd: row.geboortedatum ? ageOn(row.geboortedatum, work.today) : null,
    personen: row.personen,
    product: row.product,
    locatieId: row.locatieId,
    locatie: row.locatie ?? 'VO-plek (geheim)',
    aanbieder: row.aanbieder,
    vanaf: row.vanaf,
    status: row.status as Status,
    voorgesteldOp: row.voorgesteldOp.toISOString(),
    reagerenVoor: row.reagerenVoor.toISOString(),
    aanOns: row.organisatieId !== null && row.organisatieId === work.vrager.organisatieId,
    afwijking: row.afwijkingReden !== null,
    overboeking: row.overboekingReden !== null,
    bezwaarOpen: row.bezwaarOp !== null && row.bezwaarUitkomst === null,
    wachtlijstplaatsingId: row.wachtlijstplaatsingId,
    versie: row.versie,
  }
}

interface ListQuery {
  readonly pagina: number
  readonly aantalPerPagina: number
  readonly sorteer: Sortering | `-${Sortering}`
  readonly stand?: 'te_beantwoorden' | 'open' | 'afgerond' | 'bezwaar' | undefined
  readonly locatieId?: Id | undefined
  readonly wachtlijstplaatsingId?: Id | undefined
}

function filtered(work: Work, query: ListQuery) {
  let rows = voorstellen(work)
  if (query.stand === 'te_beantwoorden')
    rows = rows
      .where('s.status', '=', 'voorgesteld')
      .where('v.organisatie_id', '=', work.vrager.organisatieId)
  if (query.stand === 'open') rows = rows.where('s.status', 'in', [...houdtVast])
  if (query.stand === 'afgerond') rows = rows.where('s.status', 'not in', [...houdtVast])
  if (query.stand === 'bezwaar')
    rows = rows.where('s.bezwaar_op', 'is not', null).where('s.bezwaar_uitkomst', 'is', null)
  if (query.locatieId) rows = rows.where('s.locatie_id', '=', query.locatieId)
  if (query.wachtlijstplaatsingId)
    rows = rows.where('s.wachtlijstplaatsing_id', '=', query.wachtlijstplaatsingId)
  return rows
}

const sortColumns: Record<Sortering, ReturnType<typeof sql>> = {
  reagerenVoor: sql`s.reageren_voor`,
  voorgesteldOp: sql`s.voorgesteld_op`,
  vanaf: sql`s.vanaf`,
  naam: sql`coalesce(p.achternaam, '') collate "und-x-icu"`,
  locatie: sql`l.naam collate "und-x-icu"`,
}

export async function listVoorstellen(
  work: Work,
  query: ListQuery,
): Promise<{ count: number; results: VoorstelItem[] }> {
  const { count } = await filtered(work, query)
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const name = query.sorteer.replace('-', '') as Sortering
  const rows = await filtered(work, query)
    .select(columns)
    .orderBy(sql`${sortColumns[name]} ${sql.raw(query.sorteer.startsWith('-') ? 'desc' : 'asc')} nulls last`)
    .orderBy('s.id')
    .limit(query.aantalPerPagina)
    .offset((query.pagina - 1) * query.aantalPerPagina)
    .execute()
  return { count: Number(count), results: rows.map((row) => toItem(work, row)) }
}

/** Why nobody came, as the region calls it; a choice that ended keeps its last name. */
async function nameOfReden(work: Work, code: string): Promise<string> {
  const row = await work.db
    .selectFrom('keuze')
    .select('naam')
    .where('regio_id', '=', work.regioId)
    .where('lijst', '=', 'reden_niet_verschenen')
    .where('code', '=', code)
    .orderBy('van', 'desc')
    .executeTakeFirst()
  return row?.naam ?? code
}

async function findDetail(work: Work, id: Id) {
  return voorstellen(work)
    .leftJoin('gebruiker as g', 'g.id', 's.voorgesteld_door')
    .leftJoin('plek as k', 'k.id', 's.plek_id')
    .select(columns)
    .select([
      's.toelichting',
      's.vereiste_kenmerken as vereisteKenmerken',
      's.product_id as productId',
      'g.naam as voorgesteldDoor',
      's.beantwoord_op as beantwoordOp',
      'k.naam as plek',
      's.weiger_zijde as weigerZijde',
      's.weiger_reden as weigerReden',
      's.weiger_toelichting as weigerToelichting',
      's.volgende_stap as volgendeStap',
      's.niet_verschenen_reden as nietVerschenenReden',
      's.einde_reden as eindeReden',
      's.bezwaar_tekst as bezwaarTekst',
      's.bezwaar_besloten_op as bezwaarBeslotenOp',
      's.bezwaar_toelichting as bezwaarToelichting',
    ])
    .where('s.id', '=', id)
    .executeTakeFirst()
}

type DetailRow = NonNullable<Awaited<ReturnType<typeof findDetail>>>

export async function getVoorstel(work: Work, id: Id): Promise<VoorstelDetail | Rejection> {
  const row = await findDetail(work, id)
  if (!row) return notFound('Dit voorstel')
  const item = toItem(work, row)
  const kan = kanOf(work, row, item.aanOns)
  const redenen = await listWeigerredenen(work)
  return {
    ...item,
    toelichting: row.toelichting,
    vereisteKenmerken: await kenmerkNamen(work, row.vereisteKenmerken),
    afwijkingReden: row.afwijkingReden,
    overboekingReden: row.overboekingReden,
    voorgesteldDoor: row.voorgesteldDoor,
    beantwoordOp: row.beantwoordOp?.toISOString() ?? null,
    plek: row.plek,
    weigerZijde: row.weigerZijde as VoorstelDetail['weigerZijde'],
    weigerReden:
      row.weigerReden === null
        ? null
        : (redenen.get(row.weigerZijde!)?.find((r) => r.code === row.weigerReden)?.naam ?? row.weigerReden),
    weigerToelichting: row.weigerToelichting,
    volgendeStap: row.volgendeStap,
    nietVerschenenReden: row.nietVerschenenReden && (await nameOfReden(work, row.nietVerschenenReden)),
    eindeReden: row.eindeReden,
    bezwaar:
      row.bezwaarOp === null
        ? null
        : {
            op: row.bezwaarOp,
            tekst: row.bezwaarTekst ?? '',
            uitkomst: row.bezwaarUitkomst as 'gegrond' | 'ongegrond' | null,
            beslotenOp: row.bezwaarBeslotenOp,
            toelichting: row.bezwaarToelichting,
          },
    plekken: kan.beantwoorden ? await listPlekken(work, row) : [],
    kan,
    redenenAanbieder: redenen.get('aanbieder') ?? [],
    redenenPersoon: redenen.get('persoon') ?? [],
  }
}

function kanOf(work: Work, row: DetailRow, aanOns: boolean): VoorstelDetail['kan'] {
  const may = work.vrager.permissies
  const status = row.status as Status
  const stand = {
    status,
    weigerZijde: row.weigerZijde,
    bezwaarOp: row.bezwaarOp,
    bezwaarUitkomst: row.bezwaarUitkomst,
  }
  return {
    beantwoorden: may.has('voorstel.beantwoorden') && aanOns && canMove(status, 'aanvaard').ok,
    weigerenNamensPersoon: may.has('voorstel.doen') && canMove(status, 'geweigerd').ok,
    intrekken: may.has('voorstel.doen') && canMove(status, 'ingetrokken').ok,
    bezwaarMaken: may.has('voorstel.doen') && canRaiseBezwaar(stand).ok,
    bezwaarBeslissen: may.has('voorstel.bezwaar_beslissen') && canDecideBezwaar(stand, aanOns).ok,
  }
}

async function listPlekken(work: Work, row: DetailRow): Promise<VoorstelDetail['plekken']> {
  const plekken = await findVrijePlekken(work, {
    locatieId: row.locatieId,
    productId: row.productId,
    vanaf: row.vanaf,
    personen: row.personen,
    kenmerken: row.vereisteKenmerken,
    zonderVoorstelId: row.id,
  })
  const { kenmerkNaam } = await loadRegels(work)
  const tekst = { te_klein: 'Te klein', vastgehouden: 'Nodig voor een ander voorstel' } as const
  return plekken.map((plek) => ({
    id: plek.id,
    naam: plek.naam,
    past: plek.past,
    redenen: plek.redenen.map((reden) =>
      reden.code === 'kenmerk_ontbreekt' ? `Mist: ${kenmerkNaam(reden.kenmerk ?? '')}` : tekst[reden.code],
    ),
  }))
}

async function listWeigerredenen(work: Work): Promise<Map<string, { code: string; naam: string }[]>> {
  const rows = await work.db
    .selectFrom('keuze')
    .select(['lijst', 'code', 'naam'])
    .where('regio_id', '=', work.regioId)
    .where('lijst', 'in', ['weigerreden_aanbieder', 'weigerreden_persoon'])
    .where('van', '<=', work.today)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', work.today)]))
    .orderBy('volgorde')
    .execute()
  const lists = new Map<string, { code: string; naam: string }[]>()
  for (const { lijst, code, naam } of rows) {
    const zijde = lijst.replace('weigerreden_', '')
    lists.set(zijde, [...(lists.get(zijde) ?? []), { code, naam }])
  }
  return lists
}

async function kenmerkNamen(work: Work, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return []
  const { kenmerkNaam } = await loadRegels(work)
  return codes.map(kenmerkNaam)
}
