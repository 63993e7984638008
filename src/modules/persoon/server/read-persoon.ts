import { type Selectable, sql } from 'kysely'
import type { DB } from '../../../platform/db/tables.ts'
import type { Work } from '../../../platform/work.ts'
import { GEMEENTEN } from '../../../shared/gemeenten.ts'
import type { Id } from '../../../shared/id.ts'
import type { Dossier, PersoonRegel } from '../domain/contract.ts'
import { type Naam, weergavenaam } from '../domain/rules.ts'

export type PersoonRow = Selectable<DB['persoon']>

/** The row, locked until the end of the transaction; undefined when the asker does not see it. */
export function lockPersoon(work: Work, id: Id): Promise<PersoonRow | undefined> {
  return work.db.selectFrom('persoon').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** All files of one person that the asker sees: the one that counts and what was merged into it. */
export async function listDossierIds(work: Work, persoonId: Id): Promise<Id[]> {
  const counts = survivor(persoonId)
  const rows = await work.db
    .selectFrom('persoon')
    .select('id')
    .where((e) => e.or([e('id', '=', counts), e('samengevoegd_in', '=', counts)]))
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}

/** The row that counts for `persoonId`, as the asker sees it. */
export function findSurvivor(work: Work, persoonId: Id): Promise<PersoonRow | undefined> {
  return work.db.selectFrom('persoon').selectAll().where('id', '=', survivor(persoonId)).executeTakeFirst()
}

/**
 * As `survivorOf`, inside another statement. In a select of its own: a bare coalesce() might leak, so under row-level
 * security every row would be read for it.
 */
const survivor = (persoonId: Id) =>
  sql<Id>`(select coalesce((select merged.samengevoegd_in from onderdak.persoon merged where merged.id = ${persoonId}), ${persoonId}::uuid))`

/** The file that counts for `persoonId`; itself unless it was merged. */
export async function survivorOf(work: Work, persoonId: Id): Promise<Id> {
  const row = await work.db
    .selectFrom('persoon')
    .select('samengevoegd_in')
    .where('id', '=', persoonId)
    .executeTakeFirst()
  return row?.samengevoegd_in ?? persoonId
}

export function naamOf(
  row: Pick<
    PersoonRow,
    | 'achternaam'
    | 'tussenvoegsel'
    | 'voornamen'
    | 'roepnaam'
    | 'is_nn'
    | 'geslacht'
    | 'geboortedatum'
    | 'geboortejaar'
  >,
): Naam {
  return { ...row, isNn: row.is_nn }
}

/** Row of a list or of search results. */
export function regelOf(row: PersoonRow): PersoonRegel {
  return {
    id: row.id,
    naam: weergavenaam(naamOf(row)),
    geboortedatum: row.geboortedatum,
    woonplaats: gemeenteNaam(row.woonplaats_gemeente),
    isGeheim: row.is_geheim,
  }
}

const namen = new Map(GEMEENTEN.map((gemeente) => [gemeente.code, gemeente.naam]))

export function gemeenteNaam(code: string | null): string | null {
  return code === null ? null : (namen.get(code) ?? code)
}

/** The row in the words of the contract, without the BSN. */
export function gegevensOf(row: PersoonRow): Dossier['gegevens'] {
  return {
    achternaam: row.achternaam,
    tussenvoegsel: row.tussenvoegsel,
    voornamen: row.voornamen,
    roepnaam: row.roepnaam,
    geboortedatum: row.geboortedatum,
    geboortejaar: row.geboortejaar,
    geslacht: row.geslacht as Dossier['gegevens']['geslacht'],
    geenBsnReden: row.geen_bsn_reden as Dossier['gegevens']['geenBsnReden'],
    isNn: row.is_nn,
    isGeheim: row.is_geheim,
    telefoon: row.telefoon,
    email: row.email,
    contactvoorkeur: row.contactvoorkeur as Dossier['gegevens']['contactvoorkeur'],
    veiligContact: row.veilig_contact,
    taal: row.taal,
    tolkNodig: row.tolk_nodig,
    herkomstGemeente: row.herkomst_gemeente,
    herkomstBewijs: row.herkomst_bewijs as Dossier['gegevens']['herkomstBewijs'],
    herkomstOnbekendReden: row.herkomst_onbekend_reden as Dossier['gegevens']['herkomstOnbekendReden'],
    woonplaatsGemeente: row.woonplaats_gemeente,
    woonplaatsOnbekendReden: row.woonplaats_onbekend_reden as Dossier['gegevens']['woonplaatsOnbekendReden'],
    briefadresStatus: row.briefadres_status as Dossier['gegevens']['briefadresStatus'],
  }
}
