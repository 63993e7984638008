import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import { findMandaat, findProduct, isKeuze } from '../../beheer/server/lookup.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import { giveBetrokkenheid } from '../../persoon/server/betrokkenheid.ts'
import type { DecideMelding } from '../domain/besluit-contract.ts'
import {
  type Antwoord,
  decideNoodvervolg,
  decideStatus,
  faultsOfCriteria,
  type Vraag,
} from '../domain/rules.ts'
import { insertVervolgen, lockMelding, type MeldingRij, onderwerpVan, updateMelding } from './store.ts'
import { uiterlijkVan, volgendeWerkdag } from './termijnen.ts'

type Geweigerd = Extract<DecideMelding, { uitkomst: 'geweigerd' }>
type Toegelaten = Extract<DecideMelding, { uitkomst: 'toegelaten' }>

interface Stap {
  readonly wat: string
  readonly op: PlainDate
  readonly dagen: number | null
}

interface Toets {
  readonly domein: string
  readonly productId: Id | null
  readonly criteriaId: Id | null
  readonly antwoorden: readonly (Antwoord & { tekst: string })[]
}

/**
 * Decides on a melding (Wmo 2015 art. 2.3.2, TOE-03, TOE-11). Turned away or referred is a state with a follow-up: the
 * opvolging stays open with who looks how it goes, and when.
 */
export async function decideMelding(
  work: Work,
  input: DecideMelding & { readonly meldingId: Id; readonly versie?: number },
): Promise<{ id: Id; vervolgIds: Id[] } | Rejection> {
  const melding = await lockMelding(work, input.meldingId, input.versie)
  if (isRejection(melding)) return melding
  const refused =
    decideStatus(melding.status, 'besloten') ??
    loketFault(work, melding, input) ??
    (await uitkomstFault(work, melding, input))
  if (refused) return refused
  const toets = input.uitkomst === 'toegelaten' ? await toetsCriteria(work, melding, input) : undefined
  if (isRejection(toets)) return toets
  const contact =
    input.uitkomst === 'toegelaten' ? undefined : await contactVan(work, melding, input.vervolg ?? {})
  if (isRejection(contact)) return contact
  const id = work.newId()
  const inserted = await insertBesluit(work, { id, melding, input, toets })
  if (inserted) return inserted
  const updated = await updateMelding(work, melding, {
    status: 'besloten',
    ...(toets && { domein: toets.domein }),
    behandelaar_id: melding.behandelaar_id ?? work.vrager.gebruikerId,
  })
  if (isRejection(updated)) return updated
  await work.record({
    soort: 'MeldingBesloten',
    onderwerpSoort: 'melding',
    onderwerpId: melding.id,
    persoonId: melding.persoon_id,
    op: work.today,
    gegevens: {
      besluitId: id,
      uitkomst: input.uitkomst,
      ...(input.uitkomst === 'geweigerd' && { zijde: input.zijde, reden: input.reden }),
      versie: updated,
      wijzigingen: { status: [melding.status, 'besloten'], besluit: [null, input.uitkomst] },
    },
  })
  if (input.uitkomst === 'toegelaten') {
    await setOpvolging(work, onderwerpVan(melding), {
      volgendeStap: 'Op de wachtlijst zetten of plaatsen',
      volgendeStapOp: volgendeWerkdag(work.today),
    })
    return { id, vervolgIds: [] }
  }
  return { id, vervolgIds: await planVervolg(work, melding, contact!, await stappenVan(work, input)) }
}

/** A person may withdraw or refuse at any moment; the loket itself decides only what it handles. */
function loketFault(work: Work, melding: MeldingRij, input: DecideMelding): Rejection | undefined {
  if (melding.organisatie_id !== work.vrager.organisatieId && !work.vrager.isSysteem)
    return reject('ander_loket', 'Alleen het loket dat de melding behandelt neemt het besluit.', {
      status: 403,
    })
  const vanPersoon =
    input.uitkomst === 'ingetrokken' || (input.uitkomst === 'geweigerd' && input.zijde === 'persoon')
  if (melding.triage_op === null && !vanPersoon)
    return reject('triage_ontbreekt', 'Doe eerst de korte triage. Daarna kunt u besluiten.')
  if (input.uitkomst === 'toegelaten' && melding.persoon_id === null)
    return reject(
      'persoon_nodig',
      'Koppel eerst de persoon aan deze melding. Dat kan ook zonder naam (NN).',
      {
        status: 422,
      },
    )
  return undefined
}

async function uitkomstFault(
  work: Work,
  melding: MeldingRij,
  input: DecideMelding,
): Promise<Rejection | undefined> {
  if (input.uitkomst === 'geweigerd') {
    const lijst = input.zijde === 'toegang' ? 'weigerreden_toegang' : 'weigerreden_persoon'
    if (!(await isKeuze(work, lijst, input.reden)))
      return reject('reden_onbekend', 'Kies een reden uit de lijst.', { status: 422, field: 'reden' })
    return decideNoodvervolg({
      uitkomst: input.uitkomst,
      slaapplekVannacht: melding.slaapplek_vannacht,
      today: work.today,
      vannacht: input.vannacht,
    })
  }
  if (
    input.uitkomst === 'doorverwezen' &&
    input.isAndereRegio &&
    !(input.warmeOverdrachtOp && input.warmeOverdrachtMet)
  )
    return reject(
      'overdracht_niet_aanvaard',
      'Een andere regio neemt iemand pas over als zij de warme overdracht heeft aangenomen. Vul in wanneer en door wie.',
      { status: 422, field: input.warmeOverdrachtOp ? 'warmeOverdrachtMet' : 'warmeOverdrachtOp' },
    )
  if (input.uitkomst === 'doorverwezen' && input.isAndereRegio && !input.overbrugging)
    return reject(
      'overbrugging_ontbreekt',
      'Vul in waar de persoon verblijft tot de andere regio het overneemt.',
      { status: 422, field: 'overbrugging' },
    )
  return undefined
}

/** Admission rests on a completed onderzoek, a product of today and the version of the criteria that holds today. */
async function toetsCriteria(work: Work, melding: MeldingRij, input: Toegelaten): Promise<Toets | Rejection> {
  const onderzoek = await work.db
    .selectFrom('onderzoek')
    .select('afgerond_op')
    .where('melding_id', '=', melding.id)
    .executeTakeFirst()
  if (!onderzoek?.afgerond_op)
    return reject(
      'onderzoek_niet_af',
      'Rond eerst het onderzoek af. Daarna kunt u iemand toelaten. Is het spoed? Regel dan nu al een plek; het onderzoek loopt door (Wmo 2015 art. 2.3.3).',
    )
  const product = await findProduct(work, input.productId)
  if (!product)
    return reject('product_onbekend', 'Kies een product uit de lijst.', { status: 422, field: 'productId' })
  const criteria = await work.db
    .selectFrom('criteria')
    .select(['id', 'vragen'])
    .where('regio_id', '=', work.regioId)
    .where('domein', '=', product.domein)
    .where('van', '<=', work.today)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', work.today)]))
    .executeTakeFirst()
  if (!criteria)
    return reject(
      'criteria_ontbreken',
      'Voor dit product gelden vandaag geen criteria. Vraag uw beheerder om ze in te stellen.',
    )
  const vragen = criteria.vragen as Vraag[]
  const faults = faultsOfCriteria(vragen, input.antwoorden)
  if (faults) return faults
  const antwoorden = vragen.map((vraag) => ({
    ...input.antwoorden.find((antwoord) => antwoord.code === vraag.code)!,
    tekst: vraag.tekst,
  }))
  return { domein: product.domein, productId: product.id, criteriaId: criteria.id, antwoorden }
}

async function insertBesluit(
  work: Work,
  {
    id,
    melding,
    input,
    toets,
  }: { id: Id; melding: MeldingRij; input: DecideMelding; toets: Toets | undefined },
): Promise<undefined | Rejection> {
  const domein = toets?.domein ?? melding.domein
  const mandaat =
    melding.gemeente_code && domein
      ? await findMandaat(work, {
          organisatieId: melding.organisatie_id,
          gemeenteCode: melding.gemeente_code,
          domein,
        })
      : undefined
  const result = await catchConstraint(
    work.db
      .insertInto('besluit')
      .values({
        id,
        regio_id: work.regioId,
        melding_id: melding.id,
        persoon_id: melding.persoon_id,
        uitkomst: input.uitkomst,
        product_id: toets?.productId ?? null,
        criteria_id: toets?.criteriaId ?? null,
        criteria_antwoorden: JSON.stringify(toets?.antwoorden ?? []),
        motivering: input.uitkomst === 'alleen_huisvestingsvraag' ? input.advies : input.motivering,
        ...(input.uitkomst === 'geweigerd' && {
          zijde: input.zijde,
          reden: input.reden,
          aangeboden_alternatief: input.aangebodenAlternatief,
        }),
        ...(input.uitkomst === 'doorverwezen' && {
          doorverwezen_naar: input.naar,
          is_andere_regio: input.isAndereRegio ?? false,
          warme_overdracht_op: input.warmeOverdrachtOp ?? null,
          warme_overdracht_met: input.warmeOverdrachtMet || null,
          overbrugging: (input.isAndereRegio && input.overbrugging) || null,
        }),
        ...(input.uitkomst === 'alleen_huisvestingsvraag' && {
          naar_maatwerkoverleg: input.naarMaatwerkoverleg ?? false,
        }),
        besloten_op: work.today,
        besloten_door: work.vrager.gebruikerId,
        organisatie_id: melding.organisatie_id,
        mandaat_id: mandaat?.id ?? null,
        namens_gemeente: mandaat ? melding.gemeente_code : null,
        aangemaakt_op: work.now,
      })
      .execute(),
    { besluit_een_per_melding: reject('al_besloten', 'Op deze melding is al besloten.') },
  )
  return 'rejected' in result ? result : undefined
}

interface Contact {
  readonly organisatieId: Id
  readonly contactpersoonId: Id
}

/** Who follows up: a named person of one organisation, which then may see the person. */
async function contactVan(
  work: Work,
  melding: MeldingRij,
  input: { organisatieId?: Id | null; contactpersoonId?: Id | null },
): Promise<Contact | Rejection> {
  const contactpersoonId = input.contactpersoonId ?? work.vrager.gebruikerId
  if (!contactpersoonId) throw new Error('decideMelding: the system must name a contact for the follow-up')
  if (contactpersoonId === work.vrager.gebruikerId && !input.organisatieId)
    return { organisatieId: work.vrager.organisatieId!, contactpersoonId }
  const gebruiker = await work.db
    .selectFrom('gebruiker')
    .select('organisatie_id')
    .where('regio_id', '=', work.regioId)
    .where('id', '=', contactpersoonId)
    .executeTakeFirst()
  if (!gebruiker || (input.organisatieId && gebruiker.organisatie_id !== input.organisatieId))
    return reject('contact_past_niet', 'Kies een medewerker van de organisatie die het vervolg doet.', {
      status: 422,
      field: 'vervolg.contactpersoonId',
    })
  if (melding.persoon_id && gebruiker.organisatie_id !== work.vrager.organisatieId)
    await giveBetrokkenheid(work, {
      persoonId: melding.persoon_id,
      organisatieId: gebruiker.organisatie_id,
      doel: 'vervolg',
      grond: 'WETTELIJKE_TAAK_COLLEGE',
      bronSoort: 'melding',
      bronId: melding.id,
    })
  return { organisatieId: gebruiker.organisatie_id, contactpersoonId }
}

async function stappenVan(work: Work, input: Exclude<DecideMelding, Toegelaten>): Promise<Stap[]> {
  if (input.uitkomst === 'geweigerd') return stappenNaWeigering(work, input)
  const wat = {
    doorverwezen: 'Nakijken of de hulp na de verwijzing is begonnen',
    alleen_huisvestingsvraag: 'Nakijken of het advies heeft geholpen',
    ingetrokken: 'Nakijken of het zonder hulp gaat',
  }[input.uitkomst]
  const nakijken = { wat, op: await uiterlijkVan(work, 'vervolg_1', work.today), dagen: null }
  const overleg = input.uitkomst === 'alleen_huisvestingsvraag' && input.naarMaatwerkoverleg
  return overleg
    ? [
        { wat: 'De vraag inbrengen in het Maatwerkoverleg', op: volgendeWerkdag(work.today), dagen: null },
        nakijken,
      ]
    : [nakijken]
}

async function stappenNaWeigering(work: Work, input: Geweigerd): Promise<Stap[]> {
  const vast = [
    ['vervolg_1', 7],
    ['vervolg_2', 30],
    ['vervolg_3', 90],
  ] as const
  const stappen: Stap[] = input.vannacht
    ? [{ wat: input.vannacht.wat, op: input.vannacht.op, dagen: null }]
    : []
  for (const [code, dagen] of vast)
    stappen.push({
      wat: 'Nakijken hoe het gaat na de weigering',
      op: await uiterlijkVan(work, code, work.today),
      dagen,
    })
  return stappen
}

async function planVervolg(
  work: Work,
  melding: MeldingRij,
  wie: Contact,
  stappen: readonly Stap[],
): Promise<Id[]> {
  const rows = stappen.map((stap) => ({
    id: work.newId(),
    regio_id: work.regioId,
    melding_id: melding.id,
    persoon_id: melding.persoon_id,
    organisatie_id: wie.organisatieId,
    contactpersoon_id: wie.contactpersoonId,
    wat: stap.wat,
    gepland_op: stap.op,
    dagen_na_besluit: stap.dagen,
  }))
  await insertVervolgen(work, rows)
  const first = stappen.reduce((a, b) => (b.op < a.op ? b : a))
  await setOpvolging(work, onderwerpVan(melding), {
    ...wie,
    volgendeStap: first.wat,
    volgendeStapOp: first.op,
  })
  return rows.map((row) => row.id)
}
