import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted } from '../../../../tests/given/platform.ts'
import { givenProgrammawereld, type Programmawereld } from '../../../../tests/given/programma.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { listProgrammaonderdelen, OnderdeelWijziging } from '../domain/programma-contract.ts'
import { changeOnderdeel } from './programma-commands.ts'
import { listOnderdeelPagina, readProgramma } from './programma-queries.ts'
import { registerGeld, reportStand } from './voortgang-commands.ts'

const database = useDatabase()
let w: Programmawereld

beforeAll(async () => {
  w = await givenProgrammawereld(database)
}, 120_000)

const lees = async (id: Id) => accepted(await w.as(w.coordinator, (work) => readProgramma(work, id)))

const onderdelen = async (query: object = {}) =>
  (
    await w.as(w.coordinator, (work) =>
      listOnderdeelPagina(work, listProgrammaonderdelen.query.parse({ aantalPerPagina: 200, ...query })),
    )
  ).results
const staat = (id: Id, stand: string, reden: string | null = null) =>
  w.as(w.manager, (work) =>
    reportStand(work, { id, op: '2026-03-01', stand: stand as 'afgerond', koers: null, reden }),
  )

describe('onderdelen', () => {
  const wijzigOnderdeel = (id: Id, versie: number, meer: object, wie: Vrager = w.manager) =>
    w.as(wie, (work) =>
      changeOnderdeel(work, {
        ...OnderdeelWijziging.parse({
          soort: 'thema',
          code: 'W',
          naam: 'Wonen',
          bron: 'Nota',
          ...meer,
          versie,
        }),
        id,
      }),
    )

  it('staan in de volgorde waarin zij kwamen, met waar zij onder vallen en waaraan zij bijdragen', async () => {
    const visie = await w.programma({ soort: 'visie' })
    const pijler = await w.onderdeel(visie, { soort: 'pijler', code: 'P1' })
    const doel = await w.onderdeel(visie, { soort: 'doel', code: 'D1', onderId: pijler })
    const programma = await w.programma()
    const thema = await w.onderdeel(programma, { code: 'B', naar: [doel, pijler, doel] })
    await w.onderdeel(programma, { code: 'A' })
    expect((await lees(visie)).onderdelen.map(({ code, onderId }) => [code, onderId])).toEqual([
      ['P1', null],
      ['D1', pijler],
    ])
    const gelezen = (await lees(programma)).onderdelen
    expect(gelezen.map(({ code }) => code)).toEqual(['B', 'A'])
    expect(gelezen[0]).toMatchObject({ id: thema, naar: [pijler, doel], versie: 1 })
  })

  it('wijzigen met de versie die men zag, en met waaraan het bijdraagt', async () => {
    const programma = await w.programma()
    const [een, ander] = [await w.onderdeel(programma), await w.onderdeel(programma)]
    const id = await w.onderdeel(programma, { code: 'W', naar: [een] })
    accepted(await wijzigOnderdeel(id, 1, { naam: 'Wonen en herstel', naar: [ander] }, w.adviseur))
    expect((await lees(programma)).onderdelen.at(-1)).toMatchObject({
      naam: 'Wonen en herstel',
      naar: [ander],
      versie: 2,
    })
    expect(await wijzigOnderdeel(id, 1, { naar: [] })).toMatchObject({
      code: 'versie_verouderd',
      wijzigingen: expect.arrayContaining([
        expect.objectContaining({ veld: 'naam', nieuw: 'Wonen en herstel' }),
      ]),
    })
    // What was refused took nothing away.
    expect((await lees(programma)).onderdelen.at(-1)).toMatchObject({ naar: [ander] })
  })

  it('vallen nooit onder zichzelf, ook niet via andere', async () => {
    const programma = await w.programma()
    const boven = await w.onderdeel(programma, { code: 'boven' })
    const midden = await w.onderdeel(programma, { code: 'midden', onderId: boven })
    const onder = await w.onderdeel(programma, { code: 'onder', onderId: midden })
    const kring = { code: 'onderdeel_past_niet', field: 'onderId' }
    expect(await wijzigOnderdeel(boven, 1, { code: 'boven', onderId: onder })).toMatchObject({
      ...kring,
      message: 'Een onderdeel kan niet onder zichzelf vallen, ook niet via andere. Kies een ander.',
    })
    expect(await wijzigOnderdeel(boven, 1, { code: 'boven', onderId: boven })).toMatchObject({
      ...kring,
      message: 'Een onderdeel kan niet onder zichzelf vallen, ook niet via andere. Kies een ander.',
    })
    expect(await wijzigOnderdeel(onder, 1, { code: 'onder', naar: [onder] })).toMatchObject({
      code: 'onderdeel_past_niet',
      field: 'naar',
    })
  })

  it('die tegelijk onder elkaar worden gehangen, worden geen kring', async () => {
    const programma = await w.programma()
    const [een, ander] = [
      await w.onderdeel(programma, { code: 'een' }),
      await w.onderdeel(programma, { code: 'ander' }),
    ]
    const beide = await Promise.all([
      wijzigOnderdeel(een, 1, { code: 'een', onderId: ander }),
      wijzigOnderdeel(ander, 1, { code: 'ander', onderId: een }, w.adviseur),
    ])
    expect(beide.filter((uitkomst) => 'rejected' in uitkomst)).toMatchObject([
      { code: 'onderdeel_past_niet' },
    ])
  })
})

describe('de gaten: wat wij willen en waar niemand aan werkt (UP-02)', () => {
  it('een thema geeft door aan de pijler waaraan het bijdraagt, en wat gestopt is telt niet meer', async () => {
    const visie = await w.programma({ soort: 'visie', naam: 'Visie', van: '2024-01-01' })
    const pijler = await w.onderdeel(visie, { soort: 'pijler', code: 'P1', naam: 'Wonen' })
    const doel = await w.onderdeel(visie, { soort: 'doel', code: 'D1', onderId: pijler })
    await w.onderdeel(visie, { soort: 'pijler', code: 'P2' })
    await w.onderdeel(visie, { soort: 'uitgangspunt', code: 'U1' })
    const programma = await w.programma()
    const thema = await w.onderdeel(programma, { code: 'T1', naam: 'Huizen', naar: [doel] })
    const gaten = async () =>
      Object.fromEntries(
        (await onderdelen()).flatMap(({ programmaId, code, gaten }) =>
          programmaId === visie || programmaId === programma ? [[code, gaten]] : [],
        ),
      )
    const niemand = ['geen_activiteit']
    expect(await gaten()).toEqual({ P1: niemand, D1: niemand, P2: niemand, U1: [], T1: niemand })

    const id = await w.activiteit(programma, { code: 'A1', naam: 'Bouwen', dient: [thema] })
    const ongemeten = ['geen_meting']
    expect(await gaten()).toEqual({ P1: ongemeten, D1: ongemeten, P2: niemand, U1: [], T1: ongemeten })

    await w.activiteit(programma, { dient: [thema], indicatoren: ['wachtenden'] })
    expect(await gaten()).toEqual({ P1: [], D1: [], P2: niemand, U1: [], T1: [] })
    const gevonden = (await onderdelen({ programmaId: visie })).find(({ code }) => code === 'P1')
    expect(gevonden).toMatchObject({
      aantalActiviteiten: 2,
      ontbreekt: '',
      indicatoren: [{ code: 'wachtenden' }],
      kosten: null,
    })
    expect(gevonden!.activiteiten[0]).toMatchObject({ id, code: 'A1', naam: 'Bouwen', via: 'T1 Huizen' })
    expect((await onderdelen({ programmaId: programma }))[0]!.activiteiten[0]).toMatchObject({
      id,
      via: null,
    })
    expect(
      (await onderdelen({ programmaId: visie, gat: 'geen_activiteit' })).map(({ code }) => code),
    ).toEqual(['P2'])

    for (const { id: activiteit } of gevonden!.activiteiten)
      accepted(await staat(activiteit, 'voortijdig_beeindigd', 'Geen geld'))
    expect(await gaten()).toMatchObject({ P1: niemand, T1: niemand })
  })

  it('een eigen getal of een meting telt ook; geld is per jaar en van elke activiteit één keer', async () => {
    const programma = await w.programma()
    const [getal, meting] = [await w.onderdeel(programma), await w.onderdeel(programma, { soort: 'ambitie' })]
    const een = await w.activiteit(programma, {
      dient: [getal],
      resultaten: [{ nummer: 1, naam: 'Woningen', eenheid: 'woningen' }],
    })
    accepted(await w.meet(await w.activiteit(programma, { dient: [meting] })))
    const geld = { soort: 'kosten', omschrijving: 'Leider', isStructureel: false, bron: 'Begroting' } as const
    for (const [jaar, bedrag] of [
      [2025, 1000],
      [2025, 500],
      [2026, 2500],
    ] as const)
      accepted(await w.as(w.manager, (work) => registerGeld(work, { id: een, ...geld, jaar, bedrag })))
    accepted(
      await w.as(w.manager, (work) =>
        registerGeld(work, { id: een, ...geld, soort: 'dekking', jaar: 2026, bedrag: 9 }),
      ),
    )
    expect(
      (await onderdelen({ programmaId: programma })).map(({ gaten, kosten }) => ({ gaten, kosten })),
    ).toEqual([
      { gaten: [], kosten: 2000 },
      { gaten: [], kosten: null },
    ])
  })
})
