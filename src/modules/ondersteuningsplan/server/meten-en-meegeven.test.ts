import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { leesbaar } from '../../../../tests/given/leesbaar.ts'
import {
  akkoordVan,
  eenDoel,
  givenClient,
  givenPlan,
  givenVastgesteld,
  planVan,
} from '../../../../tests/given/ondersteuningsplan.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import { giveAkkoord, handOutPlan, startVersie } from './akkoord-commands.ts'
import { makePlandocument } from './document.ts'
import { addDoel, finishDoelUitkomst } from './inhoud-commands.ts'
import { listPlanRijen } from './queries.ts'
import { addEvaluatie, addMeting, addReactie } from './verloop-commands.ts'

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

const client = (meer: Parameters<typeof givenClient>[2] = {}) => givenClient(platform, regio, meer)

const lijst = (vrager: Vrager, stand: 'alle' | 'te_laat' | 'niet_meegegeven' = 'alle') =>
  als(vrager, (work) =>
    listPlanRijen(work, { stand, van: 'allen', sorteer: 'evaluatieOp', pagina: 1, aantalPerPagina: 200 }),
  )

describe('meten, bespreken en reageren (PLAN-07, PLAN-08)', () => {
  it('scores over de tijd per leefgebied, één per dag, zonder het werk van een ander te storen', async () => {
    const persoonId = await client()
    const { id, versie } = await givenPlan(platform, loket, persoonId)
    const meet = (op: string, score: number) =>
      als(aanbieder, (work) =>
        addMeting(work, { planId: id, op, scores: [{ leefgebied: 'wonen', score, toelichting: null }] }),
      )
    accepted(await meet('2025-12-01', 2))
    accepted(await meet(vandaag, 4))
    expect(await meet(vandaag, 3)).toMatchObject({ code: 'score_bestaat_al' })
    expect(await meet('2026-03-03', 3)).toMatchObject({ code: 'dag_nog_niet_geweest' })
    const plan = await planVan(platform, loket, persoonId)
    expect(plan.scores.map((one) => [one.op, one.score])).toEqual([
      ['2025-12-01', 2],
      [vandaag, 4],
    ])
    expect(plan).toMatchObject({ versie, schaal: 'Zelfredzaamheid in vijf stappen' })
  })

  it('een bespreking noemt wie erbij was en wanneer de volgende is; die wordt te laat', async () => {
    const persoonId = await client()
    const { id, versie } = await givenVastgesteld(platform, loket, persoonId)
    const bespreek = {
      planId: id,
      versie,
      op: vandaag,
      deelnemers: [
        { soort: 'client', organisatieId: null, naam: null },
        { soort: 'naaste', organisatieId: null, naam: 'Zus Anna' },
        { soort: 'organisatie', organisatieId: regio.organisaties.aanbieder, naam: null },
      ],
      bevindingen: 'Het gaat goed',
      besluit: 'doorgaan',
      volgendeOp: '2026-04-01',
    } as const
    expect(
      await als(loket, (work) =>
        addEvaluatie(work, { ...bespreek, deelnemers: [...bespreek.deelnemers], volgendeOp: vandaag }),
      ),
    ).toMatchObject({ field: 'volgendeOp' })
    accepted(
      await als(loket, (work) => addEvaluatie(work, { ...bespreek, deelnemers: [...bespreek.deelnemers] })),
    )
    const plan = await planVan(platform, loket, persoonId)
    expect(plan).toMatchObject({ evaluatieOp: '2026-04-01' })
    expect(plan.evaluaties[0]!.deelnemers).toEqual([
      'De cliënt',
      'Zus Anna (naaste of mantelzorger)',
      'Aanbieder Noord',
    ])
    await database.login.query(`update onderdak.plan set evaluatie_op = begonnen_op where id = $1`, [id])
    expect((await lijst(loket, 'te_laat')).count).toBe(0)
    await database.login.query(
      `update onderdak.plan set begonnen_op = '2026-01-01', evaluatie_op = '2026-02-01' where id = $1`,
      [id],
    )
    expect((await lijst(loket, 'te_laat')).results).toMatchObject([{ id, evaluatieStand: 'te_laat' }])
  })

  it('bewaart de reactie in de woorden van de cliënt bij de versie waarover zij gaat', async () => {
    const persoonId = await client()
    const { id } = await givenPlan(platform, loket, persoonId)
    const reactie = {
      planId: id,
      op: vandaag,
      hoe: 'gesprek',
      leefgebied: 'wonen',
      eigenWoorden: 'Te snel',
    } as const
    accepted(await als(aanbieder, (work) => addReactie(work, reactie)))
    expect((await planVan(platform, loket, persoonId)).versies[0]!.reacties).toMatchObject([
      { eigenWoorden: 'Te snel', over: 'Wonen', hoe: 'gesprek' },
    ])
  })

  it('het plan van een jongvolwassene zet opleiding, opvoeders en geld voorop', async () => {
    const persoonId = await client({ geboortedatum: '2006-05-17' })
    await givenPlan(platform, loket, persoonId)
    expect(
      (await planVan(platform, loket, persoonId)).nadruk.map((one) => [one.onderwerp, one.besproken]),
    ).toEqual([
      ['opleiding', false],
      ['opvoeders', false],
      ['geld', true],
    ])
  })
})

describe('meegeven en het document', () => {
  it('een versie die geldt is mee te geven; de dag en de manier blijven staan', async () => {
    const persoonId = await client()
    const concept = await givenPlan(platform, loket, persoonId)
    const geef = (versie: number) =>
      als(loket, (work) => handOutPlan(work, { planId: concept.id, versie, op: vandaag, hoe: 'op_papier' }))
    expect(await geef(concept.versie)).toMatchObject({ code: 'kan_nu_niet' })
    const ander = await client()
    const { id, versie } = await givenVastgesteld(platform, loket, ander)
    expect((await lijst(loket, 'niet_meegegeven')).results.map((row) => row.id)).toContain(id)
    accepted(
      await als(loket, (work) => handOutPlan(work, { planId: id, versie, op: vandaag, hoe: 'op_papier' })),
    )
    expect((await planVan(platform, loket, ander)).versies[0]!.meegegeven).toMatchObject({
      op: vandaag,
      hoe: 'op_papier',
    })
  })

  it('als PDF en als ODT, met de woorden van de cliënt en zonder adres', async () => {
    const persoonId = await client()
    const { id } = await givenVastgesteld(platform, loket, persoonId)
    const maak = async (soort: 'pdf' | 'odt') =>
      accepted(await als(loket, (work) => makePlandocument(work, { id, soort })))
    const pdf = await maak('pdf')
    expect([pdf.mime, pdf.bestandsnaam]).toEqual(['application/pdf', 'mijn-plan-versie-1.pdf'])
    expect(Buffer.from(pdf.inhoud, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
    const odt = await maak('odt')
    expect(odt.mime).toBe('application/vnd.oasis.opendocument.text')
    expect(await als(andere, (work) => makePlandocument(work, { id, soort: 'pdf' }))).toMatchObject({
      status: 404,
    })
  })

  it('een vervangen versie blijft zoals zij was op de dag dat zij ging gelden', async () => {
    const persoonId = await client()
    const { id, versie } = await givenVastgesteld(platform, loket, persoonId)
    const meet = (op: string, score: number) =>
      als(loket, (work) =>
        addMeting(work, { planId: id, op, scores: [{ leefgebied: 'wonen', score, toelichting: null }] }),
      )
    const tekst = async (nummer: number) => {
      const { inhoud } = accepted(
        await als(loket, (work) => makePlandocument(work, { id, soort: 'odt', nummer })),
      )
      return leesbaar(Buffer.from(inhoud, 'base64'))
    }
    accepted(await meet(vandaag, 2))
    const doelId = (await planVan(platform, loket, persoonId)).versies[0]!.doelen[0]!.id
    try {
      platform.clock.set('2026-04-01')
      accepted(await meet('2026-04-01', 5))
      const klaar = accepted(
        await als(loket, (work) =>
          finishDoelUitkomst(work, {
            doelId,
            versie,
            stand: 'behaald',
            op: '2026-04-01',
            uitkomst: 'Geen schulden meer',
          }),
        ),
      )
      expect(await tekst(1)).toContain('Geen schulden meer')
      const nieuw = accepted(
        await als(loket, (work) => startVersie(work, { planId: id, versie: klaar.versie, reden: 'Klaar' })),
      )
      let nu = accepted(
        await als(loket, (work) => addDoel(work, { ...eenDoel, planId: id, versie: nieuw.versie })),
      )
      for (const wie of ['client', 'begeleider'] as const)
        nu = accepted(
          await als(loket, (work) =>
            giveAkkoord(work, { ...akkoordVan(wie, work.today), planId: id, versie: nu.versie }),
          ),
        )
      const oud = await tekst(1)
      expect(oud).toContain('Hoe het ging op 2 maart 2026')
      expect(oud).toContain('Uiterlijk op 2 september 2026 praten we weer')
      expect(oud).toContain('Wonen: 2,')
      expect(oud).not.toContain('Wonen: 5,')
      expect(oud).not.toContain('Geen schulden meer')
      expect(await tekst(2)).toContain('Wonen: 5,')
    } finally {
      platform.clock.set(vandaag)
    }
  })
})
