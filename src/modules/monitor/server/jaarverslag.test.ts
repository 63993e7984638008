import { writeFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenFeit } from '../../../../tests/given/feiten.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { RapportInvoer, Rapportinhoud } from '../domain/rapport-contract.ts'
import { makeRapport } from './rapport-commands.ts'
import { makeRapportdocument, readRapport } from './rapport-queries.ts'
import { monitorTaken } from './rapport-tasks.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let manager: Vrager
let inhoud: Rapportinhoud
let id: Id

const as = <T>(wie: Vrager, run: (work: Work) => Promise<T>) => workAs(platform, wie, run)
const invoer = (periode: string) => RapportInvoer.parse({ soort: 'jaar', periode, niveau: 'strategisch' })
const document = async (soort: 'pdf' | 'odt' | 'json') =>
  Buffer.from(
    accepted(await as(manager, (work) => makeRapportdocument(work, { id, soort }))).inhoud,
    'base64',
  )

async function givenWachtenden(aantal: number, gemeente: string | null, besloten: string, tot?: string) {
  for (let i = 0; i < aantal; i++)
    await givenFeit(database, regio.regioId, 'wacht', {
      wie: `Wachtende ${gemeente} ${besloten} ${i}`,
      gemeente_code: gemeente,
      besloten_op: besloten,
      ...(tot && { beeindigd_op: tot, tot }),
    })
}

/** As many meldingen in every month of a year. */
async function givenMeldingen(jaar: number, perMaand: (maand: number) => number) {
  for (let maand = 1; maand <= 12; maand++)
    for (let i = 0; i < perMaand(maand); i++)
      await givenFeit(database, regio.regioId, 'melding', {
        wie: `Melder ${jaar}-${maand}-${i}`,
        gemeente_code: 'GM0622',
        meldingsdatum: `${jaar}-${String(maand).padStart(2, '0')}-10`,
      })
}

beforeAll(async () => {
  platform = testPlatform(database)
  platform.clock.set('2026-02-02')
  regio = await givenRegio(platform)
  manager = await regio.als('centrumgemeente', 'programmamanager')
  await givenWachtenden(10, 'GM0622', '2024-03-01', '2025-02-01')
  await givenWachtenden(24, 'GM0622', '2025-03-01')
  await givenWachtenden(11, 'GM0606', '2024-03-01')
  await givenWachtenden(3, 'GM0606', '2025-03-01', '2025-06-01')
  await givenMeldingen(2024, (maand) => (maand === 5 ? 3 : 9))
  await givenMeldingen(2025, () => 10)
  id = accepted(await as(manager, (work) => makeRapport(work, invoer('2025')))).id
  for (let klaar = false, stappen = 0; !klaar; stappen++) {
    if (stappen > 20) throw new Error('het rapport komt niet klaar')
    await as(regio.systeem, (work) => monitorTaken[0]!.handle(work, { rapportId: id }))
    klaar = accepted(await as(manager, (work) => readRapport(work, id))).isKlaar
  }
  inhoud = Rapportinhoud.parse(JSON.parse((await document('json')).toString('utf8')))
}, 300_000)

const cijfer = (naam: string) => inhoud.cijfers.find((one) => one.id === naam)!

describe('het jaarverslag voor de raad', () => {
  it('gaat over twaalf maanden van een jaar dat voorbij is, met het jaar ervoor erbij', async () => {
    expect([inhoud.maanden.length, inhoud.maanden[0], inhoud.maanden.at(-1)]).toEqual([
      12,
      '2025-01',
      '2025-12',
    ])
    for (const { verloop, jaar } of inhoud.cijfers) {
      expect([verloop.length, verloop[0]!.maand]).toEqual([24, '2024-01'])
      expect(jaar).toBeDefined()
    }
    expect(await as(manager, (work) => makeRapport(work, invoer('2026')))).toMatchObject({
      code: 'maand_niet_voorbij',
      field: 'periode',
    })
    expect(RapportInvoer.safeParse({ soort: 'jaar', periode: '2025-4', niveau: 'tactisch' }).success).toBe(
      false,
    )
  })

  it('een stand is die van 31 december, ook per gemeente', () => {
    expect(cijfer('wachtenden').jaar).toEqual({
      wijze: 'eind',
      dit: { waarde: 35, afgeschermd: false },
      vorig: { waarde: 21, afgeschermd: false },
      gemeenten: [
        {
          naam: 'Schiedam',
          dit: { waarde: 11, afgeschermd: false },
          vorig: { waarde: 11, afgeschermd: false },
        },
        {
          naam: 'Vlaardingen',
          dit: { waarde: 24, afgeschermd: false },
          vorig: { waarde: 10, afgeschermd: false },
        },
      ],
    })
  })

  it('wat per maand is geteld is de som, tenzij een maand te klein is om te tonen', () => {
    expect(cijfer('meldingen').verloop.find(({ maand }) => maand === '2024-05')!.afgeschermd).toBe(true)
    const dicht = { waarde: null, afgeschermd: true }
    expect(cijfer('meldingen').jaar).toMatchObject({
      wijze: 'som',
      dit: { waarde: 120, afgeschermd: false },
      vorig: dicht,
    })
    expect(cijfer('meldingen').jaar!.gemeenten).toMatchObject([
      { naam: 'Schiedam', dit: { waarde: 0 }, vorig: { waarde: 0 } },
      { naam: 'Vlaardingen', dit: { waarde: 120 }, vorig: dicht },
    ])
  })

  it('geen klein aantal mensen staat erin, ook niet per gemeente', () => {
    const klein = inhoud.cijfers
      .filter((one) => one.eenheid === 'mensen' || one.eenheid === 'aantal')
      .filter((one) => one.id !== 'plekken')
      .flatMap((one) => [...one.jaar!.gemeenten, one.jaar!].flatMap(({ dit, vorig }) => [dit, vorig]))
      .filter(({ waarde }) => waarde !== null && waarde > 0 && waarde < inhoud.kleinsteGetal)
    expect(klein).toEqual([])
  })

  it('leest als een verslag: titel, twee jaren naast elkaar en het verschil', async () => {
    const tekst = strFromU8(unzipSync(new Uint8Array(await document('odt')))['content.xml']!)
    for (const deel of [
      'Jaarverslag voor de raad 2025',
      'Elk cijfer van 2025 naast dat van 2024',
      '14 meer',
      'niet te zeggen',
      'Mensen op de wachtlijst, per gemeente van de regio',
    ])
      expect(tekst, deel).toContain(deel)
    const pdf = await document('pdf')
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-')
    const map = process.env.ONDERDAK_SCHERMEN
    if (map) await writeFile(`${map}/jaarverslag.pdf`, pdf)
  })
})
