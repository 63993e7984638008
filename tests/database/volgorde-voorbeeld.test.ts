import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { prioriteitsregel, voorwaarden } from '../../src/modules/beheer/domain/soorten.ts'
import { changeGedateerd } from '../../src/modules/beheer/server/dated-commands.ts'
import { previewPrioriteitsregel } from '../../src/modules/beheer/server/preview.ts'
import {
  endVerblijf,
  setUitstroomgereed,
  startDirectVerblijf,
} from '../../src/modules/verblijf/server/commands.ts'
import { changeWachtlijstplaatsing } from '../../src/modules/wachtlijst/server/edit-commands.ts'
import type { Vrager } from '../../src/platform/work.ts'
import { useDatabase } from '../given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../given/platform.ts'
import { givenRegio, type TestRegio } from '../given/regio.ts'
import { givenLocatie, givenProduct, givenWachtende } from '../given/wachtlijst.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let beheerder: Vrager

/** Somebody waits for every condition that a rule may ask about, and somebody without any of them. */
beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  beheerder = await regio.als('centrumgemeente', 'functioneel_beheerder')
  const loket = await regio.als('loket', 'toegangsmedewerker')
  const context = { platform, regio }
  const direct = await givenProduct(context, { code: 'thuis', domein: 'BT' })
  const beschikt = await givenProduct(context, { code: 'zwaar', domein: 'BT', toegang: 'beschikking' })
  const { plekIds } = await givenLocatie(context, { productId: direct, naam: 'Huis', plekken: 2 })
  const wacht = (more: Partial<Parameters<typeof givenWachtende>[2]> = {}) =>
    givenWachtende(platform, loket, { productId: direct, ...more })
  await wacht()
  await wacht({ productId: beschikt })
  await wacht({ personen: 3, kinderen: 2 })
  await wacht({ eigenschappen: ['acuut_onveilig', 'buiten_slapen'] })
  await wacht({ overbrugging: 'opvang' })
  await wacht({ geboortedatum: '2005-05-17' })
  await wacht({ eigenschappen: ['herinstroom'] })
  const gereed = await wacht({ richting: 'uitstroom' })
  const terug = await wacht()
  const opgeschort = await wacht()
  await workAs(platform, loket, async (work) => {
    accepted(await changeWachtlijstplaatsing(work, { id: opgeschort.id, versie: 1, status: 'opgeschort' }))
  })
  const stay = (persoonId: string, plekId: string) =>
    workAs(platform, loket, async (work) =>
      accepted(await startDirectVerblijf(work, { persoonId, plekId, op: '2026-02-01', soort: 'regulier' })),
    )
  const klaar = await stay(gereed.persoonId, plekIds[0]!)
  const weg = await stay(terug.persoonId, plekIds[1]!)
  await workAs(platform, loket, async (work) => {
    accepted(
      await setUitstroomgereed(work, { verblijfId: klaar.id, versie: 1, op: '2026-03-01', wachtOp: null }),
    )
    accepted(
      await endVerblijf(work, {
        verblijfId: weg.id,
        versie: 1,
        op: '2026-02-20',
        reden: 'eigen_keuze',
        bestemming: 'onbekend',
        persoonId: null,
        nieuwAanspreekpuntId: null,
        vervolg: { soort: 'stap', volgendeStap: 'Bellen', volgendeStapOp: '2026-03-10' },
      }),
    )
  })
})

const namen = Object.keys(voorwaarden) as (keyof typeof voorwaarden)[]

/** What the list makes of a rule that holds from today, and what the preview said; the change itself is taken back. */
function changed(soort: 'poort' | 'trede', voorwaarde: keyof typeof voorwaarden) {
  const sleutel = { domein: 'BT' as const, soort, volgorde: 1 }
  const waarde = { voorwaarde, naam: 'Proef', uitleg: 'dit is een proef', bron: null }
  return workAs(platform, beheerder, async (work) => {
    const voorbeeld = await previewPrioriteitsregel(work, { sleutel, waarde, vanaf: work.today })
    let lijst = { binnen: 0, trede: 0 }
    await work.attempt(
      async () => {
        accepted(
          await changeGedateerd(work, prioriteitsregel, { sleutel, waarde, vanaf: work.today, versie: 1 }),
        )
        const { rows } = await sql<{ binnen: number; trede: number }>`
          select count(*) filter (where gesloten_poort is distinct from 1)::int as binnen, count(*) filter (where trede = 1)::int as trede
          from onderdak.wachtlijst_volgorde()`.execute(work.db)
        lijst = rows[0]!
      },
      () => true,
    )
    return { voorbeeld, lijst }
  })
}

describe('het voorbeeld van een volgorderegel belooft wat de wachtlijst daarna doet', () => {
  it.each(namen)('trede: %s', async (voorwaarde) => {
    const { voorbeeld, lijst } = await changed('trede', voorwaarde)
    const [, , straks] = voorbeeld.tabel!.rijen.find(([naam]) => naam === 'Proef') ?? ['Proef', 0, 0]
    expect(voorbeeld.lopend).toBe(10)
    expect(straks).toBe(lijst.trede)
    expect(lijst.trede).toBeGreaterThan(0)
  })

  it.each(namen)('poort: %s', async (voorwaarde) => {
    const { voorbeeld, lijst } = await changed('poort', voorwaarde)
    expect(voorbeeld.anders).toBe(10 - lijst.binnen)
  })
})
