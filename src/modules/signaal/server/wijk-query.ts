import { sql } from 'kysely'
import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { hideInTable } from '../../../shared/kleine-cel-tabel.ts'
import { kwartaalOf, kwartalenTot, periodeVanKwartaal } from '../../../shared/kwartaal.ts'
import { findInstelling } from '../../beheer/server/lookup.ts'
import type { listWijksignalen, Wijkrij } from '../domain/contract.ts'
import { readLijsten } from './keuzes.ts'

const KWARTALEN = 8
/** CBS: 0–7 stay secret. */
const KLEINSTE = 8

interface Telling {
  readonly gemeente: string
  readonly wijk: string | null
  readonly categorie: string
  readonly naam: string
  readonly volgorde: number
  readonly aantal: number
}

/**
 * Signals per wijk and sort in one quarter, with totals both ways (OUT-09). Only whole quarters of the whole region are counted:
 * two tables that overlap would give away by subtraction what each of them hides.
 */
export async function readWijksignalen(
  work: Work,
  query: z.output<(typeof listWijksignalen)['query']>,
): Promise<z.input<(typeof listWijksignalen)['response']>> {
  const kwartaal = query.kwartaal ?? kwartaalOf(work.today)
  const { van, tot } = periodeVanKwartaal(kwartaal)
  const { rows } = await sql<Telling>`
    select g.naam as gemeente, coalesce(w.naam, c.wijk) as wijk, c.categorie, coalesce(k.naam, c.categorie) as naam, coalesce(k.volgorde, 999) as volgorde, c.aantal
    from onderdak.cijfer_signalen(${van}::date, ${tot}::date) c join onderdak.gemeente g on g.code = c.gemeente_code
      left join lateral (select x.naam from onderdak.keuze x where x.regio_id = ${work.regioId} and x.lijst = 'wijk' and x.code = c.wijk order by x.van desc limit 1) w on true
      left join lateral (select x.naam, x.volgorde from onderdak.keuze x where x.regio_id = ${work.regioId} and x.lijst = 'signaal_categorie' and x.code = c.categorie order by x.van desc limit 1) k on true
    order by g.naam collate "und-x-icu", coalesce(w.naam, c.wijk) collate "und-x-icu" nulls last, c.wijk`.execute(
    work.db,
  )
  const ingesteld = Number(await findInstelling(work, 'kleine_cel'))
  const kleinsteGetal = Number.isInteger(ingesteld) && ingesteld > 0 ? ingesteld : KLEINSTE
  const wijken = (await readLijsten(work))('wijk')
  const base = {
    kwartaal,
    wijkenIngesteld: wijken.length > 0,
    kwartalen: kwartalenTot(work.today, KWARTALEN),
    kleinsteGetal,
  }
  if (rows.length === 0) return { ...base, count: 0, categorieen: [], results: [] }
  const categorieen = [...new Map(rows.map((row) => [row.categorie, row])).values()]
    .toSorted((a, b) => a.volgorde - b.volgorde || (a.categorie < b.categorie ? -1 : 1))
    .map(({ categorie, naam }) => ({ waarde: categorie, naam }))
  const plaatsen = groupPerWijk(rows)
  const { aantallen, verborgen } = hideInTable(
    plaatsen.map((own) => ({
      aantallen: categorieen.map(({ waarde }) => own.find((row) => row.categorie === waarde)?.aantal ?? 0),
      open: false,
    })),
    kleinsteGetal,
  )
  const toRij = (r: number, gemeente: string, wijk: string): Wijkrij => {
    const shown = aantallen[r]!.map((n, c) => (verborgen(r, c) ? null : n))
    return {
      gemeente,
      wijk,
      aantallen: shown.slice(0, -1),
      totaal: shown.at(-1) ?? null,
      toelichting: shown.includes(null) ? 'Leeg is afgeschermd: een klein aantal' : '',
      // As columns of their own for the export.
      ...Object.fromEntries(categorieen.map(({ waarde }, c) => [waarde, shown[c] ?? null])),
    }
  }
  const results = [
    ...plaatsen.map((own, r) => toRij(r, own[0]!.gemeente, own[0]!.wijk ?? 'Wijk onbekend')),
    toRij(plaatsen.length, 'Hele regio', 'Alle wijken'),
  ]
  const start = (query.pagina - 1) * query.aantalPerPagina
  return {
    ...base,
    count: results.length,
    categorieen,
    results: results.slice(start, start + query.aantalPerPagina),
  }
}

function groupPerWijk(rows: readonly Telling[]): Telling[][] {
  const found = new Map<string, Telling[]>()
  for (const row of rows) {
    const key = JSON.stringify([row.gemeente, row.wijk])
    found.set(key, [...(found.get(key) ?? []), row])
  }
  return [...found.values()]
}
