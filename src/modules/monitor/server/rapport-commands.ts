import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { periodeVanKwartaal } from '../../../shared/kwartaal.ts'
import { addDays } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection } from '../../../shared/rejection.ts'
import { findDuidingen, findEigenaren, findVerteld } from '../../duiding/server/lookup.ts'
import { jaarwijzeVan, tweeJaren } from '../domain/jaarcijfer.ts'
import type { Rapportcijfer, RapportInvoer } from '../domain/rapport-contract.ts'
import { herkomstVan, kaartVan } from './afscherming.ts'
import { listVanNiveau, MAANDEN, readReeksen, standenVan } from './dashboard-queries.ts'
import type { Indicator } from './indicator.ts'
import { readKwartalen } from './kwartaal-queries.ts'
import { readGemeentereeksen } from './rapport-gemeenten.ts'
import { freezeRapport, insertDelen, insertRapport, lockRapport, takeDelen } from './rapport-store.ts'
import { findKleinsteGetalVanRegio, monthsBefore } from './stand.ts'
import { type Maandstand, readMaandstand } from './telling.ts'

/** How many indicators are counted in one step of the background work: after each one the progress shows. */
const PER_STAP = 8

export const TAAK = 'rapport-tellen'

/** The months that a report is about, the last one last. */
export function maandenVan({ soort, periode }: Pick<RapportInvoer, 'soort' | 'periode'>): string[] {
  if (soort === 'maand') return [periode]
  const van = soort === 'jaar' ? `${periode}-01-01` : periodeVanKwartaal(periode).van
  return Array.from({ length: soort === 'jaar' ? 12 : 3 }, (_, maand) =>
    monthsBefore(van, -maand).slice(0, 7),
  )
}

/** How many months are counted up to the last one: a report over a year has the whole year before beside it. */
const standenIn = (soort: RapportInvoer['soort']) => (soort === 'jaar' ? 24 : MAANDEN)

/** As known at the end of yesterday, so that every step counts from the same facts; as known now where that was not kept. */
async function readStand(work: Work, input: RapportInvoer): Promise<Maandstand | Rejection> {
  const maand = maandenVan(input).at(-1)!
  const gisteren = await readMaandstand(work, { maand, bekendOp: addDays(work.today, -1) })
  return isRejection(gisteren) ? readMaandstand(work, { maand }) : gisteren
}

/** Puts a report in the queue; counting goes on behind the screen. */
export async function makeRapport(work: Work, input: RapportInvoer): Promise<{ id: Id } | Rejection> {
  const stand = await readStand(work, input)
  if (isRejection(stand)) return { ...stand, field: 'periode' }
  const id = await insertRapport(work, {
    ...input,
    bekendOp: stand.bekendOp,
    totaal: (await listVanNiveau(work, input.niveau, stand, work.now)).length,
  })
  await work.enqueue({ naam: TAAK, gegevens: { rapportId: id } })
  await work.record({
    soort: 'RapportGevraagd',
    onderwerpSoort: 'rapport',
    onderwerpId: id,
    op: work.today,
    gegevens: { ...input },
  })
  return { id }
}

/**
 * One step of a report, as the system: counts the next indicators, protected as for somebody who may open nothing, because everybody
 * who may see figures reads it. Runs again without harm: the row says how far it is.
 */
export async function countRapport(work: Work, id: Id): Promise<void> {
  const rapport = await lockRapport(work, id)
  if (!rapport || rapport.klaar_op !== null) return
  const vraag = rapport as typeof rapport & RapportInvoer
  const stand = await readMaandstand(work, {
    maand: maandenVan(vraag).at(-1)!,
    ...(rapport.bekend_op !== null && { bekendOp: rapport.bekend_op }),
  })
  if (isRejection(stand)) throw new Error(`rapport ${id}: ${stand.code}`)
  const kleinsteGetal = await findKleinsteGetalVanRegio(work)
  const standen = standenVan({ ...stand, kleinsteGetal }, standenIn(vraag.soort))
  const alle = await listVanNiveau(work, vraag.niveau, stand, rapport.gemaakt_op)
  const cijfers = await countCijfers(work, {
    soort: vraag.soort,
    indicatoren: alle.slice(rapport.geteld, rapport.geteld + PER_STAP),
    standen,
  })
  await insertDelen(work, rapport, cijfers)
  if (rapport.geteld + cijfers.length < rapport.totaal)
    return work.enqueue({ naam: TAAK, gegevens: { rapportId: id } })
  await finish(work, id, vraag, kleinsteGetal)
}

async function countCijfers(
  work: Work,
  input: {
    readonly soort: RapportInvoer['soort']
    readonly indicatoren: readonly Indicator[]
    readonly standen: readonly Maandstand[]
  },
): Promise<Rapportcijfer[]> {
  const { indicatoren, standen } = input
  const laatste = standen.at(-1)!
  const eigenaren = await findEigenaren(work, work.today)
  const reeksen = await readReeksen(work, { indicatoren, standen, gekozen: null, voorIedereen: true })
  const gemeenten = input.soort === 'jaar' ? await readGemeentereeksen(work, { indicatoren, standen }) : null
  const kwartalen =
    input.soort === 'kwartaal'
      ? await readKwartalen(work, { indicatoren, standen: standen.slice(-3), voorIedereen: true })
      : null
  return reeksen.map(({ indicator, cijfers }): Rapportcijfer => {
    const kwartaal = kwartalen?.get(indicator.id)?.[0]
    const kaart = kaartVan(indicator, laatste.van, eigenaren)
    const wijze = jaarwijzeVan(kaart)
    return {
      ...kaart,
      bron: herkomstVan(indicator, laatste).bron,
      verloop: cijfers.map((cijfer, i) => ({
        maand: standen[i]!.maand,
        peildatum: standen[i]!.peildatum,
        ...cijfer,
      })),
      ...(kwartaal && {
        kwartaal: {
          waarde: kwartaal.waarde,
          gevallen: kwartaal.gevallen,
          afgeschermd: kwartaal.afgeschermd,
        },
      }),
      ...(gemeenten && {
        jaar: {
          wijze,
          ...tweeJaren(wijze, cijfers),
          gemeenten: (gemeenten.get(indicator.id) ?? []).map(({ naam, maanden }) => ({
            naam,
            ...tweeJaren(wijze, maanden),
          })),
        },
      }),
    }
  })
}

async function finish(work: Work, id: Id, vraag: RapportInvoer & { bekend_op: string | null }, min: number) {
  const maanden = maandenVan(vraag)
  const { naam } = await work.db
    .selectFrom('regio')
    .select('naam')
    .where('id', '=', work.regioId)
    .executeTakeFirstOrThrow()
  const cijfers = await takeDelen(work, id)
  const namen = new Set(cijfers.map((cijfer) => cijfer.id))
  const perMaand = async <T extends { indicator: string }>(zoek: (maand: string) => Promise<T[]>) =>
    (await Promise.all(maanden.map(zoek))).flat().filter(({ indicator }) => namen.has(indicator))
  await freezeRapport(work, id, {
    vorm: 1,
    soort: vraag.soort,
    periode: vraag.periode,
    niveau: vraag.niveau,
    regio: naam,
    maanden,
    bekendOp: vraag.bekend_op,
    kleinsteGetal: min,
    cijfers,
    duidingen: (await perMaand((maand) => findDuidingen(work, { maand, niveau: vraag.niveau }))).map(
      ({ id: duiding, versie }) => ({ id: duiding, versie }),
    ),
    verhalen: (await perMaand((maand) => findVerteld(work, { maand }))).map((verhaal) => verhaal.id),
  })
  await work.record({
    soort: 'RapportKlaar',
    onderwerpSoort: 'rapport',
    onderwerpId: id,
    op: work.today,
    gegevens: {},
  })
}
