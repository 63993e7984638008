import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { type Fault, isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import type { Keuzelijst } from '../../beheer/domain/standaard.ts'
import {
  findProduct,
  isKeuze,
  listOrganisatiesMetTaak,
  type ProductOpDatum,
} from '../../beheer/server/lookup.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import { giveBetrokkenheid } from '../../persoon/server/betrokkenheid.ts'
import {
  decideKlokken,
  type Klokken,
  type Overbrugging,
  type Richting,
  type Telwijze,
} from '../domain/rules.ts'
import {
  findBeschikking,
  findMelding,
  findToelating,
  listHuishouden,
  type MeldingFeiten,
  staysNow,
} from './feiten.ts'
import { reviewNietPlaatsbaar } from './niet-plaatsbaar.ts'
import { insertWachtlijstplaatsing, lockWachtlijstplaatsing } from './store.ts'
import { dueOn } from './termijnen.ts'

export interface NewWachtlijstplaatsing {
  readonly persoonId: Id
  /** Household that waits together; left out: the one of the melding, or the person alone. */
  readonly huishoudenId?: Id | null
  /** Number of people; counted from the household or the melding when left out. */
  readonly personen?: number
  readonly kinderen?: number
  readonly productId: Id
  readonly richting: Richting
  readonly gemeenteCode?: string | null
  readonly gemeenteOnbekendReden?: string | null
  readonly voorkeurLocatieId?: Id | null
  readonly vereisteKenmerken?: readonly string[]
  readonly clientprofiel?: string | null
  readonly meldingId?: Id | null
  /** Code of choice list wachtreden; `geen_plek` when left out. */
  readonly wachtreden?: string
  readonly eigenschappen?: readonly string[]
  readonly overbrugging: Overbrugging
  readonly overbruggingToelichting?: string | null
  /** A row that is read in from a file: its own days, and where it came from. */
  readonly ingelezen?: {
    readonly bron: string
    readonly peildatum: PlainDate
    readonly telwijze?: Telwijze | null
    readonly gemeldOp: PlainDate
    readonly beslotenOp: PlainDate
    readonly laatstBevestigdOp?: PlainDate
  }
  /** Responsible organisation and contact, when that is not the asker (reading in, jobs). */
  readonly opvolging?: { readonly organisatieId: Id; readonly contactpersoonId: Id }
}

/**
 * Puts a person, with household, on the regional list of a product and direction. Refused without admission; waits
 * visibly when the beschikking is still missing. Makes the organisation that keeps the list involved.
 */
export async function placeOnWachtlijst(
  work: Work,
  input: NewWachtlijstplaatsing,
): Promise<{ id: Id; versie: number } | Rejection> {
  const product = await findProduct(work, input.productId)
  if (!product)
    return reject('product_onbekend', 'Kies een product uit de lijst.', { field: 'productId', status: 422 })
  const persoon = await work.db
    .selectFrom('persoon')
    .select(['id', 'samengevoegd_in', 'overleden_op'])
    .where('id', '=', input.persoonId)
    .executeTakeFirst()
  if (!persoon) return notFound('Deze persoon')
  work.saw(persoon.id)
  if (persoon.samengevoegd_in)
    return reject(
      'dossier_opgegaan',
      'Dit dossier is samengevoegd met een ander dossier. Zet de persoon vanuit dat dossier op de wachtlijst.',
      { field: 'persoonId' },
    )
  if (persoon.overleden_op)
    return reject('persoon_overleden', 'Deze persoon is overleden en kan niet op de wachtlijst.', {
      field: 'persoonId',
    })
  const faults = await findFaults(work, input)
  if (faults.length > 0)
    return reject(
      'invoer_onjuist',
      faults.length === 1 ? faults[0]!.message : `Er zijn ${faults.length} fouten in de invoer.`,
      {
        faults,
        status: 422,
      },
    )
  const melding = input.meldingId ? await findMelding(work, input.meldingId, input.persoonId) : undefined
  if (input.meldingId && !melding) return notFound('Deze melding')
  const klokken = await gatherKlokken(work, input, product, melding)
  if (isRejection(klokken)) return klokken
  return insert(work, input, { product, melding, klokken })
}

/** All faults of what was stated, at once. Also used for a change. */
export async function findFaults(
  work: Work,
  input: Pick<
    NewWachtlijstplaatsing,
    | 'gemeenteCode'
    | 'gemeenteOnbekendReden'
    | 'overbrugging'
    | 'overbruggingToelichting'
    | 'wachtreden'
    | 'clientprofiel'
    | 'vereisteKenmerken'
  >,
): Promise<Fault[]> {
  const faults: Fault[] = []
  if (!input.gemeenteCode && !input.gemeenteOnbekendReden)
    faults.push({ field: 'gemeenteCode', message: 'Kies een gemeente, of vul in waarom die onbekend is.' })
  if (input.overbrugging === 'geen' && !input.overbruggingToelichting?.trim())
    faults.push({ field: 'overbruggingToelichting', message: 'Vul in waarom er geen overbrugging is.' })
  const checks: [Keuzelijst, string, string | null | undefined, string][] = [
    ['wachtreden', 'wachtreden', input.wachtreden, 'Kies een reden van wachten uit de lijst.'],
    ['clientprofiel', 'clientprofiel', input.clientprofiel, 'Kies een cliëntprofiel uit de lijst.'],
    ...(input.vereisteKenmerken ?? []).map((code): [Keuzelijst, string, string, string] => [
      'kenmerk',
      'vereisteKenmerken',
      code,
      'Kies kenmerken uit de lijst.',
    ]),
  ]
  for (const [lijst, field, code, message] of checks)
    if (code && !(await isKeuze(work, lijst, code))) faults.push({ field, message })
  return faults
}

async function gatherKlokken(
  work: Work,
  input: NewWachtlijstplaatsing,
  product: ProductOpDatum,
  melding: MeldingFeiten | undefined,
): Promise<(Klokken & { beschikkingId: Id | null; meldingId: Id | null }) | Rejection> {
  const { persoonId } = input
  const toelating = await findToelating(work, { persoonId, product, meldingId: input.meldingId ?? null })
  const beschikking =
    product.toegang === 'beschikking' ? await findBeschikking(work, persoonId, product.id) : undefined
  const gemeld = melding ?? (toelating ? await findMelding(work, toelating.meldingId, persoonId) : undefined)
  const klokken = decideKlokken({
    toegang: product.toegang,
    richting: input.richting,
    vandaag: work.today,
    gemeldOp: gemeld?.meldingsdatum ?? null,
    toegelatenOp: toelating?.beslotenOp ?? null,
    beschikking: beschikking ?? null,
    verblijftAl: await staysNow(work, persoonId),
    ingelezen: input.ingelezen ?? null,
  })
  if (isRejection(klokken)) return klokken
  return { ...klokken, beschikkingId: beschikking?.id ?? null, meldingId: gemeld?.id ?? null }
}

/** People and children: stated, else counted from the household, else from the melding, else one person. */
async function countPersonen(work: Work, input: NewWachtlijstplaatsing, melding: MeldingFeiten | undefined) {
  const huishoudenId = input.huishoudenId === undefined ? (melding?.huishoudenId ?? null) : input.huishoudenId
  const leden = huishoudenId ? await listHuishouden(work, huishoudenId) : []
  const kinderen =
    input.kinderen ?? (leden.length > 0 ? leden.filter((lid) => lid.isKind).length : (melding?.kinderen ?? 0))
  const personen =
    input.personen ??
    (leden.length > 0 ? leden.length : Math.max(1 + kinderen, (melding?.volwassenen ?? 1) + kinderen))
  const persoonIds = [...new Set([input.persoonId, ...leden.map((lid) => lid.persoonId)])]
  return { huishoudenId, kinderen, personen: Math.max(personen, persoonIds.length), persoonIds }
}

/** What the person says now, with what the melding said about safety and tonight. */
function eigenschappenOf(input: NewWachtlijstplaatsing, melding: MeldingFeiten | undefined): string[] {
  const found = new Set(input.eigenschappen ?? [])
  if (input.eigenschappen === undefined && melding) {
    if (melding.veiligheid === 'acuut_onveilig') found.add('acuut_onveilig')
    if (melding.slaapplekVannacht === 'nee') found.add('buiten_slapen')
  }
  return [...found].sort()
}

async function insert(
  work: Work,
  input: NewWachtlijstplaatsing,
  known: {
    product: ProductOpDatum
    melding: MeldingFeiten | undefined
    klokken: Klokken & { beschikkingId: Id | null; meldingId: Id | null }
  },
): Promise<{ id: Id; versie: number } | Rejection> {
  const { klokken, product } = known
  const id = work.newId()
  const wie = await countPersonen(work, input, known.melding)
  const bevestigd = input.ingelezen?.laatstBevestigdOp ?? input.ingelezen?.peildatum ?? work.today
  const bevestigenVoor = await dueOn(work, 'wachtlijst_bevestigen', bevestigd)
  const refused = await insertWachtlijstplaatsing(work, {
    id,
    persoon_id: input.persoonId,
    huishouden_id: wie.huishoudenId,
    personen: wie.personen,
    kinderen: wie.kinderen,
    product_id: product.id,
    richting: input.richting,
    gemeente_code: input.gemeenteCode ?? null,
    gemeente_onbekend_reden: input.gemeenteCode ? null : (input.gemeenteOnbekendReden ?? null),
    voorkeur_locatie_id: input.voorkeurLocatieId ?? null,
    vereiste_kenmerken: [...new Set(input.vereisteKenmerken ?? [])].sort(),
    clientprofiel: input.clientprofiel ?? known.melding?.clientprofiel ?? null,
    melding_id: klokken.meldingId,
    beschikking_id: klokken.beschikkingId,
    status: 'wachtend',
    gemeld_op: klokken.gemeldOp,
    besloten_op: klokken.beslotenOp,
    plaatsbaar_op: klokken.plaatsbaarOp,
    wachtreden: klokken.wachtreden ?? input.wachtreden ?? 'geen_plek',
    eigenschappen: eigenschappenOf(input, known.melding),
    overbrugging: input.overbrugging,
    overbrugging_toelichting: input.overbruggingToelichting?.trim() || null,
    laatst_bevestigd_op: bevestigd,
    bevestigen_voor: bevestigenVoor,
    inleesbron: input.ingelezen?.bron ?? null,
    inleesdatum: input.ingelezen?.peildatum ?? null,
    inleestelwijze: input.ingelezen?.telwijze ?? null,
  })
  if (refused) return refused
  await work.record({
    soort: 'OpWachtlijstGezet',
    onderwerpSoort: 'wachtlijstplaatsing',
    onderwerpId: id,
    persoonId: input.persoonId,
    op: klokken.beslotenOp,
    gegevens: { productId: product.id, richting: input.richting },
  })
  await involve(work, id, product, wie.persoonIds)
  await setOpvolging(
    work,
    { persoonId: input.persoonId },
    {
      ...(input.opvolging ?? {}),
      volgendeStap: klokken.plaatsbaarOp
        ? 'Vragen of deze persoon nog wacht'
        : 'Nagaan of de beschikking er is',
      volgendeStapOp: bevestigenVoor > work.today ? bevestigenVoor : work.today,
    },
  )
  const row = await lockWachtlijstplaatsing(work, id)
  if (row) await reviewNietPlaatsbaar(work, row)
  return { id, versie: 1 }
}

/** Who keeps the list of this part of the chain, and the own organisation, see everyone who waits together. */
async function involve(
  work: Work,
  id: Id,
  product: ProductOpDatum,
  persoonIds: readonly Id[],
): Promise<void> {
  const vo = product.domein === 'VO' ? await listOrganisatiesMetTaak(work, 'vo_coordinatie') : []
  const beheerders = vo.length > 0 ? vo : await listOrganisatiesMetTaak(work, 'wachtlijst')
  const organisatieIds = new Set(beheerders.map((organisatie) => organisatie.id))
  if (work.vrager.organisatieId) organisatieIds.add(work.vrager.organisatieId)
  for (const persoonId of persoonIds)
    for (const organisatieId of organisatieIds)
      await giveBetrokkenheid(work, {
        persoonId,
        organisatieId,
        doel: 'wachtlijst',
        grond: 'WETTELIJKE_TAAK_COLLEGE',
        bronSoort: 'wachtlijstplaatsing',
        bronId: id,
      })
}
