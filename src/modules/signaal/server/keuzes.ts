import { sql } from 'kysely'
import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'
import type { Keuzelijst } from '../../beheer/domain/standaard.ts'
import { isKeuze } from '../../beheer/server/lookup.ts'
import type { getSignaalkeuzes } from '../domain/contract.ts'
import { isWijkVan } from '../domain/rules.ts'

type Keuzes = z.output<(typeof getSignaalkeuzes)['response']>
type Keuze = { waarde: string; naam: string }

const lijsten = [
  'signaal_categorie',
  'signaal_terugkoppeling',
  'signaal_geen_actie',
  'outreach_uitkomst',
  'wijk',
] as const satisfies Keuzelijst[]
type Lijst = (typeof lijsten)[number]

/** The lists of the region that hold today, in their order. */
export async function readLijsten(work: Work): Promise<(lijst: Lijst) => Keuze[]> {
  const rows = await work.db
    .selectFrom('keuze')
    .select(['lijst', 'code as waarde', 'naam'])
    .where('regio_id', '=', work.regioId)
    .where('lijst', 'in', [...lijsten])
    .where('van', '<=', work.today)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', work.today)]))
    .orderBy('volgorde')
    .orderBy(sql`naam collate "und-x-icu"`)
    .execute()
  return (lijst) => rows.filter((row) => row.lijst === lijst).map(({ waarde, naam }) => ({ waarde, naam }))
}

/** Everything that the forms of this module let people choose today. */
export async function readKeuzes(work: Work): Promise<Keuzes> {
  const van = await readLijsten(work)
  const gemeenten = await listGemeenten(work)
  return {
    categorieen: van('signaal_categorie'),
    gemeenten,
    wijken: van('wijk').flatMap((wijk) => {
      const gemeente = gemeenten.find(({ waarde }) => isWijkVan(wijk.waarde, waarde))
      return gemeente ? [{ ...wijk, gemeenteCode: gemeente.waarde }] : []
    }),
    terugkoppelingen: van('signaal_terugkoppeling'),
    redenenGeenActie: van('signaal_geen_actie'),
    outreachUitkomsten: van('outreach_uitkomst'),
    behandelaars: await listBehandelaars(work),
  }
}

/** Organisations that answer signals of some gemeente, besides the own one. */
export async function listBehandelaars(work: Work): Promise<Keuze[]> {
  const { rows } = await sql<Keuze>`
    select o.id as waarde, o.naam from onderdak.organisatie o
    where o.regio_id = ${work.regioId} and o.taken && array['lokale_toegang', 'regionale_toegang'] and o.id is distinct from ${work.vrager.organisatieId}::uuid
      and o.van <= ${work.today}::date and (o.tot is null or o.tot > ${work.today}::date)
    order by o.naam collate "und-x-icu", o.id`.execute(work.db)
  return rows
}

function listGemeenten(work: Work): Promise<Keuze[]> {
  return work.db
    .selectFrom('regio_gemeente as r')
    .innerJoin('gemeente as g', 'g.code', 'r.gemeente_code')
    .select(['g.code as waarde', 'g.naam'])
    .where('r.regio_id', '=', work.regioId)
    .where('r.van', '<=', work.today)
    .where((e) => e.or([e('r.tot', 'is', null), e('r.tot', '>', work.today)]))
    .orderBy(sql`g.naam collate "und-x-icu"`)
    .execute()
}

/** A gemeente of the region, and a wijk of that gemeente or none. */
export async function checkPlaats(
  work: Work,
  plaats: { readonly gemeenteCode: string; readonly wijk: string | null },
): Promise<undefined | Rejection> {
  const gemeenten = await listGemeenten(work)
  if (!gemeenten.some(({ waarde }) => waarde === plaats.gemeenteCode))
    return reject('gemeente_onbekend', 'Kies een gemeente uit de lijst.', {
      status: 422,
      field: 'gemeenteCode',
    })
  if (plaats.wijk === null) return undefined
  const past = isWijkVan(plaats.wijk, plaats.gemeenteCode) && (await isKeuze(work, 'wijk', plaats.wijk))
  return past
    ? undefined
    : reject('wijk_onbekend', 'Kies een wijk van deze gemeente.', { status: 422, field: 'wijk' })
}

/** A choice that is not on the list of the region belongs to its field. */
export async function checkKeuze(
  work: Work,
  lijst: Lijst,
  code: string,
  field: string,
): Promise<undefined | Rejection> {
  if (await isKeuze(work, lijst, code)) return undefined
  return reject('keuze_onbekend', 'Kies iets uit de lijst.', { status: 422, field })
}

/** Name of a choice as SQL, in the words that held on a day; the code when the region has forgotten it. */
export function keuzeNaamSql(lijst: Lijst, code: string, op: string) {
  return sql<string>`coalesce((select k.naam from onderdak.keuze k where k.regio_id = s.regio_id and k.lijst = ${lijst} and k.code = ${sql.ref(code)}
    and k.van <= ${sql.ref(op)} and (k.tot is null or k.tot > ${sql.ref(op)})), ${sql.ref(code)})`
}
