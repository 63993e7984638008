import { conflict } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { findInstelling, isKeuze } from '../../beheer/server/lookup.ts'
import { checkStapdag } from '../../traject/domain/rules.ts'
import type { UrgentieInvoer, UrgentieStapInvoer } from '../domain/contract.ts'
import { canUrgentie, urgentieToestandOp } from '../domain/toestanden.ts'
import { openDossier, recordUitstroom } from './dossier.ts'
import { type Gedaan, geenKeuze, type VanPersoon } from './dossier-commands.ts'
import { insertStapbaar, lockStapbaar, updateStapbaar } from './store.ts'

/** UIT-02, UIT-03: an aanvraag begins with preparing it. One-route goes back to the gemeente of herkomst. */
export async function prepareUrgentie(
  work: Work,
  input: VanPersoon<UrgentieInvoer>,
): Promise<Gedaan | Rejection> {
  const refused = checkStapdag(input.op, work.today, null)
  if (refused) return refused
  if (!(await isKeuze(work, 'urgentiegrond', input.grond))) return geenKeuze('grond')
  const opened = await openDossier(work, input.persoonId)
  if (isRejection(opened)) return opened
  const { row, persoon } = opened
  if (input.soort === 'een_route' && persoon.herkomstGemeente === null)
    return reject(
      'herkomst_onbekend',
      'De gemeente van herkomst is niet bekend. Leg die eerst vast bij de gegevens van de cliënt.',
      { field: 'soort', status: 422 },
    )
  const id = await insertStapbaar(work, 'urgentieaanvraag', {
    dossier_id: row.id,
    persoon_id: row.persoon_id,
    soort: input.soort,
    status: 'voorbereid',
    grond: input.grond,
    herkomst_gemeente: persoon.herkomstGemeente,
    ontvangende_partij:
      input.ontvangendePartij || ((await findInstelling(work, 'urgentie_instantie')) ?? 'Gemeente'),
    afspraken: input.afspraken || null,
    voorbereid_op: input.op,
  })
  if (isRejection(id)) return id
  await recordUitstroom(work, 'UrgentieVoorbereid', {
    tabel: 'urgentieaanvraag',
    id,
    persoonId: row.persoon_id,
    op: input.op,
    gegevens: { versie: 1, urgentiesoort: input.soort },
  })
  return { id, versie: 1 }
}

/** Handing in, decision, use or withdrawal, each with its day. What expired stays expired. */
export async function stepUrgentie(
  work: Work,
  input: UrgentieStapInvoer & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const row = await lockStapbaar(work, 'urgentieaanvraag', input.id)
  if (!row) return notFound('Deze aanvraag')
  work.saw(row.persoon_id)
  if (row.versie !== input.versie) return conflict(work, 'urgentieaanvraag', row.id, input.versie)
  const toestand = urgentieToestandOp({ status: row.status, geldigTot: row.geldig_tot }, input.op)
  const mag = canUrgentie(toestand, input.naar)
  if (!mag.ok) return reject('kan_nu_niet', mag.reden, { field: 'naar' })
  const refused =
    checkStapdag(input.op, work.today, {
      voor: row.besloten_op ?? row.ingediend_op ?? row.voorbereid_op,
      wat: 'De vorige stap was op',
    }) ?? checkGeldigTot(input, row.geldig_tot)
  if (refused) return refused
  const versie = await updateStapbaar(work, 'urgentieaanvraag', row, {
    status: input.naar,
    ...stapWaarden(input, row),
  })
  if (isRejection(versie)) return versie
  await recordUitstroom(work, 'UrgentieStap', {
    tabel: 'urgentieaanvraag',
    id: row.id,
    persoonId: row.persoon_id,
    op: input.op,
    gegevens: {
      versie,
      urgentiesoort: row.soort,
      status: input.naar,
      wijzigingen:
        row.status === input.naar
          ? { geldigTot: [row.geldig_tot, input.geldigTot] }
          : { status: [row.status, input.naar] },
    },
  })
  return { id: row.id, versie }
}

function checkGeldigTot(input: UrgentieStapInvoer, vorige: string | null): undefined | Rejection {
  if (input.naar !== 'toegekend' || input.geldigTot === null) return undefined
  const na = vorige !== null && vorige > input.op ? vorige : input.op
  return input.geldigTot > na
    ? undefined
    : reject(
        'dag_te_vroeg',
        vorige === null
          ? 'De urgentie geldt tot na de dag van het besluit. Kies een latere dag.'
          : 'Bij verlengen geldt de urgentie langer dan nu. Kies een latere dag.',
        { field: 'geldigTot', status: 422 },
      )
}

function stapWaarden(input: UrgentieStapInvoer, row: { besloten_op: string | null }) {
  const toelichting = input.toelichting || null
  switch (input.naar) {
    case 'ingediend':
      return { ingediend_op: input.op, kenmerk: input.kenmerk || null, toelichting }
    case 'toegekend':
      return { besloten_op: row.besloten_op ?? input.op, geldig_tot: input.geldigTot, toelichting }
    case 'afgewezen':
      return { besloten_op: input.op, toelichting }
    default:
      return { geeindigd_op: input.op, toelichting }
  }
}
