import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  contacten,
  gezinnen,
  leeftijdOnbekend,
  loadLoket,
  loketjaar,
  toestemming,
} from '../../seed/dwo/loket.ts'
import { dwo } from '../../seed/dwo/regio.ts'
import { loadStand, productStand, woonplaatsStand } from '../../seed/dwo/stand.ts'
import { type LoadedRegio, loadRegio } from '../../seed/load-regio.ts'
import { mvs } from '../../seed/mvs/regio.ts'
import { bwPeildatum, bwStand } from '../../seed/mvs/verloop/keten.ts'
import { loadVerloop } from '../../seed/mvs/verloop/verloop.ts'
import { listBeschikkingen } from '../../src/modules/beschikking/server/queries.ts'
import {
  countAdrestoestemmingen,
  countKlantcontacten,
} from '../../src/modules/melding/server/tellingen-queries.ts'
import { readMeldingen, readStromen } from '../../src/modules/monitor/server/maand-queries.ts'
import { readPlekken } from '../../src/modules/monitor/server/plek-queries.ts'
import {
  readBeschikkingen,
  readVerblijven,
  readWachtlijst,
} from '../../src/modules/monitor/server/queries.ts'
import { listRichtingen } from '../../src/modules/wachtlijst/server/richtingen.ts'
import { getTellingen } from '../../src/modules/wachtlijst/server/tellingen.ts'
import type { Vrager, Work } from '../../src/platform/work.ts'
import { useDatabase } from '../given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../given/platform.ts'

// Every figure of the sources that the demo regions claim to reproduce, asked from the running system as someone of the
// desk, with row-level security. A cell that differs shows in the table that is compared.

const database = useDatabase()
let platform: TestPlatform
let delft: LoadedRegio
let waterweg: LoadedRegio

beforeAll(async () => {
  platform = testPlatform(database)
  platform.clock.set('2026-11-22')
  delft = await loadRegio(platform, dwo)
  await loadStand(platform, delft)
  await loadLoket(platform, delft)
  waterweg = await loadRegio(platform, mvs)
  // The day on which Rogplus took over and the stock came in, and half a year of reports after it.
  await loadVerloop(platform, waterweg, { van: '2022-01-03', totEnMet: '2022-01-20' })
}, 900_000)

/** A user of an organisation: sees what betrokkenheid lets through. */
const als = (regio: LoadedRegio, organisatie: string): Vrager => ({
  ...regio.als(organisatie),
  isSysteem: false,
})
const ask = <T>(vrager: Vrager, run: (work: Work) => Promise<T>) => workAs(platform, vrager, run)

const naamVan = (code: keyof typeof productStand) => dwo.producten[code]!.naam

describe('DWO per 1-4-2021, regiovisie §4.1', () => {
  it('telt 229 geldige beschikkingen, per product als in de bron', async () => {
    const perProduct: Record<string, number> = {}
    let count = 0
    for (let pagina = 1; pagina <= 2; pagina++) {
      const list = await ask(als(delft, 'delft_support'), (work) =>
        listBeschikkingen(work, { pagina, aantalPerPagina: 200, status: 'beschikt', sorteer: 'nummer' }),
      )
      count = list.count
      for (const row of list.results)
        perProduct[String(row.productNaam)] = (perProduct[String(row.productNaam)] ?? 0) + 1
    }
    expect(perProduct).toEqual({
      [naamVan('bt_basis')]: 72,
      [naamVan('bt_plus')]: 31,
      [naamVan('bw_basis')]: 86,
      [naamVan('bw_plus')]: 31,
      [naamVan('oude_indicatie')]: 9,
    })
    expect(count).toBe(229)
  })

  it('heeft per product 2, 4, 13 en 8 mensen op de wachtlijst, samen 27', async () => {
    const { regels, totaal } = await ask(als(delft, 'delft_support'), (work) =>
      getTellingen(work, { extern: false }),
    )
    const perProduct: Record<string, number> = {}
    for (const regel of regels)
      perProduct[String(regel.product)] = (perProduct[String(regel.product)] ?? 0) + regel.dossiers!
    expect(perProduct).toEqual({
      [naamVan('bt_basis')]: 2,
      [naamVan('bt_plus')]: 4,
      [naamVan('bw_basis')]: 13,
      [naamVan('bw_plus')]: 8,
    })
    expect(totaal.dossiers).toBe(27)
  })

  it('kent 52 en 4 cliënten die van beschermd wonen naar beschermd thuis kunnen; de anderen verblijven', async () => {
    const { rows } = await ask(als(delft, 'delft_support'), (work) =>
      sql`select p.code, count(*)::int as verblijft, (count(*) filter (where v.uitstroom_wacht_op = 'wacht_op_bt'))::int as "naarBt"
        from verblijf v join product p on p.id = v.product_id where v.geeindigd_op is null group by 1 order by 1`.execute(
        work.db,
      ),
    )
    expect(rows).toEqual(
      (Object.keys(productStand) as (keyof typeof productStand)[]).sort().map((code) => ({
        code,
        verblijft: productStand[code].totaal - productStand[code].wachtlijst,
        naarBt: productStand[code].naarBt,
      })),
    )
  })

  it('verdeelt de cliënten over woonplaats en soort als in de bron', async () => {
    const { rows } = await ask(als(delft, 'delft_support'), (work) =>
      sql`select case when s.woonplaats_buiten_regio then null else s.woonplaats_gemeente end as gemeente,
          (count(*) filter (where p.domein = 'BW' and p.code <> 'oude_indicatie'))::int as bw, (count(*) filter (where p.domein = 'BT'))::int as bt,
          (count(*) filter (where p.code = 'oude_indicatie'))::int as wlz
        from beschikking b join persoon s on s.id = b.persoon_id join product p on p.id = b.product_id
        where b.status = 'beschikt' group by 1 order by 1 nulls last`.execute(work.db),
    )
    const bron = [...woonplaatsStand].sort((a, b) => ((a.gemeente ?? 'Z') < (b.gemeente ?? 'Z') ? -1 : 1))
    expect(rows).toEqual(bron)
  })
})

describe('daklozenloket DWO 2020, regiovisie §4.2', () => {
  it('telt 2294 klantcontacten per gemeente en leeftijd, 214 gesprekken en 76 gezinnen', async () => {
    const tabel = await ask(als(delft, 'daklozenloket'), (work) => countKlantcontacten(work, loketjaar))
    const rij = (klasse: 'onder_23' | 'vanaf_23') => {
      const { elders, ...perGemeente } = contacten[klasse]
      return { klasse, perGemeente, vanElders: elders, leeftijdOnbekend: 0 }
    }
    expect(tabel.rijen).toMatchObject([
      { ...rij('onder_23'), totaal: 274 },
      { ...rij('vanaf_23'), totaal: 2011 },
      {
        klasse: 'totaal',
        perGemeente: { GM0503: 1379, GM1842: 7, GM1926: 72, GM1783: 232 },
        vanElders: 595,
        leeftijdOnbekend,
        totaal: 2294,
      },
    ])
    expect([tabel.gezinsgesprekken, tabel.uniekeGezinnen]).toEqual([gezinnen.gesprekken, gezinnen.uniek])
  })

  it('telt 245 keer geen en 179 keer wel toestemming, waarvan 24 niet toegedeeld', async () => {
    const tabel = await ask(als(delft, 'daklozenloket'), (work) => countAdrestoestemmingen(work, loketjaar))
    expect(tabel.rijen).toMatchObject([
      { toestemming: false, totaal: 245 },
      { toestemming: true, totaal: 179, nietToegedeeld: 24, perGemeente: toestemming.cellen },
    ])
  })
})

describe('MVS beschermd wonen, regiovisie §4', () => {
  it('telt in juli 2023 per gemeente 13, 33 en 67 geldige beschikkingen', async () => {
    const { rows } = await ask(als(waterweg, 'rogplus'), (work) =>
      sql<{ gemeente: string; aantal: number }>`select b.namens_gemeente as gemeente, count(*)::int as aantal
        from beschikking b where b.status = 'beschikt' and b.geldig_van <= ${bwPeildatum} and (b.geldig_tot is null or b.geldig_tot > ${bwPeildatum})
        group by 1`.execute(work.db),
    )
    expect(Object.fromEntries(rows.map((row) => [row.gemeente, row.aantal]))).toEqual(bwStand)
  })
})

describe('wat niet tot personen te herleiden is', () => {
  it('staat ernaast, met bron: ook het totaal van 118 dat niet optelt', async () => {
    const { rows } = await ask(als(waterweg, 'centraal_onthaal'), (work) =>
      sql`select rij, waarde::int from broncijfer where onderwerp = 'Beschermd wonen: indicaties' and regio_id = ${work.regioId} order by waarde`.execute(
        work.db,
      ),
    )
    expect(rows).toEqual([
      { rij: 'Maassluis', waarde: 13 },
      { rij: 'Vlaardingen', waarde: 33 },
      { rij: 'Schiedam', waarde: 67 },
      { rij: 'Totaal in de tekst', waarde: 118 },
    ])
  })

  it('laat tegenspraak tussen bronnen zien, met beide waarden', async () => {
    const { rows } = await database.login.query(
      'select onderwerp from onderdak.bronconflict where waarde_a <> waarde_b',
    )
    expect(rows.length).toBe(mvs.bronconflicten.length + dwo.bronconflicten.length)
  })

  it('kent alle voorzieningen van de bronnen', async () => {
    const { rows } = await database.login.query<{ code: string }>(
      "select code from onderdak.voorziening where code like 'F-%' order by code",
    )
    const codes = (regio: string, aantal: number) =>
      Array.from({ length: aantal }, (_, i) => `F-${regio}-${String(i + 1).padStart(2, '0')}`)
    expect(rows.map((row) => row.code)).toEqual([...codes('DWO', 10), ...codes('MVS', 25)])
  })
})

describe('de pagina Cijfers zegt hetzelfde', () => {
  const alles = { pagina: 1, aantalPerPagina: 100 } as const
  const perProduct = { ...alles, per: 'product' } as const
  const perGemeente = { ...alles, per: 'gemeente' } as const
  /** Works with figures only: sees no persons. */
  const programmamanager = (regio: LoadedRegio): Vrager => ({
    ...als(regio, regio === delft ? 'delft_support' : 'rogplus'),
    organisatieId: regio.organisaties[regio === delft ? 'gemeente_delft' : 'gemeente_vlaardingen']!,
    rol: 'programmamanager',
    permissies: new Set(['cijfers.lezen', 'plek.lezen']),
  })
  const product = (rijen: readonly { naam: string }[], code: keyof typeof productStand) =>
    rijen.find((rij) => rij.naam === naamVan(code))

  it('DWO: 2, 4, 13 en 8 wachtenden, samen 27, voor wie de wachtlijst bijhoudt', async () => {
    const { results, totaal } = accepted(
      await ask(als(delft, 'delft_support'), (work) => readWachtlijst(work, perProduct)),
    )
    for (const [code, aantal] of [
      ['bt_basis', 2],
      ['bt_plus', 4],
      ['bw_basis', 13],
      ['bw_plus', 8],
    ] as const)
      expect(product(results, code), code).toMatchObject({
        dossiers: aantal,
        registraties: aantal,
        personen: aantal,
      })
    expect(totaal).toMatchObject({ dossiers: 27, registraties: 27, personen: 27 })
  })

  it('DWO: dezelfde 2, 4, 13 en 8 per richting op de wachtlijst zelf, allemaal instroom', async () => {
    const { results, totaal } = await ask(als(delft, 'delft_support'), (work) =>
      listRichtingen(work, perProduct),
    )
    const stand = { bt_basis: 2, bt_plus: 4, bw_basis: 13, bw_plus: 8 } as const
    for (const code of Object.keys(stand) as (keyof typeof stand)[])
      expect(product(results, code), code).toMatchObject({ instroom: stand[code], samen: stand[code] })
    expect(totaal).toMatchObject({ instroom: 27, doorstroom: 0, uitstroom: 0, samen: 27 })
  })

  it('DWO: een programmamanager ziet 13 en het totaal, maar geen getal waaruit 2 of 4 te raden is', async () => {
    const { results, totaal } = accepted(
      await ask(programmamanager(delft), (work) => readWachtlijst(work, perProduct)),
    )
    expect(product(results, 'bt_basis')).toMatchObject({ dossiers: null, personen: null, sindsBesluit: null })
    expect(product(results, 'bt_plus')).toMatchObject({ dossiers: null, afgeschermd: true })
    expect(product(results, 'bw_plus')).toMatchObject({ dossiers: null })
    expect(product(results, 'bw_basis')).toMatchObject({ dossiers: 13 })
    expect(totaal).toMatchObject({ dossiers: 27 })
  })

  it('DWO: 229 geldige beschikkingen op 1 april 2021, per product als in de bron', async () => {
    const { results, totaal } = accepted(
      await ask(programmamanager(delft), (work) =>
        readBeschikkingen(work, { ...perProduct, op: '2021-04-01' }),
      ),
    )
    expect(totaal).toMatchObject({ beschikkingen: 229, clienten: 229 })
    for (const code of Object.keys(productStand) as (keyof typeof productStand)[])
      expect(product(results, code), code).toMatchObject({ beschikkingen: productStand[code].totaal })
  })

  it('DWO: wie niet wacht, verblijft', async () => {
    const { totaal } = accepted(
      await ask(programmamanager(delft), (work) => readVerblijven(work, perProduct)),
    )
    expect(totaal).toMatchObject({ verblijven: 229 - 27, personen: 229 - 27 })
  })

  it('MVS: 13, 33 en 67 geldige beschikkingen per gemeente op de peildatum van de bron', async () => {
    const { results, totaal } = accepted(
      await ask(programmamanager(waterweg), (work) =>
        readBeschikkingen(work, { ...perGemeente, op: bwPeildatum }),
      ),
    )
    expect(Object.fromEntries(results.map((rij) => [rij.groep, rij.clienten]))).toEqual(bwStand)
    expect(totaal).toMatchObject({ clienten: 113 })
  })

  it('plekken: de standen zijn samen alle plekken, en elke graad heeft zijn eigen noemer', async () => {
    const { totaal } = accepted(
      await ask(programmamanager(waterweg), (work) => readPlekken(work, perProduct)),
    )
    const { vrij, vastgehouden, bezet, geblokkeerd, buitenGebruik } = totaal!
    expect(vrij + vastgehouden + bezet + geblokkeerd + buitenGebruik).toBe(totaal!.totaal)
    const graad = (deel: number, geheel: number) => Math.round((1000 * deel) / geheel) / 10
    expect(totaal).toMatchObject({
      bruto: graad(bezet + geblokkeerd, totaal!.totaal),
      netto: graad(bezet + geblokkeerd, totaal!.totaal - buitenGebruik),
      zonderGeblokkeerd: graad(bezet, totaal!.totaal - buitenGebruik - geblokkeerd),
    })
  })

  it('in en uit: elke maand sluit, en het eind van een maand is het begin van de volgende', async () => {
    const { results } = accepted(
      await ask(programmamanager(waterweg), (work) =>
        readStromen(work, { ...alles, op: '2022-01-31', sorteer: 'maand' }),
      ),
    )
    expect(results.length).toBe(13)
    expect(results.filter((rij) => !rij.sluit)).toEqual([])
    for (const [i, rij] of results.entries()) if (i > 0) expect(rij.begin).toBe(results[i - 1]!.eind)
  })

  it('meldingen: de maanden zijn samen alle meldingen van de regio', async () => {
    const { results } = accepted(
      await ask(systeem(waterweg), (work) => readMeldingen(work, { ...alles, op: '2022-01-31' })),
    )
    const { rows } = await database.login.query<{ n: number }>(
      'select count(*)::int as n from onderdak.melding where regio_id = $1',
      [waterweg.regioId],
    )
    expect(results.reduce((sum, rij) => sum + (rij.meldingen ?? 0), 0)).toBe(rows[0]!.n)
    expect(rows[0]!.n).toBeGreaterThan(0)
  })
})

/** The system itself, for which nothing is too small to tell. */
const systeem = (regio: LoadedRegio): Vrager => ({ ...regio.als('rogplus'), isSysteem: true })
