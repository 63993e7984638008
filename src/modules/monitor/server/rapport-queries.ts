import { sql } from 'kysely'
import type { z } from 'zod'
import { reportFile } from '../../../platform/documents/report-file.ts'
import { listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { findDuidingteksten, findVerteld } from '../../duiding/server/lookup.ts'
import {
  type listRapporten,
  type Rapportbestand,
  Rapportinhoud,
  type Rapportrij,
  rapportsoorten,
} from '../domain/rapport-contract.ts'
import { periodeNaam, rapportTekst } from './rapporttekst.ts'

type Row = Omit<Rapportrij, 'periodeNaam'> & { inhoud: string | null }

async function findRapporten(work: Work, id: Id | null): Promise<(Rapportrij & { inhoud: string | null })[]> {
  const { rows } = await sql<Row>`
    select r.id, r.soort, r.periode, r.niveau, r.bekend_op as "bekendOp", r.geteld, r.totaal, r.klaar_op is not null as "isKlaar", r.controlegetal, g.naam as "gemaaktDoor",
      (r.gemaakt_op at time zone 'Europe/Amsterdam')::date as "gemaaktOp", case when r.id = ${id}::uuid then r.inhoud end as inhoud
    from onderdak.rapport r join onderdak.gebruiker g on g.id = r.gemaakt_door
    where r.regio_id = ${work.regioId} and (${id}::uuid is null or r.id = ${id}::uuid) order by r.gemaakt_op desc, r.id desc`.execute(
    work.db,
  )
  return rows.map((row) => ({ ...row, periodeNaam: periodeNaam(row) }))
}

export async function listRapportRijen(work: Work, query: z.output<(typeof listRapporten)['query']>) {
  const rows = (await findRapporten(work, null)).map(({ inhoud: _, ...row }) => row)
  return listPage(
    rows.filter((row) => !query.niveau || row.niveau === query.niveau),
    query,
    '-gemaaktOp',
  )
}

/** What is frozen, with the texts that may be shown today: what was withdrawn since is gone. */
async function readInhoud(work: Work, tekst: string) {
  const inhoud = Rapportinhoud.parse(JSON.parse(tekst))
  return {
    inhoud,
    duidingen: await findDuidingteksten(work, inhoud.duidingen),
    verhalen: inhoud.verhalen.length === 0 ? [] : await findVerteld(work, { ids: inhoud.verhalen }),
  }
}

export async function readRapport(work: Work, id: Id) {
  const [row] = await findRapporten(work, id)
  if (!row) return notFound('Dit rapport')
  const { inhoud: tekst, ...rij } = row
  if (tekst === null) return { ...rij, uitleg: 0, verhalen: 0, weg: 0 }
  const { inhoud, duidingen, verhalen } = await readInhoud(work, tekst)
  return {
    ...rij,
    uitleg: duidingen.length,
    verhalen: verhalen.length,
    weg: inhoud.verhalen.length - verhalen.length,
  }
}

/** The report to take along. */
export async function makeRapportdocument(
  work: Work,
  input: { readonly id: Id; readonly soort: Rapportbestand },
) {
  const [row] = await findRapporten(work, input.id)
  if (!row) return notFound('Dit rapport')
  if (row.inhoud === null)
    return reject('rapport_niet_klaar', 'Dit rapport wordt nog geteld. Probeer het zo opnieuw.')
  const titel = `${rapportsoorten[row.soort]} ${row.periodeNaam}, ${row.niveau}`
  const made = await render(work, row, row.inhoud, input.soort)
  if (isRejection(made)) return made
  return {
    titel,
    mime: made.mime,
    bestandsnaam: `rapport-${row.periode}-${row.niveau}.${input.soort}`,
    inhoud: Buffer.from(made.bytes).toString('base64'),
  }
}

async function render(
  work: Work,
  row: Rapportrij,
  tekst: string,
  soort: Rapportbestand,
): Promise<{ mime: string; bytes: Uint8Array } | Rejection> {
  if (soort === 'json') return { mime: 'application/json', bytes: Buffer.from(tekst, 'utf8') }
  const { is_demo } = await work.db
    .selectFrom('regio')
    .select('is_demo')
    .where('id', '=', work.regioId)
    .executeTakeFirstOrThrow()
  const report = rapportTekst({ ...(await readInhoud(work, tekst)), row, isDemo: is_demo })
  const file = await reportFile(report, soort)
  return 'bytes' in file ? file : reject('geen_pdf', `${file.reden} Neem het rapport mee als ODT of DOCX.`)
}
