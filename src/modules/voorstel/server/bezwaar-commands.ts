import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import { checkRuimte, findLocatie, lockLocatie } from '../../plek/server/lookup.ts'
import { markVoorgesteld } from '../../wachtlijst/server/commands.ts'
import { canDecideBezwaar, canRaiseBezwaar } from '../domain/bezwaar.ts'
import { openVoorstel, reagerenVoorOf } from './propose-commands.ts'
import { lockVoorstel, updateLocked, type VoorstelRow } from './store.ts'

/** Objects to a refusal by the aanbieder. It stops nothing: the person keeps waiting and may get another voorstel. */
export async function raiseBezwaar(
  work: Work,
  input: { voorstelId: Id; tekst: string },
): Promise<{ versie: number } | Rejection> {
  const row = await lockVoorstel(work, input.voorstelId)
  if (!row) return notFound('Dit voorstel')
  work.saw(row.persoon_id)
  const kan = canRaiseBezwaar(stateOf(row))
  if (!kan.ok) return reject('bezwaar_kan_niet', kan.reden)
  const versie = await updateLocked(work, row, { bezwaar_op: work.today, bezwaar_tekst: input.tekst })
  if (isRejection(versie)) return versie
  await work.record({
    soort: 'BezwaarTegenWeigering',
    onderwerpSoort: 'plaatsingsvoorstel',
    onderwerpId: row.id,
    persoonId: row.persoon_id,
    op: work.today,
    gegevens: { versie, wijzigingen: { bezwaarOp: [null, work.today] } },
  })
  await setOpvolging(
    work,
    { persoonId: row.persoon_id },
    { volgendeStap: 'Beslissen over het bezwaar tegen de weigering', volgendeStapOp: addDays(work.today, 7) },
  )
  return { versie }
}

/**
 * Decides about it, by somebody outside the organisation that refused. Upheld: the voorstel is open again when the space
 * and the person are still free; otherwise the next step is a new voorstel.
 */
export async function decideBezwaar(
  work: Work,
  input: { voorstelId: Id; uitkomst: 'gegrond' | 'ongegrond'; toelichting: string },
): Promise<{ versie: number; heropend: boolean } | Rejection> {
  const row = await lockVoorstel(work, input.voorstelId)
  if (!row) return notFound('Dit voorstel')
  work.saw(row.persoon_id)
  const locatie = await findLocatie(work, row.locatie_id)
  const kan = canDecideBezwaar(stateOf(row), work.vrager.organisatieId === (locatie?.organisatieId ?? null))
  if (!kan.ok) return reject('bezwaar_kan_niet', kan.reden)
  const heropend = input.uitkomst === 'gegrond' && (await canReopen(work, row))
  const reagerenVoor = heropend ? await reagerenVoorOf(work) : row.reageren_voor
  const versie = await updateLocked(work, row, {
    bezwaar_uitkomst: input.uitkomst,
    bezwaar_besloten_op: work.today,
    bezwaar_besloten_door: work.vrager.gebruikerId,
    bezwaar_toelichting: input.toelichting,
    ...(heropend
      ? { status: 'voorgesteld', reageren_voor: reagerenVoor, beantwoord_op: null, beantwoord_door: null }
      : {}),
  })
  if (isRejection(versie)) return versie
  await work.record({
    soort: 'BezwaarBesloten',
    onderwerpSoort: 'plaatsingsvoorstel',
    onderwerpId: row.id,
    persoonId: row.persoon_id,
    op: work.today,
    gegevens: {
      versie,
      uitkomst: input.uitkomst,
      heropend,
      wijzigingen: { bezwaarUitkomst: [null, input.uitkomst] },
    },
  })
  const refused = await proceed(work, row, {
    ...input,
    heropend,
    reagerenVoor,
    organisatieId: locatie?.organisatieId,
  })
  return refused ?? { versie, heropend }
}

const stateOf = (row: VoorstelRow) => ({
  status: row.status,
  weigerZijde: row.weiger_zijde,
  bezwaarOp: row.bezwaar_op,
  bezwaarUitkomst: row.bezwaar_uitkomst,
})

/** The person still waits without another voorstel, the day has not passed, and the space can be held. */
async function canReopen(work: Work, row: VoorstelRow): Promise<boolean> {
  const wachtend = await work.db
    .selectFrom('wachtlijstplaatsing')
    .select('status')
    .where('id', '=', row.wachtlijstplaatsing_id)
    .forUpdate()
    .executeTakeFirst()
  if (wachtend?.status !== 'wachtend' || row.vanaf < work.today || !(await lockLocatie(work, row.locatie_id)))
    return false
  const ruimte = await checkRuimte(work, {
    locatieId: row.locatie_id,
    productId: row.product_id,
    vanaf: row.vanaf,
    personen: row.personen,
    kenmerken: row.vereiste_kenmerken,
  })
  return ruimte.ok
}

async function proceed(
  work: Work,
  row: VoorstelRow,
  input: { uitkomst: string; heropend: boolean; reagerenVoor: Date; organisatieId: Id | null | undefined },
): Promise<Rejection | undefined> {
  if (input.heropend && input.organisatieId) {
    const wachtend = await markVoorgesteld(work, { wachtlijstplaatsingId: row.wachtlijstplaatsing_id })
    if (isRejection(wachtend)) return wachtend
    await openVoorstel(work, {
      id: row.id,
      wachtend,
      organisatieId: input.organisatieId,
      reagerenVoor: input.reagerenVoor,
    })
    return undefined
  }
  await setOpvolging(
    work,
    { persoonId: row.persoon_id },
    {
      volgendeStap:
        input.uitkomst === 'gegrond'
          ? 'Bezwaar gegrond, maar de plek is weg: een nieuwe plek voorstellen'
          : 'Bezwaar ongegrond: een andere plek zoeken',
      volgendeStapOp: addDays(work.today, 7),
    },
  )
  return undefined
}
