import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { weergavenaam } from '../../persoon/domain/rules.ts'
import type { Keuzes, listNietPlaatsbaar, WachtDetail } from '../domain/contract.ts'
import type { Prioriteitsregel } from '../domain/rangorde.ts'
import { openStatussen, type Richting } from '../domain/rules.ts'
import { explainPlaats, explainVolgorde, type OpDeLijst } from '../domain/uitleg.ts'
import { listPrioriteitsregels, listRangorde, type Rangregel } from './lookup.ts'
import { listRedenen } from './niet-plaatsbaar.ts'
import { selectItems, toItem, wachtRows } from './queries.ts'

/** How many neighbours above are compared; the ones right above matter, not the whole list. */
const burenBoven = 3
const burenOnder = 1

async function findRow(work: Work, id: Id) {
  return selectItems(work)
    .leftJoin('gebruiker as vd', 'vd.id', 'w.voorrang_door')
    .select([
      'w.gemeente_code as gemeenteCode',
      'w.gemeente_onbekend_reden as gemeenteOnbekendReden',
      'w.voorkeur_locatie_id as voorkeurLocatieId',
      'w.vereiste_kenmerken as vereisteKenmerken',
      'w.clientprofiel',
      'w.eigenschappen',
      'w.overbrugging_toelichting as overbruggingToelichting',
      'w.gestart_op as gestartOp',
      'w.beeindigd_op as beeindigdOp',
      'w.eindreden',
      'w.laatst_bevestigd_op as laatstBevestigdOp',
      'w.aantal_weigeringen as aantalWeigeringen',
      'w.voorrang_reden as voorrangReden',
      'vd.naam as voorrangDoor',
      'w.inleesbron',
      'w.inleesdatum',
      'w.inleestelwijze',
      'w.melding_id as meldingId',
      'w.huishouden_id as huishoudenId',
    ])
    .where('w.id', '=', id)
    .executeTakeFirst()
}

type DetailRow = NonNullable<Awaited<ReturnType<typeof findRow>>>

export async function getWachtlijstplaatsing(work: Work, id: Id): Promise<WachtDetail | Rejection> {
  const row = await findRow(work, id)
  if (!row) return notFound('Deze regel van de wachtlijst')
  const regels = await listPrioriteitsregels(work, row.domein)
  const lijst = row.rang === null ? [] : await listRangorde(work, row.productId, row.richting as Richting)
  const namen = await keuzeNamen(work)
  const keuze = (lijstnaam: string, code: string) => ({
    code,
    naam: namen.get(`${lijstnaam} ${code}`) ?? code,
  })
  return {
    ...toItem(work, row),
    gemeenteCode: row.gemeenteCode,
    gemeenteOnbekendReden: row.gemeenteOnbekendReden,
    voorkeurLocatieId: row.voorkeurLocatieId,
    vereisteKenmerken: row.vereisteKenmerken.map((code) => keuze('kenmerk', code)),
    clientprofiel: row.clientprofiel === null ? null : keuze('clientprofiel', row.clientprofiel),
    wachtredenCode: row.wachtredenCode,
    eigenschappen: row.eigenschappen as WachtDetail['eigenschappen'],
    overbruggingToelichting: row.overbruggingToelichting,
    klokken: {
      gemeldOp: row.gemeldOp,
      beslotenOp: row.beslotenOp,
      plaatsbaarOp: row.plaatsbaarOp,
      voorgesteldOp: row.voorgesteldOp,
      gestartOp: row.gestartOp,
      beeindigdOp: row.beeindigdOp,
    },
    laatstBevestigdOp: row.laatstBevestigdOp,
    aantalWeigeringen: row.aantalWeigeringen,
    voorrangReden: row.voorrangReden,
    voorrangDoor: row.voorrangDoor,
    eindreden: row.eindreden === null ? null : keuze('eindreden_wachten', row.eindreden).naam,
    inleesbron: row.inleesbron,
    inleesdatum: row.inleesdatum,
    inleestelwijze: row.inleestelwijze as WachtDetail['inleestelwijze'],
    meldingId: row.meldingId,
    huishoudenId: row.huishoudenId,
    uitleg: uitlegOf(row, lijst, regels),
    buren: await burenOf(work, row.id, lijst, regels),
    nietPlaatsbaarRedenen:
      row.nietPlaatsbaarSinds === null
        ? []
        : await listRedenen(work, {
            product_id: row.productId,
            personen: row.personen,
            vereiste_kenmerken: row.vereisteKenmerken,
            wachtreden: row.wachtredenCode,
            voorkeur_locatie_id: row.voorkeurLocatieId,
          }),
    contacten: await listContacten(work, row.id),
  }
}

function uitlegOf(
  row: DetailRow,
  lijst: readonly Rangregel[],
  regels: readonly Prioriteitsregel[],
): string[] {
  const zelf = lijst.find((regel) => regel.id === row.id)
  if (!zelf) return []
  return explainPlaats({ ...zelf, naam: weergavenaam(row), voorrangReden: row.voorrangReden }, regels)
}

/** Names of those on the list whom the asker may see; the others stay "iemand anders". */
async function opDeLijst(work: Work, regels: readonly Rangregel[]): Promise<(Rangregel & OpDeLijst)[]> {
  if (regels.length === 0) return []
  const rows = await work.db
    .selectFrom('wachtlijstplaatsing as w')
    .innerJoin('persoon as p', 'p.id', 'w.persoon_id')
    .select([
      'w.id',
      'w.persoon_id as persoonId',
      'w.voorrang_reden as voorrangReden',
      'p.achternaam',
      'p.tussenvoegsel',
      'p.voornamen',
      'p.roepnaam',
      'p.is_nn as isNn',
      'p.geslacht',
      'p.geboortedatum',
      'p.geboortejaar',
    ])
    .where(
      'w.id',
      'in',
      regels.map((regel) => regel.id),
    )
    .execute()
  const seen = new Map(rows.map((row) => [row.id, row]))
  work.saw(...rows.map((row) => row.persoonId))
  return regels.map((regel) => {
    const row = seen.get(regel.id)
    return { ...regel, naam: row ? weergavenaam(row) : null, voorrangReden: row?.voorrangReden ?? null }
  })
}

async function burenOf(
  work: Work,
  id: Id,
  lijst: readonly Rangregel[],
  regels: readonly Prioriteitsregel[],
): Promise<WachtDetail['buren']> {
  const plaats = lijst.findIndex((regel) => regel.id === id)
  if (plaats < 0) return []
  const rond = await opDeLijst(work, lijst.slice(Math.max(0, plaats - burenBoven), plaats + burenOnder + 1))
  const zelf = rond.find((regel) => regel.id === id)!
  return rond
    .filter((regel) => regel.id !== id)
    .map((regel) => ({
      id: regel.naam === null ? null : regel.id,
      naam: regel.naam,
      rang: regel.rang,
      zin: explainVolgorde(zelf, regel, regels),
    }))
}

/** Any two on the same list; the other must be visible, since its id was given. */
export async function compareWachtlijstplaatsing(
  work: Work,
  input: { id: Id; met: Id },
): Promise<{ zin: string } | Rejection> {
  const rows = await wachtRows(work)
    .select(['w.id', 'w.product_id as productId', 'w.richting', 't.domein'])
    .where('w.id', 'in', [input.id, input.met])
    .execute()
  const een = rows.find((row) => row.id === input.id)
  const ander = rows.find((row) => row.id === input.met)
  if (!een || !ander) return notFound('Deze regel van de wachtlijst')
  if (een.productId !== ander.productId || een.richting !== ander.richting)
    return reject(
      'andere_lijst',
      'Deze personen wachten op een ander product of in een andere richting. Er is geen onderlinge volgorde.',
    )
  const lijst = await listRangorde(work, een.productId, een.richting as Richting)
  const twee = await opDeLijst(
    work,
    lijst.filter((regel) => regel.id === input.id || regel.id === input.met),
  )
  if (twee.length < 2) return reject('wacht_niet_meer', 'Een van beide wacht niet meer.')
  return { zin: explainVolgorde(twee[0]!, twee[1]!, await listPrioriteitsregels(work, een.domein)) }
}

async function listContacten(work: Work, id: Id): Promise<WachtDetail['contacten']> {
  const rows = await work.db
    .selectFrom('wachtcontact as c')
    .leftJoin('gebruiker as g', 'g.id', 'c.gebruiker_id')
    .select(['c.id', 'c.op', 'c.wacht_nog as wachtNog', 'c.risico', 'c.uitkomst', 'g.naam as door'])
    .where('c.wachtlijstplaatsing_id', '=', id)
    .orderBy('c.op', 'desc')
    .orderBy('c.id', 'desc')
    .execute()
  return rows as WachtDetail['contacten']
}

async function keuzes(work: Work) {
  return work.db
    .selectFrom('keuze')
    .select(['lijst', 'code', 'naam'])
    .where('regio_id', '=', work.regioId)
    .where('lijst', 'in', [
      'kenmerk',
      'wachtreden',
      'clientprofiel',
      'eindreden_wachten',
      'weigerreden_persoon',
      'weigerreden_aanbieder',
    ])
    .where('van', '<=', work.today)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', work.today)]))
    .orderBy('lijst')
    .orderBy('volgorde')
    .execute()
}

async function keuzeNamen(work: Work): Promise<Map<string, string>> {
  return new Map((await keuzes(work)).map(({ lijst, code, naam }) => [`${lijst} ${code}`, naam]))
}

export async function getWachtlijstKeuzes(work: Work): Promise<Keuzes> {
  const { db, regioId, today } = work
  const lijsten: Keuzes['lijsten'] = {}
  for (const { lijst, code, naam } of await keuzes(work))
    lijsten[lijst] = [...(lijsten[lijst] ?? []), { code, naam }]
  const producten = await db
    .selectFrom('product')
    .select(['id', 'naam', 'domein', 'toegang'])
    .where('regio_id', '=', regioId)
    .where('van', '<=', today)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', today)]))
    .orderBy('domein')
    .orderBy('naam')
    .execute()
  const gemeenten = await db
    .selectFrom('regio_gemeente as r')
    .innerJoin('gemeente as g', 'g.code', 'r.gemeente_code')
    .select(['g.code', 'g.naam'])
    .where('r.regio_id', '=', regioId)
    .where('r.van', '<=', today)
    .where((e) => e.or([e('r.tot', 'is', null), e('r.tot', '>', today)]))
    .orderBy('g.naam')
    .execute()
  const locaties = await db
    .selectFrom('locatie as l')
    .leftJoin('gemeente as g', 'g.code', 'l.gemeente_code')
    .select(['l.id', 'l.naam', 'g.naam as gemeente'])
    .where('l.regio_id', '=', regioId)
    .where('l.van', '<=', today)
    .where((e) => e.or([e('l.tot', 'is', null), e('l.tot', '>', today)]))
    .orderBy('l.naam')
    .execute()
  return { producten, gemeenten, locaties, lijsten }
}

export async function listNietPlaatsbaarRows(
  work: Work,
  query: { pagina: number; aantalPerPagina: number },
): Promise<z.output<typeof listNietPlaatsbaar.response>> {
  const base = selectItems(work)
    .select([
      'w.niet_plaatsbaar_herzien_op as herzienOp',
      'w.niet_plaatsbaar_geescaleerd_op as geescaleerdOp',
      'w.vereiste_kenmerken as vereisteKenmerken',
      'w.voorkeur_locatie_id as voorkeurLocatieId',
    ])
    .where('w.status', 'in', [...openStatussen])
    .where('w.niet_plaatsbaar_sinds', 'is not', null)
  const rows = await base.orderBy('w.niet_plaatsbaar_sinds').orderBy('w.id').execute()
  const start = (query.pagina - 1) * query.aantalPerPagina
  const results = []
  for (const row of rows.slice(start, start + query.aantalPerPagina))
    results.push({
      id: row.id,
      persoonId: row.persoonId,
      naam: weergavenaam(row),
      product: row.product,
      personen: row.personen,
      nietPlaatsbaarSinds: row.nietPlaatsbaarSinds!,
      herzienOp: row.herzienOp!,
      geescaleerdOp: row.geescaleerdOp,
      redenen: await listRedenen(work, {
        product_id: row.productId,
        personen: row.personen,
        vereiste_kenmerken: row.vereisteKenmerken,
        wachtreden: row.wachtredenCode,
        voorkeur_locatie_id: row.voorkeurLocatieId,
      }),
    })
  return { count: rows.length, results }
}
