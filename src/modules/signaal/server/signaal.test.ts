import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenPersoon } from '../../../../tests/given/persoon.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { keuze } from '../../beheer/domain/soorten.ts'
import { changeGedateerd } from '../../beheer/server/dated-commands.ts'
import type { PartnerSignaal } from '../domain/contract.ts'
import { finishSignaal, giveSignaal, linkSignaal, makeMelding, pickUpSignaal } from './commands.ts'
import { listEigen, listSignaalRijen, readSignaal } from './signaal-queries.ts'
import { readWijksignalen } from './wijk-query.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let wijkteam: Vrager
let collega: Vrager
let corporatie: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  wijkteam = await regio.als('wijkteam', 'toegangsmedewerker')
  collega = await regio.als('wijkteam', 'casusregisseur')
  corporatie = await regio.als('andereAanbieder', 'corporatie_medewerker')
  for (const [code, naam] of [
    ['gm0622_holy', 'Holy'],
    ['gm0622_westwijk', 'Westwijk'],
    ['gm0606_gorzen', 'Gorzen'],
  ])
    await as(regio.systeem, async (work) =>
      accepted(
        await changeGedateerd(work, keuze, {
          sleutel: { lijst: 'wijk', code: code! },
          versie: 0,
          vanaf: work.today,
          waarde: { naam: naam!, uitleg: '', volgorde: 1, bron: null },
        }),
      ),
    )
})

const as = <T>(wie: Vrager, run: (work: Work) => Promise<T>) => workAs(platform, wie, run)

const ontruiming: PartnerSignaal = {
  categorie: 'huisuitzetting',
  gemeenteCode: 'GM0622',
  wijk: 'gm0622_holy',
  waar: 'Hoogstraat 1',
  toelichting: 'Drie maanden huurachterstand',
  ontruimingOp: '2026-03-20',
  volwassenen: 1,
  kinderen: 2,
}
const geef = async (over: Partial<PartnerSignaal> = {}, wie = corporatie) =>
  accepted(await as(wie, (work) => giveSignaal(work, { ...ontruiming, ...over }))).id
const pakOp = (id: Id, versie = 1, wie = wijkteam) => as(wie, (work) => pickUpSignaal(work, { id, versie }))
const lees = (id: Id, wie = wijkteam) => as(wie, (work) => readSignaal(work, id))
const rijen = async (wie: Vrager) =>
  (
    await as(wie, (work) =>
      listSignaalRijen(work, { pagina: 1, aantalPerPagina: 200, sorteer: 'uiterlijkOp' }),
    )
  ).results
const eigen = async (wie: Vrager) =>
  (await as(wie, (work) => listEigen(work, { pagina: 1, aantalPerPagina: 200, sorteer: '-gemeldOp' })))
    .results

describe('een signaal van een corporatie (OUT-06, OUT-08)', () => {
  it('komt bij de toegang van de gemeente, met een termijn, en de corporatie volgt alleen de stand', async () => {
    const id = await geef()
    expect((await rijen(wijkteam)).find((row) => row.id === id)).toMatchObject({
      melder: 'Aanbieder Zuid',
      gemeente: 'Vlaardingen',
      wijk: 'Holy',
      status: 'binnen',
      uiterlijkOp: '2026-03-05',
      isTeLaat: false,
    })
    expect(await rijen(corporatie)).toEqual([])
    expect(await lees(id, corporatie)).toMatchObject({ code: 'niet_gevonden' })
    const [row] = await eigen(corporatie)
    expect(row).toMatchObject({ id, waar: 'Hoogstraat 1', ontruimingOp: '2026-03-20', status: 'binnen' })
    expect(Object.keys(row!)).not.toContain('toelichting')
    for (const ander of [
      await regio.als('loket', 'toegangsmedewerker'),
      await regio.als('rogplus', 'corporatie_medewerker'),
    ]) {
      expect((await rijen(ander)).some((one) => one.id === id)).toBe(false)
      expect((await eigen(ander)).some((one) => one.id === id)).toBe(false)
    }
  })

  it('zonder recht op dossiers is er ook binnen de behandelende organisatie niets te zien', async () => {
    await geef()
    expect(await rijen(await regio.als('wijkteam', 'programmamanager'))).toEqual([])
  })

  it('bewaart wat over mensen gaat versleuteld, en niet in het boek van gebeurtenissen', async () => {
    const id = await geef()
    const { rows } = await database.login.query(
      `select s::text || coalesce((select string_agg(g::text, '') from onderdak.gebeurtenis g where g.onderwerp_id = s.id), '') as alles from onderdak.signaal s where id = $1`,
      [id],
    )
    expect(rows[0].alles).not.toContain('Hoogstraat')
    expect(rows[0].alles).not.toContain('huurachterstand')
    expect(await lees(id)).toMatchObject({
      waar: 'Hoogstraat 1',
      toelichting: 'Drie maanden huurachterstand',
    })
  })

  it('een dag van ontruiming hoort bij een huisuitzetting en ligt niet in het verleden', async () => {
    const probeer = (over: Partial<PartnerSignaal>) =>
      as(corporatie, (work) => giveSignaal(work, { ...ontruiming, ...over }))
    expect(await probeer({ categorie: 'schulden' })).toMatchObject({ code: 'ontruiming_past_niet' })
    expect(await probeer({ ontruimingOp: '2026-02-01' })).toMatchObject({ code: 'datum_past_niet' })
    expect(await probeer({ wijk: 'gm0606_gorzen' })).toMatchObject({ code: 'wijk_onbekend' })
    expect(await probeer({ categorie: 'onzin', ontruimingOp: null })).toMatchObject({
      code: 'keuze_onbekend',
    })
  })
})

describe('een signaal behandelen (OUT-05)', () => {
  it('wordt opgepakt, overgenomen en afgerond; de melder leest alleen een vaste zin', async () => {
    const id = await geef({ categorie: 'overlast', ontruimingOp: null })
    expect(
      await as(wijkteam, (work) =>
        finishSignaal(work, {
          id,
          versie: 1,
          uitkomst: 'contact_gezocht',
          reden: null,
          toelichting: null,
          terugkoppeling: 'contact_gezocht',
        }),
      ),
    ).toMatchObject({ code: 'kan_nu_niet' })
    expect(accepted(await pakOp(id)).versie).toBe(2)
    expect(await pakOp(id, 2)).toMatchObject({ code: 'al_van_u' })
    expect(accepted(await pakOp(id, 2, collega)).versie).toBe(3)
    expect(await lees(id)).toMatchObject({
      uiterlijkOp: '2026-03-30',
      opgepaktDoor: expect.stringContaining('casusregisseur'),
    })
    const afronden = {
      id,
      versie: 3,
      uitkomst: 'geen_actie',
      reden: 'al_hulp',
      toelichting: 'Zij krijgt al hulp van het wijkteam',
      terugkoppeling: 'geen_actie',
    } as const
    accepted(await as(wijkteam, (work) => finishSignaal(work, afronden)))
    expect((await eigen(corporatie)).find((row) => row.id === id)).toMatchObject({
      status: 'afgerond',
      terugkoppeling: expect.stringContaining('Wij hebben uw signaal bekeken'),
    })
    expect(JSON.stringify(await eigen(corporatie))).not.toContain('al hulp')
    const boek = await database.login.query(
      'select string_agg(gegevens::text, $2) as alles from onderdak.gebeurtenis where onderwerp_id = $1',
      [id, ''],
    )
    expect(boek.rows[0].alles).not.toContain('Zij krijgt al hulp')
  })

  it('een verouderde versie noemt wie het oppakte', async () => {
    const id = await geef()
    accepted(await pakOp(id))
    expect(await pakOp(id, 1, collega)).toMatchObject({
      code: 'versie_verouderd',
      message: expect.stringContaining('Proef toegangsmedewerker wijkteam'),
    })
  })

  it('wordt in één stap een melding, zonder de melder erin', async () => {
    const id = await geef()
    accepted(await pakOp(id))
    const made = accepted(await as(wijkteam, (work) => makeMelding(work, { id, versie: 2 })))
    const melding = await as(wijkteam, (work) =>
      work.db.selectFrom('melding').selectAll().where('id', '=', made.meldingId).executeTakeFirstOrThrow(),
    )
    expect(melding).toMatchObject({
      hulpvraag: expect.stringContaining('Drie maanden huurachterstand'),
      gemeente_code: 'GM0622',
      kinderen: 2,
      melder_organisatie_id: null,
      melder_naam: null,
    })
    expect(await lees(id)).toMatchObject({
      status: 'afgerond',
      uitkomst: 'melding_gemaakt',
      meldingId: made.meldingId,
    })
  })

  it('hoort na koppelen bij het dossier: alleen wie bij de cliënt betrokken is ziet het', async () => {
    const loket = await regio.als('loket', 'toegangsmedewerker')
    const id = await geef()
    accepted(await pakOp(id))
    const vreemd = await givenPersoon(platform, loket, { achternaam: 'Vandeander' })
    expect(
      await as(wijkteam, (work) => linkSignaal(work, { id, versie: 2, persoonId: vreemd })),
    ).toMatchObject({ code: 'niet_gevonden' })
    const persoonId = await givenPersoon(platform, wijkteam, { achternaam: 'Vanons' })
    accepted(await as(wijkteam, (work) => linkSignaal(work, { id, versie: 2, persoonId })))
    expect(await lees(id)).toMatchObject({ persoonId, persoon: expect.stringContaining('Vanons') })
    expect(await lees(id, loket)).toMatchObject({ code: 'niet_gevonden' })
    expect(JSON.stringify(await eigen(corporatie))).not.toContain('Vanons')
    const made = accepted(await as(wijkteam, (work) => makeMelding(work, { id, versie: 3 })))
    const melding = await as(wijkteam, (work) =>
      work.db.selectFrom('melding').select('persoon_id').where('id', '=', made.meldingId).executeTakeFirst(),
    )
    expect(melding?.persoon_id).toBe(persoonId)
  })

  it('de database weigert zelf een stand die niet klopt', async () => {
    const id = await geef()
    const zet = (set: object) =>
      as(regio.systeem, (work) => work.db.updateTable('signaal').set(set).where('id', '=', id).execute())
    await expect(zet({ status: 'opgepakt' })).rejects.toMatchObject({
      constraint: 'signaal_opgepakt_compleet',
    })
    await expect(zet({ wijk: 'gm0606_gorzen' })).rejects.toMatchObject({
      constraint: 'signaal_wijk_bij_gemeente',
    })
    await expect(zet({ categorie: 'schulden' })).rejects.toMatchObject({
      constraint: 'signaal_ontruiming_bij_huisuitzetting',
    })
  })
})

describe('signalen per wijk (OUT-09)', () => {
  it('telt per wijk en soort, en verbergt wat klein is of eruit volgt', async () => {
    platform.clock.set('2026-07-01')
    for (let i = 0; i < 12; i++) await geef({ categorie: 'overlast', ontruimingOp: null })
    for (let i = 0; i < 9; i++) await geef({ categorie: 'schulden', ontruimingOp: null })
    for (let i = 0; i < 10; i++)
      await geef({ categorie: 'overlast', wijk: 'gm0622_westwijk', ontruimingOp: null })
    for (let i = 0; i < 2; i++)
      await geef({ categorie: 'schulden', wijk: 'gm0622_westwijk', ontruimingOp: null })
    const manager = await regio.als('loket', 'programmamanager')
    const table = await as(manager, (work) => readWijksignalen(work, { pagina: 1, aantalPerPagina: 25 }))
    expect(table.kwartaal).toBe('2026-3')
    expect(table.categorieen.map(({ waarde }) => waarde)).toEqual(['overlast', 'schulden'])
    expect(table.results.map(({ wijk, aantallen, totaal }) => [wijk, aantallen, totaal])).toEqual([
      ['Holy', [null, null], 21],
      ['Westwijk', [null, null], 12],
      ['Alle wijken', [22, 11], 33],
    ])
    platform.clock.set('2026-03-02')
  })
})
