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
import { ProgrammaWijziging } from '../domain/programma-contract.ts'
import { changeProgramma, startProgrammaversie } from './programma-commands.ts'
import { readProgramma } from './programma-queries.ts'
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

describe('een nieuwe versie (UP-08)', () => {
  it('neemt mee wat nog loopt, met de onderlinge banden; de oude blijft staan en eindigt', async () => {
    const visie = await w.programma({ soort: 'visie' })
    const pijler = await w.onderdeel(visie, { soort: 'pijler' })
    const oud = await w.programma({
      code: 'OUD',
      naam: 'Oud',
      gemeenten: ['GM0622'],
      tot: null,
      toelichting: 'Waarom',
    })
    const ambitie = await w.onderdeel(oud, { soort: 'ambitie', code: 'AM', naar: [pijler] })
    const thema = await w.onderdeel(oud, { code: 'TH', onderId: ambitie, naar: [ambitie] })
    const partij = { naam: 'Corporatie' }
    const loopt = await w.activiteit(oud, {
      code: '1',
      naam: 'Loopt',
      dient: [thema, pijler],
      groepen: ['ag05'],
      planning: 'kwartalen',
      vanKwartaal: '2025-1',
      totKwartaal: '2026-4',
      stappen: [{ omschrijving: 'Bellen', gereedOp: '2025-03-01' }, { omschrijving: 'Bouwen' }],
      resultaten: [
        {
          nummer: 3,
          naam: 'Huizen',
          eenheid: 'woningen',
          streefwaarde: 12.5,
          richting: 'hoger',
          kartrekkers: [partij],
        },
      ],
      kartrekkers: [partij],
      nodig: [{ naam: 'Loket' }],
      verbanden: ['Woonzorgvisie'],
      indicatoren: ['wachtenden'],
    })
    accepted(await staat(loopt, 'in_uitvoering'))
    const klaar = await w.activiteit(oud, { code: '2', naam: 'Klaar' })
    accepted(await staat(klaar, 'afgerond'))
    const gestopt = await w.activiteit(oud, { code: '3', naam: 'Gestopt' })
    accepted(await staat(gestopt, 'voortijdig_beeindigd', 'Geen animo'))
    await w.activiteit(oud, { code: '4', naam: 'Nog niets gezegd' })

    const begin = (meer: object = {}) =>
      w.as(w.manager, (work) =>
        startProgrammaversie(work, {
          id: oud,
          versie: 1,
          code: 'NIEUW',
          naam: 'Nieuw',
          van: '2027-01-01',
          tot: null,
          ...meer,
        }),
      )
    expect(await begin({ van: '2025-01-01' })).toMatchObject({ code: 'datum_past_niet', field: 'van' })
    expect(await begin({ code: 'OUD' })).toMatchObject({ code: 'programma_bestaat', field: 'code' })
    const { id: nieuw } = accepted(await begin())

    expect(await lees(oud)).toMatchObject({
      tot: '2027-01-01',
      isVervangen: true,
      vervangenDoor: { id: nieuw, naam: 'Nieuw' },
      activiteiten: 4,
      versie: 2,
    })
    const na = await lees(nieuw)
    expect(na).toMatchObject({
      code: 'NIEUW',
      soort: 'uitvoeringsprogramma',
      van: '2027-01-01',
      tot: null,
      gemeenten: ['Vlaardingen'],
      toelichting: 'Waarom',
      vervangt: { id: oud, naam: 'Oud' },
      activiteiten: 2,
      klaar: 0,
      isOpenbaar: false,
    })
    const [nieuweAmbitie, nieuwThema] = na.onderdelen
    expect(nieuweAmbitie).toMatchObject({ code: 'AM', naar: [pijler] })
    expect(nieuwThema).toMatchObject({ code: 'TH', onderId: nieuweAmbitie!.id, naar: [nieuweAmbitie!.id] })

    const { rows } = await database.login.query(
      'select id, vervolg_op_id from onderdak.activiteit where programma_id = $1 order by volgorde',
      [nieuw],
    )
    expect(rows[0].vervolg_op_id).toBe(loopt)
    const [was, wordt] = [await w.lees(loopt), await w.lees(rows[0].id)]
    expect(wordt).toMatchObject({
      code: '1',
      stand: null,
      vervolgOp: { id: loopt, naam: 'Loopt' },
      versie: 1,
    })
    expect(new Set(wordt.dient.map(({ id }) => id))).toEqual(new Set([nieuwThema!.id, pijler]))
    for (const veld of [
      'groepen',
      'planning',
      'vanKwartaal',
      'totKwartaal',
      'stappen',
      'trekkers',
      'nodig',
      'verbanden',
      'indicatoren',
    ] as const)
      expect(wordt[veld], veld).toEqual(was[veld])
    expect(wordt.resultaten).toEqual(was.resultaten.map((een) => ({ ...een, id: expect.any(String) })))

    expect(await begin({ versie: 2, code: 'NOG-EEN' })).toMatchObject({
      code: 'programma_heeft_opvolger',
      message: 'Van dit programma is al een nieuwe versie begonnen. Werk daarin verder.',
    })
  })

  it('wie de oude te laat wijzigt, hoort dat zij een einde kreeg', async () => {
    const id = await w.programma({ tot: null })
    accepted(
      await w.as(w.adviseur, (work) =>
        startProgrammaversie(work, {
          id,
          versie: 1,
          code: 'OPVOLGER',
          naam: 'N',
          van: '2026-01-01',
          tot: null,
        }),
      ),
    )
    expect(await wijzig(id, 1, {})).toMatchObject({
      code: 'versie_verouderd',
      wijzigingen: [expect.objectContaining({ veld: 'tot', oud: 'leeg', nieuw: '1-1-2026' })],
    })
  })

  it('een einde dat eerder ligt blijft staan', async () => {
    const id = await w.programma({ tot: '2026-07-01' })
    accepted(
      await w.as(w.manager, (work) =>
        startProgrammaversie(work, {
          id,
          versie: 1,
          code: 'LATER',
          naam: 'Later',
          van: '2027-01-01',
          tot: null,
        }),
      ),
    )
    expect(await lees(id)).toMatchObject({ tot: '2026-07-01' })
  })
})
