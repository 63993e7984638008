import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted } from '../../../../tests/given/platform.ts'
import { givenProgrammawereld, type Programmawereld } from '../../../../tests/given/programma.ts'
import type { Id } from '../../../shared/id.ts'
import { listProgrammaonderdelen } from '../domain/programma-contract.ts'
import { startProgrammaversie } from './programma-commands.ts'
import { listOnderdeelPagina } from './programma-queries.ts'
import { registerGeld, reportStand } from './voortgang-commands.ts'

const database = useDatabase()
let w: Programmawereld

beforeAll(async () => {
  w = await givenProgrammawereld(database)
}, 120_000)

const onderdelen = async (programmaId: Id) =>
  (
    await w.as(w.coordinator, (work) =>
      listOnderdeelPagina(work, listProgrammaonderdelen.query.parse({ programmaId })),
    )
  ).results
const beeld = async (programmaId: Id) =>
  (await onderdelen(programmaId)).map(({ code, activiteiten, gaten, kosten }) => ({
    code,
    van: activiteiten.map(({ programma }) => programma),
    gaten,
    kosten,
  }))
const staat = (id: Id, stand: string, reden: string | null = null) =>
  w.as(w.manager, (work) =>
    reportStand(work, { id, op: '2026-03-01', stand: stand as 'afgerond', koers: null, reden }),
  )
let serial = 0
const vernieuw = async (id: Id, naam: string, van = '2027-01-01') =>
  accepted(
    await w.as(w.manager, (work) =>
      startProgrammaversie(work, { id, versie: 1, code: `OPV-${++serial}`, naam, van, tot: null }),
    ),
  ).id

describe('een activiteit die doorgaat in een nieuwe versie van haar programma', () => {
  it('telt bij een doel één keer: de nieuwste; in de oude versie blijft staan hoe het was', async () => {
    const visie = await w.programma({ soort: 'visie', naam: 'Visie' })
    const pijler = await w.onderdeel(visie, { soort: 'pijler', code: 'P1' })
    const doel = await w.onderdeel(visie, { soort: 'doel', code: 'P2' })
    const oud = await w.programma({ naam: 'Eerste', tot: null })
    const thema = await w.onderdeel(oud, { code: 'T', naar: [doel] })
    await w.onderdeel(oud, { code: 'U' })
    const id = await w.activiteit(oud, { dient: [thema, pijler], indicatoren: ['wachtenden'] })
    const geld = {
      soort: 'kosten',
      jaar: 2026,
      omschrijving: 'Leider',
      isStructureel: false,
      bron: 'B',
    } as const
    accepted(await w.as(w.manager, (work) => registerGeld(work, { id, ...geld, bedrag: 500 })))
    const klaar = await w.activiteit(oud, { dient: [pijler] })
    accepted(await staat(klaar, 'afgerond'))
    const tweede = await vernieuw(oud, 'Tweede')
    // Money belongs to a version: the copy starts without.
    expect(await beeld(visie)).toEqual([
      { code: 'P1', van: ['Eerste', 'Tweede'], gaten: [], kosten: null },
      { code: 'P2', van: ['Tweede'], gaten: [], kosten: null },
    ])
    expect((await onderdelen(visie))[0]!.activiteiten[0]).toMatchObject({ id: klaar })
    expect(await beeld(oud)).toEqual([
      { code: 'T', van: ['Eerste'], gaten: [], kosten: 500 },
      { code: 'U', van: [], gaten: [], kosten: null },
    ])
    expect(await beeld(tweede)).toEqual([
      { code: 'T', van: ['Tweede'], gaten: [], kosten: null },
      { code: 'U', van: [], gaten: ['geen_activiteit'], kosten: null },
    ])

    const derde = await vernieuw(tweede, 'Derde', '2029-01-01')
    expect((await beeld(visie)).map(({ van }) => van)).toEqual([['Eerste', 'Derde'], ['Derde']])
    const [loopt] = (await onderdelen(derde))[0]!.activiteiten
    accepted(await staat(loopt!.id, 'voortijdig_beeindigd', 'Geen geld'))
    expect((await beeld(visie)).map(({ van }) => van)).toEqual([['Eerste'], []])
  })
})
