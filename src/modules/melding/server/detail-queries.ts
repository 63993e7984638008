import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { daysBetween } from '../../../shared/plain-date.ts'
import { notFound, type Rejection } from '../../../shared/rejection.ts'
import type { Besluit, VervolgRegel } from '../domain/besluit-contract.ts'
import type { Onderzoek } from '../domain/onderzoek-contract.ts'
import { faultsOfAfronden } from '../domain/onderzoek-rules.ts'
import type { Overdracht } from '../domain/samenwerking-contract.ts'
import { besluitUitkomsten, type Status, statusVoorVerwijzer } from '../domain/status.ts'
import { naamVan } from './queries.ts'

/** Undefined when it exists and may be seen; lists under a melding ask this first, so that "empty" is not "forbidden". */
async function meldingOf(work: Work, id: Id): Promise<{ persoonId: Id | null } | Rejection> {
  const row = await work.db
    .selectFrom('melding')
    .select('persoon_id as persoonId')
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return notFound('Deze melding')
  work.saw(row.persoonId)
  return row
}

export async function getOnderzoek(
  work: Work,
  meldingId: Id,
): Promise<{ onderzoek: Onderzoek | null } | Rejection> {
  const melding = await meldingOf(work, meldingId)
  if ('rejected' in melding) return melding
  const row = await work.db
    .selectFrom('onderzoek')
    .select([
      'id',
      'melding_id as meldingId',
      'versie',
      'gestart_op as gestartOp',
      'uiterlijk_op as uiterlijkOp',
      'afgerond_op as afgerondOp',
      'plan_uitgelegd_op as planUitgelegdOp',
      'plan_ontvangen_op as planOntvangenOp',
      'plan_samenvatting as planSamenvatting',
      'ondersteuning_aangeboden_op as ondersteuningAangebodenOp',
      'ondersteuning_uitkomst as ondersteuningUitkomst',
      'identiteit_gezien_op as identiteitGezienOp',
      'identiteit_document as identiteitDocument',
      'behoeften',
      'eigen_kracht as eigenKracht',
      'mantelzorg_netwerk as mantelzorgNetwerk',
      'ondersteuning_mantelzorger as ondersteuningMantelzorger',
      'algemene_voorzieningen as algemeneVoorzieningen',
      'samenwerking',
      'bijdragen',
      'pgb_uitgelegd_op as pgbUitgelegdOp',
      'clientprofiel',
      'verslag_verzonden_op as verslagVerzondenOp',
      'reactie_client as reactieClient',
    ])
    .where('melding_id', '=', meldingId)
    .executeTakeFirst()
  if (!row) return { onderzoek: null }
  const leefgebieden = await work.db
    .selectFrom('leefgebied_analyse')
    .select([
      'leefgebied',
      'eigen_woorden as eigenWoorden',
      'bevinding',
      'zelfredzaamheid',
      'herkomst_informatie as herkomstInformatie',
    ])
    .where('onderzoek_id', '=', row.id)
    .orderBy('leefgebied')
    .execute()
  const ontbreekt = faultsOfAfronden(row).map(({ field, message }) => ({ veld: field, melding: message }))
  return { onderzoek: { ...row, leefgebieden, ontbreekt } as Onderzoek }
}

export async function getBesluit(
  work: Work,
  meldingId: Id,
): Promise<{ besluit: Besluit | null } | Rejection> {
  const melding = await meldingOf(work, meldingId)
  if ('rejected' in melding) return melding
  const row = await work.db
    .selectFrom('besluit as b')
    .innerJoin('organisatie as o', 'o.id', 'b.organisatie_id')
    .leftJoin('product as p', 'p.id', 'b.product_id')
    .leftJoin('criteria as c', 'c.id', 'b.criteria_id')
    .leftJoin('gebruiker as g', 'g.id', 'b.besloten_door')
    .leftJoin('mandaat as ma', 'ma.id', 'b.mandaat_id')
    .leftJoin('gemeente as gm', 'gm.code', 'b.namens_gemeente')
    .select([
      'b.id',
      'b.uitkomst',
      'b.product_id as productId',
      'p.naam as product',
      'p.toegang as productToegang',
      'c.naam as criteria',
      'c.van as criteriaVan',
      'b.criteria_antwoorden as antwoorden',
      'b.motivering',
      'b.zijde',
      'b.reden',
      'b.aangeboden_alternatief as aangebodenAlternatief',
      'b.doorverwezen_naar as doorverwezenNaar',
      'b.warme_overdracht_op as warmeOverdrachtOp',
      'b.warme_overdracht_met as warmeOverdrachtMet',
      'b.overbrugging',
      'b.naar_maatwerkoverleg as naarMaatwerkoverleg',
      'b.besloten_op as beslotenOp',
      'g.naam as beslotenDoor',
      'o.naam as organisatie',
      'ma.grondslag as mandaat',
      'gm.naam as namensGemeente',
    ])
    .select(
      sql<
        string | null
      >`(select k.naam from keuze k where k.regio_id = b.regio_id and k.code = b.reden and k.lijst = 'weigerreden_' || b.zijde order by k.van desc limit 1)`.as(
        'redenNaam',
      ),
    )
    .where('b.melding_id', '=', meldingId)
    .executeTakeFirst()
  if (!row) return { besluit: null }
  const { criteriaVan, redenNaam, ...besluit } = row
  return {
    besluit: {
      ...besluit,
      uitkomstNaam: besluitUitkomsten[row.uitkomst as keyof typeof besluitUitkomsten],
      criteria: row.criteria ? `${row.criteria}, versie van ${criteriaVan}` : null,
      reden: redenNaam ?? row.reden,
    } as Besluit,
  }
}

export async function listTijdlijn(work: Work, meldingId: Id) {
  const melding = await meldingOf(work, meldingId)
  if ('rejected' in melding) return melding
  const rows = await work.db
    .selectFrom('gebeurtenis as e')
    .leftJoin('gebruiker as g', 'g.id', 'e.gebruiker_id')
    .leftJoin('organisatie as o', 'o.id', 'e.organisatie_id')
    .select(['e.id', 'e.soort', 'e.op', 'e.vastgelegd_op', 'g.naam', 'o.naam as organisatie'])
    .where('e.regio_id', '=', work.regioId)
    .where((x) =>
      x.or([
        x('e.onderwerp_id', '=', meldingId),
        x('e.onderwerp_id', 'in', x.selectFrom('onderzoek').select('id').where('melding_id', '=', meldingId)),
        x('e.onderwerp_id', 'in', x.selectFrom('vervolg').select('id').where('melding_id', '=', meldingId)),
      ]),
    )
    .orderBy('e.vastgelegd_op', 'desc')
    .orderBy('e.id', 'desc')
    .execute()
  return {
    results: rows.map((row) => ({
      id: row.id,
      soort: row.soort,
      titel: titels[row.soort] ?? row.soort,
      op: row.op,
      vastgelegdOp: row.vastgelegd_op.toISOString(),
      door: [row.naam, row.organisatie].filter(Boolean).join(', ') || null,
    })),
  }
}

const titels: Readonly<Record<string, string>> = {
  MeldingGeregistreerd: 'Melding vastgelegd',
  MeldingGewijzigd: 'Gegevens gewijzigd',
  MeldingGekoppeld: 'Persoon gekoppeld',
  MeldingOpgepakt: 'Opgepakt',
  OntvangstBevestigd: 'Ontvangst bevestigd',
  OntvangstbevestigingGemaakt: 'Brief van ontvangst gemaakt',
  MeldingGetrieerd: 'Triage gedaan',
  OnderzoekGewijzigd: 'Onderzoek bijgewerkt',
  OnderzoekAfgerond: 'Onderzoek afgerond',
  MeldingBesloten: 'Besluit genomen',
  VervolgAfgerond: 'Nagekeken hoe het gaat',
  OverdrachtAangeboden: 'Aangeboden aan een ander loket',
  OverdrachtAangenomen: 'Overdracht aangenomen',
  OverdrachtGeweigerd: 'Overdracht geweigerd',
  OrganisatieUitgenodigd: 'Organisatie kijkt mee',
  NotitieGeschreven: 'Notitie geschreven',
  MeldingGesloten: 'Melding gesloten',
}

export async function listNotities(work: Work, meldingId: Id) {
  const melding = await meldingOf(work, meldingId)
  if ('rejected' in melding) return melding
  const rows = await work.db
    .selectFrom('melding_notitie as n')
    .innerJoin('organisatie as o', 'o.id', 'n.organisatie_id')
    .leftJoin('gebruiker as g', 'g.id', 'n.gebruiker_id')
    .select([
      'n.id',
      'n.tekst',
      'o.naam as organisatie',
      'g.naam as door',
      'n.voor_verwijzer as voorVerwijzer',
      'n.geschreven_op as geschrevenOp',
    ])
    .where('n.melding_id', '=', meldingId)
    .orderBy('n.geschreven_op', 'desc')
    .orderBy('n.id', 'desc')
    .execute()
  return { results: rows.map((row) => ({ ...row, geschrevenOp: row.geschrevenOp.toISOString() })) }
}

/** Meldingen that the asker's organisation referred: status and messages, nothing else. */
export async function listVerwijzingen(work: Work) {
  const { rows } = await sql<{
    meldingId: Id
    persoonId: Id | null
    nummer: string
    meldingsdatum: string
    status: Status
    notities: { id: Id; tekst: string; organisatie: string; geschrevenOp: string }[]
  }>`select melding_id as "meldingId", persoon_id as "persoonId", nummer, meldingsdatum, status, notities
     from onderdak.verwijzingen_van_mijn_organisatie() order by meldingsdatum desc, nummer desc`.execute(
    work.db,
  )
  work.saw(...rows.map((row) => row.persoonId))
  return {
    count: rows.length,
    results: rows.map((row) => ({
      meldingId: row.meldingId,
      nummer: row.nummer,
      meldingsdatum: row.meldingsdatum,
      stand: statusVoorVerwijzer[row.status],
      isOpen: row.status !== 'gesloten',
      berichten: row.notities,
    })),
  }
}

export async function listOverdrachten(work: Work, filter: { meldingId?: Id; open?: 'ja' }) {
  let query = work.db
    .selectFrom('melding_overdracht as d')
    .innerJoin('organisatie as v', 'v.id', 'd.van_organisatie_id')
    .innerJoin('organisatie as n', 'n.id', 'd.naar_organisatie_id')
    // A party that refused no longer sees the melding itself.
    .leftJoin('melding as m', 'm.id', 'd.melding_id')
    .select([
      'd.id',
      'd.melding_id as meldingId',
      'm.persoon_id as persoonId',
      'm.nummer',
      'v.naam as van',
      'n.naam as naar',
      'd.naar_organisatie_id as naarOrganisatieId',
      'd.reden',
      'd.status',
      'd.aangeboden_op as aangebodenOp',
      'd.beantwoord_op as beantwoordOp',
      'd.antwoord_toelichting as antwoordToelichting',
    ])
    .where('d.regio_id', '=', work.regioId)
    .orderBy('d.aangeboden_op', 'desc')
    .limit(200)
  if (filter.meldingId) query = query.where('d.melding_id', '=', filter.meldingId)
  if (filter.open) query = query.where('d.status', '=', 'aangeboden')
  const rows = await query.execute()
  work.saw(...rows.map((row) => row.persoonId))
  const results = rows.map(({ persoonId: _, ...row }) => ({
    ...row,
    nummer: row.nummer ?? '–',
    aangebodenOp: row.aangebodenOp.toISOString(),
    beantwoordOp: row.beantwoordOp?.toISOString() ?? null,
    magAntwoorden: row.status === 'aangeboden' && row.naarOrganisatieId === work.vrager.organisatieId,
  })) as Overdracht[]
  return { count: results.length, results }
}

export async function listBetrokkenen(work: Work, meldingId: Id) {
  const melding = await meldingOf(work, meldingId)
  if ('rejected' in melding) return melding
  if (!melding.persoonId) return { results: [] }
  const { rows } = await sql<{ organisatie: string; doel: string; van: string; tot: string | null }>`
    select distinct organisatie, doel, van, tot from onderdak.betrokkenen(${melding.persoonId}::uuid)`.execute(
    work.db,
  )
  return { results: rows }
}

export interface VervolgFilter {
  pagina: number
  aantalPerPagina: number
  stand: 'open' | 'nu' | 'te_laat' | 'gedaan'
  vanMij?: 'ja'
  meldingId?: Id
  persoonId?: Id
  sorteer: 'geplandOp' | '-geplandOp'
}

/** Who is looked after when: due, too late, mine; `isLaatste` drives what the form asks. */
export async function listVervolgen(
  work: Work,
  filter: VervolgFilter,
): Promise<{ count: number; results: VervolgRegel[] }> {
  let query = work.db
    .selectFrom('vervolg as v')
    .innerJoin('melding as m', 'm.id', 'v.melding_id')
    .innerJoin('organisatie as o', 'o.id', 'v.organisatie_id')
    .innerJoin('gebruiker as g', 'g.id', 'v.contactpersoon_id')
    .leftJoin('persoon as p', 'p.id', 'v.persoon_id')
    .leftJoin('besluit as b', 'b.melding_id', 'v.melding_id')
    .where('v.regio_id', '=', work.regioId)
  query =
    filter.stand === 'gedaan'
      ? query.where('v.gedaan_op', 'is not', null)
      : query.where('v.gedaan_op', 'is', null)
  if (filter.stand === 'nu') query = query.where('v.gepland_op', '<=', work.today)
  if (filter.stand === 'te_laat') query = query.where('v.gepland_op', '<', work.today)
  if (filter.vanMij) query = query.where('v.contactpersoon_id', '=', work.vrager.gebruikerId)
  if (filter.meldingId) query = query.where('v.melding_id', '=', filter.meldingId)
  if (filter.persoonId) query = query.where('v.persoon_id', '=', filter.persoonId)
  const { count } = await query.select((e) => e.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  const rows = await query
    .select([
      'v.id',
      'v.melding_id as meldingId',
      'm.nummer',
      'v.persoon_id as persoonId',
      'v.wat',
      'v.gepland_op as geplandOp',
      'o.naam as organisatie',
      'g.naam as contactpersoon',
      'b.uitkomst as besluit',
      'v.gedaan_op as gedaanOp',
      'v.uitkomst',
      'v.toelichting',
      'p.achternaam',
      'p.tussenvoegsel',
      'p.voornamen',
      'p.roepnaam',
      'p.is_nn as isNn',
      'p.geslacht',
      'p.geboortedatum',
      'p.geboortejaar',
    ])
    .select(
      sql<boolean>`not exists (select 1 from vervolg x where x.melding_id = v.melding_id and x.gedaan_op is null and x.id <> v.id)`.as(
        'isLaatste',
      ),
    )
    .orderBy('v.gepland_op', filter.sorteer === 'geplandOp' ? 'asc' : 'desc')
    .orderBy('v.id')
    .limit(filter.aantalPerPagina)
    .offset((filter.pagina - 1) * filter.aantalPerPagina)
    .execute()
  return {
    count: Number(count),
    results: rows.map((row) => ({
      id: row.id,
      meldingId: row.meldingId,
      nummer: row.nummer,
      persoonId: row.persoonId,
      naam: naamVan(row),
      wat: row.wat,
      geplandOp: row.geplandOp,
      dagenTeLaat: row.gedaanOp ? 0 : Math.max(0, daysBetween(row.geplandOp, work.today)),
      organisatie: row.organisatie,
      contactpersoon: row.contactpersoon,
      besluit: row.besluit ? besluitUitkomsten[row.besluit as keyof typeof besluitUitkomsten] : null,
      gedaanOp: row.gedaanOp,
      uitkomst: row.uitkomst as VervolgRegel['uitkomst'],
      toelichting: row.toelichting,
      isLaatste: row.isLaatste,
    })),
  }
}
