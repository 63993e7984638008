import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { notFound, type Rejection } from '../../../shared/rejection.ts'
import { gegevenssets } from '../../delen/domain/keuzes.ts'
import { isJeugdwetNodig } from '../../delen/server/lookup.ts'
import { listDossierIds, survivorOf } from '../../persoon/server/lookup.ts'
import { listMedewerkers, listProducten } from '../../traject/server/lookup.ts'
import type { Nazorgkeuzes } from '../domain/api.ts'
import { vraagtToestemming } from './delen.ts'

/** What can be chosen in the forms of nazorg of one person; who does nazorg as its task comes first. */
export async function findNazorgkeuzes(work: Work, id: Id): Promise<Nazorgkeuzes | Rejection> {
  const dossiers = await listDossierIds(work, id)
  if (dossiers.length === 0) return notFound('De cliënt')
  const persoonId = await survivorOf(work, id)
  work.saw(persoonId)
  const medewerkers = await listMedewerkers(work, persoonId)
  const producten = await listProducten(work, null)
  return {
    organisaties: await listAanbieders(work),
    jeugdwetToestemmingNodig: await isJeugdwetNodig(work, persoonId),
    toestemmingen: await listToestemmingen(work, dossiers),
    medewerkers: medewerkers.map((een) => ({ id: een.id, naam: `${een.naam}, ${een.organisatie}` })),
    producten: producten.map((een) => ({ id: een.id, naam: een.naam })),
    redenenGeen: await listKeuzes(work, 'reden_geen_nazorg'),
    eindredenen: await listKeuzes(work, 'eindreden_nazorg'),
  }
}

async function listAanbieders(work: Work): Promise<Nazorgkeuzes['organisaties']> {
  const rows = await work.db
    .selectFrom('organisatie')
    .select(['id', 'naam', 'soort', 'taken'])
    .where('regio_id', '=', work.regioId)
    .where('van', '<=', work.today)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', work.today)]))
    .where((e) =>
      e.or([
        e('soort', 'in', ['aanbieder', 'toegang', 'gemeente', 'uitvoeringsorganisatie', 'welzijn']),
        sql<boolean>`'nazorg' = any (taken)`,
      ]),
    )
    .orderBy(sql`'nazorg' = any (taken)`, 'desc')
    .orderBy(sql`naam collate "und-x-icu"`)
    .execute()
  const eigen = rows.find((row) => row.id === work.vrager.organisatieId)
  return rows
    .filter((row) => row.id !== work.vrager.organisatieId)
    .map(({ id, naam, soort, taken }) => ({
      id,
      naam,
      isAangesloten: taken.includes('nazorg'),
      vraagtToestemming: vraagtToestemming(eigen?.soort ?? 'overig', soort),
    }))
}

async function listToestemmingen(
  work: Work,
  dossiers: readonly Id[],
): Promise<Nazorgkeuzes['toestemmingen']> {
  const rows = await work.db
    .selectFrom('toestemming as t')
    .leftJoin('organisatie as o', 'o.id', 't.ontvanger_organisatie_id')
    .select(['t.id', 't.gegevensset', 't.ontvanger_naam', 't.ontvanger_organisatie_id', 'o.naam'])
    .where('t.persoon_id', 'in', dossiers)
    .where('t.ingetrokken_op', 'is', null)
    .where('t.ontvanger_soort', '<>', 'naaste')
    .orderBy('t.gegeven_op', 'desc')
    .orderBy('t.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    naam: `${row.naam ?? row.ontvanger_naam}: ${gegevenssets[row.gegevensset as keyof typeof gegevenssets].naam}`,
    organisatieId: row.ontvanger_organisatie_id,
  }))
}

function listKeuzes(work: Work, lijst: 'reden_geen_nazorg' | 'eindreden_nazorg') {
  return work.db
    .selectFrom('keuze')
    .select(['code', 'naam'])
    .where('regio_id', '=', work.regioId)
    .where('lijst', '=', lijst)
    .where('van', '<=', work.today)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', work.today)]))
    .orderBy('volgorde')
    .execute()
}
