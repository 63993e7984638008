import { sql } from 'kysely'
import type { z } from 'zod'
import { listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import type { Opdracht } from '../domain/berekening.ts'
import type { listSchattingen } from '../domain/contract.ts'
import type { Loop } from '../domain/loop.ts'
import type { Maatregel } from '../domain/maatregel.ts'
import { maten } from '../domain/maten.ts'
import type { Berekening, Cijferrij, listCijfers, Uitkomstvorm } from '../domain/scenario-contract.ts'
import { compareLopen, type Uitkomst } from '../domain/uitkomst.ts'
import { joinGelopen } from './berekening-commands.ts'
import { type Gerekend, listArmen, listGerekend } from './berekening-store.ts'
import { findUitgangspunt } from './scenario-store.ts'

interface Rij {
  readonly id: Id
  readonly scenarioId: Id
  readonly scenario: string
  readonly uitgangspuntId: Id
  readonly opdracht: Opdracht
  readonly maatregelen: Maatregel[]
  readonly stand: Berekening['stand']
  readonly fout: string | null
  readonly uitkomst: string | null
  readonly gemaaktOp: Date
  readonly gemaaktDoor: string
  readonly klaarOp: Date | null
  readonly peildatum: PlainDate
  readonly controlegetal: string
  readonly klaar: number
  readonly totaal: number
  /** Of one of the chains: how many replications without a gap. */
  readonly seconden: number | null
}

async function findRij(work: Work, id: Id): Promise<Rij | undefined> {
  const { rows } = await sql<Rij>`
    select b.id, b.scenario_id as "scenarioId", s.naam as scenario, b.uitgangspunt_id as "uitgangspuntId", b.opdracht, b.maatregelen, b.stand, b.fout, b.uitkomst,
      b.gemaakt_op as "gemaaktOp", g.naam as "gemaaktDoor", b.klaar_op as "klaarOp", u.peildatum, u.controlegetal, d.klaar, d.totaal, d.seconden
    from onderdak.berekening b join onderdak.scenario s on s.id = b.scenario_id join onderdak.gebruiker g on g.id = b.gemaakt_door join onderdak.uitgangspunt u on u.id = b.uitgangspunt_id
    cross join lateral (
      select coalesce(sum(d.aantal) filter (where d.waarden is not null), 0)::int as klaar, coalesce(sum(d.aantal), 0)::int as totaal,
        extract(epoch from max(d.klaar_op) - min(d.klaar_op))::float as seconden
      from onderdak.berekening_deel d where d.berekening_id = b.id) d
    where b.regio_id = ${work.regioId} and b.id = ${id} and s.verwijderd_op is null`.execute(work.db)
  return rows[0]
}

export async function readBerekening(work: Work, id: Id): Promise<Berekening | Rejection> {
  const rij = await findRij(work, id)
  if (!rij) return notFound('Deze berekening')
  const { uitgangspuntId, klaar, totaal, seconden, gemaaktOp, klaarOp, uitkomst, opdracht, ...rest } = rij
  const punt = await findUitgangspunt(work, uitgangspuntId)
  const product = opdracht.soort === 'doel' ? opdracht.product : null
  const voorlopig = rij.stand === 'bezig' ? await readVoorlopig(work, rij) : null
  return {
    ...rest,
    opdracht,
    productNaam: product && (punt.producten.find((one) => one.id === product)?.naam ?? null),
    gemaaktOp: gemaaktOp.toISOString(),
    klaarOp: klaarOp?.toISOString() ?? null,
    voortgang: {
      deel: rij.stand === 'bezig' ? (totaal > 0 ? klaar / totaal : 0) : 1,
      herhalingen: klaar,
      totaal,
      nogSeconden:
        rij.stand === 'bezig' && seconden !== null && seconden > 0 && klaar > 0
          ? Math.ceil((seconden / klaar) * (totaal - klaar))
          : null,
    },
    isVoorlopig: voorlopig !== null,
    uitkomst: (uitkomst ? JSON.parse(uitkomst) : voorlopig) as Uitkomstvorm | null,
  }
}

/** A comparison that is ready with the chain it started from; a first look is none. */
export async function readVergelijking(work: Work, id: Id) {
  const berekening = await readBerekening(work, id)
  if (isRejection(berekening)) return berekening
  const { uitkomst, stand } = berekening
  if (uitkomst?.soort !== 'vergelijking' || stand !== 'klaar')
    return reject('niet_klaar', 'Dit is er van een vergelijking met en zonder de maatregelen die klaar is.', {
      status: 409,
    })
  const { uitgangspuntId } = (await findRij(work, id))!
  return { berekening, uitkomst, punt: await findUitgangspunt(work, uitgangspuntId) }
}

/** Every estimate that a berekening rests on, as it was on the day of its chain. */
export async function readSchattingen(
  work: Work,
  id: Id,
  query: z.output<(typeof listSchattingen)['query']>,
) {
  const rij = await findRij(work, id)
  if (!rij) return notFound('Deze berekening')
  const { parameters } = await findUitgangspunt(work, rij.uitgangspuntId)
  return listPage(parameters, query, 'volgorde')
}

/** How many replications a first look rests on at most: it must come at once. */
const EERSTE_BLIK = 50

/** What the first replications say, when both chains have them. */
async function readVoorlopig(work: Work, rij: Rij): Promise<Uitkomst | null> {
  if (rij.opdracht.soort !== 'vergelijking') return null
  const punt = await findUitgangspunt(work, rij.uitgangspuntId)
  const armen = await listArmen(work, rij.id)
  const gerekend = await listGerekend(work, rij.id, EERSTE_BLIK)
  const tot = Math.min(...armen.map((_, arm) => zonderGat(gerekend.filter((one) => one.arm === arm))))
  if (tot === 0) return null
  const eerste = gerekend.filter(({ deel }) => deel.eerste + deel.aantal <= tot)
  const [basis, met] = joinGelopen(rij, punt, armen, eerste).map(({ loop }) => loop) as [Loop, Loop]
  return compareLopen(punt, rij.maatregelen, basis, met)
}

/** How many replications there are from the first on, without a gap. */
function zonderGat(gerekend: readonly Gerekend[]): number {
  let next = 0
  for (const { deel } of gerekend) if (deel.eerste === next) next += deel.aantal
  return next
}

const woorden: Readonly<Record<string, string>> = {
  ...maten,
  wachttijd: 'Dagen gewacht, gemiddeld, van wie een plek kreeg',
  nachten_zonder_plek: 'Nachten zonder plek in de opvang',
}

/** Every figure of the years as a row, to take along. */
export async function readCijfers(work: Work, id: Id, query: z.output<(typeof listCijfers)['query']>) {
  const berekening = await readBerekening(work, id)
  if (isRejection(berekening)) return berekening
  const { uitkomst, isVoorlopig } = berekening
  if (uitkomst?.soort !== 'vergelijking' || isVoorlopig)
    return reject('geen_cijfers', 'Van deze berekening zijn er (nog) geen cijfers per jaar.', { status: 409 })
  const rijen = uitkomst.cijfers
    .filter(({ maat }) => query.maat === undefined || maat === query.maat)
    .map((cijfer, volgorde): Cijferrij => {
      const jaar = uitkomst.jaren.find((one) => one.jaar === cijfer.jaar)!
      return {
        volgorde,
        naam: cijfer.naam,
        wat: woorden[cijfer.maat] ?? cijfer.maat,
        jaar: `${formatLong(jaar.van)} tot ${formatLong(jaar.tot)}`,
        zonder: cijfer.basis.gemiddeld,
        zonderLaag: cijfer.basis.laag,
        zonderHoog: cijfer.basis.hoog,
        met: cijfer.met.gemiddeld,
        metLaag: cijfer.met.laag,
        metHoog: cijfer.met.hoog,
        verschil: cijfer.verschil.gemiddeld,
        verschilLaag: cijfer.verschil.laag,
        verschilHoog: cijfer.verschil.hoog,
      }
    })
  return listPage(rijen, query, 'volgorde')
}
