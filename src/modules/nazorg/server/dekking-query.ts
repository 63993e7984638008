import { sql } from 'kysely'
import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { hideInTable } from '../../../shared/kleine-cel-tabel.ts'
import { addDays, addMonths } from '../../../shared/plain-date.ts'
import { findInstelling } from '../../beheer/server/lookup.ts'
import type { getDekking } from '../domain/api.ts'

type Dekking = z.output<(typeof getDekking)['response']>

interface Telling {
  readonly jaar: number
  readonly domein: string
  readonly organisatieId: string | null
  readonly stand: string
  readonly aantal: number
  readonly zichtbaar: boolean
}

/** How many calendar years the table shows, this one included. */
const JAREN = 5
const standen = ['met', 'voorgesteld', 'geen', 'zonder'] as const

/** Share of the outflow with nazorg, and aanbieders that do not take part (OVD-04, OVD-09). Counts only. */
export async function readDekking(work: Work): Promise<Dekking> {
  const minimum = Number((await findInstelling(work, 'kleine_cel')) ?? '8')
  const jaar = Number(work.today.slice(0, 4))
  const tellingen = await tel(work, `${jaar - JAREN + 1}-01-01`)
  return {
    peildatum: work.today,
    minimum,
    rijen: toRijen(tellingen, minimum),
    nietAangesloten: await listNietAangesloten(work, minimum),
  }
}

async function tel(work: Work, van: string): Promise<Telling[]> {
  const { rows } = await sql<Telling>`
    select c.jaar, c.domein, c.organisatie_id as "organisatieId", c.stand, c.aantal, c.zichtbaar
    from onderdak.cijfer_nazorg(${van}::date, ${addDays(work.today, 1)}::date) c`.execute(work.db)
  return rows
}

const som = (rows: readonly Telling[]) => rows.reduce((sum, row) => sum + row.aantal, 0)

function toRijen(tellingen: readonly Telling[], minimum: number): Dekking['rijen'] {
  const sleutels = [...new Set(tellingen.map((row) => `${row.jaar} ${row.domein}`))].sort((a, b) => {
    const [jaarA, jaarB] = [a.slice(0, 4), b.slice(0, 4)]
    return jaarA === jaarB ? (a < b ? -1 : 1) : Number(jaarB) - Number(jaarA)
  })
  if (sleutels.length === 0) return []
  const groepen = sleutels.map((sleutel) =>
    tellingen.filter((row) => `${row.jaar} ${row.domein}` === sleutel),
  )
  const tabel = hideInTable(
    groepen.map((rows) => ({
      aantallen: standen.map((stand) => som(rows.filter((row) => row.stand === stand))),
      open: rows.every((row) => row.zichtbaar),
    })),
    minimum,
  )
  return groepen.map((rows, r) => {
    const cel = (c: number) => (tabel.verborgen(r, c) ? null : tabel.aantallen[r]![c]!)
    const [met, totaal] = [cel(0), cel(standen.length)]
    return {
      jaar: rows[0]!.jaar,
      domein: rows[0]!.domein,
      met,
      voorgesteld: cel(1),
      geen: cel(2),
      zonder: cel(3),
      totaal,
      deel: met === null || totaal === null || totaal === 0 ? null : met / totaal,
    }
  })
}

/** Aanbieders without the task nazorg, with their outflow of the last twelve months. */
async function listNietAangesloten(work: Work, minimum: number): Promise<Dekking['nietAangesloten']> {
  const organisaties = await work.db
    .selectFrom('organisatie')
    .select(['id', 'naam'])
    .where('regio_id', '=', work.regioId)
    .where('soort', '=', 'aanbieder')
    .where(sql<boolean>`not 'nazorg' = any (taken)`)
    .where('van', '<=', work.today)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', work.today)]))
    .orderBy(sql`naam collate "und-x-icu"`)
    .orderBy('id')
    .execute()
  if (organisaties.length === 0) return []
  const tellingen = await tel(work, addMonths(work.today, -12))
  const groepen = organisaties.map((one) => tellingen.filter((row) => row.organisatieId === one.id))
  const tabel = hideInTable(
    groepen.map((rows) => {
      const zonder = som(rows.filter((row) => row.stand === 'zonder'))
      return { aantallen: [som(rows) - zonder, zonder], open: rows.every((row) => row.zichtbaar) }
    }),
    minimum,
  )
  return organisaties.map(({ id, naam }, r) => ({
    organisatieId: id,
    organisatie: naam,
    uitstroom: tabel.verborgen(r, 2) ? null : tabel.aantallen[r]![2]!,
    zonder: tabel.verborgen(r, 1) ? null : tabel.aantallen[r]![1]!,
  }))
}
