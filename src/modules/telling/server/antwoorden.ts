import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { Antwoord, Paar } from '../domain/ontdubbelen.ts'

/** Every answer of a count, as the rule compares them. */
export async function listAntwoorden(work: Work, tellingId: Id): Promise<Antwoord[]> {
  const rows = await work.db
    .selectFrom('telling_antwoord')
    .selectAll()
    .where('regio_id', '=', work.regioId)
    .where('telling_id', '=', tellingId)
    .orderBy('id')
    .execute()
  return rows.map(
    ({
      id,
      telling_organisatie_id,
      code,
      code_kort,
      klasse,
      leeftijd,
      geslacht,
      gezin,
      kinderen,
      herkomst,
      duur,
      oorzaken,
    }) =>
      ({
        id,
        organisatieId: telling_organisatie_id,
        code: code?.toString('hex') ?? null,
        codeKort: code_kort?.toString('hex') ?? null,
        klasse,
        leeftijd,
        geslacht,
        gezin,
        kinderen,
        herkomst,
        duur,
        oorzaken,
      }) as Antwoord,
  )
}

export async function listParen(work: Work, tellingId: Id): Promise<(Paar & { id: Id; versie: number })[]> {
  const rows = await work.db
    .selectFrom('telling_paar')
    .select(['id', 'versie', 'een_id as een', 'ander_id as ander', 'oordeel'])
    .where('regio_id', '=', work.regioId)
    .where('telling_id', '=', tellingId)
    .orderBy('id')
    .execute()
  return rows as (Paar & { id: Id; versie: number })[]
}
