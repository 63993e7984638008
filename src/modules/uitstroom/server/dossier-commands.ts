import { changesOf, conflict } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { findInstelling, isKeuze } from '../../beheer/server/lookup.ts'
import { listDossierIds, survivorOf } from '../../persoon/server/lookup.ts'
import { checkStapdag } from '../../traject/domain/rules.ts'
import type {
  AfrondInvoer,
  HeropenInvoer,
  OverlegInvoer,
  VoorwaardenInvoer,
  Voorwaardestand,
  WensInvoer,
} from '../domain/contract.ts'
import { canHeropenen, checkRoute, checkVoorwaarden } from '../domain/rules.ts'
import { findLopendVerblijf, type Geopend, isVertrek, openDossier, recordUitstroom } from './dossier.ts'
import { listKeuzes, listVoorwaarden } from './keuzes.ts'
import { insertOverleg, lockOpenDossier, lockStapbaar, saveVoorwaarden, updateStapbaar } from './store.ts'

export type Gedaan = { id: Id; versie: number }
export type VanPersoon<T> = T & { readonly persoonId: Id }

export const geenKeuze = (field: string) =>
  reject('keuze_onbekend', 'Kies een antwoord uit de lijst.', { field, status: 422 })

/** The gemeente must be one that the Netherlands knows: the foreign key says so, the message names the field. */
export async function checkGemeente(
  work: Work,
  code: string | null,
  field = 'gemeenteCode',
): Promise<undefined | Rejection> {
  if (code === null) return undefined
  const row = await work.db.selectFrom('gemeente').select('code').where('code', '=', code).executeTakeFirst()
  return row
    ? undefined
    : reject('gemeente_onbekend', 'Kies een gemeente uit de lijst.', { field, status: 422 })
}

/** UIT-01: where somebody wants to live, and in what. */
export async function recordWens(work: Work, input: VanPersoon<WensInvoer>): Promise<Gedaan | Rejection> {
  const opened = await openDossier(work, input.persoonId, input.versie)
  if (isRejection(opened)) return opened
  if (!(await isKeuze(work, 'woningtype', input.woningtype))) return geenKeuze('woningtype')
  const refused = await checkGemeente(work, input.gemeenteCode)
  if (refused) return refused
  const { row } = opened
  const after = { gemeente_code: input.gemeenteCode, woningtype: input.woningtype, wens: input.wens || null }
  const versie = await updateStapbaar(work, 'uitstroomdossier', row, after)
  if (isRejection(versie)) return versie
  const before = { gemeente_code: row.gemeente_code, woningtype: row.woningtype, wens: row.wens }
  await recordUitstroom(work, 'WoonwensVastgelegd', {
    tabel: 'uitstroomdossier',
    id: row.id,
    persoonId: row.persoon_id,
    op: work.today,
    gegevens: { versie, wijzigingen: changesOf(before, after) },
  })
  return { id: row.id, versie }
}

/** OVD-10: what is in order before somebody leaves, each with a short note. */
export async function recordVoorwaarden(
  work: Work,
  input: VanPersoon<VoorwaardenInvoer>,
): Promise<Gedaan | Rejection> {
  const opened = await openDossier(work, input.persoonId, input.versie)
  if (isRejection(opened)) return opened
  const { row } = opened
  const known = await listKeuzes(work, 'uitstroomvoorwaarde')
  const codes = input.voorwaarden.map((one) => one.code)
  if (new Set(codes).size < codes.length)
    return reject('voorwaarde_dubbel', 'Een voorwaarde staat er twee keer in.', {
      field: 'voorwaarden',
      status: 422,
    })
  const strange = codes.find((code) => !known.some((one) => one.code === code))
  if (strange) return geenKeuze(`voorwaarden.${codes.indexOf(strange)}.code`)
  const before = await standen(work, row.id)
  const antwoorden = input.voorwaarden.flatMap(({ code, stand, notitie }) =>
    stand === null ? [] : [{ code, stand, notitie: notitie || null }],
  )
  await saveVoorwaarden(work, row, antwoorden)
  const versie = await updateStapbaar(work, 'uitstroomdossier', row, {})
  if (isRejection(versie)) return versie
  const after = Object.fromEntries(antwoorden.map((one) => [one.code, one.stand]))
  await recordUitstroom(work, 'VoorwaardenBekeken', {
    tabel: 'uitstroomdossier',
    id: row.id,
    persoonId: row.persoon_id,
    op: work.today,
    gegevens: { versie, wijzigingen: changesOf(before, after) },
  })
  return { id: row.id, versie }
}

async function standen(work: Work, dossierId: Id): Promise<Record<string, string>> {
  const rows = await work.db
    .selectFrom('uitstroom_voorwaarde')
    .select(['code', 'stand'])
    .where('dossier_id', '=', dossierId)
    .execute()
  return Object.fromEntries(rows.map((row) => [row.code, row.stand]))
}

/** UIT-14: a talk about somebody who needs a home with haste, with what came of it. */
export async function recordOverleg(
  work: Work,
  input: VanPersoon<OverlegInvoer>,
): Promise<Gedaan | Rejection> {
  const refused = checkStapdag(input.op, work.today, null)
  if (refused) return refused
  const { pauzewoningTot } = input
  if (pauzewoningTot !== null && pauzewoningTot <= input.op)
    return reject('dag_te_vroeg', 'Kies een dag na het overleg.', { field: 'pauzewoningTot', status: 422 })
  const opened = await openDossier(work, input.persoonId)
  if (isRejection(opened)) return opened
  const { row } = opened
  const id = await insertOverleg(work, {
    dossier_id: row.id,
    persoon_id: row.persoon_id,
    op: input.op,
    uitkomst: input.uitkomst,
    pauzewoning_tot: input.uitkomst === 'pauzewoning' ? pauzewoningTot : null,
    toelichting: input.toelichting,
  })
  await recordUitstroom(work, 'MaatwerkoverlegGehouden', {
    tabel: 'maatwerkoverleg',
    id,
    persoonId: row.persoon_id,
    op: input.op,
    gegevens: { uitkomst: input.uitkomst },
  })
  return { id: row.id, versie: row.versie }
}

/** UIT-04 and UIT-09: along which way, and where to. The departure of the stay says where to, when there was one. */
export async function completeUitstroom(
  work: Work,
  input: VanPersoon<AfrondInvoer>,
): Promise<Gedaan | Rejection> {
  const opened = await openDossier(work, input.persoonId, input.versie)
  if (isRejection(opened)) return opened
  const { row, dossiers } = opened
  const refused =
    checkStapdag(input.op, work.today, { voor: row.begonnen_op, wat: 'Het dossier begon op' }) ??
    (await checkBestemming(work, opened, input)) ??
    (await checkRegels(work, row.id, input))
  if (refused) return refused
  if (await findLopendVerblijf(work, dossiers))
    return reject('verblijft_nog', 'Deze cliënt verblijft nog op een plek. Leg eerst het vertrek vast.', {
      possible: ['Leg het vertrek vast bij het verblijf, met reden en bestemming.'],
    })
  const versie = await updateStapbaar(work, 'uitstroomdossier', row, {
    afgerond_op: input.op,
    route: input.route,
    verblijf_id: input.verblijfId,
    bestemming: input.verblijfId === null ? input.bestemming : null,
    afwijking_reden: input.afwijkingReden || null,
  })
  if (isRejection(versie)) return versie
  await recordUitstroom(work, 'UitstroomAfgerond', {
    tabel: 'uitstroomdossier',
    id: row.id,
    persoonId: row.persoon_id,
    op: input.op,
    gegevens: { versie, route: input.route, wijzigingen: { route: [null, input.route] } },
  })
  return { id: row.id, versie }
}

/** A finished outflow turns out not to be one: the dossier opens again, with why. What was finished stays in the history. */
export async function reopenUitstroom(
  work: Work,
  input: HeropenInvoer & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const row = await lockStapbaar(work, 'uitstroomdossier', input.id)
  if (!row) return notFound('Dit uitstroomdossier')
  work.saw(row.persoon_id)
  if (row.versie !== input.versie) return conflict(work, 'uitstroomdossier', row.id, input.versie)
  const dossiers = await listDossierIds(work, await survivorOf(work, row.persoon_id))
  const mag = canHeropenen(
    { afgerondOp: row.afgerond_op, route: row.route },
    {
      heeftOpen: (await lockOpenDossier(work, dossiers)) !== undefined,
      verblijfBegon: (await findLopendVerblijf(work, dossiers))?.begonnenOp ?? null,
    },
  )
  if (!mag.ok) return reject('kan_niet_heropenen', mag.reden)
  const versie = await updateStapbaar(work, 'uitstroomdossier', row, {
    afgerond_op: null,
    route: null,
    verblijf_id: null,
    bestemming: null,
    afwijking_reden: null,
    heropend_op: work.today,
    heropend_reden: input.reden,
  })
  if (isRejection(versie)) return versie
  await recordUitstroom(work, 'UitstroomHeropend', {
    tabel: 'uitstroomdossier',
    id: row.id,
    persoonId: row.persoon_id,
    op: work.today,
    gegevens: {
      versie,
      reden: input.reden,
      wijzigingen: { route: [row.route, null], afgerond_op: [row.afgerond_op, null] },
    },
  })
  return { id: row.id, versie }
}

async function checkRegels(work: Work, dossierId: Id, input: AfrondInvoer): Promise<undefined | Rejection> {
  if (!(await isKeuze(work, 'uitstroomroute', input.route))) return geenKeuze('route')
  const altijdBemiddeling = (await findInstelling(work, 'urgentie_is_bemiddeling')) === 'ja'
  const voorwaarden = (await listVoorwaarden(work, dossierId)).map((one) => ({
    ...one,
    stand: one.stand as Voorwaardestand | null,
  }))
  return checkRoute(input.route, altijdBemiddeling) ?? checkVoorwaarden(voorwaarden, input.afwijkingReden)
}

/** Either a stay of this person that ended, or a bestemming from the list of verblijf. */
async function checkBestemming(
  work: Work,
  { dossiers, row }: Geopend,
  input: AfrondInvoer,
): Promise<undefined | Rejection> {
  if (input.verblijfId === null)
    return input.bestemming !== null && (await isKeuze(work, 'bestemming', input.bestemming))
      ? undefined
      : reject('bestemming_onbekend', 'Kies uit de lijst waar iemand heen gaat.', {
          field: 'bestemming',
          status: 422,
        })
  const verblijf = await work.db
    .selectFrom('verblijf as v')
    .select('v.id')
    .where('v.id', '=', input.verblijfId)
    .where('v.persoon_id', 'in', [...dossiers])
    .where('v.geeindigd_op', '>=', row.begonnen_op)
    .where(isVertrek)
    .executeTakeFirst()
  return verblijf
    ? undefined
    : reject(
        'verblijf_onbekend',
        'Kies een verblijf waaruit deze cliënt is vertrokken. Een time-out of een overstap telt niet.',
        {
          field: 'verblijfId',
          status: 422,
        },
      )
}
