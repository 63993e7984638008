import { conflict } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addMonths, formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { addTermijn, type Termijn } from '../../../shared/termijn.ts'
import { findInstelling, getTermijn, isKeuze } from '../../beheer/server/lookup.ts'
import { endDelingVanStap, recordDeling } from '../../delen/server/commands.ts'
import { findHuishoudenVan, listHuishoudenLeden } from '../../persoon/server/lookup.ts'
import { checkStapdag } from '../../traject/domain/rules.ts'
import type {
  AanbodStapInvoer,
  GevolgInvoer,
  WoonvraagAntwoord,
  WoonvraagInvoer,
} from '../domain/contract.ts'
import { initialenOf, moetBesluiten } from '../domain/rules.ts'
import { type AanbodToestand, canAanbod } from '../domain/toestanden.ts'
import { openDossier, recordUitstroom } from './dossier.ts'
import { checkGemeente, type Gedaan, geenKeuze, type VanPersoon } from './dossier-commands.ts'
import { answerRow, insertStapbaar, lockStapbaar, updateStapbaar } from './store.ts'

/** How long a corporatie may use a question, in months; the answer or the end of the step ends it sooner. */
const DEELMAANDEN = 6

/**
 * Asks a corporatie for a home, on a consent of the cliënt for exactly that. The corporatie gets initials, how many, what
 * kind of home and where: never a name, a diagnosis or the dossier.
 */
export async function askWoning(work: Work, input: VanPersoon<WoonvraagInvoer>): Promise<Gedaan | Rejection> {
  if (!(await isKeuze(work, 'woningtype', input.woningtype))) return geenKeuze('woningtype')
  const refused = await checkGemeente(work, input.gemeenteCode)
  if (refused) return refused
  const opened = await openDossier(work, input.persoonId)
  if (isRejection(opened)) return opened
  const { row, dossiers } = opened
  const corporatie = await findCorporatieVan(work, input.toestemmingId, dossiers)
  if (isRejection(corporatie)) return corporatie
  const id = work.newId()
  const deling = await recordDeling(work, {
    persoonId: row.persoon_id,
    ontvanger: { organisatieId: corporatie },
    gegevensset: 'woonvraag',
    doel: 'Een woning vinden',
    grond: 'UITDRUKKELIJKE_TOESTEMMING',
    toestemmingId: input.toestemmingId,
    vervaltOp: addMonths(work.today, DEELMAANDEN),
    bron: { soort: 'woningaanbod', id },
  })
  if (isRejection(deling)) return deling
  const made = await insertStapbaar(work, 'woningaanbod', {
    id,
    dossier_id: row.id,
    persoon_id: row.persoon_id,
    corporatie_id: corporatie,
    deling_id: deling.id,
    status: 'gevraagd',
    gevraagd_op: work.today,
    gevraagd_door: work.vrager.gebruikerId,
    organisatie_id: work.vrager.organisatieId!,
    ...(await gedeeldeGegevens(work, row.persoon_id)),
    woningtype: input.woningtype,
    gemeente_code: input.gemeenteCode,
  })
  if (isRejection(made)) return made
  await recordUitstroom(work, 'WoningGevraagd', {
    tabel: 'woningaanbod',
    id,
    persoonId: row.persoon_id,
    op: work.today,
    gegevens: { versie: 1 },
  })
  return { id, versie: 1 }
}

/** The corporatie for which the consent was given; recordDeling checks the rest of it. */
async function findCorporatieVan(
  work: Work,
  toestemmingId: Id,
  dossiers: readonly Id[],
): Promise<Id | Rejection> {
  const row = await work.db
    .selectFrom('toestemming')
    .select(['ontvanger_organisatie_id as id', 'ontvanger_soort as soort'])
    .where('id', '=', toestemmingId)
    .where('persoon_id', 'in', [...dossiers])
    .executeTakeFirst()
  return row?.id && row.soort === 'corporatie'
    ? row.id
    : reject(
        'toestemming_onbekend',
        'Kies een toestemming van deze cliënt voor een corporatie in deze regio.',
        {
          field: 'toestemmingId',
          status: 422,
          possible: ['Leg de toestemming eerst vast bij Delen: de gegevens Woonvraag, voor de corporatie.'],
        },
      )
}

async function gedeeldeGegevens(work: Work, persoonId: Id) {
  const naam = await work.db
    .selectFrom('persoon')
    .select(['voornamen', 'roepnaam', 'tussenvoegsel', 'achternaam'])
    .where('id', '=', persoonId)
    .executeTakeFirstOrThrow()
  const huishoudenId = await findHuishoudenVan(work, persoonId)
  const leden = huishoudenId ? await listHuishoudenLeden(work, huishoudenId) : []
  return { initialen: initialenOf(naam), huishouden_grootte: Math.max(1, leden.length) }
}

/** The answer of the corporatie itself, once: a home, or none now. */
export async function answerWoonvraag(
  work: Work,
  input: WoonvraagAntwoord & { readonly id: Id },
): Promise<{ id: Id } | Rejection> {
  const aanbod = input.uitkomst === 'aangeboden'
  const reageerVoor = aanbod ? await reageerdag(work, input.reageerVoor, work.today) : null
  if (isRejection(reageerVoor)) return reageerVoor
  const answered = await answerRow(work, input.id, {
    status: input.uitkomst,
    ...(aanbod
      ? {
          omschrijving: input.omschrijving,
          huur: input.huur?.toFixed(2) ?? null,
          aangeboden_op: work.today,
          reageer_voor: reageerVoor,
        }
      : { beantwoord_op: work.today, toelichting: input.omschrijving || null }),
  })
  if (!answered) return whyNot(work, input.id)
  await recordUitstroom(work, aanbod ? 'WoningAangeboden' : 'GeenWoning', {
    tabel: 'woningaanbod',
    id: input.id,
    persoonId: answered.persoonId,
    op: work.today,
    gegevens: { wijzigingen: { status: ['gevraagd', input.uitkomst] } },
  })
  return { id: input.id }
}

/** Answered already, or nothing that this corporatie may know of. */
async function whyNot(work: Work, id: Id): Promise<Rejection> {
  const seen = await work.db
    .selectFrom('woningaanbod')
    .select('id')
    .where('id', '=', id)
    .where('corporatie_id', '=', work.vrager.organisatieId)
    .executeTakeFirst()
  return seen
    ? reject('woonvraag_niet_open', 'Deze woonvraag is al beantwoord of ingetrokken.')
    : notFound('Deze woonvraag')
}

/** Last day to answer an offer: what was said, else the term of the region. */
async function reageerdag(
  work: Work,
  gekozen: PlainDate | null,
  op: PlainDate,
): Promise<PlainDate | Rejection> {
  const dag = gekozen ?? addTermijn(op, (await getTermijn(work, 'woningaanbod_reageren', op)) as Termijn)
  return dag >= op
    ? dag
    : reject('dag_te_vroeg', `Het aanbod is van ${formatLong(op)}. Kies die dag of later.`, {
        field: 'reageerVoor',
        status: 422,
      })
}

/** The answer of the cliënt, or what a corporatie said outside Onderdak. */
export async function stepAanbod(
  work: Work,
  input: AanbodStapInvoer & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const row = await lockStapbaar(work, 'woningaanbod', input.id)
  if (!row) return notFound('Dit aanbod')
  work.saw(row.persoon_id)
  if (row.versie !== input.versie) return conflict(work, 'woningaanbod', row.id, input.versie)
  const mag = canAanbod(row.status as AanbodToestand, input.naar)
  if (!mag.ok) return reject('kan_nu_niet', mag.reden, { field: 'naar' })
  const refused = checkStapdag(input.op, work.today, {
    voor: row.aangeboden_op ?? row.gevraagd_op,
    wat: 'De vorige stap was op',
  })
  if (refused) return refused
  if (input.naar === 'geweigerd' && !(await isKeuze(work, 'weigerreden_woning', input.weigerreden ?? '')))
    return geenKeuze('weigerreden')
  const waarden = await aanbodWaarden(work, input)
  if (isRejection(waarden)) return waarden
  const versie = await updateStapbaar(work, 'woningaanbod', row, { status: input.naar, ...waarden })
  if (isRejection(versie)) return versie
  if (['geen_woning', 'geweigerd', 'ingetrokken'].includes(input.naar))
    await endDelingVanStap(work, row.deling_id)
  await recordUitstroom(work, 'WoningaanbodStap', {
    tabel: 'woningaanbod',
    id: row.id,
    persoonId: row.persoon_id,
    op: input.op,
    gegevens: { versie, status: input.naar, wijzigingen: { status: [row.status, input.naar] } },
  })
  return { id: row.id, versie }
}

async function aanbodWaarden(work: Work, input: AanbodStapInvoer) {
  const toelichting = input.toelichting || null
  if (input.naar !== 'aangeboden')
    return {
      beantwoord_op: input.op,
      toelichting,
      weigerreden: input.naar === 'geweigerd' ? input.weigerreden : null,
    }
  const reageer_voor = await reageerdag(work, input.reageerVoor, input.op)
  if (isRejection(reageer_voor)) return reageer_voor
  return {
    omschrijving: input.omschrijving,
    huur: input.huur?.toFixed(2) ?? null,
    aangeboden_op: input.op,
    reageer_voor,
    toelichting,
  }
}

/** UIT-07: a person decides what follows on too many refusals, with a reason. Nothing follows by itself. */
export async function decideGevolg(
  work: Work,
  input: GevolgInvoer & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const row = await lockStapbaar(work, 'woningaanbod', input.id)
  if (!row) return notFound('Dit aanbod')
  work.saw(row.persoon_id)
  const grens = Number((await findInstelling(work, 'woning_weigeringen')) ?? '2')
  const weigeringen = await listWeigeringen(work, row.dossier_id)
  if (weigeringen.at(-1)?.id !== row.id || !moetBesluiten(weigeringen, grens))
    return reject('geen_besluit_nodig', 'Bij dit aanbod is geen besluit nodig, of het is al genomen.')
  const versie = await updateStapbaar(work, 'woningaanbod', row, {
    gevolg: input.gevolg,
    gevolg_op: work.today,
    gevolg_door: work.vrager.gebruikerId,
    gevolg_toelichting: input.toelichting,
  })
  if (isRejection(versie)) return versie
  await recordUitstroom(work, 'GevolgWeigeringBesloten', {
    tabel: 'woningaanbod',
    id: row.id,
    persoonId: row.persoon_id,
    op: work.today,
    gegevens: { versie, gevolg: input.gevolg, wijzigingen: { gevolg: [null, input.gevolg] } },
  })
  return { id: row.id, versie }
}

export function listWeigeringen(work: Work, dossierId: Id) {
  return work.db
    .selectFrom('woningaanbod')
    .select(['id', 'gevolg'])
    .where('dossier_id', '=', dossierId)
    .where('status', '=', 'geweigerd')
    .orderBy('beantwoord_op')
    .orderBy('gevraagd_op')
    .orderBy('id')
    .execute()
}

/**
 * Job: a corporatie that has no home for somebody, or whose home has a contract, no longer needs the question. It cannot
 * end the sharing itself, because it does not see it. Run as the system. Returns how many ended.
 */
export async function endDelingen(work: Work): Promise<number> {
  const rows = await work.db
    .selectFrom('woningaanbod as w')
    .innerJoin('deling as d', 'd.id', 'w.deling_id')
    .select('w.deling_id as id')
    .where('w.regio_id', '=', work.regioId)
    .where('d.beeindigd_op', 'is', null)
    .where((e) =>
      e.or([
        e('w.status', '=', 'geen_woning'),
        e.exists(e.selectFrom('huurcontract as c').select('c.id').whereRef('c.woningaanbod_id', '=', 'w.id')),
      ]),
    )
    .orderBy('w.id')
    .execute()
  for (const { id } of rows) await endDelingVanStap(work, id)
  return rows.length
}
