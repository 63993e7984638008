import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenPersoon } from '../../../../tests/given/persoon.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { giveBetrokkenheid } from '../../persoon/server/betrokkenheid.ts'
import type { NieuweDeling, NieuweToestemming } from '../domain/contract.ts'
import {
  endDelingVanStap,
  giveToestemming,
  recordDeling,
  stopDeling,
  withdrawToestemming,
} from './commands.ts'
import { listDelingenPage, readDelen } from './queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager
let persoonId: Id

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'toegangsmedewerker')
  persoonId = await givenPersoon(platform, loket)
})

const corporatie = { soort: 'corporatie', naam: 'Wonen aan de Haven' } as const
const toestemming: NieuweToestemming = {
  ontvanger: corporatie,
  gegevensset: 'woonvraag',
  doel: 'Een woning vinden',
  vorm: 'mondeling',
  gegevenDoor: 'client',
  gegevenOp: '2026-03-02',
}
const deling: NieuweDeling = {
  ontvanger: corporatie,
  gegevensset: 'woonvraag',
  doel: 'Een woning vinden',
  grond: 'UITDRUKKELIJKE_TOESTEMMING',
  vervaltOp: '2026-09-01',
}

const geef = async (over: Partial<NieuweToestemming> = {}) =>
  accepted(
    await workAs(platform, loket, (work) => giveToestemming(work, { ...toestemming, ...over, persoonId })),
  ).id
const deel = (over: Partial<NieuweDeling> = {}, wie = loket) =>
  workAs(platform, wie, (work) => recordDeling(work, { ...deling, ...over, persoonId }))
const lees = async (wie = loket) =>
  accepted(await workAs(platform, wie, (work) => readDelen(work, persoonId)))

describe('delen met toestemming', () => {
  it('kan alleen met een toestemming van deze cliënt, voor deze ontvanger en deze gegevens', async () => {
    expect(await deel()).toMatchObject({ code: 'toestemming_ontbreekt' })
    const ander = await geef({ ontvanger: { soort: 'corporatie', naam: 'Andere Woningbouw' } })
    expect(await deel({ toestemmingId: ander })).toMatchObject({ code: 'toestemming_past_niet' })
    const vreemd = await givenPersoon(platform, loket, { achternaam: 'Anders' })
    const vanVreemd = accepted(
      await workAs(platform, loket, (work) => giveToestemming(work, { ...toestemming, persoonId: vreemd })),
    ).id
    expect(await deel({ toestemmingId: vanVreemd })).toMatchObject({ code: 'toestemming_onbekend' })
    expect(accepted(await deel({ toestemmingId: await geef() })).artikel).toBe('Wmo 2015 art. 5.3.3 lid 1')
  })

  it('stopt meteen als de toestemming wordt ingetrokken, zonder reden en door elke betrokken organisatie', async () => {
    const id = await geef()
    const een = accepted(await deel({ toestemmingId: id })).id
    const twee = accepted(await deel({ toestemmingId: id })).id
    const gestopt = await workAs(platform, loket, (work) =>
      withdrawToestemming(work, { id, toelichting: 'Wil het niet meer.' }),
    )
    expect(gestopt).toEqual({ gestopt: 2 })
    const { delingen, toestemmingen } = await lees()
    for (const dl of [een, twee])
      expect(delingen.find((row) => row.id === dl)).toMatchObject({
        stand: 'beeindigd',
        eindreden: 'toestemming_ingetrokken',
      })
    expect(toestemmingen.find((row) => row.id === id)).toMatchObject({
      ingetrokkenOp: '2026-03-02',
      intrekkingToelichting: 'Wil het niet meer.',
    })
    expect(await deel({ toestemmingId: id })).toMatchObject({ code: 'toestemming_ingetrokken' })
    expect(await workAs(platform, loket, (work) => withdrawToestemming(work, { id }))).toMatchObject({
      code: 'toestemming_ingetrokken',
    })
  })

  it('laat nooit iets gedeeld als delen en intrekken tegelijk gebeuren', async () => {
    for (let ronde = 0; ronde < 5; ronde++) {
      const id = await geef()
      await Promise.all([
        deel({ toestemmingId: id }),
        workAs(platform, loket, (work) => withdrawToestemming(work, { id })),
        deel({ toestemmingId: id }),
      ])
      const { toestemmingen } = await lees()
      expect(toestemmingen.find((row) => row.id === id)).toMatchObject({ delingen: 0 })
    }
  })

  it('bewaakt de database ook zelf', async () => {
    const id = await geef()
    accepted(await deel({ toestemmingId: id }))
    await expect(
      workAs(platform, regio.systeem, (work) =>
        work.db
          .updateTable('toestemming')
          .set({ ingetrokken_op: work.today, intrekking_vastgelegd_op: work.now })
          .where('id', '=', id)
          .execute(),
      ),
    ).rejects.toMatchObject({ constraint: 'deling_op_geldige_toestemming' })
  })
})

describe('delen op een andere grond', () => {
  it('binnen de regio volgt de soort ontvanger uit de organisatie', async () => {
    const aan = { organisatieId: regio.organisaties.aanbieder }
    const taak = { ontvanger: aan, gegevensset: 'ondersteuning', grond: 'WETTELIJKE_TAAK_COLLEGE' } as const
    expect(accepted(await deel(taak)).artikel).toBe('Wmo 2015 art. 5.2.1 lid 2')
    expect(await deel({ ...taak, grond: 'UITVOERING_AANBIEDER' })).toMatchObject({
      code: 'delen_mag_niet',
      field: 'grond',
    })
    expect(await deel({ ...taak, ontvanger: { organisatieId: regio.organisaties.loket } })).toMatchObject({
      field: 'ontvanger.organisatieId',
    })
    expect(await deel({ ...taak, ontvanger: { soort: 'aanbieder', naam: 'Buiten' } })).toMatchObject({
      code: 'ontvanger_in_regio',
    })
  })

  it('stopt alleen wie deelde, en wat bij een stap hoort eindigt met die stap', async () => {
    const collega = await regio.als('wijkteam', 'toegangsmedewerker')
    await workAs(platform, loket, (work) =>
      giveBetrokkenheid(work, {
        persoonId,
        organisatieId: regio.organisaties.wijkteam,
        doel: 'test',
        grond: 'WETTELIJKE_TAAK_COLLEGE',
        bronSoort: 'test',
        bronId: work.newId(),
      }),
    )
    const los = accepted(
      await deel({
        ontvanger: { organisatieId: regio.organisaties.wijkteam },
        gegevensset: 'contact',
        grond: 'WETTELIJKE_TAAK_COLLEGE',
      }),
    ).id
    expect(await workAs(platform, collega, (work) => stopDeling(work, los))).toMatchObject({ status: 403 })
    expect(await workAs(platform, loket, (work) => stopDeling(work, los))).toBeUndefined()
    const bron = { soort: 'test', id: platform.newId() }
    const bijStap = accepted(
      await workAs(platform, loket, (work) =>
        recordDeling(work, {
          ...deling,
          persoonId,
          ontvanger: { organisatieId: regio.organisaties.wijkteam },
          gegevensset: 'contact',
          grond: 'WETTELIJKE_TAAK_COLLEGE',
          bron,
        }),
      ),
    ).id
    expect(await workAs(platform, loket, (work) => stopDeling(work, bijStap))).toMatchObject({
      code: 'deling_bij_stap',
    })
    await workAs(platform, loket, (work) => endDelingVanStap(work, bijStap))
    expect((await lees()).delingen.find((row) => row.id === bijStap)).toMatchObject({
      stand: 'beeindigd',
      eindreden: 'stap_voorbij',
    })
  })
})

describe('wie het ziet', () => {
  it('een organisatie die niet betrokken is vindt niets en kan niets vastleggen', async () => {
    const ander = await regio.als('andereAanbieder', 'aanbieder_planner')
    expect(await workAs(platform, ander, (work) => readDelen(work, persoonId))).toMatchObject({ status: 404 })
    expect(await deel({}, ander)).toMatchObject({ status: 404 })
    const id = await geef()
    expect(await workAs(platform, ander, (work) => withdrawToestemming(work, { id }))).toMatchObject({
      status: 404,
    })
    expect((await workAs(platform, ander, (work) => listDelingenPage(work, blad))).count).toBe(0)
  })

  it('de privacy officer ziet alle delingen van de regio, zonder naam en zonder weging', async () => {
    accepted(
      await deel({
        ontvanger: { soort: 'zorg', naam: 'Ggz Waterweg' },
        gegevensset: 'casus',
        grond: 'BEROEPSHALVE_MEDEWERKING',
        weging: 'Alleen de behandelaar weet hoe dit moet.',
      }),
    )
    const fg = await regio.als('loket', 'privacy_officer')
    const { count, results } = await workAs(platform, fg, (work) => listDelingenPage(work, blad))
    expect(count).toBe(results.length)
    expect(results[0]).toMatchObject({ ontvanger: 'Ggz Waterweg', artikel: 'Wmo 2015 art. 5.3.3 lid 3' })
    expect(JSON.stringify(results)).not.toContain('behandelaar weet')
    expect(JSON.stringify(results)).not.toContain('Vries')
    const lopend = await workAs(platform, fg, (work) =>
      listDelingenPage(work, { ...blad, stand: 'beeindigd', ontvangersoort: 'corporatie' }),
    )
    expect(lopend.results.every((row) => row.stand === 'beeindigd')).toBe(true)
    expect(lopend.count).toBeGreaterThan(0)
    expect(isRejection(await workAs(platform, fg, (work) => readDelen(work, persoonId)))).toBe(true)
  })
})

const blad = { pagina: 1, aantalPerPagina: 100 }
