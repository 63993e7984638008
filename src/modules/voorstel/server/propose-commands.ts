import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { getTermijn, isKeuze } from '../../beheer/server/lookup.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import { giveBetrokkenheid } from '../../persoon/server/betrokkenheid.ts'
import { checkRuimte, type LockedLocatie, listPlekkenVan, lockLocatie } from '../../plek/server/lookup.ts'
import { markVoorgesteld, type WachtlijstplaatsingRow } from '../../wachtlijst/server/commands.ts'
import { dueOn, listPersonen, listRangorde, type Rangregel } from '../../wachtlijst/server/lookup.ts'
import { decideVoorstel } from '../domain/doen.ts'
import { type Match, matchOf, type Zoeker } from '../domain/match.ts'
import { aanbodOf, findLocatieAanbod, loadRegels, zoekerOf } from './ruimte.ts'
import { insertVoorstel } from './store.ts'

export interface NieuwVoorstel {
  readonly wachtlijstplaatsingId: Id
  readonly locatieId: Id
  /** The product that the person waits for, unless said otherwise. */
  readonly productId?: Id
  readonly vanaf: PlainDate
  /** What the space must have; what the person needs when left out. */
  readonly kenmerken?: readonly string[]
  readonly toelichting?: string | null
  readonly afwijkingReden?: string | null
  readonly overboekingReden?: string | null
}

/**
 * Proposes a space at a locatie to someone who waits, and holds it until the answer. The waiting row and then the locatie
 * are locked, so two people who decide about the last space, or about the same person, go one after the other.
 */
export async function proposeVoorstel(
  work: Work,
  input: NieuwVoorstel,
): Promise<{ id: Id; versie: number; reagerenVoor: string } | Rejection> {
  const wachtend = await markVoorgesteld(work, { wachtlijstplaatsingId: input.wachtlijstplaatsingId })
  if (isRejection(wachtend)) return wachtend
  const productId = input.productId ?? wachtend.product_id
  const locatie = await lockLocatie(work, input.locatieId)
  const refused = await checkInput(work, input, { wachtend, productId, locatie })
  if (refused) return refused
  const kenmerken = [...new Set(input.kenmerken ?? wachtend.vereiste_kenmerken)].sort()
  const feiten = await gatherFeiten(work, input, { wachtend, productId, kenmerken })
  if (isRejection(feiten)) return feiten
  const besluit = decideVoorstel({
    ...feiten,
    afwijkingReden: input.afwijkingReden?.trim() || null,
    overboekingReden: input.overboekingReden?.trim() || null,
  })
  if (isRejection(besluit)) return besluit
  return insert(work, input, { ...besluit, wachtend, productId, kenmerken, locatie: locatie! })
}

async function checkInput(
  work: Work,
  input: NieuwVoorstel,
  known: { wachtend: WachtlijstplaatsingRow; productId: Id; locatie: LockedLocatie | undefined },
): Promise<Rejection | undefined> {
  const { locatie } = known
  if (!locatie || locatie.van > input.vanaf || (locatie.tot !== null && locatie.tot <= input.vanaf))
    return notFound('Deze locatie')
  if (locatie.organisatieId === null)
    return reject(
      'locatie_zonder_aanbieder',
      'Van deze locatie is geen aanbieder bekend, dus niemand kan antwoorden. Leg eerst de aanbieder van de voorziening vast.',
      { field: 'locatieId' },
    )
  if (input.vanaf < work.today)
    return reject('dag_voorbij', 'De eerste dag ligt in het verleden. Kies vandaag of later.', {
      field: 'vanaf',
      status: 422,
    })
  for (const code of input.kenmerken ?? [])
    if (!(await isKeuze(work, 'kenmerk', code)))
      return reject('kenmerk_onbekend', 'Kies kenmerken uit de lijst.', { field: 'kenmerken', status: 422 })
  return undefined
}

/** Match, space and who stands above. Runs after the locks, so that it still holds at commit. */
async function gatherFeiten(
  work: Work,
  input: NieuwVoorstel,
  known: { wachtend: WachtlijstplaatsingRow; productId: Id; kenmerken: readonly string[] },
) {
  const { wachtend, productId, kenmerken } = known
  const { locatieId, vanaf } = input
  const regels = await loadRegels(work)
  const plekken = await listPlekkenVan(work, locatieId, productId, vanaf)
  const locatie = (await findLocatieAanbod(work, { locatieIds: [locatieId], productId, vanaf })).get(
    locatieId,
  )
  const best = (zoeker: Zoeker): Match | null =>
    locatie === undefined
      ? null
      : plekken
          .map((plek) => matchOf(zoeker, aanbodOf(locatie, plek), regels))
          .reduce<Match | null>(
            (found, match) => (found === null || beter(match, found) ? match : found),
            null,
          )
  const lijst = await listRangorde(work, wachtend.product_id, wachtend.richting as Rangregel['richting'])
  const zelf = lijst.find((regel) => regel.id === wachtend.id)
  if (!zelf?.poortOpen)
    return reject(
      'nog_niet_plaatsbaar',
      'Deze persoon kan nog niet geplaatst worden. Kijk op de wachtlijst welke voorwaarde nog open is.',
      { field: 'wachtlijstplaatsingId' },
    )
  const voorgangers = lijst.filter(
    (regel) =>
      regel.rang < zelf.rang && regel.poortOpen && regel.status === 'wachtend' && best(zoekerOf(regel))?.past,
  ).length
  const ruimte = await checkRuimte(work, {
    locatieId,
    productId,
    vanaf,
    personen: wachtend.personen,
    kenmerken,
  })
  return { match: best({ ...zoekerOf(zelf), kenmerken }), ruimte, voorgangers }
}

function beter(a: Match, b: Match): boolean {
  const tegen = (match: Match) => match.redenen.filter((reden) => reden.past === 'nee').length
  return tegen(a) < tegen(b)
}

/** Hours count from now; longer terms end at the end of their last day. */
export async function reagerenVoorOf(work: Work): Promise<Date> {
  const { aantal, eenheid } = await getTermijn(work, 'voorstel_antwoord')
  if (eenheid === 'uren') return new Date(work.now.getTime() + aantal * 3_600_000)
  return new Date(`${await dueOn(work, 'voorstel_antwoord')}T22:00:00Z`)
}

async function insert(
  work: Work,
  input: NieuwVoorstel,
  known: {
    wachtend: WachtlijstplaatsingRow
    productId: Id
    kenmerken: readonly string[]
    locatie: LockedLocatie
    afwijkingReden: string | null
    overboekingReden: string | null
  },
): Promise<{ id: Id; versie: number; reagerenVoor: string } | Rejection> {
  const { wachtend, locatie } = known
  const id = work.newId()
  const reagerenVoor = await reagerenVoorOf(work)
  const refused = await insertVoorstel(work, {
    id,
    wachtlijstplaatsing_id: wachtend.id,
    persoon_id: wachtend.persoon_id,
    huishouden_id: wachtend.huishouden_id,
    personen: wachtend.personen,
    locatie_id: locatie.id,
    product_id: known.productId,
    vereiste_kenmerken: [...known.kenmerken],
    vanaf: input.vanaf,
    status: 'voorgesteld',
    voorgesteld_op: work.now,
    voorgesteld_door: work.vrager.gebruikerId,
    reageren_voor: reagerenVoor,
    toelichting: input.toelichting?.trim() || null,
    afwijking_reden: known.afwijkingReden,
    overboeking_reden: known.overboekingReden,
  })
  if (refused) return refused
  await work.record({
    soort: 'VoorstelGedaan',
    onderwerpSoort: 'plaatsingsvoorstel',
    onderwerpId: id,
    persoonId: wachtend.persoon_id,
    op: work.today,
    gegevens: {
      locatieId: locatie.id,
      vanaf: input.vanaf,
      afwijking: known.afwijkingReden !== null,
      overboeking: known.overboekingReden !== null,
    },
  })
  await openVoorstel(work, { id, wachtend, organisatieId: locatie.organisatieId!, reagerenVoor })
  return { id, versie: 1, reagerenVoor: reagerenVoor.toISOString() }
}

/** What every open voorstel has: sight for the aanbieder, a next step for the person and a moment at which it expires. */
export async function openVoorstel(
  work: Work,
  input: { id: Id; wachtend: WachtlijstplaatsingRow; organisatieId: Id; reagerenVoor: Date },
): Promise<void> {
  for (const persoonId of await listPersonen(work, input.wachtend))
    await giveBetrokkenheid(work, {
      persoonId,
      organisatieId: input.organisatieId,
      doel: 'voorstel',
      grond: 'UITVOERING_AANBIEDER',
      bronSoort: 'plaatsingsvoorstel',
      bronId: input.id,
    })
  await setOpvolging(
    work,
    { persoonId: input.wachtend.persoon_id },
    {
      volgendeStap: 'Antwoord op het voorstel afwachten, en anders bellen met de aanbieder',
      volgendeStapOp: addDays(
        work.today,
        Math.ceil((input.reagerenVoor.getTime() - work.now.getTime()) / 86_400_000),
      ),
    },
  )
  await work.enqueue({
    naam: 'voorstel-verlopen',
    gegevens: { voorstelId: input.id },
    uitvoerenOp: input.reagerenVoor,
    sleutel: `voorstel-verlopen-${input.id}`,
  })
}
