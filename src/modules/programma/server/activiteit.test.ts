import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted } from '../../../../tests/given/platform.ts'
import { givenProgrammawereld, type Programmawereld } from '../../../../tests/given/programma.ts'
import type { Id } from '../../../shared/id.ts'
import { listActiviteiten } from '../domain/activiteit-contract.ts'
import { planActiviteit } from './activiteit-commands.ts'
import { listActiviteitPagina } from './activiteit-queries.ts'
import { reportStand, reportWaarde } from './voortgang-commands.ts'

const database = useDatabase()
let w: Programmawereld
let programma: Id

beforeAll(async () => {
  w = await givenProgrammawereld(database)
  programma = await w.programma()
}, 120_000)

const resultaat = { nummer: 1, naam: 'Woningen', eenheid: 'woningen', streefwaarde: 20, richting: 'hoger' }
const waarde = (id: Id, op: string, getal: number) =>
  w.as(w.manager, (work) => reportWaarde(work, { id, op, waarde: getal, toelichting: null, bron: 'Telling' }))
const lijst = async (query: object) =>
  (
    await w.as(w.coordinator, (work) =>
      listActiviteitPagina(work, listActiviteiten.query.parse({ aantalPerPagina: 200, ...query })),
    )
  ).results

describe('een activiteit', () => {
  it('staat er met al haar lijsten, in hun volgorde', async () => {
    const thema = await w.onderdeel(programma, { code: 'TH', naam: 'Wonen' })
    const id = await w.activiteit(programma, {
      soort: 'pilot',
      code: '4E',
      paragraaf: '4.5',
      toelichting: 'Van alleen naar samen',
      groepen: ['ag05', 'ag12', 'ag01'],
      doel: 'Minder mensen alleen',
      planning: 'kwartalen',
      vanKwartaal: '2026-1',
      totKwartaal: '2026-3',
      participatie: 'ja',
      participatieHoe: 'In de werkgroep',
      dient: [thema, thema],
      stappen: [{ omschrijving: 'Zoeken' }, { omschrijving: 'Afspreken', gereedOp: '2026-02-01' }],
      resultaten: [
        { nummer: 2, naam: 'Kaart', kartrekkers: [{ naam: 'Loket' }] },
        { ...resultaat, streefOp: '2026-12-31' },
      ],
      kartrekkers: [{ naam: 'Gemeente' }, { naam: 'Corporatie' }],
      nodig: [{ naam: 'Adviesraad' }],
      verbanden: ['Woonzorgvisie', 'Armoedebeleid'],
      indicatoren: ['wachtenden', 'wachtenden'],
    })
    expect(await w.lees(id)).toMatchObject({
      soort: 'pilot',
      code: '4E',
      paragraaf: '4.5',
      themas: ['TH Wonen'],
      vanKwartaal: '2026-1',
      totKwartaal: '2026-3',
      stand: null,
      bijgewerktOp: null,
      kartrekkers: ['Gemeente', 'Corporatie', 'Loket'],
      participatieHoe: 'In de werkgroep',
      dient: [{ id: thema, code: 'TH', soort: 'thema' }],
      stappen: [
        { omschrijving: 'Zoeken', gereedOp: null },
        { omschrijving: 'Afspreken', gereedOp: '2026-02-01' },
      ],
      trekkers: [
        { naam: 'Gemeente', partnerId: null },
        { naam: 'Corporatie', partnerId: null },
      ],
      nodig: [{ naam: 'Adviesraad', partnerId: null }],
      verbanden: ['Woonzorgvisie', 'Armoedebeleid'],
      indicatoren: [{ code: 'wachtenden', naam: 'Mensen op de wachtlijst' }],
      versie: 1,
    })
    const { groepen, resultaten } = await w.lees(id)
    // The four of the region come first, and one that is named as well stands there once.
    expect(groepen.map(({ code }) => code)).toEqual(['ag01', 'ag02', 'ag08', 'ag09', 'ag05', 'ag12'])
    expect(resultaten).toMatchObject([
      { nummer: 1, naam: 'Woningen', streefwaarde: 20, streefOp: '2026-12-31', behaald: 'geen_getal' },
      { nummer: 2, naam: 'Kaart', kartrekkers: [{ naam: 'Loket' }], behaald: null },
    ])
  })

  it('heeft een code die eenmaal voorkomt, met een paragraaf vaker', async () => {
    await w.activiteit(programma, { code: '9' })
    expect(await w.legActiviteit(programma, { code: '9' })).toMatchObject({
      code: 'activiteit_bestaat',
      field: 'code',
    })
    await w.activiteit(programma, { code: '9', paragraaf: '4.6' })
    expect(await w.legActiviteit(programma, { code: '9', paragraaf: '4.6' })).toMatchObject({
      code: 'activiteit_bestaat',
    })
    await w.activiteit(await w.programma(), { code: '9' })
  })

  it('noemt groepen van de regio en indicatoren die er zijn', async () => {
    expect(await w.legActiviteit(programma, { groepen: ['ag99'] })).toMatchObject({
      code: 'groep_onbekend',
      field: 'groepen',
    })
    expect(await w.legActiviteit(programma, { indicatoren: ['geluk'] })).toMatchObject({
      code: 'indicator_onbekend',
      field: 'indicatoren',
    })
    const volgt = [resultaat, { nummer: 2, naam: 'Geluk', indicator: 'geluk' }]
    expect(await w.legActiviteit(programma, { resultaten: volgt })).toMatchObject({
      code: 'indicator_onbekend',
      field: 'resultaten.1.indicator',
    })
  })

  it('wie haar wijzigt noemt de versie die hij zag; wie te laat is hoort wie wat wijzigde, ook in de lijsten', async () => {
    const id = await w.activiteit(programma, { code: 'V', stappen: [{ omschrijving: 'Zoeken' }] })
    accepted(
      await w.wijzigActiviteit(
        id,
        1,
        { code: 'V', doel: 'Samen', stappen: [{ omschrijving: 'Bouwen' }] },
        w.adviseur,
      ),
    )
    const door = 'Proef beleidsmedewerker centrumgemeente'
    expect(await w.wijzigActiviteit(id, 1, { code: 'V' })).toMatchObject({
      code: 'versie_verouderd',
      wijzigingen: [
        { veld: 'doel', oud: 'leeg', nieuw: 'Samen', door },
        { veld: 'stappen', oud: 'Zoeken', nieuw: 'Bouwen', door },
      ],
    })
    expect(await w.lees(id)).toMatchObject({
      doel: 'Samen',
      stappen: [{ omschrijving: 'Bouwen' }],
      versie: 2,
    })
  })

  it('verschuift op de tijdlijn zonder dat er iets anders verandert', async () => {
    const id = await w.activiteit(programma, { doel: 'Samen', stappen: [{ omschrijving: 'Zoeken' }] })
    const plan = { id, planning: 'kwartalen', vanKwartaal: '2026-2', totKwartaal: '2026-4' } as const
    accepted(await w.as(w.adviseur, (work) => planActiviteit(work, { ...plan, versie: 1 })))
    expect(await w.lees(id)).toMatchObject({
      vanKwartaal: '2026-2',
      totKwartaal: '2026-4',
      doel: 'Samen',
      stappen: [{ omschrijving: 'Zoeken' }],
      versie: 2,
    })
    expect(await w.as(w.manager, (work) => planActiviteit(work, { ...plan, versie: 1 }))).toMatchObject({
      code: 'versie_verouderd',
    })
  })
})

describe('resultaten en hun getallen', () => {
  it('een resultaat zonder getallen mag weg; met getallen niet, en dan blijft alles zoals het was', async () => {
    const twee = [resultaat, { nummer: 2, naam: 'Kaart' }]
    const id = await w.activiteit(programma, { code: 'R', resultaten: twee })
    const [eerste] = (await w.lees(id)).resultaten
    accepted(await waarde(eerste!.id, '2026-03-01', 12))
    expect(await w.wijzigActiviteit(id, 1, { code: 'R', resultaten: [] })).toMatchObject({
      code: 'resultaat_heeft_getallen',
      field: 'resultaten',
      message:
        'Bij een resultaat dat u weghaalt, staan getallen. Laat het staan, of zet in de naam dat het vervalt.',
    })
    expect((await w.lees(id)).resultaten).toHaveLength(2)
    accepted(await w.wijzigActiviteit(id, 1, { code: 'R', resultaten: [{ ...resultaat, naam: 'Huizen' }] }))
    expect((await w.lees(id)).resultaten).toMatchObject([
      { id: eerste!.id, naam: 'Huizen', waarden: [{ waarde: 12 }], behaald: 'op_weg' },
    ])
  })

  it('met getallen blijft staan waarin geteld wordt; het mag wel anders heten', async () => {
    const kaal = { nummer: 2, naam: 'Kaart', eenheid: 'kaarten' }
    const id = await w.activiteit(programma, { code: 'E', resultaten: [resultaat, kaal] })
    const [eerste] = (await w.lees(id)).resultaten
    accepted(await waarde(eerste!.id, '2026-03-01', 12))
    const zonder = { nummer: 1, naam: resultaat.naam }
    expect(
      await w.wijzigActiviteit(id, 1, { code: 'E', resultaten: [{ ...kaal, eenheid: null }, zonder] }),
    ).toMatchObject({
      code: 'resultaat_heeft_getallen',
      field: 'resultaten.1.eenheid',
      message: 'Bij dit resultaat staan getallen. Laat staan waarin u telt.',
      status: 422,
    })
    expect((await w.lees(id)).resultaten.map(({ eenheid }) => eenheid)).toEqual([
      resultaat.eenheid,
      'kaarten',
    ])
    accepted(
      await w.wijzigActiviteit(id, 1, {
        code: 'E',
        resultaten: [
          { ...resultaat, eenheid: 'huizen' },
          { ...kaal, eenheid: null },
        ],
      }),
    )
    expect((await w.lees(id)).resultaten.map(({ eenheid }) => eenheid)).toEqual(['huizen', null])
  })

  it('van een dag geldt één getal; een verbeterd getal houdt de oude rij', async () => {
    const id = await w.activiteit(programma, { resultaten: [resultaat] })
    const [een] = (await w.lees(id)).resultaten
    accepted(await waarde(een!.id, '2026-03-01', 12))
    accepted(await waarde(een!.id, '2026-02-01', 5.25))
    accepted(await waarde(een!.id, '2026-03-01', 21))
    const [na] = (await w.lees(id)).resultaten
    expect(na!.waarden.map(({ op, waarde }) => [op, waarde])).toEqual([
      ['2026-02-01', 5.25],
      ['2026-03-01', 21],
    ])
    expect(na!.behaald).toBe('gehaald')
    const { rows } = await database.login.query(
      'select waarde::float8 as waarde, vervallen_op is not null as vervallen from onderdak.resultaat_waarde where resultaat_id = $1 and op = $2 order by id',
      [een!.id, '2026-03-01'],
    )
    expect(rows).toEqual([
      { waarde: 12, vervallen: true },
      { waarde: 21, vervallen: false },
    ])
  })

  it('wat geen getal is of een indicator volgt, neemt geen getal aan; de toekomst ook niet', async () => {
    const id = await w.activiteit(programma, {
      resultaten: [
        resultaat,
        { nummer: 2, naam: 'Kaart' },
        { nummer: 3, naam: 'Wachtlijst', eenheid: 'mensen', indicator: 'wachtenden' },
      ],
    })
    const [telt, tekst, volgt] = (await w.lees(id)).resultaten
    expect(await waarde(telt!.id, '2026-04-02', 1)).toMatchObject({ code: 'datum_in_toekomst', field: 'op' })
    expect(await waarde(tekst!.id, '2026-03-01', 1)).toMatchObject({
      code: 'resultaat_zonder_eenheid',
      field: 'waarde',
    })
    expect(await waarde(volgt!.id, '2026-03-01', 1)).toMatchObject({
      code: 'resultaat_volgt_indicator',
      field: 'waarde',
    })
    expect(volgt!.indicator).toEqual({ code: 'wachtenden', naam: 'Mensen op de wachtlijst' })
  })
})

describe('de lijst', () => {
  it('filtert op stand, koers, soort en onderdeel, en sorteert standen in hun eigen volgorde', async () => {
    const programmaId = await w.programma()
    const thema = await w.onderdeel(programmaId)
    const klaar = await w.activiteit(programmaId, { code: '1' })
    const begon = await w.activiteit(programmaId, { code: '2', soort: 'pilot', dient: [thema] })
    const niets = await w.activiteit(programmaId, { code: '3' })
    const staat = (id: Id, stand: 'afgerond' | 'verkenning', koers: 'op_schema' | null) =>
      w.as(w.manager, (work) => reportStand(work, { id, op: '2026-03-01', stand, koers, reden: null }))
    accepted(await staat(klaar, 'afgerond', null))
    accepted(await staat(begon, 'verkenning', 'op_schema'))
    const ids = async (query: object) => (await lijst({ programmaId, ...query })).map(({ id }) => id)
    expect(await ids({})).toEqual([klaar, begon, niets])
    expect(await ids({ stand: 'afgerond' })).toEqual([klaar])
    expect(await ids({ koers: 'op_schema' })).toEqual([begon])
    expect(await ids({ soort: 'pilot' })).toEqual([begon])
    expect(await ids({ onderdeelId: thema })).toEqual([begon])
    expect(await ids({ sorteer: 'stand' })).toEqual([niets, begon, klaar])
    expect(await ids({ sorteer: '-stand' })).toEqual([klaar, begon, niets])
    expect(await ids({ sorteer: '-nummer' })).toEqual([niets, begon, klaar])
  })
})
