import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { writeXlsx } from '../../../platform/documents/xlsx-write.ts'
import type { Vrager } from '../../../platform/work.ts'
import { registerProduct } from '../../beheer/server/commands.ts'
import type { Soort } from '../domain/kolommen.ts'
import { checkBestand, loadBestand } from './commands.ts'

// WL-09: a file with ten planted faults gives ten Dutch lines, of every kind of file, as CSV and as Excel.

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
  await read('plekken', await toCsv([voorbeelden.plekken.kop, ...voorbeelden.plekken.erAl]))
  await read('wachtlijst', await toCsv([voorbeelden.wachtlijst.kop, ...voorbeelden.wachtlijst.erAl]))
})

interface Voorbeeld {
  readonly wie: readonly [keyof TestRegio['organisaties'], string]
  readonly kop: string
  /** Read in before. */
  readonly erAl: readonly string[]
  /** Row 2 is right; every row after it has one fault. */
  readonly rijen: readonly string[]
  /** Per row from 3 on: column and how the line begins. */
  readonly regels: readonly (readonly [kolom: string, melding: string])[]
  /** How each row should have been; undefined: leave it out. */
  readonly verbeterd: readonly (string | undefined)[]
}

const voorbeelden: Readonly<Record<Soort, Voorbeeld>> = {
  plekken: {
    wie: ['aanbieder', 'aanbieder_planner'],
    kop: 'Voorziening;Locatie;Plek;Product;Vanaf;Tot;Personen;Gemeente',
    erAl: ['1', '2', '3'].map((n) => `BW Noord;Huis Noord;Kamer ${n};bw;1-1-2025;;1;Vlaardingen`),
    rijen: [
      'BW Noord;Huis Noord;Kamer 4;bw;1-1-2025;;1;Vlaardingen',
      'BW Noord;Huis AndrÃ©;Kamer 5;bw;1-1-2025;;1;Vlaardingen',
      'BW Noord,Huis Noord,Kamer 6,bw,1-1-2025,,1,Vlaardingen',
      'BW Noord;Huis Noord;Kamer 7;bw;31-2-2025;;1;Vlaardingen',
      'BW Noord;Huis Noord;Kamer 8;bw;1-4-21;;1;Vlaardingen',
      'BW Noord;Huis Noord;Kamer 9;bw;1-1-2025;;veel;Vlaardingen',
      'BW Noord;Huis Noord;Kamer 10;bw;1-1-2025;;1;Vlaardinge',
      'BW Noord;Huis Noord;Kamer 11;bwplus;1-1-2025;;1;Vlaardingen',
      'BW Noord;Huis Noord;Kamer 12;bw;1-4-2021;1-4-2020;1;Vlaardingen',
      'BW Noord;Huis Noord;Kamer 4;bw;1-1-2025;;1;Vlaardingen',
      'BW Noord;Huis Noord;Kamer 1;bw;1-1-2025;;1;Vlaardingen',
    ],
    regels: [
      ['Locatie', 'Hier staan vreemde tekens'],
      ['', 'Deze rij heeft een ander scheidingsteken dan de kopregel'],
      ['Vanaf', 'Deze dag bestaat niet'],
      ['Vanaf', 'Het jaar heeft twee cijfers'],
      ['Personen', 'Dit getal klopt niet'],
      ['Gemeente', 'Deze gemeente kennen wij niet'],
      ['Product', 'Dit product kennen wij niet'],
      ['Tot', 'De einddatum ligt niet na “Vanaf”'],
      ['Plek', 'Deze rij staat al in het bestand, op rij 2'],
      ['Plek', 'Deze locatie heeft al een plek met deze naam'],
    ],
    verbeterd: [
      'BW Noord;Huis Noord;Kamer 4;bw;1-1-2025;;1;Vlaardingen',
      'BW Noord;Huis André;Kamer 5;bw;1-1-2025;;1;Vlaardingen',
      'BW Noord;Huis Noord;Kamer 6;bw;1-1-2025;;1;Vlaardingen',
      'BW Noord;Huis Noord;Kamer 7;bw;28-2-2025;;1;Vlaardingen',
      'BW Noord;Huis Noord;Kamer 8;bw;1-4-2021;;1;Vlaardingen',
      'BW Noord;Huis Noord;Kamer 9;bw;1-1-2025;;3;Vlaardingen',
      'BW Noord;Huis Noord;Kamer 10;bw;1-1-2025;;1;Vlaardingen',
      'BW Noord;Huis Noord;Kamer 11;bw;1-1-2025;;1;Vlaardingen',
      'BW Noord;Huis Noord;Kamer 12;bw;1-4-2020;1-4-2021;1;Vlaardingen',
      undefined,
      undefined,
    ],
  },
  verblijven: {
    wie: ['aanbieder', 'aanbieder_planner'],
    kop: 'Achternaam;Roepnaam;Geboortedatum;Geslacht;BSN;Gemeente;Locatie;Plek;Begonnen op',
    erAl: [],
    rijen: [
      'Demo-Linde;Sam;3-5-1990;vrouw;;Schiedam;Huis Noord;Kamer 1;1-2-2026',
      'Demo-JosÃ©;Alex;3-5-1991;man;;Schiedam;Huis Noord;Kamer 2;1-2-2026',
      'Demo-Beuk,Robin,4-5-1991,man,,Schiedam,Huis Noord,Kamer 2,1-2-2026',
      'Demo-Eik;Jip;31-2-1985;man;;Schiedam;Huis Noord;Kamer 2;1-2-2026',
      'Demo-Wilg;Noa;4-5-1985;man;;Schiedam;Huis Noord;Kamer 2;1-4-21',
      'Demo-Iep;Kim;4-5-1986;vrouw;123456789;Schiedam;Huis Noord;Kamer 2;1-2-2026',
      'Demo-Spar;Tim;4-5-1987;man;;Vlaardinge;Huis Noord;Kamer 2;1-2-2026',
      'Demo-Den;Ivo;4-5-1988;man;;Schiedam;Huis Noord;Kamer 2;1-4-2021',
      'Demo-Es;Ilse;4-5-1989;vrouw;;Schiedam;Huis Noord;Kamer 1;1-2-2026',
      'Demo-Linde;Sam;3-5-1990;vrouw;;Schiedam;Huis Noord;Kamer 1;1-2-2026',
      ';Tess;4-5-1983;vrouw;;Schiedam;Huis Noord;Kamer 2;1-2-2026',
    ],
    regels: [
      ['Achternaam', 'Hier staan vreemde tekens'],
      ['', 'Deze rij heeft een ander scheidingsteken dan de kopregel'],
      ['Geboortedatum', 'Deze dag bestaat niet'],
      ['Begonnen op', 'Het jaar heeft twee cijfers'],
      ['BSN', 'Dit is geen geldig burgerservicenummer'],
      ['Gemeente', 'Deze gemeente kennen wij niet'],
      ['Begonnen op', 'Deze plek is er pas vanaf 1 januari 2025'],
      ['Plek', 'Kamer 1 is op 1 februari 2026 bezet'],
      ['Achternaam', 'Deze rij staat al in het bestand, op rij 2'],
      ['Achternaam', 'Deze cel is leeg'],
    ],
    verbeterd: [
      'Demo-Linde;Sam;3-5-1990;vrouw;;Schiedam;Huis Noord;Kamer 1;1-2-2026',
      'Demo-José;Alex;3-5-1991;man;999900018;Schiedam;Huis Noord;Kamer 2;1-2-2026',
      'Demo-Beuk;Robin;4-5-1991;man;;onbekend;Huis Noord;Kamer 3;1-4-2025',
    ],
  },
  wachtlijst: {
    wie: ['loket', 'wachtlijstbeheerder'],
    kop: 'Achternaam;Roepnaam;Geboortedatum;BSN;Gemeente;Product;Gemeld op;Besloten op',
    erAl: ['Demo-Varen;Kim;1-6-1980;;Vlaardingen;bw;1-1-2026;1-2-2026'],
    rijen: [
      'Demo-Mos;Sam;3-6-1990;;Schiedam;bw;1-1-2026;1-2-2026',
      'Demo-JosÃ©;Alex;3-6-1991;;Schiedam;bw;1-1-2026;1-2-2026',
      'Demo-Riet,Robin,4-6-1991,,Schiedam,bw,1-1-2026,1-2-2026',
      'Demo-Gras;Jip;31-2-1985;;Schiedam;bw;1-1-2026;1-2-2026',
      'Demo-Kers;Noa;4-6-1985;;Schiedam;bw;1-4-21;1-2-2026',
      'Demo-Braam;Kim;4-6-1986;123456789;Schiedam;bw;1-1-2026;1-2-2026',
      'Demo-Klaver;Tim;4-6-1987;;Vlaardinge;bw;1-1-2026;1-2-2026',
      'Demo-Lis;Ivo;4-6-1988;;Schiedam;bwplus;1-1-2026;1-2-2026',
      'Demo-Roos;Ilse;4-6-1989;;Schiedam;bw;1-4-2021;1-4-2020',
      'Demo-Mos;Sam;3-6-1990;;Schiedam;bw;1-1-2026;1-2-2026',
      'Demo-Varen;Kim;1-6-1980;;Vlaardingen;bw;1-1-2026;1-2-2026',
    ],
    regels: [
      ['Achternaam', 'Hier staan vreemde tekens'],
      ['', 'Deze rij heeft een ander scheidingsteken dan de kopregel'],
      ['Geboortedatum', 'Deze dag bestaat niet'],
      ['Gemeld op', 'Het jaar heeft twee cijfers'],
      ['BSN', 'Dit is geen geldig burgerservicenummer'],
      ['Gemeente', 'Deze gemeente kennen wij niet'],
      ['Product', 'Dit product kennen wij niet'],
      ['Besloten op', 'Het besluit ligt voor de melding'],
      ['Achternaam', 'Deze rij staat al in het bestand, op rij 2'],
      ['Product', 'Deze persoon wacht al op dit product in deze richting'],
    ],
    verbeterd: [
      'Demo-Mos;Sam;3-6-1990;;Schiedam;bw;1-1-2026;1-2-2026',
      'Demo-Riet;Robin;4-6-1991;;onbekend;bw;1-4-2021;1-5-2021',
    ],
  },
}

const toCsv = async (lines: readonly string[]) => Buffer.from(lines.join('\r\n'))

/** Every cell as text, as a sheet that was typed by hand; a glued row sits in its first cell. */
async function toXlsx(lines: readonly string[]): Promise<Buffer> {
  const [kop, ...rest] = lines.map((line) => line.split(';'))
  const columns = kop!.map((label, i) => ({ key: String(i), label, type: 'text' as const }))
  const rows = rest.map((cells) => Object.fromEntries(cells.map((cell, i) => [String(i), cell])))
  return Buffer.from(await writeXlsx({ title: 'Blad 1', columns, rows }))
}

const vragerVan = (soort: Soort): Promise<Vrager> => regio.als(...voorbeelden[soort].wie)

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
    (select count(*)::int from onderdak.wachtlijstplaatsing) as wachtenden, (select count(*)::int from onderdak.opvolging) as opvolgingen,
    (select count(*)::int from onderdak.gebeurtenis where soort not in ('BestandGecontroleerd', 'BestandIngelezen')) as gebeurtenissen`)
  return rows[0]
}

const soorten = Object.keys(voorbeelden) as Soort[]
const vormen = { CSV: toCsv, Excel: toXlsx }

describe.each(soorten)('een bestand met %s en tien fouten', (soort) => {
  const { kop, rijen, regels, verbeterd } = voorbeelden[soort]

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
    const geteld = { plekken: 'plekken', verblijven: 'verblijven', wachtlijst: 'wachtenden' }[soort]
    expect(na[geteld]! - voor[geteld]!).toBe(goed.length)
  })
})
