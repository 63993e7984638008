import { sql } from 'kysely'
import type { z } from 'zod'
import { listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { notFound } from '../../../shared/rejection.ts'
import { indicatornamen } from '../../duiding/domain/indicatornamen.ts'
import { type Onderdeelsoort, tebereiken } from '../domain/keuzes.ts'
import {
  gatsoorten,
  type listProgrammaonderdelen,
  type listProgrammas,
  type Onderdeel,
  type Onderdeelbeeld,
  type Programmarij,
} from '../domain/programma-contract.ts'
import { dientOok, gatenVan } from '../domain/rules.ts'

type Query<E extends { query: z.ZodType }> = z.output<E['query']>

/** How it stands: what was said last of the newest day. */
export const laatsteStand = sql`left join lateral (select s.stand, s.koers, s.op, s.reden from onderdak.activiteit_stand s where s.activiteit_id = a.id order by s.op desc, s.vastgelegd_op desc, s.id desc limit 1) s on true`

async function listProgrammarijen(work: Work): Promise<Programmarij[]> {
  const { rows } = await sql<Programmarij>`
    select p.id, p.code, p.naam, p.soort, p.van, p.tot, p.vastgesteld_op as "vastgesteldOp", p.vastgesteld_door as "vastgesteldDoor",
      array(select g.naam from onderdak.gemeente g where g.code = any (p.gemeenten) order by g.naam) as gemeenten,
      n.activiteiten, n.vertraagd, n.klaar, p.openbaar_sinds is not null as "isOpenbaar",
      exists (select 1 from onderdak.programma o where o.vervangt_id = p.id) as "isVervangen", p.versie
    from onderdak.programma p cross join lateral (
      select count(*)::int as activiteiten, count(*) filter (where s.koers = 'vertraagd')::int as vertraagd, count(*) filter (where s.stand in ('afgerond', 'voortijdig_beeindigd'))::int as klaar
      from onderdak.activiteit a ${laatsteStand} where a.programma_id = p.id) n
    where p.regio_id = ${work.regioId} order by p.van desc, p.naam, p.id`.execute(work.db)
  return rows
}

export async function listProgrammaPagina(work: Work, query: Query<typeof listProgrammas>) {
  const rijen = await listProgrammarijen(work)
  return listPage(
    rijen.filter(({ soort }) => query.soort === undefined || soort === query.soort),
    query,
    '-van',
  )
}

async function listOnderdelen(work: Work): Promise<Onderdeel[]> {
  const { rows } = await sql<Onderdeel>`
    select o.id, o.programma_id as "programmaId", p.naam as programma, o.soort, o.code, o.naam, o.toelichting, o.onder_id as "onderId",
      array(select v.naar_id from onderdak.onderdeel_verband v join onderdak.programmaonderdeel n on n.id = v.naar_id where v.van_id = o.id order by n.volgorde) as naar, o.bron, o.versie
    from onderdak.programmaonderdeel o join onderdak.programma p on p.id = o.programma_id
    where o.regio_id = ${work.regioId} order by p.van, p.naam, p.id, o.volgorde, o.id`.execute(work.db)
  return rows
}

export async function readProgramma(work: Work, id: Id) {
  const rij = (await listProgrammarijen(work)).find((een) => een.id === id)
  const more = await work.db
    .selectFrom('programma')
    .select(['gemeenten', 'toelichting', 'bron', 'openbaar_sinds', 'vervangt_id'])
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!rij || !more) return notFound('Dit programma')
  const versies = await work.db
    .selectFrom('programma')
    .select(['id', 'naam', 'vervangt_id'])
    .where('regio_id', '=', work.regioId)
    .execute()
  const kort = (een: (typeof versies)[number] | undefined) => (een ? { id: een.id, naam: een.naam } : null)
  return {
    ...rij,
    gemeentecodes: more.gemeenten,
    toelichting: more.toelichting,
    bron: more.bron,
    openbaarSinds: more.openbaar_sinds,
    vervangt: kort(versies.find((een) => een.id === more.vervangt_id)),
    vervangenDoor: kort(versies.find((een) => een.vervangt_id === id)),
    onderdelen: (await listOnderdelen(work)).filter(({ programmaId }) => programmaId === id),
  }
}

interface Dienende {
  readonly id: Id
  readonly code: string
  readonly naam: string
  readonly soort: string
  readonly programma: string
  readonly programmaId: Id
  readonly dient: readonly Id[]
  readonly indicatoren: readonly string[]
  readonly heeftGetal: boolean
  /** Euro per year, averaged over its years; null when nobody wrote down money. */
  readonly kosten: number | null
  /** True when it goes on as a copy in a newer version of its programma. */
  readonly isVervolgd: boolean
}

/** Every activiteit with what it serves; what stopped serves nothing any more. */
async function listDienende(work: Work): Promise<Dienende[]> {
  const { rows } = await sql<Dienende>`
    select a.id, a.code, a.naam, a.soort, p.naam as programma, p.id as "programmaId",
      array(select d.onderdeel_id from onderdak.activiteit_dient d where d.activiteit_id = a.id) as dient,
      array(select i.indicator from onderdak.activiteit_indicator i where i.activiteit_id = a.id union select r.indicator from onderdak.activiteit_resultaat r where r.activiteit_id = a.id and r.indicator is not null order by 1) as indicatoren,
      exists (select 1 from onderdak.activiteit_resultaat r where r.activiteit_id = a.id and r.eenheid is not null) or exists (select 1 from onderdak.meting m where m.activiteit_id = a.id) as "heeftGetal",
      (select (sum(g.bedrag) / count(distinct g.jaar))::float8 from onderdak.activiteit_geld g where g.activiteit_id = a.id and g.soort = 'kosten') as kosten,
      exists (select 1 from onderdak.activiteit v where v.vervolg_op_id = a.id) as "isVervolgd"
    from onderdak.activiteit a join onderdak.programma p on p.id = a.programma_id ${laatsteStand}
    where a.regio_id = ${work.regioId} and s.stand is distinct from 'voortijdig_beeindigd' order by p.van, p.naam, a.volgorde, a.id`.execute(
    work.db,
  )
  return rows
}

/** Programmes of which there is a newer version. */
async function listVervangen(work: Work): Promise<ReadonlySet<Id>> {
  const rows = await work.db
    .selectFrom('programma')
    .select('vervangt_id')
    .where('regio_id', '=', work.regioId)
    .where('vervangt_id', 'is not', null)
    .execute()
  return new Set(rows.flatMap(({ vervangt_id }) => vervangt_id ?? []))
}

/**
 * Per part: what serves it, itself or through another part, and what is missing. An activiteit that goes on in a newer version
 * counts once: the newest, except in the old version itself. Nothing is missing in a version that was replaced.
 */
async function listOnderdeelbeelden(work: Work): Promise<Onderdeelbeeld[]> {
  const onderdelen = await listOnderdelen(work)
  const naamVan = new Map(onderdelen.map(({ id, code, naam }) => [id, `${code} ${naam}`]))
  const programmaVan = new Map(onderdelen.map(({ id, programmaId }) => [id, programmaId]))
  const vervangen = await listVervangen(work)
  const dienende = await listDienende(work)
  const bij = new Map<Id, { activiteit: Dienende; via: string | null }[]>()
  const voegToe = (id: Id, activiteit: Dienende, via: string | null) => {
    if (activiteit.isVervolgd && programmaVan.get(id) !== activiteit.programmaId) return
    bij.set(id, [...(bij.get(id) ?? []), { activiteit, via }])
  }
  for (const activiteit of dienende) {
    for (const id of activiteit.dient) voegToe(id, activiteit, null)
    for (const [id, via] of dientOok(onderdelen, activiteit.dient))
      voegToe(id, activiteit, naamVan.get(via) ?? null)
  }
  return onderdelen.map((onderdeel) => {
    const gevonden = bij.get(onderdeel.id) ?? []
    const kosten = gevonden.flatMap(({ activiteit }) => activiteit.kosten ?? [])
    return {
      ...onderdeel,
      activiteiten: gevonden.map(
        ({ activiteit: { id, code, naam, soort, programma, programmaId }, via }) => ({
          id,
          code,
          naam,
          soort,
          programma,
          programmaId,
          via,
        }),
      ),
      indicatoren: [...new Set(gevonden.flatMap(({ activiteit }) => activiteit.indicatoren))].map((code) => ({
        code,
        naam: indicatornamen[code] ?? code,
      })),
      kosten: kosten.length === 0 ? null : kosten.reduce((som, bedrag) => som + bedrag, 0),
      gaten: gatenVan(
        isTeBereiken(onderdeel.soort) && !vervangen.has(onderdeel.programmaId),
        gevonden.map(({ activiteit }) => ({
          heeftMeting: activiteit.heeftGetal || activiteit.indicatoren.length > 0,
        })),
      ),
    }
  })
}

const isTeBereiken = (soort: Onderdeelsoort) => (tebereiken as readonly string[]).includes(soort)

export async function listOnderdeelPagina(work: Work, query: Query<typeof listProgrammaonderdelen>) {
  const beelden = await listOnderdeelbeelden(work)
  const rijen = beelden
    .filter(
      (een) =>
        (query.programmaId === undefined || een.programmaId === query.programmaId) &&
        (query.soort === undefined || een.soort === query.soort) &&
        (query.gat === undefined || een.gaten.includes(query.gat)),
    )
    .map((een) => ({
      ...een,
      aantalActiviteiten: een.activiteiten.length,
      ontbreekt: een.gaten.map((gat) => gatsoorten[gat]).join(', '),
    }))
  return listPage(rijen, query, 'programma')
}

export async function readProgrammakeuzes(work: Work) {
  const gemeenten = await work.db
    .selectFrom('regio_gemeente as r')
    .innerJoin('gemeente as g', 'g.code', 'r.gemeente_code')
    .select(['g.code', 'g.naam'])
    .distinct()
    .where('r.regio_id', '=', work.regioId)
    .orderBy('g.naam')
    .execute()
  const { rows: groepen } = await sql<{ code: string; naam: string; isVast: boolean }>`
    select k.code, k.naam, exists (select 1 from onderdak.keuze v where v.regio_id = k.regio_id and v.lijst = 'vaste_aandachtsgroep' and v.code = k.code and v.van <= ${work.today}::date and (v.tot is null or v.tot > ${work.today}::date)) as "isVast"
    from onderdak.keuze k where k.regio_id = ${work.regioId} and k.lijst = 'aandachtsgroep' and k.van <= ${work.today}::date and (k.tot is null or k.tot > ${work.today}::date) order by k.volgorde, k.code`.execute(
    work.db,
  )
  const programmas = await work.db
    .selectFrom('programma')
    .select(['id', 'code', 'naam'])
    .where('regio_id', '=', work.regioId)
    .orderBy('van', 'desc')
    .orderBy('naam')
    .execute()
  const partners = await work.db
    .selectFrom('partner')
    .select(['id', 'naam'])
    .where('regio_id', '=', work.regioId)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', work.today)]))
    .orderBy('naam')
    .execute()
  const onderdelen = (await listOnderdelen(work)).map(({ id, programma, soort, code, naam }) => ({
    id,
    programma,
    soort,
    code,
    naam,
  }))
  const indicatoren = Object.entries(indicatornamen).map(([code, naam]) => ({ code, naam }))
  return { gemeenten, groepen, programmas, onderdelen, partners, indicatoren }
}
