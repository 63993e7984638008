import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import { normaliseBsn } from '../../../shared/bsn.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'
import type { Zoekresultaat } from '../domain/contract.ts'
import { normaliseNaam } from '../domain/rules.ts'
import { regelOf } from './read-persoon.ts'

export interface Treffer {
  readonly persoonId: Id
  readonly gelijkenis: number
  readonly zelfdeBsn: boolean
  readonly zelfdeGeboortedatum: boolean
  readonly zichtbaar: boolean
}

const maximum = 25

/** Look-up by fuzzy name, birth date and BSN, past row-level security: unseen persons only on a strong match, secret ones never. */
export async function findTreffers(
  work: Work,
  vraag: { naam?: string | null; geboortedatum?: PlainDate | null; bsnIndex?: Buffer | null },
  limiet = maximum,
): Promise<Treffer[]> {
  const { rows } = await sql<Treffer>`select persoon_id as "persoonId", gelijkenis, zelfde_bsn as "zelfdeBsn",
    zelfde_geboortedatum as "zelfdeGeboortedatum", zichtbaar
    from onderdak.zoek_personen(${normaliseNaam(vraag.naam ?? '')}, ${vraag.geboortedatum ?? null}::date, ${vraag.bsnIndex ?? null}::bytea, ${limiet})`.execute(
    work.db,
  )
  return rows
}

/** Search before create. What is found counts as seen, also when only its existence is told. */
export async function searchPersonen(
  work: Work,
  vraag: { naam?: string | null; geboortedatum?: PlainDate | null; bsn?: string | null },
): Promise<{ count: number; results: Zoekresultaat[] } | Rejection> {
  const bsn = vraag.bsn ? normaliseBsn(vraag.bsn) : undefined
  if (vraag.bsn && bsn === undefined)
    return reject('bsn_ongeldig', 'Dit is geen geldig burgerservicenummer. Controleer de negen cijfers.', {
      field: 'bsn',
      status: 422,
    })
  const treffers = await findTreffers(work, { ...vraag, bsnIndex: bsn ? work.cipher.blindIndex(bsn) : null })
  work.saw(...treffers.map((treffer) => treffer.persoonId))
  const seen = treffers.filter((treffer) => treffer.zichtbaar).map((treffer) => treffer.persoonId)
  const rows =
    seen.length === 0 ? [] : await work.db.selectFrom('persoon').selectAll().where('id', 'in', seen).execute()
  const byId = new Map(rows.map((row) => [row.id, regelOf(row)]))
  const visible: Zoekresultaat[] = treffers.flatMap((treffer) => {
    const persoon = byId.get(treffer.persoonId)
    return persoon ? [{ persoonId: persoon.id, bekendElders: false, reden: why(treffer), persoon }] : []
  })
  const elsewhere: Zoekresultaat[] = treffers
    .filter((treffer) => !treffer.zichtbaar)
    .map((treffer) => ({
      persoonId: null,
      bekendElders: true,
      reden: `Er is al een dossier met deze gegevens bij een andere organisatie (${why(treffer).toLowerCase()}).`,
      persoon: null,
    }))
  return { count: treffers.length, results: [...visible, ...elsewhere] }
}

function why(treffer: Treffer): string {
  const reasons = [
    treffer.zelfdeBsn ? 'hetzelfde burgerservicenummer' : undefined,
    treffer.zelfdeGeboortedatum ? 'dezelfde geboortedatum' : undefined,
    treffer.gelijkenis >= 0.9
      ? 'dezelfde naam'
      : treffer.gelijkenis >= 0.3
        ? 'een naam die erop lijkt'
        : undefined,
  ].filter((reason) => reason !== undefined)
  const text =
    reasons.length > 1 ? `${reasons.slice(0, -1).join(', ')} en ${reasons.at(-1)}` : (reasons[0] ?? '')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
