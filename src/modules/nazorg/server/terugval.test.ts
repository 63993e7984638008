import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenNazorgketen, type Nazorgketen } from '../../../../tests/given/nazorg.ts'
import { accepted } from '../../../../tests/given/platform.ts'
import { vertrek } from '../../../../tests/given/traject.ts'
import { givenPersoon } from '../../../../tests/given/verblijf.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays } from '../../../shared/plain-date.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { giveToestemming, withdrawToestemming } from '../../delen/server/commands.ts'
import { startOnderbreking } from '../../traject/server/commands.ts'
import { endVerblijf } from '../../verblijf/server/commands.ts'
import { volgendeRisicodag } from '../domain/rules.ts'
import {
  addRisicodag,
  endRisicodag,
  recordSignaal,
  saveTerugvalplan,
  settleSignaal,
} from './plan-commands.ts'
import { bookTimeOut, findTimeOut } from './time-out.ts'

const database = useDatabase()
let keten: Nazorgketen
let loket: Vrager
let planner: Vrager

// It is Monday 2 March 2026.
beforeAll(async () => {
  keten = await givenNazorgketen(database)
  ;({ loket, planner } = keten)
})

describe('terugvalplan, risicodagen en signalen uit het netwerk', () => {
  const plan = {
    signalen: 'Ik doe de gordijnen dicht',
    watHelpt: 'Bel me',
    wieBellen: 'Mijn zus',
    besprokenOp: '2026-03-02',
  }
  it('één plan per persoon, met wie wat wijzigde als twee het tegelijk doen', async () => {
    const { persoonId } = await keten.vertrokken()
    const bewaar = (versie: number | null) =>
      keten.doe(loket, (work) => saveTerugvalplan(work, { ...plan, persoonId, versie }))
    expect(accepted(await bewaar(null)).versie).toBe(1)
    expect(await bewaar(null)).toMatchObject({ code: 'versie_verouderd' })
    expect(accepted(await bewaar(1)).versie).toBe(2)
  })

  it('een risicodag geeft vooraf een sein, elk jaar opnieuw, tot hij vervalt', async () => {
    const { persoonId } = await keten.vertrokken()
    const dag = {
      persoonId,
      naam: 'Sterfdag van mijn broer',
      soort: 'jaarlijks' as const,
      datum: '2019-03-10',
      dagenVooraf: 10,
    }
    const { id } = accepted(await keten.doe(loket, (work) => addRisicodag(work, dag)))
    expect((await keten.van(loket, persoonId)).risicodagen).toMatchObject([
      { volgendeOp: '2026-03-10', isNabij: true, isJaarlijks: true },
    ])
    accepted(await keten.doe(loket, (work) => endRisicodag(work, id)))
    expect((await keten.van(loket, persoonId)).risicodagen).toEqual([])
  })

  it('de database rekent dezelfde volgende risicodag uit', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 4000 }),
        fc.constantFrom([2, 29], [12, 31], [1, 1], [6, 15], [2, 28]),
        async (n, [maand, dag]) => {
          const op = addDays('2020-01-01', n)
          const [row] = await keten.query(
            'select onderdak.volgende_risicodag(null, $1, $2, $3)::text as op',
            [maand, dag, op],
          )
          expect(row.op).toBe(volgendeRisicodag({ datum: null, maand: maand!, dag: dag! }, op))
        },
      ),
      { numRuns: 60, seed: 3 },
    )
  })

  it('een naaste wordt gehoord als de cliënt dat goedvindt, en na intrekken niet meer', async () => {
    const { persoonId } = await keten.vertrokken()
    const { id: toestemmingId } = accepted(
      await keten.doe(loket, (work) =>
        giveToestemming(work, {
          persoonId,
          ontvanger: { soort: 'naaste', naam: 'Zus Els' },
          gegevensset: 'contact',
          doel: 'Laten weten hoe het gaat',
          vorm: 'mondeling',
          gegevenDoor: 'client',
          gegevenOp: '2026-03-02',
        }),
      ),
    )
    const meld = () =>
      keten.doe(loket, (work) =>
        recordSignaal(work, { persoonId, toestemmingId, op: '2026-03-02', signaal: 'Hij neemt niet op' }),
      )
    const { id } = accepted(await meld())
    accepted(
      await keten.doe(loket, (work) =>
        settleSignaal(work, { signaalId: id, op: '2026-03-02', uitkomst: 'Langs geweest' }),
      ),
    )
    accepted(await keten.doe(loket, (work) => withdrawToestemming(work, { id: toestemmingId })))
    expect(await meld()).toMatchObject({ code: 'toestemming_ingetrokken' })
    expect((await keten.van(loket, persoonId)).signalen).toMatchObject([
      { van: 'Zus Els', uitkomst: 'Langs geweest' },
    ])
  })
})

describe('een time-outplek boeken (OVD-07)', () => {
  async function metPlekken(aantal: number) {
    await keten.query("update onderdak.product set code = 'oud' || code where code = 'time_out'")
    await keten.query("update onderdak.product set code = 'time_out' where id = $1", [keten.woning])
    return keten.place(keten.woning, aantal)
  }
  const boek = async (persoonId: Id, plekId: Id, vrager = loket) => {
    const { id: trajectId, versie } = await keten.one(loket, persoonId)
    return keten.doe(vrager, (work) =>
      bookTimeOut(work, {
        trajectId,
        versie,
        plekId,
        op: '2026-03-02',
        verwachtTot: '2026-03-09',
        reden: 'Rust nodig',
        volgendeStap: 'Elke dag bellen',
        volgendeStapOp: '2026-03-03',
      }),
    )
  }
  const bewoner = async () => {
    const persoonId = await givenPersoon(keten.platform, loket)
    accepted(await keten.start(loket, persoonId, keten.nacht))
    return persoonId
  }

  it('de plek is meteen bezet, de eigen plek blijft, en het traject loopt door', async () => {
    const [plekId] = await metPlekken(1)
    const persoonId = await bewoner()
    const { id: trajectId, versie } = await keten.one(loket, persoonId)
    accepted(
      await keten.doe(loket, (work) =>
        startOnderbreking(work, {
          trajectId,
          versie,
          soort: 'terugval',
          op: '2026-03-01',
          verwachtTot: null,
          reden: 'Gaat slecht',
          stap: null,
        }),
      ),
    )
    const vrij = accepted(await keten.doe(loket, (work) => findTimeOut(work, trajectId)))
    expect(vrij.plekken).toMatchObject([{ plekId, nietOmdat: null }])
    const { id } = accepted(await boek(persoonId, plekId!))
    expect(await keten.one(loket, persoonId)).toMatchObject({
      toestand: 'time_out',
      onderbrekingen: [
        { soort: 'time_out', reden: 'Rust nodig', verwachtTot: '2026-03-09', tot: null },
        { soort: 'terugval', tot: '2026-03-02' },
      ],
    })
    const stays = await keten.query(
      'select soort from onderdak.verblijf where persoon_id = $1 and geeindigd_op is null order by soort',
      [persoonId],
    )
    expect(stays.map((row) => row.soort)).toEqual(['regulier', 'time_out'])
    expect(accepted(await keten.doe(loket, (work) => findTimeOut(work, trajectId))).plekken).toEqual([])
    accepted(
      await keten.doe(loket, (work) =>
        endVerblijf(work, vertrek(id, { op: '2026-03-02', bestemming: 'eigen_woning' })),
      ),
    )
    expect((await keten.one(loket, persoonId)).toestand).toBe('lopend')
    expect((await keten.van(loket, persoonId)).uitstromen).toEqual([])
    await keten.checkBoeken()
  })

  it('tien mensen tegelijk op één plek: precies één boeking, en de anderen hebben geen time-out', async () => {
    const [plekId] = await metPlekken(1)
    const mensen: Id[] = []
    for (let i = 0; i < 10; i++) mensen.push(await bewoner())
    const answers = await Promise.all(mensen.map((persoonId) => boek(persoonId, plekId!)))
    expect(answers.filter((one) => !isRejection(one))).toHaveLength(1)
    const codes = new Set(answers.filter(isRejection).map((one) => one.code))
    expect([...codes].every((code) => ['plek_niet_vrij', 'plek_bezet_in_periode'].includes(code))).toBe(true)
    const standen = await Promise.all(
      mensen.map(async (persoonId) => (await keten.one(loket, persoonId)).toestand),
    )
    expect(standen.filter((stand) => stand === 'time_out')).toHaveLength(1)
  })

  it('één cliënt tegelijk op vijf plekken: precies één boeking', async () => {
    const plekken = await metPlekken(5)
    const persoonId = await bewoner()
    const answers = await Promise.all(plekken.map((plekId) => boek(persoonId, plekId)))
    expect(answers.filter((one) => !isRejection(one))).toHaveLength(1)
  })

  it('een andere aanbieder ziet de plek, maar boekt via het loket', async () => {
    const [plekId] = await metPlekken(1)
    const persoonId = await bewoner()
    await keten.query(
      'update onderdak.voorziening set organisatie_id = $1 where id in (select l.voorziening_id from onderdak.plek p join onderdak.locatie l on l.id = p.locatie_id where p.id = $2)',
      [keten.regio.organisaties.andereAanbieder, plekId],
    )
    const { id: trajectId } = await keten.one(planner, persoonId)
    const vrij = accepted(await keten.doe(planner, (work) => findTimeOut(work, trajectId)))
    expect(vrij.plekken.find((plek) => plek.plekId === plekId)!.nietOmdat).toContain('andere organisatie')
    expect(await boek(persoonId, plekId!, planner)).toMatchObject({ code: 'geen_recht' })
  })
})
