import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import {
  draftNow,
  givenProgramma,
  givenRapportage,
  type Proefprogramma,
} from '../../../../tests/given/rapportage.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { changeDuiding, withdrawDuiding, writeDuiding } from '../../duiding/server/commands.ts'
import { adoptRapportage } from './commands.ts'
import { makeDocument } from './document-queries.ts'
import { readBlokken, readRapportage } from './queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let manager: Vrager
let adviseur: Vrager
let programma: Proefprogramma

beforeAll(async () => {
  platform = testPlatform(database)
  platform.clock.set('2026-04-02')
  regio = await givenRegio(platform)
  manager = await regio.als('centrumgemeente', 'programmamanager')
  adviseur = await regio.als('centrumgemeente', 'beleidsmedewerker')
  programma = await givenProgramma(platform, manager, { indicatoren: ['wachtenden'] })
}, 120_000)

const as = <T>(wie: Vrager, run: (work: Work) => Promise<T>) => workAs(platform, wie, run)
const lees = async (id: Id) => accepted(await as(manager, (work) => readRapportage(work, id)))
const stukken = async (id: Id) =>
  accepted(await as(manager, (work) => readBlokken(work, { id, hoofdstuk: `thema-${programma.thema}` })))
    .blokken
const tekstVan = async (id: Id) => {
  const { inhoud } = accepted(await as(manager, (work) => makeDocument(work, { id, soort: 'odt' })))
  return strFromU8(unzipSync(new Uint8Array(Buffer.from(inhoud, 'base64')))['content.xml']!)
    .replace(/<text:s [^>]*>/g, ' ')
    .replace(/<[^>]+>/g, '')
}
const schrijf = async (maand: string, tekst: string) =>
  accepted(
    await as(adviseur, (work) =>
      writeDuiding(work, { indicator: 'wachtenden', maand, niveau: 'tactisch', tekst }),
    ),
  )

describe('uitleg bij de cijfers die een activiteit volgt', () => {
  it('staat onder de resultaten met maand, tekst en schrijver; alleen van maanden in de periode, en één keer', async () => {
    await schrijf('2026-02', 'Meer mensen, want de *nachtopvang* ging dicht.')
    await schrijf('2026-01', 'Het was een koude maand.')
    await schrijf('2025-12', 'Dit was vorig jaar.')
    await schrijf('2026-04', 'Dit is na de periode.')
    for (const soort of ['voortgang', 'jaarverslag']) {
      const id = await givenRapportage(platform, manager, { programmaId: programma.programmaId, soort })
      const tekst = await tekstVan(id)
      expect(tekst).toMatch(
        /Straten die meedoen.*Uitleg bij [^,]+, januari 2026\. Het was een koude maand\.Geschreven door [^,]+, [^,]+, bij het cijfer in de monitor\.Uitleg bij [^,]+, februari 2026\. Meer mensen, want de \*nachtopvang\* ging dicht\..*Nulmeting en nameting/,
      )
      expect(tekst.match(/koude maand/g)).toHaveLength(1)
      expect(tekst).not.toContain('vorig jaar')
      expect(tekst).not.toContain('na de periode')
    }
  })

  it('staat niet in een nieuwsbrief: uitleg is niet voor iedereen', async () => {
    const id = await givenRapportage(platform, manager, {
      programmaId: programma.programmaId,
      soort: 'nieuwsbrief',
    })
    expect(await tekstVan(id)).not.toContain('koude maand')
  })

  it('een gewijzigde uitleg komt naast de oude te staan, en verandert niet wat is vastgesteld', async () => {
    const { id: duiding } = await schrijf('2026-03', 'Eerste lezing.')
    const vast = await givenRapportage(platform, manager, { programmaId: programma.programmaId })
    accepted(
      await as(manager, async (work) =>
        adoptRapportage(work, { id: vast, versie: (await lees(vast)).versie }),
      ),
    )
    const concept = await givenRapportage(platform, manager, { programmaId: programma.programmaId })
    accepted(
      await as(adviseur, (work) => changeDuiding(work, { id: duiding, versie: 1, tekst: 'Tweede lezing.' })),
    )
    await draftNow(platform, regio.regioId, concept)
    const blok = (await stukken(concept)).find((een) => JSON.stringify(een.inhoud).includes('Eerste lezing'))!
    expect(blok).toMatchObject({ verandering: 'anders', tekst: null })
    expect(JSON.stringify(blok.nieuwer)).toContain('Tweede lezing.')
    expect(await tekstVan(vast)).toContain('Eerste lezing.')

    accepted(await as(adviseur, (work) => withdrawDuiding(work, duiding)))
    const na = await tekstVan(vast)
    expect(na).not.toContain('lezing')
    expect(na).toContain('Hier stond een uitleg. Zij is weg, omdat de schrijver haar introk.')
    expect(await lees(vast)).toMatchObject({ uitlegWeg: 1, verhalenWeg: 0 })
  })
})
