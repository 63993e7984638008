import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import {
  akkoordVan,
  eenDoel,
  givenClient,
  givenPlan,
  givenVastgesteld,
  inhoud,
  planVan,
} from '../../../../tests/given/ondersteuningsplan.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addMonths } from '../../../shared/plain-date.ts'
import { mergeDossiers, splitDossiers } from '../../opvolging/server/samenvoeg-commands.ts'
import { startOpvolgingVan } from '../../opvolging/server/stap-commands.ts'
import { giveAkkoord, startVersie } from './akkoord-commands.ts'
import { findPlan, findPlanVan } from './detail-queries.ts'
import {
  addDoel,
  editDoel,
  finishDoelUitkomst,
  removeDoel,
  startPlan,
  writeInhoud,
} from './inhoud-commands.ts'
import { listPlanRijen } from './queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager
let aanbieder: Vrager
let andere: Vrager
const vandaag = '2026-03-02'

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'toegangsmedewerker')
  aanbieder = await regio.als('aanbieder', 'aanbieder_begeleider')
  andere = await regio.als('andereAanbieder', 'aanbieder_begeleider')
})

const als = <T>(vrager: Vrager, run: (work: Work) => Promise<T>) => workAs(platform, vrager, run)

const client = () => givenClient(platform, regio)

const akkoord = (id: Id, versie: number, wie: 'client' | 'begeleider') =>
  als(loket, (work) => giveAkkoord(work, { ...akkoordVan(wie, vandaag), planId: id, versie }))

const lijst = (vrager: Vrager, stand: 'alle' | 'te_laat' | 'niet_meegegeven' = 'alle') =>
  als(vrager, (work) =>
    listPlanRijen(work, { stand, van: 'allen', sorteer: 'evaluatieOp', pagina: 1, aantalPerPagina: 200 }),
  )

describe('één integraal plan (invariant 1, PLAN-06)', () => {
  it('elke betrokken organisatie ziet het hele plan en welk deel van haar is; een ander ziet niets', async () => {
    const persoonId = await client()
    await givenVastgesteld(platform, loket, persoonId, { organisatieId: regio.organisaties.aanbieder })
    const vanLoket = await planVan(platform, loket, persoonId)
    const vanAanbieder = await planVan(platform, aanbieder, persoonId)
    expect(vanLoket.versies[0]!.doelen).toMatchObject([
      { isVanOns: false, leefgebiedNaam: 'Geld en schulden' },
    ])
    expect(vanAanbieder.versies[0]!.doelen).toMatchObject([
      { isVanOns: true, bouwsteenNaam: 'Hulp bij geld' },
    ])
    expect(await als(andere, (work) => findPlanVan(work, persoonId))).toMatchObject({ status: 404 })
    expect(await als(andere, (work) => findPlan(work, vanLoket.id))).toMatchObject({ status: 404 })
    expect((await lijst(andere)).count).toBe(0)
    expect((await lijst(aanbieder)).results.map((row) => row.persoonId)).toContain(persoonId)
  })

  it('er komt geen tweede plan, ook niet als twee het tegelijk beginnen', async () => {
    const persoonId = await client()
    const begin = (vrager: Vrager) =>
      als(vrager, (work) => startPlan(work, { persoonId, op: vandaag })).catch((error) => error)
    const beide = await Promise.all([begin(loket), begin(aanbieder)])
    expect(beide.filter((one) => one.code === 'plan_bestaat_al')).toHaveLength(1)
    const { rows } = await database.login.query('select 1 from onderdak.plan where persoon_id = $1', [
      persoonId,
    ])
    expect(rows).toHaveLength(1)
  })

  it('na samenvoegen geldt het plan van het dossier dat blijft; na terugdraaien heeft elk weer het eigen plan', async () => {
    const [oud, blijft] = [await client(), await client()]
    for (const persoonId of [oud, blijft])
      accepted(
        await als(loket, (work) =>
          startOpvolgingVan(work, { persoonId, volgendeStap: 'Bellen', volgendeStapOp: '2026-03-06' }),
        ),
      )
    const eerste = await givenPlan(platform, loket, oud)
    const tweede = await givenPlan(platform, loket, blijft)
    const { id } = accepted(
      await als(loket, (work) =>
        mergeDossiers(work, { persoonId: oud, opgegaanIn: blijft, reden: 'Zelfde persoon' }),
      ),
    )
    const { plannen, magBeginnen } = accepted(await als(loket, (work) => findPlanVan(work, oud)))
    expect(plannen.map((plan) => [plan.id, plan.geldt])).toEqual([
      [tweede.id, true],
      [eerste.id, false],
    ])
    expect(magBeginnen).toBe(false)
    const schrijf = als(loket, (work) =>
      writeInhoud(work, { ...inhoud, planId: eerste.id, versie: eerste.versie }),
    )
    expect(await schrijf).toMatchObject({ code: 'plan_van_ander_dossier' })
    const { results } = await lijst(loket)
    expect(results.map((row) => row.id)).toContain(tweede.id)
    expect(results.map((row) => row.id)).not.toContain(eerste.id)

    accepted(
      await als(loket, (work) => splitDossiers(work, { samenvoegingId: id, reden: 'Toch twee mensen' })),
    )
    expect((await planVan(platform, loket, oud)).id).toBe(eerste.id)
    expect((await planVan(platform, loket, oud)).geldt).toBe(true)
    expect((await planVan(platform, loket, blijft)).id).toBe(tweede.id)
  })
})

describe('van concept tot een versie die geldt (invariant 2 tot en met 6)', () => {
  it('beide gaan akkoord, met dag, wie en hoe; dan geldt zij en is de volgende bespreking bekend', async () => {
    const persoonId = await client()
    const { id, versie } = await givenPlan(platform, loket, persoonId)
    accepted(await akkoord(id, versie, 'client'))
    expect((await planVan(platform, loket, persoonId)).versies[0]).toMatchObject({
      status: 'wacht_op_begeleider',
      clientAkkoord: { op: vandaag, hoe: 'op_papier', door: 'client' },
    })
    accepted(await akkoord(id, versie + 1, 'begeleider'))
    const plan = await planVan(platform, loket, persoonId)
    expect(plan).toMatchObject({ evaluatieOp: addMonths(vandaag, 6), evaluatieStand: 'ruim' })
    expect(plan.versies[0]).toMatchObject({
      status: 'vastgesteld',
      vastgesteldOp: vandaag,
      begeleiderAkkoord: { op: vandaag, organisatie: 'Regionaal loket' },
    })
  })

  it('zonder perspectief gaat niemand akkoord, en dagbesteding vraagt om een motivering', async () => {
    const persoonId = await client()
    const { id } = accepted(await als(loket, (work) => startPlan(work, { persoonId, op: vandaag })))
    accepted(await als(loket, (work) => addDoel(work, { ...eenDoel, planId: id, versie: 1 })))
    expect(await akkoord(id, 2, 'client')).toMatchObject({ code: 'plan_niet_compleet' })
    const dagbesteding = { ...inhoud, perspectief: 'dagbesteding', planId: id, versie: 2 } as const
    expect(await als(loket, (work) => writeInhoud(work, dagbesteding))).toMatchObject({
      code: 'dagbesteding_vraagt_motivering',
    })
    accepted(
      await als(loket, (work) =>
        writeInhoud(work, { ...dagbesteding, perspectiefMotivering: 'Nu te veel klachten' }),
      ),
    )
    accepted(await akkoord(id, 3, 'client'))
  })

  it('de database weigert een akkoord zonder perspectief of doel, en dagbesteding zonder motivering', async () => {
    const persoonId = await client()
    const { id } = accepted(await als(loket, (work) => startPlan(work, { persoonId, op: vandaag })))
    const zet = (waarden: string) =>
      database.login.query(`update onderdak.plan_versie set ${waarden} where plan_id = $1`, [id]).then(
        () => 'geen',
        (error) => error.constraint,
      )
    const akkoordWaarden = `client_akkoord_op = '${vandaag}', client_akkoord_hoe = 'mondeling', client_akkoord_door = 'client'`
    expect(await zet(`status = 'wacht_op_begeleider', ${akkoordWaarden}`)).toBe(
      'plan_versie_akkoord_vraagt_perspectief',
    )
    expect(
      await zet(
        `status = 'wacht_op_begeleider', perspectief = 'werk', perspectief_woorden = 'Koken', ${akkoordWaarden}`,
      ),
    ).toBe('plan_versie_akkoord_vraagt_doel')
    expect(await zet(`perspectief = 'dagbesteding'`)).toBe('plan_versie_dagbesteding_gemotiveerd')
    expect(await zet(`status = 'vastgesteld'`)).toMatch(/^plan_versie_/)
  })

  it('wie na een akkoord iets wijzigt, neemt het akkoord terug', async () => {
    const persoonId = await client()
    const { id, versie } = await givenPlan(platform, loket, persoonId)
    accepted(await akkoord(id, versie, 'client'))
    accepted(await als(loket, (work) => addDoel(work, { ...eenDoel, planId: id, versie: versie + 1 })))
    expect((await planVan(platform, loket, persoonId)).versies[0]).toMatchObject({
      status: 'concept',
      clientAkkoord: null,
    })
  })

  it('de inhoud van een versie die geldt verandert niet meer, ook niet langs de database', async () => {
    const persoonId = await client()
    const { id, versie } = await givenVastgesteld(platform, loket, persoonId)
    const [doel] = (await planVan(platform, loket, persoonId)).versies[0]!.doelen
    const wijzig = als(loket, (work) => editDoel(work, { ...eenDoel, doelId: doel!.id, versie }))
    expect(await wijzig).toMatchObject({ code: 'kan_nu_niet' })
    const langs = (sql: string, key: Id) =>
      database.login.query(sql, [key]).then(
        () => 'geen',
        (error) => error.constraint,
      )
    expect(await langs(`update onderdak.doel set eigen_woorden = 'Anders' where id = $1`, doel!.id)).toBe(
      'plan_inhoud_staat_vast',
    )
    expect(await langs('delete from onderdak.doel where id = $1', doel!.id)).toBe('plan_inhoud_staat_vast')
    expect(
      await langs(`update onderdak.plan_versie set client_akkoord_hoe = 'mondeling' where plan_id = $1`, id),
    ).toBe('plan_inhoud_staat_vast')
  })

  it('een nieuwe versie neemt mee wat loopt, en vervangt de vorige pas als beide akkoord zijn', async () => {
    const persoonId = await client()
    const { id, versie } = await givenVastgesteld(platform, loket, persoonId)
    const [doel] = (await planVan(platform, loket, persoonId)).versies[0]!.doelen
    const uitkomst = {
      doelId: doel!.id,
      stand: 'behaald',
      op: vandaag,
      uitkomst: 'Geen schuld meer',
    } as const
    accepted(await als(loket, (work) => finishDoelUitkomst(work, { ...uitkomst, versie })))
    const nieuw = accepted(
      await als(loket, (work) =>
        startVersie(work, { planId: id, versie: versie + 1, reden: 'Doel behaald' }),
      ),
    )
    expect(
      await als(loket, (work) => startVersie(work, { planId: id, versie: nieuw.versie, reden: 'Nog een' })),
    ).toMatchObject({ code: 'versie_in_bewerking' })
    const tussen = await planVan(platform, loket, persoonId)
    expect(tussen.versies.map((one) => [one.nummer, one.status, one.doelen.length])).toEqual([
      [2, 'concept', 0],
      [1, 'vastgesteld', 1],
    ])
    const erbij = accepted(
      await als(loket, (work) =>
        addDoel(work, {
          ...eenDoel,
          soort: 'netwerk',
          leefgebied: 'netwerk',
          planId: id,
          versie: nieuw.versie,
        }),
      ),
    )
    accepted(await akkoord(id, erbij.versie, 'begeleider'))
    accepted(await akkoord(id, erbij.versie + 1, 'client'))
    expect((await planVan(platform, loket, persoonId)).versies.map((one) => one.status)).toEqual([
      'vastgesteld',
      'vervangen',
    ])
  })

  it('een doel uit het concept kan weg; een organisatie die niet betrokken is kan er niet aan werken', async () => {
    const persoonId = await client()
    const { id, versie } = await givenPlan(platform, loket, persoonId)
    const [doel] = (await planVan(platform, loket, persoonId)).versies[0]!.doelen
    const vreemd = { ...eenDoel, organisatieId: regio.organisaties.andereAanbieder, planId: id, versie }
    expect(await als(loket, (work) => addDoel(work, vreemd))).toMatchObject({ field: 'organisatieId' })
    const onbekend = { ...eenDoel, bouwsteen: 'bestaat_niet', planId: id, versie }
    expect(await als(loket, (work) => addDoel(work, onbekend))).toMatchObject({ field: 'bouwsteen' })
    accepted(await als(loket, (work) => removeDoel(work, { doelId: doel!.id, versie })))
    expect((await planVan(platform, loket, persoonId)).versies[0]!.doelen).toEqual([])
  })
})
