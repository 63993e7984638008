import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { waardeVan } from '../../src/modules/monitor/domain/indicator.ts'
import type { Indicator } from '../../src/modules/monitor/server/indicator.ts'
import { indicatoren } from '../../src/modules/monitor/server/indicatoren.ts'
import { monthsBefore } from '../../src/modules/monitor/server/stand.ts'
import { type Maandstand, telAlle, telReeks } from '../../src/modules/monitor/server/telling.ts'
import type { Id } from '../../src/shared/id.ts'
import { addDays, type PlainDate } from '../../src/shared/plain-date.ts'
import { type TestDatabase, useDatabase } from './database.ts'
import { testPlatform, workAs } from './platform.ts'
import { givenRegio } from './regio.ts'

// Case tables of indicators: rows of facts by name, a month, and the number that must come out.

type Waarde = string | number | boolean | null
/**
 * A row of a fact by its columns. `wie` is a name; columns with an id take a word. `bekend_van` and `bekend_tot` are days;
 * without them the row was always known.
 */
export type Feit = { readonly wie?: string } & { readonly [kolom: string]: Waarde | undefined }

const feiten = {
  persoon: () => ({}),
  verblijf: () => ({
    is_hoofd: true,
    soort: 'regulier',
    product_id: 'Opvang',
    heeft_reden: false,
    van: '2025-01-01',
  }),
  wacht: (rij: Feit) => ({
    richting: 'instroom',
    personen: 1,
    kinderen: 0,
    gemeld_op: rij.besloten_op,
    tot: rij.gestart_op ?? rij.beeindigd_op,
    overbrugging: 'eigen_netwerk',
  }),
  melding: (rij: Feit) => {
    const dag = String(rij.meldingsdatum ?? rij.besloten_op)
    return {
      meldingsdatum: dag,
      uiterlijk_op: addDays(dag, 42),
      kanaal: 'balie',
      slaapplek_vannacht: 'ja',
      is_spoed: false,
      volwassenen: 1,
      kinderen: 0,
      vorige_geweigerd: false,
      is_herinstroom: false,
    }
  },
  plek: (rij: Feit) => ({
    sleutel: rij.plek_id,
    van: '2020-01-01',
    is_geheim: false,
    personen_maximum: 1,
    is_tijdelijk: false,
  }),
  buiten_gebruik: () => ({ reden: 'onderhoud' }),
  voorstel: (rij: Feit) => ({
    personen: 1,
    status: 'voorgesteld',
    voorgesteld_op: rij.beantwoord_op ?? rij.vanaf,
  }),
  nazorg: () => ({ status: 'lopend' }),
  huurcontract: () => ({ soort: 'huurovereenkomst', gemeente_code: 'GM0622' }),
  uitstroom: (rij: Feit) => ({ begonnen_op: rij.afgerond_op }),
  urgentie: (rij: Feit) => ({ soort: 'urgentie', ingediend_op: rij.besloten_op }),
  beschikking: (rij: Feit) => ({
    status: rij.beschikt_op ? 'beschikt' : 'aangevraagd',
    aangevraagd_op: rij.beschikt_op,
  }),
  in_beeld: () => ({ keer: nummer }),
  signaal: (rij: Feit) => ({ bron: 'partner', categorie: 'zorgen_om_iemand', oppakken_voor: rij.gemeld_op }),
  product: () => ({ domein: 'MO' }),
  winternacht: () => ({}),
  klantcontact: () => ({ soort: 'contact', leeftijdsklasse: 'vanaf_23', van_elders: false }),
  clientprofiel: () => ({ bron: 'melding' }),
  adrestoestemming: () => ({ toestemming: true, leeftijdsklasse: 'vanaf_23', van_elders: false }),
} satisfies Record<string, (rij: Feit) => Readonly<Record<string, Waarde | undefined>>>
type Feitnaam = keyof typeof feiten

/** Columns that hold the id of something that a table calls by a word. */
const metWoord = [
  'sleutel',
  'product_id',
  'plek_id',
  'locatie_id',
  'aanbieder_id',
  'organisatie_id',
  'verblijf',
  'wacht',
  'gezin',
]

/** The same word is the same thing, in every table and every test. */
export const idVan = (woord: string): Id =>
  createHash('md5')
    .update(woord)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

let nummer = 0

/** One row of a fact, with sensible defaults. A column that does not exist is an error. */
export async function givenFeit(database: TestDatabase, regioId: Id, naam: Feitnaam, rij: Feit) {
  const { wie, bekend_van, bekend_tot, ...eigen } = rij
  const waarden: Record<string, Waarde> = { regio_id: regioId }
  const alle = { sleutel: `${naam} ${++nummer}`, ...feiten[naam](rij), ...eigen }
  for (const [kolom, waarde] of Object.entries(alle)) {
    if (kolom === 'plek_id' && naam === 'plek') continue
    if (waarde !== undefined && waarde !== null)
      waarden[kolom] = metWoord.includes(kolom) ? idVan(String(waarde)) : waarde
  }
  if (wie !== undefined) waarden.pseudoniem = idVan(wie)
  waarden.bekend_van = `${bekend_van ?? '2020-01-01'}T11:00:00Z`
  if (bekend_tot !== undefined) waarden.bekend_tot = `${bekend_tot}T11:00:00Z`
  const kolommen = Object.keys(waarden)
  await database.login.query(
    `insert into onderdak.feit_${naam} (${kolommen.join(', ')}) values (${kolommen.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(waarden),
  )
}

/** Facts, and what an indicator must say of them. */
export type Geval = { readonly [naam in Feitnaam]?: readonly Feit[] } & {
  /** In words, as the name of the test. */
  readonly als: string
  /** 2026-02 unless said otherwise. */
  readonly maand?: string
  /** As known at the end of that day; now unless said otherwise. */
  readonly bekendOp?: PlainDate
  readonly telt: number | null
}

function standVan({ maand = '2026-02', bekendOp }: Geval): Maandstand {
  const van = `${maand}-01`
  const tot = monthsBefore(van, -1)
  const vast = { kleinsteGetal: 8 }
  return { maand, van, tot, peildatum: addDays(tot, -1), bekendOp: bekendOp ?? null, ...vast }
}

/** Checks case tables by the id of the indicator, in a database of its own. */
export function toetsGevallen(tabellen: Readonly<Record<string, readonly Geval[]>>): void {
  const database = useDatabase()
  let tel: (indicator: Indicator, geval: Geval) => Promise<number | null>

  beforeAll(async () => {
    const platform = testPlatform(database)
    platform.clock.set('2026-04-20')
    const regio = await givenRegio(platform)
    const beleid = await regio.als('centrumgemeente', 'programmamanager')
    tel = async (indicator, geval) => {
      for (const naam of Object.keys(feiten) as Feitnaam[]) {
        await database.login.query(`delete from onderdak.feit_${naam}`)
        for (const rij of geval[naam] ?? []) await givenFeit(database, regio.regioId, naam, rij)
      }
      const stand = standVan(geval)
      const [telling] = await workAs(platform, beleid, (work) =>
        telAlle(work, [{ id: indicator.id, indicator, stand }]),
      )
      // A row of months counts each of them as a month by itself does.
      const [inReeks] = await workAs(platform, beleid, (work) =>
        telReeks(work, [{ id: indicator.id, indicator, per: null }], [stand]),
      )
      expect(waardeVan(indicator.maat, inReeks!)).toBe(waardeVan(indicator.maat, telling!))
      return waardeVan(indicator.maat, telling!)
    }
  })

  for (const [id, gevallen] of Object.entries(tabellen)) {
    const indicator = indicatoren.find((one) => one.id === id)!
    describe(`${id}: ${indicator?.definitie}`, () => {
      it.each(gevallen.map((geval) => [geval.als, geval] as const))('%s', async (_, geval) => {
        expect(await tel(indicator, geval)).toBe(geval.telt)
      })
    })
  }
}
