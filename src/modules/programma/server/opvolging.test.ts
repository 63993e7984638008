import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted } from '../../../../tests/given/platform.ts'
import { givenProgrammawereld, type Programmawereld } from '../../../../tests/given/programma.ts'
import type { Id } from '../../../shared/id.ts'
import { listProgrammaonderdelen } from '../domain/programma-contract.ts'
import { startProgrammaversie } from './programma-commands.ts'
import { listOnderdeelPagina, readProgramma } from './programma-queries.ts'
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
const onderdeelIds = async (id: Id) =>
  accepted(await w.as(w.coordinator, (work) => readProgramma(work, id))).onderdelen
const dient = async (id: Id) => (await w.lees(id)).dient.map((een) => een.id)

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

describe('een nieuwe versie van een visie', () => {
  it('krijgt wat in andere programma’s nog loopt; wat klaar is, en wat al vervangen was, blijft bij de oude', async () => {
    const visie = await w.programma({ soort: 'visie', naam: 'Oude visie', tot: null })
    const pijler = await w.onderdeel(visie, { soort: 'pijler', code: 'P1' })
    const eigen = await w.activiteit(visie, { dient: [pijler] })
    const vroeger = await w.programma({ naam: 'Vroeger', tot: null })
    const toen = await w.onderdeel(vroeger, { code: 'TOEN', naar: [pijler] })
    const gedaan = await w.activiteit(vroeger, { dient: [pijler] })
    const programma = await vernieuw(vroeger, 'Nu', '2026-01-01')
    const [thema] = await onderdeelIds(programma)
    const ander = await w.onderdeel(programma, { code: 'ANDER' })
    const loopt = await w.activiteit(programma, { code: 'LOOPT', dient: [ander, pijler] })
    const klaar = await w.activiteit(programma, { dient: [pijler] })
    accepted(await staat(klaar, 'afgerond'))

    const nieuw = await vernieuw(visie, 'Nieuwe visie')
    const [opvolger] = await onderdeelIds(nieuw)
    expect(new Set(await dient(loopt))).toEqual(new Set([ander, opvolger!.id]))
    expect(await dient(klaar)).toEqual([pijler])
    expect(await dient(gedaan)).toEqual([pijler])
    expect(await dient(eigen)).toEqual([pijler])
    expect((await onderdeelIds(programma))[0]).toMatchObject({
      id: thema!.id,
      naar: [opvolger!.id],
      versie: 2,
    })
    expect((await onderdeelIds(vroeger))[0]).toMatchObject({ id: toen, naar: [pijler], versie: 1 })
    expect((await beeld(nieuw))[0]!.van.toSorted()).toEqual(['Nieuwe visie', 'Nu', 'Nu'])
  })

  it('staat in de geschiedenis van wat verhuisde, en wie daar mee bezig was kijkt eerst opnieuw', async () => {
    const visie = await w.programma({ soort: 'visie', tot: null })
    const doel = await w.onderdeel(visie, { soort: 'doel' })
    const programma = await w.programma()
    const thema = await w.onderdeel(programma, { naar: [doel] })
    const id = await w.activiteit(programma, { code: 'BEZIG', dient: [doel] })
    const nieuw = await vernieuw(visie, 'Volgende')
    const [opvolger] = await onderdeelIds(nieuw)
    const boek = async (onderwerp: Id) =>
      (
        await database.login.query(
          'select soort, gegevens from onderdak.gebeurtenis where onderwerp_id = $1 order by vastgelegd_op desc, id desc limit 1',
          [onderwerp],
        )
      ).rows[0]
    expect(await boek(id)).toEqual({
      soort: 'ActiviteitGewijzigd',
      gegevens: { versie: 2, wijzigingen: { dient: [[doel], [opvolger!.id]] } },
    })
    expect(await boek(thema)).toEqual({
      soort: 'OnderdeelGewijzigd',
      gegevens: { versie: 2, wijzigingen: { naar: [[doel], [opvolger!.id]] } },
    })
    expect(await w.wijzigActiviteit(id, 1, { code: 'BEZIG', dient: [doel] })).toMatchObject({
      code: 'versie_verouderd',
    })
  })
})
