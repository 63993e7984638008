import { listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection } from '../../../shared/rejection.ts'
import { weergavenaam } from '../../persoon/domain/rules.ts'
import { maten, type Niveau, type Per, versieOp } from '../domain/indicator.ts'
import { type Beschermd, type Gegroepeerd, protectCijfers } from '../domain/indicator-afscherming.ts'
import type { Indicatorcijfer } from '../domain/indicator-contract.ts'
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

const kaartVan = (indicator: Indicator, maand: PlainDate) => {
  const { gevallen: _, kleineCel: __, maat, zaak: ___, ...kaart } = indicator
  return {
    ...kaart,
    niveaus: [...kaart.niveaus],
    per: [...kaart.per],
    bronnen: [...kaart.bronnen],
    eenheid: maten[maat],
    versie: versieOp(indicator, maand).versie,
    versies: indicator.versies.map((versie) => ({ ...versie })),
  }
}

const standVan = ({ maand, van, peildatum, bekendOp, kleinsteGetal }: Maandstand) => ({
  maand,
  van,
  peildatum,
  bekendOp,
  kleinsteGetal,
})

/** Hides what is too small for who asks. */
async function bescherm(
  work: Work,
  indicator: Indicator,
  stand: Maandstand,
  rijen: readonly Getelde[],
  totaal: Getelde | null,
): Promise<Beschermd[]> {
  const met = async (rij: Getelde): Promise<Gegroepeerd> => ({
    ...rij,
    metGemeente: indicator.per.includes('gemeente') ? rij.metGemeente : null,
    dicht: await countDicht(work, indicator, rij.zaken),
  })
  return protectCijfers(
    indicator.maat,
    await Promise.all(rijen.map(met)),
    totaal && (await met(totaal)),
    indicator.kleineCel === 'geen' ? null : stand.kleinsteGetal,
  )
}

/** Of how many cases the asker may not open the file; null when that is all of them, or when they are too many to look up. */
async function countDicht(
  work: Work,
  indicator: Indicator,
  zaken: readonly Id[] | null,
): Promise<number | null> {
  if (zaken === null || indicator.kleineCel === 'geen') return null
  const uniek = [...new Set(zaken)]
  const open = (await listTeOpenen(work, indicator.zaak, uniek)).length
  return open === 0 ? null : uniek.length - open
}

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
  const rijen: Omit<Indicatorcijfer, 'volgorde'>[] = []
  for (const indicator of gevraagd) {
    const van = async (wanneer: keyof typeof standen) =>
      (
        await bescherm(
          work,
          indicator,
          stand,
          geteld.filter(({ id }) => id === `${indicator.id} ${wanneer}`),
          null,
        )
      )[0]!
    const { groep: _, ...nu } = await van('nu')
    const [maand, jaar] = [await van('maand'), await van('jaar')]
    rijen.push({
      ...kaartVan(indicator, stand.van),
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
  const zonderGroep = async (rij: Getelde) => {
    const { groep: _, ...cijfer } = (await bescherm(work, indicator, stand, [rij], null))[0]!
    return cijfer
  }
  const verloop = []
  for (const { maand } of maanden)
    verloop.push({ maand, ...(await zonderGroep(geteld.find((rij) => rij.id === maand)!)) })
  const toenRij = geteld.find((rij) => rij.id === 'toen')
  return {
    ...kaartVan(indicator, stand.van),
    ...standVan(stand),
    verloop,
    toenBekend: toenRij ? await zonderGroep(toenRij) : null,
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
  const beschermd = await bescherm(
    work,
    indicator,
    stand,
    geteld.filter((rij) => rij.id === 'groep'),
    totaal,
  )
  const rijen = beschermd.map((rij) => ({ ...rij, groep: rij.groep ?? '', naam: namen(rij.groep) }))
  return { ...listPage(rijen, query, 'naam'), ...standVan(stand) }
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
