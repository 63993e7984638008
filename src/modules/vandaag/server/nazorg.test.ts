import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { blok, type Ketenwereld, query } from '../../../../tests/given/keten-beeld.ts'
import { givenNazorgketen, type Nazorgketen } from '../../../../tests/given/nazorg.ts'
import { accepted } from '../../../../tests/given/platform.ts'
import { givenPersoon } from '../../../../tests/given/verblijf.ts'
import { addDays } from '../../../shared/plain-date.ts'
import { giveToestemming } from '../../delen/server/commands.ts'
import { stepNazorg } from '../../nazorg/server/afspraak-commands.ts'
import { addRisicodag, recordSignaal, settleSignaal } from '../../nazorg/server/plan-commands.ts'
import { mergeDossiers } from '../../opvolging/server/samenvoeg-commands.ts'
import { readVandaag } from './queries.ts'

const database = useDatabase()
let k: Nazorgketen
let w: Ketenwereld

// It is Monday 2 March 2026; who left, did so yesterday.
beforeAll(async () => {
  k = await givenNazorgketen(database)
  w = { database, platform: k.platform, regio: k.regio }
}, 120_000)

describe('nazorg op Vandaag', () => {
  it('vertrokken zonder afspraak staat bij wie de plek had en bij wie verantwoordelijk is, tot er iets is afgesproken', async () => {
    const { persoonId, verblijfId } = await k.vertrokken()
    for (const wie of [k.loket, k.planner])
      expect(await blok(w, wie, 'uitstroom_zonder_nazorg', persoonId)).toMatchObject([
        {
          soort: 'nazorg',
          wat: expect.stringMatching(/^Vertrokken uit Locatie/),
          datum: '2026-03-01',
          stand: null,
        },
      ])
    const zuid = await k.regio.als('andereAanbieder', 'aanbieder_planner')
    expect(await blok(w, zuid, 'uitstroom_zonder_nazorg', persoonId)).toEqual([])
    const coordinator = await k.regio.als('centrumgemeente', 'regiocoordinator')
    const regio = async () =>
      (await k.doe(coordinator, readVandaag)).groepen.find((one) => one.code === 'nazorg_regio')?.items ?? []
    expect(await regio()).toMatchObject([
      { naam: 'Aanbieder Noord', wat: '1 keer uitstroom zonder afspraak over nazorg', persoonId: null },
    ])
    accepted(await k.regel(k.loket, verblijfId))
    for (const wie of [k.loket, k.planner])
      expect(await blok(w, wie, 'uitstroom_zonder_nazorg', persoonId)).toEqual([])
    expect(await regio()).toEqual([])
  })

  it('gaat na samenvoegen mee met wie dan verantwoordelijk is', async () => {
    const { persoonId } = await k.vertrokken()
    const ander = await givenPersoon(k.platform, k.loket, { achternaam: 'Zelfde' })
    const samen = { persoonId, opgegaanIn: ander, reden: 'Zelfde mens' }
    await k.doe(k.loket, async (work) => accepted(await mergeDossiers(work, samen)))
    expect(await blok(w, k.loket, 'uitstroom_zonder_nazorg', persoonId)).toHaveLength(1)
  })

  it('wie om nazorg is gevraagd ziet dat tot het antwoord', async () => {
    const { persoonId, verblijfId } = await k.vertrokken()
    const vraag = { aanbieder: 'organisatie', organisatieId: k.regio.organisaties.aanbieder }
    const { id } = accepted(await k.regel(k.loket, verblijfId, vraag))
    expect(await blok(w, k.planner, 'nazorg_aannemen', persoonId)).toMatchObject([
      { wat: 'Nazorg gevraagd door Regionaal loket, vanaf 02-03-2026', datum: '2026-03-02', stand: null },
    ])
    expect(await blok(w, k.loket, 'nazorg_aannemen', persoonId)).toEqual([])
    const aannemen = { afspraakId: id, versie: 1, actie: 'aannemen', op: '2026-03-02' } as const
    await k.doe(k.planner, async (work) => accepted(await stepNazorg(work, aannemen)))
    expect(await blok(w, k.planner, 'nazorg_aannemen', persoonId)).toEqual([])
  })

  it('een contact komt een week vooraf bij wie nazorg geeft, is te laat na de dag, en een afspraak die afloopt ook', async () => {
    const { persoonId, verblijfId } = await k.vertrokken()
    const { id } = accepted(await k.regel(k.loket, verblijfId, { elkeWeken: 2 }))
    const opDag = (begin: string, tot: string) =>
      query(w, 'update onderdak.nazorgafspraak set begint_op = $1, tot = $2 where id = $3', [begin, tot, id])
    // Two weeks after 24 February is Tuesday 10 March: eight days ahead.
    await opDag('2026-02-24', '2026-09-01')
    expect(await blok(w, k.loket, 'waakvlam', persoonId)).toEqual([])
    await opDag('2026-02-23', '2026-09-01')
    expect(await blok(w, k.loket, 'waakvlam', persoonId)).toMatchObject([
      { soort: 'nazorg', wat: 'Elke 2 weken contact', datum: '2026-03-09', stand: 'binnenkort' },
    ])
    await opDag('2026-02-15', '2026-09-01')
    expect(await blok(w, k.loket, 'waakvlam', persoonId)).toMatchObject([
      { datum: '2026-03-01', stand: 'te_laat' },
    ])
    await opDag('2026-02-24', '2026-03-05')
    expect(await blok(w, k.loket, 'waakvlam', persoonId)).toMatchObject([
      { wat: 'Nazorg loopt af: afronden of opnieuw afspreken', datum: '2026-03-05' },
    ])
    expect(await blok(w, k.planner, 'waakvlam', persoonId)).toEqual([])
  })

  it('een moeilijke dag komt zo veel dagen vooraf als is afgesproken, bij het aanspreekpunt en wie nazorg geeft', async () => {
    const { persoonId } = await k.vertrokken()
    const dag = (datum: string) => ({
      naam: `Dag ${datum}`,
      soort: 'jaarlijks' as const,
      datum,
      dagenVooraf: 5,
    })
    for (const ver of [5, 6])
      await k.doe(k.loket, async (work) =>
        accepted(await addRisicodag(work, { persoonId, ...dag(addDays('2026-03-02', ver)) })),
      )
    expect(await blok(w, k.loket, 'risicodag', persoonId)).toMatchObject([
      { wat: 'Dag 2026-03-07', datum: '2026-03-07', stand: 'binnenkort' },
    ])
    const zuid = await k.regio.als('andereAanbieder', 'aanbieder_planner')
    expect(await blok(w, zuid, 'risicodag', persoonId)).toEqual([])
    const ander = await givenPersoon(k.platform, k.loket, { achternaam: 'Zelfde' })
    const samen = { persoonId, opgegaanIn: ander, reden: 'Zelfde mens' }
    await k.doe(k.loket, async (work) => accepted(await mergeDossiers(work, samen)))
    expect(await blok(w, k.loket, 'risicodag', persoonId)).toHaveLength(1)
  })

  it('een signaal van een naaste blijft staan tot iemand er iets mee deed', async () => {
    const { persoonId } = await k.vertrokken()
    const toestemming = await k.doe(k.loket, async (work) =>
      accepted(
        await giveToestemming(work, {
          persoonId,
          ontvanger: { soort: 'naaste', naam: 'Zus van Sam' },
          gegevensset: 'contact',
          doel: 'Mag zeggen als het slechter gaat',
          vorm: 'mondeling',
          gegevenDoor: 'client',
          gegevenOp: work.today,
        }),
      ),
    )
    const signaal = { toestemmingId: toestemming.id, op: '2026-03-02', signaal: 'Doet de deur niet open' }
    const { id } = await k.doe(k.loket, async (work) =>
      accepted(await recordSignaal(work, { persoonId, ...signaal })),
    )
    expect(await blok(w, k.loket, 'netwerksignaal', persoonId)).toMatchObject([
      { wat: 'Signaal van Zus van Sam', datum: '2026-03-02', stand: null },
    ])
    const klaar = { signaalId: id, op: '2026-03-02', uitkomst: 'Langs geweest' }
    await k.doe(k.loket, async (work) => accepted(await settleSignaal(work, klaar)))
    expect(await blok(w, k.loket, 'netwerksignaal', persoonId)).toEqual([])
  })
})
