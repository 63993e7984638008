import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'
import { adresdelen } from '../domain/rules.ts'

/** Streets and postcodes of a person and the household: to keep out of texts, never to show. */
export async function readAdresdelen(work: Work, persoonId: Id): Promise<string[]> {
  const { rows } = await sql<{
    adres: string
  }>`select a.adres from onderdak.casus_adressen(${persoonId}::uuid) as a (adres)`.execute(work.db)
  return [...new Set(rows.flatMap(({ adres }) => adresdelen(work.cipher.decrypt(adres))))]
}

/** What the database needs to refuse a text with an address in it, until the end of this transaction. */
export async function giveAdresdelen(work: Work, persoonId: Id): Promise<void> {
  const delen = JSON.stringify(await readAdresdelen(work, persoonId))
  await sql`select set_config('app.adresdelen', ${delen}, true)`.execute(work.db)
}

const soorten = {
  naam: 'een naam van de cliënt of van iemand uit het huishouden',
  geboortedatum: 'een geboortedatum van de cliënt of van iemand uit het huishouden',
  bsn: 'een nummer dat een burgerservicenummer kan zijn',
  adres: 'een adres of postcode',
} as const

/** The refusals of `eis_zonder_identiteit`, for a form with its field. */
export function identiteitsfouten(field?: string): Record<string, Rejection> {
  return Object.fromEntries(
    Object.entries(soorten).map(([soort, wat]) => [
      `casus_tekst_noemt_${soort}`,
      reject(
        'tekst_noemt_iemand',
        `In deze tekst staat ${wat}. Schrijf haar zo dat niemand te herkennen is.`,
        { status: 422, ...(field && { field }) },
      ),
    ]),
  )
}
