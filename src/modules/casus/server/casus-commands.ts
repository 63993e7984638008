import { sql } from 'kysely'
import { changesOf } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { listEscalatieniveaus } from '../../beheer/server/lookup.ts'
import { endBetrokkenheid, giveBetrokkenheid } from '../../persoon/server/betrokkenheid.ts'
import { getPersoonKern } from '../../persoon/server/lookup.ts'
import { listMedewerkers } from '../../traject/server/lookup.ts'
import type {
  CasusInvoer,
  CasusWijziging,
  NiveauInvoer,
  RegievoerderInvoer,
  SluitInvoer,
} from '../domain/contract.ts'
import { decideNiveau, eersteNiveau, type Niveau, uiterlijkVan } from '../domain/rules.ts'
import { recordCasus } from './boek.ts'
import { lockCasus } from './lock.ts'
import { endOverleg } from './overleg-commands.ts'
import {
  type CasusRow,
  closeTijdvak,
  insertFinanciering,
  insertRow,
  insertTijdvak,
  updateRow,
} from './store.ts'

export interface Gedaan {
  readonly id: Id
  readonly versie: number
}
type Op<T> = T & { readonly id: Id }

/** Opens a casus on the lowest level of the region. Who is involved with the person may; one runs per person. */
export async function openCasus(
  work: Work,
  input: CasusInvoer & { readonly persoonId: Id },
): Promise<Gedaan | Rejection> {
  const persoon = await getPersoonKern(work, input.persoonId)
  if (!persoon) return notFound('Deze cliënt')
  const niveau = eersteNiveau(await listEscalatieniveaus(work))
  if (isRejection(niveau)) return niveau
  const wie = await findMedewerker(work, persoon.id, input.regievoerderId)
  if (isRejection(wie)) return wie
  const id = work.newId()
  const inserted = await insertRow(work, 'casus', {
    id,
    persoon_id: persoon.id,
    organisatie_id: work.vrager.organisatieId!,
    reden: input.reden,
    reden_toelichting: input.redenToelichting,
    vraag: input.vraag,
    veiligheid: input.veiligheid,
    geopend_op: work.today,
    geopend_door: work.vrager.gebruikerId,
  })
  if (isRejection(inserted)) return inserted
  const casus = { id, persoon_id: persoon.id }
  const failed =
    (await beginNiveau(work, casus, niveau, null)) ?? (await beginRegie(work, casus, { ...wie, reden: null }))
  if (failed) return failed
  await recordCasus(work, 'CasusGeopend', {
    tabel: 'casus',
    id,
    persoonId: persoon.id,
    gegevens: { versie: 1, reden: input.reden, niveau: niveau.naam, regievoerder: wie.naam },
  })
  return { id, versie: 1 }
}

type Wie = {
  readonly gebruikerId: Id
  readonly organisatieId: Id
  readonly soort: string
  readonly naam: string
}

/** Somebody of an organisation that is involved today. */
async function findMedewerker(work: Work, persoonId: Id, gebruikerId: Id): Promise<Wie | Rejection> {
  const found = (await listMedewerkers(work, persoonId)).find((one) => one.id === gebruikerId)
  return found
    ? { gebruikerId, organisatieId: found.organisatieId, soort: found.soort, naam: found.naam }
    : reject('medewerker_niet_betrokken', 'Kies een medewerker van een organisatie die betrokken is.', {
        field: 'gebruikerId',
        status: 422,
      })
}

function beginNiveau(
  work: Work,
  casus: { readonly id: Id; readonly persoon_id: Id },
  niveau: Niveau,
  reden: string | null,
): Promise<undefined | Rejection> {
  return insertTijdvak(work, 'casus_niveau', {
    casus_id: casus.id,
    persoon_id: casus.persoon_id,
    nummer: niveau.nummer,
    van: work.today,
    uiterlijk_op: uiterlijkVan(work.today, niveau),
    reden,
  })
}

/** The one who leads, whose organisation sees the person for as long as the casus is open. */
async function beginRegie(
  work: Work,
  casus: { readonly id: Id; readonly persoon_id: Id },
  wie: Wie & { readonly reden: string | null },
): Promise<undefined | Rejection> {
  const failed = await insertTijdvak(work, 'casus_regievoerder', {
    casus_id: casus.id,
    persoon_id: casus.persoon_id,
    organisatie_id: wie.organisatieId,
    gebruiker_id: wie.gebruikerId,
    van: work.today,
    reden: wie.reden,
  })
  if (failed) return failed
  const { rows } = await sql<{
    vereist: 'vo' | null
  }>`select onderdak.casus_vereist(${casus.persoon_id}::uuid, ${wie.organisatieId}::uuid) as vereist`.execute(
    work.db,
  )
  await giveBetrokkenheid(work, {
    persoonId: casus.persoon_id,
    organisatieId: wie.organisatieId,
    doel: 'casus',
    grond: wie.soort === 'aanbieder' ? 'UITVOERING_AANBIEDER' : 'WETTELIJKE_TAAK_COLLEGE',
    bronSoort: 'casus',
    bronId: casus.id,
    vereist: rows[0]!.vereist,
  })
  return undefined
}

async function save(
  work: Work,
  row: CasusRow,
  versieGezien: number,
  step: { soort: string; set?: Partial<CasusRow>; gegevens?: Record<string, unknown> },
): Promise<Gedaan | Rejection> {
  const set = step.set ?? {}
  const seen = { id: row.id, versie: versieGezien, persoonId: row.persoon_id }
  const versie = await updateRow(work, 'casus', seen, set)
  if (isRejection(versie)) return versie
  await recordCasus(work, step.soort, {
    tabel: 'casus',
    id: row.id,
    persoonId: row.persoon_id,
    gegevens: {
      wijzigingen: changesOf(row as unknown as Record<string, unknown>, set),
      ...step.gegevens,
      versie,
    },
  })
  return { id: row.id, versie }
}

export async function changeCasus(work: Work, input: Op<CasusWijziging>): Promise<Gedaan | Rejection> {
  const row = await lockCasus(work, input.id, 'bijwerken')
  if (isRejection(row)) return row
  const { reden, vraag, veiligheid } = input
  const set = { reden, reden_toelichting: input.redenToelichting, vraag, veiligheid }
  return save(work, row, input.versie, { soort: 'CasusBijgewerkt', set })
}

/** Up or down; the term of the new level begins today. */
export async function changeNiveau(work: Work, input: Op<NiveauInvoer>): Promise<Gedaan | Rejection> {
  const row = await lockCasus(work, input.id, 'niveau')
  if (isRejection(row)) return row
  const nu = await work.db
    .selectFrom('casus_niveau')
    .select('nummer')
    .where('casus_id', '=', row.id)
    .where('tot', 'is', null)
    .executeTakeFirstOrThrow()
  // Who saw an older version is told so, whatever the level is now.
  if (row.versie !== input.versie) return save(work, row, input.versie, { soort: 'CasusNiveauGewijzigd' })
  const niveaus = await listEscalatieniveaus(work)
  const decided = decideNiveau(niveaus, nu.nummer, input.nummer)
  if (isRejection(decided)) return decided
  await closeTijdvak(work, 'casus_niveau', row.id, work.today)
  const failed = await beginNiveau(work, row, decided.niveau, input.reden)
  if (failed) return failed
  const { niveau, richting } = decided
  const was = niveaus.find((one) => one.nummer === nu.nummer)?.naam ?? String(nu.nummer)
  return save(work, row, input.versie, {
    soort: 'CasusNiveauGewijzigd',
    gegevens: { niveau: niveau.naam, richting, wijzigingen: { niveau: [was, niveau.naam] } },
  })
}

/** There is never a moment without a regievoerder, and never one with two (CAS-07). */
export async function changeRegievoerder(
  work: Work,
  input: Op<RegievoerderInvoer>,
): Promise<Gedaan | Rejection> {
  const row = await lockCasus(work, input.id, 'regievoerder')
  if (isRejection(row)) return row
  if (row.versie !== input.versie)
    return save(work, row, input.versie, { soort: 'CasusRegievoerderGewijzigd' })
  const nu = await work.db
    .selectFrom('casus_regievoerder as r')
    .innerJoin('gebruiker as g', 'g.id', 'r.gebruiker_id')
    .select(['r.gebruiker_id', 'r.organisatie_id', 'g.naam'])
    .where('r.casus_id', '=', row.id)
    .where('r.tot', 'is', null)
    .executeTakeFirstOrThrow()
  if (nu.gebruiker_id === input.gebruikerId)
    return reject('al_regievoerder', 'Deze medewerker is al de regievoerder.', { field: 'gebruikerId' })
  const wie = await findMedewerker(work, row.persoon_id, input.gebruikerId)
  if (isRejection(wie)) return wie
  await closeTijdvak(work, 'casus_regievoerder', row.id, work.today)
  const failed = await beginRegie(work, row, { ...wie, reden: input.reden })
  if (failed) return failed
  const done = await save(work, row, input.versie, {
    soort: 'CasusRegievoerderGewijzigd',
    gegevens: { naam: wie.naam, reden: input.reden, wijzigingen: { regievoerder: [nu.naam, wie.naam] } },
  })
  // Last, because the asker may see the person by this alone.
  if (!isRejection(done) && wie.organisatieId !== nu.organisatie_id)
    await endBetrokkenheid(work, { bronSoort: 'casus', bronId: row.id, organisatieId: nu.organisatie_id })
  return done
}

/** With the outcome and, for what is not in the ordinary offer, who pays and who decides. Planned meetings are cancelled. */
export async function closeCasus(work: Work, input: Op<SluitInvoer>): Promise<Gedaan | Rejection> {
  const row = await lockCasus(work, input.id, 'sluiten')
  if (isRejection(row)) return row
  if (row.versie !== input.versie) return save(work, row, input.versie, { soort: 'CasusGesloten' })
  const gepland = await work.db
    .selectFrom('casus_overleg')
    .select('id')
    .where('casus_id', '=', row.id)
    .where('status', '=', 'gepland')
    .orderBy('id')
    .execute()
  for (const { id } of gepland) {
    const done = await endOverleg(work, { id, naar: 'geannuleerd', reden: 'De casus is gesloten' })
    if (isRejection(done)) return done
  }
  await insertFinanciering(work, row, input.financiering)
  await closeTijdvak(work, 'casus_niveau', row.id, work.today)
  await closeTijdvak(work, 'casus_regievoerder', row.id, work.today)
  const set = {
    status: 'gesloten',
    gesloten_op: work.today,
    uitkomst: input.uitkomst,
    uitkomst_toelichting: input.toelichting,
  }
  const done = await save(work, row, input.versie, {
    soort: 'CasusGesloten',
    set,
    gegevens: { uitkomst: input.uitkomst },
  })
  if (!isRejection(done)) await endBetrokkenheid(work, { bronSoort: 'casus', bronId: row.id })
  return done
}
