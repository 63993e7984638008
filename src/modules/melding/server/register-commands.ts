import { changesOf } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays, daysBetween, type PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { isKeuze } from '../../beheer/server/lookup.ts'
import { moveOpvolgingToPersoon, setOpvolging } from '../../opvolging/server/commands.ts'
import type { RegisterPersoon } from '../../persoon/domain/persoon.ts'
import { giveBetrokkenheid } from '../../persoon/server/betrokkenheid.ts'
import { registerPersoon } from '../../persoon/server/commands.ts'
import { findHuishoudenVan } from '../../persoon/server/lookup.ts'
import type { EditMelding, RegisterMelding } from '../domain/contract.ts'
import { faultOfLoket, leeftijdsklasseOf } from '../domain/rules.ts'
import { isOpen } from '../domain/status.ts'
import { countMensen, fillKnown, registerGezin } from './huishouden-commands.ts'
import { insertKlantcontactVanMelding } from './klantcontact-commands.ts'
import {
  findVoorgeschiedenis,
  insertMelding,
  lockMelding,
  type MeldingRij,
  takeNummer,
  updateMelding,
  type Voorgeschiedenis,
} from './store.ts'
import { uiterlijkVan } from './termijnen.ts'

export interface Geregistreerd {
  readonly id: Id
  readonly nummer: string
  readonly versie: number
  readonly persoonId: Id | null
}

/** Longest time between a melding and writing it down. */
const LAATSTE_DAGEN = 366

/**
 * Records a melding at the asker's loket, with a known, new or unknown person. The loket becomes involved, the six weeks
 * start, the contact is counted and the next step is set. `vorigeMeldingId` links an anonymous one to the melding before it.
 */
export async function registerMelding(
  work: Work,
  input: RegisterMelding & { readonly vorigeMeldingId?: Id },
): Promise<Geregistreerd | Rejection> {
  const organisatieId = work.vrager.organisatieId
  const gebruikerId = work.vrager.gebruikerId
  if (!organisatieId || !gebruikerId)
    throw new Error('registerMelding: a melding is taken by somebody of a loket')
  const op = input.meldingsdatum ?? work.today
  const fault = dateFault(op, work.today) ?? (await keuzeFault(work, input))
  if (fault) return fault
  const id = work.newId()
  const wie = await involvePersoon(work, input, id, op)
  if (isRejection(wie)) return wie
  const { persoonId, verleden } = wie
  const leden = await fillKnown(work, input.huishouden ?? [])
  if (!persoonId && leden.length > 0)
    return reject('persoon_nodig', 'Kies eerst over wie de melding gaat. Leg daarna het gezin vast.', {
      status: 422,
      field: 'wie',
    })
  const gezin = persoonId ? await registerGezin(work, { persoonId, meldingId: id, op, leden }) : undefined
  if (gezin) return gezin
  const mensen = countMensen({ ...input, huishouden: leden }, op)
  const isSamen = mensen.kinderen > 0 || mensen.volwassenen > 1
  const huishoudenId = persoonId && isSamen ? ((await findHuishoudenVan(work, persoonId)) ?? null) : null
  const triageOp = await uiterlijkVan(work, 'triage', work.today)
  const uiterlijkOp = await uiterlijkVan(work, 'onderzoek', op)
  const nummer = await takeNummer(work)
  const refused = await insertMelding(work, {
    id,
    regio_id: work.regioId,
    nummer,
    persoon_id: persoonId,
    huishouden_id: huishoudenId,
    ontvangen_op: work.now,
    meldingsdatum: op,
    status: 'nieuw',
    uiterlijk_op: uiterlijkOp,
    organisatie_id: organisatieId,
    ...columnsOf({ ...input, ...mensen }),
    ...verledenColumns(verleden, op),
    ...(persoonId === null && input.vorigeMeldingId && { vorige_melding_id: input.vorigeMeldingId }),
    aangemaakt_op: work.now,
    gewijzigd_op: work.now,
    gewijzigd_door: gebruikerId,
  })
  if (refused) return refused
  await insertKlantcontactVanMelding(work, {
    meldingId: id,
    op,
    gemeenteCode: input.gemeenteCode ?? null,
    leeftijdsklasse: leeftijdsklasseOf(verleden, op),
    gezinVan: mensen.kinderen > 0 ? (huishoudenId ?? persoonId ?? id) : null,
  })
  const isNu = input.isSpoed || input.slaapplekVannacht === 'nee' || input.veiligheid === 'acuut_onveilig'
  await setOpvolging(work, persoonId ? { persoonId } : { meldingId: id }, {
    organisatieId,
    contactpersoonId: gebruikerId,
    volgendeStap: 'Triage doen',
    volgendeStapOp: isNu ? work.today : triageOp,
  })
  await work.record({
    soort: 'MeldingGeregistreerd',
    onderwerpSoort: 'melding',
    onderwerpId: id,
    persoonId,
    op,
    gegevens: { nummer, kanaal: input.kanaal, gemeenteCode: input.gemeenteCode ?? null, versie: 1 },
  })
  return { id, nummer, versie: 1, persoonId }
}

function dateFault(op: PlainDate, today: PlainDate): Rejection | undefined {
  if (op <= today && op >= addDays(today, -LAATSTE_DAGEN)) return undefined
  return reject(
    'datum_past_niet',
    'De dag van de melding ligt in de toekomst of meer dan een jaar terug. Controleer de datum.',
    {
      status: 422,
      field: 'meldingsdatum',
    },
  )
}

async function keuzeFault(
  work: Work,
  input: { kanaal: string; melderSoort: string },
): Promise<Rejection | undefined> {
  if (!(await isKeuze(work, 'kanaal', input.kanaal)))
    return reject('kanaal_onbekend', 'Kies een kanaal uit de lijst.', { status: 422, field: 'kanaal' })
  if (!(await isKeuze(work, 'melder_soort', input.melderSoort)))
    return reject('melder_onbekend', 'Kies wie er meldt uit de lijst.', { status: 422, field: 'melderSoort' })
  return undefined
}

/** Registers or finds the person and involves the own organisation because of this melding (intake). */
async function involvePersoon(
  work: Work,
  input: { persoonId?: Id | null; persoon?: RegisterPersoon | null },
  meldingId: Id,
  op: PlainDate,
): Promise<{ persoonId: Id | null; verleden?: Voorgeschiedenis } | Rejection> {
  if (input.persoon && input.persoonId)
    return reject('twee_personen', 'Kies een bekende persoon of vul een nieuwe in, niet allebei.', {
      status: 422,
      field: 'persoonId',
    })
  if (!input.persoon && !input.persoonId) return { persoonId: null }
  let persoonId = input.persoonId ?? null
  if (input.persoon) {
    const made = await registerPersoon(work, input.persoon)
    if (isRejection(made)) return atPersoon(made)
    persoonId = made.id
  }
  if (!persoonId) return { persoonId: null }
  // Only a file in sight: one of another organisation is opened through `joinBySearch` first, with a reason.
  const verleden = await findVoorgeschiedenis(work, persoonId, op, meldingId)
  if (!verleden) return notFound('Deze persoon')
  await giveBetrokkenheid(work, {
    persoonId,
    organisatieId: work.vrager.organisatieId!,
    doel: 'intake',
    grond: 'WETTELIJKE_TAAK_COLLEGE',
    bronSoort: 'melding',
    bronId: meldingId,
  })
  return { persoonId, verleden }
}

/** Faults of the person belong to the fields of the person in the form of the melding. */
function atPersoon(rejection: Rejection): Rejection {
  return {
    ...rejection,
    ...(rejection.field && { field: `persoon.${rejection.field}` }),
    ...(rejection.faults && {
      faults: rejection.faults.map((fault) => ({ ...fault, field: `persoon.${fault.field}` })),
    }),
  }
}

function verledenColumns(verleden: Voorgeschiedenis | undefined, op: PlainDate) {
  return {
    vorige_melding_id: verleden?.vorigeId ?? null,
    dagen_sinds_vorige: verleden?.vorigeOp ? daysBetween(verleden.vorigeOp, op) : null,
    vorige_geweigerd: verleden?.vorigeGeweigerd ?? false,
    is_herinstroom: Boolean(verleden?.uitgestroomdOp),
    dagen_sinds_uitstroom: verleden?.uitgestroomdOp ? daysBetween(verleden.uitgestroomdOp, op) : null,
  }
}

function columnsOf(input: Omit<EditMelding, 'versie'>) {
  return {
    kanaal: input.kanaal,
    melder_soort: input.melderSoort,
    melder_naam: input.melderNaam || null,
    melder_contact: input.melderContact || null,
    melder_organisatie_id: input.melderOrganisatieId ?? null,
    gemeente_code: input.gemeenteCode || null,
    domein: input.domein ?? null,
    hulpvraag: input.hulpvraag,
    slaapplek_vannacht: input.slaapplekVannacht ?? 'onbekend',
    kinderen: input.kinderen ?? 0,
    volwassenen: input.volwassenen ?? 1,
    veiligheid: input.veiligheid ?? 'onbekend',
    rechtmatig_verblijf: input.rechtmatigVerblijf ?? 'niet_gevraagd',
    is_spoed: input.isSpoed ?? false,
  }
}

/** Completes or corrects what was written down, while the melding is open. */
export async function editMelding(
  work: Work,
  input: EditMelding & { readonly meldingId: Id },
): Promise<{ id: Id; versie: number } | Rejection> {
  const melding = await lockMelding(work, input.meldingId, input.versie)
  if (isRejection(melding)) return melding
  const elders = faultOfLoket(work.vrager, melding.organisatie_id)
  if (elders) return elders
  if (!isOpen(melding.status))
    return reject('melding_dicht', 'Op deze melding is al besloten. De gegevens liggen vast.')
  const fault = await keuzeFault(work, input)
  if (fault) return fault
  const after = columnsOf(input)
  const versie = await updateMelding(work, melding, after)
  if (isRejection(versie)) return versie
  const changes = changesOf(pick(melding, after), after)
  await work.record({
    soort: 'MeldingGewijzigd',
    onderwerpSoort: 'melding',
    onderwerpId: melding.id,
    persoonId: melding.persoon_id,
    op: work.today,
    // @NOTE Without a person the book is open to the whole region, so then it holds only which fields changed.
    gegevens: { versie, wijzigingen: melding.persoon_id ? changes : mask(changes) },
  })
  return { id: melding.id, versie }
}

function pick(melding: MeldingRij, keys: object): Record<string, unknown> {
  return Object.fromEntries(Object.keys(keys).map((key) => [key, melding[key as keyof MeldingRij]]))
}

function mask(changes: Record<string, [unknown, unknown]>): Record<string, [unknown, unknown]> {
  return Object.fromEntries(Object.keys(changes).map((key) => [key, ['eerdere tekst', 'nieuwe tekst']]))
}

/** Gives an anonymous melding its person: what was to be done and everyone who works on it go along. */
export async function linkPersoon(
  work: Work,
  input: { meldingId: Id; versie?: number; persoonId?: Id | null; persoon?: RegisterPersoon | null },
): Promise<{ id: Id; versie: number; persoonId: Id } | Rejection> {
  const melding = await lockMelding(work, input.meldingId, input.versie)
  if (isRejection(melding)) return melding
  if (melding.persoon_id)
    return reject(
      'al_gekoppeld',
      'Deze melding heeft al een persoon. Klopt die niet, maak dan een nieuwe melding.',
    )
  if (melding.status === 'gesloten') return reject('melding_dicht', 'Deze melding is gesloten.')
  const wie = await involvePersoon(work, input, melding.id, melding.meldingsdatum)
  if (isRejection(wie)) return wie
  const { persoonId, verleden } = wie
  if (!persoonId) return reject('persoon_nodig', 'Kies een persoon.', { status: 422, field: 'persoonId' })
  await involveOverdrachtPartijen(work, melding.id, persoonId)
  const versie = await updateMelding(work, melding, {
    persoon_id: persoonId,
    ...(melding.vorige_melding_id ? {} : verledenColumns(verleden, melding.meldingsdatum)),
  })
  if (isRejection(versie)) return versie
  for (const table of ['melding_notitie', 'melding_overdracht', 'vervolg', 'besluit'] as const)
    await work.db
      .updateTable(table)
      .set({ persoon_id: persoonId })
      .where('melding_id', '=', melding.id)
      .execute()
  await moveOpvolgingToPersoon(work, melding.id, persoonId)
  await work.record({
    soort: 'MeldingGekoppeld',
    onderwerpSoort: 'melding',
    onderwerpId: melding.id,
    persoonId,
    op: work.today,
    // Who it is does not belong in a message about versions: only that a person was linked.
    gegevens: { versie, wijzigingen: { persoon: ['nog niet bekend', 'gekoppeld'] } },
  })
  return { id: melding.id, versie, persoonId }
}

async function involveOverdrachtPartijen(work: Work, meldingId: Id, persoonId: Id): Promise<void> {
  const rows = await work.db
    .selectFrom('melding_overdracht')
    .select(['id', 'status', 'van_organisatie_id', 'naar_organisatie_id'])
    .where('melding_id', '=', meldingId)
    .where('status', '<>', 'geweigerd')
    .execute()
  for (const row of rows) {
    const gift = { persoonId, doel: 'overdracht', grond: 'WETTELIJKE_TAAK_COLLEGE' } as const
    if (row.status === 'aangeboden')
      await giveBetrokkenheid(work, {
        ...gift,
        organisatieId: row.naar_organisatie_id,
        bronSoort: 'melding_overdracht',
        bronId: row.id,
      })
    else
      await giveBetrokkenheid(work, {
        ...gift,
        organisatieId: row.van_organisatie_id,
        bronSoort: 'melding',
        bronId: meldingId,
      })
  }
}
