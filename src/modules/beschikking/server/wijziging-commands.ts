import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import { giveBetrokkenheid } from '../../persoon/server/betrokkenheid.ts'
import type * as contract from '../domain/contract.ts'
import { canHerzien, checkBeschiktOp, decideVervanging } from '../domain/rules.ts'
import {
  allow,
  checkBeslisser,
  followUpDay,
  lockVersie,
  readGeldigheid,
  record,
  recordChange,
  standOf,
} from './dossier.ts'
import {
  type BeschikkingRow,
  insertBeschikking,
  insertHeronderzoek,
  nextNummer,
  updateBeschikking,
} from './store.ts'

type Body<E extends { body: z.ZodType }> = z.output<E['body']>

/** A new decision in the place of the old one, on a ground of Wmo 2015 art. 2.3.10; the old one ends where it begins. */
export async function reviewBeschikking(
  work: Work,
  id: Id,
  input: Body<typeof contract.herzie>,
): Promise<{ id: Id; nummer: string } | Rejection> {
  const oud = await lockGeldig(work, id, input)
  if (isRejection(oud)) return oud
  const geldigheid = await readGeldigheid(work, input)
  if (isRejection(geldigheid)) return geldigheid
  const productId = input.productId ?? oud.product_id!
  return replace(work, oud, {
    soort: 'herziening',
    ingangOp: input.geldigVan,
    beschiktOp: input.beschiktOp,
    productId,
    values: { ...geldigheid, motivering: input.motivering, intrekgrond: input.grond },
  })
}

/** Withdraws a decision from a day on, on a ground of Wmo 2015 art. 2.3.10. */
export async function withdrawBeschikking(
  work: Work,
  id: Id,
  input: Body<typeof contract.trekIn>,
): Promise<{ id: Id; nummer: string } | Rejection> {
  const oud = await lockGeldig(work, id, input)
  if (isRejection(oud)) return oud
  if (oud.geldig_tot !== null && input.ingangOp >= oud.geldig_tot)
    return reject('eindigt_al_eerder', 'De beschikking eindigt al eerder. Kies een dag daarvoor.', {
      field: 'ingangOp',
      status: 422,
    })
  return replace(work, oud, {
    soort: 'intrekking',
    ingangOp: input.ingangOp,
    beschiktOp: input.beschiktOp,
    productId: oud.product_id!,
    values: {
      geldig_van: input.ingangOp,
      geldig_tot: null,
      heronderzoek_op: null,
      motivering: input.motivering,
      intrekgrond: input.grond,
    },
  })
}

/** Looked at again, nothing changes (Wmo 2015 art. 2.3.9): the next review gets a day. */
export async function recordHeronderzoek(
  work: Work,
  id: Id,
  input: Body<typeof contract.legHeronderzoekVast>,
): Promise<{ id: Id } | Rejection> {
  const before = await lockVersie(work, id, input.versie)
  if (isRejection(before)) return before
  const at = (field: string, message: string) => reject('datum_onjuist', message, { field, status: 422 })
  if (input.gedaanOp > work.today)
    return at('gedaanOp', 'Deze dag ligt in de toekomst. Kies vandaag of eerder.')
  if (input.volgendeOp <= input.gedaanOp) return at('volgendeOp', 'Kies een dag na het heronderzoek.')
  const wrong = allow(canHerzien(standOf(before), work.today))
  if (wrong) return wrong
  const beslisser = await checkBeslisser(work, before, before.product_id!, work.today)
  if (isRejection(beslisser)) return beslisser
  const changes = { heronderzoek_op: input.volgendeOp }
  const refused = await updateBeschikking(work, before, changes)
  if (refused) return refused
  const made = await insertHeronderzoek(work, {
    beschikking_id: id,
    persoon_id: before.persoon_id,
    gedaan_op: input.gedaanOp,
    uitkomst: 'ongewijzigd',
    toelichting: input.toelichting,
    volgende_op: input.volgendeOp,
  })
  await recordChange(work, 'HeronderzoekGedaan', before, changes, input.gedaanOp)
  return { id: made }
}

async function lockGeldig(
  work: Work,
  id: Id,
  input: { versie: number; beschiktOp: PlainDate },
): Promise<BeschikkingRow | Rejection> {
  const oud = await lockVersie(work, id, input.versie)
  if (isRejection(oud)) return oud
  return (
    allow(canHerzien(standOf(oud), work.today)) ??
    checkBeschiktOp({ beschiktOp: input.beschiktOp, nietVoor: oud.beschikt_op! }, work.today) ??
    oud
  )
}

interface Vervanging {
  readonly soort: 'herziening' | 'intrekking'
  readonly ingangOp: PlainDate
  readonly beschiktOp: PlainDate
  readonly productId: Id
  readonly values: {
    geldig_van: PlainDate
    geldig_tot: PlainDate | null
    heronderzoek_op: PlainDate | null
    motivering: string
    intrekgrond: string
  }
}

/** Shortens the old decision first, so that the constraint on overlap sees the periods side by side. */
async function replace(
  work: Work,
  oud: BeschikkingRow,
  input: Vervanging,
): Promise<{ id: Id; nummer: string } | Rejection> {
  const beslisser = await checkBeslisser(work, oud, input.productId, input.beschiktOp)
  if (isRejection(beslisser)) return beslisser
  const { status, geldigTot } = decideVervanging(
    { geldigVan: oud.geldig_van!, geldigTot: oud.geldig_tot },
    input.ingangOp,
  )
  const ended = { status, geldig_tot: geldigTot }
  const shortened = await updateBeschikking(work, oud, ended)
  if (shortened) return shortened
  const id = work.newId()
  const nummer = await nextNummer(work)
  const refused = await insertBeschikking(work, {
    id,
    nummer,
    melding_id: oud.melding_id,
    besluit_id: oud.besluit_id,
    persoon_id: oud.persoon_id,
    product_id: input.productId,
    soort: input.soort,
    status: 'beschikt',
    // Decided of one's own accord: there is no application and so no term.
    aangevraagd_op: input.beschiktOp,
    uiterlijk_op: input.beschiktOp,
    termijn_toelichting: 'Dit besluit is genomen zonder aanvraag. Er loopt geen termijn.',
    beschikt_op: input.beschiktOp,
    organisatie_id: beslisser.organisatieId,
    mandaat_id: beslisser.mandaatId,
    namens_gemeente: oud.namens_gemeente,
    beslisser_id: work.vrager.gebruikerId,
    vorige_id: oud.id,
    ...input.values,
  })
  if (refused) return refused
  await giveBetrokkenheid(work, {
    persoonId: oud.persoon_id,
    organisatieId: beslisser.organisatieId,
    doel: 'beschikking',
    grond: 'WETTELIJKE_TAAK_COLLEGE',
    bronSoort: 'beschikking',
    bronId: id,
  })
  await insertHeronderzoek(work, {
    beschikking_id: oud.id,
    persoon_id: oud.persoon_id,
    gedaan_op: input.beschiktOp,
    uitkomst: input.soort === 'herziening' ? 'herzien' : 'ingetrokken',
    toelichting: input.values.motivering,
    volgende_op: input.values.heronderzoek_op,
  })
  await recordChange(
    work,
    'BeschikkingVervangen',
    oud,
    { ...ended, vervangen_door: nummer },
    input.beschiktOp,
  )
  const what = input.soort === 'herziening' ? 'BeschikkingHerzien' : 'BeschikkingIngetrokken'
  await record(
    work,
    what,
    { id, persoonId: oud.persoon_id, op: input.beschiktOp },
    { nummer, vorige: oud.nummer },
  )
  await setOpvolging(
    work,
    { persoonId: oud.persoon_id },
    {
      volgendeStap: `Nagaan of beschikking ${nummer} is verstuurd`,
      volgendeStapOp: await followUpDay(work),
    },
  )
  return { id, nummer }
}
