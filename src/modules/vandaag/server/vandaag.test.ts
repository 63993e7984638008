import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenDossier, givenMandaat, givenProduct } from '../../../../tests/given/dossier.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenLocatie } from '../../../../tests/given/plek.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { givenKeten } from '../../../../tests/given/vandaag.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { Termijn } from '../../../shared/termijn.ts'
import { getTermijn } from '../../beheer/server/lookup.ts'
import { registerAanvraag } from '../../beschikking/server/commands.ts'
import { offerOverdracht } from '../../melding/server/samenwerking-commands.ts'
import { listBord } from '../../plek/server/bord-queries.ts'
import { startTraject } from '../../traject/server/start-commands.ts'
import { type Groepcode, groepen } from '../domain/contract.ts'
import { readVandaag, readVraag, vandaagSql } from './queries.ts'
import { readVannacht } from './vannacht.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager
let aanbieder: Vrager
let keten: ReturnType<typeof givenKeten>
let mo: Id
let bw: Id

// It is Monday 2 March 2026, 10:00 in the Netherlands.
beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'toegangsmedewerker')
  aanbieder = await regio.als('aanbieder', 'aanbieder_planner')
  keten = givenKeten(platform, regio)
  mo = await givenProduct(platform, regio.systeem, {
    code: 'MO',
    naam: 'Maatschappelijke opvang',
    domein: 'MO',
  })
  bw = await givenProduct(platform, regio.systeem, { code: 'BW', naam: 'Beschermd wonen', domein: 'BW' })
  await givenMandaat(platform, regio.systeem, {
    gemeenteCode: 'GM0622',
    organisatieId: regio.organisaties.rogplus,
    domein: 'BW',
  })
})

const vandaag = (wie: Vrager) => workAs(platform, wie, (work) => readVandaag(work))
const vannacht = (wie: Vrager) => workAs(platform, wie, (work) => readVannacht(work))
const blok = async (wie: Vrager, code: Groepcode) =>
  (await vandaag(wie)).groepen.find((one) => one.code === code)
const dossier = (achternaam: string) => givenDossier(platform, loket, { achternaam })

describe('vandaag per rol', () => {
  it('zonder werk is er geen enkel blok', async () => {
    expect((await vandaag(await regio.als('loket', 'consulent_daklozenloket'))).groepen).toEqual([])
    expect(await vannacht(await regio.als('centrumgemeente', 'beleidsmedewerker'))).toEqual({
      vrij: 0,
      totaal: 0,
      locaties: [],
    })
  })

  it('mijn stappen: te laat en vandaag wel, morgen niet, van een collega niet', async () => {
    const [laat, nu, morgen, collega] = await Promise.all(['Laat', 'Nu', 'Morgen', 'Collega'].map(dossier))
    await keten.stap(loket, laat!, '2026-03-01')
    await keten.stap(loket, nu!, '2026-03-02')
    await keten.stap(loket, morgen!, '2026-03-03')
    await keten.stap(await regio.als('loket', 'consulent_daklozenloket'), collega!, '2026-03-01')
    expect(await blok(loket, 'mijn_stappen')).toMatchObject({
      aantal: 2,
      teLaat: 1,
      items: [
        { persoonId: laat, naam: 'Sam Laat', stand: 'te_laat', soort: 'client' },
        { persoonId: nu, stand: 'vandaag' },
      ],
    })
  })

  it('trajecten van de eigen organisatie: te lang in een fase, en bijna 18 zonder plan', async () => {
    const persoonId = await dossier('Fase')
    const { id } = accepted(
      await workAs(platform, loket, (work) =>
        startTraject(work, { persoonId, op: '2026-01-05', stap: null }),
      ),
    )
    await database.login.query(
      `insert into onderdak.traject_fase (id, regio_id, traject_id, persoon_id, domein, code, van, uiterlijk_op, vastgelegd_op)
       values (gen_random_uuid(), $1, $2, $3, 'MO', 'verblijf', '2026-01-05', '2026-02-28', now())`,
      [regio.regioId, id, persoonId],
    )
    await database.login.query(
      `insert into onderdak.achttien_route (id, regio_id, traject_id, persoon_id, status, achttien_op, plan_voor, gewijzigd_op)
       values (gen_random_uuid(), $1, $2, $3, 'te_plannen', '2027-03-20', '2026-03-20', now())`,
      [regio.regioId, id, persoonId],
    )
    expect(await blok(loket, 'traject_fase')).toMatchObject({
      aantal: 1,
      teLaat: 1,
      items: [
        { soort: 'traject', id, persoonId, wat: 'In de fase verblijf sinds 05-01-2026', stand: 'te_laat' },
      ],
    })
    expect(await blok(loket, 'achttien_plan')).toMatchObject({ items: [{ id, datum: '2026-03-20' }] })
    expect(await blok(aanbieder, 'traject_fase')).toBeUndefined()
    await database.login.query(
      `update onderdak.opvolging set status = 'afgesloten', volgende_stap = null, volgende_stap_op = null, afgesloten_op = '2026-03-01', afsluitreden = 'onvindbaar' where persoon_id = $1`,
      [persoonId],
    )
    expect(await blok(loket, 'traject_zonder_stap')).toMatchObject({ items: [{ id }] })
  })

  it('de coördinator ziet aantallen per organisatie en geen personen', async () => {
    const coordinator = await regio.als('centrumgemeente', 'regiocoordinator')
    const answer = await vandaag(coordinator)
    expect(answer.groepen.map((one) => one.code)).toEqual(['te_late_stappen'])
    expect(answer.groepen[0]!.items).toMatchObject([
      { naam: 'Regionaal loket', wat: '2 te laat, waarvan 0 bij u gemeld', persoonId: null },
    ])
  })

  it('meldingen: zonder behandelaar met spoed bovenaan, ontvangst op de laatste dag als vandaag', async () => {
    const [een, twee, drie] = await Promise.all(['Een', 'Twee', 'Drie'].map(dossier))
    const organisatieId = loket.organisatieId!
    // Two working days after Thursday is Monday; after Wednesday it was Friday; after Friday it is Tuesday.
    await keten.melding({ persoonId: een!, organisatieId, meldingsdatum: '2026-02-26' })
    await keten.melding({ persoonId: twee!, organisatieId, meldingsdatum: '2026-02-27', isSpoed: true })
    const behandeld = await keten.melding({
      persoonId: drie!,
      organisatieId,
      meldingsdatum: '2026-02-25',
      behandelaarId: loket.gebruikerId!,
      uiterlijkOp: '2026-03-09',
    })
    expect((await blok(loket, 'meldingen_zonder_behandelaar'))!.items.map((item) => item.naam)).toEqual([
      'Sam Twee',
      'Sam Een',
    ])
    expect(await blok(loket, 'ontvangst_bevestigen')).toMatchObject({
      aantal: 2,
      teLaat: 1,
      items: [
        { id: behandeld, datum: '2026-02-27', stand: 'te_laat' },
        { naam: 'Sam Een', datum: '2026-03-02', stand: 'vandaag' },
      ],
    })
    expect((await blok(loket, 'onderzoek_loopt_af'))!.items).toMatchObject([
      { id: behandeld, stand: 'binnenkort' },
    ])
    await keten.vervolg({ meldingId: behandeld, persoonId: drie!, vrager: loket, geplandOp: '2026-03-02' })
    expect((await blok(loket, 'vervolg'))!.items).toMatchObject([{ id: behandeld, stand: 'vandaag' }])
  })

  it('beschikkingen alleen bij wie beslist, op de laatste dag als vandaag', async () => {
    const persoonId = await dossier('Aanvraag')
    const { id } = accepted(
      await workAs(platform, loket, (work) =>
        registerAanvraag(work, {
          persoonId,
          productId: bw,
          aangevraagdOp: '2026-02-16',
          namensGemeente: 'GM0622',
        }),
      ),
    )
    const rogplus = await regio.als('rogplus', 'centrumgemeente_beslisser')
    expect(await blok(rogplus, 'beschikking_beslissen')).toMatchObject({
      aantal: 1,
      teLaat: 0,
      items: [{ id, stand: 'vandaag', soort: 'beschikking' }],
    })
    expect(await blok(loket, 'beschikking_beslissen')).toBeUndefined()
  })
})

describe('plekken, voorstellen en verblijf', () => {
  let locatie: { locatieId: Id; plekIds: Id[] }
  beforeAll(async () => {
    locatie = await givenLocatie(platform, regio, { productId: mo, plekken: [{}, {}, {}] })
    await givenLocatie(platform, regio, { organisatie: 'andereAanbieder', productId: mo, plekken: [{}] })
    const { locatieId } = locatie
    const plek = { locatieId, productId: mo, organisatieId: regio.organisaties.aanbieder }
    await keten.verblijf({
      ...plek,
      persoonId: await dossier('Blijver'),
      plekId: locatie.plekIds[0]!,
      uiterlijkOp: '2026-03-02',
    })
    const wacht = async (naam: string, bevestigenVoor: string) => {
      const persoonId = await dossier(naam)
      const id = await keten.wachtende({ persoonId, productId: mo, bevestigenVoor })
      return { wachtlijstplaatsingId: id, persoonId }
    }
    const voorstel = { ...plek, door: loket, vanaf: '2026-03-02' }
    await keten.voorstel({
      ...voorstel,
      ...(await wacht('Open', '2026-03-02')),
      status: 'voorgesteld',
      reagerenVoor: '2026-03-02T16:00:00Z',
    })
    await keten.voorstel({
      ...voorstel,
      ...(await wacht('Vervallen', '2026-03-03')),
      status: 'vervallen',
      reagerenVoor: '2026-02-28T16:00:00Z',
    })
  })

  it('de aanbieder ziet zijn voorstel, zijn verblijf aan het maximum en zijn locatie; het loket het vervallen voorstel', async () => {
    expect((await blok(aanbieder, 'voorstel_beantwoorden'))!.items).toMatchObject([
      { naam: 'Sam Open', stand: 'vandaag', moment: '2026-03-02T16:00:00.000Z' },
    ])
    expect((await blok(aanbieder, 'verblijf_maximum'))!.items).toMatchObject([
      { naam: 'Sam Blijver', stand: 'vandaag' },
    ])
    expect(await blok(aanbieder, 'locatie_bevestigen')).toMatchObject({
      aantal: 1,
      items: [{ id: locatie.locatieId }],
    })
    expect(await blok(aanbieder, 'verwacht_vertrek')).toMatchObject({
      aantal: 1,
      items: [{ persoonId: null }],
    })
    expect((await blok(loket, 'voorstel_terug'))!.items).toMatchObject([{ naam: 'Sam Vervallen' }])
    expect(await blok(loket, 'voorstel_beantwoorden')).toBeUndefined()
  })

  it('wie vandaag bevestigd moet zijn op de wachtlijst staat er, wie morgen moet niet', async () => {
    expect(await blok(loket, 'wachtlijst_bevestigen')).toMatchObject({
      aantal: 1,
      items: [{ naam: 'Sam Open', stand: 'vandaag', wat: 'Wacht op maatschappelijke opvang' }],
    })
  })

  it('vannacht vrij: leeg min wat een voorstel vasthoudt; de aanbieder ziet alleen zijn locaties', async () => {
    expect(await vannacht(aanbieder)).toMatchObject({ vrij: 1, totaal: 3 })
    expect(await vannacht(loket)).toMatchObject({ vrij: 2, totaal: 4 })
  })

  it('een andere organisatie ziet van niemand iets', async () => {
    const ander = await regio.als('andereAanbieder', 'aanbieder_planner')
    const answer = await vandaag(ander)
    expect(answer.groepen.map((one) => one.code)).toEqual(['locatie_bevestigen'])
    expect(answer.groepen.flatMap((one) => one.items).every((item) => item.persoonId === null)).toBe(true)
    const wijkteam = await vandaag(await regio.als('wijkteam', 'toegangsmedewerker'))
    expect(wijkteam.groepen.flatMap((one) => one.items).filter((item) => item.persoonId !== null)).toEqual([])
  })
})

describe('wat op een antwoord wacht', () => {
  it('een overdracht staat bij het loket dat moet aannemen, niet bij het loket dat aanbood', async () => {
    const wijkteam = await regio.als('wijkteam', 'toegangsmedewerker')
    const persoonId = await dossier('Overdracht')
    const meldingId = await keten.melding({
      persoonId,
      organisatieId: loket.organisatieId!,
      meldingsdatum: '2026-03-02',
      behandelaarId: loket.gebruikerId!,
    })
    accepted(
      await workAs(platform, loket, (work) =>
        offerOverdracht(work, {
          meldingId,
          naarOrganisatieId: wijkteam.organisatieId!,
          reden: 'Woont in Oost',
        }),
      ),
    )
    expect((await blok(wijkteam, 'overdracht_aannemen'))!.items).toMatchObject([
      { id: meldingId, soort: 'melding', naam: 'Sam Overdracht' },
    ])
    expect(await blok(loket, 'overdracht_aannemen')).toBeUndefined()
  })

  it('een bezwaar staat bij wie mag beslissen, niet bij de aanbieder die weigerde', async () => {
    const { locatieId } = await givenLocatie(platform, regio, { productId: mo, plekken: [{}] })
    const persoonId = await dossier('Bezwaar')
    const wachtlijstplaatsingId = await keten.wachtende({
      persoonId,
      productId: mo,
      bevestigenVoor: '2026-04-01',
    })
    const id = await keten.voorstel({
      wachtlijstplaatsingId,
      persoonId,
      locatieId,
      productId: mo,
      organisatieId: regio.organisaties.aanbieder,
      door: loket,
      status: 'vervallen',
      reagerenVoor: '2026-02-10T16:00:00Z',
      vanaf: '2026-02-11',
    })
    await workAs(platform, regio.systeem, (work) =>
      work.db
        .updateTable('plaatsingsvoorstel')
        .set({ bezwaar_op: '2026-03-01', bezwaar_tekst: 'Niet eens met de weigering' })
        .where('id', '=', id)
        .execute(),
    )
    const beheerder = await regio.als('loket', 'wachtlijstbeheerder')
    expect((await blok(beheerder, 'bezwaar_beslissen'))!.items).toMatchObject([{ id, soort: 'voorstel' }])
    expect(await blok(aanbieder, 'bezwaar_beslissen')).toBeUndefined()
  })

  it('de nacht: wie nog niet is vastgelegd, per locatie; vorige nacht is te laat', async () => {
    const product = await givenProduct(platform, regio.systeem, {
      code: 'NACHT',
      naam: 'Nachtopvang',
      domein: 'MO',
    })
    await database.login.query('update onderdak.product set nachtregistratie = true where id = $1', [product])
    const { locatieId, plekIds } = await givenLocatie(platform, regio, { productId: product, plekken: [{}] })
    const persoonId = await dossier('Slaper')
    const verblijfId = await keten.verblijf({
      persoonId,
      plekId: plekIds[0]!,
      locatieId,
      productId: product,
      organisatieId: regio.organisaties.aanbieder,
      uiterlijkOp: '2026-12-01',
    })
    await workAs(platform, regio.systeem, (work) =>
      work.db
        .insertInto('verblijf_persoon')
        .values({ regio_id: work.regioId, verblijf_id: verblijfId, persoon_id: persoonId, van: '2026-01-01' })
        .execute(),
    )
    const nacht = async () => (await blok(aanbieder, 'nacht_vastleggen'))?.items
    expect(await nacht()).toMatchObject([
      { id: locatieId, soort: 'nacht', persoonId: null, datum: '2026-03-01', stand: 'te_laat' },
      { id: locatieId, datum: '2026-03-02', stand: 'vandaag', wat: 'Nog niemand vastgelegd van de 1' },
    ])
    await workAs(platform, regio.systeem, (work) =>
      work.db
        .insertInto('nachtregistratie')
        .values(
          ['2026-03-01', '2026-03-02'].map((dag) => ({
            regio_id: work.regioId,
            verblijf_id: verblijfId,
            persoon_id: persoonId,
            nacht: dag,
            aanwezig: true,
            vastgelegd_op: work.now,
          })),
        )
        .execute(),
    )
    expect(await nacht()).toBeUndefined()
    // Who leaves on Tuesday still sleeps there at half past twelve, and is gone for the night that begins on Tuesday.
    await database.login.query(
      `update onderdak.verblijf_persoon set tot = '2026-03-03' where verblijf_id = $1`,
      [verblijfId],
    )
    await database.login.query(
      `update onderdak.verblijf set geeindigd_op = '2026-03-03', eindreden = 'regulier_einde', bestemming = 'onbekend' where id = $1`,
      [verblijfId],
    )
    const vrij = async (moment: string) => {
      platform.clock.set(moment)
      const bord = await workAs(platform, loket, (work) =>
        listBord(work, { locatieId, personen: 1, pagina: 1, aantalPerPagina: 5 }),
      )
      const own = (await vannacht(aanbieder)).locaties.find((one) => one.locatieId === locatieId)
      platform.clock.set('2026-03-02')
      return [bord.op, bord.results[0]!.vrij, own!.vrij]
    }
    expect(await vrij('2026-03-02T23:30:00Z')).toEqual(['2026-03-02', 0, 0])
    expect(await vrij('2026-03-03T07:30:00Z')).toEqual(['2026-03-03', 1, 1])
  })
})

describe('snelheid', () => {
  it('elk blok gebruikt een index als de tabel groot is', async () => {
    const plan = await workAs(platform, await regio.als('vrouwenopvang', 'vo_medewerker'), async (work) => {
      const bevestigen = await getTermijn(work, 'ontvangstbevestiging')
      const vraag = await readVraag(work, bevestigen as Termijn, bevestigen.wettelijk)
      const compiled = vandaagSql(groepen, vraag).compile(work.db)
      // A small test table is always read whole; forbidding that shows whether an index fits.
      await work.db.executeQuery({ ...compiled, sql: 'set local enable_seqscan = off', parameters: [] })
      const { rows } = await work.db.executeQuery<{ 'QUERY PLAN': string }>({
        ...compiled,
        sql: `explain ${compiled.sql}`,
      })
      return rows.map((row) => row['QUERY PLAN'])
    })
    const large =
      /Seq Scan on (opvolging|melding|onderzoek|vervolg|beschikking|plaatsingsvoorstel|verblijf|wachtlijstplaatsing|persoon|betrokkenheid)\b/
    expect(plan.filter((line) => large.test(line))).toEqual([])
    expect(plan.some((line) => /Index.*Scan/.test(line))).toBe(true)
  })
})
