import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenFeit, idVan } from '../../../../tests/given/feiten.ts'
import {
  accepted,
  systemVrager,
  type TestPlatform,
  testPlatform,
  workAs,
} from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays } from '../../../shared/plain-date.ts'
import { MaatregelInvoer } from '../domain/maatregel.ts'
import { rekenDeel, startBerekening } from './berekening-commands.ts'
import { readBerekening } from './berekening-queries.ts'
import { readGebeurd } from './gebeurd-queries.ts'
import { makeNota } from './nota-queries.ts'
import { addMaatregel, makeScenario } from './scenario-commands.ts'
import { readScenario, readScenarios } from './scenario-queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let adviseur: Vrager
let scenario: Id
let berekening: Id
const OPVANG = idVan('Opvang')

const as = <T>(run: (work: Work) => Promise<T>, wie = adviseur) => workAs(platform, wie, run)

/** Who asks for the opvang on a day and waits on. */
const wacht = (wie: string, op: string) =>
  givenFeit(database, regio.regioId, 'wacht', {
    wie,
    product_id: 'Opvang',
    gemeente_code: 'GM0606',
    besloten_op: op,
  })

/** Six a month for two years, who stay eighty days; a comparison that is still to be worked out. */
beforeAll(async () => {
  platform = testPlatform(database)
  platform.clock.set('2026-04-20')
  regio = await givenRegio(platform)
  adviseur = await regio.als('centrumgemeente', 'beleidsmedewerker')
  await database.login.query(
    "insert into onderdak.product (id, regio_id, code, naam, domein, van) values ($1, $2, 'proef', 'Opvang', 'MO', '2020-01-01')",
    [OPVANG, regio.regioId],
  )
  for (let kamer = 0; kamer < 12; kamer++)
    await givenFeit(database, regio.regioId, 'plek', {
      plek_id: `Kamer ${kamer}`,
      product_id: 'Opvang',
      locatie_id: 'Huis',
    })
  for (let i = 0; i < 140; i++) {
    const van = addDays('2024-04-20', 5 * i)
    const tot = addDays(van, 30 + ((i * 37) % 100))
    await givenFeit(database, regio.regioId, 'verblijf', {
      wie: `p${i}`,
      locatie_id: 'Huis',
      van,
      ...(tot <= '2026-04-20' && { tot, eindreden: 'vertrokken', bestemming: 'zelfstandig' }),
    })
  }
  for (let i = 0; i < 14; i++) await wacht(`w${i}`, '2026-04-01')
  scenario = accepted(
    await as((work) =>
      makeScenario(work, { naam: 'Meer plekken', toelichting: null, jaren: 2, indicator: 'wachtenden' }),
    ),
  ).id
  const invoer = MaatregelInvoer.parse({
    soort: 'plekken',
    naam: 'Tien plekken erbij',
    product: '00000000-0000-4000-8000-000000000001',
    aantal: 10,
    vanaf: '2026-09-01',
    kostenPerJaar: 300_000,
  })
  accepted(await as((work) => addMaatregel(work, { ...invoer, product: OPVANG, scenarioId: scenario })))
  berekening = accepted(
    await as((work) => startBerekening(work, { scenarioId: scenario, soort: 'vergelijking' })),
  ).id
}, 120_000)

describe('wat er na een berekening komt', () => {
  it('voor zij klaar is: geen nota, en niets om naast te leggen', async () => {
    expect(await as((work) => makeNota(work, { id: berekening, soort: 'pdf' }))).toMatchObject({
      code: 'niet_klaar',
    })
    expect(await as((work) => readGebeurd(work, berekening))).toMatchObject({ code: 'niet_klaar' })
    for (let deel = 0; deel < 300; deel++) {
      if (accepted(await as((work) => readBerekening(work, berekening))).stand !== 'bezig') return
      await as((work) => rekenDeel(work, berekening), systemVrager(regio.regioId))
    }
    throw new Error('no end')
  })

  it('een nota met het antwoord, als PDF, ODT en DOCX; niet voor wie het scenario niet ziet', async () => {
    const nota = async (soort: 'pdf' | 'odt' | 'docx') =>
      accepted(await as((work) => makeNota(work, { id: berekening, soort })))
    expect(await nota('pdf')).toMatchObject({
      titel: 'Scenario: Meer plekken',
      mime: 'application/pdf',
      bestandsnaam: 'scenarionota-2026-04-20.pdf',
    })
    const bytes = async (soort: 'odt' | 'docx') =>
      unzipSync(new Uint8Array(Buffer.from((await nota(soort)).inhoud, 'base64')))
    const odt = strFromU8((await bytes('odt'))['content.xml']!)
    expect(odt).toContain('10 plekken erbij op de lijst van Opvang, vanaf 1 september 2026')
    expect(odt).toContain('Of de prognose van een jaar geleden uitkwam, is niet nagegaan.')
    expect(strFromU8((await bytes('docx'))['word/document.xml']!)).toContain('Waar het antwoord op rust')
    const ander = await regio.als('centrumgemeente', 'programmamanager')
    expect(await as((work) => makeNota(work, { id: berekening, soort: 'pdf' }), ander)).toMatchObject({
      status: 404,
    })
  })

  it('per maand die voorbij is wat er gebeurde, en het zegt wanneer er nog niets is', async () => {
    const lees = async () => accepted(await as((work) => readGebeurd(work, berekening)))
    platform.clock.set('2026-05-31')
    expect(await lees()).toMatchObject({
      maanden: [],
      reeksen: [],
      zinnen: ['Er is nog geen maand voorbij. Op 1 juni 2026 staat hier wat er in mei 2026 gebeurde.'],
    })
    for (let i = 0; i < 9; i++) await wacht(`mei ${i}`, '2026-05-01')
    for (let i = 0; i < 3; i++) await wacht(`juni ${i}`, '2026-06-01')
    platform.clock.set('2026-07-02')
    const { maanden, reeksen } = await lees()
    expect(maanden).toEqual(['2026-05-01', '2026-06-01'])
    const vind = (maat: string, naam: string) =>
      reeksen.find((reeks) => reeks.maat === maat && reeks.naam === naam)!.gebeurd
    expect(vind('wachtend', 'Opvang')).toEqual([23, 26])
    expect(vind('wachtend', 'Hele keten')).toEqual([23, 26])
    // Three is a small number, and with one product the chain would tell it.
    expect(vind('instroom', 'Opvang')).toEqual([9, null])
    expect(vind('instroom', 'Hele keten')).toEqual([9, null])
  })

  it('een scenario draagt de indicator waar het om begon, en de lijst is daarop te beperken', async () => {
    const lijst = async (indicator: string) =>
      (await as((work) => readScenarios(work, { pagina: 1, aantalPerPagina: 25, indicator }))).results
    expect((await lijst('wachtenden')).map(({ id }) => id)).toEqual([scenario])
    expect(await lijst('bezetting')).toEqual([])
    expect(accepted(await as((work) => readScenario(work, scenario))).indicator).toBe('wachtenden')
  })
})
