import { conflict } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { isKeuze } from '../../beheer/server/lookup.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import { checkStapdag } from '../../traject/domain/rules.ts'
import type { ContractInvoer, ContractStapInvoer } from '../domain/contract.ts'
import { checkContractdagen } from '../domain/rules.ts'
import { type ContractToestand, canContract, contractNaar, klaptOm } from '../domain/toestanden.ts'
import { openDossier, recordUitstroom } from './dossier.ts'
import { checkGemeente, type Gedaan, geenKeuze, type VanPersoon } from './dossier-commands.ts'
import { insertPartijen, insertStapbaar, lockStapbaar, updateStapbaar } from './store.ts'

/** UIT-05, UIT-06: the contract with its parties, the agreements of a good neighbour and tenant, and its days. */
export async function registerContract(
  work: Work,
  input: VanPersoon<ContractInvoer>,
): Promise<Gedaan | Rejection> {
  if (!(await isKeuze(work, 'woningtype', input.woningtype))) return geenKeuze('woningtype')
  const refused = checkContractdagen(input) ?? (await checkGemeente(work, input.gemeenteCode))
  if (refused) return refused
  const opened = await openDossier(work, input.persoonId)
  if (isRejection(opened)) return opened
  const { row, dossiers } = opened
  const wrong = await checkAanbod(work, input.woningaanbodId, dossiers)
  if (wrong) return wrong
  await keepInBeeld(work, opened.persoon.id, input)
  const id = await insertStapbaar(work, 'huurcontract', {
    dossier_id: row.id,
    persoon_id: row.persoon_id,
    woningaanbod_id: input.woningaanbodId,
    soort: input.soort,
    status: 'lopend',
    woningtype: input.woningtype,
    gemeente_code: input.gemeenteCode,
    begonnen_op: input.begonnenOp,
    afspraken: input.afspraken,
    evaluatie_op: input.evaluatieOp,
    omklap_op: klaptOm.includes(input.soort) ? input.omklapOp : null,
  })
  if (isRejection(id)) return id
  await insertPartijen(work, { id, persoonId: row.persoon_id }, partijenOf(input))
  await recordUitstroom(work, 'ContractVastgelegd', {
    tabel: 'huurcontract',
    id,
    persoonId: row.persoon_id,
    op: input.begonnenOp,
    gegevens: { versie: 1, contractsoort: input.soort },
  })
  return { id, versie: 1 }
}

/** Whose contract must still be turned over has somebody who is responsible (`contract_heeft_opvolging`); the asker when nobody is. */
async function keepInBeeld(work: Work, persoonId: Id, input: ContractInvoer): Promise<void> {
  const dag = input.evaluatieOp ?? input.omklapOp
  if (!klaptOm.includes(input.soort) || dag === null) return
  const open = await work.db
    .selectFrom('opvolging')
    .select('id')
    .where('persoon_id', '=', persoonId)
    .where('status', '=', 'open')
    .executeTakeFirst()
  if (!open)
    await setOpvolging(
      work,
      { persoonId },
      {
        organisatieId: work.vrager.organisatieId!,
        contactpersoonId: work.vrager.gebruikerId!,
        volgendeStap: 'Samen terugkijken op het contract van de woning',
        volgendeStapOp: dag,
      },
    )
}

function partijenOf(input: ContractInvoer) {
  return (['verhuurder', 'hoofdhuurder', 'begeleider'] as const).flatMap((rol) =>
    input[rol] ? [{ rol, naam: input[rol] }] : [],
  )
}

async function checkAanbod(
  work: Work,
  id: Id | null,
  dossiers: readonly Id[],
): Promise<undefined | Rejection> {
  if (id === null) return undefined
  const row = await work.db
    .selectFrom('woningaanbod')
    .select('id')
    .where('id', '=', id)
    .where('persoon_id', 'in', [...dossiers])
    .where('status', '=', 'aanvaard')
    .executeTakeFirst()
  return row
    ? undefined
    : reject('aanbod_niet_aanvaard', 'Kies een aanbod dat de cliënt heeft aanvaard.', {
        field: 'woningaanbodId',
        status: 422,
      })
}

/** Looking back together, turning it into a regular contract, or ending it. */
export async function stepContract(
  work: Work,
  input: ContractStapInvoer & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const row = await lockStapbaar(work, 'huurcontract', input.id)
  if (!row) return notFound('Dit contract')
  work.saw(row.persoon_id)
  if (row.versie !== input.versie) return conflict(work, 'huurcontract', row.id, input.versie)
  const toestand = row.status as ContractToestand
  const mag = canContract(toestand, row.soort, input.actie)
  if (!mag.ok) return reject('kan_nu_niet', mag.reden, { field: 'actie' })
  const refused =
    checkStapdag(input.op, work.today, { voor: row.begonnen_op, wat: 'Het contract begon op' }) ??
    checkContractdagen({
      begonnenOp: row.begonnen_op,
      evaluatieOp: input.evaluatieOp,
      omklapOp: input.omklapOp,
    })
  if (refused) return refused
  const naar = contractNaar(toestand, input.actie)!
  const versie = await updateStapbaar(work, 'huurcontract', row, { status: naar, ...stapWaarden(input, row) })
  if (isRejection(versie)) return versie
  await recordUitstroom(work, contractGebeurtenis[input.actie], {
    tabel: 'huurcontract',
    id: row.id,
    persoonId: row.persoon_id,
    op: input.op,
    gegevens: {
      versie,
      ...(input.toelichting && { toelichting: input.toelichting }),
      wijzigingen:
        naar === toestand
          ? { evaluatieOp: [row.evaluatie_op, input.evaluatieOp] }
          : { status: [toestand, naar] },
    },
  })
  return { id: row.id, versie }
}

const contractGebeurtenis = {
  evalueren: 'ContractGeevalueerd',
  omzetten: 'ContractOmgezet',
  beeindigen: 'ContractBeeindigd',
} as const

function stapWaarden(
  input: ContractStapInvoer,
  row: { readonly omklap_op: string | null; readonly status: string },
) {
  switch (input.actie) {
    case 'omzetten':
      return { omgezet_op: input.op, evaluatie_op: input.evaluatieOp }
    case 'beeindigen':
      return { geeindigd_op: input.op, eindreden: input.toelichting }
    default:
      return evaluatieWaarden(input, row)
  }
}

/** Left open, the next look back is on the day of turning over; when nothing has to be turned over none is planned. */
function evaluatieWaarden(
  input: ContractStapInvoer,
  row: { readonly omklap_op: string | null; readonly status: string },
) {
  const klaptNogOm = row.omklap_op !== null && row.status === 'lopend'
  const omklap_op = klaptNogOm ? (input.omklapOp ?? row.omklap_op) : row.omklap_op
  return { evaluatie_op: input.evaluatieOp ?? (klaptNogOm ? omklap_op : null), omklap_op }
}
