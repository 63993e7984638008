import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { tienFouten } from '../../../../tests/given/tien-fouten.ts'
import { writeXlsx } from '../../../platform/documents/xlsx-write.ts'
import type { Vrager } from '../../../platform/work.ts'
import { registerProduct } from '../../beheer/server/commands.ts'
import { checkBestand, loadBestand } from './commands.ts'

// WL-09: a file with ten planted faults gives ten Dutch lines, of every kind of file, as CSV and as Excel.

type Soort = keyof typeof tienFouten

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  accepted(
    await workAs(platform, regio.systeem, (work) =>
      registerProduct(work, {
        code: 'bw',
        naam: 'Beschermd wonen',
        domein: 'BW',
        toegang: 'direct',
        van: '2020-01-01',
      }),
    ),
  )
  await read('plekken', await toCsv([tienFouten.plekken.kop, ...tienFouten.plekken.erAl]))
  await read('wachtlijst', await toCsv([tienFouten.wachtlijst.kop, ...tienFouten.wachtlijst.erAl]))
  await read('partners', await toCsv([tienFouten.partners.kop, ...tienFouten.partners.erAl]))
})

const toCsv = async (lines: readonly string[]) => Buffer.from(lines.join('\r\n'))

/** Every cell as text, as a sheet that was typed by hand; a glued row sits in its first cell. */
async function toXlsx(lines: readonly string[]): Promise<Buffer> {
  const [kop, ...rest] = lines.map((line) => line.split(';'))
  const columns = kop!.map((label, i) => ({ key: String(i), label, type: 'text' as const }))
  const rows = rest.map((cells) => Object.fromEntries(cells.map((cell, i) => [String(i), cell])))
  return Buffer.from(await writeXlsx({ title: 'Blad 1', columns, rows }))
}

const vragerVan = (soort: Soort): Promise<Vrager> => regio.als(...tienFouten[soort].wie)

async function check(soort: Soort, bytes: Buffer) {
  const vrager = await vragerVan(soort)
  return accepted(
    await workAs(platform, vrager, (work) =>
      checkBestand(work, {
        soort,
        bestandsnaam: 'bestand',
        bron: 'Eigen administratie',
        peildatum: '2026-03-01',
        inhoud: bytes.toString('base64'),
      }),
    ),
  )
}

async function read(soort: Soort, bytes: Buffer): Promise<void> {
  const { id, fouten } = await check(soort, bytes)
  expect(fouten).toEqual([])
  accepted(await workAs(platform, await vragerVan(soort), (work) => loadBestand(work, { id })))
}

/** Rows of every table that a file could write to. */
async function inhoud(): Promise<Record<string, number>> {
  const { rows } = await database.login.query(`select
    (select count(*)::int from onderdak.voorziening) as voorzieningen, (select count(*)::int from onderdak.locatie) as locaties,
    (select count(*)::int from onderdak.plek) as plekken, (select count(*)::int from onderdak.persoon) as personen,
    (select count(*)::int from onderdak.betrokkenheid) as betrokkenheden, (select count(*)::int from onderdak.verblijf) as verblijven,
    (select count(*)::int from onderdak.wachtlijstplaatsing) as wachtenden, (select count(*)::int from onderdak.partner) as partners, (select count(*)::int from onderdak.opvolging) as opvolgingen,
    (select count(*)::int from onderdak.gebeurtenis where soort not in ('BestandGecontroleerd', 'BestandIngelezen')) as gebeurtenissen`)
  return rows[0]
}

const soorten = Object.keys(tienFouten) as Soort[]
const vormen = { CSV: toCsv, Excel: toXlsx }

describe.each(soorten)('een bestand met %s en tien fouten', (soort) => {
  const { kop, rijen, regels, verbeterd } = tienFouten[soort]

  it.each(Object.entries(vormen))(
    'geeft als %s tien duidelijke regels en schrijft niets',
    async (_, write) => {
      const voor = await inhoud()
      const { fouten } = await check(soort, await write([kop, ...rijen]))
      expect(fouten.map(({ rij, kolom, melding }) => [rij, kolom, melding.split(/[.:,](?= |$)/)[0]])).toEqual(
        regels.map(([kolom, melding], i) => [i + 3, kolom, melding.split(/[.:,](?= |$)/)[0]]),
      )
      expect(fouten).toHaveLength(10)
      // Each line says what to do, in whole sentences.
      for (const { melding } of fouten) expect(melding).toMatch(/^[A-Z].*\. .*\.$/)
      expect(await inhoud()).toEqual(voor)
    },
  )

  it('wordt na verbetering in één keer ingelezen', async () => {
    const voor = await inhoud()
    const goed = verbeterd.filter((line) => line !== undefined)
    await read(soort, await toXlsx([kop, ...goed]))
    const na = await inhoud()
    const geteld = {
      plekken: 'plekken',
      verblijven: 'verblijven',
      wachtlijst: 'wachtenden',
      partners: 'partners',
    }[soort]
    expect(na[geteld]! - voor[geteld]!).toBe(goed.length)
  })
})
