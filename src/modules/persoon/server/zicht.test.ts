import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenPersoon } from '../../../../tests/given/persoon.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { writeCsv } from '../../../platform/documents/csv-write.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { addAdres } from './adres-commands.ts'
import { endBetrokkenheid, giveBetrokkenheid } from './betrokkenheid.ts'
import { getBsn, getDossier, listPersonenPage, listTijdlijnPage } from './queries.ts'
import { searchPersonen } from './zoeken.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let viewers: { naam: string; vrager: Vrager; organisatie: Organisatie }[]
let system: Vrager

const organisaties = ['loket', 'aanbieder', 'vrouwenopvang'] as const
type Organisatie = (typeof organisaties)[number]

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  system = regio.systeem
  const vo = await regio.als('vrouwenopvang', 'vo_medewerker')
  const without = (permissie: string): Vrager => ({
    ...vo,
    permissies: new Set([...vo.permissies].filter((een) => een !== permissie)),
  })
  viewers = [
    { naam: 'loket', vrager: await regio.als('loket', 'toegangsmedewerker'), organisatie: 'loket' },
    {
      naam: 'aanbieder',
      vrager: await regio.als('aanbieder', 'aanbieder_planner'),
      organisatie: 'aanbieder',
    },
    { naam: 'vrouwenopvang', vrager: vo, organisatie: 'vrouwenopvang' },
    {
      naam: 'vo zonder geheime adressen',
      vrager: without('geheim_adres.lezen'),
      organisatie: 'vrouwenopvang',
    },
    {
      naam: 'vo zonder vrouwenopvangrecht',
      vrager: without('vrouwenopvang.lezen'),
      organisatie: 'vrouwenopvang',
    },
    { naam: 'programmamanager', vrager: await regio.als('loket', 'programmamanager'), organisatie: 'loket' },
  ]
})

const relatie = fc.record({
  organisatie: fc.constantFrom(...organisaties),
  vereist: fc.constantFrom('vo' as const, null),
  van: fc.constantFrom('2026-02-01', '2026-03-02', '2026-03-20'),
  tot: fc.constantFrom('2026-03-02', '2026-03-10', null),
})
const persoon = fc.record({
  geheim: fc.boolean(),
  geheimAdres: fc.boolean(),
  relaties: fc.array(relatie, { maxLength: 4 }),
})
type Relatie = { organisatie: Organisatie; vereist: 'vo' | null; van: string; tot: string | null }

const today = '2026-03-02'

/** The promise in three lines: a running relation of one's own organisation, and the extra right where it asks that. */
function maySee(
  viewer: (typeof viewers)[number],
  een: { geheim: boolean; relaties: readonly Relatie[] },
): boolean {
  const can = viewer.vrager.permissies
  if (!can.has('persoon.lezen')) return false
  return een.relaties.some(
    (r) =>
      r.organisatie === viewer.organisatie &&
      r.van <= today &&
      (r.tot === null || r.tot > today) &&
      r.van !== r.tot &&
      ((r.vereist === null && !een.geheim) || can.has('vrouwenopvang.lezen')),
  )
}

let serial = 0

/** Made by the system, so that only the drawn relations exist. */
async function make(een: { geheim: boolean; geheimAdres: boolean; relaties: readonly Relatie[] }) {
  const nummer = ++serial
  const achternaam = `Zichtproef${nummer.toString(26).replace(/\d/g, (d) => 'qrstuvwxyz'[Number(d)]!)}`
  const id = await givenPersoon(platform, system, { achternaam, isGeheim: een.geheim })
  accepted(
    await workAs(platform, system, (work) =>
      addAdres(work, {
        persoonId: id,
        soort: 'verblijfadres',
        adres: `Schuilplek ${nummer}`,
        isGeheim: een.geheim || een.geheimAdres,
        van: '2026-02-01',
      }),
    ),
  )
  for (const r of een.relaties) {
    const bron = { bronSoort: 'verblijf', bronId: platform.newId() }
    await workAs(platform, system, async (work) => {
      await giveBetrokkenheid(work, {
        persoonId: id,
        organisatieId: regio.organisaties[r.organisatie],
        doel: 'verblijf',
        grond: 'UITVOERING_AANBIEDER',
        van: r.van,
        vereist: r.vereist,
        ...bron,
      })
      if (r.tot !== null) await endBetrokkenheid(work, { ...bron, tot: r.tot })
    })
  }
  return { ...een, id, achternaam, adres: `Schuilplek ${nummer}` }
}

async function seenBy(
  vrager: Vrager,
  ids: ReadonlySet<Id>,
): Promise<{ ids: Id[]; count: number; csv: string }> {
  const list = await workAs(platform, vrager, (work) =>
    listPersonenPage(work, { pagina: 1, aantalPerPagina: 50_000 }),
  )
  expect(list.count).toBe(list.results.length)
  const csv = await writeCsv({
    title: 'Cliënten',
    columns: [{ key: 'naam', label: 'Naam', type: 'text' }],
    rows: list.results,
  })
  return {
    ids: list.results.map((p) => p.id).filter((id) => ids.has(id)),
    count: list.count,
    csv: Buffer.from(csv).toString('utf8'),
  }
}

describe('wie ziet wie', () => {
  it('lijst, aantal, zoeken, dossier, tijdlijn, adres en export geven precies wat de betrokkenheid toelaat', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(persoon, { minLength: 1, maxLength: 3 }), async (drawn) => {
        const made = await Promise.all(drawn.map(make))
        const ids = new Set(made.map((een) => een.id))
        for (const viewer of viewers) {
          const expected = made.filter((een) => maySee(viewer, een))
          const list = await seenBy(viewer.vrager, ids)
          expect(new Set(list.ids), viewer.naam).toEqual(new Set(expected.map((een) => een.id)))
          for (const een of made) {
            const visible = expected.includes(een)
            expect(
              list.csv.includes(`${een.achternaam}\r`) || list.csv.includes(een.achternaam),
              viewer.naam,
            ).toBe(visible)
            await expectOne(viewer, een, visible)
          }
        }
      }),
      { numRuns: 25 },
    )
  }, 120_000)
})

async function expectOne(
  viewer: (typeof viewers)[number],
  een: Awaited<ReturnType<typeof make>>,
  visible: boolean,
): Promise<void> {
  const { vrager } = viewer
  const found = accepted(
    await workAs(platform, vrager, (work) => searchPersonen(work, { naam: een.achternaam })),
  )
  expect(found.results.some((hit) => hit.persoonId === een.id)).toBe(visible)
  const strong = accepted(
    await workAs(platform, vrager, (work) =>
      searchPersonen(work, { naam: `Sanne de ${een.achternaam}`, geboortedatum: '1985-05-17' }),
    ),
  )
  if (een.geheim && !visible) expect(JSON.stringify(strong)).not.toContain(een.achternaam)
  const dossier = await workAs(platform, vrager, (work) => getDossier(work, een.id))
  expect(isRejection(dossier)).toBe(!visible)
  const lijn = await workAs(platform, vrager, (work) =>
    listTijdlijnPage(work, een.id, { pagina: 1, aantalPerPagina: 50 }),
  )
  expect(isRejection(lijn)).toBe(!visible)
  expect(await workAs(platform, vrager, (work) => getBsn(work, een.id))).toMatchObject({
    code: visible ? 'geen_bsn' : 'niet_gevonden',
  })
  if (isRejection(dossier)) return
  const geheim = een.geheim || een.geheimAdres
  const magAdres = !geheim || vrager.permissies.has('geheim_adres.lezen')
  expect(dossier.adressen).toMatchObject([{ isGeheim: geheim, adres: magAdres ? een.adres : null }])
  const vanVo = een.relaties.some(
    (r) => r.organisatie === 'vrouwenopvang' && (r.vereist === 'vo' || een.geheim),
  )
  const anders = een.relaties.some(
    (r) => r.organisatie === 'vrouwenopvang' && r.vereist === null && !een.geheim,
  )
  if (vanVo && !anders && !vrager.permissies.has('vrouwenopvang.lezen'))
    expect(dossier.betrokkenen.map((b) => b.organisatie)).not.toContain('Vrouwenopvang')
}
