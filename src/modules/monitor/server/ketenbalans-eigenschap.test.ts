import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  bekendOp,
  type Geschiedenis,
  geschiedenissen,
  legFeitenVast,
  nachtVoorNacht,
  type Spel,
  zaakVoorZaak,
} from '../../../../tests/given/balans.ts'
import { useDatabase } from '../../../../tests/given/database.ts'
import { type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager } from '../../../platform/work.ts'
import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
import {
  type Boek,
  boeken,
  celdelen,
  type Eenheid,
  maakBoeken,
  soortenVan,
  verschilVan,
} from '../domain/ketenbalans.ts'
import { telBoeken } from './ketenbalans.ts'

// Random histories with corrections, put straight into the facts: every book closes, for every split, as known on every day.

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let beleid: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  platform.clock.set('2026-05-04')
  regio = await givenRegio(platform)
  beleid = await regio.als('centrumgemeente', 'programmamanager')
})

const uuid = (soort: number, n: number) =>
  `00000000-0000-4000-8000-${String(soort * 1000 + n).padStart(12, '0')}`
/** Places: two of one product, two of one gemeente; the last is secret. */
const plaatsen = [
  { product: uuid(1, 0), gemeente: 'GM0622', locatie: uuid(2, 0) },
  { product: uuid(1, 0), gemeente: 'GM0556', locatie: uuid(2, 1) },
  { product: uuid(1, 1), gemeente: 'GM0556', locatie: uuid(2, 2) },
  { product: uuid(1, 1), gemeente: null, locatie: null },
] as const
const redenen = ['verhuisd', 'doorstroom', 'eigen_keuze', 'doel_bereikt', 'overleden'] as const

/** Columns and values of a case in the facts of a book. */
function rijVan(boek: Boek, s: Spel): Record<string, unknown> {
  const plaats = plaatsen[s.plaats]!
  const vast = { regio_id: regio.regioId, sleutel: uuid(3, s.zaak), pseudoniem: uuid(4, s.wie) }
  const weg = s.tot !== null
  if (boek === 'verblijf')
    return {
      ...vast,
      is_hoofd: s.hoofd,
      product_id: plaats.product,
      gemeente_code: plaats.gemeente,
      locatie_id: plaats.locatie,
      soort: s.reden === 4 ? 'time_out' : 'regulier',
      van: s.van,
      tot: s.tot,
      eindreden: weg ? redenen[s.reden] : null,
      bestemming: weg ? (s.reden < 2 ? 'opvang' : 'eigen_woning') : null,
    }
  if (boek === 'wachtlijst')
    return {
      ...vast,
      product_id: plaats.product,
      gemeente_code: plaats.gemeente,
      personen: s.leden,
      besloten_op: s.van,
      tot: s.tot,
      gestart_op: s.reden < 2 ? s.tot : null,
      eindreden: weg && s.reden >= 2 ? 'ingetrokken' : null,
    }
  return {
    ...vast,
    organisatie_id: uuid(5, s.plaats),
    van: s.van,
    tot: s.tot,
    afsluitreden: weg ? 'onvindbaar' : null,
  }
}

const tabellen = { verblijf: 'feit_verblijf', wachtlijst: 'feit_wacht', in_beeld: 'feit_in_beeld' } as const

/** Replaces the facts of the book by what was recorded until and with a day. */
async function legVast(boek: Boek, alle: readonly Geschiedenis[], totEnMet: PlainDate): Promise<void> {
  const rijen = alle.flatMap(({ versies }) =>
    versies
      .filter((versie) => versie.bekendOp <= totEnMet)
      .flatMap(({ bekendOp: vanaf, spel }, i, bekend) =>
        spel === null
          ? []
          : [
              {
                ...rijVan(boek, spel),
                bekend_van: `${vanaf}T10:00:00Z`,
                bekend_tot: bekend[i + 1] ? `${bekend[i + 1]!.bekendOp}T10:00:00Z` : 'infinity',
              },
            ],
      ),
  )
  await database.login.query(`delete from onderdak.${tabellen[boek]}`)
  await legFeitenVast(database.login, tabellen[boek], rijen)
}

const maanden = [
  ['2026-01-01', '2026-02-01'],
  ['2026-02-01', '2026-03-01'],
] as const

const stand = ([van, tot]: readonly [PlainDate, PlainDate], bekend: PlainDate | null) => ({
  maand: van.slice(0, 7),
  van,
  tot,
  peildatum: addDays(tot, -1),
  bekendOp: bekend,
  kleinsteGetal: null,
})

/** Per month and split the books, as known at the end of a day. */
async function boekenVan(boek: Boek, eenheid: Eenheid, bekend: PlainDate | null) {
  const vragen = maanden.flatMap((maand) =>
    [null, ...boeken[boek].per].map((per) => ({
      id: `${maand[0]} ${per ?? 'totaal'}`,
      boek,
      eenheid,
      per,
      stand: stand(maand, bekend),
    })),
  )
  const regels = await workAs(platform, beleid, (work) => telBoeken(work, vragen))
  return vragen.map(({ id, per, stand: { van, tot } }) => ({
    id,
    per,
    van,
    tot,
    groepen: maakBoeken(
      boek,
      regels.filter((regel) => regel.id === id),
    ),
  }))
}

const groepVan = (boek: Boek, s: Spel, per: (typeof boeken)[Boek]['per'][number] | null): string => {
  if (per === null) return ''
  if (per === 'cel') return celdelen[boek].map((deel) => groepVan(boek, s, deel as never)).join('|')
  if (per === 'organisatie') return uuid(5, s.plaats)
  return boek === 'in_beeld' ? '' : (plaatsen[s.plaats]![per] ?? '')
}

type Boekstanden = Awaited<ReturnType<typeof boekenVan>>

function expectSluit(boek: Boek, eenheid: Eenheid, standen: Boekstanden, spellen: readonly Spel[]) {
  const geteld = spellen
    .filter((s) => boek !== 'verblijf' || eenheid === 'personen' || s.hoofd)
    .map((s) => (boek === 'wachtlijst' && eenheid === 'personen' ? s : { ...s, leden: 1 }))
  const { in: erin, uit } = soortenVan(boek)
  for (const { id, per, van, tot, groepen } of standen)
    for (const { groep, aantallen } of groepen) {
      const van_groep = geteld.filter((s) => groepVan(boek, s, per) === groep)
      const verwacht = eenheid === 'personen' ? nachtVoorNacht : zaakVoorZaak
      const waar = `${boek} ${eenheid} ${id} ${groep}`
      expect(aantallen, waar).toMatchObject(verwacht(van_groep, van, tot))
      expect(verschilVan(aantallen), waar).toBe(0)
      const som = (soorten: readonly string[]) => soorten.reduce((n, soort) => n + aantallen[soort]!, 0)
      expect([som(erin), som(uit)], waar).toEqual([aantallen.erin, aantallen.eruit])
    }
  const [eerste, tweede] = maanden.map(([maand]) =>
    standen
      .filter(({ id }) => id.startsWith(maand))
      .map(({ groepen }) => new Map(groepen.map((g) => [g.groep, g.aantallen]))),
  )
  // The end of a month is the begin of the next one; a group that is not counted is empty.
  for (const [i, groepen] of eerste!.entries())
    for (const groep of new Set([...groepen.keys(), ...tweede![i]!.keys()]))
      expect(groepen.get(groep)?.eind ?? 0).toBe(tweede![i]!.get(groep)?.begin ?? 0)
}

const keuzes = (Object.keys(boeken) as Boek[]).flatMap((boek) =>
  (['registraties', 'personen'] as const).map((eenheid) => [boek, eenheid] as const),
)

describe('de ketenbalans bij willekeurige geschiedenissen met correcties', () => {
  it.each(keuzes)(
    'sluit altijd: %s, %s, voor elke splitsing, en wat toen bekend was blijft staan',
    async (boek, eenheid) => {
      await fc.assert(
        fc.asyncProperty(
          geschiedenissen,
          fc.constantFrom('2026-01-31', '2026-02-28', '2026-01-12'),
          async (alle, toen) => {
            await legVast(boek, alle, toen)
            const zoalsToen = await boekenVan(boek, eenheid, null)
            expectSluit(boek, eenheid, zoalsToen, bekendOp(alle, toen))
            await legVast(boek, alle, '2026-12-31')
            expectSluit(boek, eenheid, await boekenVan(boek, eenheid, null), bekendOp(alle, '2026-12-31'))
            expect(await boekenVan(boek, eenheid, toen)).toEqual(zoalsToen)
          },
        ),
        { numRuns: 34, seed: 20260228 },
      )
    },
    240_000,
  )
})
