import { conflict, tooLate } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { isKeuze } from '../../beheer/server/lookup.ts'
import { closeOpvolging, setOpvolging } from '../../opvolging/server/commands.ts'
import { endBetrokkenheid, giveBetrokkenheid } from '../../persoon/server/betrokkenheid.ts'
import { lockLocatie, lockPlek } from '../../plek/server/lookup.ts'
import { ensureTrajecten, noteVertrek } from '../../traject/server/commands.ts'
import type { CorrectieInvoer, VertrekInvoer, Vervolg } from '../domain/contract.ts'
import { canCorrect, checkDag, HERSTELDAGEN } from '../domain/rules.ts'
import { ledenVan, lockToChange, overschrijdingOf, reasonOf } from './change.ts'
import { findLopend } from './open.ts'
import { endPersonen, listPersonenVan, reopenPersonen, updateLocked, type VerblijfRij } from './store.ts'

type Gedaan = { id: Id; versie: number }

/**
 * Departure of the whole household, or of one member. The plek is free on that day. The same action says what happens
 * next, or ends the promise with a reason: nobody drops out of sight by leaving.
 */
export async function endVerblijf(
  work: Work,
  input: VertrekInvoer & { verblijfId: Id },
): Promise<Gedaan | Rejection> {
  const locked = await lockToChange(work, input.verblijfId)
  if (isRejection(locked)) return locked
  const { row } = locked
  if (row.geeindigd_op !== null) {
    const reden = 'Dit vertrek is al vastgelegd.'
    return tooLate(work, 'verblijf', row.id, { code: 'verblijf_geeindigd', reden })
  }
  if (row.versie !== input.versie) return conflict(work, 'verblijf', row.id, input.versie)
  const leden = (await listPersonenVan(work, row.id)).filter((lid) => lid.tot === null)
  const alone = input.persoonId === null || leden.length <= 1
  const begin = leden.reduce((latest, lid) => (lid.van > latest ? lid.van : latest), row.begonnen_op)
  const refused =
    checkDag(input.op, work.today, 'op', { voor: begin, wat: 'Het verblijf begon op' }) ??
    (await checkKeuzes(work, input))
  if (refused) return refused
  return alone
    ? endAll(work, row, input, leden)
    : endOne(work, row, { ...input, persoonId: input.persoonId! }, leden)
}

async function checkKeuzes(
  work: Work,
  input: { reden: string; bestemming: string },
): Promise<undefined | Rejection> {
  if (!(await isKeuze(work, 'eindreden_verblijf', input.reden)))
    return reject('reden_onbekend', 'Kies een reden uit de lijst.', { field: 'reden', status: 422 })
  if (!(await isKeuze(work, 'bestemming', input.bestemming)))
    return reject('bestemming_onbekend', 'Kies uit de lijst waar iemand heen gaat.', {
      field: 'bestemming',
      status: 422,
    })
  return undefined
}

async function endAll(
  work: Work,
  row: VerblijfRij,
  input: VertrekInvoer,
  leden: readonly { persoonId: Id }[],
): Promise<Gedaan | Rejection> {
  const overschrijding = await overschrijdingOf(work, row, input)
  if (isRejection(overschrijding)) return overschrijding
  await endPersonen(work, { verblijfId: row.id, op: input.op })
  const versie = await updateLocked(work, row, {
    geeindigd_op: input.op,
    eindreden: input.reden,
    bestemming: input.bestemming,
    ...overschrijding,
  })
  if (isRejection(versie)) return versie
  await work.record({
    soort: 'VerblijfGeeindigd',
    onderwerpSoort: 'verblijf',
    onderwerpId: row.id,
    persoonId: row.persoon_id,
    op: input.op,
    gegevens: {
      versie,
      soort: row.soort,
      reden: input.reden,
      bestemming: input.bestemming,
      ...reasonOf(overschrijding),
    },
  })
  const refused =
    (await noteInTraject(work, row, input, leden)) ??
    (await setVervolg(work, row.persoon_id, input.vervolg, input.op))
  if (refused) return refused
  await endBetrokkenheidNa(work, row)
  return { id: row.id, versie }
}

/** One member leaves; the others stay. When that was the contact, another adult or member takes over. */
async function endOne(
  work: Work,
  row: VerblijfRij,
  input: VertrekInvoer & { persoonId: Id },
  leden: readonly { persoonId: Id }[],
): Promise<Gedaan | Rejection> {
  if (!leden.some((lid) => lid.persoonId === input.persoonId)) return notFound('Deze bewoner')
  const isHoofd = input.persoonId === row.persoon_id
  const others = leden.filter((lid) => lid.persoonId !== input.persoonId)
  const next = isHoofd ? input.nieuwAanspreekpuntId : row.persoon_id
  if (!next || !others.some((lid) => lid.persoonId === next))
    return reject('aanspreekpunt_nodig', 'Kies wie van de anderen het aanspreekpunt wordt.', {
      field: 'nieuwAanspreekpuntId',
      status: 422,
    })
  await endPersonen(work, { verblijfId: row.id, op: input.op, alleen: input })
  if (isHoofd)
    await setOpvolging(
      work,
      { persoonId: next },
      {
        volgendeStap: 'Kennismaken met het nieuwe aanspreekpunt',
        volgendeStapOp: addDays(work.today, 7),
      },
    )
  const versie = await updateLocked(work, row, { persoon_id: next })
  if (isRejection(versie)) return versie
  await work.record({
    soort: 'BewonerVertrokken',
    onderwerpSoort: 'verblijf',
    onderwerpId: row.id,
    persoonId: input.persoonId,
    op: input.op,
    gegevens: {
      versie,
      reden: input.reden,
      bestemming: input.bestemming,
      wijzigingen: { bewoners: [leden.length, others.length] },
    },
  })
  const refused =
    (await noteInTraject(work, row, input, [input])) ??
    (await setVervolg(work, input.persoonId, input.vervolg, input.op))
  return refused ?? { id: row.id, versie }
}

/** Leaving does not end the traject: it goes on without this product. */
function noteInTraject(
  work: Work,
  row: VerblijfRij,
  input: VertrekInvoer,
  leden: readonly { persoonId: Id }[],
): Promise<undefined | Rejection> {
  return noteVertrek(work, {
    personen: leden.map((lid) => lid.persoonId),
    op: input.op,
    bestemming: input.bestemming,
    isTimeOut: row.soort === 'time_out',
  })
}

/** The next step, or the end of the promise with a reason. Who never had an opvolging of their own gets one first. */
async function setVervolg(
  work: Work,
  persoonId: Id,
  vervolg: Vervolg,
  op: PlainDate,
): Promise<undefined | Rejection> {
  if (vervolg.soort === 'stap') {
    await setOpvolging(work, { persoonId }, vervolg)
    return undefined
  }
  const has = await work.db
    .selectFrom('opvolging')
    .select('id')
    .where('persoon_id', '=', persoonId)
    .where('status', '=', 'open')
    .executeTakeFirst()
  if (!has) return undefined
  const closed = await closeOpvolging(
    work,
    { persoonId },
    { reden: vervolg.reden, toelichting: vervolg.toelichting, op },
  )
  return closed && { ...closed, field: 'vervolg' }
}

/** The aanbieder keeps sight for as long as a mistake can be taken back, and longer while it is responsible. */
async function endBetrokkenheidNa(work: Work, row: VerblijfRij): Promise<void> {
  const responsible = await work.db
    .selectFrom('opvolging as o')
    .innerJoin('betrokkenheid as b', 'b.organisatie_id', 'o.organisatie_id')
    .select('o.id')
    .where('o.persoon_id', '=', row.persoon_id)
    .where('o.status', '=', 'open')
    .where('b.bron_soort', '=', 'verblijf')
    .where('b.bron_id', '=', row.id)
    .executeTakeFirst()
  if (!responsible)
    await endBetrokkenheid(work, {
      bronSoort: 'verblijf',
      bronId: row.id,
      tot: addDays(work.today, HERSTELDAGEN),
    })
}

/** The departure was a mistake: the stay goes on, when the plek and the people are still free. */
export async function correctVertrek(
  work: Work,
  input: CorrectieInvoer & { verblijfId: Id },
): Promise<Gedaan | Rejection> {
  const seen = await work.db
    .selectFrom('verblijf')
    .select(['locatie_id', 'plek_id'])
    .where('id', '=', input.verblijfId)
    .executeTakeFirst()
  if (seen) {
    await lockLocatie(work, seen.locatie_id)
    await lockPlek(work, seen.plek_id)
  }
  const locked = await lockToChange(work, input.verblijfId)
  if (isRejection(locked)) return locked
  const { row, locatie } = locked
  const allowed = canCorrect({ geeindigdOp: row.geeindigd_op, eindreden: row.eindreden }, work.today)
  if (!allowed.ok) return reject('vertrek_niet_te_herstellen', allowed.reden)
  if (row.versie !== input.versie) return conflict(work, 'verblijf', row.id, input.versie)
  const op = row.geeindigd_op!
  const back = (await listPersonenVan(work, row.id))
    .filter((lid) => lid.tot === op)
    .map((lid) => lid.persoonId)
  if ((await findLopend(work, back, op)).some((other) => other.id !== row.id))
    return reject(
      'persoon_verblijft_al',
      'Iemand verblijft intussen ergens anders. Herstellen kan niet meer; start zo nodig een nieuw verblijf.',
    )
  if (locatie.organisatieId)
    for (const persoonId of back)
      await giveBetrokkenheid(work, {
        persoonId,
        organisatieId: locatie.organisatieId,
        doel: 'verblijf',
        grond: 'UITVOERING_AANBIEDER',
        bronSoort: 'verblijf',
        bronId: row.id,
      })
  const versie = await updateLocked(work, row, { geeindigd_op: null, eindreden: null, bestemming: null })
  if (isRejection(versie)) return versie
  const reopened = await reopenPersonen(work, { verblijfId: row.id, op })
  if (reopened) return reopened
  await setOpvolging(work, { persoonId: row.persoon_id }, input.stap)
  const restored = await restoreTraject(work, row, back)
  if (restored) return restored
  const corrigeertId = await findGebeurtenis(work, row.id)
  await work.record({
    soort: 'VertrekHersteld',
    onderwerpSoort: 'verblijf',
    onderwerpId: row.id,
    persoonId: row.persoon_id,
    op: work.today,
    gegevens: { versie, reden: input.reden, wijzigingen: { geeindigdOp: [op, null] } },
    ...(corrigeertId && { corrigeertId }),
  })
  return { id: row.id, versie }
}

/** The traject has its product again from the day that was recorded as the departure. */
async function restoreTraject(
  work: Work,
  row: VerblijfRij,
  back: readonly Id[],
): Promise<undefined | Rejection> {
  return ensureTrajecten(work, {
    verblijfId: row.id,
    soort: row.soort as 'regulier',
    hoofdId: row.persoon_id,
    leden: await ledenVan(work, { huishoudenId: row.huishouden_id, personen: back }),
    productId: row.product_id,
    op: row.geeindigd_op!,
    afwijkingReden: row.afwijking_reden,
    geheimBij: null,
  })
}

async function findGebeurtenis(work: Work, verblijfId: Id): Promise<Id | undefined> {
  const row = await work.db
    .selectFrom('gebeurtenis')
    .select('id')
    .where('onderwerp_soort', '=', 'verblijf')
    .where('onderwerp_id', '=', verblijfId)
    .where('soort', '=', 'VerblijfGeeindigd')
    .orderBy('vastgelegd_op', 'desc')
    .executeTakeFirst()
  return row?.id
}
