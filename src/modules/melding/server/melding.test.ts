import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { eenMelding, eenPersoon, givenMelding } from '../../../../tests/given/melding.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager } from '../../../platform/work.ts'
import { MeldingFilter } from '../domain/contract.ts'
import {
  decideMelding,
  editMelding,
  linkPersoon,
  pickUpMelding,
  recordTriage,
  registerMelding,
} from './commands.ts'
import { getOnderzoek, listTijdlijn } from './detail-queries.ts'
import { getMelding, listMeldingen } from './queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager
let collega: Vrager
let ander: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'toegangsmedewerker')
  collega = await regio.als('loket', 'consulent_daklozenloket')
  ander = await regio.als('aanbieder', 'aanbieder_planner')
})

const filter = (input: Record<string, unknown> = {}) => MeldingFilter.parse(input)
const lijst = (vrager: Vrager, input: Record<string, unknown> = {}) =>
  workAs(platform, vrager, (work) => listMeldingen(work, filter(input)))
const detail = async (vrager: Vrager, id: string) =>
  accepted(await workAs(platform, vrager, (work) => getMelding(work, id)))

describe('een melding vastleggen', () => {
  it('geeft een nummer zonder gaten, een termijn van zes weken en een volgende stap', async () => {
    const een = await givenMelding(platform, loket)
    const twee = await givenMelding(platform, loket)
    expect(een.nummer).toBe('M-2026-000001')
    expect(twee.nummer).toBe('M-2026-000002')
    const melding = await detail(loket, een.id)
    // Six weeks after Monday 2 March 2026 is Monday 13 April.
    expect(melding).toMatchObject({
      uiterlijkOp: '2026-04-13',
      dagenOver: 42,
      planUiterlijkOp: '2026-03-09',
      volgendeStap: 'Triage doen',
      volgendeStapOp: '2026-03-03',
      status: 'nieuw',
      naam: 'Noor Voorbeeld',
      loket: 'Regionaal loket',
    })
  })

  it('gelijktijdige meldingen krijgen elk een eigen nummer', async () => {
    const made = await Promise.all(
      Array.from({ length: 6 }, () => givenMelding(platform, loket, { persoonId: null })),
    )
    expect(new Set(made.map((one) => one.nummer)).size).toBe(6)
  })

  it('van elk kanaal komt in dezelfde werklijst, met kanaal en datum', async () => {
    for (const kanaal of ['telefoon', 'straat', 'veilig_thuis', 'politie', 'detentie'])
      await givenMelding(platform, loket, { kanaal, persoonId: null })
    const { results } = await lijst(loket, { aantalPerPagina: '200' })
    expect(new Set(results.map((row) => row.kanaal))).toEqual(
      new Set(['balie', 'telefoon', 'straat', 'veilig_thuis', 'politie', 'detentie']),
    )
    expect(results.find((row) => row.kanaal === 'straat')).toMatchObject({
      naam: 'Anoniem',
      kanaalNaam: 'Op straat (outreach)',
      meldingsdatum: '2026-03-02',
    })
  })

  it('wijst een onbekend kanaal, een onbekende gemeente en een fout van de persoon aan bij het veld', async () => {
    const run = (input: object) =>
      workAs(platform, loket, (work) => registerMelding(work, { ...eenMelding, ...input }))
    expect(await run({ kanaal: 'duif' })).toMatchObject({ field: 'kanaal' })
    expect(await run({ gemeenteCode: 'GM9999' })).toMatchObject({ field: 'gemeenteCode' })
    expect(await run({ meldingsdatum: '2026-03-03' })).toMatchObject({ field: 'meldingsdatum' })
    expect(await run({ persoon: { ...eenPersoon, achternaam: null } })).toMatchObject({
      faults: [expect.objectContaining({ field: 'persoon.achternaam' })],
    })
  })

  it('wie vannacht geen slaapplek heeft, krijgt de triage vandaag', async () => {
    const { id } = await givenMelding(platform, loket, { slaapplekVannacht: 'nee' })
    expect((await detail(loket, id)).volgendeStapOp).toBe('2026-03-02')
  })

  it('telt het contact, en bij kinderen ook het gezinsgesprek met een kenmerk dat bij het gezin blijft', async () => {
    const een = await givenMelding(platform, loket, { kinderen: 2, gemeenteCode: 'GM0344' })
    await givenMelding(platform, loket, { kinderen: 2, persoonId: een.persoonId })
    const { rows } = await database.login.query(
      `select soort, gemeente_code, van_elders, leeftijdsklasse, gezin_kenmerk from onderdak.klantcontact
       where melding_id in (select id from onderdak.melding where persoon_id = $1) order by soort, van_elders desc`,
      [een.persoonId],
    )
    expect(rows).toHaveLength(4)
    expect(rows[0]).toMatchObject({
      soort: 'contact',
      gemeente_code: null,
      van_elders: true,
      leeftijdsklasse: 'vanaf_23',
    })
    expect(rows[1]).toMatchObject({ soort: 'contact', gemeente_code: 'GM0622', van_elders: false })
    expect(new Set(rows.slice(2).map((row) => row.gezin_kenmerk)).size).toBe(1)
    expect(rows[2].gezin_kenmerk).not.toContain(een.persoonId!.slice(0, 8))
  })
})

describe('opnieuw melden', () => {
  it('koppelt aan de vorige melding met de dagen ertussen', async () => {
    const eerst = await givenMelding(platform, loket)
    platform.clock.set('2026-03-22')
    const later = await givenMelding(platform, loket, { persoonId: eerst.persoonId })
    platform.clock.set('2026-03-02')
    expect(await detail(loket, later.id)).toMatchObject({
      vorige: { id: eerst.id, nummer: eerst.nummer, dagen: 20, geweigerd: false },
      isHerinstroom: false,
    })
  })

  it('na een afgesloten verblijf is dat herinstroom, na een verhuizing niet', async () => {
    const weg = await givenMelding(platform, loket)
    const verhuisd = await givenMelding(platform, loket)
    await verbleef(weg.persoonId!, 'doelen_behaald', 1)
    await verbleef(verhuisd.persoonId!, 'verhuisd', 2)
    const terug = await givenMelding(platform, loket, { persoonId: weg.persoonId })
    expect(await detail(loket, terug.id)).toMatchObject({
      isHerinstroom: true,
      dagenSindsUitstroom: 29,
      aantalHerinstroom: 1,
    })
    const niet = await givenMelding(platform, loket, { persoonId: verhuisd.persoonId })
    expect((await detail(loket, niet.id)).isHerinstroom).toBe(false)
  })
})

/** A stay that ended on 1 February 2026, written directly: the modules for it come later in the chain. */
async function verbleef(persoonId: string, eindreden: string, nummer: number) {
  const [vz, lc, pl, vb] = [1, 2, 3, 4].map((kind) => `00000000-0000-7000-8000-0000000${kind}000${nummer}`)
  const { rows } = await database.login.query('select id from onderdak.product where regio_id = $1 limit 1', [
    regio.regioId,
  ])
  const product =
    rows[0]?.id ??
    (
      await database.login.query(
        `insert into onderdak.product (id, regio_id, code, naam, domein, van) values ('00000000-0000-7000-8000-00000000aaaa', $1, 'NO', 'Nachtopvang', 'MO', '2020-01-01') returning id`,
        [regio.regioId],
      )
    ).rows[0].id
  const run = (text: string, values: unknown[]) =>
    database.login.query(`insert into onderdak.${text}`, values)
  await run(
    `voorziening (id, regio_id, code, naam, soort, domein, bereik, van) values ($1, $2, $3, 'V', 'verblijf', 'MO', 'regionaal', '2020-01-01')`,
    [vz, regio.regioId, `V${nummer}`],
  )
  await run(`locatie (id, regio_id, voorziening_id, naam, van) values ($1, $2, $3, 'L', '2020-01-01')`, [
    lc,
    regio.regioId,
    vz,
  ])
  await run(
    `plek (id, regio_id, locatie_id, product_id, naam, soort, van) values ($1, $2, $3, $4, 'P', 'regulier', '2020-01-01')`,
    [pl, regio.regioId, lc, product],
  )
  await run(
    `verblijf (id, regio_id, persoon_id, plek_id, locatie_id, product_id, begonnen_op, geeindigd_op, eindreden, bestemming, aangemaakt_op, gewijzigd_op)
     values ($1, $2, $3, $4, $5, $6, '2025-11-01', '2026-02-01', $7, 'eigen_woning', now(), now())`,
    [vb, regio.regioId, persoonId, pl, lc, product, eindreden],
  )
  await run(
    `verblijf_persoon (regio_id, verblijf_id, persoon_id, van, tot) values ($1, $2, $3, '2025-11-01', '2026-02-01')`,
    [regio.regioId, vb, persoonId],
  )
}

describe('niet betrokken', () => {
  it('ziet een andere organisatie niets: lijst, aantal, detail, onderzoek en tijdlijn', async () => {
    const { id } = await givenMelding(platform, loket)
    const anoniem = await givenMelding(platform, loket, { persoonId: null })
    expect(await lijst(ander)).toEqual({ count: 0, results: [] })
    for (const melding of [id, anoniem.id]) {
      expect(await workAs(platform, ander, (work) => getMelding(work, melding))).toMatchObject({
        status: 404,
      })
      expect(await workAs(platform, ander, (work) => getOnderzoek(work, melding))).toMatchObject({
        status: 404,
      })
      expect(await workAs(platform, ander, (work) => listTijdlijn(work, melding))).toMatchObject({
        status: 404,
      })
      expect(
        await workAs(platform, ander, (work) => pickUpMelding(work, { meldingId: melding })),
      ).toMatchObject({
        status: 404,
      })
    }
  })

  it('een tweede regio ziet en telt niets van de eerste', async () => {
    const elders = await (await givenRegio(platform, 'ELD')).als('loket', 'toegangsmedewerker')
    expect((await lijst(elders)).count).toBe(0)
    expect((await givenMelding(platform, elders, { persoonId: null })).nummer).toBe('M-2026-000001')
  })
})

describe('werklijst', () => {
  it('filtert op te laat, van mij, niet opgepakt en spoed, en sorteert', async () => {
    const mijn = await givenMelding(platform, loket, { isSpoed: true, meldingsdatum: '2026-01-05' })
    accepted(await workAs(platform, loket, (work) => pickUpMelding(work, { meldingId: mijn.id, versie: 1 })))
    const laat = await lijst(loket, { teLaat: 'ja' })
    expect(laat.results.map((row) => row.id)).toEqual([mijn.id])
    expect(laat.results[0]!.dagenOver).toBe(-14)
    expect((await lijst(loket, { behandeling: 'van_mij' })).results.map((row) => row.id)).toEqual([mijn.id])
    expect((await lijst(loket, { spoed: 'ja' })).count).toBe(1)
    const los = await lijst(loket, { behandeling: 'niet_opgepakt', aantalPerPagina: '200' })
    expect(los.results.some((row) => row.id === mijn.id)).toBe(false)
    expect(los.count).toBe(los.results.length)
    const oud = await lijst(loket, { sorteer: 'meldingsdatum', aantalPerPagina: '1' })
    expect(oud.results[0]!.id).toBe(mijn.id)
    expect(oud.count).toBeGreaterThan(1)
  })
})

describe('oppakken en wijzigen', () => {
  it('gaat over naar een collega, ook als contact van de volgende stap', async () => {
    const { id } = await givenMelding(platform, loket)
    accepted(await workAs(platform, collega, (work) => pickUpMelding(work, { meldingId: id })))
    expect(await detail(loket, id)).toMatchObject({
      status: 'triage',
      behandelaarId: collega.gebruikerId,
      contactpersoon: 'Proef consulent_daklozenloket loket',
      volgendeStap: 'Triage doen',
    })
  })

  it('een oudere versie wordt geweigerd en zegt wie wat wijzigde', async () => {
    const { id } = await givenMelding(platform, loket)
    const wijzig = (vrager: Vrager, hulpvraag: string) =>
      workAs(platform, vrager, (work) =>
        editMelding(work, { ...eenMelding, hulpvraag, meldingId: id, versie: 1 }),
      )
    const uitkomsten = await Promise.all([wijzig(loket, 'Eén'), wijzig(collega, 'Twee')])
    const geweigerd = uitkomsten.filter((one) => 'rejected' in one)
    expect(geweigerd).toHaveLength(1)
    expect(geweigerd[0]).toMatchObject({
      code: 'versie_verouderd',
      wijzigingen: [expect.objectContaining({ veld: 'hulpvraag' })],
    })
  })

  it('triage en besluit op een oudere versie zeggen wie wat wijzigde, met namen en gewone datums', async () => {
    const { id } = await givenMelding(platform, loket)
    accepted(await workAs(platform, collega, (work) => pickUpMelding(work, { meldingId: id, versie: 1 })))
    const triage = (vrager: Vrager, versie: number) =>
      workAs(platform, vrager, (work) =>
        recordTriage(work, { meldingId: id, versie, uitkomst: 'onderzoek', toelichting: 'Gesprek.' }),
      )
    expect(await triage(loket, 1)).toMatchObject({
      code: 'versie_verouderd',
      title: 'Iemand anders heeft dit intussen gewijzigd',
      message: expect.stringContaining('Proef consulent_daklozenloket loket wijzigde dit'),
      wijzigingen: [{ veld: 'behandelaar', oud: 'leeg', nieuw: 'Proef consulent_daklozenloket loket' }],
    })
    expect(await triage(collega, 1)).toMatchObject({ title: 'U heeft dit zelf gewijzigd' })
    accepted(await triage(loket, 2))
    const besluit = (versie: number) =>
      workAs(platform, collega, (work) =>
        decideMelding(work, { meldingId: id, versie, uitkomst: 'ingetrokken', motivering: 'Wil niet.' }),
      )
    expect(await besluit(2)).toMatchObject({
      code: 'versie_verouderd',
      wijzigingen: expect.arrayContaining([
        expect.objectContaining({ veld: 'triageOp', oud: 'leeg', nieuw: '2-3-2026' }),
      ]),
    })
    accepted(await besluit(3))
    expect(await besluit(3)).toMatchObject({
      wijzigingen: [{ veld: 'status', oud: 'onderzoek', nieuw: 'besloten' }],
    })
  })

  it('de tekst van een anonieme melding komt niet in het boek dat de regio kan lezen', async () => {
    const { id } = await givenMelding(platform, loket, { persoonId: null })
    accepted(
      await workAs(platform, loket, (work) =>
        editMelding(work, { ...eenMelding, hulpvraag: 'Zeer herkenbaar verhaal', meldingId: id, versie: 1 }),
      ),
    )
    const { rows } = await database.login.query(
      `select gegevens::text from onderdak.gebeurtenis where onderwerp_id = $1`,
      [id],
    )
    expect(rows.map((row) => row.gegevens).join()).not.toContain('herkenbaar')
  })
})

describe('een anonieme melding koppelen', () => {
  it('neemt de volgende stap en de notities mee naar de persoon', async () => {
    const { id } = await givenMelding(platform, loket, { persoonId: null })
    const gekoppeld = accepted(
      await workAs(platform, loket, (work) =>
        linkPersoon(work, { meldingId: id, persoon: { ...eenPersoon, isNn: true, achternaam: null } }),
      ),
    )
    const melding = await detail(loket, id)
    expect(melding).toMatchObject({ persoonId: gekoppeld.persoonId, volgendeStap: 'Triage doen' })
    expect(melding.naam).toContain('NN')
    const { rows } = await database.login.query(
      'select melding_id from onderdak.opvolging where persoon_id = $1',
      [gekoppeld.persoonId],
    )
    expect(rows).toEqual([{ melding_id: null }])
    expect(
      await workAs(platform, loket, (work) => linkPersoon(work, { meldingId: id, persoon: eenPersoon })),
    ).toMatchObject({ code: 'al_gekoppeld' })
  })
})
