import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { givenProduct, givenWachtende } from '../../../../tests/given/wachtlijst.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import { WachtlijstQuery } from '../domain/contract.ts'
import {
  completeByVerblijf,
  endWachtlijstplaatsing,
  markVoorgesteld,
  markWachtend,
  updatePlaatsbaarheid,
} from './commands.ts'
import { getWachtlijstplaatsing } from './detail-queries.ts'
import { changeWachtlijstplaatsing, recordWachtcontact } from './edit-commands.ts'
import { listWachtlijst } from './queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager
let serial = 0

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'wachtlijstbeheerder')
})

const product = (more: Partial<Parameters<typeof givenProduct>[1]> = {}) =>
  givenProduct({ platform, regio }, { code: `W${++serial}`, ...more })
const as = <T>(wie: Vrager, run: (work: Work) => Promise<T>) => workAs(platform, wie, run)
const list = (wie: Vrager, query: Record<string, unknown>) =>
  as(wie, (work) => listWachtlijst(work, WachtlijstQuery.parse(query)))

describe('tijdens het wachten', () => {
  it('wie iets vastlegt terwijl een voorstel begon of eindigde, leest wie dat deed', async () => {
    const { id } = await givenWachtende(platform, loket, { productId: await product() })
    const planner = await regio.als('loket', 'toegangsmedewerker')
    const contact = () =>
      as(loket, (work) =>
        recordWachtcontact(work, {
          id,
          versie: 1,
          op: '2026-03-02',
          wachtNog: true,
          risico: 'geen',
          uitkomst: 'Gebeld',
        }),
      )
    const voorgesteld = {
      veld: 'status',
      oud: 'wachtend',
      nieuw: 'voorgesteld',
      door: 'Proef toegangsmedewerker loket',
    }
    accepted(await as(planner, (work) => markVoorgesteld(work, { wachtlijstplaatsingId: id })))
    expect(await contact()).toMatchObject({ code: 'versie_verouderd', wijzigingen: [voorgesteld] })
    accepted(await as(planner, (work) => markWachtend(work, { wachtlijstplaatsingId: id, achteraan: true })))
    const { wijzigingen } = (await contact()) as unknown as { wijzigingen: { veld: string }[] }
    expect(wijzigingen).toMatchObject([
      voorgesteld,
      { ...voorgesteld, oud: 'voorgesteld', nieuw: 'wachtend' },
      { veld: 'beslotenOp' },
    ])
  })

  it('wie niet bevestigd is wordt gemeld, nooit weggehaald; contact schuift het op', async () => {
    const productId = await product()
    const { id } = await givenWachtende(platform, loket, {
      productId,
      ingelezen: {
        bron: 'lijst CO-loket',
        peildatum: '2025-12-01',
        gemeldOp: '2025-11-01',
        beslotenOp: '2025-11-15',
      },
    })
    const late = await list(loket, { productId, teBevestigen: 'ja' })
    expect(late.results).toMatchObject([
      { id, teBevestigen: true, status: 'wachtend', bevestigenVoor: '2026-01-12' },
    ])
    const contact = (more: object, versie: number) =>
      as(loket, (work) =>
        recordWachtcontact(work, {
          id,
          versie,
          op: '2026-03-02',
          wachtNog: true,
          risico: 'terugval',
          uitkomst: 'Belt volgende week',
          ...more,
        }),
      )
    expect(await contact({ volgendeControleOp: '2027-01-01' }, 1)).toMatchObject({
      field: 'volgendeControleOp',
    })
    accepted(await contact({ volgendeControleOp: '2026-03-16' }, 1))
    expect((await list(loket, { productId, teBevestigen: 'ja' })).count).toBe(0)
    accepted(await contact({ wachtNog: false }, 2))
    const detail = accepted(await as(loket, (work) => getWachtlijstplaatsing(work, id)))
    expect(detail).toMatchObject({ status: 'wachtend', bevestigenVoor: '2026-03-16' })
    expect(detail.contacten.map((found) => found.wachtNog)).toEqual([false, true])
  })

  it('beëindigen doet een medewerker met een reden en een volgende stap; het systeem mag het niet', async () => {
    const productId = await product()
    const { id, persoonId } = await givenWachtende(platform, loket, { productId })
    const end = (wie: Vrager, reden: string) =>
      as(wie, (work) => endWachtlijstplaatsing(work, { wachtlijstplaatsingId: id, reden }))
    expect(await end(regio.systeem, 'eigen_oplossing')).toMatchObject({ code: 'niet_door_het_systeem' })
    expect(await end(loket, 'zomaar')).toMatchObject({ field: 'reden' })
    accepted(await end(loket, 'eigen_oplossing'))
    expect((await list(loket, { productId })).count).toBe(0)
    expect((await list(loket, { productId, status: 'beeindigd' })).count).toBe(1)
    const { rows } = await database.login.query(
      'select status, volgende_stap from onderdak.opvolging where persoon_id = $1',
      [persoonId],
    )
    expect(rows).toMatchObject([
      { status: 'open', volgende_stap: 'Nagaan of hulp nog nodig is, en anders afsluiten' },
    ])
    expect(
      await as(loket, (work) =>
        completeByVerblijf(work, { wachtlijstplaatsingId: id, gestartOp: '2026-03-02' }),
      ),
    ).toMatchObject({ code: 'stand_laat_dit_niet_toe' })
  })

  it('wijzigen laat de klokken staan; tijdelijk niet beschikbaar telt niet mee', async () => {
    const productId = await product()
    const een = await givenWachtende(platform, loket, { productId })
    const twee = await givenWachtende(platform, loket, { productId })
    accepted(
      await as(loket, (work) =>
        changeWachtlijstplaatsing(work, {
          id: een.id,
          versie: 1,
          status: 'opgeschort',
          wachtreden: 'tijdelijk_niet_beschikbaar',
        }),
      ),
    )
    expect((await list(loket, { productId })).results).toMatchObject([
      { id: twee.id, rang: 1 },
      { id: een.id, rang: 2, poortOpen: false, status: 'opgeschort' },
    ])
    expect(
      await as(loket, (work) => changeWachtlijstplaatsing(work, { id: een.id, versie: 2, kinderen: 1 })),
    ).toMatchObject({ faults: [{ field: 'kinderen' }] })
    accepted(
      await as(loket, (work) =>
        changeWachtlijstplaatsing(work, { id: een.id, versie: 2, status: 'wachtend' }),
      ),
    )
    expect((await list(loket, { productId })).results[0]).toMatchObject({
      id: een.id,
      rang: 1,
      poortOpen: true,
    })
  })

  it('een beschikking die later komt opent de poort', async () => {
    const productId = await product({ domein: 'BW', toegang: 'beschikking' })
    const { id, persoonId } = await givenWachtende(platform, loket, {
      productId,
      ingelezen: { bron: 'proef', peildatum: '2026-03-01', gemeldOp: '2026-01-01', beslotenOp: '2026-01-10' },
    })
    expect((await list(loket, { productId })).results).toMatchObject([
      { poortOpen: false, dagenPlaatsbaar: null, wachtreden: 'Wacht op een besluit of beschikking' },
    ])
    await as(regio.systeem, (work) =>
      work.db
        .insertInto('beschikking')
        .values({
          id: platform.newId(),
          regio_id: regio.regioId,
          nummer: `B${++serial}`,
          persoon_id: persoonId,
          product_id: productId,
          soort: 'toekenning',
          status: 'beschikt',
          aangevraagd_op: '2026-02-01',
          uiterlijk_op: '2026-02-15',
          beschikt_op: '2026-02-14',
          geldig_van: '2026-02-15',
          heronderzoek_op: '2027-02-15',
          motivering: 'Nodig',
          organisatie_id: regio.organisaties.rogplus,
          namens_gemeente: 'GM0622',
          aangemaakt_op: work.now,
          gewijzigd_op: work.now,
        })
        .execute(),
    )
    expect(await as(regio.systeem, updatePlaatsbaarheid)).toEqual({ aantal: 1 })
    expect(await as(regio.systeem, updatePlaatsbaarheid)).toEqual({ aantal: 0 })
    expect((await list(loket, { productId })).results).toMatchObject([
      { id, poortOpen: true, dagenPlaatsbaar: 15 },
    ])
  })
})
