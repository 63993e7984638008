import { openChanges } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { deadline, type Termijn } from '../../../shared/termijn.ts'
import { getTermijn } from '../../beheer/server/lookup.ts'
import { registerMelding } from '../../melding/server/commands.ts'
import { endBetrokkenheid, giveBetrokkenheid } from '../../persoon/server/betrokkenheid.ts'
import { getPersoonKern } from '../../persoon/server/lookup.ts'
import type { AfrondInvoer } from '../domain/contract.ts'
import { canSignaal, type SignaalActie, type SignaalToestand } from '../domain/toestanden.ts'
import { checkKeuze, readLijsten } from './keuzes.ts'
import { lockRow, type SignaalRow, updateRow } from './store.ts'

type Gedaan = { id: Id; versie: number }
interface Gezien {
  readonly id: Id
  readonly versie: number
}

/** The signaal locked, at its own organisation, in a state in which `actie` may be done. */
export async function lockVoor(work: Work, id: Id, actie: SignaalActie): Promise<SignaalRow | Rejection> {
  const row = await lockRow(work, 'signaal', id, 'Dit signaal')
  if (isRejection(row)) return row
  if (row.organisatie_id !== work.vrager.organisatieId)
    return reject('andere_organisatie', 'Dit signaal wordt door een andere organisatie behandeld.', {
      status: 403,
    })
  const mag = canSignaal(
    { status: row.status as SignaalToestand, teruggekoppeldOp: row.teruggekoppeld_op },
    actie,
  )
  return mag.ok ? row : reject('kan_nu_niet', mag.reden)
}

/** Writes what changes and tells it to the book, so that a colleague who comes second reads what happened. */
async function save(
  work: Work,
  row: SignaalRow,
  seen: Gezien,
  step: { soort: string; set: Partial<SignaalRow>; gegevens?: Record<string, unknown> },
): Promise<Gedaan | Rejection> {
  const versie = await updateRow(work, 'signaal', seen, step.set)
  if (isRejection(versie)) return versie
  await work.record({
    soort: step.soort,
    onderwerpSoort: 'signaal',
    onderwerpId: row.id,
    persoonId: step.set.persoon_id ?? row.persoon_id,
    op: work.today,
    gegevens: {
      ...step.gegevens,
      versie,
      wijzigingen: openChanges(row, step.set, ['uitkomst_toelichting', 'persoon_id', 'melding_id']),
    },
  })
  return { id: row.id, versie }
}

/** Takes a signaal on, or over from a colleague; from then on the term to finish it runs. */
export async function pickUpSignaal(work: Work, seen: Gezien): Promise<Gedaan | Rejection> {
  const before = await lockRow(work, 'signaal', seen.id, 'Dit signaal')
  if (isRejection(before)) return before
  const isNew = before.status === 'binnen'
  const row = await lockVoor(work, seen.id, isNew ? 'oppakken' : 'overnemen')
  if (isRejection(row)) return row
  if (row.opgepakt_door === work.vrager.gebruikerId)
    return reject('al_van_u', 'U heeft dit signaal al opgepakt.')
  if (!isNew)
    return save(work, row, seen, {
      soort: 'SignaalOvergenomen',
      set: { opgepakt_door: work.vrager.gebruikerId },
    })
  const termijn = (await getTermijn(work, 'signaal_afronden')) as Termijn
  return save(work, row, seen, {
    soort: 'SignaalOpgepakt',
    set: {
      status: 'opgepakt',
      opgepakt_op: work.today,
      opgepakt_door: work.vrager.gebruikerId,
      afronden_voor: deadline(work.today, termijn, { algemeneTermijnenwet: false }).uiterlijk,
    },
  })
}

/** From then on the signaal belongs to the file: who is involved with the person sees it, and nobody else. */
export async function linkSignaal(
  work: Work,
  input: Gezien & { persoonId: Id },
): Promise<Gedaan | Rejection> {
  const row = await lockVoor(work, input.id, 'koppelen')
  if (isRejection(row)) return row
  const persoon = await getPersoonKern(work, input.persoonId)
  if (!persoon) return notFound('Deze cliënt')
  if (row.persoon_id !== null) await endBetrokkenheid(work, bronOf(row.id))
  await giveBetrokkenheid(work, {
    ...bronOf(row.id),
    persoonId: persoon.id,
    organisatieId: work.vrager.organisatieId!,
    doel: 'signaal',
    grond: 'WETTELIJKE_TAAK_COLLEGE',
  })
  return save(work, row, input, { soort: 'SignaalGekoppeld', set: { persoon_id: persoon.id } })
}

export const bronOf = (id: Id) => ({ bronSoort: 'signaal', bronId: id })

/** Ends a signaal with what was done and one fixed sentence for who reported it. */
export async function finishSignaal(
  work: Work,
  input: AfrondInvoer & { id: Id },
): Promise<Gedaan | Rejection> {
  const row = await lockVoor(work, input.id, 'afronden')
  if (isRejection(row)) return row
  const reden = input.uitkomst === 'geen_actie' ? input.reden : null
  const refused =
    (await checkKeuze(work, 'signaal_terugkoppeling', input.terugkoppeling, 'terugkoppeling')) ??
    (reden === null ? undefined : await checkKeuze(work, 'signaal_geen_actie', reden, 'reden'))
  if (refused) return refused
  return close(work, row, input, {
    uitkomst: input.uitkomst,
    uitkomst_reden: reden,
    uitkomst_toelichting: input.toelichting,
    terugkoppeling: input.terugkoppeling,
  })
}

async function close(
  work: Work,
  row: SignaalRow,
  seen: Gezien,
  set: Partial<SignaalRow>,
): Promise<Gedaan | Rejection> {
  const done = await save(work, row, seen, {
    soort: 'SignaalAfgerond',
    set: { ...set, status: 'afgerond', afgerond_op: work.today },
    gegevens: { uitkomst: set.uitkomst },
  })
  if (!isRejection(done) && row.persoon_id !== null) await endBetrokkenheid(work, bronOf(row.id))
  return done
}

/**
 * One step from signaal to melding: at the own loket, with what was seen as the help question. Who reported it stays out of the
 * melding, because the client may read that.
 */
export async function makeMelding(
  work: Work,
  seen: Gezien,
): Promise<(Gedaan & { meldingId: Id; nummer: string }) | Rejection> {
  const row = await lockVoor(work, seen.id, 'melding')
  if (isRejection(row)) return row
  const van = await readLijsten(work)
  const terugkoppeling = (
    van('signaal_terugkoppeling').find(({ waarde }) => waarde === 'opgepakt') ??
    van('signaal_terugkoppeling')[0]
  )?.waarde
  if (!terugkoppeling)
    return reject('geen_terugkoppeling', 'De regio heeft geen zinnen voor de melder. Vraag uw beheerder.')
  const waar = row.waar_versleuteld && work.cipher.decrypt(row.waar_versleuteld)
  const melding = await registerMelding(work, {
    kanaal: row.bron === 'inwoner' ? 'formulier' : 'verwijzing',
    melderSoort: 'anders',
    gemeenteCode: row.gemeente_code,
    persoonId: row.persoon_id,
    hulpvraag: [
      `Signaal ${row.kenmerk}: ${work.cipher.decrypt(row.toelichting_versleuteld!)}`,
      waar && `Waar: ${waar}`,
      row.ontruiming_op && `Ontruiming op ${row.ontruiming_op}`,
    ]
      .filter(Boolean)
      .join('\n'),
    volwassenen: row.volwassenen ?? 1,
    kinderen: row.kinderen ?? 0,
  })
  if (isRejection(melding)) return melding
  const done = await close(work, row, seen, {
    uitkomst: 'melding_gemaakt',
    melding_id: melding.id,
    terugkoppeling,
  })
  return isRejection(done) ? done : { ...done, meldingId: melding.id, nummer: melding.nummer }
}

/** For a reporter who asked to be called or mailed. */
export async function answerMelder(work: Work, id: Id): Promise<Gedaan | Rejection> {
  const row = await lockVoor(work, id, 'terugkoppelen')
  if (isRejection(row)) return row
  if (!row.wil_terugkoppeling)
    return reject('geen_antwoord_gevraagd', 'De melder vroeg niet om gebeld of gemaild te worden.')
  return save(work, row, row, { soort: 'MelderBeantwoord', set: { teruggekoppeld_op: work.today } })
}
