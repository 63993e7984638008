import { beforeAll, describe, expect, it } from 'vitest'
import { type LoadedRegio, loadRegio } from '../../seed/load-regio.ts'
import { mvs } from '../../seed/mvs/regio.ts'
import { loadVerloop } from '../../seed/mvs/verloop/verloop.ts'
import { loadProgramma } from '../../seed/programma.ts'
import { listActiviteitrijen, readActiviteit } from '../../src/modules/programma/server/activiteit-queries.ts'
import { readDraad } from '../../src/modules/programma/server/voortgang-queries.ts'
import type { Work } from '../../src/platform/work.ts'
import { useDatabase } from '../given/database.ts'
import { accepted, testPlatform, workAs } from '../given/platform.ts'

// The programmes of MVS beside some weeks of its invented history: what an activiteit follows in the monitor has figures.

const database = useDatabase()
let regio: LoadedRegio
let platform: ReturnType<typeof testPlatform>

beforeAll(async () => {
  platform = testPlatform(database)
  platform.clock.set('2026-03-03')
  regio = await loadRegio(platform, mvs)
  await loadVerloop(platform, regio, { van: '2026-01-05', totEnMet: '2026-03-02' })
  await loadProgramma(platform, regio, {
    map: 'mvs',
    organisatie: 'gemeente_vlaardingen',
    bron: 'Programma MVS',
    peildatum: '2025-11-30',
  })
}, 900_000)

const als = <T>(run: (work: Work) => Promise<T>) => workAs(platform, regio.als('gemeente_vlaardingen'), run)

async function readGevolgd() {
  const rijen = await als((work) => listActiviteitrijen(work))
  const gevonden = []
  for (const { id } of rijen) {
    const activiteit = accepted(await als((work) => readActiviteit(work, id)))
    for (const resultaat of activiteit.resultaten)
      if (resultaat.indicator !== null) gevonden.push({ activiteit, resultaat })
  }
  return gevonden
}

describe('de resultaten van het programma van MVS die een indicator volgen', () => {
  it('zijn er twee, bij het zorglandschap en bij uitstroom, en zeggen dat zij bij de demo horen', async () => {
    const gevolgd = await readGevolgd()
    expect(
      gevolgd.map(({ activiteit: { code }, resultaat: { nummer, indicator } }) => [
        code,
        nummer,
        indicator!.code,
      ]),
    ).toEqual([
      ['A1.3', 6, 'wachtenden'],
      ['A2.2', 4, 'uitstroom'],
    ])
    for (const { resultaat } of gevolgd)
      expect(resultaat.toelichting).toMatch(
        /^Toegevoegd voor de demo: dit resultaat staat niet in het uitvoeringsprogramma\./,
      )
  })

  it('hebben de getallen van de monitor, en geen streefwaarde die de bron niet noemt', async () => {
    for (const { activiteit, resultaat } of await readGevolgd()) {
      expect(resultaat).toMatchObject({ streefwaarde: null, behaald: null })
      expect(resultaat.waarden.map(({ op }) => op)).toContain('2026-02-28')
      expect(
        resultaat.waarden.every(({ waarde, bron }) => waarde >= 0 && bron === 'Monitor van Onderdak'),
      ).toBe(true)
      expect(Math.max(...resultaat.waarden.map(({ waarde }) => waarde))).toBeGreaterThan(0)
      const { punten } = accepted(await als((work) => readDraad(work, activiteit.id)))
      expect(
        punten.some((punt) => punt.soort === 'indicator' && punt.code === resultaat.indicator!.code),
      ).toBe(true)
    }
  })
})
