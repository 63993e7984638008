import { type Selectable, sql } from 'kysely'
import { conflict } from '../../../platform/conflict.ts'
import type { DB } from '../../../platform/db/tables.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { getPersoonKern, listDossierIds, type PersoonKern } from '../../persoon/server/lookup.ts'
import { insertDossier, lockOpenDossier } from './store.ts'

export type DossierRow = Selectable<DB['uitstroomdossier']>

export interface Geopend {
  readonly persoon: PersoonKern
  readonly dossiers: readonly Id[]
  readonly row: DossierRow
}

/** The stay that runs now, of any file of the person. */
export function findLopendVerblijf(work: Work, dossiers: readonly Id[]) {
  return work.db
    .selectFrom('verblijf_persoon as x')
    .innerJoin('verblijf as v', 'v.id', 'x.verblijf_id')
    .select([
      'v.id',
      'x.van as begonnenOp',
      'v.uitstroomgereed_op as gereedOp',
      'v.uitstroom_wacht_op as wachtOp',
    ])
    .where('x.persoon_id', 'in', [...dossiers])
    .where('x.soort', '=', 'hoofd')
    .where('x.tot', 'is', null)
    .orderBy('x.van')
    .orderBy('v.id')
    .executeTakeFirst()
}

/** A stay `v` that ended and did not go over into another one; a time-out comes on top of a home, and is no departure. */
export const isVertrek = sql<boolean>`v.soort <> 'time_out' and v.eindreden not in ('verhuisd', 'doorstroom')`

/**
 * First day of the dossier that is there without a row: that of the running stay, else of the last stay that ended and of which
 * no outflow was finished yet. Undefined when there is no such stay.
 */
export async function findDossierBegin(work: Work, dossiers: readonly Id[]): Promise<PlainDate | undefined> {
  const lopend = await findLopendVerblijf(work, dossiers)
  if (lopend) return lopend.begonnenOp
  const laatste = await work.db
    .selectFrom('verblijf as v')
    .leftJoin('uitstroomdossier as d', (j) =>
      j.on('d.persoon_id', 'in', [...dossiers]).onRef('d.afgerond_op', '>=', 'v.begonnen_op'),
    )
    .select(['v.begonnen_op as begonnenOp', 'd.id as afgerond'])
    .where('v.persoon_id', 'in', [...dossiers])
    .where('v.soort', '<>', 'time_out')
    .where('v.geeindigd_op', 'is not', null)
    .orderBy('v.geeindigd_op', 'desc')
    .orderBy('v.id')
    .executeTakeFirst()
  return laatste && laatste.afgerond === null ? laatste.begonnenOp : undefined
}

/**
 * The open dossier of a person, locked. It exists from the first day of a stay, also after it until the outflow is finished; the
 * row is made here, at the first edit.
 * `versie` is what the editor saw: nought when there was no row yet. Without it no one's input is overwritten.
 */
export async function openDossier(work: Work, persoonId: Id, versie?: number): Promise<Geopend | Rejection> {
  const persoon = await getPersoonKern(work, persoonId)
  if (!persoon) return notFound('Deze cliënt')
  const dossiers = await listDossierIds(work, persoon.id)
  const known = await lockOpenDossier(work, dossiers)
  if (known) {
    if (versie !== undefined && known.versie !== versie)
      return conflict(work, 'uitstroomdossier', known.id, versie)
    return { persoon, dossiers, row: known }
  }
  if (versie !== undefined && versie > 0)
    return reject('dossier_afgerond', 'Dit uitstroomdossier is intussen afgerond. Laad de pagina opnieuw.')
  const begonnenOp = (await findDossierBegin(work, dossiers)) ?? work.today
  const id = await insertDossier(work, { persoonId: persoon.id, begonnenOp })
  const row = await lockOpenDossier(work, dossiers)
  if (!row) throw new Error(`no open uitstroomdossier of ${persoon.id} after making it`)
  // Somebody else was first by a moment: their edit must be seen before it is changed.
  if (!id && versie !== undefined) return conflict(work, 'uitstroomdossier', row.id, versie)
  if (id)
    await work.record({
      soort: 'UitstroomBegonnen',
      onderwerpSoort: 'uitstroomdossier',
      onderwerpId: id,
      persoonId: persoon.id,
      op: begonnenOp,
      gegevens: { versie: 1 },
    })
  return { persoon, dossiers, row }
}

export async function recordUitstroom(
  work: Work,
  soort: string,
  input: {
    tabel: 'uitstroomdossier' | 'urgentieaanvraag' | 'woningaanbod' | 'huurcontract' | 'maatwerkoverleg'
    id: Id
    persoonId: Id
    op: PlainDate
    gegevens: Record<string, unknown>
  },
): Promise<void> {
  await work.record({
    soort,
    onderwerpSoort: input.tabel,
    onderwerpId: input.id,
    persoonId: input.persoonId,
    op: input.op,
    gegevens: input.gegevens,
  })
}
