import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import type { HuishoudenRol } from '../domain/keuzes.ts'
import { weergavenaam } from '../domain/rules.ts'
import { survivorOf } from './read-persoon.ts'

export { listDossierIds, survivorOf } from './read-persoon.ts'

// What other modules may ask about persons. Row-level security decides what the asker sees.

export interface PersoonKern {
  readonly id: Id
  /** Name to show: `Sanne de Vries` or `NN (vrouw, ca. 1985)`. */
  readonly naam: string
  readonly geboortedatum: PlainDate | null
  readonly isGeheim: boolean
  readonly herkomstGemeente: string | null
  readonly woonplaatsGemeente: string | null
  readonly versie: number
}

/** The person whom `persoonId` means now: a merged file resolves to the one it went into. Undefined when out of sight. */
export async function getPersoonKern(work: Work, persoonId: Id): Promise<PersoonKern | undefined> {
  const row = await work.db
    .selectFrom('persoon')
    .select([
      'id',
      'achternaam',
      'tussenvoegsel',
      'voornamen',
      'roepnaam',
      'is_nn as isNn',
      'geslacht',
      'geboortedatum',
      'geboortejaar',
      'is_geheim as isGeheim',
      'herkomst_gemeente as herkomstGemeente',
      'woonplaats_gemeente as woonplaatsGemeente',
      'versie',
    ])
    .where('id', '=', await survivorOf(work, persoonId))
    .executeTakeFirst()
  if (!row) return undefined
  work.saw(row.id)
  const { id, geboortedatum, isGeheim, herkomstGemeente, woonplaatsGemeente, versie } = row
  return {
    id,
    naam: weergavenaam(row),
    geboortedatum,
    isGeheim,
    herkomstGemeente,
    woonplaatsGemeente,
    versie,
  }
}

export interface HuishoudenLid {
  readonly persoonId: Id
  readonly rol: HuishoudenRol
  readonly geboortedatum: PlainDate | null
}

/** Members on `op` whom the asker may see, the aanspreekpunt first, then the oldest. */
export async function listHuishoudenLeden(
  work: Work,
  huishoudenId: Id,
  op: PlainDate = work.today,
): Promise<HuishoudenLid[]> {
  const rows = await work.db
    .selectFrom('huishouden_lid as l')
    .innerJoin('persoon as p', 'p.id', 'l.persoon_id')
    .select(['l.persoon_id as persoonId', 'l.rol', 'p.geboortedatum'])
    .where('l.huishouden_id', '=', huishoudenId)
    .where('l.van', '<=', op)
    .where((e) => e.or([e('l.tot', 'is', null), e('l.tot', '>', op)]))
    .orderBy((e) => e.case().when('l.rol', '=', 'aanspreekpunt').then(0).else(1).end())
    .orderBy('p.geboortedatum')
    .orderBy('l.persoon_id')
    .execute()
  work.saw(...rows.map((row) => row.persoonId))
  return rows as HuishoudenLid[]
}

/** The household of a person on `op`, as far as the asker sees it. */
export async function findHuishoudenVan(
  work: Work,
  persoonId: Id,
  op: PlainDate = work.today,
): Promise<Id | undefined> {
  const row = await work.db
    .selectFrom('huishouden_lid')
    .select('huishouden_id')
    .where('persoon_id', '=', persoonId)
    .where('van', '<=', op)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', op)]))
    .executeTakeFirst()
  return row?.huishouden_id
}

/** A merge that still holds; undefined when it was undone or is out of sight. */
export async function findSamenvoeging(
  work: Work,
  id: Id,
): Promise<{ persoonId: Id; opgegaanIn: Id } | undefined> {
  return work.db
    .selectFrom('samenvoeging')
    .select(['persoon_id as persoonId', 'opgegaan_in as opgegaanIn'])
    .where('id', '=', id)
    .where('teruggedraaid_op', 'is', null)
    .executeTakeFirst()
}
