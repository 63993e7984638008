import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenMelding, givenOnderzochteMelding } from '../../../../tests/given/melding.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { RecordVervolg } from '../domain/besluit-contract.ts'
import { decideMelding, recordTriage, recordVervolg } from './commands.ts'
import { getBesluit, listVervolgen } from './detail-queries.ts'
import { findMelding } from './lookup.ts'
import { getMelding } from './queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager
let productId: Id
let mandaatId: Id

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'toegangsmedewerker')
  productId = platform.newId()
  mandaatId = platform.newId()
  await database.login.query(
    `insert into onderdak.product (id, regio_id, code, naam, domein, van) values ($1, $2, 'CO', 'Crisisopvang', 'MO', '2020-01-01')`,
    [productId, regio.regioId],
  )
  await database.login.query(
    `insert into onderdak.mandaat (id, regio_id, gemeente_code, organisatie_id, domein, grondslag, van) values ($1, $2, 'GM0622', $3, 'MO', 'Mandaatbesluit 2024', '2024-01-01')`,
    [mandaatId, regio.regioId, regio.organisaties.loket],
  )
})

const antwoorden = ['thuis_verlaten', 'niet_zelf', 'verblijf'].map((code) => ({
  code,
  antwoord: 'ja' as const,
}))
const toelating = () => ({
  uitkomst: 'toegelaten' as const,
  productId,
  antwoorden,
  motivering: 'Past bij de criteria.',
})
const weigering = {
  uitkomst: 'geweigerd',
  zijde: 'toegang',
  reden: 'zelfredzaam',
  aangebodenAlternatief: 'Hulp van het wijkteam bij het zoeken.',
  motivering: 'Kan bij familie blijven en heeft inkomen.',
} as const
const besluit = (meldingId: Id, input: object, vrager = loket) =>
  workAs(platform, vrager, (work) => decideMelding(work, { ...weigering, ...input, meldingId } as never))
const getrieerd = async (input: object = {}) => {
  const melding = await givenMelding(platform, loket, input)
  accepted(
    await workAs(platform, loket, (work) =>
      recordTriage(work, { meldingId: melding.id, uitkomst: 'advies', toelichting: 'x', domein: 'MO' }),
    ),
  )
  return melding
}
const detail = async (id: Id) => accepted(await workAs(platform, loket, (work) => getMelding(work, id)))
const vervolgen = (meldingId: Id, stand: 'open' | 'gedaan' = 'open', vrager = loket) =>
  workAs(platform, vrager, (work) =>
    listVervolgen(work, { pagina: 1, aantalPerPagina: 50, stand, meldingId, sorteer: 'geplandOp' }),
  )
const nagekeken = (vervolgId: Id, input: Partial<RecordVervolg> = {}) =>
  workAs(platform, loket, (work) =>
    recordVervolg(work, { vervolgId, op: work.today, uitkomst: 'ongewijzigd', ...input }),
  )

describe('toelaten', () => {
  it('kan pas na een afgerond onderzoek en met elk criterium beantwoord', async () => {
    const vroeg = await getrieerd()
    expect(await besluit(vroeg.id, toelating())).toMatchObject({ code: 'onderzoek_niet_af' })
    const { id } = await givenOnderzochteMelding(platform, loket)
    expect(await besluit(id, { ...toelating(), antwoorden: antwoorden.slice(1) })).toMatchObject({
      code: 'criteria_onvolledig',
    })
    expect(await besluit(id, { ...toelating(), productId: platform.newId() })).toMatchObject({
      field: 'productId',
    })
  })

  it('bewaart de versie van de criteria die nu geldt, het mandaat en de gemeente, ook als de criteria later wijzigen', async () => {
    const { id, persoonId } = await givenOnderzochteMelding(platform, loket)
    accepted(await besluit(id, toelating()))
    const kern = await workAs(platform, loket, (work) => findMelding(work, id))
    expect(kern).toMatchObject({
      status: 'besloten',
      clientprofiel: 'economisch_dakloos',
      besluit: { uitkomst: 'toegelaten', productId, mandaatId, namensGemeente: 'GM0622' },
    })
    await database.login.query(
      `update onderdak.criteria set tot = '2026-03-03' where regio_id = $1 and domein = 'MO'`,
      [regio.regioId],
    )
    await database.login.query(
      `insert into onderdak.criteria (id, regio_id, domein, naam, vragen, van) values ($1, $2, 'MO', 'Nieuwe toets', '[]', '2026-03-03')`,
      [platform.newId(), regio.regioId],
    )
    const { besluit: later } = accepted(await workAs(platform, loket, (work) => getBesluit(work, id)))
    expect(later).toMatchObject({
      criteria: 'Toets maatschappelijke opvang, versie van 2020-01-01',
      mandaat: 'Mandaatbesluit 2024',
      namensGemeente: 'Vlaardingen',
      organisatie: 'Regionaal loket',
    })
    expect(later!.antwoorden).toHaveLength(3)
    expect(await detail(id)).toMatchObject({
      volgendeStap: 'Op de wachtlijst zetten of plaatsen',
      volgendeStapOp: '2026-03-03',
    })
    expect(persoonId).toBe(kern!.persoonId)
  })

  it('twee mensen die tegelijk besluiten: één besluit, de ander krijgt te horen waarom niet', async () => {
    const { id } = await givenOnderzochteMelding(platform, loket)
    const collega = await regio.als('loket', 'consulent_daklozenloket')
    const uitkomsten = await Promise.all([besluit(id, toelating()), besluit(id, {}, collega)])
    expect(uitkomsten.filter((one) => 'rejected' in one)).toEqual([
      expect.objectContaining({ code: 'status_past_niet' }),
    ])
  })
})

describe('weigeren en doorverwijzen', () => {
  it('een weigering is een stand met een vervolg na 7, 30 en 90 dagen, en de opvolging blijft open', async () => {
    const { id, persoonId } = await getrieerd()
    accepted(await besluit(id, {}))
    const { results } = await vervolgen(id)
    expect(results.map((row) => [row.geplandOp, row.contactpersoon, row.isLaatste])).toEqual([
      ['2026-03-09', 'Proef toegangsmedewerker loket', false],
      ['2026-04-01', 'Proef toegangsmedewerker loket', false],
      ['2026-05-31', 'Proef toegangsmedewerker loket', false],
    ])
    const { rows } = await database.login.query(
      'select status from onderdak.opvolging where persoon_id = $1',
      [persoonId],
    )
    expect(rows).toEqual([{ status: 'open' }])
  })

  it('zonder slaapplek vannacht kan niemand worden geweigerd zonder antwoord waar hij slaapt', async () => {
    const { id } = await getrieerd({ slaapplekVannacht: 'nee' })
    expect(await besluit(id, {})).toMatchObject({ code: 'slaapplek_onbeantwoord', field: 'vannacht' })
    expect((await detail(id)).status).toBe('wacht_op_besluit')
    accepted(
      await besluit(id, { vannacht: { wat: 'Bellen of het bed bij een vriend lukte', op: '2026-03-02' } }),
    )
    expect((await vervolgen(id)).count).toBe(4)
    expect(await detail(id)).toMatchObject({ volgendeStapOp: '2026-03-02' })
  })

  it('vraagt een reden uit de lijst van de juiste kant, en eerst triage', async () => {
    const { id } = await getrieerd()
    expect(await besluit(id, { reden: 'medebewoners' })).toMatchObject({ field: 'reden' })
    const nieuw = await givenMelding(platform, loket)
    expect(await besluit(nieuw.id, {})).toMatchObject({ code: 'triage_ontbreekt' })
    accepted(await besluit(nieuw.id, { zijde: 'persoon', reden: 'wil_niet' }))
  })

  it('naar een andere regio alleen als die de warme overdracht heeft aangenomen, en met waar iemand tot dan verblijft (TOE-14)', async () => {
    const { id } = await getrieerd()
    const naar = {
      uitkomst: 'doorverwezen',
      naar: 'Regio Utrecht',
      isAndereRegio: true,
      motivering: 'Familie daar.',
    }
    expect(await besluit(id, naar)).toMatchObject({ code: 'overdracht_niet_aanvaard' })
    const aangenomen = {
      ...naar,
      warmeOverdrachtOp: '2026-03-02',
      warmeOverdrachtMet: 'Regionale toegang Utrecht',
    }
    expect(await besluit(id, aangenomen)).toMatchObject({
      code: 'overbrugging_ontbreekt',
      field: 'overbrugging',
    })
    accepted(await besluit(id, { ...aangenomen, overbrugging: 'Nachtopvang Vlaardingen' }))
    expect((await vervolgen(id)).results).toMatchObject([
      { wat: 'Nakijken of de hulp na de verwijzing is begonnen' },
    ])
  })

  it('alleen een huisvestingsvraag leidt tot advies en vervolg, ook anoniem; naar het Maatwerkoverleg is een eigen stap', async () => {
    const { id } = await getrieerd({ persoonId: null })
    accepted(
      await besluit(id, {
        uitkomst: 'alleen_huisvestingsvraag',
        advies: 'Inschrijven en spoedzoekersroute.',
        naarMaatwerkoverleg: true,
      }),
    )
    expect((await vervolgen(id)).results).toMatchObject([
      { naam: 'Anoniem', wat: 'De vraag inbrengen in het Maatwerkoverleg' },
      { naam: 'Anoniem', wat: 'Nakijken of het advies heeft geholpen' },
    ])
    const zonder = await getrieerd({ persoonId: null })
    accepted(await besluit(zonder.id, { uitkomst: 'alleen_huisvestingsvraag', advies: 'Inschrijven.' }))
    expect((await vervolgen(zonder.id)).results).toMatchObject([
      { wat: 'Nakijken of het advies heeft geholpen' },
    ])
    const ander = await regio.als('wijkteam', 'toegangsmedewerker')
    expect((await vervolgen(id, 'open', ander)).count).toBe(0)
    expect(await workAs(platform, ander, (work) => getBesluit(work, id))).toMatchObject({ status: 404 })
  })

  it('alleen het loket dat de melding behandelt besluit; een contact moet bij de organisatie horen', async () => {
    const { id } = await getrieerd()
    const wijkteam = await regio.als('wijkteam', 'toegangsmedewerker')
    expect(
      await besluit(id, {
        vervolg: { organisatieId: regio.organisaties.wijkteam, contactpersoonId: loket.gebruikerId },
      }),
    ).toMatchObject({ field: 'vervolg.contactpersoonId' })
    expect(await besluit(id, {}, wijkteam)).toMatchObject({ status: 404 })
    accepted(await besluit(id, { vervolg: { contactpersoonId: wijkteam.gebruikerId } }))
    expect((await vervolgen(id, 'open', wijkteam)).count).toBe(3)
    expect(await besluit(id, {}, wijkteam)).toMatchObject({ code: 'status_past_niet' })
  })
})

describe('vervolg', () => {
  it('het volgende moment wordt de volgende stap, en na het laatste moet er een stap zijn', async () => {
    const { id } = await getrieerd()
    accepted(await besluit(id, {}))
    const [een, twee, drie] = (await vervolgen(id)).results
    accepted(await nagekeken(een!.id))
    expect((await detail(id)).volgendeStapOp).toBe('2026-04-01')
    expect(await nagekeken(een!.id)).toMatchObject({
      code: 'al_gedaan',
      message: expect.stringMatching(/al afgerond door uzelf op 02-03-2026, \d\d:\d\d: ongewijzigd\./),
    })
    accepted(await nagekeken(twee!.id, { uitkomst: 'niet_bereikt' }))
    expect(await nagekeken(drie!.id)).toMatchObject({
      code: 'volgende_stap_ontbreekt',
      field: 'volgendeStap',
    })
    accepted(
      await nagekeken(drie!.id, {
        uitkomst: 'gaat_goed',
        volgendeStap: 'Afsluiten bespreken',
        volgendeStapOp: '2026-03-09',
      }),
    )
    expect(await detail(id)).toMatchObject({ status: 'gesloten', sluitreden: 'vervolg_afgerond' })
    expect((await vervolgen(id, 'gedaan')).count).toBe(3)
  })

  it('te late momenten tellen de dagen', async () => {
    const { id } = await getrieerd()
    accepted(await besluit(id, {}))
    platform.clock.set('2026-03-12')
    const { results } = await workAs(platform, loket, (work) =>
      listVervolgen(work, {
        pagina: 1,
        aantalPerPagina: 50,
        stand: 'te_laat',
        meldingId: id,
        sorteer: 'geplandOp',
      }),
    )
    platform.clock.set('2026-03-02')
    expect(results).toMatchObject([{ dagenTeLaat: 3 }])
  })

  it('opnieuw melden start een nieuwe melding met de weigering en de dagen ertussen', async () => {
    const { id } = await getrieerd()
    accepted(await besluit(id, {}))
    const [eerste] = (await vervolgen(id)).results
    platform.clock.set('2026-03-09')
    expect(await nagekeken(eerste!.id, { uitkomst: 'opnieuw_gemeld' })).toMatchObject({
      field: 'nieuweHulpvraag',
    })
    const { nieuweMeldingId } = accepted(
      await nagekeken(eerste!.id, {
        uitkomst: 'opnieuw_gemeld',
        nieuweHulpvraag: 'Ik sta nu echt op straat.',
      }),
    )
    expect(await detail(nieuweMeldingId!)).toMatchObject({
      vorige: { id, dagen: 7, geweigerd: true },
      status: 'nieuw',
      volgendeStap: 'Triage doen',
    })
    platform.clock.set('2026-03-02')
    expect((await vervolgen(id)).count).toBe(0)
    expect((await detail(id)).status).toBe('gesloten')
  })
})
