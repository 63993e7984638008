import { conflict } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { isKeuze } from '../../beheer/server/lookup.ts'
import { giveBetrokkenheid } from '../../persoon/server/betrokkenheid.ts'
import type { NazorgInvoer, StapInvoer, WelNazorg } from '../domain/contract.ts'
import { checkDagVan, checkPeriode, isUitstroom, stapNa, volgendContactOp } from '../domain/rules.ts'
import { canNazorg, type NazorgActie, type NazorgToestand, nextToestand } from '../domain/toestanden.ts'
import { recordNazorg } from './boek.ts'
import { resolveAanbieder } from './delen.ts'
import { type AfspraakRow, insertAfspraak, lockAfspraak, updateAfspraak } from './store.ts'
import { endZicht, partijen, setVervolg, setVolgendeStap } from './volgen.ts'

export type Gedaan = { id: Id; versie: number }

/** After an outflow: nazorg with who gives it, or the reason why not (OVD-04). */
export async function arrangeNazorg(
  work: Work,
  input: NazorgInvoer & { readonly verblijfId: Id },
): Promise<Gedaan | Rejection> {
  const vertrek = await lockVertrek(work, input)
  if (!vertrek) return notFound('Dit verblijf')
  const { persoon_id: persoonId, op, eindreden, bestemming } = vertrek
  if (op === null || !isUitstroom({ soort: vertrek.soort, eindreden: eindreden!, bestemming: bestemming! }))
    return reject(
      'geen_uitstroom',
      'Nazorg spreekt u af na een vertrek uit de keten. Dit verblijf loopt nog, of ging over in een ander verblijf.',
    )
  const refused = checkDagVan(input.op, work.today, { voor: op, wat: 'Het vertrek was op' })
  if (refused) return refused
  const uitstroom = { verblijfId: input.verblijfId, persoonId, vertrokkenOp: op }
  return input.besluit === 'geen' ? decideGeen(work, input, uitstroom) : propose(work, input, uitstroom)
}

/** The departure, locked: that of the stay, or that of who left its household alone. */
function lockVertrek(work: Work, input: { readonly verblijfId: Id; readonly persoonId: Id | null }) {
  if (input.persoonId === null)
    return work.db
      .selectFrom('verblijf')
      .select(['persoon_id', 'soort', 'geeindigd_op as op', 'eindreden', 'bestemming'])
      .where('id', '=', input.verblijfId)
      .forNoKeyUpdate()
      .executeTakeFirst()
  return work.db
    .selectFrom('verblijf_persoon')
    .select(['persoon_id', 'soort', 'tot as op', 'eindreden', 'bestemming'])
    .where('verblijf_id', '=', input.verblijfId)
    .where('persoon_id', '=', input.persoonId)
    .where('eindreden', 'is not', null)
    .orderBy('tot', 'desc')
    .forNoKeyUpdate()
    .executeTakeFirst()
}

interface Uitstroom {
  readonly verblijfId: Id
  readonly persoonId: Id
  readonly vertrokkenOp: string
}

async function decideGeen(
  work: Work,
  input: Extract<NazorgInvoer, { besluit: 'geen' }>,
  uitstroom: Uitstroom,
): Promise<Gedaan | Rejection> {
  if (!(await isKeuze(work, 'reden_geen_nazorg', input.redenGeen)))
    return reject('reden_onbekend', 'Kies een reden uit de lijst.', { field: 'redenGeen', status: 422 })
  const id = work.newId()
  const failed = await insertAfspraak(work, {
    id,
    persoon_id: uitstroom.persoonId,
    verblijf_id: uitstroom.verblijfId,
    organisatie_id: makerOf(work),
    status: 'geen',
    reden_geen: input.redenGeen,
    toelichting: input.toelichting || null,
    besloten_op: input.op,
  })
  if (failed) return failed
  await recordNazorg(work, 'GeenNazorg', {
    over: 'nazorgafspraak',
    id,
    persoonId: uitstroom.persoonId,
    op: input.op,
    gegevens: { versie: 1, reden: input.redenGeen, wijzigingen: { status: [null, 'geen'] } },
  })
  return { id, versie: 1 }
}

function makerOf(work: Work): Id {
  if (work.vrager.organisatieId === null) throw new Error('nazorg: the system must name an organisation')
  return work.vrager.organisatieId
}

/** Asks an organisation; the own one, and one outside the region that has no desk here, need not accept first. */
async function propose(work: Work, input: WelNazorg, uitstroom: Uitstroom): Promise<Gedaan | Rejection> {
  const refused = checkPeriode(input, uitstroom.vertrokkenOp, work.today)
  if (refused) return refused
  const id = work.newId()
  const aanbieder = await resolveAanbieder(work, {
    ...input,
    persoonId: uitstroom.persoonId,
    afspraakId: id,
  })
  if (isRejection(aanbieder)) return aanbieder
  const failed = await insertAfspraak(work, {
    id,
    persoon_id: uitstroom.persoonId,
    verblijf_id: uitstroom.verblijfId,
    organisatie_id: makerOf(work),
    status: 'voorgesteld',
    aanbieder_id: aanbieder.id,
    aanbieder_naam: aanbieder.naam,
    contact_naam: aanbieder.naam === null ? null : input.contactNaam || null,
    elke_weken: input.elkeWeken,
    afspraken: input.afspraken || null,
    besloten_op: input.op,
    begint_op: input.begintOp,
    tot: input.tot,
    deling_id: aanbieder.delingId,
  })
  if (failed) return failed
  if (aanbieder.id !== null) await giveZicht(work, { ...uitstroom, id, aanbiederId: aanbieder.id })
  await recordNazorg(work, 'NazorgVoorgesteld', {
    over: 'nazorgafspraak',
    id,
    persoonId: uitstroom.persoonId,
    op: input.op,
    gegevens: {
      versie: 1,
      aanbieder: aanbieder.naam,
      aanbiederId: aanbieder.id,
      elkeWeken: input.elkeWeken,
      wijzigingen: { status: [null, 'voorgesteld'] },
    },
  })
  const isAnderHier = aanbieder.id !== null && aanbieder.id !== work.vrager.organisatieId
  if (isAnderHier) return { id, versie: 1 }
  const row = await lockAfspraak(work, id)
  return accept(work, row!, input.op)
}

/** Sight of who gives nazorg comes from the agreement alone, and ends with it. */
async function giveZicht(
  work: Work,
  input: { readonly id: Id; readonly persoonId: Id; readonly aanbiederId: Id },
): Promise<void> {
  const { soort } = await work.db
    .selectFrom('organisatie')
    .select('soort')
    .where('id', '=', input.aanbiederId)
    .executeTakeFirstOrThrow()
  await giveBetrokkenheid(work, {
    persoonId: input.persoonId,
    organisatieId: input.aanbiederId,
    doel: 'nazorg',
    grond: soort === 'aanbieder' ? 'UITVOERING_AANBIEDER' : 'WETTELIJKE_TAAK_COLLEGE',
    bronSoort: 'nazorgafspraak',
    bronId: input.id,
  })
}

/** The agreement locked, in a state in which the asker may do `actie`, with the version that the editor saw. */
export async function lockVoorActie(
  work: Work,
  input: { readonly afspraakId: Id; readonly versie: number },
  actie: NazorgActie,
): Promise<AfspraakRow | Rejection> {
  const row = await lockAfspraak(work, input.afspraakId)
  if (!row) return notFound('Deze afspraak over nazorg')
  work.saw(row.persoon_id)
  // Who edits an older version is told what changed, also when that was the state.
  if (row.versie !== input.versie) return conflict(work, 'nazorgafspraak', row.id, input.versie)
  const mag = canNazorg({ ...partijen(row), status: row.status as NazorgToestand }, actie, work.vrager)
  if (!mag.ok)
    return mag.isRecht
      ? reject('andere_organisatie', mag.reden, { status: 403 })
      : reject('kan_nu_niet', mag.reden)
  return row
}

/** Accepting, refusing, withdrawing, finishing or stopping: what can be done follows from the table of states. */
export async function stepNazorg(
  work: Work,
  input: StapInvoer & { readonly afspraakId: Id },
): Promise<Gedaan | Rejection> {
  const row = await lockVoorActie(work, input, input.actie)
  if (isRejection(row)) return row
  const refused =
    checkDagVan(input.op, work.today, { voor: row.besloten_op, wat: 'Dit is afgesproken op' }) ??
    (input.actie === 'stoppen' && !(await isKeuze(work, 'eindreden_nazorg', input.reden))
      ? reject('reden_onbekend', 'Kies een reden uit de lijst.', { field: 'reden', status: 422 })
      : undefined)
  if (refused) return refused
  if (input.actie === 'aannemen') return accept(work, row, input.op)
  const gedaan = await endAfspraak(work, row, {
    actie: input.actie,
    op: input.op,
    reden: input.actie === 'stoppen' ? input.reden : null,
    toelichting: input.toelichting || null,
  })
  // After the end, so that the database sees that nothing runs when the promise is closed.
  const vervolg = 'vervolg' in input ? await setVervolg(work, row, input) : undefined
  if (vervolg) return vervolg
  await endZicht(work, row)
  return gedaan
}

async function accept(work: Work, row: AfspraakRow, op: string): Promise<Gedaan | Rejection> {
  const contactpersoon_id = work.vrager.gebruikerId
  if (contactpersoon_id === null) throw new Error('nazorg: the system cannot be the contact')
  const versie = await updateAfspraak(work, row, { status: 'lopend', contactpersoon_id })
  const lopend = { ...row, contactpersoon_id }
  const volgendOp = volgendContactOp({ begintOp: row.begint_op!, elkeWeken: row.elke_weken! }, [])
  await setVolgendeStap(work, lopend, stapNa('goed', volgendOp, work.today))
  await recordNazorg(work, 'NazorgBegonnen', {
    over: 'nazorgafspraak',
    id: row.id,
    persoonId: row.persoon_id,
    op,
    gegevens: { versie, elkeWeken: row.elke_weken, wijzigingen: { status: [row.status, 'lopend'] } },
  })
  return { id: row.id, versie }
}

const gebeurtenissen = {
  weigeren: 'NazorgGeweigerd',
  intrekken: 'NazorgIngetrokken',
  afronden: 'NazorgAfgerond',
  stoppen: 'NazorgGestopt',
  opschalen: 'NazorgOpgeschaald',
} as const

/** The agreement ends; what follows for the cliënt, and the end of the sight, is up to the caller. */
export async function endAfspraak(
  work: Work,
  row: AfspraakRow,
  input: {
    readonly actie: keyof typeof gebeurtenissen
    readonly op: string
    readonly reden: string | null
    readonly toelichting: string | null
  },
): Promise<Gedaan> {
  const status = nextToestand(row.status as NazorgToestand, input.actie)!
  const versie = await updateAfspraak(work, row, {
    status,
    geeindigd_op: input.op,
    eindreden: input.reden,
    ...(input.toelichting !== null && { toelichting: input.toelichting }),
  })
  await recordNazorg(work, gebeurtenissen[input.actie], {
    over: 'nazorgafspraak',
    id: row.id,
    persoonId: row.persoon_id,
    op: input.op,
    gegevens: { versie, reden: input.reden, wijzigingen: { status: [row.status, status] } },
  })
  return { id: row.id, versie }
}
