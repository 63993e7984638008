import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { getPersoonKern } from '../../persoon/server/lookup.ts'
import type { HuisverbodInvoer } from '../domain/contract.ts'
import type { VtSoort } from '../domain/keuzes.ts'
import { checkVerlenging, HUISVERBOD_DAGEN, type Verbod, verbodActiesOp } from '../domain/rules.ts'
import { insertRij, lockRij, type Rij, updateRij } from './store.ts'

type Gedaan = { id: Id; versie: number }

const inToekomst = (field: string): Rejection =>
  reject('dag_in_toekomst', 'Kies vandaag of een dag die voorbij is.', { field, status: 422 })

/** A huisverbod as a fact, at the client who must leave the house. It ends by itself ten days later (Wth art. 2). */
export async function registerHuisverbod(
  work: Work,
  input: HuisverbodInvoer & { readonly persoonId: Id },
): Promise<Gedaan | Rejection> {
  const persoon = await getPersoonKern(work, input.persoonId)
  if (!persoon) return notFound('Deze cliënt')
  if (input.opgelegdOp > work.today) return inToekomst('opgelegdOp')
  if (input.veiligThuisOp && input.veiligThuisOp > work.today) return inToekomst('veiligThuisOp')
  const gemeente = await work.db
    .selectFrom('gemeente')
    .select('code')
    .where('code', '=', input.gemeenteCode)
    .executeTakeFirst()
  if (!gemeente)
    return reject('gemeente_onbekend', 'Kies de gemeente van de burgemeester.', {
      field: 'gemeenteCode',
      status: 422,
    })
  const id = work.newId()
  const failed = await insertRij(work, 'huisverbod', {
    id,
    persoon_id: persoon.id,
    besluitnummer: input.besluitnummer,
    gemeente_code: input.gemeenteCode,
    opgelegd_op: input.opgelegdOp,
    tot: addDays(input.opgelegdOp, HUISVERBOD_DAGEN),
    veilig_thuis_op: input.veiligThuisOp ?? null,
    procesregisseur: input.procesregisseur || null,
  })
  if (failed) return failed
  await record(work, { id, persoon_id: persoon.id }, 'HuisverbodOpgelegd', input.opgelegdOp, { versie: 1 })
  return { id, versie: 1 }
}

export function verbodOf(row: Rij<'huisverbod'>): Verbod {
  return {
    opgelegdOp: row.opgelegd_op,
    tot: row.tot,
    verlengdTot: row.verlengd_tot,
    ingetrokkenOp: row.ingetrokken_op,
  }
}

/** Extending, to at most four weeks after the first day (Wth art. 9). */
export async function extendHuisverbod(
  work: Work,
  input: {
    readonly id: Id
    readonly versie: number
    readonly op: PlainDate
    readonly verlengdTot: PlainDate
  },
): Promise<Gedaan | Rejection> {
  const row = await lockRij(work, 'huisverbod', input)
  if (isRejection(row)) return row
  const refused = checkVerlenging(verbodOf(row), { ...input, today: work.today })
  if (refused) return refused
  const versie = await updateRij(work, 'huisverbod', row, {
    verlengd_op: input.op,
    verlengd_tot: input.verlengdTot,
  })
  if (isRejection(versie)) return versie
  const wijzigingen = { verlengdTot: [null, input.verlengdTot] }
  await record(work, row, 'HuisverbodVerlengd', input.op, { versie, wijzigingen })
  return { id: row.id, versie }
}

export async function withdrawHuisverbod(
  work: Work,
  input: { readonly id: Id; readonly versie: number; readonly op: PlainDate },
): Promise<Gedaan | Rejection> {
  const row = await lockRij(work, 'huisverbod', input)
  if (isRejection(row)) return row
  if (!verbodActiesOp(verbodOf(row), work.today).includes('intrekken'))
    return reject('verbod_geldt_niet', 'Dit huisverbod geldt niet meer. Intrekken kan dan niet.')
  if (input.op > work.today) return inToekomst('op')
  const versie = await updateRij(work, 'huisverbod', row, { ingetrokken_op: input.op })
  if (isRejection(versie)) return versie
  const wijzigingen = { ingetrokkenOp: [null, input.op] }
  await record(work, row, 'HuisverbodIngetrokken', input.op, { versie, wijzigingen })
  return { id: row.id, versie }
}

async function record(
  work: Work,
  row: { id: Id; persoon_id: Id },
  soort: string,
  op: PlainDate,
  gegevens: Record<string, unknown>,
): Promise<void> {
  const about = { onderwerpSoort: 'huisverbod', onderwerpId: row.id, persoonId: row.persoon_id } as const
  await work.record({ soort, ...about, op, gegevens })
}

/** That Veilig Thuis is involved, with days; never what was said. */
export async function registerVeiligThuis(
  work: Work,
  input: {
    readonly persoonId: Id
    readonly soort: z.infer<typeof VtSoort>
    readonly van: PlainDate
    readonly kenmerk?: string | null | undefined
  },
): Promise<Gedaan | Rejection> {
  const persoon = await getPersoonKern(work, input.persoonId)
  if (!persoon) return notFound('Deze cliënt')
  if (input.van > work.today) return inToekomst('van')
  const id = work.newId()
  const failed = await insertRij(work, 'veilig_thuis', {
    id,
    persoon_id: persoon.id,
    soort: input.soort,
    van: input.van,
    kenmerk: input.kenmerk || null,
  })
  if (failed) return failed
  await recordVt(work, { id, persoon_id: persoon.id }, 'VeiligThuisBetrokken', input.van, { versie: 1 })
  return { id, versie: 1 }
}

export async function endVeiligThuis(
  work: Work,
  input: { readonly id: Id; readonly versie: number; readonly op: PlainDate },
): Promise<Gedaan | Rejection> {
  const row = await lockRij(work, 'veilig_thuis', input)
  if (isRejection(row)) return row
  if (row.tot !== null) return reject('al_geeindigd', 'Dit was al afgerond.')
  if (input.op < row.van || input.op > work.today)
    return reject('dag_onjuist', 'Kies een dag vanaf het begin en niet in de toekomst.', {
      field: 'op',
      status: 422,
    })
  const versie = await updateRij(work, 'veilig_thuis', row, { tot: input.op })
  if (isRejection(versie)) return versie
  await recordVt(work, row, 'VeiligThuisKlaar', input.op, { versie, wijzigingen: { tot: [null, input.op] } })
  return { id: row.id, versie }
}

async function recordVt(
  work: Work,
  row: { id: Id; persoon_id: Id },
  soort: string,
  op: PlainDate,
  gegevens: Record<string, unknown>,
): Promise<void> {
  const about = { onderwerpSoort: 'veilig_thuis', onderwerpId: row.id, persoonId: row.persoon_id } as const
  await work.record({ soort, ...about, op, gegevens })
}
