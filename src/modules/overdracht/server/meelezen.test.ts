import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { afronding, givenAanbod } from '../../../../tests/given/overdracht.ts'
import { givenPersoon } from '../../../../tests/given/persoon.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { NieuweToestemming } from '../../delen/domain/contract.ts'
import { giveToestemming, recordDeling, withdrawToestemming } from '../../delen/server/commands.ts'
import { readDelen } from '../../delen/server/queries.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import { joinBySearch } from '../../persoon/server/aansluit-commands.ts'
import { getDossier } from '../../persoon/server/queries.ts'
import { acceptOverdracht, finishOverdracht } from './commands.ts'
import { readOverdracht } from './queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager
let planner: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'toegangsmedewerker')
  planner = await regio.als('aanbieder', 'aanbieder_planner')
})

const doe = <T>(wie: Vrager, run: Parameters<typeof workAs<T>>[2]) => workAs(platform, wie, run)
const stap = { volgendeStap: 'Bellen', volgendeStapOp: '2026-03-09' }

describe('meelezen na een overdracht (invariant 7)', () => {
  it('de gever leest mee en wijzigt niets meer; sluit hij opnieuw aan, dan wel weer', async () => {
    const persoonId = await givenPersoon(platform, loket, { achternaam: 'Meelezer' })
    const zetStap = (wie: Vrager) => doe(wie, (work) => setOpvolging(work, { persoonId }, stap))
    const meelezenTot = (wie: Vrager) =>
      doe(wie, async (work) => {
        const { meelezenTot: dossier } = accepted(await getDossier(work, persoonId))
        const { meelezenTot: overdracht } = accepted(await readOverdracht(work, id))
        return [dossier, overdracht]
      })
    await zetStap(loket)
    const id = await givenAanbod(platform, loket, persoonId, {
      naarOrganisatieId: regio.organisaties.aanbieder,
    })
    accepted(await doe(planner, (work) => acceptOverdracht(work, { id })))
    await zetStap(loket)
    accepted(await doe(planner, (work) => finishOverdracht(work, { ...afronding, id })))
    expect(await meelezenTot(loket)).toEqual(['2026-06-02', '2026-06-02'])
    expect(await meelezenTot(planner)).toEqual([null, null])
    expect(await zetStap(loket)).toMatchObject({ code: 'leest_alleen_mee', status: 403 })
    await zetStap(planner)
    const zoek = {
      voornamen: 'Sanne',
      tussenvoegsel: 'de',
      achternaam: 'Meelezer',
      geboortedatum: '1985-05-17',
    }
    accepted(await doe(loket, (work) => joinBySearch(work, { ...zoek, reden: 'Meldt zich weer' } as never)))
    expect(await meelezenTot(loket)).toEqual([null, null])
    expect(await zetStap(loket)).toBeUndefined()
  })
})

describe('intrekken is altijd even makkelijk als geven (AVG art. 7 lid 3)', () => {
  const toestemming: NieuweToestemming = {
    ontvanger: { soort: 'corporatie', naam: 'Wonen aan de Haven' },
    gegevensset: 'woonvraag',
    doel: 'Een woning vinden',
    vorm: 'mondeling',
    gegevenDoor: 'client',
    gegevenOp: '2026-03-02',
  }

  /** A consent that the loket recorded, with a sharing on it, and the handover to the aanbieder after that. */
  async function naOverdracht(achternaam: string) {
    const persoonId = await givenPersoon(platform, loket, { achternaam })
    await doe(loket, (work) => setOpvolging(work, { persoonId }, stap))
    const { id: toestemmingId } = accepted(
      await doe(loket, (work) => giveToestemming(work, { ...toestemming, persoonId })),
    )
    const deling = {
      persoonId,
      ontvanger: toestemming.ontvanger,
      gegevensset: toestemming.gegevensset,
      doel: toestemming.doel,
      grond: 'UITDRUKKELIJKE_TOESTEMMING',
      toestemmingId,
      vervaltOp: '2026-09-01',
    } as const
    accepted(await doe(loket, (work) => recordDeling(work, deling)))
    const id = await givenAanbod(platform, loket, persoonId, {
      naarOrganisatieId: regio.organisaties.aanbieder,
    })
    accepted(await doe(planner, (work) => acceptOverdracht(work, { id })))
    accepted(await doe(planner, (work) => finishOverdracht(work, { ...afronding, id })))
    return { persoonId, toestemmingId, deling }
  }
  const trekIn = (wie: Vrager, id: string) => doe(wie, (work) => withdrawToestemming(work, { id }))

  it('wie na een overdracht alleen meeleest trekt in, en kan verder niets wijzigen', async () => {
    const { persoonId, toestemmingId, deling } = await naOverdracht('Intrekker')
    // Nothing else opens: neither giving, nor sharing, nor writing the same rows directly.
    const geweigerd = { code: 'leest_alleen_mee', status: 403 }
    const direct = (tabel: 'toestemming' | 'deling') =>
      doe(loket, async (work) => {
        await work.db
          .updateTable(tabel)
          .set({ doel: 'Iets anders' })
          .where('persoon_id', '=', persoonId)
          .execute()
        return 'written'
      })
    for (const tabel of ['toestemming', 'deling'] as const)
      expect(await direct(tabel)).toMatchObject(geweigerd)
    expect(await trekIn(loket, toestemmingId)).toEqual({ gestopt: 1 })
    expect(await trekIn(loket, toestemmingId)).toMatchObject({ code: 'toestemming_ingetrokken' })
    expect(await doe(loket, (work) => giveToestemming(work, { ...toestemming, persoonId }))).toMatchObject(
      geweigerd,
    )
    expect(
      await doe(loket, (work) =>
        recordDeling(work, {
          ...deling,
          gegevensset: 'contact',
          grond: 'BEROEPSHALVE_MEDEWERKING',
          weging: 'Nodig',
          toestemmingId: null,
        }),
      ),
    ).toMatchObject(geweigerd)
    const { delingen, toestemmingen } = accepted(await doe(planner, (work) => readDelen(work, persoonId)))
    expect(toestemmingen).toMatchObject([{ ingetrokkenOp: '2026-03-02', doel: 'Een woning vinden' }])
    expect(delingen.find((one) => one.gegevensset === 'woonvraag')).toMatchObject({
      stand: 'beeindigd',
      eindreden: 'toestemming_ingetrokken',
    })
    const boek = await database.login.query(
      `select soort, organisatie_id from onderdak.gebeurtenis where persoon_id = $1 and soort in ('ToestemmingIngetrokken', 'DelenGestopt') order by soort`,
      [persoonId],
    )
    expect(boek.rows.map((row) => row.soort)).toContain('ToestemmingIngetrokken')
  })

  it('ook wie nu betrokken is trekt in, en wie haar vastlegde als het meelezen al voorbij is', async () => {
    const nu = await naOverdracht('Betrokken')
    expect(await trekIn(planner, nu.toestemmingId)).toEqual({ gestopt: 1 })
    const later = await naOverdracht('Vastlegger')
    await database.login.query(
      `update onderdak.betrokkenheid set tot = '2026-03-02' where persoon_id = $1 and organisatie_id = $2`,
      [later.persoonId, regio.organisaties.loket],
    )
    expect(await doe(loket, (work) => readDelen(work, later.persoonId))).toMatchObject({ status: 404 })
    expect(await trekIn(loket, later.toestemmingId)).toEqual({ gestopt: 1 })
  })

  it('wie er niets mee te maken heeft of geblokkeerd is, vindt de toestemming niet', async () => {
    const { persoonId, toestemmingId } = await naOverdracht('Vreemd')
    const ander = await regio.als('andereAanbieder', 'aanbieder_planner')
    expect(await trekIn(ander, toestemmingId)).toMatchObject({ status: 404 })
    await database.login.query(
      `insert into onderdak.belangenconflict (id, regio_id, persoon_id, organisatie_id, reden, van, vastgelegd_op) values (gen_random_uuid(), $1, $2, $3, 'familie', '2026-03-01', now())`,
      [regio.regioId, persoonId, regio.organisaties.loket],
    )
    expect(await trekIn(loket, toestemmingId)).toMatchObject({ status: 404 })
  })
})
