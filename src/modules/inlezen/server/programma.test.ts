import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager } from '../../../platform/work.ts'
import { type Programmabestand, programmabestanden } from '../domain/kolommen-programma.ts'
import { checkBestand, loadBestand } from './commands.ts'
import { findInleesbestanden, getInleesbestandById } from './queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let manager: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  platform.clock.set('2026-03-02')
  regio = await givenRegio(platform)
  manager = await regio.als('centrumgemeente', 'programmamanager')
  await database.login.query(
    "insert into onderdak.regio_gemeente (regio_id, gemeente_code, van) values ($1, 'GM0556', '2020-01-01')",
    [regio.regioId],
  )
}, 60_000)

const bestand = (soort: Programmabestand, inhoud: Buffer) => ({
  soort,
  bestandsnaam: `${soort}.csv`,
  bron: 'Programma 2025',
  peildatum: '2025-11-30',
  inhoud: inhoud.toString('base64'),
})
const controleer = async (soort: Programmabestand, inhoud: Buffer | string) =>
  accepted(
    await workAs(platform, manager, (work) =>
      checkBestand(work, bestand(soort, Buffer.from(inhoud as string))),
    ),
  )
const regels = (fouten: Awaited<ReturnType<typeof controleer>>['fouten']) =>
  fouten.map(({ rij, kolom, melding }) => `${rij} ${kolom}: ${melding}`)
const csv = (...rijen: string[]) => `${rijen.join('\n')}\n`
const telling = async (tabel: string) => {
  const { rows } = await database.login.query(`select count(*)::int as aantal from onderdak.${tabel}`)
  return rows[0].aantal as number
}

async function leesIn(soort: Programmabestand, inhoud: Buffer | string) {
  const { id, fouten } = await controleer(soort, inhoud)
  expect(regels(fouten)).toEqual([])
  accepted(await workAs(platform, manager, (work) => loadBestand(work, { id })))
  const file = await workAs(platform, manager, (work) =>
    getInleesbestandById(work, { reeks: 'programma', id }),
  )
  return accepted(file).samenvatting
}

describe('de programma’s van MVS', () => {
  const van = (soort: Programmabestand) =>
    readFileSync(new URL(`../../../../seed/programma/mvs/${soort}.csv`, import.meta.url))

  it('worden van bestand tot bestand ingelezen, zonder fouten', async () => {
    const gelezen: Record<string, string> = {}
    for (const soort of Object.keys(programmabestanden) as Programmabestand[])
      gelezen[soort] = await leesIn(soort, van(soort))
    expect(gelezen).toEqual({
      programmas: '4 programma’s',
      onderdelen: '49 onderdelen',
      activiteiten: '56 activiteiten en pilots',
      resultaten: expect.stringMatching(/^\d+ resultaten en \d+ behaalde getallen$/),
      besluitmomenten: '8 besluitmomenten',
      knelpunten: '21 knelpunten',
      metingen: '2 metingen',
    })
    expect(await telling('meting_stelling')).toBe(30)
  }, 60_000)

  it('zijn er ook van DWO', async () => {
    const dwo = await givenRegio(platform, 'DWO')
    const wie = await dwo.als('centrumgemeente', 'programmamanager')
    for (const soort of [
      'programmas',
      'onderdelen',
      'activiteiten',
      'resultaten',
      'besluitmomenten',
    ] as const) {
      const inhoud = readFileSync(new URL(`../../../../seed/programma/dwo/${soort}.csv`, import.meta.url))
      const { id, fouten } = accepted(
        await workAs(platform, wie, (work) => checkBestand(work, bestand(soort, inhoud))),
      )
      expect(regels(fouten)).toEqual([])
      accepted(await workAs(platform, wie, (work) => loadBestand(work, { id })))
    }
  }, 60_000)

  it('kunnen geen tweede keer worden ingelezen', async () => {
    const again = await workAs(platform, manager, (work) =>
      checkBestand(work, bestand('knelpunten', van('knelpunten'))),
    )
    expect(again).toMatchObject({ code: 'al_ingelezen' })
  })
})

describe('een bestand met fouten', () => {
  const kop =
    'Programma;Soort;Code;Naam;Wanneer;Van kwartaal;Tot en met kwartaal;Participatie;Participatie hoe;Stand;Koers;Reden;Bron'
  const fouten = async (...rijen: string[]) =>
    regels((await controleer('activiteiten', csv(kop, ...rijen))).fouten)

  it('noemt de rij, de kolom en wat er te doen is', async () => {
    expect(
      await fouten(
        'UP;activiteit;9.1;Verkeerd kwartaal;kwartalen;2026-5;2026-4;nee;;;;;Eigen',
        'UP;activiteit;9.2;Einde voor begin;kwartalen;2026-3;2026-1;nee;;;;;Eigen',
        'ZZ;activiteit;9.3;Programma bestaat niet;open;;;nee;;;;;Eigen',
        'UP;activiteit;9.4;Zonder uitleg;open;;;ja;;;;;Eigen',
        'UP;activiteit;9.5;Vertraagd zonder reden;open;;;nee;;In uitvoering;Vertraagd;;Eigen',
        'UP;activiteit;A1.1;Bestaat al;open;;;nee;;;;;Eigen',
      ),
    ).toEqual([
      '2 Van kwartaal: Dit is geen kwartaal. Schrijf het jaar en het kwartaal, bijvoorbeeld 2026-1 of Q1 2026.',
      '3 Tot en met kwartaal: Het laatste kwartaal ligt voor het eerste.',
      '4 Programma: Het programma “ZZ” is er niet. Lees eerst de programma’s in.',
      '5 Participatie hoe: Vul in hoe inwoners of ervaringsdeskundigen meedoen.',
      '6 Reden: Vul in waarom het vertraagd is.',
      '7 Code: In dit programma is er al een activiteit met deze code. Kies een andere code, of vul ook een paragraaf in.',
    ])
  })

  it('verandert niets, ook niet als een ander deel klopt', async () => {
    const voor = await telling('activiteit')
    await fouten(
      'UP;activiteit;9.6;Klopt;open;;;nee;;;;;Eigen',
      'ZZ;activiteit;9.7;Niet;open;;;nee;;;;;Eigen',
    )
    expect(await telling('activiteit')).toBe(voor)
  })

  it('telt een getal met een komma en weigert wat geen getal is', async () => {
    const kolommen = 'Programma;Activiteit;Nummer;Resultaat;Eenheid;Waarde;Waarde op'
    const { fouten: gevonden } = await controleer(
      'resultaten',
      csv(kolommen, 'SV;2D;90;Prijs;euro;5,11;1-9-2025', 'SV;2D;91;Prijs;euro;vijf;1-9-2025'),
    )
    expect(regels(gevonden)).toEqual([
      '3 Waarde: Dit is geen getal. Schrijf alleen cijfers, met hooguit een komma erin, zoals 4,1.',
    ])
  })
})

describe('wie een programma mag inlezen', () => {
  it('ziet geen bestanden met mensen, en andersom', async () => {
    const pagina = { pagina: 1, aantalPerPagina: 25 }
    const keten = await workAs(platform, manager, (work) => findInleesbestanden(work, 'keten', pagina))
    const programma = await workAs(platform, manager, (work) =>
      findInleesbestanden(work, 'programma', pagina),
    )
    expect(keten.count).toBe(0)
    expect(programma.count).toBeGreaterThan(0)
    const id = programma.results[0]!.id
    expect(
      await workAs(platform, manager, (work) => getInleesbestandById(work, { reeks: 'keten', id })),
    ).toMatchObject({
      code: 'niet_gevonden',
    })
  })
})
