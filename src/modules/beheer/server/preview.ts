import { sql } from 'kysely'
import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import { rijOp, type Voorbeeld } from '../domain/gedateerd.ts'
import {
  type criteria,
  domeinen,
  type fase,
  type mandaat,
  prioriteitsregel,
  type productOvergang,
  type productRegel,
  type termijn,
} from '../domain/soorten.ts'
import type { TermijnCode } from '../domain/standaard.ts'
import {
  newCasesOnly,
  previewCount,
  previewOngeteld,
  previewTermijn,
  previewTreden,
  previewVerblijf,
  type Trede,
  termijnwerking,
} from '../domain/voorbeeld.ts'
import { loadRijen } from './dated-store.ts'

// Counts come from functions that look past row-level security and return no persons: whoever manages configuration has
// no right to files, but must know how many cases a change hits.

type Vraag<K extends { sleutel: z.ZodObject; waarde: z.ZodObject }> = {
  readonly sleutel: z.output<K['sleutel']>
  readonly waarde: z.output<K['waarde']>
  readonly vanaf: PlainDate
}

export async function previewTermijnen(work: Work, vraag: Vraag<typeof termijn>): Promise<Voorbeeld> {
  const werking = termijnwerking[vraag.sleutel.code as TermijnCode] ?? 'bij_begin'
  if (werking !== 'geteld') return previewOngeteld(werking, vraag.vanaf)
  const { rows } = await sql<{ begin_op: Date; uiterlijk_op: Date; aantal: number }>`
    select * from onderdak.telling_termijn(${vraag.sleutel.code})`.execute(work.db)
  return previewTermijn(
    rows.map((row) => ({ beginOp: row.begin_op, uiterlijkOp: row.uiterlijk_op, aantal: row.aantal })),
    vraag.waarde,
    vraag.vanaf,
  )
}

export async function previewProductRegel(work: Work, vraag: Vraag<typeof productRegel>): Promise<Voorbeeld> {
  const { rows } = await sql<{ begonnen_op: string; uiterlijk_op: string | null; aantal: number }>`
    select * from onderdak.telling_verblijven(${vraag.sleutel.productId}::uuid)`.execute(work.db)
  return previewVerblijf(
    rows.map((row) => ({ begonnenOp: row.begonnen_op, uiterlijkOp: row.uiterlijk_op, aantal: row.aantal })),
    vraag.waarde,
    { vanaf: vraag.vanaf, vandaag: work.today },
  )
}

export async function previewPrioriteitsregel(
  work: Work,
  vraag: Vraag<typeof prioriteitsregel>,
): Promise<Voorbeeld> {
  const { domein, soort, volgorde } = vraag.sleutel
  const { rows } = await sql<{ eigenschappen: string[]; aantal: number }>`
    select * from onderdak.telling_wachtenden(${domein})`.execute(work.db)
  const regels = (await loadRijen(work, prioriteitsregel)).filter((rij) => rij.sleutel.domein === domein)
  const tredenOp = (dag: PlainDate): Trede[] => {
    const keys = [
      ...new Set(regels.filter((r) => r.sleutel.soort === 'trede').map((r) => r.sleutel.volgorde)),
    ]
    return keys.flatMap((key) => {
      const rij = rijOp(
        regels.filter((r) => r.sleutel.soort === 'trede' && r.sleutel.volgorde === key),
        dag,
      )
      return rij ? [{ volgorde: key, voorwaarde: rij.waarde.voorwaarde, naam: rij.waarde.naam }] : []
    })
  }
  const oud = tredenOp(vraag.vanaf)
  if (soort === 'poort') {
    const holds = (one: { eigenschappen: string[] }) =>
      vraag.waarde.voorwaarde === 'altijd' || one.eigenschappen.includes(vraag.waarde.voorwaarde)
    const total = rows.reduce((count, one) => count + one.aantal, 0)
    const outside = rows.filter((one) => !holds(one)).reduce((count, one) => count + one.aantal, 0)
    return {
      lopend: total,
      anders: outside,
      zinnen: [
        `Van de ${total} wachtenden ${outside === 1 ? 'voldoet er 1' : `voldoen er ${outside}`} nu niet aan deze poort. Zij komen pas aan de beurt als zij voldoen.`,
      ],
      tabel: null,
    }
  }
  const nieuw = [
    ...oud.filter((trede) => trede.volgorde !== volgorde),
    { volgorde, voorwaarde: vraag.waarde.voorwaarde, naam: vraag.waarde.naam },
  ]
  return previewTreden(rows, { oud, nieuw }, vraag.vanaf)
}

export async function previewCriteria(work: Work, vraag: Vraag<typeof criteria>): Promise<Voorbeeld> {
  const open = await countZaken(work, 'meldingen', vraag.sleutel.domein)
  return previewCount(open, [
    `Wie vanaf ${formatLong(vraag.vanaf)} een besluit krijgt voor ${domeinen[vraag.sleutel.domein].toLowerCase()}, wordt getoetst aan de nieuwe criteria.`,
    `Er ${open === 1 ? 'is nu 1 melding' : `zijn nu ${open} meldingen`} zonder besluit. Besluiten die al zijn genomen, houden hun eigen versie.`,
  ])
}

export async function previewMandaat(work: Work, vraag: Vraag<typeof mandaat>): Promise<Voorbeeld> {
  const open = await countZaken(work, 'aanvragen', vraag.sleutel.gemeenteCode)
  return previewCount(open, [
    newCasesOnly(vraag.vanaf, 'besluiten'),
    `Er ${open === 1 ? 'is nu 1 aanvraag' : `zijn nu ${open} aanvragen`} van deze gemeente zonder beschikking. Wie beslist vanaf die dag, doet dat met het nieuwe mandaat.`,
  ])
}

export async function previewInstelling(
  work: Work,
  vraag: { sleutel: { code: string }; vanaf: PlainDate },
): Promise<Voorbeeld> {
  if (vraag.sleutel.code !== 'tweede_weigering')
    return previewCount(0, [
      `Vanaf ${formatLong(vraag.vanaf)} werkt Onderdak met deze waarde, ook in wat dan al loopt.`,
      'Wat al is vastgelegd, verandert niet.',
    ])
  const open = await countZaken(work, 'eerder_geweigerd', '')
  return previewCount(open, [
    newCasesOnly(vraag.vanaf, 'weigeringen'),
    `${open === 1 ? '1 wachtende heeft' : `${open} wachtenden hebben`} al een keer een plek geweigerd. Voor hen geldt de nieuwe regel bij een volgende weigering.`,
  ])
}

/** Who is in the phase keeps the last day that was agreed. */
export async function previewFase(work: Work, vraag: Vraag<typeof fase>): Promise<Voorbeeld> {
  const { domein, code } = vraag.sleutel
  const open = await countZaken(work, 'trajecten_in_fase', `${domein}.${code}`)
  return previewCount(open, [
    `De wijziging geldt voor wie vanaf ${formatLong(vraag.vanaf)} in deze fase komt.`,
    open === 0
      ? 'Er is nu niemand in deze fase.'
      : `${open === 1 ? '1 traject is nu in deze fase en houdt' : `${open} trajecten zijn nu in deze fase en houden`} de afgesproken uiterste dag.`,
  ])
}

/** Running stays with the product from which the step is taken. */
export async function previewOvergang(work: Work, vraag: Vraag<typeof productOvergang>): Promise<Voorbeeld> {
  const { rows } = await sql<{ n: number }>`
    select coalesce(sum(aantal), 0)::int as n from onderdak.telling_verblijven(${vraag.sleutel.vanProductId}::uuid)`.execute(
    work.db,
  )
  const { n } = rows[0]!
  return previewCount(n, [
    newCasesOnly(vraag.vanaf, 'stappen'),
    `Er ${n === 1 ? 'loopt nu 1 verblijf' : `lopen nu ${n} verblijven`} met het eerste product. Een stap die niet in de lijst staat, kan alleen met een reden.`,
  ])
}

/** How many users work in a role on a day: they get or lose the right. */
export async function previewRolPermissie(
  work: Work,
  vraag: { sleutel: { rolCode: string }; vanaf: PlainDate },
): Promise<Voorbeeld> {
  const { count } = await work.db
    .selectFrom('gebruiker_rol as r')
    .innerJoin('gebruiker as g', 'g.id', 'r.gebruiker_id')
    .select((e) => e.fn.count<string>('r.gebruiker_id').distinct().as('count'))
    .where('r.regio_id', '=', work.regioId)
    .where('r.rol_code', '=', vraag.sleutel.rolCode)
    .where((e) =>
      e.and([e('r.van', '<=', vraag.vanaf), e.or([e('r.tot', 'is', null), e('r.tot', '>', vraag.vanaf)])]),
    )
    .where((e) => e.or([e('g.tot', 'is', null), e('g.tot', '>', vraag.vanaf)]))
    .executeTakeFirstOrThrow()
  const users = Number(count)
  return previewCount(users, [
    `Dit raakt ${users === 1 ? '1 medewerker' : `${users} medewerkers`} met deze rol. Wie al is ingelogd, merkt het binnen enkele seconden.`,
  ])
}

async function countZaken(work: Work, soort: string, waarde: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select onderdak.telling_zaken(${soort}, ${waarde}) as n`.execute(
    work.db,
  )
  return rows[0]!.n
}
