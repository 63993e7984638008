import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenFeit } from '../../../../tests/given/feiten.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { VerhaalInvoer } from '../../duiding/domain/verhaal-contract.ts'
import {
  changeDuiding,
  publishVerhaal,
  withdrawDuiding,
  withdrawVerhaal,
  writeDuiding,
  writeVerhaal,
} from '../../duiding/server/commands.ts'
import { RapportInvoer, Rapportinhoud } from '../domain/rapport-contract.ts'
import { indicatoren } from './indicatoren.ts'
import { makeRapport } from './rapport-commands.ts'
import { makeRapportdocument, readRapport } from './rapport-queries.ts'
import { monitorTaken } from './rapport-tasks.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let manager: Vrager
let adviseur: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  platform.clock.set('2026-04-02')
  regio = await givenRegio(platform)
  manager = await regio.als('centrumgemeente', 'programmamanager')
  adviseur = await regio.als('centrumgemeente', 'beleidsmedewerker')
  for (let i = 0; i < 14; i++)
    await givenFeit(database, regio.regioId, 'wacht', {
      wie: `Wachtende ${i}`,
      gemeente_code: 'GM0622',
      besloten_op: '2026-01-12',
      ...(i < 3 && { wachtreden: 'geen_plek', niet_plaatsbaar_sinds: '2026-02-01' }),
    })
}, 120_000)

const as = <T>(wie: Vrager, run: (work: Work) => Promise<T>) => workAs(platform, wie, run)
const cijfer = { indicator: 'wachtenden', maand: '2026-03' } as const

/** Runs the background work of a report to its end, and tells how often that was. */
async function tel(rapportId: Id): Promise<number> {
  for (let stappen = 1; ; stappen++) {
    await as(regio.systeem, (work) => monitorTaken[0]!.handle(work, { rapportId }))
    const { isKlaar, geteld, totaal } = accepted(await as(manager, (work) => readRapport(work, rapportId)))
    if (isKlaar) return stappen
    expect(geteld).toBeLessThan(totaal)
    expect(geteld).toBeGreaterThan(0)
    if (stappen > 50) throw new Error('het rapport komt niet klaar')
  }
}
const maak = async (input: object) =>
  accepted(await as(manager, (work) => makeRapport(work, RapportInvoer.parse(input)))).id
const document = async (id: Id, soort: 'pdf' | 'odt' | 'json') =>
  Buffer.from(
    accepted(await as(manager, (work) => makeRapportdocument(work, { id, soort }))).inhoud,
    'base64',
  )
const tekstVan = async (id: Id) =>
  strFromU8(unzipSync(new Uint8Array(await document(id, 'odt')))['content.xml']!)

describe('een rapport (MON-07, MON-14)', () => {
  it('wordt in stappen geteld, bevriest de cijfers met een controlegetal, en laat weg wat is ingetrokken', async () => {
    const { id: duiding } = accepted(
      await as(manager, (work) =>
        writeDuiding(work, { ...cijfer, niveau: 'strategisch', tekst: 'Een locatie ging open.' }),
      ),
    )
    const verhaal = VerhaalInvoer.parse({
      ...cijfer,
      soort: 'citaat',
      titel: 'Wachten',
      tekst: 'Niemand zei hoe lang het duurt.',
      teller: 'client',
      toestemmingVorm: 'schriftelijk',
      toestemmingOp: '2026-04-01',
      toestemmingTotEnMet: '2026-12-31',
      toestemmingWaar: 'Map 4',
    })
    const verhalen: Id[] = []
    for (const tekst of [verhaal.tekst, 'Ik sliep in mijn auto.']) {
      const { id } = accepted(await as(adviseur, (work) => writeVerhaal(work, { ...verhaal, tekst })))
      accepted(await as(manager, (work) => publishVerhaal(work, { id, versie: 1 })))
      verhalen.push(id)
    }

    const id = await maak({ soort: 'maand', periode: '2026-03', niveau: 'strategisch' })
    expect(await as(manager, (work) => makeRapportdocument(work, { id, soort: 'pdf' }))).toMatchObject({
      code: 'rapport_niet_klaar',
    })
    expect(await tel(id)).toBeGreaterThan(2)

    const rapport = accepted(await as(manager, (work) => readRapport(work, id)))
    expect(rapport).toMatchObject({ uitleg: 1, verhalen: 2, weg: 0, bekendOp: '2026-04-01' })
    const json = await document(id, 'json')
    expect(createHash('sha256').update(json).digest('hex')).toBe(rapport.controlegetal)
    const inhoud = Rapportinhoud.parse(JSON.parse(json.toString('utf8')))
    expect(inhoud.cijfers.map((one) => one.id)).toEqual(
      indicatoren.filter(({ niveaus }) => niveaus.includes('strategisch')).map((one) => one.id),
    )
    expect(inhoud.cijfers.find((one) => one.id === 'wachtenden')!.verloop.at(-1)).toMatchObject({
      maand: '2026-03',
      waarde: 14,
      peildatum: '2026-03-31',
    })
    const pdf = await document(id, 'pdf')
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-')
    const voor = await tekstVan(id)
    for (const tekst of [
      'Een locatie ging open.',
      'Niemand zei hoe lang',
      'mijn auto',
      'feit_wacht',
      'versie 1',
    ])
      expect(voor).toContain(tekst)

    // What is known later changes no report, and what was withdrawn is gone from it.
    await givenFeit(database, regio.regioId, 'wacht', {
      wie: 'Later',
      gemeente_code: 'GM0622',
      besloten_op: '2026-01-12',
    })
    accepted(
      await as(manager, (work) => changeDuiding(work, { id: duiding, versie: 1, tekst: 'Toch niet open.' })),
    )
    accepted(await as(adviseur, (work) => withdrawVerhaal(work, { id: verhalen[1]!, reden: 'teller' })))
    const na = await tekstVan(id)
    expect(na).toContain('Een locatie ging open.')
    expect(na).toContain('Niemand zei hoe lang')
    expect(na).not.toContain('mijn auto')
    expect(na).toContain('Eén verhaal is weggehaald')
    accepted(await as(manager, (work) => withdrawDuiding(work, duiding)))
    expect(await tekstVan(id)).not.toContain('locatie ging open')
    expect(accepted(await as(manager, (work) => readRapport(work, id)))).toMatchObject({
      uitleg: 0,
      verhalen: 1,
      weg: 1,
      controlegetal: rapport.controlegetal,
    })
    await expect(
      database.login.query("update onderdak.rapport set inhoud = '{}', controlegetal = 'x' where id = $1", [
        id,
      ]),
    ).rejects.toThrow('is klaar')
    // Once more does nothing.
    await as(regio.systeem, (work) => monitorTaken[0]!.handle(work, { rapportId: id }))
  })

  it('verbergt kleine aantallen, ook al telt het systeem en ziet dat alles', async () => {
    const id = await maak({ soort: 'maand', periode: '2026-03', niveau: 'tactisch' })
    await tel(id)
    const { cijfers, kleinsteGetal } = Rapportinhoud.parse(
      JSON.parse((await document(id, 'json')).toString('utf8')),
    )
    expect(kleinsteGetal).toBe(8)
    const klein = cijfers.flatMap((one) =>
      one.eenheid === 'mensen' || one.eenheid === 'aantal'
        ? one.verloop.filter(({ waarde }) => waarde !== null && waarde > 0 && waarde < 8).map(() => one.id)
        : [],
    )
    const zonderMensen = ['plekken', 'buiten_gebruik']
    expect(klein.filter((one) => !zonderMensen.includes(one))).toEqual([])
    expect(cijfers.find((one) => one.id === 'niet_plaatsbaar')!.verloop.at(-1)).toMatchObject({
      waarde: null,
      afgeschermd: true,
    })
  })

  it('telt over een kwartaal wat elke maand te klein is', async () => {
    for (const maand of ['2026-01', '2026-02', '2026-03'])
      for (let i = 0; i < 9; i++)
        await givenFeit(database, regio.regioId, 'melding', {
          wie: `${maand} ${i}`,
          gemeente_code: 'GM0622',
          meldingsdatum: `${maand}-05`,
          besloten_op: `${maand}-20`,
          uitkomst: i < 3 ? 'geweigerd' : 'toegelaten',
        })
    const id = await maak({ soort: 'kwartaal', periode: '2026-1', niveau: 'tactisch' })
    await tel(id)
    const { cijfers } = Rapportinhoud.parse(JSON.parse((await document(id, 'json')).toString('utf8')))
    const geweigerd = cijfers.find((one) => one.id === 'geweigerd')!
    expect(geweigerd.verloop.slice(-3).map(({ waarde }) => waarde)).toEqual([null, null, null])
    expect(geweigerd.kwartaal).toEqual({ waarde: 33.3, gevallen: 27, afgeschermd: false })
    expect(cijfers.find((one) => one.id === 'wachtenden')!.kwartaal).toBeUndefined()
    const tekst = await tekstVan(id)
    expect(tekst).toContain('Heel kwartaal')
    expect(tekst).toContain('33,3%')
    expect(tekst).toContain('cijfers over het eerste kwartaal 2026')
    // The month before is there to compare with.
    expect(tekst).toMatch(/december 2025<\/text:p>/)
  })

  it('gaat over een heel kwartaal dat voorbij is', async () => {
    const id = await maak({ soort: 'kwartaal', periode: '2026-1', niveau: 'operationeel' })
    await tel(id)
    const { maanden } = Rapportinhoud.parse(JSON.parse((await document(id, 'json')).toString('utf8')))
    expect(maanden).toEqual(['2026-01', '2026-02', '2026-03'])
    expect(await tekstVan(id)).toContain('Kwartaalrapport eerste kwartaal 2026')
    const later = RapportInvoer.parse({ soort: 'kwartaal', periode: '2026-2', niveau: 'operationeel' })
    expect(await as(manager, (work) => makeRapport(work, later))).toMatchObject({
      code: 'maand_niet_voorbij',
      field: 'periode',
    })
    expect(RapportInvoer.safeParse({ soort: 'maand', periode: '2026-1', niveau: 'tactisch' }).success).toBe(
      false,
    )
  })
})
