import { changesOf, conflict } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { lockGeldigeToestemming } from '../../delen/server/commands.ts'
import { getPersoonKern, listDossierIds } from '../../persoon/server/lookup.ts'
import type {
  AfhandelInvoer,
  RisicodagInvoer,
  SignaalInvoer,
  TerugvalplanInvoer,
} from '../domain/contract.ts'
import { checkDagVan } from '../domain/rules.ts'
import type { Gedaan } from './afspraak-commands.ts'
import { recordNazorg } from './boek.ts'
import {
  endRisicodagRow,
  insertRisicodag,
  insertSignaal,
  insertTerugvalplan,
  settleSignaalRow,
  updateTerugvalplan,
} from './store.ts'

/** The terugvalplan in the words of the cliënt (OVD-06): one per person, whichever of merged files has it. */
export async function saveTerugvalplan(
  work: Work,
  input: TerugvalplanInvoer & { readonly persoonId: Id },
): Promise<Gedaan | Rejection> {
  const persoon = await getPersoonKern(work, input.persoonId)
  if (!persoon) return notFound('Deze cliënt')
  const refused = checkDagVan(input.besprokenOp, work.today)
  if (refused) return { ...refused, field: 'besprokenOp' }
  const before = await lockPlan(work, persoon.id)
  if (before && before.versie !== input.versie)
    return conflict(work, 'terugvalplan', before.id, input.versie ?? 0)
  const values = {
    signalen: input.signalen,
    wat_helpt: input.watHelpt,
    wie_bellen: input.wieBellen,
    besproken_op: input.besprokenOp,
  }
  const id = before?.id ?? work.newId()
  const versie = before
    ? await updateTerugvalplan(work, before, values)
    : await insertTerugvalplan(work, { ...values, id, persoon_id: persoon.id })
  if (isRejection(versie)) return versie
  await recordNazorg(work, 'TerugvalplanVastgelegd', {
    over: 'terugvalplan',
    id,
    persoonId: persoon.id,
    op: input.besprokenOp,
    gegevens: {
      versie: versie ?? 1,
      // That words changed, not the words: the timeline is read by everyone who is involved.
      wijzigingen: before
        ? Object.fromEntries(
            Object.keys(changesOf(kern(before), values)).map((veld) => [
              veld,
              ['vorige tekst', 'nieuwe tekst'],
            ]),
          )
        : {},
    },
  })
  return { id, versie: versie ?? 1 }
}

const kern = (row: { signalen: string; wat_helpt: string; wie_bellen: string; besproken_op: string }) => ({
  signalen: row.signalen,
  wat_helpt: row.wat_helpt,
  wie_bellen: row.wie_bellen,
  besproken_op: row.besproken_op,
})

async function lockPlan(work: Work, persoonId: Id) {
  return work.db
    .selectFrom('terugvalplan')
    .selectAll()
    .where('persoon_id', 'in', await listDossierIds(work, persoonId))
    .orderBy((e) => e.case().when('persoon_id', '=', persoonId).then(0).else(1).end())
    .forUpdate()
    .executeTakeFirst()
}

export async function addRisicodag(
  work: Work,
  input: RisicodagInvoer & { readonly persoonId: Id },
): Promise<Gedaan | Rejection> {
  const persoon = await getPersoonKern(work, input.persoonId)
  if (!persoon) return notFound('Deze cliënt')
  if (input.soort === 'eenmalig' && input.datum < work.today)
    return reject('dag_voorbij', 'Deze dag is voorbij. Kies vandaag of later, of een dag van elk jaar.', {
      field: 'datum',
      status: 422,
    })
  const [, maand, dag] = input.datum.split('-').map(Number)
  const isJaarlijks = input.soort === 'jaarlijks'
  const id = work.newId()
  await insertRisicodag(work, {
    id,
    persoon_id: persoon.id,
    naam: input.naam,
    datum: isJaarlijks ? null : input.datum,
    maand: isJaarlijks ? maand! : null,
    dag: isJaarlijks ? dag! : null,
    dagen_vooraf: input.dagenVooraf,
  })
  await recordNazorg(work, 'RisicodagVastgelegd', {
    over: 'risicodag',
    id,
    persoonId: persoon.id,
    op: work.today,
    gegevens: { versie: 1 },
  })
  return { id, versie: 1 }
}

export async function endRisicodag(work: Work, id: Id): Promise<Gedaan | Rejection> {
  const row = await work.db
    .selectFrom('risicodag')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return notFound('Deze risicodag')
  if (row.vervallen_op !== null) return reject('al_vervallen', 'Deze risicodag geldt al niet meer.')
  const versie = await endRisicodagRow(work, row)
  await recordNazorg(work, 'RisicodagVervallen', {
    over: 'risicodag',
    id,
    persoonId: row.persoon_id,
    op: work.today,
    gegevens: { versie },
  })
  return { id, versie }
}

/** Someone of the network tells something (OVD-08): only of whom the cliënt agreed that we speak with them. */
export async function recordSignaal(
  work: Work,
  input: SignaalInvoer & { readonly persoonId: Id },
): Promise<Gedaan | Rejection> {
  const persoon = await getPersoonKern(work, input.persoonId)
  if (!persoon) return notFound('Deze cliënt')
  const toestemming = await lockGeldigeToestemming(work, {
    toestemmingId: input.toestemmingId,
    persoonId: persoon.id,
  })
  if (isRejection(toestemming)) return toestemming
  if (toestemming.ontvanger_soort !== 'naaste')
    return reject('toestemming_past_niet', 'Kies een toestemming voor familie of een andere naaste.', {
      field: 'toestemmingId',
      status: 422,
    })
  const refused = checkDagVan(input.op, work.today)
  if (refused) return refused
  const id = work.newId()
  await insertSignaal(work, {
    id,
    persoon_id: persoon.id,
    toestemming_id: toestemming.id,
    organisatie_id: organisatieOf(work),
    ontvangen_op: input.op,
    signaal: input.signaal,
  })
  await recordNazorg(work, 'NetwerksignaalOntvangen', {
    over: 'netwerksignaal',
    id,
    persoonId: persoon.id,
    op: input.op,
    gegevens: { versie: 1, toestemmingId: toestemming.id },
  })
  return { id, versie: 1 }
}

function organisatieOf(work: Work): Id {
  if (work.vrager.organisatieId === null)
    throw new Error('netwerksignaal: the system must name an organisation')
  return work.vrager.organisatieId
}

export async function settleSignaal(
  work: Work,
  input: AfhandelInvoer & { readonly signaalId: Id },
): Promise<Gedaan | Rejection> {
  const row = await work.db
    .selectFrom('netwerksignaal')
    .selectAll()
    .where('id', '=', input.signaalId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return notFound('Dit signaal')
  if (row.opgepakt_op !== null) return reject('al_opgepakt', 'Met dit signaal is al iets gedaan.')
  const refused = checkDagVan(input.op, work.today, { voor: row.ontvangen_op, wat: 'Het signaal kwam op' })
  if (refused) return refused
  const versie = await settleSignaalRow(work, row, { opgepakt_op: input.op, uitkomst: input.uitkomst })
  await recordNazorg(work, 'NetwerksignaalOpgepakt', {
    over: 'netwerksignaal',
    id: row.id,
    persoonId: row.persoon_id,
    op: input.op,
    gegevens: { versie },
  })
  return { id: row.id, versie }
}
