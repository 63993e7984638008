import { listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import { kwartaalOf, laatsteHeleKwartaal, periodeVanKwartaal } from '../../../shared/kwartaal.ts'
import { addDays, addMonths, type PlainDate } from '../../../shared/plain-date.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { findDuidingen, findEigenaren } from '../../duiding/server/lookup.ts'
import { type Niveau, niveaus } from '../domain/indicator.ts'
import type { Jaarpunt } from '../domain/jaarcijfer.ts'
import type { Kwartaalcijfer } from '../domain/kwartaal-contract.ts'
import { isOptelbaar, type Langer, langerVan } from '../domain/langer.ts'
import { findDicht, herkomstVan, kaartVan, standVan } from './afscherming.ts'
import { listVanNiveau, readReeksen, standenVan } from './dashboard-queries.ts'
import type { Indicator } from './indicator.ts'
import { indicatoren } from './indicatoren.ts'
import { type Maandstand, readMaandstand, telReeks, verschuif } from './telling.ts'

/** The quarters of a row of months, newest first, of each indicator whose months add up. */
export async function readKwartalen(
  work: Work,
  input: {
    readonly indicatoren: readonly Indicator[]
    readonly standen: readonly Maandstand[]
    /** Protected as for somebody who may open nothing: for what others read. */
    readonly voorIedereen?: boolean
  },
): Promise<ReadonlyMap<string, readonly Langer[]>> {
  const met = input.indicatoren.filter(isOptelbaar)
  const geteld = await telReeks(
    work,
    met.map((indicator) => ({ id: indicator.id, indicator, per: null })),
    input.standen,
  )
  const rijenVan = ({ id }: Indicator) => geteld.filter((rij) => rij.id === id)
  const dicht = input.voorIedereen
    ? () => null
    : await findDicht(
        work,
        met.map((indicator) => ({ indicator, rijen: rijenVan(indicator) })),
      )
  const { kleinsteGetal } = input.standen[0]!
  return new Map(
    met.map((indicator) => [
      indicator.id,
      langerVan(
        indicator.maat,
        rijenVan(indicator).map((rij) => ({ ...rij, dicht: dicht(indicator, rij.zaken) })),
        kleinsteGetal,
      ),
    ]),
  )
}

interface Vraag {
  readonly pagina: number
  readonly aantalPerPagina: number
  readonly sorteer: string
  readonly kwartaal?: string | undefined
  readonly bekendOp?: PlainDate | undefined
  readonly niveau?: Niveau | undefined
}

/** Every indicator of a quarter beside the quarter before, as far as its months add up or else by its last month, and what was said about it. */
export async function readKwartaalcijfers(work: Work, query: Vraag) {
  const kwartaal = query.kwartaal ?? laatsteHeleKwartaal(work.today)
  const { van, tot } = periodeVanKwartaal(kwartaal)
  const stand = await readMaandstand(work, {
    maand: addMonths(tot, -1).slice(0, 7),
    bekendOp: query.bekendOp,
  })
  if (isRejection(stand)) return stand.field === 'maand' ? { ...stand, field: 'kwartaal' } : stand
  const gevraagd = await listGevraagd(work, query.niveau, stand)
  const reeksen = await readReeksen(work, {
    indicatoren: gevraagd,
    standen: [verschuif(stand, 3), stand],
    gekozen: null,
  })
  const kwartalen = await readKwartalen(work, { indicatoren: gevraagd, standen: standenVan(stand, 6) })
  const duidingen = (await findDuidingen(work, {})).filter(
    ({ maand }) => kwartaalOf(`${maand}-01`) === kwartaal,
  )
  const eigenaren = await findEigenaren(work, work.today)
  const rijen = reeksen.map(({ indicator, cijfers }, volgorde): Kwartaalcijfer => {
    const heel = kwartalen.get(indicator.id)
    const [dit, vorig] = heel ? [heel[0]!, heel[1]!] : [cijfers[1]!, cijfers[0]!]
    return {
      ...kaartVan(indicator, stand.van, eigenaren),
      ...herkomstVan(indicator, stand),
      waarover: waarover(indicator),
      waarde: dit.waarde,
      afgeschermd: dit.afgeschermd,
      vorig: vorig.waarde,
      vorigAfgeschermd: vorig.afgeschermd,
      ...verschilVan(dit, vorig),
      uitleg: duidingen
        .filter((rij) => rij.indicator === indicator.id)
        .map(({ tekst, auteur, organisatie }) => `${tekst} (${auteur}, ${organisatie})`)
        .join('\n\n'),
      volgorde,
    }
  })
  return {
    ...listPage(rijen, query, 'volgorde'),
    ...standVan(stand),
    kwartaal,
    vorigKwartaal: kwartaalOf(addDays(van, -1)),
  }
}

async function listGevraagd(work: Work, niveau: Niveau | undefined, stand: Maandstand) {
  const welke = niveau ? [niveau] : (Object.keys(niveaus) as Niveau[])
  const ids = new Set<string>()
  for (const een of welke) for (const { id } of await listVanNiveau(work, een, stand, work.now)) ids.add(id)
  return indicatoren.filter(({ id }) => ids.has(id))
}

const waarover = (indicator: Indicator) =>
  isOptelbaar(indicator) ? 'Heel kwartaal' : indicator.tijd === 'stand' ? 'Laatste dag' : 'Laatste maand'

function verschilVan(dit: Jaarpunt, vorig: Jaarpunt): Pick<Kwartaalcijfer, 'verschil' | 'mate'> {
  if (dit.waarde === null || vorig.waarde === null) return { verschil: null, mate: null }
  const verschil = Math.round((dit.waarde - vorig.waarde) * 10) / 10
  return {
    verschil,
    mate: vorig.waarde === 0 ? null : Math.round((Math.abs(verschil) / Math.abs(vorig.waarde)) * 1000) / 10,
  }
}
