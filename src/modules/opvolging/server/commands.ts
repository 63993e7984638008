import { sql } from 'kysely'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import { endBetrokkenheid, giveBetrokkenheid } from '../../persoon/server/betrokkenheid.ts'
import type { Afsluitreden } from '../domain/contract.ts'

/** About whom: a known person, or an anonymous melding. */
export type Onderwerp = { readonly persoonId: Id } | { readonly meldingId: Id }

export interface NextStep {
  /** Organisation that is responsible from now; the asker's own when left out. */
  readonly organisatieId?: Id
  /** Named contact; the asker when left out. */
  readonly contactpersoonId?: Id
  /** What must happen, as a short Dutch sentence without names. */
  readonly volgendeStap: string
  readonly volgendeStapOp: PlainDate
}

/**
 * Niemand uit beeld: sets the one responsible organisation, the contact and the dated next step of a person. Every command
 * of the chain that leaves a situation open calls this; the database refuses the commit otherwise (`niemand_uit_beeld`).
 * What is left out stays as it was, or becomes the asker's own when it is new.
 */
export async function setOpvolging(work: Work, onderwerp: Onderwerp, step: NextStep): Promise<void> {
  const { id, before } = await find(work, onderwerp)
  const organisatie_id = step.organisatieId ?? before?.organisatie_id ?? work.vrager.organisatieId
  const contactpersoon_id =
    step.contactpersoonId ??
    (step.organisatieId === undefined ? before?.contactpersoon_id : undefined) ??
    work.vrager.gebruikerId
  if (!organisatie_id || !contactpersoon_id)
    throw new Error('setOpvolging: the system must name organisation and contact')
  const values = {
    status: 'open',
    organisatie_id,
    contactpersoon_id,
    volgende_stap: step.volgendeStap,
    volgende_stap_op: step.volgendeStapOp,
    afgesloten_op: null,
    afsluitreden: null,
    afsluittoelichting: null,
    geescaleerd_op: null,
    gewijzigd_op: work.now,
    gewijzigd_door: work.vrager.gebruikerId,
  }
  if (before) {
    await work.db
      .updateTable('opvolging')
      .set({ ...values, versie: before.versie + 1 })
      .where('id', '=', id)
      .execute()
  } else {
    await work.db
      .insertInto('opvolging')
      .values({
        id,
        regio_id: work.regioId,
        persoon_id: 'persoonId' in onderwerp ? onderwerp.persoonId : null,
        melding_id: 'meldingId' in onderwerp ? onderwerp.meldingId : null,
        ...values,
      })
      .execute()
  }
  if ('persoonId' in onderwerp && (before?.status !== 'open' || before.organisatie_id !== organisatie_id)) {
    await moveSight(work, {
      id,
      persoonId: onderwerp.persoonId,
      van: before?.organisatie_id,
      naar: organisatie_id,
    })
  }
  await work.record({
    soort: 'VolgendeStapGezet',
    onderwerpSoort: 'opvolging',
    onderwerpId: id,
    persoonId: 'persoonId' in onderwerp ? onderwerp.persoonId : null,
    op: work.today,
    gegevens: {
      organisatieId: organisatie_id,
      contactpersoonId: contactpersoon_id,
      volgendeStap: step.volgendeStap,
      volgendeStapOp: step.volgendeStapOp,
    },
  })
}

/** Who is responsible can see the person for as long as that lasts, also when the step that involved them has ended. */
async function moveSight(
  work: Work,
  input: { id: Id; persoonId: Id; van: Id | undefined; naar: Id },
): Promise<void> {
  const { soort } = await work.db
    .selectFrom('organisatie')
    .select('soort')
    .where('id', '=', input.naar)
    .executeTakeFirstOrThrow()
  await giveBetrokkenheid(work, {
    persoonId: input.persoonId,
    organisatieId: input.naar,
    doel: 'opvolging',
    grond: soort === 'aanbieder' ? 'UITVOERING_AANBIEDER' : 'WETTELIJKE_TAAK_COLLEGE',
    bronSoort: 'opvolging',
    bronId: input.id,
  })
  if (input.van !== undefined && input.van !== input.naar) {
    await endBetrokkenheid(work, { bronSoort: 'opvolging', bronId: input.id, organisatieId: input.van })
  }
}

/** An anonymous melding got a name: what was to be done goes along with the person. */
export async function moveOpvolgingToPersoon(work: Work, meldingId: Id, persoonId: Id): Promise<void> {
  const { before } = await find(work, { meldingId })
  if (!before) return
  await work.db.deleteFrom('opvolging').where('id', '=', before.id).execute()
  await setOpvolging(
    work,
    { persoonId },
    {
      organisatieId: before.organisatie_id,
      contactpersoonId: before.contactpersoon_id,
      volgendeStap: before.volgende_stap ?? 'Contact opnemen',
      volgendeStapOp: before.volgende_stap_op ?? work.today,
    },
  )
}

/** Ends the promise, with a reason. Refused by the database while a melding, a waiting or a stay is still open. */
export async function closeOpvolging(
  work: Work,
  onderwerp: Onderwerp,
  input: { reden: Afsluitreden; toelichting: string; op: PlainDate },
): Promise<undefined | Rejection> {
  const { id, before } = await find(work, onderwerp)
  if (!before || before.status === 'afgesloten')
    return reject('niet_open', 'Deze opvolging is al afgesloten.')
  if (input.op > work.today)
    return reject(
      'sluiting_in_toekomst',
      'De dag van afsluiten ligt in de toekomst. Kies vandaag of eerder.',
      {
        field: 'op',
        status: 422,
      },
    )
  await work.db
    .updateTable('opvolging')
    .set({
      status: 'afgesloten',
      volgende_stap: null,
      volgende_stap_op: null,
      afgesloten_op: input.op,
      afsluitreden: input.reden,
      afsluittoelichting: input.toelichting,
      versie: before.versie + 1,
      gewijzigd_op: work.now,
      gewijzigd_door: work.vrager.gebruikerId,
    })
    .where('id', '=', id)
    .execute()
  const refused = await checkNothingOpen(work)
  if (refused) return refused
  // Until tomorrow, so that whoever closes it can still look at what was closed.
  await endBetrokkenheid(work, { bronSoort: 'opvolging', bronId: id, tot: addDays(work.today, 1) })
  await work.record({
    soort: 'OpvolgingAfgesloten',
    onderwerpSoort: 'opvolging',
    onderwerpId: id,
    persoonId: before.persoon_id,
    op: input.op,
    gegevens: { reden: input.reden },
  })
  return undefined
}

/** Lets the database judge now instead of at the commit, so that the answer can say why. */
async function checkNothingOpen(work: Work): Promise<undefined | Rejection> {
  const checked = await catchConstraint(
    sql`set constraints onderdak.nog_iets_open, onderdak.overdracht_nog_open, onderdak.nazorg_loopt_nog, onderdak.contract_loopt_nog, onderdak.casus_loopt_nog immediate`
      .execute(work.db)
      .then(() => undefined),
    {
      opvolging_nog_iets_open: () =>
        reject(
          'nog_iets_open',
          'Afsluiten kan nog niet: er is nog een open melding, wachtplaats, verblijf of overdracht. Rond die eerst af.',
          {
            possible: [
              'Plan een volgende stap.',
              'Sluit eerst de melding, de wachtplaats, het verblijf of de overdracht.',
            ],
          },
        ),
      nazorg_loopt_nog: () =>
        reject('nazorg_loopt_nog', 'Afsluiten kan nog niet: er loopt nazorg. Rond die eerst af.', {
          possible: ['Plan een volgende stap.', 'Rond eerst de nazorg af.'],
        }),
      casus_loopt_nog: () =>
        reject(
          'casus_loopt_nog',
          'Afsluiten kan nog niet: over deze cliënt is een casus open. Zolang partijen samen beslissen, blijft iemand verantwoordelijk voor de volgende stap.',
          { possible: ['Plan een volgende stap.', 'Sluit eerst de casus, met de uitkomst.'] },
        ),
      contract_loopt_nog: () =>
        reject(
          'contract_loopt_nog',
          'Afsluiten kan nog niet: het contract van de woning moet nog een gewoon huurcontract worden. Iemand moet die dag in de gaten houden.',
          {
            possible: [
              'Plan een volgende stap op of voor de dag van omzetten.',
              'Is het contract omgezet of beëindigd? Leg dat eerst vast bij Uitstroom.',
            ],
          },
        ),
    },
  )
  if (isRejection(checked)) return checked
  await sql`set constraints onderdak.nog_iets_open, onderdak.overdracht_nog_open, onderdak.nazorg_loopt_nog, onderdak.contract_loopt_nog, onderdak.casus_loopt_nog deferred`.execute(
    work.db,
  )
  return undefined
}

async function find(work: Work, onderwerp: Onderwerp) {
  const query = work.db.selectFrom('opvolging').selectAll().forUpdate()
  const before =
    'persoonId' in onderwerp
      ? await query.where('persoon_id', '=', onderwerp.persoonId).executeTakeFirst()
      : await query.where('melding_id', '=', onderwerp.meldingId).executeTakeFirst()
  return { id: before?.id ?? work.newId(), before }
}
