import { listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { findBeeindigd, findEigenaren } from '../../duiding/server/lookup.ts'
import type {
  Dashboardcijfer,
  Dashboardpunt,
  DashboardVraag,
  Filternaam,
} from '../domain/dashboard-contract.ts'
import { filternamen } from '../domain/dashboard-contract.ts'
import { leeftijdsgroepen, type Niveau, splitsingenVan } from '../domain/indicator.ts'
import type { Beschermd } from '../domain/indicator-afscherming.ts'
import { beschermMet, type Dicht, findDicht, herkomstVan, kaartVan, standVan } from './afscherming.ts'
import type { Indicator } from './indicator.ts'
import { indicatoren } from './indicatoren.ts'
import {
  type Maandgetelde,
  type Maandstand,
  readMaandstand,
  rejectTeVroeg,
  telReeks,
  verschuif,
} from './telling.ts'

export const MAANDEN = 13

export interface Gekozen {
  readonly soort: Filternaam
  readonly code: string
  readonly naam: string
}

const namen = Object.keys(filternamen) as Filternaam[]

const keuzelijst = {
  gemeente: 'gemeenten',
  product: 'producten',
  aanbieder: 'aanbieders',
  leeftijd: 'leeftijden',
  clientprofiel: 'clientprofielen',
} as const

/** The one part of the region that is asked, with its name; null is the whole region. */
export async function findGekozen(
  work: Work,
  query: Partial<Record<Filternaam, string | undefined>>,
): Promise<Gekozen | null | Rejection> {
  const gevuld = namen.filter((soort) => query[soort])
  if (gevuld.length > 1)
    return reject(
      'een_filter_tegelijk',
      `Kies één van deze tegelijk: ${gevuld.map((soort) => filternamen[soort].toLowerCase()).join(' of ')}. Van twee samen is een klein aantal uit te rekenen.`,
      { field: gevuld[1]!, status: 422 },
    )
  const soort = gevuld[0]
  if (!soort) return null
  const code = query[soort]!
  const keuze = (await readKeuzes(work))[keuzelijst[soort]].find((one) => one.code === code)
  return keuze ? { soort, ...keuze } : notFound(filternamen[soort])
}

/** What a dashboard can be narrowed to in this region. */
export async function readKeuzes(work: Work) {
  const { db, regioId, today } = work
  const geldt = (tabel: 'product' | 'organisatie') =>
    db
      .selectFrom(tabel)
      .select(['id as code', 'naam'])
      .where('regio_id', '=', regioId)
      .where('van', '<=', today)
      .where((e) => e.or([e('tot', 'is', null), e('tot', '>', today)]))
      .orderBy('naam')
      .orderBy('id')
  const gemeenten = await db
    .selectFrom('regio_gemeente as r')
    .innerJoin('gemeente as g', 'g.code', 'r.gemeente_code')
    .select(['g.code', 'g.naam'])
    .where('r.regio_id', '=', regioId)
    .where('r.van', '<=', today)
    .where((e) => e.or([e('r.tot', 'is', null), e('r.tot', '>', today)]))
    .orderBy('g.naam')
    .execute()
  const clientprofielen = await db
    .selectFrom('keuze')
    .select(['code', 'naam'])
    .where('regio_id', '=', regioId)
    .where('lijst', '=', 'clientprofiel')
    .where('van', '<=', today)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', today)]))
    .orderBy('volgorde')
    .orderBy('naam')
    .execute()
  return {
    gemeenten,
    producten: await geldt('product').execute(),
    aanbieders: await geldt('organisatie').execute(),
    leeftijden: Object.entries(leeftijdsgroepen).map(([code, naam]) => ({ code, naam })),
    clientprofielen,
  }
}

export interface Reeks {
  readonly indicator: Indicator
  /** False: of the whole region, also when a part of it is asked that this indicator cannot tell apart. */
  readonly isDeel: boolean
  /** One for each month, in order; the last one is the month that is asked. */
  readonly cijfers: readonly Omit<Beschermd, 'groep'>[]
}

const nietsOpen = async (): Promise<Dicht> => () => null

/** Nothing was counted: what a group that is not there is worth. */
export const leeg = {
  n: 0,
  t: 0,
  wie: 0,
  som: null,
  mediaan: null,
  p90: null,
  hoogste: null,
  metGemeente: 0,
  zaken: [],
}

/**
 * Every indicator of a list over a row of months, for the region or one part of it, counted in one statement. A part is
 * protected as a group among all the others of that month, so that it shows no more than the table of groups does. An indicator that
 * cannot tell the part apart is of the whole region, and says so.
 */
export async function readReeksen(
  work: Work,
  input: {
    readonly indicatoren: readonly Indicator[]
    readonly standen: readonly Maandstand[]
    readonly gekozen: Gekozen | null
    /** Protected as for somebody who may open nothing: for what others read. */
    readonly voorIedereen?: boolean
  },
): Promise<Reeks[]> {
  const { standen } = input
  /** The part as far as it holds for an indicator. */
  const deelVan = (indicator: Indicator) =>
    input.gekozen && splitsingenVan(indicator).includes(input.gekozen.soort) ? input.gekozen : null
  const geteld = await telReeks(
    work,
    input.indicatoren.flatMap((indicator) => {
      const deel = deelVan(indicator)
      return [
        { id: `${indicator.id} totaal`, indicator, per: null },
        ...(deel ? [{ id: `${indicator.id} groep`, indicator, per: deel.soort }] : []),
      ]
    }),
    standen,
  )
  const per = new Map<string, Maandgetelde[]>()
  for (const rij of geteld) {
    const sleutel = `${rij.id} ${rij.maand}`
    per.set(sleutel, [...(per.get(sleutel) ?? []), rij])
  }
  const rijenVan = (indicator: Indicator, soort: 'totaal' | 'groep', { maand }: Maandstand) =>
    per.get(`${indicator.id} ${soort} ${maand}`) ?? []
  const dicht = await (input.voorIedereen ? nietsOpen : findDicht)(
    work,
    input.indicatoren.map((indicator) => ({
      indicator,
      rijen: standen.flatMap((stand) => [
        ...rijenVan(indicator, 'totaal', stand),
        ...rijenVan(indicator, 'groep', stand),
      ]),
    })),
  )
  const cijferVan = (indicator: Indicator, stand: Maandstand) => {
    const [totaal] = rijenVan(indicator, 'totaal', stand)
    const gekozen = deelVan(indicator)
    if (!gekozen) return beschermMet(dicht, indicator, stand, [totaal!], null)[0]!
    const groepen = rijenVan(indicator, 'groep', stand)
    return (
      beschermMet(dicht, indicator, stand, groepen, totaal!).find(({ groep }) => groep === gekozen.code) ??
      beschermMet(dicht, indicator, stand, [{ ...leeg, id: '', groep: gekozen.code }], null)[0]!
    )
  }
  return input.indicatoren.map((indicator) => ({
    indicator,
    isDeel: deelVan(indicator) !== null,
    cijfers: standen.map((stand) => {
      const { groep: _, ...cijfer } = cijferVan(indicator, stand)
      return cijfer
    }),
  }))
}

export const standenVan = (stand: Maandstand, aantal = MAANDEN) =>
  Array.from({ length: aantal }, (_, i) => verschuif(stand, aantal - 1 - i))

/** The indicators of a level in a month, without those that the yearly round had ended at a moment. */
export async function listVanNiveau(
  work: Work,
  niveau: Niveau,
  { maand }: Pick<Maandstand, 'maand'>,
  op: Date,
): Promise<Indicator[]> {
  const beeindigd = await findBeeindigd(work, Number(maand.slice(0, 4)), op)
  return indicatoren.filter(({ id, niveaus }) => niveaus.includes(niveau) && !beeindigd.has(id))
}

async function lees(work: Work, query: DashboardVraag) {
  const stand = await readMaandstand(work, query)
  if (isRejection(stand)) return stand
  const gekozen = await findGekozen(work, query)
  if (isRejection(gekozen)) return gekozen
  if (gekozen?.soort === 'clientprofiel' && stand.bekendOp !== null) {
    const teVroeg = await rejectTeVroeg(work, stand.bekendOp, 'clientprofiel')
    if (teVroeg) return teVroeg
  }
  const standen = standenVan(stand)
  const reeksen = await readReeksen(work, {
    indicatoren: await listVanNiveau(work, query.niveau, stand, work.now),
    standen,
    gekozen,
  })
  const eigenaren = await findEigenaren(work, work.today)
  return {
    eigenaren,
    stand,
    standen,
    reeksen,
    filter: gekozen && `${filternamen[gekozen.soort]}: ${gekozen.naam}`,
  }
}

const HELE_REGIO = 'Hele regio'

/** A dashboard: every indicator of its level with thirteen months. */
export async function readDashboard(work: Work, query: DashboardVraag) {
  const gelezen = await lees(work, query)
  if (isRejection(gelezen)) return gelezen
  const { eigenaren, stand, standen, reeksen, filter } = gelezen
  const rijen: Dashboardcijfer[] = reeksen.map(({ indicator, isDeel, cijfers }, volgorde) => ({
    ...kaartVan(indicator, stand.van, eigenaren),
    ...cijfers.at(-1)!,
    ...herkomstVan(indicator, stand),
    filter: isDeel && filter ? filter : HELE_REGIO,
    filterGeldt: isDeel || filter === null,
    maand: stand.maand,
    volgorde,
    verloop: cijfers.map((cijfer, i) => ({ maand: standen[i]!.maand, ...cijfer })),
  }))
  return { ...listPage(rijen, query, 'volgorde'), ...standVan(stand), filter }
}

/** The same as rows of an indicator and a month. */
export async function readDashboardreeksen(work: Work, query: DashboardVraag) {
  const gelezen = await lees(work, query)
  if (isRejection(gelezen)) return gelezen
  const { eigenaren, stand, standen, reeksen, filter } = gelezen
  const rijen: Dashboardpunt[] = reeksen.flatMap(({ indicator, isDeel, cijfers }) =>
    cijfers.map((cijfer, i) => {
      const { id, naam, eenheid, definitie, versie, eigenaar } = kaartVan(
        indicator,
        standen[i]!.van,
        eigenaren,
      )
      return {
        id,
        naam,
        eenheid,
        definitie,
        versie,
        eigenaar,
        ...cijfer,
        ...herkomstVan(indicator, standen[i]!),
        filter: isDeel && filter ? filter : HELE_REGIO,
        maand: standen[i]!.maand,
      }
    }),
  )
  return { ...listPage(rijen, query, ''), ...standVan(stand), filter }
}
