import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import { listMismatches, type Ruimte } from '../../plek/domain/capaciteit.ts'
import { explainNietPlaatsbaar } from '../domain/niet-plaatsbaar.ts'
import { lockWachtlijstplaatsing, noteNietPlaatsbaar, type WachtlijstplaatsingRow } from './store.ts'
import { dueOn } from './termijnen.ts'

// "Kan niet plaatsen": no plek in the region fits, free or taken. Waiting alone then solves nothing.

/** Every plek of the product that exists today and that the asker may see, with the kenmerken of its locatie. */
async function listRuimten(work: Work, productId: Id): Promise<(Ruimte & { locatieId: Id })[]> {
  return work.db
    .selectFrom('plek as k')
    .innerJoin('locatie as l', 'l.id', 'k.locatie_id')
    .select([
      'k.id',
      'k.locatie_id as locatieId',
      'k.personen_maximum as personenMaximum',
      sql<string[]>`k.kenmerken || l.kenmerken`.as('kenmerken'),
    ])
    .where('k.regio_id', '=', work.regioId)
    .where('k.product_id', '=', productId)
    .where('k.van', '<=', work.today)
    .where((e) => e.or([e('k.tot', 'is', null), e('k.tot', '>', work.today)]))
    .execute()
}

type Zoekt = Pick<
  WachtlijstplaatsingRow,
  'product_id' | 'personen' | 'vereiste_kenmerken' | 'wachtreden' | 'voorkeur_locatie_id'
>

/** Plekken per product that were read before in this work, for going through the whole list. */
type Bekend = Map<Id, Awaited<ReturnType<typeof listRuimten>>>

/** Why nothing fits, in Dutch sentences; empty when some plek would fit once it is free. */
export async function listRedenen(work: Work, row: Zoekt, bekend: Bekend = new Map()): Promise<string[]> {
  const ruimten = bekend.get(row.product_id) ?? (await listRuimten(work, row.product_id))
  bekend.set(row.product_id, ruimten)
  if (ruimten.some((ruimte) => canEverFit(ruimte, row))) return []
  const namen = await work.db
    .selectFrom('keuze')
    .select(['code', 'naam'])
    .where('regio_id', '=', work.regioId)
    .where('lijst', '=', 'kenmerk')
    .execute()
  const alleenLocatieId = row.wachtreden === 'wil_bepaalde_plek' ? row.voorkeur_locatie_id : null
  return explainNietPlaatsbaar({
    ruimten: alleenLocatieId ? ruimten.filter((ruimte) => ruimte.locatieId === alleenLocatieId) : ruimten,
    vraag: { personen: row.personen, vereisteKenmerken: row.vereiste_kenmerken },
    eenLocatie: alleenLocatieId !== null,
    mismatches: listMismatches,
    kenmerkNaam: (code) => namen.find((kenmerk) => kenmerk.code === code)?.naam ?? code,
  })
}

function canEverFit(ruimte: Ruimte & { locatieId: Id }, row: Zoekt): boolean {
  if (
    row.wachtreden === 'wil_bepaalde_plek' &&
    row.voorkeur_locatie_id &&
    ruimte.locatieId !== row.voorkeur_locatie_id
  )
    return false
  return (
    listMismatches(ruimte, { personen: row.personen, vereisteKenmerken: row.vereiste_kenmerken }).length === 0
  )
}

/**
 * Notes since when nothing fits, or that something does. Secret places are out of sight for most, so for the
 * vrouwenopvang only the weekly job and those with the right decide.
 */
export async function reviewNietPlaatsbaar(work: Work, row: WachtlijstplaatsingRow): Promise<void> {
  const { domein } = await work.db
    .selectFrom('product')
    .select('domein')
    .where('id', '=', row.product_id)
    .executeTakeFirstOrThrow()
  if (domein === 'VO' && !work.vrager.isSysteem && !work.vrager.permissies.has('vrouwenopvang.lezen')) return
  const past = (await listRedenen(work, row)).length === 0
  if (past && row.niet_plaatsbaar_sinds === null) return
  await noteNietPlaatsbaar(
    work,
    row.id,
    past
      ? {
          niet_plaatsbaar_sinds: null,
          niet_plaatsbaar_herzien_op: null,
          niet_plaatsbaar_geescaleerd_op: null,
        }
      : {
          niet_plaatsbaar_sinds: row.niet_plaatsbaar_sinds ?? work.today,
          niet_plaatsbaar_herzien_op: await dueOn(work, 'niet_plaatsbaar_herzien'),
        },
  )
}

/** The retry of the region (weekly): new places may fit by now; what stays unsolved goes to the coordinator once. */
export async function retryNietPlaatsbaar(work: Work): Promise<{ herzien: number; geescaleerd: number }> {
  const due = await work.db
    .selectFrom('wachtlijstplaatsing')
    .selectAll()
    .where('regio_id', '=', work.regioId)
    .where('status', '=', 'wachtend')
    .where((e) =>
      e.or([e('niet_plaatsbaar_herzien_op', 'is', null), e('niet_plaatsbaar_herzien_op', '<=', work.today)]),
    )
    .orderBy('id')
    .execute()
  const bekend: Bekend = new Map()
  let geescaleerd = 0
  for (const found of due) {
    // Most people fit somewhere and stay unlocked, so that nobody who works at night has to wait.
    const past = (await listRedenen(work, found, bekend)).length === 0
    if (past && found.niet_plaatsbaar_sinds === null) continue
    const row = await lockWachtlijstplaatsing(work, found.id)
    if (row?.status !== 'wachtend') continue
    await reviewNietPlaatsbaar(work, row)
    if (await escalate(work, row.id)) geescaleerd++
  }
  return { herzien: due.length, geescaleerd }
}

async function escalate(work: Work, id: Id): Promise<boolean> {
  const row = await lockWachtlijstplaatsing(work, id)
  if (!row?.niet_plaatsbaar_sinds || row.niet_plaatsbaar_geescaleerd_op) return false
  if ((await dueOn(work, 'niet_plaatsbaar_escaleren', row.niet_plaatsbaar_sinds)) > work.today) return false
  await noteNietPlaatsbaar(work, row.id, { niet_plaatsbaar_geescaleerd_op: work.today })
  await work.record({
    soort: 'NietPlaatsbaarGeescaleerd',
    onderwerpSoort: 'wachtlijstplaatsing',
    onderwerpId: row.id,
    persoonId: row.persoon_id,
    op: work.today,
    gegevens: { sinds: row.niet_plaatsbaar_sinds },
  })
  await setOpvolging(
    work,
    { persoonId: row.persoon_id },
    {
      volgendeStap: 'Met de regiocoördinator een oplossing zoeken: geen enkele plek in de regio past',
      volgendeStapOp: work.today,
    },
  )
  return true
}
