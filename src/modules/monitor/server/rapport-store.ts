import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import type { Rapportcijfer, RapportInvoer, Rapportinhoud } from '../domain/rapport-contract.ts'

// The only place that writes rapport and rapport_deel.

export async function insertRapport(
  work: Work,
  values: RapportInvoer & { readonly bekendOp: PlainDate | null; readonly totaal: number },
): Promise<Id> {
  const id = work.newId()
  await work.db
    .insertInto('rapport')
    .values({
      id,
      regio_id: work.regioId,
      soort: values.soort,
      periode: values.periode,
      niveau: values.niveau,
      bekend_op: values.bekendOp,
      totaal: values.totaal,
      gemaakt_door: work.vrager.gebruikerId!,
      gemaakt_op: work.now,
    })
    .execute()
  return id
}

export function lockRapport(work: Work, id: Id) {
  return work.db
    .selectFrom('rapport')
    .selectAll()
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** What was counted in this step, and how far it is. */
export async function insertDelen(
  work: Work,
  rapport: { readonly id: Id; readonly geteld: number },
  cijfers: readonly Rapportcijfer[],
): Promise<void> {
  await work.db
    .insertInto('rapport_deel')
    .values(
      cijfers.map((cijfer, i) => ({
        rapport_id: rapport.id,
        regio_id: work.regioId,
        volgnummer: rapport.geteld + i,
        inhoud: JSON.stringify(cijfer),
      })),
    )
    .execute()
  await work.db
    .updateTable('rapport')
    .set({ geteld: rapport.geteld + cijfers.length })
    .where('regio_id', '=', work.regioId)
    .where('id', '=', rapport.id)
    .execute()
}

/** Everything that was counted; it goes away, because the report has it from now on. */
export async function takeDelen(work: Work, id: Id): Promise<Rapportcijfer[]> {
  const rows = await work.db
    .deleteFrom('rapport_deel')
    .where('regio_id', '=', work.regioId)
    .where('rapport_id', '=', id)
    .returning(['volgnummer', 'inhoud'])
    .execute()
  return rows.sort((a, b) => a.volgnummer - b.volgnummer).map(({ inhoud }) => JSON.parse(inhoud))
}

/** Frozen from here on; the database counts the checksum over what it keeps. */
export async function freezeRapport(work: Work, id: Id, inhoud: Rapportinhoud): Promise<void> {
  const tekst = JSON.stringify(inhoud)
  await work.db
    .updateTable('rapport')
    .set({
      inhoud: tekst,
      controlegetal: sql<string>`encode(sha256(convert_to(${tekst}, 'UTF8')), 'hex')`,
      klaar_op: work.now,
    })
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .execute()
}
