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

/** How many organisations took part: with answers, or by saying that they know nobody. */
export async function countOrganisaties(work: Work, tellingId: Id): Promise<number> {
  const { n } = await work.db
    .selectFrom('telling_organisatie as o')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('o.regio_id', '=', work.regioId)
    .where('o.telling_id', '=', tellingId)
    .where((e) =>
      e.or([
        e('o.klaar_op', 'is not', null),
        e.exists(
          e
            .selectFrom('telling_antwoord as a')
            .select('a.id')
            .whereRef('a.telling_organisatie_id', '=', 'o.id'),
        ),
      ]),
    )
    .executeTakeFirstOrThrow()
  return Number(n)
}
