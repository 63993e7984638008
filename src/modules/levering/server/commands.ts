import { tooLate } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import type { LeveringInvoer } from '../domain/contract.ts'
import { decideInhoud, type Leveringcijfer } from '../domain/inhoud.ts'
import { canStap, canVrijgeven, checkPeriode, checkVerzenddag, type Stap } from '../domain/rules.ts'
import { soorten } from '../domain/soorten.ts'
import { buildBestand } from './bestand.ts'
import { countIndicator, readKandidaten } from './kandidaten.ts'
import { insertLevering, lockLevering, setStap } from './store.ts'

/** Freezes who is in a delivery, who is not and why, as known now. */
export async function makeLevering(work: Work, input: LeveringInvoer): Promise<{ id: Id } | Rejection> {
  const periode = checkPeriode(input.soort, input.periode, work.today)
  if (isRejection(periode)) return periode
  const inhoud = decideInhoud(
    await readKandidaten(work, periode),
    periode,
    await countIndicator(work, periode),
  )
  const naamVan = await readNamen(work)
  const { definitie, indelingVersie } = soorten[input.soort]
  const id = work.newId()
  const refused = await insertLevering(
    work,
    {
      ...periode,
      id,
      regio_id: work.regioId,
      definitie,
      indeling_versie: indelingVersie,
      gemaakt_op: work.now,
      gemaakt_door: work.vrager.gebruikerId!,
    },
    { ...inhoud, cijfers: inhoud.cijfers.map((cijfer) => ({ ...cijfer, naam: naamVan(cijfer) })) },
  )
  if (refused) return refused
  await recordStap(work, 'LeveringGemaakt', { id, ...input })
  return { id }
}

const klassen: Readonly<Record<string, string>> = {
  E2: 'Noodopvang (groep 2)',
  E3: 'Tijdelijke opvang (groep 3)',
}

/** What a part is called now; it stands so in the report for ever. */
async function readNamen(work: Work): Promise<(cijfer: Leveringcijfer) => string> {
  const producten = await work.db
    .selectFrom('product')
    .select(['code', 'naam'])
    .where('regio_id', '=', work.regioId)
    .execute()
  const gemeenten = await work.db.selectFrom('gemeente').select(['code', 'naam']).execute()
  const namen = {
    totaal: new Map([['alles', 'Alles samen']]),
    klasse: new Map(Object.entries(klassen)),
    product: new Map<string, string>([
      ['winterkou', 'Winterkou'],
      ...producten.map(({ code, naam }) => [code, naam] as const),
    ]),
    gemeente: new Map(gemeenten.map(({ code, naam }) => [code, naam])),
  }
  return ({ verdeling, waarde }) => namen[verdeling].get(waarde) ?? 'Niet bekend'
}

/** Lets a delivery go: the file as it is now gets its checksum, and every later file must be the same. */
export async function releaseLevering(work: Work, id: Id): Promise<{ id: Id } | Rejection> {
  const row = await lockStap(work, id, 'vrijgave')
  if (isRejection(row)) return row
  const mag = canVrijgeven({ status: row.status, gemaaktDoor: row.gemaakt_door }, work.vrager.gebruikerId)
  if (!mag.ok) return reject('zelf_gemaakt', mag.reden, { status: 403 })
  const bestand = await buildBestand(work, row)
  if (isRejection(bestand)) return bestand
  const refused = await setStap(work, id, {
    status: 'vrijgegeven',
    vrijgegeven_op: work.now,
    vrijgegeven_door: work.vrager.gebruikerId,
    controlegetal: bestand.controlegetal,
  })
  if (refused) return refused
  await recordStap(work, 'LeveringVrijgegeven', row)
  return { id }
}

/** That somebody sent it: Onderdak sends nothing itself. */
export async function markVerstuurd(
  work: Work,
  input: { readonly id: Id; readonly op: PlainDate; readonly aan: string; readonly via: string },
): Promise<{ id: Id } | Rejection> {
  const row = await lockStap(work, input.id, 'verzending')
  if (isRejection(row)) return row
  const dag = checkVerzenddag(input.op, { vrijgegevenOp: row.vrijgegeven_op!, today: work.today })
  if (dag) return dag
  const refused = await setStap(work, input.id, {
    status: 'verstuurd',
    verstuurd_op: input.op,
    verstuurd_aan: input.aan,
    verstuurd_via: input.via,
    verstuurd_door: work.vrager.gebruikerId,
  })
  if (refused) return refused
  await recordStap(work, 'LeveringVerstuurd', row)
  return { id: input.id }
}

/** What was sent is not taken back by this; it says that it may not be used, and why. */
export async function withdrawLevering(
  work: Work,
  input: { readonly id: Id; readonly reden: string },
): Promise<{ id: Id } | Rejection> {
  const row = await lockStap(work, input.id, 'intrekking')
  if (isRejection(row)) return row
  const refused = await setStap(work, input.id, {
    status: 'ingetrokken',
    ingetrokken_op: work.now,
    ingetrokken_door: work.vrager.gebruikerId,
    intrekreden: input.reden,
  })
  if (refused) return refused
  await recordStap(work, 'LeveringIngetrokken', row)
  return { id: input.id }
}

async function lockStap(work: Work, id: Id, stap: Stap) {
  const row = await lockLevering(work, id)
  if (!row) return notFound('Deze levering')
  const mag = canStap(row.status, stap)
  return mag.ok ? row : tooLate(work, 'levering', id, { code: 'stand_laat_dit_niet_toe', reden: mag.reden })
}

function recordStap(
  work: Work,
  soort: string,
  levering: { readonly id: Id; readonly soort: string; readonly periode: string },
): Promise<Id> {
  return work.record({
    soort,
    onderwerpSoort: 'levering',
    onderwerpId: levering.id,
    persoonId: null,
    op: work.today,
    gegevens: { levering: levering.soort, periode: levering.periode },
  })
}
