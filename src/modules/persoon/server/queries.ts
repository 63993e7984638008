import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { ageOn } from '../../../shared/plain-date.ts'
import { notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import type { Adres, Dossier, Dubbel, Lid, PersoonRegel, TijdlijnRegel } from '../domain/contract.ts'
import { compareDossiers, type Vergelijking } from '../domain/dubbel.ts'
import { mayUseBsn, weergavenaam } from '../domain/rules.ts'
import { zinVan } from '../domain/tijdlijn.ts'
import { organisatieSoortOf } from './asker.ts'
import { findMeelezenTot } from './betrokkenheid.ts'
import { findHuishoudenVan, listHuishoudenLeden } from './lookup.ts'
import {
  findSurvivor,
  gegevensOf,
  gemeenteNaam,
  listDossierIds,
  naamOf,
  type PersoonRow,
  regelOf,
} from './read-persoon.ts'
import { findTreffers } from './zoeken.ts'

interface Blad {
  readonly pagina: number
  readonly aantalPerPagina: number
}

const volgorden = {
  naam: sql`coalesce(achternaam, '') collate "und-x-icu"`,
  '-naam': sql`coalesce(achternaam, '') collate "und-x-icu" desc`,
  geboortedatum: sql`geboortedatum nulls last`,
  '-geboortedatum': sql`geboortedatum desc nulls last`,
}

/** Everyone the asker's organisation is involved with, on surname unless asked otherwise; merged files do not count. */
export async function listPersonenPage(
  work: Work,
  blad: Blad & { readonly sorteer?: keyof typeof volgorden },
): Promise<{ count: number; results: PersoonRegel[] }> {
  const base = work.db.selectFrom('persoon').where('samengevoegd_in', 'is', null)
  const { count } = await base.select((e) => e.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  const rows = await base
    .selectAll()
    .orderBy(volgorden[blad.sorteer ?? 'naam'])
    .orderBy(sql`coalesce(roepnaam, voornamen, '') collate "und-x-icu"`)
    .orderBy('id')
    .limit(blad.aantalPerPagina)
    .offset((blad.pagina - 1) * blad.aantalPerPagina)
    .execute()
  return { count, results: rows.map(regelOf) }
}

export async function getDossier(work: Work, persoonId: Id): Promise<Dossier | Rejection> {
  const row = await findSurvivor(work, persoonId)
  if (!row) return notFound('De cliënt')
  const merged = await work.db
    .selectFrom('samenvoeging as s')
    .innerJoin('persoon as p', 'p.id', 's.persoon_id')
    .selectAll('p')
    .select(['s.id as samenvoegingId', 's.reden'])
    .where('s.opgegaan_in', '=', row.id)
    .where('s.teruggedraaid_op', 'is', null)
    .orderBy('s.samengevoegd_op')
    .execute()
  work.saw(row.id, ...merged.map((one) => one.id))
  return {
    id: row.id,
    naam: weergavenaam(naamOf(row)),
    leeftijd: row.geboortedatum === null ? null : ageOn(row.geboortedatum, row.overleden_op ?? work.today),
    versie: row.versie,
    gegevens: gegevensOf(row),
    heeftBsn: row.bsn_index !== null,
    overledenOp: row.overleden_op,
    meelezenTot: (await findMeelezenTot(work, row.id)) ?? null,
    betrokkenen: await listBetrokkenen(work, row.id),
    huishouden: await findHuishouden(work, row.id),
    adressen: await listAdressen(work, row.id),
    samengevoegd: merged.map((one) => ({
      samenvoegingId: one.samenvoegingId,
      persoonId: one.id,
      naam: weergavenaam(naamOf(one)),
      reden: one.reden,
    })),
  }
}

/** One line per organisation and purpose, from the first day to the last. */
async function listBetrokkenen(work: Work, persoonId: Id): Promise<Dossier['betrokkenen']> {
  const { rows } = await sql<Dossier['betrokkenen'][number]>`
    select organisatie, doel, min(van) as van, case when bool_or(tot is null) then null else max(tot) end as tot
    from onderdak.betrokkenen(${persoonId}::uuid) where tot is null or tot > van
    group by organisatie, doel order by min(van), organisatie, doel`.execute(work.db)
  return rows
}

async function findHuishouden(work: Work, persoonId: Id): Promise<Dossier['huishouden']> {
  const id = await findHuishoudenVan(work, persoonId)
  if (id === undefined) return null
  const household = await work.db
    .selectFrom('huishouden')
    .select('naam')
    .where('id', '=', id)
    .executeTakeFirst()
  const leden = await listHuishoudenLeden(work, id)
  const rows = await work.db
    .selectFrom('persoon')
    .selectAll()
    .where(
      'id',
      'in',
      leden.map((lid) => lid.persoonId),
    )
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return {
    id,
    naam: household?.naam ?? 'Huishouden',
    leden: leden.flatMap((lid): Lid[] => {
      const row = byId.get(lid.persoonId)
      if (!row) return []
      const { is_geheim: isGeheim, veilig_contact: veiligContact } = row
      return [{ ...lid, naam: weergavenaam(naamOf(row)), isGeheim, veiligContact }]
    }),
  }
}

/** Addresses in the open, and of secret ones only that they exist unless the asker may see them. */
async function listAdressen(work: Work, persoonId: Id): Promise<Adres[]> {
  const rows = await work.db
    .selectFrom('persoon_adres')
    .selectAll()
    .where('persoon_id', '=', persoonId)
    .execute()
  const shown = rows.map((row) => ({
    id: row.id,
    soort: row.soort as Adres['soort'],
    isGeheim: row.is_geheim,
    adres: work.cipher.decrypt(row.adres_versleuteld),
    gemeente: gemeenteNaam(row.gemeente_code),
    van: row.van,
    tot: row.tot,
  }))
  const known = new Set(shown.map((adres) => adres.id))
  const { rows: secret } = await sql<{ id: Id; soort: Adres['soort']; van: string; tot: string | null }>`
    select id, soort, van, tot from onderdak.geheime_adressen(${persoonId}::uuid)`.execute(work.db)
  const hidden = secret
    .filter((adres) => !known.has(adres.id))
    .map((adres) => ({ ...adres, isGeheim: true, adres: null, gemeente: null }))
  return [...shown, ...hidden].sort((a, b) =>
    a.van === b.van ? (a.id < b.id ? -1 : 1) : a.van < b.van ? 1 : -1,
  )
}

/** What happened, newest first, over all files of the person that the asker sees. */
export async function listTijdlijnPage(
  work: Work,
  persoonId: Id,
  blad: Blad,
): Promise<{ count: number; results: TijdlijnRegel[] } | Rejection> {
  const ids = await listDossierIds(work, persoonId)
  if (ids.length === 0) return notFound('De cliënt')
  const base = work.db.selectFrom('gebeurtenis as e').where('e.persoon_id', 'in', ids)
  const rows = await base
    .leftJoin('gebruiker as g', 'g.id', 'e.gebruiker_id')
    .leftJoin('organisatie as o', 'o.id', 'e.organisatie_id')
    .select([
      sql<number>`(count(*) over ())::int`.as('totaal'),
      'e.id',
      'e.soort',
      'e.op',
      'e.vastgelegd_op',
      'e.gegevens',
      'g.naam as door',
      'o.naam as organisatie',
    ])
    .orderBy('e.op', 'desc')
    .orderBy('e.vastgelegd_op', 'desc')
    .orderBy('e.id', 'desc')
    .limit(blad.aantalPerPagina)
    .offset((blad.pagina - 1) * blad.aantalPerPagina)
    .execute()
  const count = async () =>
    (await base.select((e) => e.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).count
  return {
    // Past the last page there is no row to read the total from.
    count: rows[0]?.totaal ?? (blad.pagina > 1 ? await count() : 0),
    results: rows.map((row) => ({
      id: row.id,
      soort: row.soort,
      zin: zinVan(row.soort, row.gegevens as Record<string, unknown>),
      op: row.op,
      vastgelegdOp: row.vastgelegd_op.toISOString(),
      door: row.door,
      organisatie: row.organisatie,
    })),
  }
}

/** The number itself, for who may use it by law; a call of its own, so that each look is in the book. */
export async function getBsn(work: Work, persoonId: Id): Promise<{ bsn: string } | Rejection> {
  const soort = await organisatieSoortOf(work)
  if (soort !== null && !mayUseBsn(soort))
    return reject('geen_recht_bsn', 'Uw organisatie mag het burgerservicenummer niet gebruiken.', {
      status: 403,
    })
  const row = await findSurvivor(work, persoonId)
  if (!row) return notFound('De cliënt')
  if (row.bsn_versleuteld === null)
    return reject('geen_bsn', 'Van deze cliënt is geen burgerservicenummer bekend.', { status: 404 })
  return { bsn: work.cipher.decrypt(row.bsn_versleuteld) }
}

/** Other files of the asker's organisation that may be of the same person, surest first. */
export async function listDubbelenVan(work: Work, persoonId: Id): Promise<{ results: Dubbel[] } | Rejection> {
  const row = await findSurvivor(work, persoonId)
  if (!row) return notFound('De cliënt')
  const byName = await findTreffers(
    work,
    { naam: row.zoeknaam, geboortedatum: row.geboortedatum, bsnIndex: row.bsn_index },
    100,
  )
  const byBirth = await findTreffers(work, { geboortedatum: row.geboortedatum }, 100)
  const ids = [...new Set([...byName, ...byBirth].map((treffer) => treffer.persoonId))].filter(
    (id) => id !== row.id,
  )
  if (ids.length === 0) return { results: [] }
  const others = await work.db.selectFrom('persoon').selectAll().where('id', 'in', ids).execute()
  const results = others.flatMap((other): Dubbel[] => {
    const oordeel = compareDossiers(vergelijkingOf(row), vergelijkingOf(other))
    return oordeel.redenen.length === 0
      ? []
      : [{ persoon: regelOf(other), redenen: [...oordeel.redenen], zeker: oordeel.zeker }]
  })
  results.sort(
    (a, b) =>
      Number(b.zeker) - Number(a.zeker) ||
      b.redenen.length - a.redenen.length ||
      (a.persoon.id < b.persoon.id ? -1 : 1),
  )
  work.saw(...results.map((dubbel) => dubbel.persoon.id))
  return { results }
}

function vergelijkingOf(row: PersoonRow): Vergelijking {
  return {
    zoeknaam: row.zoeknaam,
    achternaam: row.achternaam,
    geboortedatum: row.geboortedatum,
    geboortejaar: row.geboortejaar,
    bsn: row.bsn_index?.toString('base64') ?? null,
  }
}
