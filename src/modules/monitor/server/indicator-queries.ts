import { listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection } from '../../../shared/rejection.ts'
import { findEigenaren } from '../../duiding/server/lookup.ts'
import { weergavenaam } from '../../persoon/domain/rules.ts'
import type { Niveau, Per } from '../domain/indicator.ts'
import type { Indicatorcijfer } from '../domain/indicator-contract.ts'
import { isOptelbaar, langerVan } from '../domain/langer.ts'
import { beschermMet, findDicht, herkomstVan, kaartVan, standVan } from './afscherming.ts'
import { groepNamen } from './groepnamen.ts'
import type { Indicator } from './indicator.ts'
import { indicatoren } from './indicatoren.ts'
import {
  type Getelde,
  listGevallen,
  listTeOpenen,
  type Maandstand,
  readMaandstand,
  telAlle,
  telReeks,
  verschuif,
} from './telling.ts'

interface Vraag {
  readonly maand?: string | undefined
  readonly bekendOp?: PlainDate | undefined
}
interface Lijst {
  readonly pagina: number
  readonly aantalPerPagina: number
  readonly sorteer?: string | undefined
}

const MAANDEN = 13

/** Every indicator of one month, beside the month and the year before. */
export async function readIndicatorcijfers(
  work: Work,
  query: Vraag & Lijst & { readonly niveau?: Niveau | undefined },
) {
  const stand = await readMaandstand(work, query)
  if (isRejection(stand)) return stand
  const gevraagd = indicatoren.filter(({ niveaus }) => !query.niveau || niveaus.includes(query.niveau))
  const standen = { nu: stand, maand: verschuif(stand, 1), jaar: verschuif(stand, 12) }
  const geteld = await telAlle(
    work,
    gevraagd.flatMap((indicator) =>
      Object.entries(standen).map(([wanneer, op]) => ({
        id: `${indicator.id} ${wanneer}`,
        indicator,
        stand: op,
      })),
    ),
  )
  const perId = new Map(geteld.map((rij) => [rij.id, rij]))
  const rijVan = (indicator: Indicator, wanneer: string) => perId.get(`${indicator.id} ${wanneer}`)!
  const dicht = await findDicht(
    work,
    gevraagd.map((indicator) => ({
      indicator,
      rijen: Object.keys(standen).map((wanneer) => rijVan(indicator, wanneer)),
    })),
  )
  const eigenaren = await findEigenaren(work, work.today)
  const rijen: Omit<Indicatorcijfer, 'volgorde'>[] = []
  for (const indicator of gevraagd) {
    const van = (wanneer: keyof typeof standen) =>
      beschermMet(dicht, indicator, stand, [rijVan(indicator, wanneer)], null)[0]!
    const { groep: _, ...nu } = van('nu')
    const [maand, jaar] = [van('maand'), van('jaar')]
    rijen.push({
      ...kaartVan(indicator, stand.van, eigenaren),
      ...herkomstVan(indicator, stand),
      ...nu,
      vorigeMaand: maand.waarde,
      vorigeMaandAfgeschermd: maand.afgeschermd,
      vorigJaar: jaar.waarde,
      vorigJaarAfgeschermd: jaar.afgeschermd,
    })
  }
  // Without a column to sort by they stand in the order of the chain.
  const genummerd = rijen.map((rij, volgorde) => ({ ...rij, volgorde }))
  return { ...listPage(genummerd, query, 'volgorde'), ...standVan(stand) }
}

const vind = (id: string): Indicator | Rejection =>
  indicatoren.find((indicator) => indicator.id === id) ?? notFound('Deze indicator')

export async function readIndicator(work: Work, id: string, query: Vraag) {
  const indicator = vind(id)
  if (isRejection(indicator)) return indicator
  const stand = await readMaandstand(work, query)
  if (isRejection(stand)) return stand
  const maanden = Array.from({ length: MAANDEN }, (_, i) => verschuif(stand, MAANDEN - 1 - i))
  const toen =
    stand.bekendOp === null
      ? await readMaandstand(work, { maand: stand.maand, bekendOp: stand.peildatum })
      : stand
  const geteld = await telAlle(work, [
    ...maanden.map((op) => ({ id: op.maand, indicator, stand: op })),
    ...(isRejection(toen) ? [] : [{ id: 'toen', indicator, stand: toen }]),
  ])
  const dicht = await findDicht(work, [{ indicator, rijen: geteld }])
  const zonderGroep = (rij: Getelde) => {
    const { groep: _, ...cijfer } = beschermMet(dicht, indicator, stand, [rij], null)[0]!
    return cijfer
  }
  const verloop = maanden.map(({ maand }) => ({
    maand,
    ...zonderGroep(geteld.find((rij) => rij.id === maand)!),
  }))
  const eigenaren = await findEigenaren(work, work.today)
  const toenRij = geteld.find((rij) => rij.id === 'toen')
  return {
    ...kaartVan(indicator, stand.van, eigenaren),
    ...standVan(stand),
    verloop,
    toenBekend: toenRij ? zonderGroep(toenRij) : null,
  }
}

export async function readIndicatorgroepen(
  work: Work,
  id: string,
  query: Vraag & Lijst & { readonly per: Per },
) {
  const indicator = vind(id)
  if (isRejection(indicator)) return indicator
  if (!indicator.per.includes(query.per)) return notFound('Deze indeling van de indicator')
  const stand = await readMaandstand(work, query)
  if (isRejection(stand)) return stand
  const geteld = await telAlle(work, [
    { id: 'groep', indicator, stand, per: query.per },
    { id: 'totaal', indicator, stand },
  ])
  const namen = await groepNamen(work, query.per)
  const totaal = geteld.find((rij) => rij.id === 'totaal') ?? null
  const beschermd = beschermMet(
    await findDicht(work, [{ indicator, rijen: geteld }]),
    indicator,
    stand,
    geteld.filter((rij) => rij.id === 'groep'),
    totaal,
  )
  const eigenaren = await findEigenaren(work, work.today)
  const { definitie, eigenaar, versie } = kaartVan(indicator, stand.van, eigenaren)
  const rijen = beschermd.map((rij) => ({
    ...rij,
    groep: rij.groep ?? '',
    naam: namen(rij.groep),
    indicator: indicator.naam,
    definitie,
    versie,
    eigenaar,
    ...herkomstVan(indicator, stand),
  }))
  return { ...listPage(rijen, query, 'naam'), ...standVan(stand) }
}

/** Back to the January of two years ago: two whole years, and every quarter since. */
const maandenTerug = ({ maand }: Maandstand) => 24 + Number(maand.slice(5))

/** A figure over whole quarters and years, counted as its months are; nothing for one whose months do not add up. */
export async function readIndicatorperioden(work: Work, id: string, query: Vraag & Lijst) {
  const indicator = vind(id)
  if (isRejection(indicator)) return indicator
  const stand = await readMaandstand(work, query)
  if (isRejection(stand)) return stand
  const aantal = isOptelbaar(indicator) ? maandenTerug(stand) : 0
  const maanden = Array.from({ length: aantal }, (_, i) => verschuif(stand, i))
  const geteld = await telReeks(work, aantal === 0 ? [] : [{ id, indicator, per: null }], maanden)
  const dicht = await findDicht(work, [{ indicator, rijen: geteld }])
  const { definitie, eigenaar, versie } = kaartVan(
    indicator,
    stand.van,
    await findEigenaren(work, work.today),
  )
  const { bron, bekendOp } = herkomstVan(indicator, stand)
  const perioden = langerVan(
    indicator.maat,
    geteld.map((rij) => ({ ...rij, dicht: dicht(indicator, rij.zaken) })),
    stand.kleinsteGetal,
  )
  const rijen = perioden.map((rij) => ({
    ...rij,
    indicator: indicator.naam,
    definitie,
    versie,
    eigenaar,
    bron,
    bekendOp,
  }))
  return { ...listPage(rijen, query, ''), ...standVan(stand) }
}

/** The cases that the asker may open, each with its file. */
export async function readIndicatorgevallen(work: Work, id: string, query: Vraag & Lijst) {
  const indicator = vind(id)
  if (isRejection(indicator)) return indicator
  const stand = await readMaandstand(work, query)
  if (isRejection(stand)) return stand
  const gevallen = await listGevallen(work, indicator, stand)
  const open = await listTeOpenen(
    work,
    indicator.zaak,
    gevallen.map(({ zaak }) => zaak),
  )
  const perZaak = new Map(open.map((rij) => [rij.zaak, rij]))
  const zichtbaar = gevallen.filter(({ zaak }) => perZaak.has(zaak))
  const start = (query.pagina - 1) * query.aantalPerPagina
  const bladzij = zichtbaar.slice(start, start + query.aantalPerPagina)
  const personen = bladzij.map(({ zaak }) => perZaak.get(zaak)!.persoonId)
  work.saw(...personen)
  const namen = await namenVan(work, personen)
  return {
    count: zichtbaar.length,
    results: bladzij.map(({ zaak, teller, waarde }, i) => ({
      zaak,
      persoonId: personen[i] ?? null,
      naam: perZaak.get(zaak)!.naam ?? namen.get(personen[i] ?? '') ?? 'Zonder naam',
      telt: teller,
      waarde,
    })),
    ...standVan(stand),
  }
}

async function namenVan(work: Work, personen: readonly (Id | null)[]): Promise<Map<string, string>> {
  const ids = [...new Set(personen.filter((id): id is Id => id !== null))]
  if (ids.length === 0) return new Map()
  const rows = await work.db.selectFrom('persoon').selectAll().where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, weergavenaam({ ...row, isNn: row.is_nn })]))
}
