import { changesOf } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import { isKeuze } from '../../beheer/server/lookup.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import { makeGeheim } from '../../persoon/server/commands.ts'
import type { RecordTriage } from '../domain/contract.ts'
import { decideStatus, faultOfLoket, faultsOfTriage, stapNaTriage } from '../domain/rules.ts'
import { listMeekomend } from './meekomend.ts'
import { lockMelding, type MeldingRij, onderwerpVan, updateMelding } from './store.ts'
import { volgendeWerkdag } from './termijnen.ts'

/**
 * Records the outcome of the short triage and opens what follows: an onderzoek, or a decision. A code rood, oranje or
 * groen makes the file secret as soon as somebody with the right to women's shelter files holds the melding.
 */
export async function recordTriage(
  work: Work,
  input: Omit<RecordTriage, 'versie'> & { meldingId: Id; versie?: number },
): Promise<{ id: Id; versie: number } | Rejection> {
  const melding = await lockMelding(work, input.meldingId, input.versie)
  if (isRejection(melding)) return melding
  const elders = faultOfLoket(work.vrager, melding.organisatie_id)
  if (elders) return elders
  const status =
    input.uitkomst === 'onderzoek' || input.uitkomst === 'spoedplaatsing' ? 'onderzoek' : 'wacht_op_besluit'
  const domein = input.domein ?? melding.domein
  const refused =
    (melding.status === status ? undefined : decideStatus(melding.status, status)) ??
    faultsOfTriage({ ...input, domein } as typeof input, {
      heeftPersoon: melding.persoon_id !== null,
      magVoCode: work.vrager.isSysteem || work.vrager.permissies.has('vrouwenopvang.triage'),
    })
  if (refused) return refused
  if (input.voCode && input.voCode !== melding.vo_code && !(await isKeuze(work, 'vo_code', input.voCode)))
    return reject('code_onbekend', 'Deze code gebruikt uw regio nu niet. Kies een andere uit de lijst.', {
      field: 'voCode',
      status: 422,
    })
  if (input.woonsituatie && !(await isKeuze(work, 'woonsituatie', input.woonsituatie)))
    return reject('woonsituatie_onbekend', 'Kies een slaapplek uit de lijst.', {
      status: 422,
      field: 'woonsituatie',
    })
  const values = {
    status,
    domein,
    triage_uitkomst: input.uitkomst,
    triage_toelichting: input.toelichting,
    triage_op: work.today,
    behandelaar_id: melding.behandelaar_id ?? work.vrager.gebruikerId,
    is_spoed:
      input.isSpoed ?? (melding.is_spoed || input.uitkomst === 'spoedplaatsing' || input.voCode === 'rood'),
    rechtmatig_verblijf: input.rechtmatigVerblijf ?? melding.rechtmatig_verblijf,
    woonsituatie: input.woonsituatie === undefined ? melding.woonsituatie : input.woonsituatie,
    vo_geweld_afhankelijk: input.voGeweldAfhankelijk ?? melding.vo_geweld_afhankelijk,
    vo_thuis_onveilig: input.voThuisOnveilig ?? melding.vo_thuis_onveilig,
    vo_code: input.voCode ?? null,
    rood_hier_reden: input.voCode === 'rood' ? input.roodHierReden || null : null,
  }
  const versie = await updateMelding(work, melding, values)
  if (isRejection(versie)) return versie
  if (status === 'onderzoek') await openOnderzoek(work, melding)
  const { stap, wanneer } = stapNaTriage({ ...input, domein } as typeof input, {
    slaapplekVannacht: melding.slaapplek_vannacht,
  })
  await setOpvolging(work, onderwerpVan(melding), {
    volgendeStap: stap,
    volgendeStapOp: {
      vandaag: work.today,
      werkdag: volgendeWerkdag(work.today),
      termijn: melding.uiterlijk_op,
    }[wanneer],
  })
  const { triage_toelichting: _, rood_hier_reden: __, ...zonderTekst } = values
  await work.record({
    soort: 'MeldingGetrieerd',
    onderwerpSoort: 'melding',
    onderwerpId: melding.id,
    persoonId: melding.persoon_id,
    op: work.today,
    gegevens: {
      versie,
      uitkomst: input.uitkomst,
      wijzigingen: changesOf(melding, melding.persoon_id ? values : zonderTekst),
    },
  })
  // What runs in the region belongs to later steps of the chain; vrouwenopvang ends it as soon as this is written (VO-02).
  if (input.voCode === 'rood' && melding.persoon_id)
    await work.enqueue({
      naam: 'vo-code-rood',
      gegevens: { meldingId: melding.id },
      sleutel: `vo-code-rood-${melding.id}`,
    })
  const secret = await keepSecret(work, { persoonId: melding.persoon_id, voCode: input.voCode ?? null })
  return secret ?? { id: melding.id, versie }
}

/**
 * Makes the file secret when it has a code and the asker keeps sight of it; otherwise acceptance by the vrouwenopvang does.
 * Who comes along becomes secret as well: the open file of a child would tell where the mother is.
 */
export async function keepSecret(
  work: Work,
  input: { persoonId: Id | null; voCode: string | null },
): Promise<undefined | Rejection> {
  const { persoonId, voCode } = input
  if (!persoonId || !voCode) return undefined
  if (!work.vrager.isSysteem && !work.vrager.permissies.has('vrouwenopvang.lezen')) return undefined
  for (const id of await listMeekomend(work, { persoonId, voCode })) {
    const refused = await makeGeheim(work, id)
    if (refused) return refused
  }
  return undefined
}

/** Starts the onderzoek, or opens it again after a new triage. */
async function openOnderzoek(work: Work, melding: MeldingRij): Promise<void> {
  const before = await work.db
    .selectFrom('onderzoek')
    .select(['id', 'afgerond_op', 'versie'])
    .where('melding_id', '=', melding.id)
    .forUpdate()
    .executeTakeFirst()
  const changed = { gewijzigd_op: work.now, gewijzigd_door: work.vrager.gebruikerId }
  if (!before) {
    await work.db
      .insertInto('onderzoek')
      .values({
        id: work.newId(),
        regio_id: work.regioId,
        melding_id: melding.id,
        persoon_id: melding.persoon_id!,
        gestart_op: work.today,
        uiterlijk_op: melding.uiterlijk_op,
        ...changed,
      })
      .execute()
    return
  }
  if (before.afgerond_op === null) return
  const versie = before.versie + 1
  await work.db
    .updateTable('onderzoek')
    .set({ afgerond_op: null, versie, ...changed })
    .where('id', '=', before.id)
    .execute()
  await work.record({
    soort: 'OnderzoekHeropend',
    onderwerpSoort: 'onderzoek',
    onderwerpId: before.id,
    persoonId: melding.persoon_id,
    op: work.today,
    gegevens: { versie, wijzigingen: { afgerondOp: [before.afgerond_op, null] } },
  })
}
