import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import type { RecordVervolg } from '../domain/besluit-contract.ts'
import { vervolgUitkomsten } from '../domain/status.ts'
import { closeMelding } from './close-command.ts'
import { registerMelding } from './register-commands.ts'
import { findOpvolging, firstBy, lockMelding, type MeldingRij, onderwerpVan } from './store.ts'

/**
 * Records how it goes with somebody who was turned away or referred. The next open moment becomes the next step; after
 * the last one the next step must be said. Reporting again starts a new melding that links back.
 */
export async function recordVervolg(
  work: Work,
  input: RecordVervolg & { readonly vervolgId: Id },
): Promise<{ id: Id; nieuweMeldingId: Id | null } | Rejection> {
  const gezocht = await work.db
    .selectFrom('vervolg')
    .select('melding_id')
    .where('id', '=', input.vervolgId)
    .executeTakeFirst()
  if (!gezocht) return notFound('Dit vervolg')
  const melding = await lockMelding(work, gezocht.melding_id)
  if (isRejection(melding)) return melding
  const open = await work.db
    .selectFrom('vervolg')
    .selectAll()
    .where('melding_id', '=', melding.id)
    .where('gedaan_op', 'is', null)
    .orderBy('gepland_op')
    .orderBy('id')
    .forUpdate()
    .execute()
  const dit = open.find((row) => row.id === input.vervolgId)
  const rest = open.filter((row) => row.id !== input.vervolgId)
  if (!dit) return alGedaan(work, input.vervolgId)
  const nu = await findOpvolging(work, melding)
  const isVanOns = nu?.status === 'open' && nu.organisatie_id === dit.organisatie_id
  const refused = vervolgFault(work, input, { isLaatste: rest.length === 0, isVanOns })
  if (refused) return refused
  const opnieuw = input.uitkomst === 'opnieuw_gemeld'
  await work.db
    .updateTable('vervolg')
    .set({ gedaan_op: input.op, uitkomst: input.uitkomst, toelichting: input.toelichting || null })
    .where('id', 'in', opnieuw ? open.map((row) => row.id) : [dit.id])
    .execute()
  await work.record({
    soort: 'VervolgAfgerond',
    onderwerpSoort: 'vervolg',
    onderwerpId: dit.id,
    persoonId: melding.persoon_id,
    op: input.op,
    gegevens: { meldingId: melding.id, uitkomst: input.uitkomst },
  })
  if (opnieuw) return reportAgain(work, melding, { ...input, vervolgId: dit.id })
  const next = rest[0]
  if (isVanOns && next)
    await setOpvolging(work, onderwerpVan(melding), {
      organisatieId: next.organisatie_id,
      contactpersoonId: next.contactpersoon_id,
      volgendeStap: next.wat,
      volgendeStapOp: next.gepland_op,
    })
  if (!next && melding.status === 'besloten') {
    const closed = await closeMelding(work, {
      meldingId: melding.id,
      reden: 'vervolg_afgerond',
      ...(isVanOns && { volgendeStap: input.volgendeStap!, volgendeStapOp: input.volgendeStapOp! }),
    })
    if (isRejection(closed)) return closed
  }
  return { id: dit.id, nieuweMeldingId: null }
}

/** A vervolg is recorded once; who comes second hears who was first and what that said. */
async function alGedaan(work: Work, vervolgId: Id): Promise<Rejection> {
  const vervolg = await work.db
    .selectFrom('vervolg')
    .select('uitkomst')
    .where('id', '=', vervolgId)
    .executeTakeFirst()
  const gedaan = await work.db
    .selectFrom('gebeurtenis')
    .select(['gebruiker_id', 'vastgelegd_op'])
    .where('onderwerp_soort', '=', 'vervolg')
    .where('onderwerp_id', '=', vervolgId)
    .where('soort', '=', 'VervolgAfgerond')
    .executeTakeFirst()
  const wie = await firstBy(work, {
    gebruikerId: gedaan?.gebruiker_id ?? null,
    at: gedaan?.vastgelegd_op ?? null,
  })
  const uitkomst = vervolgUitkomsten[vervolg?.uitkomst as keyof typeof vervolgUitkomsten]
  return reject(
    'al_gedaan',
    `Dit vervolg is al afgerond${wie}${uitkomst ? `: ${uitkomst.toLowerCase()}` : ''}. Wat u heeft ingevuld, staat er nog.`,
  )
}

function vervolgFault(
  work: Work,
  input: RecordVervolg,
  context: { isLaatste: boolean; isVanOns: boolean },
): Rejection | undefined {
  if (input.op > work.today)
    return reject('datum_past_niet', 'De dag ligt in de toekomst. Controleer de datum.', {
      status: 422,
      field: 'op',
    })
  if (input.uitkomst === 'opnieuw_gemeld')
    return input.nieuweHulpvraag
      ? undefined
      : reject('hulpvraag_ontbreekt', 'Vul de nieuwe hulpvraag in, in de woorden van de persoon.', {
          status: 422,
          field: 'nieuweHulpvraag',
        })
  if (!context.isLaatste || !context.isVanOns) return undefined
  if (input.volgendeStap && input.volgendeStapOp && input.volgendeStapOp >= work.today) return undefined
  return reject(
    'volgende_stap_ontbreekt',
    'Dit was het laatste vervolg. Zeg wat er nu gebeurt en wanneer, zodat niemand uit beeld raakt.',
    { status: 422, field: input.volgendeStap ? 'volgendeStapOp' : 'volgendeStap' },
  )
}

async function reportAgain(
  work: Work,
  melding: MeldingRij,
  input: RecordVervolg & { vervolgId: Id },
): Promise<{ id: Id; nieuweMeldingId: Id } | Rejection> {
  const nieuw = await registerMelding(work, {
    persoonId: melding.persoon_id,
    vorigeMeldingId: melding.id,
    kanaal: melding.kanaal,
    melderSoort: melding.melder_soort,
    gemeenteCode: melding.gemeente_code,
    domein: melding.domein as 'MO' | null,
    hulpvraag: input.nieuweHulpvraag!,
    slaapplekVannacht: input.slaapplekVannacht ?? 'onbekend',
    kinderen: melding.kinderen,
    volwassenen: melding.volwassenen,
    veiligheid: melding.veiligheid as 'onbekend',
    rechtmatigVerblijf: melding.rechtmatig_verblijf as 'onbekend',
  })
  if (isRejection(nieuw)) return nieuw
  if (melding.status === 'besloten') {
    // The opvolging of a known person went along to the new melding; that of an anonymous one stays and names the new one.
    const closed = await closeMelding(work, {
      meldingId: melding.id,
      reden: 'vervolg_afgerond',
      ...(melding.persoon_id === null && {
        volgendeStap: `Verder met de nieuwe melding ${nieuw.nummer}`,
        volgendeStapOp: work.today,
      }),
    })
    if (isRejection(closed)) return closed
  }
  return { id: input.vervolgId, nieuweMeldingId: nieuw.id }
}
