import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import { listOrganisatiesMetTaak } from '../../beheer/server/lookup.ts'
import { registerMelding } from '../../melding/server/commands.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import type { IntakeInvoer } from '../domain/gast-api.ts'
import { canIntake, type IntakeActie, type IntakeToestand } from '../domain/toestanden.ts'
import { lockGezien } from './lock.ts'
import { findGastPersoon, type GastRij, setIntake } from './store.ts'

/** What is done when the night worker only ticks that an intake is offered. */
export const INTAKE_STAP = 'Intake aanbieden'

export interface Afspraak {
  readonly stap: string
  readonly op: PlainDate
  readonly organisatieId: Id
}

/** Who may offer an intake: the toegang of the region, and the asker's own organisation. */
export async function listIntakeOrganisatieRijen(work: Work): Promise<{ id: Id; naam: string }[]> {
  const rows = [
    ...(await listOrganisatiesMetTaak(work, 'regionale_toegang')),
    ...(await listOrganisatiesMetTaak(work, 'lokale_toegang')),
  ]
  const eigen = await work.db
    .selectFrom('organisatie')
    .select(['id', 'naam'])
    .where('id', '=', work.vrager.organisatieId)
    .executeTakeFirst()
  const found = new Map([...rows, ...(eigen ? [eigen] : [])].map(({ id, naam }) => [id, { id, naam }]))
  return [...found.values()]
}

/** The appointment of the quick form; null when nothing was ticked. */
export async function checkIntake(
  work: Work,
  input: { intakeOp: PlainDate | null; intakeOrganisatieId: Id | null },
): Promise<Afspraak | null | Rejection> {
  if (input.intakeOp === null) return null
  const organisatieId = input.intakeOrganisatieId ?? work.vrager.organisatieId!
  return checkAfspraak(
    work,
    { stap: INTAKE_STAP, op: input.intakeOp, organisatieId },
    'intakeOp',
    'intakeOrganisatieId',
  )
}

async function checkAfspraak(
  work: Work,
  afspraak: Afspraak,
  dag: string,
  organisatie: string,
): Promise<Afspraak | Rejection> {
  if (afspraak.op < work.today)
    return reject('dag_voorbij', 'Kies vandaag of een latere dag.', { field: dag, status: 422 })
  const known = await listIntakeOrganisatieRijen(work)
  if (!known.some((one) => one.id === afspraak.organisatieId))
    return reject('organisatie_onbekend', 'Kies een organisatie uit de lijst.', {
      field: organisatie,
      status: 422,
    })
  return afspraak
}

/** For someone with a file the step is in the opvolging, unless another organisation already takes care of the next one. */
export async function planBijBekende(
  work: Work,
  persoonId: Id,
  afspraak: Afspraak,
): Promise<undefined | Rejection> {
  const open = await work.db
    .selectFrom('opvolging as o')
    .innerJoin('organisatie as g', 'g.id', 'o.organisatie_id')
    .select(['o.organisatie_id', 'g.naam'])
    .where('o.persoon_id', '=', persoonId)
    .where('o.status', '=', 'open')
    .executeTakeFirst()
  if (open && open.organisatie_id !== work.vrager.organisatieId)
    return reject(
      'al_in_beeld',
      `${open.naam} is al verantwoordelijk voor deze cliënt en heeft een volgende stap. Een intake is niet nodig.`,
      { possible: [`Laat ${open.naam} weten dat de cliënt hier slaapt.`] },
    )
  await setOpvolging(work, { persoonId }, { volgendeStap: afspraak.stap, volgendeStapOp: afspraak.op })
  return undefined
}

export async function planIntake(
  work: Work,
  input: IntakeInvoer & { id: Id },
): Promise<{ id: Id } | Rejection> {
  const gast = await lockVoor(work, input, 'afspreken')
  if (isRejection(gast)) return gast
  const afspraak = await checkAfspraak(work, input, 'op', 'organisatieId')
  if (isRejection(afspraak)) return afspraak
  const persoonId = await findGastPersoon(work, gast.id)
  if (gast.soort === 'bekend') {
    if (!persoonId) return nietBetrokken
    const refused = await planBijBekende(work, persoonId, afspraak)
    if (refused) return refused
  } else {
    await setIntake(work, gast, {
      intake_status: 'open',
      intake_stap: afspraak.stap,
      intake_op: afspraak.op,
      intake_organisatie_id: afspraak.organisatieId,
      intake_uitkomst: null,
      melding_id: null,
    })
  }
  await record(
    work,
    gast,
    'WinterintakeAfgesproken',
    gast.soort === 'bekend' ? { persoonId } : { naar: 'open' },
  )
  return { id: gast.id }
}

export async function finishIntake(
  work: Work,
  input: { id: Id; versie: number; uitkomst: string },
): Promise<{ id: Id } | Rejection> {
  const gast = await lockVoor(work, input, 'afronden')
  if (isRejection(gast)) return gast
  await setIntake(work, gast, {
    ...afspraakVan(gast, work),
    intake_status: 'afgerond',
    intake_uitkomst: input.uitkomst,
    melding_id: null,
  })
  await record(work, gast, 'WinterintakeAfgerond', { naar: 'afgerond' })
  return { id: gast.id }
}

/** WIN-07: a guest becomes a melding in one step; without a name when there is none. The nickname does not go along. */
export async function makeMelding(
  work: Work,
  input: { id: Id; versie: number },
): Promise<{ meldingId: Id; nummer: string } | Rejection> {
  const gast = await lockVoor(work, input, 'melding')
  if (isRejection(gast)) return gast
  const persoonId = await findGastPersoon(work, gast.id)
  if (gast.soort === 'bekend' && !persoonId) return nietBetrokken
  const made = await registerMelding(work, {
    persoonId: persoonId ?? null,
    kanaal: 'verwijzing',
    melderSoort: 'aanbieder',
    gemeenteCode: gast.gemeente_code,
    domein: 'MO',
    hulpvraag: `Sliep in de winteropvang: ${gast.locatie}, nacht van ${formatLong(gast.nacht)}, bed ${gast.nummer}. Kan nergens anders slapen.`,
  })
  if (isRejection(made)) return made
  await setIntake(work, gast, {
    ...afspraakVan(gast, work),
    intake_status: 'melding',
    intake_uitkomst: null,
    melding_id: made.id,
  })
  await record(work, gast, 'WintergastGemeld', { persoonId, naar: 'melding' })
  return { meldingId: made.id, nummer: made.nummer }
}

const nietBetrokken = reject('niet_betrokken', 'Alleen wie bij deze cliënt betrokken is, kan dit.', {
  status: 403,
})

const toestandVan = (gast: GastRij) => (gast.intake_status ?? 'geen') as IntakeToestand

async function lockVoor(
  work: Work,
  input: { id: Id; versie: number },
  actie: IntakeActie,
): Promise<GastRij | Rejection> {
  const gast = await lockGezien(work, input)
  if (isRejection(gast)) return gast
  const may = canIntake(toestandVan(gast), actie)
  return may.ok ? gast : reject('stand_past_niet', may.reden)
}

const afspraakVan = (gast: GastRij, work: Work) => ({
  intake_stap: gast.intake_stap ?? INTAKE_STAP,
  intake_op: gast.intake_op ?? work.today,
  intake_organisatie_id: gast.intake_organisatie_id ?? work.vrager.organisatieId!,
})

/** What changed is named, so that who saw the guest before can see it. A step of a known guest leaves the guest as it was. */
async function record(
  work: Work,
  gast: GastRij,
  soort: string,
  { persoonId, naar }: { persoonId?: Id | undefined; naar?: IntakeToestand },
): Promise<void> {
  const versie = naar === undefined ? gast.versie : gast.versie + 1
  await work.record({
    soort,
    onderwerpSoort: 'wintergast',
    onderwerpId: gast.id,
    persoonId: persoonId ?? null,
    op: work.today,
    gegevens:
      naar === undefined ? { versie } : { versie, wijzigingen: { intake: [toestandVan(gast), naar] } },
  })
}
