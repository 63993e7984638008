import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { blok, type Ketenwereld, query } from '../../../../tests/given/keten-beeld.ts'
import { accepted } from '../../../../tests/given/platform.ts'
import { givenTrajectketen, type Trajectketen } from '../../../../tests/given/traject.ts'
import { givenPersoon } from '../../../../tests/given/verblijf.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import { changeAanspreekpunt } from '../../traject/server/commands.ts'
import { findOpenTraject } from '../../traject/server/lookup.ts'

const database = useDatabase()
let k: Trajectketen
let w: Ketenwereld

// It is Monday 2 March 2026.
beforeAll(async () => {
  k = await givenTrajectketen(database)
  w = { database, platform: k.platform, regio: k.regio }
}, 120_000)

describe('een contactpersoon die hier niet meer werkt', () => {
  it('staat bij alle collega’s op Vandaag, tot een ander de stap en het traject heeft', async () => {
    const persoonId = await givenPersoon(k.platform, k.loket)
    accepted(await k.start(k.loket, persoonId, k.nacht))
    const collega = await k.regio.als('loket', 'wachtlijstbeheerder')
    expect(await blok(w, collega, 'contact_weg', persoonId)).toEqual([])
    await query(w, "update onderdak.gebruiker set tot = '2026-03-02' where id = $1", [k.loket.gebruikerId])
    const items = await blok(w, collega, 'contact_weg', persoonId)
    expect(items.map((item) => item.wat).sort()).toEqual([
      expect.stringMatching(/^Vast aanspreekpunt is nog Proef/),
      expect.stringMatching(/^Volgende stap staat bij Proef/),
    ])
    expect(items).toMatchObject([{ soort: 'client', datum: '2026-03-02', stand: null }, {}])
    expect(await blok(w, k.planner, 'contact_weg', persoonId)).toEqual([])
    await k.doe(collega, (work) =>
      setOpvolging(
        work,
        { persoonId },
        {
          contactpersoonId: collega.gebruikerId!,
          volgendeStap: 'Bellen',
          volgendeStapOp: '2026-03-09',
        },
      ),
    )
    expect(await blok(w, collega, 'contact_weg', persoonId)).toMatchObject([
      { wat: expect.stringMatching(/^Vast/) },
    ])
    await k.doe(collega, async (work) => {
      const traject = (await findOpenTraject(work, persoonId))!
      accepted(
        await changeAanspreekpunt(work, {
          trajectId: traject.id,
          versie: traject.versie,
          gebruikerId: collega.gebruikerId!,
          op: work.today,
          reden: 'Collega vertrokken',
        }),
      )
    })
    expect(await blok(w, collega, 'contact_weg', persoonId)).toEqual([])
  })
})
