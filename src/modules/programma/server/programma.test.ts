import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted } from '../../../../tests/given/platform.ts'
import {
  givenProgrammawereld,
  type Programmawereld,
  programmaInvoer,
} from '../../../../tests/given/programma.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { listProgrammas, ProgrammaWijziging } from '../domain/programma-contract.ts'
import { changeProgramma, publishProgramma } from './programma-commands.ts'
import { listProgrammaPagina, readProgramma, readProgrammakeuzes } from './programma-queries.ts'
import { reportStand } from './voortgang-commands.ts'

const database = useDatabase()
let w: Programmawereld

beforeAll(async () => {
  w = await givenProgrammawereld(database)
}, 120_000)

const lees = async (id: Id) => accepted(await w.as(w.coordinator, (work) => readProgramma(work, id)))
const wijzig = (id: Id, versie: number, meer: object, wie: Vrager = w.manager) =>
  w.as(wie, (work) =>
    changeProgramma(work, {
      ...ProgrammaWijziging.parse({ code: 'WIJZIG', ...programmaInvoer, ...meer, versie }),
      id,
    }),
  )

const staat = (id: Id, stand: string, reden: string | null = null) =>
  w.as(w.manager, (work) =>
    reportStand(work, { id, op: '2026-03-01', stand: stand as 'afgerond', koers: null, reden }),
  )

describe('een programma', () => {
  it('staat er met zijn gemeenten, en met hoeveel activiteiten vertraagd en klaar zijn', async () => {
    const id = await w.programma({
      code: 'regio-25',
      gemeenten: ['GM0622', 'GM0606', 'GM0622'],
      vastgesteldOp: '2024-12-10',
      vastgesteldDoor: 'De raden',
      toelichting: 'Wat wij samen doen',
    })
    const [een, twee] = [await w.activiteit(id), await w.activiteit(id), await w.activiteit(id)]
    accepted(await staat(een, 'afgerond'))
    accepted(
      await w.as(w.manager, (work) =>
        reportStand(work, {
          id: twee,
          op: '2026-03-01',
          stand: 'verkenning',
          koers: 'vertraagd',
          reden: 'Ziekte',
        }),
      ),
    )
    expect(await lees(id)).toMatchObject({
      code: 'REGIO-25',
      naam: 'Uitvoeringsprogramma',
      van: '2025-01-01',
      tot: '2027-01-01',
      vastgesteldOp: '2024-12-10',
      vastgesteldDoor: 'De raden',
      gemeenten: ['Schiedam', 'Vlaardingen'],
      gemeentecodes: ['GM0606', 'GM0622'],
      activiteiten: 3,
      vertraagd: 1,
      klaar: 1,
      isOpenbaar: false,
      isVervangen: false,
      vervangt: null,
      vervangenDoor: null,
      versie: 1,
    })
    const { results } = await w.as(w.coordinator, (work) =>
      listProgrammaPagina(work, listProgrammas.query.parse({ soort: 'uitvoeringsprogramma' })),
    )
    expect(results).toContainEqual(expect.objectContaining({ id, activiteiten: 3 }))
    expect(
      await w.as(w.coordinator, (work) =>
        listProgrammaPagina(work, listProgrammas.query.parse({ soort: 'visie' })),
      ),
    ).toEqual({
      count: 0,
      results: [],
    })
  })

  it('heeft een code die nog niet bestaat, en gemeenten van deze regio', async () => {
    const id = await w.programma({ code: 'EENMAAL' })
    const bestaat = { code: 'programma_bestaat', field: 'code' }
    expect(await w.leg({ code: 'eenmaal' })).toMatchObject(bestaat)
    const ander = await w.programma()
    expect(await wijzig(ander, 1, { code: 'EENMAAL' })).toMatchObject(bestaat)
    const elders = {
      code: 'gemeente_onbekend',
      field: 'gemeenten',
      message: 'Kies gemeenten die tijdens dit programma bij deze regio horen.',
    }
    expect(await w.leg({ gemeenten: ['GM0363'] })).toMatchObject(elders)
    expect(await wijzig(id, 1, { gemeenten: ['GM0363'] })).toMatchObject(elders)
  })

  it('geldt alleen voor gemeenten die in zijn looptijd bij de regio horen, al is het maar een deel ervan', async () => {
    const hoort = (code: string, van: string, tot: string | null) =>
      database.login.query(
        `insert into onderdak.regio_gemeente (regio_id, gemeente_code, is_centrumgemeente, van, tot) values ($1, $2, false, $3, $4)`,
        [w.regio.regioId, code, van, tot],
      )
    await hoort('GM0599', '2020-01-01', '2025-06-01')
    await hoort('GM0502', '2026-07-01', null)
    const elders = { code: 'gemeente_onbekend', field: 'gemeenten' }
    const voor = (gemeente: string, van: string, tot: string | null) =>
      w.leg({ gemeenten: [gemeente], van, tot })
    // Left half-way, or joins half-way: takes part while it is of the region.
    accepted(await voor('GM0599', '2025-01-01', '2027-01-01'))
    accepted(await voor('GM0502', '2025-01-01', '2027-01-01'))
    accepted(await voor('GM0502', '2025-01-01', null))
    // To and including the last day, from the first.
    accepted(await voor('GM0599', '2025-05-31', null))
    accepted(await voor('GM0502', '2025-01-01', '2026-07-02'))
    expect(await voor('GM0599', '2025-06-01', null)).toMatchObject(elders)
    expect(await voor('GM0502', '2025-01-01', '2026-07-01')).toMatchObject(elders)
    const id = accepted(await voor('GM0502', '2025-01-01', '2027-01-01')).id
    expect(await wijzig(id, 1, { gemeenten: ['GM0502'], tot: '2026-01-01' })).toMatchObject(elders)
    await database.login.query(
      "delete from onderdak.regio_gemeente where regio_id = $1 and gemeente_code in ('GM0599', 'GM0502')",
      [w.regio.regioId],
    )
  })

  it('wie het wijzigt noemt de versie die hij zag; wie te laat is hoort wie wat wijzigde', async () => {
    const id = await w.programma({ code: 'VERSIE' })
    accepted(await wijzig(id, 1, { code: 'VERSIE', naam: 'Samen wonen', gemeenten: ['GM0622'] }, w.adviseur))
    expect(await wijzig(id, 1, { code: 'VERSIE', naam: 'Wonen' })).toMatchObject({
      code: 'versie_verouderd',
      status: 409,
      wijzigingen: expect.arrayContaining([
        expect.objectContaining({
          veld: 'naam',
          oud: 'Uitvoeringsprogramma',
          nieuw: 'Samen wonen',
          door: 'Proef beleidsmedewerker centrumgemeente',
        }),
        expect.objectContaining({ veld: 'gemeenten', oud: 'leeg', nieuw: 'Vlaardingen' }),
      ]),
    })
    expect(await lees(id)).toMatchObject({ naam: 'Samen wonen', versie: 2 })
    expect(await wijzig(w.platform.newId(), 1, {})).toMatchObject({ code: 'niet_gevonden', status: 404 })
  })

  it('is openbaar vanaf de eerste dag dat dat is gezegd, tot het weer niet meer mag', async () => {
    const id = await w.programma()
    const zet = (versie: number, isOpenbaar: boolean) =>
      w.as(w.manager, (work) => publishProgramma(work, { id, versie, isOpenbaar }))
    accepted(await zet(1, true))
    w.platform.clock.set('2026-04-20')
    accepted(await zet(2, true))
    w.platform.clock.set('2026-04-01')
    expect(await lees(id)).toMatchObject({ isOpenbaar: true, openbaarSinds: '2026-04-01', versie: 3 })
    expect(await zet(2, false)).toMatchObject({ code: 'versie_verouderd' })
    accepted(await zet(3, false))
    expect(await lees(id)).toMatchObject({ isOpenbaar: false, openbaarSinds: null })
  })
})

describe('de keuzes van de formulieren', () => {
  it('zijn de gemeenten en groepen van de regio, met welke groepen er altijd bij horen', async () => {
    const { gemeenten, groepen, indicatoren } = await w.as(w.coordinator, readProgrammakeuzes)
    expect(gemeenten.map(({ naam }) => naam)).toEqual(['Schiedam', 'Vlaardingen'])
    expect(groepen).toHaveLength(16)
    expect(groepen.filter(({ isVast }) => isVast).map(({ code }) => code)).toEqual([
      'ag01',
      'ag02',
      'ag08',
      'ag09',
    ])
    expect(indicatoren.length).toBeGreaterThan(20)
  })
})
