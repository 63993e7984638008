import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenMelding } from '../../../../tests/given/melding.ts'
import { accepted } from '../../../../tests/given/platform.ts'
import { givenTrajectketen, type Trajectketen } from '../../../../tests/given/traject.ts'
import { givenPersoon } from '../../../../tests/given/verblijf.ts'
import { givenWachtende } from '../../../../tests/given/wachtlijst.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { allePermissies } from '../../../shared/permissies.ts'
import { startTraject } from '../../traject/server/commands.ts'
import { bevindingen } from './bevindingen.ts'
import { listGevonden } from './queries.ts'

// Every finding: in order first, then broken in the register, found with who can fix it, and gone when it is right again.

const database = useDatabase()
let keten: Trajectketen
let alles: Vrager
/** Ids by the word that the table below uses for them. */
let ids: Record<string, Id>

/** Raw: most of this cannot be made wrong through the screens any more, but came in with a file or in earlier years. */
async function doe(text: string): Promise<void> {
  const filled = text.replace(/\{(\w+)\}/g, (_, word: string) => `'${ids[word] ?? `geen ${word}`}'`)
  await database.login.query(
    `begin; set local session_replication_role = replica; set local search_path = onderdak, public; ${filled}; commit`,
  )
}

const vind = (bevinding: string, als = alles) =>
  keten.doe(als, (work) =>
    listGevonden(work, { van: 'zicht', bevinding, sorteer: 'sinds', pagina: 1, aantalPerPagina: 50 }),
  )

beforeAll(async () => {
  keten = await givenTrajectketen(database)
  const { platform, regio, loket, planner, bw, nacht } = keten
  alles = { ...planner, permissies: new Set(allePermissies) }
  await database.login.query("update onderdak.product set toegang = 'direct'")
  const persoon = await givenPersoon(platform, planner, { achternaam: 'Wilg', geenBsnReden: 'niet_in_brp' })
  const verblijf = accepted(await keten.start(planner, persoon, nacht)).id
  const ander = await givenPersoon(platform, planner, {
    achternaam: 'Els',
    geboortedatum: '1980-01-01',
    geenBsnReden: 'niet_in_brp',
  })
  accepted(
    await keten.doe(planner, (work) => startTraject(work, { persoonId: ander, op: work.today, stap: null })),
  )
  const [plek] = await database.login
    .query('select plek_id, locatie_id from onderdak.verblijf where id = $1', [verblijf])
    .then(({ rows }) => rows)
  const wacht = await givenWachtende(platform, loket, { productId: nacht, achternaam: 'Linde' })
  const melding = await givenMelding(platform, loket, {})
  const [traject] = await keten.trajecten(planner, persoon)
  ids = {
    persoon,
    ander,
    verblijf,
    plek: plek.plek_id,
    locatie: plek.locatie_id,
    wacht: wacht.id,
    wachtende: wacht.persoonId,
    melding: accepted(melding).id,
    traject: traject!.id,
    bw,
    nacht,
    regio: regio.regioId,
    aanbieder: regio.organisaties.aanbieder,
    planner: planner.gebruikerId!,
    loket: loket.gebruikerId!,
    nieuw: platform.newId(),
    weg: platform.newId(),
  }
  // The planner sees what the loket sees, so that one asker can be asked for all.
  await doe(`insert into betrokkenheid select (jsonb_populate_record(b, jsonb_build_object('id', gen_random_uuid(), 'organisatie_id', {aanbieder}))).* from betrokkenheid b
    where b.organisatie_id <> {aanbieder} and b.persoon_id not in (select persoon_id from betrokkenheid where organisatie_id = {aanbieder});
    update persoon set geen_bsn_reden = 'niet_in_brp' where bsn_index is null;
    insert into uitstroomdossier (id, regio_id, persoon_id, begonnen_op, aangemaakt_op, gewijzigd_op) values ({nieuw}, {regio}, {ander}, '2026-01-01', now(), now());
    insert into traject_fase (id, regio_id, traject_id, persoon_id, domein, code, van, vastgelegd_op) select {weg}, t.regio_id, t.id, t.persoon_id, 'MO', 'instroom', t.begonnen_op, now() from traject t where t.persoon_id = {ander};
    update locatie set bevestigd_op = '2026-03-02T08:00:00Z'`)
}, 240_000)

const vertrokken = (bestemming: string) =>
  `update verblijf set geeindigd_op = '2026-02-20', eindreden = 'eigen_keuze', bestemming = '${bestemming}' where id = {verblijf};
   update verblijf_persoon set tot = '2026-02-20' where verblijf_id = {verblijf}`
const terug = `update verblijf set geeindigd_op = null, eindreden = null, bestemming = null where id = {verblijf};
   update verblijf_persoon set tot = null where verblijf_id = {verblijf}`
const nieuw = (tabel: string, kolommen: string, waarden: string) =>
  `insert into ${tabel} (id, regio_id, persoon_id, ${kolommen}) values ({weg}, {regio}, {ander}, ${waarden})`

/** How each comes to be wrong, of what it is found, and how it is right again. */
const gevallen: Record<string, { stuk: string; van: string; heel: string; sinds?: string; na?: string }> = {
  geboortedatum_onbekend: {
    stuk: 'update persoon set geboortedatum = null where id = {persoon}',
    van: 'persoon',
    heel: "update persoon set geboortedatum = '1990-05-05' where id = {persoon}",
  },
  naam_onbekend: {
    stuk: "update persoon set is_nn = true, aangemaakt_op = '2026-02-01T09:00:00Z' where id = {persoon}",
    van: 'persoon',
    sinds: '2026-02-01',
    heel: 'update persoon set is_nn = false where id = {persoon}',
  },
  herkomst_navragen: {
    stuk: "update persoon set herkomst_gemeente = null, herkomst_onbekend_reden = 'nog_navragen' where id = {persoon}",
    van: 'persoon',
    heel: "update persoon set herkomst_onbekend_reden = 'wil_niet_zeggen' where id = {persoon}",
  },
  woonplaats_navragen: {
    stuk: "update persoon set woonplaats_gemeente = null, woonplaats_onbekend_reden = 'nog_navragen' where id = {persoon}",
    van: 'persoon',
    heel: "update persoon set woonplaats_onbekend_reden = 'buitenland' where id = {persoon}",
  },
  bsn_navragen: {
    stuk: "update persoon set geen_bsn_reden = 'noodsituatie' where id = {persoon}",
    van: 'persoon',
    heel: "update persoon set geen_bsn_reden = 'wil_niet_geven' where id = {persoon}",
  },
  dubbel_dossier: {
    stuk: "update persoon set achternaam = 'WILG', geboortedatum = '1990-05-05' where id = {ander}",
    van: 'ander',
    heel: "update persoon set achternaam = 'Els' where id = {ander}",
  },
  overleden_maar_loopt: {
    stuk: "update persoon set overleden_op = '2026-02-20' where id = {wachtende}",
    van: 'wachtende',
    sinds: '2026-02-20',
    heel: 'update persoon set overleden_op = null where id = {wachtende}',
  },
  melding_zonder_gemeente: {
    stuk: 'update melding set gemeente_code = null where id = {melding}',
    van: 'melding',
    heel: "update melding set gemeente_code = 'GM0622' where id = {melding}",
  },
  slaapplek_onbekend: {
    stuk: "update melding set slaapplek_vannacht = 'onbekend', meldingsdatum = '2026-03-01' where id = {melding}",
    van: 'melding',
    sinds: '2026-03-01',
    heel: "update melding set meldingsdatum = '2026-03-02' where id = {melding}",
  },
  brief_niet_verstuurd: {
    stuk: nieuw(
      'beschikking',
      'nummer, product_id, soort, status, aangevraagd_op, uiterlijk_op, beschikt_op, geldig_van, heronderzoek_op, motivering, organisatie_id, namens_gemeente, aangemaakt_op, gewijzigd_op',
      "'B-1', {bw}, 'toekenning', 'beschikt', '2026-01-01', '2026-01-15', '2026-01-10', '2026-01-10', '2027-01-10', 'Nodig', {aanbieder}, 'GM0622', now(), now()",
    ),
    van: 'weg',
    sinds: '2026-01-10',
    heel: "update beschikking set verzonden_op = '2026-01-11', verzonden_via = 'post', bezwaar_tot = '2026-02-22' where id = {weg}",
  },
  wacht_niet_bevestigd: {
    stuk: "update wachtlijstplaatsing set bevestigen_voor = '2026-03-01' where id = {wacht}",
    van: 'wacht',
    sinds: '2026-03-02',
    heel: "update wachtlijstplaatsing set bevestigen_voor = '2026-03-02' where id = {wacht}",
  },
  wacht_zonder_gemeente: {
    stuk: "update wachtlijstplaatsing set gemeente_code = null, gemeente_onbekend_reden = 'Volgt' where id = {wacht}",
    van: 'wacht',
    heel: "update wachtlijstplaatsing set gemeente_code = 'GM0622', gemeente_onbekend_reden = null where id = {wacht}",
  },
  wacht_en_verblijft: {
    stuk: 'update wachtlijstplaatsing set persoon_id = {persoon} where id = {wacht}',
    van: 'wacht',
    heel: 'update wachtlijstplaatsing set persoon_id = {wachtende} where id = {wacht}',
  },
  verwacht_einde_voorbij: {
    stuk: "update verblijf set verwacht_einde_op = '2026-03-01' where id = {verblijf}",
    van: 'verblijf',
    sinds: '2026-03-02',
    heel: "update verblijf set verwacht_einde_op = '2026-03-02' where id = {verblijf}",
  },
  te_lang_zonder_reden: {
    stuk: "update verblijf set uiterlijk_op = '2026-03-01' where id = {verblijf}",
    van: 'verblijf',
    sinds: '2026-03-01',
    heel: "update verblijf set overschrijding_reden = 'geen_woning' where id = {verblijf}",
  },
  zonder_aanspreekpunt: {
    stuk: "update aanspreekpunt set tot = '2026-02-10' where persoon_id = {persoon}",
    van: 'verblijf',
    sinds: '2026-02-02',
    heel: 'update aanspreekpunt set tot = null where persoon_id = {persoon}',
  },
  zonder_geldige_beschikking: {
    stuk: "update product set toegang = 'beschikking' where id = {nacht}",
    van: 'verblijf',
    heel: "update beschikking set persoon_id = {persoon}, geldig_tot = '2027-01-01' where id = {weg}",
  },
  bestemming_onbekend: {
    stuk: vertrokken('onbekend'),
    van: 'verblijf',
    sinds: '2026-02-20',
    heel: "update verblijf set bestemming = 'eigen_woning' where id = {verblijf}",
    na: terug,
  },
  uitstroom_zonder_keuze_nazorg: {
    stuk: vertrokken('eigen_woning'),
    van: 'verblijf',
    sinds: '2026-02-20',
    heel: terug,
  },
  traject_zonder_fase: {
    stuk: "update traject_fase set tot = '2026-02-20' where traject_id = {traject}",
    van: 'traject',
    heel: 'update traject_fase set tot = null where traject_id = {traject}',
  },
  fase_over_termijn: {
    stuk: "update traject_fase set uiterlijk_op = '2026-03-01' where traject_id = {traject}",
    van: 'traject',
    sinds: '2026-03-02',
    heel: "update traject_fase set uiterlijk_op = '2026-03-02' where traject_id = {traject}",
  },
  aanspreekpunt_werkt_hier_niet_meer: {
    stuk: "update aanspreekpunt set gebruiker_id = {loket} where traject_id = {traject}; update gebruiker set tot = '2026-03-01' where id = {loket}",
    van: 'traject',
    sinds: '2026-03-01',
    heel: 'update gebruiker set tot = null where id = {loket}',
  },
  urgentie_verlopen: {
    stuk: nieuw(
      'urgentieaanvraag',
      'dossier_id, soort, status, grond, ontvangende_partij, voorbereid_op, ingediend_op, besloten_op, geldig_tot, gewijzigd_op',
      "{nieuw}, 'urgentie', 'toegekend', 'uitstroom', 'Gemeente', '2025-06-01', '2025-06-02', '2025-07-01', '2026-03-02', now()",
    ),
    van: 'weg',
    sinds: '2026-03-02',
    heel: "update urgentieaanvraag set status = 'gebruikt', geeindigd_op = '2026-02-01' where id = {weg}",
  },
  contract_niet_omgezet: {
    stuk: nieuw(
      'huurcontract',
      'dossier_id, soort, status, woningtype, gemeente_code, begonnen_op, afspraken, evaluatie_op, omklap_op, gewijzigd_op',
      "{nieuw}, 'omklapwoning', 'lopend', 'huurwoning', 'GM0622', '2025-03-01', 'Rustig wonen', '2025-09-01', '2026-03-01', now()",
    ),
    van: 'weg',
    sinds: '2026-03-02',
    heel: "update huurcontract set status = 'omgezet', omgezet_op = '2026-03-01' where id = {weg}",
  },
  nazorg_over_einde: {
    stuk: nieuw(
      'nazorgafspraak',
      'verblijf_id, organisatie_id, status, aanbieder_id, contactpersoon_id, elke_weken, besloten_op, begint_op, tot, aangemaakt_op, gewijzigd_op',
      "{verblijf}, {aanbieder}, 'lopend', {aanbieder}, {planner}, 4, '2025-09-01', '2025-09-01', '2026-03-02', now(), now()",
    ),
    van: 'weg',
    sinds: '2026-03-02',
    heel: "update nazorgafspraak set status = 'afgerond', geeindigd_op = '2026-03-02' where id = {weg}",
  },
  locatie_niet_bevestigd: {
    stuk: "update locatie set bevestigd_op = '2026-01-05T09:00:00Z' where id = {locatie}",
    van: 'locatie',
    sinds: '2026-01-05',
    heel: "update locatie set bevestigd_op = '2026-03-02T08:00:00Z' where id = {locatie}",
  },
  buiten_gebruik_zonder_einde: {
    stuk: "insert into buiten_gebruik (id, regio_id, plek_id, van, reden) values ({weg}, {regio}, {plek}, '2026-02-01', 'schade')",
    van: 'locatie',
    sinds: '2026-02-01',
    heel: "update buiten_gebruik set tot = '2026-04-01' where id = {weg}",
  },
}

describe('wat er niet klopt wordt gevonden en verdwijnt vanzelf', () => {
  it('er is een geval voor elke bevinding', () => {
    expect(Object.keys(gevallen)).toEqual(bevindingen.map((one) => one.id))
  })

  it.each(bevindingen.map((one) => [one.naam, one.id] as const))('%s', async (_, id) => {
    const { stuk, van, heel, sinds, na } = gevallen[id]!
    expect(await vind(id)).toEqual({ count: 0, results: [] })
    await doe(stuk)
    const { count, results } = await vind(id)
    expect([count, results.map((row) => row.sleutel)]).toEqual([1, [ids[van]]])
    expect(results[0]!.pad).not.toContain(':')
    expect(results[0]!.organisatie).not.toBeNull()
    if (sinds) expect(results[0]!.sinds).toBe(sinds)
    const { rows } = await database.login.query('select id from onderdak.gebruiker where naam = $1', [
      results[0]!.wie,
    ])
    expect(rows.length, `${results[0]!.wie} is iemand`).toBe(results[0]!.wie === null ? 0 : 1)
    await doe(heel)
    expect(await vind(id)).toEqual({ count: 0, results: [] })
    if (na) await doe(na)
  })
})
