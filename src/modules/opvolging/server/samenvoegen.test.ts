import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenPersoon, sanne } from '../../../../tests/given/persoon.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { giveToestemming, recordDeling, withdrawToestemming } from '../../delen/server/commands.ts'
import { readDelen } from '../../delen/server/queries.ts'
import { endBetrokkenheid, giveBetrokkenheid } from '../../persoon/server/betrokkenheid.ts'
import { updatePersoon } from '../../persoon/server/commands.ts'
import { getPersoonKern } from '../../persoon/server/lookup.ts'
import {
  getDossier,
  listDubbelenVan,
  listPersonenPage,
  listTijdlijnPage,
} from '../../persoon/server/queries.ts'
import { findTrajectenVan } from '../../traject/server/detail-queries.ts'
import { startTraject } from '../../traject/server/start-commands.ts'
import { getOpvolgingVan } from './queries.ts'
import { mergeDossiers, splitDossiers } from './samenvoeg-commands.ts'
import { startOpvolgingVan } from './stap-commands.ts'

const database = useDatabase()
const blad = { pagina: 1, aantalPerPagina: 50 }
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager
let aanbieder: Vrager
let vo: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'toegangsmedewerker')
  aanbieder = await regio.als('aanbieder', 'aanbieder_planner')
  vo = await regio.als('vrouwenopvang', 'vo_medewerker')
})

async function give(persoonId: Id, organisatie: 'aanbieder' | 'loket', bronId: Id, vrager = loket) {
  await workAs(platform, vrager, (work) =>
    giveBetrokkenheid(work, {
      persoonId,
      organisatieId: regio.organisaties[organisatie],
      doel: 'verblijf',
      grond: 'UITVOERING_AANBIEDER',
      bronSoort: 'verblijf',
      bronId,
    }),
  )
}

async function stap(persoonId: Id, volgendeStap: string) {
  accepted(
    await workAs(platform, loket, (work) =>
      startOpvolgingVan(work, { persoonId, volgendeStap, volgendeStapOp: '2026-03-06' }),
    ),
  )
}

const opvolgingVan = async (persoonId: Id) =>
  accepted(await workAs(platform, loket, (work) => getOpvolgingVan(work, persoonId))).opvolging

const merge = (persoonId: Id, opgegaanIn: Id, vrager = loket) =>
  workAs(platform, vrager, (work) =>
    mergeDossiers(work, { persoonId, opgegaanIn, reden: 'Zelfde naam en geboortedatum, gevraagd' }),
  )

const split = (samenvoegingId: Id) =>
  workAs(platform, loket, (work) => splitDossiers(work, { samenvoegingId, reden: 'Toch twee mensen' }))

const ziet = async (vrager: Vrager, id: Id) =>
  (await workAs(platform, vrager, (work) => getPersoonKern(work, id)))?.id

describe('dubbele dossiers', () => {
  it('worden gevonden met de reden, ook bij een andere spelling', async () => {
    const een = await givenPersoon(platform, loket, { achternaam: 'Meijer', geboortedatum: '1966-06-06' })
    const ander = await givenPersoon(platform, loket, { achternaam: 'Meyer', geboortedatum: '1966-06-06' })
    const { results } = accepted(await workAs(platform, loket, (work) => listDubbelenVan(work, een)))
    expect(results).toMatchObject([
      {
        persoon: { id: ander },
        redenen: ['De achternaam klinkt hetzelfde', 'Dezelfde geboortedatum'],
        zeker: false,
      },
    ])
  })

  it('worden niet gevonden bij een organisatie die er maar één ziet', async () => {
    const een = await givenPersoon(platform, loket, { achternaam: 'Alleen', geboortedatum: '1967-06-06' })
    await givenPersoon(platform, aanbieder, { achternaam: 'Alleen', geboortedatum: '1967-06-06' })
    expect(await workAs(platform, loket, (work) => listDubbelenVan(work, een))).toEqual({ results: [] })
  })
})

describe('samenvoegen', () => {
  it('maakt er één van: het ene verwijst, beide zijn te vinden, en er blijft één volgende stap', async () => {
    const oud = await givenPersoon(platform, loket)
    const blijft = await givenPersoon(platform, loket)
    await stap(oud, 'Bellen over het oude dossier')
    await give(oud, 'aanbieder', oud)
    expect(await ziet(aanbieder, blijft)).toBeUndefined()
    const { id } = accepted(await merge(oud, blijft))
    expect(await ziet(aanbieder, oud)).toBe(blijft)
    expect(await ziet(aanbieder, blijft)).toBe(blijft)
    expect(await opvolgingVan(oud)).toMatchObject({
      persoonId: blijft,
      volgendeStap: 'Bellen over het oude dossier',
    })
    const dossier = accepted(await workAs(platform, loket, (work) => getDossier(work, oud)))
    expect(dossier).toMatchObject({ id: blijft, samengevoegd: [{ persoonId: oud, samenvoegingId: id }] })
    const lijn = accepted(await workAs(platform, loket, (work) => listTijdlijnPage(work, blijft, blad)))
    expect(lijn.results.filter((regel) => regel.soort === 'PersoonGeregistreerd')).toHaveLength(2)
    const list = await workAs(platform, loket, (work) => listPersonenPage(work, blad))
    expect(list.results.map((persoon) => persoon.id)).not.toContain(oud)

    accepted(await split(id))
    expect(await ziet(aanbieder, blijft)).toBeUndefined()
    expect(await ziet(aanbieder, oud)).toBe(oud)
    expect(await opvolgingVan(oud)).toMatchObject({
      persoonId: oud,
      status: 'open',
      volgendeStapOp: '2026-03-02',
    })
    expect(await opvolgingVan(blijft)).toMatchObject({ persoonId: blijft, status: 'open' })
    expect(await split(id)).toMatchObject({ status: 404 })
  })

  it('houdt de stap van het dossier dat blijft als beide er een hebben', async () => {
    const oud = await givenPersoon(platform, loket)
    const blijft = await givenPersoon(platform, loket)
    await stap(oud, 'Oud')
    await stap(blijft, 'Blijft')
    accepted(await merge(oud, blijft))
    expect(await opvolgingVan(oud)).toMatchObject({ volgendeStap: 'Blijft' })
    const { rows } = await database.login.query(
      'select status, afsluitreden from onderdak.opvolging where persoon_id = $1',
      [oud],
    )
    expect(rows).toEqual([{ status: 'afgesloten', afsluitreden: 'samengevoegd' }])
  })

  it('laat gekregen betrokkenheid eindigen met de stap waaruit zij volgde', async () => {
    const oud = await givenPersoon(platform, loket)
    const blijft = await givenPersoon(platform, loket)
    await give(oud, 'aanbieder', oud)
    accepted(await merge(oud, blijft))
    expect(await ziet(aanbieder, blijft)).toBe(blijft)
    await workAs(platform, loket, (work) => endBetrokkenheid(work, { bronSoort: 'verblijf', bronId: oud }))
    expect(await ziet(aanbieder, blijft)).toBeUndefined()
    expect(await ziet(aanbieder, oud)).toBeUndefined()
  })

  it('geeft nieuwe betrokkenheid op het ene dossier ook op het andere, tot het terugdraaien', async () => {
    const oud = await givenPersoon(platform, loket)
    const blijft = await givenPersoon(platform, loket)
    const { id } = accepted(await merge(oud, blijft))
    await give(oud, 'aanbieder', blijft)
    expect(await ziet(aanbieder, blijft)).toBe(blijft)
    accepted(await split(id))
    expect(await ziet(aanbieder, blijft)).toBeUndefined()
    expect(await ziet(aanbieder, oud)).toBe(oud)
  })

  it('kan alleen met twee dossiers die men ziet, en niet met een geheim dossier erbij', async () => {
    const eigen = await givenPersoon(platform, loket)
    const vreemd = await givenPersoon(platform, aanbieder)
    const geheim = await givenPersoon(platform, vo, { isGeheim: true })
    const open = await givenPersoon(platform, vo)
    expect(await merge(vreemd, eigen)).toMatchObject({ status: 404 })
    expect(await merge(geheim, open, vo)).toMatchObject({ code: 'geheim_en_open' })
    expect(await merge(eigen, eigen)).toMatchObject({ code: 'zelfde_dossier' })
  })

  it('maakt geen kettingen, en wijzigen kan alleen in het dossier dat blijft', async () => {
    const [a, b, c] = [
      await givenPersoon(platform, loket),
      await givenPersoon(platform, loket),
      await givenPersoon(platform, loket),
    ]
    accepted(await merge(a, b))
    expect(await merge(b, c)).toMatchObject({ code: 'heeft_al_samenvoeging' })
    expect(await merge(c, a)).toMatchObject({ code: 'al_samengevoegd' })
    accepted(await merge(c, b))
    expect(
      await workAs(platform, loket, (work) => updatePersoon(work, { ...sanne, id: a, versie: 2 })),
    ).toMatchObject({ code: 'samengevoegd' })
  })

  it('laat van twee samenvoegingen op hetzelfde moment er één toe', async () => {
    const a = await givenPersoon(platform, loket)
    const b = await givenPersoon(platform, loket)
    const done = await Promise.all([merge(a, b), merge(b, a)])
    expect(done.map((een) => ('id' in een ? 'gelukt' : een.code)).sort()).toEqual([
      'al_samengevoegd',
      'gelukt',
    ])
  })
})

describe('wat is gedeeld en het traject, bij samenvoegen', () => {
  const gedeeld = {
    ontvanger: { soort: 'corporatie', naam: 'Wonen aan de Haven' },
    gegevensset: 'woonvraag',
    doel: 'Een woning vinden',
  } as const
  const delenVan = async (id: Id, vrager = loket) => workAs(platform, vrager, (work) => readDelen(work, id))
  const trajectenVan = async (id: Id, vrager = loket) =>
    accepted(await workAs(platform, vrager, (work) => findTrajectenVan(work, id))).trajecten

  async function deel(persoonId: Id): Promise<Id> {
    return workAs(platform, loket, async (work) => {
      const vast = { vorm: 'mondeling', gegevenDoor: 'client', gegevenOp: '2026-03-02' } as const
      const toestemmingId = accepted(await giveToestemming(work, { ...gedeeld, ...vast, persoonId })).id
      const grond = { grond: 'UITDRUKKELIJKE_TOESTEMMING', toestemmingId, vervaltOp: '2026-09-01' } as const
      accepted(await recordDeling(work, { ...gedeeld, ...grond, persoonId }))
      return toestemmingId
    })
  }

  it('een toestemming van het oude dossier is te zien en in te trekken vanuit het dossier dat blijft', async () => {
    const [oud, blijft] = [await givenPersoon(platform, loket), await givenPersoon(platform, loket)]
    const toestemmingId = await deel(oud)
    const { id } = accepted(await merge(oud, blijft))
    const samen = accepted(await delenVan(blijft))
    expect(samen.toestemmingen).toMatchObject([{ id: toestemmingId, delingen: 1 }])
    expect(samen.delingen).toMatchObject([{ stand: 'loopt' }])
    expect(await delenVan(blijft, aanbieder)).toMatchObject({ status: 404 })
    accepted(await workAs(platform, loket, (work) => withdrawToestemming(work, { id: toestemmingId })))
    expect(accepted(await delenVan(blijft)).delingen).toMatchObject([{ stand: 'beeindigd' }])

    accepted(await split(id))
    expect(accepted(await delenVan(blijft)).delingen).toEqual([])
    expect(accepted(await delenVan(oud)).delingen).toMatchObject([{ eindreden: 'toestemming_ingetrokken' }])
  })

  it('het lopende traject is er één, en wie er niet bij betrokken is ziet het ook na het samenvoegen niet', async () => {
    const [oud, blijft] = [await givenPersoon(platform, loket), await givenPersoon(platform, loket)]
    accepted(
      await workAs(platform, loket, (work) =>
        startTraject(work, { persoonId: oud, op: '2026-02-02', stap: null }),
      ),
    )
    accepted(await merge(oud, blijft))
    for (const id of [oud, blijft])
      expect(await trajectenVan(id)).toMatchObject([{ begonnenOp: '2026-02-02', geeindigdOp: null }])
    expect(await workAs(platform, aanbieder, (work) => findTrajectenVan(work, blijft))).toMatchObject({
      status: 404,
    })
  })

  it('na het terugdraaien houdt ieder het traject dat bij hem begon', async () => {
    const [oud, blijft] = [await givenPersoon(platform, loket), await givenPersoon(platform, loket)]
    accepted(
      await workAs(platform, loket, (work) =>
        startTraject(work, { persoonId: oud, op: '2026-02-02', stap: null }),
      ),
    )
    const { id } = accepted(await merge(oud, blijft))
    accepted(await split(id))
    expect(await trajectenVan(oud)).toMatchObject([{ begonnenOp: '2026-02-02', geeindigdOp: null }])
    expect(await trajectenVan(blijft)).toEqual([])
  })

  it('hadden beide een lopend traject, dan loopt na het terugdraaien ook dat van het andere dossier weer', async () => {
    const [oud, blijft] = [await givenPersoon(platform, loket), await givenPersoon(platform, loket)]
    for (const persoonId of [oud, blijft])
      accepted(
        await workAs(platform, loket, (work) =>
          startTraject(work, { persoonId, op: '2026-02-02', stap: null }),
        ),
      )
    const rijen = () =>
      workAs(platform, regio.systeem, async ({ db }) => ({
        traject: await db
          .selectFrom('traject')
          .select(['geeindigd_op', 'eindreden'])
          .where('persoon_id', '=', oud)
          .execute(),
        aanspreekpunt: await db
          .selectFrom('aanspreekpunt')
          .select(['van', 'tot', 'gebruiker_id'])
          .where('persoon_id', '=', oud)
          .execute(),
        fase: await db
          .selectFrom('traject_fase')
          .select(['code', 'van', 'tot'])
          .where('persoon_id', '=', oud)
          .execute(),
      }))
    const eerst = await rijen()
    expect(eerst.aanspreekpunt).toMatchObject([{ tot: null }])
    const { id } = accepted(await merge(oud, blijft))
    expect(await rijen()).toMatchObject({ traject: [{ eindreden: 'samengevoegd' }] })
    accepted(await split(id))
    expect(await rijen()).toEqual(eerst)
  })
})
